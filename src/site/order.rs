//! Dates and periods are in order, and fit together.

use super::Site;
use crate::at;
use crate::diagnostic::{Diagnostic, Findings, Span, codes};
use crate::model::When;
use crate::model::pledge::{Pledge, PledgeFile};
use crate::model::recommendation::{Recommendation, ReviewFile, Status};
use crate::yaml::Doc;

pub(super) fn check(site: &Site, findings: &mut Findings) {
    site.reviews.iter().for_each(|doc| recommendations(doc, findings));
    site.ratings.iter().for_each(|doc| visits(doc, findings));
    site.sets.iter().for_each(|doc| pledges(doc, findings));
    editions(site, findings);
}

pub(super) fn out_of_order(message: String, span: Span, help: &str) -> Diagnostic {
    Diagnostic::error(codes::ORDER, message).at(span).help(help)
}

fn recommendations(doc: &Doc<ReviewFile>, findings: &mut Findings) {
    for (i, recommendation) in doc.value.recommendations.iter().enumerate() {
        if recommendation.number.is_none() && recommendation.id.is_none() {
            findings.push(
                Diagnostic::error(
                    codes::MISSING_KEY,
                    "the recommendation has neither a number nor an id",
                )
                .at(doc.span(at!["recommendations", i]))
                .help("give `number:` as it is printed, or `id:`"),
            );
        }
        progress(doc, i, recommendation, findings);
    }
}

/// Progress comes after the review and in order; so does the response.
fn progress(
    doc: &Doc<ReviewFile>,
    i: usize,
    recommendation: &Recommendation,
    findings: &mut Findings,
) {
    let made = doc.value.review.date.as_ref();
    let too_early = |date: &When| made.is_some_and(|made| date.is_before(made));
    for (j, entry) in recommendation.progress.iter().enumerate() {
        if too_early(&entry.date) {
            let message = format!(
                "progress of {} is older than the review of {}",
                entry.date,
                made.map_or(String::new(), When::to_string)
            );
            let span = doc.span(at!["recommendations", i, "progress", j, "date"]);
            findings.push(out_of_order(message, span, "check the two dates"));
        }
    }
    let dates = recommendation.progress.iter().map(|entry| &entry.date);
    in_order(dates, |j| doc.span(at!["recommendations", i, "progress", j, "date"]), findings);
    if let Some(date) = recommendation
        .response
        .as_ref()
        .and_then(|response| response.date.as_ref())
        .filter(|date| too_early(date))
    {
        let message = format!("the response of {date} is older than the review");
        findings.push(out_of_order(
            message,
            doc.span(at!["recommendations", i, "response", "date"]),
            "check the two dates",
        ));
    }
}

/// Dates of progress stand in order; `span` is of the entry at a place.
fn in_order<'w>(
    dates: impl Iterator<Item = &'w When>,
    span: impl Fn(usize) -> Span,
    findings: &mut Findings,
) {
    let dates: Vec<&When> = dates.collect();
    for (i, pair) in dates.windows(2).enumerate() {
        if pair[1].is_before(pair[0]) {
            let message = format!("progress of {} stands after that of {}", pair[1], pair[0]);
            let help = "put progress in order, the earliest first";
            findings.push(out_of_order(message, span(i + 1), help));
        }
    }
}

fn visits(doc: &Doc<crate::model::rating::RatingFile>, findings: &mut Findings) {
    for (i, rating) in doc.value.ratings.iter().enumerate() {
        let Some((first, last)) = rating.visited else { continue };
        if first > last {
            let message = format!("the visit ends on {last}, before it begins on {first}");
            findings.push(out_of_order(
                message,
                doc.span(at!["ratings", i, "visited"]),
                "write the first day first",
            ));
        }
        if rating.published.as_ref().is_some_and(|published| published.is_before(&When::Day(last)))
        {
            let message = "the inspection is published before the visit ends".to_owned();
            findings.push(out_of_order(
                message,
                doc.span(at!["ratings", i, "published"]),
                "check the two dates",
            ));
        }
    }
}

/// A set that takes the place of another says from when: without a day, every
/// edition before would show that it had.
fn replaced(doc: &Doc<PledgeFile>, findings: &mut Findings) {
    let set = &doc.value.set;
    let Some(old) = set.replaces.as_ref().filter(|_| set.begins().is_none()) else { return };
    let message = format!("nothing says from when `{}` takes the place of `{old}`", set.id);
    let found = Diagnostic::warning(codes::UNDATED, message).at(doc.span(at!["set", "replaces"]));
    findings.push(
        found
            .note("every edition shows it, those of earlier years too")
            .help("give the day it was agreed: `approvals: [{by: …, date: …, did: adopted}]`"),
    );
}

fn pledges(doc: &Doc<PledgeFile>, findings: &mut Findings) {
    replaced(doc, findings);
    for (i, pledge) in doc.value.pledges.iter().enumerate() {
        actions(doc, i, pledge, findings);
        let dates = pledge.progress.iter().map(|entry| &entry.date);
        in_order(dates, |j| doc.span(at!["pledges", i, "progress", j, "date"]), findings);
    }
}

/// An action says how it stands once: in its dated progress, or, while it has
/// none, by `status`. Its progress stands in order.
fn actions(doc: &Doc<PledgeFile>, i: usize, pledge: &Pledge, findings: &mut Findings) {
    for (j, action) in pledge.actions.iter().enumerate() {
        let at = |key: &str| doc.span(at!["pledges", i, "actions", j, key]);
        if action.status != Status::NotStated && !action.progress.is_empty() {
            let message = "the action has a status without a date beside its dated progress";
            let found = Diagnostic::error(codes::TWO_STATUSES, message).at(at("status"));
            findings.push(found.help(
                "take `status` out: the last entry under `progress` that says how it stands counts",
            ));
        }
        let dates = action.progress.iter().map(|entry| &entry.date);
        let date = |k| doc.span(at!["pledges", i, "actions", j, "progress", k, "date"]);
        in_order(dates, date, findings);
    }
}

/// An edition's date is not before its period ends, nor that of the edition it
/// carries on from.
fn editions(site: &Site, findings: &mut Findings) {
    for (_, page) in site.editions() {
        let front = &page.front.value;
        let end = front.period.as_ref().and_then(|period| period.end(Default::default()));
        if let (Some(as_at), Some(end)) = (front.as_at, end)
            && as_at < end
        {
            let message = format!("the edition is as at {as_at}, before its period ends on {end}");
            let found =
                Diagnostic::error(codes::DATE_AFTER, message).at(page.front.span(at!["as_at"]));
            findings.push(found.help("its year would not be known by then: move `as_at` to the end of the period or later"));
        }
    }
}
