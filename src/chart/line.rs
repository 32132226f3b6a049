//! Line charts: change over time.
//!
//! A gap stays a gap: lines are drawn in runs that end at a missing figure and
//! at a break, and the marker of what is missing stands under the axis.

use super::canvas::{Canvas, Plot, draw_grid};
use super::element::{Element, Pen, series_class};
use super::notes;
use super::root::{Picture, Variant};
use super::runs::runs;
use super::scale::coordinate;
use super::svg::Anchor;
use super::{Chart, ChartError, Series};
use crate::strings::Strings;

pub(super) mod across;
pub(super) mod gaps;
mod names;
mod periods;
mod plan;

use plan::Plan;
pub(super) use plan::scale_of;

/// Draws `chart` as lines.
pub(super) fn draw(
    chart: &Chart,
    strings: &Strings,
    variant: Variant,
) -> Result<Picture, ChartError> {
    let plan = Plan::new(chart, strings, variant);
    let canvas = Canvas::new(&plan.frame);
    notes::draw(&canvas, &plan.notes);
    names::draw_key(&canvas, &plan);
    let mut plot = plan.plot(&canvas)?;
    canvas.group("axes", || axes(&canvas, &mut plot, &plan, strings))?;
    breaks(&canvas, &mut plot, chart, &plan)?;
    target(&canvas, &mut plot, chart, &plan)?;
    // The last drawn is on top: the series that the chart is about.
    for series in chart.series.iter().rev() {
        canvas.group(series_class(series.slot), || trace(&mut plot, chart, series))?;
    }
    drop(plot);
    names::draw_ends(&canvas, &plan);
    Ok(Picture { body: canvas.body(), frame: plan.frame })
}

fn axes(
    canvas: &Canvas,
    plot: &mut Plot<'_>,
    plan: &Plan,
    strings: &Strings,
) -> Result<(), ChartError> {
    draw_grid(plot, &plan.scale, strings)?;
    level(plot, plan, plan.scale.foot(), "axis")?;
    periods::draw(canvas, plan);
    gaps::draw(canvas, &plan.gaps, &plan.across, plan.gaps_top);
    Ok(())
}

/// A line from side to side at `number`.
fn level(
    plot: &mut Plot<'_>,
    plan: &Plan,
    number: f64,
    class: &'static str,
) -> Result<(), ChartError> {
    let (from, to) = plan.across.range();
    Element::new(Pen::Line(class), vec![(from, number), (to, number)]).draw_on(plot)
}

fn target(
    canvas: &Canvas,
    plot: &mut Plot<'_>,
    chart: &Chart,
    plan: &Plan,
) -> Result<(), ChartError> {
    let Some(target) = &chart.target else { return Ok(()) };
    canvas.group("target", || level(plot, plan, coordinate(target.number), "dash"))
}

fn breaks(
    canvas: &Canvas,
    plot: &mut Plot<'_>,
    chart: &Chart,
    plan: &Plan,
) -> Result<(), ChartError> {
    for n in chart.series.first().map(|main| chart.breaks_of(main)).unwrap_or_default() {
        let x = n as f64 - 0.5;
        let ends = vec![(x, plan.scale.lo), (x, plan.scale.hi)];
        let line = Element::new(Pen::Line("dash"), ends);
        canvas.group("break", || line.draw_on(plot))?;
    }
    Ok(())
}

/// The lines of a series, then its markers on top of them.
fn trace(plot: &mut Plot<'_>, chart: &Chart, series: &Series) -> Result<(), ChartError> {
    for run in
        runs(&series.points, &chart.breaks_of(series)).into_iter().filter(|run| run.len() > 1)
    {
        Element::new(Pen::Line("l"), run).draw_on(plot)?;
    }
    for (n, _, shown) in series.figures() {
        let pen = Pen::Marker { slot: series.slot, provisional: shown.provisional };
        Element::new(pen, vec![(n as f64, coordinate(shown.number))]).draw_on(plot)?;
    }
    Ok(())
}

/// Draws lines of text centred under one another.
fn centred(canvas: &Canvas, class: &str, at: (i32, i32), lines: &[String]) {
    canvas.svg(|svg| notes::block(svg, class, Anchor::Middle, at, lines));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixture::{self, Report};

    #[test]
    fn gaps_are_never_bridged() {
        let chart = fixture::line(&[("Us", &["10", "20", "[c]", "40", "[x]", "60"])]);
        let drawn: Vec<_> = runs(&chart.series[0].points, &[]);
        let lengths: Vec<_> = drawn.iter().map(Vec::len).filter(|len| *len > 0).collect();
        assert_eq!(lengths, [2, 1, 1]);
        let report = Report::of(&fixture::drawn(&chart).wide);
        assert_eq!(report.count("l"), 1);
        assert_eq!(report.count("m"), 4);
        assert!(report.says("[c]") && report.says("[x]"));
    }
    #[test]
    fn a_break_cuts_the_line_and_is_marked() {
        let mut chart = fixture::line(&[("Us", &["10", "20", "30", "40"])]);
        chart.breaks = vec![2];
        let report = Report::of(&fixture::drawn(&chart).wide);
        assert_eq!(report.count("l"), 2);
        assert_eq!(report.count("dash"), 1);
    }

    #[test]
    fn a_provisional_figure_is_hollow() {
        let chart = fixture::line(&[("Us", &["10", "20p"])]);
        let report = Report::of(&fixture::drawn(&chart).wide);
        assert_eq!((report.count("m"), report.count("m pr")), (1, 1));
        assert!(report.says("rovisional"));
    }

    #[test]
    fn a_target_is_dashed_and_named() {
        let mut chart = fixture::line(&[("Us", &["10", "20"])]);
        chart.target = Some(fixture::target("75"));
        let drawing = fixture::drawn(&chart);
        for svg in [&drawing.wide, &drawing.narrow] {
            assert_eq!(Report::of(svg).count("dash"), 1);
            assert!(Report::of(svg).says("Target"));
        }
    }
}
