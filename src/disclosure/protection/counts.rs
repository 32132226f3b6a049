//! A count as the book knows it.

use super::super::defence::Names;
use super::super::primary::Rule;
use super::log::Reason;

/// What the book keeps of a count beside what the engine reads.
pub(super) struct Entry {
    /// How pages call it, and where; the first name is its own.
    pub(super) names: Vec<Names>,
    /// Why it is withheld, or shown although it is small.
    pub(super) reason: Option<Reason>,
}

/// What should become of a count.
#[derive(Clone, Copy)]
pub(super) enum Wanted {
    /// It is printed, unless a rule withholds it; `cost` is what readers lose
    /// if it is withheld to protect others.
    Print { rule: Option<Rule>, cost: u32 },
    /// It is never printed, and may not become known.
    Guarded,
    /// It is never printed, and nobody's secret.
    Free,
    /// It is another's figure, published elsewhere.
    Others,
}

/// What kind of count is withheld to protect another. Parts go before totals,
/// and what tables hold before the figures that reports are about.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// A cell of a table.
    Cell,
    /// A count that an outcome is about.
    Figure,
    /// The total of a row or column.
    Total,
    /// The total of a table, or the base of a share.
    Whole,
}

/// The most that the size of a count adds to its cost.
const LARGE: i64 = 400;
/// The cost of a nought.
const NOUGHT: u32 = 2000;

/// What readers lose when a count is withheld to protect others: one cell, and
/// as many as it counts. A nought goes last: a reader may know that it cannot
/// be anything else.
pub(super) fn cost(kind: Kind, count: i64) -> u32 {
    let cell = match kind {
        Kind::Cell => 60,
        Kind::Figure => 90,
        Kind::Total => 160,
        Kind::Whole => 260,
    };
    let size = u32::try_from(count.clamp(0, LARGE)).unwrap_or_default();
    if count == 0 { NOUGHT } else { cell + size }
}
