//! Everything in its place before anything is drawn.

use super::grid::{Contents, Grid};
use super::panel::{Panel, end};
use super::scale_of;
use crate::chart::axis::Axis;
use crate::chart::canvas::{Canvas, Frame, Plot};
use crate::chart::key::Key;
use crate::chart::notes::{self, EDGE};
use crate::chart::root::Variant;
use crate::chart::scale::Scale;
use crate::chart::swatch::Swatch;
use crate::chart::text::{LINE, height, px, widest};
use crate::chart::{Chart, ChartError};
use crate::strings::Strings;

/// Small multiples, laid out; lengths in tenths of a pixel.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    /// The whole drawing, with no plot in it.
    pub(super) frame: Frame,
    pub(super) scale: Scale,
    pub(super) notes: Vec<String>,
    pub(super) key: Key,
    pub(super) key_top: i32,
    /// Where the numbers of the scale end.
    pub(super) numbers_edge: i32,
    pub(super) panels: Vec<Panel>,
}

/// The height of a panel's plot.
pub(super) const PLOT: i32 = px(100);
/// Between a plot and what is under it.
pub(super) const MARGIN: i32 = px(6);
/// Between a panel's name and its plot: half a number of the scale.
pub(super) const OVER: i32 = LINE / 2 + px(3);
/// Between two rows of panels.
const APART: i32 = px(14);
/// Between the scale's numbers and the plot.
const BESIDE: i32 = px(6);

impl Plan {
    pub(super) fn new(chart: &Chart, strings: &Strings, variant: Variant) -> Self {
        let scale = scale_of(chart);
        let notes = notes::lines(chart, &scale, strings, variant);
        let key = key(chart, strings, variant);
        let key_top = EDGE + height(notes.len()) + if notes.is_empty() { 0 } else { EDGE };
        let numbers = widest(&scale.labels(strings)).min(variant.most_side());
        let contents = Contents {
            numbers: numbers + BESIDE,
            titles: chart.series.iter().map(|series| &series.name).collect(),
            ends: chart.series.iter().filter_map(|series| end(chart, series, strings)).collect(),
        };
        let grid = Grid::of(&contents, variant);
        let series = chart.series.iter().enumerate();
        let panel = |(n, series)| Panel::new(chart, n, series, &grid, &scale, strings);
        let mut panels: Vec<Panel> = series.map(panel).collect();
        let height = down(&mut panels, grid.columns, key_top + key.height());
        let frame = Frame { width: variant.width(), height, top: 0, right: 0, bottom: 0, left: 0 };
        Self { frame, scale, notes, key, key_top, numbers_edge: EDGE + numbers, panels }
    }

    /// How far below the top of a plot `number` is.
    pub(super) fn drop(&self, number: f64) -> i32 {
        ((1.0 - self.scale.share(number)) * f64::from(PLOT)).round() as i32
    }

    /// The axes of every panel.
    pub(super) fn plots<'c>(&self, canvas: &'c Canvas) -> Result<Vec<Plot<'c>>, ChartError> {
        let plot = |panel: &Panel| {
            let Frame { width, height, .. } = self.frame;
            let (left, top) = (panel.across.left, panel.top);
            let right = width - left - panel.across.width;
            let frame = Frame { width, height, top, right, bottom: height - top - PLOT, left };
            let (from, to) = panel.across.range();
            let up = Axis::new(self.scale.lo, self.scale.hi, &[]);
            canvas.plot(&frame, Axis::new(from, to, &[]), up)
        };
        self.panels.iter().map(plot).collect()
    }
}

/// What is in every panel is named once.
fn key(chart: &Chart, strings: &Strings, variant: Variant) -> Key {
    let reference = chart.reference.as_ref();
    let reference = reference.map(|series| (Swatch::Reference, series.name.clone()));
    let target = chart.target.as_ref().map(|target| {
        (Swatch::Target, strings.say("chart.label.target", &[("value", &target.text)]))
    });
    Key::of(reference.into_iter().chain(target), variant)
}

/// Places the panels row by row from `top` down, and gives where they end.
fn down(panels: &mut [Panel], columns: usize, mut top: i32) -> i32 {
    for (n, row) in panels.chunks_mut(columns.max(1)).enumerate() {
        top += if n > 0 { APART } else { 0 };
        let most = |lines: fn(&Panel) -> usize| row.iter().map(lines).max().unwrap_or(0);
        let (titles, lanes) = (most(|panel| panel.title.len()), most(Panel::lanes));
        let periods = most(Panel::period_lines);
        top += height(titles) + OVER;
        row.iter_mut().for_each(|panel| panel.down(top, lanes));
        top += PLOT + MARGIN + height(lanes + periods);
    }
    top + EDGE
}
