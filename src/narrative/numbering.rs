//! Numbers and anchors of paragraphs, items and headings, decided once.

mod lists;
mod written;

use super::tree::{Block, Document, Heading, Paragraph, plain_text};
use crate::diagnostic::{Diagnostic, Findings, Span, codes};
use crate::model::id::slugify;
use crate::model::page::Numbering;
use lists::Under;
pub use lists::letter;
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
    /// What each label names.
    pub labels: BTreeMap<String, Labelled>,
}

/// What a label names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labelled {
    /// What it is.
    pub kind: LabelKind,
    /// Its number, or the words of a heading that has none.
    pub number: String,
    /// Its anchor.
    pub anchor: String,
}

/// What a label is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelKind {
    /// A numbered paragraph, or an item under it: `16`, `16(b)`.
    Paragraph,
    /// A recommendation under no number: `(b)`.
    Recommendation,
    /// A numbered heading.
    Section,
    /// A heading without a number, known by its words.
    Heading,
    /// Something without a number.
    Bare,
}

/// Numbers `document`, going on from where `counter` stands.
pub fn number(
    document: &mut Document,
    numbering: Numbering,
    counter: &mut Counter,
    findings: &mut Findings,
) -> Numbered {
    let mut numbered = Numbered::default();
    number_beside(document, numbering, counter, &mut numbered, findings);
    numbered
}

/// Numbers `document`, which stands on one page with what `numbered` was found
/// in: its anchors and labels are added there.
pub fn number_beside(
    document: &mut Document,
    numbering: Numbering,
    counter: &mut Counter,
    numbered: &mut Numbered,
    findings: &mut Findings,
) {
    let mut pass = Pass { numbering, counter, findings, numbered, last: None };
    pass.blocks(&mut document.blocks);
}

struct Pass<'a> {
    numbering: Numbering,
    counter: &'a mut Counter,
    findings: &'a mut Findings,
    numbered: &'a mut Numbered,
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
                    self.list(kind, items, &Under::paragraph(self.last.as_deref()));
                }
                _ => {}
            }
        }
    }

    fn heading(&mut self, heading: &mut Heading) {
        heading.number = match self.numbering {
            _ if heading.unnumbered => None,
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
        let kind = if heading.number.is_some() { LabelKind::Section } else { LabelKind::Heading };
        let number = heading.number.as_ref().map(|number| number.trim_end_matches('.').to_owned());
        let number = number.unwrap_or(words);
        self.label(heading.label.as_deref(), kind, number, &heading.anchor, &heading.span);
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
        if let Some(number) = &bare {
            self.last = Some(number.clone());
            paragraph.anchor = Some(self.unique(&format!("para-{number}")));
        } else if let Some(label) = &paragraph.label {
            paragraph.anchor = Some(self.unique(label));
        }
        let kind = if bare.is_some() { LabelKind::Paragraph } else { LabelKind::Bare };
        let anchor = paragraph.anchor.as_deref().unwrap_or_default();
        let label = paragraph.label.as_deref();
        self.label(label, kind, bare.unwrap_or_default(), anchor, &paragraph.span);
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
        kind: LabelKind,
        number: String,
        anchor: &str,
        span: &Span,
    ) {
        let Some(label) = label else { return };
        let labelled = Labelled { kind, number, anchor: anchor.to_owned() };
        let known = self.numbered.labels.insert(label.to_owned(), labelled);
        if known.is_some() {
            let found =
                Diagnostic::error(codes::LABEL, format!("the label `{label}` is given twice"));
            self.findings.push(found.at(span.clone()).help("give each its own name"));
        }
    }
}
