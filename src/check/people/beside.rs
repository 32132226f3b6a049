//! What stands beside a small group and says who it is: an age, a day, a place.

use super::People;
use crate::check::date::When;
use crate::check::lexicon::Phrases;
use crate::check::passage::Passage;
use crate::check::sentence::{Role, Sentence};
use crate::check::token::Kind;
use std::ops::Range;

/// The greatest age of people in care, or leaving it.
const OLDEST: u32 = 25;

/// The last days of years and quarters, on which figures are counted: they say
/// nothing of a person.
const SNAPSHOTS: [(i8, i8); 5] = [(3, 31), (6, 30), (8, 31), (9, 30), (12, 31)];

/// An age, a day or a place, as typed.
pub(super) enum Beside {
    /// An age in years.
    Age(String),
    /// A day or a month.
    Day(String),
    /// A place.
    Place(String),
}

impl Beside {
    /// Whether `all` name both a day and a place: enough to tell one person.
    pub(super) fn tell_one(all: &[Self]) -> bool {
        let day = all.iter().any(|one| matches!(one, Self::Day(_)));
        day && all.iter().any(|one| matches!(one, Self::Place(_)))
    }

    /// What it is, for the officer.
    pub(super) fn tell(&self) -> String {
        match self {
            Self::Age(said) => format!("an age (`{said}`)"),
            Self::Day(said) => format!("a day or month (`{said}`)"),
            Self::Place(said) => format!("a place (`{said}`)"),
        }
    }
}

impl People {
    /// Every age, day and place of `sentence`.
    pub(super) fn beside(&self, sentence: &Sentence<'_>, passage: &Passage<'_>) -> Vec<Beside> {
        let said = |tokens: &Range<usize>| sentence.said(passage, tokens);
        let mut found: Vec<Beside> = Vec::new();
        let mut at = 0;
        while at < sentence.tokens.len() {
            let (tokens, beside) = if let Some(tokens) = self.age(sentence, at) {
                (tokens.clone(), Beside::Age(said(&tokens)))
            } else if let Some(tokens) = self.day(sentence, at) {
                (tokens.clone(), Beside::Day(said(&tokens)))
            } else if let Some(tokens) = self.place(sentence, at) {
                (tokens.clone(), Beside::Place(said(&tokens)))
            } else {
                at += 1;
                continue;
            };
            at = tokens.end.max(at + 1);
            found.push(beside);
        }
        found
    }

    /// `aged 14`, `14-year-old`, `, 14,`; not a band, as 16 to 17.
    pub(super) fn age(&self, sentence: &Sentence<'_>, at: usize) -> Option<Range<usize>> {
        if self.lexicon.ages.has(sentence.word(at)) {
            let (len, _) = self.years(sentence, at + 1)?;
            return Some(at..at + 1 + len).filter(|age| !self.goes_on(sentence, age.end));
        }
        self.aged(sentence, at).or_else(|| self.bare(sentence, at))
    }

    /// `14-year-old`, `14 years old`.
    pub(super) fn aged(&self, sentence: &Sentence<'_>, at: usize) -> Option<Range<usize>> {
        let (len, _) = self.years(sentence, at)?;
        let before = at.checked_sub(1).map_or("", |before| sentence.word(before));
        let bound = self.lexicon.age_bounds.has(before) || self.ends_a_band(sentence, at);
        let words: Vec<(usize, &str)> = (at + len..sentence.tokens.len().min(at + len + 6))
            .map(|at| (at, sentence.word(at)))
            .filter(|(_, word)| !matches!(*word, "-" | "–"))
            .collect();
        let old = self.lexicon.year_old.begins(words.iter().map(|(_, word)| *word))?;
        let end = old.checked_sub(1).and_then(|last| words.get(last)).map(|(at, _)| at + 1)?;
        Some(at..end).filter(|_| !bound)
    }

    /// Whether the number at `at` is the second of `16 to 17`, or of two years
    /// that follow one another: `16 and 17`.
    fn ends_a_band(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        let Some(join) = at.checked_sub(1) else { return false };
        let word = sentence.word(join);
        let first = join.checked_sub(1).and_then(|first| self.years(sentence, first));
        let second = self.years(sentence, at);
        let follows = first.zip(second).is_some_and(|((_, a), (_, b))| a + 1 == b);
        self.lexicon.band.has(word) && (!self.lexicon.and.has(word) || follows)
    }

    /// The age between two commas, or in brackets, after a person: `a boy, 14,`.
    fn bare(&self, sentence: &Sentence<'_>, at: usize) -> Option<Range<usize>> {
        let (len, _) = self.years(sentence, at)?;
        let before = at.checked_sub(1)?;
        let person = before.checked_sub(1).is_some_and(|at| self.ends_a_person(sentence, at));
        let opens = matches!(sentence.word(before), "," | "(");
        let after = sentence.word(at + len);
        let closes = matches!(after, "," | ")" | "." | "") || self.lexicon.and.has(after);
        (person && opens && closes).then_some(at..at + len)
    }

    /// Whether a noun for a person ends with the token `at`.
    fn ends_a_person(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        let ends = |nouns: &Phrases| {
            (at.saturating_sub(2)..=at).any(|from| {
                nouns.begins(sentence.words(from)).is_some_and(|len| from + len == at + 1)
            })
        };
        ends(&self.lexicon.one_person) || ends(&self.lexicon.many_people)
    }

    /// The number of years at `at`, if somebody in care can be so old.
    fn years(&self, sentence: &Sentence<'_>, at: usize) -> Option<(usize, u32)> {
        let token = sentence.tokens.get(at)?;
        let typed = token.low.parse().ok().filter(|_| token.kind == Kind::Digits);
        let (len, years) = match typed {
            Some(years) => (1, years),
            None => {
                let (len, years) = self.lexicon.numbers.begins(sentence.words(at))?;
                (len, years.to_string().parse().ok()?)
            }
        };
        (years <= OLDEST).then_some((len, years))
    }

    /// Whether an age goes on to another: 16 to 17, 16 and over, 16+.
    fn goes_on(&self, sentence: &Sentence<'_>, end: usize) -> bool {
        let band = self.lexicon.band.has(sentence.word(end));
        let more = self.years(sentence, end + 1).is_some() || sentence.word(end) == "+";
        band && more || self.lexicon.or_over.begins(sentence.words(end)).is_some()
    }

    /// A day or a month of a year; not one on which figures are counted, nor
    /// one that only bounds: by March 2026.
    fn day(&self, sentence: &Sentence<'_>, at: usize) -> Option<Range<usize>> {
        let Role::Date(date) = sentence.roles[at] else { return None };
        let date = sentence.dates.get(date).filter(|date| date.tokens.start == at)?;
        let before = at.checked_sub(1).map_or("", |before| sentence.word(before));
        let is_day = match date.when {
            When::Day(_, month, day) => !SNAPSHOTS.contains(&(month, day)),
            When::Month(..) => true,
            When::Unknown => self.is_day_of_any_year(sentence, &date.tokens),
            _ => false,
        };
        let bound = self.lexicon.not_at.has(before) && before != "from";
        (is_day && !bound).then(|| date.tokens.clone())
    }

    /// `14 May`.
    fn is_day_of_any_year(&self, sentence: &Sentence<'_>, tokens: &Range<usize>) -> bool {
        let day: Option<i8> = sentence.word(tokens.start).parse().ok();
        let month = self.lexicon.month(sentence.word(tokens.start + 1));
        day.zip(month).is_some_and(|(day, month)| !SNAPSHOTS.contains(&(month, day)))
    }

    /// `in Thorsby`, `at St Hilda's School`; not the council's own area, nor a
    /// body, a subject or a year.
    fn place(&self, sentence: &Sentence<'_>, at: usize) -> Option<Range<usize>> {
        if !self.lexicon.place_prepositions.has(sentence.word(at)) {
            return None;
        }
        let from = if sentence.word(at + 1) == "the" { at + 2 } else { at + 1 };
        let named = |at: &usize| {
            let token = &sentence.tokens[*at];
            let small = token.low.len() > 1 && self.lexicon.small.has(&token.low);
            token.kind == Kind::Word
                && (token.capital || small && self.goes_on_named(sentence, *at))
        };
        let end = (from..sentence.tokens.len()).take_while(named).last()? + 1;
        let plain = (from..end).all(|at| sentence.roles[at] == Role::Plain);
        let other = (from..end).any(|at| {
            let word = sentence.word(at).trim_end_matches("'s");
            self.lexicon.not_places.has(word)
                || self.council.contains(word)
                || self.lexicon.month(word).is_some()
        });
        (plain && !other && sentence.tokens[from].capital).then_some(at..end)
    }

    /// Whether a small word stands between two of one name: Isle of Wight.
    fn goes_on_named(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        let capital = |at: usize| sentence.tokens.get(at).is_some_and(|token| token.capital);
        at.checked_sub(1).is_some_and(capital) && capital(at + 1)
    }
}
