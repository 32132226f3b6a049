//! Charts of outcomes: over time, or several side by side.

use super::super::csv_files;
use super::super::cx::Cx;
use super::super::figures::{Symbols, figure, no_figure, period, short};
use super::{Drawn, absent, point_of, table_of};
use crate::chart::{Chart, Kind, Point, Series, Target, Unit};
use crate::disclosure::{self, Cell, Point as Figure, Published, PublishedOutcome};
use crate::model::target::Aim;
use crate::model::unit::{Unit as OutcomeUnit, UnitWord};
use crate::model::{Id, Period, Polarity};
use crate::narrative::{ChartKind, ChartSpec};
use crate::wording::{self, Wording};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// A comparator's colour, dash and marker through the whole site.
fn slot(name: &Id, taken: &BTreeSet<usize>) -> usize {
    let own = match name.as_str() {
        "england" | "scotland" | "wales" | "northern-ireland" => 1,
        "statistical-neighbours" => 2,
        _ => 3,
    };
    if taken.contains(&own) {
        (1..4).find(|slot| !taken.contains(slot)).unwrap_or(own)
    } else {
        own
    }
}

/// Whose figures a series shows.
struct Area {
    /// The comparator; the council itself if `None`.
    comparator: Option<Id>,
    name: String,
    slot: usize,
}

impl Area {
    fn series(&self, points: Vec<Point>) -> Series {
        Series { name: self.name.clone(), slot: self.slot, points }
    }

    /// The area's figure for a period.
    fn cell<'o>(
        &self,
        outcome: &'o PublishedOutcome,
        period: &Period,
    ) -> Option<&'o Published<Cell>> {
        let series = match &self.comparator {
            Some(name) => outcome.comparators.get(name),
            None => Some(&outcome.own),
        };
        series.and_then(|series| series.at(period)).map(|point| &point.cell)
    }

    /// The area's figure for a period as a point of a chart.
    fn point(&self, cx: &Cx<'_>, outcome: &PublishedOutcome, period: &Period) -> Point {
        let wording = Wording::of(cx.strings(), outcome);
        match self.cell(outcome, period) {
            Some(cell) => point_of(cx, &wording, cell),
            None => absent(cx, &wording),
        }
    }

    /// The area's figure for a period as a cell of a table.
    fn figure(
        &self,
        cx: &Cx<'_>,
        outcome: &PublishedOutcome,
        period: &Period,
        symbols: &mut Symbols,
    ) -> Value {
        match self.cell(outcome, period) {
            Some(cell) => figure(cx, &Wording::of(cx.strings(), outcome), cell.get(), symbols),
            None => no_figure(cx, symbols),
        }
    }
}

/// The council and those it is compared with.
fn areas(cx: &Cx<'_>, compare: &[Id]) -> Vec<Area> {
    let council = cx.say(&cx.renderer.publication.config.council.name);
    let mut taken = BTreeSet::from([0]);
    let mut areas = vec![Area { comparator: None, name: council, slot: 0 }];
    for name in compare {
        let slot = slot(name, &taken);
        taken.insert(slot);
        areas.push(Area { comparator: Some(name.clone()), name: cx.comparator(name), slot });
    }
    areas
}

/// Whether a row of data is of one of `areas`.
fn is_shown(areas: &[Area], comparator: Option<&str>) -> bool {
    areas.iter().any(|area| area.comparator.as_ref().map(Id::as_str) == comparator)
}

fn unit_of(outcome: &PublishedOutcome) -> Unit {
    match outcome.unit {
        OutcomeUnit::Known(UnitWord::Percent) => Unit::after("%"),
        OutcomeUnit::Known(UnitWord::Pounds) => Unit::before("£"),
        _ => Unit::default(),
    }
}

/// An outcome over time, beside its comparators: lines, or bars if asked for.
pub(in crate::output) fn chart_of_outcome(
    cx: &Cx<'_>,
    spec: &ChartSpec,
    outcome: &PublishedOutcome,
) -> Drawn {
    let areas = areas(cx, &spec.compare);
    let chart = chart_over_time(cx, spec, outcome, &areas);
    let name = format!("{}-{}", chart.id, outcome.id);
    let csv = csv_files::outcomes(cx, &name, &[outcome], &|area, _| is_shown(&areas, area));
    Drawn {
        table: period_table(cx, &chart, outcome, &areas, &csv),
        csv,
        source: source(cx, outcome),
        notes: break_notes(cx, outcome),
        chart,
    }
}

fn chart_over_time(
    cx: &Cx<'_>,
    spec: &ChartSpec,
    outcome: &PublishedOutcome,
    areas: &[Area],
) -> Chart {
    let periods: Vec<&Period> = outcome.own.points.iter().map(|point| &point.period).collect();
    let categories: Vec<String> =
        periods.iter().map(|at| short(cx, at, outcome.period_type)).collect();
    let points = |area: &Area| periods.iter().map(|at| area.point(cx, outcome, at)).collect();
    let breaks = |at: &usize| outcome.breaks.iter().any(|gap| gap.before == *periods[*at]);
    let span = categories.first().zip(categories.last());
    Chart {
        id: format!("chart-{}", cx.next_serial()),
        kind: if spec.kind == Some(ChartKind::Bar) { Kind::Bar } else { Kind::Line },
        headline: cx.say_some(spec.title.as_ref()).unwrap_or_else(|| cx.say(&outcome.title)),
        subtitle: subtitle(cx, &[outcome], spec.title.is_some(), span),
        series: areas.iter().map(|area| area.series(points(area))).collect(),
        reference: None,
        target: target_line(cx, outcome),
        unit: unit_of(outcome),
        polarity: outcome.polarity,
        breaks: (0..periods.len()).filter(breaks).collect(),
        author_text: cx.say_some(spec.text.as_ref()),
        categories,
    }
}

/// The figures of an outcome: a row for each period.
fn period_table(
    cx: &Cx<'_>,
    chart: &Chart,
    outcome: &PublishedOutcome,
    areas: &[Area],
    csv: &str,
) -> Value {
    let mut symbols = Symbols::default();
    let mut row = |(point, category): (&Figure, &String)| {
        let cells: Vec<Value> = areas
            .iter()
            .map(|area| area.figure(cx, outcome, &point.period, &mut symbols))
            .collect();
        json!({"head": {"text": category, "path": null}, "cells": cells})
    };
    let rows: Vec<Value> = outcome.own.points.iter().zip(&chart.categories).map(&mut row).collect();
    let mut table = table_of(cx, chart, &cx.t("table.period"), &rows, &symbols, csv);
    table["note"] = json!(notes(cx, outcome));
    table
}

/// What officers say of single figures, each with its period.
fn notes(cx: &Cx<'_>, outcome: &PublishedOutcome) -> Option<String> {
    let points = outcome.own.points.iter();
    let noted = points.flat_map(|point| point.notes.iter().map(move |note| (point, note)));
    let words = noted.map(|(point, note)| {
        let at = short(cx, &point.period, outcome.period_type);
        let note = cx.say(&note.text);
        let note = note.trim_end_matches('.');
        cx.strings().say("table.note", &[("period", &at), ("note", note)])
    });
    let words: Vec<String> = words.collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Bars for outcomes of one unit, each with its latest figure or that of the
/// period asked for.
pub(super) fn chart_of_outcomes(
    cx: &Cx<'_>,
    spec: &ChartSpec,
    outcomes: &[&PublishedOutcome],
) -> Drawn {
    let areas = areas(cx, &spec.compare);
    let shown: Vec<(&PublishedOutcome, Period)> = outcomes
        .iter()
        .filter_map(|outcome| Some((*outcome, period_shown(spec, outcome)?)))
        .collect();
    let mut symbols = Symbols::default();
    let mut row = |(outcome, at): &(&PublishedOutcome, Period)| {
        let cells: Vec<Value> =
            areas.iter().map(|area| area.figure(cx, outcome, at, &mut symbols)).collect();
        let path = super::super::outcomes::path_of(cx, outcome);
        json!({"head": {"text": cx.say(&outcome.title), "path": path}, "cells": cells})
    };
    let rows: Vec<Value> = shown.iter().map(&mut row).collect();
    let chart = bars(cx, spec, &shown, &areas);
    let csv = csv_files::outcomes(cx, &chart.id, outcomes, &|area, point| {
        is_shown(&areas, area) && spec.period.as_ref().is_none_or(|period| point.period == *period)
    });
    let table = table_of(cx, &chart, &cx.t("scorecard.outcome"), &rows, &symbols, &csv);
    let source = outcomes.first().and_then(|outcome| source(cx, outcome));
    Drawn { table, csv, source, notes: Vec::new(), chart }
}

/// The period whose figure a bar shows.
fn period_shown(spec: &ChartSpec, outcome: &PublishedOutcome) -> Option<Period> {
    let last = || outcome.own.last().map(|point| point.period.clone());
    spec.period.clone().or_else(last)
}

fn bars(
    cx: &Cx<'_>,
    spec: &ChartSpec,
    shown: &[(&PublishedOutcome, Period)],
    areas: &[Area],
) -> Chart {
    let outcomes: Vec<&PublishedOutcome> = shown.iter().map(|(outcome, _)| *outcome).collect();
    let polarity = outcomes.first().map_or(Polarity::Context, |first| first.polarity);
    let shared = outcomes.iter().all(|outcome| outcome.polarity == polarity);
    let periods: BTreeSet<String> =
        shown.iter().map(|(outcome, at)| period(cx, at, outcome.period_type)).collect();
    let span = periods.first().filter(|_| periods.len() == 1);
    let points =
        |area: &Area| shown.iter().map(|(outcome, at)| area.point(cx, outcome, at)).collect();
    Chart {
        id: format!("chart-{}", cx.next_serial()),
        kind: Kind::Bar,
        headline: cx.say_some(spec.title.as_ref()).unwrap_or_else(|| cx.t("scorecard.caption")),
        subtitle: subtitle(cx, &outcomes, true, span.zip(span)),
        series: areas.iter().map(|area| area.series(points(area))).collect(),
        categories: outcomes.iter().map(|outcome| cx.say(&outcome.title)).collect(),
        reference: None,
        target: None,
        unit: outcomes.first().map(|outcome| unit_of(outcome)).unwrap_or_default(),
        polarity: if shared { polarity } else { Polarity::Context },
        breaks: Vec::new(),
        author_text: cx.say_some(spec.text.as_ref()),
    }
}

/// Measure, unit and period, in words.
fn subtitle(
    cx: &Cx<'_>,
    outcomes: &[&PublishedOutcome],
    titled: bool,
    span: Option<(&String, &String)>,
) -> String {
    let unit = outcomes
        .first()
        .map(|outcome| wording::unit_words(cx.strings(), outcome))
        .unwrap_or_default();
    let council = cx.say(&cx.renderer.publication.config.council.name);
    let measure = match outcomes {
        [only] if titled => cx
            .strings()
            .say("chart.subtitle.measure", &[("title", &cx.say(&only.title)), ("unit", &unit)]),
        _ => cx.strings().say("chart.subtitle.unit", &[("unit", &unit)]),
    };
    let of = cx.strings().say("chart.subtitle.of", &[("measure", &measure), ("council", &council)]);
    match span {
        Some((first, last)) if first == last => {
            cx.strings().say("chart.subtitle.one", &[("of", &of), ("period", first)])
        }
        Some((first, last)) => cx
            .strings()
            .say("chart.subtitle.span", &[("of", &of), ("first", first), ("last", last)]),
        None => of,
    }
}

/// The line to reach, for targets that are one number.
fn target_line(cx: &Cx<'_>, outcome: &PublishedOutcome) -> Option<Target> {
    let target = disclosure::target_for(outcome, &outcome.own.last()?.period)?;
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

fn break_notes(cx: &Cx<'_>, outcome: &PublishedOutcome) -> Vec<String> {
    let shown = |gap: &&crate::model::outcome::Break| outcome.own.at(&gap.before).is_some();
    let note = |gap: &crate::model::outcome::Break| {
        let before = period(cx, &gap.before, outcome.period_type);
        cx.strings().say("outcome.break", &[("before", &before)]) + " " + &cx.say(&gap.why)
    };
    outcome.breaks.iter().filter(shown).map(note).collect()
}
