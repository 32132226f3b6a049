//! Which further counts must be withheld, and a proof for each that is.
//!
//! Whole numbers only: this room knows counts, what is shown of them and how
//! they add up, and nothing of sites. A reader knows every figure that is
//! shown and the rules, not how the counts to withhold were chosen. What is
//! shown leaves the reader a set of *fillings*: whole numbers for all that is
//! not known exactly, which agree with every relation. A count is recovered
//! when it is nearly the same in all of them.
//!
//! The true counts are one filling. Another is reached from it by a *move*
//! (`moves`): raise one count, then put right each sum that this breaks by
//! changing another count in it, until none is broken. A count is safe when
//! moves change it by [`Params::protect`] in all (`reach`). Where they
//! cannot, the cheapest move that goes through counts that are still shown
//! tells which to withhold too (`choose`); what proves not to be needed is
//! given back (`tidy`).

mod choose;
mod district;
mod exact;
mod ground;
mod last;
mod moves;
mod pools;
mod proof;
mod reach;
mod state;
mod system;
mod tidy;

pub use system::{Count, CountId, Fate, Filling, Params, Proof, Protected, Relation, System};

use district::District;

/// Decides which shown counts of `system` are withheld to protect others, and
/// proves for every count that must be protected that it is.
///
/// The true counts should agree with every relation and lie within what is
/// shown; where they do not, the relation or the bound is taken as that much
/// wider. The same system gives the same answer, and parts that no relation
/// connects are decided apart.
pub fn protect(system: &System, params: &Params) -> Protected {
    let mut all = Protected::default();
    for district in district::districts(system) {
        settle(&district, params, &mut all);
    }
    all.proofs.sort_by_key(|proof| proof.count);
    all.unprotected.sort_unstable();
    all.unprotected.dedup();
    all
}

/// Decides one district and adds what came of it.
fn settle(district: &District, params: &Params, all: &mut Protected) {
    let state = choose::settle(district, params);
    all.withheld.extend(state.chosen().map(|var| district.vars[var].id));
    proof::collect(district, &state, params, all);
}

#[cfg(test)]
mod tests;
