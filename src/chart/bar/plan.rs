//! Everything in its place before anything is drawn.

use super::figures;
use super::rows::{Row, rows};
use crate::chart::axis::Axis;
use crate::chart::canvas::{Canvas, Frame, Plot};
use crate::chart::notes::{self, EDGE};
use crate::chart::root::Variant;
use crate::chart::scale::{Base, Scale, coordinate};
use crate::chart::text::{LINE, height, px, widest, width, wrap};
use crate::chart::{Chart, ChartError};
use crate::strings::Strings;

/// A bar chart, laid out; lengths in tenths of a pixel.
#[derive(Clone, Debug)]
pub(super) struct Plan<'a> {
    pub(super) frame: Frame,
    pub(super) scale: Scale,
    pub(super) notes: Vec<String>,
    pub(super) rows: Vec<Row<'a>>,
    /// Where the names of the bars end.
    pub(super) names_edge: i32,
    pub(super) target: Option<Target>,
}

/// A target, its words laid out.
#[derive(Clone, Debug)]
pub(super) struct Target {
    pub(super) number: f64,
    pub(super) words: Vec<String>,
    pub(super) top: i32,
}

/// Between a name and its bar, and around the plot.
const MARGIN: i32 = px(8);
/// Between the numbers of the scale.
const APART: i32 = px(10);

impl<'a> Plan<'a> {
    pub(super) fn new(chart: &'a Chart, strings: &Strings, variant: Variant) -> Self {
        let rows = rows(chart, variant);
        let (scale, mut frame) = fitted(chart, &rows, strings, variant);
        let notes = notes::lines(chart, &scale, strings, variant);
        let target = target(chart, EDGE + height(notes.len()), strings, variant);
        let words = target.as_ref().map_or(0, |target| target.words.len());
        frame.top = EDGE + height(notes.len() + words) + MARGIN;
        frame.bottom = LINE + MARGIN;
        frame.height = frame.top + rows.last().map_or(0, |row| row.body().1) + frame.bottom;
        let names_edge = frame.left - figures::room(chart).0 - MARGIN;
        Self { frame, scale, notes, rows, names_edge, target }
    }

    /// Where `number` is, from the drawing's left edge.
    pub(super) fn at(&self, number: f64) -> i32 {
        let along = self.scale.share(number) * f64::from(self.frame.plot_width());
        self.frame.left + along.round() as i32
    }

    /// Lays the axes over the frame; the second counts tenths from the top.
    pub(super) fn plot<'c>(&self, canvas: &'c Canvas) -> Result<Plot<'c>, ChartError> {
        let Scale { lo, hi, ticks, .. } = &self.scale;
        let height = f64::from(self.frame.plot_height());
        canvas.plot(&self.frame, Axis::new(*lo, *hi, ticks), Axis::new(height, 0.0, &[]))
    }
}

fn target(chart: &Chart, top: i32, strings: &Strings, variant: Variant) -> Option<Target> {
    let target = chart.target.as_ref()?;
    let words = strings.say("chart.label.target", &[("value", &target.text)]);
    let words = wrap(&words, variant.width() - 2 * EDGE);
    Some(Target { number: coordinate(target.number), words, top })
}

/// The finest scale whose numbers do not touch, and the frame that it leaves.
fn fitted(chart: &Chart, rows: &[Row<'_>], strings: &Strings, variant: Variant) -> (Scale, Frame) {
    let frame = |scale: &Scale| sides(chart, rows, scale, strings, variant);
    let fits = |scale: &Scale| {
        let steps = i32::try_from(scale.ticks.len().saturating_sub(1)).unwrap_or(1);
        let room = frame(scale).plot_width() / steps.max(1);
        widest(&scale.labels(strings)) + APART <= room
    };
    let scale = Scale::fitting(&chart.scaled(), Base::Zero, &chart.unit, fits);
    let frame = frame(&scale);
    (scale, frame)
}

/// A frame with its left and right: names and figures beside the plot, and half
/// a number of the scale under each corner.
fn sides(
    chart: &Chart,
    rows: &[Row<'_>],
    scale: &Scale,
    strings: &Strings,
    variant: Variant,
) -> Frame {
    let half = |number| width(&scale.label(number, strings)) / 2 + EDGE;
    let names = rows.iter().map(|row| widest(&row.beside)).max().unwrap_or(0);
    let (below, above) = figures::room(chart);
    let names = if names > 0 { EDGE + names + MARGIN } else { 0 };
    Frame {
        width: variant.width(),
        height: 0,
        top: 0,
        right: (above + EDGE).max(half(scale.hi)).min(variant.most_side()),
        bottom: 0,
        left: (names + below).max(half(scale.lo)).min(variant.most_side()),
    }
}
