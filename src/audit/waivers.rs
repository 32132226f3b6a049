//! Warnings that an officer accepts: `data/waivers.yaml`.

use super::case::Case;
use super::check::Check;
use super::fault::Fault;
use super::levels::Weights;
use crate::at;
use crate::diagnostic::{Diagnostic, Findings, Severity, codes};
use crate::model::waiver::{Waiver, WaiverFile};
use crate::yaml::Doc;
use std::collections::BTreeSet;

/// Takes out of `faults` what is accepted, and gives the waivers that accept
/// something. A waiver that names nothing is an error; one that accepts
/// nothing, or has run out, is told.
pub(super) fn accept(
    case: &Case<'_>,
    weights: &Weights,
    faults: &mut Vec<Fault>,
    findings: &mut Findings,
) -> Vec<Waiver> {
    let Some(doc) = &case.site.waivers else { return Vec::new() };
    let names = names(case);
    let mut accepted = Vec::new();
    for (i, waiver) in doc.value.waivers.iter().enumerate() {
        let Some(check) = sound(doc, i, waiver, &names, findings) else { continue };
        if !case.knows_day(Some(waiver.date)) {
            continue;
        }
        match apply(case, weights, faults, (check, waiver)) {
            Applied::Accepts => accepted.push(waiver.clone()),
            Applied::Refused => {}
            Applied::RanOut => findings.push(ran_out(doc, i, waiver)),
            Applied::Unused => findings.push(unused(doc, i, waiver)),
        }
    }
    accepted
}

/// What a waiver does.
enum Applied {
    /// It accepts something.
    Accepts,
    /// What it is about is an error, which stands.
    Refused,
    /// Its last day has passed.
    RanOut,
    /// Nothing is wrong that it could accept.
    Unused,
}

fn apply(
    case: &Case<'_>,
    weights: &Weights,
    faults: &mut Vec<Fault>,
    (check, waiver): (Check, &Waiver),
) -> Applied {
    let meant = |fault: &Fault| fault.check == check && fault.about == waiver.about;
    if !faults.iter().any(meant) {
        return Applied::Unused;
    }
    if waiver.until.is_some() && waiver.until < case.day {
        return Applied::RanOut;
    }
    if weights.severity(check) == Some(Severity::Error) {
        let note = "data/waivers.yaml accepts it, but only a warning can be accepted";
        faults.iter_mut().filter(|fault| meant(fault)).for_each(|fault| fault.add_note(note));
        return Applied::Refused;
    }
    faults.retain(|fault| !meant(fault));
    Applied::Accepts
}

/// The check a waiver names, if both it and the record are there.
fn sound(
    doc: &Doc<WaiverFile>,
    i: usize,
    waiver: &Waiver,
    names: &BTreeSet<String>,
    findings: &mut Findings,
) -> Option<Check> {
    let check = Check::ALL.iter().copied().find(|check| check.slug() == waiver.check);
    let unknown = |message: String, key: &str| {
        Diagnostic::error(codes::UNKNOWN_ID, message).at(doc.span(at!["waivers", i, key]))
    };
    if check.is_none() {
        let found = unknown(format!("there is no check `{}`", waiver.check), "check");
        let slugs = Check::ALL.iter().map(|check| check.slug());
        findings.push(found.suggest(&waiver.check, slugs));
    }
    if !names.contains(&waiver.about) {
        let found = unknown(format!("there is no record `{}`", waiver.about), "about");
        findings.push(found.suggest(&waiver.about, names.iter().map(String::as_str)));
        return None;
    }
    check
}

fn ran_out(doc: &Doc<WaiverFile>, i: usize, waiver: &Waiver) -> Diagnostic {
    let until = waiver.until.map_or(String::new(), |until| until.to_string());
    let (check, about) = (&waiver.check, &waiver.about);
    let message = format!("the waiver of `{check}` for `{about}` ran out on {until}");
    let found = Diagnostic::warning(codes::WAIVER_ENDED, message);
    found
        .at(doc.span(at!["waivers", i, "until"]))
        .help("put the record right, or accept it anew: a new `date:`, `until:` and reason")
}

fn unused(doc: &Doc<WaiverFile>, i: usize, waiver: &Waiver) -> Diagnostic {
    let (check, about) = (&waiver.check, &waiver.about);
    let message =
        format!("nothing is found by `{check}` about `{about}`: the waiver accepts nothing");
    let found = Diagnostic::warning(codes::WAIVER_UNUSED, message);
    found.at(doc.span(at!["waivers", i, "about"])).help("take the waiver out")
}

/// The name of everything a check can be about.
fn names(case: &Case<'_>) -> BTreeSet<String> {
    let site = case.site;
    let promises = case.register.items().map(|item| item.key.name.clone());
    let published = site.ledgers.iter().flat_map(|doc| doc.value.items());
    let sets = site.sets.iter().map(|doc| doc.value.set.id.to_string());
    let resolved = case.minuted.iter().map(|minuted| minuted.name.clone());
    let ratings = site.ratings.iter().flat_map(|doc| &doc.value.ratings);
    let editions = site.editions().map(|(folder, _)| folder.to_owned());
    promises
        .chain(published.map(|item| item.key.name))
        .chain(sets)
        .chain(resolved)
        .chain(ratings.filter_map(|rating| rating.id.as_ref().map(ToString::to_string)))
        .chain(editions)
        .collect()
}
