//! How far a report has come, and how much each check of the registers weighs
//! on the way.

use crate::yaml::StrOr;
use serde::Deserialize;
use std::str::FromStr;

/// How far a report has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// It is being written: what only readers need may still be missing.
    Draft,
    /// It is about to be published.
    #[default]
    Publish,
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// It is not told.
    Off,
    /// It is told, and can be accepted.
    Warning,
    /// Nothing is published until it is put right.
    Error,
}

impl FromStr for Level {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        match word {
            "off" | "false" => Ok(Self::Off),
            "warning" => Ok(Self::Warning),
            "error" => Ok(Self::Error),
            _ => Err(format!(
                "`{word}` is not a level | write `off`, `warning` or `error`, or one for each stage: {{draft: off, publish: error}}"
            )),
        }
    }
}

super::read_from_word!(Level);

/// How much a finding weighs at each stage: one word for both, or a map. A
/// stage that is left out stays as it is by default.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "StrOr<Level, ByStage>")]
pub struct Levels {
    draft: Option<Level>,
    publish: Option<Level>,
}

/// A level for each stage.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ByStage {
    draft: Option<Level>,
    publish: Option<Level>,
}

impl From<StrOr<Level, ByStage>> for Levels {
    fn from(written: StrOr<Level, ByStage>) -> Self {
        match written {
            StrOr::Word(level) => Self { draft: Some(level), publish: Some(level) },
            StrOr::Map(ByStage { draft, publish }) => Self { draft, publish },
        }
    }
}

impl Levels {
    /// The level at `stage`, if it is given.
    pub fn at(self, stage: Stage) -> Option<Level> {
        match stage {
            Stage::Draft => self.draft,
            Stage::Publish => self.publish,
        }
    }
}
