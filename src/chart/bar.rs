//! Bar charts: comparison, in horizontal bars that start at zero.
//!
//! Each bar is named to its left and has its figure at its end. What is missing
//! has no bar: its marker, and the reason where there is room, stands at zero.

use super::canvas::{Canvas, Plot};
use super::element::{Element, Pen, series_class};
use super::root::{Picture, Variant};
use super::scale::{Base, coordinate};
use super::side::{Side, Wants, draw_axis, draw_names};
use super::text::widest;
use super::{Chart, ChartError, Series};
use crate::strings::Strings;

mod figures;
mod rows;

use rows::{Bar, bars};

/// A bar chart, laid out.
struct Plan<'a> {
    side: Side,
    bars: Vec<Bar<'a>>,
}

/// Draws `chart` as bars.
pub(super) fn draw(
    chart: &Chart,
    strings: &Strings,
    variant: Variant,
) -> Result<Picture, ChartError> {
    let plan = Plan::new(chart, strings, variant);
    let canvas = Canvas::new(&plan.side.frame);
    let mut plot = plan.side.draw(&canvas, strings)?;
    for series in &chart.series {
        canvas.group(series_class(series.slot), || draw_bars(&mut plot, &plan, series))?;
    }
    plan.side.draw_target(&canvas, &mut plot)?;
    drop(plot);
    let rows = plan.bars.iter().map(|bar| &bar.row);
    draw_axis(&canvas, &plan.side, rows.clone());
    canvas.group("labels", || {
        draw_names(&canvas, &plan.side, rows);
        figures::draw(&canvas, &plan, strings);
    });
    Ok(Picture { body: canvas.body(), frame: plan.side.frame })
}

impl<'a> Plan<'a> {
    fn new(chart: &'a Chart, strings: &Strings, variant: Variant) -> Self {
        let bars = bars(chart, variant);
        let wants = Wants {
            base: Base::Zero,
            numbers: chart.scaled(),
            names: bars.iter().map(|bar| widest(&bar.row.beside)).max().unwrap_or(0),
            room: figures::room(chart),
        };
        let height = bars.last().map_or(0, |bar| bar.row.body().1);
        Self { side: Side::across(chart, &wants, strings, variant).down(0, height), bars }
    }
}

/// The bars of one series.
fn draw_bars(plot: &mut Plot<'_>, plan: &Plan<'_>, series: &Series) -> Result<(), ChartError> {
    for bar in plan.bars.iter().filter(|bar| bar.slot == series.slot) {
        let Some(shown) = bar.point.shown() else { continue };
        let (top, bottom) = bar.sides();
        let pen = Pen::Bar { provisional: shown.provisional };
        let corners = vec![
            (plan.side.scale.foot(), f64::from(top)),
            (coordinate(shown.number), f64::from(bottom)),
        ];
        Element::new(pen, corners).draw_on(plot)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::chart::fixture::{self, Report};

    #[test]
    fn what_is_missing_has_no_bar_but_its_reason() {
        let chart = fixture::bar(&[("Us", &["63", "[c]", "0"])]);
        let report = Report::of(&fixture::drawn(&chart).wide);
        assert_eq!(report.count("b"), 2);
        assert!(report.says("[c] withheld to protect privacy"));
    }

    #[test]
    fn a_reason_without_room_leaves_its_marker() {
        let series = ["A long name of a series", "B long name of a series"];
        let chart = fixture::bar(&[(series[0], &["63"]), (series[1], &["[c]"])]);
        let report = Report::of(&fixture::drawn(&chart).narrow);
        assert!(report.says("[c]"));
    }

    #[test]
    fn a_provisional_bar_is_an_outline() {
        let chart = fixture::bar(&[("Us", &["63", "50p"])]);
        let report = Report::of(&fixture::drawn(&chart).wide);
        assert_eq!((report.count("b"), report.count("b pr")), (1, 1));
        assert!(report.says("rovisional"));
    }

    #[test]
    fn a_target_is_dashed_and_named() {
        let mut chart = fixture::bar(&[("Us", &["63", "50"])]);
        chart.target = Some(fixture::target("90"));
        let report = Report::of(&fixture::drawn(&chart).narrow);
        assert_eq!(report.count("dash"), 1);
        assert!(report.says("Target 90%"));
    }
}
