//! Headings that tell readers where they are (WCAG 2.4.6).

use super::Reader;
use super::words::{bare, words};
use crate::diagnostic::{Diagnostic, codes};
use crate::narrative::{Block, Heading, plain_text};
use std::collections::BTreeSet;

/// The most words of a heading; one of two sentences may have fewer.
const MOST: usize = 20;
const MOST_OF_TWO: usize = 12;

impl Reader<'_> {
    /// The headings of a page: none as long as a paragraph, and no two alike
    /// below one heading.
    pub(super) fn headings(&mut self, blocks: &[Block]) {
        // The headings above, from the outermost: each with its level and place.
        let mut above: Vec<(u8, usize)> = Vec::new();
        let mut seen = BTreeSet::new();
        for (at, block) in blocks.iter().enumerate() {
            let Block::Heading(heading) = block else { continue };
            above.retain(|(level, _)| *level < heading.level);
            let parent = above.last().map(|(_, at)| *at);
            above.push((heading.level, at));
            let text = plain_text(&heading.words);
            self.long(heading, &text);
            if !seen.insert((parent, heading.level, bare(&text))) {
                self.repeated(heading);
            }
        }
    }

    fn long(&mut self, heading: &Heading, text: &str) {
        let words = words(text);
        let count = words.len();
        let sentences = words.iter().rev().skip(1).any(|word| word.ends && word.letters > 1);
        if count > MOST || count > MOST_OF_TWO && sentences {
            let message = format!("the heading is a paragraph of {count} words");
            let help = "give what stands below it a short name, and say the rest in a paragraph";
            let found = Diagnostic::warning(codes::HEADING_LONG, message).help(help);
            self.find(found, heading.span.clone());
        }
    }

    fn repeated(&mut self, heading: &Heading) {
        let message = "this heading stands here twice";
        let help = "name each part by what is in it, so that a reader who goes from heading to heading can tell them apart";
        let found = Diagnostic::warning(codes::HEADING_REPEATED, message).help(help);
        self.find(found, heading.span.clone());
    }
}
