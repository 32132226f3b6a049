//! Small multiples: a line chart for each series, all on one scale.
//!
//! What is true of line charts is true here: gaps and breaks cut the lines, and
//! the markers of what is missing stand under the axis. Only the last figure of
//! each panel is written; of the others the scale and the table tell.

use super::canvas::{Canvas, Plot};
use super::element::{Element, Pen, series_class};
use super::line::gaps;
use super::notes::{self, block};
use super::root::{Picture, Variant};
use super::runs::{marked, runs};
use super::scale::{Base, Scale, coordinate};
use super::svg::{Anchor, Spot};
use super::text::{DROP, height, px};
use super::{Chart, ChartError, Series};
use crate::strings::Strings;

mod grid;
mod panel;
mod plan;

use panel::Panel;
use plan::{PLOT, Plan};

/// The least room between two numbers of the scale.
const PITCH: i32 = px(24);

/// The one scale of all panels, the same for both variants: as many numbers as
/// have room beside a panel.
pub(super) fn scale_of(chart: &Chart) -> Scale {
    let fits = |scale: &Scale| {
        let steps = i32::try_from(scale.ticks.len().saturating_sub(1)).unwrap_or(PLOT);
        steps.saturating_mul(PITCH) <= PLOT
    };
    Scale::fitting(&chart.scaled(), Base::ZeroIfNear, &chart.unit, fits)
}

/// Draws `chart` as a panel for each series.
pub(super) fn draw(
    chart: &Chart,
    strings: &Strings,
    variant: Variant,
) -> Result<Picture, ChartError> {
    let plan = Plan::new(chart, strings, variant);
    let canvas = Canvas::new(&plan.frame);
    notes::draw(&canvas, &plan.notes);
    plan.key.draw(&canvas, plan.key_top);
    canvas.group("axes", || draw_axes(&canvas, &plan, strings));
    let mut plots = plan.plots(&canvas)?;
    draw_breaks(&canvas, &mut plots, chart, &plan)?;
    draw_target(&canvas, &mut plots, chart, &plan)?;
    if let Some(reference) = &chart.reference {
        draw_reference(&canvas, &mut plots, chart, reference)?;
    }
    draw_series(&canvas, &mut plots, chart)?;
    drop(plots);
    canvas.group("labels", || draw_labels(&canvas, &plan));
    Ok(Picture { body: canvas.body(), frame: plan.frame })
}

/// The grid of every panel, the numbers of the scale beside the first in each
/// row, and what stands under each.
fn draw_axes(canvas: &Canvas, plan: &Plan, strings: &Strings) {
    let level = |panel: &Panel, number| {
        let y = panel.top + plan.drop(number);
        vec![(panel.across.left, y), (panel.across.left + panel.across.width, y)]
    };
    let ticks = &plan.scale.ticks;
    let panels = || plan.panels.iter();
    let grid: Vec<Vec<Spot>> =
        panels().flat_map(|panel| ticks.iter().map(|tick| level(panel, *tick))).collect();
    let axes: Vec<Vec<Spot>> = panels().map(|panel| level(panel, plan.scale.foot())).collect();
    canvas.svg(|svg| {
        svg.path("grid", &grid);
        svg.path("axis", &axes);
        for panel in panels().filter(|panel| panel.is_first) {
            for tick in ticks {
                let at = (plan.numbers_edge, panel.top + plan.drop(*tick) + DROP);
                svg.text("mut", Anchor::End, at, &plan.scale.label(*tick, strings));
            }
        }
        for panel in panels() {
            block(svg, "mut", Anchor::Start, panel.first.at, &panel.first.lines);
        }
        for panel in panels() {
            block(svg, "mut", Anchor::End, panel.last.at, &panel.last.lines);
        }
    });
    for panel in panels() {
        gaps::draw(canvas, &panel.gaps, &panel.across, panel.gaps_top());
    }
}

fn draw_breaks(
    canvas: &Canvas,
    plots: &mut [Plot<'_>],
    chart: &Chart,
    plan: &Plan,
) -> Result<(), ChartError> {
    for (plot, series) in plots.iter_mut().zip(&chart.series) {
        for n in chart.breaks_of(series) {
            let x = n as f64 - 0.5;
            let ends = vec![(x, plan.scale.lo), (x, plan.scale.hi)];
            let line = Element::new(Pen::Line("dash"), ends);
            canvas.group("break", || line.draw_on(plot))?;
        }
    }
    Ok(())
}

fn draw_target(
    canvas: &Canvas,
    plots: &mut [Plot<'_>],
    chart: &Chart,
    plan: &Plan,
) -> Result<(), ChartError> {
    let Some(target) = &chart.target else { return Ok(()) };
    let number = coordinate(target.number);
    for (plot, panel) in plots.iter_mut().zip(&plan.panels) {
        let (from, to) = panel.across.range();
        let line = Element::new(Pen::Line("dash"), vec![(from, number), (to, number)]);
        canvas.group("target", || line.draw_on(plot))?;
    }
    Ok(())
}

/// What every panel is compared with: a line, and a marker only where no line
/// would show a figure.
fn draw_reference(
    canvas: &Canvas,
    plots: &mut [Plot<'_>],
    chart: &Chart,
    reference: &Series,
) -> Result<(), ChartError> {
    canvas.group("ref", || {
        for plot in &mut *plots {
            draw_lines(plot, chart, reference)?;
        }
        plots.iter_mut().try_for_each(|plot| draw_marks(plot, chart, reference, false))
    })
}

/// The panels' own lines, and then their markers.
fn draw_series(canvas: &Canvas, plots: &mut [Plot<'_>], chart: &Chart) -> Result<(), ChartError> {
    for (plot, series) in plots.iter_mut().zip(&chart.series) {
        canvas.group(series_class(series.slot), || draw_lines(plot, chart, series))?;
    }
    for (plot, series) in plots.iter_mut().zip(&chart.series) {
        canvas.group(series_class(series.slot), || draw_marks(plot, chart, series, true))?;
    }
    Ok(())
}

fn draw_lines(plot: &mut Plot<'_>, chart: &Chart, series: &Series) -> Result<(), ChartError> {
    for run in
        runs(&series.points, &chart.breaks_of(series)).into_iter().filter(|run| run.len() > 1)
    {
        Element::new(Pen::Line("l"), run).draw_on(plot)?;
    }
    Ok(())
}

fn draw_marks(
    plot: &mut Plot<'_>,
    chart: &Chart,
    series: &Series,
    with_last: bool,
) -> Result<(), ChartError> {
    for mark in marked(&series.points, &chart.breaks_of(series)) {
        if with_last || !mark.only_last {
            let pen = Pen::Marker { slot: series.slot, provisional: mark.provisional };
            Element::new(pen, vec![mark.place]).draw_on(plot)?;
        }
    }
    Ok(())
}

/// The name of each panel above it, and its last figure at the end of its line.
fn draw_labels(canvas: &Canvas, plan: &Plan) {
    canvas.svg(|svg| {
        for panel in &plan.panels {
            let top = panel.top - plan::OVER - height(panel.title.len());
            block(svg, "", Anchor::Start, (panel.across.left, top), &panel.title);
        }
        for panel in &plan.panels {
            let at =
                (panel.across.left + panel.across.width + panel::GAP, panel.top + panel.end_top);
            block(svg, "", Anchor::Start, at, &panel.end);
        }
    });
}
