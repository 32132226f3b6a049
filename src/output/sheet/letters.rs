//! The letters of a sheet: those that leave no mark and upset readers of PDFs
//! are taken out, and those that no face has are told.

use super::super::Renderer;
use crate::diagnostic::{Diagnostic, Span, codes};
use crate::disclosure::Page;
use crate::typeset::Fonts;
use serde_json::Value;
use std::collections::BTreeSet;

/// Keys whose values are not printed.
const UNPRINTED: [&str; 9] =
    ["t", "at", "to", "file", "picture", "drawing", "drawing_narrow", "path", "url"];

/// Cleans every text of `data`, and reports letters that cannot be printed.
pub(super) fn check(renderer: &Renderer<'_>, page: &Page, data: &mut Value, fonts: &Fonts) {
    let mut lacking = BTreeSet::new();
    walk(data, &mut |text| {
        if text.contains(is_dropped) {
            *text = text.replace(is_dropped, "");
        }
        lacking.extend(fonts.lacks(text));
        lacking.extend(text.chars().filter(|c| is_private(*c)));
    });
    for letter in lacking {
        renderer.find(told(page, letter));
    }
}

/// Byte-order marks, which come with pasted words, and control characters.
fn is_dropped(c: char) -> bool {
    c == '\u{feff}' || (c.is_control() && !matches!(c, '\n' | '\t'))
}

/// Letters whose meaning is a private matter, such as bullets of old fonts:
/// an archive (PDF/A-2a) must know what is meant.
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

fn walk(value: &mut Value, each: &mut dyn FnMut(&mut String)) {
    match value {
        Value::String(text) => each(text),
        Value::Array(values) => values.iter_mut().for_each(|value| walk(value, each)),
        Value::Object(map) => {
            let printed = map.iter_mut().filter(|(key, _)| !UNPRINTED.contains(&key.as_str()));
            printed.for_each(|(_, value)| walk(value, each));
        }
        _ => {}
    }
}

fn told(page: &Page, letter: char) -> Diagnostic {
    let message = format!(
        "the character `{letter}` (U+{:04X}) cannot be printed: no face of the theme has it",
        u32::from(letter)
    );
    let found = Diagnostic::error(codes::LETTER, message);
    let found = if page.text.contains(letter) {
        found.at(Span::words(page.file.clone(), letter.to_string()))
    } else {
        found
            .at(Span::file(page.file.clone()))
            .note("it stands in a record or another page that this document shows")
    };
    found.help("write it in words, or put a face that has it into `fonts` of your own theme")
}
