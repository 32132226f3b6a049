//! Nodes as plain text.

use serde_json::Value;

/// The words of `nodes`, blocks apart from each other by a space.
pub(super) fn text(nodes: &Value) -> String {
    let mut words = String::new();
    add(nodes, &mut words);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn add(node: &Value, words: &mut String) {
    match node {
        Value::String(text) => words.push_str(text),
        Value::Array(nodes) => nodes.iter().for_each(|node| add(node, words)),
        Value::Object(map) => {
            let is_block = matches!(map.get("t").and_then(Value::as_str), Some("p" | "h" | "list"));
            if is_block {
                words.push(' ');
            }
            if let Some(Value::String(mark)) = map.get("mark") {
                words.push_str(&format!(" ({mark}) "));
            }
            for key in ["s", "c", "items"] {
                map.get(key).into_iter().for_each(|inside| add(inside, words));
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::text;
    use serde_json::json;

    #[test]
    fn words_are_read_in_order() {
        let nodes = json!([
            {"t": "p", "c": ["agree ", {"t": "strong", "c": ["two"]}, " aims:"]},
            {"t": "list", "items": [{"mark": "i", "c": [{"t": "p", "c": ["homes"]}]}]},
        ]);
        assert_eq!(text(&nodes), "agree two aims: (i) homes");
    }
}
