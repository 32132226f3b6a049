//! The registers, judged: what is late, silent, claimed without evidence,
//! contradicted or gone.
//!
//! Each check has a name, and a level at each stage of a report: the table of
//! `audit/levels.yaml`, which a site may change. Everything is judged on one
//! day (never the clock), and records count as known on that day, so that
//! what has been put right by then is no fault. Nothing is said where nothing
//! is stated: what has no due date is never late.
//!
//! An officer may accept a warning, in their own name and for a reason that is
//! published: `data/waivers.yaml`.

mod carried;
mod case;
mod check;
mod consent;
mod decisions;
mod editions;
mod evidence;
mod fault;
mod leads;
mod levels;
mod moved;
mod news;
mod overdue;
mod place;
mod ratings;
mod reasons;
mod responses;
mod sets;
mod waivers;
mod wording;
mod work;

pub use check::Check;
pub use levels::Weights;

use crate::diagnostic::{Checked, Findings};
use crate::model::waiver::Waiver;
use crate::model::{Day, Stage};
use crate::site::Site;
use case::Case;
use fault::Fault;

/// What came of judging the registers, beside what was found.
#[derive(Debug, Default)]
pub struct Audited {
    /// How much each check weighs.
    pub weights: Weights,
    /// The warnings that are accepted, in the order written.
    pub accepted: Vec<Waiver>,
}

/// A family of checks.
type Family = fn(&Case<'_>, &mut Vec<Fault>);

const FAMILIES: [Family; 14] = [
    overdue::check,
    news::check,
    moved::check,
    reasons::check,
    evidence::check,
    leads::check,
    responses::check,
    carried::check,
    sets::check,
    wording::check,
    ratings::check,
    decisions::check,
    consent::check,
    editions::check,
];

/// Judges the registers of `site` as known on `as_at`, for a report that has
/// come as far as `stage`.
pub fn audit(site: &Site, stage: Stage, as_at: Option<Day>) -> Checked<Audited> {
    let mut findings = Findings::new();
    let weights = Weights::of(&site.config, stage, &mut findings);
    let case = Case::new(site, as_at);
    let mut faults = Vec::new();
    FAMILIES.iter().for_each(|check| check(&case, &mut faults));
    let accepted = waivers::accept(&case, &weights, &mut faults, &mut findings);
    let told = faults.into_iter().filter_map(|fault| fault.weighed(&weights));
    told.for_each(|found| findings.push(found));
    Checked { value: Audited { weights, accepted }, findings }
}
