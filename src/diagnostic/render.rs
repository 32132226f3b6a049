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
        Part::Words(words) => find(words, text)?,
    };
    let start = floor(text, start);
    let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let end = floor(text, end).clamp(start, line_end);
    Some(start..end)
}

/// Where `words` stand in `text`; if nowhere as they are, where they are broken
/// over several lines, as YAML folds them.
fn find(words: &str, text: &str) -> Option<(usize, usize)> {
    if let Some(at) = text.find(words) {
        return Some((at, at + words.len()));
    }
    let mut rest = words.split_whitespace();
    let first = rest.next()?;
    let mut places = text.match_indices(first).map(|(at, _)| at);
    places.find_map(|at| {
        let mut end = at + first.len();
        for word in rest.clone() {
            let gap = text[end..].len() - text[end..].trim_start().len();
            let goes_on = gap > 0 && text[end + gap..].starts_with(word);
            end = goes_on.then_some(end + gap + word.len())?;
        }
        Some((at, end))
    })
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

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn words_that_yaml_folded_are_found_where_they_begin() {
        let text = "why: >\n  The wait\n  came down\n  again.\n";
        assert_eq!(find("wait came down", text), Some((13, 29)));
        assert_eq!(find("came down", text), Some((20, 29)));
        assert_eq!(find("wait went", text), None);
        assert_eq!(find("", "words"), Some((0, 0)));
    }
}
