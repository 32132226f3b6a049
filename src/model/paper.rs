//! Templates of papers: what their head holds and which headings they must have.

use super::text::Text;
use crate::yaml::Ordered;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The file `data/papers.yaml`: templates by name.
pub type PaperFile = BTreeMap<String, PaperTemplate>;

/// What a kind of paper must hold.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperTemplate {
    /// The fields of its head and foot, by key of the front matter.
    #[serde(default)]
    pub head: Ordered<HeadField>,
    /// The headings it has, in order.
    #[serde(default)]
    pub headings: Vec<RequiredHeading>,
}

/// A field of a paper's head or foot.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeadField {
    /// What stands before it.
    pub label: Text,
    /// Whether it must be given.
    #[serde(default)]
    pub required: bool,
    /// Where it is shown.
    #[serde(default)]
    pub place: Place,
    /// What it holds.
    #[serde(default)]
    pub r#type: FieldType,
}

/// Where a field is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// Above the paper.
    #[default]
    Head,
    /// Below it.
    Foot,
}

/// What a field holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldType {
    /// Words.
    #[default]
    Text,
    /// A date.
    Date,
    /// Yes or no.
    YesNo,
    /// Several words.
    List,
}

/// A heading a paper has.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequiredHeading {
    /// Its words.
    pub text: Text,
    /// Whether it must be there.
    #[serde(default)]
    pub required: bool,
}
