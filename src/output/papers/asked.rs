//! What a paper asks of the body it goes to: recommendations that can be cited.
//!
//! They are part of the document tree, so that their letters, and the number of
//! the paragraph they stand under, are the same on every page and sheet.

use crate::check::{Access, Checker};
use crate::diagnostic::{Diagnostic, Findings, Span, codes};
use crate::disclosure::{Page, Publication};
use crate::model::Text;
use crate::model::page::Numbering;
use crate::model::paper::{PaperTemplate, RecommendationPlace};
use crate::narrative::{
    self, Block, Counter, Document, Evaluator, Heading, Item, ListKind, Numbered, Source,
    plain_text,
};
use crate::strings::Strings;
use std::ops::Range;

/// A paper's recommendations.
#[derive(Default)]
pub(in crate::output) struct Asked {
    /// Their heading.
    pub(super) heading: String,
    /// What stands before them.
    pub(super) lead: String,
    /// A list of them; those below the words are a part of the page's document.
    pub(in crate::output) document: Document,
    /// Where in the page's document they stand, if they do.
    part: Option<Range<usize>>,
}

/// The template that a page names.
pub(in crate::output) fn template<'a>(
    publication: &'a Publication,
    page: &Page,
) -> Option<&'a PaperTemplate> {
    page.front.template.as_ref().and_then(|name| publication.papers.get(name))
}

impl Asked {
    /// The recommendations of `page`, parsed; none if it has none.
    pub(in crate::output) fn of(
        publication: &Publication,
        page: &Page,
        evaluator: &Evaluator,
        strings: &Strings,
        findings: &mut Findings,
    ) -> Option<Self> {
        let texts = &page.front.recommendations;
        if texts.is_empty() {
            return None;
        }
        let items = texts.iter().map(|text| item(page, text, evaluator, strings, findings));
        let list = Block::List { kind: ListKind::Letters, items: items.collect() };
        let (heading, lead) = words(publication, page, strings);
        let document = Document { blocks: vec![list], footnotes: Vec::new() };
        Some(Self { heading, lead, document, part: None })
    }

    /// Whether they stand below the words of `page`.
    fn is_foot(publication: &Publication, page: &Page) -> bool {
        let place = template(publication, page).and_then(|one| one.recommendations.place);
        place == Some(RecommendationPlace::Foot)
    }

    /// Puts those that stand below the words into `document`, to be numbered
    /// with it: below the author's own heading for them, or last.
    pub(in crate::output) fn join(
        &mut self,
        publication: &Publication,
        page: &Page,
        document: &mut Document,
        findings: &mut Findings,
    ) {
        let own = self.own_heading(document);
        if let Some((heading, false)) = own {
            findings.push(twice(&document.blocks, heading));
        }
        if !Self::is_foot(publication, page) {
            return;
        }
        let at = own.map_or(document.blocks.len(), |(heading, _)| heading + 1);
        let span = Span::words(page.file.clone(), "recommendations:");
        let mut blocks = vec![Block::paragraph(&self.lead, span.clone())];
        blocks.append(&mut self.document.blocks);
        if own.is_none() {
            blocks.insert(0, Block::heading(2, &self.heading, span));
        }
        self.part = Some(at..at + blocks.len());
        document.blocks.splice(at..at, blocks);
    }

    /// The author's own heading for them, as its place among the blocks, and
    /// whether nothing stands beneath it.
    fn own_heading(&self, document: &Document) -> Option<(usize, bool)> {
        let wanted = self.heading.to_lowercase();
        let is_own = |heading: &Heading| plain_text(&heading.words).trim().to_lowercase() == wanted;
        let at = document
            .blocks
            .iter()
            .position(|block| matches!(block, Block::Heading(heading) if is_own(heading)))?;
        Some((at, super::headings::is_empty(&document.blocks, at)))
    }

    /// Takes them out again, so that the checks that read a page's own words
    /// do not look for them there.
    pub(in crate::output) fn part(&mut self, document: &mut Document) {
        if let Some(part) = self.part.clone() {
            self.document.blocks = document.blocks.splice(part, []).collect();
        }
    }

    /// Puts them back, numbered.
    pub(in crate::output) fn rejoin(&mut self, document: &mut Document) {
        if let Some(part) = &self.part {
            let blocks = std::mem::take(&mut self.document.blocks);
            document.blocks.splice(part.start..part.start, blocks);
        }
    }

    /// Letters those that stand above the words.
    pub(in crate::output) fn letter(&mut self, numbered: &mut Numbered, findings: &mut Findings) {
        if self.part.is_none() {
            let mut counter = Counter::default();
            let document = &mut self.document;
            narrative::number_beside(document, Numbering::None, &mut counter, numbered, findings);
        }
    }

    /// Whether they stand above the words.
    pub(super) fn is_above(&self) -> bool {
        self.part.is_none()
    }

    /// Each of them, lettered; those below the words are in the page's `document`.
    pub(super) fn items<'d>(&'d self, document: &'d Document) -> &'d [Item] {
        let blocks = match &self.part {
            Some(part) => document.blocks.get(part.clone()).unwrap_or_default(),
            None => &self.document.blocks,
        };
        match blocks.last() {
            Some(Block::List { items, .. }) => items,
            _ => &[],
        }
    }
}

/// Checks the words and typed numbers of a page's recommendations, and tells how
/// many numbers there are.
pub(in crate::output) fn check_numbers(
    page: &Page,
    (checker, access, evaluator): (&Checker, &Access, &Evaluator),
    strings: &Strings,
    findings: &mut Findings,
) -> usize {
    let mut numbers = 0;
    for text in &page.front.recommendations {
        let source = source(page, text, strings);
        let parsed = narrative::parse(&source, Numbering::None, evaluator);
        let reading = checker.read(&source, &parsed.value);
        findings.extend(reading.findings);
        findings.extend(access.read(&source, &parsed.value));
        numbers += reading.numbers;
    }
    numbers
}

fn source<'t>(page: &Page, text: &'t Text, strings: &'t Strings) -> Source<'t> {
    Source::in_yaml(&page.file, text.in_language(strings.language()))
}

/// One recommendation.
fn item(
    page: &Page,
    text: &Text,
    evaluator: &Evaluator,
    strings: &Strings,
    findings: &mut Findings,
) -> Item {
    let source = source(page, text, strings);
    let parsed = narrative::parse(&source, Numbering::None, evaluator);
    findings.extend(parsed.findings);
    if !parsed.value.footnotes.is_empty() {
        let found = Diagnostic::error(codes::FOOTNOTE, "a recommendation cannot have a footnote");
        let span = source.span(0..source.text.len());
        findings.push(found.at(span).help("say it in the words of the paper"));
    }
    Item { mark: None, anchor: None, blocks: parsed.value.blocks }
}

/// The heading of a page's recommendations, and what stands before them.
fn words(publication: &Publication, page: &Page, strings: &Strings) -> (String, String) {
    let language = strings.language();
    let style = template(publication, page).map(|template| &template.recommendations);
    let own = |text: Option<&Text>| text.map(|text| text.in_language(language).to_owned());
    let count = page.front.recommendations.len();
    let heading = own(style.and_then(|style| style.heading.as_ref()))
        .unwrap_or_else(|| strings.count("paper.recommendations", count, &[]));
    let body = own(page.front.body.as_ref());
    let lead = match (own(style.and_then(|style| style.lead.as_ref())), &body) {
        (Some(lead), body) => lead.replace("{body}", body.as_deref().unwrap_or_default()),
        (None, Some(body)) => strings.say("paper.recommended", &[("body", body)]),
        (None, None) => strings.say("paper.recommended_to_you", &[]),
    };
    (heading, lead)
}

fn twice(blocks: &[Block], at: usize) -> Diagnostic {
    let message = "the recommendations stand in the front matter and under a heading of their own";
    let found = Diagnostic::error(codes::RECOMMENDED_TWICE, message);
    let help = "keep one of the two: those of the front matter are lettered, and stand where the template says";
    match blocks.get(at) {
        Some(Block::Heading(heading)) => found.at(heading.span.clone()).help(help),
        _ => found.help(help),
    }
}
