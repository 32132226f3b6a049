//! Places: the address of one cell, or of one paragraph.
//!
//! `table/ID/ROW/COLUMN`, where `total` is the row or column of totals;
//! `outcome/ID/PERIOD/value`, or `numerator`, `denominator` or the name of a
//! comparator in place of `value`; `prose/PAGE#para` for a paragraph of a page,
//! `prose/RECORD` for the words of a record. A row, a column or a period may
//! hold `/` itself, so an address is read against what is there.

mod find;
mod no_place;

pub use find::{Places, cell_of};
pub use no_place::NoPlace;

use super::id::Id;
use super::period::Period;
use std::fmt;

/// What a row or column of totals is called in an address.
pub const TOTAL: &str = "total";

/// One cell or paragraph that is there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A cell of a table.
    Table {
        /// The table.
        id: Id,
        /// The row.
        row: Line,
        /// The column.
        column: Line,
    },
    /// A figure of an outcome.
    Outcome {
        /// The outcome.
        id: Id,
        /// The period.
        period: Period,
        /// Which of its figures.
        part: Part,
    },
    /// A paragraph of a page. Whether the page and the paragraph are there is
    /// known only once pages are numbered.
    Prose {
        /// The folder of the page, without slashes at its ends: `2024-25/health`.
        page: String,
        /// The anchor, without `#`: `para-3.1`, or the label of the paragraph.
        anchor: String,
    },
    /// The words of a record: `outcome/ID`, `table/ID`, `REVIEW/NUMBER`,
    /// `SET/ID`, `MEETING/ITEM`. Whether it is there is known only once the
    /// words are read.
    Record {
        /// Its name.
        name: String,
    },
}

/// A row or column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Line {
    /// The one at this place among the heads.
    At(usize),
    /// The totals.
    Total,
}

/// Which figure of a period.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The figure itself.
    Value,
    /// How many it is true of.
    Numerator,
    /// Out of how many.
    Denominator,
    /// Somebody else's figure.
    Comparator(Id),
}

impl Part {
    /// The word as written in an address.
    pub fn slug(&self) -> &str {
        match self {
            Self::Value => "value",
            Self::Numerator => "numerator",
            Self::Denominator => "denominator",
            Self::Comparator(id) => id.as_str(),
        }
    }

    fn of(word: &str) -> Option<Self> {
        match word {
            "value" => Some(Self::Value),
            "numerator" => Some(Self::Numerator),
            "denominator" => Some(Self::Denominator),
            _ => word.parse().ok().map(Self::Comparator),
        }
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(at) => write!(f, "{}", at + 1),
            Self::Total => f.write_str(TOTAL),
        }
    }
}
