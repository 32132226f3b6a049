//! What an author can do, without meaning to, that shuts readers out: readers
//! who do not see a page, who see it otherwise, or who hear it read aloud.
//!
//! The theme looks after what templates do. What is left is words: of pictures,
//! headings, links and tables, and words that lean on how a page looks. Each
//! rule is one of the Web Content Accessibility Guidelines (WCAG 2.2), named in
//! the file that keeps it. What is found is a warning, and an error where a
//! reader is told nothing at all.
//!
//! Precise before complete: a rule that is often mistaken is soon ignored.

mod by_look;
mod capitals;
mod headings;
mod language;
mod languages;
mod layout;
mod links;
mod lists;
mod phrases;
mod pictures;
mod signs;
mod stress;
mod tables;
#[cfg(test)]
mod tests;
mod words;

use super::passage::Passage;
use crate::diagnostic::{Diagnostic, Findings, Part, Span};
use crate::model::Text;
use crate::narrative::{Block, BlockSpec, CalloutKind, Document, Inline, Source, plain_text};
use crate::strings::Strings;
use language::Languages;
use phrases::Lists;
use std::collections::BTreeMap;
use std::ops::Range;

/// Reads words for what shuts readers out.
pub struct Access {
    lists: Lists,
    languages: Languages,
    language: String,
}

impl Access {
    /// For pages in the language of `strings`.
    pub fn new(strings: &Strings) -> Self {
        let language = strings.language().to_owned();
        Self { lists: Lists::new(strings), languages: Languages::except(&language), language }
    }

    /// What is found in `document`, which was parsed from `source`.
    pub fn read(&self, source: &Source<'_>, document: &Document) -> Findings {
        let mut reader = Reader::new(self, source);
        reader.document(document);
        reader.findings
    }

    /// What is found in a title or a summary, which is `words` and stands at
    /// `span`.
    pub fn title(&self, words: &str, span: &Span) -> Findings {
        let source = Source { file: span.file.clone(), text: "", start: None };
        let mut reader = Reader::new(self, &source);
        let passage = Passage::plain(words);
        reader.passage(&passage, Within::Heading, &|_| span.clone());
        reader.findings
    }
}

/// Where words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Within {
    Heading,
    Paragraph,
    Cell,
}

/// Where bytes of a passage stand in the author's file.
type Place<'p> = &'p dyn Fn(Range<usize>) -> Span;

/// Reads one document.
struct Reader<'r> {
    access: &'r Access,
    source: &'r Source<'r>,
    findings: Findings,
    /// The file of each alternative text on the page.
    pictures: BTreeMap<String, String>,
    /// Where the words of each link lead.
    links: BTreeMap<String, String>,
}

impl<'r> Reader<'r> {
    fn new(access: &'r Access, source: &'r Source<'r>) -> Self {
        let (pictures, links) = Default::default();
        Self { access, source, findings: Findings::new(), pictures, links }
    }

    fn document(&mut self, document: &Document) {
        self.headings(&document.blocks);
        self.stress(&document.blocks);
        self.blocks(&document.blocks);
        document.footnotes.iter().for_each(|note| self.blocks(&note.blocks));
    }

    fn blocks(&mut self, blocks: &[Block]) {
        self.bulleted(blocks);
        for (at, block) in blocks.iter().enumerate() {
            match block {
                Block::Heading(heading) => self.words(&heading.words, Within::Heading),
                Block::Paragraph(paragraph) => {
                    self.pictures(&paragraph.words, &beside(blocks, at));
                    self.blank(&paragraph.words, &paragraph.span);
                    self.words(&paragraph.words, Within::Paragraph);
                }
                Block::List { items, .. } => {
                    items.iter().for_each(|item| self.blocks(&item.blocks));
                }
                // A note is never published.
                Block::Callout(CalloutKind::Unwritten, _) => {}
                Block::Quotation(blocks) | Block::Callout(_, blocks) => self.blocks(blocks),
                Block::Table(table) => self.table(table),
                Block::Component(spec, span) => self.component(spec, span),
                Block::Code(code) => self.drawn(code),
                Block::Rule => {}
            }
        }
    }

    /// Words of a heading, a paragraph or a cell.
    fn words(&mut self, words: &[Inline], within: Within) {
        self.links(words);
        self.bare_addresses(words);
        let (passage, source) = (Passage::of(words), self.source);
        if within == Within::Paragraph {
            self.made_up_list(&passage);
        }
        self.passage(&passage, within, &|bytes| passage.span(source, bytes));
    }

    fn passage(&mut self, passage: &Passage<'_>, within: Within, place: Place<'_>) {
        let words = words::words(&passage.text);
        self.capitals(passage, &words, within, place);
        self.languages(passage, &words, place);
        self.by_look(passage, &words, place);
        self.spaced(passage, &words, place);
        self.entities(passage, place);
        self.signs(passage, &words, within, place);
    }

    /// The words of a block, as its author wrote them.
    fn component(&mut self, spec: &BlockSpec, span: &Span) {
        let (title, text) = match spec.bare() {
            BlockSpec::Chart(chart) => (&chart.title, &chart.text),
            BlockSpec::Outcomes(card) => (&card.title, &None),
            _ => return,
        };
        for (text, within) in [(title, Within::Heading), (text, Within::Paragraph)] {
            let Some(text) = text else { continue };
            let (words, span) = self.in_block(text, span);
            self.passage(&Passage::plain(&words), within, &|_| span.clone());
        }
    }

    /// The words of a text in the block at `span`, and where they begin.
    fn in_block(&self, text: &Text, span: &Span) -> (String, Span) {
        let words = text.in_language(&self.access.language).to_owned();
        let Part::Bytes { start, .. } = span.part else { return (words, span.clone()) };
        let start = start.saturating_sub(self.source.start.unwrap_or(0));
        let first = words.lines().next().unwrap_or_default().to_owned();
        let found = self.source.text.get(start..).and_then(|text| text.find(&first));
        let found = found.map(|at| self.source.span(start + at..start + at + first.len()));
        (words, found.unwrap_or_else(|| span.clone()))
    }

    fn find(&mut self, found: Diagnostic, span: Span) {
        self.findings.push(found.at(span));
    }
}

/// The words before and behind the block at `at`.
fn beside(blocks: &[Block], at: usize) -> Vec<String> {
    let near = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
    let near = near.filter_map(|at| match blocks.get(at)? {
        Block::Paragraph(paragraph) => Some(pictures::said(&paragraph.words)),
        Block::Heading(heading) => Some(plain_text(&heading.words)),
        _ => None,
    });
    near.map(|text| words::bare(&text)).collect()
}
