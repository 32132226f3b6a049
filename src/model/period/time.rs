//! How periods lie in time: when they begin, how long they are, and whether
//! one begins where another ends.

use super::{Period, PeriodType};
use crate::model::date::Day;

/// How long a span is: its months if it is made of whole ones, else its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Length {
    Months(i32),
    Days(i32),
}

/// The most months that a span is looked through for whole months.
const LONGEST: i32 = 120;

impl Length {
    fn of(first: Day, last: Day) -> Self {
        let next = last.plus_days(1);
        let is_whole = |months: &i32| next.is_some() && first.plus_months(*months) == next;
        match (1..=LONGEST).find(is_whole) {
            Some(months) => Self::Months(months),
            None => Self::Days(first.days_to(last)),
        }
    }
}

impl Period {
    /// The first day it covers; `None` if it is not stated.
    pub fn begin(&self, kind: PeriodType) -> Option<Day> {
        match *self {
            Self::Years(year) if kind == PeriodType::AcademicYear => Day::new(year, 9, 1),
            Self::Years(year) => Day::new(year, 4, 1),
            Self::Year(year) if kind == PeriodType::YearEnding31March => Day::new(year - 1, 4, 1),
            Self::Year(year) => Day::new(year, 1, 1),
            Self::Quarter(year, 4) => Day::new(year + 1, 1, 1),
            Self::Quarter(year, quarter) => Day::new(year, quarter * 3 + 1, 1),
            Self::Month(year, month) => Day::new(year, month, 1),
            Self::Span(first, _) | Self::Day(first) => Some(first),
            Self::NotStated => None,
        }
    }

    /// Whether two periods are of one shape and length, so that what happened
    /// in one can be set beside what happened in the other.
    pub fn is_comparable_in_length(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Span(first, last), Self::Span(other_first, other_last)) => {
                Length::of(*first, *last) == Length::of(*other_first, *other_last)
            }
            _ => self.like(other),
        }
    }

    /// Whether it begins on the day after `before` ends. A snapshot has no
    /// length, so that this cannot be said of it.
    pub fn follows(&self, before: &Self, kind: PeriodType) -> bool {
        let next = before.end(kind).and_then(|end| end.plus_days(1));
        next.is_some() && self.begin(kind) == next
    }

    /// Whether it is one of the periods by which a year is counted.
    pub fn is_year(&self) -> bool {
        matches!(self, Self::Years(_) | Self::Year(_))
    }

    /// Whether it is shorter than a year, so that it has a season.
    pub fn is_part_of_year(&self) -> bool {
        match self {
            Self::Quarter(..) | Self::Month(..) => true,
            Self::Span(first, last) => first.days_to(*last) < 360,
            _ => false,
        }
    }

    /// Whether a period so written can be of `kind`: `2024-25` is no calendar
    /// year.
    pub fn fits(&self, kind: PeriodType) -> bool {
        use PeriodType as Kind;
        match self {
            Self::Years(_) => {
                matches!(kind, Kind::YearEnding31March | Kind::FinancialYear | Kind::AcademicYear)
            }
            Self::Year(_) => matches!(kind, Kind::YearEnding31March | Kind::CalendarYear),
            Self::Quarter(..) => kind == Kind::Quarter,
            Self::Month(..) => kind == Kind::Month,
            Self::Span(..) => kind == Kind::Span,
            Self::Day(_) => kind == Kind::Snapshot,
            Self::NotStated => true,
        }
    }
}

/// The same day one year before; the last day of February stays the last.
pub(super) fn year_before(day: Day) -> Option<Day> {
    let before = day.plus_months(-12)?;
    let (year, month, _) = before.parts();
    if day.is_last_of_month() { Day::last_of(year, month) } else { Some(before) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(word: &str) -> Period {
        word.parse().unwrap()
    }

    #[test]
    fn each_kind_of_period_begins_where_the_one_before_ends() {
        for (before, after, kind) in [
            ("2023-24", "2024-25", PeriodType::YearEnding31March),
            ("2023-24", "2024-25", PeriodType::FinancialYear),
            ("2023-24", "2024-25", PeriodType::AcademicYear),
            ("2023", "2024", PeriodType::CalendarYear),
            ("2023", "2024", PeriodType::YearEnding31March),
            ("2024-25-q3", "2024-25-q4", PeriodType::Quarter),
            ("2024-25-q4", "2025-26-q1", PeriodType::Quarter),
            ("2024-dec", "2025-jan", PeriodType::Month),
            ("2023-12-01/2024-11-30", "2024-12-01/2025-11-30", PeriodType::Span),
        ] {
            let (before, after) = (period(before), period(after));
            assert!(after.follows(&before, kind), "{before} {after}");
            assert!(!before.follows(&after, kind), "{after} {before}");
            assert!(!after.follows(&after, kind), "{after}");
            assert!(before.fits(kind) && after.fits(kind));
        }
        let kind = PeriodType::YearEnding31March;
        assert!(!period("2024-25").follows(&period("2022-23"), kind));
    }

    #[test]
    fn a_year_before_a_span_ends_with_its_month() {
        let before = |word: &str| period(word).year_before().map(|period| period.to_string());
        assert_eq!(
            before("2024-03-01/2025-02-28").as_deref(),
            Some("2023-03-01/2024-02-29"),
            "February of a leap year"
        );
        assert_eq!(before("2025-03-31").as_deref(), Some("2024-03-31"));
        assert_eq!(before("2025-03-15").as_deref(), Some("2024-03-15"));
    }

    #[test]
    fn spans_are_alike_in_whole_months_or_in_days() {
        let alike = |a: &str, b: &str| period(a).is_comparable_in_length(&period(b));
        assert!(alike("2022-12-01/2023-11-30", "2023-12-01/2024-11-30"), "365 days and 366");
        assert!(alike("2024-01-01/2024-03-31", "2024-04-01/2024-06-30"), "91 days both");
        assert!(alike("2023-01-01/2023-03-31", "2023-07-01/2023-09-30"), "90 days and 92");
        assert!(alike("2024-01-03/2024-01-09", "2024-01-10/2024-01-16"), "two weeks");
        assert!(!alike("2023-10-01/2024-09-30", "2024-10-01/2025-03-31"), "a year and half of one");
        assert!(!period("2024-25-q1").is_comparable_in_length(&period("2023-24")));
    }

    #[test]
    fn a_period_fits_what_its_type_means() {
        assert!(!period("2024-25").fits(PeriodType::CalendarYear));
        assert!(!period("2024").fits(PeriodType::AcademicYear));
        assert!(!period("2024-25-q1").fits(PeriodType::Month));
        assert!(period("not-stated").fits(PeriodType::Snapshot));
    }
}
