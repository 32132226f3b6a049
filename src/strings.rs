//! The words of a theme in one language, and how it writes dates and numbers.

use crate::diagnostic::Findings;
use crate::model::{Day, Period, PeriodType, When};
use crate::yaml::{self, StrOr};
use rust_decimal::Decimal;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Every string of a theme in one language.
#[derive(Clone, Debug, Default)]
pub struct Strings {
    language: String,
    words: BTreeMap<String, Counted>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Counted {
    one: String,
    other: String,
}

impl Strings {
    /// Reads a strings file, adding to (and replacing) what is there already.
    pub fn read(&mut self, file: &str, text: &str, findings: &mut Findings) {
        type File = BTreeMap<String, StrOr<String, Counted>>;
        let Some(doc) = yaml::read::<File>(&yaml::Text::file(file, text), findings) else { return };
        for (key, words) in doc.value {
            let counted = match words {
                StrOr::Word(words) => Counted { one: words.clone(), other: words },
                StrOr::Map(counted) => counted,
            };
            self.words.insert(key, counted);
        }
    }

    /// Strings for `language`, none yet.
    pub fn new(language: &str) -> Self {
        Self { language: language.to_owned(), words: BTreeMap::new() }
    }

    /// The language's code.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Every string by its key: the words for one, and for other numbers.
    pub fn all(&self) -> impl Iterator<Item = (&str, [&str; 2])> {
        let words = self.words.iter();
        words.map(|(key, words)| (key.as_str(), [words.one.as_str(), words.other.as_str()]))
    }

    /// Whether there are words for `key`.
    pub fn has(&self, key: &str) -> bool {
        self.words.contains_key(key)
    }

    /// The words for `key`, with each `{name}` of `args` filled in.
    ///
    /// A key without words gives the key itself in brackets, so that it is
    /// seen; a test makes sure that the built-in theme has every key.
    pub fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.pick(key, false, args)
    }

    /// The words for `key` in the number of `n`, with `{n}` and each `{name}`
    /// of `args` filled in.
    pub fn count(&self, key: &str, n: usize, args: &[(&str, &str)]) -> String {
        let number = self.number(Decimal::from(n));
        let mut all = vec![("n", number.as_str()), ("count", number.as_str())];
        all.extend_from_slice(args);
        self.pick(key, n == 1, &all)
    }

    fn pick(&self, key: &str, one: bool, args: &[(&str, &str)]) -> String {
        match self.words.get(key) {
            Some(counted) => fill(if one { &counted.one } else { &counted.other }, args),
            None => format!("[{key}]"),
        }
    }

    /// A number as the language writes it: 1,234.5.
    pub fn number(&self, number: Decimal) -> String {
        let plain = number.abs().to_string();
        let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
        let mut written = String::new();
        if number.is_sign_negative() && !number.is_zero() {
            written.push('−');
        }
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) {
                written.push_str(&self.say("number.group", &[]));
            }
            written.push(digit);
        }
        if !part.is_empty() {
            written.push_str(&self.say("number.point", &[]));
            written.push_str(part);
        }
        written
    }

    /// A day as the language writes it: 31 March 2025.
    pub fn day(&self, day: Day) -> String {
        let (year, month, day) = day.parts();
        let month = self.month_name(month);
        self.say(
            "date.day",
            &[("day", &day.to_string()), ("month", &month), ("year", &year.to_string())],
        )
    }

    fn month_name(&self, month: i8) -> String {
        self.say(&format!("month.{month}"), &[])
    }

    fn month(&self, year: i16, month: i8) -> String {
        self.say("date.month", &[("month", &self.month_name(month)), ("year", &year.to_string())])
    }

    /// A date as exactly as it was given.
    pub fn when(&self, when: &When) -> String {
        match when {
            When::Day(day) => self.day(*day),
            When::Month(year, month) => self.month(*year, *month),
            When::Year(year) => year.to_string(),
            When::Words(words) => words.clone(),
        }
    }

    /// A period as the language writes it: 2024 to 2025.
    pub fn period(&self, period: &Period, kind: PeriodType) -> String {
        let between =
            |from: String, to: String| self.say("period.between", &[("from", &from), ("to", &to)]);
        match *period {
            Period::Years(year) => between(year.to_string(), (year + 1).to_string()),
            Period::Year(year) => year.to_string(),
            Period::Quarter(year, quarter) => {
                let first = if quarter == 4 { 1 } else { quarter * 3 + 1 };
                let end = period.end(kind).map_or(year, |end| end.parts().0);
                let months = self.month(end, first + 2);
                between(self.month_name(first), months)
            }
            Period::Month(year, month) => self.month(year, month),
            Period::Span(first, last) => between(self.day(first), self.day(last)),
            Period::Day(day) => self.day(day),
            Period::NotStated => self.say("period.not-stated", &[]),
        }
    }

    /// What a year-to-date figure of a quarter covers: April to December 2024.
    pub fn period_to_date(&self, period: &Period, kind: PeriodType) -> String {
        let (Period::Quarter(year, quarter @ 2..), Some(end)) = (period, period.end(kind)) else {
            return self.period(period, kind);
        };
        let (end, month, _) = end.parts();
        let from = if *quarter == 4 { self.month(*year, 4) } else { self.month_name(4) };
        self.say("period.between", &[("from", &from), ("to", &self.month(end, month))])
    }

    /// A period as short as it can be told: 2024-25.
    pub fn period_short(&self, period: &Period, kind: PeriodType) -> String {
        match *period {
            Period::Years(year) => {
                let to = format!("{:02}", (year + 1).rem_euclid(100));
                self.say("period.years.short", &[("from", &year.to_string()), ("to", &to)])
            }
            _ => self.period(period, kind),
        }
    }

    /// A list as the language writes it: a, b and c.
    pub fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [rest @ .., last] => {
                self.say("list.and", &[("rest", &rest.join(", ")), ("last", last)])
            }
        }
    }
}

/// Puts each argument in the place of its `{name}`.
fn fill(words: &str, args: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(words.len() + 32);
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            continue;
        };
        match args.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => filled.push_str(value),
            None => filled.extend(["{", name, "}"]),
        }
        rest = after;
    }
    filled + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english() -> Strings {
        let mut strings = Strings::new("en");
        let mut findings = Findings::new();
        strings.read("en.yaml", include_str!("../themes/civic/strings/en.yaml"), &mut findings);
        assert!(!findings.has_errors(), "{findings:?}");
        strings
    }

    #[test]
    fn numbers_dates_and_periods_read_as_in_british_papers() {
        let strings = english();
        let number = |word: &str| strings.number(word.parse().unwrap());
        assert_eq!(number("1234567.50"), "1,234,567.50");
        assert_eq!(number("-12"), "−12");
        assert_eq!(strings.day("2012-07-12".parse().unwrap()), "12 July 2012");
        let period = |word: &str| strings.period(&word.parse().unwrap(), PeriodType::Quarter);
        assert_eq!(period("2024-25"), "2024 to 2025");
        assert_eq!(period("2024-25-q3"), "October to December 2024");
        assert_eq!(period("2024-25-q4"), "January to March 2025");
        let to_date =
            |word: &str| strings.period_to_date(&word.parse().unwrap(), PeriodType::Quarter);
        assert_eq!(to_date("2024-25-q1"), "April to June 2024");
        assert_eq!(to_date("2024-25-q3"), "April to December 2024");
        assert_eq!(to_date("2024-25-q4"), "April 2024 to March 2025");
    }
}
