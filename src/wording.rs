//! Published figures in words: the one place where a figure becomes text, so
//! that sentence, table, chart and download say the same.

mod movement;
mod numerals;
mod standing;

pub use movement::{basis_words, judgement_words, refusal_words};
pub use numerals::{ordinal, small_number};
pub use standing::{
    comparator_in_sentence, comparator_title, mean_words, no_record_words, no_standing_words,
};

use crate::disclosure::{Base, Cell, PublishedOutcome, Shown};
use crate::model::target::{Aim, Target};
use crate::model::unit::{Unit, UnitWord};
use crate::model::{Id, Marker, Period, Polarity};
use crate::strings::Strings;
use rust_decimal::Decimal;

/// Says figures of one outcome (or plain counts) in one language.
#[derive(Clone, Copy, Debug)]
pub struct Wording<'a> {
    strings: &'a Strings,
    unit: Option<&'a Unit>,
    /// What a figure is for, such as `week` in £802 a week.
    per: Option<&'a str>,
}

impl<'a> Wording<'a> {
    /// For figures of `unit`; plain numbers if `None`.
    pub fn new(strings: &'a Strings, unit: Option<&'a Unit>) -> Self {
        Self { strings, unit, per: None }
    }

    /// For figures of `outcome`.
    pub fn of(strings: &'a Strings, outcome: &'a PublishedOutcome) -> Self {
        Self { per: outcome.per.as_deref(), ..Self::new(strings, Some(&outcome.unit)) }
    }

    /// A number with its unit's sign: `63%`, `£802`, `49.9`.
    pub fn number(&self, number: Decimal) -> String {
        let written = self.strings.number(number);
        match self.unit {
            Some(Unit::Known(UnitWord::Percent)) => {
                self.strings.say("unit.percent.figure", &[("n", &written)])
            }
            Some(Unit::Known(UnitWord::Pounds)) => {
                let positive = self.strings.number(number.abs());
                let pounds = self.strings.say("unit.pounds.figure", &[("n", &positive)]);
                if number.is_sign_negative() { format!("−{pounds}") } else { pounds }
            }
            Some(Unit::Other(unit)) => {
                format!("{written} {}", unit.in_language(self.strings.language()))
            }
            _ => written,
        }
    }

    /// A figure as shown in tables: `about 390`, `[c]`.
    pub fn cell(&self, cell: &Cell) -> String {
        match cell {
            Cell::Value(shown) => self.shown(shown),
            Cell::Missing(marker) => marker.symbol().to_owned(),
        }
    }

    fn shown(&self, shown: &Shown) -> String {
        let number = self.number(shown.number);
        match shown.qualifier {
            Some(qualifier) => {
                self.strings.say(&format!("qualifier.{}", qualifier.slug()), &[("n", &number)])
            }
            None => number,
        }
    }

    /// A figure as shown in a sentence: it says what it is for, and a missing
    /// one says why.
    pub fn in_sentence(&self, cell: &Cell) -> String {
        match (cell, self.per) {
            (Cell::Value(shown), Some(per)) => {
                let figure = self.shown(shown);
                self.strings.say("figure.per", &[("figure", &figure), ("per", per)])
            }
            (Cell::Value(shown), None) => self.shown(shown),
            (Cell::Missing(marker), _) => self.missing(*marker),
        }
    }

    /// What a figure was worked out from: `122 of 193`.
    pub fn base(&self, base: &Base) -> String {
        let (numerator, denominator) = (base.numerator.get(), base.denominator.get());
        match (numerator, denominator) {
            (Cell::Value(numerator), Cell::Value(denominator)) => {
                let count = |shown: &Shown| self.strings.number(shown.number);
                let counts = [("n", count(numerator)), ("of", count(denominator))];
                let counts = counts.each_ref().map(|(name, count)| (*name, count.as_str()));
                self.strings.say("figure.base", &counts)
            }
            (Cell::Missing(marker), _) | (_, Cell::Missing(marker)) => self.missing(*marker),
        }
    }

    /// Why a figure is not there, with its symbol.
    fn missing(&self, marker: Marker) -> String {
        format!("{} {}", marker.symbol(), marker_words(self.strings, marker))
    }

    /// The size of a change: `3 percentage points`, `£14`, `0.4`.
    fn size(&self, by: Decimal) -> String {
        let by = if self.unit.is_some_and(Unit::is_percent) { by.normalize() } else { by };
        if self.unit.is_some_and(Unit::is_percent) {
            let key = if by == Decimal::ONE { "change.points.one" } else { "change.points.other" };
            return self.strings.say(key, &[("n", &self.strings.number(by))]);
        }
        self.number(by)
    }

    /// What a target asks for: `at most 10%`.
    pub fn target(&self, target: &Target, title_of: impl Fn(&Id) -> String) -> String {
        let say =
            |key: &str, number: &Decimal| self.strings.say(key, &[("n", &self.number(*number))]);
        match &target.aim {
            Aim::AtMost(number) => say("target.at-most", number),
            Aim::AtLeast(number) => say("target.at-least", number),
            Aim::Below(number) => say("target.below", number),
            Aim::Above(number) => say("target.above", number),
            Aim::Between(low, high) => self.strings.say(
                "target.between",
                &[("low", &self.number(*low)), ("high", &self.number(*high))],
            ),
            Aim::BetterThan(name) => {
                self.strings.say("target.better-than", &[("name", &title_of(name))])
            }
            Aim::IncreaseBy(by) => {
                let key =
                    if by.is_sign_negative() { "target.decrease-by" } else { "target.increase-by" };
                self.strings.say(key, &[("by", &self.size(by.abs()))])
            }
            Aim::None(why) => self
                .strings
                .say("target.none", &[("why", why.in_language(self.strings.language()))]),
        }
    }
}

/// Why a figure is not there: `withheld to protect privacy`.
pub fn marker_words(strings: &Strings, marker: Marker) -> String {
    strings.say(&format!("marker.{}", marker.slug()), &[])
}

/// A period of `outcome` in words; for year-to-date figures, from the start of
/// the year.
pub fn period_words(strings: &Strings, outcome: &PublishedOutcome, period: &Period) -> String {
    match outcome.cumulative {
        true => strings.period_to_date(period, outcome.period_type),
        false => strings.period(period, outcome.period_type),
    }
}

/// The same, as short as it can be told: `2024-25`.
pub fn period_words_short(
    strings: &Strings,
    outcome: &PublishedOutcome,
    period: &Period,
) -> String {
    if outcome.cumulative && period.is_part_of_year() {
        return strings.period_to_date(period, outcome.period_type);
    }
    strings.period_short(period, outcome.period_type)
}

/// Which way is better, in words.
pub fn polarity_words(strings: &Strings, polarity: Polarity) -> String {
    strings.say(&format!("polarity.{}", polarity.slug()), &[])
}

/// The unit in words: `percentage`, `rate per 10,000 children under 18`.
pub fn unit_words(strings: &Strings, outcome: &PublishedOutcome) -> String {
    let unit = match &outcome.unit {
        Unit::Known(word) => strings.say(&format!("unit.{}", word.slug()), &[]),
        Unit::Other(words) => words.in_language(strings.language()).to_owned(),
    };
    match &outcome.per {
        Some(per) => strings.say("unit.per", &[("unit", &unit), ("per", per)]),
        None => unit,
    }
}

#[cfg(test)]
mod tests;
