//! What is withheld and not needed is shown again.

use super::choose::State;
use super::district::District;
use super::pools::Target;
use super::system::Params;
use std::cmp::Reverse;

/// Gives back every count that is withheld to protect others and not needed,
/// the dearest first.
pub(super) fn give_back(district: &District, params: &Params, state: &mut State) {
    let mut order: Vec<usize> = state.chosen().collect();
    order.sort_by_key(|var| (Reverse(district.vars[*var].cost()), Reverse(*var)));
    for var in order {
        if let Some(less) = without(district, params, state, var) {
            *state = less;
        }
    }
}

/// `state` with `var` shown, if all that was protected still is.
fn without(district: &District, params: &Params, state: &State, var: usize) -> Option<State> {
    let mut less = state.clone();
    let mut anew = less.withhold(district, params, var, false);
    let touched = less.proved.iter().filter(|(_, pair)| pair.moves(var)).map(|(target, _)| *target);
    anew.extend(touched.collect::<Vec<Target>>());
    anew.iter()
        .all(|target| state.open.contains(target) || less.prove(district, params, *target))
        .then_some(less)
}
