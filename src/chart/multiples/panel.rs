//! One panel: its name, its last figure, its periods and its gaps.

use super::grid::Grid;
use super::plan::{MARGIN, PLOT};
use crate::chart::line::across::Across;
use crate::chart::line::gaps::{Gap, gaps, lanes};
use crate::chart::scale::{Scale, coordinate};
use crate::chart::svg::Spot;
use crate::chart::text::{LINE, height, px, widest, wrap};
use crate::chart::{Chart, Series};
use crate::strings::Strings;

/// A panel, laid out; lengths in tenths of a pixel.
#[derive(Clone, Debug)]
pub(super) struct Panel {
    pub(super) title: Vec<String>,
    /// Whether it is the first of its row, which has the scale's numbers.
    pub(super) is_first: bool,
    /// The top of its plot.
    pub(super) top: i32,
    pub(super) across: Across,
    pub(super) gaps: Vec<Gap>,
    /// The figure at the end of the line, and its top from that of the plot.
    pub(super) end: Vec<String>,
    pub(super) end_top: i32,
    pub(super) first: Under,
    pub(super) last: Under,
}

/// The name of a period under the axis.
#[derive(Clone, Debug, Default)]
pub(super) struct Under {
    pub(super) at: Spot,
    pub(super) lines: Vec<String>,
}

/// Between a plot and the figure beside it.
pub(super) const GAP: i32 = px(7);
/// Between the two periods under a panel.
const APART: i32 = px(8);
/// A figure with its period takes no more lines than this beside a panel.
const MOST_LINES: usize = 4;

impl Panel {
    /// Panel `n`, placed from left to right only.
    pub(super) fn new(
        chart: &Chart,
        n: usize,
        series: &Series,
        grid: &Grid,
        scale: &Scale,
        strings: &Strings,
    ) -> Self {
        let left = grid.left(n);
        let across = Across { left, width: grid.plot(), count: chart.categories.len() };
        let end = end_lines(chart, series, grid.end - GAP, strings);
        let (first, last) = periods(chart, &across, left + grid.column);
        Self {
            title: wrap(&series.name, grid.column),
            is_first: n.is_multiple_of(grid.columns.max(1)),
            top: 0,
            across,
            gaps: gaps(series, &across),
            end_top: end_top(series, scale, end.len()),
            end,
            first,
            last,
        }
    }

    /// Puts its plot at `top`, and its periods under so many lines of markers.
    pub(super) fn down(&mut self, top: i32, lanes: usize) {
        self.top = top;
        let under = self.gaps_top() + height(lanes);
        (self.first.at.1, self.last.at.1) = (under, under);
    }

    /// How many lines the markers of what is missing take.
    pub(super) fn lanes(&self) -> usize {
        lanes(&self.gaps)
    }

    /// Where the markers of what is missing are.
    pub(super) fn gaps_top(&self) -> i32 {
        self.top + PLOT + MARGIN
    }

    /// How many lines the periods take.
    pub(super) fn period_lines(&self) -> usize {
        self.first.lines.len().max(self.last.lines.len())
    }
}

/// The last figure of a series, with its period if that is not the last.
pub(super) fn end(chart: &Chart, series: &Series, strings: &Strings) -> Option<String> {
    let (n, point, _) = series.figures().next_back()?;
    match chart.categories.get(n) {
        Some(period) if n + 1 < chart.categories.len() => {
            let args = [("value", point.text.as_str()), ("period", period)];
            Some(strings.say("chart.label.earlier", &args))
        }
        _ => Some(point.text.clone()),
    }
}

fn end_lines(chart: &Chart, series: &Series, room: i32, strings: &Strings) -> Vec<String> {
    let Some(full) = end(chart, series, strings) else { return Vec::new() };
    let full = wrap(&full, room);
    if full.len() <= MOST_LINES {
        return full;
    }
    series.figures().next_back().map_or(Vec::new(), |(_, point, _)| wrap(&point.text, room))
}

/// Beside its mark, and not so low that it would touch what is under the axis.
fn end_top(series: &Series, scale: &Scale, lines: usize) -> i32 {
    let number = series.figures().next_back().map(|(_, _, shown)| coordinate(shown.number));
    let share = number.map_or(0.0, |number| scale.share(number));
    let middle = ((1.0 - share) * f64::from(PLOT)).round() as i32;
    (middle - height(lines) / 2).min(PLOT - height(lines)).max(-LINE / 2)
}

/// The first period under its tick, or from the plot's edge; the last under its
/// own, or up to the column's edge. Each has half of the column.
fn periods(chart: &Chart, across: &Across, right: i32) -> (Under, Under) {
    let half = (right - across.left - APART) / 2;
    let (first, last) = match chart.categories.as_slice() {
        [] => return Default::default(),
        [only] => (wrap(only, right - across.left), Vec::new()),
        [first, .., last] => (wrap(first, half), wrap(last, half)),
    };
    let left = (across.at(0) - widest(&first) / 2).max(across.left);
    let left = left.min(right - widest(&first)).max(across.left);
    let end = across.at(across.count.saturating_sub(1)) + widest(&last) / 2;
    let clear = left + widest(&first) + APART + widest(&last);
    let end = end.max(clear).min(right);
    (Under { at: (left, 0), lines: first }, Under { at: (end, 0), lines: last })
}
