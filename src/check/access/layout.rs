//! Spaces and blank lines in the place of layout (WCAG 1.3.2), and signs of HTML
//! left as they were typed.

use super::words::{Word, quoted};
use super::{Place, Reader};
use crate::check::passage::Passage;
use crate::diagnostic::{Diagnostic, Span, codes};
use crate::narrative::{Inline, plain_text};
use std::ops::Range;

/// How many spaces in a row are no slip of a hand.
const SPACES: usize = 4;
/// How many single letters in a row are a word pulled apart.
const LETTERS: usize = 4;
/// The longest name of a sign in HTML.
const NAME: usize = 8;

impl Reader<'_> {
    /// A paragraph without words, which is there for the space it takes, and
    /// blank lines within one.
    pub(super) fn blank(&mut self, words: &[Inline], span: &Span) {
        let text = plain_text(words);
        let has_spaces = text.contains('\u{a0}');
        let nothing = text.chars().all(|c| c.is_whitespace() || c == '\\');
        let pictured = words
            .iter()
            .any(|word| !matches!(word, Inline::Text(_) | Inline::HardBreak | Inline::SoftBreak));
        let breaks =
            words.windows(2).any(|two| matches!(two, [Inline::HardBreak, Inline::HardBreak]));
        if nothing && has_spaces && !pictured || breaks {
            let message = "a blank line is made by hand";
            let help = "leave it out: the theme sets the space between paragraphs";
            self.find(Diagnostic::warning(codes::LAYOUT, message).help(help), span.clone());
        }
    }

    /// Runs of spaces, tabs, and words with spaces between their letters.
    pub(super) fn spaced(&mut self, passage: &Passage<'_>, words: &[Word], place: Place<'_>) {
        if words.is_empty() {
            return;
        }
        if let Some(range) = gap(&passage.text) {
            let message = "a row of spaces stands for a layout";
            let help = "write a table or a list; spaces are not the same width, or not there, for every reader";
            let found = Diagnostic::warning(codes::LAYOUT, message).help(help);
            self.find(found, place(range));
        }
        if let Some(run) = pulled_apart(&passage.text, words) {
            let said = quoted(passage.text.get(run.clone()).unwrap_or_default());
            let message = format!("spaces stand between the letters of a word: `{said}`");
            let help = "write the word as one; a voice reads out each letter";
            let found = Diagnostic::warning(codes::LAYOUT, message).help(help);
            self.find(found, place(run));
        }
    }

    /// `&nbsp;` that Markdown did not know, because it was escaped twice or
    /// misspelt.
    pub(super) fn entities(&mut self, passage: &Passage<'_>, place: Place<'_>) {
        let mut from = 0;
        while let Some(at) = passage.text[from..].find('&').map(|at| from + at) {
            from = at + 1;
            let Some(length) = entity(&passage.text[from..]) else { continue };
            let range = at..from + length;
            let said = passage.text.get(range.clone()).unwrap_or_default();
            let message = format!("a sign of HTML stands among the words: `{said}`");
            let help = "type the sign itself, such as `&`, `–` or `£`";
            let found = Diagnostic::warning(codes::ENTITY, message).help(help);
            return self.find(found, place(range));
        }
    }
}

/// A row of spaces or a tab between words.
fn gap(text: &str) -> Option<Range<usize>> {
    let mut start = text.len() - text.trim_start().len();
    let end = text.trim_end().len();
    let (mut count, mut hard, mut tab) = (0, 0, false);
    for (at, c) in text.char_indices().take_while(|(at, _)| *at < end) {
        if matches!(c, ' ' | '\u{a0}' | '\t') && at >= start {
            start = if count == 0 { at } else { start };
            count += 1;
            hard += usize::from(c == '\u{a0}');
            tab |= c == '\t';
            if count >= SPACES || hard >= 2 || tab {
                return Some(start..at + c.len_utf8());
            }
        } else {
            (count, hard) = (0, 0);
        }
    }
    None
}

/// Single letters with a space behind each.
fn pulled_apart(text: &str, words: &[Word]) -> Option<Range<usize>> {
    let mut start = 0;
    for at in 0..words.len() {
        let word = &words[at];
        let single = word.letters == 1
            && text.get(word.range.clone()).is_some_and(|word| word.chars().count() == 1);
        let apart = at == start || text.get(words[at - 1].range.end..word.range.start) == Some(" ");
        if !single {
            start = at + 1;
        } else if !apart {
            start = at;
        } else if at + 1 - start >= LETTERS {
            return Some(words[start].range.start..word.range.end);
        }
    }
    None
}

/// How long the rest of a sign of HTML is after its `&`.
fn entity(rest: &str) -> Option<usize> {
    let name =
        rest.bytes().take(NAME + 1).take_while(|c| c.is_ascii_alphanumeric() || *c == b'#').count();
    let ends = rest.as_bytes().get(name) == Some(&b';');
    let letters = rest.get(..name)?.contains(|c: char| c.is_ascii_lowercase() || c == '#');
    (ends && (2..=NAME).contains(&name) && letters).then_some(name + 1)
}

#[cfg(test)]
mod tests {
    use super::{entity, gap, pulled_apart};
    use crate::check::access::words::words;

    #[test]
    fn rows_of_spaces_are_told_from_slips() {
        assert_eq!(gap("Name      Age"), Some(4..8));
        assert_eq!(gap("Name\tAge"), Some(4..5));
        for text in ["One.  Two", "10\u{a0}km and 5\u{a0}km", "    begins", "ends    "] {
            assert_eq!(gap(text), None, "{text}");
        }
    }

    #[test]
    fn letters_pulled_apart_are_found() {
        let found = |text: &str| pulled_apart(text, &words(text));
        assert_eq!(found("C O N T E N T S"), Some(0..7));
        assert_eq!(found("plans A, B, C and D"), None);
    }

    #[test]
    fn signs_of_html_are_known() {
        assert_eq!(entity("nbsp; and"), Some(5));
        assert_eq!(entity("#160;"), Some(5));
        for text in [" B; C", "D;", "much-longer-than-that;"] {
            assert_eq!(entity(text), None, "{text}");
        }
    }
}
