//! What can be led to on a sheet, and the pictures that it holds.

use super::super::Renderer;
use crate::diagnostic::{Diagnostic, Span, codes};
use crate::disclosure::Page;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The kinds of pictures that a PDF can hold.
const KINDS: [&str; 6] = ["svg", "png", "jpg", "jpeg", "gif", "webp"];

/// Notes in `data` which addresses stand on the sheet, so that links to them
/// stay within it; gives each picture a name below `/files/`, and gathers them.
pub(super) fn settle(
    renderer: &Renderer<'_>,
    page: &Page,
    parts: &mut [Value],
    data: &mut Value,
) -> BTreeMap<String, Arc<[u8]>> {
    let mut places = serde_json::Map::new();
    let mut pictures = Pictures { renderer, page, names: BTreeMap::new(), files: BTreeMap::new() };
    for part in parts {
        let home = part["at"].as_str().unwrap_or_default().to_owned();
        visit(part, &mut |map| {
            if let Some(Value::String(at)) = map.get("at") {
                places.insert(at.clone(), json!(true));
            }
            if let Some(Value::String(anchor)) = map.get("anchor") {
                places.insert(format!("{home}#{anchor}"), json!(true));
            }
            for key in ["file", "picture"] {
                pictures.take(map, key);
            }
        });
    }
    data["places"] = Value::Object(places);
    pictures.files
}

/// Calls `each` for every map within `value`.
pub(super) fn visit(value: &mut Value, each: &mut dyn FnMut(&mut serde_json::Map<String, Value>)) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(|value| visit(value, each)),
        Value::Object(map) => {
            each(map);
            map.values_mut().for_each(|value| visit(value, each));
        }
        _ => {}
    }
}

/// The pictures of a sheet.
struct Pictures<'r> {
    renderer: &'r Renderer<'r>,
    page: &'r Page,
    names: BTreeMap<String, String>,
    files: BTreeMap<String, Arc<[u8]>>,
}

impl Pictures<'_> {
    /// Puts the name of a picture in place of its path; null if it cannot be
    /// held.
    fn take(&mut self, map: &mut serde_json::Map<String, Value>, key: &str) {
        let Some(Value::String(path)) = map.get(key) else { return };
        let name = self.name(&path.clone());
        map.insert(key.to_owned(), json!(name));
    }

    fn name(&mut self, path: &str) -> Option<String> {
        if let Some(name) = self.names.get(path) {
            return Some(name.clone());
        }
        let bytes = self.renderer.publication.assets.get(path)?;
        let kind = path.rsplit_once('.').map(|(_, kind)| kind.to_lowercase()).unwrap_or_default();
        if !KINDS.contains(&kind.as_str()) {
            self.refuse(path);
            return None;
        }
        let name = format!("{}.{kind}", self.names.len());
        self.names.insert(path.to_owned(), name.clone());
        self.files.insert(name.clone(), bytes.clone());
        Some(name)
    }

    fn refuse(&self, path: &str) {
        let message = format!("a PDF cannot hold the picture `{path}`");
        let found = Diagnostic::error(codes::PICTURE, message);
        self.renderer.find(
            found
                .at(Span::file(self.page.file.clone()))
                .help(format!("keep it as one of: {}", KINDS.join(", "))),
        );
    }
}
