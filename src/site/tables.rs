//! Tables have as many rows and columns as they say.

use super::Site;
use crate::at;
use crate::diagnostic::{Diagnostic, Findings, Span, codes};
use crate::model::Text;
use crate::model::place::{NoPlace, Part, Place, Places, TOTAL, cell_of};
use crate::model::table::{Table, TableFile};
use crate::yaml::Doc;
use std::collections::BTreeSet;

pub(super) fn check(site: &Site, findings: &mut Findings) {
    let places = site.places();
    for doc in &site.tables {
        for (i, table) in doc.value.tables.iter().enumerate() {
            shape(doc, i, table, findings);
            heads(doc, i, table, findings);
            stated(doc, i, table, findings);
            shared(doc, i, table, &places, findings);
        }
    }
}

/// `1 cell`, `2 cells`.
fn counted(number: usize, one: &str) -> String {
    format!("{number} {one}{}", if number == 1 { "" } else { "s" })
}

fn misshapen(message: String, span: Span, help: &str) -> Diagnostic {
    Diagnostic::error(codes::TABLE_SHAPE, message).at(span).help(help)
}

fn shape(doc: &Doc<TableFile>, i: usize, table: &Table, findings: &mut Findings) {
    let (rows, columns) = (table.rows.len(), table.columns.len());
    if table.counts.len() != rows {
        let message =
            format!("the table names {} and gives {}", counted(rows, "row"), table.counts.len());
        findings.push(misshapen(
            message,
            doc.span(at!["tables", i, "counts"]),
            "give one list of counts for each row",
        ));
    }
    for (j, row) in table.counts.iter().enumerate() {
        if row.len() != columns {
            let message =
                format!("this row has {}; the table names {columns}", counted(row.len(), "cell"));
            findings.push(misshapen(
                message,
                doc.span(at!["tables", i, "counts", j]),
                "give one count, or marker, for each column",
            ));
        }
    }
}

/// Every cell and total has an address of its own, by which it is protected.
fn heads(doc: &Doc<TableFile>, i: usize, table: &Table, findings: &mut Findings) {
    let said = |heads: &[Text]| -> Vec<String> {
        heads.iter().map(|head| head.in_language("").to_owned()).collect()
    };
    let (rows, columns) = (said(&table.rows), said(&table.columns));
    let lines = |heads: &[String]| -> Vec<String> {
        heads.iter().cloned().chain([TOTAL.to_owned()]).collect()
    };
    let mut seen = BTreeSet::new();
    for row in lines(&rows) {
        for column in lines(&columns) {
            let address = format!("{row}/{column}");
            if seen.contains(&address) {
                let message = format!("two cells of the table have the address `{address}`");
                let help = "give each row and each column a head of its own, other than `total`";
                findings.push(misshapen(message, doc.span(at!["tables", i, "rows"]), help));
                return;
            }
            seen.insert(address);
        }
    }
}

fn stated(doc: &Doc<TableFile>, i: usize, table: &Table, findings: &mut Findings) {
    let Some(stated) = &table.stated_totals else { return };
    let given = [
        ("row", stated.row.len(), table.columns.len()),
        ("column", stated.column.len(), table.rows.len()),
    ];
    for (key, given, wanted) in given {
        if given != 0 && given != wanted {
            let message = format!("`{key}` gives {}; it takes {wanted}", counted(given, "total"));
            let help = "`row` is the row of totals below, one for each column; `column` the column of totals at the end, one for each row";
            findings.push(misshapen(
                message,
                doc.span(at!["tables", i, "stated_totals", key]),
                help,
            ));
        }
    }
}

/// Cells that are said to be the same as others: both must be there.
fn shared(
    doc: &Doc<TableFile>,
    i: usize,
    table: &Table,
    places: &Places<'_>,
    findings: &mut Findings,
) {
    for (j, pair) in table.shares_cells_with.iter().enumerate() {
        let own = cell_of(table, &pair.cell).err().map(|no| ("cell", no));
        let other = count_at(places, &pair.same_as).err().map(|no| ("same_as", no));
        for (key, no) in own.into_iter().chain(other) {
            let found = Diagnostic::error(codes::UNKNOWN_ID, no.message.clone()).at(doc.span(at![
                "tables",
                i,
                "shares_cells_with",
                j,
                key
            ]));
            findings.push(no.advise(found, SHARED));
        }
    }
}

const SHARED: &str = "write `ROW/COLUMN` for a cell of this table, and elsewhere \
                      `table/ID/ROW/COLUMN` or `outcome/ID/PERIOD/numerator`";

/// The place of a count that can be the same as another.
fn count_at(places: &Places<'_>, address: &str) -> Result<Place, NoPlace> {
    let place = places.find(address)?;
    let is_count = |id| places.outcome(id).is_some_and(|outcome| outcome.unit.is_count());
    match place {
        Place::Table { .. } => Ok(place),
        Place::Outcome { ref id, part: Part::Value, .. } if !is_count(id) => Err(NoPlace::new(
            format!("`{address}` is no count; its `numerator` or `denominator` may be"),
        )),
        Place::Outcome { part: Part::Value | Part::Numerator | Part::Denominator, .. } => Ok(place),
        _ => Err(NoPlace::new(format!("`{address}` is no count of this council's"))),
    }
}
