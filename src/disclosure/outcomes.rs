//! Outcomes as they may be seen on a day.

use super::neighbours::{self, MeanOf, Neighbour};
use super::points::Maker;
use super::protection::Decisions;
use super::published::{Cell, Published};
use crate::model::outcome::{Break, Commentary, Outcome, Source};
use crate::model::policy::Policy;
use crate::model::target::Target;
use crate::model::text::Evidence;
use crate::model::{Day, Id, Period, PeriodType, Polarity, Text, Unit};
use crate::register::known::known;
use std::collections::BTreeMap;
use std::sync::Arc;

/// An outcome as it may be seen on a day.
#[derive(Clone, Debug)]
pub struct PublishedOutcome {
    /// The file it was written in.
    pub file: Arc<str>,
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: Text,
    /// A short title: what a sentence or a menu calls it.
    pub short: Option<Text>,
    /// What exactly is counted (md).
    pub definition: Option<Text>,
    /// The unit of its figures.
    pub unit: Unit,
    /// What a figure is for.
    pub per: Option<String>,
    /// Which way is better.
    pub polarity: Polarity,
    /// What its periods mean.
    pub period_type: PeriodType,
    /// Whether quarters are year-to-date figures.
    pub cumulative: bool,
    /// Where the figures come from.
    pub source: Option<Source>,
    /// What is aimed at.
    pub targets: Vec<Target>,
    /// The statutory principles it serves.
    pub principles: Vec<String>,
    /// Where the series stops being comparable.
    pub breaks: Vec<Break>,
    /// What the figures say (md).
    pub commentary: Option<Commentary>,
    /// The council's own figures.
    pub own: Series,
    /// Others' figures, by comparator.
    pub comparators: BTreeMap<Id, Series>,
    /// The statistical neighbours one by one; their mean is the comparator
    /// `statistical-neighbours`.
    pub neighbours: Vec<Neighbour>,
    /// The model that chose the neighbours.
    pub neighbour_model: Option<String>,
}

/// Figures in order of period.
#[derive(Clone, Debug, Default)]
pub struct Series {
    /// The figures.
    pub points: Vec<Point>,
}

/// The figure of one period.
#[derive(Clone, Debug)]
pub struct Point {
    /// The period.
    pub period: Period,
    /// The figure.
    pub cell: Published<Cell>,
    /// What it was worked out from.
    pub base: Option<Base>,
    /// For a mean of neighbours, of how many.
    pub mean_of: Option<MeanOf>,
    /// What a reader should know.
    pub notes: Vec<Evidence>,
    /// What it was before.
    pub revisions: Vec<PublishedRevision>,
}

/// What a percentage, rate or mean was worked out from.
#[derive(Clone, Debug)]
pub struct Base {
    /// How many it is true of.
    pub numerator: Published<Cell>,
    /// Out of how many.
    pub denominator: Published<Cell>,
}

/// A figure as it was before a revision.
#[derive(Clone, Debug)]
pub struct PublishedRevision {
    /// The earlier figure.
    pub from: Published<Cell>,
    /// The day of the revision.
    pub date: Day,
    /// Its reason.
    pub why: Option<Text>,
}

impl Series {
    /// The figure of `period`.
    pub fn at(&self, period: &Period) -> Option<&Point> {
        self.points.iter().find(|point| point.period == *period)
    }

    /// The figure of the last period.
    pub fn last(&self) -> Option<&Point> {
        self.points.last()
    }
}

impl PublishedOutcome {
    /// Whether any figure of it was known: before that, no list names it.
    pub fn is_known(&self) -> bool {
        !self.own.points.is_empty()
    }

    pub(super) fn of(
        file: &Arc<str>,
        outcome: &Outcome,
        policy: &Policy,
        decisions: &Decisions,
        as_at: Option<Day>,
    ) -> Self {
        let maker = Maker { outcome, policy, decisions, as_at };
        let own: Vec<Point> = outcome.values.iter().filter_map(|value| maker.own(value)).collect();
        let comparators = outcome.comparators.iter();
        let mut comparators = comparators
            .map(|(name, series)| (name.clone(), maker.comparator(series)))
            .filter(|(_, series)| !series.points.is_empty())
            .collect::<BTreeMap<Id, Series>>();
        let neighbours = maker.neighbours();
        neighbours::add_mean(&mut comparators, &neighbours, outcome);
        Self {
            file: file.clone(),
            id: outcome.id.clone(),
            title: outcome.title.clone(),
            short: outcome.short.clone(),
            definition: outcome.definition.clone(),
            unit: outcome.unit.clone(),
            per: outcome.per.clone(),
            polarity: outcome.polarity,
            period_type: outcome.period_type,
            cumulative: outcome.cumulative,
            source: outcome.source.clone().map(|source| source.known_by(as_at)),
            targets: targets(outcome, as_at),
            principles: outcome.principles.clone(),
            breaks: breaks(outcome, &own),
            commentary: outcome.commentary.clone(),
            comparators,
            neighbour_model: outcome.neighbours.as_ref().and_then(|all| all.model.clone()),
            neighbours,
            own: Series { points: own },
        }
    }
}

/// The targets that were agreed by the day; one without a date always was.
fn targets(outcome: &Outcome, as_at: Option<Day>) -> Vec<Target> {
    let agreed = |target: &&Target| known(target.agreed, as_at);
    outcome.targets.iter().filter(agreed).cloned().collect()
}

/// The breaks that a known figure stands behind.
fn breaks(outcome: &Outcome, own: &[Point]) -> Vec<Break> {
    let reached = |gap: &&Break| {
        own.iter().any(|point| point.period.order(&gap.before, outcome.period_type).is_ge())
    };
    outcome.breaks.iter().filter(reached).cloned().collect()
}
