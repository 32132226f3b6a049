//! Words in capitals, which are slow to read for everybody and are spelt out,
//! letter by letter, by some voices.

use super::words::{Word, quoted};
use super::{Place, Reader, Within};
use crate::check::passage::Passage;
use crate::diagnostic::{Diagnostic, codes};

/// How many words in capitals are no abbreviations that chance put together.
const A_RUN: usize = 4;
/// How many letters of a heading are no abbreviation.
const NO_ABBREVIATION: usize = 9;
/// The fewest letters of a word that is none.
const WORD: usize = 4;

impl Reader<'_> {
    pub(super) fn capitals(
        &mut self,
        passage: &Passage<'_>,
        words: &[Word],
        within: Within,
        place: Place<'_>,
    ) {
        if within == Within::Heading && is_loud(words) {
            return self.tell_capitals(passage, words, place);
        }
        let mut start = 0;
        for at in 0..words.len() {
            let word = &words[at];
            if !word.capitals {
                start = at + 1;
            } else if word.stops || at + 1 == words.len() {
                self.run_of_capitals(passage, &words[start..=at], place);
                start = at + 1;
            } else if words.get(at + 1).is_some_and(|next| !next.capitals) {
                self.run_of_capitals(passage, &words[start..=at], place);
            }
        }
    }

    fn run_of_capitals(&mut self, passage: &Passage<'_>, run: &[Word], place: Place<'_>) {
        let lettered = run.iter().filter(|word| word.letters > 1).count();
        if lettered >= A_RUN && run.iter().any(|word| word.letters >= WORD) {
            self.tell_capitals(passage, run, place);
        }
    }

    fn tell_capitals(&mut self, passage: &Passage<'_>, run: &[Word], place: Place<'_>) {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { return };
        let range = first.range.start..last.range.end;
        let said = quoted(passage.text.get(range.clone()).unwrap_or_default());
        let message = format!("these words are in capitals: `{said}`");
        let help = "write them in small letters, with a capital where a name or a sentence begins; \
                    stress what matters with `**` around it";
        self.find(Diagnostic::warning(codes::CAPITALS, message).help(help), place(range));
    }
}

/// Whether a heading is in capitals, and not an abbreviation alone.
fn is_loud(words: &[Word]) -> bool {
    let letters: usize = words.iter().map(|word| word.letters).sum();
    letters >= NO_ABBREVIATION
        && words.iter().all(|word| word.capitals)
        && words.iter().any(|word| word.letters >= WORD)
}
