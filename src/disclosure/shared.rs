//! One count given in two places is the same count. What is said here quotes
//! both, so it goes to the officer and never to an output.

use super::KEY;
use crate::at;
use crate::confidential::Confidential;
use crate::diagnostic::{Diagnostic, Findings, codes};
use crate::model::figure::Figure;
use crate::model::outcome::FigureOrMarker;
use crate::model::table::Table;
use crate::site::Site;
use rust_decimal::Decimal;

/// Reports cells that are said to be the same as another and are not.
pub(super) fn check(site: &Site, findings: &mut Findings) {
    for doc in &site.tables {
        for (i, table) in doc.value.tables.iter().enumerate() {
            for pair in &table.shares_cells_with {
                let Some((row, column)) = places(table, &pair.cell) else { continue };
                let (own, other) = (cell(table, row, column), elsewhere(site, &pair.same_as));
                let Some((own, other)) = own.zip(other).filter(|(own, other)| own != other) else {
                    continue;
                };
                let message =
                    format!("`{}` is {own} here, and {other} in `{}`", pair.cell, pair.same_as);
                let found = Diagnostic::error(codes::SHARED_CELL, message)
                    .at(doc.span(at!["tables", i, "counts", row, column]));
                findings.push(found.help("they are one count: correct the one that is wrong"));
            }
        }
    }
}

/// The row and column that `ROW/COLUMN` names.
fn places(table: &Table, cell: &str) -> Option<(usize, usize)> {
    let (row, column) = cell.split_once('/')?;
    let row = table.rows.iter().position(|head| head.in_language("") == row)?;
    let column = table.columns.iter().position(|head| head.in_language("") == column)?;
    Some((row, column))
}

fn cell(table: &Table, row: usize, column: usize) -> Option<Decimal> {
    match table.counts.get(row)?.get(column)? {
        FigureOrMarker::Figure(figure) => open(Some(figure)),
        FigureOrMarker::Marker(_) => None,
    }
}

fn open(figure: Option<&Confidential<Figure>>) -> Option<Decimal> {
    figure.map(|figure| figure.open(&KEY).0)
}

/// The count at `table/ID/ROW/COLUMN` or `outcome/ID/PERIOD/PART`.
fn elsewhere(site: &Site, place: &str) -> Option<Decimal> {
    let (kind, rest) = place.split_once('/')?;
    let (id, rest) = rest.split_once('/')?;
    if kind == "table" {
        let mut tables = site.tables.iter().flat_map(|doc| &doc.value.tables);
        let table = tables.find(|table| table.id.as_str() == id)?;
        let (row, column) = places(table, rest)?;
        return cell(table, row, column);
    }
    let (period, part) = rest.split_once('/')?;
    let mut outcomes = site.outcomes.iter().flat_map(|doc| &doc.value.outcomes);
    let outcome = outcomes.find(|outcome| outcome.id.as_str() == id)?;
    let value = outcome.values.iter().find(|value| value.period.to_string() == period)?;
    match part {
        "value" => open(value.value.as_ref()),
        "numerator" => open(value.numerator.as_ref()),
        "denominator" => open(value.denominator.as_ref()),
        _ => None,
    }
}
