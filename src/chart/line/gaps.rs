//! The markers of what is missing, under the axis.
//!
//! They stand between the axis and the periods' names, where no line can run
//! through them and none can be read as a value.

use super::across::Across;
use crate::chart::Series;
use crate::chart::canvas::Canvas;
use crate::chart::text::{LINE, px, width};

/// A marker under one period, or under several where there is no room for one
/// each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::chart) struct Gap {
    from: usize,
    to: usize,
    text: String,
    /// Which line it is on: markers side by side may not overlap.
    lane: usize,
}

/// The least room between two markers.
const APART: i32 = px(4);

/// The markers, from left to right.
pub(in crate::chart) fn gaps(series: &Series, across: &Across) -> Vec<Gap> {
    let mut gaps: Vec<Gap> = Vec::new();
    for (n, point) in series.points.iter().enumerate() {
        if point.number().is_none() {
            add(&mut gaps, Gap { from: n, to: n, text: point.text.clone(), lane: 0 }, across);
        }
    }
    in_lanes(gaps, across)
}

/// How many lines the markers take.
pub(in crate::chart) fn lanes(gaps: &[Gap]) -> usize {
    gaps.iter().map(|gap| gap.lane + 1).max().unwrap_or(0)
}

/// Adds a marker, or stretches the one before if the two would touch.
fn add(gaps: &mut Vec<Gap>, gap: Gap, across: &Across) {
    let tight = across.spacing() < width(&gap.text) + APART;
    let same = |other: &&mut Gap| other.to + 1 == gap.from && other.text == gap.text;
    match gaps.iter_mut().find(same) {
        Some(before) if tight => before.to = gap.to,
        _ => gaps.push(gap),
    }
}

/// Gives each marker the first lane where it has room.
fn in_lanes(mut gaps: Vec<Gap>, across: &Across) -> Vec<Gap> {
    let mut ends: Vec<i32> = Vec::new();
    gaps.sort_by_key(|gap| gap.span(across).0);
    for gap in &mut gaps {
        let (start, end) = gap.span(across);
        gap.lane = ends.iter().position(|last| last + APART <= start).unwrap_or(ends.len());
        ends.resize(ends.len().max(gap.lane + 1), 0);
        ends[gap.lane] = end;
    }
    gaps
}

impl Gap {
    fn middle(&self, across: &Across) -> i32 {
        i32::midpoint(across.at(self.from), across.at(self.to))
    }

    fn span(&self, across: &Across) -> (i32, i32) {
        let half = width(&self.text) / 2;
        (self.middle(across) - half, self.middle(across) + half)
    }
}

/// Draws the markers, from `top` down.
pub(in crate::chart) fn draw(canvas: &Canvas, gaps: &[Gap], across: &Across, top: i32) {
    for gap in gaps {
        let lane = i32::try_from(gap.lane).unwrap_or(0);
        let at = (gap.middle(across), top + lane * LINE);
        super::centred(canvas, "mut", at, std::slice::from_ref(&gap.text));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::canvas::Frame;
    use crate::chart::fixture;

    fn found(width: i32, series: &[(&str, &[&str])]) -> String {
        let chart = fixture::line(series);
        let frame = Frame { width: px(width), height: 0, top: 0, right: 0, bottom: 0, left: 0 };
        let gaps = gaps(&chart.series[0], &Across::new(&frame, chart.categories.len()));
        let show = |gap: &Gap| format!("{}-{} {} {}", gap.from, gap.to, gap.text, gap.lane);
        gaps.iter().map(show).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn each_gap_has_its_marker() {
        assert_eq!(found(300, &[("Us", &["1", "[c]", "[c]", "4"])]), "1-1 [c] 0, 2-2 [c] 0");
    }

    #[test]
    fn gaps_that_are_close_share_a_marker() {
        assert_eq!(found(40, &[("Us", &["1", "[c]", "[c]", "4"])]), "1-2 [c] 0");
    }

    #[test]
    fn markers_that_would_touch_have_a_lane_each() {
        assert_eq!(found(40, &[("Us", &["1", "[c]", "[low]", "4"])]), "1-1 [c] 0, 2-2 [low] 1");
    }
}
