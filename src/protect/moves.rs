//! One move: changes to counts that raise or lower one of them and leave
//! every relation as it was.
//!
//! Raising a count breaks the relations it is in. One of them is put right by
//! changing another of its counts, which may break a further one, and so on
//! until none is broken. In a table every count is in two relations, so that
//! at most two are broken at a time, and a search over what is broken, the
//! nearest first, finds the shortest move there is, or that there is none.
//! Where a count is in three relations or more the search has a budget.
//!
//! The search may also go through counts that are shown, at what withholding
//! them costs: it then finds the cheapest counts to withhold.

use super::district::{District, Room};
use super::pools::Target;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

/// Changes from the true counts (or from other changes), by count.
pub(super) type Changes = BTreeMap<usize, i64>;

/// What a move may use.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    pub(super) district: &'a District,
    /// The counts that are not shown.
    pub(super) hidden: &'a [bool],
    /// The counts that may be withheld at their cost; none of them: `None`.
    pub(super) offered: Option<&'a [bool]>,
    /// How many steps may be looked at.
    pub(super) budget: usize,
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
}

/// A move that was found.
#[derive(Debug, Clone)]
pub(super) struct Move {
    /// The changes of one step of it.
    pub(super) changes: Changes,
    /// The shown counts that it needs withheld.
    pub(super) opens: Vec<usize>,
    /// What withholding them costs.
    pub(super) cost: u64,
}

/// Finds the cheapest move, and of those the shortest.
pub(super) fn find(ground: Ground<'_>, asked: Asked<'_>) -> Option<Move> {
    Search::new(ground, asked).run()
}

/// A relation whose sum has changed, by how much.
type Broken = Vec<(usize, i64)>;

/// Changes made one after the other, the last of them here.
struct Node {
    before: Option<usize>,
    var: usize,
    by: i64,
    broken: Broken,
    cost: u64,
    steps: usize,
}

struct Search<'a> {
    ground: Ground<'a>,
    asked: Asked<'a>,
    /// How far the sums are from the true ones already.
    sums: BTreeMap<usize, i64>,
    nodes: Vec<Node>,
    heap: BinaryHeap<Reverse<(u64, usize, usize)>>,
    seen: BTreeSet<Broken>,
}

impl<'a> Search<'a> {
    fn new(ground: Ground<'a>, asked: Asked<'a>) -> Self {
        let mut sums = BTreeMap::new();
        for (var, by) in asked.base {
            for (rel, coefficient) in &ground.district.vars[*var].rels {
                *sums.entry(*rel).or_insert(0) += coefficient * by;
            }
        }
        let (nodes, heap, seen) = (Vec::new(), BinaryHeap::new(), BTreeSet::new());
        Self { ground, asked, sums, nodes, heap, seen }
    }

    fn run(mut self) -> Option<Move> {
        self.begin();
        let mut looked = 0;
        while let Some(Reverse((_, _, at))) = self.heap.pop() {
            let node = &self.nodes[at];
            let mut key = node.broken.clone();
            key.sort_unstable();
            if !self.seen.insert(key) {
                continue;
            }
            let last = node.broken.iter().rfind(|(rel, by)| !self.may_change(*rel, *by));
            let Some(&(rel, by)) = last else { return Some(self.made(at)) };
            looked += 1;
            if looked > self.ground.budget {
                return None;
            }
            self.mend(at, rel, by);
        }
        None
    }

    /// The change that is asked for.
    fn begin(&mut self) {
        let Asked { target, sign, .. } = self.asked;
        match target {
            Target::Count(var) => {
                let Some(cost) = self.price(var, sign) else { return };
                let broken = self.broken_by(&Vec::new(), var, sign);
                self.push(None, (var, sign), broken, cost);
            }
            Target::Pool { rel, side } => {
                let broken = vec![(rel, side * sign), (self.pool_rel(), -sign)];
                self.push(None, (usize::MAX, 0), broken, 0);
            }
        }
    }

    /// The number under which the pool of the target stands as a relation of its own.
    fn pool_rel(&self) -> usize {
        self.ground.district.rels.len()
    }

    fn push(&mut self, before: Option<usize>, (var, by): (usize, i64), broken: Broken, cost: u64) {
        let steps = before.map_or(0, |before| self.nodes[before].steps + 1);
        let order = (cost, steps + 2 * broken.len(), self.nodes.len());
        self.nodes.push(Node { before, var, by, broken, cost, steps });
        self.heap.push(Reverse(order));
    }

    /// Tries every count that can put relation `rel` right after `at`.
    fn mend(&mut self, at: usize, rel: usize, by: i64) {
        let whole = if rel == self.pool_rel() { self.pool_of() } else { rel };
        let district = self.ground.district;
        for &(var, coefficient) in &district.rels[whole].terms {
            let (rel_of, coefficient) = self.place(whole, var, coefficient);
            if rel_of != rel || self.asked.target == Target::Count(var) {
                continue;
            }
            for change in steps(by, coefficient) {
                self.step(at, var, change);
            }
        }
    }

    fn step(&mut self, at: usize, var: usize, change: i64) {
        let before = self.changed(at, var);
        let Some(price) = self.price(var, before + change) else { return };
        let paid = self.price(var, before).unwrap_or(0);
        let cost = self.nodes[at].cost + price.saturating_sub(paid);
        let broken = self.broken_by(&self.nodes[at].broken, var, change);
        self.push(Some(at), (var, change), broken, cost);
    }

    /// By how much `var` has changed on the way to `at`.
    fn changed(&self, at: usize, var: usize) -> i64 {
        let mut next = Some(at);
        let mut sum = 0;
        while let Some(at) = next {
            let node = &self.nodes[at];
            sum += if node.var == var { node.by } else { 0 };
            next = node.before;
        }
        sum
    }

    /// What it costs that `var` changes by `by` in one step; `None`: it cannot.
    fn price(&self, var: usize, by: i64) -> Option<u64> {
        let known = &self.ground.district.vars[var];
        let base = self.asked.base.get(&var).copied().unwrap_or(0);
        if self.fits(if self.ground.hidden[var] { known.hidden } else { known.shown }, base, by) {
            return Some(0);
        }
        let offered = !self.ground.hidden[var] && self.ground.offered.is_some_and(|all| all[var]);
        let cost = known.cost().filter(|_| offered && self.fits(known.hidden, base, by))?;
        Some(cost.into())
    }

    fn may_change(&self, rel: usize, by: i64) -> bool {
        if rel == self.pool_rel() {
            return by == 0;
        }
        let base = self.sums.get(&rel).copied().unwrap_or(0);
        self.fits(self.ground.district.rels[rel].slack, base, by)
    }

    /// Whether `room` holds the change as often as it is asked for.
    fn fits(&self, room: Room, base: i64, by: i64) -> bool {
        room.holds(base + by * self.asked.forth) && room.holds(base - by * self.asked.back)
    }

    /// What is broken after `var` changes by `by`; the last to break is last.
    fn broken_by(&self, broken: &Broken, var: usize, by: i64) -> Broken {
        let mut broken = broken.clone();
        for &(rel, coefficient) in &self.ground.district.vars[var].rels {
            let (rel, coefficient) = self.place(rel, var, coefficient);
            let mut change = coefficient * by;
            broken.retain(|(other, old)| {
                change += if *other == rel { *old } else { 0 };
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

    fn made(&self, at: usize) -> Move {
        let mut changes = Changes::new();
        let mut next = Some(at);
        while let Some(at) = next {
            let node = &self.nodes[at];
            if node.by != 0 {
                *changes.entry(node.var).or_default() += node.by;
            }
            next = node.before;
        }
        changes.retain(|_, by| *by != 0);
        let dear = |(var, by): (&usize, &i64)| self.price(*var, *by).is_some_and(|cost| cost > 0);
        let opens = changes.iter().filter(|change| dear(*change)).map(|(var, _)| *var).collect();
        Move { changes, opens, cost: self.nodes[at].cost }
    }
}

/// The changes of a count that put right, or bring nearer, a sum that is off by `by`.
fn steps(by: i64, coefficient: i64) -> impl Iterator<Item = i64> {
    let whole = -by / coefficient;
    let further = whole - by.signum() * coefficient.signum();
    let exact = whole * coefficient == -by;
    let single = whole.signum();
    let all = [Some(whole), (!exact).then_some(further), (whole.abs() > 1).then_some(single)];
    all.into_iter().flatten().filter(|change| *change != 0)
}
