//! The letters of a sheet: those that leave no mark and upset readers of PDFs
//! are taken out, and those that no face has are told.

use super::super::Renderer;
use crate::diagnostic::{Diagnostic, Span, codes};
use crate::disclosure::Page;
use crate::typeset::{Fonts, Sheet, picture};
use serde_json::Value;
use std::collections::BTreeSet;

/// Keys whose values are not printed.
const UNPRINTED: [&str; 9] =
    ["t", "at", "to", "file", "picture", "drawing", "drawing_narrow", "path", "url"];

/// Cleans every text of `sheet`, and reports letters that cannot be printed:
/// each once, in the first page of the sheet that has it.
pub(super) fn check(renderer: &Renderer<'_>, page: &Page, sheet: &mut Sheet, fonts: &Fonts) {
    let mut lacking = BTreeSet::new();
    walk(&mut sheet.data, &mut |text| {
        if text.contains(is_dropped) {
            *text = text.replace(is_dropped, "");
        }
        lacking.extend(fonts.lacks(text));
        lacking.extend(text.chars().filter(|c| is_private(*c)));
    });
    for (name, bytes) in &sheet.files {
        if name.ends_with(".svg") {
            lacking.extend(fonts.lacks(&picture::words(bytes)));
        }
    }
    let pages = pages(renderer, page, &sheet.data);
    for letter in lacking {
        renderer.find(told(&pages, letter));
    }
}

/// The pages whose words stand on a sheet: that which it is about, and those
/// of its other parts.
fn pages<'r>(renderer: &'r Renderer<'_>, page: &'r Page, data: &Value) -> Vec<&'r Page> {
    let parts = data["parts"].as_array().into_iter().flatten();
    let at: BTreeSet<&str> = parts.filter_map(|part| part["at"].as_str()).collect();
    let others = renderer.publication.pages.iter();
    let others = others.filter(|other| at.contains(other.address.html().as_str()));
    std::iter::once(page).chain(others).collect()
}

/// Byte-order marks, which come with pasted words, control characters, and
/// signs that choose between two looks of the letter before.
fn is_dropped(c: char) -> bool {
    let is_look = matches!(c, '\u{fe00}'..='\u{fe0f}');
    c == '\u{feff}' || is_look || (c.is_control() && !matches!(c, '\n' | '\t'))
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

fn told(pages: &[&Page], letter: char) -> Diagnostic {
    let message = format!(
        "the character `{letter}` (U+{:04X}) cannot be printed: no face of the theme has it",
        u32::from(letter)
    );
    let found = Diagnostic::error(codes::LETTER, message);
    let found = match pages.iter().find(|page| page.text.contains(letter)) {
        Some(page) => found.at(Span::words(page.file.clone(), letter.to_string())),
        None => found
            .at(Span::file(pages[0].file.clone()))
            .note("it stands in a record, a picture or another page that this document shows"),
    };
    found.help("write it in words, or put a face that has it into `fonts` of your own theme")
}
