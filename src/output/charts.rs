//! Charts: what a narrative asks for, drawn, with the table and the data that
//! stand below it.

mod asked;
mod counts;
mod outcomes;

pub(super) use asked::{block, draw};
pub(super) use outcomes::{chart_of_outcome, source};

use super::cx::Cx;
use super::figures::Symbols;
use crate::chart::{Chart, Point};
use crate::disclosure::{self, Cell, Published};
use crate::model::Marker;
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
