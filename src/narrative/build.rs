//! From Markdown events to the document tree.

use super::Source;
use super::evaluate::Evaluator;
use super::inline::Inlines;
use super::labels;
use super::mask::{Masked, mask};
use super::table;
use super::tree::{
    Block, CalloutKind, Document, Footnote, Heading, Inline, Item, ListKind, Paragraph, TableBlock,
};
use super::unwritten;
use crate::diagnostic::{Checked, Diagnostic, Findings, Span, codes};
use crate::model::page::Numbering;
use pulldown_cmark::{
    Alignment, BlockQuoteKind, Event, HeadingLevel, OffsetIter, Options, Parser, Tag, TagEnd,
};
use std::collections::BTreeMap;
use std::iter::Peekable;
use std::ops::Range;

/// What is read as Markdown.
pub(super) const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_GFM);

/// Parses `source`, with each inline value evaluated by `evaluator`.
pub fn parse(
    source: &Source<'_>,
    numbering: Numbering,
    evaluator: &Evaluator,
) -> Checked<Document> {
    let mut findings = Findings::new();
    let masked = mask(source, numbering == Numbering::Manual, &mut findings);
    let events = || Parser::new_ext(&masked.text, OPTIONS).into_offset_iter();
    if let Some(place) = too_deep(events()) {
        let found = Diagnostic::error(codes::TOO_LARGE, "it is nested too deeply to be read");
        let help = "take some of the lists, quotations or signs around it away";
        findings.push(found.at(source.span(place)).help(help));
        return Checked { value: Document::default(), findings };
    }
    let events = events().peekable();
    let mut builder = Builder {
        source,
        masked: &masked,
        evaluator,
        events,
        findings: &mut findings,
        calls: Vec::new(),
        notes: BTreeMap::new(),
    };
    let blocks = builder.blocks(None);
    let footnotes = builder.footnotes();
    let document = Document { blocks, footnotes };
    labels::check_headings(&document, &mut findings);
    Checked { value: document, findings }
}

/// Deeper than any document; a guard for the reader's stack.
const DEEPEST: usize = 64;

/// The first place that is nested too deeply.
fn too_deep(events: OffsetIter<'_>) -> Option<Place> {
    let mut depth: usize = 0;
    for (event, place) in events {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return Some(place);
        }
    }
    None
}

pub(super) struct Builder<'a, 'f> {
    pub(super) source: &'a Source<'a>,
    pub(super) masked: &'a Masked,
    pub(super) evaluator: &'a Evaluator,
    events: Peekable<OffsetIter<'a>>,
    pub(super) findings: &'f mut Findings,
    /// The labels of footnotes in the order they are first called.
    pub(super) calls: Vec<String>,
    notes: BTreeMap<String, (Vec<Block>, Range<usize>)>,
}

pub(super) type Place = Range<usize>;

impl<'a> Builder<'a, '_> {
    pub(super) fn next(&mut self) -> Option<(Event<'a>, Place)> {
        self.events.next()
    }

    /// Blocks until the end of `tag`.
    fn blocks(&mut self, tag: Option<TagEnd>) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some((event, _)) = self.events.peek() {
            match event {
                Event::End(end) if Some(*end) == tag => {
                    self.next();
                    break;
                }
                event if is_inline(event) => blocks.push(self.loose_words()),
                _ => blocks.extend(self.block()),
            }
        }
        blocks
    }

    /// Words that stand in a tight list item without a paragraph.
    fn loose_words(&mut self) -> Block {
        let place = self.events.peek().map_or(0..0, |(_, place)| place.clone());
        let mut inlines = Inlines::new(self);
        inlines.until_block();
        let words = inlines.finish();
        self.paragraph(words, place)
    }

    pub(super) fn peek_is_inline(&mut self) -> bool {
        self.events.peek().is_some_and(|(event, _)| is_inline(event))
    }

    fn block(&mut self) -> Option<Block> {
        let (event, place) = self.next()?;
        match event {
            Event::Start(tag) => self.started(tag, place),
            Event::Rule => Some(Block::Rule),
            Event::Html(_) | Event::InlineHtml(_) => {
                self.refuse_html(place);
                None
            }
            _ => None,
        }
    }

    fn started(&mut self, tag: Tag<'a>, place: Place) -> Option<Block> {
        match tag {
            Tag::Paragraph => {
                let words = self.words(TagEnd::Paragraph);
                Some(self.paragraph(words, place))
            }
            Tag::Heading { level, .. } => Some(self.heading(level, place)),
            Tag::BlockQuote(kind) => Some(self.quotation(kind, place)),
            Tag::CodeBlock(kind) => self.fence(&kind, place),
            Tag::List(first) => Some(self.list(first)),
            Tag::Table(alignments) => Some(self.table(&alignments, place)),
            Tag::FootnoteDefinition(label) => {
                let blocks = self.blocks(Some(TagEnd::FootnoteDefinition));
                self.notes.insert(label.to_string(), (blocks, place));
                None
            }
            Tag::HtmlBlock => {
                self.refuse_html(place);
                while self.next().is_some_and(|(event, _)| event != Event::End(TagEnd::HtmlBlock)) {
                }
                None
            }
            other => {
                self.blocks(Some(other.to_end()));
                None
            }
        }
    }

    fn words(&mut self, end: TagEnd) -> Vec<Inline> {
        let mut inlines = Inlines::new(self);
        inlines.until(end);
        inlines.finish()
    }

    pub(super) fn refuse_html(&mut self, place: Place) {
        let closes = self.source.text[place.clone()].starts_with("</");
        if closes {
            return;
        }
        let span = self.source.span(place);
        self.findings.push(
            Diagnostic::error(codes::RAW_HTML, "HTML is not used in narratives")
                .at(span)
                .help("use Markdown or a block; to show the sign itself write `\\<`"),
        );
    }

    fn paragraph(&mut self, mut words: Vec<Inline>, place: Place) -> Block {
        let marks = labels::take(&mut words);
        self.check_words(&words, &place);
        Block::Paragraph(Paragraph {
            number: None,
            anchor: None,
            words,
            label: marks.label,
            unnumbered: marks.unnumbered,
            span: self.source.span(place),
        })
    }

    /// Markdown slips that would pass in silence: a footnote that is not
    /// defined, a tera statement.
    fn check_words(&mut self, words: &[Inline], place: &Place) {
        for inline in words {
            let Inline::Text(run) = inline else { continue };
            let text = run.as_str();
            if let Some(label) = text.split("[^").nth(1).and_then(|rest| rest.split_once(']')) {
                let message = format!("the footnote `[^{}]` is not defined", label.0);
                let span = self.span_of(&format!("[^{}]", label.0), place);
                let found = Diagnostic::error(codes::FOOTNOTE, message).at(span);
                self.findings
                    .push(found.help(format!("add a line `[^{}]: …` to the page", label.0)));
            }
            if text.contains("{%") {
                let found = Diagnostic::error(codes::EXPRESSION, "`{%` is not used in narratives");
                self.findings.push(
                    found
                        .at(self.span_of("{%", place))
                        .help("use an inline value `{{ … }}` or a block"),
                );
            }
        }
    }

    /// Where `words` stand within `place`, or the whole of it.
    fn span_of(&self, words: &str, place: &Place) -> Span {
        let at = self.source.text[place.clone()].find(words).map(|at| place.start + at);
        self.source.span(at.map_or(place.clone(), |at| at..at + words.len()))
    }

    fn heading(&mut self, level: HeadingLevel, place: Place) -> Block {
        let mut words = self.words(TagEnd::Heading(level));
        let marks = labels::take(&mut words);
        self.check_words(&words, &place);
        Block::Heading(Heading {
            level: level as u8,
            anchor: String::new(),
            number: None,
            words,
            label: marks.label,
            unnumbered: marks.unnumbered,
            span: self.source.span(place),
        })
    }

    fn quotation(&mut self, kind: Option<BlockQuoteKind>, place: Place) -> Block {
        let blocks = self.blocks(Some(TagEnd::BlockQuote(kind)));
        if let Some(kind) = kind {
            return Block::Callout(callout(kind), blocks);
        }
        match alert_name(&blocks) {
            Some(name) if name == unwritten::NAME => self.unwritten(blocks, &place),
            Some(name) => {
                self.findings.push(unknown_alert(&name).at(self.source.span(place)));
                Block::Quotation(blocks)
            }
            None => Block::Quotation(blocks),
        }
    }

    fn list(&mut self, first: Option<u64>) -> Block {
        let end = TagEnd::List(first.is_some());
        let mut items = Vec::new();
        while let Some((event, _)) = self.next() {
            match event {
                Event::Start(Tag::Item) => {
                    items.push(Item {
                        mark: None,
                        anchor: None,
                        blocks: self.blocks(Some(TagEnd::Item)),
                    });
                }
                Event::End(tag) if tag == end => break,
                _ => {}
            }
        }
        Block::List { kind: first.map_or(ListKind::Bullets, ListKind::Numbers), items }
    }

    fn table(&mut self, alignments: &[Alignment], place: Place) -> Block {
        let span = self.source.span(place.clone());
        table::check_rows(self.source, self.masked, place, alignments.len(), self.findings);
        let mut table = TableBlock {
            span,
            right: alignments.iter().map(|alignment| *alignment == Alignment::Right).collect(),
            head: Vec::new(),
            rows: Vec::new(),
        };
        let mut row = Vec::new();
        while let Some((event, _)) = self.next() {
            match event {
                Event::Start(Tag::TableCell) => row.push(self.words(TagEnd::TableCell)),
                Event::End(TagEnd::TableHead) => table.head = std::mem::take(&mut row),
                Event::End(TagEnd::TableRow) => table.rows.push(std::mem::take(&mut row)),
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        Block::Table(table)
    }

    /// The footnotes in the order of their calls; those that nothing calls are
    /// errors.
    fn footnotes(&mut self) -> Vec<Footnote> {
        let mut notes = std::mem::take(&mut self.notes);
        let calls = std::mem::take(&mut self.calls);
        let called = calls.into_iter().map(|label| {
            let blocks = notes.remove(&label).map(|(blocks, _)| blocks).unwrap_or_default();
            Footnote { label, blocks }
        });
        let called = called.collect();
        for (label, (_, place)) in notes {
            let message = format!("nothing calls the footnote `[^{label}]`");
            let found = Diagnostic::error(codes::FOOTNOTE, message).at(self.source.span(place));
            self.findings.push(
                found.help(format!("write `[^{label}]` where it belongs, or take the note out")),
            );
        }
        called
    }
}

fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Text(_)
        | Event::Code(_)
        | Event::InlineHtml(_)
        | Event::FootnoteReference(_)
        | Event::SoftBreak
        | Event::HardBreak => true,
        Event::Start(tag) => {
            matches!(
                tag,
                Tag::Emphasis
                    | Tag::Strong
                    | Tag::Strikethrough
                    | Tag::Link { .. }
                    | Tag::Image { .. }
            )
        }
        _ => false,
    }
}

fn callout(kind: BlockQuoteKind) -> CalloutKind {
    match kind {
        BlockQuoteKind::Note => CalloutKind::Note,
        BlockQuoteKind::Tip => CalloutKind::Tip,
        BlockQuoteKind::Important => CalloutKind::Important,
        BlockQuoteKind::Warning => CalloutKind::Warning,
        BlockQuoteKind::Caution => CalloutKind::Caution,
    }
}

fn unknown_alert(name: &str) -> Diagnostic {
    let known = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION", unwritten::NAME];
    Diagnostic::error(codes::UNKNOWN_ALERT, format!("there is no alert `[!{name}]`"))
        .suggest(name, known)
}

/// The name of an alert that Markdown did not know.
fn alert_name(blocks: &[Block]) -> Option<String> {
    let Some(Block::Paragraph(first)) = blocks.first() else { return None };
    let text = super::tree::plain_text(&first.words);
    let (name, _) = text.strip_prefix("[!")?.split_once(']')?;
    Some(name.to_owned())
}
