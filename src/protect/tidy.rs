//! What is withheld and not needed is shown again, and what is dear is
//! exchanged for what is not.

use super::choose;
use super::district::District;
use super::state::State;
use super::system::Params;
use std::cmp::Reverse;

/// Districts of more counts are not gone through once more, nor those of more
/// than `LARGE_LINKED` where counts are in many relations.
const LARGE: usize = 400;
const LARGE_LINKED: usize = 60;
/// How many steps exchanges in a district may look at.
const STEPS: usize = 5_000;

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
    let large = if district.is_plain { LARGE } else { LARGE_LINKED };
    if district.vars.len() > large {
        return;
    }
    let enough = state.spent.get() + STEPS;
    while let Some(better) = dearest_first(district, state)
        .into_iter()
        .take_while(|_| state.spent.get() < enough)
        .find_map(|var| without(district, params, state, var))
    {
        *state = better;
    }
}

/// `state` with `var` shown and others in its place, if that is cheaper.
fn without(district: &District, params: &Params, state: &State, var: usize) -> Option<State> {
    let mut other = state.clone();
    other.set(district, params, var, false);
    if !choose::complete_without(district, params, &mut other, var) {
        return None;
    }
    give_back(district, params, &mut other);
    let loss = |state: &State| (state.open.len(), state.cost(district));
    (loss(&other) < loss(state)).then_some(other)
}
