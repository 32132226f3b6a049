//! Which further counts are withheld.

use super::district::District;
use super::exact::Doubt;
use super::ground::{Asked, Changes, Ground};
use super::last;
use super::moves::{self, Move};
use super::pools::Target;
use super::reach;
use super::state::State;
use super::system::Params;
use super::tidy;

/// How many steps a search for counts to withhold may look at.
const BUDGET: usize = 500;

/// Decides a district.
pub(super) fn settle(district: &District, params: &Params) -> State {
    let mut state = State::new(district, params);
    state.prove_open(district, params);
    if params.secondary && !state.open.is_empty() {
        complete(district, params, &mut state);
        tidy::give_back(district, params, &mut state);
        last::resort(district, params, &mut state);
        tidy::exchange(district, params, &mut state);
    }
    state
}

/// Withholds further counts until all is protected, or nothing more helps.
pub(super) fn complete(district: &District, params: &Params, state: &mut State) {
    let offered = vec![true; district.vars.len()];
    while let Some(target) = state.next() {
        if !protect_one(district, params, state, &offered, target) {
            state.lost.insert(target);
        }
    }
}

/// The same without `shown`; false, and no further, where nothing helps.
pub(super) fn complete_without(
    district: &District,
    params: &Params,
    state: &mut State,
    shown: usize,
) -> bool {
    let mut offered = vec![true; district.vars.len()];
    offered[shown] = false;
    while let Some(target) = state.next() {
        if !protect_one(district, params, state, &offered, target) {
            return false;
        }
    }
    true
}

/// Proves `target`, or withholds more for it; false: nothing helps.
fn protect_one(
    district: &District,
    params: &Params,
    state: &mut State,
    offered: &[bool],
    target: Target,
) -> bool {
    if state.prove(district, params, target) {
        return true;
    }
    match extension(district, params, state, offered, target) {
        Some(Extension { found, times }) if !found.opens.is_empty() => {
            state.withhold_for(district, params, &found, times);
            true
        }
        _ => false,
    }
}

/// A move that protects a target, at the cost of counts that it needs withheld.
struct Extension {
    found: Move,
    /// How often it goes forth and back from the true counts; (0, 0) where it
    /// starts from other fillings.
    times: (i64, i64),
}

/// The cheapest counts to withhold so that `target` can move as far as is asked.
fn extension(
    district: &District,
    params: &Params,
    state: &State,
    offered: &[bool],
    target: Target,
) -> Option<Extension> {
    let still = state.ground(district);
    let ground = Ground { offered: Some(offered), budget: BUDGET, ..still };
    let want = params.protect;
    let doubt = || Doubt::about(ground, target);
    if !district.is_plain && doubt().is_some_and(|doubt| doubt.is_narrow(want)) {
        return None;
    }
    let nothing = Changes::new();
    let mut best: Option<Extension> = None;
    let mut try_it = |asked: Asked<'_>, times| {
        let below = best.as_ref().map(|best| best.found.cost);
        if let Some(found) = moves::find(ground, Asked { below, ..asked }) {
            best = Some(Extension { found, times });
        }
    };
    for forth in (0..=want).step_by(step(want)) {
        let back = want - forth;
        let asked = Asked { target, sign: 1, forth, back, base: &nothing, below: None };
        try_it(asked, (forth, back));
    }
    let high = reach::push(still, target, 1, want);
    let low = reach::push(still, target, -1, want);
    let left = want - high.by - low.by;
    if left > 0 && left < want {
        for (sign, from) in [(1, &high), (-1, &low)] {
            let base = &from.changes;
            let asked = Asked { target, sign, forth: left, back: 0, base, below: None };
            try_it(asked, (0, 0));
        }
    }
    best
}

/// How finely the ways of dividing `want` between forth and back are tried.
fn step(want: i64) -> usize {
    usize::try_from(want / 12 + 1).unwrap_or(usize::MAX)
}
