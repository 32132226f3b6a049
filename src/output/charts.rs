//! Charts: what a narrative asks for, drawn, with the table and the data that
//! stand below it.

mod areas;
mod asked;
mod counts;
mod over_time;
mod side_by_side;
mod words;

pub(super) use areas::looks;
pub(super) use asked::{block, draw};
pub(super) use over_time::{chart_of_outcome, comparators_shown};
pub(super) use words::source;

use super::cx::Cx;
use super::figures::{Symbols, figure_of};
use crate::chart::{Chart, Kind, Point, Series, Unit};
use crate::disclosure::{self, Cell, Point as Figure, Published, PublishedOutcome};
use crate::model::{Marker, Polarity};
use crate::wording::{self, Wording};
use serde_json::{Value, json};

/// A chart to draw, with what stands below it.
pub(super) struct Drawn {
    chart: Chart,
    table: Value,
    csv: String,
    source: Option<Value>,
    notes: Vec<String>,
}

/// The head of a row of figures.
struct Row {
    head: String,
    /// The page of what it names.
    path: Option<String>,
    /// What the council's figure is based on: `122 of 193`.
    base: Option<String>,
}

impl Row {
    fn plain(head: &str) -> Self {
        Self { head: head.to_owned(), path: None, base: None }
    }
}

fn point_of(cx: &Cx<'_>, wording: &Wording<'_>, cell: &Published<Cell>) -> Point {
    let words = cell.get().marker().map(|marker| wording::marker_words(cx.strings(), marker));
    Point { cell: cell.clone(), text: wording.cell(cell.get()), words: words.unwrap_or_default() }
}

/// A figure of `outcome` as a point of a chart.
pub(super) fn point(cx: &Cx<'_>, outcome: &PublishedOutcome, figure: &Figure) -> Point {
    point_of(cx, &Wording::of(cx.strings(), outcome), &figure.cell)
}

fn absent(cx: &Cx<'_>, wording: &Wording<'_>) -> Point {
    point_of(cx, wording, &disclosure::absent(Marker::NotAvailable))
}

/// A chart of nothing, with an id of its own.
fn blank(cx: &Cx<'_>) -> Chart {
    Chart {
        id: format!("chart-{}", cx.next_serial()),
        kind: Kind::Bar,
        headline: String::new(),
        subtitle: String::new(),
        series: Vec::new(),
        reference: None,
        categories: Vec::new(),
        target: None,
        unit: Unit::default(),
        polarity: Polarity::Context,
        breaks: Vec::new(),
        author_text: None,
    }
}

/// The figures of `chart`: a row for each category, a column for each series.
/// It is made from the points that are drawn, so the two cannot differ.
fn table(cx: &Cx<'_>, chart: &Chart, first: &str, rows: &[Row], csv: &str) -> Value {
    let named = [("title", chart.headline.as_str()), ("subtitle", &chart.subtitle)];
    let series: Vec<&Series> = chart.reference.iter().chain(&chart.series).collect();
    let with_base = rows.iter().any(|row| row.base.is_some());
    let mut symbols = Symbols::default();
    let mut shown = Vec::new();
    for (n, row) in rows.iter().enumerate() {
        let points = series.iter().filter_map(|series| series.points.get(n));
        let mut cells: Vec<Value> = points
            .map(|point| figure_of(cx, &point.text, point.cell.get(), &mut symbols))
            .collect();
        if with_base {
            cells.insert(1.min(cells.len()), words_cell(row.base.as_deref()));
        }
        shown.push(json!({"head": {"text": row.head, "path": row.path}, "cells": cells}));
    }
    let mut heads: Vec<Value> = series.iter().map(|series| head(&series.name, true)).collect();
    if with_base {
        heads.insert(1.min(heads.len()), head(&cx.t("table.base"), true));
    }
    heads.insert(0, head(first, false));
    json!({
        "id": format!("{}-table", chart.id),
        "caption": cx.strings().say("table.caption", &named),
        "note": null,
        "head": heads,
        "rows": shown,
        "total_row": false,
        "key": symbols.key(cx),
        "csv": csv,
    })
}

fn head(text: &str, numeric: bool) -> Value {
    json!({"text": text, "numeric": numeric})
}

/// Words in the place of a figure.
fn words_cell(words: Option<&str>) -> Value {
    json!({"text": words.unwrap_or("–"), "flags": [], "missing": false, "symbol": "", "words": "", "period": null})
}
