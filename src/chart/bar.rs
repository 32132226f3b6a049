//! Bar charts: comparison, in horizontal bars that start at zero.
//!
//! Each bar is named to its left and has its figure at its end. What is missing
//! has no bar: its marker, and the reason where there is room, stands at zero.

use super::canvas::{Canvas, Plot, draw_grid};
use super::element::{Element, Pen, series_class};
use super::notes::{self, EDGE, block};
use super::root::{Picture, Variant};
use super::scale::coordinate;
use super::svg::{Anchor, Spot};
use super::text::{height, widest};
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
    target(&canvas, &mut plot, &plan)?;
    for series in &chart.series {
        canvas.group(series_class(series.slot), || bars(&mut plot, &plan, series))?;
    }
    drop(plot);
    canvas.group("axes", || draw_axis(&canvas, &plan));
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

/// The axis, beside the bars only: names above bars are not to be crossed.
fn draw_axis(canvas: &Canvas, plan: &Plan<'_>) {
    let x = plan.at(plan.scale.foot());
    let mut pieces: Vec<Vec<Spot>> = Vec::new();
    for (top, bottom) in plan.rows.iter().map(Row::body) {
        let (top, bottom) = ((x, plan.frame.top + top), (x, plan.frame.top + bottom));
        match pieces.last_mut().and_then(|piece| piece.last_mut()) {
            Some(end) if *end == top => *end = bottom,
            _ => pieces.push(vec![top, bottom]),
        }
    }
    canvas.svg(|svg| svg.path("axis", &pieces));
}

/// The target's line, and its words above it, kept within the frame.
fn target(canvas: &Canvas, plot: &mut Plot<'_>, plan: &Plan<'_>) -> Result<(), ChartError> {
    let Some(target) = &plan.target else { return Ok(()) };
    let height = f64::from(plan.frame.plot_height());
    let ends = vec![(target.number, 0.0), (target.number, height)];
    canvas.group("target", || {
        let half = widest(&target.words) / 2;
        let x = plan.at(target.number).max(EDGE + half).min(plan.frame.width - EDGE - half);
        canvas.svg(|svg| block(svg, "", Anchor::Middle, (x, target.top), &target.words));
        Element::new(Pen::Line("dash"), ends).draw_on(plot)
    })
}

/// The heading over a group of bars, and the name of each.
fn draw_names(canvas: &Canvas, plan: &Plan<'_>) {
    let top = plan.frame.top;
    for row in &plan.rows {
        let class = if row.grouped { "mut" } else { "" };
        let beside = row.middle() - height(row.beside.len()) / 2;
        canvas.svg(|svg| {
            block(svg, "", Anchor::Start, (EDGE, top + row.top), &row.heading);
            block(svg, class, Anchor::Start, (EDGE, top + row.above_top()), &row.above);
            block(svg, class, Anchor::End, (plan.names_edge, top + beside), &row.beside);
        });
    }
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
