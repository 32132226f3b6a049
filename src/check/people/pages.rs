//! Through the words of a page, quotations too.

use super::{Found, People, Small, exception_for};
use crate::check::passage::Passage;
use crate::diagnostic::{Part, Span};
use crate::model::Text;
use crate::model::place::Place;
use crate::narrative::{
    Block, BlockSpec, CalloutKind, Document, Inline, Labelled, Numbered, Source,
};
use std::collections::BTreeMap;
use std::ops::Range;

/// Stands for the anchor of words in a block, which has none.
const IN_A_BLOCK: &str = "{}";

/// Reads one page.
struct Reader<'r> {
    people: &'r People,
    source: &'r Source<'r>,
    language: &'r str,
    /// The folder the page is published in.
    folder: &'r str,
    /// The number and anchor of each label.
    labels: &'r BTreeMap<String, Labelled>,
    small: Small,
}

impl People {
    /// The small groups in `document`, which is published in `folder`.
    pub fn on_page(
        &self,
        source: &Source<'_>,
        (document, numbered): (&Document, &Numbered),
        folder: &str,
        language: &str,
    ) -> Small {
        let (small, labels) = (Small::default(), &numbered.labels);
        let mut reader = Reader { people: self, source, language, folder, labels, small };
        reader.blocks(&document.blocks, None);
        document.footnotes.iter().for_each(|note| reader.blocks(&note.blocks, None));
        reader.small
    }
}

impl Reader<'_> {
    fn blocks(&mut self, blocks: &[Block], around: Option<&str>) {
        for block in blocks {
            match block {
                Block::Heading(heading) => self.words(&heading.words, Some(&heading.anchor)),
                Block::Paragraph(paragraph) => {
                    self.words(&paragraph.words, paragraph.anchor.as_deref().or(around));
                }
                Block::List { items, .. } => {
                    for item in items {
                        self.blocks(&item.blocks, item.anchor.as_deref().or(around));
                    }
                }
                Block::Table(table) => {
                    let cells = table.head.iter().chain(table.rows.iter().flatten());
                    cells.for_each(|cell| self.words(cell, around));
                }
                // A note is never published.
                Block::Callout(CalloutKind::Unwritten, _) => {}
                Block::Quotation(blocks) | Block::Callout(_, blocks) => {
                    self.blocks(blocks, around);
                }
                Block::Component(spec, span) => self.component(spec, span),
                Block::Code(_) | Block::Rule => {}
            }
        }
    }

    fn component(&mut self, spec: &BlockSpec, span: &Span) {
        match spec {
            BlockSpec::Chart(chart) => {
                [&chart.title, &chart.text]
                    .into_iter()
                    .flatten()
                    .for_each(|text| self.text(text, span));
            }
            BlockSpec::Quote(quote) => {
                self.text(&quote.words, span);
                quote.who.iter().for_each(|who| self.speaker(who, span));
            }
            _ => {}
        }
    }

    fn words(&mut self, words: &[Inline], anchor: Option<&str>) {
        let (passage, source) = (Passage::of(words), self.source);
        let found = self.people.groups(&passage);
        self.report(found, anchor, |bytes| passage.span(source, bytes));
    }

    fn text(&mut self, text: &Text, span: &Span) {
        let words = text.in_language(self.language);
        let span = self.line_of(words, span);
        let found = self.people.groups(&Passage::plain(words));
        self.report(found, Some(IN_A_BLOCK), |_| span.clone());
    }

    /// Who said something, read as if an article stood before it: `Girl, 14`.
    fn speaker(&mut self, who: &Text, span: &Span) {
        let who = who.in_language(self.language);
        let span = self.line_of(who, span);
        let bare = |said: &str| said.strip_prefix("a ").unwrap_or(said).to_owned();
        let found = self.people.groups(&Passage::plain(&format!("a {who}"))).into_iter();
        let found = found.map(|found| Found {
            group: bare(&found.group),
            sentence: bare(&found.sentence),
            ..found
        });
        self.report(found.collect(), Some(IN_A_BLOCK), |_| span.clone());
    }

    /// Where the first line of `words` stands in the block at `span`.
    fn line_of(&self, words: &str, span: &Span) -> Span {
        let Part::Bytes { start, .. } = span.part else { return span.clone() };
        let start = start.saturating_sub(self.source.start.unwrap_or(0));
        let first = words.lines().next().unwrap_or_default();
        let found = self.source.text.get(start..).and_then(|text| text.find(first));
        found.map_or_else(
            || span.clone(),
            |at| self.source.span(start + at..start + at + first.len()),
        )
    }

    fn report(
        &mut self,
        found: Vec<Found>,
        anchor: Option<&str>,
        span: impl Fn(Range<usize>) -> Span,
    ) {
        let exception = self.people.exception(|place| self.is_at(place, anchor));
        for found in found {
            match exception {
                Some(exception) => drop(self.small.needed.insert(exception)),
                None => {
                    let told = found.tell(&self.how(&found, anchor));
                    self.small.findings.push(told.at(span(found.bytes.clone())));
                }
            }
        }
    }

    /// Whether `place` is the paragraph at `anchor`, by its anchor or its label.
    fn is_at(&self, place: &Place, anchor: Option<&str>) -> bool {
        let Place::Prose { page, anchor: named } = place else { return false };
        let labelled = self.labels.get(named).map_or(named, |labelled| &labelled.anchor);
        page == self.folder && (Some(named.as_str()) == anchor || Some(labelled.as_str()) == anchor)
    }

    /// How an officer lets the words stand. A label stays where it is when
    /// paragraphs get other numbers.
    fn how(&self, found: &Found, anchor: Option<&str>) -> String {
        if anchor == Some(IN_A_BLOCK) {
            return format!("`accept: {{{}: why}}` in the front matter", found.code());
        }
        let label =
            self.labels.iter().find(|(_, labelled)| Some(labelled.anchor.as_str()) == anchor);
        match label {
            Some((label, _)) => exception_for(&format!("prose/{}#{label}", self.folder)),
            None => {
                let exception = exception_for(&format!("prose/{}#LABEL", self.folder));
                format!("`{{#LABEL}}` at the end of the paragraph, and {exception}")
            }
        }
    }
}
