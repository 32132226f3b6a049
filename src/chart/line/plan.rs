//! Everything in its place before anything is drawn.

use super::across::Across;
use super::gaps::{self, Gap};
use super::names::Names;
use super::periods::{self, Period};
use crate::chart::axis::Axis;
use crate::chart::canvas::{Canvas, Frame, Plot};
use crate::chart::notes::{self, EDGE};
use crate::chart::root::Variant;
use crate::chart::scale::{Base, Scale};
use crate::chart::text::{LINE, height, px, widest};
use crate::chart::{Chart, ChartError};
use crate::strings::Strings;

/// A line chart, laid out; lengths in tenths of a pixel.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub(super) frame: Frame,
    pub(super) scale: Scale,
    pub(super) across: Across,
    pub(super) count: usize,
    pub(super) notes: Vec<String>,
    pub(super) names: Names,
    pub(super) key_top: i32,
    pub(super) gaps: Vec<Gap>,
    pub(super) gaps_top: i32,
    pub(super) periods: Vec<Period>,
    pub(super) periods_top: i32,
}

/// Around the plot, so that its words do not touch what is next to it.
const MARGIN: i32 = px(8);
/// From the plot's edge to the words of the scale, ticks included.
const BESIDE: i32 = px(8);

/// The height of the plot itself.
pub(super) fn plot_height(variant: Variant) -> i32 {
    variant.pick(px(280), px(240))
}

/// The scale of a line chart, the same for both variants.
pub(in crate::chart) fn scale_of(chart: &Chart) -> Scale {
    Scale::covering(&chart.scaled(), Base::ZeroUnlessFlat, &chart.unit, 5)
}

impl Plan {
    pub(super) fn new(chart: &Chart, strings: &Strings, variant: Variant) -> Self {
        let scale = scale_of(chart);
        let notes = notes::lines(chart, &scale, strings, variant);
        let names = Names::new(chart, &scale, strings, variant);
        let all = periods::all(chart, variant);
        let count = chart.categories.len();
        let mut frame = sides(&scale.labels(strings), &names, &all, variant);
        let across = Across::new(&frame, count);
        // A marker for another's gap would be read as that of the first; the
        // table and the description tell of those.
        let gaps = chart.series.first().map_or(Vec::new(), |main| gaps::gaps(main, &across));
        let periods = periods::named(&all, &across);

        let key_top = EDGE + height(notes.len()) + if notes.is_empty() { 0 } else { EDGE };
        frame.top = key_top + names.key_height() + LINE / 2 + MARGIN;
        let gaps_top = frame.top + plot_height(variant) + MARGIN;
        let periods_top = gaps_top + height(gaps::lanes(&gaps));
        let lines = periods.iter().map(|period| period.lines.len()).max().unwrap_or(0);
        frame.height = periods_top + height(lines) + EDGE;
        frame.bottom = frame.height - frame.top - plot_height(variant);
        Self {
            frame,
            scale,
            across,
            count,
            notes,
            names,
            key_top,
            gaps,
            gaps_top,
            periods,
            periods_top,
        }
    }

    /// Lays the axes over the frame.
    pub(super) fn plot<'a>(&self, canvas: &'a Canvas) -> Result<Plot<'a>, ChartError> {
        let (from, to) = self.across.range();
        let scale = &self.scale;
        canvas.plot(
            &self.frame,
            Axis::new(from, to, &[]),
            Axis::new(scale.lo, scale.hi, &scale.ticks),
        )
    }
}

/// A frame with its left and right; a name under the axis may stand out over
/// the plot's edge by half its width.
fn sides(numbers: &[String], names: &Names, periods: &[Period], variant: Variant) -> Frame {
    let half = |period: Option<&Period>| period.map_or(0, |period| widest(&period.lines) / 2);
    let numbers = widest(numbers) + BESIDE + EDGE;
    Frame {
        width: variant.width(),
        height: 0,
        top: 0,
        right: names.room().max(half(periods.last()) + EDGE).min(variant.most_side()),
        bottom: 0,
        left: numbers.max(half(periods.first()) + EDGE).min(variant.most_side()),
    }
}
