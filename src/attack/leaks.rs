//! Withheld figures that words give away: a passage that names a withheld
//! place beside its true number, in digits or in words.
//!
//! A number is no leak if it may be seen: a figure of another period, area or
//! outcome that the same passage names.

use super::key::{Found, Key, Name, Named};
use super::numbers::{Said, may_say, said};
use super::seen::{LABEL, Passage};
use super::words::{Token, tokens};
use crate::disclosure::GuardedPlace;
use rust_decimal::Decimal;

/// A withheld figure that a passage gives away.
#[derive(Debug, Clone)]
pub(super) struct Leak<'k> {
    /// The place that was withheld.
    pub(super) place: &'k GuardedPlace,
    /// Its subject in the key.
    pub(super) subject: usize,
    /// The number that was told.
    pub(super) number: Decimal,
    /// The words that tell it.
    pub(super) words: String,
}

/// A withheld place that words name.
#[derive(Debug, Clone, Copy)]
struct Meant<'k> {
    place: &'k GuardedPlace,
    subject: usize,
    /// Its period among those of the key, if the words name it.
    period: Option<usize>,
    /// Whether the sentence itself names it, and not only what stands above.
    is_direct: bool,
}

/// What the passage gives away, where `above` is named by what stands above it.
pub(super) fn of<'k>(key: &'k Key<'_>, passage: &Passage, above: &Named) -> Vec<Leak<'k>> {
    if key.defence.places.is_empty() || !may_say(&passage.text) {
        return Vec::new();
    }
    let tokens = tokens(&passage.text);
    let sentences: Vec<&[Token<'_>]> = tokens.split_inclusive(|token| token.ends).collect();
    let Some(last) = sentences.iter().rposition(|sentence| !said(sentence).is_empty()) else {
        return Vec::new();
    };
    let mut context = above.clone();
    if passage.kind == LABEL {
        // A label may be broken, so that its area stands in another.
        context.areas = (0..key.areas.len()).collect();
    }
    let mut leaks = Vec::new();
    for sentence in sentences.into_iter().take(last + 1) {
        let (found, loosely) = key.find_loosely(sentence);
        let mut direct = Named::default();
        found.iter().for_each(|found| direct.add(found));
        loosely.into_iter().for_each(|at| direct.add_subject(at));
        let told = sentence_leaks(key, sentence, &found, &direct, &context);
        leaks
            .extend(told.into_iter().map(|leak| Leak { words: quoted(passage, sentence), ..leak }));
        context.join(&Named { subjects: direct.subjects, areas: direct.areas, ..Named::default() });
    }
    leaks
}

/// What one sentence gives away, where `context` stands above it.
fn sentence_leaks<'k>(
    key: &'k Key<'_>,
    sentence: &[Token<'_>],
    found: &[Found],
    direct: &Named,
    context: &Named,
) -> Vec<Leak<'k>> {
    let meant = meant(key, direct, context);
    if meant.is_empty() {
        return Vec::new();
    }
    let mut around = direct.clone();
    around.join(&Named { periods: Vec::new(), ..context.clone() });
    let free = |said: &Said| {
        is_free(found, said)
            && !around.subjects.iter().any(|at| key.subjects[*at].is_of_title(sentence, said.at))
    };
    let numbers: Vec<Said> = said(sentence).into_iter().filter(free).collect();
    let mut leaks = Vec::new();
    for said in &numbers {
        let when = nearest_period(found, said.at);
        let tells = |meant: &&Meant<'_>| {
            (meant.period.is_none() || when == meant.period)
                && (meant.is_direct || counts_people(sentence, said.at))
                && is_told(meant.place, said.number, Some(said.is_percent))
        };
        let around = Named { periods: when.into_iter().collect(), ..around.clone() };
        if let Some(meant) =
            meant.iter().find(tells).filter(|_| !key.accounts(&around, said.number))
        {
            leaks.push(Leak {
                place: meant.place,
                subject: meant.subject,
                number: said.number,
                words: String::new(),
            });
        }
    }
    leaks
}

/// Words that may follow a number of people whom the sentence does not name.
const PEOPLE: [&str; 44] = [
    "child",
    "person",
    "young",
    "boy",
    "girl",
    "pupil",
    "student",
    "leaver",
    "baby",
    "teenager",
    "care",
    "case",
    "individual",
    "other",
    "more",
    "of",
    "in",
    "was",
    "wa",
    "were",
    "is",
    "are",
    "had",
    "ha",
    "have",
    "who",
    "whom",
    "that",
    "which",
    "and",
    "or",
    "but",
    "at",
    "for",
    "from",
    "with",
    "this",
    "year",
    "during",
    "only",
    "percent",
    "per",
    "to",
    "out",
];

/// Whether the number at `at` can be one of people: no other noun follows it.
fn counts_people(sentence: &[Token<'_>], at: usize) -> bool {
    let ends = sentence
        .get(at)
        .is_none_or(|token| token.ends || token.after.is_some_and(|c| !c.is_alphanumeric()));
    ends || sentence.get(at + 1).is_none_or(|next| PEOPLE.contains(&&*next.word))
}

/// Whether `number` tells the figure of `place`; `is_percent` where words say
/// so or not, `None` in data.
pub(super) fn is_told(place: &GuardedPlace, number: Decimal, is_percent: Option<bool>) -> bool {
    let is_share = place.unit.is_percent() && super::key::base(&place.name).ends_with("/value");
    is_percent.is_none_or(|said| said == is_share) && place.is(number)
}

/// Whether a number is not part of a name.
fn is_free(found: &[Found], said: &Said) -> bool {
    !found.iter().any(|found| (found.from..found.to).contains(&said.at))
}

/// The numbers that `text` writes in digits and that are not part of a name.
pub(super) fn free_numbers(key: &Key<'_>, text: &str) -> impl Iterator<Item = Decimal> {
    let tokens = if may_say(text) { tokens(text) } else { Vec::new() };
    let mut digits = said(&tokens);
    digits.retain(|said| tokens[said.at].digits().is_some());
    let found = if digits.is_empty() { Vec::new() } else { key.find(&tokens) };
    digits.into_iter().filter(move |said| is_free(&found, said)).map(|said| said.number)
}

/// What the heads and the caption of a table give away with the number of one
/// of its cells.
pub(super) fn in_cell<'k>(
    key: &'k Key<'_>,
    heads: &Named,
    context: &Named,
    number: Decimal,
) -> Option<Leak<'k>> {
    let mut around = heads.clone();
    around.join(context);
    let meant = meant(key, &around, &Named::default());
    // What no page prints has no column of its own: a number is it only where
    // the heads say of when.
    let told = meant.iter().find(|meant| {
        (meant.place.is_printed || meant.period.is_some()) && is_told(meant.place, number, None)
    })?;
    (!key.accounts(&around, number)).then(|| Leak {
        place: told.place,
        subject: told.subject,
        number,
        words: String::new(),
    })
}

/// The withheld places that a sentence means.
fn meant<'k>(key: &'k Key<'_>, direct: &Named, context: &Named) -> Vec<Meant<'k>> {
    let mut subjects: Vec<usize> =
        direct.subjects.iter().chain(&context.subjects).copied().collect();
    subjects.extend(direct.rows.iter().map(|(subject, _)| subject));
    subjects.sort_unstable();
    subjects.dedup();
    let mut meant = Vec::new();
    for at in subjects {
        let subject = &key.subjects[at];
        let is_direct = direct.subjects.contains(&at);
        let is_near = is_direct || context.subjects.contains(&at);
        for place in subject.places.iter().filter_map(|place| key.defence.places.get(*place)) {
            let period = place
                .period
                .as_ref()
                .and_then(|own| key.periods.iter().position(|other| other == own));
            let named = period.filter(|period| direct.periods.contains(period));
            let is_other_time = period.is_some() && named.is_none() && !direct.periods.is_empty();
            let is_meant = if subject.is_table() {
                names_cell(key, at, place, direct, is_near)
            } else {
                names_figure(key, place, direct) && (is_direct || (is_near && named.is_some()))
            };
            if is_meant && !is_other_time {
                meant.push(Meant {
                    place,
                    subject: at,
                    period: named,
                    is_direct: is_direct || subject.is_table(),
                });
            }
        }
    }
    meant
}

/// Whether words name both heads of a cell; a total is named by the word, and
/// by its table.
fn names_cell(
    key: &Key<'_>,
    at: usize,
    place: &GuardedPlace,
    direct: &Named,
    is_near: bool,
) -> bool {
    let subject = &key.subjects[at];
    let line = |head: &crate::model::Text, heads: &[String]| {
        heads.iter().position(|known| head.in_language("") == known)
    };
    let row = place.row.as_ref().map(|head| line(head, &subject.rows));
    let column = place.column.as_ref().map(|head| line(head, &subject.columns));
    let has = |line: Option<Option<usize>>, named: &[(usize, usize)]| match line {
        Some(Some(line)) => named.contains(&(at, line)),
        Some(None) => false,
        None => direct.has_total,
    };
    let is_whole = row.is_some() && column.is_some();
    has(row, &direct.rows) && has(column, &direct.columns) && (is_whole || is_near)
}

/// Whether words name the area of a figure, if it is another's.
fn names_figure(key: &Key<'_>, place: &GuardedPlace, direct: &Named) -> bool {
    let part = super::key::base(&place.name).rsplit('/').next().unwrap_or_default();
    match key.areas.iter().position(|area| area == part) {
        Some(area) => direct.areas.contains(&area),
        None => true,
    }
}

/// The period that a number belongs to: the nearest one that is named.
fn nearest_period(found: &[Found], at: usize) -> Option<usize> {
    let periods = found.iter().filter_map(|found| match found.name {
        Name::Period(period) => {
            let away =
                if found.from > at { found.from - at } else { at.saturating_sub(found.to) + 1 };
            Some((away, period))
        }
        _ => None,
    });
    periods.min().map(|(_, period)| period)
}

/// The words of a sentence as they were written.
fn quoted(passage: &Passage, sentence: &[Token<'_>]) -> String {
    let (first, last) = (sentence.first(), sentence.last());
    let from = first.map_or(0, |token| token.end.saturating_sub(token.word.len()));
    let to = last.map_or(0, |token| token.end);
    let text = passage.text.get(from..to).unwrap_or(&passage.text);
    let mut short: String = text.chars().take(LONGEST).collect();
    if text.chars().count() > LONGEST {
        short.push('…');
    }
    short
}

/// How many letters of a passage are quoted.
const LONGEST: usize = 160;
