//! Words of the tree, with the place of each in the Markdown.

use std::collections::BTreeMap;
use std::ops::Range;

/// Plain words.
#[derive(Clone, Debug, Default)]
pub struct Run {
    text: String,
    /// Where pieces of the text begin, and what part of the Markdown each is.
    /// A piece is shorter than its part where a sign was written as an entity.
    pieces: Vec<(usize, Range<usize>)>,
}

impl Run {
    /// `text`, which stands at `place` of the Markdown.
    pub fn new(text: &str, place: Range<usize>) -> Self {
        let mut run = Self::default();
        run.push(text, place);
        run
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Adds words that stand at `place`.
    pub(super) fn push(&mut self, text: &str, place: Range<usize>) {
        self.pieces.push((self.text.len(), place));
        self.text.push_str(text);
    }

    /// Leaves out everything from the byte `len`.
    pub(super) fn truncate(&mut self, len: usize) {
        self.text.truncate(len);
        self.pieces.retain(|(at, _)| *at < len);
    }

    /// Leaves out the first `len` bytes.
    pub(super) fn behead(&mut self, len: usize) {
        let place = self.place(len);
        self.text.drain(..len.min(self.text.len()));
        let kept = self.pieces.drain(..).filter(|(at, _)| *at > len);
        let kept: Vec<_> = kept.map(|(at, place)| (at - len, place)).collect();
        let end = kept.first().map_or(usize::MAX, |(_, place)| place.start);
        self.pieces.push((0, place..end.max(place)));
        self.pieces.extend(kept);
    }

    /// The byte of the Markdown at which the byte `at` of the words stands.
    pub fn place(&self, at: usize) -> usize {
        let piece = self.pieces.partition_point(|(from, _)| *from <= at).checked_sub(1);
        let piece = piece.and_then(|piece| self.pieces.get(piece));
        piece.map_or(0, |(from, place)| (place.start + at - from).min(place.end))
    }
}

/// The words of an inline value, and how they were asked for.
#[derive(Clone, Debug)]
pub struct Taken {
    /// The words.
    pub words: String,
    /// The function: `value`, `change`.
    pub function: String,
    /// What it was given, by keyword.
    pub keywords: BTreeMap<String, String>,
}

#[cfg(test)]
mod tests {
    use super::Run;

    #[test]
    fn words_know_where_they_stand() {
        let mut run = Run::new("3.1 less ", 10..19);
        run.push("<", 19..23);
        run.push(" 5", 23..25);
        run.behead(4);
        assert_eq!(run.as_str(), "less < 5");
        let places: Vec<usize> = [0, 5, 6, 7].into_iter().map(|at| run.place(at)).collect();
        assert_eq!(places, [14, 19, 23, 24]);
        run.truncate(4);
        assert_eq!((run.as_str(), run.place(2)), ("less", 16));
    }
}
