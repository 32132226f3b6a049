//! Warnings that somebody has accepted, in their own name and for a reason.

use super::date::Day;
use super::text::Text;
use serde::Deserialize;

/// The file `data/waivers.yaml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WaiverFile {
    /// Every waiver, in the order written.
    pub waivers: Vec<Waiver>,
}

/// One warning about one record, accepted.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Waiver {
    /// The check, by its name.
    pub check: String,
    /// The record, by its name: `review/number`, `set/id`, `meeting/item`.
    pub about: String,
    /// The reason, which is published.
    pub why: Text,
    /// Who accepts it, which is published.
    pub by: Text,
    /// When they did.
    pub date: Day,
    /// The last day on which it holds; for good if it is left out.
    pub until: Option<Day>,
}
