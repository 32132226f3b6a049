//! JSON: each text is a passage, and so are the plain entries of each object
//! together, since a key and a number beside it belong to each other.

use super::super::seen::{Passage, Sight};
use serde_json::Value;

/// What the file `bytes` tells.
pub(super) fn read(bytes: &[u8]) -> Sight {
    let mut sight = Sight::default();
    match serde_json::from_slice(bytes) {
        Ok(value) => look(&value, &mut sight),
        Err(error) => sight.unread = Some(error.to_string()),
    }
    sight
}

fn look(value: &Value, sight: &mut Sight) {
    match value {
        Value::Object(map) => {
            let plain =
                map.iter().filter_map(|(key, value)| Some(format!("{key}: {}", plain(value)?)));
            let plain: Vec<String> = plain.collect();
            say(sight, plain.join("; "));
            map.values().filter(|value| !is_plain(value)).for_each(|value| look(value, sight));
        }
        Value::Array(all) => {
            let plain: Vec<String> = all.iter().filter_map(plain).collect();
            say(sight, plain.join("; "));
            all.iter().filter(|value| !is_plain(value)).for_each(|value| look(value, sight));
        }
        other => say(sight, plain(other).unwrap_or_default()),
    }
}

fn is_plain(value: &Value) -> bool {
    !matches!(value, Value::Object(_) | Value::Array(_))
}

fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn say(sight: &mut Sight, text: String) {
    if !text.is_empty() {
        sight.passages.push(Passage { kind: "an entry of JSON".into(), text, about: [].into() });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_of_one_object_are_read_together() {
        let sight = read(br#"{"title":"Homes","n":4,"of":[{"a":1},"x"]}"#);
        let texts: Vec<&str> = sight.passages.iter().map(|passage| &*passage.text).collect();
        assert_eq!(texts, ["n: 4; title: Homes", "x", "a: 1"]);
        assert!(read(b"{").unread.is_some());
    }
}
