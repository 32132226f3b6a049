//! Charts for tests, and a reader of what was drawn.

use rust_decimal::Decimal;

use super::text::{TENTHS, width};
use super::{Chart, Drawing, Kind, Point, Series, Target, Unit, draw};
use crate::diagnostic::Findings;
use crate::disclosure::{Cell, Published, Shown};
use crate::model::{Marker, Polarity, Qualifier};
use crate::strings::Strings;

pub(super) mod font;

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
                // Panels are told apart by their places.
                slot: if kind == Kind::SmallMultiples { 0 } else { slot },
                points: figures.iter().map(|figure| point(figure)).collect(),
                breaks: Vec::new(),
            })
            .collect(),
        categories: (2018..2018 + count).map(|year| year.to_string()).collect(),
        reference: None,
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
    /// The classes of the groups around them, the outermost first.
    pub(super) within: Vec<String>,
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

    /// The middle of the line that they are on.
    pub(super) fn level(&self) -> f64 {
        // The baseline is 3.2 above the foot and a third of the size below the middle.
        self.bottom - 3.2 - 5.2
    }

    /// Whether they stand on a mark: the figure of a part of a stacked bar.
    pub(super) fn is_on_mark(&self) -> bool {
        self.within.iter().any(|group| group.starts_with("s s"))
    }

    /// Whether they are beside the axes: numbers of the scale, periods, gaps.
    pub(super) fn is_of_axes(&self) -> bool {
        self.within.first().is_some_and(|group| group == "axes")
    }
}

/// The middle of a marker, or the ends of a bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    pub(super) slot: usize,
    pub(super) x: (f64, f64),
    pub(super) y: (f64, f64),
}

/// A line, outline or circle: its corners, or its middle.
pub(super) type Corners = Vec<(f64, f64)>;

/// A shape on a drawing.
#[derive(Clone, Debug)]
pub(super) struct Shape {
    /// `m`, `b pr`, `l`, `grid`…
    pub(super) class: String,
    /// The classes of the groups around it, the outermost first.
    pub(super) within: Vec<String>,
    pub(super) corners: Corners,
}

/// What a reader of the SVG finds.
pub(super) struct Report {
    pub(super) size: (f64, f64),
    pub(super) words: Vec<Words>,
    pub(super) shapes: Vec<Shape>,
    /// Every mark that carries a figure, in the order drawn.
    pub(super) places: Vec<Place>,
    /// The attributes used.
    pub(super) attributes: Vec<String>,
    pub(super) ids: Vec<String>,
    /// The class of every group.
    groups: Vec<String>,
}

impl Report {
    pub(super) fn of(svg: &str) -> Self {
        let document = roxmltree::Document::parse(svg).unwrap();
        let root = document.root_element();
        let size: Vec<f64> =
            root.attribute("viewBox").unwrap().split(' ').map(|n| n.parse().unwrap()).collect();
        let nodes = || root.descendants().filter(roxmltree::Node::is_element);
        let shapes: Vec<Shape> = nodes().flat_map(shapes).collect();
        let groups = nodes().filter(|node| node.has_tag_name("g"));
        Self {
            size: (size[2], size[3]),
            words: nodes().filter(|node| node.has_tag_name("text")).map(words).collect(),
            places: shapes.iter().filter_map(place).collect(),
            shapes,
            attributes: nodes()
                .flat_map(|node| node.attributes().map(|a| a.name().to_owned()))
                .collect(),
            ids: nodes().filter_map(|node| node.attribute("id")).map(str::to_owned).collect(),
            groups: groups.filter_map(|node| node.attribute("class")).map(str::to_owned).collect(),
        }
    }

    /// How many shapes, or groups, of this class there are.
    pub(super) fn count(&self, class: &str) -> usize {
        let shapes = self.shapes.iter().filter(|shape| shape.class == class).count();
        if shapes > 0 { shapes } else { self.groups.iter().filter(|group| *group == class).count() }
    }

    /// The corners of every shape of this class that carries data.
    pub(super) fn lines(&self, class: &str) -> Vec<Corners> {
        let of_class = self.shapes.iter().filter(|shape| shape.class == class && shape.is_data());
        of_class.map(|shape| shape.corners.clone()).collect()
    }

    /// Where the figures are, those that only a line shows too, each once.
    pub(super) fn spots(&self) -> Corners {
        let lines = self.shapes.iter().filter(|shape| shape.class == "l" && shape.is_data());
        let lines = lines.filter(|shape| shape.slot().is_some());
        let marks = self.places.iter().map(|place| (place.x.1, place.y.0));
        let mut spots: Corners = Vec::new();
        for spot in lines.flat_map(|line| line.corners.clone()).chain(marks) {
            let same = |at: &(f64, f64)| (at.0 - spot.0).abs() < 0.3 && (at.1 - spot.1).abs() < 0.3;
            if !spots.iter().any(same) {
                spots.push(spot);
            }
        }
        spots
    }

    /// Whether `text` is drawn, on one line or wrapped.
    pub(super) fn says(&self, text: &str) -> bool {
        let all: Vec<&str> = self.words.iter().map(|words| words.text.as_str()).collect();
        all.join(" ").contains(text)
    }
}

impl Shape {
    /// The slot of its series, if it is of one.
    pub(super) fn slot(&self) -> Option<usize> {
        let mut groups = self.within.iter();
        let number = groups.find_map(|group| group.strip_prefix("s s"))?;
        number.parse::<usize>().ok().map(|number| number - 1)
    }

    /// Whether it is not a sample in a key or beside a label.
    pub(super) fn is_data(&self) -> bool {
        !self.within.iter().any(|group| group == "key" || group == "labels")
    }

    fn x(&self) -> (f64, f64) {
        ends(self.corners.iter().map(|corner| corner.0))
    }

    fn y(&self) -> (f64, f64) {
        ends(self.corners.iter().map(|corner| corner.1))
    }
}

fn ends(numbers: impl Iterator<Item = f64> + Clone) -> (f64, f64) {
    (numbers.clone().fold(f64::INFINITY, f64::min), numbers.fold(f64::NEG_INFINITY, f64::max))
}

fn number(node: roxmltree::Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name).unwrap().parse().unwrap()
}

/// The classes of the groups around `node`, the outermost first.
fn within(node: roxmltree::Node<'_, '_>) -> Vec<String> {
    let groups = node.ancestors().skip(1).filter(|node| node.has_tag_name("g"));
    let mut classes: Vec<String> =
        groups.filter_map(|group| group.attribute("class")).map(str::to_owned).collect();
    classes.reverse();
    classes
}

fn words(node: roxmltree::Node<'_, '_>) -> Words {
    let text = node.text().unwrap_or_default().to_owned();
    let (x, y) = (number(node, "x"), number(node, "y"));
    let wide = f64::from(width(&text)) / f64::from(TENTHS);
    let left = match node.parent().unwrap().attribute("text-anchor") {
        Some("middle") => x - wide / 2.0,
        Some("end") => x - wide,
        _ => x,
    };
    Words { text, within: within(node), left, right: left + wide, top: y - 10.9, bottom: y + 3.2 }
}

/// The shapes of a path, or a circle.
fn shapes(node: roxmltree::Node<'_, '_>) -> Vec<Shape> {
    let mut within = within(node);
    if node.has_tag_name("circle") {
        let corners = vec![(number(node, "cx"), number(node, "cy"))];
        return vec![Shape { class: within.pop().unwrap(), within, corners }];
    }
    let Some(class) = node.attribute("class").filter(|_| node.has_tag_name("path")) else {
        return Vec::new();
    };
    let shape = |corners| Shape { class: class.into(), within: within.clone(), corners };
    corners(node.attribute("d").unwrap()).into_iter().map(shape).collect()
}

/// The corners of each part of a path's `d`.
fn corners(d: &str) -> Vec<Corners> {
    let mut all: Vec<Corners> = Vec::new();
    let mut rest = d;
    while let Some(command) = rest.chars().next() {
        let end = rest[1..].find(|c: char| c.is_ascii_alphabetic()).map_or(rest.len(), |n| n + 1);
        let values = rest[1..end].replace('-', " -");
        let values: Vec<f64> = values.split_whitespace().map(|n| n.parse().unwrap()).collect();
        let at = all.last().and_then(|line| line.last()).copied().unwrap_or_default();
        let next = match command {
            'M' => {
                all.push(Vec::new());
                (values[0], values[1])
            }
            'l' => (at.0 + values[0], at.1 + values[1]),
            'h' => (at.0 + values[0], at.1),
            'v' => (at.0, at.1 + values[0]),
            _ => all.last().unwrap()[0],
        };
        if command != 'Z' {
            all.last_mut().unwrap().push(next);
        }
        rest = &rest[end..];
    }
    all
}

/// A mark with a figure: a marker or bar of a series, outside key and labels.
fn place(shape: &Shape) -> Option<Place> {
    let slot = shape.slot().filter(|_| shape.is_data())?;
    let (x, y) = match shape.class.as_str() {
        "b" | "b pr" => (shape.x(), shape.y()),
        "m" | "m pr" => {
            let (x, y) = middle(&shape.corners);
            ((x, x), (y, y))
        }
        _ => return None,
    };
    Some(Place { slot, x, y })
}

/// The middle of a marker: of a triangle, a little below the middle of its box.
pub(super) fn middle(corners: &Corners) -> (f64, f64) {
    let (x, y) = (ends(corners.iter().map(|at| at.0)), ends(corners.iter().map(|at| at.1)));
    let down = if corners.len() == 3 { 0.7 } else { 0.0 };
    (f64::midpoint(x.0, x.1), f64::midpoint(y.0, y.1) + down)
}
