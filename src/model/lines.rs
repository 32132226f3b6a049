//! Text in lines, as addresses and signatures have it.

use super::text::{Language, Text, Words};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::collections::BTreeMap;
use std::fmt;

/// Lines of text: one text, whose own lines are kept, or a list of texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lines {
    texts: Vec<Text>,
    /// Whether it was given as `{text: …}`: to be shown as written, where a date
    /// or another word of a fixed form is expected.
    pub as_written: bool,
}

impl Lines {
    /// The lines in `language`.
    pub fn in_language<'t>(&'t self, language: &'t str) -> impl Iterator<Item = &'t str> {
        self.texts
            .iter()
            .flat_map(move |text| text.in_language(language).lines())
            .map(str::trim)
            .filter(|line| !line.is_empty())
    }

    /// Its texts.
    pub fn texts(&self) -> &[Text] {
        &self.texts
    }
}

impl From<Text> for Lines {
    fn from(text: Text) -> Self {
        Self { texts: vec![text], as_written: false }
    }
}

impl<'de> Deserialize<'de> for Lines {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LinesVisitor)
    }
}

struct LinesVisitor;

impl<'de> Visitor<'de> for LinesVisitor {
    type Value = Lines;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text or a list of texts")
    }

    fn visit_str<E: Error>(self, words: &str) -> Result<Lines, E> {
        let Words(words) = words.parse().map_err(E::custom)?;
        Ok(Text::from(words.as_str()).into())
    }

    fn visit_bool<E: Error>(self, word: bool) -> Result<Lines, E> {
        self.visit_str(if word { "yes" } else { "no" })
    }

    fn visit_map<M: MapAccess<'de>>(self, map: M) -> Result<Lines, M::Error> {
        let mut words: BTreeMap<String, Words> =
            BTreeMap::deserialize(MapAccessDeserializer::new(map))?;
        if let Some(Words(text)) = words.remove("text").filter(|_| words.is_empty()) {
            return Ok(Lines { texts: vec![Text::from(text.as_str())], as_written: true });
        }
        let words = words.into_iter().map(|(code, words)| {
            code.parse::<Language>().map(|code| (code, words)).map_err(Error::custom)
        });
        Ok(Text::in_languages(words.collect::<Result<_, _>>()?).into())
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut seq: S) -> Result<Lines, S::Error> {
        let mut texts = Vec::new();
        while let Some(text) = seq.next_element()? {
            texts.push(text);
        }
        if texts.is_empty() {
            return Err(Error::custom("the list is empty | write its lines, or leave the key out"));
        }
        Ok(Lines { texts, as_written: false })
    }
}
