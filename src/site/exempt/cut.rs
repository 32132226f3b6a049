//! Records blanked out of the text they are written in.

use std::ops::Range;

/// `text` with list items blanked out, each with whether its list is then empty.
pub(super) fn without(text: &str, items: &[(Range<usize>, bool)]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for (range, empties) in items {
        let cut = whole_item(text, range);
        let in_block = bytes.get(cut.start) == Some(&b'-');
        for byte in bytes.get_mut(cut.clone()).into_iter().flatten() {
            *byte = if matches!(*byte, b'\n' | b'\r') { *byte } else { b' ' };
        }
        // A list that loses all its items is still a list.
        let place = cut.start + 1..cut.start + 3;
        if let Some(place) = bytes.get_mut(place).filter(|_| in_block && *empties) {
            place.copy_from_slice(b"[]");
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}

/// The whole of a list's item: from its dash to the next item or the end of the
/// list, or, between brackets, to the next item or the end of this one.
fn whole_item(text: &str, range: &Range<usize>) -> Range<usize> {
    let before = text.get(..range.start).unwrap_or_default();
    let led = before.trim_end();
    if !led.ends_with('-') {
        let after = text.get(range.end..).unwrap_or_default();
        let comma = after.trim_start().starts_with(',');
        let to = if comma { after.find(',').map_or(0, |at| at + 1) } else { 0 };
        return range.start..range.end + to;
    }
    let dash = led.len() - 1;
    let depth = depth_at(text, dash);
    let mut end = dash;
    for line in text.get(dash..).unwrap_or_default().split_inclusive('\n') {
        let begins = end > dash && is_said(line) && indent(line) <= depth;
        if begins && end >= range.end {
            return dash..end + indent(line);
        }
        end += line.len();
    }
    dash..end
}

fn is_said(line: &str) -> bool {
    let words = line.trim_start();
    !words.trim_end().is_empty() && !words.starts_with('#')
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

fn depth_at(text: &str, at: usize) -> usize {
    let line = text.get(..at).unwrap_or_default().rfind('\n').map_or(0, |end| end + 1);
    at - line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::at;
    use crate::diagnostic::Findings;
    use crate::site::exempt::bytes_of;
    use crate::yaml::{self, Text};
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    struct File {
        items: Vec<Item>,
        #[serde(default)]
        after: Option<String>,
    }

    #[derive(Debug, Deserialize)]
    struct Item {
        id: String,
        #[serde(default)]
        hidden: Option<String>,
    }

    /// The ids that stay when the items marked `hidden` are cut out.
    fn left(text: &str) -> String {
        let read = |text: &str| {
            let mut findings = Findings::new();
            let doc = yaml::read::<File>(&Text::file("f.yaml", text), &mut findings);
            assert!(!findings.has_errors(), "{text}\n{findings:?}");
            doc.unwrap()
        };
        let doc = read(text);
        let hidden = doc.value.items.iter().enumerate().filter(|(_, item)| item.hidden.is_some());
        let all = doc.value.items.iter().all(|item| item.hidden.is_some());
        let cuts = hidden.map(|(i, _)| (bytes_of(&doc.span(at!["items", i])), all && i == 0));
        let cut = without(text, &cuts.collect::<Vec<_>>());
        assert!(cut.len() == text.len() && !cut.contains("secret"), "{cut}");
        let doc = read(&cut);
        let ids = doc.value.items.iter().map(|item| item.id.as_str()).collect::<Vec<_>>();
        format!("{}{}", ids.join(" "), doc.value.after.unwrap_or_default())
    }

    #[test]
    fn what_is_exempt_is_cut_out_of_lists_of_every_shape() {
        let block = "items:\n  - id: a\n  - id: secret\n    hidden: yes\n    # note\n    text: |\n      secret: b\n\n      - secret c\n  - id: d\nafter: e\n";
        assert_eq!(left(block), "a de");
        assert_eq!(left("items:\n- id: secret\n  hidden: x\n- id: secret\n  hidden: x\n"), "");
        assert_eq!(left("items:\n- id: a\n- id: secret\n  hidden: x\nafter: b\n"), "ab");
        assert_eq!(left("items: [{id: a}, {id: secret, hidden: x}, {id: b}]\n"), "a b");
        assert_eq!(left("items: [{id: secret, hidden: x}]\nafter: b\n"), "b");
        assert_eq!(left("items:\n  -\n    id: secret\n    hidden: x\n  - {id: é}\n"), "é");
        assert_eq!(left("items:\n  - {id: secret,\n     hidden: x}\nafter: b\n"), "b");
        assert_eq!(left("items:\n  - id: a\n  - id: secret\n    hidden: x"), "a");
    }
}
