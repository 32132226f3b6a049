//! No withheld count can be worked out from what is published, and little
//! more than is needed is withheld.
//!
//! `cargo test --release --test testsuite protection -- --ignored --nocapture`
//! checks 2,000 publications and 500 small ones by trying all fillings, and
//! prints the figures.

mod brute;
mod random;
mod tables;
mod verifier;
mod world;

use std::collections::BTreeMap;
use tables::{Sizes, world};
use world::{Place, World, settle};

/// Publications with tables of up to 8 by 8.
const WHOLE: Sizes = Sizes { largest: 8, plain: false };
const SMALL: Sizes = Sizes { largest: 3, plain: false };

#[test]
fn two_hundred_publications_keep_their_secrets() {
    check(200);
}

#[test]
#[ignore = "takes a while: the figures of all 2,000"]
fn two_thousand_publications_keep_their_secrets() {
    check(2_000);
}

/// Protects `number` publications and checks each proof.
fn check(number: u64) {
    let worlds: Vec<World> = (0..number).map(|seed| world(seed, WHOLE)).collect();
    shares_are_as_promised(&worlds);
    let mut lines: BTreeMap<(&str, &str), [usize; 5]> = BTreeMap::new();
    for (seed, world) in worlds.iter().enumerate() {
        let settled = settle(world, true);
        let faults = verifier::faults(world, &settled);
        assert!(faults.is_empty(), "publication {seed}: {}", faults.join("\n"));
        let line = lines.entry((world.kind, world.preset.name)).or_default();
        line[0] += 1;
        line[1] += (0..world.truths.len()).filter(|count| world.by_rule(*count)).count();
        line[2] += settled.protected.proofs.len();
        line[3] += settled.protected.unprotected.len();
        line[4] += usize::from(!settled.protected.unprotected.is_empty());
    }
    println!("kind, rules: publications, withheld by rule, proofs, not protected, in publications");
    for (line, figures) in lines {
        println!("{line:?}: {figures:?}");
    }
}

/// At least 30 % of cells are 1 to 5, and 15 % are 0, under each set of rules.
fn shares_are_as_promised(worlds: &[World]) {
    for preset in world::PRESETS {
        let worlds = worlds.iter().filter(|world| world.preset.name == preset.name);
        let cells: Vec<i64> = worlds.flat_map(cells).collect();
        let share = |wanted: fn(&i64) -> bool| {
            cells.iter().filter(|cell| wanted(cell)).count() * 100 / cells.len()
        };
        assert!(share(|cell| (1..=5).contains(cell)) >= 30, "{}", preset.name);
        assert!(share(|cell| *cell == 0) >= 15, "{}", preset.name);
    }
}

fn cells(world: &World) -> Vec<i64> {
    let at = (0..world.truths.len()).filter(|at| world.places[*at] == Place::Cell);
    at.map(|at| world.truths[at]).collect()
}

#[test]
fn trying_all_fillings_finds_what_the_engine_says() {
    agrees_with_brute_force(50);
}

#[test]
#[ignore = "takes a while: the figures of all 500"]
fn trying_all_fillings_of_five_hundred_finds_what_the_engine_says() {
    agrees_with_brute_force(500);
}

/// Compares `number` publications of at most eight unknown counts.
fn agrees_with_brute_force(number: usize) {
    let (mut seen, mut seed) = (0, 1_000_000);
    while seen < number {
        seed += 1;
        let world = world(seed, SMALL);
        for secondary in [false, true] {
            let settled = settle(&world, secondary);
            let unknown = brute::unknown(&world, &settled.withheld).len();
            if !(1..=8).contains(&unknown) {
                continue;
            }
            let mut said: Vec<usize> =
                settled.protected.unprotected.iter().map(|count| count.0).collect();
            said.sort_unstable();
            let found: Vec<usize> = brute::recovered(&world, &settled).into_iter().collect();
            assert_eq!(said, found, "publication {seed} {secondary}: {world:#?} {settled:#?}");
            seen += 1;
        }
    }
}
