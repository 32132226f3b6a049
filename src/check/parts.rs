//! Parts that a sentence says make a whole: `817 children: 410 in care and 407
//! care leavers`.

use super::lexicon::Lexicon;
use super::number::{How, Unit};
use super::sentence::{Figure, Sentence};
use crate::diagnostic::{Diagnostic, codes};
use rust_decimal::Decimal;
use std::ops::Range;

/// A whole and its parts, over these tokens, that do not agree.
pub(super) struct Uneven {
    pub(super) tokens: Range<usize>,
    whole: Decimal,
    sum: Decimal,
    unit: Unit,
}

/// The wholes of `sentence` whose parts do not make them.
pub(super) fn uneven(sentence: &Sentence<'_>, lexicon: &Lexicon) -> Vec<Uneven> {
    let counts = (0..sentence.figures.len()).filter_map(|at| count(sentence, at, lexicon));
    counts.chain(percentages(sentence, lexicon)).collect()
}

/// The whole at the figure `at`, and every figure after it as its parts.
fn count(sentence: &Sentence<'_>, at: usize, lexicon: &Lexicon) -> Option<Uneven> {
    let (whole, parts) = (sentence.figures.get(at)?, sentence.figures.get(at + 1..)?);
    let (first, last) = (parts.first()?, parts.last()?);
    let said = says_whole(sentence, whole, first, lexicon)?;
    let plain =
        |figure: &Figure<'_>| figure.number.unit == Unit::Plain && figure.number.how == How::Exact;
    let all = plain(whole) && parts.len() >= 2 && parts.iter().all(plain);
    let list = parts.windows(2).all(|pair| is_listed(sentence, pair, lexicon))
        && ends_list(sentence, parts, lexicon);
    let some = (whole.tokens.end..sentence.tokens.len())
        .any(|at| lexicon.some_of.begins(sentence.words(at)).is_some());
    let sum: Decimal = parts.iter().map(|figure| figure.number.value).sum();
    let whole_value = whole.number.value;
    let off = (sum - whole_value).abs();
    // `of whom` may begin with some of them; a near miss was meant to be all.
    let meant = said == Says::Surely || off * Decimal::TEN <= whole_value;
    let wrong = all && list && !some && meant && sum != whole_value;
    wrong.then_some(Uneven {
        tokens: first.tokens.start..last.tokens.end,
        whole: whole_value,
        sum,
        unit: Unit::Plain,
    })
}

/// How surely a sentence says that parts make the whole.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Says {
    Surely,
    Perhaps,
}

/// Whether `:`, or `of whom`, stands between a whole and its first part.
fn says_whole(
    sentence: &Sentence<'_>,
    whole: &Figure<'_>,
    first: &Figure<'_>,
    lexicon: &Lexicon,
) -> Option<Says> {
    let before = first.tokens.start.checked_sub(1)?;
    if sentence.word(before) == ":" && before >= whole.tokens.end {
        return Some(Says::Surely);
    }
    let phrase = sentence.ends_before(&lexicon.made_up_of, first.tokens.start)?;
    (phrase >= whole.tokens.end).then_some(Says::Perhaps)
}

/// Whether the second of two figures begins an item of a list.
fn is_listed(sentence: &Sentence<'_>, pair: &[Figure<'_>], lexicon: &Lexicon) -> bool {
    let [first, second] = pair else { return false };
    let Some(before) = second.tokens.start.checked_sub(1) else { return false };
    before >= first.tokens.end
        && (matches!(sentence.word(before), "," | ";") || lexicon.and.has(sentence.word(before)))
}

/// Whether the last item of the list is joined with `and`.
fn ends_list(sentence: &Sentence<'_>, parts: &[Figure<'_>], lexicon: &Lexicon) -> bool {
    let last = parts.last().and_then(|last| last.tokens.start.checked_sub(1));
    last.is_some_and(|before| lexicon.and.has(sentence.word(before)))
}

/// `Of the children, 68% …, 14% … and 20% …`: percentages of a whole that are
/// all of it, or near enough to have been meant so.
fn percentages(sentence: &Sentence<'_>, lexicon: &Lexicon) -> Option<Uneven> {
    let figures: Vec<&Figure<'_>> =
        sentence.figures.iter().filter(|figure| figure.number.unit == Unit::Percent).collect();
    let (first, last) = (figures.first()?, figures.last()?);
    let together: Vec<Figure<'_>> = figures.iter().map(|figure| (*figure).clone()).collect();
    let list = together.windows(2).all(|pair| is_listed(sentence, pair, lexicon))
        && ends_list(sentence, &together, lexicon);
    let exact = figures.iter().all(|figure| figure.number.how == How::Exact);
    let opens = lexicon.of.begins(sentence.words(0)).is_some();
    let some =
        (0..sentence.tokens.len()).any(|at| lexicon.some_of.begins(sentence.words(at)).is_some());
    let sum: Decimal = figures.iter().map(|figure| figure.number.value).sum();
    let off = (sum - Decimal::ONE_HUNDRED).abs();
    let parts = Decimal::from(figures.len());
    let wrong = figures.len() >= 3 && list && exact && opens && !some;
    let meant = off > parts / Decimal::TWO && off <= Decimal::TEN;
    (wrong && meant).then_some(Uneven {
        tokens: first.tokens.start..last.tokens.end,
        whole: Decimal::ONE_HUNDRED,
        sum,
        unit: Unit::Percent,
    })
}

impl Uneven {
    /// What is said of it.
    pub(super) fn tell(&self) -> Diagnostic {
        let sign = if self.unit == Unit::Percent { "%" } else { "" };
        let (whole, sum) = (self.whole.normalize(), self.sum.normalize());
        let message = format!("the parts add up to {sum}{sign}, and the whole is {whole}{sign}");
        Diagnostic::warning(codes::TYPED_PARTS, message)
            .help("correct the whole, or the part that is wrong")
    }
}
