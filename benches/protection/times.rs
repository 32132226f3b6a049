//! How long it takes.

use super::random::Random;
use super::tables::{Sizes, world};
use super::world::{PRESETS, World, settle};
use pledgebook::protect::{Count, CountId, Fate, Protected, Relation, System, protect};
use std::hint::black_box;
use std::time::{Duration, Instant};

pub(crate) fn all() {
    println!("{:48} {:>8} {:>12} {:>12}", "", "times", "mean", "longest");
    eight_by_eight();
    site("100,000 counts on their own", &alone(100_000));
    site("4,500 outcomes, 6 years, 2 counts each", &outcomes(4_500, 6));
    for tables in [25, 100, 400] {
        let name = format!("{tables} tables of 6 by 6, linked by their totals");
        site(&name, &chain(tables));
    }
}

fn line(name: &str, times: &[Duration]) {
    let mean = times.iter().sum::<Duration>() / times.len() as u32;
    let longest = times.iter().max().copied().unwrap_or_default();
    println!("{name:48} {:8} {mean:12.2?} {longest:12.2?}", times.len());
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let made = black_box(work());
    (start.elapsed(), made)
}

/// Tables of 8 by 8 without rounding: the whole, and then a second filling
/// for each count of what is withheld.
fn eight_by_eight() {
    let sizes = Sizes { largest: 8, plain: true };
    let worlds = (0..40_000).step_by(4).map(|seed| world(seed, sizes));
    let worlds: Vec<World> = worlds.filter(|world| world.truths.len() == 81).take(100).collect();
    let (mut whole, mut one) = (Vec::new(), Vec::new());
    for world in &worlds {
        let (took, settled) = timed(|| settle(world, true));
        whole.push(took);
        let system = world.system(&settled.withheld);
        let params = world.preset.params(false);
        let (took, protected) = timed(|| protect(&system, &params));
        one.push(took / (2 * protected.proofs.len().max(1)) as u32);
    }
    line("8 by 8, protected", &whole);
    line("8 by 8, one more filling", &one);
}

fn site(name: &str, system: &System) {
    let params = PRESETS[0].params(true);
    let (took, Protected { withheld, proofs, unprotected }) = timed(|| protect(system, &params));
    line(name, &[took]);
    let relations = system.relations.len();
    println!(
        "    {} counts, {relations} relations: {} proofs, {} withheld to protect others, {} given up",
        system.counts.len(),
        proofs.len(),
        withheld.len(),
        unprotected.len()
    );
}

fn count(truth: i64) -> Count {
    let cost = Some(if truth == 0 { 1_000 } else { 100 + truth.min(100) as u32 });
    let fate = match truth {
        1..=5 => Fate::Withheld,
        _ => Fate::Shown { low: truth, high: truth, cost },
    };
    Count { truth, fate, floor: 0, ceiling: None }
}

fn alone(number: usize) -> System {
    let mut random = Random::new(1);
    let counts = (0..number).map(|_| count(random.between(0, 12))).collect();
    System { counts, relations: Vec::new() }
}

/// Numerator, remainder and denominator of each year.
fn outcomes(number: usize, years: usize) -> System {
    let mut random = Random::new(2);
    let (mut counts, mut relations) = (Vec::new(), Vec::new());
    for _ in 0..number * years {
        let (part, rest) = (random.between(0, 40), random.between(0, 40));
        let rest_fate = if (1..=5).contains(&rest) { Fate::Guarded } else { Fate::Free };
        counts.extend([count(part), Count { fate: rest_fate, ..count(rest) }, count(part + rest)]);
        let first = counts.len() - 3;
        relations.push(addition(&[first, first + 1], first + 2));
    }
    System { counts, relations }
}

/// Tables of which each has its total in a table of totals.
fn chain(tables: usize) -> System {
    let mut random = Random::new(3);
    let (mut counts, mut relations, mut totals) = (Vec::new(), Vec::new(), Vec::new());
    let add = |counts: &mut Vec<Count>, parts: &[usize], relations: &mut Vec<Relation>| {
        counts.push(count(parts.iter().map(|part| counts[*part].truth).sum()));
        relations.push(addition(parts, counts.len() - 1));
        counts.len() - 1
    };
    for _ in 0..tables {
        let first = counts.len();
        counts.extend((0..36).map(|_| match random.between(1, 3) {
            1 => count(random.between(0, 5)),
            _ => count(random.between(6, 60)),
        }));
        let row = |row: usize| (0..6).map(|at| first + row * 6 + at).collect::<Vec<_>>();
        let column = |column: usize| (0..6).map(|at| first + at * 6 + column).collect::<Vec<_>>();
        let rows: Vec<usize> =
            (0..6).map(|at| add(&mut counts, &row(at), &mut relations)).collect();
        let columns: Vec<usize> =
            (0..6).map(|at| add(&mut counts, &column(at), &mut relations)).collect();
        let all = add(&mut counts, &rows, &mut relations);
        relations.push(addition(&columns, all));
        totals.push(all);
    }
    add(&mut counts, &totals, &mut relations);
    System { counts, relations }
}

fn addition(parts: &[usize], total: usize) -> Relation {
    let parts = parts.iter().map(|part| (CountId(*part), 1));
    let terms = parts.chain([(CountId(total), -1)]).collect();
    Relation { terms, low: Some(0), high: Some(0), is_sum: true }
}
