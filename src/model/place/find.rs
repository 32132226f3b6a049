//! Which place an address names, read against what is there.

use super::{Line, NoPlace, Part, Place, TOTAL};
use crate::model::id::Id;
use crate::model::outcome::{Outcome, Value};
use crate::model::period::Period;
use crate::model::table::Table;
use crate::model::text::Text;
use std::collections::BTreeMap;

/// Everything that an address can name.
#[derive(Debug, Default)]
pub struct Places<'a> {
    tables: BTreeMap<&'a str, &'a Table>,
    outcomes: BTreeMap<&'a str, &'a Outcome>,
}

impl<'a> Places<'a> {
    /// The cells of `tables` and `outcomes`.
    pub fn of(
        tables: impl IntoIterator<Item = &'a Table>,
        outcomes: impl IntoIterator<Item = &'a Outcome>,
    ) -> Self {
        Self {
            tables: tables.into_iter().map(|table| (table.id.as_str(), table)).collect(),
            outcomes: outcomes.into_iter().map(|one| (one.id.as_str(), one)).collect(),
        }
    }

    /// The table with this id.
    pub fn table(&self, id: &Id) -> Option<&'a Table> {
        self.tables.get(id.as_str()).copied()
    }

    /// The outcome with this id.
    pub fn outcome(&self, id: &Id) -> Option<&'a Outcome> {
        self.outcomes.get(id.as_str()).copied()
    }

    /// The place that `address` names.
    ///
    /// # Errors
    /// What it names that is not there, with what is; or that it could name
    /// two places.
    pub fn find(&self, address: &str) -> Result<Place, NoPlace> {
        let (kind, rest) = address.split_once('/').unwrap_or((address, ""));
        match kind {
            "table" => self.in_table(rest),
            "outcome" => self.in_outcome(rest),
            "prose" => in_prose(address, rest),
            _ => {
                let kinds = ["table", "outcome", "prose"].into_iter().map(str::to_owned);
                Err(NoPlace::unknown(
                    format!("`{address}` is not the address of a place"),
                    kind,
                    kinds,
                ))
            }
        }
    }

    fn in_table(&self, rest: &str) -> Result<Place, NoPlace> {
        let (id, cell) = rest.split_once('/').unwrap_or((rest, ""));
        let Some(table) = self.tables.get(id) else {
            let known = self.tables.keys().map(ToString::to_string);
            return Err(NoPlace::unknown(format!("there is no table `{id}`"), id, known));
        };
        let (row, column) = cell_of(table, cell)?;
        Ok(Place::Table { id: table.id.clone(), row, column })
    }

    fn in_outcome(&self, rest: &str) -> Result<Place, NoPlace> {
        let (id, figure) = rest.split_once('/').unwrap_or((rest, ""));
        let Some(outcome) = self.outcomes.get(id) else {
            let known = self.outcomes.keys().map(ToString::to_string);
            return Err(NoPlace::unknown(format!("there is no outcome `{id}`"), id, known));
        };
        let (period, part) = figure_of(outcome, figure)?;
        Ok(Place::Outcome { id: outcome.id.clone(), period, part })
    }

    /// How `place` is written.
    pub fn address(&self, place: &Place) -> String {
        match place {
            Place::Table { id, row, column } => {
                let table = self.table(id);
                let head = |line: &Line, heads: fn(&Table) -> &[Text]| match line {
                    Line::Total => TOTAL.to_owned(),
                    Line::At(at) => table
                        .and_then(|table| heads(table).get(*at))
                        .map_or_else(|| at.to_string(), name),
                };
                let row = head(row, |table| &table.rows);
                format!("table/{id}/{row}/{}", head(column, |table| &table.columns))
            }
            Place::Outcome { id, period, part } => format!("outcome/{id}/{period}/{}", part.slug()),
            Place::Prose { page, anchor } => format!("prose/{page}#{anchor}"),
            Place::Record { name } => format!("prose/{name}"),
        }
    }
}

/// What a row or column is called in an address: its head in the first language.
fn name(head: &Text) -> String {
    head.in_language("").to_owned()
}

/// The lines of one side of a table that `word` names.
fn lines(heads: &[Text], has_total: bool, word: &str) -> Vec<Line> {
    let own = heads.iter().position(|head| head.in_language("") == word).map(Line::At);
    let total = (has_total && word == TOTAL).then_some(Line::Total);
    own.into_iter().chain(total).collect()
}

/// The cell `ROW/COLUMN` of `table`, whichever `/` stands between the two.
///
/// # Errors
/// That there is no such cell, or that it could be two.
pub fn cell_of(table: &Table, cell: &str) -> Result<(Line, Line), NoPlace> {
    let halves = cell.match_indices('/').map(|(at, _)| (&cell[..at], &cell[at + 1..]));
    let mut found: Vec<(Line, Line)> = Vec::new();
    for (row, column) in halves {
        for row in lines(&table.rows, table.totals.row, row) {
            let columns = lines(&table.columns, table.totals.column, column);
            found.extend(columns.into_iter().map(|column| (row, column)));
        }
    }
    match found[..] {
        [one] => Ok(one),
        [] => Err(no_cell(table, cell)),
        _ => {
            let id = &table.id;
            Err(NoPlace::new(format!(
                "`{cell}` could be {} cells of the table `{id}`",
                found.len()
            )))
        }
    }
}

fn no_cell(table: &Table, cell: &str) -> NoPlace {
    let rows = table.rows.iter().map(name).chain(table.totals.row.then(|| TOTAL.to_owned()));
    let columns: Vec<String> = table
        .columns
        .iter()
        .map(name)
        .chain(table.totals.column.then(|| TOTAL.to_owned()))
        .collect();
    let known = rows.flat_map(|row| {
        columns.iter().map(move |column| format!("{row}/{column}")).collect::<Vec<_>>()
    });
    NoPlace::unknown(format!("the table `{}` has no cell `{cell}`", table.id), cell, known)
}

/// The figure `PERIOD/PART` of `outcome`.
fn figure_of(outcome: &Outcome, figure: &str) -> Result<(Period, Part), NoPlace> {
    let (period, part) = figure.rsplit_once('/').unwrap_or((figure, ""));
    let part = part_of(outcome, part)?;
    let known = periods(outcome, &part);
    let message = || match part {
        Part::Value => format!("`{}` has no figure for `{period}`", outcome.id),
        _ => format!("`{}` gives no {} for `{period}`", outcome.id, part.slug()),
    };
    let found = known.iter().find(|known| known.to_string() == period).cloned();
    let known = || known.iter().map(ToString::to_string);
    let no = || NoPlace::unknown(message(), period, known());
    found.map(|period| (period, part.clone())).ok_or_else(no)
}

/// The figure that `word` names.
fn part_of(outcome: &Outcome, word: &str) -> Result<Part, NoPlace> {
    let others = || outcome.comparators.keys();
    let part = Part::of(word).filter(|part| match part {
        Part::Comparator(id) => others().any(|other| other == id),
        _ => true,
    });
    let own = ["value", "numerator", "denominator"].into_iter().map(str::to_owned);
    let known = own.chain(others().map(ToString::to_string));
    let message = || format!("`{word}` is no figure of `{}`", outcome.id);
    part.ok_or_else(|| NoPlace::unknown(message(), word, known))
}

/// The periods for which `outcome` gives `part`.
fn periods(outcome: &Outcome, part: &Part) -> Vec<Period> {
    let own = |has: fn(&Value) -> bool| {
        let values = outcome.values.iter().filter(move |value| has(value));
        values.map(|value| value.period.clone()).collect()
    };
    match part {
        Part::Value => own(|_| true),
        Part::Numerator => own(|value| value.numerator.is_some()),
        Part::Denominator => own(|value| value.denominator.is_some()),
        Part::Comparator(id) => {
            outcome.comparators.get(id).into_iter().flat_map(BTreeMap::keys).cloned().collect()
        }
    }
}

fn in_prose(address: &str, rest: &str) -> Result<Place, NoPlace> {
    let (page, anchor) = match rest.split_once('#') {
        None => (rest, None),
        Some((page, anchor)) => (page, Some(anchor.trim())),
    };
    let page = page.trim_matches('/').to_owned();
    match anchor {
        None if !page.is_empty() => Ok(Place::Record { name: page }),
        Some(anchor) if !anchor.is_empty() => Ok(Place::Prose { page, anchor: anchor.to_owned() }),
        _ => Err(NoPlace::new(format!("`{address}` names neither a paragraph nor a record"))),
    }
}

#[cfg(test)]
mod tests;
