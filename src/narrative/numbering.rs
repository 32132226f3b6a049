//! Numbers and anchors of paragraphs, items and headings, decided once.

use super::tree::{Block, Document, Heading, Inline, Item, ListKind, Paragraph, plain_text};
use crate::diagnostic::{Diagnostic, Findings, codes};
use crate::model::id::slugify;
use crate::model::page::Numbering;
use std::collections::{BTreeMap, BTreeSet};

/// Where the numbers of a run of documents have got to.
#[derive(Clone, Debug, Default)]
pub struct Counter {
    /// The number of the heading of each level below the title, from 2.
    headings: [u32; 2],
    paragraphs: u32,
    /// Whether the first number is the chapter's.
    in_chapter: bool,
    /// The last number of each parent, as written.
    written: BTreeMap<String, u32>,
}

impl Counter {
    /// Begins the next numbered chapter of an edition. Where sections or
    /// clauses are numbered, the chapter is the section: its paragraphs are
    /// 3.1, 3.2; continuous numbers run on.
    pub fn begin_chapter(&mut self, numbering: Numbering) {
        if matches!(numbering, Numbering::Section | Numbering::Clause) {
            self.in_chapter = true;
            self.headings = [self.headings[0] + 1, 0];
            self.paragraphs = 0;
        }
    }

    /// The number of the chapter, if chapters are numbered.
    pub fn chapter(&self) -> Option<u32> {
        self.in_chapter.then_some(self.headings[0])
    }
}

/// What numbering found: anchors of the document, and numbers by label.
#[derive(Clone, Debug, Default)]
pub struct Numbered {
    /// Every anchor of the document.
    pub anchors: BTreeSet<String>,
    /// The number and anchor of each labelled paragraph or heading.
    pub labels: BTreeMap<String, (String, String)>,
}

/// Numbers `document`, going on from where `counter` stands.
pub fn number(
    document: &mut Document,
    numbering: Numbering,
    counter: &mut Counter,
    findings: &mut Findings,
) -> Numbered {
    let mut pass = Pass { numbering, counter, findings, numbered: Numbered::default(), last: None };
    pass.blocks(&mut document.blocks);
    pass.numbered
}

struct Pass<'a> {
    numbering: Numbering,
    counter: &'a mut Counter,
    findings: &'a mut Findings,
    numbered: Numbered,
    /// The number of the paragraph above, which names the items below it.
    last: Option<String>,
}

impl Pass<'_> {
    fn blocks(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            match block {
                Block::Heading(heading) => self.heading(heading),
                Block::Paragraph(paragraph) => self.paragraph(paragraph),
                Block::List { kind, items } => {
                    self.list(kind, items, 0, &self.last.clone().unwrap_or_default());
                }
                _ => {}
            }
        }
    }

    fn heading(&mut self, heading: &mut Heading) {
        heading.number = match self.numbering {
            Numbering::Section if heading.level == 2 && !self.counter.in_chapter => {
                Some(self.next_heading(0))
            }
            Numbering::Clause => {
                self.clause_depth(heading.level).map(|depth| self.next_heading(depth))
            }
            Numbering::Manual => self.take_written(&mut heading.words, &heading.span),
            _ => None,
        };
        let words = plain_text(&heading.words);
        let wanted = heading.label.clone().unwrap_or_else(|| slugify(&words));
        heading.anchor = self.unique(if wanted.is_empty() { "section" } else { &wanted });
        let number = heading.number.clone().unwrap_or(words);
        self.label(heading.label.as_deref(), number, &heading.anchor, &heading.span);
    }

    /// How deep a heading's number is among clauses, if it has one.
    fn clause_depth(&self, level: u8) -> Option<usize> {
        let depth = usize::from(level.saturating_sub(2)) + usize::from(self.counter.in_chapter);
        (depth < 2).then_some(depth)
    }

    /// The next number of a heading, such as `3` or `3.2`.
    fn next_heading(&mut self, depth: usize) -> String {
        let counter = &mut *self.counter;
        if depth == 0 {
            counter.headings = [counter.headings[0] + 1, 0];
            counter.paragraphs = 0;
            return counter.headings[0].to_string();
        }
        counter.headings[1] = counter.headings[1].max(counter.paragraphs) + 1;
        counter.paragraphs = 0;
        format!("{}.{}", counter.headings[0], counter.headings[1])
    }

    fn paragraph(&mut self, paragraph: &mut Paragraph) {
        paragraph.number = self.paragraph_number(paragraph);
        let bare =
            paragraph.number.as_deref().map(|number| number.trim_end_matches('.').to_owned());
        if let Some(number) = bare {
            self.last = Some(number.clone());
            paragraph.anchor = Some(self.unique(&format!("para-{number}")));
        } else if let Some(label) = &paragraph.label {
            paragraph.anchor = Some(self.unique(label));
        }
        let number = paragraph.number.clone().unwrap_or_else(|| plain_text(&paragraph.words));
        self.label(
            paragraph.label.as_deref(),
            number,
            paragraph.anchor.as_deref().unwrap_or_default(),
            &paragraph.span,
        );
    }

    fn paragraph_number(&mut self, paragraph: &mut Paragraph) -> Option<String> {
        if paragraph.unnumbered || paragraph.words.is_empty() {
            return None;
        }
        match self.numbering {
            Numbering::None => None,
            Numbering::Manual => self.take_written(&mut paragraph.words, &paragraph.span),
            Numbering::Continuous => {
                self.counter.paragraphs += 1;
                Some(self.counter.paragraphs.to_string())
            }
            Numbering::Section | Numbering::Clause => self.next_paragraph(),
        }
    }

    /// The next number under the heading above; none before the first heading.
    fn next_paragraph(&mut self) -> Option<String> {
        let [first, second] = self.counter.headings;
        if first == 0 {
            return None;
        }
        self.counter.paragraphs += 1;
        let number = self.counter.paragraphs;
        Some(if second == 0 {
            format!("{first}.{number}")
        } else {
            format!("{first}.{second}.{number}")
        })
    }

    /// Takes the number an author wrote at the start of `words`.
    fn take_written(
        &mut self,
        words: &mut [Inline],
        span: &crate::diagnostic::Span,
    ) -> Option<String> {
        let Some(Inline::Text(run)) = words.first_mut() else { return None };
        let (number, rest) = written_number(run.as_str())?;
        let (number, taken) = (number.to_owned(), run.as_str().len() - rest.len());
        run.behead(taken);
        self.check_gap(number.trim_end_matches('.'), span);
        Some(number)
    }

    /// Warns of numbers that leave a gap, come twice or jump back.
    fn check_gap(&mut self, number: &str, span: &crate::diagnostic::Span) {
        let (parent, last) = number.rsplit_once('.').unwrap_or(("", number));
        let Ok(this) = last.parse::<u32>() else { return };
        let before = self.counter.written.insert(parent.to_owned(), this).unwrap_or(0);
        if this == before + 1 {
            return;
        }
        let expected = if parent.is_empty() {
            (before + 1).to_string()
        } else {
            format!("{parent}.{}", before + 1)
        };
        let message = match this.cmp(&before) {
            std::cmp::Ordering::Equal => format!("the number {number} stands twice"),
            std::cmp::Ordering::Less => format!("the number {number} jumps back"),
            std::cmp::Ordering::Greater => {
                format!("the number {number} leaves a gap: {expected} is not there")
            }
        };
        self.findings.push(
            Diagnostic::warning(codes::NUMBER_GAP, message)
                .at(span.clone())
                .help("numbers are kept as written; if that is right, add `accept: {P014: why}` to the front matter"),
        );
    }

    fn list(&mut self, kind: &mut ListKind, items: &mut [Item], depth: usize, parent: &str) {
        let ordered = matches!(kind, ListKind::Numbers(_));
        if ordered && self.numbering != Numbering::None {
            *kind = if depth == 0 { ListKind::Letters } else { ListKind::Roman };
        }
        for (at, item) in items.iter_mut().enumerate() {
            item.mark = match kind {
                ListKind::Letters => Some(letter(at)),
                ListKind::Roman => Some(roman(at + 1)),
                _ => None,
            };
            let name = item.mark.as_ref().map(|mark| {
                if parent.is_empty() { mark.clone() } else { format!("{parent}-{mark}") }
            });
            item.anchor = name.as_ref().map(|name| self.unique(&format!("para-{name}")));
            self.nested(
                &mut item.blocks,
                depth + usize::from(ordered),
                name.as_deref().unwrap_or(parent),
            );
        }
    }

    /// Lists within an item; its paragraphs are part of the item.
    fn nested(&mut self, blocks: &mut [Block], depth: usize, parent: &str) {
        for block in blocks {
            if let Block::List { kind, items } = block {
                self.list(kind, items, depth, parent);
            }
        }
    }

    fn unique(&mut self, wanted: &str) -> String {
        let mut anchor = wanted.to_owned();
        let mut more = 1;
        while !self.numbered.anchors.insert(anchor.clone()) {
            more += 1;
            anchor = format!("{wanted}-{more}");
        }
        anchor
    }

    fn label(
        &mut self,
        label: Option<&str>,
        number: String,
        anchor: &str,
        span: &crate::diagnostic::Span,
    ) {
        let Some(label) = label else { return };
        let known = self.numbered.labels.insert(label.to_owned(), (number, anchor.to_owned()));
        if known.is_some() {
            let found =
                Diagnostic::error(codes::LABEL, format!("the label `{label}` is given twice"));
            self.findings.push(found.at(span.clone()).help("give each its own name"));
        }
    }
}

/// `3.1.1 Text` or `1. Purpose` as number and rest: digits joined by points,
/// or digits and one point. The number keeps its last point.
fn written_number(text: &str) -> Option<(&str, &str)> {
    let (number, rest) = text.split_once([' ', '\u{a0}']).unwrap_or((text, ""));
    let bare = number.strip_suffix('.').unwrap_or(number);
    let digits = bare.split('.').all(|part| {
        !part.is_empty() && part.len() <= 4 && part.chars().all(|c| c.is_ascii_digit())
    });
    (digits && number.contains('.')).then(|| (number, rest.trim_start()))
}

/// a, b, … z, aa, ab, …
fn letter(at: usize) -> String {
    let own = char::from(b'a' + u8::try_from(at % 26).unwrap_or(0));
    if at < 26 { own.to_string() } else { format!("{}{own}", letter(at / 26 - 1)) }
}

fn roman(mut number: usize) -> String {
    const SIGNS: [(usize, &str); 9] = [
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut written = String::new();
    for (size, sign) in SIGNS {
        while number >= size {
            written.push_str(sign);
            number -= size;
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_lettered_and_numbered_as_in_papers() {
        assert_eq!([letter(0), letter(25), letter(26)], ["a", "z", "aa"]);
        assert_eq!([roman(1), roman(4), roman(9), roman(14)], ["i", "iv", "ix", "xiv"]);
    }

    #[test]
    fn written_numbers_are_digits_with_points() {
        assert_eq!(written_number("3.1.1 We"), Some(("3.1.1", "We")));
        assert_eq!(written_number("1. Purpose"), Some(("1.", "Purpose")));
        assert_eq!(written_number("15 units"), None);
        assert_eq!(written_number("2.1"), Some(("2.1", "")));
        assert_eq!(written_number("v1.2 x"), None);
    }
}
