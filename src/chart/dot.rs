//! Dot charts: areas compared measure by measure, on one scale.
//!
//! Each row has a dot for each area, in the area's own shape, on a thin line
//! from the lowest to the highest; the figures stand under their dots. Since a
//! place and not a length is the meaning, the scale need not start at zero, and
//! says so when it does not.

use super::canvas::{Canvas, Plot};
use super::element::{Element, Pen, series_class};
use super::key::Key;
use super::notes::EDGE;
use super::root::{Picture, Variant};
use super::scale::{Base, Scale, coordinate};
use super::side::{Naming, Row, Side, Wants, draw_axis, draw_names, stack};
use super::swatch::Swatch;
use super::tags::{self, Tag, Tags};
use super::text::{px, widest};
use super::{Chart, ChartError, Point, Series};
use crate::strings::Strings;

/// A dot chart, laid out.
struct Plan {
    side: Side,
    key: Key,
    rows: Vec<(Row, Tags)>,
}

/// The height of a row's line of dots.
const PITCH: i32 = px(22);
/// Between two rows.
const APART: i32 = px(8);
/// The room for half a dot at either end of the scale.
const HALF: i32 = px(8);

/// The scale of a dot chart, the same for both variants.
pub(super) fn scale_of(chart: &Chart) -> Scale {
    Scale::covering(&chart.scaled(), Base::ZeroIfNear, &chart.unit, 5)
}

/// Draws `chart` as dots.
pub(super) fn draw(
    chart: &Chart,
    strings: &Strings,
    variant: Variant,
) -> Result<Picture, ChartError> {
    let plan = Plan::new(chart, strings, variant);
    let canvas = Canvas::new(&plan.side.frame);
    plan.key.draw(&canvas, plan.side.key_top);
    let mut plot = plan.side.draw(&canvas, strings)?;
    plan.side.draw_target(&canvas, &mut plot)?;
    let rows = plan.rows.iter().map(|(row, _)| row);
    draw_axis(&canvas, &plan.side, rows.clone());
    draw_ranges(&canvas, &mut plot, chart, &plan)?;
    // The last drawn is on top: the series that the chart is about.
    for series in chart.series.iter().rev() {
        canvas.group(series_class(series.slot), || draw_dots(&mut plot, series, &plan))?;
    }
    drop(plot);
    canvas.group("labels", || {
        draw_names(&canvas, &plan.side, rows);
        let top = |row: &Row| plan.side.frame.top + row.marks().1;
        let tags: Vec<_> = plan.rows.iter().map(|(row, tags)| (top(row), tags)).collect();
        canvas.svg(|svg| tags::draw(svg, &tags));
    });
    Ok(Picture { body: canvas.body(), frame: plan.side.frame })
}

impl Plan {
    fn new(chart: &Chart, strings: &Strings, variant: Variant) -> Self {
        let naming = Naming::of(chart.categories.iter(), HALF, variant);
        let beside = |name: &String| widest(&naming.row(name).beside);
        let wants = Wants {
            base: Base::ZeroIfNear,
            numbers: chart.scaled(),
            names: chart.categories.iter().map(beside).max().unwrap_or(0),
            room: (HALF, HALF),
        };
        let side = Side::across(chart, &wants, strings, variant);
        let rows = rows(chart, &side, naming, strings);
        let height = rows.last().map_or(0, |(row, _)| row.body().1);
        let named = chart.series.iter();
        let named = named.map(|series| (Swatch::Marker(series.slot), series.name.clone()));
        let key = Key::of(named, variant);
        Self { side: side.down(key.height(), height), key, rows }
    }
}

fn rows(chart: &Chart, side: &Side, naming: Naming, strings: &Strings) -> Vec<(Row, Tags)> {
    let mut rows: Vec<(Row, Tags)> = Vec::new();
    for (n, category) in chart.categories.iter().enumerate() {
        let tags = under(chart, n, side, strings);
        let mut row = naming.row(category);
        (row.marks, row.under) = (PITCH, tags.height());
        stack(rows.last().map(|(row, _)| row), APART, &mut row);
        rows.push((row, tags));
    }
    rows
}

/// What stands under the dots of row `n`: the figures, and after them the
/// markers of what is missing, with the reasons if there is room.
fn under(chart: &Chart, n: usize, side: &Side, strings: &Strings) -> Tags {
    let room = EDGE..side.frame.width - EDGE;
    let figures = figures(chart, n, side);
    let alone = Tags::under(figures.clone(), &room);
    let from = alone.end().map_or(side.frame.left, |end| end + tags::APART);
    let told = [Some(strings), None].map(|reasons| missing(chart, n, from, reasons));
    let fits = |missing: &&Vec<Tag>| from + tags::breadth(missing) <= room.end;
    let [_, short] = &told;
    let missing = told.iter().find(fits).unwrap_or(short).clone();
    Tags::under(figures.into_iter().chain(missing).collect(), &room)
}

fn figures(chart: &Chart, n: usize, side: &Side) -> Vec<Tag> {
    let tag = |series: &Series| {
        let point = series.points.get(n)?;
        let wish = side.at(coordinate(point.number()?));
        let swatch = Swatch::Marker(series.slot);
        Some(Tag { swatch, text: point.text.clone(), class: "", wish })
    };
    chart.series.iter().filter_map(tag).collect()
}

/// What is missing from row `n`, side by side from `left` onwards: a mark far
/// from the others would be taken for a dot.
fn missing(chart: &Chart, n: usize, mut left: i32, reasons: Option<&Strings>) -> Vec<Tag> {
    let mut tags = Vec::new();
    for series in &chart.series {
        let Some(point) = series.points.get(n).filter(|point| point.number().is_none()) else {
            continue;
        };
        let swatch = Swatch::Marker(series.slot);
        let mut tag = Tag { swatch, text: point.reason(reasons), class: "mut", wish: left };
        tag.wish += tag.width() / 2;
        left += tag.width() + tags::APART;
        tags.push(tag);
    }
    tags
}

/// A thin line through each row, from its lowest figure to its highest.
fn draw_ranges(
    canvas: &Canvas,
    plot: &mut Plot<'_>,
    chart: &Chart,
    plan: &Plan,
) -> Result<(), ChartError> {
    canvas.group("axes", || {
        for (n, (row, _)) in plan.rows.iter().enumerate() {
            let points = chart.series.iter().filter_map(|series| series.points.get(n));
            let numbers: Vec<_> = points.filter_map(Point::number).collect();
            let (Some(lo), Some(hi)) = (numbers.iter().min(), numbers.iter().max()) else {
                continue;
            };
            if lo < hi {
                let y = f64::from(row.middle());
                let ends = vec![(coordinate(*lo), y), (coordinate(*hi), y)];
                Element::new(Pen::Line("range"), ends).draw_on(plot)?;
            }
        }
        Ok(())
    })
}

fn draw_dots(plot: &mut Plot<'_>, series: &Series, plan: &Plan) -> Result<(), ChartError> {
    for (n, _, shown) in series.figures() {
        let Some((row, _)) = plan.rows.get(n) else { continue };
        let pen = Pen::Marker { slot: series.slot, provisional: shown.provisional };
        let spot = (coordinate(shown.number), f64::from(row.middle()));
        Element::new(pen, vec![spot]).draw_on(plot)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::chart::Kind;
    use crate::chart::fixture::{self, Report};

    #[test]
    fn each_area_has_a_dot_and_a_figure_in_each_row() {
        let series: [(&str, &[&str]); 2] = [("Us", &["63", "50p"]), ("England", &["70", "[c]"])];
        let chart = fixture::chart(Kind::Dot, &series);
        let report = Report::of(&fixture::drawn(&chart).wide);
        assert_eq!(report.places.len(), 3);
        assert_eq!(report.count("range"), 1);
        assert_eq!(report.count("m pr"), 1);
        assert!(report.says("63%") && report.says("[c] withheld to protect privacy"));
    }

    #[test]
    fn dots_may_leave_out_zero_and_say_so() {
        let chart = fixture::chart(Kind::Dot, &[("Us", &["93", "95"]), ("England", &["92", "94"])]);
        let drawing = fixture::drawn(&chart);
        assert!(Report::of(&drawing.narrow).says("does not start at zero"));
        assert!(drawing.description.join(" ").contains("does not start at zero"));
    }
}
