//! What can be led to on a sheet, and the pictures that it holds.

use super::super::Renderer;
use super::pictures::Pictures;
use crate::disclosure::Page;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Notes in `data` which addresses stand on the sheet, so that links to them
/// stay within it; gives each picture a name below `/files/`, and gathers them.
pub(super) fn settle(
    renderer: &Renderer<'_>,
    page: &Page,
    parts: &mut [Value],
    data: &mut Value,
) -> BTreeMap<String, Arc<[u8]>> {
    let mut places = serde_json::Map::new();
    let mut pictures = Pictures::new(renderer);
    for part in parts {
        let home = part["at"].as_str().unwrap_or_default().to_owned();
        let author = renderer.publication.pages.iter().find(|page| page.address.html() == home);
        let author = author.unwrap_or(page);
        visit(part, &mut |map| {
            if let Some(Value::String(at)) = map.get("at") {
                places.insert(at.clone(), json!(true));
            }
            if let Some(Value::String(anchor)) = map.get("anchor") {
                places.insert(format!("{home}#{anchor}"), json!(true));
            }
            for key in ["file", "picture"] {
                pictures.take(map, key, author);
            }
        });
    }
    data["places"] = Value::Object(places);
    pictures.into_files()
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
