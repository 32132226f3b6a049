//! Which words of a sentence name a small group, or one person.

use super::People;
use crate::check::lexicon::Phrases;
use crate::check::number::{How, Unit};
use crate::check::sentence::{Figure, Role, Sentence};
use crate::check::token::Kind;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::ops::Range;

/// The most words between a number and the noun that are not known: four
/// unaccompanied asylum seeking Kurdish boys.
const STRANGERS: usize = 3;

/// A small group, or one person.
pub(super) struct Group {
    /// The tokens, from the number to the noun.
    pub(super) tokens: Range<usize>,
    /// How many it is.
    pub(super) of: Of,
}

/// How many people a group is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    /// As many as the number says.
    Several,
    /// One, whose age is given: a girl of 14.
    Aged,
    /// One, of whom nothing is given: a girl.
    Somebody,
}

impl People {
    /// The first small group that `sentence` names, else the first person.
    pub(super) fn group(&self, sentence: &Sentence<'_>) -> Option<Group> {
        let all = 0..sentence.tokens.len();
        let counted = all.clone().find_map(|at| self.counted(sentence, at));
        let group = counted.map(|tokens| Group { tokens, of: Of::Several });
        group.or_else(|| all.clone().find_map(|at| self.person(sentence, at)))
    }

    /// The group whose number begins at `at`.
    fn counted(&self, sentence: &Sentence<'_>, at: usize) -> Option<Range<usize>> {
        let (len, count) = self.number(sentence, at)?;
        if !(self.smallest..=self.largest).contains(&count) || self.is_bound(sentence, at) {
            return None;
        }
        let from = at + len;
        if self.is_of_things(sentence, from) {
            return None;
        }
        // One of our girls is one of many.
        let is_one = count == 1 && !self.lexicon.among.has(sentence.word(from));
        let end = self
            .noun(sentence, from, is_one)
            .or_else(|| self.is_of_those(sentence, at, from).then_some(from))?;
        let says = count == 1 && self.lexicon.said.begins(sentence.words(end)).is_some();
        let pair = self.lexicon.few.begins(sentence.words(at)).is_some()
            && self.lexicon.and.has(sentence.word(end));
        (!says && !pair).then_some(at..end)
    }

    /// Whether the sentence began with a group of which the number is a part:
    /// of the children who came, three were babies.
    fn is_of_those(&self, sentence: &Sentence<'_>, at: usize, end: usize) -> bool {
        let among = self.lexicon.among.has(sentence.word(0));
        let people = |at| self.people(sentence, at, &self.lexicon.many_people).is_some();
        among && self.lexicon.be.has(sentence.word(end)) && (1..at).any(people)
    }

    /// How many tokens the number at `at` has, and what it is.
    fn number(&self, sentence: &Sentence<'_>, at: usize) -> Option<(usize, u32)> {
        if let Some((len, value)) = self.lexicon.few.begins(sentence.words(at)) {
            return Some((len, value.to_u32()?));
        }
        if let Role::Figure(figure) = sentence.roles[at] {
            let figure = sentence.figures.get(figure).filter(|one| one.tokens.start == at)?;
            return Some((figure.tokens.len(), whole(figure)?));
        }
        // Read as no figure, since it mostly is none: one of them.
        self.lexicon.one.has(sentence.word(at)).then_some((1, 1))
    }

    /// Whether the words before a number say that it bounds, or is of beds:
    /// up to three, a home for four.
    fn is_bound(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        let lists = [&self.lexicon.bounds, &self.lexicon.capacity, &self.lexicon.over];
        let lists = lists.into_iter().chain([&self.lexicon.under]);
        lists.into_iter().any(|list| sentence.ends_before(list, at).is_some())
    }

    /// Where the noun for people ends that a number before `from` counts.
    fn noun(&self, sentence: &Sentence<'_>, from: usize, is_one: bool) -> Option<usize> {
        let lexicon = &self.lexicon;
        let nouns = if is_one { &lexicon.one_person } else { &lexicon.many_people };
        let mut strangers = 0;
        for at in from..sentence.tokens.len().min(from + 7) {
            if let Some(len) = self.people(sentence, at, nouns) {
                return Some(at + len).filter(|end| !self.is_of_things(sentence, *end));
            }
            let (word, token) = (sentence.word(at), &sentence.tokens[at]);
            let counts = matches!(sentence.roles[at], Role::Figure(_))
                && at > from
                && lexicon.group_skips.has(sentence.word(at - 1));
            if lexicon.group_skips.has(word) || counts {
                continue;
            }
            strangers += 1;
            let adjective = token.kind == Kind::Word
                && sentence.roles[at] == Role::Plain
                && !lexicon.small.has(word)
                && !lexicon.is_plural(word);
            if !adjective || strangers > STRANGERS {
                return None;
            }
        }
        None
    }

    /// The length of the noun for people at `at`, the site's own words too.
    fn people(&self, sentence: &Sentence<'_>, at: usize, nouns: &Phrases) -> Option<usize> {
        let own = self.own.begins(sentence.words(at));
        own.or_else(|| nouns.begins(sentence.words(at)))
    }

    /// Whether the noun goes on to something else: three young people's homes,
    /// two care leaver flats.
    fn is_of_things(&self, sentence: &Sentence<'_>, end: usize) -> bool {
        let joined = sentence
            .tokens
            .get(end)
            .is_some_and(|next| next.joined && matches!(next.low.as_str(), "-" | "'" | "’" | "/"));
        joined || self.lexicon.not_a_group.begins(sentence.words(end)).is_some()
    }

    /// The one person whom an article at `at` begins: a girl, a 15-year-old.
    fn person(&self, sentence: &Sentence<'_>, at: usize) -> Option<Group> {
        let from = at + self.lexicon.some_person.begins(sentence.words(at))?;
        let aged = |end: usize| {
            let of = if self.is_general(sentence) { Of::Somebody } else { Of::Aged };
            Group { tokens: at..end, of }
        };
        if let Some(years) = self.aged(sentence, from) {
            return Some(aged(self.noun(sentence, years.end, true).unwrap_or(years.end)));
        }
        let end = self.noun(sentence, from, true)?;
        let comma = usize::from(matches!(sentence.word(end), "," | "("));
        let years = self.age(sentence, end + comma);
        Some(years.map_or(Group { tokens: at..end, of: Of::Somebody }, |years| aged(years.end)))
    }

    /// Whether a sentence says what anybody may or must do.
    fn is_general(&self, sentence: &Sentence<'_>) -> bool {
        (0..sentence.tokens.len()).any(|at| self.lexicon.general.has(sentence.word(at)))
    }
}

/// The whole number that a figure is, exactly.
fn whole(figure: &Figure<'_>) -> Option<u32> {
    let number = &figure.number;
    let counts = number.unit == Unit::Plain && number.how == How::Exact && figure.taken.is_none();
    let whole = number.value.fract() == Decimal::ZERO;
    number.value.to_u32().filter(|_| counts && whole)
}
