//! Which letters the codes of a font stand for.

use super::utf16;
use hayro_syntax::object::{Array, Dict, Name, Object, ObjectIdentifier, Stream};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The fonts that were met, each read once.
#[derive(Default)]
pub(super) struct Fonts(BTreeMap<ObjectIdentifier, Arc<Font>>);

/// A font: what its codes stand for.
#[derive(Debug, Default)]
pub(super) struct Font {
    letters: BTreeMap<u32, String>,
    /// How many bytes a code has.
    width: usize,
    /// Whether its codes are nothing but numbers of glyphs.
    is_mute: bool,
}

impl Fonts {
    pub(super) fn get(&mut self, dict: &Dict<'_>) -> Arc<Font> {
        let Some(id) = dict.obj_id() else { return Arc::new(Font::of(dict)) };
        self.0.entry(id).or_insert_with(|| Arc::new(Font::of(dict))).clone()
    }
}

impl Font {
    fn of(dict: &Dict<'_>) -> Self {
        let is_wide = dict.get::<Name<'_>>("Subtype").is_some_and(|kind| kind.as_str() == "Type0");
        let map = dict
            .get::<Stream<'_>>("ToUnicode")
            .and_then(|stream| stream.decoded().ok().map(|bytes| letters(&bytes)));
        let mut font = Self {
            width: if is_wide { 2 } else { 1 },
            is_mute: is_wide && map.is_none(),
            letters: map.unwrap_or_default(),
        };
        if !is_wide {
            font.add_plain(dict);
        }
        font
    }

    /// Letters of a simple font: nearly Latin-1, with what it says otherwise.
    fn add_plain(&mut self, dict: &Dict<'_>) {
        for code in 32..=255u8 {
            self.letters.entry(u32::from(code)).or_insert_with(|| char::from(code).to_string());
        }
        let differences = dict
            .get::<Dict<'_>>("Encoding")
            .and_then(|encoding| encoding.get::<Array<'_>>("Differences"));
        let mut code = 0;
        for item in differences.iter().flat_map(|all| all.iter::<Object<'_>>()) {
            match item {
                Object::Number(number) => code = number.as_i64() as u32,
                Object::Name(name) => {
                    if let Some(letter) = named(name.as_str()) {
                        self.letters.insert(code, letter.to_string());
                    }
                    code += 1;
                }
                _ => {}
            }
        }
    }

    /// The letters of a string of codes; `None` if they cannot be known.
    pub(super) fn read(&self, codes: &[u8]) -> Option<String> {
        if self.is_mute {
            return None;
        }
        let code =
            |bytes: &[u8]| bytes.iter().fold(0u32, |code, byte| (code << 8) | u32::from(*byte));
        let letters = codes.chunks(self.width.max(1)).map(|bytes| self.letters.get(&code(bytes)));
        Some(letters.map(|letter| letter.map_or("\u{fffd}", String::as_str)).collect())
    }
}

/// The letter that a glyph is named after.
fn named(glyph: &str) -> Option<char> {
    const NAMES: [(&str, char); 20] = [
        ("zero", '0'),
        ("one", '1'),
        ("two", '2'),
        ("three", '3'),
        ("four", '4'),
        ("five", '5'),
        ("six", '6'),
        ("seven", '7'),
        ("eight", '8'),
        ("nine", '9'),
        ("space", ' '),
        ("period", '.'),
        ("comma", ','),
        ("percent", '%'),
        ("hyphen", '-'),
        ("endash", '–'),
        ("bracketleft", '['),
        ("bracketright", ']'),
        ("quoteright", '’'),
        ("slash", '/'),
    ];
    let mut letters = glyph.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => Some(letter),
        _ => NAMES.iter().find(|(name, _)| *name == glyph).map(|(_, letter)| *letter),
    }
}

/// The entries of a `ToUnicode` map: `bfchar` and `bfrange`.
fn letters(map: &[u8]) -> BTreeMap<u32, String> {
    let text = String::from_utf8_lossy(map);
    let mut letters = BTreeMap::new();
    for part in text.split("beginbfchar").skip(1) {
        let codes = codes(part.split("endbfchar").next().unwrap_or(part));
        letters.extend(codes.chunks_exact(2).map(|pair| (number(&pair[0]), utf16(&pair[1]))));
    }
    for part in text.split("beginbfrange").skip(1) {
        ranges(part.split("endbfrange").next().unwrap_or(part), &mut letters);
    }
    letters
}

/// Each line of a range is `<first> <last> <letter>` or a list of letters.
fn ranges(part: &str, letters: &mut BTreeMap<u32, String>) {
    let mut rest = part;
    while let Some((first, last, after)) = two(rest) {
        let (first, last) = (number(&first), number(&last).min(number(&first) + 0xffff));
        let after = after.trim_start();
        let (list, left) = match after.strip_prefix('[') {
            Some(list) => list.split_once(']').unwrap_or((list, "")),
            None => after.split_at(after.find('>').map_or(after.len(), |at| at + 1)),
        };
        let given = codes(list);
        for code in first..=last {
            let at = (code - first) as usize;
            let letter = match given.as_slice() {
                [one] if !after.starts_with('[') => later(one, code - first),
                many => many.get(at).map(|letter| utf16(letter)).unwrap_or_default(),
            };
            letters.insert(code, letter);
        }
        rest = left;
    }
}

/// The letter `by` places after the one that is written.
fn later(letter: &[u8], by: u32) -> String {
    let mut letter = letter.to_vec();
    let at = letter.len().saturating_sub(2);
    if let Some([a, b]) = letter.get(at..).and_then(|tail| <[u8; 2]>::try_from(tail).ok()) {
        let unit = u16::from_be_bytes([a, b]).wrapping_add(by as u16);
        letter.splice(at.., unit.to_be_bytes());
    }
    utf16(&letter)
}

fn two(text: &str) -> Option<(Vec<u8>, Vec<u8>, &str)> {
    let (_, text) = text.split_once('<')?;
    let (first, text) = text.split_once('>')?;
    let (_, text) = text.split_once('<')?;
    let (last, text) = text.split_once('>')?;
    Some((bytes(first), bytes(last), text))
}

/// Every `<…>` of `part`.
fn codes(part: &str) -> Vec<Vec<u8>> {
    part.split('<').skip(1).filter_map(|code| Some(bytes(code.split_once('>')?.0))).collect()
}

fn bytes(hex: &str) -> Vec<u8> {
    let digits: Vec<u32> = hex.chars().filter_map(|c| c.to_digit(16)).collect();
    digits
        .chunks(2)
        .map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit) as u8)
        .collect()
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |number, byte| (number << 8) | u32::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_gives_letters_one_by_one_and_in_ranges() {
        let map = b"1 beginbfchar <0003> <0041> endbfchar 2 beginbfrange <0010> <0012> <0061>\n\
                    <0020> <0021> [<0078> <00660069>] endbfrange";
        let letters = letters(map);
        let get = |code: u32| letters.get(&code).map(String::as_str);
        assert_eq!([get(3), get(0x10), get(0x12)], [Some("A"), Some("a"), Some("c")]);
        assert_eq!([get(0x20), get(0x21), get(4)], [Some("x"), Some("fi"), None]);
    }

    #[test]
    fn codes_of_a_font_without_letters_are_not_guessed() {
        let font = Font { is_mute: true, width: 2, ..Font::default() };
        assert_eq!(font.read(&[0, 3]), None);
    }
}
