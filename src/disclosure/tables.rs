//! Tables of counts as they may be seen.

use super::KEY;
use super::points::count_cell;
use super::primary::is_unsafe;
use super::protection::{Decisions, cell_name};
use super::published::{Cell, Published};
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

/// A count as known inside the wall, or why there is none.
type Count = Result<Decimal, Marker>;

impl PublishedTable {
    pub(super) fn of(
        file: &Arc<str>,
        table: &Table,
        policy: &Policy,
        decisions: &Decisions,
    ) -> Self {
        let maker = Maker { table, policy, decisions };
        let rows = table.rows.iter().zip(&table.counts);
        Self {
            file: file.clone(),
            id: table.id.clone(),
            title: table.title.clone(),
            definition: table.definition.clone(),
            period: table.period.clone(),
            source: table.source.clone(),
            notes: table.notes.clone(),
            columns: table.columns.clone(),
            rows: rows
                .map(|(head, counts)| TableRow {
                    head: head.clone(),
                    cells: maker.row(head, counts),
                })
                .collect(),
            totals: table.totals.row.then(|| maker.totals()),
            has_total_column: table.totals.column,
        }
    }

    /// Whether nothing of it may be seen, although counts are there.
    pub fn is_withheld(&self) -> bool {
        let cells = self.rows.iter().flat_map(|row| &row.cells).chain(self.totals.iter().flatten());
        let mut counts = cells.filter(|cell| cell.get().marker() != Some(Marker::NotApplicable));
        let is_withheld =
            |cell: &Published<Cell>| cell.get().marker() == Some(Marker::Confidential);
        counts.clone().next().is_some() && counts.all(is_withheld)
    }
}

/// Makes the cells of one table.
struct Maker<'a> {
    table: &'a Table,
    policy: &'a Policy,
    decisions: &'a Decisions,
}

impl Maker<'_> {
    fn row(&self, head: &Text, cells: &[FigureOrMarker]) -> Vec<Published<Cell>> {
        let counts: Vec<Count> = cells.iter().map(count).collect();
        let own = self.table.columns.iter().zip(&counts);
        let own = own.map(|(column, count)| self.cell(Some(head), Some(column), *count));
        let total = self.table.totals.column.then(|| self.cell(Some(head), None, total(&counts)));
        own.chain(total).collect()
    }

    fn totals(&self) -> Vec<Published<Cell>> {
        let columns = self.table.columns.iter().enumerate().map(|(at, head)| {
            let column = self.table.counts.iter().filter_map(|row| row.get(at));
            self.cell(None, Some(head), total(&column.map(count).collect::<Vec<_>>()))
        });
        let all = || self.table.counts.iter().flatten().map(count).collect::<Vec<_>>();
        let total = self.table.totals.column.then(|| self.cell(None, None, total(&all())));
        columns.chain(total).collect()
    }

    fn cell(&self, row: Option<&Text>, column: Option<&Text>, count: Count) -> Published<Cell> {
        let is_hidden = |count| {
            let name = cell_name(&self.table.id, row, column);
            self.decisions.hides(&name, is_unsafe(self.policy, count))
        };
        Published::new(match count {
            Err(marker) => Cell::Missing(marker),
            Ok(count) if is_hidden(count) => Cell::Missing(Marker::Confidential),
            Ok(count) => count_cell(self.policy, count),
        })
    }
}

fn count(cell: &FigureOrMarker) -> Count {
    match cell {
        FigureOrMarker::Marker(marker) => Err(*marker),
        FigureOrMarker::Figure(figure) => Ok(figure.open(&KEY).0),
    }
}

/// The sum of `parts`, if every one is known. Where none can be, neither can
/// their sum.
fn total(parts: &[Count]) -> Count {
    if !parts.is_empty() && parts.iter().all(|part| *part == Err(Marker::NotApplicable)) {
        return Err(Marker::NotApplicable);
    }
    parts.iter().try_fold(Decimal::ZERO, |sum, part| match part {
        Ok(count) => Ok(sum + count),
        Err(Marker::NotApplicable) => Ok(sum),
        // A part that is low makes the total unknown, not low.
        Err(Marker::Low) => Err(Marker::NotAvailable),
        Err(marker) => Err(*marker),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_total_over_a_part_that_is_not_known_is_not_known() {
        let counts = [Ok(Decimal::from(30)), Err(Marker::Confidential), Ok(Decimal::from(7))];
        assert_eq!(total(&counts), Err(Marker::Confidential));
        assert_eq!(total(&counts[2..]), Ok(Decimal::from(7)));
        let low = [Ok(Decimal::from(30)), Err(Marker::Low)];
        assert_eq!(total(&low), Err(Marker::NotAvailable), "30 and a few are not a few");
    }
}
