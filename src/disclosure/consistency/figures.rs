//! Figures fit their units, follow from their parts, and means from their
//! members.

use super::{out_of_range, wrong_unit};
use crate::at;
use crate::diagnostic::{Diagnostic, Findings, codes};
use crate::disclosure::neighbours::{STATISTICAL_NEIGHBOURS, simple_mean};
use crate::disclosure::points::share;
use crate::disclosure::published::rounded;
use crate::disclosure::stood::{open, written};
use crate::model::Period;
use crate::model::outcome::{ComparatorValue, Outcome, OutcomeFile, Value};
use crate::model::unit::{Unit, UnitWord};
use crate::yaml::{Doc, Step};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

pub(super) fn check(doc: &Doc<OutcomeFile>, i: usize, outcome: &Outcome, findings: &mut Findings) {
    for (j, value) in outcome.values.iter().enumerate() {
        own(doc, [i, j], outcome, value, findings);
    }
    for (name, series) in &outcome.comparators {
        let path = at!["outcomes", i, "comparators", name.as_str()];
        others(doc, path, outcome, series, findings);
    }
    for (name, series) in outcome.neighbours.iter().flat_map(|all| all.members.iter()) {
        let path = at!["outcomes", i, "neighbours", "members", name];
        others(doc, path, outcome, series, findings);
    }
    means(doc, i, outcome, findings);
}

fn own(
    doc: &Doc<OutcomeFile>,
    [i, j]: [usize; 2],
    outcome: &Outcome,
    value: &Value,
    findings: &mut Findings,
) {
    let span = |key: &str| doc.span(at!["outcomes", i, "values", j, key]);
    let figure = open(value.value.as_ref());
    if let Some(message) = figure.and_then(|figure| out_of_range(&outcome.unit, figure)) {
        findings.push(wrong_unit(message, span("value")));
    }
    if let Some(message) = disagreement(outcome, &Given::of(value)) {
        findings.push(
            Diagnostic::error(codes::DISAGREES, message).at(span("value")).help(
                "correct the one that is wrong, or leave `value` out and let it be worked out",
            ),
        );
    }
    revised(doc, [i, j], outcome, value, findings);
    for (key, count) in [("numerator", &value.numerator), ("denominator", &value.denominator)] {
        if open(count.as_ref()).is_some_and(|count| count.is_sign_negative()) {
            findings.push(wrong_unit(format!("the {key} is below zero"), span(key)));
        }
    }
}

/// An earlier figure follows from its own parts, as the later one does.
fn revised(
    doc: &Doc<OutcomeFile>,
    [i, j]: [usize; 2],
    outcome: &Outcome,
    value: &Value,
    findings: &mut Findings,
) {
    for (k, revision) in value.revised.iter().enumerate() {
        let given = Given {
            figure: written(&revision.from).0.filter(|_| value.qualifier.is_none()),
            parts: open(revision.numerator.as_ref()).zip(open(revision.denominator.as_ref())),
        };
        if let Some(message) = disagreement(outcome, &given) {
            let span = doc.span(at!["outcomes", i, "values", j, "revised", k, "from"]);
            findings.push(
                Diagnostic::error(codes::DISAGREES, message)
                    .at(span)
                    .help("correct the one that is wrong, or leave the parts out"),
            );
        }
    }
}

/// A figure, and what it should follow from.
struct Given {
    figure: Option<Decimal>,
    parts: Option<(Decimal, Decimal)>,
}

impl Given {
    /// What a value gives; a figure that is only about right follows from
    /// nothing.
    fn of(value: &Value) -> Self {
        Self {
            figure: open(value.value.as_ref()).filter(|_| value.qualifier.is_none()),
            parts: open(value.numerator.as_ref()).zip(open(value.denominator.as_ref())),
        }
    }
}

fn others(
    doc: &Doc<OutcomeFile>,
    path: &[Step<'_>],
    outcome: &Outcome,
    series: &BTreeMap<Period, ComparatorValue>,
    findings: &mut Findings,
) {
    for (period, value) in series {
        let figure = open(value.value.as_ref());
        if let Some(message) = figure.and_then(|figure| out_of_range(&outcome.unit, figure)) {
            let word = period.to_string();
            let place: Vec<Step<'_>> = path.iter().chain(at![&word]).copied().collect();
            findings.push(wrong_unit(message, doc.span(&place)));
        }
    }
}

/// A percentage, rate or mean that does not follow from its numerator and
/// denominator, to the decimals it is written with.
fn disagreement(outcome: &Outcome, given: &Given) -> Option<String> {
    let (numerator, denominator) = given.parts?;
    if outcome.unit.is_percent() && numerator > denominator {
        return Some(format!("{numerator} out of {denominator} is more than all of them"));
    }
    let figure = given.figure?;
    let exact = share(outcome, numerator, denominator)?;
    let to = |number: Decimal, decimals: u32| rounded(number, Some(decimals));
    if to(exact, figure.scale()) == figure {
        return None;
    }
    let (is, sign) = (to(exact, figure.scale().max(1)), sign(&outcome.unit));
    let parts = match sign {
        "%" => format!("{numerator} out of {denominator}"),
        _ => format!("{numerator} over {denominator}"),
    };
    Some(format!("the value says {figure}{sign}, but {parts} is {is}{sign}"))
}

/// What stands after a figure in a message.
fn sign(unit: &Unit) -> &'static str {
    match unit {
        Unit::Known(UnitWord::Percent) => "%",
        Unit::Known(UnitWord::RatePer10000) => " per 10,000",
        _ => "",
    }
}

/// The neighbours' mean that is given is the mean of those that are given.
fn means(doc: &Doc<OutcomeFile>, i: usize, outcome: &Outcome, findings: &mut Findings) {
    let given = outcome.comparators.iter().find(|(id, _)| id.as_str() == STATISTICAL_NEIGHBOURS);
    let Some((Some(neighbours), (_, given))) =
        given.map(|given| (outcome.neighbours.as_ref(), given))
    else {
        return;
    };
    for (period, value) in given {
        let members = neighbours.members.iter().filter_map(|(_, series)| series.get(period));
        let figures: Vec<Decimal> = members
            .filter(|member| member.qualifier.is_none())
            .filter_map(|member| open(member.value.as_ref()))
            .collect();
        if let Some(message) = other_mean(value, &figures) {
            let word = period.to_string();
            let place = at!["outcomes", i, "comparators", STATISTICAL_NEIGHBOURS, &word];
            findings.push(Diagnostic::error(codes::DISAGREES, message).at(doc.span(place)).help(
                "correct the one that is wrong, or leave the mean out and let it be worked out",
            ));
        }
    }
}

/// How a mean that is given differs from the mean of `figures`.
fn other_mean(given: &ComparatorValue, figures: &[Decimal]) -> Option<String> {
    let Some(given) = open(given.value.as_ref()) else {
        let mean = simple_mean(figures, None)?;
        return Some(format!("no mean is given, but that of the neighbours is {mean}"));
    };
    let mean = simple_mean(figures, Some(given.scale())).filter(|mean| *mean != given)?;
    Some(format!("the mean is given as {given}, but that of the neighbours is {mean}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disclosure::fixture::outcome;

    fn says(unit: &str, value: &str) -> Option<String> {
        let outcome = outcome(&format!(
            "unit: {unit}\npolarity: context\nvalues: [{{period: 2025, {value}}}]"
        ));
        disagreement(&outcome, &Given::of(&outcome.values[0]))
    }

    #[test]
    fn figures_follow_from_their_parts() {
        // England, 31 March 2025: 81,770 children of 12,183,016; published as 67.
        let england = "value: 67, numerator: 81770, denominator: 12183016";
        assert_eq!(says("rate-per-10000", england), None);
        assert_eq!(
            says("rate-per-10000", &england.replace("67", "68")).as_deref(),
            Some("the value says 68 per 10,000, but 81770 over 12183016 is 67.1 per 10,000")
        );
        // 3,318 points over 231 children: 14.363…
        assert_eq!(says("average", "value: 14.4, numerator: 3318, denominator: 231"), None);
        assert!(says("average", "value: 14.3, numerator: 3318, denominator: 231").is_some());
        // 1 of 8 is 12.5%, which rounds away from zero.
        assert_eq!(says("percent", "value: 13, numerator: 1, denominator: 8"), None);
        assert!(says("percent", "value: 12, numerator: 1, denominator: 8").is_some());
        assert_eq!(
            says("percent", "value: 12, qualifier: about, numerator: 1, denominator: 8"),
            None
        );
        assert_eq!(says("ratio", "value: 9, numerator: 1, denominator: 8"), None, "not defined");
    }
}
