//! What a publication says, as a reader sees it: counts, what they add up to,
//! percentages of them, and the rules by which they are withheld or rounded.
//! The checker works on this alone; the engine is asked about the [`System`]
//! that follows from it.

use pledgebook::protect::{Count, CountId, Fate, Params, Relation, System};
use std::collections::BTreeSet;

/// A set of rules.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Preset {
    pub(crate) name: &'static str,
    pub(crate) threshold: i64,
    /// What shown counts are rounded to; 1: they are not.
    pub(crate) base: i64,
    pub(crate) zero_withheld: bool,
    pub(crate) protect: i64,
}

pub(crate) const PRESETS: [Preset; 4] = [
    Preset { name: "dfe-la", threshold: 5, base: 1, zero_withheld: false, protect: 3 },
    Preset { name: "nhs", threshold: 7, base: 5, zero_withheld: false, protect: 3 },
    Preset { name: "ons-10-5", threshold: 9, base: 5, zero_withheld: false, protect: 3 },
    Preset { name: "strict", threshold: 9, base: 1, zero_withheld: true, protect: 5 },
];

impl Preset {
    pub(crate) fn withholds(&self, truth: i64) -> bool {
        (1..=self.threshold).contains(&truth) || (truth == 0 && self.zero_withheld)
    }

    /// As a count is shown: the nearest multiple of the base, half upwards.
    pub(crate) fn rounded(&self, count: i64) -> i64 {
        (2 * count + self.base).div_euclid(2 * self.base) * self.base
    }

    pub(crate) fn params(&self, secondary: bool) -> Params {
        let unsafe_from = i64::from(!self.zero_withheld);
        Params { protect: self.protect, unsafe_from, unsafe_to: self.threshold, secondary }
    }

    /// The counts that a shown count can be, for a reader who knows the rules.
    pub(crate) fn shown_range(&self, truth: i64) -> (i64, i64) {
        if truth == 0 || self.base == 1 || self.withholds(truth) {
            return (truth, truth);
        }
        let shown = self.rounded(truth);
        let could_be = |count: &i64| self.rounded(*count) == shown && !self.withholds(*count);
        let near = shown - self.base..=shown + self.base;
        let low = near.clone().find(|count| *count > 0 && could_be(count)).unwrap();
        let high = near.rev().find(could_be).unwrap();
        (low, high)
    }
}

/// A percentage, as published: `shown` in units of 1/`scale` of the whole.
#[derive(Debug, Clone)]
pub(crate) struct Percent {
    pub(crate) part: usize,
    pub(crate) whole: usize,
    /// 100 for whole percent, 1,000 for tenths.
    pub(crate) scale: i64,
    pub(crate) shown: i64,
}

/// `part` of `whole` in units of 1/`scale`, half upwards.
pub(crate) fn percentage(part: i64, whole: i64, scale: i64) -> i64 {
    (2 * part * scale + whole).div_euclid(2 * whole)
}

/// What is printed of a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// A cell of a table.
    Cell,
    /// A total.
    Total,
    /// Nothing: what a percentage leaves over.
    Remainder,
}

/// Everything that is published, with the true counts.
#[derive(Debug, Clone)]
pub(crate) struct World {
    pub(crate) preset: Preset,
    pub(crate) kind: &'static str,
    pub(crate) truths: Vec<i64>,
    pub(crate) places: Vec<Place>,
    /// Parts and their total.
    pub(crate) sums: Vec<(Vec<usize>, usize)>,
    pub(crate) percents: Vec<Percent>,
    /// How many counts, sums and percentages an earlier edition had.
    pub(crate) earlier: Option<(usize, usize, usize)>,
}

impl World {
    /// Of what was published in the earlier edition only.
    pub(crate) fn first(&self) -> Option<World> {
        let (counts, sums, percents) = self.earlier?;
        let mut first = self.clone();
        first.truths.truncate(counts);
        first.places.truncate(counts);
        first.sums.truncate(sums);
        first.percents.truncate(percents);
        first.earlier = None;
        Some(first)
    }

    /// Whether a rule says that the count is not shown.
    pub(crate) fn by_rule(&self, count: usize) -> bool {
        self.places[count] != Place::Remainder && self.preset.withholds(self.truths[count])
    }

    /// What is asked of the engine; `before` tells what became of the counts
    /// of the earlier edition: whether each is withheld.
    pub(crate) fn system(&self, before: &[bool]) -> System {
        let counts = (0..self.truths.len()).map(|count| self.count(count, before.get(count)));
        let sums = self.sums.iter().map(|(parts, total)| addition(parts, *total));
        let bounds = self.percents.iter().flat_map(interval);
        System { counts: counts.collect(), relations: sums.chain(bounds).collect() }
    }

    fn count(&self, count: usize, before: Option<&bool>) -> Count {
        let truth = self.truths[count];
        let (low, high) = self.preset.shown_range(truth);
        let fate = match (self.places[count], before) {
            (Place::Remainder, _) if self.preset.withholds(truth) => Fate::Guarded,
            (Place::Remainder, _) => Fate::Free,
            (_, Some(true)) => Fate::Withheld,
            (_, Some(false)) => Fate::Shown { low, high, cost: None },
            _ if self.by_rule(count) => Fate::Withheld,
            _ => Fate::Shown { low, high, cost: Some(self.cost(count)) },
        };
        Count { truth, fate, floor: 0, ceiling: None }
    }

    /// What is lost with a count: a cell, and its size; totals more, zeros last.
    pub(crate) fn cost(&self, count: usize) -> u32 {
        let size = self.truths[count].min(400) as u32;
        let total = u32::from(self.places[count] == Place::Total) * 100;
        if size == 0 { 2_000 } else { 60 + size + total }
    }
}

fn addition(parts: &[usize], total: usize) -> Relation {
    let parts = parts.iter().map(|part| (CountId(*part), 1));
    let terms = parts.chain([(CountId(total), -1)]).collect();
    Relation { terms, low: Some(0), high: Some(0), is_sum: true }
}

/// A published percentage as what it says of its counts:
/// `shown - 1/2 <= scale * part / whole < shown + 1/2`.
fn interval(percent: &Percent) -> [Relation; 2] {
    let (part, whole) = (CountId(percent.part), CountId(percent.whole));
    let terms = |end: i64| vec![(part, 2 * percent.scale), (whole, -(2 * percent.shown + end))];
    [
        Relation { terms: terms(-1), low: Some(0), high: None, is_sum: false },
        Relation { terms: terms(1), low: None, high: Some(-1), is_sum: false },
    ]
}

/// What came of protecting a world.
#[derive(Debug, Clone)]
pub(crate) struct Settled {
    /// Of each count, whether it is withheld.
    pub(crate) withheld: Vec<bool>,
    pub(crate) protected: pledgebook::protect::Protected,
}

/// Protects `world`: the earlier edition first, whose fates then stand.
pub(crate) fn settle(world: &World, secondary: bool) -> Settled {
    let before = world.first().map(|first| settle(&first, secondary).withheld);
    let before = before.unwrap_or_default();
    let system = world.system(&before);
    let protected = pledgebook::protect::protect(&system, &world.preset.params(secondary));
    let rule: BTreeSet<CountId> = (0..system.counts.len())
        .map(CountId)
        .filter(|id| system.counts[id.0].fate == Fate::Withheld)
        .collect();
    let withheld = (0..system.counts.len())
        .map(|at| rule.contains(&CountId(at)) || protected.withheld.contains(&CountId(at)))
        .collect();
    Settled { withheld, protected }
}
