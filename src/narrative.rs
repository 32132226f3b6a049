//! Markdown, inline values and blocks to one document tree.
//!
//! A narrative is parsed into typed [`Block`]s, each inline value evaluated on
//! its own, and then [numbered](number). Everything that renders a document
//! renders this tree, so numbers, anchors and values are decided once.

mod block;
mod build;
mod evaluate;
mod fence;
mod inline;
mod labels;
mod language;
mod mask;
mod numbering;
mod parts;
mod run;
mod table;
mod tree;
mod unwritten;
mod values;

pub use block::{
    ActionsSpec, BlockSpec, ChartKind, ChartSpec, Column, Counted, OutcomesSpec, PassageSpec,
    PledgesSpec, QuoteSpec, RecommendationsSpec, ResolutionsSpec, ShowRecommendations, StatusSpec,
    YouSaidSpec,
};
pub use build::parse;
pub use evaluate::Evaluator;
pub use language::Marked;
pub use numbering::{Counter, LabelKind, Labelled, Numbered, letter, number, number_beside};
pub use parts::{Part, PartKind, Picture, parts};
pub use run::{Run, Taken};
pub use tree::{
    Block, CalloutKind, Document, Footnote, Heading, Inline, Item, ListKind, Paragraph, RefersTo,
    TableBlock, plain_text,
};

use crate::diagnostic::Span;
use std::ops::Range;
use std::sync::Arc;

/// Words to parse, and where they stand.
#[derive(Clone, Debug)]
pub struct Source<'a> {
    /// The file.
    pub file: Arc<str>,
    /// The Markdown.
    pub text: &'a str,
    /// Where the Markdown begins in the file; `None` for prose within YAML,
    /// whose offsets are not known.
    pub start: Option<usize>,
}

impl<'a> Source<'a> {
    /// Prose within the YAML of `file`.
    pub fn in_yaml(file: &Arc<str>, text: &'a str) -> Self {
        Self { file: file.clone(), text, start: None }
    }

    /// Where the bytes `range` of the Markdown stand in the file.
    pub fn span(&self, range: Range<usize>) -> Span {
        match self.start {
            Some(start) => Span::bytes(self.file.clone(), range.start + start..range.end + start),
            None => {
                let words = self.text.get(range).unwrap_or_default();
                Span::words(self.file.clone(), words.lines().next().unwrap_or_default())
            }
        }
    }
}
