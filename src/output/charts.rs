//! Charts of outcomes, tables and registers, with their tables and data.

use super::csv_files;
use super::cx::Cx;
use super::figures::{Symbols, figure, no_figure, period, short};
use crate::chart::{Chart, Kind, Point, Series, Target, Unit};
use crate::disclosure::{self, Cell, Published, PublishedOutcome, PublishedTable};
use crate::model::outcome::{Aim, Unit as OutcomeUnit, UnitWord};
use crate::model::recommendation::{ReviewFile, Status};
use crate::model::{Id, Marker, Period, Polarity, When};
use crate::narrative::{ChartKind, ChartSpec};
use crate::wording::{self, Wording};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// A chart to draw, with what stands below it.
pub(super) struct Drawn {
    pub(super) chart: Chart,
    pub(super) table: Value,
    pub(super) csv: String,
    pub(super) source: Option<Value>,
    pub(super) notes: Vec<String>,
}

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

/// The council's series and those it is compared with.
fn areas(cx: &Cx<'_>, compare: &[Id]) -> Vec<(Option<Id>, String, usize)> {
    let council = cx.say(&cx.renderer.publication.config.council.name);
    let mut taken = BTreeSet::from([0]);
    let mut areas = vec![(None, council, 0)];
    for name in compare {
        let slot = slot(name, &taken);
        taken.insert(slot);
        areas.push((Some(name.clone()), cx.comparator(name), slot));
    }
    areas
}

fn point_of(cx: &Cx<'_>, wording: &Wording<'_>, cell: &Published<Cell>) -> Point {
    let words = match cell.get() {
        Cell::Missing(marker) => wording::marker_words(cx.strings(), *marker),
        Cell::Value(_) => String::new(),
    };
    Point { cell: cell.clone(), text: wording.cell(cell.get()), words }
}

fn absent(cx: &Cx<'_>, wording: &Wording<'_>) -> Point {
    point_of(cx, wording, &disclosure::absent(Marker::NotAvailable))
}

fn unit_of(outcome: &PublishedOutcome) -> Unit {
    match outcome.unit {
        OutcomeUnit::Known(UnitWord::Percent) => Unit::after("%"),
        OutcomeUnit::Known(UnitWord::Pounds) => Unit::before("£"),
        _ => Unit::default(),
    }
}

/// The figure of an area for a period.
fn cell_at<'a>(
    outcome: &'a PublishedOutcome,
    area: Option<&Id>,
    period: &Period,
) -> Option<&'a Published<Cell>> {
    let series = area.map_or(Some(&outcome.own), |name| outcome.comparators.get(name));
    series.and_then(|series| series.at(period)).map(|point| &point.cell)
}

/// An outcome over time, beside its comparators: lines, or bars if asked for.
pub(super) fn chart_of_outcome(cx: &Cx<'_>, spec: &ChartSpec, outcome: &PublishedOutcome) -> Drawn {
    let wording = Wording::of(cx.strings(), outcome);
    let periods: Vec<&Period> = outcome.own.points.iter().map(|point| &point.period).collect();
    let areas = areas(cx, &spec.compare);
    let series = areas.iter().map(|(area, name, slot)| Series {
        name: name.clone(),
        slot: *slot,
        points: periods
            .iter()
            .map(|period| {
                cell_at(outcome, area.as_ref(), period)
                    .map_or_else(|| absent(cx, &wording), |cell| point_of(cx, &wording, cell))
            })
            .collect(),
    });
    let id = format!("chart-{}", cx.next_serial());
    let categories: Vec<String> =
        periods.iter().map(|p| short(cx, p, outcome.period_type)).collect();
    let breaks = periods
        .iter()
        .enumerate()
        .filter(|(_, period)| outcome.breaks.iter().any(|gap| gap.before == ***period));
    let chart = Chart {
        id: id.clone(),
        kind: if spec.kind == Some(ChartKind::Bar) { Kind::Bar } else { Kind::Line },
        headline: cx.say_some(spec.title.as_ref()).unwrap_or_else(|| cx.say(&outcome.title)),
        subtitle: subtitle(
            cx,
            &[outcome],
            spec.title.is_some(),
            categories.first().zip(categories.last()),
        ),
        series: series.collect(),
        categories,
        target: target_line(cx, outcome),
        unit: unit_of(outcome),
        polarity: outcome.polarity,
        breaks: breaks.map(|(at, _)| at).collect(),
        author_text: cx.say_some(spec.text.as_ref()),
    };
    let shown: Vec<Option<Id>> = areas.into_iter().map(|(area, ..)| area).collect();
    let csv = csv_files::outcomes(cx, &format!("{id}-{}", outcome.id), &[outcome], &|area, _| {
        shown.iter().any(|shown| shown.as_ref().map(Id::as_str) == area)
    });
    Drawn {
        table: period_table(cx, &chart, outcome, &shown, &csv),
        csv,
        source: source(cx, outcome),
        notes: break_notes(cx, outcome),
        chart,
    }
}

/// The figures of an outcome: a row for each period.
fn period_table(
    cx: &Cx<'_>,
    chart: &Chart,
    outcome: &PublishedOutcome,
    areas: &[Option<Id>],
    csv: &str,
) -> Value {
    let wording = Wording::of(cx.strings(), outcome);
    let mut symbols = Symbols::default();
    let mut rows = Vec::new();
    for (point, category) in outcome.own.points.iter().zip(&chart.categories) {
        let cells: Vec<Value> = areas
            .iter()
            .map(|area| match cell_at(outcome, area.as_ref(), &point.period) {
                Some(cell) => figure(cx, &wording, cell.get(), &mut symbols),
                None => no_figure(cx, &mut symbols),
            })
            .collect();
        rows.push(json!({"head": {"text": category, "path": null}, "cells": cells}));
    }
    table_of(cx, chart, &cx.t("table.period"), &rows, &symbols, csv)
}

fn table_of(
    cx: &Cx<'_>,
    chart: &Chart,
    first: &str,
    rows: &[Value],
    symbols: &Symbols,
    csv: &str,
) -> Value {
    let heads = chart.series.iter().map(|series| json!({"text": series.name, "numeric": true}));
    json!({
        "id": format!("{}-table", chart.id),
        "caption": cx.strings().say("table.caption", &[("title", &chart.headline), ("subtitle", &chart.subtitle)]),
        "note": null,
        "head": std::iter::once(json!({"text": first, "numeric": false})).chain(heads).collect::<Vec<_>>(),
        "rows": rows,
        "total_row": false,
        "key": symbols.key(cx),
        "csv": csv,
    })
}

/// Bars for outcomes of one unit, each with its latest figure or that of the
/// period asked for.
pub(super) fn chart_of_outcomes(
    cx: &Cx<'_>,
    spec: &ChartSpec,
    outcomes: &[&PublishedOutcome],
) -> Drawn {
    let areas = areas(cx, &spec.compare);
    let mut symbols = Symbols::default();
    let mut rows = Vec::new();
    let mut series: Vec<Series> = areas
        .iter()
        .map(|(_, name, slot)| Series { name: name.clone(), slot: *slot, points: Vec::new() })
        .collect();
    let mut categories = Vec::new();
    for outcome in outcomes {
        let wording = Wording::of(cx.strings(), outcome);
        let Some(at) =
            spec.period.clone().or_else(|| outcome.own.last().map(|point| point.period.clone()))
        else {
            continue;
        };
        let mut cells = Vec::new();
        for ((area, ..), series) in areas.iter().zip(&mut series) {
            let cell = cell_at(outcome, area.as_ref(), &at);
            series.points.push(
                cell.map_or_else(|| absent(cx, &wording), |cell| point_of(cx, &wording, cell)),
            );
            cells.push(match cell {
                Some(cell) => figure(cx, &wording, cell.get(), &mut symbols),
                None => no_figure(cx, &mut symbols),
            });
        }
        let title = cx.say(&outcome.title);
        rows.push(json!({"head": {"text": title, "path": super::outcomes::path_of(cx, outcome)}, "cells": cells}));
        categories.push(title);
    }
    let chart = bars(cx, spec, outcomes, series, categories);
    let shown: Vec<Option<Id>> = areas.into_iter().map(|(area, ..)| area).collect();
    let csv = csv_files::outcomes(cx, &chart.id, outcomes, &|area, point| {
        let at = spec.period.as_ref().is_none_or(|period| point.period == *period);
        at && shown.iter().any(|shown| shown.as_ref().map(Id::as_str) == area)
    });
    let table = table_of(cx, &chart, &cx.t("scorecard.outcome"), &rows, &symbols, &csv);
    Drawn {
        table,
        csv,
        source: outcomes.first().and_then(|outcome| source(cx, outcome)),
        notes: Vec::new(),
        chart,
    }
}

fn bars(
    cx: &Cx<'_>,
    spec: &ChartSpec,
    outcomes: &[&PublishedOutcome],
    series: Vec<Series>,
    categories: Vec<String>,
) -> Chart {
    let polarity = outcomes.first().map_or(Polarity::Context, |first| first.polarity);
    let shared = outcomes.iter().all(|outcome| outcome.polarity == polarity);
    let periods: BTreeSet<String> = outcomes
        .iter()
        .filter_map(|outcome| {
            Some(period(
                cx,
                spec.period.as_ref().or(outcome.own.last().map(|point| &point.period))?,
                outcome.period_type,
            ))
        })
        .collect();
    let span = periods.first().filter(|_| periods.len() == 1);
    Chart {
        id: format!("chart-{}", cx.next_serial()),
        kind: Kind::Bar,
        headline: cx.say_some(spec.title.as_ref()).unwrap_or_else(|| cx.t("scorecard.caption")),
        subtitle: subtitle(cx, outcomes, true, span.zip(span)),
        series,
        categories,
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
    Some(Target { number, text: super::scorecard::target_words(cx, outcome, target) })
}

/// Where the figures come from.
pub(super) fn source(cx: &Cx<'_>, outcome: &PublishedOutcome) -> Option<Value> {
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

/// Bars for the rows of a table of counts, a series for each column.
pub(super) fn chart_of_table(cx: &Cx<'_>, spec: &ChartSpec, table: &PublishedTable) -> Drawn {
    let wording = Wording::new(cx.strings(), None);
    let column = |at: usize| {
        table
            .rows
            .iter()
            .map(|row| {
                row.cells
                    .get(at)
                    .map_or_else(|| absent(cx, &wording), |cell| point_of(cx, &wording, cell))
            })
            .collect()
    };
    let series = table
        .columns
        .iter()
        .enumerate()
        .map(|(at, name)| Series { name: cx.say(name), slot: at, points: column(at) })
        .collect();
    let title = cx.say(&table.title);
    let council = cx.say(&cx.renderer.publication.config.council.name);
    let of = cx.strings().say("chart.subtitle.of", &[("measure", &title), ("council", &council)]);
    let subtitle = match &table.period {
        Some(period) => cx.strings().say(
            "chart.subtitle.one",
            &[("of", &of), ("period", &cx.strings().period(period, Default::default()))],
        ),
        None => of,
    };
    let categories = table.rows.iter().map(|row| cx.say(&row.head)).collect();
    let chart = count_bars(cx, spec, title, subtitle, series, categories);
    let csv = csv_files::table(cx, &chart.id, table);
    let shown = super::outcomes::data_table(cx, table, &format!("{}-table", chart.id), &csv);
    Drawn {
        table: shown,
        csv,
        source: table
            .source
            .as_ref()
            .map(|source| json!({"name": cx.say(&source.name), "url": source.url})),
        notes: Vec::new(),
        chart,
    }
}

fn count_bars(
    cx: &Cx<'_>,
    spec: &ChartSpec,
    title: String,
    subtitle: String,
    series: Vec<Series>,
    categories: Vec<String>,
) -> Chart {
    Chart {
        id: format!("chart-{}", cx.next_serial()),
        kind: Kind::Bar,
        headline: cx.say_some(spec.title.as_ref()).unwrap_or(title),
        subtitle,
        series,
        categories,
        target: None,
        unit: Unit::default(),
        polarity: Polarity::Context,
        breaks: Vec::new(),
        author_text: cx.say_some(spec.text.as_ref()),
    }
}

/// Bars for how many recommendations stand at each status.
pub(super) fn chart_of_statuses(cx: &Cx<'_>, spec: &ChartSpec, file: &ReviewFile) -> Drawn {
    let wording = Wording::new(cx.strings(), None);
    let statuses: Vec<Status> = file.statuses().collect();
    let counted = Status::ALL
        .map(|status| (status, statuses.iter().filter(|other| **other == status).count()));
    let counted: Vec<(Status, usize)> =
        counted.into_iter().filter(|(_, count)| *count > 0).collect();
    let label = |status: &Status| cx.t(&format!("status.{}", status.slug()));
    let points = counted
        .iter()
        .map(|(_, count)| point_of(cx, &wording, &disclosure::tally(*count)))
        .collect();
    let name = cx.t("chart.recommendations");
    let title = cx.say(&file.review.title);
    let date = file.review.date.as_ref().map(|date: &When| cx.when(date));
    let subtitle = cx.strings().say(
        "chart.subtitle.review",
        &[("title", &title), ("date", date.as_deref().unwrap_or_default())],
    );
    let series = vec![Series { name: name.clone(), slot: 0, points }];
    let categories: Vec<String> = counted.iter().map(|(status, _)| label(status)).collect();
    let chart = count_bars(cx, spec, title, subtitle, series, categories.clone());
    let rows = counted.iter().map(|(status, count)| vec![label(status), count.to_string()]);
    let csv = csv_files::rows(
        cx,
        &chart.id,
        std::iter::once(vec![cx.t("actions.status"), name]).chain(rows).collect(),
    );
    let mut symbols = Symbols::default();
    let cells = chart.series[0].points.iter().zip(&categories).map(|(point, category)| {
        json!({"head": {"text": category, "path": null}, "cells": [figure(cx, &wording, point.cell.get(), &mut symbols)]})
    });
    let cells: Vec<Value> = cells.collect();
    let table = table_of(cx, &chart, &cx.t("actions.status"), &cells, &Symbols::default(), &csv);
    Drawn { table, csv, source: None, notes: Vec::new(), chart }
}
