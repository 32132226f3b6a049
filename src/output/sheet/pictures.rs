//! The pictures of a sheet: each is looked at before it is set, so that one
//! that cannot be printed is told with its file and line.

use super::super::Renderer;
use crate::diagnostic::{Diagnostic, Span, codes};
use crate::disclosure::Page;
use crate::typeset::picture;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The pictures of a sheet.
pub(super) struct Pictures<'r> {
    renderer: &'r Renderer<'r>,
    /// The name of each below `/files/`, by its path; `None` if it cannot be
    /// printed.
    names: BTreeMap<String, Option<String>>,
    files: BTreeMap<String, Arc<[u8]>>,
}

impl<'r> Pictures<'r> {
    pub(super) fn new(renderer: &'r Renderer<'r>) -> Self {
        Self { renderer, names: BTreeMap::new(), files: BTreeMap::new() }
    }

    pub(super) fn into_files(self) -> BTreeMap<String, Arc<[u8]>> {
        self.files
    }

    /// Puts the name of a picture in place of its path; null if it cannot be
    /// held. `page` is where it stands.
    pub(super) fn take(
        &mut self,
        map: &mut serde_json::Map<String, Value>,
        key: &str,
        page: &Page,
    ) {
        let Some(Value::String(path)) = map.get(key) else { return };
        let path = path.clone();
        if !self.names.contains_key(&path) {
            let name = self.name(&path, page);
            self.names.insert(path.clone(), name);
        }
        map.insert(key.to_owned(), json!(self.names[&path]));
    }

    fn name(&mut self, path: &str, page: &Page) -> Option<String> {
        let bytes = self.renderer.publication.assets.get(path)?;
        let kind = path.rsplit_once('.').map(|(_, kind)| kind.to_lowercase()).unwrap_or_default();
        if let Some(why) = picture::fault(&kind, bytes) {
            self.refuse(path, &why, page);
            return None;
        }
        let name = format!("{}.{kind}", self.names.len());
        self.files.insert(name.clone(), bytes.clone());
        Some(name)
    }

    fn refuse(&self, path: &str, why: &str, page: &Page) {
        let message = format!("the picture `{path}` cannot be printed: {why}");
        let found = Diagnostic::error(codes::PICTURE, message);
        let name = path.rsplit('/').next().unwrap_or(path);
        let span = if page.text.contains(name) {
            Span::words(page.file.clone(), name)
        } else {
            Span::file(page.file.clone())
        };
        let help = "save it again as one of: svg, png, jpg, gif, webp";
        self.renderer.find(found.at(span).help(help));
    }
}
