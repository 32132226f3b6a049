//! Through a document, sentence by sentence.

use super::claims::Claim;
use super::date;
use super::direction::{self, Directions};
use super::facts;
use super::link::{As, Linker, Subject, asked_for};
use super::names::Mention;
use super::passage::Passage;
use super::sentence::Sentence;
use super::table::{Cell, Table};
use super::tell::Teller;
use super::ties::{self, Tie};
use super::{Checker, Reading, parts, share, token, value};
use crate::diagnostic::{Diagnostic, Span};
use crate::model::{Id, Text};
use crate::narrative::{Block, BlockSpec, CalloutKind, Document, Inline, Run, Source, TableBlock};
use std::ops::Range;

/// Reads one document.
pub(super) struct Walk<'w> {
    checker: &'w Checker,
    source: &'w Source<'w>,
    reading: Reading,
}

/// A sentence with what stands around it.
struct Here<'h> {
    sentence: &'h Sentence<'h>,
    passage: &'h Passage<'h>,
    mentions: &'h [Mention],
}

impl Here<'_> {
    /// The tokens as they were typed.
    fn said(&self, tokens: &Range<usize>) -> String {
        self.sentence.said(self.passage, tokens)
    }
}

impl<'w> Walk<'w> {
    pub(super) fn new(checker: &'w Checker, source: &'w Source<'w>) -> Self {
        Self { checker, source, reading: Reading::default() }
    }

    pub(super) fn finish(self) -> Reading {
        self.reading
    }

    pub(super) fn document(&mut self, document: &Document) {
        self.blocks(&document.blocks);
        document.footnotes.iter().for_each(|note| self.blocks(&note.blocks));
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading(heading) => self.words(&heading.words, None),
                Block::Paragraph(paragraph) => self.words(&paragraph.words, None),
                Block::List { items, .. } => {
                    items.iter().for_each(|item| self.blocks(&item.blocks));
                }
                // A note tells of the words that stood there before.
                Block::Callout(CalloutKind::Unwritten, _) => {}
                Block::Callout(_, blocks) => self.blocks(blocks),
                Block::Table(table) => self.table(table),
                Block::Component(spec, span) => self.component(spec, span),
                // What somebody else said is theirs.
                Block::Quotation(_) | Block::Code(_) | Block::Rule => {}
            }
        }
    }

    /// The title of a chart, which is about the chart's outcome.
    fn component(&mut self, spec: &BlockSpec, span: &Span) {
        let BlockSpec::Chart(chart) = spec.bare() else { return };
        for text in [&chart.title, &chart.text].into_iter().flatten() {
            let run = self.run_in(span, text);
            self.words(&[Inline::Text(run)], chart.outcome.as_ref());
        }
    }

    /// The words of a key of a block, where they stand in the Markdown.
    fn run_in(&self, span: &Span, text: &Text) -> Run {
        let words = text.in_language(self.checker.strings.language());
        let offset = self.source.start.unwrap_or(0);
        let start = match span.part {
            crate::diagnostic::Part::Bytes { start, .. } => start.saturating_sub(offset),
            _ => 0,
        };
        let first = words.lines().next().unwrap_or_default();
        let found = self.source.text.get(start..).and_then(|text| text.find(first));
        let at = start + found.unwrap_or(0);
        Run::new(words, at..at + words.len())
    }

    fn words(&mut self, words: &[Inline], given: Option<&Id>) {
        let passage = Passage::of(words);
        let lexicon = &self.checker.lexicon;
        let mut before: Option<Id> = None;
        for tokens in token::sentences(&passage, lexicon) {
            let mut sentence = Sentence::read(tokens, &passage, lexicon, &self.checker.areas);
            let mentions = self.checker.names.find(&sentence, lexicon);
            let small = |at: usize| lexicon.small.has(&sentence.tokens[at].low);
            let of_a_name: Vec<bool> = (0..sentence.tokens.len())
                .map(|at| {
                    let within =
                        |m: &Mention| m.used.contains(&at) || m.tokens.contains(&at) && small(at);
                    mentions.iter().any(within)
                })
                .collect();
            sentence.forget(|at| of_a_name[at]);
            let here = Here { sentence: &sentence, passage: &passage, mentions: &mentions };
            let subject = Subject { mentions: &mentions, before: before.as_ref(), given };
            self.sentence(&here, subject);
            before = self.about(&here, before);
        }
    }

    /// What the sentence after may be about.
    fn about(&self, here: &Here<'_>, before: Option<Id>) -> Option<Id> {
        let mute = here.sentence.mute.iter();
        let mute = mute.filter_map(|(_, taken)| taken.keywords.get("id")?.parse().ok());
        let shown = here.sentence.figures.iter().filter_map(asked_for);
        let named = here.mentions.iter().map(|mention| mention.outcome.clone());
        let mut all: Vec<Id> = mute.chain(shown).chain(named).collect();
        all.sort();
        all.dedup();
        match all.len() {
            0 if self.checker.lexicon.it.begins(here.sentence.words(0)).is_some() => before,
            1 => all.pop(),
            _ => None,
        }
    }

    fn sentence(&mut self, here: &Here<'_>, subject: Subject<'_>) {
        let (sentence, lexicon) = (here.sentence, &self.checker.lexicon);
        self.reading.numbers += sentence.figures.iter().filter(|it| it.taken.is_none()).count();
        let mut told: Vec<usize> = Vec::new();
        for wrong in share::wrong(sentence, lexicon) {
            let percent = sentence.figures.get(wrong.figure).map(|it| here.said(&it.tokens));
            let found = wrong.tell(&here.said(&wrong.tokens), &percent.unwrap_or_default());
            told.push(wrong.figure);
            self.find(here, &wrong.tokens, found);
        }
        for uneven in parts::uneven(sentence, lexicon) {
            self.find(here, &uneven.tokens, uneven.tell());
        }
        self.directions(here, &subject);
        self.figures(here, subject, &told);
    }

    /// Direction words: against their own two figures, then the published ones.
    fn directions(&mut self, here: &Here<'_>, subject: &Subject<'_>) {
        let (sentence, checker) = (here.sentence, self.checker);
        let mut told = direction::against_itself(sentence, &checker.lexicon);
        for tokens in &told {
            self.find(here, tokens, direction::told_against_itself(&here.said(tokens)));
        }
        let view = checker.view();
        let (lexicon, strings) = (&checker.lexicon, &checker.strings);
        let directions = Directions { sentence, subject, lexicon, view, strings };
        for (tokens, found) in directions.find(|tokens| here.said(tokens)) {
            if !told.contains(&tokens) {
                self.find(here, &tokens, found);
                told.push(tokens);
            }
        }
    }

    fn figures(&mut self, here: &Here<'_>, subject: Subject<'_>, told: &[usize]) {
        let (checker, sentence) = (self.checker, here.sentence);
        let linker = Linker { sentence, subject, lexicon: &checker.lexicon, view: checker.view() };
        for link in linker.links().into_iter().filter(|link| !told.contains(&link.figure)) {
            let Some(outcome) = checker.view().outcomes.get(&link.outcome) else { continue };
            let Some(figure) = sentence.figures.get(link.figure) else { continue };
            let teller = Teller { strings: &checker.strings, outcome };
            let said = here.said(&figure.tokens);
            if let Some(found) = value::judge(sentence, &link, &teller, &checker.lexicon, &said) {
                self.find(here, &figure.tokens, found);
            } else if link.role == As::Value {
                let tie = ties::tie(sentence, link.figure, &checker.lexicon);
                let span = here.passage.span(self.source, sentence.bytes(&figure.tokens));
                self.claim(&link.outcome, &tie, &figure.number, said, span);
            }
        }
    }

    /// Keeps a typed figure of a time that the outcome has no figure for.
    fn claim(
        &mut self,
        id: &Id,
        tie: &Tie,
        number: &super::number::Number,
        said: String,
        span: Span,
    ) {
        let Some(outcome) = self.checker.view().outcomes.get(id) else { return };
        let Some(year) = tie.when.and_then(date::certain) else { return };
        if matches!(facts::values(outcome, tie), facts::Against::Nothing) {
            let claim = Claim::of(id, year, tie.area.as_ref(), number, said, span);
            self.reading.claims.extend(claim);
        }
    }

    fn find(&mut self, here: &Here<'_>, tokens: &Range<usize>, found: Diagnostic) {
        let span = here.passage.span(self.source, here.sentence.bytes(tokens));
        self.reading.findings.push(found.at(span));
    }

    fn table(&mut self, block: &TableBlock) {
        let (lexicon, areas) = (&self.checker.lexicon, &self.checker.areas);
        let table = Table::read(block, lexicon, areas);
        let typed = |cell: &&Cell<'_>| cell.number().is_some() && !cell.is_taken();
        self.reading.numbers += table.rows.iter().flatten().filter(typed).count();
        for uneven in table.uneven(lexicon) {
            let cell = table.rows.get(uneven.row).and_then(|row| row.get(uneven.column));
            let Some(cell) = cell else { continue };
            let span = cell.passage.span(self.source, cell.bytes());
            self.reading.findings.push(uneven.tell().at(span));
        }
        table.rows.iter().for_each(|row| self.row(&table, row));
    }

    /// A row that names an outcome, with the times of its figures above.
    fn row(&mut self, table: &Table<'_>, row: &[Cell<'_>]) {
        let Some((head, cells)) = row.split_first() else { return };
        let Some(id) = self.named(head) else { return };
        for (cell, above) in cells.iter().zip(table.head.iter().skip(1)) {
            let area = above.sentence.areas.first().map(|area| area.id.clone());
            let when = above.date().or(head.date()).map(|date| date.when);
            if cell.is_taken() || when.is_none() && area.is_none() {
                continue;
            }
            self.cell(&id, cell, &Tie { when, area, near_area: false });
        }
    }

    fn cell(&mut self, id: &Id, cell: &Cell<'_>, tie: &Tie) {
        let Some(outcome) = self.checker.view().outcomes.get(id) else { return };
        let Some(number) = cell.number() else { return };
        let span = cell.passage.span(self.source, cell.bytes());
        let said = cell.passage.text.trim().to_owned();
        let teller = Teller { strings: &self.checker.strings, outcome };
        match facts::values(outcome, tie) {
            facts::Against::Facts(facts) if !facts.iter().any(|fact| fact.agrees(number)) => {
                self.reading.findings.push(teller.value(&said, &facts, true).at(span));
            }
            _ => self.claim(id, tie, number, said, span),
        }
    }

    /// The outcome that the head of a row names, with no word besides.
    fn named(&self, head: &Cell<'_>) -> Option<Id> {
        let lexicon = &self.checker.lexicon;
        let mentions = self.checker.names.find(&head.sentence, lexicon);
        let [mention] = mentions.as_slice() else { return None };
        let known = |at: usize| {
            mention.tokens.contains(&at)
                || lexicon.small.has(head.sentence.word(at))
                || head.sentence.roles[at] != super::sentence::Role::Plain
        };
        (0..head.sentence.tokens.len()).all(known).then(|| mention.outcome.clone())
    }
}
