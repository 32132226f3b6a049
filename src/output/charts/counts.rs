//! Charts of counts: tables, and how many recommendations stand where.

use super::super::csv_files;
use super::super::cx::Cx;
use super::super::tally;
use super::words::with_span;
use super::{Drawn, Row, absent, blank, point_of, table};
use crate::chart::{Chart, Kind, MOST_PARTS, Point, Series};
use crate::disclosure::{self, PublishedTable};
use crate::model::When;
use crate::model::recommendation::{ReviewFile, Status};
use crate::narrative::{ChartKind, ChartSpec};
use crate::register::Standing;
use crate::wording::Wording;
use serde_json::json;

/// The rows of a table of counts, a series or a part for each column.
pub(super) fn chart_of_table(cx: &Cx<'_>, spec: &ChartSpec, table: &PublishedTable) -> Drawn {
    let columns = table.columns.iter().enumerate();
    let series = columns.map(|(at, name)| Series {
        name: cx.say(name),
        slot: at,
        points: column(cx, table, at),
        breaks: Vec::new(),
    });
    let title = cx.say(&table.title);
    let of = [("measure", title.as_str()), ("council", &cx.council())];
    let of = cx.strings().say("chart.subtitle.of", &of);
    let period = table.period.as_ref().map(|at| cx.strings().period(at, Default::default()));
    let chart = Chart {
        subtitle: with_span(cx, of, period.as_ref().zip(period.as_ref())),
        series: series.collect(),
        categories: table.rows.iter().map(|row| cx.say(&row.head)).collect(),
        ..counted(cx, spec, title)
    };
    let csv = csv_files::table(cx, &chart.id, table);
    let name = format!("{}-table", chart.id);
    let source = table.source.as_ref();
    Drawn {
        table: super::super::outcomes::data_table(cx, table, &name, &csv),
        csv,
        source: source.map(|from| json!({"name": cx.say(&from.name), "url": from.url})),
        notes: Vec::new(),
        chart,
    }
}

fn column(cx: &Cx<'_>, table: &PublishedTable, at: usize) -> Vec<Point> {
    let wording = Wording::new(cx.strings(), None);
    let cells = table.rows.iter().map(|row| row.cells.get(at));
    cells
        .map(|cell| cell.map_or_else(|| absent(cx, &wording), |cell| point_of(cx, &wording, cell)))
        .collect()
}

/// What charts of counts share; the caller adds the figures.
fn counted(cx: &Cx<'_>, spec: &ChartSpec, title: String) -> Chart {
    Chart {
        kind: match spec.kind {
            Some(ChartKind::Stacked) => Kind::Stacked,
            Some(ChartKind::Dot) => Kind::Dot,
            _ => Kind::Bar,
        },
        headline: cx.say_some(spec.title.as_ref()).unwrap_or(title),
        author_text: cx.say_some(spec.text.as_ref()),
        ..blank(cx)
    }
}

/// How many recommendations stand at each status: a bar for each, or one bar
/// in parts.
pub(super) fn chart_of_statuses(cx: &Cx<'_>, spec: &ChartSpec, file: &ReviewFile) -> Drawn {
    let counts = counts(file);
    let (series, categories) = if spec.kind == Some(ChartKind::Stacked) {
        (parts(cx, &counts), vec![cx.t("chart.recommendations")])
    } else {
        (bars(cx, &counts), counts.iter().map(|(status, _)| label(cx, *status)).collect())
    };
    let title = cx.say(&file.review.title);
    let subtitle = subtitle(cx, file, &title);
    let chart = Chart { subtitle, series, categories, ..counted(cx, spec, title) };
    let heads: Vec<Row> = chart.categories.iter().map(|name| Row::plain(name)).collect();
    let csv = csv_files::rows(cx, &chart.id, rows(cx, &counts));
    let table = table(cx, &chart, &cx.t("actions.status"), &heads, &csv);
    Drawn { table, csv, source: None, notes: Vec::new(), chart }
}

/// Every status that some recommendation has, with how many have it.
fn counts(file: &ReviewFile) -> Vec<(Status, usize)> {
    let statuses: Vec<Status> = file.statuses().collect();
    let count = |status| statuses.iter().filter(|other| **other == status).count();
    Status::ALL
        .into_iter()
        .map(|status| (status, count(status)))
        .filter(|(_, count)| *count > 0)
        .collect()
}

fn label(cx: &Cx<'_>, status: Status) -> String {
    cx.t(&format!("status.{}", status.slug()))
}

fn tally(cx: &Cx<'_>, count: usize) -> Point {
    point_of(cx, &Wording::new(cx.strings(), None), &disclosure::tally(count))
}

fn bars(cx: &Cx<'_>, counts: &[(Status, usize)]) -> Vec<Series> {
    let points = counts.iter().map(|(_, count)| tally(cx, *count)).collect();
    vec![Series { name: cx.t("chart.recommendations"), slot: 0, points, breaks: Vec::new() }]
}

/// A part for each status, in the paint it has in every status bar.
fn parts(cx: &Cx<'_>, counts: &[(Status, usize)]) -> Vec<Series> {
    let taken: Vec<usize> = counts.iter().filter_map(|(status, _)| painted(*status)).collect();
    let free = (0..MOST_PARTS).rfind(|slot| !taken.contains(slot)).unwrap_or_default();
    let part = |(status, count): &(Status, usize)| Series {
        name: label(cx, *status),
        slot: painted(*status).unwrap_or(free),
        points: vec![tally(cx, *count)],
        breaks: Vec::new(),
    };
    counts.iter().map(part).collect()
}

fn painted(status: Status) -> Option<usize> {
    tally::slot(Standing::Work(status))
}

fn subtitle(cx: &Cx<'_>, file: &ReviewFile, title: &str) -> String {
    let date = file.review.date.as_ref().map(|date: &When| cx.when(date)).unwrap_or_default();
    cx.strings().say("chart.subtitle.review", &[("title", title), ("date", &date)])
}

fn rows(cx: &Cx<'_>, counts: &[(Status, usize)]) -> Vec<Vec<String>> {
    let head = vec![cx.t("actions.status"), cx.t("chart.recommendations")];
    let rows = counts.iter().map(|(status, count)| vec![label(cx, *status), count.to_string()]);
    std::iter::once(head).chain(rows).collect()
}
