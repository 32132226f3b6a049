//! Outcomes as they may be seen on a day.

use super::KEY;
use super::primary::{is_unsafe, is_unsafe_share, rounded_count};
use super::published::{Cell, Published, Shown, rounded};
use crate::confidential::Confidential;
use crate::model::figure::{Figure, Marker, Qualifier};
use crate::model::outcome::{Break, Commentary, ComparatorValue, Outcome, Revision, Source, Value};
use crate::model::policy::Policy;
use crate::model::target::Target;
use crate::model::text::Evidence;
use crate::model::{Day, Id, Period, PeriodType, Polarity, Text, Unit};
use rust_decimal::Decimal;
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
    pub(super) fn of(
        file: &Arc<str>,
        outcome: &Outcome,
        policy: &Policy,
        as_at: Option<Day>,
    ) -> Self {
        let maker = Maker { outcome, policy, as_at };
        let own = outcome.values.iter().filter_map(|value| maker.own(value)).collect();
        let comparators = outcome
            .comparators
            .iter()
            .map(|(name, series)| (name.clone(), maker.comparator(series)));
        Self {
            file: file.clone(),
            id: outcome.id.clone(),
            title: outcome.title.clone(),
            definition: outcome.definition.clone(),
            unit: outcome.unit.clone(),
            per: outcome.per.clone(),
            polarity: outcome.polarity,
            period_type: outcome.period_type,
            cumulative: outcome.cumulative,
            source: outcome.source.clone(),
            targets: outcome.targets.clone(),
            principles: outcome.principles.clone(),
            breaks: outcome.breaks.clone(),
            commentary: outcome.commentary.clone(),
            comparators: comparators.collect(),
            own: Series { points: own },
        }
    }
}

/// Makes the points of one outcome, as known on one day.
struct Maker<'a> {
    outcome: &'a Outcome,
    policy: &'a Policy,
    as_at: Option<Day>,
}

/// The marks that stand beside a figure.
#[derive(Clone, Copy)]
struct Marks {
    qualifier: Option<Qualifier>,
    provisional: bool,
    estimated: bool,
}

impl Maker<'_> {
    /// A value is known from `known`, else its source's `published`, else the
    /// end of its period.
    fn is_known(&self, period: &Period, known: Option<Day>) -> bool {
        let published = self.outcome.source.as_ref().and_then(|source| source.published);
        let from = known.or(published).or_else(|| period.end(self.outcome.period_type));
        !matches!((from, self.as_at), (Some(from), Some(as_at)) if from > as_at)
    }

    fn own(&self, value: &Value) -> Option<Point> {
        self.is_known(&value.period, value.known).then(|| {
            let marks = Marks {
                qualifier: value.qualifier,
                provisional: value.provisional,
                estimated: value.estimated,
            };
            Point {
                period: value.period.clone(),
                cell: self.own_cell(value, marks),
                base: self.base(value),
                notes: value.notes.clone(),
                revisions: self.revisions(&value.revised),
            }
        })
    }

    fn own_cell(&self, value: &Value, marks: Marks) -> Published<Cell> {
        let share = open(value.numerator.as_ref()).zip(open(value.denominator.as_ref()));
        if let Some((numerator, denominator)) = share
            && is_unsafe_share(self.policy, numerator, denominator, self.outcome.sensitive)
        {
            return Published::new(Cell::Missing(withheld(denominator)));
        }
        let worked_out =
            share.and_then(|(numerator, denominator)| self.percentage(numerator, denominator));
        self.cell(open(value.value.as_ref()).or(worked_out), value.missing, &value.revised, marks)
    }

    fn percentage(&self, numerator: Decimal, denominator: Decimal) -> Option<Decimal> {
        let share = (numerator * Decimal::ONE_HUNDRED).checked_div(denominator)?;
        self.outcome
            .unit
            .is_percent()
            .then(|| rounded(share, Some(self.outcome.decimals.unwrap_or(0))))
    }

    fn comparator(&self, series: &BTreeMap<Period, ComparatorValue>) -> Series {
        let known = series.iter().filter(|(period, value)| self.is_known(period, value.known));
        let mut points: Vec<Point> =
            known.map(|(period, value)| self.other(period, value)).collect();
        points.sort_by(|a, b| a.period.order(&b.period, self.outcome.period_type));
        Series { points }
    }

    fn other(&self, period: &Period, value: &ComparatorValue) -> Point {
        let marks = Marks {
            qualifier: value.qualifier,
            provisional: value.provisional,
            estimated: value.estimated,
        };
        Point {
            period: period.clone(),
            cell: self.cell(open(value.value.as_ref()), value.missing, &value.revised, marks),
            base: None,
            notes: value.notes.clone(),
            revisions: self.revisions(&value.revised),
        }
    }

    /// The figure as it stood on the day: before the date of a revision, the
    /// earlier figure shows.
    fn cell(
        &self,
        value: Option<Decimal>,
        missing: Option<Marker>,
        revised: &[Revision],
        marks: Marks,
    ) -> Published<Cell> {
        let still = revised
            .iter()
            .filter(|revision| self.is_later(revision.date))
            .min_by_key(|revision| revision.date);
        let number = still.and_then(|revision| open(Some(&revision.from))).or(value);
        let Some(number) = number else {
            return Published::new(Cell::Missing(missing.unwrap_or(Marker::NotAvailable)));
        };
        let shown = Shown {
            qualifier: marks.qualifier,
            provisional: marks.provisional,
            estimated: marks.estimated,
            revised: revised.iter().any(|revision| !self.is_later(revision.date)),
            ..Shown::plain(number)
        };
        Published::new(self.guarded(shown))
    }

    fn guarded(&self, shown: Shown) -> Cell {
        let counts = self.outcome.unit.is_count();
        if counts && is_unsafe(self.policy, shown.number) {
            return Cell::Missing(Marker::Confidential);
        }
        let number = if counts { rounded_count(self.policy, shown.number) } else { shown.number };
        Cell::Value(Shown { number: rounded(number, self.outcome.decimals), ..shown })
    }

    fn is_later(&self, date: Day) -> bool {
        self.as_at.is_some_and(|as_at| date > as_at)
    }

    fn base(&self, value: &Value) -> Option<Base> {
        let (numerator, denominator) =
            open(value.numerator.as_ref()).zip(open(value.denominator.as_ref()))?;
        let hidden = is_unsafe_share(self.policy, numerator, denominator, self.outcome.sensitive);
        let cell = |count: Decimal| match hidden {
            true => Published::new(Cell::Missing(Marker::Confidential)),
            false => Published::new(Cell::Value(Shown::plain(rounded_count(self.policy, count)))),
        };
        Some(Base { numerator: cell(numerator), denominator: cell(denominator) })
    }

    fn revisions(&self, revised: &[Revision]) -> Vec<PublishedRevision> {
        let past = revised.iter().filter(|revision| !self.is_later(revision.date));
        past.filter_map(|revision| {
            let from = open(Some(&revision.from))?;
            let from = Published::new(self.guarded(Shown::plain(from)));
            Some(PublishedRevision { from, date: revision.date, why: revision.why.clone() })
        })
        .collect()
    }
}

fn open(figure: Option<&Confidential<Figure>>) -> Option<Decimal> {
    figure.map(|figure| figure.open(&KEY).0)
}

/// A share of nobody is not applicable; any other is withheld.
fn withheld(denominator: Decimal) -> Marker {
    if denominator.is_zero() { Marker::NotApplicable } else { Marker::Confidential }
}
