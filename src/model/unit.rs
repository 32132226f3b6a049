//! Units: what an outcome's figures count.

use super::text::Text;
use crate::yaml::StrOr;
use rust_decimal::Decimal;
use serde::Deserialize;
use std::str::FromStr;

/// The unit of an outcome's figures.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "StrOr<UnitWord, OtherUnit>")]
pub enum Unit {
    /// One of the units there are rules for.
    Known(UnitWord),
    /// Any other, in its own words.
    Other(Text),
}

/// The units there are rules for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitWord {
    /// Per hundred, shown with `%`.
    Percent,
    /// A whole number of children, visits and so on.
    Count,
    /// Per 10,000 of the population.
    RatePer10000,
    /// One number for another.
    Ratio,
    /// A mean.
    Average,
    /// Money.
    Pounds,
    /// Days.
    Days,
    /// Points on a scale.
    Score,
}

impl UnitWord {
    const ALL: [(&'static str, Self); 8] = [
        ("percent", Self::Percent),
        ("count", Self::Count),
        ("rate-per-10000", Self::RatePer10000),
        ("ratio", Self::Ratio),
        ("average", Self::Average),
        ("pounds", Self::Pounds),
        ("days", Self::Days),
        ("score", Self::Score),
    ];

    /// The word as written.
    pub fn slug(self) -> &'static str {
        Self::ALL.iter().find(|(_, unit)| *unit == self).map_or("", |(slug, _)| slug)
    }
}

impl FromStr for UnitWord {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let known = || Self::ALL.iter().map(|(slug, _)| *slug);
        Self::ALL.iter().find(|(slug, _)| *slug == word).map(|(_, unit)| *unit).ok_or_else(|| {
            let advice = match crate::diagnostic::closest(word, known()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => {
                    let known: Vec<&str> = known().collect();
                    format!(
                        "units are {}; for another write {{other: miles}}",
                        crate::diagnostic::list_of(&known)
                    )
                }
            };
            format!("unknown unit `{word}` | {advice}")
        })
    }
}

/// A unit in its own words.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherUnit {
    other: Text,
}

impl From<StrOr<UnitWord, OtherUnit>> for Unit {
    fn from(written: StrOr<UnitWord, OtherUnit>) -> Self {
        match written {
            StrOr::Word(word) => Self::Known(word),
            StrOr::Map(map) => Self::Other(map.other),
        }
    }
}

impl Unit {
    /// Whether figures are percentages.
    pub fn is_percent(&self) -> bool {
        *self == Self::Known(UnitWord::Percent)
    }

    /// Whether figures count people or things.
    pub fn is_count(&self) -> bool {
        *self == Self::Known(UnitWord::Count)
    }

    /// What a numerator over a denominator is multiplied by to give a figure
    /// of this unit; `None` where a figure is not worked out so.
    pub fn multiplier(&self) -> Option<Decimal> {
        match self {
            Self::Known(UnitWord::Percent) => Some(Decimal::ONE_HUNDRED),
            Self::Known(UnitWord::RatePer10000) => Some(Decimal::new(10_000, 0)),
            Self::Known(UnitWord::Average) => Some(Decimal::ONE),
            _ => None,
        }
    }

    /// How many decimals a figure that is worked out has, where its outcome
    /// does not say: as the Department for Education shows them, percentages
    /// and rates are whole and averages have one.
    pub fn usual_decimals(&self) -> u32 {
        u32::from(*self == Self::Known(UnitWord::Average))
    }
}
