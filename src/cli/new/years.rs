//! Years moved on: from the period of one edition to that of the next.

use crate::model::{Day, Period, PeriodType};

/// The months as officers write them.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// How far the next edition is from the one before.
#[derive(Clone, Debug)]
pub(super) struct Years {
    months: i32,
    /// What stands for the old edition's time, and for the new one's.
    pairs: Vec<(String, String)>,
}

impl Years {
    /// From `old`, which shows what was known `as_at`, to `new`; `None` if
    /// `new` is not later.
    pub(super) fn between(old: &Period, new: &Period, as_at: Option<Day>) -> Option<Self> {
        let end = |period: &Period| period.end(PeriodType::default());
        let months = months_between(end(old)?, end(new)?);
        if months <= 0 {
            return None;
        }
        let mut years = Self { months, pairs: Vec::new() };
        let first = |period: &Period| period.begin(PeriodType::default());
        for day in [first(old), end(old), as_at].into_iter().flatten() {
            years.pairs.extend(years.day(day).map(|moved| (in_words(day), in_words(moved))));
        }
        let ways = if old.like(new) { ways_to_write(new) } else { Vec::new() };
        let ways = ways.into_iter().chain(std::iter::repeat(new.to_string()));
        years.pairs.extend(ways_to_write(old).into_iter().zip(ways));
        Some(years)
    }

    /// The same day in the new edition's time; the last day of a month stays
    /// the last.
    pub(super) fn day(&self, day: Day) -> Option<Day> {
        let moved = day.plus_months(self.months)?;
        let (year, month, _) = moved.parts();
        if day.is_last_of_month() { Day::last_of(year, month) } else { Some(moved) }
    }

    /// The same period in the new edition's time, if it is moved by whole years.
    pub(super) fn period(&self, period: &Period) -> Option<Period> {
        let years = i16::try_from(self.months / 12).ok().filter(|_| self.months % 12 == 0)?;
        match *period {
            Period::Years(year) => Some(Period::Years(year + years)),
            Period::Year(year) => Some(Period::Year(year + years)),
            Period::Quarter(year, quarter) => Some(Period::Quarter(year + years, quarter)),
            Period::Month(year, month) => Some(Period::Month(year + years, month)),
            Period::Day(day) => self.day(day).map(Period::Day),
            Period::Span(first, last) => {
                Some(Period::Span(first.plus_months(self.months)?, self.day(last)?))
            }
            Period::NotStated => None,
        }
    }

    /// `text` with the old edition's own period and days replaced by those of
    /// the new. Other years stay: they name what does not move.
    pub(super) fn text(&self, text: &str) -> String {
        let mut moved = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let stands_alone = !moved.ends_with(|c: char| c.is_alphanumeric());
            let pair = self.pairs.iter().find(|(old, _)| stands_alone && begins(rest, old));
            match pair {
                Some((old, new)) => {
                    moved.push_str(new);
                    rest = &rest[old.len()..];
                }
                None => {
                    moved.push(c);
                    rest = &rest[c.len_utf8()..];
                }
            }
        }
        moved
    }
}

/// Whether `text` begins with the words `old`, and they end there.
fn begins(text: &str, old: &str) -> bool {
    text.strip_prefix(old).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
}

fn months_between(a: Day, b: Day) -> i32 {
    let count = |day: Day| {
        let (year, month, _) = day.parts();
        i32::from(year) * 12 + i32::from(month)
    };
    count(b) - count(a)
}

/// `31 March 2025`.
fn in_words(day: Day) -> String {
    let (year, month, day) = day.parts();
    let name = usize::try_from(month - 1).ok().and_then(|at| MONTHS.get(at));
    format!("{day} {} {year}", name.unwrap_or(&"?"))
}

/// The ways in which a period is written in titles, the longest first.
fn ways_to_write(period: &Period) -> Vec<String> {
    match period {
        Period::Years(year) => {
            let (next, short) = (year + 1, (year + 1).rem_euclid(100));
            let long = ["-", "–", "/", " to "].map(|sign| format!("{year}{sign}{next}"));
            let brief = ["-", "–", "/"].map(|sign| format!("{year}{sign}{short:02}"));
            long.into_iter().chain(brief).collect()
        }
        period => vec![period.to_string()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn years(old: &str, new: &str) -> Option<Years> {
        let as_at = Day::new(2025, 9, 30);
        Years::between(&old.parse().unwrap(), &new.parse().unwrap(), as_at)
    }

    #[test]
    fn an_edition_is_later_than_the_one_it_goes_on_from() {
        assert!(years("2024-25", "2024-25").is_none());
        assert!(years("2024-25", "2023-24").is_none());
        assert!(years("2024-25", "2025-26").is_some());
    }

    #[test]
    fn titles_move_on_and_names_do_not() {
        let years = years("2024-25", "2025-26").unwrap();
        for (old, new) in [
            ("Annual report 2024-25", "Annual report 2025-26"),
            ("Annual report 2024/25.", "Annual report 2025/26."),
            ("2024 to 2025", "2025 to 2026"),
            ("The year to 31 March 2025, in which", "The year to 31 March 2026, in which"),
            ("known on 30 September 2025", "known on 30 September 2026"),
            ("the reviews of 2023 and 2024", "the reviews of 2023 and 2024"),
            ("from 2023-24", "from 2023-24"),
            ("no 12024-25 or 2024-257", "no 12024-25 or 2024-257"),
        ] {
            assert_eq!(years.text(old), new);
        }
    }

    #[test]
    fn a_year_may_be_named_in_another_way() {
        let years = years("2024-25", "2026").unwrap();
        assert_eq!(years.text("Report 2024-25, or 2024 to 2025"), "Report 2026, or 2026");
    }

    #[test]
    fn days_and_periods_move_by_the_same_time() {
        let years = years("2023-24", "2025-26").unwrap();
        assert_eq!(years.day(Day::new(2024, 2, 29).unwrap()), Day::new(2026, 2, 28));
        assert_eq!(years.day(Day::new(2024, 9, 30).unwrap()), Day::new(2026, 9, 30));
        let moved = |word: &str| years.period(&word.parse().unwrap()).map(|p| p.to_string());
        assert_eq!(moved("2023-24-q4").as_deref(), Some("2025-26-q4"));
        assert_eq!(moved("2022-12-01/2023-11-30").as_deref(), Some("2024-12-01/2025-11-30"));
    }
}
