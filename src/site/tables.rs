//! Tables have as many rows and columns as they say.

use super::Site;
use crate::at;
use crate::diagnostic::{Diagnostic, Findings, Span, codes};
use crate::model::Text;
use crate::model::table::{Table, TableFile};
use crate::yaml::Doc;

pub(super) fn check(site: &Site, findings: &mut Findings) {
    for doc in &site.tables {
        for (i, table) in doc.value.tables.iter().enumerate() {
            shape(doc, i, table, findings);
            stated(doc, i, table, findings);
            shared(doc, i, table, site, findings);
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
fn shared(doc: &Doc<TableFile>, i: usize, table: &Table, site: &Site, findings: &mut Findings) {
    for (j, pair) in table.shares_cells_with.iter().enumerate() {
        let own =
            pair.cell.split_once('/').is_some_and(|(row, column)| has_cell(table, row, column));
        let places =
            [("cell", &pair.cell, own), ("same_as", &pair.same_as, is_known(site, &pair.same_as))];
        for (key, cell, _) in places.into_iter().filter(|(.., known)| !known) {
            let span = doc.span(at!["tables", i, "shares_cells_with", j, key]);
            findings.push(
                Diagnostic::error(codes::UNKNOWN_ID, format!("there is no cell `{cell}`"))
                    .at(span)
                    .help(
                        "write `ROW/COLUMN` for a cell of this table, and elsewhere \
                     `table/ID/ROW/COLUMN` or `outcome/ID/PERIOD/numerator`",
                    ),
            );
        }
    }
}

fn has_cell(table: &Table, row: &str, column: &str) -> bool {
    let is = |heads: &[Text], name: &str| heads.iter().any(|head| head.in_language("") == name);
    is(&table.rows, row) && is(&table.columns, column)
}

/// Whether the cell `table/ID/ROW/COLUMN` or `outcome/ID/PERIOD/PART` is there.
fn is_known(site: &Site, cell: &str) -> bool {
    let parts: Vec<&str> = cell.split('/').collect();
    match parts[..] {
        ["table", id, row, column] => {
            let tables = site.tables.iter().flat_map(|doc| &doc.value.tables);
            tables.filter(|table| table.id.as_str() == id).any(|table| has_cell(table, row, column))
        }
        ["outcome", id, period, "value" | "numerator" | "denominator"] => {
            let outcomes = site.outcomes.iter().flat_map(|doc| &doc.value.outcomes);
            let values = outcomes
                .filter(|outcome| outcome.id.as_str() == id)
                .flat_map(|outcome| &outcome.values);
            values.into_iter().any(|value| value.period.to_string() == period)
        }
        _ => false,
    }
}
