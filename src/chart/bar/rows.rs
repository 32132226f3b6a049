//! One row for each bar, under a heading for each group.

use super::super::root::Variant;
use super::super::text::{LINE, height, px, wrap};
use super::figures;
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
    /// The name to the left of the bar.
    pub(super) name: Vec<String>,
    pub(super) top: i32,
}

const BAR: i32 = px(20);
/// From the top of one bar to the next.
const PITCH: i32 = px(24);
/// Between two groups.
const APART: i32 = px(10);

impl Row<'_> {
    pub(super) fn bottom(&self) -> i32 {
        self.top + height(self.heading.len()) + self.body()
    }

    pub(super) fn middle(&self) -> i32 {
        self.top + height(self.heading.len()) + self.body() / 2
    }

    /// The top and the bottom of the bar.
    pub(super) fn bar(&self) -> (i32, i32) {
        (self.middle() - BAR / 2, self.middle() + BAR / 2)
    }

    /// The height without the heading.
    fn body(&self) -> i32 {
        PITCH.max(height(self.name.len()) + LINE / 3)
    }
}

/// The rows of `chart`, category by category, from the top down.
pub(super) fn rows(chart: &Chart, variant: Variant) -> Vec<Row<'_>> {
    let mut rows: Vec<Row<'_>> = Vec::new();
    for (n, category) in chart.categories.iter().enumerate() {
        for (nth, series) in chart.series.iter().enumerate() {
            let Some(point) = series.points.get(n) else { continue };
            let mut row = row(chart, variant, category, series, point);
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
    above.map_or(0, |row| row.bottom() + apart)
}

/// A row without its place. With several series the category is the heading and
/// the series the name; with one, the category names the bar: beside it, or
/// above it where the drawing is narrow.
fn row<'a>(
    chart: &Chart,
    variant: Variant,
    category: &str,
    series: &Series,
    point: &'a Point,
) -> Row<'a> {
    let grouped = chart.series.len() > 1;
    let above = || wrap(category, variant.width() - px(16));
    let beside = |text| wrap(text, names_room(chart, variant));
    let (heading, name) = match (grouped, variant) {
        (true, _) => (above(), beside(&series.name)),
        (false, Variant::Wide) => (Vec::new(), beside(category)),
        (false, Variant::Narrow) => (above(), Vec::new()),
    };
    Row { slot: series.slot, point, grouped, heading, name, top: 0 }
}

/// The widest that a name beside a bar may be: figures of bars below zero stand
/// between the two.
fn names_room(chart: &Chart, variant: Variant) -> i32 {
    let (below, _) = figures::room(chart);
    let room = variant.width() / 2 - below - px(16);
    room.min(variant.pick(px(220), px(112))).max(px(60))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixture;

    #[test]
    fn rows_follow_one_another_in_groups() {
        let chart = fixture::bar(&[("Us", &["1", "2"]), ("England", &["3", "4"])]);
        let rows = rows(&chart, Variant::Wide);
        let names: Vec<_> = rows.iter().map(|row| row.name.join(" ")).collect();
        assert_eq!(names, ["Us", "England", "Us", "England"]);
        let headed: Vec<_> = rows.iter().map(|row| !row.heading.is_empty()).collect();
        assert_eq!(headed, [true, false, true, false]);
        assert!(rows.windows(2).all(|pair| pair[0].bottom() <= pair[1].top));
    }

    #[test]
    fn one_series_is_named_by_its_categories() {
        let chart = fixture::bar(&[("Us", &["1"])]);
        assert_eq!(rows(&chart, Variant::Wide)[0].name, ["2018"]);
        assert_eq!(rows(&chart, Variant::Narrow)[0].heading, ["2018"]);
    }
}
