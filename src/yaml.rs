//! YAML to typed values: the only module that names `serde_yaml`.
//!
//! Two readings of one text. [`Outline`] keeps where everything stands and
//! finds what a typed reading passes in silence: repeated keys, tabs, aliases,
//! texts cut short. `serde_yaml` then makes the typed value. When that fails,
//! the smallest part that is wrong is blanked out and the reading is tried
//! again, so that one run reports every mistake of a file.

mod outline;
mod repair;
mod slips;
mod syntax;
mod types;

pub use outline::{Outline, Step};
pub use types::{Ordered, StrOr, parse_with, whole};

use crate::diagnostic::{Findings, Span};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::ops::Range;
use std::sync::Arc;

/// A typed value, with the place of each of its parts.
#[derive(Clone, Debug)]
pub struct Doc<T> {
    /// The value.
    pub value: T,
    /// The file it was read from.
    pub file: Arc<str>,
    outline: Arc<Outline>,
    start: usize,
}

impl<T> Doc<T> {
    /// Where the value at `path` stands; the nearest part above it when the
    /// path leads nowhere.
    pub fn span(&self, path: &[Step<'_>]) -> Span {
        self.shifted(self.outline.value_at(path))
    }

    /// Where the key at the end of `path` stands.
    pub fn key_span(&self, path: &[Step<'_>]) -> Span {
        self.shifted(self.outline.key_at(path))
    }

    /// Whether the author wrote something at `path`, even if it could not be used.
    pub fn has(&self, path: &[Step<'_>]) -> bool {
        self.outline.has(path)
    }

    /// Every text and figure at and below `path`, each with the key it is under
    /// and its bytes in the file.
    pub fn texts(&self, path: &[Step<'_>]) -> Vec<(String, Range<usize>)> {
        let mut found = Vec::new();
        self.outline.texts_at(path, "", &mut found);
        let moved = |(key, range): (&str, Range<usize>)| {
            (key.to_owned(), range.start + self.start..range.end + self.start)
        };
        found.into_iter().map(moved).collect()
    }

    fn shifted(&self, range: Range<usize>) -> Span {
        Span::bytes(self.file.clone(), range.start + self.start..range.end + self.start)
    }
}

/// Writes `value` as YAML.
///
/// # Errors
///
/// What YAML cannot hold, in the words of the writer.
pub fn write(value: &impl Serialize) -> Result<String, String> {
    serde_yaml::to_string(value).map_err(|error| error.to_string())
}

/// A text to read: a whole file, or the front matter or a block within one.
#[derive(Clone, Debug)]
pub struct Text<'a> {
    /// The file it stands in.
    pub file: Arc<str>,
    /// The text itself.
    pub text: &'a str,
    /// The byte of the file where the text begins.
    pub start: usize,
}

impl<'a> Text<'a> {
    /// A whole file.
    pub fn file(file: &str, text: &'a str) -> Self {
        Self { file: file.into(), text, start: 0 }
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::bytes(self.file.clone(), range.start + self.start..range.end + self.start)
    }
}

/// Reads `text` as a `T`; every mistake goes to `findings`.
///
/// The value is whole if nothing was found, else what could be saved of it,
/// so that later checks can go on; `None` when nothing could.
pub fn read<T: DeserializeOwned>(text: &Text<'_>, findings: &mut Findings) -> Option<Doc<T>> {
    let before = findings.count(crate::diagnostic::Severity::Error);
    slips::find(text, findings);
    if findings.count(crate::diagnostic::Severity::Error) > before {
        return None;
    }
    let outline = Outline::of(text, findings);
    slips::find_cut_texts(text, outline.as_ref(), findings);
    let outline = outline?;
    slips::find_bare_keys(text, &outline, findings);
    let value = repair::read_repairing(text, &outline, findings)?;
    let outline = Arc::new(outline);
    Some(Doc { value, file: text.file.clone(), outline, start: text.start })
}

/// A path through a document: `at!["outcomes", 3, "values"]`.
#[macro_export]
macro_rules! at {
    ($($step:expr),* $(,)?) => { &[$($crate::yaml::Step::from($step)),*] as &[$crate::yaml::Step<'_>] };
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct File {
        items: Vec<Item>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Item {
        id: String,
        #[serde(default)]
        value: Option<String>,
        #[serde(default)]
        kind: Option<Kind>,
    }

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(rename_all = "kebab-case")]
    enum Kind {
        Line,
        Bar,
    }

    fn check(text: &str) -> (Option<Doc<File>>, Vec<String>) {
        let mut findings = Findings::new();
        let doc = read(&Text::file("f.yaml", text), &mut findings);
        let said = findings.iter().map(|d| format!("{d} @{}", place(d.span.as_ref(), text)));
        (doc, said.collect())
    }

    fn place(span: Option<&Span>, text: &str) -> String {
        match span.map(|span| &span.part) {
            Some(crate::diagnostic::Part::Bytes { start, end }) => text[*start..*end].to_owned(),
            _ => String::new(),
        }
    }

    #[test]
    fn numbers_arrive_as_they_were_typed() {
        let (doc, said) = check("items:\n  - {id: a, value: 12.80}\n  - id: b\n    value: 013\n");
        assert!(said.is_empty(), "{said:?}");
        let items = doc.unwrap().value.items;
        assert_eq!(items[0].id, "a");
        assert_eq!(items[0].value.as_deref(), Some("12.80"));
        assert_eq!(items[1].value.as_deref(), Some("013"));
        assert_eq!(items[1].kind, None);
    }

    #[test]
    fn every_mistake_is_found_in_one_reading() {
        let (_, said) = check(
            "items:\n  - {id: a, valeu: 1, kidn: bar}\n  - {id: b, kind: pie}\n  - {value: 3}\n",
        );
        assert_eq!(
            said,
            [
                "C002: unknown key `valeu` @valeu",
                "C002: unknown key `kidn` @kidn",
                "C004: `kind`: unknown value `pie` @pie",
                "C003: the key `id` is missing @{value: 3}",
            ]
        );
    }

    #[test]
    fn a_repeated_key_is_an_error_at_the_second() {
        let (_, said) = check("items:\n  - id: a\n    id: b\n");
        assert_eq!(said, ["C005: the key `id` is given twice @id"]);
    }

    #[test]
    fn places_are_found_by_path() {
        let text = "items:\n  - id: é\n    value: 12.8\n  - id: c\n";
        let (doc, _) = check(text);
        let span = doc.unwrap().span(at!["items", 0, "value"]);
        assert_eq!(place(Some(&span), text), "12.8");
    }
}
