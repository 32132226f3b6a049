//! What is withheld and not needed is shown again, and what is dear is
//! exchanged for what is not.

use super::choose;
use super::district::District;
use super::state::State;
use super::system::Params;
use std::cmp::Reverse;

/// Districts of more counts are not gone through once more.
const LARGE: usize = 400;
/// How many exchanges are tried in a district.
const EXCHANGES: usize = 60;

/// Gives back every count that is withheld to protect others and not needed,
/// the dearest first.
pub(super) fn give_back(district: &District, params: &Params, state: &mut State) {
    for var in dearest_first(district, state) {
        state.give_back(district, params, var);
    }
}

fn dearest_first(district: &District, state: &State) -> Vec<usize> {
    let mut order: Vec<usize> = state.chosen().collect();
    order.sort_by_key(|var| (Reverse(district.vars[*var].cost()), Reverse(*var)));
    order
}

/// Does without one chosen count after the other, and keeps what is cheaper.
pub(super) fn exchange(district: &District, params: &Params, state: &mut State) {
    if district.vars.len() > LARGE {
        return;
    }
    let mut left = EXCHANGES;
    while left > 0 {
        let order = dearest_first(district, state);
        let tried = order.into_iter().take(left).map(|var| {
            left -= 1;
            without(district, params, state, var)
        });
        let Some(better) = tried.flatten().next() else { return };
        *state = better;
    }
}

/// `state` with `var` shown and others in its place, if that is cheaper.
fn without(district: &District, params: &Params, state: &State, var: usize) -> Option<State> {
    let mut other = state.clone();
    let mut offered = vec![true; district.vars.len()];
    offered[var] = false;
    other.set(district, params, var, false);
    choose::complete(district, params, &mut other, &offered);
    give_back(district, params, &mut other);
    let loss = |state: &State| (state.open.len(), state.cost(district));
    (loss(&other) < loss(state)).then_some(other)
}
