//! Inspections and their judgements.

use super::date::{Day, When};
use super::id::Id;
use super::text::Text;
use serde::Deserialize;

/// The file `data/ratings.yaml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RatingFile {
    /// Every inspection, in the order written.
    pub ratings: Vec<Rating>,
}

/// One inspection.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rating {
    /// Its id.
    pub id: Option<Id>,
    /// Who inspected.
    pub body: Option<Text>,
    /// By which framework.
    pub framework: Text,
    /// By which version of it.
    pub version: Option<String>,
    /// What kind of visit.
    pub kind: Option<Text>,
    /// When it was published.
    pub published: Option<When>,
    /// The days of the visit: first and last.
    pub visited: Option<(Day, Day)>,
    /// What was judged.
    pub judgements: Vec<Judgement>,
}

/// One judgement.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judgement {
    /// Of what.
    pub area: Text,
    /// The area it is part of.
    pub within: Option<Text>,
    /// Its number, as printed.
    pub number: Option<String>,
    /// The grade.
    pub grade: Option<Text>,
    /// The grade before.
    pub previous: Option<Text>,
    /// What was said.
    pub text: Option<Text>,
}
