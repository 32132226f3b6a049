//! The marks that carry data: lines, markers and bars.
//!
//! plotters places their points; how they look is said by a class and, so that
//! colour is never alone, by a shape for each series.

use std::convert::Infallible;

use plotters::element::{Drawable, PointCollection};
use plotters_backend::{BackendCoord, DrawingErrorKind};

use super::ChartError;
use super::backend::Backend;
use super::canvas::{Plot, failed};
use super::svg::{Spot, Svg};

/// What is drawn at, or through, the points of an [`Element`].
#[derive(Clone, Copy, Debug)]
pub(super) enum Pen {
    /// A line through all of them.
    Line(&'static str),
    /// The marker of a series at each of them.
    Marker { slot: usize, provisional: bool },
    /// A bar between two corners.
    Bar { provisional: bool },
}

/// Points, and the pen to draw them with.
#[derive(Clone, Debug)]
pub(super) struct Element {
    points: Vec<(f64, f64)>,
    pen: Pen,
}

impl Element {
    pub(super) fn new(pen: Pen, points: Vec<(f64, f64)>) -> Self {
        Self { points, pen }
    }

    /// Draws it on `plot`.
    pub(super) fn draw_on(self, plot: &mut Plot<'_>) -> Result<(), ChartError> {
        plot.draw_series(std::iter::once(self)).map_err(|error| failed(&error))?;
        Ok(())
    }
}

impl<'a> PointCollection<'a, (f64, f64)> for &'a Element {
    type Point = &'a (f64, f64);
    type IntoIter = &'a [(f64, f64)];

    fn point_iter(self) -> Self::IntoIter {
        &self.points
    }
}

impl Drawable<Backend> for Element {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        spots: I,
        backend: &mut Backend,
        _size: (u32, u32),
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        self.pen.draw(&mut backend.svg, spots.collect());
        Ok(())
    }
}

impl Pen {
    fn draw(self, svg: &mut Svg, spots: Vec<Spot>) {
        match (self, spots.as_slice()) {
            (Self::Line(class), _) => svg.path(class, &[spots]),
            (Self::Bar { provisional }, &[a, b]) => svg.rectangle(bar_class(provisional), a, b),
            (Self::Bar { .. }, _) => {}
            (Self::Marker { slot, provisional }, _) => {
                spots.into_iter().for_each(|spot| marker(svg, slot, provisional, spot));
            }
        }
    }
}

/// Each slot's marker: its first corner from its middle, and the way from each
/// corner to the next. The first is a circle and has none; the others look as
/// large as it to the eye.
const CORNERS: [(Spot, &[Spot]); 6] = [
    ((0, 0), &[]),
    ((-40, -40), &[(80, 0), (0, 80), (-80, 0)]),
    ((0, -55), &[(55, 55), (-55, 55), (-55, -55)]),
    ((0, -52), &[(50, 90), (-100, 0)]),
    ((0, 52), &[(50, -90), (-100, 0)]),
    (
        (-20, -50),
        &[
            (40, 0),
            (0, 30),
            (30, 0),
            (0, 40),
            (-30, 0),
            (0, 30),
            (-40, 0),
            (0, -30),
            (-30, 0),
            (0, -40),
            (30, 0),
        ],
    ),
];
const RADIUS: i32 = 45;

/// Draws the marker of the series in `slot`.
pub(super) fn marker(svg: &mut Svg, slot: usize, provisional: bool, (x, y): Spot) {
    let class = if provisional { "m pr" } else { "m" };
    match CORNERS.get(slot) {
        Some(((dx, dy), ways)) if !ways.is_empty() => svg.outline(class, (x + dx, y + dy), ways),
        _ => svg.circle(class, (x, y), RADIUS),
    }
}

/// The class of all that belongs to the series in `slot`.
pub(super) fn series_class(slot: usize) -> &'static str {
    ["s s1", "s s2", "s s3", "s s4", "s s5", "s s6"].get(slot).copied().unwrap_or("s")
}

fn bar_class(provisional: bool) -> &'static str {
    if provisional { "b pr" } else { "b" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_provisional_marker_says_so_in_its_class() {
        let mut svg = Svg::default();
        marker(&mut svg, 0, true, (100, 100));
        assert_eq!(svg.take(), "<g class=\"m pr\"><circle cx=\"10\" cy=\"10\" r=\"4.5\"/></g>");
    }
}
