//! How long protection takes, how much it withholds, and what a reader would
//! recover without it.
//!
//! `cargo bench --bench protection` protects 2,000 random publications (those
//! of the tests, which check them), times tables and whole sites, attacks what
//! is withheld by rule alone and by the official practice, and compares the
//! loss in small tables with the least there is.

#![allow(clippy::print_stdout, reason = "a benchmark tells what it measured")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a benchmark may stop")]

#[path = "../../tests/testsuite/protection/brute.rs"]
mod brute;
mod loss;
#[path = "../../tests/testsuite/protection/optimum.rs"]
mod optimum;
#[path = "../../tests/testsuite/protection/pairwise.rs"]
mod pairwise;
#[path = "../../tests/testsuite/protection/random.rs"]
mod random;
mod rates;
#[path = "../../tests/testsuite/protection/tables.rs"]
mod tables;
mod times;
#[path = "../../tests/testsuite/protection/verifier.rs"]
mod verifier;
#[path = "../../tests/testsuite/protection/world.rs"]
mod world;

use std::collections::BTreeMap;
use std::time::{Duration, Instant};
use tables::{Sizes, world};
use world::settle;

fn main() {
    publications(2_000);
    times::all();
    rates::all(500);
    loss::small_tables(400);
    loss::large_tables(400);
}

#[derive(Default)]
struct Line {
    number: usize,
    rule: usize,
    chosen: usize,
    given_up: usize,
    given_up_in: usize,
    took: Duration,
    longest: Duration,
}

fn publications(number: u64) {
    let mut lines: BTreeMap<(&str, &str), Line> = BTreeMap::new();
    for seed in 0..number {
        let world = world(seed, Sizes { largest: 8, plain: false });
        let start = Instant::now();
        let settled = settle(&world, true);
        let took = start.elapsed();
        assert_eq!(verifier::faults(&world, &settled), Vec::<String>::new(), "publication {seed}");
        let line = lines.entry((world.kind, world.preset.name)).or_default();
        line.number += 1;
        line.rule += (0..world.truths.len()).filter(|count| world.by_rule(*count)).count();
        line.chosen += settled.protected.withheld.len();
        line.given_up += settled.protected.unprotected.len();
        line.given_up_in += usize::from(!settled.protected.unprotected.is_empty());
        line.took += took;
        line.longest = line.longest.max(took);
    }
    println!(
        "{:12} {:9} {:>6} {:>7} {:>7} {:>8} {:>4} {:>9} {:>9}",
        "kind", "rules", "number", "by rule", "chosen", "given up", "in", "mean ms", "max ms"
    );
    let mut total = Duration::ZERO;
    for ((kind, rules), line) in &lines {
        let ms = |time: Duration| time.as_secs_f64() * 1e3;
        println!(
            "{kind:12} {rules:9} {:6} {:7} {:7} {:8} {:4} {:9.3} {:9.3}",
            line.number,
            line.rule,
            line.chosen,
            line.given_up,
            line.given_up_in,
            ms(line.took) / line.number as f64,
            ms(line.longest)
        );
        total += line.took;
    }
    println!("{number} publications in {total:.2?}");
}
