//! Reporting periods: years that end in March, school years, quarters, spans.

use super::date::{Day, numbers};
use serde::Deserialize;
use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

mod time;

/// What a period's name means: which days `2024-25` covers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PeriodType {
    /// 1 April to 31 March, as in the children looked after return.
    #[default]
    #[serde(rename = "year-ending-31-march")]
    YearEnding31March,
    /// 1 April to 31 March, of money.
    FinancialYear,
    /// 1 September to 31 August.
    AcademicYear,
    /// 1 January to 31 December.
    CalendarYear,
    /// Three months of a financial year.
    Quarter,
    /// One month.
    Month,
    /// One day: a count as at that date.
    Snapshot,
    /// Any span of days.
    Span,
}

/// A reporting period as written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Period {
    /// `2024-25`: the year it begins.
    Years(i16),
    /// `2024`.
    Year(i16),
    /// `2024-25-q3`: the year it begins, the quarter from 1.
    Quarter(i16, i8),
    /// `2022-jan`: year, month from 1.
    Month(i16, i8),
    /// `2022-12-01/2023-11-30`.
    Span(Day, Day),
    /// `2024-03-31`.
    Day(Day),
    /// `not-stated`: alone in its series.
    NotStated,
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

impl Period {
    /// The last day it covers; `None` if it is not stated.
    pub fn end(&self, kind: PeriodType) -> Option<Day> {
        match *self {
            Self::Years(year) if kind == PeriodType::AcademicYear => Day::new(year + 1, 8, 31),
            Self::Years(year) => Day::new(year + 1, 3, 31),
            Self::Year(year) if kind == PeriodType::YearEnding31March => Day::new(year, 3, 31),
            Self::Year(year) => Day::new(year, 12, 31),
            Self::Quarter(year, 4) => Day::last_of(year + 1, 3),
            Self::Quarter(year, quarter) => Day::last_of(year, quarter * 3 + 3),
            Self::Month(year, month) => Day::last_of(year, month),
            Self::Span(_, last) | Self::Day(last) => Some(last),
            Self::NotStated => None,
        }
    }

    /// The period one year before, if its kind has one.
    pub fn year_before(&self) -> Option<Self> {
        match *self {
            Self::Years(year) => Some(Self::Years(year - 1)),
            Self::Year(year) => Some(Self::Year(year - 1)),
            Self::Quarter(year, quarter) => Some(Self::Quarter(year - 1, quarter)),
            Self::Month(year, month) => Some(Self::Month(year - 1, month)),
            Self::Day(day) => time::year_before(day).map(Self::Day),
            Self::Span(first, last) => {
                let first = first.plus_months(-12)?;
                time::year_before(last).map(|last| Self::Span(first, last))
            }
            Self::NotStated => None,
        }
    }

    /// Whether two periods are of one shape, so that they can follow each
    /// other in a series.
    pub fn like(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }

    /// The order in time of two periods of one series.
    pub fn order(&self, other: &Self, kind: PeriodType) -> Ordering {
        self.end(kind).cmp(&other.end(kind)).then_with(|| self.cmp(other))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Years(year) => write!(f, "{year}-{:02}", (year + 1).rem_euclid(100)),
            Self::Year(year) => write!(f, "{year}"),
            Self::Quarter(year, quarter) => {
                write!(f, "{year}-{:02}-q{quarter}", (year + 1).rem_euclid(100))
            }
            Self::Month(year, month) => {
                let name = usize::try_from(month - 1).ok().and_then(|at| MONTHS.get(at));
                write!(f, "{year}-{}", name.unwrap_or(&"?"))
            }
            Self::Span(first, last) => write!(f, "{first}/{last}"),
            Self::Day(day) => day.fmt(f),
            Self::NotStated => f.write_str("not-stated"),
        }
    }
}

impl FromStr for Period {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        if word == "not-stated" {
            return Ok(Self::NotStated);
        }
        if let Some((first, last)) = word.split_once('/').filter(|(first, _)| first.len() > 4) {
            return span(first, last);
        }
        year(word)
            .or_else(|| years(word).map(Self::Years))
            .or_else(|| quarter(word))
            .or_else(|| month(word))
            .or_else(|| word.parse().ok().map(Self::Day))
            .ok_or_else(|| not_a_period(word))
    }
}

super::read_from_word!(Period);

fn span(first: &str, last: &str) -> Result<Period, String> {
    let (first, last): (Day, Day) = (first.parse()?, last.parse()?);
    if first >= last {
        return Err(format!("the period ends on {last}, before it begins on {first}"));
    }
    Ok(Period::Span(first, last))
}

fn year(word: &str) -> Option<Period> {
    numbers::<1>(word, [4]).map(|[year]| Period::Year(year))
}

/// `2024-25`, whose second part is the year after its first.
fn years(word: &str) -> Option<i16> {
    let [first, second] = numbers::<2>(word, [4, 2])?;
    ((first + 1).rem_euclid(100) == second).then_some(first)
}

fn quarter(word: &str) -> Option<Period> {
    let (year, quarter) = word.rsplit_once("-q")?;
    let quarter = quarter.parse().ok().filter(|quarter| (1..=4).contains(quarter))?;
    years(year).map(|year| Period::Quarter(year, quarter))
}

fn month(word: &str) -> Option<Period> {
    let (year, name) = word.split_once('-')?;
    let [year] = numbers::<1>(year, [4])?;
    let at = MONTHS.iter().position(|month| *month == name)?;
    i8::try_from(at + 1).ok().map(|month| Period::Month(year, month))
}

fn not_a_period(word: &str) -> String {
    let hyphened = word.replace('/', "-");
    let short = match hyphened.split('-').collect::<Vec<_>>()[..] {
        [first, second] if second.len() == 4 => {
            format!("{first}-{}", second.get(2..).unwrap_or(""))
        }
        _ => hyphened,
    };
    if short != word && years(&short).is_some() {
        return format!("`{word}` is not a period as written here | write `{short}`");
    }
    format!(
        "`{word}` is not a period | write a year 2024-25 or 2024, a quarter 2024-25-q3, a month \
         2024-jan, a day 2024-03-31, a span 2022-12-01/2023-11-30, or not-stated"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_read_and_print_alike() {
        for word in [
            "2024-25",
            "1999-00",
            "2024",
            "2024-25-q3",
            "2022-jan",
            "2022-12-01/2023-11-30",
            "2024-03-31",
            "not-stated",
        ] {
            assert_eq!(word.parse::<Period>().unwrap().to_string(), word);
        }
    }

    #[test]
    fn slips_are_named() {
        let error = |word: &str| word.parse::<Period>().unwrap_err();
        assert!(error("2024/25").ends_with("write `2024-25`"), "{}", error("2024/25"));
        assert!(error("2024-2025").ends_with("write `2024-25`"));
        assert!(error("2024-27").starts_with("`2024-27` is not a period | write a year"));
    }

    #[test]
    fn a_year_ends_where_its_type_says() {
        let year: Period = "2024-25".parse().unwrap();
        assert_eq!(year.end(PeriodType::YearEnding31March), Day::new(2025, 3, 31));
        assert_eq!(year.end(PeriodType::AcademicYear), Day::new(2025, 8, 31));
        let quarter: Period = "2024-25-q4".parse().unwrap();
        assert_eq!(quarter.end(PeriodType::Quarter), Day::new(2025, 3, 31));
    }
}
