//! Notes of what is still to be written: what an officer reads where last year's words stood.

use super::years::Years;
use crate::model::address::linked_path;
use crate::narrative::{Part, PartKind};
use crate::site::SourcePage;
use std::ops::Range;

/// What stands above values.
const ASKED: &str = "Values that were asked for, here with their years moved on:";

/// A note of what is to be written, in lines without the sign of a quotation.
pub(super) fn note(lines: &[String]) -> String {
    let quoted = lines.iter().map(|line| match line.as_str() {
        "" => ">\n".to_owned(),
        line => format!("> {line}\n"),
    });
    std::iter::once("> [!WRITE]\n".to_owned()).chain(quoted).collect()
}

/// The parts of a page that stood one after another and are to be written anew.
pub(super) struct Stood<'a> {
    page: &'a SourcePage,
    edition: &'a str,
    years: &'a Years,
    parts: Vec<&'a Part>,
    /// A heading that asks for values, which a heading cannot keep.
    heading: Option<&'a Part>,
}

impl<'a> Stood<'a> {
    /// Nothing so far of `page`, which belongs to `edition`.
    pub(super) fn new(page: &'a SourcePage, edition: &'a str, years: &'a Years) -> Self {
        Self { page, edition, years, parts: Vec::new(), heading: None }
    }

    /// Adds a part.
    pub(super) fn add(&mut self, part: &'a Part) {
        self.parts.push(part);
    }

    /// Adds a heading whose values were taken out.
    pub(super) fn add_heading(&mut self, part: &'a Part) {
        self.heading = Some(part);
    }

    /// The note in their place, if there is anything to say.
    pub(super) fn take(&mut self) -> Option<String> {
        let parts = std::mem::take(&mut self.parts);
        let heading = self.heading.take();
        let mut lines = Vec::new();
        if let Some(first) =
            parts.first().zip(parts.last()).map(|(a, b)| a.range.start..b.range.end)
        {
            let kinds = parts.iter().map(|part| &part.kind);
            lines.push(format!(
                "In {}, {} stood here: see {}. Write this year's.",
                self.edition,
                counted(kinds),
                place(self.page, &first)
            ));
        }
        let all = || heading.into_iter().chain(parts.iter().copied());
        list(&mut lines, ASKED, values(self.page, self.years, all()));
        list(&mut lines, "Pictures that were shown:", pictures(self.page, all()));
        (!lines.is_empty()).then(|| note(&lines))
    }
}

/// Adds a list in code, which is shown as it is and can be copied.
fn list(lines: &mut Vec<String>, title: &str, items: Vec<String>) {
    if items.is_empty() {
        return;
    }
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines.extend([title.to_owned(), String::new()]);
    lines.extend(items.into_iter().map(|item| format!("- `{item}`")));
}

/// The inline values of these parts, each once and in one line.
fn values<'a>(
    page: &SourcePage,
    years: &Years,
    parts: impl Iterator<Item = &'a Part>,
) -> Vec<String> {
    let ranges = parts.flat_map(|part| &part.values);
    let texts = ranges.filter_map(|range| page.words().get(range.clone()));
    let lines = texts.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
    each_once(lines.map(|line| moved_on(&line, years)))
}

/// An inline value with the periods it names, in quotes, moved on.
fn moved_on(value: &str, years: &Years) -> String {
    let parts = value.split('"').map(|part| {
        let period = part.parse().ok().and_then(|period| years.period(&period));
        period.map_or_else(|| part.to_owned(), |period| period.to_string())
    });
    parts.collect::<Vec<_>>().join("\"")
}

/// The pictures of these parts as they are shown from another folder.
fn pictures<'a>(page: &SourcePage, parts: impl Iterator<Item = &'a Part>) -> Vec<String> {
    let pictures = parts.flat_map(|part| &part.pictures);
    each_once(pictures.map(|picture| {
        let file = match linked_path(&page.file, &picture.file) {
            Some(path) if !picture.file.contains(':') => format!("/{path}"),
            _ => picture.file.clone(),
        };
        format!("![{}]({file})", picture.alt)
    }))
}

fn each_once(items: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = Vec::new();
    // What holds the sign of code would end the code it is shown in.
    for item in items.filter(|item| !item.contains('`')) {
        if !seen.contains(&item) {
            seen.push(item);
        }
    }
    seen
}

/// `content/2024-25/health.md`, lines 10 to 14.
pub(super) fn place(page: &SourcePage, range: &Range<usize>) -> String {
    let line = |at: usize| {
        let before = page.text.get(..page.body + at).unwrap_or_default();
        before.matches('\n').count() + 1
    };
    let words = page.words().get(range.clone()).unwrap_or_default();
    let (first, last) = (line(range.start), line(range.start + words.trim_end().len()));
    let file = &page.file;
    if first == last {
        format!("`{file}`, line {first}")
    } else {
        format!("`{file}`, lines {first} to {last}")
    }
}

/// `2 paragraphs, a list of 3 items and a table of 4 rows`.
fn counted<'a>(kinds: impl Iterator<Item = &'a PartKind>) -> String {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for name in kinds.map(named) {
        match counts.iter_mut().find(|(known, _)| *known == name) {
            Some((_, count)) => *count += 1,
            None => counts.push((name, 1)),
        }
    }
    let phrases: Vec<String> =
        counts.into_iter().map(|(name, count)| several(&name, count)).collect();
    match phrases.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}

/// What a part is, after the word "a".
fn named(kind: &PartKind) -> String {
    match kind {
        PartKind::Heading => "heading".to_owned(),
        PartKind::Paragraph => "paragraph".to_owned(),
        PartKind::List(1) => "list of one item".to_owned(),
        PartKind::List(items) => format!("list of {items} items"),
        PartKind::Quotation => "quotation".to_owned(),
        PartKind::Callout => "note".to_owned(),
        PartKind::Table(1) => "table of one row".to_owned(),
        PartKind::Table(rows) => format!("table of {rows} rows"),
        PartKind::Code => "passage shown as typed".to_owned(),
        PartKind::Rule => "line across".to_owned(),
        PartKind::Footnote => "footnote".to_owned(),
        PartKind::Component(name) => format!("block `{name}`"),
    }
}

fn several(name: &str, count: usize) -> String {
    if count == 1 {
        return format!("a {name}");
    }
    let (noun, rest) = name.split_once(' ').unwrap_or((name, ""));
    format!("{count} {noun}s {rest}").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_counted_in_words() {
        use PartKind::{Component, List, Paragraph};
        let kinds = [Paragraph, List(2), Paragraph, List(2), Component("quote".to_owned())];
        assert_eq!(counted(kinds.iter()), "2 paragraphs, 2 lists of 2 items and a block `quote`");
        assert_eq!(counted([Paragraph].iter()), "a paragraph");
    }

    #[test]
    fn a_note_is_an_alert() {
        let lines = ["One.".to_owned(), String::new(), "Two.".to_owned()];
        assert_eq!(note(&lines), "> [!WRITE]\n> One.\n>\n> Two.\n");
    }
}
