//! The colours of charts, by name.
//!
//! A [`Token`] is a part that a colour plays: the ground, the ink, the third
//! series. A [`Palette`] gives each a colour for the screen, for a dark screen
//! and for paper, and the reader's own where the system's colours are forced.
//! What must hold between them is in `demand`.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;

mod colour;
mod demand;
mod mix;

pub use colour::{Colour, GRAPHIC, TEXT, ratio_in_words};
pub use demand::{Demand, Need};

/// How many series have a colour of their own.
pub const SLOTS: usize = 6;

/// A part that a colour plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Token {
    /// What the page is made of.
    Ground,
    /// The ground of cards and panels.
    Surface,
    /// Words.
    Ink,
    /// Words that stand back.
    Muted,
    /// Lines behind the data. Without it nothing is lost, so nothing is asked of it.
    Grid,
    /// The line that bars and lines stand on.
    Axis,
    /// The shape beside a good rating or status.
    Ok,
    /// The shape beside one that needs watching.
    Warn,
    /// The shape beside a bad one.
    Bad,
    /// The shape beside one that is neither.
    Info,
    /// The shape beside what is not judged.
    Quiet,
    /// The line, marker or bar of the series in a slot, from 0.
    Series(usize),
    /// Words on the bar of the series in a slot, and its hatching.
    OnSeries(usize),
}

/// The tokens that are not of a series: as written, and as a CSS property.
const NAMES: [(Token, &str, &str); 11] = [
    (Token::Ground, "ground", "bg"),
    (Token::Surface, "surface", "surface"),
    (Token::Ink, "ink", "ink"),
    (Token::Muted, "muted", "mut"),
    (Token::Grid, "grid", "grid"),
    (Token::Axis, "axis", "axis"),
    (Token::Ok, "ok", "ok"),
    (Token::Warn, "warn", "warn"),
    (Token::Bad, "bad", "bad"),
    (Token::Info, "info", "info"),
    (Token::Quiet, "quiet", "quiet"),
];

impl Token {
    /// Every token.
    pub fn all() -> impl Iterator<Item = Self> {
        let slots = (0..SLOTS).flat_map(|slot| [Self::Series(slot), Self::OnSeries(slot)]);
        NAMES.into_iter().map(|(token, ..)| token).chain(slots)
    }

    /// The custom property of stylesheets that holds it, such as `--c1`.
    pub fn property(self) -> String {
        match self {
            Self::Series(slot) => format!("--c{}", slot + 1),
            Self::OnSeries(slot) => format!("--on{}", slot + 1),
            plain => format!("--{}", plain.names().1),
        }
    }

    /// The token written as `name`.
    pub fn named(name: &str) -> Option<Self> {
        Self::all().find(|token| token.to_string() == name)
    }

    fn names(self) -> (&'static str, &'static str) {
        let found = NAMES.into_iter().find(|(token, ..)| *token == self);
        found.map_or(("", ""), |(_, name, property)| (name, property))
    }
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Series(slot) => write!(f, "series-{}", slot + 1),
            Self::OnSeries(slot) => write!(f, "on-series-{}", slot + 1),
            plain => f.write_str(plain.names().0),
        }
    }
}

/// A colour that the reader's system chooses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum SystemColour {
    /// The ground of pages.
    Canvas,
    /// Words on it.
    CanvasText,
    /// Words that stand back.
    GrayText,
    /// Links.
    LinkText,
    /// The ground of what is chosen.
    Highlight,
    /// Words on it.
    HighlightText,
}

/// Where a chart is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Medium {
    /// A screen.
    Light,
    /// A dark screen.
    Dark,
    /// Paper.
    Print,
}

impl Medium {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Print];

    /// The key of a palette's file.
    pub fn key(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Print => "print",
        }
    }
}

/// A colour for every token.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Colours(BTreeMap<Token, Colour>);

impl Colours {
    /// The colour of `token`; black if nobody gave it one.
    pub fn of(&self, token: Token) -> Colour {
        self.0.get(&token).copied().unwrap_or_default()
    }
}

impl FromIterator<(Token, Colour)> for Colours {
    fn from_iter<T: IntoIterator<Item = (Token, Colour)>>(colours: T) -> Self {
        Self(colours.into_iter().collect())
    }
}

/// The colours of a theme's charts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Palette {
    /// For a screen.
    pub light: Colours,
    /// For a dark screen.
    pub dark: Colours,
    /// For paper, and for drawings that are taken away.
    pub print: Colours,
    /// Where the reader's system forces its own colours.
    pub forced: BTreeMap<Token, SystemColour>,
}

impl Palette {
    /// The colours for `medium`.
    pub fn of(&self, medium: Medium) -> &Colours {
        match medium {
            Medium::Light => &self.light,
            Medium::Dark => &self.dark,
            Medium::Print => &self.print,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_token_has_a_name_and_a_property_of_its_own() {
        let all: Vec<Token> = Token::all().collect();
        for (n, token) in all.iter().enumerate() {
            assert_eq!(Token::named(&token.to_string()), Some(*token));
            let others = &all[..n];
            assert!(others.iter().all(|other| other.property() != token.property()), "{token}");
        }
        assert_eq!(all.len(), 11 + 2 * SLOTS);
    }
}
