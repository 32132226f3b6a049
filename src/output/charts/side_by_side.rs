//! Charts side by side: areas or outcomes, each with one figure.

use super::super::csv_files;
use super::super::cx::Cx;
use super::super::figures::{base, period, short};
use super::areas::{Area, areas, is_shown};
use super::words::{base_note, council_subtitle, shared_polarity, source, target_line, unit_of};
use super::{Drawn, Row, blank, table};
use crate::chart::{Chart, Kind};
use crate::disclosure::PublishedOutcome;
use crate::model::Period;
use crate::narrative::{ChartKind, ChartSpec};
use std::collections::BTreeSet;

/// An outcome with the period that is shown of it.
type Shown<'o> = (&'o PublishedOutcome, Period);

/// Bars or dots for outcomes of one unit, each with its figure of the period
/// asked for or of its latest.
pub(super) fn chart_of_outcomes(
    cx: &Cx<'_>,
    spec: &ChartSpec,
    outcomes: &[&PublishedOutcome],
) -> Drawn {
    let areas = areas(cx, &spec.compare);
    let with_period = outcomes
        .iter()
        .filter_map(|outcome| Some((*outcome, period_shown(spec, outcome, &areas)?)));
    let shown: Vec<Shown<'_>> = with_period.collect();
    let chart = chart(cx, spec, &shown, &areas);
    let rows: Vec<Row> = shown.iter().map(|shown| row(cx, shown)).collect();
    let csv = csv_files::outcomes(cx, &chart.id, outcomes, &|area, point| {
        is_shown(&areas, area) && spec.period.as_ref().is_none_or(|period| point.period == *period)
    });
    let table = table(cx, &chart, &cx.t("scorecard.outcome"), &rows, &csv);
    let source = outcomes.first().and_then(|outcome| source(cx, outcome));
    Drawn { table, csv, source, notes: notes(cx, &shown), chart }
}

/// How many the council's figures are based on.
fn notes(cx: &Cx<'_>, shown: &[Shown<'_>]) -> Vec<String> {
    let note =
        |(outcome, at): &Shown<'_>| base_note(cx, &cx.say(&outcome.title), outcome.own.at(at)?);
    shown.iter().filter_map(note).collect()
}

fn row(cx: &Cx<'_>, (outcome, at): &Shown<'_>) -> Row {
    Row {
        head: cx.say(&outcome.title),
        path: super::super::outcomes::path_of(cx, outcome),
        base: outcome.own.at(at).and_then(|point| base(cx, point)),
    }
}

fn chart(cx: &Cx<'_>, spec: &ChartSpec, shown: &[Shown<'_>], areas: &[Area]) -> Chart {
    let outcomes: Vec<&PublishedOutcome> = shown.iter().map(|(outcome, _)| *outcome).collect();
    let periods: BTreeSet<String> =
        shown.iter().map(|(outcome, at)| period(cx, outcome, at)).collect();
    let span = periods.first().filter(|_| periods.len() == 1);
    let points =
        |area: &Area| shown.iter().map(|(outcome, at)| area.point(cx, outcome, at)).collect();
    Chart {
        kind: if spec.kind == Some(ChartKind::Dot) { Kind::Dot } else { Kind::Bar },
        headline: cx.say_some(spec.title.as_ref()).unwrap_or_else(|| cx.t("scorecard.caption")),
        subtitle: council_subtitle(cx, &outcomes, span.zip(span)),
        series: areas.iter().map(|area| area.series(points(area))).collect(),
        categories: categories(cx, shown, periods.len() > 1),
        target: shown_target(cx, shown),
        unit: outcomes.first().map(|outcome| unit_of(outcome)).unwrap_or_default(),
        polarity: shared_polarity(&outcomes),
        author_text: cx.say_some(spec.text.as_ref()),
        ..blank(cx)
    }
}

/// The names of the rows: titles, with the periods of the figures where they
/// differ. One row alone is named by its period, since the title stands above.
fn categories(cx: &Cx<'_>, shown: &[Shown<'_>], periods_differ: bool) -> Vec<String> {
    let at = |(outcome, at): &Shown<'_>| short(cx, outcome, at);
    let name = |shown: &Shown<'_>| {
        let title = cx.say(&shown.0.title);
        let args = [("title", title.as_str()), ("period", &at(shown))];
        if periods_differ { cx.strings().say("chart.category.period", &args) } else { title }
    };
    match shown {
        [only] => vec![at(only)],
        _ => shown.iter().map(name).collect(),
    }
}

/// The target, where one outcome is shown: several have no line in common.
fn shown_target(cx: &Cx<'_>, shown: &[Shown<'_>]) -> Option<crate::chart::Target> {
    match shown {
        [(only, at)] => target_line(cx, only, at),
        _ => None,
    }
}

/// The one period that is shown of `outcome`: the one asked for, else the
/// latest for which the council and some other area have a figure, else the
/// council's latest.
fn period_shown(spec: &ChartSpec, outcome: &PublishedOutcome, areas: &[Area]) -> Option<Period> {
    let own = || outcome.own.points.iter().rev().map(|point| &point.period);
    let shared = |at: &&Period| {
        let mut having = areas.iter().filter(|area| area.has_figure(outcome, at));
        having.next().is_some_and(Area::is_council) && having.next().is_some()
    };
    let asked = spec.period.clone();
    asked.or_else(|| own().find(shared).cloned()).or_else(|| own().next().cloned())
}
