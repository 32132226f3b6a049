//! The words around a drawing: what is measured, its source, its target, and
//! what is not shown and why.

use super::super::cx::Cx;
use super::super::figures::{base, short};
use crate::chart::{Target, Unit};
use crate::disclosure::{self, Point, PublishedOutcome};
use crate::model::target::Aim;
use crate::model::unit::{Unit as OutcomeUnit, UnitWord};
use crate::model::{Marker, Period, Polarity};
use crate::wording;
use serde_json::{Value, json};

/// Measure, unit, council and the first and last period, in words.
pub(super) fn council_subtitle(
    cx: &Cx<'_>,
    outcomes: &[&PublishedOutcome],
    span: Option<(&String, &String)>,
) -> String {
    let measure = measure(cx, outcomes);
    let of = [("measure", measure.as_str()), ("council", &cx.council())];
    with_span(cx, cx.strings().say("chart.subtitle.of", &of), span)
}

/// What is measured, with its unit.
fn measure(cx: &Cx<'_>, outcomes: &[&PublishedOutcome]) -> String {
    let first = outcomes.first();
    let unit = first.map(|outcome| wording::unit_words(cx.strings(), outcome)).unwrap_or_default();
    match outcomes {
        [only] => {
            let args = [("title", cx.say(&only.title)), ("unit", unit)];
            cx.strings()
                .say("chart.subtitle.measure", &args.each_ref().map(|(k, v)| (*k, v.as_str())))
        }
        _ => cx.strings().say("chart.subtitle.unit", &[("unit", &unit)]),
    }
}

/// `of` with the periods that are shown.
pub(super) fn with_span(cx: &Cx<'_>, of: String, span: Option<(&String, &String)>) -> String {
    match span {
        Some((first, last)) if first == last => {
            cx.strings().say("chart.subtitle.one", &[("of", &of), ("period", first)])
        }
        Some((first, last)) => {
            let spans = is_span(cx, first) || is_span(cx, last);
            let key = if spans { "chart.subtitle.spans" } else { "chart.subtitle.span" };
            cx.strings().say(key, &[("of", &of), ("first", first), ("last", last)])
        }
        None => of,
    }
}

/// Whether a period says itself from when to when: “April to June 2024”.
fn is_span(cx: &Cx<'_>, period: &str) -> bool {
    period.contains(&cx.strings().say("period.between", &[("from", ""), ("to", "")]))
}

/// What stands around the numbers of an outcome's scale.
pub(super) fn unit_of(outcome: &PublishedOutcome) -> Unit {
    match outcome.unit {
        OutcomeUnit::Known(UnitWord::Percent) => Unit::after("%"),
        OutcomeUnit::Known(UnitWord::Pounds) => Unit::before("£"),
        _ => Unit::default(),
    }
}

/// Which way is better for all of `outcomes`; neither, if they differ.
pub(super) fn shared_polarity(outcomes: &[&PublishedOutcome]) -> Polarity {
    match outcomes {
        [first, rest @ ..] if rest.iter().all(|other| other.polarity == first.polarity) => {
            first.polarity
        }
        _ => Polarity::Context,
    }
}

/// The line to reach in `period`, for targets that are one number.
pub(super) fn target_line(
    cx: &Cx<'_>,
    outcome: &PublishedOutcome,
    period: &Period,
) -> Option<Target> {
    let target = disclosure::target_for(outcome, period)?;
    let number = match &target.aim {
        Aim::AtMost(number) | Aim::AtLeast(number) | Aim::Below(number) | Aim::Above(number) => {
            *number
        }
        Aim::Between(..) | Aim::BetterThan(_) | Aim::IncreaseBy(_) | Aim::None(_) => return None,
    };
    Some(Target { number, text: super::super::scorecard::target_words(cx, outcome, target) })
}

/// Where the figures come from.
pub(in crate::output) fn source(cx: &Cx<'_>, outcome: &PublishedOutcome) -> Option<Value> {
    let source = outcome.source.as_ref()?;
    let name = cx.say(&source.name);
    let name = match &source.table {
        Some(table) => format!("{name}, {}", cx.say(table)),
        None => name,
    };
    Some(json!({"name": name, "url": source.url}))
}

/// What the council's figure named `name` is based on.
pub(super) fn base_note(cx: &Cx<'_>, name: &str, point: &Point) -> Option<String> {
    let base = base(cx, point)?;
    Some(cx.strings().say("chart.note.base", &[("name", name), ("base", &base)]))
}

/// Which of the council's figures are not shown and why, marker by marker.
pub(super) fn missing_note(
    cx: &Cx<'_>,
    outcome: &PublishedOutcome,
    periods: &[&Period],
) -> Vec<String> {
    let missing_for = |marker: Marker| -> Vec<String> {
        let shown = outcome.own.points.iter().filter(|point| periods.contains(&&point.period));
        let missing = shown.filter(|point| point.cell.get().marker() == Some(marker));
        missing.map(|point| short(cx, outcome, &point.period)).collect()
    };
    let note = |marker: Marker| {
        let periods = missing_for(marker);
        let words = wording::marker_words(cx.strings(), marker);
        let list = cx.strings().list(&periods);
        let args = [("symbol", marker.symbol()), ("words", &words), ("periods", &list)];
        (!periods.is_empty()).then(|| cx.strings().say("chart.note.missing", &args))
    };
    Marker::ALL.into_iter().filter_map(note).collect()
}
