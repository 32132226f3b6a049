//! A revision changes the figure, or settles one that could still change; a
//! year to date does not go down.

use crate::at;
use crate::diagnostic::{Diagnostic, Findings, codes};
use crate::disclosure::points::worked_out;
use crate::disclosure::protection::is_same_year;
use crate::disclosure::stood::{open, written};
use crate::model::outcome::{Outcome, OutcomeFile, Revision, Value};
use crate::yaml::{Doc, Step};
use rust_decimal::Decimal;

pub(super) fn check(doc: &Doc<OutcomeFile>, i: usize, outcome: &Outcome, findings: &mut Findings) {
    for (j, value) in outcome.values.iter().enumerate() {
        let now = open(value.value.as_ref()).or_else(|| worked_out(outcome, value));
        let path = at!["outcomes", i, "values", j, "revised"];
        unchanged(doc, path, now, &value.revised, findings);
    }
    if outcome.cumulative {
        falls(doc, i, outcome, findings);
    }
    for (name, series) in &outcome.comparators {
        for (period, value) in series {
            let word = period.to_string();
            let path = at!["outcomes", i, "comparators", name.as_str(), &word, "revised"];
            unchanged(doc, path, open(value.value.as_ref()), &value.revised, findings);
        }
    }
}

/// A count from the start of a year to date holds those before: what readers
/// take from two of them is never below nought.
fn falls(doc: &Doc<OutcomeFile>, i: usize, outcome: &Outcome, findings: &mut Findings) {
    let is_count = outcome.unit.is_count();
    let own = |value: &Value| {
        open(if is_count { value.value.as_ref() } else { value.numerator.as_ref() })
    };
    let counts = |value: &Value| [own(value), open(value.denominator.as_ref())];
    for (j, pair) in outcome.values.windows(2).enumerate() {
        let [before, after] = pair else { continue };
        let falls = counts(before).into_iter().zip(counts(after));
        let mut falls = falls.filter_map(|(then, now)| then.zip(now).filter(|(a, b)| b < a));
        let Some((then, now)) = falls.next() else { continue };
        if !is_same_year(&before.period, &after.period) {
            continue;
        }
        let message =
            format!("`{}` is of the year to date, and goes down from {then} to {now}", outcome.id);
        findings.push(
            Diagnostic::error(codes::DISAGREES, message)
                .at(doc.span(at!["outcomes", i, "values", j + 1]))
                .help("correct the figure; if the one before was too high, correct it and say so in its `revised`; if each figure is of its own part of the year, leave `cumulative` out"),
        );
    }
}

/// Each earlier figure differs from the one that took its place, unless that
/// confirmed it.
fn unchanged(
    doc: &Doc<OutcomeFile>,
    path: &[Step<'_>],
    now: Option<Decimal>,
    revised: &[Revision],
    findings: &mut Findings,
) {
    let mut order: Vec<(usize, &Revision)> = revised.iter().enumerate().collect();
    order.sort_by_key(|(_, revision)| revision.date);
    let mut after = now;
    for (k, revision) in order.into_iter().rev() {
        let (from, _) = written(&revision.from);
        let same = from.filter(|from| Some(*from) == after && !revision.is_unsettled());
        if let Some(from) = same {
            let message = format!("the figure is revised from {from} to {from}");
            let place: Vec<Step<'_>> = path.iter().chain(at![k, "from"]).copied().collect();
            findings.push(
                Diagnostic::error(codes::DISAGREES, message)
                    .at(doc.span(&place))
                    .help("write the figure as it was before; if it was confirmed, add `provisional: true` to the revision"),
            );
        }
        after = from;
    }
}
