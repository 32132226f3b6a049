//! Signs in the place of words: emoji alone or in rows, lines of signs, pictures
//! drawn with them, letters chosen for their look (WCAG 1.1.1, 1.3.1).

use super::words::{Word, quoted};
use super::{Place, Reader, Within};
use crate::check::passage::{Passage, VALUE};
use crate::diagnostic::{Diagnostic, Span, codes};
use std::ops::Range;

/// How many emoji stand in a row before they are too many.
const EMOJI: usize = 3;
/// How many of one sign in a row are a line.
const LINE: usize = 4;
/// How many letters of a look are a word.
const LETTERS: usize = 3;
/// How many lines a drawing has.
const DRAWN: usize = 2;

impl Reader<'_> {
    pub(super) fn signs(
        &mut self,
        passage: &Passage<'_>,
        words: &[Word],
        within: Within,
        place: Place<'_>,
    ) {
        let text = passage.text.as_str();
        if words.is_empty()
            && let Some(range) = only_signs(text)
        {
            let what = match within {
                Within::Heading => "the heading is a sign",
                Within::Paragraph => "a sign stands in the place of words",
                Within::Cell => "a cell holds a sign alone",
            };
            let help = "say in words what it means, such as “yes”, “late” or “on target”";
            return self.tell_signs(&format!("{what}: `{}`", quoted(text)), help, place(range));
        }
        if let Some(range) = emoji_in_a_row(text) {
            let help = "keep one at most: a voice reads out the name of each";
            return self.tell_signs("emoji stand in a row", help, place(range));
        }
        if let Some((sign, range)) = line_of_signs(text) {
            let (message, help) = match sign {
                '_' => (
                    "a line is drawn to be filled in",
                    "say what to do instead, such as whom to tell: a line cannot be filled in here, nor found by ear",
                ),
                '.' | '…' => ("dots lead across the page", "write a table, or a list of links"),
                _ => ("a line is drawn with signs", "use a heading, or `---` on a line of its own"),
            };
            return self.tell_signs(message, help, place(range));
        }
        if let Some(range) = letters_of_a_look(text) {
            let help = "type plain letters, and stress them with `**`: a voice reads out what each is, or nothing";
            self.tell_signs(
                "these letters are signs that only look like letters",
                help,
                place(range),
            );
        }
    }

    /// A picture or a table drawn with signs, in words shown as typed.
    pub(super) fn drawn(&mut self, code: &str) {
        let is_drawn = |line: &&str| {
            let count = |is: fn(char) -> bool| line.chars().filter(|c| is(*c)).count();
            count(is_drawing) >= LINE && count(is_drawing) > count(char::is_alphanumeric)
        };
        let mut lines = code.lines().filter(is_drawn);
        let Some(first) = lines.next() else { return };
        if lines.count() + 1 >= DRAWN {
            let at = self.source.text.find(first).unwrap_or(0);
            let span = self.source.span(at..at + first.len());
            let help = "put in a picture with an alternative text, a table or a chart";
            self.tell_signs("a picture is drawn with signs", help, span);
        }
    }

    fn tell_signs(&mut self, message: &str, help: &str, span: Span) {
        self.find(Diagnostic::warning(codes::SIGNS, message).help(help), span);
    }
}

/// Where the signs stand of a text that holds nothing else.
pub(super) fn only_signs(text: &str) -> Option<Range<usize>> {
    let signs = text.chars().filter(|c| is_emoji(*c) || is_shape(*c)).count();
    let others = text.contains(|c: char| c.is_alphanumeric() || c == VALUE);
    (signs > 0 && !others).then_some(0..text.len())
}

fn emoji_in_a_row(text: &str) -> Option<Range<usize>> {
    let (mut start, mut count) = (0, 0);
    let mut joined = false;
    for (at, c) in text.char_indices() {
        if is_emoji(c) {
            start = if count == 0 { at } else { start };
            count += usize::from(!joined);
        } else if !is_joiner(c) && !c.is_whitespace() {
            count = 0;
        }
        joined = c == '\u{200d}' || joined && is_modifier(c);
        if count >= EMOJI {
            return Some(start..at + c.len_utf8());
        }
    }
    None
}

/// A sign, at least so many times.
fn line_of_signs(text: &str) -> Option<(char, Range<usize>)> {
    let mut start = 0;
    let mut run: Option<(char, usize)> = None;
    for (at, c) in text.char_indices() {
        let sign = "=-_*~#•.+|<>^/\\…─━═—–".contains(c);
        run = match run {
            Some((known, count)) if known == c => Some((known, count + 1)),
            Some((known, count)) if c == ' ' && matches!(known, '.' | '_') => Some((known, count)),
            _ => {
                start = at;
                sign.then_some((c, 1))
            }
        };
        if let Some((sign, count)) = run
            && count >= LINE
            // Four stops together end a sentence that breaks off.
            && !(sign == '.' && at + 1 - start == LINE)
        {
            return Some((sign, start..at + c.len_utf8()));
        }
    }
    None
}

/// Letters of mathematics, or as wide as Chinese ones.
fn letters_of_a_look(text: &str) -> Option<Range<usize>> {
    let is = |c: char| matches!(c, '\u{1d400}'..='\u{1d7ff}' | '\u{ff21}'..='\u{ff5a}' | '\u{24b6}'..='\u{24e9}');
    let (mut start, mut count) = (0, 0);
    for (at, c) in text.char_indices() {
        start = if count == 0 { at } else { start };
        count = if is(c) { count + 1 } else { 0 };
        if count >= LETTERS {
            return Some(start..at + c.len_utf8());
        }
    }
    None
}

fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{231a}'..='\u{23ff}')
        && !is_modifier(c)
}

/// Colours of skin, which belong to the emoji before.
fn is_modifier(c: char) -> bool {
    matches!(c, '\u{1f3fb}'..='\u{1f3ff}')
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200d}' | '\u{fe0f}' | '\u{20e3}') || is_modifier(c)
}

/// Arrows, blocks and other shapes.
fn is_shape(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{21ff}' | '\u{2580}'..='\u{25ff}')
}

/// Signs with which pictures are drawn.
fn is_drawing(c: char) -> bool {
    "=-_*~#+|<>^/\\'`.,:;()[]{}".contains(c) || matches!(c, '\u{2500}'..='\u{25ff}')
}

#[cfg(test)]
mod tests {
    use super::{emoji_in_a_row, letters_of_a_look, line_of_signs, only_signs};

    #[test]
    fn a_family_is_one_emoji() {
        assert_eq!(emoji_in_a_row("Hello 👩‍👧‍👦🙂 there"), None);
        assert!(emoji_in_a_row("Hello 🙂 🙂 🙂").is_some());
        assert!(only_signs(" ✅ ").is_some());
        for text in ["–", "✅ Yes", "…", "1"] {
            assert_eq!(only_signs(text), None, "{text}");
        }
    }

    #[test]
    fn lines_are_told_from_dashes() {
        assert_eq!(line_of_signs("Name: ____"), Some(('_', 6..10)));
        assert_eq!(line_of_signs("Health . . . . 4"), Some(('.', 7..14)));
        assert_eq!(line_of_signs("Health.....4"), Some(('.', 6..11)));
        for text in ["and so on...", "and waited....", "1990--95", "a // b", "3.1.2.1."] {
            assert_eq!(line_of_signs(text), None, "{text}");
        }
    }

    #[test]
    fn letters_of_mathematics_are_no_words() {
        assert!(letters_of_a_look("𝗕𝗼𝗹𝗱").is_some());
        assert_eq!(letters_of_a_look("bold"), None);
    }
}
