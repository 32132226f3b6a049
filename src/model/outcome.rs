//! Outcomes: what is measured, year by year, beside others.

pub use super::comparator::{ComparatorValue, FigureOrMarker, Neighbours};

use super::date::Day;
use super::exemption::{Exemption, Visibility};
use super::figure::{Figure, Marker, Qualifier};
use super::id::Id;
use super::period::{Period, PeriodType};
use super::released::Released;
use super::target::Target;
use super::text::{Evidence, Text};
use super::unit::Unit;
use crate::confidential::Confidential;
use serde::Deserialize;
use std::collections::BTreeMap;

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
    /// A short title: what a sentence or a menu calls it.
    pub short: Option<Text>,
    /// Whether the public may see it.
    #[serde(default)]
    pub visibility: Visibility,
    /// Why the public may not.
    pub exemption: Option<Exemption>,
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
    /// Why its figures may be shown without the counts behind them: they are
    /// public already, elsewhere.
    pub already_public: Option<Text>,
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
    /// The statistical neighbours one by one, from which their mean is worked
    /// out.
    pub neighbours: Option<Neighbours>,
    /// Where the series stops being comparable.
    #[serde(default)]
    pub breaks: Vec<Break>,
    /// What the figures say, why, and what comes next (md).
    pub commentary: Option<Commentary>,
}

impl Outcome {
    /// The day from which a figure is known: its own `known`, else the day its
    /// source was published, else the end of its period.
    pub fn known_from(&self, period: &Period, known: Option<Day>) -> Option<Day> {
        let source = self.source.as_ref().and_then(|source| source.published.as_ref());
        let published = || source.and_then(|released| released.of(period));
        known.or_else(published).or_else(|| period.end(self.period_type))
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
    pub published: Option<Released>,
}

impl Source {
    /// The source as it was on a day: published when it was last published then.
    #[must_use]
    pub fn known_by(mut self, as_at: Option<Day>) -> Self {
        let last = self.published.and_then(|released| released.last(as_at));
        self.published = last.map(Released::Once);
        self
    }
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
    /// The words of the rating it is held to have, to be checked against the
    /// rules.
    pub rating: Option<String>,
    /// What a reader should know.
    #[serde(default)]
    pub notes: Vec<Evidence>,
}

/// A figure as it was before a revision.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Revision {
    /// The earlier figure, or the marker that stood in its place.
    pub from: FigureOrMarker,
    /// How many that was true of.
    pub numerator: Option<Confidential<Figure>>,
    /// Out of how many.
    pub denominator: Option<Confidential<Figure>>,
    /// Whether it could still change then.
    #[serde(default)]
    pub provisional: bool,
    /// Whether it was estimated.
    #[serde(default)]
    pub estimated: bool,
    /// The day of the revision.
    pub date: Day,
    /// Its reason.
    pub why: Option<Text>,
}

impl Revision {
    /// Whether the earlier figure could still change, so that the later one may
    /// confirm it.
    pub fn is_unsettled(&self) -> bool {
        self.provisional || self.estimated
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
    /// What is done because the figure is where it should not be; some ratings
    /// ask for it.
    pub corrective_action: Option<Text>,
}
