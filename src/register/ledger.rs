//! What an edition published, kept for ever: `data/published/EDITION.yaml`.
//!
//! Records say how things are. Only a ledger says that something was promised
//! whose record somebody has since taken out.

use super::{Ended, Item, Key, Kind, Register, Standing};
use crate::model::{Day, Text, When};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A file of `data/published/`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ledger {
    /// The edition's folder.
    pub edition: String,
    /// The day whose knowledge it showed.
    pub as_at: Day,
    /// Every promise, as it was published.
    #[serde(default)]
    pub promises: Vec<Published>,
    /// Every figure, as it was published, or the marker in its place; by its
    /// address.
    #[serde(default)]
    pub figures: BTreeMap<String, String>,
}

/// A promise as it was published.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    /// Its kind.
    pub kind: Kind,
    /// Its name: `review/number`, `set/id`, `set/id/action` or
    /// `meeting/item/action`.
    pub name: String,
    /// How it stood, by the word its kind uses.
    pub status: String,
    /// When it was due.
    pub due: Option<When>,
    /// Why it asked for nothing more, if it did not.
    pub ended: Option<Ended>,
    /// Its words.
    pub words: Text,
}

impl Ledger {
    /// The promises as they stood.
    pub fn items(&self) -> impl Iterator<Item = Item> {
        let placed = self.promises.iter().enumerate();
        placed.map(|(place, promise)| Item { place, ..promise.item() })
    }
}

impl Published {
    /// The promise's name.
    pub fn key(&self) -> Key {
        Key { kind: self.kind, name: self.name.clone() }
    }

    fn item(&self) -> Item {
        let group = self.name.split('/').next().unwrap_or_default().to_owned();
        Item {
            key: self.key(),
            group,
            place: 0,
            words: self.words.clone(),
            standing: self.standing(),
            first_due: self.due.clone(),
            due: self.due.clone(),
            why_put_off: None,
            overdue: false,
            ended: self.ended,
            last_news: None,
            leads: Vec::new(),
            principles: Vec::new(),
        }
    }

    fn standing(&self) -> Standing {
        let known = self.kind.standings();
        let stated = known.iter().find(|standing| standing.slug() == self.status);
        stated.copied().unwrap_or_else(|| self.kind.unstated())
    }
}

/// The ledger of an edition that shows `register` and `figures`, as YAML;
/// words in `language`. `None` only if it could not be written as YAML.
pub fn write(
    (edition, as_at): (&str, Day),
    register: &Register,
    figures: &BTreeMap<String, String>,
    language: &str,
) -> Option<String> {
    let promises = register.items().map(|item| Line::of(item, language)).collect();
    let page = Page { edition, as_at: as_at.to_string(), promises, figures };
    crate::yaml::write(&page).ok()
}

/// A ledger, to be written.
#[derive(Serialize)]
struct Page<'a> {
    edition: &'a str,
    as_at: String,
    promises: Vec<Line<'a>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    figures: &'a BTreeMap<String, String>,
}

/// A promise, to be written.
#[derive(Serialize)]
struct Line<'a> {
    kind: &'a str,
    name: &'a str,
    status: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<DueLine>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ended: Option<&'a str>,
    words: &'a str,
}

/// A due date, to be written: a date, or words.
#[derive(Serialize)]
#[serde(untagged)]
enum DueLine {
    Date(String),
    Words { text: String },
}

impl<'a> Line<'a> {
    fn of(item: &'a Item, language: &str) -> Self {
        Self {
            kind: item.key.kind.slug(),
            name: &item.key.name,
            status: item.standing.slug(),
            due: item.due.as_ref().map(DueLine::of),
            ended: item.ended.map(Ended::slug),
            words: item.words.in_language(language),
        }
    }
}

impl DueLine {
    fn of(due: &When) -> Self {
        match due {
            When::Words(words) => Self::Words { text: words.clone() },
            due => Self::Date(due.to_string()),
        }
    }
}
