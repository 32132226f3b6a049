//! The figure at the end of each bar.

use super::plan::Plan;
use super::rows::Row;
use crate::chart::canvas::Canvas;
use crate::chart::notes::EDGE;
use crate::chart::scale::coordinate;
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
    for row in &plan.rows {
        let y = plan.frame.top + row.middle() + DROP;
        let (class, anchor, x, text) = figure(plan, row, strings);
        canvas.svg(|svg| svg.text(class, anchor, (x, y), &text));
    }
}

fn figure(
    plan: &Plan<'_>,
    row: &Row<'_>,
    strings: &Strings,
) -> (&'static str, Anchor, i32, String) {
    let text = &row.point.text;
    let end = plan.at(row.point.number().map_or(plan.scale.foot(), coordinate));
    match is_below_zero(row.point) {
        Some(true) => ("", Anchor::End, clear_below(plan, end - GAP, text), text.clone()),
        Some(false) => ("", Anchor::Start, clear_above(plan, end + GAP, text), text.clone()),
        None => {
            let room = plan.frame.width - EDGE - end - GAP;
            ("mut", Anchor::Start, end + GAP, missing(row.point, room, strings))
        }
    }
}

/// Where `text` starts so that the target's line does not run through it: at
/// `x`, or beyond the line.
fn clear_above(plan: &Plan<'_>, x: i32, text: &str) -> i32 {
    let target = target(plan).filter(|at| (x - GAP / 2..x + width(text) + GAP / 2).contains(at));
    target.map_or(x, |at| at + GAP)
}

/// The same for a text that ends at `x`.
fn clear_below(plan: &Plan<'_>, x: i32, text: &str) -> i32 {
    let target = target(plan).filter(|at| (x - width(text) - GAP / 2..x + GAP / 2).contains(at));
    target.map_or(x, |at| at - GAP)
}

fn target(plan: &Plan<'_>) -> Option<i32> {
    plan.target.as_ref().map(|target| plan.at(target.number))
}

/// The marker with its reason, or alone if there is no room for both.
fn missing(point: &Point, room: i32, strings: &Strings) -> String {
    let args = [("text", point.text.as_str()), ("words", point.words.as_str())];
    let full = strings.say("chart.missing", &args);
    let fits = !point.words.is_empty() && width(&full) <= room;
    if fits { full } else { point.text.clone() }
}
