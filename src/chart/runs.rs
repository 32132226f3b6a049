//! Figures over time without a gap or a break between them.
//!
//! A line is drawn through each run and nothing is drawn between two, so that
//! no gap is bridged.

use super::Point;
use super::scale::coordinate;

/// A figure's place: its category, and its number.
pub(super) type Place = (f64, f64);

/// Whether what is drawn is cut before category `n`.
pub(super) fn breaks_before(breaks: &[usize], n: usize) -> bool {
    n > 0 && breaks.contains(&n)
}

/// The runs, from left to right; some are empty.
pub(super) fn runs(points: &[Point], breaks: &[usize]) -> Vec<Vec<Place>> {
    let mut runs = vec![Vec::new()];
    for (n, point) in points.iter().enumerate() {
        if breaks_before(breaks, n) || point.number().is_none() {
            runs.push(Vec::new());
        }
        if let (Some(number), Some(run)) = (point.number(), runs.last_mut()) {
            run.push((n as f64, coordinate(number)));
        }
    }
    runs
}

/// A figure that needs a marker where lines have none: one that stands alone,
/// so that no line shows it; one that is provisional; and the last.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Marked {
    pub(super) place: Place,
    pub(super) provisional: bool,
    /// Whether it is marked only because it is the last.
    pub(super) only_last: bool,
}

/// The figures that need a marker.
pub(super) fn marked(points: &[Point], breaks: &[usize]) -> Vec<Marked> {
    let last = points.iter().rposition(|point| point.number().is_some());
    let has = |n: Option<usize>| n.and_then(|n| points.get(n)).is_some_and(has_number);
    let marked = |(n, point): (usize, &Point)| {
        let shown = point.shown()?;
        let before = has(n.checked_sub(1)) && !breaks_before(breaks, n);
        let after = has(Some(n + 1)) && !breaks_before(breaks, n + 1);
        let needed = shown.provisional || (!before && !after);
        let place = (n as f64, coordinate(shown.number));
        let mark = Marked { place, provisional: shown.provisional, only_last: !needed };
        (needed || last == Some(n)).then_some(mark)
    };
    points.iter().enumerate().filter_map(marked).collect()
}

fn has_number(point: &Point) -> bool {
    point.number().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixture::point;

    fn points(figures: &[&str]) -> Vec<Point> {
        figures.iter().map(|figure| point(figure)).collect()
    }

    #[test]
    fn runs_end_at_gaps_and_breaks() {
        let points = points(&["1", "2", "[c]", "4", "5", "6"]);
        let lengths: Vec<usize> = runs(&points, &[5]).iter().map(Vec::len).collect();
        assert_eq!(lengths, [2, 2, 1]);
    }

    #[test]
    fn what_no_line_shows_is_marked() {
        let points = points(&["1", "[c]", "3p", "4", "5", "6"]);
        let at: Vec<(f64, bool)> =
            marked(&points, &[5]).iter().map(|mark| (mark.place.0, mark.only_last)).collect();
        assert_eq!(at, [(0.0, false), (2.0, false), (5.0, false)]);
        let whole: Vec<f64> = marked(&points[2..5], &[]).iter().map(|mark| mark.place.0).collect();
        assert_eq!(whole, [0.0, 2.0]);
    }
}
