//! Stacked bars: counts and their parts, in horizontal bars from zero.
//!
//! Every part is as long as its figure, and has its figure on it or, where it
//! is too short for that, under it. A part without a figure has no length: its
//! marker stands at the end of the bar, and neither a total nor the rest of a
//! whole is drawn from which it could be worked out.

use super::canvas::{Canvas, Plot};
use super::element::{Element, Pen, series_class};
use super::key::Key;
use super::root::{Picture, Variant};
use super::scale::Base;
use super::side::{Side, Wants, draw_axis, draw_names};
use super::svg::Anchor;
use super::swatch::Swatch;
use super::tags;
use super::text::{DROP, LINE, widest, width};
use super::{Chart, ChartError};
use crate::strings::Strings;

mod bars;
mod parts;

use bars::{Bar, bars, naming};
use parts::{Part, end_room, totals};

/// A chart of stacked bars, laid out.
struct Plan<'a> {
    side: Side,
    bars: Vec<Bar<'a>>,
    names: Names,
}

/// How the parts are named.
enum Names {
    /// Each over its part of the first bar.
    First,
    /// In a key, in the order of the parts.
    Key(Key),
}

/// Draws `chart` as stacked bars.
pub(super) fn draw(
    chart: &Chart,
    strings: &Strings,
    variant: Variant,
) -> Result<Picture, ChartError> {
    let plan = Plan::new(chart, strings, variant);
    let canvas = Canvas::new(&plan.side.frame);
    let mut plot = plan.side.draw(&canvas, strings)?;
    for series in &chart.series {
        canvas
            .group(series_class(series.slot), || parts(&canvas, &mut plot, &plan, series.slot))?;
    }
    drop(plot);
    let rows = plan.bars.iter().map(|bar| &bar.row);
    draw_axis(&canvas, &plan.side, rows.clone());
    draw_part_names(&canvas, chart, &plan);
    canvas.group("labels", || {
        draw_names(&canvas, &plan.side, rows);
        draw_labels(&canvas, &plan);
    });
    Ok(Picture { body: canvas.body(), frame: plan.side.frame })
}

impl<'a> Plan<'a> {
    fn new(chart: &'a Chart, strings: &Strings, variant: Variant) -> Self {
        let naming = naming(chart, variant);
        let beside = |name: &String| widest(&naming.row(name).beside);
        let wants = Wants {
            base: Base::Zero,
            numbers: totals(chart),
            names: chart.categories.iter().map(beside).max().unwrap_or(0),
            room: (0, end_room(chart, strings, variant)),
        };
        let side = Side::across(chart, &wants, strings, variant);
        let bars = bars(chart, &side, naming, strings);
        let names = Names::of(chart, &bars, &side, variant);
        let height = bars.last().map_or(0, |bar| bar.row.body().1);
        Self { side: side.down(names.height(), height), bars, names }
    }
}

impl Names {
    fn of(chart: &Chart, bars: &[Bar<'_>], side: &Side, variant: Variant) -> Self {
        let fit = |bar: &Bar<'_>| {
            let parts = bar.parts.iter().zip(&chart.series);
            bar.row.above.is_empty()
                && bar.parts.len() == chart.series.len()
                && parts.clone().all(|(part, series)| width(&series.name) <= part.length(side))
        };
        if bars.first().is_some_and(fit) {
            return Self::First;
        }
        let named = chart.series.iter();
        let named = named.map(|series| (Swatch::Part(series.slot), series.name.clone()));
        Self::Key(Key::of(named, variant))
    }

    fn height(&self) -> i32 {
        match self {
            Self::First => LINE,
            Self::Key(key) => key.height(),
        }
    }
}

/// The parts of one slot through all bars, and the figures on them.
fn parts(
    canvas: &Canvas,
    plot: &mut Plot<'_>,
    plan: &Plan<'_>,
    slot: usize,
) -> Result<(), ChartError> {
    let parts: Vec<(&Bar<'_>, &Part<'_>)> = plan
        .bars
        .iter()
        .flat_map(|bar| bar.parts.iter().map(move |part| (bar, part)))
        .filter(|(_, part)| part.slot == slot)
        .collect();
    for (bar, part) in &parts {
        let (top, bottom) = bar.sides();
        let corners = vec![(part.from, f64::from(top)), (part.to, f64::from(bottom))];
        let pen = Pen::Bar { provisional: part.point.is_provisional() };
        Element::new(pen, corners).draw_on(plot)?;
    }
    for (bar, part) in parts.iter().filter(|(_, part)| part.holds_its_figure(&plan.side)) {
        let at = (part.middle(&plan.side), plan.side.frame.top + bar.row.middle() + DROP);
        // A provisional part is an outline, so its figure is not on a fill.
        let class = if part.point.is_provisional() { "" } else { "onfill" };
        canvas.svg(|svg| svg.text(class, Anchor::Middle, at, &part.point.text));
    }
    Ok(())
}

fn draw_part_names(canvas: &Canvas, chart: &Chart, plan: &Plan<'_>) {
    match &plan.names {
        Names::Key(key) => key.draw(canvas, plan.side.key_top),
        Names::First => canvas.group("labels", || {
            let y = plan.side.frame.top - LINE / 2 + DROP;
            let parts = plan.bars.first().map_or(&[][..], |bar| &bar.parts);
            for (part, series) in parts.iter().zip(&chart.series) {
                let at = (part.middle(&plan.side), y);
                canvas.svg(|svg| svg.text("", Anchor::Middle, at, &series.name));
            }
        }),
    }
}

/// What does not stand on a part: at the ends of the bars and under them.
fn draw_labels(canvas: &Canvas, plan: &Plan<'_>) {
    let top = plan.side.frame.top;
    let rows: Vec<_> = plan
        .bars
        .iter()
        .flat_map(|bar| {
            let ends = top + bar.row.middle() - LINE / 2;
            [(ends, &bar.end), (top + bar.row.marks().1, &bar.under)]
        })
        .collect();
    canvas.svg(|svg| tags::draw(svg, &rows));
    for (bar, zero) in plan.bars.iter().filter_map(|bar| Some((bar, bar.zero?))) {
        let at = (bar.zero_at(&plan.side), top + bar.row.middle() + DROP);
        canvas.svg(|svg| svg.text("", Anchor::Start, at, zero));
    }
}

#[cfg(test)]
mod tests {
    use crate::chart::Unit;
    use crate::chart::fixture::{self, Report};
    use crate::chart::{Chart, Kind};

    fn stacked(series: &[(&str, &[&str])]) -> Chart {
        let mut chart = fixture::chart(Kind::Stacked, series);
        chart.unit = Unit::default();
        chart
    }

    #[test]
    fn parts_follow_one_another_from_zero() {
        let chart =
            stacked(&[("Done", &["10", "5"]), ("Late", &["20", "0"]), ("New", &["5", "5"])]);
        let report = Report::of(&fixture::drawn(&chart).wide);
        let first: Vec<_> = report.places.iter().filter(|at| at.y == report.places[0].y).collect();
        assert_eq!(first.len(), 3);
        assert!(first.windows(2).all(|pair| pair[0].x.1 == pair[1].x.0), "{first:?}");
        assert_eq!(report.places.len(), 5, "a part of zero is not drawn");
    }

    #[test]
    fn a_missing_part_has_no_length_and_stands_at_the_end() {
        let chart = stacked(&[("Done", &["10"]), ("Late", &["[c]"]), ("New", &["5"])]);
        let without = stacked(&[("Done", &["10"]), ("New", &["5"])]);
        let (report, without) =
            (Report::of(&fixture::drawn(&chart).wide), Report::of(&fixture::drawn(&without).wide));
        let share = |report: &Report| {
            let places = &report.places;
            (places[0].x.1 - places[0].x.0) / (places[1].x.1 - places[1].x.0)
        };
        assert!((share(&report) - share(&without)).abs() < 0.01);
        assert!(report.says("[c] withheld to protect privacy"));
        let word = report.words.iter().find(|words| words.text.starts_with("[c]")).unwrap();
        assert!(word.left > report.places[1].x.1);
    }

    #[test]
    fn a_figure_too_wide_for_its_part_stands_under_it() {
        let chart = stacked(&[("Done", &["97"]), ("Late", &["1"]), ("New", &["2"])]);
        let report = Report::of(&fixture::drawn(&chart).narrow);
        let middle = |text: &str| {
            let word = report.words.iter().rfind(|words| words.text == text).unwrap();
            f64::midpoint(word.top, word.bottom)
        };
        assert!(middle("97%") < report.places[0].y.1);
        assert!(middle("1%") > report.places[1].y.1 && middle("2%") > report.places[2].y.1);
    }

    #[test]
    fn parts_are_named_at_the_first_bar_or_in_a_key() {
        let short = stacked(&[("Done", &["10", "3"]), ("Late", &["10", "4"])]);
        let report = Report::of(&fixture::drawn(&short).wide);
        assert!(report.count("key") == 0 && report.says("Done Late"));
        let long = stacked(&[("No longer applies", &["1", "3"]), ("Late", &["20", "4"])]);
        let report = Report::of(&fixture::drawn(&long).wide);
        assert!(report.count("key") == 1 && report.says("No longer applies Late"));
    }

    #[test]
    fn a_bar_of_nothing_says_so() {
        let chart = stacked(&[("Done", &["0", "3"]), ("Late", &["0", "4"])]);
        assert!(Report::of(&fixture::drawn(&chart).wide).says("0%"));
    }
}
