//! Templates of papers: what their head holds, which headings they must have,
//! and how they are numbered, lettered and set on paper.

mod back;
mod head;
mod sheet;
mod style;

pub use back::BackPart;
pub use head::{FieldType, HeadEntry, HeadField, Place};
pub use sheet::{Layout, Orientation, SheetSize, SheetStyle};
pub use style::{AppendixStyle, CountedBy, RecommendationPlace, RecommendationStyle};

use super::page::Numbering;
use super::text::Text;
use crate::yaml::Ordered;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The file `data/papers.yaml`: templates by name, as written.
pub type PaperFile = BTreeMap<String, PaperTemplate>;

/// What a kind of paper holds. What a template leaves out is taken from the one
/// it is `like`, and otherwise as the methods say.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperTemplate {
    /// The template it starts from.
    pub like: Option<String>,
    /// What sort of paper it is, to stand above the paper's title.
    pub title: Option<Text>,
    /// How paragraphs are numbered where the page itself does not say.
    pub numbering: Option<Numbering>,
    /// The fields of its head and foot, by key of the front matter.
    #[serde(default)]
    pub head: Ordered<HeadEntry>,
    /// The headings it has, in order.
    pub headings: Option<Vec<PaperHeading>>,
    /// What its appendices are called.
    #[serde(default)]
    pub appendices: AppendixStyle,
    /// Where its recommendations stand, and under what words.
    #[serde(default)]
    pub recommendations: RecommendationStyle,
    /// Whether it has a list of its headings.
    pub contents: Option<bool>,
    /// The order of what stands below its words.
    pub back: Option<Vec<BackPart>>,
    /// How it is set on paper.
    #[serde(default)]
    pub sheet: SheetStyle,
}

impl PaperTemplate {
    /// This template, with what it leaves out taken from `base`. Keys are taken
    /// one by one; a list of headings replaces the whole list.
    #[must_use]
    pub fn over(self, base: &Self) -> Self {
        Self {
            like: None,
            title: self.title.or_else(|| base.title.clone()),
            numbering: self.numbering.or(base.numbering),
            head: head::heads_over(&self.head, &base.head),
            headings: self.headings.or_else(|| base.headings.clone()),
            appendices: self.appendices.over(&base.appendices),
            recommendations: self.recommendations.over(&base.recommendations),
            contents: self.contents.or(base.contents),
            back: self.back.or_else(|| base.back.clone()),
            sheet: self.sheet.over(base.sheet),
        }
    }

    /// The fields of its head and foot, in order.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &HeadField)> {
        self.head.iter().filter_map(|(key, entry)| Some((key, entry.field()?)))
    }

    /// The field `key` of its head or foot.
    pub fn field(&self, key: &str) -> Option<&HeadField> {
        self.head.get(key).and_then(HeadEntry::field)
    }

    /// The headings it has, in order.
    pub fn headings(&self) -> &[PaperHeading] {
        self.headings.as_deref().unwrap_or_default()
    }
}

/// A heading a paper has.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperHeading {
    /// Its words.
    pub text: Text,
    /// Whether it must be there, with something beneath it.
    #[serde(default)]
    pub required: bool,
    /// What is written beneath it where nothing arises.
    pub none: Option<Text>,
}
