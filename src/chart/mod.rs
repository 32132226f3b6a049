//! Charts: published figures to a drawing and to words.
//!
//! A [`Chart`] holds only what may be seen. [`draw`] makes the same drawing
//! twice, for a wide page and for a phone, and a description from the same
//! figures, so that the picture and its text alternative cannot disagree.
//!
//! Colours are the theme's `palette`: the SVG carries classes, which `look`
//! paints, by a stylesheet on a page and by attributes in
//! [`Drawing::literal`]. Each kind is laid out in a module of its own (`line`,
//! `bar`, `stacked`, `dot`, `multiples`, `spark`, `status`) on what they share: `scale`
//! (round numbers), `text` (how wide words are), `canvas` and `backend`
//! (plotters, writing our SVG), `element` and `swatch` (marks), `side` (rows of
//! names beside a plot), `spread`, `tags` and `key` (labels that do not
//! overlap). `describe` writes the words.

use rust_decimal::Decimal;

use crate::disclosure::{Cell, Published, Shown};
use crate::model::Polarity;
use crate::strings::Strings;

mod axis;
mod backend;
mod bar;
mod canvas;
mod check;
mod describe;
mod dot;
mod element;
mod error;
#[cfg(test)]
mod fixture;
mod hatch;
mod key;
mod line;
mod literal;
mod look;
mod multiples;
mod notes;
pub mod palette;
mod root;
mod runs;
mod scale;
mod side;
mod spark;
mod spread;
mod stacked;
mod status;
mod svg;
mod swatch;
mod tags;
mod text;
mod token;

pub use error::ChartError;
pub use hatch::hatchings;
pub use look::stylesheet_of_marks;
pub use spark::spark;
pub use status::{status_bar, status_swatch};

use root::Variant;

/// The most series that a reader can tell apart in one chart.
pub const MOST_SERIES: usize = 4;
/// The most parts of a stacked bar.
pub const MOST_PARTS: usize = 6;
/// The most panels of small multiples.
pub const MOST_PANELS: usize = 12;

/// A chart, resolved and ready to draw.
#[derive(Clone, Debug)]
pub struct Chart {
    /// Names the drawing's parts; unique in the page and fit for an `id`.
    pub id: String,
    /// How the figures are shown.
    pub kind: Kind,
    /// The message, in at most fifteen words: the drawing's title.
    pub headline: String,
    /// Measure, unit, geography and period.
    pub subtitle: String,
    /// The areas or groups, the one that the chart is about first; the parts of
    /// stacked bars in their order; the panels of small multiples.
    pub series: Vec<Series>,
    /// The periods of lines and small multiples; the bars of bar charts; the
    /// rows of dot charts.
    pub categories: Vec<String>,
    /// What is drawn in every panel of small multiples, to compare with.
    pub reference: Option<Series>,
    /// What was aimed for; stacked bars have no place for it.
    pub target: Option<Target>,
    /// What stands around the numbers of the scale.
    pub unit: Unit,
    /// Which way is better.
    pub polarity: Polarity,
    /// The categories before which every series breaks; for lines and multiples.
    pub breaks: Vec<usize>,
    /// What the author adds to the description.
    pub author_text: Option<String>,
}

/// How figures are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Change over time.
    Line,
    /// Comparison, in horizontal bars.
    Bar,
    /// Counts and their parts, in horizontal bars as long as the parts together.
    Stacked,
    /// Comparison of areas measure by measure, in dots on one scale.
    Dot,
    /// Change over time, a panel for each series, all on one scale.
    SmallMultiples,
}

/// The figures of one area or group, one for each category.
#[derive(Clone, Debug)]
pub struct Series {
    /// Whose figures they are.
    pub name: String,
    /// Its colour, dash and marker, from 0 to 3: one for each comparator
    /// through the whole site. Parts of stacked bars have 0 to 5; panels need
    /// not differ, since each has a place of its own.
    pub slot: usize,
    /// As many as the chart has categories.
    pub points: Vec<Point>,
    /// The categories before which this series alone breaks; for panels, whose
    /// measures can differ.
    pub breaks: Vec<usize>,
}

/// One figure, or the reason why there is none.
#[derive(Clone, Debug)]
pub struct Point {
    /// The figure as it may be seen; only its place is taken from here.
    pub cell: Published<Cell>,
    /// As printed in tables and sentences: `63%`, `about 390`, `[c]`.
    pub text: String,
    /// For a missing figure, why: `withheld to protect privacy`.
    pub words: String,
}

/// A number to reach.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Where its line is drawn.
    pub number: Decimal,
    /// As printed after the word "target": `75%`, `at most 10%`.
    pub text: String,
}

/// What stands around a number on the scale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// Before it: `£`.
    pub prefix: String,
    /// After it: `%`.
    pub suffix: String,
}

/// A chart as drawn and described.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// SVG, 720 pixels across: for wide pages and print.
    pub wide: String,
    /// SVG, 340 pixels across: for phones.
    pub narrow: String,
    /// The chart in words, a sentence each.
    pub description: Vec<String>,
}

/// Draws `chart` for both widths and describes it.
pub fn draw(chart: &Chart, strings: &Strings) -> Result<Drawing, ChartError> {
    check::check(chart)?;
    let description = describe::describe(chart, strings);
    let variant = |variant| {
        let picture = match chart.kind {
            Kind::Line => line::draw(chart, strings, variant),
            Kind::Bar => bar::draw(chart, strings, variant),
            Kind::Stacked => stacked::draw(chart, strings, variant),
            Kind::Dot => dot::draw(chart, strings, variant),
            Kind::SmallMultiples => multiples::draw(chart, strings, variant),
        }?;
        Ok(root::wrap(chart, variant, &picture, &description))
    };
    Ok(Drawing { wide: variant(Variant::Wide)?, narrow: variant(Variant::Narrow)?, description })
}

impl Chart {
    /// Every number of every series.
    fn numbers(&self) -> Vec<Decimal> {
        self.points().filter_map(Point::number).collect()
    }

    /// Every number that has a place on the scale.
    fn scaled(&self) -> Vec<Decimal> {
        let target = self.target.as_ref().map(|target| target.number);
        self.all_points().filter_map(Point::number).chain(target).collect()
    }

    fn points(&self) -> impl Iterator<Item = &Point> {
        self.series.iter().flat_map(|series| &series.points)
    }

    /// The points of the series and of the reference.
    fn all_points(&self) -> impl Iterator<Item = &Point> {
        self.series.iter().chain(&self.reference).flat_map(|series| &series.points)
    }

    /// The categories before which the line of `series` is cut.
    fn breaks_of(&self, series: &Series) -> Vec<usize> {
        let mut all = [self.breaks.as_slice(), &series.breaks].concat();
        all.retain(|n| (1..self.categories.len()).contains(n));
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Whether some line is cut.
    fn has_breaks(&self) -> bool {
        self.series.iter().any(|series| !self.breaks_of(series).is_empty())
    }

    /// Whether there are periods from left to right.
    fn is_over_time(&self) -> bool {
        matches!(self.kind, Kind::Line | Kind::SmallMultiples)
    }
}

impl Series {
    /// The points that have a number, each with its category.
    fn figures(&self) -> impl DoubleEndedIterator<Item = (usize, &Point, &Shown)> {
        self.points.iter().enumerate().filter_map(|(n, point)| Some((n, point, point.shown()?)))
    }
}

impl Point {
    fn shown(&self) -> Option<&Shown> {
        self.cell.get().shown()
    }

    fn number(&self) -> Option<Decimal> {
        self.shown().map(|shown| shown.number)
    }

    /// What stands in place of a missing figure: its marker, with the reason if
    /// there are `strings` to say it with.
    fn reason(&self, strings: Option<&Strings>) -> String {
        match strings {
            Some(strings) if !self.words.is_empty() => {
                let args = [("text", self.text.as_str()), ("words", self.words.as_str())];
                strings.say("chart.missing", &args)
            }
            _ => self.text.clone(),
        }
    }

    fn is_provisional(&self) -> bool {
        self.shown().is_some_and(|shown| shown.provisional)
    }
}

impl Unit {
    /// A unit that is written after its number.
    pub fn after(text: &str) -> Self {
        Self { prefix: String::new(), suffix: text.to_owned() }
    }

    /// A unit that is written before its number.
    pub fn before(text: &str) -> Self {
        Self { prefix: text.to_owned(), suffix: String::new() }
    }
}

#[cfg(test)]
mod tests;
