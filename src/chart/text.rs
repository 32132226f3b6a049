//! How wide words are, and where to break them.
//!
//! A chart must be the same on every machine, so it is measured by a table of
//! advance widths and never by the fonts of the host. All lengths are tenths of a pixel.

mod widths;

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

/// The width of `text` on one line.
pub(super) fn width(text: &str) -> i32 {
    let ems: i64 = text.chars().map(|letter| i64::from(widths::advance(letter))).sum();
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
            add_word(&mut lines, piece, room);
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
    let end = last.len();
    if end > 0 {
        last.push(' ');
    }
    last.push_str(word);
    if end > 0 && width(last) > room {
        last.truncate(end);
        lines.push(word.to_owned());
    }
}

/// `word` whole if it fits, else in as few pieces as do.
fn pieces(word: &str, room: i32) -> Vec<&str> {
    let (mut pieces, mut rest) = (Vec::new(), word);
    while width(rest) > room
        && let Some(end) = cut(rest, room)
    {
        pieces.push(&rest[..end]);
        rest = &rest[end..];
    }
    pieces.push(rest);
    pieces
}

/// The end of the longest piece of `word` that fits, which has a letter at
/// least; `None` if nothing would be left.
fn cut(word: &str, room: i32) -> Option<usize> {
    let mut ends = word.char_indices().map(|(at, _)| at).skip(1);
    let first = ends.next()?;
    Some(ends.take_while(|end| width(&word[..*end]) <= room).last().unwrap_or(first))
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
