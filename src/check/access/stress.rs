//! Stress in the place of structure: a bold line that is a heading to the eye
//! alone (WCAG 1.3.1), a whole paragraph in bold or italics.

use super::Reader;
use super::words::{quoted, words};
use crate::diagnostic::{Diagnostic, codes};
use crate::narrative::{Block, Inline, Paragraph, plain_text};

/// The most words of a line that could be a heading.
const HEADING: usize = 12;
/// The most words that may be stressed together in a paragraph of their own.
const STRESSED: usize = 20;
/// The fewest words of a paragraph that a line above it could be the heading of.
const BODY: usize = 9;

impl Reader<'_> {
    /// The stressed paragraphs of a page.
    pub(super) fn stress(&mut self, blocks: &[Block]) {
        for (at, block) in blocks.iter().enumerate() {
            let Block::Paragraph(paragraph) = block else { continue };
            let Some((strong, line, rest)) = stressed(&paragraph.words) else { continue };
            let count = words(&line).len();
            let body = rest.map_or_else(
                || blocks.get(at + 1).is_some_and(|next| follows(next, strong)),
                |rest| words(&rest).len() >= BODY,
            );
            let ends = line.trim_end().ends_with(['.', '!', '?', ',', ';']);
            if body && !ends && (1..=HEADING).contains(&count) {
                self.made_up_heading(paragraph, &line);
            } else if count > STRESSED {
                self.all_stressed(paragraph, strong);
            }
        }
    }

    fn made_up_heading(&mut self, paragraph: &Paragraph, line: &str) {
        let message =
            format!("a stressed line stands in the place of a heading: `{}`", quoted(line));
        let help = "begin it with `## ` (or more `#`) in place of the stars, so that it is a heading to every reader";
        let found = Diagnostic::warning(codes::HEADING_MADE_UP, message).help(help);
        self.find(found, paragraph.span.clone());
    }

    fn all_stressed(&mut self, paragraph: &Paragraph, strong: bool) {
        let face = if strong { "bold" } else { "italics" };
        let message = format!("a whole paragraph is in {face}");
        let help =
            "stress the few words that matter, or set the paragraph apart as a note: `> [!NOTE]`";
        let found = Diagnostic::warning(codes::ALL_STRESSED, message).help(help);
        self.find(found, paragraph.span.clone());
    }
}

/// The stressed words that a paragraph is, or that are its first line: whether
/// they are strong, the words, and what stands on the lines after them.
fn stressed(words: &[Inline]) -> Option<(bool, String, Option<String>)> {
    let (first, rest) = words.split_first()?;
    let (strong, own) = match first {
        Inline::Strong(own) => (true, own),
        Inline::Emphasis(own) => (false, own),
        _ => return None,
    };
    let line = plain_text(own);
    match rest {
        [] => Some((strong, line, None)),
        [Inline::Text(run)] if !run.as_str().contains(char::is_alphanumeric) => {
            Some((strong, line + run.as_str().trim(), None))
        }
        [Inline::HardBreak, rest @ ..] if strong => Some((strong, line, Some(plain_text(rest)))),
        _ => None,
    }
}

/// Whether `next` is what a heading could stand above. A line in italics above
/// a table or chart is what it is called.
fn follows(next: &Block, strong: bool) -> bool {
    match next {
        Block::Paragraph(paragraph) => words(&plain_text(&paragraph.words)).len() >= BODY,
        Block::List { .. } => true,
        Block::Table(_) | Block::Component(..) | Block::Callout(..) => strong,
        _ => false,
    }
}
