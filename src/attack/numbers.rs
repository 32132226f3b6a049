//! The numbers that a passage says of things one can count, in digits and in
//! words, and the one number that a figure is.

use super::words::{Token, is_month};
use rust_decimal::Decimal;

/// A number that a passage says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Said {
    /// The number.
    pub(super) number: Decimal,
    /// Whether it is said to be a percentage.
    pub(super) is_percent: bool,
    /// Which token says it.
    pub(super) at: usize,
}

/// Small numbers in words, which prose uses.
const NUMERALS: [(&str, i64); 28] = [
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
    ("hundred", 100),
];

/// How many letters of a number in words are the same in all its forms.
const STEM: usize = 4;

/// Words before a number that make it a name: chapter 3.
const NAMING: [&str; 26] = [
    "chapter",
    "section",
    "paragraph",
    "page",
    "table",
    "figure",
    "chart",
    "appendix",
    "annex",
    "step",
    "part",
    "item",
    "minute",
    "recommendation",
    "pledge",
    "promise",
    "action",
    "stage",
    "year",
    "aged",
    "age",
    "group",
    "regulation",
    "form",
    "no",
    "number",
];

/// Words after a number that make it a measure of something else than people.
const MEASURES: [&str; 22] = [
    "month",
    "week",
    "year",
    "day",
    "hour",
    "minute",
    "night",
    "mile",
    "km",
    "kilometre",
    "metre",
    "time",
    "pound",
    "p",
    "am",
    "pm",
    "point",
    "percentage",
    "decimal",
    "term",
    "old",
    "stone",
];

/// The numbers that `tokens` say of things one can count, and percentages; not
/// dates, periods, ages, sums of money and names such as chapter 3.
pub(super) fn said(tokens: &[Token<'_>]) -> Vec<Said> {
    (0..tokens.len()).filter_map(|at| said_at(tokens, at)).collect()
}

/// Whether `text` may say a number at all: a digit stands in it, or a word that
/// begins like a number. Most passages say none, and need not be read further.
pub(super) fn may_say(text: &str) -> bool {
    let mut within = false;
    text.as_bytes().iter().enumerate().any(|(at, byte)| {
        let begins = !std::mem::replace(&mut within, byte.is_ascii_alphabetic());
        byte.is_ascii_digit() || (begins && begins_numeral(&text.as_bytes()[at..]))
    })
}

/// Whether the first letters are those of a number in words, in any of its
/// forms: twenties begin like twenty.
fn begins_numeral(text: &[u8]) -> bool {
    let same = |(word, _): &(&str, i64)| {
        let stem = word.len().min(STEM);
        text.get(..stem).is_some_and(|first| first.eq_ignore_ascii_case(&word.as_bytes()[..stem]))
    };
    text.first().is_some_and(|first| b"efhnost".contains(&first.to_ascii_lowercase()))
        && NUMERALS.iter().any(same)
}

fn said_at(tokens: &[Token<'_>], at: usize) -> Option<Said> {
    let token = tokens.get(at)?;
    let before = at.checked_sub(1).and_then(|at| tokens.get(at));
    let next = |by: usize| tokens.get(at + by).map_or("", |token| &*token.word);
    let number = match token.digits() {
        Some(number) => number,
        None => Decimal::from(in_words(tokens, at)?),
    };
    let is_percent =
        token.after == Some('%') || next(1) == "percent" || (next(1), next(2)) == ("per", "cent");
    let named = before.is_some_and(|before| NAMING.contains(&&*before.word) && !before.ends);
    let measured = !is_percent && !token.ends && MEASURES.contains(&next(1));
    let dated = is_month(next(1)) || before.is_some_and(|word| is_month(&word.word));
    let of_period =
        before.is_some_and(|word| word.is_year()) && matches!(token.before, Some('-' | '–' | '/'));
    let money = token.before == Some('£');
    let of_several = next(1) == "figure" || (next(1), next(2), next(3)) == ("of", "the", "two");
    let out = of_several
        || (named && !is_percent)
        || measured
        || dated
        || of_period
        || money
        || token.is_year();
    (!out).then_some(Said { number, is_percent, at })
}

/// The number that a word alone is.
fn numeral(token: &Token<'_>) -> Option<i64> {
    NUMERALS.iter().find(|(word, _)| *word == token.word).map(|(_, number)| *number)
}

/// A number in words that begins at `at`: `twenty-one`.
fn in_words(tokens: &[Token<'_>], at: usize) -> Option<i64> {
    let value = numeral(tokens.get(at)?)?;
    let tens = |value: i64| (20..100).contains(&value) && value % 10 == 0;
    let before = at.checked_sub(1).and_then(|at| numeral(tokens.get(at)?));
    if before.is_some_and(tens) && value < 10 {
        return None;
    }
    let ones = tokens.get(at + 1).and_then(numeral).filter(|ones| *ones < 10);
    Some(value + ones.filter(|_| tens(value)).unwrap_or(0))
}

/// The one number that `text` is, as data or a figure of a table write it.
pub(super) fn figure(text: &str) -> Option<Decimal> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let plain =
        text.trim().trim_start_matches('£').trim_end_matches('%').trim_end().replace(',', "");
    let first = plain.split_whitespace().next().unwrap_or(&plain);
    let rest = plain.get(first.len()..).unwrap_or_default().trim_start();
    let is_alone = rest.is_empty() || rest.starts_with('[');
    first.trim_end_matches('%').parse().ok().filter(|_| is_alone)
}

#[cfg(test)]
mod tests {
    use super::super::words::tokens;
    use super::*;

    fn numbers(text: &str) -> Vec<String> {
        let said = said(&tokens(text)).into_iter();
        said.map(|said| format!("{}{}", said.number, if said.is_percent { "%" } else { "" }))
            .collect()
    }

    #[test]
    fn numbers_of_people_and_percentages_are_read_in_digits_and_in_words() {
        assert_eq!(
            numbers("Three of 1,234 young people, or 0.2%, and twenty-one more"),
            ["3", "1234", "0.2%", "21"]
        );
        assert_eq!(numbers("4 per cent, five percent"), ["4%", "5%"]);
    }

    #[test]
    fn no_number_is_passed_over_unread() {
        for (word, number) in NUMERALS {
            let many =
                word.strip_suffix('y').map_or(format!("{word}s"), |stem| format!("{stem}ies"));
            for text in [word, &many.to_uppercase(), &format!("“{word}”"), &format!("ü-{word}")]
            {
                assert!(numbers(text).contains(&number.to_string()), "{text}");
                assert!(may_say(text), "{text}");
            }
        }
        assert!(may_say("q3") && !may_say("Someone weighs a phone"));
    }

    #[test]
    fn dates_periods_ages_money_and_names_are_not_numbers_of_people() {
        for text in [
            "In 2021-22 and 2023/24",
            "on 3 March 2024",
            "aged 4",
            "£3",
            "chapter 3",
            "4 weeks",
            "the 3rd",
            "3 percentage points",
            "one of the two figures",
            "two years",
        ] {
            assert_eq!(numbers(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn a_figure_is_a_number_alone() {
        let figure = |text: &str| figure(text).map(|number| number.to_string());
        assert_eq!(figure("1,234").as_deref(), Some("1234"));
        assert_eq!(figure("10% [p]provisional").as_deref(), Some("10"));
        assert_eq!(
            [figure("48 of 482"), figure("[c]"), figure("c"), figure("2019-20")],
            [None, None, None, None]
        );
    }
}
