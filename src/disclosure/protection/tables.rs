//! The counts of tables: their cells, and the totals of rows and columns.

use super::super::KEY;
use super::super::defence::Names;
use super::super::primary::{Rule, is_unsafe, rule_of_count};
use super::super::view::is_known;
use super::book::Book;
use super::counts::{Kind, Wanted, cost};
use super::links::same;
use super::names::cell_name;
use super::outcomes::{sum, whole};
use crate::model::outcome::FigureOrMarker;
use crate::model::table::Table;
use crate::model::unit::{Unit, UnitWord};
use crate::model::{Day, Marker, Text};
use crate::protect::CountId;
use crate::site::Site;

/// Adds the tables that are known on `day`.
pub(super) fn add(book: &mut Book<'_>, site: &Site, day: Option<Day>) {
    let tables = site.tables.iter().flat_map(|doc| &doc.value.tables);
    for table in tables.filter(|table| is_known(table, day)) {
        Adder { book, table, grid: Grid::of(table) }.add();
    }
}

/// The true counts of a table.
struct Grid(Vec<Vec<Entry>>);

/// What stands in a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Entry {
    Count(i64),
    /// It cannot be: it adds nothing.
    Nothing,
    /// The author does not say.
    Unknown,
}

impl Grid {
    fn of(table: &Table) -> Self {
        let entry = |cell: &FigureOrMarker| match cell {
            FigureOrMarker::Figure(figure) => {
                whole(figure.open(&KEY).0).map_or(Entry::Unknown, Entry::Count)
            }
            FigureOrMarker::Marker(Marker::NotApplicable) => Entry::Nothing,
            FigureOrMarker::Marker(_) => Entry::Unknown,
        };
        Self(table.counts.iter().map(|row| row.iter().map(entry).collect()).collect())
    }

    fn row(&self, row: usize) -> Vec<Entry> {
        self.0.get(row).cloned().unwrap_or_default()
    }

    fn column(&self, column: usize) -> Vec<Entry> {
        self.0.iter().filter_map(|row| row.get(column).copied()).collect()
    }

    fn all(&self) -> Vec<Entry> {
        self.0.iter().flatten().copied().collect()
    }
}

/// The sum, if every part is known.
fn total(parts: &[Entry]) -> Option<i64> {
    parts.iter().try_fold(0_i64, |sum, part| match part {
        Entry::Count(count) => sum.checked_add(*count),
        Entry::Nothing => Some(sum),
        Entry::Unknown => None,
    })
}

/// Adds one table.
struct Adder<'b, 'a> {
    book: &'b mut Book<'a>,
    table: &'b Table,
    grid: Grid,
}

impl Adder<'_, '_> {
    fn add(&mut self) {
        let (rows, columns) = (self.table.rows.len(), self.table.columns.len());
        let cells: Vec<Vec<Option<CountId>>> = (0..rows)
            .map(|row| (0..columns).map(|column| self.cell(row, column)).collect())
            .collect();
        let totals = &self.table.totals;
        let (below, beside) = (totals.row, totals.column);
        let of_rows: Vec<Option<CountId>> = (0..rows)
            .filter(|_| beside)
            .map(|row| self.add_up(Some(row), None, &cells[row], &self.grid.row(row)))
            .collect();
        let of_columns: Vec<Option<CountId>> = (0..columns)
            .filter(|_| below)
            .map(|column| {
                let parts: Vec<_> = cells.iter().map(|row| row[column]).collect();
                self.add_up(None, Some(column), &parts, &self.grid.column(column))
            })
            .collect();
        if below && beside {
            self.add_up(None, None, &of_rows, &self.grid.all());
            self.add_up(None, None, &of_columns, &self.grid.all());
        }
    }

    fn head(heads: &[Text], at: Option<usize>) -> Option<Text> {
        at.and_then(|at| heads.get(at)).cloned()
    }

    fn names(&self, row: Option<usize>, column: Option<usize>) -> Names {
        let row = Self::head(&self.table.rows, row);
        let column = Self::head(&self.table.columns, column);
        Names {
            name: cell_name(&self.table.id, row.as_ref(), column.as_ref()),
            titles: vec![self.table.title.clone()],
            row,
            column,
            period: self.table.period.clone(),
            unit: Unit::Known(UnitWord::Count),
            is_printed: true,
            views: Vec::new(),
        }
    }

    fn cell(&mut self, row: usize, column: usize) -> Option<CountId> {
        let Some(Entry::Count(count)) = self.grid.row(row).get(column).copied() else {
            return None;
        };
        let rule = rule_of_count(self.book.policy, count.into());
        let rule = rule.or_else(|| self.rest(row, column, count));
        let names = self.names(Some(row), Some(column));
        let truth = |id: CountId| self.book.system.counts[id.0].truth;
        let shared = same(&self.book.links, &names.name).into_iter();
        let mut known = shared.filter_map(|other| self.book.current(other));
        if let Some(id) = known.find(|id| truth(*id) == count)
            && self.book.find(&names.name).is_none()
        {
            self.book.call(id, names, rule, cost(Kind::Cell, count));
            return Some(id);
        }
        let wanted = Wanted::Print { rule, cost: cost(Kind::Cell, count) };
        Some(self.book.count(names, count, wanted))
    }

    /// In a sensitive table, a cell that leaves few others in its row or
    /// column is withheld too.
    fn rest(&self, row: usize, column: usize, count: i64) -> Option<Rule> {
        let totals = [
            total(&self.grid.row(row)).filter(|_| self.table.totals.column),
            total(&self.grid.column(column)).filter(|_| self.table.totals.row),
        ];
        let mut rests = totals.into_iter().flatten().map(|total| total - count);
        let is_small = rests.any(|rest| rest > 0 && is_unsafe(self.book.policy, rest.into()));
        (self.table.sensitive && is_small).then_some(Rule::Rest)
    }

    /// Adds the total of a row, a column or the table.
    fn add_up(
        &mut self,
        row: Option<usize>,
        column: Option<usize>,
        parts: &[Option<CountId>],
        entries: &[Entry],
    ) -> Option<CountId> {
        let is_any = entries.iter().any(|entry| *entry != Entry::Nothing);
        let count = total(entries).filter(|_| is_any)?;
        let names = self.names(row, column);
        let kind = if row.is_none() && column.is_none() { Kind::Whole } else { Kind::Total };
        let rule = rule_of_count(self.book.policy, count.into());
        let wanted = Wanted::Print { rule, cost: cost(kind, count) };
        let parts: Vec<CountId> = parts.iter().copied().flatten().collect();
        let name = format!("{} of {}", names.name, self.first_name(&parts));
        let id = self.book.count(names, count, wanted);
        self.book.relate(name, sum(&parts, id, true));
        Some(id)
    }

    fn first_name(&self, parts: &[CountId]) -> &str {
        let first = parts.first().map(|id| &self.book.entries[id.0].names[0]);
        first.map_or("", |names| names.name.as_str())
    }
}
