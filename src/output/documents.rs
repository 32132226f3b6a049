//! Every narrative as a document, numbered, with its references filled in.

use super::cited::{Cited, Fill, Known};
use super::papers::{self, Asked};
use super::{access, people};
use crate::check::{self, Access, Checker};
use crate::diagnostic::Findings;
use crate::disclosure::{Page, Publication};
use crate::model::page::Numbering;
use crate::narrative::{self, Counter, Document, Evaluator, Numbered, Source};
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
    /// Reads words for what shuts readers out.
    pub(super) access: Access,
    /// How many typed numbers the pages hold.
    pub(super) typed_numbers: usize,
}

/// A page's document.
pub(super) struct PreparedPage {
    pub(super) document: Document,
    pub(super) numbered: Numbered,
    /// The number of its chapter, if its edition's chapters are numbered.
    pub(super) chapter: Option<u32>,
    /// What the paper asks of the body it goes to, if it does.
    pub(super) asked: Option<Asked>,
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
        for (checked, page) in parsed.into_iter().zip(&publication.pages) {
            findings.extend(checked.findings);
            let (numbered, evaluator) = (Numbered::default(), &evaluators[page.view]);
            let asked = Asked::of(publication, page, evaluator, strings, findings);
            pages.push(PreparedPage { document: checked.value, numbered, chapter: None, asked });
        }
        let views = 0..publication.views.len();
        let checkers = views.into_par_iter().map(|view| Checker::new(publication, view, strings));
        let checkers = checkers.collect();
        let access = Access::new(strings);
        let mut documents = Self { pages, evaluators, checkers, access, typed_numbers: 0 };
        for run in runs(publication) {
            documents.number(publication, &run, strings, findings);
            documents.check(publication, &run, strings, findings);
        }
        people::check(publication, &documents, strings, findings);
        access::check(publication, &documents, strings, findings);
        for page in &mut documents.pages {
            page.asked.iter_mut().for_each(|asked| asked.rejoin(&mut page.document));
        }
        documents
    }

    /// Numbers the pages of one run, each going on from the one before.
    fn number(
        &mut self,
        publication: &Publication,
        run: &[usize],
        strings: &Strings,
        findings: &mut Findings,
    ) {
        let mut counter = Counter::default();
        for at in run {
            let page = &publication.pages[*at];
            let numbering = page.numbering;
            let is_chapter = page.edition.is_some() && !page.address.is_section();
            if is_chapter && numbering != Numbering::None {
                counter.begin_chapter(numbering);
            }
            let prepared = &mut self.pages[*at];
            prepared.number(publication, page, &mut counter, findings);
            prepared.chapter =
                counter.chapter().filter(|_| is_chapter && numbering != Numbering::None);
        }
        let labels = self.labels(publication, run);
        for at in run {
            let page = &publication.pages[*at];
            let appendices = papers::named_appendices(publication, page, strings, findings);
            let here = page.address.html();
            let known = Known::Page { labels: &labels, appendices: &appendices, here: &here };
            let mut fill = Fill { known, strings, findings };
            self.pages[*at].fill(&mut fill);
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
        for page in run.iter().map(|at| &publication.pages[*at]) {
            let known = (&self.checkers[page.view], &self.access, &self.evaluators[page.view]);
            self.typed_numbers += papers::check_asked(page, known, strings, findings);
        }
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

    /// What every label of a run names, and on which page.
    fn labels(&self, publication: &Publication, run: &[usize]) -> BTreeMap<String, Cited> {
        let mut labels = BTreeMap::new();
        for at in run {
            let path = publication.pages[*at].address.html();
            for (label, labelled) in &self.pages[*at].numbered.labels {
                labels.insert(label.clone(), Cited::new(labelled, &path));
            }
        }
        labels
    }
}

impl PreparedPage {
    /// Numbers the page, and what it asks with it.
    fn number(
        &mut self,
        publication: &Publication,
        page: &Page,
        counter: &mut Counter,
        findings: &mut Findings,
    ) {
        if let Some(asked) = &mut self.asked {
            asked.join(publication, page, &mut self.document, findings);
        }
        self.numbered = narrative::number(&mut self.document, page.numbering, counter, findings);
        if let Some(asked) = &mut self.asked {
            asked.letter(&mut self.numbered, findings);
            asked.part(&mut self.document);
        }
    }

    fn fill(&mut self, fill: &mut Fill<'_>) {
        fill.document(&mut self.document);
        self.asked.iter_mut().for_each(|asked| fill.document(&mut asked.document));
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
