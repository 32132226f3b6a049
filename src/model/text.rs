//! Words that may be given in several languages, and who and what they name.

use super::date::When;
use crate::yaml::StrOr;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::str::FromStr;

/// A text: one string, or a map by language code.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "StrOr<Words, BTreeMap<Language, Words>>")]
pub struct Text(BTreeMap<String, String>);

impl Text {
    /// The words in `language`; the first there are when it has none.
    pub fn in_language(&self, language: &str) -> &str {
        let found =
            self.0.get(language).or_else(|| self.0.get("")).or_else(|| self.0.values().next());
        found.map_or("", String::as_str)
    }

    /// The words of each language.
    pub(super) fn in_languages(words: BTreeMap<Language, Words>) -> Self {
        Self(words.into_iter().map(|(code, words)| (code.0, words.0)).collect())
    }

    /// Its words in every language.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.0.values().map(String::as_str)
    }

    /// Whether it is `words` in any language, whatever is in capitals.
    pub fn says(&self, words: &str) -> bool {
        self.all().any(|own| own.to_lowercase() == words.to_lowercase())
    }

    /// The languages it is given in; none when it is one string for all.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str).filter(|language| !language.is_empty())
    }
}

impl From<StrOr<Words, BTreeMap<Language, Words>>> for Text {
    fn from(written: StrOr<Words, BTreeMap<Language, Words>>) -> Self {
        match written {
            StrOr::Word(words) => Self(BTreeMap::from([(String::new(), words.0)])),
            StrOr::Map(map) => Self::in_languages(map),
        }
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Self {
        Self(BTreeMap::from([(String::new(), words.to_owned())]))
    }
}

/// A text that is not blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words(pub(super) String);

impl FromStr for Words {
    type Err = String;

    fn from_str(words: &str) -> Result<Self, String> {
        if words.trim().is_empty() {
            return Err("the text is blank | write it, or leave the key out".to_owned());
        }
        Ok(Self(words.trim_end().to_owned()))
    }
}

super::read_from_word!(Words, Language);

/// A language code such as `en` or `cy`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Language(String);

impl FromStr for Language {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let fits = (2..=3).contains(&word.len()) && word.chars().all(|c| c.is_ascii_lowercase());
        if fits {
            return Ok(Self(word.to_owned()));
        }
        Err(format!(
            "`{word}` is not a language code | codes are two or three letters, such as `en` or `cy`"
        ))
    }
}

impl Language {
    /// The code.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Who leads: as written, or a post with its holder.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "StrOr<Words, LeadMap>")]
pub struct Lead {
    /// The post, or the whole text.
    pub role: Text,
    /// The holder's name.
    pub name: Option<String>,
    /// Whether the holder is still in post; `None` is not stated.
    pub in_post: Option<bool>,
    /// Who has taken over from somebody no longer in post.
    pub successor: Option<Text>,
}

/// A lead in its long form.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeadMap {
    role: Text,
    name: Option<String>,
    in_post: Option<bool>,
    successor: Option<Text>,
}

impl From<StrOr<Words, LeadMap>> for Lead {
    fn from(written: StrOr<Words, LeadMap>) -> Self {
        match written {
            StrOr::Word(words) => {
                let role = Text::from(words.0.as_str());
                Self { role, name: None, in_post: None, successor: None }
            }
            StrOr::Map(LeadMap { role, name, in_post, successor }) => {
                Self { role, name, in_post, successor }
            }
        }
    }
}

/// A note, a piece of evidence or a body consulted: a text, perhaps with a
/// link and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "StrOr<Words, EvidenceMap>")]
pub struct Evidence {
    /// What it is.
    pub text: Text,
    /// Where it can be read.
    pub url: Option<String>,
    /// What came of it.
    pub outcome: Option<Text>,
}

/// Evidence in its long form.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceMap {
    text: Text,
    url: Option<String>,
    outcome: Option<Text>,
}

impl From<StrOr<Words, EvidenceMap>> for Evidence {
    fn from(written: StrOr<Words, EvidenceMap>) -> Self {
        match written {
            StrOr::Word(words) => {
                Self { text: Text::from(words.0.as_str()), url: None, outcome: None }
            }
            StrOr::Map(map) => Self { text: map.text, url: map.url, outcome: map.outcome },
        }
    }
}

/// An approval of a document by a body.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    /// The body.
    pub by: Text,
    /// When.
    pub date: Option<When>,
    /// What it did.
    pub did: Option<Did>,
}

/// What a body did with a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Did {
    /// Endorsed it.
    Endorsed,
    /// Recommended it to another body.
    Recommended,
    /// Approved it.
    Approved,
    /// Adopted it.
    Adopted,
}

impl Did {
    /// The word as written, which is also its key among the theme's strings.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Endorsed => "endorsed",
            Self::Recommended => "recommended",
            Self::Approved => "approved",
            Self::Adopted => "adopted",
        }
    }
}

/// The path below `content/` of the Easy Read picture `name`, whichever ending
/// it has, if there is one.
pub fn picture_file(name: &str, is_there: impl Fn(&str) -> bool) -> Option<String> {
    let endings = ["svg", "png", "jpg", "webp"];
    endings.iter().map(|ending| format!("pictures/{name}.{ending}")).find(|path| is_there(path))
}
