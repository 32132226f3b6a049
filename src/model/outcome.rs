//! Outcomes: what is measured, year by year, beside others.

use super::date::Day;
use super::figure::{Figure, Marker, Qualifier};
use super::id::Id;
use super::period::{Period, PeriodType};
use super::text::{Evidence, Text};
use crate::confidential::Confidential;
use crate::yaml::StrOr;
use rust_decimal::Decimal;
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

/// The unit of an outcome's figures.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "StrOr<UnitWord, OtherUnit>")]
pub enum Unit {
    /// One of the units there are rules for.
    Known(UnitWord),
    /// Any other, in its own words.
    Other(Text),
}

/// The units there are rules for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitWord {
    /// Per hundred, shown with `%`.
    Percent,
    /// A whole number of children, visits and so on.
    Count,
    /// Per 10,000 of the population.
    RatePer10000,
    /// One number for another.
    Ratio,
    /// A mean.
    Average,
    /// Money.
    Pounds,
    /// Days.
    Days,
    /// Points on a scale.
    Score,
}

impl UnitWord {
    const ALL: [(&'static str, Self); 8] = [
        ("percent", Self::Percent),
        ("count", Self::Count),
        ("rate-per-10000", Self::RatePer10000),
        ("ratio", Self::Ratio),
        ("average", Self::Average),
        ("pounds", Self::Pounds),
        ("days", Self::Days),
        ("score", Self::Score),
    ];

    /// The word as written.
    pub fn slug(self) -> &'static str {
        Self::ALL.iter().find(|(_, unit)| *unit == self).map_or("", |(slug, _)| slug)
    }
}

impl FromStr for UnitWord {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let known = || Self::ALL.iter().map(|(slug, _)| *slug);
        Self::ALL.iter().find(|(slug, _)| *slug == word).map(|(_, unit)| *unit).ok_or_else(|| {
            let advice = match crate::diagnostic::closest(word, known()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => {
                    let known: Vec<&str> = known().collect();
                    format!(
                        "units are {}; for another write {{other: miles}}",
                        crate::diagnostic::list_of(&known)
                    )
                }
            };
            format!("unknown unit `{word}` | {advice}")
        })
    }
}

/// A unit in its own words.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherUnit {
    other: Text,
}

impl From<StrOr<UnitWord, OtherUnit>> for Unit {
    fn from(written: StrOr<UnitWord, OtherUnit>) -> Self {
        match written {
            StrOr::Word(word) => Self::Known(word),
            StrOr::Map(map) => Self::Other(map.other),
        }
    }
}

impl Unit {
    /// Whether figures are percentages.
    pub fn is_percent(&self) -> bool {
        *self == Self::Known(UnitWord::Percent)
    }

    /// Whether figures count people or things.
    pub fn is_count(&self) -> bool {
        *self == Self::Known(UnitWord::Count)
    }
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

/// A target, as written.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "TargetMap")]
pub struct Target {
    /// The period it is for; every one if left out.
    pub period: Option<Period>,
    /// What is aimed at.
    pub aim: Aim,
    /// How far off still counts as close.
    pub tolerance: Option<Tolerance>,
}

/// What a target asks for, in the outcome's unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aim {
    /// This or less.
    AtMost(Decimal),
    /// This or more.
    AtLeast(Decimal),
    /// Less than this.
    Below(Decimal),
    /// More than this.
    Above(Decimal),
    /// Within these, ends included.
    Between(Decimal, Decimal),
    /// Better than a comparator.
    BetterThan(Id),
    /// This much more than the year before.
    IncreaseBy(Decimal),
    /// No target, for this reason.
    None(Text),
}

/// How far from a target still counts as close.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tolerance {
    /// In the outcome's unit.
    Absolute(Decimal),
    /// Per hundred of the target.
    Percent(Decimal),
}

impl FromStr for Tolerance {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let figure = |word: &str| word.parse::<Figure>().map(|figure| figure.0);
        match word.strip_suffix('%') {
            Some(word) => figure(word.trim()).map(Self::Percent),
            None => figure(word).map(Self::Absolute),
        }
    }
}

super::read_from_word!(Tolerance);

/// A target with every key it can have.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TargetMap {
    r#for: Option<Period>,
    at_most: Option<Figure>,
    at_least: Option<Figure>,
    below: Option<Figure>,
    above: Option<Figure>,
    between: Option<(Figure, Figure)>,
    better_than: Option<Id>,
    increase_by: Option<Figure>,
    none: Option<Text>,
    tolerance: Option<Tolerance>,
}

impl TryFrom<TargetMap> for Target {
    type Error = String;

    fn try_from(map: TargetMap) -> Result<Self, String> {
        let aims = [
            map.at_most.map(|figure| Aim::AtMost(figure.0)),
            map.at_least.map(|figure| Aim::AtLeast(figure.0)),
            map.below.map(|figure| Aim::Below(figure.0)),
            map.above.map(|figure| Aim::Above(figure.0)),
            map.between.map(|(low, high)| Aim::Between(low.0, high.0)),
            map.better_than.map(Aim::BetterThan),
            map.increase_by.map(|figure| Aim::IncreaseBy(figure.0)),
            map.none.map(Aim::None),
        ];
        let mut aims = aims.into_iter().flatten();
        let kinds = "at_most, at_least, below, above, between, better_than, increase_by or none";
        match (aims.next(), aims.next()) {
            (Some(Aim::Between(low, high)), None) if low > high => Err(format!(
                "the target lies between {low} and {high}, which is upside down | write [{high}, {low}]"
            )),
            (Some(aim), None) => Ok(Self { period: map.r#for, aim, tolerance: map.tolerance }),
            (None, _) => Err(format!("the target says nothing to aim at | give it one of {kinds}")),
            (Some(_), Some(_)) => {
                Err(format!("the target aims at two things | give it one of {kinds}"))
            }
        }
    }
}
