//! A text as words, with what stands between them.

use std::ops::Range;

/// A word: letters, digits and apostrophes.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// In small letters.
    pub(super) low: String,
    /// Its bytes in the text.
    pub(super) range: Range<usize>,
    /// How many letters it has.
    pub(super) letters: usize,
    /// Whether all its letters are capitals.
    pub(super) capitals: bool,
    /// Whether any sign but a space, a hyphen or `&` stands behind it.
    pub(super) stops: bool,
    /// Whether a sentence ends behind it.
    pub(super) ends: bool,
}

/// The words of `text`. What is hyphened is several.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !c.is_alphanumeric() {
            let gap_ends = chars.peek().is_none_or(|(_, next)| next.is_whitespace());
            if let Some(last) = words.last_mut() {
                last.stops |= !c.is_whitespace() && !matches!(c, '-' | '&');
                last.ends |= matches!(c, '.' | '!' | '?') && gap_ends;
            }
            continue;
        }
        let mut end = at + c.len_utf8();
        while let Some((next, d)) = chars.peek().copied() {
            let after = text[next + d.len_utf8()..].chars().next();
            if !goes_on(d, after) {
                break;
            }
            end = next + d.len_utf8();
            chars.next();
        }
        words.push(word(&text[at..end], at..end));
    }
    words
}

fn word(text: &str, range: Range<usize>) -> Word {
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    Word {
        low: text.to_lowercase().replace('’', "'"),
        range,
        letters: letters().count(),
        capitals: letters().all(char::is_uppercase),
        stops: false,
        ends: false,
    }
}

/// Whether `c`, before `after`, is part of the word before it. Letters may have
/// signs above and below them.
fn goes_on(c: char, after: Option<char>) -> bool {
    c.is_alphanumeric()
        || matches!(c, '\u{300}'..='\u{36f}')
        || matches!(c, '\'' | '’') && after.is_some_and(char::is_alphabetic)
}

/// The words alone, in small letters: what two texts have in common.
pub(super) fn bare(text: &str) -> String {
    words(text).into_iter().map(|word| word.low).collect::<Vec<_>>().join(" ")
}

/// The words from the one at `at`.
pub(super) fn from(words: &[Word], at: usize) -> impl Iterator<Item = &str> + Clone {
    words.get(at..).unwrap_or_default().iter().map(|word| word.low.as_str())
}

/// The beginning of `text`, to be quoted in a message.
pub(super) fn quoted(text: &str) -> String {
    const MOST: usize = 60;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= MOST {
        return text;
    }
    let cut: String = text.chars().take(MOST).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole} …")
}

#[cfg(test)]
mod tests {
    use super::{bare, quoted, words};

    #[test]
    fn words_know_what_stands_behind_them() {
        let read = words("Click here. The council’s right-hand man, NHS");
        let told: Vec<_> = read.iter().map(|w| (w.low.as_str(), w.stops, w.ends)).collect();
        assert_eq!(told[1], ("here", true, true));
        assert_eq!(told[3], ("council's", false, false));
        assert_eq!(told[4], ("right", false, false));
        assert_eq!(told[6], ("man", true, false));
        assert!(read[7].capitals);
    }

    #[test]
    fn texts_are_compared_without_their_signs() {
        assert_eq!(bare("  “Read more” › "), "read more");
        assert_eq!(quoted(&"word ".repeat(20)).chars().count(), 61);
    }
}
