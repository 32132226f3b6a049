//! Proofs put to the test: each names two ways in which the published figures
//! could have come about, and both must agree with everything that was seen.

use super::ranges::{Relation, System};
use super::rebuild::Rebuilt;
use crate::disclosure::NamedProof;
use std::collections::BTreeMap;

/// Why a proof does not hold.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fault {
    /// Its two ways do not differ enough: by so much.
    Near(i64),
    /// One way contradicts what is shown here.
    Contradicts(String),
    /// One way has a count below zero.
    BelowZero(String),
}

/// Why `proof` does not hold, if it does not.
pub(super) fn fault(
    rebuilt: &Rebuilt<'_, '_>,
    of: &[Vec<usize>],
    proof: &NamedProof,
    protect: i64,
) -> Option<Fault> {
    let at = |filling: &BTreeMap<String, i64>| filling.get(&proof.place).copied();
    let apart = at(&proof.high).zip(at(&proof.low)).map_or(0, |(high, low)| (high - low).abs());
    if apart < protect {
        return Some(Fault::Near(apart));
    }
    [&proof.low, &proof.high].into_iter().find_map(|filling| contradiction(rebuilt, of, filling))
}

/// What a filling contradicts.
fn contradiction(
    rebuilt: &Rebuilt<'_, '_>,
    of: &[Vec<usize>],
    filling: &BTreeMap<String, i64>,
) -> Option<Fault> {
    if let Some((name, _)) = filling.iter().find(|(_, number)| **number < 0) {
        return Some(Fault::BelowZero(name.clone()));
    }
    let given: BTreeMap<usize, i64> = filling
        .iter()
        .filter_map(|(name, number)| Some((*rebuilt.counts.get(name)?, *number)))
        .collect();
    let mut relations: Vec<usize> = given.keys().flat_map(|count| &of[*count]).copied().collect();
    relations.sort_unstable();
    relations.dedup();
    let system = &rebuilt.system;
    let broken = relations
        .into_iter()
        .map(|at| &system.relations[at])
        .find(|relation| !agrees(system, relation, &given));
    broken.map(|relation| Fault::Contradicts(relation.place.clone()))
}

/// Whether a relation can hold with these counts, the others being anything
/// they can be.
fn agrees(system: &System, relation: &Relation, given: &BTreeMap<usize, i64>) -> bool {
    let (least, most) = relation.terms.iter().fold((0i64, 0i64), |(least, most), (count, by)| {
        let known = &system.counts[*count];
        let (low, high) =
            given.get(count).map_or((known.low, known.high), |number| (*number, *number));
        let (a, b) = (low.saturating_mul(*by), high.saturating_mul(*by));
        (least.saturating_add(a.min(b)), most.saturating_add(a.max(b)))
    });
    relation.low.is_none_or(|low| most >= low) && relation.high.is_none_or(|high| least <= high)
}

/// The relations of each count.
pub(super) fn relations_of(system: &System) -> Vec<Vec<usize>> {
    let mut of = vec![Vec::new(); system.counts.len()];
    for (at, relation) in system.relations.iter().enumerate() {
        relation.terms.iter().for_each(|(count, _)| of[*count].push(at));
    }
    of
}
