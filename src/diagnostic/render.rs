//! Diagnostics as text with the source line and a caret, or as JSON.

use super::{Diagnostic, Part, Severity, Span};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use std::ops::Range;

/// One diagnostic for people: message, file, line, caret, notes and help.
///
/// `text_of` gives the text of a source file by its path, if there is one.
pub fn render_human<'a>(
    diagnostic: &Diagnostic,
    text_of: impl Fn(&str) -> Option<&'a str>,
    colour: bool,
) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(&diagnostic.message).id(diagnostic.code.as_str());
    let place = diagnostic.span.as_ref().map(|span| (span, text_of(&span.file)));
    let mut groups = vec![with_place(title, place.as_ref())];
    for note in &diagnostic.notes {
        groups.push(Group::with_title(Level::NOTE.secondary_title(note)));
    }
    if let Some(help) = &diagnostic.help {
        groups.push(Group::with_title(Level::HELP.secondary_title(help)));
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&groups).to_string()
}

fn with_place<'a>(
    title: annotate_snippets::Title<'a>,
    place: Option<&(&'a Span, Option<&'a str>)>,
) -> Group<'a> {
    match place {
        None => Group::with_title(title),
        Some((span, text)) => match text.and_then(|text| range_in(span, text).map(|r| (text, r))) {
            Some((text, range)) => title.element(
                Snippet::source(text)
                    .path(&*span.file)
                    .annotation(AnnotationKind::Primary.span(range)),
            ),
            None => title.element(annotate_snippets::Origin::path(&*span.file)),
        },
    }
}

/// The bytes of `text` that `span` names, kept on one line and on character
/// boundaries.
fn range_in(span: &Span, text: &str) -> Option<Range<usize>> {
    let (start, end) = match &span.part {
        Part::Whole => return None,
        Part::Bytes { start, end } => (*start, *end),
        Part::Words(words) => text.find(words.as_str()).map(|at| (at, at + words.len()))?,
    };
    let start = floor(text, start);
    let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let end = floor(text, end).clamp(start, line_end);
    Some(start..end)
}

fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The line and column, counted from 1, where `span` begins in `text`.
fn line_and_column(span: &Span, text: &str) -> Option<(usize, usize)> {
    let start = range_in(span, text)?.start;
    let before = &text[..start];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
    Some((line, column))
}

/// One diagnostic as a JSON object on one line.
pub fn render_json<'a>(
    diagnostic: &Diagnostic,
    text_of: impl Fn(&str) -> Option<&'a str>,
) -> String {
    let span = diagnostic.span.as_ref();
    let place = span.and_then(|span| line_and_column(span, text_of(&span.file)?));
    serde_json::json!({
        "code": diagnostic.code.as_str(),
        "severity": match diagnostic.severity { Severity::Error => "error", Severity::Warning => "warning" },
        "message": diagnostic.message,
        "file": span.map(|span| &*span.file),
        "line": place.map(|(line, _)| line),
        "column": place.map(|(_, column)| column),
        "notes": diagnostic.notes,
        "help": diagnostic.help,
    })
    .to_string()
}
