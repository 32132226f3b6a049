//! Finding inline values before Markdown is parsed.
//!
//! Each `{{…}}` is overwritten by as many U+001A characters as it has bytes,
//! so that no mark inside it is read as Markdown and every offset stays the
//! author's. In code it is put back.

use super::Source;
use crate::diagnostic::{Diagnostic, Findings, codes};
use std::ops::Range;

/// What stands where an expression stood: one byte each.
pub(super) const MASK: char = '\u{1a}';
/// What stands where a point stood that Markdown would make a list of.
pub(super) const POINT: char = '\u{1f}';

/// A narrative with its expressions taken out.
pub(super) struct Masked {
    pub(super) text: String,
    pub(super) expressions: Vec<Expression>,
}

/// An inline value: the whole of `{{…}}`, and what is between.
#[derive(Clone, Debug)]
pub(super) struct Expression {
    pub(super) range: Range<usize>,
    pub(super) inside: String,
}

pub(super) fn mask(source: &Source<'_>, manual_numbers: bool, findings: &mut Findings) -> Masked {
    refuse_controls(source, findings);
    let mut text = source.text.to_owned();
    let mut expressions = Vec::new();
    let mut from = 0;
    while let Some(at) = source.text[from..].find("{{").map(|at| at + from) {
        let inside = &source.text[at + 2..];
        let end = inside.find("}}").filter(|end| !inside[..*end].contains("\n\n"));
        let Some(end) = end else {
            findings.push(never_ends(source, at));
            break;
        };
        let range = at..at + end + 4;
        if in_address(&source.text[..at]) {
            findings.push(refuse_address(source, range.clone()));
        }
        expressions.push(Expression { inside: inside[..end].to_owned(), range: range.clone() });
        from = range.end;
        text.replace_range(range.clone(), &MASK.to_string().repeat(range.len()));
    }
    if manual_numbers {
        mask_list_points(&mut text);
    }
    Masked { text, expressions }
}

/// Whether what comes after `before` stands in the address of a link, where
/// Markdown would no longer see a link.
fn in_address(before: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or_default();
    let address = line.rsplit_once("](").map(|(_, address)| address);
    let in_code = line.matches('`').count() % 2 == 1;
    !in_code
        && address.is_some_and(|address| !address.starts_with('<') && !address.contains([')', ' ']))
}

fn refuse_address(source: &Source<'_>, range: Range<usize>) -> Diagnostic {
    Diagnostic::error(codes::EXPRESSION, "an inline value cannot stand in an address")
        .at(source.span(range))
        .help("write the address out")
}

fn never_ends(source: &Source<'_>, at: usize) -> Diagnostic {
    Diagnostic::error(codes::EXPRESSION, "the inline value that begins here never ends")
        .at(source.span(at..at + 2))
        .help("close it with `}}` in the same paragraph")
}

fn refuse_controls(source: &Source<'_>, findings: &mut Findings) {
    let odd = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    for (at, c) in source.text.char_indices().filter(|(_, c)| odd(*c)) {
        findings.push(
            Diagnostic::error(
                codes::CONTROL_CHARACTER,
                format!("there is a control character here (U+{:04X})", u32::from(c)),
            )
            .at(source.span(at..at + c.len_utf8()))
            .help("delete it; it often comes along when text is copied from another program"),
        );
    }
}

/// Hides the point of `1. Purpose` at the start of a block, where Markdown
/// would begin a list and forget how the number was written.
fn mask_list_points(text: &mut String) {
    let mut points = Vec::new();
    let mut at = 0;
    let mut after_blank = true;
    for line in text.split_inclusive('\n') {
        let digits = line.chars().take_while(char::is_ascii_digit).count();
        if after_blank && digits > 0 && line[digits..].starts_with(". ") {
            points.push(at + digits);
        }
        after_blank = line.trim().is_empty();
        at += line.len();
    }
    for point in points {
        text.replace_range(point..=point, &POINT.to_string());
    }
}
