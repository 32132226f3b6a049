//! PDF: the letters a reader would copy out of it, and every text that stands
//! beside them: alternative texts, bookmarks, notes, fields and metadata.
//!
//! The letters of a page are numbers of glyphs, so raw bytes show nothing;
//! fonts say which letters they stand for.

mod font;
mod page;

use super::super::seen::{Passage, Sight};
use super::html;
use font::Fonts;
use hayro_syntax::object::{Array, Dict, MaybeRef, Object, Stream};
use std::collections::VecDeque;

use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

/// What the words of a page are called.
const LETTERS: &str = "the text of a PDF";
const TITLE: &str = "a bookmark or title of a PDF";
/// The longest block that is taken for a heading, in bytes.
const LONGEST_HEAD: usize = 120;
/// How many blocks above a passage are remembered, and how many titles.
const MOST_HEADS: usize = 4;
const MOST_TITLES: usize = 60;

/// How deep entries may stand inside each other.
const DEEPEST: usize = 12;

/// What the document `bytes` tells.
pub(super) fn read(bytes: &[u8]) -> Sight {
    match Pdf::new(bytes.to_vec()) {
        Ok(pdf) => sight(&pdf),
        Err(error) => Sight { unread: Some(reason(error).to_owned()), ..Sight::default() },
    }
}

fn reason(error: LoadPdfError) -> &'static str {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => "it asks for a password",
        LoadPdfError::Decryption(_) => "it is locked in a way that is not known",
        LoadPdfError::Invalid => "it is not a whole PDF",
    }
}

fn sight(pdf: &Pdf) -> Sight {
    let mut sight = Sight::default();
    for object in pdf.objects() {
        beside(&object, &mut sight, 0);
    }
    let mut fonts = Fonts::default();
    let is_ours = pdf.metadata().creator.as_deref() == Some(b"Pledgebook".as_slice());
    for (n, page) in pdf.pages().iter().enumerate() {
        let told = page::read(page, &mut fonts, is_ours);
        if let Some(why) = told.unread {
            sight.unread.get_or_insert(format!("page {}: {why}", n + 1));
        }
        sight.passages.extend(told.passages);
    }
    head(&mut sight.passages);
    sight
}

/// Puts above each passage what stands above it: the titles and bookmarks of
/// the whole document, and the short blocks just before it.
fn head(passages: &mut [Passage]) {
    let is_title = |passage: &&Passage| passage.kind == TITLE;
    let titles: Vec<String> = passages
        .iter()
        .filter(is_title)
        .take(MOST_TITLES)
        .map(|passage| passage.text.clone())
        .collect();
    let mut before: VecDeque<String> = VecDeque::new();
    for passage in passages {
        passage.about = titles.iter().chain(&before).cloned().collect();
        let is_short = passage.text.len() <= LONGEST_HEAD && !passage.text.ends_with('.');
        if passage.kind == LETTERS && is_short {
            before.push_back(passage.text.clone());
            if before.len() > MOST_HEADS {
                before.pop_front();
            }
        }
    }
}

/// The texts of an object that does not draw.
fn beside(object: &Object<'_>, sight: &mut Sight, depth: usize) {
    if depth > DEEPEST {
        return;
    }
    match object {
        Object::Dict(dict) => entries(dict, sight, depth),
        Object::Stream(stream) => {
            entries(stream.dict(), sight, depth);
            inside(stream, sight);
        }
        Object::Array(array) => items(array, sight, depth),
        Object::String(text) => say(sight, "a text of a PDF", &decoded(text.as_bytes())),
        _ => {}
    }
}

fn items(array: &Array<'_>, sight: &mut Sight, depth: usize) {
    for item in array.raw_iter() {
        if let MaybeRef::NotRef(object) = item {
            beside(&object, sight, depth + 1);
        }
    }
}

fn entries(dict: &Dict<'_>, sight: &mut Sight, depth: usize) {
    for (name, value) in dict.entries() {
        match value {
            MaybeRef::NotRef(Object::String(text)) => {
                say(sight, kind(name.as_str()), &decoded(text.as_bytes()));
            }
            MaybeRef::NotRef(object) => beside(&object, sight, depth + 1),
            MaybeRef::Ref(_) => {}
        }
    }
}

/// Metadata are XML; what is attached cannot be checked here.
fn inside(stream: &Stream<'_>, sight: &mut Sight) {
    let is = |name: &str| {
        stream
            .dict()
            .get::<hayro_syntax::object::Name<'_>>("Type")
            .is_some_and(|kind| kind.as_str() == name)
    };
    if is("Metadata") {
        let bytes = stream.decoded().map(std::borrow::Cow::into_owned).unwrap_or_default();
        let words = html::read(&String::from_utf8_lossy(&bytes), true).passages;
        let named = |passage: Passage| Passage { kind: "the metadata of a PDF".into(), ..passage };
        sight.passages.extend(words.into_iter().map(named));
    }
    if is("EmbeddedFile") {
        sight.unread.get_or_insert("another file is attached inside it".to_owned());
    }
}

fn kind(name: &str) -> &'static str {
    match name {
        "Alt" => "an alternative text of a PDF",
        "ActualText" | "E" => "a text behind the letters of a PDF",
        "Title" => TITLE,
        "Contents" => "a note or link of a PDF",
        _ => "a text of a PDF",
    }
}

/// A text as PDF writes it: UTF-16 or UTF-8 with a mark before it, else nearly
/// Latin-1.
fn decoded(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => utf16(rest),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

/// Big-endian UTF-16.
fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> =
        bytes.chunks_exact(2).map(|two| u16::from_be_bytes([two[0], two[1]])).collect();
    String::from_utf16_lossy(&units)
}

/// Adds a text, unless it is the bytes of a key or an identity.
fn say(sight: &mut Sight, kind: &'static str, text: &str) {
    let is_text =
        !text.trim().is_empty() && !text.chars().any(|c| c.is_control() && !c.is_whitespace());
    if is_text {
        sight.passages.push(Passage { kind: kind.into(), text: text.to_owned(), about: [].into() });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &[u8] = include_bytes!("pdf/report.pdf");
    const PRINTED: &[u8] = include_bytes!("pdf/printed.pdf");

    fn says(sight: &Sight, kind: &str, text: &str) -> bool {
        sight.passages.iter().any(|passage| passage.kind == kind && passage.text.contains(text))
    }

    #[test]
    fn the_letters_of_a_page_are_read_through_its_fonts() {
        let sight = read(REPORT);
        assert_eq!(sight.unread, None);
        assert!(
            says(&sight, "the text of a PDF", "In 2021-22, 3 young people were convicted."),
            "{sight:#?}"
        );
        assert!(says(&sight, "an alternative text of a PDF", "Bar of 4 in 2021-22"), "{sight:#?}");
        assert!(says(
            &sight,
            "a bookmark or title of a PDF",
            "Young people convicted or cautioned"
        ));
        assert!(says(&sight, "the metadata of a PDF", "Report of 3 young people"));
    }

    #[test]
    fn a_page_printed_by_a_browser_is_read_too() {
        let sight = read(PRINTED);
        assert!(
            says(&sight, "the text of a PDF", "In 2021-22, 3 young people were convicted."),
            "{sight:#?}"
        );
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        assert!(read(b"%PDF-1.7 cut").unread.is_some());
    }
}
