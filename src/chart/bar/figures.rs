//! The figure at the end of each bar.

use super::super::canvas::Canvas;
use super::super::notes::EDGE;
use super::super::scale::coordinate;
use super::super::svg::Anchor;
use super::super::text::{DROP, px, width};
use super::plan::Plan;
use super::rows::Row;
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
    let end = plan.at(row.point.number().map_or(plan.scale.foot(), coordinate));
    match is_below_zero(row.point) {
        Some(true) => ("", Anchor::End, end - GAP, row.point.text.clone()),
        Some(false) => ("", Anchor::Start, end + GAP, row.point.text.clone()),
        None => {
            let room = plan.frame.width - EDGE - end - GAP;
            ("mut", Anchor::Start, end + GAP, missing(row.point, room, strings))
        }
    }
}

/// The marker with its reason, or alone if there is no room for both.
fn missing(point: &Point, room: i32, strings: &Strings) -> String {
    let args = [("text", point.text.as_str()), ("words", point.words.as_str())];
    let full = strings.say("chart.missing", &args);
    match !point.words.is_empty() && width(&full) <= room {
        true => full,
        false => point.text.clone(),
    }
}
