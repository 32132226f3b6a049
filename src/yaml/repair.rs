//! Typed reading that goes on after a mistake.
//!
//! `serde_yaml` stops at the first thing it cannot use. Here that thing is
//! reported, blanked out with spaces (so that every offset stays the author's)
//! and the reading is tried again.

use super::Text;
use super::outline::{Entry, Kind, Outline};
use crate::diagnostic::{Diagnostic, Findings, codes};
use serde::de::DeserializeOwned;
use std::ops::Range;

/// More mistakes than one run can usefully report of one file.
const MOST: usize = 60;

pub(super) fn read_repairing<T: DeserializeOwned>(
    text: &Text<'_>,
    outline: &Outline,
    findings: &mut Findings,
) -> Option<T> {
    let mut working = Working::new(text.text, outline);
    for _ in 0..MOST {
        match serde_yaml::from_str(&working.quoted()) {
            Ok(value) => return Some(value),
            Err(error) => {
                let at = error.location().map_or(0, |place| working.original(place.index()));
                if !working.report_and_blank(text, at, &error.to_string(), findings) {
                    return None;
                }
            }
        }
    }
    None
}

/// The text with what was wrong blanked out.
struct Working<'a> {
    outline: &'a Outline,
    text: String,
    /// Where quotes are put around plain numbers, in order.
    numbers: Vec<Range<usize>>,
    blanked: Vec<Range<usize>>,
}

impl<'a> Working<'a> {
    fn new(text: &str, outline: &'a Outline) -> Self {
        let mut numbers = Vec::new();
        outline.walk(&mut |value| match &value.kind {
            Kind::Scalar { plain: true } => numbers.push(value.range.clone()),
            Kind::Mapping(entries) => {
                numbers.extend(entries.iter().map(|entry| entry.key_range.clone()));
            }
            _ => {}
        });
        numbers.retain(|range| text.get(range.clone()).is_some_and(is_number));
        numbers.sort_by_key(|range| range.start);
        Self { outline, text: text.to_owned(), numbers, blanked: Vec::new() }
    }

    /// The text with every plain number in quotes, so that it reaches the
    /// types as it was typed: 12.80, not 12.8.
    fn quoted(&self) -> String {
        let mut quoted = String::with_capacity(self.text.len() + 2 * self.numbers.len());
        let mut from = 0;
        for number in &self.numbers {
            quoted.push_str(&self.text[from..number.start]);
            quoted.push('"');
            quoted.push_str(&self.text[number.clone()]);
            quoted.push('"');
            from = number.end;
        }
        quoted + &self.text[from..]
    }

    /// The place in the author's text of byte `at` of the quoted text.
    fn original(&self, at: usize) -> usize {
        let mut shift = 0;
        for number in &self.numbers {
            if number.start + shift >= at {
                break;
            }
            shift += if number.end + shift + 1 < at { 2 } else { 1 };
        }
        at.saturating_sub(shift)
    }

    /// Reports `error` at byte `at`; false when nothing more can be read.
    fn report_and_blank(
        &mut self,
        text: &Text<'_>,
        at: usize,
        error: &str,
        findings: &mut Findings,
    ) -> bool {
        let trail = trail(self.outline, at);
        let message = Message::of(error);
        let part = self.part_at_fault(&trail, &message);
        if !self.caused_by_blanking(&trail, &message) && !is_bare_key(&part, &message) {
            findings.push(message.diagnostic(&trail).at(text.span(message.place(&part, &trail))));
        }
        self.blank(&part)
    }

    fn part_at_fault(&self, trail: &[Part<'a>], message: &Message) -> Part<'a> {
        let found = match message {
            Message::UnknownKey { key, .. } => {
                trail.iter().rev().find_map(|part| part.entry_named(key))
            }
            Message::MissingKey(_) => trail.iter().rev().find(|part| part.is_item()).copied(),
            _ => trail.iter().rev().find(|part| !part.is_root()).copied(),
        };
        found.unwrap_or(Part::Value(self.outline))
    }

    fn caused_by_blanking(&self, trail: &[Part<'a>], message: &Message) -> bool {
        let inside = |part: &Part<'a>| {
            let range = part.range();
            self.blanked.iter().any(|hole| range.start <= hole.start && hole.end <= range.end)
        };
        matches!(message, Message::MissingKey(_) | Message::Other(_))
            && trail.last().is_some_and(inside)
    }

    fn blank(&mut self, part: &Part<'_>) -> bool {
        if matches!(part, Part::Value(value) if std::ptr::eq(*value, self.outline)) {
            return false;
        }
        let mut range = part.range();
        if self.text[range.clone()].trim().is_empty() {
            return false;
        }
        if self.text[range.end..].trim_start().starts_with(',') {
            range.end += self.text[range.end..].find(',').map_or(0, |comma| comma + 1);
        }
        if matches!(part, Part::Item(..)) {
            let dash = self.text[..range.start].trim_end();
            if dash.ends_with('-') {
                range.start = dash.len() - 1;
            }
        }
        self.numbers.retain(|number| number.end <= range.start || number.start >= range.end);
        let hole: String = self.text[range.clone()].chars().map(blank_of).collect();
        self.text.replace_range(range.clone(), &hole);
        self.blanked.push(range);
        true
    }
}

/// Whether nothing stands after the key, which is told already.
fn is_bare_key(part: &Part<'_>, message: &Message) -> bool {
    matches!(part, Part::Entry(entry) if entry.value.range.is_empty())
        && matches!(message, Message::Other(_))
}

/// As many spaces as the character has bytes; line ends stay.
fn blank_of(character: char) -> &'static str {
    match (character, character.len_utf8()) {
        ('\n', _) => "\n",
        (_, 1) => " ",
        (_, 2) => "  ",
        (_, 3) => "   ",
        _ => "    ",
    }
}

/// Whether a plain scalar would be read as a number and lose how it is written.
fn is_number(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit() || "+-.".contains(first))
        && word.chars().any(|c| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_alphanumeric() || "+-._:".contains(c))
}

/// What stands around a place, from the outermost inwards.
#[derive(Clone, Copy)]
enum Part<'a> {
    Value(&'a Outline),
    Item(&'a Outline),
    Entry(&'a Entry),
}

impl<'a> Part<'a> {
    fn range(&self) -> Range<usize> {
        match self {
            Part::Value(value) | Part::Item(value) => value.range.clone(),
            Part::Entry(entry) => entry.key_range.start..entry.value.range.end,
        }
    }

    fn is_item(&self) -> bool {
        matches!(self, Part::Item(_))
    }

    fn is_root(&self) -> bool {
        matches!(self, Part::Value(_))
    }

    fn entry_named(&self, key: &str) -> Option<Part<'a>> {
        let mapping = match self {
            Part::Value(value) | Part::Item(value) => value,
            Part::Entry(entry) => &entry.value,
        };
        match &mapping.kind {
            Kind::Mapping(entries) => {
                entries.iter().find(|entry| entry.key == key).map(Part::Entry)
            }
            _ => None,
        }
    }
}

fn trail(outline: &Outline, at: usize) -> Vec<Part<'_>> {
    let mut trail = vec![Part::Value(outline)];
    let mut here = outline;
    while let Some(part) = inner(here, at) {
        trail.push(part);
        here = match part {
            Part::Value(value) | Part::Item(value) => value,
            Part::Entry(entry) => &entry.value,
        };
    }
    trail
}

fn inner(value: &Outline, at: usize) -> Option<Part<'_>> {
    match &value.kind {
        Kind::Scalar { .. } => None,
        Kind::List(items) => items
            .iter()
            .find(|item| item.range.start <= at && at < item.range.end.max(item.range.start + 1))
            .map(Part::Item),
        Kind::Mapping(entries) => entries
            .iter()
            .find(|entry| {
                let end = entry.value.range.end.max(entry.key_range.end);
                entry.key_range.end <= at && at < end.max(entry.key_range.end + 1)
            })
            .map(Part::Entry),
    }
}

/// What `serde_yaml` said, taken apart.
enum Message {
    UnknownKey { key: String, known: Vec<String> },
    UnknownValue { word: String, known: Vec<String> },
    MissingKey(String),
    Other(String),
}

impl Message {
    fn of(error: &str) -> Self {
        let error = error.rsplit_once(" at line ").map_or(error, |(message, _)| message);
        let quoted: Vec<String> = error.split('`').skip(1).step_by(2).map(str::to_owned).collect();
        let first = quoted.first().cloned().unwrap_or_default();
        let known = quoted.get(1..).unwrap_or_default().to_vec();
        if error.contains("unknown field `") {
            Self::UnknownKey { key: first, known }
        } else if error.contains("unknown variant `") {
            Self::UnknownValue { word: first, known }
        } else if error.contains("missing field `") {
            Self::MissingKey(first)
        } else {
            Self::Other(plain_words(error))
        }
    }

    fn place(&self, part: &Part<'_>, trail: &[Part<'_>]) -> Range<usize> {
        match (self, part) {
            (Self::UnknownKey { .. }, Part::Entry(entry)) => entry.key_range.clone(),
            (Self::MissingKey(_), _) => trail.last().map_or(0..1, Part::range),
            (_, Part::Entry(entry)) if entry.value.range.is_empty() => entry.key_range.clone(),
            (_, Part::Entry(entry)) => entry.value.range.clone(),
            _ => part.range(),
        }
    }

    fn diagnostic(&self, trail: &[Part<'_>]) -> Diagnostic {
        let key = trail.iter().rev().find_map(|part| match part {
            Part::Entry(entry) => Some(format!("`{}`: ", entry.key)),
            _ => None,
        });
        let key = key.unwrap_or_default();
        match self {
            Self::UnknownKey { key, known } => {
                Diagnostic::error(codes::UNKNOWN_KEY, format!("unknown key `{key}`"))
                    .suggest(key, known.iter().map(String::as_str))
            }
            Self::UnknownValue { word, known } => {
                Diagnostic::error(codes::BAD_VALUE, format!("{key}unknown value `{word}`"))
                    .suggest(word, known.iter().map(String::as_str))
            }
            Self::MissingKey(key) => {
                Diagnostic::error(codes::MISSING_KEY, format!("the key `{key}` is missing"))
                    .help(format!("add `{key}:` to this record"))
            }
            Self::Other(message) => with_advice(&key, message),
        }
    }
}

/// A message of ours may hold its advice after ` | `.
fn with_advice(key: &str, message: &str) -> Diagnostic {
    let (message, help) = match message.split_once(" | ") {
        Some((message, help)) => (message, Some(help)),
        None => (message, shape_advice(message)),
    };
    let code = if message == "the text is blank" { codes::CUT_TEXT } else { codes::BAD_VALUE };
    let found = Diagnostic::error(code, format!("{key}{message}"));
    match help {
        Some(help) => found.help(help),
        None => found,
    }
}

/// What to do about a list where one value belongs, and the like.
fn shape_advice(message: &str) -> Option<&'static str> {
    let (found, expected) = message.strip_prefix("found ")?.split_once("; expected ")?;
    match (found, expected) {
        ("a list", _) => Some("take the brackets or dashes off: one value belongs here"),
        ("nothing", _) => Some("write it, or leave the key out"),
        (_, "a list") => Some("put it in square brackets, with commas between several"),
        ("a map", _) => Some("take the keys off: one value belongs here"),
        (_, expected) if expected.starts_with("a map") => {
            Some("write keys and values below it, or between braces")
        }
        _ => None,
    }
}

/// The message without its path and with the field's words for Rust's.
fn plain_words(error: &str) -> String {
    let known = ["invalid type: ", "invalid value: ", "invalid length "];
    let at = known.iter().filter_map(|word| error.find(word)).min();
    match at {
        Some(at) => error[at..]
            .replacen("invalid type: ", "found ", 1)
            .replacen("invalid value: ", "found ", 1)
            .replace("unit value", "nothing")
            .replace("a sequence", "a list")
            .replace("sequence", "a list")
            .replace("string ", "")
            .replace("struct ", "a map of ")
            .replace(": map", ": a map")
            .replace('"', "`")
            .replace("found map", "found a map")
            .replace(", expected ", "; expected "),
        None => match error.split_once(": ") {
            Some((path, message)) if is_path(path) => message.to_owned(),
            _ => error.to_owned(),
        },
    }
}

fn is_path(text: &str) -> bool {
    text.chars().all(|c| c.is_alphanumeric() || "_-.[]/?".contains(c))
}
