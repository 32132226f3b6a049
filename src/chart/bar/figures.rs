//! The figure at the end of each bar.

use super::Plan;
use super::rows::Bar;
use crate::chart::canvas::Canvas;
use crate::chart::notes::EDGE;
use crate::chart::scale::coordinate;
use crate::chart::side::Side;
use crate::chart::svg::Anchor;
use crate::chart::text::{DROP, px, width};
use crate::chart::{Chart, Point};
use crate::strings::Strings;

/// Between a bar and its figure.
pub(super) const GAP: i32 = px(6);

/// The room that the widest figure needs beyond the end of its bar: to the left
/// of bars below zero, and to the right of the others.
pub(super) fn room(chart: &Chart) -> (i32, i32) {
    let widest = |below: bool| {
        let some = chart.points().filter(|point| is_below_zero(point) == Some(below));
        some.map(|point| width(&point.text) + GAP).max().unwrap_or(0)
    };
    (widest(true), widest(false))
}

fn is_below_zero(point: &Point) -> Option<bool> {
    point.number().map(|number| number.is_sign_negative() && !number.is_zero())
}

/// Draws the figures, and for what is missing the reason.
pub(super) fn draw(canvas: &Canvas, plan: &Plan<'_>, strings: &Strings) {
    for bar in &plan.bars {
        let y = plan.side.frame.top + bar.row.middle() + DROP;
        let (class, anchor, x, text) = figure(&plan.side, bar, strings);
        canvas.svg(|svg| svg.text(class, anchor, (x, y), &text));
    }
}

fn figure(side: &Side, bar: &Bar<'_>, strings: &Strings) -> (&'static str, Anchor, i32, String) {
    let text = &bar.point.text;
    let end = side.at(bar.point.number().map_or(side.scale.foot(), coordinate));
    match is_below_zero(bar.point) {
        Some(true) => ("", Anchor::End, clear_below(side, end - GAP, text), text.clone()),
        Some(false) => ("", Anchor::Start, clear_above(side, end + GAP, text), text.clone()),
        None => {
            let text = missing(side, bar.point, end + GAP, strings);
            ("mut", Anchor::Start, clear_above(side, end + GAP, &text), text)
        }
    }
}

/// Where `text` starts so that the target's line does not run through it: at
/// `x`, or beyond the line.
fn clear_above(side: &Side, x: i32, text: &str) -> i32 {
    let is_in_the_way = |at: &i32| (x - GAP / 2..x + width(text) + GAP / 2).contains(at);
    side.target_at().filter(is_in_the_way).map_or(x, |at| at + GAP)
}

/// The same for a text that ends at `x`.
fn clear_below(side: &Side, x: i32, text: &str) -> i32 {
    let is_in_the_way = |at: &i32| (x - width(text) - GAP / 2..x + GAP / 2).contains(at);
    side.target_at().filter(is_in_the_way).map_or(x, |at| at - GAP)
}

/// The marker with its reason, or alone if there is no room for both between
/// `x` and the target's line or the edge.
fn missing(side: &Side, point: &Point, x: i32, strings: &Strings) -> String {
    let full = point.reason(Some(strings));
    let edge = side.frame.width - EDGE;
    let end = side.target_at().filter(|at| *at > x).map_or(edge, |at| at - GAP / 2);
    if x + width(&full) <= end.min(edge) { full } else { point.text.clone() }
}
