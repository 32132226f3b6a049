//! What a reader recovers where nothing more is withheld, and where the
//! official practice is followed.

use super::brute;
use super::pairwise;
use super::tables::{Sizes, world};
use super::world::{PRESETS, Settled, World};
use pledgebook::protect::protect;
use std::collections::BTreeSet;

pub(crate) fn all(number: u64) {
    println!(
        "Withheld counts that a reader recovers or finds to be small together, of all withheld"
    );
    println!("  {:34} {:>22} {:>22}", "", "by rule only", "pairwise");
    for (at, preset) in PRESETS.iter().enumerate() {
        let sizes = Sizes { largest: 8, plain: false };
        let worlds = (0..number).map(|seed| world(seed * 4 + at as u64, sizes));
        line(preset.name, "up to 8 by 8", worlds, engine);
    }
    let sizes = Sizes { largest: 3, plain: false };
    let worlds = || (1_000_000..1_000_000 + 4 * number).map(|seed| world(seed, sizes));
    let small = |world: &World| brute::unknown(world, &pairwise::withheld(world)).len() <= 8;
    line("at most 8 unknown", "all fillings", worlds().filter(small), all_fillings);
    line("at most 8 unknown", "engine", worlds().filter(small), engine);
}

/// Finds what is recovered where `withheld` is.
type Attack = fn(&World, &[bool]) -> BTreeSet<usize>;

fn line(name: &str, how: &str, worlds: impl Iterator<Item = World>, attack: Attack) {
    let mut figures = [(0, 0); 2];
    for world in worlds {
        let rule = (0..world.truths.len()).map(|count| world.by_rule(count)).collect();
        for (figure, withheld) in figures.iter_mut().zip([rule, pairwise::withheld(&world)]) {
            let found = attack(&world, &withheld);
            figure.0 += found.iter().filter(|count| withheld[**count]).count();
            figure.1 += withheld.iter().filter(|withheld| **withheld).count();
        }
    }
    let [plain, pairs] = figures.map(|(found, all)| {
        format!("{found} of {all}: {:.1} %", found as f64 * 100.0 / f64::from(all.max(1) as u32))
    });
    println!("  {:34} {plain:>22} {pairs:>22}", format!("{name}, {how}"));
}

fn engine(world: &World, withheld: &[bool]) -> BTreeSet<usize> {
    let protected = protect(&world.system(withheld), &world.preset.params(false));
    protected.unprotected.iter().map(|count| count.0).collect()
}

fn all_fillings(world: &World, withheld: &[bool]) -> BTreeSet<usize> {
    let settled = Settled { withheld: withheld.to_vec(), protected: Default::default() };
    brute::recovered(world, &settled)
}
