//! A chart that lies on its side: names to the left, rows of marks, and the
//! numbers of the scale along the foot.
//!
//! Bars, stacked bars and dots share it. It is laid out in two steps: first
//! from left to right, which places every number; then, once each kind knows
//! how tall its rows are, from the top down.

use rust_decimal::Decimal;

use super::axis::Axis;
use super::canvas::{Canvas, Frame, Plot, draw_grid};
use super::element::{Element, Pen};
use super::notes::{self, EDGE, block};
use super::root::Variant;
use super::scale::{Base, Scale, coordinate};
use super::svg::Anchor;
use super::text::{LINE, height, px, widest, width, wrap};
use super::{Chart, ChartError};
use crate::strings::Strings;

mod rows;

pub(super) use rows::{Naming, Row, draw_axis, draw_names, stack};

/// What a chart needs from left to right.
#[derive(Clone, Debug)]
pub(super) struct Wants {
    pub(super) base: Base,
    /// Every number that has a place on the scale.
    pub(super) numbers: Vec<Decimal>,
    /// The widest name beside a row.
    pub(super) names: i32,
    /// The room for words beyond the marks, at the low end and the high end.
    pub(super) room: (i32, i32),
}

/// The layout; lengths in tenths of a pixel.
#[derive(Clone, Debug)]
pub(super) struct Side {
    pub(super) frame: Frame,
    pub(super) scale: Scale,
    notes: Vec<String>,
    /// Where the names of the rows end.
    pub(super) names_edge: i32,
    /// Where a key may be.
    pub(super) key_top: i32,
    pub(super) target: Option<Target>,
}

/// A target, its words laid out.
#[derive(Clone, Debug)]
pub(super) struct Target {
    number: f64,
    words: Vec<String>,
    top: i32,
}

/// Between a name and its row, and around the plot.
const MARGIN: i32 = px(8);
/// Between the numbers of the scale.
const APART: i32 = px(10);

impl Side {
    /// Places everything from left to right.
    pub(super) fn across(
        chart: &Chart,
        wants: &Wants,
        strings: &Strings,
        variant: Variant,
    ) -> Self {
        let (scale, frame) = fitted(chart, wants, strings, variant);
        let notes = notes::lines(chart, &scale, strings, variant);
        let key_top = EDGE + height(notes.len()) + if notes.is_empty() { 0 } else { EDGE };
        let names_edge = frame.left - wants.room.0 - MARGIN;
        let target = target(chart, strings, variant);
        Self { frame, scale, notes, names_edge, key_top, target }
    }

    /// Places everything from the top down: a key and rows of these heights.
    pub(super) fn down(mut self, key: i32, rows: i32) -> Self {
        let mut top = self.key_top + key;
        if let Some(target) = &mut self.target {
            target.top = top;
            top += height(target.words.len());
        }
        self.frame.top = top + MARGIN;
        self.frame.bottom = LINE + MARGIN;
        self.frame.height = self.frame.top + rows + self.frame.bottom;
        self
    }

    /// Where `number` is, from the drawing's left edge.
    pub(super) fn at(&self, number: f64) -> i32 {
        let along = self.scale.share(number) * f64::from(self.frame.plot_width());
        self.frame.left + along.round() as i32
    }

    /// Where the target's line is.
    pub(super) fn target_at(&self) -> Option<i32> {
        self.target.as_ref().map(|target| self.at(target.number))
    }

    /// Draws the notes and the grid, and gives the plot to draw the marks on; its
    /// second number counts tenths from the top.
    pub(super) fn draw<'c>(
        &self,
        canvas: &'c Canvas,
        strings: &Strings,
    ) -> Result<Plot<'c>, ChartError> {
        notes::draw(canvas, &self.notes);
        let Scale { lo, hi, ticks, .. } = &self.scale;
        let height = f64::from(self.frame.plot_height());
        let across = Axis::new(*lo, *hi, ticks);
        let mut plot = canvas.plot(&self.frame, across, Axis::new(height, 0.0, &[]))?;
        canvas.group("axes", || draw_grid(&mut plot, &self.scale, strings))?;
        Ok(plot)
    }

    /// Draws the target's line, and its words above it, kept within the frame. A
    /// rim of the ground lets it be seen across bars.
    pub(super) fn draw_target(
        &self,
        canvas: &Canvas,
        plot: &mut Plot<'_>,
    ) -> Result<(), ChartError> {
        let Some(target) = &self.target else { return Ok(()) };
        let height = f64::from(self.frame.plot_height());
        let ends = vec![(target.number, 0.0), (target.number, height)];
        canvas.group("target", || {
            let half = widest(&target.words) / 2;
            let x = self.at(target.number).max(EDGE + half).min(self.frame.width - EDGE - half);
            canvas.svg(|svg| block(svg, "", Anchor::Middle, (x, target.top), &target.words));
            Element::new(Pen::Line("rim"), ends.clone()).draw_on(plot)?;
            Element::new(Pen::Line("dash"), ends).draw_on(plot)
        })
    }
}

fn target(chart: &Chart, strings: &Strings, variant: Variant) -> Option<Target> {
    let target = chart.target.as_ref()?;
    let words = strings.say("chart.label.target", &[("value", &target.text)]);
    let words = wrap(&words, variant.width() - 2 * EDGE);
    Some(Target { number: coordinate(target.number), words, top: 0 })
}

/// The finest scale whose numbers do not touch, and the frame that it leaves.
fn fitted(chart: &Chart, wants: &Wants, strings: &Strings, variant: Variant) -> (Scale, Frame) {
    let frame = |scale: &Scale| sides(wants, scale, strings, variant);
    let fits = |scale: &Scale| {
        let pitch = scale.pitch() * f64::from(frame(scale).plot_width());
        widest(&scale.labels(strings)) + APART <= pitch as i32
    };
    let scale = match wants.base {
        Base::Zero => Scale::fitting(&wants.numbers, wants.base, &chart.unit, fits),
        // Its ends are told in words, so they are the same in both variants.
        Base::ZeroUnlessFlat | Base::ZeroIfNear => {
            Scale::covering(&wants.numbers, wants.base, &chart.unit, 5).thinned(fits)
        }
    };
    let frame = frame(&scale);
    (scale, frame)
}

/// A frame with its left and right: names and figures beside the plot, and half
/// a number of the scale under each corner.
fn sides(wants: &Wants, scale: &Scale, strings: &Strings, variant: Variant) -> Frame {
    let half = |number| width(&scale.label(number, strings)) / 2 + EDGE;
    let names = if wants.names > 0 { EDGE + wants.names + MARGIN } else { 0 };
    let (below, above) = wants.room;
    Frame {
        width: variant.width(),
        height: 0,
        top: 0,
        right: (above + EDGE).max(half(scale.hi)).min(variant.most_side()),
        bottom: 0,
        left: (names + below).max(half(scale.lo)).min(variant.most_side()),
    }
}
