//! What a move may use, what each change in it costs, and what it breaks.

use super::district::{District, Room};
use super::pools::Target;
use std::cell::Cell;
use std::collections::BTreeMap;

/// Changes from the true counts (or from other changes), by count.
pub(super) type Changes = BTreeMap<usize, i64>;

/// Relations whose sums have changed, and by how much; the last to change is last.
pub(super) type Broken = Vec<(usize, i64)>;

/// What a move may use.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    pub(super) district: &'a District,
    /// The counts that are not shown.
    pub(super) hidden: &'a [bool],
    /// The counts that may be withheld at their cost; none of them: `None`.
    pub(super) offered: Option<&'a [bool]>,
    /// How many steps may be looked at where counts are in many relations.
    pub(super) budget: usize,
    /// How many have been looked at in all.
    pub(super) spent: &'a Cell<usize>,
}

impl Ground<'_> {
    /// How far `var` may go, withheld where that is offered.
    pub(super) fn room(&self, var: usize) -> Room {
        let known = &self.district.vars[var];
        let may_hide = self.offered.is_some_and(|all| all[var]) && known.cost().is_some();
        if self.hidden[var] || may_hide { known.hidden } else { known.shown }
    }
}

/// What is asked of a move.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    pub(super) target: Target,
    /// Whether the target is to be raised (1) or lowered (-1).
    pub(super) sign: i64,
    /// How many times the move is to be possible from `base`.
    pub(super) forth: i64,
    /// How many times its reverse is.
    pub(super) back: i64,
    /// The changes made already.
    pub(super) base: &'a Changes,
    /// What it must cost less than.
    pub(super) below: Option<u64>,
}

/// A change that puts a sum right, or brings it nearer.
#[derive(Clone, Copy)]
pub(super) struct Step {
    pub(super) var: usize,
    pub(super) by: i64,
    pub(super) cost: u64,
}

/// What holds for the changes of one move.
pub(super) struct Rules<'a> {
    pub(super) ground: Ground<'a>,
    pub(super) asked: Asked<'a>,
    /// How far the sums are from the true ones already.
    sums: BTreeMap<usize, i64>,
}

impl<'a> Rules<'a> {
    pub(super) fn new(ground: Ground<'a>, asked: Asked<'a>) -> Self {
        let mut sums = BTreeMap::new();
        for (var, by) in asked.base {
            for (rel, coefficient) in &ground.district.vars[*var].rels {
                let sum = sums.entry(*rel).or_insert(0i64);
                *sum = sum.saturating_add(coefficient.saturating_mul(*by));
            }
        }
        Self { ground, asked, sums }
    }

    /// The number under which the pool of the target stands as a relation of its own.
    pub(super) fn pool_rel(&self) -> usize {
        self.ground.district.rels.len()
    }

    /// Every change that can put relation `rel` right after `changes`.
    pub(super) fn ways_of(&self, changes: &[(usize, i64)], rel: usize, by: i64) -> Vec<Step> {
        let whole = if rel == self.pool_rel() { self.pool_of() } else { rel };
        let mut ways = Vec::new();
        for &(var, coefficient) in &self.ground.district.rels[whole].terms {
            let (rel_of, coefficient) = self.place(whole, var, coefficient);
            if rel_of != rel || self.asked.target == Target::Count(var) {
                continue;
            }
            let here = changes.iter().filter(|(other, _)| *other == var);
            let before = here.map(|(_, by)| by).sum::<i64>();
            let paid = self.price(var, before).unwrap_or(0);
            for change in steps(by, coefficient) {
                if let Some(price) = self.price(var, before.saturating_add(change)) {
                    ways.push(Step { var, by: change, cost: price.saturating_sub(paid) });
                }
            }
        }
        ways
    }

    /// What it costs that `var` changes by `by` in one step; `None`: it cannot.
    pub(super) fn price(&self, var: usize, by: i64) -> Option<u64> {
        let known = &self.ground.district.vars[var];
        let base = self.asked.base.get(&var).copied().unwrap_or(0);
        if self.fits(if self.ground.hidden[var] { known.hidden } else { known.shown }, base, by) {
            return Some(0);
        }
        let offered = !self.ground.hidden[var] && self.ground.offered.is_some_and(|all| all[var]);
        let cost = known.cost().filter(|_| offered && self.fits(known.hidden, base, by))?;
        Some(cost.into())
    }

    pub(super) fn may_change(&self, rel: usize, by: i64) -> bool {
        if rel == self.pool_rel() {
            return by == 0;
        }
        let base = self.sums.get(&rel).copied().unwrap_or(0);
        self.fits(self.ground.district.rels[rel].slack, base, by)
    }

    /// Whether `room` holds the change as often as it is asked for.
    fn fits(&self, room: Room, base: i64, by: i64) -> bool {
        room.holds(base.saturating_add(by.saturating_mul(self.asked.forth)))
            && room.holds(base.saturating_sub(by.saturating_mul(self.asked.back)))
    }

    /// What is broken after `var` changes by `by`; the last to break is last.
    pub(super) fn broken_by(&self, broken: &Broken, var: usize, by: i64) -> Broken {
        let mut broken = broken.clone();
        for &(rel, coefficient) in &self.ground.district.vars[var].rels {
            let (rel, coefficient) = self.place(rel, var, coefficient);
            let mut change = coefficient.saturating_mul(by);
            broken.retain(|(other, old)| {
                change = change.saturating_add(if *other == rel { *old } else { 0 });
                *other != rel
            });
            if change != 0 {
                broken.push((rel, change));
            }
        }
        broken
    }

    /// Where `var` counts in relation `rel`, and how: the pool that is asked
    /// about is a relation of its own, apart from the rest.
    fn place(&self, rel: usize, var: usize, coefficient: i64) -> (usize, i64) {
        match self.asked.target {
            Target::Pool { rel: pool, side }
                if pool == rel && self.ground.hidden[var] && coefficient * side > 0 =>
            {
                (self.pool_rel(), coefficient * side)
            }
            _ => (rel, coefficient),
        }
    }

    fn pool_of(&self) -> usize {
        match self.asked.target {
            Target::Pool { rel, .. } => rel,
            Target::Count(_) => usize::MAX,
        }
    }
}

/// The changes of a count that put right, or bring nearer, a sum that is off by `by`.
fn steps(by: i64, coefficient: i64) -> impl Iterator<Item = i64> {
    let whole = by.saturating_neg() / coefficient;
    let further = whole - by.signum() * coefficient.signum();
    let exact = whole * coefficient == -by;
    let single = whole.signum();
    let all = [Some(whole), (!exact).then_some(further), (whole.abs() > 1).then_some(single)];
    all.into_iter().flatten().filter(|change| *change != 0)
}
