//! Tables of counts that add up.

use super::date::Day;
use super::exemption::{Exemption, Visibility};
use super::id::Id;
use super::outcome::{FigureOrMarker, Source};
use super::period::Period;
use super::text::{Evidence, Text};
use crate::confidential::Confidential;
use crate::model::figure::Figure;
use serde::Deserialize;

/// A file of `data/tables/`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableFile {
    /// Its tables.
    pub tables: Vec<Table>,
    /// Counts in different places that add up.
    #[serde(default)]
    pub adds_up: Vec<AddsUp>,
}

/// Counts in different places that add up, each by its address: readers can
/// add and subtract them, so that none may be withheld alone.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddsUp {
    /// The total.
    pub total: String,
    /// What makes it.
    pub parts: Vec<String>,
}

/// A table of counts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Its id, unique in the site.
    pub id: Id,
    /// Its title, used as the caption.
    pub title: Text,
    /// Whether the public may see it.
    #[serde(default)]
    pub visibility: Visibility,
    /// Why the public may not.
    pub exemption: Option<Exemption>,
    /// What it counts (md).
    pub definition: Option<Text>,
    /// Of which period.
    pub period: Option<Period>,
    /// What the counts are of; only `count` adds up.
    pub unit: Option<CountUnit>,
    /// Where the counts come from.
    pub source: Option<Source>,
    /// The day it was known.
    pub known: Option<Day>,
    /// Whether small remainders are withheld too.
    #[serde(default)]
    pub sensitive: bool,
    /// The heads of the rows.
    pub rows: Vec<Text>,
    /// The heads of the columns.
    pub columns: Vec<Text>,
    /// Which totals are worked out.
    #[serde(default)]
    pub totals: Totals,
    /// The totals as printed in the source, checked against the cells.
    pub stated_totals: Option<StatedTotals>,
    /// A list of rows of counts; markers may stand in cells.
    pub counts: Vec<Vec<FigureOrMarker>>,
    /// Cells that other tables or outcomes give too.
    #[serde(default)]
    pub shares_cells_with: Vec<SharedCell>,
    /// What a reader should know.
    #[serde(default)]
    pub notes: Vec<Evidence>,
}

/// The one unit that adds up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CountUnit {
    /// A whole number of children, visits and so on.
    Count,
}

/// Which totals are worked out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Totals {
    /// A row below, with a total for each column.
    #[serde(default)]
    pub row: bool,
    /// A column at the end, with a total for each row.
    #[serde(default)]
    pub column: bool,
}

/// Totals as printed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatedTotals {
    /// The total of each column.
    #[serde(default)]
    pub row: Vec<Confidential<Figure>>,
    /// The total of each row.
    #[serde(default)]
    pub column: Vec<Confidential<Figure>>,
    /// The total of everything.
    pub all: Option<Confidential<Figure>>,
}

/// A cell that is also given elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SharedCell {
    /// The cell, as `row/column`.
    pub cell: String,
    /// The other place, as `outcome/ID/PERIOD/numerator` or `table/ID/ROW/COLUMN`.
    pub same_as: String,
}
