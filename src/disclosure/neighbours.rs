//! Statistical neighbours, and their mean as the Department for Education works
//! it out: the simple mean of those that have a published figure. The others
//! are left out, and the number used is said.

use super::outcomes::{Point, Series};
use super::published::{Cell, Published, Shown, rounded};
use crate::model::{Id, Marker, Outcome, Period};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// The comparator that is the mean of the neighbours.
pub const STATISTICAL_NEIGHBOURS: &str = "statistical-neighbours";

/// One neighbour and its published figures.
#[derive(Clone, Debug)]
pub struct Neighbour {
    /// Its name.
    pub name: String,
    /// Its figures.
    pub series: Series,
}

/// How many figures a mean is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeanOf {
    /// Those that had a figure.
    pub used: usize,
    /// All of them.
    pub of: usize,
}

/// The simple mean of `figures`, to `decimals` places, or to as many as any of
/// them shows; halves go away from zero. `None` if there are none.
pub(super) fn simple_mean(figures: &[Decimal], decimals: Option<u32>) -> Option<Decimal> {
    let finest = figures.iter().map(Decimal::scale).max();
    let sum = figures.iter().try_fold(Decimal::ZERO, |sum, figure| sum.checked_add(*figure))?;
    let mean = sum.checked_div(Decimal::from(figures.len()))?;
    Some(rounded(mean, decimals.or(finest)))
}

/// Adds the mean of `neighbours` to the comparators. Where the author gives it
/// too, the given figure stands, and the number used is added if it is the same.
pub(super) fn add_mean(
    comparators: &mut BTreeMap<Id, Series>,
    neighbours: &[Neighbour],
    outcome: &Outcome,
) {
    let Ok(name) = STATISTICAL_NEIGHBOURS.parse::<Id>() else { return };
    if neighbours.is_empty() {
        return;
    }
    let series = comparators.entry(name).or_default();
    for period in periods(neighbours) {
        match series.points.iter_mut().find(|point| point.period == *period) {
            Some(given) => given.mean_of = same_mean(given, neighbours),
            None => series.points.push(mean_of(neighbours, period, outcome.decimals)),
        }
    }
    series.points.sort_by(|a, b| a.period.order(&b.period, outcome.period_type));
}

fn periods(neighbours: &[Neighbour]) -> Vec<&Period> {
    let points = neighbours.iter().flat_map(|neighbour| &neighbour.series.points);
    let mut periods: Vec<&Period> = points.map(|point| &point.period).collect();
    periods.sort();
    periods.dedup();
    periods
}

/// The mean for one period. A figure that is only rough is not used.
fn mean_of(neighbours: &[Neighbour], period: &Period, decimals: Option<u32>) -> Point {
    let points = neighbours.iter().filter_map(|neighbour| neighbour.series.at(period));
    let used: Vec<&Shown> = points
        .filter_map(|point| point.cell.get().shown())
        .filter(|shown| shown.qualifier.is_none())
        .collect();
    let numbers: Vec<Decimal> = used.iter().map(|shown| shown.number).collect();
    let cell = match simple_mean(&numbers, decimals) {
        Some(mean) => Cell::Value(Shown {
            provisional: used.iter().any(|shown| shown.provisional),
            revised: used.iter().any(|shown| shown.revised),
            estimated: used.iter().any(|shown| shown.estimated),
            ..Shown::plain(mean)
        }),
        None => Cell::Missing(Marker::NotAvailable),
    };
    Point {
        period: period.clone(),
        cell: Published::new(cell),
        base: None,
        mean_of: Some(MeanOf { used: used.len(), of: neighbours.len() }),
        notes: Vec::new(),
        revisions: Vec::new(),
    }
}

/// Of how many neighbours the figure that was given is the mean, if it is.
fn same_mean(given: &Point, neighbours: &[Neighbour]) -> Option<MeanOf> {
    let number = given.cell.get().shown()?.number;
    let mean = mean_of(neighbours, &given.period, Some(number.scale()));
    mean.mean_of.filter(|_| mean.cell.get().shown().is_some_and(|mean| mean.number == number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn mean(figures: &[&str], decimals: Option<u32>) -> Option<String> {
        let figures: Vec<Decimal> = figures.iter().map(|word| word.parse().unwrap()).collect();
        simple_mean(&figures, decimals).map(|mean| mean.to_string())
    }

    #[test]
    fn the_mean_is_simple_and_halves_go_away_from_zero() {
        // 11 + 9 + 13 + 12 = 45; 45 / 4 = 11.25.
        let figures = ["11", "9", "13", "12"];
        assert_eq!(mean(&figures, Some(0)).as_deref(), Some("11"));
        assert_eq!(mean(&figures, Some(1)).as_deref(), Some("11.3"));
        assert_eq!(mean(&figures, Some(2)).as_deref(), Some("11.25"));
        // (10 + 11) / 2 = 10.5
        assert_eq!(mean(&["10", "11"], Some(0)).as_deref(), Some("11"));
        assert_eq!(mean(&["-10", "-11"], Some(0)).as_deref(), Some("-11"));
        assert_eq!(mean(&[], Some(0)), None);
    }

    #[test]
    fn a_mean_shows_as_many_decimals_as_its_finest_member() {
        // (12.8 + 13 + 11) / 3 = 12.2666…
        assert_eq!(mean(&["12.8", "13", "11"], None).as_deref(), Some("12.3"));
    }

    proptest! {
        #[test]
        fn a_mean_lies_between_the_least_and_the_greatest(
            figures in prop::collection::vec((0_i64..100_000, 0_u32..4), 1..12),
        ) {
            let figures: Vec<Decimal> =
                figures.into_iter().map(|(number, scale)| Decimal::new(number, scale)).collect();
            let mean = simple_mean(&figures, None).unwrap();
            prop_assert!(*figures.iter().min().unwrap() <= mean);
            prop_assert!(mean <= *figures.iter().max().unwrap());
        }
    }
}
