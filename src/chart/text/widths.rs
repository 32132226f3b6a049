//! Advance widths of letters, in thousandths of an em.
//!
//! Those of Liberation Sans, which is made to the widths of Arial and
//! Helvetica; a test reads them from the font where it is installed.

/// From space to `~`.
const ASCII: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, //
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, //
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, //
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, //
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, //
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// Latin-1 and Latin Extended-A, from U+00A0 to U+017F: Welsh, and the names of
/// most of Europe.
const LATIN: [u16; 224] = [
    278, 333, 556, 556, 556, 556, 260, 556, 333, 737, 370, 556, 584, 333, 737, 552, //
    400, 549, 333, 333, 333, 576, 537, 278, 333, 333, 365, 556, 834, 834, 834, 611, //
    667, 667, 667, 667, 667, 667, 1000, 722, 667, 667, 667, 667, 278, 278, 278, 278, //
    722, 722, 778, 778, 778, 778, 778, 584, 778, 722, 722, 722, 722, 667, 667, 611, //
    556, 556, 556, 556, 556, 556, 889, 500, 556, 556, 556, 556, 278, 278, 278, 278, //
    556, 556, 556, 556, 556, 556, 556, 549, 611, 556, 556, 556, 556, 500, 556, 500, //
    667, 556, 667, 556, 667, 556, 722, 500, 722, 500, 722, 500, 722, 500, 722, 615, //
    722, 556, 667, 556, 667, 556, 667, 556, 667, 556, 667, 556, 778, 556, 778, 556, //
    778, 556, 778, 556, 722, 556, 722, 556, 278, 278, 278, 278, 278, 278, 278, 222, //
    278, 278, 735, 444, 500, 222, 667, 500, 500, 556, 222, 556, 222, 556, 292, 556, //
    334, 556, 222, 722, 556, 722, 556, 722, 556, 604, 723, 556, 778, 556, 778, 556, //
    778, 556, 1000, 944, 722, 333, 722, 333, 722, 333, 667, 500, 667, 500, 667, 500, //
    667, 500, 611, 278, 611, 375, 611, 278, 722, 556, 722, 556, 722, 556, 722, 556, //
    722, 556, 722, 556, 944, 722, 667, 500, 667, 611, 500, 611, 500, 611, 500, 222, //
];

/// Other letters and signs that reports are written with.
const OTHERS: [(char, u16); 20] = [
    ('\u{2011}', 333),
    ('\u{2013}', 556),
    ('\u{2014}', 1000),
    ('\u{2018}', 222),
    ('\u{2019}', 222),
    ('\u{201c}', 333),
    ('\u{201d}', 333),
    ('\u{2022}', 350),
    ('\u{2026}', 1000),
    ('\u{20ac}', 556),
    ('\u{2191}', 500),
    ('\u{2193}', 500),
    ('\u{2212}', 584),
    ('\u{2264}', 549),
    ('\u{2265}', 549),
    ('\u{1e81}', 722),
    ('\u{1e83}', 722),
    ('\u{1e85}', 722),
    ('\u{1ef3}', 500),
    ('\u{1e80}', 944),
];
/// The first letter of the scripts whose letters are as wide as they are high.
const SQUARE: u32 = 0x2e80;

/// How far `letter` moves the next one on; a guess for letters of other scripts.
pub(super) fn advance(letter: char) -> i32 {
    let code = letter as u32;
    let of = |table: &[u16], first: u32| {
        let at = usize::try_from(code.checked_sub(first)?).ok()?;
        table.get(at).copied()
    };
    let other = || OTHERS.iter().find(|(other, _)| *other == letter).map(|(_, width)| *width);
    let guess = if code >= SQUARE { 1000 } else { 600 };
    i32::from(of(&ASCII, 0x20).or_else(|| of(&LATIN, 0xa0)).or_else(other).unwrap_or(guess))
}

/// The letters whose width is known.
#[cfg(test)]
pub(super) fn known() -> impl Iterator<Item = char> {
    let rows = ('\u{20}'..='\u{7e}').chain('\u{a0}'..='\u{17f}');
    rows.chain(OTHERS.iter().map(|(letter, _)| *letter))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixture::font::{self, Font};

    #[test]
    fn letters_are_as_wide_as_in_the_font() {
        let Some(font) = Font::installed() else {
            font::not_run("Liberation Sans is not installed, so its widths were not compared");
            return;
        };
        for letter in known() {
            let found = font.advance(letter).unwrap_or_else(|| panic!("no glyph for {letter:?}"));
            let wide = f64::from(advance(letter));
            assert!((wide - found).abs() <= 0.5, "{letter:?}: {wide}, in the font {found}");
        }
    }
}
