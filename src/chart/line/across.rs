//! Where the periods of a line chart are, from left to right.

use crate::chart::canvas::Frame;

/// The periods, spaced evenly across the plot with a little room at each end,
/// so that no marker sits on the plot's edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::chart) struct Across {
    pub(in crate::chart) left: i32,
    pub(in crate::chart) width: i32,
    pub(in crate::chart) count: usize,
}

/// The room at each end as a share of the whole.
const INSET: f64 = 0.03;

impl Across {
    pub(in crate::chart) fn new(frame: &Frame, count: usize) -> Self {
        Self { left: frame.left, width: frame.plot_width(), count }
    }

    /// The ends of the axis, where period `n` is at `n`.
    pub(in crate::chart) fn range(&self) -> (f64, f64) {
        let last = self.count.saturating_sub(1) as f64;
        let inset = if last == 0.0 { 0.5 } else { last * INSET };
        (-inset, last + inset)
    }

    /// Where period `n` is, in tenths of a pixel from the drawing's edge.
    pub(in crate::chart) fn at(&self, n: usize) -> i32 {
        let (from, to) = self.range();
        let share = (n as f64 - from) / (to - from);
        self.left + (share * f64::from(self.width)).round() as i32
    }

    /// The way from one period to the next.
    pub(in crate::chart) fn spacing(&self) -> i32 {
        self.at(1) - self.at(0)
    }
}
