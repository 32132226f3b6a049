//! Words, digits and signs as they stand, before anything is read into them.

use super::lexicon::Lexicon;
use super::passage::{Passage, VALUE};
use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word of letters.
    Word,
    /// A run of digits, with commas and points.
    Digits,
    /// A sign.
    Sign,
    /// An inline value, or something that cannot be read.
    Value,
}

/// A word, a run of digits or a sign.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// In small letters.
    pub(super) low: String,
    /// Without endings; empty if it is no word.
    pub(super) stem: String,
    /// Its bytes in the passage.
    pub(super) range: Range<usize>,
    /// Whether it begins with a capital.
    pub(super) capital: bool,
    /// Whether nothing stands between it and the token before.
    pub(super) joined: bool,
}

/// The tokens of each sentence of `passage`.
pub(super) fn sentences(passage: &Passage<'_>, lexicon: &Lexicon) -> Vec<Vec<Token>> {
    let tokens = tokens(&passage.text, lexicon);
    let mut sentences = vec![Vec::new()];
    let mut rest = tokens.into_iter().peekable();
    while let Some(token) = rest.next() {
        let ends = matches!(token.low.as_str(), "." | "!" | "?")
            && rest.peek().is_none_or(|next| !next.joined || next.low == "”");
        if let Some(sentence) = sentences.last_mut() {
            sentence.push(token);
        }
        if ends {
            sentences.push(Vec::new());
        }
    }
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

/// The tokens of `text`.
pub(super) fn tokens(text: &str, lexicon: &Lexicon) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text.char_indices().peekable();
    let mut end = 0;
    while let Some((at, c)) = rest.next() {
        if c.is_whitespace() {
            continue;
        }
        let kind = kind_of(c);
        let mut to = at + c.len_utf8();
        while let Some((next, d)) = rest.peek().copied() {
            let after = text[next + d.len_utf8()..].chars().next();
            if !goes_on(kind, d, after) {
                break;
            }
            to = next + d.len_utf8();
            rest.next();
        }
        let joined = at == end && at > 0;
        end = to;
        tokens.push(token(kind, &text[at..to], at..to, joined, lexicon));
    }
    tokens
}

fn token(kind: Kind, text: &str, range: Range<usize>, joined: bool, lexicon: &Lexicon) -> Token {
    let low = text.to_lowercase().replace('’', "'");
    let stem = match kind {
        Kind::Word => lexicon.stem(&low),
        Kind::Digits => low.clone(),
        _ => String::new(),
    };
    let capital = text.starts_with(char::is_uppercase);
    Token { kind, low, stem, range, capital, joined }
}

fn kind_of(c: char) -> Kind {
    match c {
        VALUE => Kind::Value,
        c if c.is_ascii_digit() => Kind::Digits,
        c if c.is_alphabetic() => Kind::Word,
        _ => Kind::Sign,
    }
}

/// Whether `c`, before `after`, belongs to a token of this kind.
fn goes_on(kind: Kind, c: char, after: Option<char>) -> bool {
    match kind {
        Kind::Word => {
            c.is_alphabetic() || (matches!(c, '\'' | '’') && after.is_some_and(char::is_alphabetic))
        }
        Kind::Digits => {
            c.is_ascii_digit()
                || (matches!(c, '.' | ',') && after.is_some_and(|next| next.is_ascii_digit()))
        }
        Kind::Sign | Kind::Value => false,
    }
}
