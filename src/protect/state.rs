//! What is shown and what is proved in a district so far.

use super::district::District;
use super::ground::{Changes, Ground};
use super::moves::Move;
use super::pools::{self, Target};
use super::reach::{self, Pair};
use super::system::{Fate, Params};
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// How many steps a search for a second filling may look at.
const BUDGET: usize = 300;

/// What is shown and what is proved in a district so far.
#[derive(Debug, Clone)]
pub(super) struct State {
    /// The counts that are not shown.
    pub(super) hidden: Vec<bool>,
    /// The counts that must be protected.
    pub(super) secret: Vec<bool>,
    chosen: BTreeSet<usize>,
    /// Two fillings for each that is protected.
    pub(super) proved: BTreeMap<Target, Rc<Pair>>,
    /// What is not protected, as far as is known.
    pub(super) open: BTreeSet<Target>,
    /// What of that cannot be.
    pub(super) lost: BTreeSet<Target>,
    /// What was proved by fillings that change a count; some of it anew since.
    through: Vec<Vec<Target>>,
    /// How many steps have been looked at, here and in what this was copied from.
    pub(super) spent: Rc<Cell<usize>>,
}

impl State {
    /// Nothing is withheld yet to protect others, and nothing is proved.
    pub(super) fn new(district: &District, params: &Params) -> Self {
        let is_shown = |fate: Fate| matches!(fate, Fate::Shown { .. });
        let mut state = Self {
            hidden: district.vars.iter().map(|var| !is_shown(var.fate)).collect(),
            secret: district.vars.iter().map(|var| var.fate.is_secret()).collect(),
            chosen: BTreeSet::new(),
            proved: BTreeMap::new(),
            open: BTreeSet::new(),
            lost: BTreeSet::new(),
            through: vec![Vec::new(); district.vars.len()],
            spent: Rc::default(),
        };
        let secret = (0..district.vars.len()).filter(|var| state.secret[*var]);
        state.open = secret.map(Target::Count).collect();
        for rel in 0..district.rels.len() {
            let pools: Vec<Target> = state.pools(district, params, rel).collect();
            state.open.extend(pools);
        }
        state
    }

    /// The counts that are withheld to protect others.
    pub(super) fn chosen(&self) -> impl Iterator<Item = usize> {
        self.chosen.iter().copied()
    }

    /// What those cost in all.
    pub(super) fn cost(&self, district: &District) -> u64 {
        self.chosen.iter().filter_map(|var| district.vars[*var].cost()).map(u64::from).sum()
    }

    /// Whether a reader does not know `var` exactly.
    pub(super) fn in_doubt(&self, district: &District, var: usize) -> bool {
        self.hidden[var] || !district.vars[var].shown.is_none()
    }

    /// Where moves may go that use nothing shown.
    pub(super) fn ground<'a>(&'a self, district: &'a District) -> Ground<'a> {
        Ground { district, hidden: &self.hidden, offered: None, budget: BUDGET, spent: &self.spent }
    }

    /// The first target that is open and not lost.
    pub(super) fn next(&self) -> Option<Target> {
        self.open.iter().find(|target| !self.lost.contains(*target)).copied()
    }

    fn pools(
        &self,
        district: &District,
        params: &Params,
        rel: usize,
    ) -> impl Iterator<Item = Target> {
        pools::pools(district, rel, &self.hidden, &self.secret, params)
    }

    /// Looks for two fillings for every target that is open.
    pub(super) fn prove_open(&mut self, district: &District, params: &Params) {
        for target in self.open.clone() {
            if self.open.contains(&target) && !self.lost.contains(&target) {
                self.prove(district, params, target);
            }
        }
    }

    /// Looks for two fillings for `target`; whether they were found.
    pub(super) fn prove(&mut self, district: &District, params: &Params, target: Target) -> bool {
        let Some(pair) = reach::pair(self.ground(district), target, params.protect) else {
            self.proved.remove(&target);
            self.open.insert(target);
            return false;
        };
        let pair = Rc::new(pair);
        self.take(params, &pair);
        self.keep(target, pair);
        true
    }

    /// Keeps `pair` as the proof of `target`.
    fn keep(&mut self, target: Target, pair: Rc<Pair>) {
        self.open.remove(&target);
        self.lost.remove(&target);
        for var in pair.low.keys().chain(pair.high.keys()) {
            self.through[*var].push(target);
        }
        self.proved.insert(target, pair);
    }

    /// Takes two fillings as a proof of every open count that they prove.
    fn take(&mut self, params: &Params, pair: &Rc<Pair>) {
        for var in pair.low.keys().chain(pair.high.keys()) {
            let target = Target::Count(*var);
            if pair.width(*var) >= params.protect && self.open.contains(&target) {
                self.keep(target, Rc::clone(pair));
            }
        }
    }

    /// Withholds what `found` needs, and takes it as a proof where it is one:
    /// it goes `forth` and `back` from the true counts.
    pub(super) fn withhold_for(
        &mut self,
        district: &District,
        params: &Params,
        found: &Move,
        (forth, back): (i64, i64),
    ) {
        for var in &found.opens {
            self.set(district, params, *var, true);
        }
        let times = |by: i64| -> Changes {
            let changes = found.changes.iter().map(|(var, change)| (*var, change * by));
            changes.filter(|(_, change)| *change != 0).collect()
        };
        self.take(params, &Rc::new(Pair { low: times(-back), high: times(forth) }));
    }

    /// Withholds `var`, or shows it again. What must be looked at anew is open.
    pub(super) fn set(&mut self, district: &District, params: &Params, var: usize, hide: bool) {
        (self.hidden[var], self.secret[var]) = (hide, hide);
        self.forget(Target::Count(var));
        if hide {
            self.chosen.insert(var);
            self.open.insert(Target::Count(var));
        } else {
            self.chosen.remove(&var);
            for target in self.proved_through(var) {
                self.proved.remove(&target);
                self.open.insert(target);
            }
        }
        for (rel, _) in &district.vars[var].rels {
            for target in sides(*rel) {
                self.forget(target);
            }
            let pools: Vec<Target> = self.pools(district, params, *rel).collect();
            self.open.extend(pools);
        }
    }

    fn forget(&mut self, target: Target) {
        self.proved.remove(&target);
        self.open.remove(&target);
        self.lost.remove(&target);
    }

    /// What was proved by fillings that change `var`.
    fn proved_through(&mut self, var: usize) -> BTreeSet<Target> {
        let all = std::mem::take(&mut self.through[var]).into_iter();
        let moves = |target: &Target| self.proved.get(target).is_some_and(|pair| pair.moves(var));
        all.filter(moves).collect()
    }

    /// Shows `var` again, if all that was protected still is; whether it was done.
    pub(super) fn give_back(&mut self, district: &District, params: &Params, var: usize) -> bool {
        let mut touched = self.proved_through(var);
        self.through[var].extend(&touched);
        touched.insert(Target::Count(var));
        touched.extend(district.vars[var].rels.iter().flat_map(|(rel, _)| sides(*rel)));
        let proofs: Vec<(Target, Rc<Pair>)> = touched
            .iter()
            .filter_map(|target| Some((*target, Rc::clone(self.proved.get(target)?))))
            .collect();
        let (open, lost) = (self.open.clone(), self.lost.clone());
        self.set(district, params, var, false);
        self.prove_open(district, params);
        if self.open.is_subset(&self.lost) {
            return true;
        }
        self.set(district, params, var, true);
        touched.into_iter().for_each(|target| self.forget(target));
        (self.open, self.lost) = (open, lost);
        for (target, pair) in proofs {
            self.keep(target, pair);
        }
        let proved = &self.proved;
        self.open.retain(|target| !proved.contains_key(target));
        self.lost.retain(|target| !proved.contains_key(target));
        false
    }
}

/// What may have to be protected of an addition beside its counts.
fn sides(rel: usize) -> [Target; 2] {
    [1, -1].map(|side| Target::Pool { rel, side })
}
