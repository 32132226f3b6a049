//! Figures worked out from their parts, and what was known when.

use super::super::Cell;
use super::super::fixture::{on_day, outcome, period, published};
use crate::model::{Day, Marker};

fn figure(unit: &str, parts: &str) -> String {
    let outcome =
        published(&format!("unit: {unit}\npolarity: context\nvalues: [{{period: 2025, {parts}}}]"));
    let cell = *outcome.own.points[0].cell.get();
    match cell {
        Cell::Value(shown) => shown.number.to_string(),
        Cell::Missing(marker) => marker.symbol().to_owned(),
    }
}

#[test]
fn figures_are_worked_out_from_their_parts() {
    // As the Department published them for 31 March 2025: England's rate of
    // children looked after, the East Midlands' of those who ceased to be.
    assert_eq!(figure("rate-per-10000", "numerator: 81770, denominator: 12183016"), "67");
    assert_eq!(figure("rate-per-10000", "numerator: 2580, denominator: 1032130"), "25");
    // Halves go away from zero: 1 of 8 is 12.5, 25 of 200 too.
    assert_eq!(figure("percent", "numerator: 25, denominator: 200"), "13");
    assert_eq!(figure("percent\ndecimals: 1", "numerator: 25, denominator: 200"), "12.5");
    assert_eq!(figure("average", "numerator: 3318, denominator: 231"), "14.4");
    assert_eq!(figure("average\ndecimals: 2", "numerator: 3318, denominator: 231"), "14.36");
}

#[test]
fn a_figure_that_is_said_to_be_missing_is_not_worked_out() {
    let keys = "missing: c, numerator: 40, denominator: 80";
    assert_eq!(figure("percent", keys), "[c]");
    let all = format!("unit: percent\npolarity: context\nvalues: [{{period: 2025, {keys}}}]");
    assert!(published(&all).own.points[0].base.is_none(), "the parts would give it away");
}

#[test]
fn what_a_withheld_figure_was_before_is_withheld_too() {
    let keys = "unit: percent\npolarity: context\nvalues: [{period: 2025, value: 8, numerator: 4, denominator: 50, \
                revised: [{from: 10, date: 2025-09-01}]}]";
    let outcome = published(keys);
    let from = outcome.own.points[0].revisions[0].from.get();
    assert_eq!(*from, Cell::Missing(Marker::Confidential));
}

/// What `outcome` shows of `word` on a day.
fn on(keys: &str, day: &str, word: &str) -> Option<String> {
    let outcome = outcome(keys);
    let day: Day = day.parse().unwrap();
    let view = on_day(&outcome, Some(day));
    let point = view.own.at(&period(word))?;
    Some(point.cell.get().shown()?.number.to_string())
}

#[test]
fn each_kind_of_period_is_known_when_it_has_ended() {
    for (kind, word, before, after) in [
        ("year-ending-31-march", "2024-25", "2025-03-30", "2025-03-31"),
        ("financial-year", "2024-25", "2025-03-30", "2025-03-31"),
        ("academic-year", "2024-25", "2025-08-30", "2025-08-31"),
        ("calendar-year", "2024", "2024-12-30", "2024-12-31"),
        ("quarter", "2024-25-q3", "2024-12-30", "2024-12-31"),
        ("month", "2024-feb", "2024-02-28", "2024-02-29"),
        ("snapshot", "2025-03-31", "2025-03-30", "2025-03-31"),
        ("span", "2023-12-01/2024-11-30", "2024-11-29", "2024-11-30"),
    ] {
        let keys = format!(
            "unit: score\npolarity: context\nperiod_type: {kind}\nvalues: [{{period: {word}, value: 7}}]"
        );
        assert_eq!(on(&keys, before, word), None, "{kind}");
        assert_eq!(on(&keys, after, word).as_deref(), Some("7"), "{kind}");
    }
}

#[test]
fn a_history_of_revisions_shows_each_figure_in_its_time() {
    let keys = "unit: score\npolarity: context\nvalues:\n  - {period: 2022-23, value: 9, known: 2023-06-30, revised: [\
                {from: 12, date: 2023-11-16}, {from: 10, date: 2024-02-01}]}";
    let told = |day: &str| on(keys, day, "2022-23");
    assert_eq!(told("2023-06-29"), None);
    assert_eq!(told("2023-06-30").as_deref(), Some("12"));
    assert_eq!(told("2023-11-16").as_deref(), Some("10"));
    assert_eq!(told("2024-02-01").as_deref(), Some("9"));
}

#[test]
fn neighbours_are_known_when_their_figures_came_out() {
    let keys = "unit: percent\npolarity: context\nvalues: [{period: 2023-24, value: 9}]\n\
                neighbours:\n  model: 2021\n  published: {2023-24: 2024-11-14}\n  members:\n    \
                Amberford: {2023-24: 8}\n    Brindle: {2023-24: {value: 10, known: 2024-07-01}}";
    let outcome = outcome(keys);
    let mean = |day: &str| {
        let day: Day = day.parse().unwrap();
        let view = on_day(&outcome, Some(day));
        let series = view.comparators.values().next()?.clone();
        let mean = series.points.first()?.clone();
        Some((mean.cell.get().shown()?.number.to_string(), mean.mean_of?.used))
    };
    assert_eq!(mean("2024-06-30"), None);
    assert_eq!(mean("2024-07-01"), Some(("10".to_owned(), 1)));
    assert_eq!(mean("2024-11-14"), Some(("9".to_owned(), 2)));
}

#[test]
fn an_earlier_figure_comes_with_its_own_parts_and_marks() {
    let keys = "unit: percent\npolarity: context\nvalues:\n  - {period: 2022-23, value: 86, numerator: 43, \
                denominator: 50, revised: [{from: 88, numerator: 44, denominator: 50, provisional: true, \
                date: 2024-02-01}]}";
    let outcome = outcome(keys);
    let on = |day: &str| {
        let day: Day = day.parse().unwrap();
        let view = on_day(&outcome, Some(day));
        let point = view.own.points[0].clone();
        let shown = *point.cell.get().shown().unwrap();
        let numerator = point.base.unwrap().numerator.get().shown().unwrap().number;
        (numerator.to_string(), shown.provisional, shown.revised)
    };
    assert_eq!(on("2024-01-31"), ("44".to_owned(), true, false));
    assert_eq!(on("2024-02-01"), ("43".to_owned(), false, true));
}

#[test]
fn a_provisional_figure_that_was_confirmed_is_not_revised() {
    let keys = "unit: score\npolarity: context\nvalues:\n  - {period: 2022-23, value: 9, \
                revised: [{from: 9, provisional: true, date: 2024-02-01}]}";
    let outcome = published(keys);
    assert!(!outcome.own.points[0].cell.get().shown().unwrap().revised);
    assert!(outcome.own.points[0].revisions.is_empty());
}

#[test]
fn a_marker_stands_where_it_stood_until_there_was_a_figure() {
    let keys = "unit: score\npolarity: context\nvalues:\n  - {period: 2022-23, value: 9, \
                revised: [{from: x, date: 2024-02-01}]}";
    assert_eq!(on(keys, "2024-01-31", "2022-23"), None);
    assert_eq!(on(keys, "2024-02-01", "2022-23").as_deref(), Some("9"));
    let from = *published(keys).own.points[0].revisions[0].from.get();
    assert_eq!(from, Cell::Missing(Marker::NotAvailable));
}

#[test]
fn a_source_that_comes_out_every_year_keeps_the_days_of_the_years_before() {
    let keys = "unit: score\npolarity: context\nsource: {name: A return, published: {2022-23: 2023-06-08, \
                2023-24: 2024-06-13}}\nvalues:\n  - {period: 2022-23, value: 7}\n  - {period: 2023-24, value: 8}";
    assert_eq!(on(keys, "2023-06-07", "2022-23"), None);
    assert_eq!(on(keys, "2023-06-08", "2022-23").as_deref(), Some("7"));
    assert_eq!(on(keys, "2024-06-12", "2023-24"), None);
    assert_eq!(on(keys, "2024-06-13", "2023-24").as_deref(), Some("8"));
}
