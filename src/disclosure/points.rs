//! The figures of one outcome as they were known on one day: worked out from
//! their parts where they are not given, withheld where they must be.

use super::KEY;
use super::neighbours::Neighbour;
use super::outcomes::{Base, Point, PublishedRevision, Series};
use super::primary::{is_unsafe, is_unsafe_share, rounded_count};
use super::published::{Cell, Published, Shown, rounded};
use crate::confidential::Confidential;
use crate::model::figure::{Figure, Marker, Qualifier};
use crate::model::outcome::{ComparatorValue, Outcome, Revision, Value};
use crate::model::policy::Policy;
use crate::model::{Day, Period};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Makes the points of one outcome, as known on one day.
pub(super) struct Maker<'a> {
    pub(super) outcome: &'a Outcome,
    pub(super) policy: &'a Policy,
    pub(super) as_at: Option<Day>,
}

/// The marks that stand beside a figure.
#[derive(Clone, Copy)]
struct Marks {
    qualifier: Option<Qualifier>,
    provisional: bool,
    estimated: bool,
}

impl Maker<'_> {
    fn is_known(&self, period: &Period, known: Option<Day>) -> bool {
        !self.outcome.known_from(period, known).is_some_and(|from| self.is_later(from))
    }

    pub(super) fn own(&self, value: &Value) -> Option<Point> {
        self.is_known(&value.period, value.known).then(|| {
            let marks = Marks {
                qualifier: value.qualifier,
                provisional: value.provisional,
                estimated: value.estimated,
            };
            let cell = self.own_cell(value, marks);
            Point {
                period: value.period.clone(),
                base: self.base(value),
                mean_of: None,
                notes: value.notes.clone(),
                revisions: self.revisions(&value.revised, cell.get()),
                cell,
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
        let worked_out = || worked_out(self.outcome, value).filter(|_| value.missing.is_none());
        let number = open(value.value.as_ref()).or_else(worked_out);
        self.cell(number, value.missing, &value.revised, marks)
    }

    pub(super) fn comparator(&self, series: &BTreeMap<Period, ComparatorValue>) -> Series {
        self.series(series, |_| None)
    }

    fn series(
        &self,
        series: &BTreeMap<Period, ComparatorValue>,
        out: impl Fn(&Period) -> Option<Day>,
    ) -> Series {
        let known = series
            .iter()
            .filter(|(period, value)| self.is_known(period, value.known.or_else(|| out(period))));
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
        let cell = self.cell(open(value.value.as_ref()), value.missing, &value.revised, marks);
        Point {
            period: period.clone(),
            base: None,
            mean_of: None,
            notes: value.notes.clone(),
            revisions: self.revisions(&value.revised, cell.get()),
            cell,
        }
    }

    /// The neighbours one by one. A neighbour's figure is known from its own
    /// `known`, else from the day on which the figures of its period came out.
    pub(super) fn neighbours(&self) -> Vec<Neighbour> {
        let Some(all) = &self.outcome.neighbours else { return Vec::new() };
        let out = |period: &Period| all.published.get(period).copied();
        all.members
            .iter()
            .map(|(name, series)| Neighbour {
                name: name.to_owned(),
                series: self.series(series, out),
            })
            .collect()
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

    /// What it was worked out from; where the author says that the figure is
    /// missing, that is missing too.
    fn base(&self, value: &Value) -> Option<Base> {
        if value.missing.is_some() {
            return None;
        }
        let (numerator, denominator) =
            open(value.numerator.as_ref()).zip(open(value.denominator.as_ref()))?;
        let hidden = is_unsafe_share(self.policy, numerator, denominator, self.outcome.sensitive);
        let cell = |count: Decimal| match hidden {
            true => Published::new(Cell::Missing(Marker::Confidential)),
            false => Published::new(Cell::Value(Shown::plain(rounded_count(self.policy, count)))),
        };
        Some(Base { numerator: cell(numerator), denominator: cell(denominator) })
    }

    /// What it was before. Where the figure is withheld now, the earlier one
    /// would hint at it, and is withheld too.
    fn revisions(&self, revised: &[Revision], now: &Cell) -> Vec<PublishedRevision> {
        let past = revised.iter().filter(|revision| !self.is_later(revision.date));
        past.filter_map(|revision| {
            let from = open(Some(&revision.from))?;
            let from = match now {
                Cell::Missing(Marker::Confidential) => Cell::Missing(Marker::Confidential),
                _ => self.guarded(Shown::plain(from)),
            };
            let (from, why) = (Published::new(from), revision.why.clone());
            Some(PublishedRevision { from, date: revision.date, why })
        })
        .collect()
    }
}

/// What a numerator and a denominator make in the outcome's unit, before it is
/// rounded.
pub(super) fn quotient(outcome: &Outcome, value: &Value) -> Option<Decimal> {
    let multiplier = outcome.unit.multiplier()?;
    let numerator = open(value.numerator.as_ref())?;
    numerator.checked_mul(multiplier)?.checked_div(open(value.denominator.as_ref())?)
}

/// The figure that its numerator and denominator make, rounded.
pub(super) fn worked_out(outcome: &Outcome, value: &Value) -> Option<Decimal> {
    let decimals = outcome.decimals.unwrap_or_else(|| outcome.unit.usual_decimals());
    quotient(outcome, value).map(|exact| rounded(exact, Some(decimals)))
}

pub(super) fn open(figure: Option<&Confidential<Figure>>) -> Option<Decimal> {
    figure.map(|figure| figure.open(&KEY).0)
}

/// A share of nobody is not applicable; any other is withheld.
fn withheld(denominator: Decimal) -> Marker {
    if denominator.is_zero() { Marker::NotApplicable } else { Marker::Confidential }
}
