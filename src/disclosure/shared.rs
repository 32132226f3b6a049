//! One count given in two places is the same count, and counts that are said to
//! add up do. What is said here quotes them, so it goes to the officer and
//! never to an output.

use super::KEY;
use crate::at;
use crate::confidential::Confidential;
use crate::diagnostic::{Diagnostic, Findings, Span, codes};
use crate::model::Period;
use crate::model::figure::Figure;
use crate::model::outcome::{FigureOrMarker, Outcome};
use crate::model::place::{Line, Part, Place, Places, cell_of};
use crate::model::table::{Table, TableFile};
use crate::site::Site;
use crate::yaml::Doc;
use rust_decimal::Decimal;

/// Reports cells that are said to be the same as another, or to add up with
/// others, and do not.
pub(super) fn check(site: &Site, findings: &mut Findings) {
    let places = site.places();
    sums(site, &places, findings);
    for doc in &site.tables {
        for (i, table) in doc.value.tables.iter().enumerate() {
            for pair in &table.shares_cells_with {
                let Ok(at) = cell_of(table, &pair.cell) else { continue };
                let (own, other) = (cell(table, at), elsewhere(&places, &pair.same_as));
                let Some((own, other)) = own.zip(other).filter(|(own, other)| own != other) else {
                    continue;
                };
                let message =
                    format!("`{}` is {own} here, and {other} in `{}`", pair.cell, pair.same_as);
                let found = Diagnostic::error(codes::SHARED_CELL, message).at(span(doc, i, at));
                findings.push(found.help("they are one count: correct the one that is wrong"));
            }
        }
    }
}

/// Reports counts that are said to add up and do not.
fn sums(site: &Site, places: &Places<'_>, findings: &mut Findings) {
    for doc in &site.tables {
        for (i, sum) in doc.value.adds_up.iter().enumerate() {
            let parts: Option<Decimal> = sum.parts.iter().map(|part| elsewhere(places, part)).sum();
            let given = parts.zip(elsewhere(places, &sum.total));
            let Some((parts, total)) =
                given.filter(|(parts, total)| parts != total && !sum.parts.is_empty())
            else {
                continue;
            };
            let message = format!("the parts add up to {parts}, and `{}` is {total}", sum.total);
            let found = Diagnostic::error(codes::SHARED_CELL, message);
            let found = found.at(doc.span(at!["adds_up", i, "parts"]));
            findings.push(found.help("correct the count that is wrong, or name every part"));
        }
    }
}

/// Where the cell stands in the file: the counts as a whole for a total.
fn span(doc: &Doc<TableFile>, i: usize, (row, column): (Line, Line)) -> Span {
    match (row, column) {
        (Line::At(row), Line::At(column)) => doc.span(at!["tables", i, "counts", row, column]),
        _ => doc.span(at!["tables", i, "counts"]),
    }
}

/// The count of a cell or total; `None` where a marker stands.
fn cell(table: &Table, (row, column): (Line, Line)) -> Option<Decimal> {
    let among = |line: Line, at: usize| line == Line::Total || line == Line::At(at);
    let rows = table.counts.iter().enumerate().filter(|(at, _)| among(row, *at));
    let cells = rows.flat_map(|(_, cells)| {
        cells.iter().enumerate().filter(|(at, _)| among(column, *at)).map(|(_, cell)| cell)
    });
    cells.map(count).sum()
}

fn count(cell: &FigureOrMarker) -> Option<Decimal> {
    match cell {
        FigureOrMarker::Figure(figure) => open(Some(figure)),
        FigureOrMarker::Marker(_) => None,
    }
}

fn open(figure: Option<&Confidential<Figure>>) -> Option<Decimal> {
    figure.map(|figure| figure.open(&KEY).0)
}

/// The count at the address `place`, if one is given there.
fn elsewhere(places: &Places<'_>, place: &str) -> Option<Decimal> {
    match places.find(place).ok()? {
        Place::Table { id, row, column } => cell(places.table(&id)?, (row, column)),
        Place::Outcome { id, period, part } => of_outcome(places.outcome(&id)?, &period, &part),
        Place::Prose { .. } | Place::Record { .. } => None,
    }
}

fn of_outcome(outcome: &Outcome, period: &Period, part: &Part) -> Option<Decimal> {
    if let Part::Comparator(area) = part {
        return open(outcome.comparators.get(area)?.get(period)?.value.as_ref());
    }
    let value = outcome.values.iter().find(|value| value.period == *period)?;
    match part {
        Part::Numerator => open(value.numerator.as_ref()),
        Part::Denominator => open(value.denominator.as_ref()),
        _ => open(value.value.as_ref()),
    }
}
