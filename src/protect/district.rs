//! Counts that relations connect, in the form that moves need: how far each
//! may move from its true number, and how far each sum.

use super::system::{CountId, Fate, Relation, System};
use std::collections::BTreeMap;

/// More than any move needs, and small enough that sums of moves cannot overflow.
const FAR: i64 = 1 << 32;
/// Counts with larger coefficients are not moved.
const STEEP: i64 = 1 << 20;

/// How far a number may go below and above the true one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Room {
    pub(super) down: i64,
    pub(super) up: i64,
}

impl Room {
    /// Around `truth`, in `low..=high`, with no side beyond the true number.
    fn around(truth: i128, low: Option<i128>, high: Option<i128>) -> Self {
        let far = i128::from(FAR);
        let side = |end: Option<i128>, sign: i128| {
            let width = end.map_or(far, |end| (end.saturating_sub(truth)).saturating_mul(sign));
            i64::try_from(width.clamp(0, far)).unwrap_or(0)
        };
        Self { down: side(low, -1), up: side(high, 1) }
    }

    /// Whether a change by `change` stays inside.
    pub(super) fn holds(self, change: i64) -> bool {
        -self.down <= change && change <= self.up
    }

    /// Whether it leaves no choice.
    pub(super) fn is_none(self) -> bool {
        self.down == 0 && self.up == 0
    }
}

/// A count of a district.
#[derive(Debug)]
pub(super) struct Var {
    pub(super) id: CountId,
    pub(super) truth: i64,
    /// Its room while it is shown: none when it is shown exactly.
    pub(super) shown: Room,
    /// Its room when it is not shown.
    pub(super) hidden: Room,
    pub(super) fate: Fate,
    /// The relations it is in, with its coefficient.
    pub(super) rels: Vec<(usize, i64)>,
}

impl Var {
    /// What it costs to withhold it to protect others, where that may be.
    pub(super) fn cost(&self) -> Option<u32> {
        match self.fate {
            Fate::Shown { cost, .. } => cost,
            _ => None,
        }
    }
}

/// A relation between counts of a district, without those that are known for good.
#[derive(Debug)]
pub(super) struct Rel {
    pub(super) terms: Vec<(usize, i64)>,
    /// How far the sum may move.
    pub(super) slack: Room,
    pub(super) is_sum: bool,
}

/// Counts that relations connect, some of which must be protected.
#[derive(Debug, Default)]
pub(super) struct District {
    pub(super) vars: Vec<Var>,
    pub(super) rels: Vec<Rel>,
    /// Whether every count is in one relation or two, and counts once in them,
    /// as in a two-way table: then moves find all that there is to find.
    pub(super) is_plain: bool,
}

/// The districts of `system` with a secret count, in order of their first count.
pub(super) fn districts(system: &System) -> Vec<District> {
    let movable: Vec<bool> = (0..system.counts.len()).map(|at| may_move(system, at)).collect();
    let groups = Groups::of(system, &movable);
    let mut places = BTreeMap::new();
    let mut all: Vec<District> = Vec::new();
    let mut home = vec![None; system.counts.len()];
    for (at, count) in system.counts.iter().enumerate() {
        if count.fate.is_secret() {
            places.entry(groups.root(at)).or_insert_with(|| {
                all.push(District::default());
                all.len() - 1
            });
        }
    }
    for at in (0..system.counts.len()).filter(|at| movable[*at]) {
        if let Some(place) = places.get(&groups.root(at)) {
            home[at] = Some((*place, all[*place].vars.len()));
            all[*place].vars.push(var(system, at));
        }
    }
    for relation in &system.relations {
        add_relation(relation, system, &home, &mut all);
    }
    for district in &mut all {
        district.is_plain = district.vars.iter().all(is_plain);
    }
    all
}

/// Whether a reader may ever be left in doubt of the count.
fn may_move(system: &System, at: usize) -> bool {
    let count = &system.counts[at];
    match count.fate {
        Fate::Shown { low, high, cost } => cost.is_some() || low < high,
        _ => true,
    }
}

fn is_plain(var: &Var) -> bool {
    var.rels.len() <= 2 && var.rels.iter().all(|(_, by)| by.abs() == 1)
}

fn var(system: &System, at: usize) -> Var {
    let count = &system.counts[at];
    let truth = i128::from(count.truth);
    let floor = i128::from(count.floor);
    let ceiling = count.ceiling.map(i128::from);
    let hidden = Room::around(truth, Some(floor), ceiling);
    let shown = match count.fate {
        Fate::Shown { low, high, .. } => Room::around(
            truth,
            Some(floor.max(low.into())),
            Some(ceiling.map_or(high.into(), |ceiling| ceiling.min(high.into()))),
        ),
        _ => hidden,
    };
    Var { id: CountId(at), truth: count.truth, shown, hidden, fate: count.fate, rels: Vec::new() }
}

/// Adds `relation` to the district of its counts, if it has one.
fn add_relation(
    relation: &Relation,
    system: &System,
    home: &[Option<(usize, usize)>],
    all: &mut [District],
) {
    let mut terms: BTreeMap<usize, i64> = BTreeMap::new();
    let mut place = None;
    let mut sum = 0i128;
    for (CountId(at), coefficient) in &relation.terms {
        let Some(count) = system.counts.get(*at) else { continue };
        let part = i128::from(count.truth).saturating_mul(i128::from(*coefficient));
        sum = sum.saturating_add(part);
        if let Some((district, var)) = home[*at] {
            place = Some(district);
            let whole = terms.entry(var).or_default();
            *whole = whole.saturating_add(*coefficient);
        }
    }
    terms.retain(|_, coefficient| *coefficient != 0);
    let Some(district) = place.map(|place| &mut all[place]) else { return };
    let rel = district.rels.len();
    for (var, coefficient) in &mut terms {
        let var = &mut district.vars[*var];
        if coefficient.saturating_abs() > STEEP {
            *coefficient = STEEP * coefficient.signum();
            (var.shown, var.hidden) = (Room::default(), Room::default());
        }
        var.rels.push((rel, *coefficient));
    }
    let slack = Room::around(sum, relation.low.map(i128::from), relation.high.map(i128::from));
    let terms = terms.into_iter().collect();
    district.rels.push(Rel { terms, slack, is_sum: relation.is_sum });
}

/// Which counts relations connect.
struct Groups(Vec<usize>);

impl Groups {
    fn of(system: &System, movable: &[bool]) -> Self {
        let mut groups = Self((0..movable.len()).collect());
        for relation in &system.relations {
            let known = relation.terms.iter().map(|(CountId(at), _)| *at);
            let mut members = known.filter(|at| movable.get(*at) == Some(&true));
            let Some(first) = members.next() else { continue };
            for other in members {
                groups.join(first, other);
            }
        }
        groups
    }

    fn root(&self, mut at: usize) -> usize {
        while self.0[at] != at {
            at = self.0[at];
        }
        at
    }

    /// Joins two groups, under the count that comes first, and shortens the way there.
    fn join(&mut self, one: usize, other: usize) {
        let (mut one, mut other) = (one, other);
        let root = self.root(one).min(self.root(other));
        for at in [&mut one, &mut other] {
            while self.0[*at] != root {
                let next = self.0[*at];
                self.0[*at] = root;
                if next == *at {
                    break;
                }
                *at = next;
            }
        }
    }
}
