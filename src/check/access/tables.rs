//! Tables whose columns and rows have names (WCAG 1.3.1), and tables that are
//! none.

use super::words::{bare, quoted, words};
use super::{Reader, Within};
use crate::check::passage::Passage;
use crate::diagnostic::{Code, Diagnostic, Span, codes};
use crate::narrative::{Inline, TableBlock, plain_text};
use std::collections::BTreeSet;

/// The most words of a cell in a table of one row.
const PROSE: usize = 25;

impl Reader<'_> {
    pub(super) fn table(&mut self, table: &TableBlock) {
        if !self.is_layout(table) {
            self.heads(table);
            self.blank_columns(table);
            self.rows(table);
        }
        for cell in table.head.iter().chain(table.rows.iter().flatten()) {
            self.pictures(cell, &[]);
            self.words(cell, Within::Cell);
        }
    }

    /// A table of one column, or of one row of prose.
    fn is_layout(&mut self, table: &TableBlock) -> bool {
        let prose =
            |row: &Vec<Vec<Inline>>| row.iter().any(|cell| words(&plain_text(cell)).len() > PROSE);
        let (message, help) = if table.head.len() == 1 {
            ("the table has one column", "write it as a list: each line begins with `- `")
        } else if matches!(table.rows.as_slice(), [only] if prose(only)) {
            ("the table lays out paragraphs", "write them one below the other, each with a heading")
        } else {
            return false;
        };
        self.find_table(codes::TABLE_LAYOUT, message, help, table.span.clone());
        true
    }

    /// The names of columns; the first, above names of rows, may be blank.
    fn heads(&mut self, table: &TableBlock) {
        let heads: Vec<String> = table.head.iter().map(|cell| plain_text(cell)).collect();
        let blank = heads.iter().filter(|head| is_blank(head)).count();
        if blank == heads.len() {
            let message = "the columns of the table have no names";
            let help = "write in the row above the line `|---|` what stands in each column";
            let found = Diagnostic::error(codes::TABLE_HEADS, message).help(help);
            return self.find(found, table.span.clone());
        }
        let mut seen = BTreeSet::new();
        let nameless = heads.iter().skip(1).position(|head| is_blank(head));
        if let Some(at) = nameless {
            let message = format!("column {} of the table has no name", at + 2);
            let first = quoted(&first_said(&heads));
            let help = format!("say what stands below it, in the row of `{first}`");
            return self.find_table(codes::TABLE_HEADS, &message, &help, table.span.clone());
        }
        for head in heads.iter().filter(|head| !is_blank(head)) {
            if !seen.insert(bare(head)) {
                let message =
                    format!("two columns of the table have the same name: `{}`", quoted(head));
                let help = "say in each what makes it another, such as its year";
                return self.find_table(codes::TABLE_HEADS, &message, help, table.span.clone());
            }
        }
    }

    fn blank_columns(&mut self, table: &TableBlock) {
        for at in 1..table.head.len() {
            let cells = || table.rows.iter().filter_map(|row| row.get(at));
            if table.rows.len() > 1 && cells().all(|cell| is_empty(cell)) {
                let message = format!("column {} of the table is blank", at + 1);
                let help = "take it out; what is not known is written in words, or as a dash";
                return self.find_table(codes::TABLE_LAYOUT, &message, help, table.span.clone());
            }
        }
    }

    /// Rows that are blank, or that begin with a blank where their name stands.
    fn rows(&mut self, table: &TableBlock) {
        for (at, row) in table.rows.iter().enumerate() {
            let said = row.iter().find(|cell| !is_empty(cell));
            let Some(said) = said else {
                let message = format!("row {} of the table is blank", at + 1);
                let help = "take it out; a reader who hears the table is lost in it";
                self.find_table(codes::TABLE_LAYOUT, &message, help, table.span.clone());
                continue;
            };
            if row.first().is_some_and(|cell| is_empty(cell)) {
                let message = format!("row {} of the table has no name", at + 1);
                let help = "say in its first cell what it is of; repeat the name of the row above where it goes on";
                let passage = Passage::of(said);
                let span = if passage.has_words() {
                    passage.span(self.source, 0..passage.text.len())
                } else {
                    table.span.clone()
                };
                self.find_table(codes::TABLE_HEADS, &message, help, span);
            }
        }
    }

    fn find_table(&mut self, code: Code, message: &str, help: &str, span: Span) {
        self.find(Diagnostic::warning(code, message).help(help), span);
    }
}

fn is_empty(cell: &[Inline]) -> bool {
    is_blank(&plain_text(cell))
}

fn is_blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

fn first_said(heads: &[String]) -> String {
    heads.iter().find(|head| !is_blank(head)).cloned().unwrap_or_default()
}
