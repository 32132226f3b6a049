//! A colour, and how well it is told from another.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer};

use crate::yaml;

/// The least contrast of words on their ground (WCAG 2.2, 1.4.3).
pub const TEXT: f64 = 4.5;
/// The least contrast of a shape with what is next to it (WCAG 2.2, 1.4.11).
pub const GRAPHIC: f64 = 3.0;

/// A colour of a screen: red, green and blue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Colour([u8; 3]);

impl Colour {
    /// White.
    pub const WHITE: Self = Self([255; 3]);

    /// Black.
    pub const BLACK: Self = Self([0; 3]);

    /// Its red, green and blue, from 0 to 255.
    pub fn channels(self) -> [u8; 3] {
        self.0
    }

    /// The colour of these channels.
    pub fn of_channels(channels: [u8; 3]) -> Self {
        Self(channels)
    }

    /// How light it looks, from 0 for black to 1 for white: the relative
    /// luminance of WCAG 2.2.
    pub fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The contrast ratio of WCAG 2.2, from 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }
}

/// The light of one channel of sRGB, from 0 to 1.
pub(super) fn linear(channel: u8) -> f64 {
    let share = f64::from(channel) / 255.0;
    if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
}

/// A ratio to one decimal, rounded down: 4.46 is not told as the 4.5 that it
/// falls short of.
pub fn ratio_in_words(ratio: f64) -> String {
    format!("{:.1}", (ratio * 10.0).floor() / 10.0)
}

impl FromStr for Colour {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let digits = word.strip_prefix('#').filter(|digits| digits.len() == 6);
        let channel = |at: usize| u8::from_str_radix(digits?.get(at..at + 2)?, 16).ok();
        let all_digits = digits.is_some_and(|all| all.bytes().all(|b| b.is_ascii_hexdigit()));
        match (channel(0), channel(2), channel(4)) {
            (Some(red), Some(green), Some(blue)) if all_digits => Ok(Self([red, green, blue])),
            _ => Err(format!(
                "`{word}` is not a colour as written here | \
                 write six digits after a #, such as `#12436D`, in quotes"
            )),
        }
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02X}{green:02X}{blue:02X}")
    }
}

impl<'de> Deserialize<'de> for Colour {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        yaml::parse_with(deserializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(text: &str) -> Colour {
        text.parse().unwrap()
    }

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        for (one, two, ratio) in [
            ("#000000", "#FFFFFF", 21.0),
            ("#767676", "#ffffff", 4.54),
            ("#12436D", "#FFFFFF", 10.25),
            ("#FFFFFF", "#FFFFFF", 1.0),
        ] {
            let (one, two) = (colour(one), colour(two));
            assert!((one.contrast(two) - ratio).abs() < 0.01, "{}", one.contrast(two));
            assert_eq!(one.contrast(two).to_bits(), two.contrast(one).to_bits());
        }
    }

    #[test]
    fn what_is_not_a_colour_is_refused() {
        for word in ["navy", "#fff", "12436D", "#12436G", "#+1+1+1", "#1é436", ""] {
            assert!(word.parse::<Colour>().is_err(), "{word}");
        }
        assert_eq!(colour("#0a9bFf").to_string(), "#0A9BFF");
    }

    #[test]
    fn a_ratio_that_falls_short_does_not_read_as_if_it_did_not() {
        assert_eq!(ratio_in_words(4.499), "4.4");
        assert_eq!(ratio_in_words(4.5), "4.5");
    }
}
