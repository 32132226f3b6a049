//! The official practice: where a sum has one withheld count, one more is
//! withheld, the smallest that is shown and not zero.

use super::world::{Place, World};

/// Which counts are withheld by rule and by this practice.
pub(crate) fn withheld(world: &World) -> Vec<bool> {
    let mut withheld: Vec<bool> =
        (0..world.truths.len()).map(|count| world.by_rule(count)).collect();
    while let Some(count) = world.sums.iter().find_map(|sum| next(world, &withheld, sum)) {
        withheld[count] = true;
    }
    withheld
}

/// What is to be withheld in one sum: a part if there is one, else the total.
fn next(world: &World, withheld: &[bool], (parts, total): &(Vec<usize>, usize)) -> Option<usize> {
    let members = || parts.iter().chain([total]);
    if members().any(|count| world.places[*count] == Place::Remainder) {
        return None;
    }
    if members().filter(|count| withheld[**count]).count() != 1 {
        return None;
    }
    let shown = |count: &&usize| !withheld[**count] && world.truths[**count] > 0;
    let part = parts.iter().filter(shown).min_by_key(|count| world.truths[**count]);
    part.or(Some(total).filter(shown)).copied()
}
