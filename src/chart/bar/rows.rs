//! One row for each bar, under a heading for each group.

use super::figures;
use crate::chart::root::Variant;
use crate::chart::text::{LINE, fits, height, px, wrap};
use crate::chart::{Chart, Point, Series};

/// A bar's row; lengths in tenths of a pixel from the top of the plot.
#[derive(Clone, Debug)]
pub(super) struct Row<'a> {
    pub(super) slot: usize,
    pub(super) point: &'a Point,
    /// Whether it is one of several bars of a category.
    pub(super) grouped: bool,
    /// The category's name, over the first bar of a group.
    pub(super) heading: Vec<String>,
    /// The bar's name, over the bar.
    pub(super) above: Vec<String>,
    /// The bar's name, to the left of the bar.
    pub(super) beside: Vec<String>,
    pub(super) top: i32,
}

const BAR: i32 = px(20);
/// From the top of one bar to the next.
const PITCH: i32 = px(24);
/// Between two groups.
const APART: i32 = px(10);
/// Around a name, and between it and its bar.
const MARGIN: i32 = px(8);

impl Row<'_> {
    /// Where the name over the bar is.
    pub(super) fn above_top(&self) -> i32 {
        self.top + height(self.heading.len())
    }

    /// The part of the row that the bar is in.
    pub(super) fn body(&self) -> (i32, i32) {
        let top = self.above_top() + height(self.above.len());
        (top, top + PITCH.max(height(self.beside.len()) + LINE / 3))
    }

    pub(super) fn middle(&self) -> i32 {
        i32::midpoint(self.body().0, self.body().1)
    }

    /// The top and the bottom of the bar.
    pub(super) fn bar(&self) -> (i32, i32) {
        (self.middle() - BAR / 2, self.middle() + BAR / 2)
    }
}

/// The rows of `chart`, category by category, from the top down.
pub(super) fn rows(chart: &Chart, variant: Variant) -> Vec<Row<'_>> {
    let mut rows: Vec<Row<'_>> = Vec::new();
    for n in 0..chart.categories.len() {
        for (nth, series) in chart.series.iter().enumerate() {
            let Some(mut row) = row(chart, variant, n, series) else { continue };
            if nth > 0 {
                row.heading.clear();
            }
            row.top = top(rows.last(), nth == 0);
            rows.push(row);
        }
    }
    rows
}

/// Where the next row starts.
fn top(above: Option<&Row<'_>>, starts_group: bool) -> i32 {
    let apart = if starts_group { APART } else { 0 };
    above.map_or(0, |row| row.body().1 + apart)
}

/// A row without its place. With several series each bar has its series' name,
/// under the category as a heading; with one, the category is the bar's name.
fn row<'a>(chart: &Chart, variant: Variant, n: usize, series: &'a Series) -> Option<Row<'a>> {
    let category = chart.categories.get(n)?;
    let grouped = is_grouped(chart);
    let across = |text| wrap(text, variant.width() - 2 * MARGIN);
    let name = if grouped { &series.name } else { category };
    let (above, beside) = if names_fit_beside(chart, variant) {
        (Vec::new(), wrap(name, names_room(chart, variant)))
    } else {
        (across(name), Vec::new())
    };
    let heading = if grouped { across(category) } else { Vec::new() };
    let (slot, point) = (series.slot, series.points.get(n)?);
    Some(Row { slot, point, grouped, heading, above, beside, top: 0 })
}

fn is_grouped(chart: &Chart) -> bool {
    chart.series.len() > 1
}

/// Whether all names can stand beside their bars; else all stand above, since a
/// column of names that is mostly wrapped leaves little for the bars.
fn names_fit_beside(chart: &Chart, variant: Variant) -> bool {
    let (room, lines) = (names_room(chart, variant), variant.pick(3, 2));
    let fit = |name: &String| fits(name, room, lines);
    if is_grouped(chart) {
        chart.series.iter().all(|series| fit(&series.name))
    } else {
        chart.categories.iter().all(fit)
    }
}

/// The widest that a name beside a bar may be: figures of bars below zero stand
/// between the two.
fn names_room(chart: &Chart, variant: Variant) -> i32 {
    let (below, _) = figures::room(chart);
    let room = variant.most_side() - below - 2 * MARGIN;
    room.min(variant.pick(px(220), px(112))).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixture;

    #[test]
    fn rows_follow_one_another_in_groups() {
        let chart = fixture::bar(&[("Us", &["1", "2"]), ("England", &["3", "4"])]);
        let rows = rows(&chart, Variant::Wide);
        let names: Vec<_> = rows.iter().map(|row| row.beside.join(" ")).collect();
        assert_eq!(names, ["Us", "England", "Us", "England"]);
        let headed: Vec<_> = rows.iter().map(|row| !row.heading.is_empty()).collect();
        assert_eq!(headed, [true, false, true, false]);
        assert!(rows.windows(2).all(|pair| pair[0].body().1 <= pair[1].top));
    }

    #[test]
    fn one_series_is_named_by_its_categories() {
        let chart = fixture::bar(&[("Us", &["1"])]);
        let rows = rows(&chart, Variant::Wide);
        assert_eq!((rows[0].beside.join(" "), rows[0].heading.len()), ("2018".into(), 0));
    }

    #[test]
    fn names_too_long_for_a_column_stand_above_their_bars() {
        let names = ["Statistical neighbours of the council", "England"];
        let chart = fixture::bar(&[(names[0], &["1"]), (names[1], &["3"])]);
        let above = |variant| {
            rows(&chart, variant).iter().map(|row| row.above.join(" ")).collect::<Vec<_>>()
        };
        assert_eq!(above(Variant::Narrow), names);
        assert_eq!(above(Variant::Wide), ["", ""]);
    }
}
