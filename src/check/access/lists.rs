//! Lists made of signs and line breaks, which are no lists to a reader who
//! hears them (WCAG 1.3.1).

use super::Reader;
use crate::check::passage::Passage;
use crate::diagnostic::{Diagnostic, Span, codes};
use crate::narrative::{Block, Paragraph, plain_text};

/// Signs that begin an item, apart from dashes.
const BULLETS: &str = "•◦▪▫‣⁃●○■□►▶➢➤✓✔·∙*";
/// Dashes, which also stand in sentences.
const DASHES: &str = "-–—";

/// What begins an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Bullet,
    Dash,
    Number,
}

impl Reader<'_> {
    /// Lines of one paragraph that begin with signs.
    pub(super) fn made_up_list(&mut self, passage: &Passage<'_>) {
        let lines: Vec<_> = passage.lines().collect();
        let mark = |range: &std::ops::Range<usize>| mark_of(passage.text.get(range.clone())?);
        let marked: Vec<_> = lines.iter().filter_map(|line| Some((line, mark(line)?))).collect();
        let Some((first, kind)) = marked.first() else { return };
        let alike = marked.iter().filter(|(_, mark)| mark == kind).count();
        // A sentence that wraps at a dash is no list.
        let enough = *kind == Mark::Bullet || alike * 2 >= lines.len();
        if alike >= 2 && enough {
            let start = passage.text[first.start..].find(|c: char| !c.is_whitespace());
            let start = first.start + start.unwrap_or(0);
            let span = passage.span(self.source, start..first.end);
            self.tell_list(*kind, span);
        }
    }

    /// Paragraphs, one after the other, that begin with signs.
    pub(super) fn bulleted(&mut self, blocks: &[Block]) {
        let mut before: Option<&Paragraph> = None;
        let mut count = 0;
        for block in blocks {
            let own = match block {
                Block::Paragraph(own) => Some(own).filter(|own| begins_with_bullet(own)),
                _ => None,
            };
            count = if own.is_some() { count + 1 } else { 0 };
            if count == 2
                && let Some(first) = before
            {
                self.tell_list(Mark::Bullet, first.span.clone());
            }
            before = own;
        }
    }

    fn tell_list(&mut self, kind: Mark, span: Span) {
        let sign = if kind == Mark::Number { "1. " } else { "- " };
        let message = "a list is made of signs and line breaks";
        let help =
            format!("begin each item with `{sign}` on a line of its own, below a blank line");
        self.find(Diagnostic::warning(codes::LIST_MADE_UP, message).help(help), span);
    }
}

fn begins_with_bullet(paragraph: &Paragraph) -> bool {
    let text = plain_text(&paragraph.words);
    let line = text.trim_start();
    line.starts_with(|c| BULLETS.contains(c)) && mark_of(line) == Some(Mark::Bullet)
}

/// What the line begins with, if words come after it.
fn mark_of(line: &str) -> Option<Mark> {
    let line = line.trim_start();
    let first = line.chars().next()?;
    let rest = &line[first.len_utf8()..];
    let words =
        rest.trim_start().starts_with(|c: char| c.is_alphanumeric() || "“‘'\"(£".contains(c));
    if BULLETS.contains(first) && words {
        return Some(Mark::Bullet);
    }
    if DASHES.contains(first) && words && rest.starts_with(char::is_whitespace) {
        return Some(Mark::Dash);
    }
    let open = line.trim_start_matches('(');
    let (number, rest) = open.split_once(')')?;
    let is_number =
        number.len() <= 2 && !number.is_empty() && number.chars().all(char::is_alphanumeric);
    (is_number && rest.starts_with(char::is_whitespace)).then_some(Mark::Number)
}

#[cfg(test)]
mod tests {
    use super::{Mark, mark_of};

    #[test]
    fn items_are_told_from_sentences() {
        assert_eq!(mark_of("• warm"), Some(Mark::Bullet));
        assert_eq!(mark_of("– warm"), Some(Mark::Dash));
        assert_eq!(mark_of("2) warm"), Some(Mark::Number));
        assert_eq!(mark_of("(b) warm"), Some(Mark::Number));
        for line in ["-5 degrees", "warm", "*", "(see below) warm", "– "] {
            assert_eq!(mark_of(line), None, "{line}");
        }
    }
}
