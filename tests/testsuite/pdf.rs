//! PDFs as their readers get them: what their tags say, what their letters are,
//! and whether they keep the rules for people who use a screen reader (ISO
//! 14289-1, known as PDF/UA-1) and for archives (ISO 19005-2 level A).
//!
//! This reads the file with code of its own, so it knows nothing of what wrote
//! it. veraPDF asks for more (`tests/pdf/run`), but needs Java; this runs with
//! every `cargo test`.

mod content;
mod element;
mod font;
mod hostile;
mod rules;
mod seeds;
mod sites;

use content::{Drawn, drawn};
use element::{Element, tree};
use hayro_syntax::Pdf;
use hayro_syntax::object::{Dict, Name, ObjectIdentifier, Stream};

/// A document, read.
pub(crate) struct Document {
    pdf: Pdf,
    /// What each page draws.
    pages: Vec<Drawn>,
    /// The tags, from the top.
    pub(crate) root: Element,
}

impl Document {
    /// Reads `bytes`, which must be a PDF.
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let pdf = Pdf::new(bytes.to_vec()).expect("this is no PDF");
        let pages: Vec<Drawn> = pdf.pages().iter().map(drawn).collect();
        let root = tree(&pdf, &pages);
        Self { pdf, pages, root }
    }

    fn catalogue(&self) -> Dict<'_> {
        catalogue(&self.pdf)
    }

    /// The metadata of the whole document, as XML.
    fn metadata(&self) -> String {
        let stream = self.catalogue().get::<Stream<'_>>("Metadata");
        let bytes = stream.and_then(|stream| stream.decoded().ok().map(|bytes| bytes.to_vec()));
        String::from_utf8(bytes.unwrap_or_default()).unwrap_or_default()
    }

    /// The day that the document bears: year, month, day.
    pub(crate) fn date(&self) -> Option<(u16, u8, u8)> {
        self.pdf.metadata().creation_date.map(|date| (date.year, date.month, date.day))
    }

    /// All that its tags say, in their order.
    pub(crate) fn text(&self) -> String {
        self.root.text()
    }
}

fn catalogue(pdf: &Pdf) -> Dict<'_> {
    pdf.xref().get(pdf.xref().root_id()).expect("a PDF has a catalogue")
}

/// The identity of what the entry `key` refers to.
fn refers(dict: &Dict<'_>, key: &str) -> Option<ObjectIdentifier> {
    dict.get_ref(key).map(ObjectIdentifier::from)
}

fn name(dict: &Dict<'_>, key: &str) -> Option<String> {
    dict.get::<Name<'_>>(key).map(|name| name.as_str().to_owned())
}

/// The text of the entry `key`, which PDF writes as UTF-16 with a mark before
/// it, or nearly as Latin-1.
fn string(dict: &Dict<'_>, key: &str) -> Option<String> {
    let string = dict.get::<hayro_syntax::object::String<'_>>(key)?;
    Some(match string.as_bytes() {
        [0xfe, 0xff, rest @ ..] => utf16(rest),
        bytes => bytes.iter().map(|byte| char::from(*byte)).collect(),
    })
}

/// Big-endian UTF-16.
fn utf16(bytes: &[u8]) -> String {
    let pairs = bytes.chunks_exact(2);
    let units: Vec<u16> = pairs.map(|two| u16::from_be_bytes([two[0], two[1]])).collect();
    String::from_utf16_lossy(&units)
}

/// `text` without white space and letters that leave no mark: a line that ends
/// leaves none on paper either.
pub(crate) fn squashed(text: &str) -> String {
    let unseen = "\u{ad}\u{200b}\u{feff}\u{fe0e}\u{fe0f}";
    text.chars().filter(|c| !c.is_whitespace() && !unseen.contains(*c)).collect()
}
