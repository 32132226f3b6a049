//! One row for each bar, with all that is written on, beyond and under it.

use super::parts::{GAP, Part, missing, parts, zero};
use crate::chart::Chart;
use crate::chart::notes::EDGE;
use crate::chart::root::Variant;
use crate::chart::side::{Naming, Row, Side, stack};
use crate::chart::swatch::Swatch;
use crate::chart::tags::{Tag, Tags, breadth};
use crate::chart::text::px;
use crate::strings::Strings;

/// A bar, laid out.
#[derive(Clone, Debug)]
pub(super) struct Bar<'a> {
    pub(super) row: Row,
    pub(super) parts: Vec<Part<'a>>,
    /// What is missing, beyond the end of the bar.
    pub(super) end: Tags,
    /// The figures of parts too short for them, and what has no room beyond
    /// the end.
    pub(super) under: Tags,
    /// What stands in place of a bar that is zero.
    pub(super) zero: Option<&'a str>,
}

const THICK: i32 = px(28);
/// From the top of one bar to the next.
const PITCH: i32 = px(32);
/// Between two bars.
const APART: i32 = px(8);

impl Bar<'_> {
    /// The top and the bottom of the bar.
    pub(super) fn sides(&self) -> (i32, i32) {
        (self.row.middle() - THICK / 2, self.row.middle() + THICK / 2)
    }

    /// Where the words for a bar of zero start.
    pub(super) fn zero_at(&self, side: &Side) -> i32 {
        side.at(0.0) + GAP
    }
}

/// Where the names of the bars stand.
pub(super) fn naming(chart: &Chart, variant: Variant) -> Naming {
    Naming::of(chart.categories.iter(), 0, variant)
}

/// The bars, from the top down.
pub(super) fn bars<'a>(
    chart: &'a Chart,
    side: &Side,
    naming: Naming,
    strings: &Strings,
) -> Vec<Bar<'a>> {
    let mut bars: Vec<Bar<'a>> = Vec::new();
    for (n, category) in chart.categories.iter().enumerate() {
        let parts = parts(chart, n);
        let (end, under) = labels(chart, n, &parts, side, strings);
        let mut row = naming.row(category);
        (row.marks, row.under) = (PITCH, under.height());
        stack(bars.last().map(|bar| &bar.row), APART, &mut row);
        bars.push(Bar { row, parts, end, under, zero: zero(chart, n) });
    }
    bars
}

/// What stands beyond the end of a bar and what under it. The reasons for what
/// is missing are left to the description where there is no room for them.
fn labels(
    chart: &Chart,
    n: usize,
    parts: &[Part<'_>],
    side: &Side,
    strings: &Strings,
) -> (Tags, Tags) {
    let right = side.frame.width - EDGE;
    let bar_end = side.at(parts.last().map_or(0.0, |part| part.to));
    let beyond = bar_end + GAP..right;
    let fits = |tags: &Vec<Tag>| breadth(tags) <= beyond.end - beyond.start;
    let mut under: Vec<Tag> = parts.iter().filter_map(|part| short(part, side)).collect();
    let told = [Some(strings), None].map(|reasons| missing(chart, n, beyond.start, reasons));
    let end = match told.iter().find(|tags| fits(tags)) {
        Some(tags) => tags.clone(),
        None => {
            under.extend(missing(chart, n, beyond.start, None));
            Vec::new()
        }
    };
    (Tags::under(end, &beyond), Tags::under(under, &(EDGE..right)))
}

/// The figure of a part that is too short to have it on it.
fn short(part: &Part<'_>, side: &Side) -> Option<Tag> {
    let tag = || Tag {
        swatch: Swatch::Part(part.slot),
        text: part.point.text.clone(),
        class: "",
        wish: part.middle(side),
    };
    (!part.holds_its_figure(side)).then(tag)
}
