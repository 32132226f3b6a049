//! Every narrative as a document, numbered, with its references filled in.

use super::people;
use crate::check::{self, Checker};
use crate::diagnostic::{Diagnostic, Findings, codes};
use crate::disclosure::{Page, Publication};
use crate::model::page::Numbering;
use crate::narrative::{self, Block, Counter, Document, Evaluator, Inline, Item, Numbered, Source};
use crate::strings::Strings;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The documents of a publication, in the order of its pages.
pub(super) struct Documents {
    /// A document for each page.
    pub(super) pages: Vec<PreparedPage>,
    /// An evaluator for each view.
    pub(super) evaluators: Vec<Evaluator>,
    /// A checker of typed numbers for each view.
    pub(super) checkers: Vec<Checker>,
    /// How many typed numbers the pages hold.
    pub(super) typed_numbers: usize,
}

/// A page's document.
pub(super) struct PreparedPage {
    pub(super) document: Document,
    pub(super) numbered: Numbered,
    /// The number of its chapter, if its edition's chapters are numbered.
    pub(super) chapter: Option<u32>,
}

impl Documents {
    pub(super) fn prepare(
        publication: &Arc<Publication>,
        strings: &Arc<Strings>,
        findings: &mut Findings,
    ) -> Self {
        let views = 0..publication.views.len();
        let evaluators: Vec<Evaluator> =
            views.map(|view| Evaluator::new(publication, view, strings)).collect();
        let parsed: Vec<_> =
            publication.pages.par_iter().map(|page| parse(page, &evaluators[page.view])).collect();
        let mut pages: Vec<PreparedPage> = Vec::with_capacity(parsed.len());
        for checked in parsed {
            findings.extend(checked.findings);
            let numbered = Numbered::default();
            pages.push(PreparedPage { document: checked.value, numbered, chapter: None });
        }
        let views = 0..publication.views.len();
        let checkers = views.into_par_iter().map(|view| Checker::new(publication, view, strings));
        let checkers = checkers.collect();
        let mut documents = Self { pages, evaluators, checkers, typed_numbers: 0 };
        for run in runs(publication) {
            documents.number(publication, &run, findings);
            documents.check(publication, &run, strings, findings);
        }
        people::check(publication, &documents, strings, findings);
        documents
    }

    /// Numbers the pages of one run, each going on from the one before.
    fn number(&mut self, publication: &Publication, run: &[usize], findings: &mut Findings) {
        let mut counter = Counter::default();
        for at in run {
            let page = &publication.pages[*at];
            let numbering = page.numbering;
            let is_chapter = page.edition.is_some() && !page.address.is_section();
            if is_chapter && numbering != Numbering::None {
                counter.begin_chapter(numbering);
            }
            let prepared = &mut self.pages[*at];
            prepared.numbered =
                narrative::number(&mut prepared.document, numbering, &mut counter, findings);
            prepared.chapter =
                counter.chapter().filter(|_| is_chapter && numbering != Numbering::None);
        }
        let labels = self.labels(publication, run);
        for at in run {
            let folder = publication.pages[*at].address.html();
            let mut fill = Fill { labels: &labels, here: &folder, findings };
            fill.document(&mut self.pages[*at].document);
        }
    }

    /// Checks the typed numbers of the pages of one run.
    fn check(
        &mut self,
        publication: &Publication,
        run: &[usize],
        strings: &Strings,
        findings: &mut Findings,
    ) {
        let read = |at: &usize| {
            let page = &publication.pages[*at];
            self.checkers[page.view].read(&source_of(page), &self.pages[*at].document)
        };
        let readings: Vec<_> = run.par_iter().map(read).collect();
        let mut claims = Vec::new();
        for reading in readings {
            findings.extend(reading.findings);
            claims.extend(reading.claims);
            self.typed_numbers += reading.numbers;
        }
        if let Some(page) = run.first().map(|at| &publication.pages[*at]) {
            check::conflicts(&claims, publication.view(page), strings, findings);
        }
    }

    /// The number and address of every label of a run.
    fn labels(
        &self,
        publication: &Publication,
        run: &[usize],
    ) -> BTreeMap<String, (String, String, String)> {
        let mut labels = BTreeMap::new();
        for at in run {
            let path = publication.pages[*at].address.html();
            for (label, (number, anchor)) in &self.pages[*at].numbered.labels {
                labels.insert(label.clone(), (number.clone(), path.clone(), anchor.clone()));
            }
        }
        labels
    }
}

fn parse(page: &Page, evaluator: &Evaluator) -> crate::diagnostic::Checked<Document> {
    narrative::parse(&source_of(page), page.numbering, evaluator)
}

pub(super) fn source_of(page: &Page) -> Source<'_> {
    Source { file: page.file.clone(), text: page.words(), start: Some(page.body) }
}

/// The runs of pages whose numbers go on from one to the next: the chapters of
/// an edition in order, and every other page alone.
fn runs(publication: &Publication) -> Vec<Vec<usize>> {
    let mut editions: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut runs = Vec::new();
    for (at, page) in publication.pages.iter().enumerate() {
        match page.edition {
            Some(edition) => editions.entry(edition).or_default().push(at),
            None => runs.push(vec![at]),
        }
    }
    for mut run in editions.into_values() {
        run.sort_by_key(|at| chapter_order(&publication.pages[*at]));
        runs.push(run);
    }
    runs
}

/// The place of a page among the chapters of its edition: the cover first.
pub(super) fn chapter_order(page: &Page) -> (bool, u32, String) {
    (
        !page.address.is_section(),
        page.front.order.unwrap_or(u32::MAX),
        page.address.folder().to_owned(),
    )
}

/// Fills in the numbers of references.
struct Fill<'a> {
    labels: &'a BTreeMap<String, (String, String, String)>,
    here: &'a str,
    findings: &'a mut Findings,
}

impl Fill<'_> {
    fn document(&mut self, document: &mut Document) {
        self.blocks(&mut document.blocks);
        document.footnotes.iter_mut().for_each(|note| self.blocks(&mut note.blocks));
    }

    fn blocks(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            match block {
                Block::Heading(heading) => self.words(&mut heading.words),
                Block::Paragraph(paragraph) => self.words(&mut paragraph.words),
                Block::List { items, .. } => {
                    items.iter_mut().for_each(|item: &mut Item| self.blocks(&mut item.blocks));
                }
                Block::Quotation(blocks) | Block::Callout(_, blocks) => self.blocks(blocks),
                Block::Table(table) => table
                    .head
                    .iter_mut()
                    .chain(table.rows.iter_mut().flatten())
                    .for_each(|cell| self.words(cell)),
                Block::Code(_) | Block::Rule | Block::Component(..) => {}
            }
        }
    }

    fn words(&mut self, words: &mut [Inline]) {
        for word in words {
            match word {
                Inline::Emphasis(words) | Inline::Strong(words) | Inline::Link { words, .. } => {
                    self.words(words);
                }
                Inline::Reference { label, found, span } => match self.labels.get(label) {
                    Some((number, path, anchor)) => {
                        let path = if path == self.here { String::new() } else { path.clone() };
                        *found = Some((number.clone(), format!("{path}#{anchor}")));
                    }
                    None => {
                        let known = self.labels.keys().map(String::as_str);
                        let unknown = Diagnostic::error(
                            codes::LABEL,
                            format!("nothing is labelled `{label}`"),
                        );
                        self.findings.push(unknown.at(span.clone()).suggest(label, known).note(
                            format!("a paragraph gets a label from `{{#{label}}}` at its end"),
                        ));
                    }
                },
                _ => {}
            }
        }
    }
}
