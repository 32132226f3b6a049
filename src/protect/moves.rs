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
use std::cell::Cell;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, HashSet};

/// Changes from the true counts (or from other changes), by count.
pub(super) type Changes = BTreeMap<usize, i64>;

/// What putting right one broken sum costs, about, where counts are in many relations.
const PULL: u64 = 120;

/// How many steps a search may look at where every count is in two relations.
const PLAIN: usize = 20_000;

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

/// Relations whose sums have changed, and by how much; the last to change is last.
type Broken = Vec<(usize, i64)>;

/// Changes made one after the other, the last of them here.
struct Node {
    before: Option<usize>,
    var: usize,
    by: i64,
    broken: Broken,
    cost: u64,
    steps: usize,
    /// Whether what is still to come has been counted in.
    judged: bool,
}

/// A change that puts a sum right, or brings it nearer.
#[derive(Clone, Copy)]
struct Step {
    var: usize,
    by: i64,
    cost: u64,
}

struct Search<'a> {
    ground: Ground<'a>,
    asked: Asked<'a>,
    /// How far the sums are from the true ones already.
    sums: BTreeMap<usize, i64>,
    nodes: Vec<Node>,
    heap: BinaryHeap<Reverse<(u64, usize, usize)>>,
    seen: HashSet<Broken>,
}

impl<'a> Search<'a> {
    fn new(ground: Ground<'a>, asked: Asked<'a>) -> Self {
        let mut sums = BTreeMap::new();
        for (var, by) in asked.base {
            for (rel, coefficient) in &ground.district.vars[*var].rels {
                let sum = sums.entry(*rel).or_insert(0i64);
                *sum = sum.saturating_add(coefficient.saturating_mul(*by));
            }
        }
        let (nodes, heap, seen) = (Vec::new(), BinaryHeap::new(), HashSet::new());
        Self { ground, asked, sums, nodes, heap, seen }
    }

    fn run(mut self) -> Option<Move> {
        self.begin();
        let mut looked = 0;
        while let Some(Reverse((_, _, at))) = self.heap.pop() {
            if !self.nodes[at].judged && !self.is_new(at) {
                continue;
            }
            looked += 1;
            self.ground.spent.set(self.ground.spent.get() + 1);
            if looked > self.budget() {
                return None;
            }
            let Some(ways) = self.ways(at) else { return Some(self.made(at)) };
            let least = ways.iter().map(|step| step.cost).min();
            match least {
                None => {}
                Some(least) if least > 0 && !self.nodes[at].judged => self.put_back(at, least),
                Some(_) => ways.into_iter().for_each(|step| self.step(at, step)),
            }
        }
        None
    }

    /// In a plain district the search comes to an end by itself.
    fn budget(&self) -> usize {
        if self.ground.district.is_plain { PLAIN } else { self.ground.budget }
    }

    /// Whether nothing as cheap has come to the same.
    fn is_new(&mut self, at: usize) -> bool {
        let mut key = self.nodes[at].broken.clone();
        key.sort_unstable();
        self.seen.insert(key)
    }

    /// The change that is asked for.
    fn begin(&mut self) {
        let Asked { target, sign, .. } = self.asked;
        match target {
            Target::Count(var) => {
                let Some(cost) = self.price(var, sign) else { return };
                let broken = self.broken_by(&Vec::new(), var, sign);
                self.push(None, Step { var, by: sign, cost }, broken);
            }
            Target::Pool { rel, side } => {
                let broken = vec![(rel, side * sign), (self.pool_rel(), -sign)];
                self.push(None, Step { var: usize::MAX, by: 0, cost: 0 }, broken);
            }
        }
    }

    /// The number under which the pool of the target stands as a relation of its own.
    fn pool_rel(&self) -> usize {
        self.ground.district.rels.len()
    }

    fn push(&mut self, before: Option<usize>, step: Step, broken: Broken) {
        let (spent, steps) =
            before.map_or((0, 0), |at| (self.nodes[at].cost, self.nodes[at].steps + 1));
        let (Step { var, by, .. }, cost) = (step, spent + step.cost);
        if self.asked.below.is_some_and(|below| cost >= below) {
            return;
        }
        let order = (cost + self.to_come(broken.len()), steps + 2 * broken.len(), self.nodes.len());
        self.nodes.push(Node { before, var, by, broken, cost, steps, judged: false });
        self.heap.push(Reverse(order));
    }

    /// Puts a node back behind those that can be no dearer in the end.
    fn put_back(&mut self, at: usize, least: u64) {
        self.nodes[at].judged = true;
        let Node { cost, steps, broken, .. } = &self.nodes[at];
        let order = (cost + least + self.to_come(broken.len()), steps + 2 * broken.len(), at);
        self.heap.push(Reverse(order));
    }

    /// The ways to put right the broken sum that has the fewest; `None`: none is broken.
    fn ways(&self, at: usize) -> Option<Vec<Step>> {
        let mut fewest: Option<Vec<Step>> = None;
        let changes = self.changes(at);
        for &(rel, by) in self.nodes[at].broken.iter().rev() {
            if self.may_change(rel, by) {
                continue;
            }
            let ways = self.ways_of(&changes, rel, by);
            if fewest.as_ref().is_none_or(|fewest| ways.len() < fewest.len()) {
                fewest = Some(ways);
            }
        }
        fewest
    }

    /// Every change that can put relation `rel` right after `changes`.
    fn ways_of(&self, changes: &[(usize, i64)], rel: usize, by: i64) -> Vec<Step> {
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

    /// What is still to come, about, where the nearest first takes too long.
    fn to_come(&self, broken: usize) -> u64 {
        if self.ground.district.is_plain { 0 } else { PULL * broken as u64 }
    }

    fn step(&mut self, at: usize, step: Step) {
        let broken = self.broken_by(&self.nodes[at].broken, step.var, step.by);
        self.push(Some(at), step, broken);
    }

    /// All changes on the way to `at`.
    fn changes(&self, at: usize) -> Vec<(usize, i64)> {
        let mut next = Some(at);
        let mut all = Vec::new();
        while let Some(at) = next {
            let node = &self.nodes[at];
            all.push((node.var, node.by));
            next = node.before;
        }
        all
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
        room.holds(base.saturating_add(by.saturating_mul(self.asked.forth)))
            && room.holds(base.saturating_sub(by.saturating_mul(self.asked.back)))
    }

    /// What is broken after `var` changes by `by`; the last to break is last.
    fn broken_by(&self, broken: &Broken, var: usize, by: i64) -> Broken {
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

    fn made(&self, at: usize) -> Move {
        let mut changes = Changes::new();
        for (var, by) in self.changes(at) {
            *changes.entry(var).or_default() += by;
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
