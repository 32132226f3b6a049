//! The words of one paragraph, item or cell as one text, with the place of
//! each in the source.

use crate::diagnostic::Span;
use crate::narrative::{Inline, Run, Source, Taken};
use std::ops::Range;

/// What stands in a passage in the place of an inline value, a picture, a link
/// to a paragraph, words shown as typed or words in another language.
pub(super) const VALUE: char = '\u{fffc}';

/// The words of one paragraph, item or cell.
#[derive(Default)]
pub(super) struct Passage<'a> {
    pub(super) text: String,
    /// Where runs begin in the text.
    runs: Vec<(usize, &'a Run)>,
    /// Where inline values stand in the text.
    pub(super) values: Vec<(usize, &'a Taken)>,
    /// Where lines end in the text.
    breaks: Vec<usize>,
}

impl<'a> Passage<'a> {
    pub(super) fn of(words: &'a [Inline]) -> Self {
        let mut passage = Self::default();
        passage.add(words);
        passage
    }

    /// Words that stand nowhere.
    pub(super) fn plain(words: &str) -> Self {
        Self { text: words.to_owned(), ..Self::default() }
    }

    fn add(&mut self, words: &'a [Inline]) {
        for word in words {
            match word {
                Inline::Text(run) => {
                    self.runs.push((self.text.len(), run));
                    self.text.push_str(run.as_str());
                }
                Inline::Emphasis(words) | Inline::Strong(words) | Inline::Link { words, .. } => {
                    self.add(words);
                }
                Inline::Value(taken) if taken.function == "term" => {
                    self.text.push_str(&taken.words);
                }
                Inline::Value(taken) => {
                    self.values.push((self.text.len(), taken));
                    self.text.push(VALUE);
                }
                Inline::Code(_)
                | Inline::Marked(_)
                | Inline::Reference { .. }
                | Inline::Image { .. } => {
                    self.text.push(VALUE);
                }
                Inline::SoftBreak | Inline::HardBreak => {
                    self.breaks.push(self.text.len());
                    self.text.push(' ');
                }
                Inline::Footnote(_) => {}
            }
        }
    }

    /// The bytes of each line as its author broke it.
    pub(super) fn lines(&self) -> impl Iterator<Item = Range<usize>> {
        let starts = std::iter::once(0).chain(self.breaks.iter().map(|at| at + 1));
        let ends = self.breaks.iter().copied().chain([self.text.len()]);
        starts.zip(ends).map(|(start, end)| start..end)
    }

    /// The inline value at the byte `at`.
    pub(super) fn value_at(&self, at: usize) -> Option<&'a Taken> {
        self.values.iter().find(|(from, _)| *from == at).map(|(_, taken)| *taken)
    }

    /// Whether some of it is words as they stand in the file.
    pub(super) fn has_words(&self) -> bool {
        !self.runs.is_empty()
    }

    /// Where the words at `range` stand in the file; before the first of them,
    /// where that begins.
    pub(super) fn span(&self, source: &Source<'_>, range: Range<usize>) -> Span {
        let place = |at: usize| {
            let run = self.runs.partition_point(|(from, _)| *from <= at).saturating_sub(1);
            self.runs.get(run).map_or(0, |(from, run)| run.place(at.saturating_sub(*from)))
        };
        let (start, end) = (place(range.start), place(range.end.saturating_sub(1)) + 1);
        if source.start.is_some() {
            return source.span(start..end.max(start));
        }
        // The rest of the line, so that a short number is not found elsewhere.
        let line =
            source.text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        source.span(start..start + line.len())
    }
}
