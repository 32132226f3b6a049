//! A narrative as it was written, cut into its outermost parts.
//!
//! For those who go on from the author's own text: nothing is evaluated, and
//! every part knows which bytes it is.

use super::block;
use super::mask::{Expression, mask};
use super::{Source, build};
use crate::diagnostic::Findings;
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};
use std::ops::Range;

/// An outermost part of a narrative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// Its bytes.
    pub range: Range<usize>,
    /// The inline values it asks for, each with its braces, as written.
    pub values: Vec<Range<usize>>,
    /// The pictures it shows.
    pub pictures: Vec<Picture>,
}

/// What a part is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartKind {
    /// A heading.
    Heading,
    /// A paragraph.
    Paragraph,
    /// A list of so many items.
    List(usize),
    /// A quotation.
    Quotation,
    /// A note set apart.
    Callout,
    /// A table of so many rows, without its head.
    Table(usize),
    /// Words shown as typed.
    Code,
    /// A line across.
    Rule,
    /// A footnote.
    Footnote,
    /// A block of this name.
    Component(String),
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its alternative text.
    pub alt: String,
    /// The file, as written.
    pub file: String,
}

/// The outermost parts of `source`, in order.
pub fn parts(source: &Source<'_>) -> Vec<Part> {
    let masked = mask(source, false, &mut Findings::new());
    let mut parts = Vec::new();
    let mut depth: usize = 0;
    for (event, range) in Parser::new_ext(&masked.text, build::OPTIONS).into_offset_iter() {
        if matches!(event, Event::End(_)) {
            depth -= 1;
            continue;
        }
        if depth == 0
            && let Some(kind) = kind_of(&event)
        {
            let values = values_in(&masked.expressions, &range);
            parts.push(Part { kind, range, values, pictures: Vec::new() });
        } else if let Some(part) = parts.last_mut() {
            add(part, &event, depth);
        }
        depth += usize::from(matches!(event, Event::Start(_)));
    }
    parts
}

fn kind_of(event: &Event<'_>) -> Option<PartKind> {
    match event {
        Event::Rule => Some(PartKind::Rule),
        Event::Start(tag) => Some(match tag {
            Tag::Heading { .. } => PartKind::Heading,
            Tag::List(_) => PartKind::List(0),
            Tag::BlockQuote(Some(_)) => PartKind::Callout,
            Tag::BlockQuote(None) => PartKind::Quotation,
            Tag::Table(_) => PartKind::Table(0),
            Tag::FootnoteDefinition(_) => PartKind::Footnote,
            Tag::CodeBlock(kind) => fence(kind),
            _ => PartKind::Paragraph,
        }),
        _ => None,
    }
}

fn fence(kind: &CodeBlockKind<'_>) -> PartKind {
    match kind {
        CodeBlockKind::Fenced(info) if !block::is_code(info) => {
            PartKind::Component(info.split_whitespace().next().unwrap_or_default().to_owned())
        }
        _ => PartKind::Code,
    }
}

/// Counts what `event`, at `depth` within the part, adds to it.
fn add(part: &mut Part, event: &Event<'_>, depth: usize) {
    match (event, &mut part.kind) {
        (Event::Start(Tag::Item), PartKind::List(items)) if depth == 1 => *items += 1,
        (Event::Start(Tag::TableRow), PartKind::Table(rows)) => *rows += 1,
        (Event::Start(Tag::Image { dest_url, .. }), _) => {
            part.pictures.push(Picture { alt: String::new(), file: dest_url.to_string() });
        }
        (Event::Text(text), _) => name_picture(part, text),
        _ => {}
    }
}

/// The first words after a picture begins are its alternative text.
fn name_picture(part: &mut Part, text: &str) {
    if let Some(picture) = part.pictures.last_mut().filter(|picture| picture.alt.is_empty()) {
        picture.alt.push_str(text);
    }
}

fn values_in(expressions: &[Expression], range: &Range<usize>) -> Vec<Range<usize>> {
    let within = expressions.iter().map(|expression| expression.range.clone());
    within.filter(|value| range.contains(&value.start)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    fn read(text: &str) -> Vec<Part> {
        parts(&Source { file: Arc::from("a.md"), text, start: Some(0) })
    }

    #[test]
    fn a_narrative_is_cut_where_its_author_cut_it() {
        let text = "## A\n\nOne {{ value(id=\"a\") }}.\n\n- b\n- c\n\n```chart\noutcome: a\n```\n\n\
                    ```\ncode\n```\n\n| d |\n| - |\n| e |\n\n> [!NOTE]\n> f\n\n---\n";
        let kinds: Vec<PartKind> = read(text).into_iter().map(|part| part.kind).collect();
        assert_eq!(
            kinds,
            [
                PartKind::Heading,
                PartKind::Paragraph,
                PartKind::List(2),
                PartKind::Component("chart".to_owned()),
                PartKind::Code,
                PartKind::Table(1),
                PartKind::Callout,
                PartKind::Rule,
            ]
        );
    }

    #[test]
    fn values_and_pictures_belong_to_their_part() {
        let text = "One {{ value(id=\"a\") }}.\n\n![A map](map.png) and {{ b }}\n";
        let parts = read(text);
        assert_eq!(&text[parts[0].values[0].clone()], "{{ value(id=\"a\") }}");
        assert_eq!(parts[1].pictures[0], Picture { alt: "A map".into(), file: "map.png".into() });
        assert_eq!(&text[parts[1].values[0].clone()], "{{ b }}");
    }
}
