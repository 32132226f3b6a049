//! Direction words: rose, fell, doubled, stayed, improved.

use super::date::{self, Date, When};
use super::lexicon::Lexicon;
use super::link::Subject;
use super::moves::{self, Move};
use super::number::Unit;
use super::sentence::{Role, Sentence};
use super::tell::Teller;
use crate::diagnostic::{Diagnostic, codes};
use crate::disclosure::{PublishedOutcome, View};
use crate::model::{Id, Polarity};
use crate::strings::Strings;
use rust_decimal::Decimal;
use std::cmp::Ordering;
use std::ops::Range;

/// Which way a word says that something went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Up,
    Down,
    Better,
    Worse,
    Same,
    Doubled,
    Halved,
    Trebled,
}

/// A direction word, over these tokens.
type Said = (Way, Range<usize>);

/// The direction word that begins at the token `at`.
fn way_at(sentence: &Sentence<'_>, at: usize, lexicon: &Lexicon) -> Option<Said> {
    let lists = [
        (Way::Doubled, &lexicon.doubled),
        (Way::Halved, &lexicon.halved),
        (Way::Trebled, &lexicon.trebled),
        (Way::Same, &lexicon.same),
        (Way::Better, &lexicon.better),
        (Way::Worse, &lexicon.worse),
        (Way::Up, &lexicon.up),
        (Way::Down, &lexicon.down),
    ];
    lists
        .into_iter()
        .find_map(|(way, list)| list.begins(sentence.words(at)).map(|len| (way, at..at + len)))
}

/// `rose from 31 weeks to 19`: a word that its own two figures contradict.
pub(super) fn against_itself(sentence: &Sentence<'_>, lexicon: &Lexicon) -> Vec<Range<usize>> {
    let ways = (0..sentence.tokens.len()).filter_map(|at| way_at(sentence, at, lexicon));
    ways.filter(|(way, tokens)| {
        from_to(sentence, tokens.end, lexicon).is_some_and(|(from, to)| contradicts(*way, from, to))
    })
    .map(|(_, tokens)| tokens)
    .collect()
}

/// The two figures of `from … to …` that begins soon after `at`.
fn from_to(sentence: &Sentence<'_>, at: usize, lexicon: &Lexicon) -> Option<(Decimal, Decimal)> {
    let from = (at..at + 3).find(|at| lexicon.from.has(sentence.word(*at)))?;
    let first = sentence.figures.iter().position(|figure| figure.tokens.start == from + 1)?;
    let (first, second) = (sentence.figures.get(first)?, sentence.figures.get(first + 1)?);
    let between = first.tokens.end..second.tokens.start;
    let to = second.tokens.start.checked_sub(1)?;
    let alike = first.number.unit == second.number.unit || second.number.unit == Unit::Plain;
    let close = between.len() <= 5 && lexicon.to.has(sentence.word(to)) && alike;
    close.then_some((first.number.value, second.number.value))
}

fn contradicts(way: Way, from: Decimal, to: Decimal) -> bool {
    match way {
        Way::Up => to <= from,
        Way::Down => to >= from,
        Way::Same => to != from,
        Way::Better | Way::Worse => false,
        Way::Doubled | Way::Halved | Way::Trebled => {
            !is_multiple(way, to.checked_div(from).unwrap_or_default())
        }
    }
}

/// Whether so many times what it was is what `way` says, loosely: something
/// that grew from 10 to 18 may be said to have almost doubled.
fn is_multiple(way: Way, times: Decimal) -> bool {
    let (least, most) = match way {
        Way::Doubled => (175, 260),
        Way::Halved => (35, 55),
        Way::Trebled => (260, 360),
        _ => return true,
    };
    (Decimal::new(least, 2)..=Decimal::new(most, 2)).contains(&times)
}

/// Direction words about outcomes that their figures contradict.
pub(super) struct Directions<'s> {
    pub(super) sentence: &'s Sentence<'s>,
    pub(super) subject: &'s Subject<'s>,
    pub(super) lexicon: &'s Lexicon,
    pub(super) view: &'s View,
    pub(super) strings: &'s Strings,
}

impl Directions<'_> {
    /// What is wrong, and where.
    pub(super) fn find(
        &self,
        said: impl Fn(&Range<usize>) -> String,
    ) -> Vec<(Range<usize>, Diagnostic)> {
        let verbs = (0..self.sentence.tokens.len())
            .filter_map(|at| way_at(self.sentence, at, self.lexicon))
            .filter_map(|word| self.subject_of(&word.1).map(|id| (id, word)));
        let all = verbs.chain(self.opening());
        all.filter_map(|(id, (way, tokens))| {
            let outcome = self.view.outcomes.get(&id)?;
            let moved = self.contradicted(outcome, way, tokens.end)?;
            let teller = Teller { strings: self.strings, outcome };
            Some((tokens.clone(), teller.direction(&said(&tokens), &moved)))
        })
        .collect()
    }

    fn is_turned_round(&self, upto: usize) -> bool {
        let named = |at: usize| self.subject.mentions.iter().any(|m| m.used.contains(&at));
        (0..upto).any(|at| !named(at) && self.lexicon.not.has(self.sentence.word(at)))
    }

    /// What the direction word at `tokens` is said of.
    fn subject_of(&self, tokens: &Range<usize>) -> Option<Id> {
        let named = self.subject.mentions.iter().any(|m| m.tokens.contains(&tokens.start));
        if named || self.is_turned_round(tokens.start) {
            return None;
        }
        let mention = self.subject.mentions.iter().rev().find(|m| m.tokens.end <= tokens.start);
        if let Some(mention) = mention {
            let is_of_others = mention
                .tokens
                .start
                .checked_sub(1)
                .is_some_and(|at| self.lexicon.of_others.has(self.sentence.word(at)));
            let whole = self.opens_with(mention.tokens.start) && !is_of_others;
            let close = self.leads_to_verb(mention.tokens.end..tokens.start);
            return (whole && close).then(|| mention.outcome.clone());
        }
        let len = self.lexicon.it.begins(self.sentence.words(0));
        if let Some(given) = self.subject.given {
            return Some(given.clone()).filter(|_| tokens.start <= 8);
        }
        let it = len.filter(|len| self.leads_to_verb(*len..tokens.start));
        it.and(self.subject.before).cloned()
    }

    /// Whether nothing but small words, and words such as `the share of`,
    /// stand before the token `at` in its clause.
    fn opens_with(&self, at: usize) -> bool {
        (0..at).rev().take_while(|at| !matches!(self.sentence.word(*at), "," | ":" | ";")).all(
            |at| {
                let word = self.sentence.word(at);
                self.sentence.roles[at] != Role::Plain
                    || self.lexicon.small.has(word)
                    || self.lexicon.link.has(word)
                    || self.lexicon.people.has(word)
            },
        )
    }

    /// Whether what stands in `tokens` leads straight to a verb: has, have,
    /// have now. A past before the past is of another time.
    fn leads_to_verb(&self, tokens: Range<usize>) -> bool {
        tokens.len() <= 4
            && tokens.clone().all(|at| {
                let word = self.sentence.word(at);
                let other_time = self.lexicon.other_time.has(word);
                let lists = [&self.lexicon.small, &self.lexicon.link, &self.lexicon.people];
                let known = lists.into_iter().any(|list| list.has(word));
                !other_time && (known || matches!(self.sentence.roles[at], Role::Date(_)))
            })
    }

    /// `More care leavers are in work`: the sentence begins with the word.
    fn opening(&self) -> Option<(Id, Said)> {
        let sentence = self.sentence;
        let (more, fewer) = (&self.lexicon.more, &self.lexicon.fewer);
        let more = more.begins(sentence.words(0)).map(|len| (Way::Up, 0..len));
        let word = more.or(fewer.begins(sentence.words(0)).map(|len| (Way::Down, 0..len)))?;
        let near = |start: usize| {
            (word.1.end..start).all(|at| {
                let word = sentence.word(at);
                self.lexicon.small.has(word) || self.lexicon.people.has(word)
            })
        };
        let mention = self.subject.mentions.first().filter(|mention| near(mention.tokens.start))?;
        let given = self.subject.given.is_none_or(|given| *given == mention.outcome);
        let is_percent = self.view.outcomes.get(&mention.outcome)?.unit.is_percent();
        let clause = (mention.tokens.start..mention.tokens.end)
            .any(|at| self.lexicon.relative.has(sentence.word(at)));
        let plain = given && is_percent && !clause && !self.is_turned_round(mention.tokens.end);
        plain.then(|| (mention.outcome.clone(), word))
    }

    /// The move that contradicts `way`, if one does.
    fn contradicted(&self, outcome: &PublishedOutcome, way: Way, after: usize) -> Option<Move> {
        let ways = self.moves(outcome, after)?;
        let wrong = |moves: &Vec<Move>| moves.iter().find(|it| !fits(way, it, outcome)).cloned();
        let found = ways.iter().map(wrong).collect::<Option<Vec<Move>>>()?;
        found.into_iter().next()
    }

    /// The moves that are meant: each way to read the time that is named, as
    /// the steps that must all fit. `None` if it cannot be told.
    fn moves(&self, outcome: &PublishedOutcome, after: usize) -> Option<Vec<Vec<Move>>> {
        let dates = self.sentence.dates.iter().filter(|date| date.tokens.start >= after);
        let dates: Vec<&Date> = dates.collect();
        if let Some(date) = dates.iter().find(|date| date.since) {
            return self.since(outcome, date, after).filter(|_| dates.len() == 1);
        }
        let other = dates.iter().any(|date| !date.ties);
        if other || self.is_at_another_time(after) || self.is_beside_another_time(after) {
            return None;
        }
        let to = match dates.first() {
            None | Some(Date { when: When::Last, .. }) => None,
            Some(date) => {
                let periods = date::periods(date.when, outcome);
                Some(periods.into_iter().find(|period| outcome.own.at(period).is_some())?)
            }
        };
        moves::usual(outcome, to.as_ref()).map(|usual| vec![vec![usual]])
    }

    /// The plain words after the token `after`.
    fn rest(&self, after: usize) -> impl Iterator<Item = usize> {
        let roles = &self.sentence.roles;
        (after..roles.len()).filter(|at| roles[*at] == Role::Plain)
    }

    /// The ways to read `since`: straight to the last figure, or step by step.
    fn since(
        &self,
        outcome: &PublishedOutcome,
        date: &Date,
        after: usize,
    ) -> Option<Vec<Vec<Move>>> {
        let each_year = &self.lexicon.each_year;
        let each = self.rest(after).any(|at| each_year.begins(self.sentence.words(at)).is_some());
        let to = &outcome.own.last()?.period;
        let from = date::periods(date.when, outcome);
        let ways = from.iter().filter_map(|from| match each {
            true => moves::steps(outcome, from),
            false => moves::from_to(outcome, from, to).map(|it| vec![it]),
        });
        let ways: Vec<Vec<Move>> = ways.collect();
        (!ways.is_empty()).then_some(ways)
    }

    /// `before the pandemic`, `than ever`; `from 17%` is of no time.
    fn is_beside_another_time(&self, after: usize) -> bool {
        let is_figure = |at: usize| matches!(self.sentence.roles.get(at), Some(Role::Figure(_)));
        self.rest(after).any(|at| {
            let words = self.sentence.words(at);
            self.lexicon.not_at.begins(words).is_some() && !is_figure(at + 1)
        })
    }

    /// `fell in the pandemic`: a time follows that nobody can tell.
    fn is_at_another_time(&self, after: usize) -> bool {
        let (sentence, lexicon) = (self.sentence, self.lexicon);
        let marked = |at: usize| sentence.roles.get(at).is_some_and(|role| *role != Role::Plain);
        let told = marked(after + 1) || marked(after + 2);
        let usual = lexicon.on_last_year.begins(sentence.words(after)).is_some();
        lexicon.places.has(sentence.word(after)) && !told && !usual
    }
}

fn fits(way: Way, moved: &Move, outcome: &PublishedOutcome) -> bool {
    let way_of_figures = moved.way();
    let better = match outcome.polarity {
        Polarity::HigherIsBetter => way_of_figures,
        Polarity::LowerIsBetter => way_of_figures.reverse(),
        Polarity::Context => return fits_plainly(way, way_of_figures, moved),
    };
    match way {
        Way::Better => better.is_gt(),
        Way::Worse => better.is_lt(),
        _ => fits_plainly(way, way_of_figures, moved),
    }
}

fn fits_plainly(way: Way, figures: Ordering, moved: &Move) -> bool {
    match way {
        Way::Up => figures.is_gt(),
        Way::Down => figures.is_lt(),
        Way::Same => moved.is_small(),
        _ => moved.times().is_none_or(|times| is_multiple(way, times)),
    }
}

/// What is said of a word that its own two figures contradict.
pub(super) fn told_against_itself(said: &str) -> Diagnostic {
    let message = format!("`{said}` is not what its two figures say");
    Diagnostic::warning(codes::TYPED_DIRECTION, message)
        .help("correct the word, or put the two figures the other way round")
}
