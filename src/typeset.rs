//! From a sheet, nodes and facts as data, to a PDF that all can read.
//!
//! Typst sets the sheet with the theme's templates and writes PDF/UA-1 and
//! PDF/A-2a in one file. Everything it may read is in memory: the templates,
//! the faces and the sheet. What authors wrote reaches it as strings of data,
//! which it never reads as markup. The same sheet gives the same bytes.

mod export;
mod fonts;
pub mod picture;
mod world;

pub use fonts::Fonts;

use crate::diagnostic::{Diagnostic, codes};
use rayon::prelude::*;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::Arc;
use world::{Shared, World};

/// Sets sheets with the templates and faces of one theme.
pub struct Press {
    shared: Arc<Shared>,
}

/// What one PDF is made of.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// The template it begins with: a name in the theme's `print` folder,
    /// without its ending.
    pub template: String,
    /// What the template reads as `/sheet.json`.
    pub data: Value,
    /// Pictures by their names below `/files/`.
    pub files: BTreeMap<String, Arc<[u8]>>,
    /// What tells this document from every other, and does not change.
    pub ident: String,
    /// Whether it bears a date, which an archive asks for.
    pub is_dated: bool,
}

/// A document that was set.
#[derive(Clone, Debug)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

impl Press {
    /// A press with `templates` (name and text of each file of the theme's
    /// `print` folder), `fonts`, and what every template reads: `common`, by
    /// path, such as `/words.json`.
    pub fn new(
        templates: &BTreeMap<String, String>,
        fonts: &Fonts,
        common: &[(&str, Value)],
    ) -> Self {
        Self { shared: Arc::new(Shared::new(templates, fonts, common)) }
    }

    /// Sets each of `sheets`, in order; `done` gets each as soon as its chunk
    /// is ready. Only a few documents are in memory at once: what Typst
    /// remembers of them is dropped between chunks.
    pub fn set(
        &self,
        sheets: &[Sheet],
        done: &(dyn Fn(usize, Result<Pdf, Box<Diagnostic>>) + Sync),
    ) {
        let chunk = rayon::current_num_threads().max(1);
        for (n, chunk_of) in sheets.chunks(chunk).enumerate() {
            chunk_of.par_iter().enumerate().for_each(|(at, sheet)| {
                done(n * chunk + at, self.one(sheet));
            });
            typst::comemo::evict(0);
        }
    }

    fn one(&self, sheet: &Sheet) -> Result<Pdf, Box<Diagnostic>> {
        let fault = |message: &str| Err(Diagnostic::error(codes::TYPESETTING, message).into());
        let Some(world) = World::new(&self.shared, sheet) else {
            return fault("the theme has no template of that name to print with");
        };
        // Typst is not ours: should it fail in a way of its own, that is told
        // like any other fault, and nothing is published.
        let set = std::panic::AssertUnwindSafe(|| export::pdf(&world, sheet));
        std::panic::catch_unwind(set)
            .unwrap_or_else(|_| fault("the typesetter failed on this document"))
    }
}
