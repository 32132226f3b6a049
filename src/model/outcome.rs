//! Outcomes: what is measured, year by year, beside others.

use super::date::Day;
use super::figure::{Figure, Marker, Qualifier};
use super::id::Id;
use super::period::{Period, PeriodType};
use super::target::Target;
use super::text::{Evidence, Text};
use super::unit::Unit;
use crate::confidential::Confidential;
use crate::yaml::StrOr;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::str::FromStr;

/// A file of `data/outcomes/`: a theme and its outcomes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutcomeFile {
    /// The theme.
    pub theme: Theme,
    /// Its outcomes, in the order of the report.
    pub outcomes: Vec<Outcome>,
}

/// A group of outcomes, such as stability or health.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: Text,
}

/// One thing measured, with its values and what they are compared with.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// Its id, unique in the site.
    pub id: Id,
    /// Its title.
    pub title: Text,
    /// What exactly is counted (md).
    pub definition: Option<Text>,
    /// The unit of its figures.
    pub unit: Unit,
    /// What a figure is for, such as `week` in £802 a week.
    pub per: Option<String>,
    /// Decimals shown; left out, each figure shows as it was written.
    #[serde(default, deserialize_with = "crate::yaml::whole")]
    pub decimals: Option<u32>,
    /// Whether quarters are year-to-date figures.
    #[serde(default)]
    pub cumulative: bool,
    /// Which way is better.
    pub polarity: Polarity,
    /// What its periods mean.
    #[serde(default)]
    pub period_type: PeriodType,
    /// Where the figures come from.
    pub source: Option<Source>,
    /// Whether small remainders are withheld too.
    #[serde(default)]
    pub sensitive: bool,
    /// What is aimed at.
    #[serde(default)]
    pub targets: Vec<Target>,
    /// The statutory principles it serves, by slug.
    #[serde(default)]
    pub principles: Vec<String>,
    /// The council's own values.
    #[serde(default)]
    pub values: Vec<Value>,
    /// What others' values are.
    #[serde(default)]
    pub comparators: BTreeMap<Id, BTreeMap<Period, ComparatorValue>>,
    /// Where the series stops being comparable.
    #[serde(default)]
    pub breaks: Vec<Break>,
    /// What the figures say, why, and what comes next (md).
    pub commentary: Option<Commentary>,
}

/// Which way of an outcome is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Polarity {
    /// More is better.
    HigherIsBetter,
    /// Less is better.
    LowerIsBetter,
    /// Neither: it is context.
    Context,
}

impl Polarity {
    /// The word as written, which is also its key among the theme's strings.
    pub fn slug(self) -> &'static str {
        match self {
            Self::HigherIsBetter => "higher-is-better",
            Self::LowerIsBetter => "lower-is-better",
            Self::Context => "context",
        }
    }
}

/// Where figures come from.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The return or publication.
    pub name: Text,
    /// The table in it.
    pub table: Option<Text>,
    /// Its address.
    pub url: Option<String>,
    /// When it was published.
    pub published: Option<Day>,
}

/// One value of the council's own.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Value {
    /// Of which period.
    pub period: Period,
    /// The figure, in the outcome's unit.
    pub value: Option<Confidential<Figure>>,
    /// Why there is none.
    pub missing: Option<Marker>,
    /// How many it is true of.
    pub numerator: Option<Confidential<Figure>>,
    /// Out of how many.
    pub denominator: Option<Confidential<Figure>>,
    /// How exact it is.
    pub qualifier: Option<Qualifier>,
    /// Whether it may still change.
    #[serde(default)]
    pub provisional: bool,
    /// Whether it was estimated.
    #[serde(default)]
    pub estimated: bool,
    /// What it was before, and until when.
    #[serde(default)]
    pub revised: Vec<Revision>,
    /// The day it was known.
    pub known: Option<Day>,
    /// What a reader should know.
    #[serde(default)]
    pub notes: Vec<Evidence>,
}

/// A figure as it was before a revision.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Revision {
    /// The earlier figure.
    pub from: Confidential<Figure>,
    /// The day of the revision.
    pub date: Day,
    /// Its reason.
    pub why: Option<Text>,
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

/// Where a series stops being comparable.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Break {
    /// The first period after it.
    pub before: Period,
    /// Its reason.
    pub why: Text,
}

/// What the figures say (md).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Commentary {
    /// What happened.
    pub what: Option<Text>,
    /// Why.
    pub why: Option<Text>,
    /// What is done next.
    pub next: Option<Text>,
}
