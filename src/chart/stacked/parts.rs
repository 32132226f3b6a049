//! The parts of a bar, and those that have no length.

use rust_decimal::Decimal;

use crate::chart::root::Variant;
use crate::chart::scale::coordinate;
use crate::chart::side::Side;
use crate::chart::swatch::Swatch;
use crate::chart::tags::{Tag, breadth};
use crate::chart::text::{px, width};
use crate::chart::{Chart, Point, Series};
use crate::strings::Strings;

/// A part with a length: its ends on the scale.
#[derive(Clone, Debug)]
pub(super) struct Part<'a> {
    pub(super) slot: usize,
    pub(super) point: &'a Point,
    pub(super) from: f64,
    pub(super) to: f64,
}

/// Between the end of a part and its figure.
const MARGIN: i32 = px(4);
/// Between a bar and what stands at its end.
pub(super) const GAP: i32 = px(6);

impl Part<'_> {
    pub(super) fn length(&self, side: &Side) -> i32 {
        side.at(self.to) - side.at(self.from)
    }

    pub(super) fn middle(&self, side: &Side) -> i32 {
        i32::midpoint(side.at(self.from), side.at(self.to))
    }

    /// Whether it is long enough to have its figure on it.
    pub(super) fn holds_its_figure(&self, side: &Side) -> bool {
        width(&self.point.text) + 2 * MARGIN <= self.length(side)
    }
}

/// The points of bar `n`, part by part.
fn points(chart: &Chart, n: usize) -> impl Iterator<Item = (&Series, &Point)> {
    chart.series.iter().filter_map(move |series| Some((series, series.points.get(n)?)))
}

/// The parts of bar `n` that have a length; zero has none.
pub(super) fn parts(chart: &Chart, n: usize) -> Vec<Part<'_>> {
    let mut end = Decimal::ZERO;
    let part = |(series, point): (&Series, _)| (series.slot, point);
    let points: Vec<(usize, &Point)> = points(chart, n).map(part).collect();
    let mut parts = Vec::new();
    for (slot, point) in points {
        let Some(number) = point.number().filter(|number| !number.is_zero()) else { continue };
        let from = coordinate(end);
        end = end.saturating_add(number);
        parts.push(Part { slot, point, from, to: coordinate(end) });
    }
    parts
}

/// How far each bar reaches; for the scale alone, and told to nobody.
pub(super) fn totals(chart: &Chart) -> Vec<Decimal> {
    let total = |n| {
        points(chart, n)
            .filter_map(|(_, point)| point.number())
            .fold(Decimal::ZERO, Decimal::saturating_add)
    };
    (0..chart.categories.len()).map(total).collect()
}

/// The first figure of a bar all of whose parts are zero.
pub(super) fn zero(chart: &Chart, n: usize) -> Option<&str> {
    let is_zero = |point: &Point| point.number().is_some_and(|number| number.is_zero());
    let mut all = points(chart, n);
    let (_, first) = all.next()?;
    (is_zero(first) && all.all(|(_, point)| is_zero(point))).then_some(first.text.as_str())
}

/// What stands in place of the parts of bar `n` that have no figure, with the
/// reasons or without.
pub(super) fn missing(chart: &Chart, n: usize, wish: i32, reasons: Option<&Strings>) -> Vec<Tag> {
    let tag = |(series, point): (&Series, &Point)| Tag {
        swatch: Swatch::Part(series.slot),
        text: point.reason(reasons),
        class: "mut",
        wish,
    };
    points(chart, n).filter(|(_, point)| point.number().is_none()).map(tag).collect()
}

/// A reason may take this much of the width of a wide drawing from the bars.
const MOST_REASON: i32 = px(230);

/// The room that is kept beyond the end of the longest bar for what is missing:
/// with the reasons on a wide page, without them on a narrow one.
pub(super) fn end_room(chart: &Chart, strings: &Strings, variant: Variant) -> i32 {
    let room = |n| {
        let full = breadth(&missing(chart, n, 0, Some(strings)));
        let short = breadth(&missing(chart, n, 0, None));
        let most = variant.pick(MOST_REASON, 0);
        let zero = zero(chart, n).map_or(0, width);
        GAP + zero.max(if full <= most { full } else { short })
    };
    (0..chart.categories.len()).map(room).max().unwrap_or(0)
}
