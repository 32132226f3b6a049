//! What cross-references say, and where they lead: `paragraph 3.1.2`, `Annex 1`.

use crate::diagnostic::{Diagnostic, Findings, Span, codes};
use crate::narrative::{Block, Document, Inline, Item, LabelKind, Labelled, RefersTo};
use crate::strings::Strings;
use std::collections::BTreeMap;

/// What a label names, and on which page.
pub(super) struct Cited {
    labelled: Labelled,
    /// The page.
    path: String,
}

impl Cited {
    pub(super) fn new(labelled: &Labelled, path: &str) -> Self {
        Self { labelled: labelled.clone(), path: path.to_owned() }
    }

    /// What is said of it, where it can be said.
    fn words(&self, strings: &Strings) -> Option<String> {
        let number = self.labelled.number.as_str();
        let key = match self.labelled.kind {
            LabelKind::Paragraph => "para.one",
            LabelKind::Section => "para.section",
            LabelKind::Recommendation => "para.recommendation",
            LabelKind::Heading => return Some(number.to_owned()),
            LabelKind::Bare => return None,
        };
        Some(strings.say(key, &[("number", number)]))
    }

    /// Where it is, seen from `here`.
    fn target(&self, here: &str) -> String {
        let path = if self.path == here { "" } else { &self.path };
        format!("{path}#{}", self.labelled.anchor)
    }
}

/// Fills in what references say and where they lead.
pub(super) struct Fill<'a> {
    pub(super) known: Known<'a>,
    pub(super) strings: &'a Strings,
    pub(super) findings: &'a mut Findings,
}

/// What references can name where they stand.
pub(super) enum Known<'a> {
    /// Those of a page.
    Page {
        /// What the labels of the page, or of its edition, name.
        labels: &'a BTreeMap<String, Cited>,
        /// The label and address of each appendix of the page that has a name.
        appendices: &'a BTreeMap<String, (String, String)>,
        /// The page.
        here: &'a str,
    },
    /// Words of a record stand on many pages, and know of none.
    Nothing,
}

impl Fill<'_> {
    pub(super) fn document(&mut self, document: &mut Document) {
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
                Inline::Reference { to, label, found, span } => {
                    *found = match to {
                        RefersTo::Paragraph => self.paragraph(label, span),
                        RefersTo::Appendix => self.appendix(label, span),
                    };
                }
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, label: &str, span: &Span) -> Option<(String, String)> {
        let Known::Page { labels, here, .. } = self.known else { return self.refuse(span) };
        let Some(cited) = labels.get(label) else {
            let found = refuse(format!("nothing is labelled `{label}`"), span);
            self.findings.push(
                found
                    .suggest(label, labels.keys().map(String::as_str))
                    .note(format!("a paragraph gets a label from `{{#{label}}}` at its end")),
            );
            return None;
        };
        let words = cited.words(self.strings);
        if words.is_none() {
            let found = refuse(format!("what is labelled `{label}` has no number"), span);
            self.findings.push(found.help(format!(
                "link to it instead, as in `[words](#{label})`, or number the page's paragraphs"
            )));
        }
        Some((words?, cited.target(here)))
    }

    fn appendix(&mut self, label: &str, span: &Span) -> Option<(String, String)> {
        let Known::Page { appendices, .. } = self.known else { return self.refuse(span) };
        let found = appendices.get(label).cloned();
        if found.is_none() {
            let unknown = refuse(format!("no appendix of this page has the id `{label}`"), span);
            self.findings.push(
                unknown
                    .suggest(label, appendices.keys().map(String::as_str))
                    .note(format!("an appendix gets a name from `id: {label}` beside its title")),
            );
        }
        found
    }

    fn refuse(&mut self, span: &Span) -> Option<(String, String)> {
        let message = "only words of a page can refer to its paragraphs and appendices";
        let help = "name the page and give its address as a link, or say it on the page itself";
        self.findings.push(refuse(message.to_owned(), span).help(help));
        None
    }
}

fn refuse(message: String, span: &Span) -> Diagnostic {
    Diagnostic::error(codes::LABEL, message).at(span.clone())
}
