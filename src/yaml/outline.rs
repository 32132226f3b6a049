//! Where every key and value of a YAML text stands.

use super::{Text, syntax};
use crate::diagnostic::{Diagnostic, Findings, codes};
use saphyr_parser::{Event, Parser, ScalarStyle};
use std::ops::Range;

/// A step of a path: into a mapping by key, or into a list by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'a> {
    /// The value of this key.
    Key(&'a str),
    /// The item at this position, from 0.
    Item(usize),
}

impl<'a> From<&'a str> for Step<'a> {
    fn from(key: &'a str) -> Self {
        Self::Key(key)
    }
}

impl<'a> From<&'a String> for Step<'a> {
    fn from(key: &'a String) -> Self {
        Self::Key(key)
    }
}

impl From<usize> for Step<'_> {
    fn from(item: usize) -> Self {
        Self::Item(item)
    }
}

/// One value and what is inside it, as byte ranges of the text.
#[derive(Clone, Debug)]
pub struct Outline {
    pub(super) range: Range<usize>,
    pub(super) kind: Kind,
}

#[derive(Clone, Debug)]
pub(super) enum Kind {
    /// A scalar; `plain` when it stands without quotes.
    Scalar {
        plain: bool,
    },
    List(Vec<Outline>),
    Mapping(Vec<Entry>),
}

#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) key_range: Range<usize>,
    pub(super) value: Outline,
}

/// Deeper than any record; a guard for the reader's stack.
const DEEPEST: usize = 32;

impl Outline {
    /// The outline of `text`; `None` (and a finding) if it is not YAML, or
    /// uses aliases, or repeats a key.
    pub(super) fn of(text: &Text<'_>, findings: &mut Findings) -> Option<Self> {
        let mut reader = Reader::new(text);
        match reader.document() {
            Ok(outline) => {
                let sound = reader.faults.is_empty();
                reader.faults.into_iter().for_each(|fault| findings.push(fault));
                sound.then_some(outline)
            }
            Err(fault) => {
                findings.push(*fault);
                None
            }
        }
    }

    pub(super) fn value_at(&self, path: &[Step<'_>]) -> Range<usize> {
        match path.split_first().and_then(|(step, rest)| Some((self.step(*step)?, rest))) {
            Some((inner, rest)) => inner.value_at(rest),
            None => self.range.clone(),
        }
    }

    pub(super) fn key_at(&self, path: &[Step<'_>]) -> Range<usize> {
        match path {
            [Step::Key(key)] => self.entry(key).map_or(self.range.clone(), |e| e.key_range.clone()),
            [step, rest @ ..] => self.step(*step).unwrap_or(self).key_at(rest),
            [] => self.range.clone(),
        }
    }

    fn step(&self, step: Step<'_>) -> Option<&Outline> {
        match (step, &self.kind) {
            (Step::Key(key), Kind::Mapping(_)) => self.entry(key).map(|entry| &entry.value),
            (Step::Item(item), Kind::List(items)) => items.get(item),
            _ => None,
        }
    }

    fn entry(&self, key: &str) -> Option<&Entry> {
        match &self.kind {
            Kind::Mapping(entries) => entries.iter().find(|entry| entry.key == key),
            _ => None,
        }
    }

    /// Whether there is something at `path`.
    pub(super) fn has(&self, path: &[Step<'_>]) -> bool {
        match path.split_first() {
            Some((step, rest)) => self.step(*step).is_some_and(|inner| inner.has(rest)),
            None => true,
        }
    }

    /// Every scalar at and below `path`, with the key it is under; `key` is that
    /// of this value.
    pub(super) fn texts_at<'o>(
        &'o self,
        path: &[Step<'_>],
        key: &'o str,
        found: &mut Vec<(&'o str, Range<usize>)>,
    ) {
        match (path.split_first(), &self.kind) {
            (Some((step, rest)), _) => {
                if let Some(inner) = self.step(*step) {
                    inner.texts_at(rest, key, found);
                }
            }
            (None, Kind::Scalar { .. }) => found.push((key, self.range.clone())),
            (None, Kind::List(items)) => {
                items.iter().for_each(|item| item.texts_at(&[], key, found));
            }
            (None, Kind::Mapping(entries)) => {
                entries.iter().for_each(|entry| entry.value.texts_at(&[], &entry.key, found));
            }
        }
    }

    /// Every key that nothing stands after.
    pub(super) fn bare_keys(&self) -> Vec<&Entry> {
        let mut bare = Vec::new();
        self.walk(&mut |value| {
            if let Kind::Mapping(entries) = &value.kind {
                bare.extend(entries.iter().filter(|entry| entry.value.range.is_empty()));
            }
        });
        bare
    }

    /// Calls `visit` for this value and every value inside it.
    pub(super) fn walk<'o>(&'o self, visit: &mut impl FnMut(&'o Outline)) {
        visit(self);
        match &self.kind {
            Kind::Scalar { .. } => {}
            Kind::List(items) => items.iter().for_each(|item| item.walk(visit)),
            Kind::Mapping(entries) => entries.iter().for_each(|entry| entry.value.walk(visit)),
        }
    }
}

type Fault = Box<Diagnostic>;

struct Reader<'a> {
    text: &'a Text<'a>,
    parser: Parser<'a, saphyr_parser::StrInput<'a>>,
    /// The byte where each character of the text begins, if they differ.
    bytes: Option<Vec<usize>>,
    faults: Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a Text<'a>) -> Self {
        let bytes = (!text.text.is_ascii())
            .then(|| text.text.char_indices().map(|(at, _)| at).chain([text.text.len()]).collect());
        let parser = Parser::new_from_str(text.text);
        Self { text, parser, bytes, faults: Vec::new() }
    }

    fn byte(&self, character: usize) -> usize {
        match &self.bytes {
            Some(bytes) => bytes.get(character).copied().unwrap_or(self.text.text.len()),
            None => character.min(self.text.text.len()),
        }
    }

    fn next(&mut self) -> Result<(Event<'a>, Range<usize>), Fault> {
        match self.parser.next_event() {
            Some(Ok((event, span))) => {
                let range = self.byte(span.start.index())..self.byte(span.end.index());
                Ok((event, range))
            }
            Some(Err(error)) => Err(self.syntax(self.byte(error.marker().index()), error.info())),
            None => Err(self.syntax(self.text.text.len(), "the text ends too early")),
        }
    }

    fn syntax(&self, at: usize, why: &str) -> Fault {
        let (message, help) = syntax::in_plain_words(why);
        let found = Diagnostic::error(codes::YAML_SYNTAX, message);
        Box::new(found.at(self.text.span(at..self.after(at))).help(help))
    }

    /// The byte after the character at `at`, or the end of the text.
    fn after(&self, at: usize) -> usize {
        let character = self.text.text.get(at..).and_then(|rest| rest.chars().next());
        at + character.map_or(0, char::len_utf8)
    }

    fn document(&mut self) -> Result<Outline, Fault> {
        loop {
            let (event, range) = self.next()?;
            match event {
                Event::StreamStart | Event::DocumentStart(_) => {}
                Event::StreamEnd => return Ok(empty(0)),
                event => {
                    let outline = self.value(&event, range, 0)?;
                    self.only_document()?;
                    return Ok(outline);
                }
            }
        }
    }

    fn only_document(&mut self) -> Result<(), Fault> {
        loop {
            match self.next()? {
                (Event::StreamEnd, _) => return Ok(()),
                (Event::DocumentEnd, _) => {}
                (_, range) => {
                    return Err(self.syntax(range.start, "a second document begins here"));
                }
            }
        }
    }

    fn value(
        &mut self,
        event: &Event<'a>,
        range: Range<usize>,
        depth: usize,
    ) -> Result<Outline, Fault> {
        if depth > DEEPEST {
            return Err(self.syntax(range.start, "it is nested too deeply"));
        }
        self.refuse_anchor(event, &range);
        match event {
            Event::SequenceStart(..) => self.list(range.start, depth),
            Event::MappingStart(..) => self.mapping(range.start, depth),
            Event::Scalar(_, style, ..) => {
                let plain = *style == ScalarStyle::Plain;
                Ok(Outline { range: self.trimmed(range), kind: Kind::Scalar { plain } })
            }
            _ => Ok(Outline { range, kind: Kind::Scalar { plain: false } }),
        }
    }

    fn refuse_anchor(&mut self, event: &Event<'_>, range: &Range<usize>) {
        let anchored = match event {
            Event::Alias(_) => true,
            Event::Scalar(_, _, anchor, _) => *anchor > 0,
            Event::SequenceStart(anchor, _) | Event::MappingStart(anchor, _) => *anchor > 0,
            _ => false,
        };
        let is_first = || self.faults.iter().all(|fault| fault.code != codes::ALIAS);
        if anchored && is_first() {
            let message = "anchors (`&name`) and aliases (`*name`) are not used here";
            let help = "write the value out, so that each record can be read where it stands; \
                        a text that begins with `&` or `*` goes in quotes";
            let span = self.text.span(self.mark_before(range));
            self.faults.push(Diagnostic::error(codes::ALIAS, message).at(span).help(help));
        }
    }

    /// Where `&name` or `*name` stands: an anchor, before the value it names.
    fn mark_before(&self, range: &Range<usize>) -> Range<usize> {
        let text = self.text.text;
        if text[range.start..].starts_with('*') {
            return range.clone();
        }
        let start = text[..range.start].rfind('&').unwrap_or(range.start);
        let name = text[start..].find(char::is_whitespace).unwrap_or(1);
        start..start + name
    }

    fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let text = self.text.text.get(range.clone()).unwrap_or_default();
        range.start..range.start + text.trim_end().len()
    }

    fn list(&mut self, start: usize, depth: usize) -> Result<Outline, Fault> {
        let mut items: Vec<Outline> = Vec::new();
        loop {
            let (event, range) = self.next()?;
            if matches!(event, Event::SequenceEnd) {
                let last = items.last().map_or(start, |item| item.range.end);
                let flow = self.text.text.as_bytes().get(start) == Some(&b'[');
                let end = if flow { range.end } else { last };
                return Ok(Outline { range: start..end.max(last), kind: Kind::List(items) });
            }
            items.push(self.value(&event, range, depth + 1)?);
        }
    }

    fn mapping(&mut self, start: usize, depth: usize) -> Result<Outline, Fault> {
        let mut entries: Vec<Entry> = Vec::new();
        loop {
            let (event, range) = self.next()?;
            if matches!(event, Event::MappingEnd) {
                let last = entries.last().map_or(start, |entry| entry.value.range.end);
                let flow = self.text.text.as_bytes().get(start) == Some(&b'{');
                let end = if flow { range.end } else { last };
                return Ok(Outline { range: start..end.max(last), kind: Kind::Mapping(entries) });
            }
            let entry = self.entry(&event, range, depth)?;
            self.refuse_repeat(&entries, &entry);
            entries.push(entry);
        }
    }

    fn entry(
        &mut self,
        event: &Event<'a>,
        range: Range<usize>,
        depth: usize,
    ) -> Result<Entry, Fault> {
        let Event::Scalar(key, ..) = event else {
            return Err(self.syntax(range.start, "a key must be a plain word"));
        };
        let key = key.to_string();
        let key_range = self.value(event, range, depth + 1)?.range;
        let (event, range) = self.next()?;
        let mut value = self.value(&event, range, depth + 1)?;
        if value.range.start < key_range.end {
            value.range = key_range.end..key_range.end;
        }
        Ok(Entry { key, key_range, value })
    }

    fn refuse_repeat(&mut self, entries: &[Entry], entry: &Entry) {
        if let Some(first) = entries.iter().find(|other| other.key == entry.key) {
            let message = format!("the key `{}` is given twice", entry.key);
            let span = self.text.span(entry.key_range.clone());
            self.faults.push(
                Diagnostic::error(codes::DUPLICATE_KEY, message)
                    .at(span)
                    .note(self.first_stands(first))
                    .help("keep one of the two; the other would be lost in silence"),
            );
        }
    }

    fn first_stands(&self, first: &Entry) -> String {
        let value = self.text.text.get(first.value.range.clone()).unwrap_or_default();
        let line = value.lines().next().unwrap_or_default();
        format!("the first says `{line}`")
    }
}

fn empty(at: usize) -> Outline {
    Outline { range: at..at, kind: Kind::Mapping(Vec::new()) }
}
