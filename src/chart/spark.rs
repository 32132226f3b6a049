//! Sparklines: a course at a glance, beside the figures that it sums up.
//!
//! They have no scale and no words, so they stand only where the figures do.

use super::Point;
use super::element::series_class;
use super::runs::{Place, marked, runs};
use super::svg::{Spot, Svg, decimal, push_attribute};
use super::text::px;

const WIDTH: i32 = px(96);
const HEIGHT: i32 = px(24);
/// Smaller than in a chart, since a row of a table is little higher than it.
const RADIUS: i32 = px(3);
/// From the edge to the middle of the outermost marker.
const EDGE: i32 = px(5);

/// A small line over time, 96 by 24 pixels, as SVG without ids. Its last figure
/// is marked, hollow if provisional; the line is cut at gaps and before the
/// points in `breaks`. `label` is its text alternative. `None` where there are
/// fewer than two figures, and so no course.
pub fn spark(points: &[Point], breaks: &[usize], label: &str) -> Option<String> {
    let lines = runs(points, breaks);
    let places: Vec<Place> = lines.iter().flatten().copied().collect();
    if places.len() < 2 {
        return None;
    }
    let spot = spots(points.len(), &places);
    let mut svg = Svg::default();
    svg.open(series_class(0));
    for line in lines.iter().filter(|line| line.len() > 1) {
        svg.path("l", &[line.iter().copied().map(&spot).collect()]);
    }
    for mark in marked(points, breaks) {
        let class = if mark.provisional { "m pr" } else { "m" };
        svg.circle(class, spot(mark.place), RADIUS);
    }
    svg.close();
    Some(root(label, &svg.take()))
}

/// Where a figure is, such that the lowest and the highest reach the edges;
/// equal figures are in the middle.
fn spots(count: usize, places: &[Place]) -> impl Fn(Place) -> Spot + use<> {
    let lo = places.iter().map(|place| place.1).fold(f64::INFINITY, f64::min);
    let hi = places.iter().map(|place| place.1).fold(f64::NEG_INFINITY, f64::max);
    let last = count.saturating_sub(1).max(1) as f64;
    let along = |share: f64, room: i32| EDGE + (share * f64::from(room - 2 * EDGE)).round() as i32;
    move |(n, number)| {
        let share = if hi > lo { (number - lo) / (hi - lo) } else { 0.5 };
        (along(n / last, WIDTH), along(1.0 - share, HEIGHT))
    }
}

fn root(label: &str, body: &str) -> String {
    let mut out = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    let view_box = format!("0 0 {} {}", decimal(WIDTH), decimal(HEIGHT));
    let attributes =
        [("class", "ch spark"), ("viewBox", &view_box), ("role", "img"), ("aria-label", label)];
    for (name, value) in attributes {
        push_attribute(&mut out, name, value);
    }
    out + ">" + body.trim_end() + "</svg>"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixture::{Report, point};

    fn drawn(figures: &[&str], breaks: &[usize]) -> Option<String> {
        let points: Vec<Point> = figures.iter().map(|figure| point(figure)).collect();
        spark(&points, breaks, "Rose from 61% to 70%")
    }

    #[test]
    fn ten_points_are_small_and_say_what_they_show() {
        let figures = ["61", "62.5", "60", "66", "67", "68.2", "66", "69", "71", "70p"];
        let svg = drawn(&figures, &[]).unwrap();
        assert!(svg.len() < 700, "{} bytes", svg.len());
        assert!(svg.contains("role=\"img\" aria-label=\"Rose from 61% to 70%\""));
        let report = Report::of(&svg);
        assert_eq!((report.count("l"), report.count("m pr"), report.count("m")), (1, 1, 0));
        assert!(report.ids.is_empty());
    }

    #[test]
    fn gaps_and_breaks_cut_the_line() {
        let report = Report::of(&drawn(&["1", "2", "[c]", "4", "5", "6"], &[5]).unwrap());
        assert_eq!((report.count("l"), report.count("m")), (2, 1));
    }

    #[test]
    fn one_figure_has_no_course() {
        assert_eq!(drawn(&["[c]", "2"], &[]), None);
        assert_eq!(drawn(&[], &[]), None);
    }

    #[test]
    fn equal_and_far_figures_stay_inside() {
        for figures in [["5", "5", "5"], ["-99999999", "0", "99999999"]] {
            let report = Report::of(&drawn(&figures, &[]).unwrap());
            let inside = |spot: &(f64, f64)| {
                (0.0..=report.size.0).contains(&spot.0) && (0.0..=report.size.1).contains(&spot.1)
            };
            assert!(report.lines("l").iter().flatten().all(inside));
        }
    }
}
