//! Which figures of a sentence are of which outcome.
//!
//! A figure is of an outcome only where nothing but known words stand between
//! the two: an unknown word may have changed the subject. So figures are
//! missed, and few are taken for what they are not.

use super::lexicon::{Lexicon, Phrases};
use super::names::Mention;
use super::number::Unit as NumberUnit;
use super::role::fits;
use super::sentence::{Figure, Role, Sentence};
use super::token::Kind;
use crate::disclosure::View;
use crate::model::Id;
use std::ops::Range;

/// What a figure is said to be of its outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum As {
    /// Its figure.
    Value,
    /// How far it moved.
    Change,
    /// What is aimed at.
    Target,
}

/// A figure and the outcome it is of.
#[derive(Clone, Debug)]
pub(super) struct Link {
    /// Its place among the figures of the sentence.
    pub(super) figure: usize,
    pub(super) outcome: Id,
    pub(super) role: As,
}

/// What a sentence is about.
pub(super) struct Subject<'s> {
    pub(super) mentions: &'s [Mention],
    /// The outcome the sentence before was about.
    pub(super) before: Option<&'s Id>,
    /// The outcome of the chart whose title this is.
    pub(super) given: Option<&'s Id>,
}

/// Finds the links of one sentence.
pub(super) struct Linker<'s> {
    pub(super) sentence: &'s Sentence<'s>,
    pub(super) subject: Subject<'s>,
    pub(super) lexicon: &'s Lexicon,
    pub(super) view: &'s View,
}

impl Linker<'_> {
    /// The links of every typed figure.
    pub(super) fn links(&self) -> Vec<Link> {
        let mut links: Vec<Link> = Vec::new();
        for (at, figure) in self.sentence.figures.iter().enumerate() {
            if figure.taken.is_some() || self.is_end_of_range(figure) {
                continue;
            }
            let role = self.role(figure);
            let outcome = self.outcome(at, figure, role, &links);
            let outcome = outcome.and_then(|id| self.view.outcomes.get(&id));
            let outcome = outcome
                .filter(|outcome| fits(outcome, figure, role) && !self.is_span(figure, outcome));
            if let Some(outcome) = outcome
                && (role == As::Target || !self.is_turned_round(figure) && !self.is_elsewhere())
            {
                links.push(Link { figure: at, outcome: outcome.id.clone(), role });
            }
        }
        links
    }

    fn outcome(&self, at: usize, figure: &Figure<'_>, role: As, links: &[Link]) -> Option<Id> {
        if let Some(given) = self.subject.given {
            return Some(given.clone()).filter(|_| figure.number.unit != NumberUnit::Plain);
        }
        self.around(figure)
            .or_else(|| self.after(figure))
            .or_else(|| self.goes_on_from(at, figure, links))
            .or_else(|| self.before(figure))
            .or_else(|| self.compared(at, figure, role, links))
            .or_else(|| self.continued(figure))
    }

    /// `Children took part in 95% of their reviews`: within the name.
    fn around(&self, figure: &Figure<'_>) -> Option<Id> {
        let inside = |mention: &&Mention| {
            mention.tokens.start < figure.tokens.start && figure.tokens.end < mention.tokens.end
        };
        self.subject.mentions.iter().find(inside).map(|mention| mention.outcome.clone())
    }

    /// `95% of reviews were held on time`, `there were 482 children in care`:
    /// the name follows.
    fn after(&self, figure: &Figure<'_>) -> Option<Id> {
        let mentions = self.subject.mentions.iter();
        let mention = mentions.clone().find(|mention| mention.tokens.start >= figure.tokens.end)?;
        let between = figure.tokens.end..mention.tokens.start;
        let whole = figure.tokens.end..mention.tokens.end;
        let (sentence, lexicon) = (self.sentence, self.lexicon);
        let word = |at: usize| sentence.word(at);
        let close = between.clone().all(|at| {
            sentence.tokens[at].low != ","
                && (lexicon.small.has(word(at)) || lexicon.people.has(word(at)))
        });
        if !close || !mention.in_order || whole.clone().any(|at| lexicon.relative.has(word(at))) {
            return None;
        }
        let has_verb = |mut tokens: Range<usize>| tokens.any(|at| lexicon.be.has(word(at)));
        let is_count =
            self.view.outcomes.get(&mention.outcome).is_some_and(|it| it.unit.is_count());
        let start = self.before_qualifier(figure.tokens.start);
        let says_so = match is_count {
            true => sentence.ends_before(&lexicon.there, start).is_some(),
            false => {
                has_verb(between) || !mention.is_short && (has_verb(whole) || mention.is_clause)
            }
        };
        says_so.then(|| mention.outcome.clone())
    }

    /// `The share of … was 13%`: the name is before.
    fn before(&self, figure: &Figure<'_>) -> Option<Id> {
        let mentions = self.subject.mentions.iter();
        let mention = mentions.rev().find(|mention| mention.tokens.end <= figure.tokens.start)?;
        let said = self.is_said(mention.tokens.end..figure.tokens.start);
        (said && self.ends_well(figure, false)).then(|| mention.outcome.clone())
    }

    /// Whether `tokens` say that what stands before them is what follows.
    fn is_said(&self, tokens: Range<usize>) -> bool {
        let (sentence, lexicon) = (self.sentence, self.lexicon);
        if tokens.len() == 1 && sentence.word(tokens.start) == ":" {
            return true;
        }
        let verbs = [&lexicon.be, &lexicon.up, &lexicon.down, &lexicon.link];
        let has = |list: &&Phrases| tokens.clone().any(|at| list.has(sentence.word(at)));
        let joins = tokens.clone().any(|at| lexicon.and.has(sentence.word(at)));
        verbs.iter().any(has) && !joins && self.all_known(tokens, false)
    }

    /// `10%, against 13% in 2023-24`: known words since the figure before.
    fn goes_on_from(&self, at: usize, figure: &Figure<'_>, links: &[Link]) -> Option<Id> {
        let last = at.checked_sub(1)?;
        let previous = self.sentence.figures.get(last)?;
        let same = previous.number.unit == figure.number.unit;
        let between = previous.tokens.end..figure.tokens.start;
        let and = between.clone().any(|at| self.lexicon.and.has(self.sentence.word(at)));
        let known = same && !between.is_empty() && self.all_known(between, true);
        let known = known && self.ends_well(figure, and);
        let linked = links.iter().find(|link| link.figure == last).map(|link| link.outcome.clone());
        linked.or_else(|| asked_for(previous)).filter(|_| known)
    }

    /// `…, against 13% the year before`: set beside the one thing that the
    /// sentence is about.
    fn compared(&self, at: usize, figure: &Figure<'_>, role: As, links: &[Link]) -> Option<Id> {
        let start = self.before_qualifier(figure.tokens.start);
        let beside = match role {
            As::Value => {
                self.sentence.ends_before(&self.lexicon.compare, self.skip_back(start)).is_some()
            }
            As::Target => self.is_set_beside(start),
            As::Change => self.is_set_apart(start),
        };
        let before = beside.then(|| self.only_one(links, |place| place < figure.tokens.start));
        before.flatten().or_else(|| self.beside_next(at, figure))
    }

    /// `against a target of`: a word of comparing is near.
    fn is_set_beside(&self, start: usize) -> bool {
        (start.saturating_sub(5)..start)
            .any(|at| self.lexicon.compare.begins(self.sentence.words(at)).is_some())
    }

    /// `, up 3%`, `: an increase of 7%`: a sign stands before the direction word.
    fn is_set_apart(&self, start: usize) -> bool {
        let near = (start.saturating_sub(4)..start).rev();
        let known = |at: &usize| {
            let word = self.sentence.word(*at);
            [&self.lexicon.small, &self.lexicon.up, &self.lexicon.down]
                .iter()
                .any(|it| it.has(word))
        };
        let first = near.take_while(known).last().unwrap_or(start);
        let before = first.checked_sub(1);
        before.is_some_and(|at| {
            self.sentence.tokens[at].kind == Kind::Sign || self.sentence.roles[at] != Role::Plain
        })
    }

    /// `£6,835 on average, against` and an inline value.
    fn beside_next(&self, at: usize, figure: &Figure<'_>) -> Option<Id> {
        let next = self.sentence.figures.get(at + 1)?;
        let between = figure.tokens.end..next.tokens.start;
        let compares = between
            .clone()
            .any(|at| self.lexicon.compare.begins(self.sentence.words(at)).is_some());
        asked_for(next).filter(|_| compares && self.all_known(between, true))
    }

    /// The one outcome that the sentence names or shows where `here` holds.
    fn only_one(&self, links: &[Link], here: impl Fn(usize) -> bool) -> Option<Id> {
        let figures = &self.sentence.figures;
        let shown = figures.iter().filter(|figure| here(figure.tokens.start)).filter_map(asked_for);
        let linked = links.iter().map(|link| link.outcome.clone());
        let mentions = self.subject.mentions.iter().filter(|mention| here(mention.tokens.start));
        let named = mentions.map(|mention| mention.outcome.clone());
        let mut all: Vec<Id> = shown.chain(linked).chain(named).collect();
        all.sort();
        all.dedup();
        all.pop().filter(|_| all.is_empty())
    }

    /// Before the small words, dates and areas that end at `at`.
    fn skip_back(&self, at: usize) -> usize {
        let skips = |at: &usize| {
            matches!(self.sentence.roles[*at], Role::Date(_) | Role::Area(_))
                || self.lexicon.skips.has(self.sentence.word(*at))
        };
        (0..at).rev().take_while(skips).last().unwrap_or(at)
    }

    /// `In England it was 54%`: about what the sentence before was about.
    fn continued(&self, figure: &Figure<'_>) -> Option<Id> {
        let before = self.subject.before?;
        let opens = |at: &usize| {
            matches!(self.sentence.roles[*at], Role::Date(_) | Role::Area(_))
                || self.sentence.word(*at) == ","
                || self.lexicon.opens.has(self.sentence.word(*at))
        };
        let mut starts = 0..figure.tokens.start;
        let is_it = |at: usize| self.lexicon.it.begins(self.sentence.words(at));
        let (start, len) = loop {
            let at = starts.next()?;
            if let Some(len) = is_it(at) {
                break (at, len);
            }
            if !opens(&at) {
                return None;
            }
        };
        let named = self.subject.mentions.iter().any(|m| m.tokens.start < figure.tokens.start);
        let between = start + len..figure.tokens.start;
        let said = self.is_said(between) && self.ends_well(figure, false);
        (!named && said).then(|| before.clone())
    }

    /// Whether only words are in `tokens` that leave the subject as it is.
    fn all_known(&self, tokens: Range<usize>, commas: bool) -> bool {
        let (sentence, lexicon) = (self.sentence, self.lexicon);
        let mut at = tokens.start;
        while at < tokens.end {
            let lists = [
                &lexicon.small,
                &lexicon.link,
                &lexicon.compare,
                &lexicon.up,
                &lexicon.down,
                &lexicon.about,
                &lexicon.over,
                &lexicon.under,
                &lexicon.target,
            ];
            let phrase = lists.into_iter().filter_map(|list| list.begins(sentence.words(at))).max();
            at += match (sentence.roles[at], phrase) {
                (Role::Date(_) | Role::Area(_), _) => 1,
                (_, Some(len)) => len,
                _ if sentence.word(at) == "," && commas => 1,
                _ => return false,
            };
        }
        true
    }
}

/// The outcome that an inline value was asked for.
pub(super) fn asked_for(figure: &Figure<'_>) -> Option<Id> {
    figure.taken.and_then(|taken| taken.keywords.get("id")).and_then(|id| id.parse().ok())
}
