//! Counts of tables are whole, and add up to the totals that are stated.

use super::{out_of_range, wrong_unit};
use crate::at;
use crate::confidential::Confidential;
use crate::diagnostic::{Diagnostic, Findings, codes};
use crate::disclosure::KEY;
use crate::model::figure::Figure;
use crate::model::outcome::FigureOrMarker;
use crate::model::table::{Table, TableFile};
use crate::model::unit::{Unit, UnitWord};
use crate::yaml::Doc;
use rust_decimal::Decimal;

pub(super) fn check(doc: &Doc<TableFile>, i: usize, table: &Table, findings: &mut Findings) {
    whole_counts(doc, i, table, findings);
    stated_totals(doc, i, table, findings);
}

fn whole_counts(doc: &Doc<TableFile>, i: usize, table: &Table, findings: &mut Findings) {
    for (j, row) in table.counts.iter().enumerate() {
        for (k, cell) in row.iter().enumerate() {
            let FigureOrMarker::Figure(figure) = cell else { continue };
            let count = figure.open(&KEY).0;
            if let Some(message) = out_of_range(&Unit::Known(UnitWord::Count), count) {
                findings.push(wrong_unit(message, doc.span(at!["tables", i, "counts", j, k])));
            }
        }
    }
}

/// Whether every cell is there and a whole count: if not, that is the mistake,
/// and not the total.
fn adds_up(table: &Table) -> bool {
    let whole = |cell: &FigureOrMarker| match cell {
        FigureOrMarker::Figure(figure) => figure.open(&KEY).0.fract().is_zero(),
        FigureOrMarker::Marker(_) => true,
    };
    let fits =
        |row: &Vec<FigureOrMarker>| row.len() == table.columns.len() && row.iter().all(whole);
    table.counts.len() == table.rows.len() && table.counts.iter().all(fits)
}

fn stated_totals(doc: &Doc<TableFile>, i: usize, table: &Table, findings: &mut Findings) {
    let Some(stated) = table.stated_totals.as_ref().filter(|_| adds_up(table)) else { return };
    let rows: Vec<Option<Decimal>> = table.counts.iter().map(|row| sum(row.iter())).collect();
    let columns: Vec<Option<Decimal>> = (0..table.columns.len())
        .map(|at| sum(table.counts.iter().filter_map(|row| row.get(at))))
        .collect();
    let all = rows.iter().copied().sum::<Option<Decimal>>();
    let mut compare =
        |key: &str, at: usize, stated: &Confidential<Figure>, sum: Option<Decimal>| {
            let stated = stated.open(&KEY).0;
            if let Some(sum) = sum.filter(|sum| *sum != stated) {
                let message =
                    format!("the total is stated as {stated}, but the parts add up to {sum}");
                let span = doc.span(at!["tables", i, "stated_totals", key, at]);
                findings.push(
                    Diagnostic::error(codes::TABLE_SHAPE, message)
                        .at(span)
                        .help("correct the total, or the part that is wrong"),
                );
            }
        };
    let mut series = |key: &str, stated: &[Confidential<Figure>], sums: &[Option<Decimal>]| {
        // One that is too long or too short is reported with the table's shape.
        if stated.len() == sums.len() {
            let pairs = stated.iter().zip(sums).enumerate();
            pairs.for_each(|(at, (stated, sum))| compare(key, at, stated, *sum));
        }
    };
    series("row", &stated.row, &columns);
    series("column", &stated.column, &rows);
    stated.all.iter().for_each(|stated| compare("all", 0, stated, all));
}

/// The sum of cells, if every one is a figure.
fn sum<'a>(cells: impl Iterator<Item = &'a FigureOrMarker>) -> Option<Decimal> {
    cells
        .map(|cell| match cell {
            FigureOrMarker::Figure(figure) => Some(figure.open(&KEY).0),
            FigureOrMarker::Marker(_) => None,
        })
        .sum()
}
