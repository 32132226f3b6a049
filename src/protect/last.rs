//! Where no move through single counts is found, all around is withheld, as
//! far as may be and helps.

use super::choose;
use super::district::District;
use super::pools::Target;
use super::state::State;
use super::system::Params;
use super::tidy;
use std::collections::BTreeSet;

/// No more counts than these are withheld for one.
const MANY: usize = 300;

/// Tries it for each count that is given up, and keeps what protects more.
pub(super) fn resort(district: &District, params: &Params, state: &mut State) {
    for target in state.lost.clone() {
        if !state.lost.contains(&target) || state.prove(district, params, target) {
            continue;
        }
        let mut wider = state.clone();
        withhold_around(district, params, &mut wider, target);
        tidy::give_back(district, params, &mut wider);
        if wider.open.len() < state.open.len() {
            *state = wider;
        }
    }
}

/// Withholds what stands in the sums of `target`, then what stands in theirs,
/// until it is protected or nothing more may be withheld.
fn withhold_around(district: &District, params: &Params, state: &mut State, target: Target) {
    let mut seen = BTreeSet::new();
    let mut ring: BTreeSet<usize> = match target {
        Target::Count(var) => district.vars[var].rels.iter().map(|(rel, _)| *rel).collect(),
        Target::Pool { rel, .. } => BTreeSet::from([rel]),
    };
    while state.open.contains(&target) && !ring.is_empty() && seen.len() < MANY {
        let terms = ring.iter().flat_map(|rel| &district.rels[*rel].terms);
        let vars: BTreeSet<usize> = terms.map(|(var, _)| *var).collect();
        for var in vars.iter().filter(|var| seen.insert(**var)) {
            if district.vars[*var].cost().is_some() && !state.hidden[*var] {
                state.set(district, params, *var, true);
            }
        }
        state.prove(district, params, target);
        let rels = vars.iter().flat_map(|var| &district.vars[*var].rels);
        let next: BTreeSet<usize> = rels.map(|(rel, _)| *rel).collect();
        if next == ring {
            break;
        }
        ring = next;
    }
    choose::complete(district, params, state);
}
