//! Random charts, read back from their drawings by the numbers of their scales,
//! and from their words.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::table::KINDS;
use crate::chart::fixture::{self, Corners, Place, Report, Words};
use crate::chart::*;

/// How many tenths of a unit each figure is; `None` is withheld.
type Figures = Vec<Vec<Option<i32>>>;

/// As far as rounding to tenths of a pixel can put a mark and a number of the
/// scale from their places, in pixels.
const SLACK: f64 = 0.13;

fn random() -> impl Strategy<Value = (Kind, Figures, Vec<usize>)> {
    let sizes = (0..KINDS.len(), 1..5_usize, 1..12_usize);
    sizes.prop_flat_map(|(kind, series, count)| {
        let kind = KINDS[kind];
        let lowest = if kind == Kind::Stacked { 0 } else { -9999 };
        let figure = prop::option::weighted(0.8, lowest..9999);
        let figures = prop::collection::vec(prop::collection::vec(figure, count), series);
        let breaks = prop::collection::vec(0..count, 0..3);
        let some =
            |(_, figures, _): &(_, Figures, _)| figures.iter().flatten().any(Option::is_some);
        (Just(kind), figures, breaks).prop_filter("a figure at least", some)
    })
}

/// The chart without notes; every third figure is provisional.
fn chart_of(kind: Kind, figures: &Figures, breaks: &[usize]) -> Chart {
    let figure = |(n, number): (usize, &Option<i32>)| {
        let provisional = if n % 3 == 2 { "p" } else { "" };
        number.map_or("[c]".to_owned(), |n| Decimal::new(n.into(), 1).to_string() + provisional)
    };
    let figures: Vec<Vec<String>> =
        figures.iter().map(|series| series.iter().enumerate().map(figure).collect()).collect();
    let figures: Vec<Vec<&str>> =
        figures.iter().map(|series| series.iter().map(String::as_str).collect()).collect();
    let names = ["Us", "England", "Wales", "Leeds"];
    let series: Vec<_> = names.into_iter().zip(figures.iter().map(Vec::as_slice)).collect();
    let mut chart = fixture::chart(kind, &series);
    match (kind, breaks) {
        // One panel breaks alone.
        (Kind::SmallMultiples, [alone, all @ ..]) => {
            chart.series[0].breaks = vec![*alone];
            chart.breaks = all.to_vec();
        }
        _ => chart.breaks = breaks.to_vec(),
    }
    chart
}

/// A scale as a reader finds it: two of its numbers and where they are.
#[derive(Debug)]
struct Ruler {
    at: (f64, f64),
    number: (f64, f64),
}

impl Ruler {
    /// From the numbers beside the axes, by where they are along it.
    fn of(numbers: &[&Words], along: impl Fn(&Words) -> f64) -> Self {
        let number = |words: &Words| -> f64 {
            let digits = words.text.trim_end_matches('%').replace('\u{2212}', "-").replace(',', "");
            digits.parse().unwrap()
        };
        let (a, b) = (numbers[0], numbers[numbers.len() - 1]);
        Self { at: (along(a), along(b)), number: (number(a), number(b)) }
    }

    fn unit(&self) -> f64 {
        ((self.number.1 - self.number.0) / (self.at.1 - self.at.0)).abs()
    }

    fn read(&self, at: f64) -> f64 {
        let share = (at - self.at.0) / (self.at.1 - self.at.0);
        self.number.0 + share * (self.number.1 - self.number.0)
    }

    fn check(&self, at: f64, number: f64) -> Result<(), TestCaseError> {
        let found = self.read(at);
        let slack = self.unit() * SLACK;
        prop_assert!((found - number).abs() <= slack, "{found} is not {number}, {self:?}");
        Ok(())
    }
}

/// The numbers of the scale, in the order drawn.
fn scale(report: &Report) -> Vec<&Words> {
    let is_number = |words: &&Words| words.is_of_axes() && words.text.ends_with('%');
    report.words.iter().filter(is_number).collect()
}

fn numbers(series: &Series) -> Vec<f64> {
    series.figures().map(|(_, _, shown)| scale::coordinate(shown.number)).collect()
}

fn of_slot(report: &Report, slot: usize) -> Vec<Place> {
    report.places.iter().filter(|place| place.slot == slot).copied().collect()
}

/// Lines: each marker at its number, each line from figure to next figure.
fn check_line(chart: &Chart, report: &Report) -> Result<(), TestCaseError> {
    let ruler = Ruler::of(&scale(report), Words::level);
    for series in &chart.series {
        let spots: Corners =
            of_slot(report, series.slot).iter().map(|place| (place.x.0, place.y.0)).collect();
        for (spot, number) in spots.iter().zip(numbers(series)) {
            ruler.check(spot.1, number)?;
        }
        let lines = report.shapes.iter().filter(|shape| shape.class == "l");
        let lines = lines.filter(|line| line.slot() == Some(series.slot) && line.is_data());
        check_runs(
            chart,
            series,
            &spots,
            &lines.map(|line| line.corners.clone()).collect::<Vec<_>>(),
        )?;
    }
    Ok(())
}

/// No line goes over a period without a figure or over a break, and none is
/// missing between two figures that follow one another.
fn check_runs(
    chart: &Chart,
    series: &Series,
    spots: &Corners,
    lines: &[Corners],
) -> Result<(), TestCaseError> {
    let periods: Vec<usize> = series.figures().map(|(n, ..)| n).collect();
    prop_assert_eq!(spots.len(), periods.len());
    let period = |x: f64| periods[spots.iter().position(|spot| (spot.0 - x).abs() < 0.3).unwrap()];
    let mut joined = BTreeSet::new();
    for pair in lines.iter().flat_map(|line| line.windows(2)) {
        let (from, to) = (period(pair[0].0), period(pair[1].0));
        prop_assert_eq!(from + 1, to, "a line goes from {} to {}", from, to);
        joined.insert(to);
    }
    let follows =
        |n: &usize| *n > 0 && periods.contains(&(n - 1)) && !chart.breaks_of(series).contains(n);
    let expected: BTreeSet<usize> = periods.iter().copied().filter(follows).collect();
    prop_assert_eq!(joined, expected);
    Ok(())
}

/// Panels: as lines, each by the scale beside its row.
fn check_multiples(chart: &Chart, report: &Report) -> Result<(), TestCaseError> {
    let axes = report.lines("axis");
    let ticks = scale(report);
    let columns = axes.iter().filter(|axis| axis[0].1 == axes[0][0].1).count();
    let per_row = ticks.len() / axes.len().div_ceil(columns);
    for (n, (axis, series)) in axes.iter().zip(&chart.series).enumerate() {
        let row = n / columns;
        let numbers_of_row = &ticks[row * per_row..(row + 1) * per_row];
        let ruler = Ruler::of(numbers_of_row, Words::level);
        let (top, bottom) = (numbers_of_row[per_row - 1].level(), numbers_of_row[0].level());
        let inside = |spot: &(f64, f64)| {
            (axis[0].0..=axis[1].0).contains(&spot.0) && (top - 1.0..bottom + 1.0).contains(&spot.1)
        };
        let mut spots: Corners = report.spots().into_iter().filter(inside).collect();
        spots.sort_by(|a, b| a.0.total_cmp(&b.0));
        for (spot, number) in spots.iter().zip(numbers(series)) {
            ruler.check(spot.1, number)?;
        }
        let lines: Vec<Corners> =
            report.lines("l").into_iter().filter(|line| line.iter().all(inside)).collect();
        check_runs(chart, series, &spots, &lines)?;
    }
    Ok(())
}

/// Bars: from zero to the number.
fn check_bar(chart: &Chart, report: &Report) -> Result<(), TestCaseError> {
    let ruler = Ruler::of(&scale(report), Words::middle);
    for series in &chart.series {
        let places = of_slot(report, series.slot);
        prop_assert_eq!(places.len(), numbers(series).len());
        for (place, number) in places.iter().zip(numbers(series)) {
            let (foot, end) = if number < 0.0 { (place.x.1, place.x.0) } else { place.x };
            ruler.check(foot, 0.0)?;
            ruler.check(end, number)?;
        }
    }
    Ok(())
}

/// Stacked bars: each part as long as its number, from where the last ended.
fn check_stacked(chart: &Chart, report: &Report) -> Result<(), TestCaseError> {
    let ruler = Ruler::of(&scale(report), Words::middle);
    let mut left: Vec<Vec<Place>> =
        chart.series.iter().map(|series| of_slot(report, series.slot)).collect();
    for n in 0..chart.categories.len() {
        let mut end = 0.0;
        for (series, places) in chart.series.iter().zip(&mut left) {
            let Some(number) = series.points[n].number().filter(|number| !number.is_zero()) else {
                continue;
            };
            let place = places.remove(0);
            ruler.check(place.x.0, end)?;
            end += scale::coordinate(number);
            ruler.check(place.x.1, end)?;
        }
    }
    prop_assert!(left.iter().all(Vec::is_empty), "a part for what has no length");
    Ok(())
}

/// Dots: each at its number.
fn check_dot(chart: &Chart, report: &Report) -> Result<(), TestCaseError> {
    let ruler = Ruler::of(&scale(report), Words::middle);
    for series in &chart.series {
        let places = of_slot(report, series.slot);
        prop_assert_eq!(places.len(), numbers(series).len());
        for (place, number) in places.iter().zip(numbers(series)) {
            ruler.check(place.x.0, number)?;
        }
    }
    Ok(())
}

/// Every number in the description is a figure, a name or a number of the scale
/// as they are printed.
fn check_words(
    chart: &Chart,
    report: &Report,
    description: &[String],
) -> Result<(), TestCaseError> {
    let texts = chart.points().map(|point| point.text.clone());
    let names = chart.categories.iter().cloned();
    // The ends of a scale are told where it does not start at zero.
    let of_scale =
        |words: &&Words| words.is_of_axes() || words.within.first().is_some_and(|g| g == "notes");
    let ticks = report.words.iter().filter(of_scale).map(|words| words.text.clone());
    let known: BTreeSet<String> =
        texts.chain(names).chain(ticks).flat_map(|text| numbers_in(&text)).collect();
    for found in description.iter().flat_map(|sentence| numbers_in(sentence)) {
        prop_assert!(known.contains(&found), "{} is no figure of {:?}", found, description);
    }
    Ok(())
}

fn numbers_in(text: &str) -> Vec<String> {
    let is_part = |c: char| c.is_ascii_digit() || ",.-\u{2212}".contains(c);
    let words = text.split(|c| !is_part(c)).map(|word| word.trim_end_matches(['.', ',']));
    words.filter(|word| word.contains(|c: char| c.is_ascii_digit())).map(str::to_owned).collect()
}

// About a thousand series.
proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_is_drawn_and_said_is_what_is_known((kind, figures, breaks) in random()) {
        let chart = chart_of(kind, &figures, &breaks);
        let drawing = fixture::drawn(&chart);
        for svg in [&drawing.wide, &drawing.narrow] {
            let report = Report::of(svg);
            match kind {
                Kind::Line => check_line(&chart, &report)?,
                Kind::Bar => check_bar(&chart, &report)?,
                Kind::Stacked => check_stacked(&chart, &report)?,
                Kind::Dot => check_dot(&chart, &report)?,
                Kind::SmallMultiples => check_multiples(&chart, &report)?,
            }
            check_words(&chart, &report, &drawing.description)?;
        }
    }

    /// Whatever the figures are, a chart is drawn or refused.
    #[test]
    fn no_figures_are_too_much(
        kind in 0..KINDS.len(),
        mantissas in prop::collection::vec(any::<i64>(), 1..6),
        places in 0_u32..28,
    ) {
        let figures: Vec<String> =
            mantissas.iter().map(|n| Decimal::new(*n, places).to_string()).collect();
        let figures: Vec<&str> = figures.iter().map(String::as_str).collect();
        let chart = fixture::chart(KINDS[kind], &[("Us", &figures), ("England", &figures)]);
        let drawn = draw(&chart, &fixture::english());
        let is_below_zero = mantissas.iter().any(|n| *n < 0);
        prop_assert_eq!(drawn.is_err(), KINDS[kind] == Kind::Stacked && is_below_zero);
    }
}
