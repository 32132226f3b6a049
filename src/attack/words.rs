//! Words of a passage, folded so that plural and singular are one, and the
//! numbers said in it.

use rust_decimal::Decimal;
use std::borrow::Cow;

/// A word or number of a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token<'t> {
    /// The word in small letters, without the ending of a plural.
    pub(super) word: Cow<'t, str>,
    /// What stands directly before it, spaces apart.
    pub(super) before: Option<char>,
    /// What stands directly after it, spaces apart.
    pub(super) after: Option<char>,
    /// Whether a sentence ends behind it.
    pub(super) ends: bool,
    /// Where it ends in the passage.
    pub(super) end: usize,
}

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

/// Plurals that do not end in s.
const PLURALS: [(&str, &str); 4] =
    [("children", "child"), ("people", "person"), ("men", "man"), ("women", "woman")];

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

const MONTHS: [&str; 24] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
];

/// One form for a word and its plural.
pub(super) fn fold(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
        return singular(word).map_or(Cow::Borrowed(word), |(stem, end)| ended(stem, end));
    }
    let word = word.to_lowercase();
    let one = singular(&word).map(|(stem, end)| ended(stem, end).into_owned());
    Cow::Owned(one.unwrap_or(word))
}

fn ended<'w>(stem: &'w str, end: &str) -> Cow<'w, str> {
    if end.is_empty() { stem.into() } else { format!("{stem}{end}").into() }
}

/// The stem of a plural, and how its singular ends.
fn singular(word: &str) -> Option<(&str, &'static str)> {
    if let Some((_, one)) = PLURALS.iter().find(|(many, _)| *many == word) {
        return Some((one, ""));
    }
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 2) {
        return Some((stem, "y"));
    }
    let stem = word.strip_suffix('s')?;
    (stem.len() > 2 && !stem.ends_with(['s', 'u', 'i'])).then_some((stem, ""))
}

/// The folded words of `text`, for names.
pub(super) fn folded(text: &str) -> Vec<String> {
    tokens(text).into_iter().map(|token| token.word.into_owned()).collect()
}

/// The words and numbers of `text`.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::with_capacity(text.len() / LETTERS + 1);
    let mut start = 0;
    while let Some((from, to)) = next_word(text, start) {
        let between = text.get(start..from).unwrap_or_default();
        if let Some(last) = tokens.last_mut() {
            last.after = between.trim_start().chars().next();
            last.ends = ends_sentence(between);
        }
        let word = fold(text.get(from..to).unwrap_or_default());
        let before = between.trim_end().chars().next_back();
        tokens.push(Token { word, before, after: None, ends: false, end: to });
        start = to;
    }
    if let Some(last) = tokens.last_mut() {
        let after = text.get(start..).unwrap_or_default();
        last.after = after.trim_start().chars().next();
        last.ends = ends_sentence(after.get(..after.len().min(3)).unwrap_or_default());
    }
    tokens
}

/// How many letters a word has at least, with the space before it, on average.
const LETTERS: usize = 5;

/// Where the next word or number begins and ends.
fn next_word(text: &str, start: usize) -> Option<(usize, usize)> {
    let rest = text.get(start..)?;
    let from = start + rest.find(|c: char| c.is_alphanumeric())?;
    let mut to = from;
    let mut letters = text.get(from..)?.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let within = matches!(letter, ',' | '.')
            && next.is_some_and(|next| next.is_ascii_digit())
            && text
                .get(from..from + at)
                .is_some_and(|word| word.ends_with(|c: char| c.is_ascii_digit()));
        let apostrophe = matches!(letter, '\'' | '’') && next.is_some_and(char::is_alphabetic);
        if !letter.is_alphanumeric() && !within && !apostrophe {
            break;
        }
        to = from + at + letter.len_utf8();
    }
    Some((from, to))
}

/// Whether a sentence ends in what stands between two words.
fn ends_sentence(between: &str) -> bool {
    if between == " " {
        return false;
    }
    let mut letters = between.trim_start_matches([')', '”', '"', '’', '%', ']']).chars();
    matches!((letters.next(), letters.next()), (Some('.' | '!' | '?' | ';'), Some(c)) if c.is_whitespace())
        || between.contains(['\n', '|', '•'])
}

impl Token<'_> {
    /// The number written in digits, if it is one.
    pub(super) fn digits(&self) -> Option<Decimal> {
        let is_number = self.word.starts_with(|c: char| c.is_ascii_digit());
        if !is_number || self.word.chars().any(char::is_alphabetic) {
            return None;
        }
        self.word.replace(',', "").parse().ok()
    }

    fn numeral(&self) -> Option<i64> {
        NUMERALS.iter().find(|(word, _)| *word == self.word).map(|(_, number)| *number)
    }

    /// Whether it is a year, by itself.
    fn is_year(&self) -> bool {
        self.word.len() == 4 && matches!(self.word.parse::<u32>(), Ok(1900..=2100))
    }
}

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
    let dated =
        MONTHS.contains(&next(1)) || before.is_some_and(|word| MONTHS.contains(&&*word.word));
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

/// A number in words that begins at `at`: `twenty-one`.
fn in_words(tokens: &[Token<'_>], at: usize) -> Option<i64> {
    let value = tokens.get(at)?.numeral()?;
    let tens = |value: i64| (20..100).contains(&value) && value % 10 == 0;
    let before = at.checked_sub(1).and_then(|at| tokens.get(at)?.numeral());
    if before.is_some_and(tens) && value < 10 {
        return None;
    }
    let ones = tokens.get(at + 1).and_then(|token| token.numeral()).filter(|ones| *ones < 10);
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
    use super::*;

    fn numbers(text: &str) -> Vec<String> {
        let said = said(&tokens(text)).into_iter();
        said.map(|said| format!("{}{}", said.number, if said.is_percent { "%" } else { "" }))
            .collect()
    }

    #[test]
    fn plurals_are_folded() {
        assert_eq!(
            folded("Care leavers’ homes, children and ladies"),
            ["care", "leaver", "home", "child", "and", "lady"]
        );
        assert_eq!([fold("less"), fold("bus"), fold("is")], ["less", "bus", "is"]);
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
    fn sentences_end_where_they_do() {
        let ends = |text: &str| tokens(text).iter().filter(|token| token.ends).count();
        assert_eq!(ends("It rose (by 4%). It fell 2.5 times. e.g. so"), 3);
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
