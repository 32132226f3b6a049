//! The same figures, drawn by plotters' own `SVGBackend`.
//!
//! Our charts write words, groups and classes that a stock backend has no call
//! for, so they cannot be pointed at it. This is what one would write with
//! plotters alone for the same picture: the same size, scale and grid, the same
//! names of periods or areas, lines that stop at gaps, markers, bars, figures
//! and the target. It has *less* to do than ours: no title, description, notes,
//! sample of a line or classes; labels are put where the figures are, without
//! moving them apart; nothing is dashed; widths come from plotters' estimate; pixels are whole.

use pledgebook::chart::{Chart, Kind, Point, Series};
use plotters::coord::Shift;
use plotters::coord::types::RangedCoordf64;
use plotters::prelude::*;
use plotters_svg::SVGBackend;
use rust_decimal::prelude::ToPrimitive;

type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;
type Plot<'a, 'b> = ChartContext<'a, SVGBackend<'b>, Cartesian2d<RangedCoordf64, RangedCoordf64>>;
type Drawn<'a> = Result<(), DrawingAreaErrorKind<<SVGBackend<'a> as DrawingBackend>::ErrorType>>;

const INK: RGBColor = RGBColor(0x1b, 0x1f, 0x24);
const MUTED: RGBColor = RGBColor(0x54, 0x5b, 0x63);
const GRID: RGBColor = RGBColor(0xd5, 0xd2, 0xcb);
const COLOURS: [RGBColor; 6] = [
    RGBColor(0x12, 0x43, 0x6d),
    RGBColor(0x28, 0xa1, 0x97),
    RGBColor(0x80, 0x16, 0x50),
    RGBColor(0xf4, 0x6a, 0x25),
    RGBColor(0x3d, 0x3d, 0x3d),
    RGBColor(0xa2, 0x85, 0xd1),
];

/// Draws `chart` so many pixels wide.
pub(crate) fn draw(chart: &Chart, width: u32) -> String {
    let mut svg = String::new();
    {
        let area = SVGBackend::with_string(&mut svg, (width, height(chart))).into_drawing_area();
        let drawn = match chart.kind {
            Kind::Bar => bars(chart, &area, width),
            Kind::Stacked => stacked(chart, &area, width),
            Kind::Dot => dots(chart, &area, width),
            Kind::SmallMultiples => panels(chart, &area),
            Kind::Line => lines(chart, &area, width),
        };
        drawn.and_then(|()| area.present()).expect("plotters draws into a text");
    }
    svg
}

fn height(chart: &Chart) -> u32 {
    match chart.kind {
        Kind::Bar => 60 + 24 * u32::try_from(rows(chart)).unwrap_or(0),
        Kind::Stacked | Kind::Dot => 60 + 40 * u32::try_from(chart.categories.len()).unwrap_or(0),
        Kind::SmallMultiples => 160 * u32::try_from(chart.series.len().div_ceil(3)).unwrap_or(0),
        Kind::Line => 280,
    }
}

fn rows(chart: &Chart) -> usize {
    let headings = usize::from(chart.series.len() > 1);
    chart.categories.len() * (chart.series.len() + headings)
}

fn number(point: &Point) -> Option<f64> {
    point.cell.get().shown().and_then(|shown| shown.number.to_f64())
}

fn style<'a>(colour: RGBColor) -> TextStyle<'a> {
    ("sans-serif", 15).into_font().color(&colour)
}

fn lines<'a>(chart: &Chart, area: &Area<'a>, width: u32) -> Drawn<'a> {
    let last = chart.categories.len() as f64 - 1.0;
    let label = |at: &f64| chart.categories.get(at.round() as usize).cloned().unwrap_or_default();
    let mut plot = ChartBuilder::on(area)
        .margin_right(width / 4)
        .margin_top(24)
        .x_label_area_size(40)
        .y_label_area_size(44)
        .build_cartesian_2d(-0.25..last + 0.25, 0.0..100.0)?;
    plot.configure_mesh()
        .disable_x_mesh()
        .light_line_style(TRANSPARENT)
        .bold_line_style(GRID)
        .x_labels(chart.categories.len())
        .y_labels(6)
        .x_label_formatter(&label)
        .y_label_formatter(&|number| format!("{number}%"))
        .label_style(style(MUTED))
        .draw()?;
    if let Some(target) = chart.target.as_ref().and_then(|target| target.number.to_f64()) {
        let ends = [(-0.25, target), (last + 0.25, target)];
        plot.draw_series([PathElement::new(ends, INK.stroke_width(2))])?;
        plot.draw_series([Text::new("Target", (last + 0.3, target), style(INK))])?;
    }
    chart.series.iter().try_for_each(|series| line(&mut plot, series))
}

fn line<'b>(plot: &mut Plot<'_, 'b>, series: &Series) -> Drawn<'b> {
    let colour = COLOURS[series.slot];
    let at = |(n, point): (usize, &Point)| Some((n as f64, number(point)?));
    let spots: Vec<Option<(f64, f64)>> = series.points.iter().enumerate().map(at).collect();
    for run in spots.split(Option::is_none).filter(|run| run.len() > 1) {
        let run: Vec<(f64, f64)> = run.iter().flatten().copied().collect();
        plot.draw_series([PathElement::new(run, colour.stroke_width(3))])?;
    }
    let spots: Vec<(f64, f64)> = spots.into_iter().flatten().collect();
    match series.slot {
        0 => plot.draw_series(spots.iter().map(|at| Circle::new(*at, 5, colour.filled())))?,
        1 => plot.draw_series(spots.iter().map(|at| Cross::new(*at, 5, colour)))?,
        _ => {
            plot.draw_series(spots.iter().map(|at| TriangleMarker::new(*at, 6, colour.filled())))?
        }
    };
    if let (Some(at), Some(point)) = (spots.last(), series.points.last()) {
        let words = format!("{} {}", series.name, point.text);
        plot.draw_series([Text::new(words, (at.0 + 0.1, at.1), style(INK))])?;
    }
    Ok(())
}

fn bars<'a>(chart: &Chart, area: &Area<'a>, width: u32) -> Drawn<'a> {
    let rows = rows(chart) as f64;
    let mut plot = ChartBuilder::on(area)
        .margin_right(60)
        .margin_top(24)
        .x_label_area_size(30)
        .y_label_area_size(width / 3)
        .build_cartesian_2d(0.0..100.0, 0.0..rows)?;
    plot.configure_mesh()
        .disable_y_mesh()
        .y_labels(0)
        .light_line_style(TRANSPARENT)
        .bold_line_style(GRID)
        .x_labels(6)
        .x_label_formatter(&|number| format!("{number}%"))
        .label_style(style(MUTED))
        .draw()?;
    let mut row = rows;
    for (n, category) in chart.categories.iter().enumerate() {
        if chart.series.len() > 1 {
            row -= 1.0;
            name(area, &plot, category, row, INK)?;
        }
        for series in &chart.series {
            row -= 1.0;
            let named = if chart.series.len() > 1 { &series.name } else { category };
            name(area, &plot, named, row, MUTED)?;
            bar(&mut plot, series, n, row)?;
        }
    }
    Ok(())
}

fn name<'b>(
    area: &Area<'b>,
    plot: &Plot<'_, 'b>,
    words: &str,
    row: f64,
    colour: RGBColor,
) -> Drawn<'b> {
    let (_, y) = plot.backend_coord(&(0.0, row + 0.7));
    area.draw_text(words, &style(colour), (4, y))
}

fn bar<'b>(plot: &mut Plot<'_, 'b>, series: &Series, n: usize, row: f64) -> Drawn<'b> {
    let Some(point) = series.points.get(n) else { return Ok(()) };
    let end = number(point).unwrap_or(0.0);
    if end > 0.0 {
        let corners = [(0.0, row + 0.1), (end, row + 0.9)];
        plot.draw_series([Rectangle::new(corners, COLOURS[series.slot].filled())])?;
    }
    plot.draw_series([Text::new(point.text.clone(), (end + 1.0, row + 0.7), style(INK))])?;
    Ok(())
}

/// A plot with a row for each category and names to its left.
fn in_rows<'a, 'b>(
    chart: &Chart,
    area: &'a Area<'b>,
    width: u32,
    most: f64,
) -> Result<Plot<'a, 'b>, DrawingAreaErrorKind<<SVGBackend<'b> as DrawingBackend>::ErrorType>> {
    let mut plot = ChartBuilder::on(area)
        .margin_right(60)
        .margin_top(24)
        .x_label_area_size(30)
        .y_label_area_size(width / 3)
        .build_cartesian_2d(0.0..most, 0.0..chart.categories.len() as f64)?;
    plot.configure_mesh()
        .disable_y_mesh()
        .y_labels(0)
        .light_line_style(TRANSPARENT)
        .bold_line_style(GRID)
        .x_labels(6)
        .label_style(style(MUTED))
        .draw()?;
    for (n, category) in chart.categories.iter().rev().enumerate() {
        name(area, &plot, category, n as f64, INK)?;
    }
    Ok(plot)
}

fn stacked<'a>(chart: &Chart, area: &Area<'a>, width: u32) -> Drawn<'a> {
    let mut plot = in_rows(chart, area, width, 400.0)?;
    for n in 0..chart.categories.len() {
        let row = (chart.categories.len() - 1 - n) as f64;
        let mut end = 0.0;
        for series in &chart.series {
            let Some(size) = series.points.get(n).and_then(number) else { continue };
            let corners = [(end, row + 0.15), (end + size, row + 0.85)];
            plot.draw_series([Rectangle::new(corners, COLOURS[series.slot].filled())])?;
            let words = series.points[n].text.clone();
            plot.draw_series([Text::new(words, (end + size / 2.0, row + 0.6), style(WHITE))])?;
            end += size;
        }
    }
    key(chart, area)
}

fn dots<'a>(chart: &Chart, area: &Area<'a>, width: u32) -> Drawn<'a> {
    let mut plot = in_rows(chart, area, width, 100.0)?;
    for n in 0..chart.categories.len() {
        let row = (chart.categories.len() - 1 - n) as f64 + 0.6;
        for series in &chart.series {
            let Some(at) = series.points.get(n).and_then(number) else { continue };
            let colour = COLOURS[series.slot];
            plot.draw_series([Circle::new((at, row), 5, colour.filled())])?;
            let words = series.points[n].text.clone();
            plot.draw_series([Circle::new((at, row - 0.4), 4, colour.filled())])?;
            plot.draw_series([Text::new(words, (at + 1.0, row - 0.3), style(INK))])?;
        }
        let all = || chart.series.iter().filter_map(|series| series.points.get(n).and_then(number));
        let ends = [(all().fold(100.0, f64::min), row), (all().fold(0.0, f64::max), row)];
        plot.draw_series([PathElement::new(ends, MUTED.stroke_width(2))])?;
    }
    key(chart, area)
}

fn key<'a>(chart: &Chart, area: &Area<'a>) -> Drawn<'a> {
    for (n, series) in chart.series.iter().enumerate() {
        area.draw_text(&series.name, &style(INK), (4 + 160 * n as i32, 2))?;
    }
    Ok(())
}

fn panels<'a>(chart: &Chart, area: &Area<'a>) -> Drawn<'a> {
    let last = chart.categories.len() as f64 - 1.0;
    let label = |at: &f64| chart.categories.get(at.round() as usize).cloned().unwrap_or_default();
    let panels = area.split_evenly((chart.series.len().div_ceil(3), 3));
    for (series, panel) in chart.series.iter().zip(&panels) {
        let mut plot = ChartBuilder::on(panel)
            .margin_right(50)
            .margin_top(24)
            .x_label_area_size(30)
            .y_label_area_size(40)
            .build_cartesian_2d(-0.25..last + 0.25, 0.0..100.0)?;
        plot.configure_mesh()
            .disable_x_mesh()
            .light_line_style(TRANSPARENT)
            .bold_line_style(GRID)
            .x_labels(2)
            .y_labels(4)
            .x_label_formatter(&label)
            .label_style(style(MUTED))
            .draw()?;
        panel.draw_text(&series.name, &style(INK), (4, 2))?;
        let at = |(n, point): (usize, &Point)| Some((n as f64, number(point)?));
        let spots: Vec<Option<(f64, f64)>> = series.points.iter().enumerate().map(at).collect();
        for run in spots.split(Option::is_none).filter(|run| run.len() > 1) {
            let run: Vec<(f64, f64)> = run.iter().flatten().copied().collect();
            plot.draw_series([PathElement::new(run, COLOURS[0].stroke_width(3))])?;
        }
        if let (Some(Some(at)), Some(point)) = (spots.last(), series.points.last()) {
            plot.draw_series([Circle::new(*at, 5, COLOURS[0].filled())])?;
            plot.draw_series([Text::new(point.text.clone(), (at.0 + 0.2, at.1), style(INK))])?;
        }
    }
    Ok(())
}
