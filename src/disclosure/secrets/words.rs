//! Words as they are compared: without case, spaces, marks or the way they are
//! written in HTML.

use std::ops::Range;

/// A word, folded, with its bytes in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word in lower case.
    pub word: String,
    /// Its bytes.
    pub range: Range<usize>,
}

/// The words of a text with their places: runs of letters and digits in lower
/// case. Entities of HTML are read; soft hyphens and joiners are not there.
pub fn fold(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut open: Option<Word> = None;
    let mut at = 0;
    while let Some((c, length)) = next(&text[at..]) {
        let is_nothing = matches!(c, '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}');
        if c.is_alphanumeric() {
            let word = open.get_or_insert_with(|| Word { word: String::new(), range: at..at });
            word.word.extend(c.to_lowercase());
            word.range.end = at + length;
        } else if !is_nothing {
            words.extend(open.take());
        }
        at += length;
    }
    words.extend(open);
    words
}

/// The words of a text alone.
pub fn folded(text: &str) -> Vec<String> {
    fold(text).into_iter().map(|word| word.word).collect()
}

/// The first character of a text, an entity read, and how many bytes it takes.
fn next(text: &str) -> Option<(char, usize)> {
    let first = text.chars().next()?;
    let entity = || {
        let end = text.bytes().take(12).position(|byte| byte == b';')?;
        Some((entity(text.get(1..end)?)?, end + 1))
    };
    let read = if first == '&' { entity() } else { None };
    Some(read.unwrap_or((first, first.len_utf8())))
}

/// The character that an entity stands for; of names, those that are written.
fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']).map(|hex| u32::from_str_radix(hex, 16));
        let code = hex.unwrap_or_else(|| number.parse()).ok()?;
        return char::from_u32(code);
    }
    match name {
        "amp" | "lt" | "gt" | "quot" | "apos" | "nbsp" | "rsquo" | "lsquo" | "rdquo" | "ldquo"
        | "ndash" | "mdash" | "hellip" => Some(' '),
        "shy" => Some('\u{ad}'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_the_same_however_they_are_written() {
        let plain = folded("The council’s “foster fees” rose: it’s 5.2% (Ångström)");
        let encoded = folded(
            "THE council&#39;s &quot;fos\u{ad}ter&nbsp;fees&quot;\nrose, it's 5.2 % &#xC5;ngström",
        );
        assert_eq!(plain, encoded);
        assert_eq!(plain[..4], ["the", "council", "s", "foster"]);
    }

    #[test]
    fn a_word_knows_its_bytes() {
        let text = "é&amp;fees &c;";
        let words = fold(text);
        assert_eq!(&text[words[1].range.clone()], "fees");
        assert_eq!(words.len(), 3);
    }
}
