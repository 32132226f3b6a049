//! How large drawings are, and what is not drawn at all.

use crate::chart::fixture::{self, chart};
use crate::chart::*;

/// Charts as reports have them, with names of real length.
fn common() -> Vec<Chart> {
    let areas = ["Herefordshire", "Statistical neighbours", "England"];
    let mut line = of(Kind::Line, &areas, 8);
    line.target = Some(fixture::target("75"));
    let bar = of(Kind::Bar, &areas[..2], 8);
    let mut stacked = of(Kind::Stacked, &["Complete", "On track", "Off track", "Not started"], 5);
    stacked.target = None;
    let dot = of(Kind::Dot, &areas, 6);
    let panels = ["Bromyard", "Golden Valley", "Hereford", "Kington", "Ledbury", "Ross-on-Wye"];
    let mut multiples = of(Kind::SmallMultiples, &panels, 8);
    multiples.reference = line.series.first().cloned();
    vec![line, bar, stacked, dot, multiples]
}

/// A chart of figures with one decimal that rise and fall.
fn of(kind: Kind, names: &[&str], count: usize) -> Chart {
    let figures: Vec<Vec<String>> = (0..names.len())
        .map(|s| (0..count).map(|n| format!("{}.{s}", 60 + (n * 7 + s * 3) % 12)).collect())
        .collect();
    let figures: Vec<Vec<&str>> =
        figures.iter().map(|figures| figures.iter().map(String::as_str).collect()).collect();
    let series: Vec<_> = names.iter().copied().zip(figures.iter().map(Vec::as_slice)).collect();
    let mut chart = chart(kind, &series);
    if matches!(kind, Kind::Bar | Kind::Dot | Kind::Stacked) {
        let names = ["Health assessments in time", "Dental checks", "Reviews in time"];
        let names = names.into_iter().chain(["Visits", "Immunisations", "Stable placements"]);
        for (category, name) in chart.categories.iter_mut().zip(names) {
            *category = name.into();
        }
    }
    chart
}

#[test]
fn a_common_chart_is_small() {
    for chart in common() {
        let drawing = fixture::drawn(&chart);
        for svg in [&drawing.wide, &drawing.narrow] {
            assert!(svg.len() < 5000, "{:?}: {} bytes", chart.kind, svg.len());
        }
    }
}

#[test]
fn what_cannot_be_drawn_is_refused() {
    let refused = |chart: &Chart| draw(chart, &fixture::english()).unwrap_err();
    let one = [("Us", &["1"][..])];
    assert_eq!(refused(&fixture::line(&[("Us", &["[c]", "[x]"])])), ChartError::NothingToDraw);
    assert_eq!(refused(&fixture::bar(&[])), ChartError::NothingToDraw);
    let five = fixture::line(&[one[0]; 5]);
    assert_eq!(refused(&five), ChartError::TooManySeries { found: 5, most: 4 });
    let mut uneven = fixture::line(&one);
    uneven.categories.push("2030".into());
    assert!(matches!(refused(&uneven), ChartError::Uneven { points: 1, categories: 2, .. }));
    let mut same = fixture::line(&[one[0], ("England", &["2"])]);
    same.series[1].slot = 0;
    assert_eq!(refused(&same), ChartError::SameLook { series: "England".into() });
    let seven = chart(Kind::Stacked, &[one[0]; 7]);
    assert_eq!(refused(&seven), ChartError::TooManySeries { found: 7, most: 6 });
    let thirteen = chart(Kind::SmallMultiples, &[one[0]; 13]);
    assert_eq!(refused(&thirteen), ChartError::TooManySeries { found: 13, most: 12 });
}

#[test]
fn parts_below_zero_and_targets_on_parts_are_refused() {
    let refused = |chart: &Chart| draw(chart, &fixture::english()).unwrap_err();
    let below = chart(Kind::Stacked, &[("Done", &["1", "2"]), ("Late", &["1", "-2"])]);
    let error = refused(&below);
    assert_eq!(error, ChartError::BelowZero { series: "Late".into(), category: "2019".into() });
    assert!(error.to_string().starts_with("`Late` is less than zero for `2019`"));
    let mut aimed = chart(Kind::Stacked, &[("Done", &["1"])]);
    aimed.target = Some(fixture::target("5"));
    assert_eq!(refused(&aimed), ChartError::TargetOnParts);
}

#[test]
fn a_reference_has_a_figure_for_every_period() {
    let mut uneven = chart(Kind::SmallMultiples, &[("North", &["1", "2"])]);
    uneven.reference = Some(fixture::line(&[("All", &["1"])]).series[0].clone());
    let refused = draw(&uneven, &fixture::english()).unwrap_err();
    assert!(matches!(refused, ChartError::Uneven { points: 1, categories: 2, .. }));
}
