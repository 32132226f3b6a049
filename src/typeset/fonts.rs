//! The faces of a theme, and which letters they have.

use std::sync::Arc;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook};

/// Every face that a sheet may be set in.
#[derive(Clone, Debug, Default)]
pub struct Fonts {
    pub(super) faces: Vec<Font>,
    pub(super) book: FontBook,
}

impl Fonts {
    /// The faces in `files`, TrueType or OpenType; others have none.
    pub fn new<'a>(files: impl IntoIterator<Item = &'a Arc<[u8]>>) -> Self {
        let mut fonts = Self::default();
        for bytes in files {
            for face in Font::iter(Bytes::new(bytes.to_vec())) {
                fonts.book.push(face.info().clone());
                fonts.faces.push(face);
            }
        }
        fonts
    }

    /// Whether there is no face at all.
    pub fn is_empty(&self) -> bool {
        self.faces.is_empty()
    }

    /// The letters of `text` that no face has: each once, as they come.
    pub fn lacks(&self, text: &str) -> Vec<char> {
        let mut lacking = Vec::new();
        for c in text.chars() {
            if !is_unseen(c) && !self.has(c) && !lacking.contains(&c) {
                lacking.push(c);
            }
        }
        lacking
    }

    fn has(&self, c: char) -> bool {
        self.faces.iter().any(|face| face.info().coverage.contains(u32::from(c)))
    }
}

/// Letters that leave no mark, for which Typst asks no face.
fn is_unseen(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}')
}
