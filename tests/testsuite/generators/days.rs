//! Days, dates of every exactness, and periods of every kind.

use super::tape::Tape;
use super::yaml::Node;
use std::fmt;

/// A day of the calendar: year, month and day from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day(pub(crate) i64, pub(crate) i64, pub(crate) i64);

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0, self.1, self.2)
    }
}

pub(crate) fn last_of(year: i64, month: i64) -> Day {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + i64::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    Day(year, month, days)
}

/// A day, most often of this century.
pub(crate) fn day(tape: &mut Tape) -> Day {
    let year = if tape.once_in(40) { tape.between(1, 9990) } else { tape.between(2005, 2030) };
    day_in(tape, year)
}

pub(crate) fn day_in(tape: &mut Tape, year: i64) -> Day {
    let month = tape.between(1, 12);
    Day(year, month, tape.between(1, last_of(year, month).2))
}

/// A day in one of the years after `day`, so that it is surely later.
pub(crate) fn day_after(tape: &mut Tape, day: Day) -> Day {
    let year = day.0 + tape.between(1, 2);
    day_in(tape, year)
}

/// Some days, each later than the one before and than `start`.
pub(crate) fn days_after(tape: &mut Tape, start: Day, most: usize) -> Vec<Day> {
    let mut last = start;
    let count = tape.below(most + 1);
    (0..count)
        .map(|_| {
            last = day_after(tape, last);
            last
        })
        .collect()
}

/// `day` as exactly as its author knows it: a day, its month or its year.
pub(crate) fn blurred(tape: &mut Tape, day: Day) -> Node {
    match tape.below(8) {
        6 => Node::word(format!("{:04}-{:02}", day.0, day.1)),
        7 => Node::word(format!("{:04}", day.0)),
        _ => Node::word(day),
    }
}

/// A date of any exactness, or words in its place.
pub(crate) fn when(tape: &mut Tape) -> Node {
    if tape.once_in(8) {
        let words = tape.pick(&["To be confirmed", "ongoing", "each spring: see the plan", "2025"]);
        return Node::map([("text", Node::text(words))]);
    }
    let day = day(tape);
    blurred(tape, day)
}

/// How the periods of a series are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Years,
    Academic,
    Year,
    Quarter,
    Month,
    Day,
    Span,
    NotStated,
}

const SHAPES: [Shape; 10] = [
    Shape::Years,
    Shape::Years,
    Shape::Years,
    Shape::Academic,
    Shape::Year,
    Shape::Quarter,
    Shape::Month,
    Shape::Day,
    Shape::Span,
    Shape::NotStated,
];

impl Shape {
    pub(crate) fn any(tape: &mut Tape) -> Self {
        tape.pick(&SHAPES)
    }

    /// A word for `period_type`, if one is needed.
    pub(crate) fn period_type(self, tape: &mut Tape) -> Option<&'static str> {
        match self {
            Self::Years => tape.pick(&[None, Some("year-ending-31-march"), Some("financial-year")]),
            Self::Academic => Some("academic-year"),
            Self::Year => Some("calendar-year"),
            Self::Quarter => Some("quarter"),
            Self::Month => Some("month"),
            Self::Day => Some("snapshot"),
            Self::Span => Some("span"),
            Self::NotStated => None,
        }
    }

    /// The period at place `at` of a series that begins in `year`, and its
    /// last day; years stand apart, so that series are in order.
    pub(crate) fn period(self, year: i64, at: i64) -> Period {
        let (quarters, months) = ((year * 4 + at, at % 4), (year * 12 + at, at % 12));
        match self {
            Self::Years => Period::new(years(year + at), Day(year + at + 1, 3, 31)),
            Self::Academic => Period::new(years(year + at), Day(year + at + 1, 8, 31)),
            Self::Year => Period::new(format!("{:04}", year + at), Day(year + at, 12, 31)),
            Self::Quarter => quarter(quarters.0 / 4, quarters.1 + 1),
            Self::Month => month(months.0 / 12, months.1 + 1),
            Self::Day => Period::new(Day(year + at, 3, 31).to_string(), Day(year + at, 3, 31)),
            Self::Span => span(year + at),
            Self::NotStated => Period { word: "not-stated".to_owned(), end: None },
        }
    }
}

/// A period as written, and its last day.
#[derive(Clone, Debug)]
pub(crate) struct Period {
    pub(crate) word: String,
    pub(crate) end: Option<Day>,
}

impl Period {
    fn new(word: String, end: Day) -> Self {
        Self { word, end: Some(end) }
    }
}

fn years(first: i64) -> String {
    format!("{first:04}-{:02}", (first + 1) % 100)
}

fn quarter(year: i64, quarter: i64) -> Period {
    let end = if quarter == 4 { last_of(year + 1, 3) } else { last_of(year, quarter * 3 + 3) };
    Period::new(format!("{}-q{quarter}", years(year)), end)
}

fn month(year: i64, month: i64) -> Period {
    const NAMES: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let name = NAMES[usize::try_from(month - 1).unwrap()];
    Period::new(format!("{year:04}-{name}"), last_of(year, month))
}

fn span(year: i64) -> Period {
    let (first, last) = (Day(year, 12, 1), Day(year + 1, 11, 30));
    Period::new(format!("{first}/{last}"), last)
}
