//! Words of a passage, folded so that plural and singular are one.

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

/// Plurals that do not end in s.
const PLURALS: [(&str, &str); 4] =
    [("children", "child"), ("people", "person"), ("men", "man"), ("women", "woman")];

/// The months, in order.
pub(super) const MONTHS: [&str; 12] = [
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
];

/// Whether `word`, folded, is a month or short for one.
pub(super) fn is_month(word: &str) -> bool {
    let is_short = |month: &str| word.len() == 3 && month.starts_with(word);
    word == "sept" || MONTHS.iter().any(|month| *month == word || is_short(month))
}

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

    /// Whether it is a year, by itself.
    pub(super) fn is_year(&self) -> bool {
        self.word.len() == 4 && matches!(self.word.parse::<u32>(), Ok(1900..=2100))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_are_folded() {
        assert_eq!(
            folded("Care leavers’ homes, children and ladies"),
            ["care", "leaver", "home", "child", "and", "lady"]
        );
        assert_eq!([fold("less"), fold("bus"), fold("is")], ["less", "bus", "is"]);
    }

    #[test]
    fn sentences_end_where_they_do() {
        let ends = |text: &str| tokens(text).iter().filter(|token| token.ends).count();
        assert_eq!(ends("It rose (by 4%). It fell 2.5 times. e.g. so"), 3);
    }

    #[test]
    fn months_are_known_in_full_and_in_short() {
        assert!(["march", "mar", "may", "sep", "sept", "dec"].into_iter().all(is_month));
        assert!(!["", "ma", "marc", "day", "octo"].into_iter().any(is_month));
    }
}
