//! Small samples of marks, to put before the words that name or number them.

use super::element::{marker, series_class};
use super::svg::{Spot, Svg};
use super::text::px;

/// What is sampled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Swatch {
    /// A series' line with its marker.
    Line(usize),
    /// A series' marker alone.
    Marker(usize),
    /// A part of a stacked bar.
    Part(usize),
    /// What small multiples are compared with.
    Reference,
    /// The target's line.
    Target,
}

/// The side of the square that stands for a part, and the width of a marker.
const SMALL: i32 = px(11);
const LINE: i32 = px(24);

impl Swatch {
    /// How much room it takes from left to right.
    pub(super) fn width(self) -> i32 {
        match self {
            Self::Marker(_) | Self::Part(_) => SMALL,
            Self::Line(_) | Self::Reference | Self::Target => LINE,
        }
    }

    /// Draws it from the middle of its left edge onwards.
    pub(super) fn draw(self, svg: &mut Svg, (x, y): Spot) {
        svg.open(self.class());
        let middle = (x + self.width() / 2, y);
        let line = vec![(x, y), (x + LINE, y)];
        match self {
            Self::Line(slot) => {
                svg.path("l", &[line]);
                marker(svg, slot, false, middle);
            }
            Self::Marker(slot) => marker(svg, slot, false, middle),
            Self::Part(_) => svg.rectangle("b", (x, y - SMALL / 2), (x + SMALL, y + SMALL / 2)),
            Self::Reference => svg.path("l", &[line]),
            Self::Target => svg.path("dash", &[line]),
        }
        svg.close();
    }

    fn class(self) -> &'static str {
        match self {
            Self::Line(slot) | Self::Marker(slot) | Self::Part(slot) => series_class(slot),
            Self::Reference => "ref",
            Self::Target => "target",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_series_or_parts_have_one_look() {
        let drawn = |swatch: Swatch| {
            let mut svg = Svg::default();
            swatch.draw(&mut svg, (0, 0));
            svg.take()
        };
        let lines = (0..6).map(Swatch::Line).chain([Swatch::Reference, Swatch::Target]);
        let parts = (0..6).map(Swatch::Part);
        let mut all: Vec<String> = lines.chain(parts).map(drawn).collect();
        all.sort_unstable();
        let count = all.len();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
