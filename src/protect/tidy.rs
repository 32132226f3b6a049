//! What is withheld and not needed is shown again.

use super::district::District;
use super::state::State;
use super::system::Params;
use std::cmp::Reverse;

/// Gives back every count that is withheld to protect others and not needed,
/// the dearest first.
pub(super) fn give_back(district: &District, params: &Params, state: &mut State) {
    let mut order: Vec<usize> = state.chosen().collect();
    order.sort_by_key(|var| (Reverse(district.vars[*var].cost()), Reverse(*var)));
    for var in order {
        let mut less = state.clone();
        less.set(district, params, var, false);
        less.prove_open(district, params);
        if less.open.is_subset(&less.lost) {
            *state = less;
        }
    }
}
