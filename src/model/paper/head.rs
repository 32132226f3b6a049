//! The fields of a paper's head and foot.

use crate::model::text::Text;
use crate::yaml::{Ordered, StrOr};
use serde::Deserialize;
use std::str::FromStr;

/// The fields of `own` over those of `base`. They stand where those of `base`
/// stand, but in the order in which `own` names them; new ones come last.
pub(super) fn heads_over(
    own: &Ordered<HeadEntry>,
    base: &Ordered<HeadEntry>,
) -> Ordered<HeadEntry> {
    let mut named = own.keys().filter(|key| base.contains_key(key));
    let keys = base.keys().map(|key| match own.contains_key(key) {
        true => named.next().unwrap_or(key),
        false => key,
    });
    let new = own.keys().filter(|key| !base.contains_key(key));
    let entry = |key: &str| match (own.get(key), base.get(key)) {
        (Some(own), Some(base)) => Some(own.over(base)),
        (own, base) => own.or(base).cloned(),
    };
    keys.chain(new).filter_map(|key| Some((key.to_owned(), entry(key)?))).collect()
}

/// A field of a paper's head or foot, or the word that takes one away.
#[derive(Clone, Debug, Deserialize)]
#[serde(from = "StrOr<TakenAway, HeadField>")]
pub enum HeadEntry {
    /// `none`: the field of the template it is like is not wanted.
    TakenAway,
    /// A field.
    Field(HeadField),
}

impl From<StrOr<TakenAway, HeadField>> for HeadEntry {
    fn from(written: StrOr<TakenAway, HeadField>) -> Self {
        match written {
            StrOr::Word(TakenAway) => Self::TakenAway,
            StrOr::Map(field) => Self::Field(field),
        }
    }
}

impl HeadEntry {
    pub(super) fn field(&self) -> Option<&HeadField> {
        match self {
            Self::TakenAway => None,
            Self::Field(field) => Some(field),
        }
    }

    fn over(&self, base: &Self) -> Self {
        match (self, base) {
            (Self::Field(own), Self::Field(base)) => Self::Field(own.over(base)),
            _ => self.clone(),
        }
    }
}

/// The word `none`.
#[derive(Clone, Copy, Debug)]
pub struct TakenAway;

impl FromStr for TakenAway {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        match word {
            "none" => Ok(Self),
            _ => Err(format!(
                "`{word}` is not a field | write `{{label: …}}`, or `none` to take the field away"
            )),
        }
    }
}

crate::model::read_from_word!(TakenAway);

/// A field of a paper's head or foot.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeadField {
    /// What stands before it.
    pub label: Option<Text>,
    /// Whether it must be given; left out, it need not.
    pub required: Option<bool>,
    /// Where it is shown; left out, in the head.
    pub place: Option<Place>,
    /// What it holds; left out, words.
    pub r#type: Option<FieldType>,
}

impl HeadField {
    fn over(&self, base: &Self) -> Self {
        Self {
            label: self.label.clone().or_else(|| base.label.clone()),
            required: self.required.or(base.required),
            place: self.place.or(base.place),
            r#type: self.r#type.or(base.r#type),
        }
    }

    /// Where it is shown.
    pub fn place(&self) -> Place {
        self.place.unwrap_or_default()
    }

    /// What it holds.
    pub fn holds(&self) -> FieldType {
        self.r#type.unwrap_or_default()
    }
}

/// Where a field is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// Above the paper.
    #[default]
    Head,
    /// Below it.
    Foot,
}

/// What a field holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldType {
    /// Words.
    #[default]
    Text,
    /// A date.
    Date,
    /// Yes or no.
    YesNo,
    /// Several words.
    List,
}
