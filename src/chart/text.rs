//! How wide words are, and where to break them.
//!
//! A chart must be the same on every machine, so it is measured by a table of
//! Helvetica's advance widths (Arial and Liberation Sans are made to the same
//! ones) and never by the fonts of the host. All lengths are tenths of a pixel.

/// Turns pixels into the tenths in which charts are laid out.
pub(super) const fn px(pixels: i32) -> i32 {
    pixels * TENTHS
}

/// Tenths in a pixel: whole pixels would make slopes step visibly.
pub(super) const TENTHS: i32 = 10;
/// The one size of text. At 15 pixels the narrow drawing, shown as small as
/// 280 pixels across, still keeps its words above 12.
pub(super) const FONT: i32 = px(15);
/// From one baseline to the next.
pub(super) const LINE: i32 = px(18);
/// From the middle of a line of text down to its baseline.
pub(super) const DROP: i32 = FONT * 35 / 100;

/// Longer than any drawing, and safe to add to another length.
const FAR: i32 = i32::MAX / 8;

/// Advance widths of the characters from space to `~`, in thousandths of an em.
const ASCII: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, //
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, //
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, //
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, //
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, //
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// The width of `text` on one line.
pub(super) fn width(text: &str) -> i32 {
    let ems: i64 = text.chars().map(|letter| i64::from(advance(letter))).sum();
    i32::try_from((ems * i64::from(FONT) + 999) / 1000).unwrap_or(FAR)
}

/// The width of the widest of `lines`.
pub(super) fn widest<'a>(lines: impl IntoIterator<Item = &'a String>) -> i32 {
    lines.into_iter().map(|line| width(line)).max().unwrap_or(0)
}

/// The height of `lines` lines.
pub(super) fn height(lines: usize) -> i32 {
    i32::try_from(lines).map_or(FAR, |lines| lines.saturating_mul(LINE).min(FAR))
}

/// Breaks `text` at spaces into lines no wider than `room`; a word that is
/// wider by itself is broken too, because it may not leave the frame.
pub(super) fn wrap(text: &str, room: i32) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        for piece in pieces(word, room) {
            add_word(&mut lines, &piece, room);
        }
    }
    lines
}

/// Whether `text` takes no more than `lines` lines of `room`, each word whole.
pub(super) fn fits(text: &str, room: i32, lines: usize) -> bool {
    text.split_whitespace().all(|word| width(word) <= room) && wrap(text, room).len() <= lines
}

fn add_word(lines: &mut Vec<String>, word: &str, room: i32) {
    let Some(last) = lines.last_mut() else { return };
    let joined = if last.is_empty() { word.to_owned() } else { format!("{last} {word}") };
    if last.is_empty() || width(&joined) <= room {
        *last = joined;
    } else {
        lines.push(word.to_owned());
    }
}

/// `word` whole if it fits, else in as few pieces as do.
fn pieces(word: &str, room: i32) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for letter in word.chars() {
        let Some(last) = pieces.last_mut() else { break };
        last.push(letter);
        if width(last) > room && last.chars().count() > 1 {
            last.pop();
            pieces.push(letter.to_string());
        }
    }
    pieces
}

fn advance(letter: char) -> i32 {
    match letter {
        ' '..='~' => i32::from(ASCII[letter as usize - 0x20]),
        '\u{a0}' | '\u{b7}' => 278,
        '\u{2018}' | '\u{2019}' => 222,
        '\u{201c}' | '\u{201d}' => 333,
        '\u{2013}' | '£' | '€' => 556,
        '\u{2212}' | '×' | '÷' => 584,
        '\u{2014}' | '\u{2026}' | '\u{2e80}'.. => 1000,
        _ => accented(letter),
    }
}

/// A letter with an accent is as wide as the letter without; Welsh and most
/// names in a council's reports need no more than these.
fn accented(letter: char) -> i32 {
    let plain = match letter {
        'À'..='Å' => 'A',
        'È'..='Ë' => 'E',
        'Ì'..='Ï' => 'I',
        'Ò'..='Ö' | 'Ø' => 'O',
        'Ù'..='Ü' => 'U',
        'à'..='å' => 'a',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'I',
        'ò'..='ö' | 'ø' => 'o',
        'ù'..='ü' => 'u',
        'Ç' => 'C',
        'ç' => 'c',
        'Ŵ' => 'W',
        'ŵ' => 'w',
        'Ŷ' | 'Ý' => 'Y',
        'ŷ' | 'ý' | 'ÿ' => 'y',
        _ => return 600,
    };
    advance(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Widths at 15 pixels, read from Chromium with Liberation Sans; kerning,
    /// which we leave out, takes a little off some.
    #[test]
    fn widths_are_those_of_the_browser() {
        for (text, pixels) in [
            ("", 0.0),
            ("63%", 30.02),
            ("£1,250", 45.88),
            ("Herefordshire", 90.87),
            ("WWWW", 56.63),
            ("iiii", 13.33),
            ("Sir Ddinbych ŵŷ", 107.53),
            ("−40% – “it’s”", 83.51),
            ("Year ending 31 March 2024", 183.75),
            ("[c] withheld to protect privacy", 193.42),
        ] {
            let measured = f64::from(width(text)) / f64::from(TENTHS);
            assert!((-0.1..1.5).contains(&(measured - pixels)), "{text}: {measured}, not {pixels}");
        }
    }

    #[test]
    fn lines_keep_to_the_room_and_lose_no_word() {
        let text = "Children placed more than twenty miles from home";
        let lines = wrap(text, px(100));
        assert!(widest(&lines) <= px(100));
        assert_eq!(lines.join(" "), text);
    }

    #[test]
    fn a_word_wider_than_the_room_is_broken() {
        let lines = wrap("Llanfairpwllgwyngyllgogerychwyrndrobwll", px(100));
        assert!(lines.len() > 1);
        assert!(widest(&lines) <= px(100));
    }

    #[test]
    fn no_room_at_all_still_ends() {
        assert_eq!(wrap("ab c", 0), ["a", "b", "c"]);
        assert_eq!(wrap("", 0), [""]);
    }
}
