//! Proofs, each tried by substitution before it is handed over.

use super::district::District;
use super::ground::Changes;
use super::pools::Target;
use super::reach::Pair;
use super::state::State;
use super::system::{CountId, Filling, Params, Proof, Protected};
use std::collections::BTreeSet;

/// Adds the proofs of a district to `all`, and what could not be protected.
pub(super) fn collect(district: &District, state: &State, params: &Params, all: &mut Protected) {
    let mut places = vec![None; district.vars.len()];
    let mut components: Vec<Vec<usize>> = Vec::new();
    for (target, pair) in &state.proved {
        if !holds(district, state, pair, *target, params.protect) {
            all.unprotected.extend(exposed(district, state, *target));
            continue;
        }
        let Target::Count(var) = *target else { continue };
        let place = *places[var].get_or_insert_with(|| {
            components.push(component(district, state, var));
            components.len() - 1
        });
        for other in &components[place] {
            places[*other] = Some(place);
        }
        let fill = |changes: &Changes| filling(district, &components[place], changes);
        let (low, high) = (fill(&pair.low), fill(&pair.high));
        all.proofs.push(Proof { count: district.vars[var].id, low, high });
    }
    for target in &state.open {
        all.unprotected.extend(exposed(district, state, *target));
    }
}

/// The counts that `target` being open exposes.
fn exposed(district: &District, state: &State, target: Target) -> Vec<CountId> {
    match target {
        Target::Count(var) => vec![district.vars[var].id],
        Target::Pool { rel, side } => {
            let terms = district.rels[rel].terms.iter();
            let secret = terms.filter(|(var, by)| state.secret[*var] && by * side > 0);
            secret.map(|(var, _)| district.vars[*var].id).collect()
        }
    }
}

/// The counts that are not known exactly and are connected with `var`.
fn component(district: &District, state: &State, var: usize) -> Vec<usize> {
    let mut found = BTreeSet::from([var]);
    let mut rels = BTreeSet::new();
    let mut next = vec![var];
    while let Some(var) = next.pop() {
        for (rel, _) in &district.vars[var].rels {
            if !rels.insert(*rel) {
                continue;
            }
            for (other, _) in &district.rels[*rel].terms {
                if state.in_doubt(district, *other) && found.insert(*other) {
                    next.push(*other);
                }
            }
        }
    }
    found.into_iter().collect()
}

fn filling(district: &District, component: &[usize], changes: &Changes) -> Filling {
    let value = |var: usize| {
        let truth = district.vars[var].truth;
        truth.saturating_add(changes.get(&var).copied().unwrap_or(0))
    };
    component.iter().map(|var| (district.vars[*var].id, value(*var))).collect()
}

/// Whether both fillings agree with everything and differ at `target` by `want`.
fn holds(district: &District, state: &State, pair: &Pair, target: Target, want: i64) -> bool {
    let width = match target {
        Target::Count(var) => pair.width(var),
        Target::Pool { rel, side } => {
            let terms = district.rels[rel].terms.iter();
            let pool = terms.filter(|(var, by)| state.hidden[*var] && by * side > 0);
            pool.map(|(var, by)| pair.width(*var).saturating_mul(by.abs())).sum()
        }
    };
    width >= want && agrees(district, state, &pair.low) && agrees(district, state, &pair.high)
}

/// Whether a filling agrees with what is shown and with every relation.
fn agrees(district: &District, state: &State, changes: &Changes) -> bool {
    let inside = |(var, by): (&usize, &i64)| {
        let known = &district.vars[*var];
        if state.hidden[*var] { known.hidden } else { known.shown }.holds(*by)
    };
    let rels: BTreeSet<usize> = changes
        .keys()
        .flat_map(|var| district.vars[*var].rels.iter().map(|(rel, _)| *rel))
        .collect();
    changes.iter().all(inside)
        && rels.into_iter().all(|rel| {
            let terms = district.rels[rel].terms.iter();
            let change = terms.map(|(var, coefficient)| {
                changes.get(var).map_or(0, |by| coefficient.saturating_mul(*by))
            });
            district.rels[rel].slack.holds(change.fold(0, i64::saturating_add))
        })
}
