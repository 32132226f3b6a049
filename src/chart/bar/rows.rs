//! One row for each bar, under a heading for each group.

use super::figures;
use crate::chart::root::Variant;
use crate::chart::side::{Naming, Row, stack};
use crate::chart::text::px;
use crate::chart::{Chart, Point};

/// A bar and its row.
#[derive(Clone, Debug)]
pub(super) struct Bar<'a> {
    pub(super) slot: usize,
    pub(super) point: &'a Point,
    pub(super) row: Row,
}

const THICK: i32 = px(20);
/// From the top of one bar to the next.
const PITCH: i32 = px(24);
/// Between two groups.
const APART: i32 = px(10);

impl Bar<'_> {
    /// The top and the bottom of the bar.
    pub(super) fn sides(&self) -> (i32, i32) {
        (self.row.middle() - THICK / 2, self.row.middle() + THICK / 2)
    }
}

/// The bars of `chart`, category by category, from the top down. With several
/// series each bar has its series' name, under its category's.
pub(super) fn bars(chart: &Chart, variant: Variant) -> Vec<Bar<'_>> {
    let grouped = chart.series.len() > 1;
    let naming = naming(chart, variant);
    let mut bars: Vec<Bar<'_>> = Vec::new();
    for (n, category) in chart.categories.iter().enumerate() {
        for (nth, series) in chart.series.iter().enumerate() {
            let Some(point) = series.points.get(n) else { continue };
            let mut row = naming.row(if grouped { &series.name } else { category });
            if grouped && nth == 0 {
                row.heading = naming.heading(category);
            }
            (row.grouped, row.marks) = (grouped, PITCH);
            let apart = if nth == 0 { APART } else { 0 };
            stack(bars.last().map(|bar| &bar.row), apart, &mut row);
            bars.push(Bar { slot: series.slot, point, row });
        }
    }
    bars
}

fn naming(chart: &Chart, variant: Variant) -> Naming {
    let (below, _) = figures::room(chart);
    if chart.series.len() > 1 {
        Naming::of(chart.series.iter().map(|series| &series.name), below, variant)
    } else {
        Naming::of(chart.categories.iter(), below, variant)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixture;

    #[test]
    fn rows_follow_one_another_in_groups() {
        let chart = fixture::bar(&[("Us", &["1", "2"]), ("England", &["3", "4"])]);
        let rows: Vec<Row> = bars(&chart, Variant::Wide).into_iter().map(|bar| bar.row).collect();
        let names: Vec<_> = rows.iter().map(|row| row.beside.join(" ")).collect();
        assert_eq!(names, ["Us", "England", "Us", "England"]);
        let headed: Vec<_> = rows.iter().map(|row| !row.heading.is_empty()).collect();
        assert_eq!(headed, [true, false, true, false]);
        assert!(rows.windows(2).all(|pair| pair[0].body().1 <= pair[1].top));
    }

    #[test]
    fn one_series_is_named_by_its_categories() {
        let chart = fixture::bar(&[("Us", &["1"])]);
        let rows: Vec<Row> = bars(&chart, Variant::Wide).into_iter().map(|bar| bar.row).collect();
        assert_eq!((rows[0].beside.join(" "), rows[0].heading.len()), ("2018".into(), 0));
    }

    #[test]
    fn names_too_long_for_a_column_stand_above_their_bars() {
        let names = ["Statistical neighbours of the council", "England"];
        let chart = fixture::bar(&[(names[0], &["1"]), (names[1], &["3"])]);
        let above = |variant| {
            bars(&chart, variant).iter().map(|bar| bar.row.above.join(" ")).collect::<Vec<_>>()
        };
        assert_eq!(above(Variant::Narrow), names);
        assert_eq!(above(Variant::Wide), ["", ""]);
    }
}
