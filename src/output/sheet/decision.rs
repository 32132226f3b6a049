//! What a paper asks for, or a meeting resolved, as text to paste.

use super::super::cx::Cx;
use super::places::visit;
use super::plain;
use serde_json::Value;

/// The text of the decision of `paper`, a part of a sheet: its lead, and each
/// letter on a line; `None` if nothing is asked or resolved.
pub(super) fn text(cx: &Cx<'_>, paper: &Value) -> Option<String> {
    let mut lines = asked(&paper["around"]["asked"]);
    lines.extend(resolved(cx, &paper["nodes"]));
    let page = cx.strings().say("pack.decision_of", &[("path", &cx.path)]);
    (!lines.is_empty()).then(|| format!("{}\n\n{page}\n", lines.join("\n")))
}

fn asked(asked: &Value) -> Vec<String> {
    let lead = asked["lead"].as_str().map(str::to_owned);
    lead.into_iter().chain(lettered(&asked["items"])).collect()
}

/// What every block of resolutions among `nodes` says.
fn resolved(cx: &Cx<'_>, nodes: &Value) -> Vec<String> {
    let mut lines = Vec::new();
    visit(&mut nodes.clone(), &mut |map| {
        if map.get("name").and_then(Value::as_str) == Some("resolutions") {
            let items = lettered(&map["it"]["resolved"]);
            if !items.is_empty() {
                lines.push(cx.t("resolutions.title"));
                lines.extend(items);
            }
        }
    });
    lines
}

fn lettered(items: &Value) -> Vec<String> {
    let items = items.as_array().into_iter().flatten();
    let line = |item: &Value| {
        let words = plain::text(&item["text_prose"]);
        item["letter"].as_str().map_or(words.clone(), |letter| format!("({letter}) {words}"))
    };
    items.map(line).collect()
}
