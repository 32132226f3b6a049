//! How much is withheld to protect others, beside the least that would do and
//! beside the official practice.

use super::optimum::{self, Loss};
use super::pairwise;
use super::tables::{Sizes, world};
use super::world::{World, settle};

/// What one table loses, in cells and in counts.
struct Lost {
    rule: (i64, i64),
    ours: (i64, i64),
    zeros: i64,
    least: (Loss, Loss),
}

pub(crate) fn small_tables(number: u64) {
    let worlds = (0..number).map(|seed| world(7_000 + seed, Sizes { largest: 4, plain: true }));
    let (mut all, mut left_out) = (Vec::new(), 0);
    for world in worlds {
        match lost(&world) {
            Some(lost) => all.push(lost),
            None => left_out += 1,
        }
    }
    let needed: Vec<&Lost> = all.iter().filter(|lost| lost.least.0 != (0, 0)).collect();
    println!(
        "Tables up to 4 by 4: {}, of which {} need more withheld; {left_out} left out",
        all.len(),
        needed.len()
    );
    let fewer_zeros = needed.iter().filter(|lost| lost.zeros > lost.least.0.0).count();
    println!("  more zeros than the least: {fewer_zeros}");
    let cells = |lost: &&Lost| lost.ours.0 as f64 / (lost.least.0.0 + lost.least.0.1).max(1) as f64;
    let counts = |lost: &&Lost| (lost.ours.1.max(1)) as f64 / lost.least.1.1.max(1) as f64;
    let with_rule = |rule: i64, lost: i64, least: i64| (rule + lost) as f64 / (rule + least) as f64;
    print("cells withheld to protect others", needed.iter().map(cells).collect());
    print("counts withheld to protect others", needed.iter().map(counts).collect());
    let cells = |lost: &&Lost| with_rule(lost.rule.0, lost.ours.0, lost.least.0.0 + lost.least.0.1);
    print("all cells withheld", needed.iter().map(cells).collect());
    let counts = |lost: &&Lost| with_rule(lost.rule.1, lost.ours.1, lost.least.1.1);
    print("all counts withheld", needed.iter().map(counts).collect());
}

fn lost(world: &World) -> Option<Lost> {
    let least = (optimum::least(world, |_| 1)?, optimum::least(world, |truth| truth)?);
    let settled = settle(world, true);
    let chosen: Vec<usize> = settled.protected.withheld.iter().map(|count| count.0).collect();
    let rule: Vec<usize> = (0..world.truths.len()).filter(|count| world.by_rule(*count)).collect();
    Some(Lost {
        rule: total(world, &rule),
        ours: total(world, &chosen),
        zeros: chosen.iter().filter(|count| world.truths[**count] == 0).count() as i64,
        least,
    })
}

/// How many counts, and their sum.
fn total(world: &World, counts: &[usize]) -> (i64, i64) {
    (counts.len() as i64, counts.iter().map(|count| world.truths[*count]).sum())
}

/// Beside plain pairwise suppression, on the tables of 5 by 5 and more.
pub(crate) fn large_tables(number: u64) {
    let worlds = (0..number).map(|seed| world(seed, Sizes { largest: 8, plain: false }));
    let (mut cells, mut counts) = (Vec::new(), Vec::new());
    for world in worlds {
        let settled = settle(&world, true);
        let theirs = pairwise::withheld(&world);
        let chosen = |withheld: &[bool]| -> Vec<usize> {
            (0..withheld.len()).filter(|at| withheld[*at] && !world.by_rule(*at)).collect()
        };
        let ours = total(&world, &chosen(&settled.withheld));
        let theirs = total(&world, &chosen(&theirs));
        if theirs.0 > 0 {
            cells.push(ours.0 as f64 / theirs.0 as f64);
            counts.push(ours.1 as f64 / theirs.1.max(1) as f64);
        }
    }
    println!("Beside plain pairwise suppression, {} publications up to 8 by 8", cells.len());
    print("cells withheld to protect others", cells);
    print("counts withheld to protect others", counts);
}

fn print(what: &str, mut ratios: Vec<f64>) {
    ratios.sort_by(f64::total_cmp);
    let at = |share: f64| ratios[((ratios.len() - 1) as f64 * share) as usize];
    let within = ratios.iter().filter(|ratio| **ratio <= 1.5).count();
    println!(
        "  {what}: within 1.5 times in {:.1} %; quartiles {:.2}, {:.2}, {:.2}, nine tenths {:.2}, most {:.2}",
        within as f64 * 100.0 / ratios.len() as f64,
        at(0.25),
        at(0.5),
        at(0.75),
        at(0.9),
        at(1.0)
    );
}
