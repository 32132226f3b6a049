//! Charts for tests, and a reader of what was drawn.

use rust_decimal::Decimal;

use super::text::{TENTHS, width};
use super::{Chart, Drawing, Kind, Point, Series, Target, Unit, draw};
use crate::diagnostic::Findings;
use crate::disclosure::{Cell, Published, Shown};
use crate::model::{Marker, Polarity, Qualifier};
use crate::strings::Strings;

/// A line chart by year from 2018. A figure is written as `61`, `61p`
/// (provisional), `~61` (about), `[c]` or `[x]`.
pub(super) fn line(series: &[(&str, &[&str])]) -> Chart {
    chart(Kind::Line, series)
}

/// The same figures as bars.
pub(super) fn bar(series: &[(&str, &[&str])]) -> Chart {
    chart(Kind::Bar, series)
}

pub(super) fn chart(kind: Kind, series: &[(&str, &[&str])]) -> Chart {
    let count = series.first().map_or(0, |(_, figures)| figures.len());
    Chart {
        id: "dental".into(),
        kind,
        headline: "More children saw a dentist".into(),
        subtitle: "Dental checks, per cent, Exampleshire".into(),
        series: series
            .iter()
            .enumerate()
            .map(|(slot, (name, figures))| Series {
                name: (*name).into(),
                slot,
                points: figures.iter().map(|figure| point(figure)).collect(),
            })
            .collect(),
        categories: (2018..2018 + count).map(|year| year.to_string()).collect(),
        target: None,
        unit: Unit::after("%"),
        polarity: Polarity::HigherIsBetter,
        breaks: Vec::new(),
        author_text: None,
    }
}

pub(super) fn target(number: &str) -> Target {
    Target { number: number.parse().unwrap(), text: format!("{number}%") }
}

pub(super) fn point(figure: &str) -> Point {
    let missing = |marker: Marker, words: &str| Point {
        cell: Published::for_tests(Cell::Missing(marker)),
        text: marker.symbol().into(),
        words: words.into(),
    };
    match figure {
        "[c]" => missing(Marker::Confidential, "withheld to protect privacy"),
        "[x]" => missing(Marker::NotAvailable, "not available"),
        "[low]" => missing(Marker::Low, "rounds to zero"),
        _ => value(figure),
    }
}

fn value(figure: &str) -> Point {
    let about = figure.starts_with('~');
    let number: Decimal = figure.trim_matches(['~', 'p']).parse().unwrap();
    let shown = Shown {
        number,
        qualifier: about.then_some(Qualifier::About),
        provisional: figure.ends_with('p'),
        revised: false,
        estimated: false,
    };
    Point {
        cell: Published::for_tests(Cell::Value(shown)),
        text: if about { format!("about {number}%") } else { format!("{number}%") },
        words: String::new(),
    }
}

pub(super) fn drawn(chart: &Chart) -> Drawing {
    draw(chart, &english()).unwrap()
}

/// The built-in theme's words.
pub(super) fn english() -> Strings {
    let mut strings = Strings::new("en");
    let text = include_str!("../../themes/civic/strings/en.yaml");
    strings.read("en.yaml", text, &mut Findings::new());
    strings
}

/// Words on a drawing and the box that their letters fill, in pixels.
#[derive(Clone, Debug)]
pub(super) struct Words {
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
}

impl Words {
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    pub(super) fn middle(&self) -> f64 {
        f64::midpoint(self.left, self.right)
    }
}

/// The middle of a marker, or the ends of a bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    pub(super) slot: usize,
    pub(super) x: (f64, f64),
    pub(super) y: (f64, f64),
}

/// What a reader of the SVG finds.
pub(super) struct Report {
    pub(super) size: (f64, f64),
    pub(super) words: Vec<Words>,
    /// The class of every element.
    pub(super) classes: Vec<String>,
    /// Every mark that carries a figure, in the order drawn.
    pub(super) places: Vec<Place>,
    /// The attributes used.
    pub(super) attributes: Vec<String>,
    pub(super) ids: Vec<String>,
}

impl Report {
    pub(super) fn of(svg: &str) -> Self {
        let document = roxmltree::Document::parse(svg).unwrap();
        let root = document.root_element();
        let size: Vec<f64> =
            root.attribute("viewBox").unwrap().split(' ').map(|n| n.parse().unwrap()).collect();
        let nodes = || root.descendants().filter(roxmltree::Node::is_element);
        let named = |name: &'static str| {
            nodes().filter_map(move |node| node.attribute(name)).map(str::to_owned).collect()
        };
        Self {
            size: (size[2], size[3]),
            words: nodes().filter(|node| node.has_tag_name("text")).map(words).collect(),
            classes: named("class"),
            places: nodes().filter_map(place).collect(),
            attributes: nodes()
                .flat_map(|node| node.attributes().map(|a| a.name().to_owned()))
                .collect(),
            ids: named("id"),
        }
    }

    pub(super) fn count(&self, class: &str) -> usize {
        self.classes.iter().filter(|found| *found == class).count()
    }

    /// Whether `text` is drawn, on one line or wrapped.
    pub(super) fn says(&self, text: &str) -> bool {
        let all: Vec<&str> = self.words.iter().map(|words| words.text.as_str()).collect();
        all.join(" ").contains(text)
    }
}

fn number(node: roxmltree::Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name).unwrap().parse().unwrap()
}

fn words(node: roxmltree::Node<'_, '_>) -> Words {
    let text = node.text().unwrap_or_default().to_owned();
    let (x, y) = (number(node, "x"), number(node, "y"));
    let wide = f64::from(width(&text)) / f64::from(TENTHS);
    let left = match node.attribute("text-anchor") {
        Some("middle") => x - wide / 2.0,
        Some("end") => x - wide,
        _ => x,
    };
    Words { text, left, right: left + wide, top: y - 10.9, bottom: y + 3.2 }
}

/// A mark with a figure: a marker or bar of a series, outside key and labels.
fn place(node: roxmltree::Node<'_, '_>) -> Option<Place> {
    let class = node.attribute("class")?;
    let series = node.parent()?;
    let slot: usize = series.attribute("class")?.strip_prefix("s s")?.parse().ok()?;
    let is_mark = ["m", "m pr", "b", "b pr"].contains(&class);
    if !is_mark || series.parent()?.has_tag_name("g") {
        return None;
    }
    let (x, y) = extent(node);
    Some(Place { slot: slot - 1, x, y })
}

fn extent(node: roxmltree::Node<'_, '_>) -> ((f64, f64), (f64, f64)) {
    if node.has_tag_name("circle") {
        let (x, y) = (number(node, "cx"), number(node, "cy"));
        return ((x, x), (y, y));
    }
    if node.has_tag_name("rect") {
        let (x, y) = (number(node, "x"), number(node, "y"));
        return ((x, x + number(node, "width")), (y, y + number(node, "height")));
    }
    let start = node.attribute("d").unwrap().trim_start_matches('M');
    let start = start.split(['L', 'H', 'V']).next().unwrap();
    let (x, y) = start.split_once(' ').unwrap();
    marker_middle(node, x.parse().unwrap(), y.parse().unwrap())
}

/// The middle of a marker from its first corner, which is different for each.
fn marker_middle(node: roxmltree::Node<'_, '_>, x: f64, y: f64) -> ((f64, f64), (f64, f64)) {
    let class = node.parent().unwrap().attribute("class").unwrap();
    let (x, y) = match class {
        "s s2" => (x + 4.0, y + 4.0),
        "s s3" => (x, y + 5.5),
        _ => (x, y + 5.2),
    };
    ((x, x), (y, y))
}
