//! The least that must be withheld in a small table, found by trying all
//! sets of counts in order of what they lose.

use super::world::World;
use pledgebook::protect::{Fate, Params, System, protect};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// How many sets are tried before a table is left out.
const SETS: usize = 30_000;

/// What is lost: zeros first, since they are withheld only where nothing else helps.
pub(crate) type Loss = (i64, i64);

/// The least loss of counts that are withheld to protect others, where `loss`
/// tells that of one. `None`: too many sets to try.
pub(crate) fn least(world: &World, loss: impl Fn(i64) -> i64) -> Option<Loss> {
    let system = world.system(&[]);
    let params = world.preset.params(false);
    let mut offered: Vec<(Loss, usize)> = (0..system.counts.len())
        .filter(|at| matches!(system.counts[*at].fate, Fate::Shown { .. }))
        .map(|at| (of(world.truths[at], &loss), at))
        .collect();
    offered.sort_unstable();
    // Each set is reached once, from the one without its last count.
    let mut heap = BinaryHeap::from([Reverse(((0, 0), Vec::new()))]);
    for _ in 0..SETS {
        let Reverse((lost, set)) = heap.pop()?;
        if is_safe(&system, &params, &offered, &set) {
            return Some(lost);
        }
        let next = set.last().map_or(0, |last| last + 1);
        for (more, ((zeros, loss), _)) in offered.iter().enumerate().skip(next) {
            let mut set: Vec<usize> = set.clone();
            set.push(more);
            heap.push(Reverse(((lost.0 + zeros, lost.1 + loss), set)));
        }
    }
    None
}

fn of(truth: i64, loss: &impl Fn(i64) -> i64) -> Loss {
    if truth == 0 { (1, 0) } else { (0, loss(truth)) }
}

fn is_safe(system: &System, params: &Params, offered: &[(Loss, usize)], set: &[usize]) -> bool {
    let mut system = system.clone();
    for chosen in set {
        system.counts[offered[*chosen].1].fate = Fate::Withheld;
    }
    protect(&system, params).unprotected.is_empty()
}
