//! What a figure is of its outcome, and whether the words around it let it be.

use super::link::{As, Linker};
use super::number::Unit as NumberUnit;
use super::sentence::{Figure, Role};
use super::token::Kind;
use crate::disclosure::PublishedOutcome;
use crate::model::unit::{Unit, UnitWord};

impl Linker<'_> {
    /// Whether the figure is a stretch of time, and the outcome is not in days.
    pub(super) fn is_span(&self, figure: &Figure<'_>, outcome: &PublishedOutcome) -> bool {
        let days = outcome.unit == Unit::Known(UnitWord::Days);
        let span = self.lexicon.spans.begins(self.sentence.words(figure.tokens.end)).is_some();
        figure.number.unit == NumberUnit::Plain && span && !days
    }

    /// Whether the figure is one of the two of `between 10% and 20%`.
    pub(super) fn is_end_of_range(&self, figure: &Figure<'_>) -> bool {
        let near = (figure.tokens.start.saturating_sub(5)..figure.tokens.start).rev();
        let known = |at: &usize| {
            let word = self.sentence.word(*at);
            matches!(self.sentence.roles[*at], Role::Figure(_)) || self.lexicon.and.has(word)
        };
        let first = near.take_while(known).last().unwrap_or(figure.tokens.start);
        first.checked_sub(1).is_some_and(|at| self.lexicon.between.has(self.sentence.word(at)))
    }

    /// Whether words before the figure say that it is not, or not yet, so.
    pub(super) fn is_turned_round(&self, figure: &Figure<'_>) -> bool {
        let named = |at: usize| self.subject.mentions.iter().any(|m| m.used.contains(&at));
        (0..figure.tokens.start)
            .any(|at| !named(at) && self.lexicon.not.has(self.sentence.word(at)))
    }

    pub(super) fn role(&self, figure: &Figure<'_>) -> As {
        let (sentence, lexicon) = (self.sentence, self.lexicon);
        let start = self.before_qualifier(figure.tokens.start);
        let moves = |at: usize| {
            let lists = [&lexicon.up, &lexicon.down].into_iter();
            let mut words = lists.filter_map(|list| sentence.ends_before(list, at));
            words.any(|from| from + 1 < at || !self.is_particle(from))
        };
        let by = start.checked_sub(1).filter(|at| lexicon.by.has(sentence.word(*at)));
        let after = sentence.word(figure.tokens.end);
        let noun = lexicon.up.has(after) || lexicon.down.has(after);
        if figure.number.unit == NumberUnit::Points || moves(start) || by.is_some_and(moves) || noun
        {
            return As::Change;
        }
        let from = start.saturating_sub(5);
        let near =
            (from..start).rev().take_while(|at| !matches!(sentence.roles[*at], Role::Figure(_)));
        match near.into_iter().any(|at| lexicon.target.has(sentence.word(at))) {
            true => As::Target,
            false => As::Value,
        }
    }

    /// Whether the sentence names a place or a group that is no area: in
    /// Thorsby, in Year 9.
    pub(super) fn is_elsewhere(&self) -> bool {
        let named = |at: usize| self.subject.mentions.iter().any(|m| m.tokens.contains(&at));
        (1..self.sentence.tokens.len()).any(|at| {
            let token = &self.sentence.tokens[at];
            let plain = token.kind == Kind::Word && self.sentence.roles[at] == Role::Plain;
            let place = self.lexicon.places.has(self.sentence.word(at - 1));
            plain && token.capital && place && !named(at)
        })
    }

    /// Whether the word at `at` is part of a verb before it: made up 3%.
    pub(super) fn is_particle(&self, at: usize) -> bool {
        let verb = at.checked_sub(1).is_some_and(|before| {
            let word = self.sentence.word(before);
            self.sentence.tokens[before].kind == Kind::Word
                && self.sentence.roles[before] == Role::Plain
                && !self.lexicon.small.has(word)
                && !self.lexicon.link.has(word)
        });
        verb && self.lexicon.particles.has(self.sentence.word(at))
    }

    /// Whether what follows the figure leaves it as it is: `4% of sessions` is
    /// of something else, and after `and` only a time or an area may follow.
    pub(super) fn ends_well(&self, figure: &Figure<'_>, after_and: bool) -> bool {
        let at = figure.tokens.end;
        let Some(next) = self.sentence.tokens.get(at) else { return true };
        let mark =
            |at: usize| matches!(self.sentence.roles.get(at), Some(Role::Date(_) | Role::Area(_)));
        let small = self.lexicon.small.has(&next.low) && (mark(at + 1) || mark(at + 2));
        let plain = next.kind == Kind::Sign || mark(at) || small;
        if after_and { plain } else { plain || !self.lexicon.of.has(&next.low) }
    }

    /// Where the words begin that say how exactly the figure at `at` is meant.
    pub(super) fn before_qualifier(&self, at: usize) -> usize {
        let lists = [&self.lexicon.under, &self.lexicon.over, &self.lexicon.about];
        lists.into_iter().find_map(|list| self.sentence.ends_before(list, at)).unwrap_or(at)
    }
}

/// Whether a figure of this unit can be one of `outcome`.
pub(super) fn fits(outcome: &PublishedOutcome, figure: &Figure<'_>, role: As) -> bool {
    let change = role == As::Change;
    match (&outcome.unit, figure.number.unit) {
        (Unit::Known(UnitWord::Percent), unit) => match unit {
            NumberUnit::Percent | NumberUnit::Part => true,
            NumberUnit::Points => change,
            _ => false,
        },
        (_, NumberUnit::Percent | NumberUnit::Points) => change,
        (Unit::Known(UnitWord::Pounds), unit) => unit == NumberUnit::Pounds,
        (_, unit) => unit == NumberUnit::Plain,
    }
}
