//! Tables have as many rows and columns as they say.

use super::Site;
use crate::at;
use crate::diagnostic::{Diagnostic, Findings, Span, codes};
use crate::model::table::{Table, TableFile};
use crate::yaml::Doc;

pub(super) fn check(site: &Site, findings: &mut Findings) {
    for doc in &site.tables {
        for (i, table) in doc.value.tables.iter().enumerate() {
            shape(doc, i, table, findings);
            stated(doc, i, table, findings);
        }
    }
}

fn misshapen(message: String, span: Span, help: &str) -> Diagnostic {
    Diagnostic::error(codes::TABLE_SHAPE, message).at(span).help(help)
}

fn shape(doc: &Doc<TableFile>, i: usize, table: &Table, findings: &mut Findings) {
    let (rows, columns) = (table.rows.len(), table.columns.len());
    if table.counts.len() != rows {
        let message = format!("the table names {rows} rows and gives {}", table.counts.len());
        findings.push(misshapen(
            message,
            doc.span(at!["tables", i, "counts"]),
            "give one list of counts for each row",
        ));
    }
    for (j, row) in table.counts.iter().enumerate() {
        if row.len() != columns {
            let message =
                format!("this row has {} cells; the table names {columns} columns", row.len());
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
            let message = format!("`{key}` gives {given} totals; there are {wanted} to give");
            let help = "`row` is the row of totals below, one for each column; `column` the column of totals at the end, one for each row";
            findings.push(misshapen(
                message,
                doc.span(at!["tables", i, "stated_totals", key]),
                help,
            ));
        }
    }
}
