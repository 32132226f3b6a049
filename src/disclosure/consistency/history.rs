//! A revision changes the figure, or settles one that could still change.

use crate::at;
use crate::diagnostic::{Diagnostic, Findings, codes};
use crate::disclosure::points::worked_out;
use crate::disclosure::stood::{open, written};
use crate::model::outcome::{Outcome, OutcomeFile, Revision};
use crate::yaml::{Doc, Step};
use rust_decimal::Decimal;

pub(super) fn check(doc: &Doc<OutcomeFile>, i: usize, outcome: &Outcome, findings: &mut Findings) {
    for (j, value) in outcome.values.iter().enumerate() {
        let now = open(value.value.as_ref()).or_else(|| worked_out(outcome, value));
        let path = at!["outcomes", i, "values", j, "revised"];
        unchanged(doc, path, now, &value.revised, findings);
    }
    for (name, series) in &outcome.comparators {
        for (period, value) in series {
            let word = period.to_string();
            let path = at!["outcomes", i, "comparators", name.as_str(), &word, "revised"];
            unchanged(doc, path, open(value.value.as_ref()), &value.revised, findings);
        }
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
