//! What a paper's appendices are called, and where its recommendations stand.

use crate::model::text::Text;
use serde::Deserialize;

/// What a paper's appendices are called.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AppendixStyle {
    /// The heading of their list; left out, the theme's.
    pub title: Option<Text>,
    /// The word; left out, the theme's.
    pub word: Option<Text>,
    /// How they are counted.
    pub by: Option<CountedBy>,
}

impl AppendixStyle {
    pub(super) fn over(self, base: &Self) -> Self {
        Self {
            title: self.title.or_else(|| base.title.clone()),
            word: self.word.or_else(|| base.word.clone()),
            by: self.by.or(base.by),
        }
    }
}

/// How appendices are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CountedBy {
    /// A, B, C.
    #[default]
    Letters,
    /// 1, 2, 3.
    Numbers,
}

/// Where a paper's recommendations stand, and under what words.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecommendationStyle {
    /// Their heading; left out, the theme's.
    pub heading: Option<Text>,
    /// What stands before them, with `{body}` for the body; left out, the theme's.
    pub lead: Option<Text>,
    /// Where they stand; left out, above the words.
    pub place: Option<RecommendationPlace>,
    /// Whether there must be any; left out, there need not.
    pub required: Option<bool>,
}

impl RecommendationStyle {
    pub(super) fn over(self, base: &Self) -> Self {
        Self {
            heading: self.heading.or_else(|| base.heading.clone()),
            lead: self.lead.or_else(|| base.lead.clone()),
            place: self.place.or(base.place),
            required: self.required.or(base.required),
        }
    }
}

/// Where recommendations stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RecommendationPlace {
    /// Above the words of the paper.
    #[default]
    Top,
    /// Below them, as the last section: where paragraphs are numbered, they are
    /// the next.
    Foot,
}
