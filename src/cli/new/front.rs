//! Front matter for the next edition, line by line from that of the last, so
//! that quotes, languages and comments stay as their author wrote them.

use super::years::Years;
use crate::model::{Day, Period};
use crate::site::SourcePage;

/// What a page goes on with as it is.
const KEPT: [&str; 7] =
    ["kind", "order", "numbering", "audience", "visibility", "exemption", "contact"];

/// What is new about an edition's front page.
#[derive(Clone, Debug)]
pub(super) struct Fresh {
    /// The period it is about.
    pub(super) period: Period,
    /// The folder of the edition it goes on from.
    pub(super) carried_from: String,
}

/// Front matter without its lines of `---`, and the keys that were left out
/// because they belong to the old page alone.
#[derive(Debug)]
pub(super) struct Front {
    pub(super) text: String,
    pub(super) left_out: Vec<String>,
}

/// A key at the left edge with everything below it, and the comments above.
struct Entry {
    key: String,
    comments: String,
    lines: String,
}

/// The front matter of `page` moved on; `fresh` if it opens the edition.
pub(super) fn moved_on(page: &SourcePage, years: &Years, fresh: Option<&Fresh>) -> Front {
    let mut front = Front { text: String::new(), left_out: Vec::new() };
    let (entries, tail) = entries(yaml_of(page));
    for entry in &entries {
        match lines(entry, page, years, fresh) {
            Some(lines) => front.text.push_str(&format!("{}{lines}", entry.comments)),
            None => front.left_out.push(entry.key.clone()),
        }
    }
    front.text.push_str(&tail);
    front.left_out.retain(|key| key != "carried_from");
    front
}

/// The lines of an entry moved on; `None` if it is left out.
fn lines(entry: &Entry, page: &SourcePage, years: &Years, fresh: Option<&Fresh>) -> Option<String> {
    let front = &page.front.value;
    let day = |day: Option<Day>| {
        day.and_then(|day| years.day(day)).map(|day| format!("{}: {day}\n", entry.key))
    };
    match entry.key.as_str() {
        "title" | "summary" => Some(years.text(&entry.lines)),
        "as_at" => day(front.as_at),
        "publish_from" => day(front.publish_from),
        "period" => fresh.map(|fresh| {
            format!("period: {}\ncarried_from: {}\n", fresh.period, fresh.carried_from)
        }),
        key => KEPT.contains(&key).then(|| entry.lines.clone()),
    }
}

/// The front matter of a page without its lines of `---`.
fn yaml_of(page: &SourcePage) -> &str {
    let head = page.text.get(..page.body).unwrap_or_default();
    let head = head.split_once('\n').map_or("", |(_, rest)| rest);
    head.trim_end().strip_suffix("---").unwrap_or(head)
}

/// The entries of a YAML map written in block style, and the comments below
/// the last of them.
fn entries(yaml: &str) -> (Vec<Entry>, String) {
    let mut entries: Vec<Entry> = Vec::new();
    let mut comments = String::new();
    for line in yaml.split_inclusive('\n') {
        if line.starts_with('#') {
            comments.push_str(line);
        } else if line.starts_with([' ', '\t', '-', '\n', '\r']) {
            if let Some(entry) = entries.last_mut() {
                entry.lines.push_str(&std::mem::take(&mut comments));
                entry.lines.push_str(line);
            }
        } else {
            let key = line.split(':').next().unwrap_or_default().trim_matches(['"', '\'', ' ']);
            let comments = std::mem::take(&mut comments);
            entries.push(Entry { key: key.to_owned(), comments, lines: line.to_owned() });
        }
    }
    (entries, comments)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_keep_what_stands_below_and_above_them() {
        let yaml = "# One.\ntitle: A\nsummary: |\n  B\n\n  C\n# Two.\norder: 1\n# End.\n";
        let (entries, tail) = entries(yaml);
        let keys: Vec<&str> = entries.iter().map(|entry| entry.key.as_str()).collect();
        assert_eq!(keys, ["title", "summary", "order"]);
        assert_eq!(entries[0].comments, "# One.\n");
        assert_eq!(entries[1].lines, "summary: |\n  B\n\n  C\n");
        assert_eq!((entries[2].comments.as_str(), tail.as_str()), ("# Two.\n", "# End.\n"));
    }
}
