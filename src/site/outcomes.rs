//! Outcomes: their periods, values, targets and comparators fit together.

use super::Site;
use super::order::out_of_order;
use crate::at;
use crate::diagnostic::{Diagnostic, Findings, codes};
use crate::model::outcome::{ComparatorValue, Outcome, OutcomeFile, Revision};
use crate::model::unit::{Unit, UnitWord};
use crate::model::{Day, Period};
use crate::yaml::{Doc, Step};
use std::collections::BTreeMap;

pub(super) fn check(site: &Site, findings: &mut Findings) {
    for doc in &site.outcomes {
        for (i, outcome) in doc.value.outcomes.iter().enumerate() {
            periods(doc, i, outcome, findings);
            values(doc, i, outcome, findings);
            targets(doc, i, outcome, findings);
            others(doc, i, outcome, findings);
        }
    }
}

/// Periods of one series are of one shape and in order of time.
fn periods(doc: &Doc<OutcomeFile>, i: usize, outcome: &Outcome, findings: &mut Findings) {
    period_type(doc, i, outcome, findings);
    breaks(doc, i, outcome, findings);
    for (j, pair) in outcome.values.windows(2).enumerate() {
        let (before, after) = (&pair[0].period, &pair[1].period);
        let span = || doc.span(at!["outcomes", i, "values", j + 1, "period"]);
        if !before.like(after) {
            let message =
                format!("`{after}` follows `{before}`, but they are not periods of one kind");
            findings.push(out_of_order(
                message,
                span(),
                "make them two outcomes, or write both in the same way",
            ));
        } else if before.order(after, outcome.period_type) == std::cmp::Ordering::Greater {
            let message = format!("`{after}` stands after `{before}`, which is later");
            findings.push(out_of_order(
                message,
                span(),
                "put the values in order, the earliest first",
            ));
        }
    }
}

/// The periods are of the type that is stated; one that is left out is not
/// held against them.
fn period_type(doc: &Doc<OutcomeFile>, i: usize, outcome: &Outcome, findings: &mut Findings) {
    let path = at!["outcomes", i, "period_type"];
    let odd = outcome.values.iter().find(|value| !value.period.fits(outcome.period_type));
    let Some(value) = odd.filter(|_| doc.has(path)) else { return };
    let message = format!("`{}` is not a period of the type that is stated", value.period);
    findings.push(out_of_order(
        message,
        doc.span(path),
        "write 2024-25 for financial and academic years, 2024 for calendar years, and so on",
    ));
}

fn breaks(doc: &Doc<OutcomeFile>, i: usize, outcome: &Outcome, findings: &mut Findings) {
    for (j, gap) in outcome.breaks.iter().enumerate() {
        if !outcome.values.iter().any(|value| value.period == gap.before) {
            let message = format!("the break is before `{}`, which has no value", gap.before);
            let span = doc.span(at!["outcomes", i, "breaks", j, "before"]);
            findings.push(
                Diagnostic::error(codes::UNKNOWN_ID, message)
                    .at(span)
                    .help("name the first period after the break"),
            );
        }
    }
}

fn values(doc: &Doc<OutcomeFile>, i: usize, outcome: &Outcome, findings: &mut Findings) {
    for (j, value) in outcome.values.iter().enumerate() {
        value_or_missing(doc, i, j, outcome, findings);
        bases(doc, i, j, outcome, findings);
        let path = at!["outcomes", i, "values", j, "revised"];
        revisions(doc, path, outcome, (&value.period, value.known, &value.revised), findings);
    }
}

/// A value, what it can be worked out from, or a marker: one of them.
fn value_or_missing(
    doc: &Doc<OutcomeFile>,
    i: usize,
    j: usize,
    outcome: &Outcome,
    findings: &mut Findings,
) {
    let Some(value) = outcome.values.get(j) else { return };
    let has_parts = value.numerator.is_some() && value.denominator.is_some();
    let worked_out = has_parts && outcome.unit.multiplier().is_some();
    let (message, help) = match (value.value.is_some(), value.missing.is_some()) {
        (true, true) => (
            "a value and a missing marker stand together",
            "keep `value` if there is a figure, or `missing` if there is none",
        ),
        (false, false) if !worked_out && !wrote_either(doc, i, j) => (
            "there is neither a value nor a missing marker",
            "give `value: …`, or say why there is none: `missing: x` (not available)",
        ),
        _ => return,
    };
    let span = doc.span(at!["outcomes", i, "values", j]);
    findings.push(Diagnostic::error(codes::VALUE_OR_MISSING, message).at(span).help(help));
}

fn bases(doc: &Doc<OutcomeFile>, i: usize, j: usize, outcome: &Outcome, findings: &mut Findings) {
    let Some(value) = outcome.values.get(j) else { return };
    let span = || doc.span(at!["outcomes", i, "values", j]);
    if value.numerator.is_some() != value.denominator.is_some() {
        findings.push(
            Diagnostic::error(
                codes::UNIT,
                "a numerator needs a denominator, and the other way round",
            )
            .at(span())
            .help("give both, or neither"),
        );
    }
    if value.numerator.is_some() && !has_base(&outcome.unit) {
        findings.push(
            Diagnostic::error(codes::UNIT, "this unit has no numerator and denominator")
                .at(doc.span(at!["outcomes", i, "unit"]))
                .help("only percentages, rates, ratios and averages have them; is the unit right?"),
        );
    }
}

/// A figure is not revised before it is known.
fn revisions(
    doc: &Doc<OutcomeFile>,
    path: &[Step<'_>],
    outcome: &Outcome,
    (period, known, revised): (&Period, Option<Day>, &[Revision]),
    findings: &mut Findings,
) {
    let Some(known) = outcome.known_from(period, known) else { return };
    for (k, revision) in revised.iter().enumerate().filter(|(_, revision)| revision.date < known) {
        let message = format!(
            "the figure is revised on {}, but it is not known before {known}",
            revision.date
        );
        findings.push(out_of_order(
            message,
            doc.span(&below(path, at![k, "date"])),
            "correct the date, or give the day the figure was first known: `known: …`",
        ));
    }
}

/// Whether there is a value or a marker that could not be used, which is told
/// already.
fn wrote_either(doc: &Doc<OutcomeFile>, i: usize, j: usize) -> bool {
    ["value", "missing"].iter().any(|key| doc.has(at!["outcomes", i, "values", j, *key]))
}

fn has_base(unit: &Unit) -> bool {
    !matches!(unit, Unit::Known(UnitWord::Count | UnitWord::Pounds | UnitWord::Days))
}

/// There is one target for a period, and the values are of such periods.
fn targets(doc: &Doc<OutcomeFile>, i: usize, outcome: &Outcome, findings: &mut Findings) {
    for (j, target) in outcome.targets.iter().enumerate() {
        let span = || doc.span(at!["outcomes", i, "targets", j, "for"]);
        let which = target
            .period
            .as_ref()
            .map_or("every period".to_owned(), |period| format!("`{period}`"));
        if outcome.targets.iter().take(j).any(|other| other.period == target.period) {
            findings.push(
                Diagnostic::error(codes::DUPLICATE_PERIOD, format!("two targets are for {which}"))
                    .at(span())
                    .help("correct the period, or keep one of the two"),
            );
        }
        let own = outcome.values.first().map(|value| &value.period);
        if target.period.as_ref().zip(own).is_some_and(|(period, own)| !period.like(own)) {
            let message = format!("the target is for {which}, which is no period of the values");
            findings.push(out_of_order(
                message,
                span(),
                "write the period as those of the values are written",
            ));
        }
    }
}

/// The figures of others: comparators, and neighbours one by one.
fn others(doc: &Doc<OutcomeFile>, i: usize, outcome: &Outcome, findings: &mut Findings) {
    for (name, series) in &outcome.comparators {
        let path = at!["outcomes", i, "comparators", name.as_str()];
        Others { doc, outcome, path, findings }.check(series);
    }
    let Some(neighbours) = &outcome.neighbours else { return };
    for (name, series) in neighbours.members.iter() {
        let path = at!["outcomes", i, "neighbours", "members", name];
        Others { doc, outcome, path, findings }.check(series);
    }
    let has = |period: &Period| neighbours.members.iter().any(|(_, all)| all.contains_key(period));
    for period in neighbours.published.keys().filter(|period| !has(period)) {
        let place =
            doc.key_span(at!["outcomes", i, "neighbours", "published", &period.to_string()]);
        let message = format!("no neighbour has a figure for `{period}`");
        let help = "name a period that they have figures for";
        findings.push(Diagnostic::error(codes::UNKNOWN_ID, message).at(place).help(help));
    }
}

/// One series of others' figures.
struct Others<'a> {
    doc: &'a Doc<OutcomeFile>,
    outcome: &'a Outcome,
    path: &'a [Step<'a>],
    findings: &'a mut Findings,
}

impl Others<'_> {
    fn check(&mut self, series: &BTreeMap<Period, ComparatorValue>) {
        self.periods(series);
        for (period, value) in series {
            let word = period.to_string();
            if value.value.is_some() == value.missing.is_some() {
                let place = self.doc.key_span(&below(self.path, at![&word]));
                self.findings.push(
                    Diagnostic::error(
                        codes::VALUE_OR_MISSING,
                        "a comparator has either a value or a missing marker",
                    )
                    .at(place)
                    .help("write a figure, or a marker such as x (not available)"),
                );
            }
            let path = below(self.path, at![&word, "revised"]);
            let history = (period, value.known, value.revised.as_slice());
            revisions(self.doc, &path, self.outcome, history, self.findings);
        }
    }

    /// They are of the outcome's kind, and some of them are its own.
    fn periods(&mut self, series: &BTreeMap<Period, ComparatorValue>) {
        let own: Vec<&Period> = self.outcome.values.iter().map(|value| &value.period).collect();
        let Some(first) = own.first() else { return };
        if let Some(odd) = series.keys().find(|period| !period.like(first)) {
            let message = format!(
                "the comparator's period `{odd}` is not of the same kind as the outcome's own"
            );
            let place = self.doc.key_span(&below(self.path, at![&odd.to_string()]));
            let help = "write it as the values above it are written";
            self.findings.push(out_of_order(message, place, help));
        } else if !series.is_empty() && !series.keys().any(|period| own.contains(&period)) {
            let message = "it has no figure for any period of the outcome's own values";
            let place = self.doc.key_span(self.path);
            let help = "give one for a period of the values, or take it out: the two never meet";
            self.findings.push(out_of_order(message.to_owned(), place, help));
        }
    }
}

fn below<'s>(path: &[Step<'s>], steps: &[Step<'s>]) -> Vec<Step<'s>> {
    path.iter().chain(steps).copied().collect()
}
