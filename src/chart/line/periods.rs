//! The names of the periods under the axis.
//!
//! Each stands upright under its tick. Where there is no room for all, every
//! second, third… is named, counted back from the last, and always the first.

use super::across::Across;
use super::plan::Plan;
use crate::chart::Chart;
use crate::chart::canvas::{Canvas, TICK};
use crate::chart::root::Variant;
use crate::chart::text::{px, widest, wrap};

/// A period that is named, on one line or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) n: usize,
    pub(super) lines: Vec<String>,
}

/// The least room between two names.
const APART: i32 = px(8);

/// All periods with their names wrapped.
pub(super) fn all(chart: &Chart, variant: Variant) -> Vec<Period> {
    let room = variant.pick(px(96), px(84));
    let lines = chart.categories.iter().map(|name| wrap(name, room));
    lines.enumerate().map(|(n, lines)| Period { n, lines }).collect()
}

/// Those of `periods` that have room to be named.
pub(super) fn named(periods: &[Period], across: &Across) -> Vec<Period> {
    let every = |step: usize| periods.iter().rev().step_by(step).rev();
    let clear = |step: &usize| {
        let some: Vec<&Period> = every(*step).collect();
        some.windows(2).all(|pair| are_apart(pair[0], pair[1], across))
    };
    let step = (1..=periods.len()).find(clear).unwrap_or(1);
    with_first(every(step).cloned().collect(), periods, across)
}

/// Names the first period in place of those that it would touch.
fn with_first(mut named: Vec<Period>, periods: &[Period], across: &Across) -> Vec<Period> {
    let (Some(first), Some(last)) = (periods.first(), periods.last()) else { return named };
    if named.contains(first) || !are_apart(first, last, across) {
        return named;
    }
    named.retain(|period| are_apart(first, period, across));
    named.insert(0, first.clone());
    named
}

fn are_apart(left: &Period, right: &Period, across: &Across) -> bool {
    let half = (widest(&left.lines) + widest(&right.lines)) / 2;
    across.at(right.n) - across.at(left.n) >= half + APART
}

/// Draws a tick for every period, and the names.
pub(super) fn draw(canvas: &Canvas, plan: &Plan) {
    let foot = plan.frame.height - plan.frame.bottom;
    let tick = |n| vec![(plan.across.at(n), foot), (plan.across.at(n), foot + TICK)];
    let ticks: Vec<_> = (0..plan.count).map(tick).collect();
    canvas.svg(|svg| svg.path("axis", &ticks));
    for period in &plan.periods {
        let at = (plan.across.at(period.n), plan.periods_top);
        super::centred(canvas, "mut", at, &period.lines);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::canvas::Frame;

    fn named_in(width: i32, count: usize) -> Vec<usize> {
        let frame =
            Frame { width: px(width), height: 0, top: 0, right: 0, bottom: 0, left: px(50) };
        let across = Across::new(&frame, count);
        let name = |n| Period { n, lines: vec!["2023/24".into()] };
        let periods: Vec<Period> = (0..count).map(name).collect();
        named(&periods, &across).iter().map(|period| period.n).collect()
    }

    #[test]
    fn periods_are_thinned_to_the_room_and_keep_both_ends() {
        assert_eq!(named_in(720, 5), [0, 1, 2, 3, 4]);
        assert_eq!(named_in(340, 15), [0, 6, 10, 14]);
        assert_eq!(named_in(150, 15), [0, 14]);
        assert_eq!(named_in(60, 15), [14]);
        assert_eq!(named_in(340, 1), [0]);
    }
}
