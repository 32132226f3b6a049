//! Numbers that are names: sections, pages, ages, buses, telephone numbers.

use super::lexicon::Lexicon;
use super::sentence::{Role, Sentence};
use super::token::{Kind, Token};

/// A number at the tokens from `at`.
pub(super) struct Spot<'s> {
    pub(super) sentence: &'s Sentence<'s>,
    pub(super) at: usize,
    /// How many tokens it has.
    pub(super) len: usize,
    pub(super) lexicon: &'s Lexicon,
}

impl Spot<'_> {
    /// Whether the number names something and counts nothing.
    pub(super) fn is_name(&self) -> bool {
        self.is_glued_before()
            || self.is_glued_after()
            || self.is_in_a_row()
            || self.is_labelled()
            || self.is_listed()
            || self.is_age()
            || self.is_one()
    }

    fn token(&self, at: usize) -> Option<&Token> {
        self.sentence.tokens.get(at)
    }

    fn before(&self) -> Option<&Token> {
        self.at.checked_sub(1).and_then(|before| self.token(before))
    }

    fn word_before(&self) -> &str {
        self.before().map_or("", |token| token.low.as_str())
    }

    fn is_typed(&self) -> bool {
        self.token(self.at).is_some_and(|token| token.kind == Kind::Digits)
    }

    /// `CA12`, `2-4`, `1/2`.
    fn is_glued_before(&self) -> bool {
        let joined = self.token(self.at).is_some_and(|token| token.joined);
        let glue = |sign: &str| matches!(sign, "-" | "–" | "/" | "." | "#" | ":");
        joined && self.before().is_some_and(|token| token.kind != Kind::Sign || glue(&token.low))
    }

    /// `25s`, `16+`, `22(3A)`, `10:30`, `one-bedroom`; `10k` is a figure.
    fn is_glued_after(&self) -> bool {
        let end = self.at + self.len;
        let Some(after) = self.token(end).filter(|token| token.joined) else { return false };
        let scale = self.lexicon.scales.begins(self.sentence.words(end)).is_some();
        let next = self.token(end + 1).filter(|next| next.joined);
        let goes_on = next.is_some_and(|next| next.kind == Kind::Digits || !self.is_typed());
        match after.low.as_str() {
            "(" | "+" => true,
            "-" | "–" | "/" | ":" => goes_on,
            _ => after.kind == Kind::Word && !scale,
        }
    }

    /// `0345 123 4567`.
    fn is_in_a_row(&self) -> bool {
        let digits = |token: Option<&Token>| token.is_some_and(|token| token.kind == Kind::Digits);
        self.is_typed() && (digits(self.before()) || digits(self.token(self.at + self.len)))
    }

    /// `section 22`, `aged 19`, `Year 5`.
    fn is_labelled(&self) -> bool {
        let word = self.word_before();
        let capital = self.before().is_some_and(|token| token.capital);
        self.lexicon.labels.has(word)
            || self.lexicon.ages.has(word)
            || capital && self.lexicon.named_years.has(word)
    }

    /// `aged 19 to 21`, `promises 1 and 8`: the number before was a name.
    fn is_listed(&self) -> bool {
        let word = self.word_before();
        let joins = word == "," || self.lexicon.and.has(word) || self.lexicon.to.has(word);
        let first = self.at.checked_sub(2).and_then(|at| self.sentence.roles.get(at));
        let bound = self.at.checked_sub(3).map_or("", |at| self.sentence.word(at));
        joins && first == Some(&Role::Name) && !self.lexicon.age_bounds.has(bound)
    }

    /// `14 or over`, and `under 10` where no noun follows.
    fn is_age(&self) -> bool {
        let end = self.at + self.len;
        let noun = self.token(end).is_some_and(|token| match token.kind {
            Kind::Word => !self.lexicon.and.has(&token.low),
            _ => token.low == "%",
        });
        let bound = self.is_typed() && self.lexicon.age_bounds.has(self.word_before()) && !noun;
        bound || self.lexicon.or_over.begins(self.sentence.words(end)).is_some()
    }

    /// `one of them`.
    fn is_one(&self) -> bool {
        let word = self.sentence.word(self.at);
        !self.is_typed() && self.len == 1 && self.lexicon.one.has(word)
    }
}
