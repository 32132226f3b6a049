//! Which further counts are withheld.

use super::district::District;
use super::moves::{self, Asked, Changes, Ground, Move};
use super::pools::{self, Target};
use super::reach::{self, Pair};
use super::system::{Fate, Params};
use super::tidy;
use std::collections::{BTreeMap, BTreeSet};

/// How many steps a search for a second filling may look at.
const FILLING: usize = 4_000;
/// How many steps a search for counts to withhold may look at.
const CHOICE: usize = 8_000;

/// What is shown and what is proved in a district so far.
#[derive(Debug, Clone)]
pub(super) struct State {
    /// The counts that are not shown.
    pub(super) hidden: Vec<bool>,
    /// The counts that must be protected.
    pub(super) secret: Vec<bool>,
    chosen: BTreeSet<usize>,
    /// Two fillings for each that is protected.
    pub(super) proved: BTreeMap<Target, Pair>,
    /// What is not protected.
    pub(super) open: BTreeSet<Target>,
}

impl State {
    fn new(district: &District) -> Self {
        let secret: Vec<bool> = district.vars.iter().map(|var| var.fate.is_secret()).collect();
        let hidden = district.vars.iter().map(|var| !matches!(var.fate, Fate::Shown { .. }));
        Self {
            hidden: hidden.collect(),
            secret,
            chosen: BTreeSet::new(),
            proved: BTreeMap::new(),
            open: BTreeSet::new(),
        }
    }

    /// The counts that are withheld to protect others.
    pub(super) fn chosen(&self) -> impl Iterator<Item = usize> {
        self.chosen.iter().copied()
    }

    /// Whether a reader does not know `var` exactly.
    pub(super) fn in_doubt(&self, district: &District, var: usize) -> bool {
        self.hidden[var] || !district.vars[var].shown.is_none()
    }

    pub(super) fn ground<'a>(&'a self, district: &'a District) -> Ground<'a> {
        Ground { district, hidden: &self.hidden, offered: None, budget: FILLING }
    }

    /// Looks for two fillings for `target`.
    pub(super) fn prove(&mut self, district: &District, params: &Params, target: Target) -> bool {
        self.open.remove(&target);
        self.proved.remove(&target);
        let pair = reach::pair(self.ground(district), target, params.protect);
        match pair {
            Some(pair) => {
                self.proved.insert(target, pair);
                true
            }
            None => {
                self.open.insert(target);
                false
            }
        }
    }

    /// Withholds `var`, or shows it again; what must then be looked at anew.
    pub(super) fn withhold(
        &mut self,
        district: &District,
        params: &Params,
        var: usize,
        withheld: bool,
    ) -> Vec<Target> {
        (self.hidden[var], self.secret[var]) = (withheld, withheld);
        if withheld {
            self.chosen.insert(var);
        } else {
            self.chosen.remove(&var);
            self.proved.remove(&Target::Count(var));
            self.open.remove(&Target::Count(var));
        }
        let mut anew: Vec<Target> = withheld.then_some(Target::Count(var)).into_iter().collect();
        for (rel, _) in &district.vars[var].rels {
            for side in [1, -1] {
                self.proved.remove(&Target::Pool { rel: *rel, side });
                self.open.remove(&Target::Pool { rel: *rel, side });
            }
            anew.extend(pools::pools(district, *rel, &self.hidden, &self.secret, params));
        }
        anew
    }
}

/// Decides a district.
pub(super) fn settle(district: &District, params: &Params) -> State {
    let mut state = State::new(district);
    for target in all_targets(district, &state, params) {
        state.prove(district, params, target);
    }
    if params.secondary && !state.open.is_empty() {
        let offered = vec![true; district.vars.len()];
        complete(district, params, &mut state, &offered);
        tidy::give_back(district, params, &mut state);
    }
    state
}

fn all_targets(district: &District, state: &State, params: &Params) -> Vec<Target> {
    let counts = (0..district.vars.len()).filter(|var| state.secret[*var]).map(Target::Count);
    let pools = (0..district.rels.len())
        .flat_map(|rel| pools::pools(district, rel, &state.hidden, &state.secret, params));
    counts.chain(pools).collect()
}

/// Withholds further counts until all is protected, or nothing more helps.
pub(super) fn complete(district: &District, params: &Params, state: &mut State, offered: &[bool]) {
    let mut hopeless = BTreeSet::new();
    loop {
        let next = state.open.iter().find(|target| !hopeless.contains(*target));
        let Some(target) = next.copied() else { break };
        let Some(found) = extension(district, params, state, offered, target) else {
            hopeless.insert(target);
            continue;
        };
        withhold_all(district, params, state, &found.opens, target);
        if found.opens.is_empty() && state.open.contains(&target) {
            hopeless.insert(target);
        }
    }
}

/// Withholds `opens` and looks anew at what that touches.
fn withhold_all(
    district: &District,
    params: &Params,
    state: &mut State,
    opens: &[usize],
    target: Target,
) {
    let mut anew = BTreeSet::from([target]);
    for var in opens {
        anew.extend(state.withhold(district, params, *var, true));
    }
    let open: Vec<Target> = state.open.iter().copied().collect();
    for again in anew.into_iter().chain(open) {
        let still = match again {
            Target::Count(var) => state.secret[var],
            Target::Pool { rel, .. } => {
                pools::pools(district, rel, &state.hidden, &state.secret, params)
                    .any(|pool| pool == again)
            }
        };
        if still {
            state.prove(district, params, again);
        } else {
            state.open.remove(&again);
        }
    }
}

/// The cheapest counts to withhold so that `target` can move as far as is asked.
fn extension(
    district: &District,
    params: &Params,
    state: &State,
    offered: &[bool],
    target: Target,
) -> Option<Move> {
    let still = state.ground(district);
    let ground = Ground { offered: Some(offered), budget: CHOICE, ..still };
    let nothing = Changes::new();
    let want = params.protect;
    let mut best: Option<Move> = None;
    let mut offer = |found: Option<Move>| {
        if let Some(found) = found
            && best.as_ref().is_none_or(|best| found.cost < best.cost)
        {
            best = Some(found);
        }
    };
    for forth in 0..=want {
        let asked = Asked { target, sign: 1, forth, back: want - forth, base: &nothing };
        offer(moves::find(ground, asked));
    }
    let high = reach::push(still, target, 1, want);
    let low = reach::push(still, target, -1, want);
    let left = want - high.by - low.by;
    if left > 0 && left < want {
        for (sign, from) in [(1, &high), (-1, &low)] {
            let asked = Asked { target, sign, forth: left, back: 0, base: &from.changes };
            offer(moves::find(ground, asked));
        }
    }
    best
}
