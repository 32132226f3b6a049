//! A sentence read: its figures, its dates and periods, and the areas it names.

use super::date::{self, Date};
use super::lexicon::{Lexicon, Phrases};
use super::number::{self, Number};
use super::passage::Passage;
use super::token::{Kind, Token};
use crate::model::Id;
use crate::narrative::Taken;
use std::collections::BTreeMap;
use std::ops::Range;

/// What a token was read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A word or sign like any other.
    Plain,
    /// Part of the figure at this place among the figures.
    Figure(usize),
    /// Part of a date or a period.
    Date(usize),
    /// Part of the name of an area.
    Area(usize),
    /// A number that is a name: an age, a section, a telephone number.
    Name,
}

/// A number that counts or measures something.
#[derive(Clone, Debug)]
pub(super) struct Figure<'a> {
    /// Its tokens, with sign and unit.
    pub(super) tokens: Range<usize>,
    pub(super) number: Number,
    /// The inline value it is, if nobody typed it.
    pub(super) taken: Option<&'a Taken>,
}

/// The name of an area that figures can be of.
#[derive(Clone, Debug)]
pub(super) struct Area {
    pub(super) tokens: Range<usize>,
    pub(super) id: Id,
}

/// A sentence read.
#[derive(Debug, Default)]
pub(super) struct Sentence<'a> {
    pub(super) tokens: Vec<Token>,
    pub(super) roles: Vec<Role>,
    pub(super) figures: Vec<Figure<'a>>,
    pub(super) dates: Vec<Date>,
    pub(super) areas: Vec<Area>,
    /// Inline values whose words hold no number.
    pub(super) mute: Vec<(usize, &'a Taken)>,
}

/// The areas that figures are compared with, and what they are called.
pub(super) type Areas = BTreeMap<Id, Phrases>;

impl<'a> Sentence<'a> {
    /// Reads `tokens`.
    pub(super) fn read(
        tokens: Vec<Token>,
        passage: &Passage<'a>,
        lexicon: &Lexicon,
        areas: &Areas,
    ) -> Self {
        let roles = vec![Role::Plain; tokens.len()];
        let mut sentence = Self { tokens, roles, ..Self::default() };
        let mut at = 0;
        while at < sentence.tokens.len() {
            at = sentence.step(at, passage, lexicon, areas).max(at + 1);
        }
        sentence
    }

    /// Reads what begins at the token `at`; answers where to go on.
    fn step(
        &mut self,
        at: usize,
        passage: &Passage<'a>,
        lexicon: &Lexicon,
        areas: &Areas,
    ) -> usize {
        if self.tokens[at].kind == Kind::Value {
            return self.value(at, passage, lexicon);
        }
        if let Some(date) = date::read(self, at, lexicon) {
            let end = date.tokens.end;
            self.mark(date.tokens.clone(), Role::Date(self.dates.len()));
            self.dates.push(date);
            return end;
        }
        let area = areas.iter().find_map(|(id, names)| Some((id, names.begins(self.words(at))?)));
        if let Some((id, count)) = area {
            self.mark(at..at + count, Role::Area(self.areas.len()));
            self.areas.push(Area { tokens: at..at + count, id: id.clone() });
            return at + count;
        }
        match number::read(self, at, lexicon) {
            number::Read::Figure(tokens, number) => self.figure(tokens, number, None),
            number::Read::Name(tokens) => {
                self.mark(tokens.clone(), Role::Name);
                tokens.end
            }
            number::Read::Nothing => at + 1,
        }
    }

    fn value(&mut self, at: usize, passage: &Passage<'a>, lexicon: &Lexicon) -> usize {
        let Some(taken) = passage.value_at(self.tokens[at].range.start) else { return at + 1 };
        match number::of_words(&taken.words, lexicon) {
            Some(number) => self.figure(at..at + 1, number, Some(taken)),
            None => {
                self.mute.push((at, taken));
                at + 1
            }
        }
    }

    fn figure(&mut self, tokens: Range<usize>, number: Number, taken: Option<&'a Taken>) -> usize {
        self.mark(tokens.clone(), Role::Figure(self.figures.len()));
        let end = tokens.end;
        self.figures.push(Figure { tokens, number, taken });
        end
    }

    fn mark(&mut self, tokens: Range<usize>, role: Role) {
        tokens.for_each(|at| self.roles[at] = role);
    }

    /// Leaves out the figures whose tokens are part of a name, as in
    /// `Attainment 8`.
    pub(super) fn forget(&mut self, is_of_a_name: impl Fn(usize) -> bool) {
        let kept =
            self.figures.drain(..).filter(|figure| !figure.tokens.clone().all(&is_of_a_name));
        self.figures = kept.collect();
        for role in &mut self.roles {
            *role = if matches!(role, Role::Figure(_)) { Role::Name } else { *role };
        }
        for at in 0..self.figures.len() {
            self.mark(self.figures[at].tokens.clone(), Role::Figure(at));
        }
    }

    /// The words from the token `at`, in small letters.
    pub(super) fn words(&self, at: usize) -> impl Iterator<Item = &str> + Clone {
        self.tokens.get(at..).unwrap_or_default().iter().map(|token| token.low.as_str())
    }

    /// The word at `at`, or nothing.
    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.low.as_str())
    }

    /// Whether one of `phrases` ends just before the token `at`; where it begins.
    pub(super) fn ends_before(&self, phrases: &Phrases, at: usize) -> Option<usize> {
        let from = at.saturating_sub(4);
        (from..at).find(|start| phrases.begins(self.words(*start)).is_some_and(|n| start + n == at))
    }

    /// The bytes of the passage that these tokens cover.
    pub(super) fn bytes(&self, tokens: &Range<usize>) -> Range<usize> {
        let start = self.tokens.get(tokens.start).map_or(0, |token| token.range.start);
        let last = self.tokens.get(tokens.end.saturating_sub(1));
        start..last.map_or(start, |token| token.range.end)
    }

    /// The tokens as they were typed, with single spaces.
    pub(super) fn said(&self, passage: &Passage<'_>, tokens: &Range<usize>) -> String {
        let text = passage.text.get(self.bytes(tokens)).unwrap_or_default();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
