//! Numbers that authors write themselves, kept as written.

use super::Pass;
use crate::diagnostic::{Diagnostic, Span, codes};
use crate::narrative::tree::Inline;

impl Pass<'_> {
    /// Takes the number an author wrote at the start of `words`.
    pub(super) fn take_written(&mut self, words: &mut [Inline], span: &Span) -> Option<String> {
        let Some(Inline::Text(run)) = words.first_mut() else { return None };
        let (number, rest) = written_number(run.as_str())?;
        let (number, taken) = (number.to_owned(), run.as_str().len() - rest.len());
        run.behead(taken);
        self.check_gap(number.trim_end_matches('.'), span);
        Some(number)
    }

    /// Warns of numbers that leave a gap, come twice or jump back.
    fn check_gap(&mut self, number: &str, span: &Span) {
        let (parent, last) = number.rsplit_once('.').unwrap_or(("", number));
        let Ok(this) = last.parse::<u32>() else { return };
        let before = self.counter.written.insert(parent.to_owned(), this).unwrap_or(0);
        if this == before + 1 {
            return;
        }
        let expected = if parent.is_empty() {
            (before + 1).to_string()
        } else {
            format!("{parent}.{}", before + 1)
        };
        let message = match this.cmp(&before) {
            std::cmp::Ordering::Equal => format!("the number {number} stands twice"),
            std::cmp::Ordering::Less => format!("the number {number} jumps back"),
            std::cmp::Ordering::Greater => {
                format!("the number {number} leaves a gap: {expected} is not there")
            }
        };
        self.findings.push(
            Diagnostic::warning(codes::NUMBER_GAP, message)
                .at(span.clone())
                .help("numbers are kept as written; if that is right, add `accept: {P014: why}` to the front matter"),
        );
    }
}

/// `3.1.1 Text` or `1. Purpose` as number and rest: digits joined by points,
/// or digits and one point. The number keeps its last point.
fn written_number(text: &str) -> Option<(&str, &str)> {
    let (number, rest) = text.split_once([' ', '\u{a0}']).unwrap_or((text, ""));
    let bare = number.strip_suffix('.').unwrap_or(number);
    let digits = bare.split('.').all(|part| {
        !part.is_empty() && part.len() <= 4 && part.chars().all(|c| c.is_ascii_digit())
    });
    (digits && number.contains('.')).then(|| (number, rest.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_numbers_are_digits_with_points() {
        assert_eq!(written_number("3.1.1 We"), Some(("3.1.1", "We")));
        assert_eq!(written_number("1. Purpose"), Some(("1.", "Purpose")));
        assert_eq!(written_number("15 units"), None);
        assert_eq!(written_number("2.1"), Some(("2.1", "")));
        assert_eq!(written_number("v1.2 x"), None);
    }
}
