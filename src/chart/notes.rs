//! What the reader must know before the first glance: notes above the plot.

use super::canvas::Canvas;
use super::root::Variant;
use super::scale::Scale;
use super::svg::{Anchor, Svg};
use super::text::{DROP, LINE, height, px, wrap};
use super::{Chart, Kind};
use crate::model::Polarity;
use crate::strings::Strings;

/// From the drawing's edge to anything in it.
pub(super) const EDGE: i32 = px(4);

/// The notes as lines that fit the drawing.
pub(super) fn lines(
    chart: &Chart,
    scale: &Scale,
    strings: &Strings,
    variant: Variant,
) -> Vec<String> {
    let sentences: Vec<String> = [
        polarity(chart, strings),
        axis(scale, strings),
        provisional(chart, strings),
        breaks(chart, strings),
    ]
    .into_iter()
    .flatten()
    .collect();
    if sentences.is_empty() {
        return Vec::new();
    }
    wrap(&sentences.join(" "), variant.width() - 2 * EDGE)
}

/// Which way is better, in words.
pub(super) fn polarity(chart: &Chart, strings: &Strings) -> Option<String> {
    let key = match chart.polarity {
        Polarity::HigherIsBetter => "chart.polarity.higher",
        Polarity::LowerIsBetter => "chart.polarity.lower",
        Polarity::Context => return None,
    };
    Some(strings.say(key, &[]))
}

/// That the scale does not start at zero.
pub(super) fn axis(scale: &Scale, strings: &Strings) -> Option<String> {
    scale.leaves_out_zero().then(|| {
        let (from, to) = (scale.label(scale.lo, strings), scale.label(scale.hi, strings));
        strings.say("chart.axis.from", &[("from", &from), ("to", &to)])
    })
}

fn provisional(chart: &Chart, strings: &Strings) -> Option<String> {
    let key = match chart.kind {
        Kind::Line | Kind::Dot | Kind::SmallMultiples => "chart.note.provisional.line",
        Kind::Bar => "chart.note.provisional.bar",
        Kind::Stacked => "chart.note.provisional.part",
    };
    chart.all_points().any(super::Point::is_provisional).then(|| strings.say(key, &[]))
}

fn breaks(chart: &Chart, strings: &Strings) -> Option<String> {
    (chart.is_over_time() && chart.has_breaks()).then(|| strings.say("chart.note.break", &[]))
}

/// Draws `lines` from the top edge down.
pub(super) fn draw(canvas: &Canvas, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    canvas.group("notes", || {
        canvas.svg(|svg| block(svg, "mut", Anchor::Start, (EDGE, EDGE), lines));
    });
}

/// Draws lines of text downwards from a top edge.
pub(super) fn block(
    svg: &mut Svg,
    class: &str,
    anchor: Anchor,
    (x, top): (i32, i32),
    lines: &[String],
) {
    for (n, line) in lines.iter().enumerate() {
        svg.text(class, anchor, (x, top + height(n) + LINE / 2 + DROP), line);
    }
}
