//! What others' figures are: named comparators, and statistical neighbours one
//! by one.

use super::date::Day;
use super::figure::{Figure, Marker, Qualifier};
use super::outcome::Revision;
use super::period::Period;
use super::text::Evidence;
use crate::confidential::Confidential;
use crate::yaml::{Ordered, StrOr};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::str::FromStr;

/// The statistical neighbours: the councils most like this one, each with its
/// published figures.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Neighbours {
    /// The model that chose them, such as `2021`.
    pub model: Option<String>,
    /// The day on which the figures of a period came out, for all of them.
    #[serde(default)]
    pub published: BTreeMap<Period, Day>,
    /// Each neighbour's figures, by its name.
    pub members: Ordered<BTreeMap<Period, ComparatorValue>>,
}

/// A comparator's value: a figure, a marker, or the long form.
#[derive(Debug, Deserialize)]
#[serde(from = "StrOr<FigureOrMarker, ComparatorMap>")]
pub struct ComparatorValue {
    /// The figure.
    pub value: Option<Confidential<Figure>>,
    /// Why there is none.
    pub missing: Option<Marker>,
    /// How exact it is.
    pub qualifier: Option<Qualifier>,
    /// Whether it may still change.
    pub provisional: bool,
    /// Whether it was estimated.
    pub estimated: bool,
    /// What it was before, and until when.
    pub revised: Vec<Revision>,
    /// The day it was known.
    pub known: Option<Day>,
    /// What a reader should know.
    pub notes: Vec<Evidence>,
}

/// A figure, or the marker that stands for it.
#[derive(Debug)]
pub enum FigureOrMarker {
    /// A figure.
    Figure(Confidential<Figure>),
    /// A marker.
    Marker(Marker),
}

impl FromStr for FigureOrMarker {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        match word.parse::<Marker>() {
            Ok(marker) => Ok(Self::Marker(marker)),
            Err(_) => word.parse().map(Confidential::seal).map(Self::Figure),
        }
    }
}

super::read_from_word!(FigureOrMarker);

/// A comparator's value in its long form.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ComparatorMap {
    value: Option<Confidential<Figure>>,
    missing: Option<Marker>,
    qualifier: Option<Qualifier>,
    #[serde(default)]
    provisional: bool,
    #[serde(default)]
    estimated: bool,
    #[serde(default)]
    revised: Vec<Revision>,
    known: Option<Day>,
    #[serde(default)]
    notes: Vec<Evidence>,
}

impl From<StrOr<FigureOrMarker, ComparatorMap>> for ComparatorValue {
    fn from(written: StrOr<FigureOrMarker, ComparatorMap>) -> Self {
        let (value, missing) = match written {
            StrOr::Word(FigureOrMarker::Figure(value)) => (Some(value), None),
            StrOr::Word(FigureOrMarker::Marker(marker)) => (None, Some(marker)),
            StrOr::Map(map) => return Self::from(map),
        };
        let (provisional, estimated) = (false, false);
        Self {
            value,
            missing,
            qualifier: None,
            provisional,
            estimated,
            revised: vec![],
            known: None,
            notes: vec![],
        }
    }
}

impl From<ComparatorMap> for ComparatorValue {
    fn from(map: ComparatorMap) -> Self {
        let ComparatorMap {
            value,
            missing,
            qualifier,
            provisional,
            estimated,
            revised,
            known,
            notes,
        } = map;
        Self { value, missing, qualifier, provisional, estimated, revised, known, notes }
    }
}
