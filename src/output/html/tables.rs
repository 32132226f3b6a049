//! Tables of a document as HTML.

use super::{Html, escape};
use crate::narrative::{Inline, TableBlock, plain_text};

impl Html<'_, '_> {
    /// A table, named by its heads. One of figures is in a region that can be
    /// scrolled; the rows of one of words are cards on a narrow screen, where
    /// each cell says the head of its column.
    pub(super) fn table(&mut self, table: &TableBlock) {
        let heads: Vec<String> = table.head.iter().map(|cell| plain_text(cell)).collect();
        let stacks = heads.len() > 2 && is_of_words(table);
        self.open_table(&heads.join(", "), stacks);
        self.out.push_str("<thead><tr>");
        for (at, cell) in table.head.iter().enumerate() {
            self.cell("th scope=\"col\"", "th", table.right.get(at), |html| html.words(cell));
        }
        self.out.push_str("</tr></thead><tbody>");
        for row in &table.rows {
            self.row(table, row, if stacks { &heads } else { &[] });
        }
        self.out.push_str("</tbody></table></div>");
    }

    fn open_table(&mut self, name: &str, stacks: bool) {
        let id = format!("table-{}", self.cx.next_serial());
        let class = if stacks { " class=\"stack\"" } else { "" };
        self.out.push_str(&format!("<div class=\"table-wrap\" tabindex=\"0\" role=\"group\" aria-labelledby=\"{id}\"><table{class}><caption class=\"vh\" id=\"{id}\">"));
        escape(name, &mut self.out);
        self.out.push_str("</caption>");
    }

    fn row(&mut self, table: &TableBlock, row: &[Vec<Inline>], labels: &[String]) {
        self.out.push_str("<tr>");
        for (at, words) in row.iter().enumerate() {
            let (open, close) = if at == 0 { ("th scope=\"row\"", "th") } else { ("td", "td") };
            let label = labels.get(at).filter(|_| at > 0);
            self.cell(open, close, table.right.get(at), |html| html.labelled(label, words));
        }
        self.out.push_str("</tr>");
    }

    fn cell(
        &mut self,
        open: &str,
        close: &str,
        right: Option<&bool>,
        words: impl FnOnce(&mut Self),
    ) {
        let class = if right == Some(&true) { " class=\"num\"" } else { "" };
        self.out.push_str(&format!("<{open}{class}>"));
        words(self);
        self.out.push_str(&format!("</{close}>"));
    }

    /// Words of a cell, with the head of its column for those who see no heads.
    fn labelled(&mut self, label: Option<&String>, words: &[Inline]) {
        let Some(label) = label else { return self.words(words) };
        self.wrap("<span class=\"cell-label\" aria-hidden=\"true\">", label, "</span> <div>");
        self.words(words);
        self.out.push_str("</div>");
    }
}

/// Whether fewer than half of the cells beside the heads of rows hold figures,
/// or a sign or nothing in the place of one. Columns of figures are compared with one another, so that they stay columns.
fn is_of_words(table: &TableBlock) -> bool {
    let cells: Vec<String> =
        table.rows.iter().flat_map(|row| row.iter().skip(1)).map(|cell| plain_text(cell)).collect();
    cells.iter().filter(|cell| is_figure(cell)).count() * 2 < cells.len()
}

fn is_figure(cell: &str) -> bool {
    let cell = cell.trim();
    cell.is_empty()
        || cell.starts_with(['[', '£', '-', '−', '–', '+'])
        || cell.starts_with(|c: char| c.is_ascii_digit())
}
