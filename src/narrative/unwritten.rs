//! Notes to the author of what has still to be written.
//!
//! Such a note is an alert of its own, `> [!WRITE]`, so that it stands where its
//! words will stand and can hold lists and code. A draft shows it; nothing
//! that holds one is published.

use super::build::{Builder, Place};
use super::tree::{Block, CalloutKind, Inline};
use crate::diagnostic::{Diagnostic, codes};

/// The name of the alert.
pub(super) const NAME: &str = "WRITE";

impl Builder<'_, '_> {
    /// The note made of `blocks`, the first of which begins with its name.
    pub(super) fn unwritten(&mut self, mut blocks: Vec<Block>, place: &Place) -> Block {
        without_name(&mut blocks);
        let span = self.source.span(self.first_words(place));
        let found = Diagnostic::error(codes::UNWRITTEN, "this has still to be written").at(span);
        self.findings.push(
            found.help(format!("write it in place of the note `[!{NAME}]`, and delete the note")),
        );
        Block::Callout(CalloutKind::Unwritten, blocks)
    }

    /// Where the note's own words begin: the line of its name is like that of
    /// every other, and prose within YAML is found again by its words.
    fn first_words(&self, place: &Place) -> Place {
        let text = &self.source.text[place.clone()];
        let mut at = place.start;
        for line in text.split_inclusive('\n') {
            let words = line.trim_start_matches(['>', ' ']);
            let own = words.trim_end();
            if !own.is_empty() && !own.starts_with("[!") {
                let start = at + line.len() - words.len();
                return start..start + own.len();
            }
            at += line.len();
        }
        place.clone()
    }
}

/// Takes `[!WRITE]` off the first paragraph, and the paragraph if it is then
/// empty.
fn without_name(blocks: &mut Vec<Block>) {
    let Some(Block::Paragraph(first)) = blocks.first_mut() else { return };
    if let Some(Inline::Text(run)) = first.words.first_mut() {
        run.behead(NAME.len() + "[!]".len());
    }
    let is_blank = |word: &Inline| match word {
        Inline::Text(run) => run.as_str().trim().is_empty(),
        word => matches!(word, Inline::SoftBreak | Inline::HardBreak),
    };
    while first.words.first().is_some_and(is_blank) {
        first.words.remove(0);
    }
    if first.words.is_empty() {
        blocks.remove(0);
    }
}
