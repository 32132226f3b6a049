//! What a stranger sees in one file: words, tables and drawings.

use std::borrow::Cow;
use std::sync::Arc;

/// Everything that one file tells.
#[derive(Debug, Default)]
pub(super) struct Sight {
    /// Runs of words, each as one reads it at once.
    pub(super) passages: Vec<Passage>,
    /// Tables, of pages and of data files.
    pub(super) grids: Vec<Grid>,
    /// Drawings, by the places of their marks.
    pub(super) drawings: Vec<Drawing>,
    /// Why it could not be read, if it could not, wholly or in part.
    pub(super) unread: Option<String>,
}

/// What stands above something: the title of its page and its headings.
pub(super) type About = Arc<[String]>;

/// What a text of a drawing is called.
pub(super) const LABEL: &str = "a label of a drawing";

/// A run of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Passage {
    /// What kind of words these are, as told to the author: `a comment`.
    pub(super) kind: Cow<'static, str>,
    /// The words.
    pub(super) text: String,
    /// What stands above them.
    pub(super) about: About,
}

/// A table, its merged cells taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Grid {
    /// What it is called.
    pub(super) caption: String,
    /// What stands above it.
    pub(super) about: About,
    /// The heads of its columns; the first is that of the heads of its rows.
    pub(super) head: Vec<String>,
    /// The rows.
    pub(super) rows: Vec<GridRow>,
    /// Whether figures in it are data, as in CSV: bare numbers without signs.
    pub(super) is_data: bool,
}

/// A row of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct GridRow {
    /// Its head.
    pub(super) head: String,
    /// Its cells; that under `head[n]` of the table is `cells[n - 1]`.
    pub(super) cells: Vec<GridCell>,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct GridCell {
    /// What is read in it.
    pub(super) text: String,
    /// What else it holds: names of attributes, and what they say.
    pub(super) hidden: Vec<(String, String)>,
}

/// A drawing.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Drawing {
    /// Its title and description.
    pub(super) words: String,
    /// What stands above it.
    pub(super) about: About,
    /// Its labels.
    pub(super) labels: Vec<Label>,
    /// Its marks.
    pub(super) marks: Vec<Mark>,
}

/// A text of a drawing.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Label {
    /// Where it is.
    pub(super) at: Spot,
    /// What it says.
    pub(super) text: String,
}

/// A point of a drawing, in its own units, from the top left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Spot {
    pub(super) x: f64,
    pub(super) y: f64,
}

/// A line or a shape of a drawing.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mark {
    /// Its corners, in order.
    pub(super) corners: Vec<Spot>,
    /// Whether it is a shape rather than a line.
    pub(super) is_closed: bool,
}

impl Mark {
    /// The upper left and the lower right corner of the room it takes.
    pub(super) fn bounds(&self) -> Option<(Spot, Spot)> {
        let first = *self.corners.first()?;
        let grow = |(a, b): (Spot, Spot), c: &Spot| {
            let least = Spot { x: a.x.min(c.x), y: a.y.min(c.y) };
            (least, Spot { x: b.x.max(c.x), y: b.y.max(c.y) })
        };
        Some(self.corners.iter().fold((first, first), grow))
    }
}
