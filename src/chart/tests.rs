//! The promises of every chart, kept for a table of hard cases in both kinds
//! and both variants.

use proptest::prelude::*;

use super::fixture::{self, Report};
use super::*;

const LONG: &str = "Children placed over 20 miles from home!";
const OTHER: &str = "Statistical neighbours of this council's";
const UNBROKEN: &str = "Llanfairpwllgwyngyllgogerychwyrndrobwlll";

const KINDS: [Kind; 5] = [Kind::Line, Kind::Bar, Kind::Stacked, Kind::Dot, Kind::SmallMultiples];

fn is_below_zero(series: &[(&str, &[&str])]) -> bool {
    series.iter().any(|(_, figures)| figures.iter().any(|figure| figure.starts_with('-')))
}

/// A case: its name, and the figures of each series.
type Case = (&'static str, Vec<(&'static str, Vec<&'static str>)>);

fn cases() -> Vec<Case> {
    let fifteen = vec![
        "61", "62", "[c]", "64", "65", "66.5", "67", "[c]", "[c]", "70", "71", "72", "73", "74",
        "75p",
    ];
    vec![
        ("one point", vec![("Us", vec!["63"])]),
        ("zero", vec![("Us", vec!["0", "0"])]),
        ("equal", vec![("Us", vec!["50", "50"]), ("England", vec!["50", "50"])]),
        ("negative", vec![("Us", vec!["-12.5", "4"]), ("England", vec!["-1", "-40"])]),
        ("all negative", vec![("Us", vec!["-12", "-13", "-11"])]),
        ("flat", vec![("Us", vec!["96", "97", "96.5"])]),
        ("withheld", vec![("Us", vec!["[c]", "63", "[c]"]), ("England", vec!["[x]", "60", "61"])]),
        ("one side", vec![("Us", vec!["[c]", "[c]"]), ("England", vec!["60", "61"])]),
        (
            "three gaps",
            vec![("Us", vec!["[c]", "1"]), ("A", vec!["[x]", "2"]), ("B", vec!["[low]", "[low]"])],
        ),
        ("provisional", vec![("Us", vec!["61", "63p"]), ("England", vec!["60p", "61p"])]),
        ("fifteen", vec![("Us", fifteen.clone())]),
        (
            "fifteen, four times",
            vec![
                ("Herefordshire", fifteen.clone()),
                ("Statistical neighbours", fifteen.clone()),
                ("West Midlands", fifteen.clone()),
                ("England", fifteen),
            ],
        ),
        ("long names", vec![(LONG, vec!["61", "[c]", "~63"]), (OTHER, vec!["60", "61", "62"])]),
        ("unbroken", vec![(UNBROKEN, vec!["61", "99"]), ("England", vec!["[x]", "100"])]),
        ("full and long", vec![(LONG, vec!["100", "100"]), (OTHER, vec!["0", "100"])]),
        (
            "four alike",
            vec![
                ("Herefordshire", vec!["60", "63"]),
                ("Statistical neighbours", vec!["61", "63"]),
                ("West Midlands", vec!["62", "63.5"]),
                ("England", vec!["63", "62.5"]),
            ],
        ),
        ("huge", vec![("Us", vec!["12000000", "9000000"])]),
        ("tiny", vec![("Us", vec!["0.0004", "0.0001"])]),
    ]
}

/// Each case as lines and as bars, plain and with all that can be added.
pub(super) fn charts() -> Vec<(String, Chart)> {
    let mut charts = Vec::new();
    for (name, series) in cases() {
        let series: Vec<_> =
            series.iter().map(|(name, figures)| (*name, figures.as_slice())).collect();
        for kind in KINDS {
            if kind == Kind::Stacked && is_below_zero(&series) {
                continue;
            }
            let plain = fixture::chart(kind, &series);
            charts.push((format!("{name}, {kind:?}"), plain.clone()));
            charts.push((format!("{name}, {kind:?}, laden"), laden(plain)));
        }
    }
    charts
}

/// The chart with long periods, a target and a break.
fn laden(mut chart: Chart) -> Chart {
    for (n, category) in chart.categories.iter_mut().enumerate() {
        *category = match n % 2 {
            0 => format!("Year ending 31 March {category}"),
            _ => format!("{LONG} {category}"),
        };
    }
    if chart.kind == Kind::SmallMultiples {
        let points = chart.series[0].points.clone();
        chart.reference = Some(Series { name: LONG.into(), slot: 3, points });
    }
    if chart.kind != Kind::Stacked {
        chart.target =
            Some(Target { text: "at least 63% by 2027".into(), ..fixture::target("63") });
    }
    chart.breaks = vec![0, 1, 99];
    chart.unit = Unit::after(" points");
    for point in chart.series.iter_mut().flat_map(|series| &mut series.points) {
        point.text = point.text.replace('%', " points");
    }
    chart.polarity = Polarity::LowerIsBetter;
    chart.author_text = Some("Figures <before> 2020 & after.".into());
    chart
}

/// Every chart, drawn, in both variants.
fn drawings() -> Vec<(String, Chart, String)> {
    let both = |(name, chart): (String, Chart)| {
        let drawing = fixture::drawn(&chart);
        [("wide", drawing.wide), ("narrow", drawing.narrow)]
            .map(|(variant, svg)| (format!("{name}, {variant}"), chart.clone(), svg))
    };
    charts().into_iter().flat_map(both).collect()
}

#[test]
fn words_are_inside_the_frame_and_do_not_overlap() {
    for (name, _, svg) in drawings() {
        let Report { size, words, .. } = Report::of(&svg);
        for (n, word) in words.iter().enumerate() {
            let inside = word.left >= 0.0
                && word.right <= size.0
                && word.top >= 0.0
                && word.bottom <= size.1;
            assert!(inside, "{name}: {word:?} is outside {size:?}");
            let other = words[..n].iter().find(|other| other.overlaps(word));
            assert!(other.is_none(), "{name}: {word:?} overlaps {other:?}");
        }
    }
}

#[test]
fn marks_are_inside_the_frame_one_for_each_number() {
    for (name, chart, svg) in drawings() {
        let report = Report::of(&svg);
        let drawn = chart.numbers().into_iter();
        // A part of zero has no length, and is told in words.
        let drawn = drawn.filter(|number| chart.kind != Kind::Stacked || !number.is_zero()).count();
        let found = match chart.kind {
            Kind::SmallMultiples => report.spots().len(),
            _ => report.places.len(),
        };
        assert_eq!(found, drawn, "{name}");
        let Report { size, places, .. } = report;
        for place in places {
            let inside =
                place.x.0 >= 0.0 && place.x.1 <= size.0 && place.y.0 >= 0.0 && place.y.1 <= size.1;
            assert!(inside, "{name}: {place:?}");
        }
    }
}

/// On a line chart only the series it is about shows its gaps in the drawing:
/// another's marker would be read as its own.
#[test]
fn every_gap_shows_its_marker() {
    for (name, chart, svg) in drawings() {
        let report = Report::of(&svg);
        let shown = if chart.kind == Kind::Line { 1 } else { chart.series.len() };
        let points = chart.series.iter().take(shown).flat_map(|series| &series.points);
        for point in points.filter(|point| point.number().is_none()) {
            assert!(report.says(&point.text), "{name}: {}", point.text);
        }
    }
}

#[test]
fn bars_show_and_describe_every_figure() {
    for (name, chart, svg) in drawings().into_iter().filter(|(_, chart, _)| chart.kind == Kind::Bar)
    {
        let words = fixture::drawn(&chart).description.join(" ");
        for point in chart.points() {
            assert!(words.contains(&point.text), "{name}: {} in {words}", point.text);
            assert!(Report::of(&svg).says(&point.text), "{name}: {}", point.text);
        }
    }
}

#[test]
fn the_svg_keeps_to_classes_and_unique_ids() {
    let allowed = [
        "class",
        "viewBox",
        "font-size",
        "role",
        "aria-labelledby",
        "aria-describedby",
        "id",
        "d",
        "cx",
        "cy",
        "r",
        "x",
        "y",
        "width",
        "height",
        "text-anchor",
    ];
    for (name, chart) in charts() {
        let drawing = fixture::drawn(&chart);
        let (wide, narrow) = (Report::of(&drawing.wide), Report::of(&drawing.narrow));
        for attribute in wide.attributes.iter().chain(&narrow.attributes) {
            assert!(allowed.contains(&attribute.as_str()), "{name}: {attribute}");
        }
        let mut ids: Vec<_> = wide.ids.into_iter().chain(narrow.ids).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), 4, "{name}");
    }
}

#[test]
fn the_same_chart_is_the_same_bytes() {
    for (name, chart) in charts() {
        assert_eq!(fixture::drawn(&chart), fixture::drawn(&chart), "{name}");
    }
}

#[test]
fn a_common_chart_is_small() {
    let years: Vec<Vec<String>> =
        (0..3).map(|s| (0..8).map(|n| format!("{}.{s}", 60 + n + s)).collect()).collect();
    let years: Vec<Vec<&str>> =
        years.iter().map(|figures| figures.iter().map(String::as_str).collect()).collect();
    let names = ["Herefordshire", "Statistical neighbours", "England"];
    let series: Vec<_> = names.into_iter().zip(years.iter().map(Vec::as_slice)).collect();
    let mut chart = fixture::line(&series);
    chart.target = Some(fixture::target("75"));
    let drawing = fixture::drawn(&chart);
    assert!(drawing.wide.len() < 5000, "{} bytes", drawing.wide.len());
    assert!(drawing.narrow.len() < 5000, "{} bytes", drawing.narrow.len());
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
}

/// The number at a place on the drawn scale, read from two of its numbers.
fn read_back(report: &Report, along: impl Fn(&fixture::Words) -> f64, at: f64) -> f64 {
    let number = |words: &fixture::Words| -> Option<f64> {
        let digits = words.text.strip_suffix('%')?.replace('\u{2212}', "-").replace(',', "");
        digits.parse().ok()
    };
    let ticks: Vec<(f64, f64)> =
        report.words.iter().map_while(|words| Some((along(words), number(words)?))).collect();
    let ((a, from), (b, to)) = (ticks[0], *ticks.last().unwrap());
    from + (at - a) / (b - a) * (to - from)
}

fn tenths() -> impl Strategy<Value = Vec<Option<i32>>> {
    prop::collection::vec(prop::option::weighted(0.8, -9999..9999), 1..16)
        .prop_filter("one number at least", |numbers| numbers.iter().flatten().count() > 0)
}

fn figures(numbers: &[Option<i32>]) -> Vec<String> {
    let figure = |number: &Option<i32>| {
        number.map_or("[c]".to_owned(), |number| Decimal::new(number.into(), 1).to_string())
    };
    numbers.iter().map(figure).collect()
}

/// The chart of one series without notes, so that the scale's numbers are the
/// first words on it.
fn bare(kind: Kind, numbers: &[Option<i32>]) -> Chart {
    let figures = figures(numbers);
    let figures: Vec<&str> = figures.iter().map(String::as_str).collect();
    let mut chart = fixture::chart(kind, &[("Us", &figures)]);
    chart.polarity = Polarity::Context;
    chart
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn lines_can_be_read_back(numbers in tenths()) {
        let chart = bare(Kind::Line, &numbers);
        let mut report = Report::of(&fixture::drawn(&chart).wide);
        report.words.retain(|words| !words.text.contains("scale"));
        // Over the height of the plot a tenth of a pixel is this much of the scale.
        let scale = line::scale_of(&chart);
        let tolerance = (scale.hi - scale.lo) / 280.0 * 0.2;
        let baseline = 15.0 * 0.35;
        for (place, number) in report.places.iter().zip(numbers.iter().flatten()) {
            let found = read_back(&report, |words| words.bottom - 3.2 - baseline, place.y.0);
            let number = f64::from(*number) / 10.0;
            prop_assert!((found - number).abs() <= tolerance, "{found} is not {number}");
        }
    }

    #[test]
    fn bars_can_be_read_back(numbers in tenths()) {
        let chart = bare(Kind::Bar, &numbers);
        let report = Report::of(&fixture::drawn(&chart).wide);
        for (place, number) in report.places.iter().zip(numbers.iter().flatten()) {
            let number = f64::from(*number) / 10.0;
            let end = if number < 0.0 { place.x.0 } else { place.x.1 };
            let found = read_back(&report, fixture::Words::middle, end);
            prop_assert!((found - number).abs() <= 2.0, "{found} is not {number}");
        }
    }
}
