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

use super::ground::{Asked, Broken, Changes, Ground, Rules, Step};
use super::pools::Target;
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashSet};

/// What putting right one broken sum costs, about, where counts are in many relations.
const PULL: u64 = 120;

/// How many steps a search may look at where every count is in two relations.
const PLAIN: usize = 20_000;

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

struct Search<'a> {
    rules: Rules<'a>,
    nodes: Vec<Node>,
    heap: BinaryHeap<Reverse<(u64, usize, usize)>>,
    seen: HashSet<Broken>,
}

impl<'a> Search<'a> {
    fn new(ground: Ground<'a>, asked: Asked<'a>) -> Self {
        let (nodes, heap, seen) = (Vec::new(), BinaryHeap::new(), HashSet::new());
        Self { rules: Rules::new(ground, asked), nodes, heap, seen }
    }

    fn run(mut self) -> Option<Move> {
        self.begin();
        let mut looked = 0;
        while let Some(Reverse((_, _, at))) = self.heap.pop() {
            if !self.nodes[at].judged && !self.is_new(at) {
                continue;
            }
            looked += 1;
            self.rules.ground.spent.set(self.rules.ground.spent.get() + 1);
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
        if self.rules.ground.district.is_plain { PLAIN } else { self.rules.ground.budget }
    }

    /// Whether nothing as cheap has come to the same.
    fn is_new(&mut self, at: usize) -> bool {
        let mut key = self.nodes[at].broken.clone();
        key.sort_unstable();
        self.seen.insert(key)
    }

    /// The change that is asked for.
    fn begin(&mut self) {
        let Asked { target, sign, .. } = self.rules.asked;
        match target {
            Target::Count(var) => {
                let Some(cost) = self.rules.price(var, sign) else { return };
                let broken = self.rules.broken_by(&Vec::new(), var, sign);
                self.push(None, Step { var, by: sign, cost }, broken);
            }
            Target::Pool { rel, side } => {
                let broken = vec![(rel, side * sign), (self.rules.pool_rel(), -sign)];
                self.push(None, Step { var: usize::MAX, by: 0, cost: 0 }, broken);
            }
        }
    }

    fn push(&mut self, before: Option<usize>, step: Step, broken: Broken) {
        let (spent, steps) =
            before.map_or((0, 0), |at| (self.nodes[at].cost, self.nodes[at].steps + 1));
        let (Step { var, by, .. }, cost) = (step, spent + step.cost);
        if self.rules.asked.below.is_some_and(|below| cost >= below) {
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
            if self.rules.may_change(rel, by) {
                continue;
            }
            let ways = self.rules.ways_of(&changes, rel, by);
            if fewest.as_ref().is_none_or(|fewest| ways.len() < fewest.len()) {
                fewest = Some(ways);
            }
        }
        fewest
    }

    /// What is still to come, about, where the nearest first takes too long.
    fn to_come(&self, broken: usize) -> u64 {
        if self.rules.ground.district.is_plain { 0 } else { PULL * broken as u64 }
    }

    fn step(&mut self, at: usize, step: Step) {
        let broken = self.rules.broken_by(&self.nodes[at].broken, step.var, step.by);
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

    fn made(&self, at: usize) -> Move {
        let mut changes = Changes::new();
        for (var, by) in self.changes(at) {
            *changes.entry(var).or_default() += by;
        }
        changes.retain(|_, by| *by != 0);
        let dear =
            |(var, by): (&usize, &i64)| self.rules.price(*var, *by).is_some_and(|cost| cost > 0);
        let opens = changes.iter().filter(|change| dear(*change)).map(|(var, _)| *var).collect();
        Move { changes, opens, cost: self.nodes[at].cost }
    }
}
