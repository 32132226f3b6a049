//! Tables of counts as they may be seen.

use super::KEY;
use super::primary::{is_unsafe, rounded_count};
use super::published::{Cell, Published, Shown};
use crate::model::outcome::{FigureOrMarker, Source};
use crate::model::policy::Policy;
use crate::model::table::Table;
use crate::model::text::Evidence;
use crate::model::{Id, Marker, Period, Text};
use rust_decimal::Decimal;
use std::sync::Arc;

/// A table as it may be seen.
#[derive(Clone, Debug)]
pub struct PublishedTable {
    /// The file it was written in.
    pub file: Arc<str>,
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: Text,
    /// What it counts (md).
    pub definition: Option<Text>,
    /// Of which period.
    pub period: Option<Period>,
    /// Where the counts come from.
    pub source: Option<Source>,
    /// What a reader should know.
    pub notes: Vec<Evidence>,
    /// The heads of the columns, without that of the totals.
    pub columns: Vec<Text>,
    /// The rows, with a total at the end of each if there is a column of totals.
    pub rows: Vec<TableRow>,
    /// The totals of the columns, and of everything.
    pub totals: Option<Vec<Published<Cell>>>,
    /// Whether the last cell of each row is its total.
    pub has_total_column: bool,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub struct TableRow {
    /// Its head.
    pub head: Text,
    /// Its cells.
    pub cells: Vec<Published<Cell>>,
}

/// A count as known inside the wall; `None` is withheld, for this reason.
type Count = Result<Decimal, Marker>;

impl PublishedTable {
    pub(super) fn of(file: &Arc<str>, table: &Table, policy: &Policy) -> Self {
        let counts: Vec<Vec<Count>> = table
            .counts
            .iter()
            .map(|row| row.iter().map(|cell| count(policy, cell)).collect())
            .collect();
        let cells = |row: &[Count]| {
            let total = table.totals.column.then(|| total(row));
            row.iter().copied().chain(total).map(|count| publish(policy, count)).collect()
        };
        Self {
            file: file.clone(),
            id: table.id.clone(),
            title: table.title.clone(),
            definition: table.definition.clone(),
            period: table.period.clone(),
            source: table.source.clone(),
            notes: table.notes.clone(),
            columns: table.columns.clone(),
            rows: table
                .rows
                .iter()
                .zip(&counts)
                .map(|(head, row)| TableRow { head: head.clone(), cells: cells(row) })
                .collect(),
            totals: table
                .totals
                .row
                .then(|| column_totals(table.columns.len(), &counts))
                .map(|totals| cells(&totals)),
            has_total_column: table.totals.column,
        }
    }
}

fn count(policy: &Policy, cell: &FigureOrMarker) -> Count {
    match cell {
        FigureOrMarker::Marker(marker) => Err(*marker),
        FigureOrMarker::Figure(figure) => {
            let count = figure.open(&KEY).0;
            if is_unsafe(policy, count) { Err(Marker::Confidential) } else { Ok(count) }
        }
    }
}

fn column_totals(columns: usize, counts: &[Vec<Count>]) -> Vec<Count> {
    (0..columns)
        .map(|at| counts.iter().filter_map(|row| row.get(at).copied()).collect::<Vec<_>>())
        .map(|column| total(&column))
        .collect()
}

/// The sum of `parts`. A total over a withheld part is withheld too: a reader
/// who knew it and the other parts would have the part by subtraction.
fn total(parts: &[Count]) -> Count {
    parts.iter().try_fold(Decimal::ZERO, |sum, part| match part {
        Ok(count) => Ok(sum + count),
        Err(Marker::NotApplicable) => Ok(sum),
        Err(marker) => Err(*marker),
    })
}

fn publish(policy: &Policy, count: Count) -> Published<Cell> {
    Published::new(match count {
        Ok(count) => Cell::Value(Shown::plain(rounded_count(policy, count))),
        Err(marker) => Cell::Missing(marker),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_total_over_a_withheld_part_is_withheld() {
        let counts = [Ok(Decimal::from(30)), Err(Marker::Confidential), Ok(Decimal::from(7))];
        assert_eq!(total(&counts), Err(Marker::Confidential));
        assert_eq!(total(&counts[2..]), Ok(Decimal::from(7)));
    }
}
