//! The words of a pledge, for each of those it is made to.

use crate::model::date::Day;
use crate::model::text::Text;
use serde::Deserialize;

/// Whose words a pledge is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Voice {
    /// The council promises.
    Council,
    /// Young people ask.
    YoungPeople,
}

/// The wording of a pledge; one is required and none is made from another.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "WordingMap")]
pub struct Wording {
    /// For adults (md).
    pub adult: Option<Text>,
    /// For children (md).
    pub child: Option<Text>,
    /// For Easy Read, one idea a row.
    pub easy_read: Vec<EasyRead>,
}

/// A wording as written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordingMap {
    adult: Option<Text>,
    child: Option<Text>,
    #[serde(default)]
    easy_read: Vec<EasyRead>,
}

impl TryFrom<WordingMap> for Wording {
    type Error = String;

    fn try_from(map: WordingMap) -> Result<Self, String> {
        let WordingMap { adult, child, easy_read } = map;
        if adult.is_none() && child.is_none() && easy_read.is_empty() {
            return Err(
                "there is no wording | give at least one of `adult`, `child` and `easy_read`"
                    .to_owned(),
            );
        }
        Ok(Self { adult, child, easy_read })
    }
}

/// One idea of an Easy Read wording.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EasyRead {
    /// The words.
    pub words: Text,
    /// The name of a picture in `content/pictures/`, without its ending.
    pub picture: Option<String>,
}

/// When each wording was agreed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Worded {
    /// The adult wording.
    pub adult: Option<Day>,
    /// The children's wording.
    pub child: Option<Day>,
    /// The Easy Read wording.
    pub easy_read: Option<Day>,
}
