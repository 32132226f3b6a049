//! How far a count can be moved: two fillings in which it differs by enough.

use super::exact::Doubt;
use super::ground::{Asked, Changes, Ground};
use super::moves::{self, Move};
use super::pools::Target;

/// Two fillings, as changes from the true counts.
#[derive(Debug, Clone, Default)]
pub(super) struct Pair {
    pub(super) low: Changes,
    pub(super) high: Changes,
}

impl Pair {
    /// Whether `var` differs from the true count in one of them.
    pub(super) fn moves(&self, var: usize) -> bool {
        self.low.contains_key(&var) || self.high.contains_key(&var)
    }

    /// How far apart they are at `var`.
    pub(super) fn width(&self, var: usize) -> i64 {
        let by = |changes: &Changes| changes.get(&var).copied().unwrap_or(0);
        by(&self.high) - by(&self.low)
    }
}

/// How many steps a first search may look at where counts are in many relations.
const FIRST: usize = 200;

/// Two fillings in which `target` differs by `want`, if they can be found.
pub(super) fn pair(ground: Ground<'_>, target: Target, want: i64) -> Option<Pair> {
    if let Some(pair) = by_moves(Ground { budget: FIRST, ..ground }, target, want) {
        return Some(pair);
    }
    match Doubt::about(ground, target) {
        Some(doubt) if doubt.is_narrow(want) => None,
        Some(doubt) if doubt.is_small() => doubt.pair(want),
        _ if ground.district.is_plain => None,
        _ => by_moves(ground, target, want),
    }
}

fn by_moves(ground: Ground<'_>, target: Target, want: i64) -> Option<Pair> {
    let high = push(ground, target, 1, want);
    let left = want - high.by;
    let low = push(ground, target, -1, left);
    (low.by >= left).then_some(Pair { low: low.changes, high: high.changes })
}

/// A filling in which a target is further than in the true one.
#[derive(Debug, Clone, Default)]
pub(super) struct Pushed {
    pub(super) changes: Changes,
    pub(super) by: i64,
}

/// Moves `target` in the direction of `sign` by `want`, or as far as it goes.
pub(super) fn push(ground: Ground<'_>, target: Target, sign: i64, want: i64) -> Pushed {
    let mut pushed = Pushed::default();
    let mut size = want;
    while size > 0 {
        let asked =
            Asked { target, sign, forth: size, back: 0, base: &pushed.changes, below: None };
        match moves::find(ground, asked) {
            Some(found) => {
                pushed.add(&found, size);
                size = size.min(want - pushed.by);
            }
            None => size /= 2,
        }
    }
    pushed
}

impl Pushed {
    fn add(&mut self, found: &Move, times: i64) {
        for (var, by) in &found.changes {
            *self.changes.entry(*var).or_default() += by * times;
        }
        self.changes.retain(|_, by| *by != 0);
        self.by += times;
    }
}
