//! Every kind of chart in every hard case, plain and laden, in both variants.

use std::sync::LazyLock;

use crate::chart::fixture::{self, Place, Report, Words};
use crate::chart::*;

const LONG: &str = "Children placed over 20 miles from home!";
const OTHER: &str = "Statistical neighbours of this council's";
const UNBROKEN: &str = "Llanfairpwllgwyngyllgogerychwyrndrobwlll";
const FIFTEEN: &str = "61 62 [c] 64 65 66.5 67 [c] [c] 70 71 72 73 74 75p";

pub(super) const KINDS: [Kind; 5] =
    [Kind::Line, Kind::Bar, Kind::Stacked, Kind::Dot, Kind::SmallMultiples];

/// A case: its name, and the figures of each series.
type Case = (&'static str, &'static [(&'static str, &'static str)]);

/// The first ten are those that the project asks for.
const CASES: [Case; 25] = [
    ("normal", &[("Us", "61 63 66 65"), ("England", "60 61 62 63")]),
    ("gaps", &[("Us", "61 [x] 66 [x]"), ("England", "[x] 61 62 [low]")]),
    ("withheld", &[("Us", "[c] 63 [c]"), ("England", "[x] 60 61")]),
    ("provisional", &[("Us", "61 63p"), ("England", "60p 61p")]),
    ("break", &[("Us", "61 63 80 82"), ("England", "60 61 70 71")]),
    ("one point", &[("Us", "63")]),
    ("40-character labels", &[(LONG, "61 [c] ~63"), (OTHER, "60 61 62")]),
    ("negative values", &[("Us", "-12.5 4"), ("England", "-1 -40")]),
    ("equal values", &[("Us", "50 50"), ("England", "50 50")]),
    ("15 periods", &[("Us", FIFTEEN)]),
    (
        "15 periods, four times",
        &[
            ("Herefordshire", FIFTEEN),
            ("Statistical neighbours", FIFTEEN),
            ("West Midlands", FIFTEEN),
            ("England", FIFTEEN),
        ],
    ),
    ("zero", &[("Us", "0 0")]),
    ("all negative", &[("Us", "-12 -13 -11")]),
    ("flat", &[("Us", "96 97 96.5")]),
    ("one side", &[("Us", "[c] [c]"), ("England", "60 61")]),
    ("three gaps", &[("Us", "[c] 1"), ("A", "[x] 2"), ("B", "[low] [low]")]),
    ("unbroken", &[(UNBROKEN, "61 99"), ("England", "[x] 100")]),
    ("full and long", &[(LONG, "100 100"), (OTHER, "0 100")]),
    (
        "four alike",
        &[
            ("Herefordshire", "60 63"),
            ("Statistical neighbours", "61 63"),
            ("West Midlands", "62 63.5"),
            ("England", "63 62.5"),
        ],
    ),
    (
        "tiny parts",
        &[("Us", "97 1"), ("England", "0.5 1"), ("Wales", "0.5 90"), ("Ireland", "2 8p")],
    ),
    (
        "all withheld but one",
        &[("Us", "9 [c]"), ("A", "[c] [c]"), ("B", "[c] [x]"), ("C", "[c] 1")],
    ),
    ("ends early", &[("Us", "61 63 [c] [c]"), ("England", "60 61 62 63")]),
    ("alone", &[("Us", "61 [c] 63 [c] 65"), ("England", "60p [x] 62 [x] 64p")]),
    ("huge", &[("Us", "12000000 9000000")]),
    ("tiny", &[("Us", "0.0004 0.0001")]),
];

/// Six parts, and twelve panels.
const MANY: [&str; 12] = [
    "Complete",
    "On track",
    "Off track",
    "Not started",
    "Withdrawn",
    "No longer applies",
    "Bromyard",
    "Golden Valley",
    "Hereford",
    "Kington",
    "Ledbury",
    "Ross-on-Wye",
];

/// A chart with its name in the table, and its drawing.
pub(super) struct Drawn {
    pub(super) name: String,
    pub(super) chart: Chart,
    pub(super) drawing: Drawing,
}

impl Drawn {
    /// Both variants, named and read.
    pub(super) fn variants(&self) -> [(String, Report); 2] {
        [("wide", &self.drawing.wide), ("narrow", &self.drawing.narrow)]
            .map(|(variant, svg)| (format!("{}, {variant}", self.name), Report::of(svg)))
    }
}

/// The whole table, drawn once.
pub(super) static TABLE: LazyLock<Vec<Drawn>> = LazyLock::new(|| {
    let drawn =
        |(name, chart): (String, Chart)| Drawn { name, drawing: fixture::drawn(&chart), chart };
    charts().into_iter().map(drawn).collect()
});

/// Each case as each kind that has it, plain and with all that can be added.
pub(in crate::chart) fn charts() -> Vec<(String, Chart)> {
    let mut charts = Vec::new();
    for kind in KINDS {
        for (name, series) in CASES.iter().filter(|(_, series)| has(kind, series)) {
            let plain = case(kind, name, series);
            charts.push((format!("{name}, {kind:?}, laden"), laden(plain.clone())));
            charts.push((format!("{name}, {kind:?}"), plain));
        }
    }
    let count = |kind| if kind == Kind::Stacked { 6 } else { 12 };
    for kind in [Kind::Stacked, Kind::SmallMultiples] {
        let series: Vec<_> =
            MANY[..count(kind)].iter().map(|name| (*name, "3 [c] 12 9p")).collect();
        charts.push((format!("many, {kind:?}, laden"), laden(case(kind, "many", &series))));
        charts.push((format!("many, {kind:?}"), case(kind, "many", &series)));
    }
    charts
}

/// Parts of bars are not below zero.
fn has(kind: Kind, series: &[(&str, &str)]) -> bool {
    kind != Kind::Stacked || series.iter().all(|(_, figures)| !figures.contains('-'))
}

fn case(kind: Kind, name: &str, series: &[(&str, &str)]) -> Chart {
    let split: Vec<(&str, Vec<&str>)> =
        series.iter().map(|(name, figures)| (*name, figures.split(' ').collect())).collect();
    let series: Vec<(&str, &[&str])> =
        split.iter().map(|(name, figures)| (*name, figures.as_slice())).collect();
    let mut chart = fixture::chart(kind, &series);
    if name == "break" {
        chart.breaks = vec![2];
    }
    chart
}

/// The chart with long names, a target, breaks and a reference.
fn laden(mut chart: Chart) -> Chart {
    for (n, category) in chart.categories.iter_mut().enumerate() {
        *category = match n % 2 {
            0 => format!("Year ending 31 March {category}"),
            _ => format!("{LONG} {category}"),
        };
    }
    if chart.kind != Kind::Stacked {
        let text = "at least 63% by 2027".into();
        chart.target = Some(Target { text, ..fixture::target("63") });
    }
    if chart.kind == Kind::SmallMultiples {
        let points = chart.series[0].points.clone();
        chart.reference = Some(Series { name: LONG.into(), slot: 3, points, breaks: Vec::new() });
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

#[test]
fn words_are_inside_the_frame_and_do_not_overlap() {
    for (name, Report { size, words, .. }) in TABLE.iter().flat_map(Drawn::variants) {
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
fn words_stand_clear_of_marks_unless_they_are_on_one() {
    for (name, report) in TABLE.iter().flat_map(Drawn::variants) {
        for word in &report.words {
            let under = report.places.iter().find(|place| is_under(place, word));
            assert_eq!(under.is_some(), word.is_on_mark(), "{name}: {word:?}, {under:?}");
        }
    }
}

/// Whether the words run over a mark. Figures stand on bars by their middle.
fn is_under(place: &Place, word: &Words) -> bool {
    let marker = if place.x.0 == place.x.1 { 4.0 } else { 0.0 };
    word.left < place.x.1 + marker
        && word.right > place.x.0 - marker
        && word.top + 2.0 < place.y.1 + marker
        && word.bottom - 2.0 > place.y.0 - marker
}

#[test]
fn marks_are_inside_the_frame_one_for_each_number() {
    for drawn in TABLE.iter() {
        for (name, report) in drawn.variants() {
            let numbers = drawn.chart.numbers().into_iter();
            // A part of zero has no length, and is told in words.
            let has_mark =
                |number: &Decimal| drawn.chart.kind != Kind::Stacked || !number.is_zero();
            let found = match drawn.chart.kind {
                Kind::SmallMultiples => report.spots().len(),
                _ => report.places.len(),
            };
            assert_eq!(found, numbers.filter(has_mark).count(), "{name}");
            for place in &report.places {
                let inside = place.x.0 >= 0.0
                    && place.x.1 <= report.size.0
                    && place.y.0 >= 0.0
                    && place.y.1 <= report.size.1;
                assert!(inside, "{name}: {place:?}");
            }
        }
    }
}

/// On a line chart only the series it is about shows its gaps in the drawing:
/// another's marker would be read as its own.
#[test]
fn every_gap_shows_its_marker() {
    for drawn in TABLE.iter() {
        let shown = if drawn.chart.kind == Kind::Line { 1 } else { usize::MAX };
        for (name, report) in drawn.variants() {
            let points = drawn.chart.series.iter().take(shown).flat_map(|series| &series.points);
            for point in points.filter(|point| point.number().is_none()) {
                assert!(report.says(&point.text), "{name}: {}", point.text);
            }
        }
    }
}

#[test]
fn what_has_no_course_shows_and_describes_every_figure() {
    let is_so = |drawn: &&Drawn| !drawn.chart.is_over_time();
    for drawn in TABLE.iter().filter(is_so) {
        let words = drawn.drawing.description.join(" ");
        for (name, report) in drawn.variants() {
            for point in drawn.chart.points() {
                assert!(words.contains(&point.text), "{name}: {} in {words}", point.text);
                let is_told_only = drawn.chart.kind == Kind::Stacked
                    && point.number().is_some_and(|number| number.is_zero());
                assert!(is_told_only || report.says(&point.text), "{name}: {}", point.text);
            }
        }
    }
}

#[test]
fn every_panel_has_its_name_its_last_figure_and_its_periods() {
    for drawn in TABLE.iter().filter(|drawn| drawn.chart.kind == Kind::SmallMultiples) {
        for (name, report) in drawn.variants() {
            for series in &drawn.chart.series {
                let last = series.figures().next_back().map(|(_, point, _)| point.text.as_str());
                let broken = |text: &str| text.replace(' ', "");
                let said: String = report.words.iter().map(|words| broken(&words.text)).collect();
                for text in [Some(series.name.as_str()), last].into_iter().flatten() {
                    assert!(said.contains(&broken(text)), "{name}: {text}");
                }
            }
            let first = drawn.chart.categories[0].split(' ').next().unwrap();
            assert!(report.says(first), "{name}: {first}");
        }
    }
}
