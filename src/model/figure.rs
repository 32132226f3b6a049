//! Figures: exact decimals as written, and the marks that stand for them or
//! beside them.

use rust_decimal::Decimal;
use serde::Deserialize;
use std::str::FromStr;

/// A number exactly as it was written: 12.80 keeps its nought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Figure(pub Decimal);

/// The most digits before the point: more than any council counts, and few
/// enough that no sum or product of two figures can overflow.
const LONGEST_WHOLE: usize = 12;
/// The most digits after the point.
const LONGEST_PART: usize = 8;

impl FromStr for Figure {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let digits = |word: &str| {
            let unsigned = word.strip_prefix('-').unwrap_or(word);
            let (whole, part) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
            let fits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
            fits(whole) && fits(part) && whole.len() <= LONGEST_WHOLE && part.len() <= LONGEST_PART
        };
        let word = word.trim();
        let number = digits(word).then(|| Decimal::from_str_exact(word).ok()).flatten();
        number.map(Self).ok_or_else(|| not_a_number(word))
    }
}

super::read_from_word!(Figure);

/// Says what slipped: a sign, a comma, or a marker in the wrong place.
fn not_a_number(word: &str) -> String {
    if word.parse::<Marker>().is_ok() {
        return format!(
            "`{word}` is a missing marker, not a number | write `missing: {word}` instead of `value`"
        );
    }
    let bare: String = word.chars().filter(|c| !"%£, _".contains(*c)).collect();
    if bare != word && bare.parse::<Figure>().is_ok() {
        return format!(
            "`{word}` is not a plain number | write `{bare}`; the unit says what sign it is shown with"
        );
    }
    format!("`{word}` is not a number | write digits with a point if need be, such as 12.8")
}

/// Why a figure is not there, in the symbols of the Government Statistical
/// Service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Marker {
    /// Withheld to protect privacy.
    #[serde(rename = "c")]
    Confidential,
    /// Not available.
    #[serde(rename = "x")]
    NotAvailable,
    /// Not applicable.
    #[serde(rename = "z")]
    NotApplicable,
    /// Rounds to zero but is not zero.
    #[serde(rename = "low")]
    Low,
    /// Too unreliable to publish.
    #[serde(rename = "u")]
    Unreliable,
}

impl Marker {
    /// Every marker, in the order of a key.
    pub const ALL: [Self; 5] =
        [Self::Confidential, Self::NotAvailable, Self::NotApplicable, Self::Low, Self::Unreliable];

    /// The letters, as in YAML and in the theme's strings.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Confidential => "c",
            Self::NotAvailable => "x",
            Self::NotApplicable => "z",
            Self::Low => "low",
            Self::Unreliable => "u",
        }
    }

    /// The symbol in brackets, as shown in tables.
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Confidential => "[c]",
            Self::NotAvailable => "[x]",
            Self::NotApplicable => "[z]",
            Self::Low => "[low]",
            Self::Unreliable => "[u]",
        }
    }
}

impl FromStr for Marker {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|marker| marker.slug() == word)
            .ok_or_else(|| format!("`{word}` is not a marker | markers are c, x, z, low and u"))
    }
}

/// How exact a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Qualifier {
    /// Near it.
    About,
    /// More than it.
    Over,
    /// Less than it.
    Under,
}

impl Qualifier {
    /// The word, as in YAML and in the theme's strings.
    pub fn slug(self) -> &'static str {
        match self {
            Self::About => "about",
            Self::Over => "over",
            Self::Under => "under",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_keep_their_noughts_and_refuse_signs() {
        assert_eq!("12.80".parse::<Figure>().unwrap().0.to_string(), "12.80");
        for (slip, advice) in [
            ("30%", "write `30`;"),
            ("£802", "write `802`;"),
            ("1,234", "write `1234`;"),
            ("c", "write `missing: c`"),
        ] {
            let error = slip.parse::<Figure>().unwrap_err();
            assert!(error.contains(advice), "{error}");
        }
        for word in ["1e3", "0x1f", ".5", "1.", "+3", "", "-"] {
            assert!(word.parse::<Figure>().is_err(), "{word}");
        }
    }
}
