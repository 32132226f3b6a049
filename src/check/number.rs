//! Numbers in a sentence: which are figures, and which are only names.

use super::lexicon::Lexicon;
use super::named::Spot;
use super::passage::Passage;
use super::sentence::Sentence;
use super::token::Kind;
use rust_decimal::Decimal;
use std::ops::Range;

/// What a number is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// A percentage.
    Percent,
    /// Percentage points.
    Points,
    /// Pounds.
    Pounds,
    /// A part in words, such as `a third`; its value is per hundred.
    Part,
    /// Anything else.
    Plain,
}

/// How exactly a number is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// As it stands.
    Exact,
    /// About so.
    About,
    /// More than this.
    Over,
    /// Less than this.
    Under,
}

/// A number as typed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    pub(super) value: Decimal,
    pub(super) unit: Unit,
    pub(super) how: How,
    /// Whether it is written in words.
    pub(super) in_words: bool,
}

/// What stands at a token.
pub(super) enum Read {
    /// A figure, over these tokens.
    Figure(Range<usize>, Number),
    /// A number that is a name, over these tokens.
    Name(Range<usize>),
    /// No number.
    Nothing,
}

/// The number that begins at the token `at`.
pub(super) fn read(sentence: &Sentence<'_>, at: usize, lexicon: &Lexicon) -> Read {
    if let Some(part) = part(sentence, at, lexicon) {
        return part;
    }
    let pounds = sentence.word(at) == "£";
    let from = if pounds { at + 1 } else { at };
    let Some((len, value, in_words)) = value(sentence, from, lexicon) else {
        return named(sentence, at);
    };
    if (Spot { sentence, at: from, len, lexicon }).is_name() {
        return Read::Name(at..from + len);
    }
    let (len, value) = scaled(sentence, from, len, value, pounds, lexicon);
    let (unit, unit_len) = unit(sentence, from + len, pounds, lexicon);
    let end = from + len + unit_len;
    if is_beside(sentence, end, lexicon) {
        return Read::Name(at..end);
    }
    Read::Figure(at..end, Number { value, unit, how: how(sentence, at, lexicon), in_words })
}

/// Digits that no number can be read from are a name.
fn named(sentence: &Sentence<'_>, at: usize) -> Read {
    match sentence.tokens.get(at).is_some_and(|token| token.kind == Kind::Digits) {
        true => Read::Name(at..at + 1),
        false => Read::Nothing,
    }
}

/// How many tokens a number has, its value, and whether it is in words.
fn value(sentence: &Sentence<'_>, at: usize, lexicon: &Lexicon) -> Option<(usize, Decimal, bool)> {
    let token = sentence.tokens.get(at)?;
    if token.kind == Kind::Digits {
        return digits(&token.low).map(|value| (1, value, false));
    }
    let (len, value) = lexicon.numbers.begins(sentence.words(at))?;
    let tens = value >= Decimal::from(20) && sentence.word(at + 1) == "-";
    let more = lexicon.numbers.begins(sentence.words(at + 2)).filter(|_| tens);
    let more = more.filter(|(_, more)| *more < Decimal::TEN);
    Some(
        more.map_or((len, value, true), |(more_len, more)| {
            (len + 1 + more_len, value + more, true)
        }),
    )
}

/// `1,234.5`, with commas only between thousands.
fn digits(text: &str) -> Option<Decimal> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let mut groups = whole.split(',');
    let first = groups.next()?.len();
    let grouped =
        groups.clone().all(|group| group.len() == 3) && (first <= 3 || !whole.contains(','));
    let plain = !part.contains(['.', ',']) && (first == 1 || !whole.starts_with('0'));
    let short = whole.len() <= 15 && part.len() <= 6;
    text.replace(',', "").parse().ok().filter(|_| grouped && plain && short)
}

/// A thousand, a million.
fn scaled(
    sentence: &Sentence<'_>,
    at: usize,
    len: usize,
    value: Decimal,
    pounds: bool,
    lexicon: &Lexicon,
) -> (usize, Decimal) {
    let joined = sentence.tokens.get(at + len).is_some_and(|token| token.joined);
    match lexicon.scales.begins(sentence.words(at + len)).filter(|_| pounds || !joined) {
        Some((more, scale)) => (len + more, value.checked_mul(scale).unwrap_or(value)),
        None => (len, value),
    }
}

/// The unit that stands at `at`, and over how many tokens.
fn unit(sentence: &Sentence<'_>, at: usize, pounds: bool, lexicon: &Lexicon) -> (Unit, usize) {
    if pounds {
        return (Unit::Pounds, 0);
    }
    if let Some(len) = lexicon.points.begins(sentence.words(at)) {
        return (Unit::Points, len);
    }
    match lexicon.percent.begins(sentence.words(at)) {
        Some(len) => match lexicon.points.begins(sentence.words(at + len)) {
            Some(more) => (Unit::Points, len + more),
            None => (Unit::Percent, len),
        },
        None => (Unit::Plain, 0),
    }
}

/// Whether a percentage is one of something else: 13% more likely.
fn is_beside(sentence: &Sentence<'_>, at: usize, lexicon: &Lexicon) -> bool {
    let word = sentence.word(at);
    lexicon.beside.has(word)
}

/// `a third`, `one in four`; its value is per hundred.
fn part(sentence: &Sentence<'_>, at: usize, lexicon: &Lexicon) -> Option<Read> {
    let number = |value: Decimal| Number {
        value: value * Decimal::ONE_HUNDRED,
        unit: Unit::Part,
        how: how(sentence, at, lexicon),
        in_words: true,
    };
    if let Some((len, value)) = lexicon.fractions.begins(sentence.words(at)) {
        let before = at.checked_sub(1).map_or("", |before| sentence.word(before));
        let next = sentence.word(at + len);
        let counts = next == "(" || lexicon.all_of.has(next);
        let other = lexicon.not_a_fraction.has(before);
        return (counts && !other).then(|| Read::Figure(at..at + len, number(value)));
    }
    let (len, top, _) = value(sentence, at, lexicon)?;
    let inside = lexicon.within.begins(sentence.words(at + len))?;
    let from = at + len + inside;
    let (more, bottom, _) = value(sentence, from, lexicon)?;
    let ends = sentence
        .tokens
        .get(from + more)
        .is_none_or(|next| !next.joined || next.kind == Kind::Sign && next.low != "%");
    let fits = top > Decimal::ZERO && top < bottom && bottom <= Decimal::ONE_HUNDRED && ends;
    let share = top.checked_div(bottom).filter(|_| fits)?;
    Some(Read::Figure(at..from + more, number(share)))
}

/// How the number at `at` is meant, by the words before it.
fn how(sentence: &Sentence<'_>, at: usize, lexicon: &Lexicon) -> How {
    let before = |phrases| sentence.ends_before(phrases, at).is_some();
    if before(&lexicon.under) {
        How::Under
    } else if before(&lexicon.over) {
        How::Over
    } else if before(&lexicon.about) {
        How::About
    } else {
        How::Exact
    }
}

/// The number in the words of an inline value.
pub(super) fn of_words(words: &str, lexicon: &Lexicon) -> Option<Number> {
    let passage = Passage::plain(words);
    let tokens = super::token::tokens(words, lexicon);
    let sentence = Sentence::read(tokens, &passage, lexicon, &Default::default());
    sentence.figures.first().map(|figure| figure.number)
}
