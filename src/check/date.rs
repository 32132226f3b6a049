//! Days, months, years and periods in a sentence.

use super::lexicon::Lexicon;
use super::sentence::{Role, Sentence};
use super::token::Kind;
use crate::disclosure::PublishedOutcome;
use crate::model::{Period, PeriodType};
use std::ops::Range;

/// A time that a sentence names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum When {
    /// `2023-24`, `2023 to 2024`: the year it begins.
    Years(i16),
    /// `2024`.
    Year(i16),
    /// `March 2024`.
    Month(i16, i8),
    /// `31 March 2024`.
    Day(i16, i8, i8),
    /// Last year, the year before.
    Last,
    /// This year.
    This,
    /// A time that cannot be told.
    Unknown,
}

/// A date or period in a sentence.
#[derive(Clone, Debug)]
pub(super) struct Date {
    pub(super) tokens: Range<usize>,
    pub(super) when: When,
    /// Whether a figure can be of it: `in 2024`, and not `by 2024`.
    pub(super) ties: bool,
    /// Whether `since` stands before it.
    pub(super) since: bool,
}

/// The date that begins at the token `at`, if one does.
pub(super) fn read(sentence: &Sentence<'_>, at: usize, lexicon: &Lexicon) -> Option<Date> {
    let (len, when) = phrase(sentence, at, lexicon)
        .or_else(|| day(sentence, at, lexicon))
        .or_else(|| month(sentence, at, lexicon))
        .or_else(|| years(sentence, at, lexicon))?;
    let before = before(sentence, at);
    let has = |list: &super::lexicon::Phrases| {
        before.clone().any(|from| list.begins(sentence.words(from)).is_some())
    };
    let ties =
        !has(&lexicon.not_at) && when != When::Unknown && !ends_a_range(sentence, at, lexicon);
    let since = has(&lexicon.since);
    Some(Date { tokens: at..at + len, when, ties, since })
}

/// Whether the date at `at` is the second of `between 2020 and 2025`.
fn ends_a_range(sentence: &Sentence<'_>, at: usize, lexicon: &Lexicon) -> bool {
    let Some(before) = at.checked_sub(2) else { return false };
    let word = sentence.word(before + 1);
    let joins = lexicon.and.has(word) || lexicon.to.has(word);
    let first = match sentence.roles[before] {
        Role::Date(first) => sentence.dates.get(first),
        _ => None,
    };
    joins && first.is_some_and(|first| !first.ties)
}

/// The few tokens before `at` that say how a date is meant.
fn before(sentence: &Sentence<'_>, at: usize) -> Range<usize> {
    let stops = |at: &usize| {
        sentence.roles[*at] != Role::Plain || matches!(sentence.word(*at), "," | ";" | ":" | "(")
    };
    let from =
        (at.saturating_sub(4)..at).rev().find(stops).map_or(at.saturating_sub(4), |at| at + 1);
    from..at
}

/// `last year`, `the year before`, unless it goes on: the year before we began.
fn phrase(sentence: &Sentence<'_>, at: usize, lexicon: &Lexicon) -> Option<(usize, When)> {
    let goes_on = |len: usize| {
        let next = sentence.tokens.get(at + len);
        next.is_some_and(|next| next.kind == Kind::Word && !lexicon.and.has(&next.low))
    };
    let last = lexicon.last_year.begins(sentence.words(at)).map(|len| (len, When::Last));
    let found = last.or(lexicon.this_year.begins(sentence.words(at)).map(|len| (len, When::This)));
    found.map(|(len, when)| if goes_on(len) { (len, When::Unknown) } else { (len, when) })
}

/// `31 March 2024`, `31 March`.
fn day(sentence: &Sentence<'_>, at: usize, lexicon: &Lexicon) -> Option<(usize, When)> {
    let day: i8 = sentence.word(at).parse().ok().filter(|day| (1..=31).contains(day))?;
    let month = lexicon.month(sentence.word(at + 1))?;
    Some(match year(sentence, at + 2) {
        Some(year) => (3, When::Day(year, month, day)),
        None => (2, When::Unknown),
    })
}

/// `March 2024`, `March`.
fn month(sentence: &Sentence<'_>, at: usize, lexicon: &Lexicon) -> Option<(usize, When)> {
    let month = lexicon.month(sentence.word(at)).filter(|_| sentence.tokens[at].capital)?;
    Some(match year(sentence, at + 1) {
        Some(year) => (2, When::Month(year, month)),
        None => (1, When::Unknown),
    })
}

/// `2023-24`, `2023/24`, `2023 to 2024`, `2024`.
fn years(sentence: &Sentence<'_>, at: usize, lexicon: &Lexicon) -> Option<(usize, When)> {
    let first = year(sentence, at)?;
    let joined = |at: usize| sentence.tokens.get(at).is_some_and(|token| token.joined);
    let second = sentence.word(at + 2);
    match sentence.word(at + 1) {
        "-" | "–" | "/" if joined(at + 1) && joined(at + 2) => {
            let follows = (first + 1) % 100;
            let next = second.parse::<i16>().is_ok_and(|second| second % 100 == follows);
            Some((3, if next { When::Years(first) } else { When::Unknown }))
        }
        word if lexicon.to.has(word) || matches!(word, "–" | "-") => match year(sentence, at + 2)
        {
            Some(second) if second == first + 1 => Some((3, When::Years(first))),
            Some(_) => Some((3, When::Unknown)),
            None => Some((1, When::Year(first))),
        },
        _ => Some((1, When::Year(first))),
    }
}

/// The year at the token `at`: four digits, neither money nor a percentage.
fn year(sentence: &Sentence<'_>, at: usize) -> Option<i16> {
    let token = sentence.tokens.get(at)?;
    let before = at.checked_sub(1).map(|before| sentence.word(before));
    let money = token.joined && before.is_some_and(|sign| sign == "£");
    let plain = token.kind == Kind::Digits && token.low.len() == 4 && !money;
    let year: i16 = token.low.parse().ok().filter(|_| plain)?;
    let goes_on = sentence
        .tokens
        .get(at + 1)
        .is_some_and(|next| next.joined && (next.low == "%" || next.kind == Kind::Word));
    (1900..2100).contains(&year).then_some(year).filter(|_| !goes_on)
}

/// The periods of `outcome` that `when` can mean.
pub(super) fn periods(when: When, outcome: &PublishedOutcome) -> Vec<Period> {
    let last = || outcome.own.last().map(|point| &point.period);
    match when {
        When::Last => last().and_then(Period::year_before).into_iter().collect(),
        When::This => last().cloned().into_iter().collect(),
        _ => known(outcome).filter(|period| names(when, period, outcome.period_type)).collect(),
    }
}

/// Every period that some figure or target of `outcome` is of.
fn known(outcome: &PublishedOutcome) -> impl Iterator<Item = Period> {
    let others = outcome.comparators.values().flat_map(|series| &series.points);
    let points = outcome.own.points.iter().chain(others).map(|point| &point.period);
    let all = points.chain(outcome.targets.iter().filter_map(|target| target.period.as_ref()));
    let mut all: Vec<Period> = all.cloned().collect();
    all.sort();
    all.dedup();
    all.into_iter()
}

/// Whether `when` can be meant for `period`.
fn names(when: When, period: &Period, kind: PeriodType) -> bool {
    let end = period.end(kind).map(|day| day.parts());
    match when {
        When::Years(year) => {
            matches!(*period, Period::Years(begins) | Period::Quarter(begins, _) if begins == year)
        }
        When::Year(year) => {
            let begins = matches!(*period, Period::Years(begins) if begins == year);
            begins || end.is_some_and(|(ends, ..)| ends == year)
        }
        When::Month(year, month) => end.is_some_and(|(y, m, _)| (y, m) == (year, month)),
        When::Day(year, month, day) => end == Some((year, month, day)),
        When::Last | When::This | When::Unknown => false,
    }
}

/// The year of 1 April to 31 March that `when` certainly means.
pub(super) fn certain(when: When) -> Option<i16> {
    match when {
        When::Years(year) => Some(year),
        When::Day(year, 3, 31) => Some(year - 1),
        _ => None,
    }
}
