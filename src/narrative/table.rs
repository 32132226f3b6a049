//! Rows of Markdown tables: the same number of cells in each.

use super::Source;
use super::mask::Masked;
use crate::diagnostic::{Diagnostic, Findings, codes};
use std::ops::Range;

/// Reports rows with more or fewer cells than the table has columns; Markdown
/// would drop or invent them in silence.
pub(super) fn check_rows(
    source: &Source<'_>,
    masked: &Masked,
    place: Range<usize>,
    columns: usize,
    findings: &mut Findings,
) {
    let mut start = place.start;
    for line in masked.text[place].split_inclusive('\n') {
        let cells = cells_in(line);
        if cells != columns && !line.trim().is_empty() {
            let s = if cells == 1 { "" } else { "s" };
            let message = format!("this row has {cells} cell{s}, and the table {columns} columns");
            let found = Diagnostic::error(codes::RAGGED_TABLE, message)
                .at(source.span(start..start + line.trim_end().len()));
            findings
                .push(found.help("add or take out a `|`; a `|` within a cell is written `\\|`"));
        }
        start += line.len();
    }
}

fn cells_in(line: &str) -> usize {
    let line = line.trim().trim_start_matches(['>', ' ']);
    let line = line.strip_prefix('|').unwrap_or(line);
    let mut bars = 0;
    let mut escaped = false;
    let mut ends_with_bar = false;
    for c in line.chars() {
        ends_with_bar = c == '|' && !escaped;
        bars += usize::from(ends_with_bar);
        escaped = c == '\\' && !escaped;
    }
    if ends_with_bar { bars } else { bars + 1 }
}

#[cfg(test)]
mod tests {
    use super::cells_in;

    #[test]
    fn cells_are_counted_as_markdown_does() {
        assert_eq!(cells_in("| a | b |"), 2);
        assert_eq!(cells_in("a | b"), 2);
        assert_eq!(cells_in(r"| a \| b | c |"), 2);
        assert_eq!(cells_in("|---|--:|"), 2);
        assert_eq!(cells_in("| a ||"), 2);
    }
}
