//! What stands around every chart of the example, on its page: the points of
//! the checklist in `src/chart/tests/checklist.rs` that are about a chart's
//! place and not its drawing.

use crate::html::{between, elements, main_part, text};
use crate::support::site;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

type Files = BTreeMap<String, Vec<u8>>;

static EXAMPLE: LazyLock<Files> = LazyLock::new(|| site("example").build(&["--strict"]));

/// A chart of the example: the folder of its page, and its part of it.
struct Figure {
    page: String,
    html: String,
}

impl Figure {
    fn said(&self, class: &str) -> Vec<String> {
        let parts = between(&self.html, &format!("class=\"{class}"), "</");
        parts.iter().map(|part| text(part.split_once('>').unwrap().1)).collect()
    }

    fn words(&self) -> String {
        text(&self.html)
    }
}

fn figures() -> Vec<Figure> {
    let pages = EXAMPLE.iter().filter(|(path, _)| path.ends_with(".html"));
    let charts = |(path, bytes): (&String, &Vec<u8>)| {
        let page = String::from_utf8_lossy(bytes).into_owned();
        let figures = elements(main_part(&page), "<figure", "</figure>").into_iter();
        let charts = figures.filter(|html| html.contains("chart-drawing")).map(str::to_owned);
        charts.map(|html| Figure { page: path.clone(), html }).collect::<Vec<_>>()
    };
    pages.flat_map(charts).collect()
}

/// Point 1.
#[test]
fn every_headline_is_a_message_of_at_most_fifteen_words() {
    let all = figures();
    assert!(all.len() > 60, "{} charts", all.len());
    for figure in &all {
        let headline = figure.said("chart-headline").remove(0);
        let words = headline.split_whitespace().count();
        assert!((2..=15).contains(&words), "{}: {headline}", figure.page);
        let subtitle = figure.said("chart-subtitle").remove(0);
        assert!(!subtitle.starts_with(&headline), "{}: {headline} only names it", figure.page);
    }
}

/// Point 2: measure, unit, geography and period; of counts of records, which.
#[test]
fn every_subtitle_says_what_is_measured_of_whom_and_when() {
    for figure in figures() {
        let subtitle = figure.said("chart-subtitle").remove(0);
        let of = ["Wold Vale Council", "Recommendations of the review"];
        assert!(of.iter().any(|of| subtitle.contains(of)), "{}: {subtitle}", figure.page);
        assert!(subtitle.contains(|c: char| c.is_ascii_digit()), "{}: {subtitle}", figure.page);
    }
}

/// Point 3: the source, and notes for what is provisional, broken or withheld.
#[test]
fn every_chart_says_where_its_figures_come_from_and_what_to_mind() {
    let (mut provisional, mut broken) = (0, 0);
    for figure in figures() {
        let words = figure.words();
        let sourced = !figure.said("chart-source").is_empty();
        assert!(sourced || words.contains("Recommendations of the review"), "{}", figure.page);
        if figure.html.contains("m pr\"") || figure.html.contains("b pr\"") {
            provisional += 1;
            let drawn: Vec<&str> = elements(&figure.html, "<text", "</text>");
            assert!(drawn.join(" ").contains("is a provisional figure."), "{}", figure.page);
        }
        if figure.html.contains("class=\"break\"") {
            broken += 1;
            assert!(words.contains("not comparable"), "{}", figure.page);
        }
    }
    assert!(provisional > 10 && broken > 0, "the example shows {provisional} and {broken}");
}

/// Point 5: the figures as a table with a caption and scopes, as data, and the
/// drawing to take away. That they agree is shown in `figures.rs`.
#[test]
fn every_chart_has_a_table_data_and_a_picture() {
    for figure in figures() {
        let page = String::from_utf8_lossy(&EXAMPLE[&figure.page]).into_owned();
        let table = if figure.html.contains("<table") { &figure.html } else { main_part(&page) };
        assert!(table.contains("<caption") && table.contains("scope=\"row\""), "{}", figure.page);
        let folder = figure.page.rsplit_once('/').map_or("", |(folder, _)| folder);
        let files: Vec<&str> = between(&page, "class=\"download no-print\"><a href=\"", "\"");
        let made = |end: &str| {
            let own = files.iter().filter(|file| file.ends_with(end));
            own.filter(|file| EXAMPLE.contains_key(&resolved(folder, file))).count()
        };
        assert!(made(".csv") > 0 && made(".svg") > 0, "{}", figure.page);
    }
}

/// The path of a link from a page in `folder`.
fn resolved(folder: &str, link: &str) -> String {
    let ups = link.matches("../").count();
    let kept: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
    let kept = &kept[..kept.len().saturating_sub(ups)];
    let rest = link.trim_start_matches("../");
    kept.iter().copied().chain([rest]).collect::<Vec<_>>().join("/")
}

/// Point 13: a comparator has one colour, dash and marker wherever it stands.
#[test]
fn a_comparator_has_one_look_in_every_chart() {
    let mut looks: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for figure in figures() {
        for svg in between(&figure.html, "<svg", "</svg>") {
            let Some((_, labels)) = svg.split_once("<g class=\"labels\">") else { continue };
            // Each sample of a mark stands just before the words that it is of.
            for part in labels.split("<g class=\"s s").skip(1) {
                let slot = part.split('"').next().unwrap().to_owned();
                let Some(words) = part.split("<text").nth(1) else { continue };
                let words = text(words.split_once('>').unwrap().1.split("</text>").next().unwrap());
                for name in ["England", "Region", "Statistical neighbours", "Wold Vale Council"] {
                    if words.starts_with(name) {
                        looks.entry(name.to_owned()).or_default().insert(slot.clone());
                    }
                }
            }
        }
    }
    let one = |slot: &str| BTreeSet::from([slot.to_owned()]);
    assert_eq!(looks["England"], one("2"), "{looks:?}");
    assert_eq!(looks["Region"], one("4"), "{looks:?}");
    assert_eq!(looks["Statistical neighbours"], one("3"), "{looks:?}");
    assert_eq!(looks["Wold Vale Council"], one("1"), "{looks:?}");
}

/// Point 20: how many a percentage is of, beside the chart and in its table.
#[test]
fn percentages_say_how_many_they_are_of() {
    let mut shown = 0;
    for figure in figures().iter().filter(|figure| figure.page.starts_with("outcomes/")) {
        let page = String::from_utf8_lossy(&EXAMPLE[&figure.page]).into_owned();
        let id = figure.page.split('/').nth(1).unwrap();
        let data = EXAMPLE.iter().find(|(path, _)| {
            path.starts_with(&format!("outcomes/{id}/")) && path.ends_with(".csv")
        });
        let data = String::from_utf8_lossy(data.unwrap().1).into_owned();
        let own: Vec<Vec<&str>> = data
            .lines()
            .filter(|line| line.contains("Wold Vale Council"))
            .map(|line| line.rsplit(',').collect())
            .collect();
        let last = own.last().unwrap();
        let (of, n) = (last[2], last[3]);
        if !data.contains(",percent,") || n.is_empty() || n == "c" {
            continue;
        }
        shown += 1;
        let words = figure.words().replace(',', "");
        assert!(words.contains(&format!("our figure is {n} of {of}.")), "{id}: {n} of {of}");
        assert!(text(main_part(&page)).contains("Based on"), "{id}");
    }
    assert!(shown > 20, "{shown} percentages say what they are of");
}
