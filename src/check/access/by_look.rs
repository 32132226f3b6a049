//! What is told by colour, shape, size or place alone (WCAG 1.3.3, 1.4.1): the
//! green bars, the box on the left. A rating that is called red is a word.

use super::phrases::{Lists, begins};
use super::words::{Word, quoted};
use super::{Place, Reader};
use crate::check::passage::Passage;
use crate::diagnostic::{Diagnostic, codes};
use std::ops::Range;

/// How many words of shade may stand before a colour.
const SHADES: usize = 3;

impl Reader<'_> {
    pub(super) fn by_look(&mut self, passage: &Passage<'_>, words: &[Word], place: Place<'_>) {
        let mut start = 0;
        for end in (0..words.len()).filter(|at| words[*at].ends || at + 1 == words.len()) {
            let sentence = &words[start..=end];
            let look = Look::of(&self.access.lists, sentence);
            if let Some(found) = look.first() {
                let range = sentence[found.start].range.start..sentence[found.end - 1].range.end;
                self.tell_look(passage, range, place);
            }
            start = end + 1;
        }
    }

    fn tell_look(&mut self, passage: &Passage<'_>, range: Range<usize>, place: Place<'_>) {
        let said = quoted(passage.text.get(range.clone()).unwrap_or_default());
        let message = format!("`{said}` says it by its look alone");
        let help = "name it in words, such as its label, its heading or what it means: \
                    not every reader sees colours, shapes and places";
        self.find(Diagnostic::warning(codes::BY_LOOK, message).help(help), place(range));
    }
}

/// One sentence.
struct Look<'l> {
    lists: &'l Lists,
    words: &'l [Word],
    /// Whether it speaks of what stands on a page.
    seen: bool,
}

impl<'l> Look<'l> {
    fn of(lists: &'l Lists, words: &'l [Word]) -> Self {
        let seen = words.iter().any(|word| lists.seen.has(&word.low));
        Self { lists, words, seen }
    }

    /// The first words that lean on looks, by their places.
    fn first(&self) -> Option<Range<usize>> {
        (0..self.words.len()).find_map(|at| {
            let end = self.shown(at).or_else(|| self.pointed(at)).or_else(|| self.side(at))?;
            Some(at..end)
        })
    }

    fn has(&self, phrases: &crate::check::lexicon::Phrases, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| phrases.has(&word.low))
    }

    /// Past the shades from `at`.
    fn past_shades(&self, at: usize) -> usize {
        (at..at + SHADES).find(|at| !self.has(&self.lists.shades, *at)).unwrap_or(at + SHADES)
    }

    /// `shown in red`, `items in bold red`, `marked in bold`.
    fn shown(&self, at: usize) -> Option<usize> {
        let from = at + begins(&self.lists.shown, self.words, at)?;
        let to = self.past_shades(from);
        let colour = self.has(&self.lists.colours, to) && !self.is_name(to);
        if colour || self.has(&self.lists.faces, to) {
            return Some(to + 1);
        }
        (from..to).any(|at| self.has(&self.lists.faces, at)).then_some(to)
    }

    /// `the green bars`, `the darker line`, `the round button`.
    fn pointed(&self, at: usize) -> Option<usize> {
        let lists = self.lists;
        let from = self.has(&lists.the, at).then_some(at + 1)?;
        let says = |at: usize| {
            [&lists.shades, &lists.looks, &lists.colours].iter().any(|list| self.has(list, at))
        };
        let to = (from..from + SHADES).find(|at| !says(*at)).unwrap_or(from + SHADES);
        let colour = (from..to).any(|at| self.has(&lists.colours, at) && !self.is_name(at));
        let looks = (from..to).any(|at| self.has(&lists.looks, at) && !self.is_name(at));
        let is_thing = self.has(&lists.things, to) || colour && self.has(&lists.texts, to);
        let together = self.words.get(from..to)?.iter().all(|word| !word.stops);
        ((looks || colour) && is_thing && together).then_some(to + 1)
    }

    /// `the box on the left`, `in the left-hand column`.
    fn side(&self, at: usize) -> Option<usize> {
        if let Some(count) = begins(&self.lists.hands, self.words, at) {
            return Some(at + count);
        }
        let end = at + begins(&self.lists.sides, self.words, at)?;
        let closes = end == self.words.len() || self.words[end - 1].stops;
        (closes && self.seen).then_some(end)
    }

    /// Whether what begins with the colour at `at` is called so.
    fn is_name(&self, at: usize) -> bool {
        begins(&self.lists.names, self.words, at).is_some()
    }
}
