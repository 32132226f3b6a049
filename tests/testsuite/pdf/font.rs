//! Which letters the codes of a font stand for.

use super::{name, utf16};
use hayro_syntax::object::{Array, Dict, Stream};
use std::collections::BTreeMap;

/// A font, as far as its letters go.
#[derive(Default)]
pub(super) struct Font {
    pub(super) name: String,
    pub(super) is_embedded: bool,
    /// The letters of each code; `None` if it does not say.
    pub(super) letters: Option<BTreeMap<u32, String>>,
    /// How many bytes a code has.
    width: usize,
}

impl Font {
    pub(super) fn of(dict: &Dict<'_>) -> Self {
        let kind = name(dict, "Subtype").unwrap_or_default();
        let inner = dict.get::<Array<'_>>("DescendantFonts");
        let inner = inner.and_then(|fonts| fonts.iter::<Dict<'_>>().next());
        let described = inner.as_ref().unwrap_or(dict).get::<Dict<'_>>("FontDescriptor");
        let files = ["FontFile", "FontFile2", "FontFile3"];
        let has_file = |described: Dict<'_>| files.iter().any(|key| described.contains_key(key));
        let map = dict.get::<Stream<'_>>("ToUnicode").and_then(|map| map.decoded().ok());
        Self {
            name: name(dict, "BaseFont").unwrap_or_else(|| kind.clone()),
            is_embedded: kind == "Type3" || described.is_some_and(has_file),
            letters: map.map(|map| letters(&String::from_utf8_lossy(&map))),
            width: if kind == "Type0" { 2 } else { 1 },
        }
    }

    /// The letters of a string of codes.
    pub(super) fn read(&self, codes: &[u8]) -> String {
        let number = |bytes: &[u8]| bytes.iter().fold(0, |all, byte| (all << 8) | u32::from(*byte));
        let letters = self.letters.as_ref();
        let letter = |code: &[u8]| letters.and_then(|letters| letters.get(&number(code)).cloned());
        codes.chunks(self.width.max(1)).map(|code| letter(code).unwrap_or_default()).collect()
    }
}

/// The entries of a `ToUnicode` map.
fn letters(map: &str) -> BTreeMap<u32, String> {
    let part = |begin: &str, end: &str| {
        let parts = map.split(begin).skip(1);
        parts.map(|part| part.split(end).next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let mut letters = BTreeMap::new();
    for chars in part("beginbfchar", "endbfchar") {
        let codes = codes(&chars);
        letters.extend(codes.chunks_exact(2).map(|pair| (number(&pair[0]), utf16(&pair[1]))));
    }
    for ranges in part("beginbfrange", "endbfrange") {
        for line in ranges.lines() {
            range(&codes(line), line.contains('['), &mut letters);
        }
    }
    letters
}

/// A line `<first> <last> <letter>`, or with a list of letters.
fn range(codes: &[Vec<u8>], is_list: bool, letters: &mut BTreeMap<u32, String>) {
    let [first, last, given @ ..] = codes else { return };
    for (n, code) in (number(first)..=number(last)).enumerate() {
        let letter = if is_list {
            given.get(n).map(|letter| utf16(letter)).unwrap_or_default()
        } else {
            let first = utf16(&given[0]).chars().next().map_or(0, u32::from);
            char::from_u32(first + n as u32).map(String::from).unwrap_or_default()
        };
        letters.insert(code, letter);
    }
}

/// Every `<…>`, as bytes.
fn codes(text: &str) -> Vec<Vec<u8>> {
    let inside = text.split('<').skip(1).filter_map(|code| Some(code.split_once('>')?.0));
    inside
        .map(|hex| {
            let digits: Vec<u8> =
                hex.chars().filter_map(|c| c.to_digit(16).map(|d| d as u8)).collect();
            digits.chunks(2).map(|two| two.iter().fold(0, |all, digit| all << 4 | digit)).collect()
        })
        .collect()
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |number, byte| (number << 8) | u32::from(*byte))
}
