//! Percentages beside what they were worked out from: `74 of 117 (63%)`,
//! `63% (74 of 117)`, `one in four (31%)`.

use super::facts::rounds_to;
use super::lexicon::Lexicon;
use super::number::{How, Number, Unit};
use super::sentence::{Figure, Sentence};
use crate::diagnostic::{Diagnostic, codes};
use rust_decimal::Decimal;
use std::ops::Range;

/// A percentage that does not follow, over these tokens.
pub(super) struct Wrong {
    pub(super) tokens: Range<usize>,
    /// The percentage among the figures.
    pub(super) figure: usize,
    right: Decimal,
    is_part: bool,
}

/// A fraction in words may be this far from the percentage beside it.
const LOOSE: u32 = 5;

/// Every percentage of `sentence` that its own counts or fraction contradict.
pub(super) fn wrong(sentence: &Sentence<'_>, lexicon: &Lexicon) -> Vec<Wrong> {
    let figures = 0..sentence.figures.len();
    figures
        .flat_map(|at| {
            [
                counts(sentence, at, lexicon),
                percent_first(sentence, at, lexicon),
                part(sentence, at, lexicon),
                of_whole(sentence, at, lexicon),
            ]
        })
        .flatten()
        .collect()
}

/// `74 of 117 (63%)`, `74 out of 117, or 62%`: the counts begin at the figure
/// `at`.
fn counts(sentence: &Sentence<'_>, at: usize, lexicon: &Lexicon) -> Option<Wrong> {
    let share = share(sentence, at, lexicon)?;
    let (last, percent) = (sentence.figures.get(at + 1)?, sentence.figures.get(at + 2)?);
    let beside = is_beside(sentence, (last, percent), 5, lexicon);
    (beside && !follows(share, &percent.number)).then(|| Wrong {
        tokens: percent.tokens.clone(),
        figure: at + 2,
        right: share,
        is_part: false,
    })
}

/// `63% (74 of 117)`.
fn percent_first(sentence: &Sentence<'_>, at: usize, lexicon: &Lexicon) -> Option<Wrong> {
    let percent = sentence.figures.get(at)?;
    let share = share(sentence, at + 1, lexicon)?;
    let first = sentence.figures.get(at + 1)?;
    let closed = sentence.word(sentence.figures.get(at + 2)?.tokens.end) == ")";
    let opened = first
        .tokens
        .start
        .checked_sub(1)
        .is_some_and(|sign| sentence.word(sign) == "(" && sign == percent.tokens.end);
    let wrong = opened
        && closed
        && percent.number.unit == Unit::Percent
        && !follows(share, &percent.number);
    wrong.then(|| Wrong {
        tokens: percent.tokens.clone(),
        figure: at,
        right: share,
        is_part: false,
    })
}

/// `Of the 482 children, 92 (19%) …`: the whole is the first figure.
fn of_whole(sentence: &Sentence<'_>, at: usize, lexicon: &Lexicon) -> Option<Wrong> {
    let [whole, part, percent] = sentence.figures.get(..3)? else { return None };
    let opens =
        at == 0 && lexicon.of.begins(sentence.words(0)).is_some() && whole.tokens.start <= 2;
    let plain = [whole, part].into_iter().all(|figure| is_plain(&figure.number));
    let next = part.tokens.end + 1 == percent.tokens.start;
    let beside = next && is_beside(sentence, (part, percent), 1, lexicon);
    let share = (part.number.value * Decimal::ONE_HUNDRED).checked_div(whole.number.value)?;
    let wrong = opens && plain && beside && !follows(share, &percent.number);
    wrong.then(|| Wrong { tokens: percent.tokens.clone(), figure: 2, right: share, is_part: false })
}

fn is_plain(number: &Number) -> bool {
    number.unit == Unit::Plain && number.how == How::Exact
}

/// `two thirds of them (76%)`.
fn part(sentence: &Sentence<'_>, at: usize, lexicon: &Lexicon) -> Option<Wrong> {
    let (part, percent) = (sentence.figures.get(at)?, sentence.figures.get(at + 1)?);
    let is_part = part.number.unit == Unit::Part && percent.number.unit == Unit::Percent;
    let (share, typed) = (part.number.value, percent.number.value);
    let far = match part.number.how {
        How::Exact | How::About => (share - typed).abs() > Decimal::from(LOOSE),
        How::Over => typed < share,
        How::Under => typed > share,
    };
    let wrong = is_part && far && is_beside(sentence, (part, percent), 8, lexicon);
    wrong.then(|| Wrong {
        tokens: part.tokens.clone(),
        figure: at + 1,
        right: share,
        is_part: true,
    })
}

/// The percentage that `74 of 117` makes, if the figure `at` begins such.
fn share(sentence: &Sentence<'_>, at: usize, lexicon: &Lexicon) -> Option<Decimal> {
    let (top, bottom) = (sentence.figures.get(at)?, sentence.figures.get(at + 1)?);
    let between = lexicon.out_of.begins(sentence.words(top.tokens.end))?;
    let (n, m) = (&top.number, &bottom.number);
    let plain = is_plain(n) && is_plain(m);
    let next = top.tokens.end + between == bottom.tokens.start;
    let fits = plain && next && n.value <= m.value;
    (n.value * Decimal::ONE_HUNDRED).checked_div(m.value).filter(|_| fits)
}

/// Whether the percentage stands in brackets, or after `or`, soon after
/// `first`.
fn is_beside(
    sentence: &Sentence<'_>,
    (first, percent): (&Figure<'_>, &Figure<'_>),
    most: usize,
    lexicon: &Lexicon,
) -> bool {
    let from = first.tokens.end;
    let Some(before) = percent.tokens.start.checked_sub(1) else { return false };
    let near = before >= from && before - from <= most && percent.number.unit == Unit::Percent;
    let sign = sentence.word(before);
    let alone = !(from..before)
        .any(|at| matches!(sentence.word(at), "," | ";" | "(" | ":") && at + 1 != before);
    let closed = sentence.word(percent.tokens.end) == ")";
    let or = lexicon.or.has(sign) && before >= 1 && sentence.word(before - 1) == ",";
    near && alone && (sign == "(" && closed || or)
}

fn follows(share: Decimal, typed: &Number) -> bool {
    match typed.how {
        How::Exact => rounds_to(share, typed.value),
        How::About => (share - typed.value).abs() <= Decimal::from(LOOSE),
        How::Over => share >= typed.value,
        How::Under => share <= typed.value,
    }
}

impl Wrong {
    /// What is said of it.
    pub(super) fn tell(&self, said: &str, beside: &str) -> Diagnostic {
        let right = self.right.round_dp(1).normalize();
        let message = match self.is_part {
            true => format!("`{said}` is {right}%, and `{beside}` stands beside it"),
            false => format!(
                "`{said}` does not follow from the two counts beside it, which make {right}%"
            ),
        };
        Diagnostic::warning(codes::TYPED_SHARE, message)
            .help("correct the percentage, or what it is worked out from")
    }
}
