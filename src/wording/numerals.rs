//! Numbers as words, where prose reads better so.

use crate::strings::Strings;
use rust_decimal::Decimal;

const NUMBERS: [&str; 9] = [
    "number.word.1",
    "number.word.2",
    "number.word.3",
    "number.word.4",
    "number.word.5",
    "number.word.6",
    "number.word.7",
    "number.word.8",
    "number.word.9",
];

const ORDINALS: [&str; 9] = [
    "ordinal.word.1",
    "ordinal.word.2",
    "ordinal.word.3",
    "ordinal.word.4",
    "ordinal.word.5",
    "ordinal.word.6",
    "ordinal.word.7",
    "ordinal.word.8",
    "ordinal.word.9",
];

/// How many: in a word below ten (`six`), else in digits.
pub fn small_number(strings: &Strings, number: usize) -> String {
    match number.checked_sub(1).and_then(|at| NUMBERS.get(at)) {
        Some(key) => strings.say(key, &[]),
        None => strings.number(Decimal::from(number)),
    }
}

/// Which in order: in a word below ten (`third`), else in digits (`12th`).
pub fn ordinal(strings: &Strings, place: usize) -> String {
    if let Some(key) = place.checked_sub(1).and_then(|at| ORDINALS.get(at)) {
        return strings.say(key, &[]);
    }
    let key = match (place % 10, place % 100) {
        (_, 11..=13) => "ordinal.th",
        (1, _) => "ordinal.st",
        (2, _) => "ordinal.nd",
        (3, _) => "ordinal.rd",
        _ => "ordinal.th",
    };
    strings.say(key, &[("n", &strings.number(Decimal::from(place)))])
}
