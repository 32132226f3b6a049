//! The document tree.

use super::block::BlockSpec;
use super::language::Marked;
use super::run::{Run, Taken};
use crate::diagnostic::Span;

/// A narrative as typed blocks.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
    /// Its footnotes, in the order they are first called.
    pub footnotes: Vec<Footnote>,
}

/// A footnote.
#[derive(Clone, Debug)]
pub struct Footnote {
    /// Its label in the source.
    pub label: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// One block.
#[derive(Clone, Debug)]
pub enum Block {
    /// A heading.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Paragraph),
    /// A list.
    List {
        /// How its items are marked.
        kind: ListKind,
        /// Its items.
        items: Vec<Item>,
    },
    /// A quotation.
    Quotation(Vec<Block>),
    /// A note set apart.
    Callout(CalloutKind, Vec<Block>),
    /// A table.
    Table(TableBlock),
    /// Words shown as typed.
    Code(String),
    /// A line across.
    Rule,
    /// A component, with where it stands.
    Component(Box<BlockSpec>, Span),
}

impl Block {
    /// A heading with these words, which stands for what is at `span`.
    pub fn heading(level: u8, words: &str, span: Span) -> Self {
        let words = vec![Inline::Text(Run::new(words, 0..0))];
        let (anchor, number, label) = (String::new(), None, None);
        Self::Heading(Heading { level, anchor, number, words, label, unnumbered: false, span })
    }

    /// A paragraph with these words, which stands for what is at `span`.
    pub fn paragraph(words: &str, span: Span) -> Self {
        let words = vec![Inline::Text(Run::new(words, 0..0))];
        let (number, anchor, label) = (None, None, None);
        Self::Paragraph(Paragraph { number, anchor, words, label, unnumbered: false, span })
    }
}

/// A heading.
#[derive(Clone, Debug)]
pub struct Heading {
    /// Its level: 2 and below.
    pub level: u8,
    /// Its anchor.
    pub anchor: String,
    /// Its number, if headings are numbered.
    pub number: Option<String>,
    /// Its words.
    pub words: Vec<Inline>,
    /// Whether its author named it.
    pub(super) label: Option<String>,
    /// Whether its author left it unnumbered with `{-}`.
    pub(super) unnumbered: bool,
    /// Where it stands.
    pub span: Span,
}

/// A paragraph.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// Its number, if it is numbered.
    pub number: Option<String>,
    /// Its anchor, if it has one.
    pub anchor: Option<String>,
    /// Its words.
    pub words: Vec<Inline>,
    /// The name its author gave it.
    pub(super) label: Option<String>,
    /// Whether its author left it unnumbered with `{-}`.
    pub(super) unnumbered: bool,
    /// Where it stands.
    pub span: Span,
}

/// How a list's items are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListKind {
    /// With bullets.
    Bullets,
    /// With numbers, from this one.
    Numbers(u64),
    /// With letters: (a), (b).
    Letters,
    /// With small roman numbers: (i), (ii).
    Roman,
}

/// An item of a list.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its letter or roman number, without brackets.
    pub mark: Option<String>,
    /// Its anchor, if it has one.
    pub anchor: Option<String>,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// What a callout is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalloutKind {
    /// Worth knowing.
    Note,
    /// Helpful.
    Tip,
    /// Needed.
    Important,
    /// Mind this.
    Warning,
    /// Danger.
    Caution,
    /// What has still to be written: a note to the author, never published.
    Unwritten,
}

impl CalloutKind {
    /// Its class and its key among the theme's strings.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Tip => "tip",
            Self::Important => "important",
            Self::Warning => "warning",
            Self::Caution => "caution",
            Self::Unwritten => "unwritten",
        }
    }
}

/// A table written in Markdown.
#[derive(Clone, Debug)]
pub struct TableBlock {
    /// Where it stands.
    pub span: Span,
    /// Whether each column is set to the right.
    pub right: Vec<bool>,
    /// The heads of the columns.
    pub head: Vec<Vec<Inline>>,
    /// The rows.
    pub rows: Vec<Vec<Vec<Inline>>>,
}

/// A run of words.
#[derive(Clone, Debug)]
pub enum Inline {
    /// Plain words.
    Text(Run),
    /// Stressed words.
    Emphasis(Vec<Inline>),
    /// Strong words.
    Strong(Vec<Inline>),
    /// Words shown as typed.
    Code(String),
    /// A link: where to, as written, and its words.
    Link {
        /// Where to, as written.
        to: String,
        /// Its words.
        words: Vec<Inline>,
        /// Where it stands.
        span: Span,
    },
    /// A picture.
    Image {
        /// The file, as written.
        file: String,
        /// Its alternative text.
        alt: String,
        /// Where it stands.
        span: Span,
    },
    /// A value taken from the records.
    Value(Taken),
    /// Words in another language.
    Marked(Marked),
    /// What is said of a paragraph or an appendix, by its label; filled in by
    /// numbering.
    Reference {
        /// What the label names.
        to: RefersTo,
        /// The label.
        label: String,
        /// The words, such as `paragraph 3.1.2`, and where they lead, once known.
        found: Option<(String, String)>,
        /// Where it stands.
        span: Span,
    },
    /// A call of a footnote: its number, from 1.
    Footnote(usize),
    /// A line that may break here.
    SoftBreak,
    /// A line that ends here.
    HardBreak,
}

/// What a reference refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefersTo {
    /// A paragraph, an item or a heading.
    Paragraph,
    /// An appendix of the paper.
    Appendix,
}

/// The words alone, as a reader would say them.
pub fn plain_text(words: &[Inline]) -> String {
    let mut text = String::new();
    add_plain(words, &mut text);
    text
}

fn add_plain(words: &[Inline], text: &mut String) {
    for inline in words {
        match inline {
            Inline::Text(run) => text.push_str(run.as_str()),
            Inline::Code(words) => text.push_str(words),
            Inline::Value(taken) => text.push_str(&taken.words),
            Inline::Marked(marked) => text.push_str(&marked.words),
            Inline::Emphasis(words) | Inline::Strong(words) | Inline::Link { words, .. } => {
                add_plain(words, text);
            }
            Inline::Image { alt, .. } => text.push_str(alt),
            Inline::Reference { found: Some((words, _)), .. } => text.push_str(words),
            Inline::SoftBreak | Inline::HardBreak => text.push(' '),
            Inline::Reference { .. } | Inline::Footnote(_) => {}
        }
    }
}
