//! Dates as papers give them: a day, a month, a year, or words.

use crate::yaml::StrOr;
use jiff::civil::Date;
use serde::Deserialize;
use std::fmt;
use std::str::FromStr;

/// A single day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

impl Day {
    /// The day of `year`, `month` (from 1) and `day` (from 1), if there is one.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        Date::new(year, month, day).ok().map(Self)
    }

    /// The last day of a month.
    pub fn last_of(year: i16, month: i8) -> Option<Self> {
        Date::new(year, month, 1).ok().map(|first| Self(first.last_of_month()))
    }

    /// The year, the month from 1, the day from 1.
    pub fn parts(self) -> (i16, i8, i8) {
        (self.0.year(), self.0.month(), self.0.day())
    }

    /// The day of the Unix time `seconds`, in UTC.
    pub fn of_unix_time(seconds: i64) -> Option<Self> {
        let stamp = jiff::Timestamp::from_second(seconds).ok()?;
        Some(Self(stamp.to_zoned(jiff::tz::TimeZone::UTC).date()))
    }

    /// The day `days` later.
    pub fn plus_days(self, days: i32) -> Option<Self> {
        self.0.checked_add(jiff::Span::new().try_days(days).ok()?).ok().map(Self)
    }

    /// How many days later `other` is; below nought if it is earlier.
    pub fn days_to(self, other: Self) -> i32 {
        self.0.until(other.0).map_or(0, |span| span.get_days())
    }

    /// Whether its month ends with it.
    pub fn is_last_of_month(self) -> bool {
        self.0 == self.0.last_of_month()
    }

    /// Whether it is a Saturday or a Sunday.
    pub fn is_weekend(self) -> bool {
        matches!(self.0.weekday(), jiff::civil::Weekday::Saturday | jiff::civil::Weekday::Sunday)
    }

    /// The same day `months` later, or the last day of that month.
    pub fn plus_months(self, months: i32) -> Option<Self> {
        self.0.checked_add(jiff::Span::new().try_months(months).ok()?).ok().map(Self)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Day {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let numbers = numbers::<3>(word, [4, 2, 2]);
        let day = numbers
            .and_then(|[y, m, d]| Self::new(y, i8::try_from(m).ok()?, i8::try_from(d).ok()?));
        day.ok_or_else(|| not_a_day(word))
    }
}

fn not_a_day(word: &str) -> String {
    let parts: Vec<&str> = word.split(['/', '.']).collect();
    match parts[..] {
        [d, m, y] if y.len() == 4 && d.len() <= 2 && m.len() <= 2 => {
            format!("`{word}` is not a date as written here | write `{y}-{m:0>2}-{d:0>2}`")
        }
        _ => format!("`{word}` is not a date | write a day of the calendar as 2025-03-31"),
    }
}

/// `word` as `N` numbers of exactly `widths` digits joined by hyphens.
pub(super) fn numbers<const N: usize>(word: &str, widths: [usize; N]) -> Option<[i16; N]> {
    let mut parts = word.split('-');
    let mut numbers = [0; N];
    for (number, width) in numbers.iter_mut().zip(widths) {
        let part = parts.next().filter(|part| part.len() == width)?;
        *number = part.chars().all(|c| c.is_ascii_digit()).then(|| part.parse().ok())??;
    }
    parts.next().is_none().then_some(numbers)
}

super::read_from_word!(Day);

/// When something happened or falls due, as exactly as the author knows.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "StrOr<Dated, Worded>")]
pub enum When {
    /// A day.
    Day(Day),
    /// A month: year, month from 1.
    Month(i16, i8),
    /// A year.
    Year(i16),
    /// Words such as "to be confirmed": shown as written, outside every rule.
    Words(String),
}

impl When {
    /// The day by which it has happened: a month or year falls on its last
    /// day; words never do.
    pub fn falls(&self) -> Option<Day> {
        match self {
            Self::Day(day) => Some(*day),
            Self::Month(year, month) => Day::last_of(*year, *month),
            Self::Year(year) => Day::new(*year, 12, 31),
            Self::Words(_) => None,
        }
    }

    /// The first day it can mean.
    pub fn begins(&self) -> Option<Day> {
        match self {
            Self::Day(day) => Some(*day),
            Self::Month(year, month) => Day::new(*year, *month, 1),
            Self::Year(year) => Day::new(*year, 1, 1),
            Self::Words(_) => None,
        }
    }

    /// Whether it is wholly before `other`: the year 2024 is not before
    /// 2024-05-01, nor after it.
    pub fn is_before(&self, other: &Self) -> bool {
        matches!((self.falls(), other.begins()), (Some(own), Some(other)) if own < other)
    }

    /// Whether it was known by `as_at`: what has no day always was, and a
    /// month or year counts from its first day.
    pub fn known_by(&self, as_at: Option<Day>) -> bool {
        match (self.begins(), as_at) {
            (Some(day), Some(as_at)) => day <= as_at,
            _ => true,
        }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Words(words) => f.write_str(words),
        }
    }
}

impl When {
    /// The date that `word` is, in digits.
    ///
    /// # Errors
    /// If it is none.
    pub fn read(word: &str) -> Result<Self, String> {
        word.parse::<Dated>().map(|dated| dated.0)
    }
}

/// A date given in digits.
#[derive(Clone, Debug)]
pub struct Dated(When);

/// A date given in words.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Worded {
    text: String,
}

impl From<StrOr<Dated, Worded>> for When {
    fn from(written: StrOr<Dated, Worded>) -> Self {
        match written {
            StrOr::Word(dated) => dated.0,
            StrOr::Map(worded) => Self::Words(worded.text),
        }
    }
}

impl FromStr for Dated {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let month = |[year, month]: [i16; 2]| {
            let month = i8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
            Some(When::Month(year, month))
        };
        numbers::<2>(word, [4, 2])
            .and_then(month)
            .or_else(|| numbers::<1>(word, [4]).map(|[year]| When::Year(year)))
            .map_or_else(|| word.parse().map(When::Day), Ok)
            .map(Self)
            .map_err(|error: String| match error.split_once(" | write a day") {
                Some((error, _)) => format!(
                    "{error} | write 2025-03-31, 2025-03 or 2025; for words write {{text: …}}"
                ),
                None => error,
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_as_exact_as_written() {
        let read = |word: &str| word.parse::<Dated>().map(|dated| dated.0);
        assert_eq!(read("2010-11"), Ok(When::Month(2010, 11)));
        assert_eq!(read("2010"), Ok(When::Year(2010)));
        assert_eq!(read("2024-02-29"), Ok(When::Day(Day::new(2024, 2, 29).unwrap())));
        assert!(read("2023-02-29").is_err());
        assert!(read("18/02/2011").unwrap_err().ends_with("write `2011-02-18`"));
    }

    #[test]
    fn a_month_falls_on_its_last_day() {
        assert_eq!(When::Month(2012, 12).falls(), Day::new(2012, 12, 31));
        assert_eq!(When::Month(2012, 2).falls(), Day::new(2012, 2, 29));
    }
}
