//! Bar charts: comparison, in horizontal bars that start at zero.
//!
//! Each bar is named to its left and has its figure at its end. What is missing
//! has no bar: its marker, and the reason where there is room, stands at zero.

use super::canvas::{Canvas, Plot, draw_grid};
use super::element::{Element, Pen, series_class};
use super::notes::{self, EDGE, block};
use super::root::{Picture, Variant};
use super::scale::coordinate;
use super::svg::Anchor;
use super::text::LINE;
use super::{Chart, ChartError, Series};
use crate::strings::Strings;

mod figures;
mod plan;
mod rows;

use plan::Plan;
use rows::Row;

/// Draws `chart` as bars.
pub(super) fn draw(
    chart: &Chart,
    strings: &Strings,
    variant: Variant,
) -> Result<Picture, ChartError> {
    let plan = Plan::new(chart, strings, variant);
    let canvas = Canvas::new(&plan.frame);
    notes::draw(&canvas, &plan.notes);
    let mut plot = plan.plot(&canvas)?;
    canvas.group("axes", || draw_grid(&mut plot, &plan.scale, strings))?;
    target(&canvas, &mut plot, chart, &plan)?;
    for series in &chart.series {
        canvas.group(series_class(series.slot), || bars(&mut plot, &plan, series))?;
    }
    canvas.group("axes", || upright(&mut plot, &plan, plan.scale.foot(), "axis"))?;
    drop(plot);
    canvas.group("labels", || {
        draw_names(&canvas, &plan);
        figures::draw(&canvas, &plan, strings);
    });
    Ok(Picture { body: canvas.body(), frame: plan.frame })
}

/// The bars of one series.
fn bars(plot: &mut Plot<'_>, plan: &Plan<'_>, series: &Series) -> Result<(), ChartError> {
    for row in plan.rows.iter().filter(|row| row.slot == series.slot) {
        let Some(shown) = row.point.shown() else { continue };
        let (top, bottom) = row.bar();
        let pen = Pen::Bar { provisional: shown.provisional };
        let corners = vec![
            (plan.scale.foot(), f64::from(top)),
            (coordinate(shown.number), f64::from(bottom)),
        ];
        Element::new(pen, corners).draw_on(plot)?;
    }
    Ok(())
}

/// A line from top to bottom at `number`.
fn upright(
    plot: &mut Plot<'_>,
    plan: &Plan<'_>,
    number: f64,
    class: &'static str,
) -> Result<(), ChartError> {
    let height = f64::from(plan.frame.plot_height());
    Element::new(Pen::Line(class), vec![(number, 0.0), (number, height)]).draw_on(plot)
}

/// The target's line, and its words above it, kept within the frame.
fn target(
    canvas: &Canvas,
    plot: &mut Plot<'_>,
    chart: &Chart,
    plan: &Plan<'_>,
) -> Result<(), ChartError> {
    let Some(target) = &chart.target else { return Ok(()) };
    canvas.group("target", || {
        let half = super::text::widest(&plan.target) / 2;
        let x = plan.at(coordinate(target.number));
        let x = x.max(EDGE + half).min(plan.frame.width - EDGE - half);
        canvas.svg(|svg| block(svg, "", Anchor::Middle, (x, plan.target_top), &plan.target));
        upright(plot, plan, coordinate(target.number), "dash")
    })
}

/// The heading over a group of bars, and the name beside each.
fn draw_names(canvas: &Canvas, plan: &Plan<'_>) {
    let edge = plan.names_edge;
    for row in &plan.rows {
        let heading = (EDGE, plan.frame.top + row.top);
        canvas.svg(|svg| block(svg, "", Anchor::Start, heading, &row.heading));
        let lines = i32::try_from(row.name.len()).unwrap_or(0);
        let name = (edge, plan.frame.top + row.middle() - lines * LINE / 2);
        canvas.svg(|svg| block(svg, row.name_class(), Anchor::End, name, &row.name));
    }
}

impl Row<'_> {
    /// A name under a heading is the lesser of the two.
    fn name_class(&self) -> &'static str {
        if self.grouped { "mut" } else { "" }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{self, Report};

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
