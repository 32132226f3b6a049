//! What must hold between the colours of a palette.
//!
//! Words are read on the ground and on fills. Shapes are told from the ground;
//! where two fills touch, a line of the ground runs between them, so that each
//! needs its contrast with the ground alone. Without colour, on a grey copy,
//! series that follow one another differ in lightness; those that do not follow
//! one another may be alike, since each has a hatching, dash and marker of its
//! own (see `look`).

use super::colour::{GRAPHIC, TEXT};
use super::{Colours, SLOTS, Token};

/// The least contrast of two series that follow one another, on a grey copy.
const NEIGHBOURS: f64 = 1.5;

/// For what two colours must differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Words are read on a ground.
    Text,
    /// A shape is seen on a ground.
    Graphic,
    /// Two series are told apart without colour.
    Grey,
}

impl Need {
    /// The least contrast ratio.
    pub fn least(self) -> f64 {
        match self {
            Self::Text => TEXT,
            Self::Graphic => GRAPHIC,
            Self::Grey => NEIGHBOURS,
        }
    }
}

/// Two tokens that must be told from one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demand {
    /// The one in front.
    pub of: Token,
    /// What it stands on or next to.
    pub on: Token,
    /// What for.
    pub need: Need,
}

impl Demand {
    /// Every demand that a palette must meet.
    pub fn all() -> Vec<Self> {
        let mut all = Vec::new();
        let mut add = |of, on, need| all.push(Self { of, on, need });
        for ground in [Token::Ground, Token::Surface] {
            add(Token::Ink, ground, Need::Text);
            add(Token::Muted, ground, Need::Text);
            for tone in [Token::Ok, Token::Warn, Token::Bad, Token::Info, Token::Quiet] {
                add(tone, ground, Need::Graphic);
            }
        }
        add(Token::Axis, Token::Ground, Need::Graphic);
        for slot in 0..SLOTS {
            add(Token::Series(slot), Token::Ground, Need::Graphic);
            add(Token::OnSeries(slot), Token::Series(slot), Need::Text);
        }
        for slot in 1..SLOTS {
            add(Token::Series(slot), Token::Series(slot - 1), Need::Grey);
        }
        all
    }

    /// The contrast found in `colours`.
    pub fn found(&self, colours: &Colours) -> f64 {
        colours.of(self.of).contrast(colours.of(self.on))
    }

    /// Whether `colours` meet it.
    pub fn is_met(&self, colours: &Colours) -> bool {
        self.found(colours) >= self.need.least()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_token_but_the_grid_is_asked_for() {
        let demands = Demand::all();
        for token in Token::all().filter(|token| *token != Token::Grid) {
            let asked = demands.iter().any(|demand| demand.of == token || demand.on == token);
            assert!(asked, "{token}");
        }
    }

    #[test]
    fn one_colour_for_all_meets_nothing() {
        let colours = Colours::default();
        assert!(Demand::all().iter().all(|demand| !demand.is_met(&colours)));
    }
}
