//! Checks what the engine answered, from what is published alone: no code of
//! the engine is used, and percentages are worked out again and rounded.

use super::world::{Place, Settled, World, percentage};
use pledgebook::protect::{CountId, Filling, Proof};
use std::collections::BTreeSet;

/// What is wrong with `settled`, if anything is.
pub(crate) fn faults(world: &World, settled: &Settled) -> Vec<String> {
    let mut faults = Vec::new();
    for proof in &settled.protected.proofs {
        faults.extend(fault(world, settled, proof));
    }
    let proved: BTreeSet<usize> = settled.protected.proofs.iter().map(|it| it.count.0).collect();
    let given_up: BTreeSet<usize> =
        settled.protected.unprotected.iter().map(|count| count.0).collect();
    for count in secrets(world, settled) {
        if !proved.contains(&count) && !given_up.contains(&count) {
            faults.push(format!("nothing is said of count {count}"));
        }
    }
    for count in pinned(world, settled) {
        if !given_up.contains(&count) {
            faults.push(format!("count {count} is one of a few that are small together"));
        }
    }
    for count in (0..world.truths.len()).filter(|count| world.by_rule(*count)) {
        if !settled.withheld[count] {
            faults.push(format!("count {count} is shown against the rule"));
        }
    }
    faults
}

/// The counts that must not become known.
pub(crate) fn secrets(world: &World, settled: &Settled) -> Vec<usize> {
    let guarded = |count: usize| {
        world.places[count] == Place::Remainder && world.preset.withholds(world.truths[count])
    };
    (0..world.truths.len()).filter(|count| settled.withheld[*count] || guarded(*count)).collect()
}

/// Whether a reader sees `count` exactly.
fn is_known(world: &World, settled: &Settled, count: usize) -> bool {
    let (low, high) = world.preset.shown_range(world.truths[count]);
    world.places[count] != Place::Remainder && !settled.withheld[count] && low == high
}

fn fault(world: &World, settled: &Settled, proof: &Proof) -> Option<String> {
    let count = proof.count.0;
    let (low, high) = (proof.low.get(&proof.count)?, proof.high.get(&proof.count)?);
    if high - low < world.preset.protect {
        return Some(format!("count {count}: {low} and {high} are too near"));
    }
    [&proof.low, &proof.high].into_iter().find_map(|filling| {
        disagreement(world, settled, filling).map(|what| format!("count {count}: {what}"))
    })
}

/// What `filling` contradicts.
fn disagreement(world: &World, settled: &Settled, filling: &Filling) -> Option<String> {
    for (CountId(count), value) in filling {
        if *value < 0 || !agrees(world, settled, *count, *value) {
            return Some(format!("{value} for count {count} is not what is shown"));
        }
    }
    let value = |count: usize| match filling.get(&CountId(count)) {
        Some(value) => Some(*value),
        None => is_known(world, settled, count).then(|| world.truths[count]),
    };
    let touched = |count: &usize| filling.contains_key(&CountId(*count));
    for (parts, total) in &world.sums {
        if !parts.iter().chain([total]).any(touched) {
            continue;
        }
        let sum: Option<i64> = parts.iter().map(|part| value(*part)).sum();
        if sum.is_none() || sum != value(*total) {
            return Some(format!("{parts:?} do not add up to {total}"));
        }
    }
    for percent in &world.percents {
        if !touched(&percent.part) && !touched(&percent.whole) {
            continue;
        }
        let (Some(part), Some(whole)) = (value(percent.part), value(percent.whole)) else {
            return Some("half of a percentage is missing".to_owned());
        };
        if whole <= 0 || percentage(part, whole, percent.scale) != percent.shown {
            return Some(format!("{part} of {whole} is not {}", percent.shown));
        }
    }
    None
}

/// Whether a reader who sees what is shown of `count` can take it to be `value`.
fn agrees(world: &World, settled: &Settled, count: usize, value: i64) -> bool {
    if world.places[count] == Place::Remainder || settled.withheld[count] {
        return true;
    }
    let preset = world.preset;
    let truth = world.truths[count];
    match truth {
        0 => value == 0,
        _ => {
            preset.rounded(value) == preset.rounded(truth) && !preset.withholds(value) && value > 0
        }
    }
}

/// The secret counts of which two or more are small together in a sum of
/// which all else is known.
fn pinned(world: &World, settled: &Settled) -> Vec<usize> {
    let secret: BTreeSet<usize> = secrets(world, settled).into_iter().collect();
    let mut all = Vec::new();
    for (parts, total) in &world.sums {
        let not_shown: Vec<usize> = parts
            .iter()
            .copied()
            .filter(|part| settled.withheld[*part] || world.places[*part] == Place::Remainder)
            .collect();
        let rest = parts.iter().chain([total]).filter(|count| !not_shown.contains(count));
        let sum: i64 = not_shown.iter().map(|count| world.truths[*count]).sum();
        let is_unsafe = world.preset.withholds(sum);
        if not_shown.len() > 1
            && is_unsafe
            && rest.into_iter().all(|count| is_known(world, settled, *count))
        {
            all.extend(not_shown.into_iter().filter(|count| secret.contains(count)));
        }
    }
    all
}
