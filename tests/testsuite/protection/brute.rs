//! All fillings of a small publication, one after the other.

use super::verifier::secrets;
use super::world::{Place, Settled, World, percentage};
use std::collections::BTreeSet;

/// The counts that a reader does not see exactly.
pub(crate) fn unknown(world: &World, withheld: &[bool]) -> Vec<usize> {
    let in_doubt = |count: &usize| {
        let (low, high) = world.preset.shown_range(world.truths[*count]);
        world.places[*count] == Place::Remainder || withheld[*count] || low < high
    };
    (0..world.truths.len()).filter(in_doubt).collect()
}

/// The least and the most that a number was.
#[derive(Debug, Clone, Copy)]
struct Range(i64, i64);

impl Range {
    const NONE: Range = Range(i64::MAX, i64::MIN);

    fn add(&mut self, value: i64) {
        *self = Range(self.0.min(value), self.1.max(value));
    }

    fn width(self) -> i64 {
        self.1 - self.0
    }
}

/// The secret counts that a reader who tries all fillings can recover, or
/// finds to be small together.
pub(crate) fn recovered(world: &World, settled: &Settled) -> BTreeSet<usize> {
    let pools = pools(world, settled);
    let mut all = Fillings {
        world,
        unknown: unknown(world, &settled.withheld),
        withheld: &settled.withheld,
        values: world.truths.iter().map(|_| None).collect(),
        counts: vec![Range::NONE; world.truths.len()],
        sums: vec![Range::NONE; pools.len()],
        pools: &pools,
    };
    for count in 0..world.truths.len() {
        if !all.unknown.contains(&count) {
            all.values[count] = Some(world.truths[count]);
        }
    }
    all.fill();
    let protect = world.preset.protect;
    let narrow = |range: &Range| range.width() < protect;
    let secret: BTreeSet<usize> = secrets(world, settled).into_iter().collect();
    let alone = secret.iter().copied().filter(|count| narrow(&all.counts[*count]));
    let together = pools.iter().zip(&all.sums).filter(|(_, range)| narrow(range));
    let together = together.flat_map(|(pool, _)| pool.iter().copied());
    alone.chain(together.filter(|count| secret.contains(count))).collect()
}

/// Withheld counts of one sum that are small together.
fn pools(world: &World, settled: &Settled) -> Vec<Vec<usize>> {
    let secret: BTreeSet<usize> = secrets(world, settled).into_iter().collect();
    let not_shown =
        |count: &usize| settled.withheld[*count] || world.places[*count] == Place::Remainder;
    let all = world
        .sums
        .iter()
        .map(|(parts, _)| parts.iter().copied().filter(not_shown).collect::<Vec<usize>>());
    all.filter(|pool| {
        let sum: i64 = pool.iter().map(|count| world.truths[*count]).sum();
        pool.len() > 1
            && pool.iter().any(|count| secret.contains(count))
            && world.preset.withholds(sum)
    })
    .collect()
}

struct Fillings<'a> {
    world: &'a World,
    unknown: Vec<usize>,
    withheld: &'a [bool],
    values: Vec<Option<i64>>,
    counts: Vec<Range>,
    pools: &'a [Vec<usize>],
    sums: Vec<Range>,
}

impl Fillings<'_> {
    /// Goes through all fillings that agree with `values` so far.
    fn fill(&mut self) {
        let open = self.unknown.iter().copied().filter(|count| self.values[*count].is_none());
        let ranges: Vec<(usize, Range)> = open.map(|count| (count, self.range(count))).collect();
        let narrowest = ranges.into_iter().min_by_key(|(_, range)| range.width());
        let Some((count, range)) = narrowest else { return self.note() };
        for value in range.0..=range.1 {
            if self.is_shown(count, value) {
                self.values[count] = Some(value);
                self.fill();
            }
        }
        self.values[count] = None;
    }

    /// Where `count` must lie, as far as one look at each sum tells.
    fn range(&self, count: usize) -> Range {
        let mut range = Range(0, self.most(count));
        for (parts, total) in &self.world.sums {
            let sum: i64 = parts.iter().filter_map(|part| self.values[*part]).sum();
            let open = parts.iter().filter(|part| self.values[**part].is_none()).count();
            if *total == count {
                range.0 = range.0.max(sum);
                if open == 0 {
                    range.1 = range.1.min(sum);
                }
            } else if parts.contains(&count)
                && let Some(total) = self.values[*total]
            {
                range.1 = range.1.min(total - sum);
                if open == 1 {
                    range.0 = range.0.max(total - sum);
                }
            }
        }
        range
    }

    /// No more is needed to see that a count has room, since small systems of
    /// sums move together by a few, and those of percentages by a few hundred.
    fn most(&self, count: usize) -> i64 {
        let truth = self.world.truths[count];
        if self.is_printed(count) {
            return self.world.preset.shown_range(truth).1;
        }
        truth + if self.world.percents.is_empty() { 24 } else { 400 }
    }

    fn is_printed(&self, count: usize) -> bool {
        self.world.places[count] != Place::Remainder && !self.withheld[count]
    }

    fn is_shown(&self, count: usize, value: i64) -> bool {
        let (low, high) = self.world.preset.shown_range(self.world.truths[count]);
        !self.is_printed(count) || (low..=high).contains(&value)
    }

    /// Notes a whole filling, if it agrees with everything.
    fn note(&mut self) {
        let values: Vec<i64> = self.values.iter().map(|value| value.unwrap()).collect();
        let adds_up = |(parts, total): &(Vec<usize>, usize)| {
            parts.iter().map(|part| values[*part]).sum::<i64>() == values[*total]
        };
        let is_so = |percent: &super::world::Percent| {
            let (part, whole) = (values[percent.part], values[percent.whole]);
            whole > 0 && percentage(part, whole, percent.scale) == percent.shown
        };
        if self.world.sums.iter().all(adds_up) && self.world.percents.iter().all(is_so) {
            for (range, value) in self.counts.iter_mut().zip(&values) {
                range.add(*value);
            }
            for (range, pool) in self.sums.iter_mut().zip(self.pools) {
                range.add(pool.iter().map(|count| values[*count]).sum());
            }
        }
    }
}
