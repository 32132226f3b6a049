//! Every figure that a view shows, by address: what a ledger keeps.

use super::outcomes::{Point, PublishedOutcome};
use super::protection::{cell_name, part_name};
use super::published::{Cell, Published};
use super::tables::PublishedTable;
use super::view::View;
use crate::model::Text;
use std::collections::BTreeMap;

/// A figure in a ledger: the number, or the marker in its place.
fn words(cell: &Published<Cell>) -> String {
    match cell.get() {
        Cell::Value(shown) => shown.number.to_string(),
        Cell::Missing(marker) => marker.slug().to_owned(),
    }
}

impl View {
    /// Every figure and marker that the view shows, by its address.
    pub fn figures(&self) -> BTreeMap<String, String> {
        let outcomes = self.outcomes.values().flat_map(of_outcome);
        outcomes.chain(self.tables.values().flat_map(of_table)).collect()
    }
}

fn of_outcome(outcome: &PublishedOutcome) -> Vec<(String, String)> {
    let name = |point: &Point, part: &str| part_name(&outcome.id, &point.period, part, None);
    let mut all: Vec<(String, String)> = Vec::new();
    for point in &outcome.own.points {
        all.push((name(point, "value"), words(&point.cell)));
        if let Some(base) = &point.base {
            all.push((name(point, "numerator"), words(&base.numerator)));
            all.push((name(point, "denominator"), words(&base.denominator)));
        }
    }
    for (area, series) in &outcome.comparators {
        let points = series.points.iter();
        all.extend(points.map(|point| (name(point, area.as_str()), words(&point.cell))));
    }
    all
}

fn of_table(table: &PublishedTable) -> Vec<(String, String)> {
    let columns: Vec<Option<&Text>> = table.columns.iter().map(Some).chain([None]).collect();
    let line = |row: Option<&Text>, cells: &[Published<Cell>]| -> Vec<(String, String)> {
        let cells = columns.iter().zip(cells);
        cells.map(|(column, cell)| (cell_name(&table.id, row, *column), words(cell))).collect()
    };
    let rows = table.rows.iter().flat_map(|row| line(Some(&row.head), &row.cells));
    rows.chain(table.totals.iter().flat_map(|cells| line(None, cells))).collect()
}
