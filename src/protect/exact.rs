//! What the bounds of counts say through the relations, and small components
//! looked through to the end.
//!
//! Moves look for one more filling; here the question is whether there is
//! none. Each relation narrows its counts by what the others leave. Where a
//! few counts are in doubt, all that remains is tried, the nearest to the true
//! numbers first.

use super::district::{District, Room};
use super::ground::{Changes, Ground};
use super::pools::Target;
use super::reach::Pair;
use std::collections::{BTreeMap, BTreeSet};

/// How many counts may be in doubt for all to be tried.
const FEW: usize = 14;
/// How many counts are looked at.
const MANY: usize = 600;
/// How far from the true numbers fillings are looked for.
const NEAR: i64 = 4_096;
/// How many choices are tried for one answer.
const CHOICES: usize = 3_000;

/// The counts in doubt about a target, and what holds between them.
#[derive(Debug, Clone)]
pub(super) struct Doubt {
    vars: Vec<usize>,
    rels: Vec<(Vec<(usize, i64)>, Room)>,
    /// The target, as one of `bounds`.
    target: usize,
    bounds: Vec<(i64, i64)>,
}

impl Doubt {
    /// About `target`, unless too many counts are connected with it.
    pub(super) fn about(ground: Ground<'_>, target: Target) -> Option<Self> {
        let (vars, rels) = connected(ground, target)?;
        let district = ground.district;
        let place: BTreeMap<usize, usize> =
            vars.iter().enumerate().map(|(place, var)| (*var, place)).collect();
        let known = |terms: &[(usize, i64)]| -> Vec<(usize, i64)> {
            let here = |(var, by): &(usize, i64)| place.get(var).map(|place| (*place, *by));
            terms.iter().filter_map(here).collect()
        };
        let bounds = vars.iter().map(|var| {
            let room = ground.room(*var);
            (-room.down.min(NEAR), room.up.min(NEAR))
        });
        let mut doubt = Self {
            bounds: bounds.collect(),
            rels: rels
                .iter()
                .map(|rel| &district.rels[*rel])
                .map(|rel| (known(&rel.terms), rel.slack))
                .collect(),
            target: 0,
            vars,
        };
        doubt.target = match target {
            Target::Count(var) => *place.get(&var)?,
            Target::Pool { rel, side } => {
                let terms = district.rels[rel].terms.iter();
                let pool = terms.filter(|(var, by)| ground.hidden[*var] && by * side > 0);
                let pool: Vec<(usize, i64)> = pool.map(|(var, by)| (*var, by * side)).collect();
                doubt.add_pool(known(&pool))
            }
        };
        Some(doubt)
    }

    /// Adds the sum of `pool` as a number of its own.
    fn add_pool(&mut self, mut pool: Vec<(usize, i64)>) -> usize {
        let place = self.bounds.len();
        pool.push((place, -1));
        self.rels.push((pool, Room::default()));
        self.bounds.push((-NEAR * NEAR, NEAR * NEAR));
        place
    }

    /// Whether the target cannot differ by `want`, as the bounds alone show.
    pub(super) fn is_narrow(&self, want: i64) -> bool {
        let mut bounds = self.bounds.clone();
        !self.tighten(&mut bounds) || width(bounds[self.target]) < want
    }

    /// Whether few enough counts are in doubt for all to be tried.
    pub(super) fn is_small(&self) -> bool {
        self.bounds.len() <= FEW
    }

    /// Two fillings that differ at the target by `want`.
    pub(super) fn pair(&self, want: i64) -> Option<Pair> {
        let mut ends = [Changes::new(), Changes::new()];
        let mut reached = [0, 0];
        for (end, sign) in [(0, 1), (1, -1)] {
            while reached[0] + reached[1] < want {
                let Some(filling) = self.beyond(sign * (reached[end] + 1), sign) else { break };
                reached[end] = sign * filling[self.target];
                let counts = self.vars.iter().copied().zip(filling);
                ends[end] = counts.filter(|(_, by)| *by != 0).collect();
            }
        }
        let [high, low] = ends;
        (reached[0] + reached[1] >= want).then_some(Pair { low, high })
    }

    /// A filling in which the target has changed by `by` or more (less, where `sign` is -1).
    fn beyond(&self, by: i64, sign: i64) -> Option<Vec<i64>> {
        let mut bounds = self.bounds.clone();
        let target = &mut bounds[self.target];
        *target = if sign > 0 { (by, target.1) } else { (target.0, by) };
        self.fill(bounds, &mut CHOICES.clone())
    }

    /// Tries all that is left between `bounds`.
    fn fill(&self, mut bounds: Vec<(i64, i64)>, left: &mut usize) -> Option<Vec<i64>> {
        if *left == 0 || !self.tighten(&mut bounds) {
            return None;
        }
        *left -= 1;
        let open = (0..bounds.len()).filter(|at| width(bounds[*at]) > 0);
        let Some(at) = open.min_by_key(|at| width(bounds[*at])) else {
            return Some(bounds.into_iter().map(|(low, _)| low).collect());
        };
        let (low, high) = bounds[at];
        let near = 0.clamp(low, high);
        [(near, near), (low, near - 1), (near + 1, high)]
            .into_iter()
            .filter(|(low, high)| low <= high)
            .find_map(|part| {
                let mut bounds = bounds.clone();
                bounds[at] = part;
                self.fill(bounds, left)
            })
    }

    /// Narrows `bounds` until no relation narrows them; false: nothing is left.
    fn tighten(&self, bounds: &mut [(i64, i64)]) -> bool {
        for _ in 0..100 {
            let mut narrowed = false;
            for rel in &self.rels {
                match tighten_by(rel, bounds) {
                    None => return false,
                    Some(further) => narrowed |= further,
                }
            }
            if !narrowed {
                break;
            }
        }
        true
    }
}

/// Narrows the counts of one relation; whether it did, `None`: nothing is left.
fn tighten_by(
    (terms, slack): &(Vec<(usize, i64)>, Room),
    bounds: &mut [(i64, i64)],
) -> Option<bool> {
    let ends = |by: i64, (low, high): (i64, i64)| {
        if by > 0 { (by * low, by * high) } else { (by * high, by * low) }
    };
    let mut whole = (0, 0);
    for (var, by) in terms {
        let part = ends(*by, bounds[*var]);
        whole = (whole.0 + part.0, whole.1 + part.1);
    }
    let mut narrowed = false;
    for (var, by) in terms {
        let old = bounds[*var];
        let part = ends(*by, old);
        // What this count must add, whatever the others do.
        let least = -slack.down - (whole.1 - part.1);
        let most = slack.up - (whole.0 - part.0);
        let size = by.abs();
        let (least, most) = if *by > 0 { (least, most) } else { (-most, -least) };
        let new = (old.0.max(-(-least).div_euclid(size)), old.1.min(most.div_euclid(size)));
        if new.0 > new.1 {
            return None;
        }
        if new != old {
            narrowed = true;
            bounds[*var] = new;
            let now = ends(*by, new);
            whole = (whole.0 - part.0 + now.0, whole.1 - part.1 + now.1);
        }
    }
    Some(narrowed)
}

fn width((low, high): (i64, i64)) -> i64 {
    high - low
}

/// The counts in doubt that are connected with `target`, and their relations.
fn connected(ground: Ground<'_>, target: Target) -> Option<(Vec<usize>, Vec<usize>)> {
    let district: &District = ground.district;
    let mut rels = BTreeSet::new();
    let mut found = BTreeSet::new();
    let mut next: Vec<usize> = match target {
        Target::Count(var) => vec![var],
        Target::Pool { rel, .. } => district.rels[rel].terms.iter().map(|(var, _)| *var).collect(),
    };
    next.retain(|var| !ground.room(*var).is_none() || target == Target::Count(*var));
    while let Some(var) = next.pop() {
        if !found.insert(var) {
            continue;
        }
        if found.len() > MANY {
            return None;
        }
        for &(rel, _) in &district.vars[var].rels {
            if rels.insert(rel) {
                let terms = district.rels[rel].terms.iter().map(|(other, _)| *other);
                next.extend(terms.filter(|other| !ground.room(*other).is_none()));
            }
        }
    }
    Some((found.into_iter().collect(), rels.into_iter().collect()))
}
