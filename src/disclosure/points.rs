//! The figures of one outcome as they were known on one day: worked out from
//! their parts where they are not given, withheld where they must be.

use super::neighbours::Neighbour;
use super::outcomes::{Base, Point, PublishedRevision, Series};
use super::primary::{is_unsafe, is_unsafe_share, rounded_count};
use super::published::{Cell, Published, Shown, rounded};
use super::stood::{Marks, Stood, is_later, open, written};
use crate::model::figure::Marker;
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

impl Maker<'_> {
    pub(super) fn own(&self, value: &Value) -> Option<Point> {
        let stood = Stood::own(self.outcome, value, self.as_at)?;
        let cell = self.own_cell(value, &stood);
        Some(Point {
            period: value.period.clone(),
            base: self.base(&stood),
            mean_of: None,
            notes: value.notes.clone(),
            revisions: self.revisions(&value.revised, cell.get()),
            cell,
        })
    }

    /// Where no parts of an earlier figure are given, those of the later one
    /// say whether it is safe.
    fn own_cell(&self, value: &Value, stood: &Stood) -> Published<Cell> {
        let now = || open(value.numerator.as_ref()).zip(open(value.denominator.as_ref()));
        if let Some((numerator, denominator)) = stood.parts.or_else(now)
            && is_unsafe_share(self.policy, numerator, denominator, self.outcome.sensitive)
        {
            return Published::new(Cell::Missing(withheld(denominator)));
        }
        self.cell((stood.number, stood.missing), &value.revised, stood.marks)
    }

    pub(super) fn comparator(&self, series: &BTreeMap<Period, ComparatorValue>) -> Series {
        self.series(series, |_| None)
    }

    fn series(
        &self,
        series: &BTreeMap<Period, ComparatorValue>,
        out: impl Fn(&Period) -> Option<Day>,
    ) -> Series {
        let mut points: Vec<Point> =
            series.iter().filter_map(|entry| self.other(entry, out(entry.0))).collect();
        points.sort_by(|a, b| a.period.order(&b.period, self.outcome.period_type));
        Series { points }
    }

    fn other(&self, entry: (&Period, &ComparatorValue), out: Option<Day>) -> Option<Point> {
        let stood = Stood::others(self.outcome, entry, out, self.as_at)?;
        let (period, value) = entry;
        let cell = self.cell((stood.number, stood.missing), &value.revised, stood.marks);
        Some(Point {
            period: period.clone(),
            base: None,
            mean_of: None,
            notes: value.notes.clone(),
            revisions: self.revisions(&value.revised, cell.get()),
            cell,
        })
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
            .filter(|neighbour| !neighbour.series.points.is_empty())
            .collect()
    }

    /// The revisions that had been made by the day, without those which only
    /// confirmed the figure.
    fn past<'r>(&self, revised: &'r [Revision], now: Option<Decimal>) -> Vec<&'r Revision> {
        let past = revised.iter().filter(|revision| !is_later(revision.date, self.as_at));
        let confirms = |revision: &Revision| now.is_some() && written(&revision.from).0 == now;
        past.filter(|revision| !(confirms(revision) && revision.is_unsettled())).collect()
    }

    fn cell(
        &self,
        (number, missing): (Option<Decimal>, Option<Marker>),
        revised: &[Revision],
        marks: Marks,
    ) -> Published<Cell> {
        let Some(number) = number else {
            return Published::new(Cell::Missing(missing.unwrap_or(Marker::NotAvailable)));
        };
        let shown = Shown {
            qualifier: marks.qualifier,
            provisional: marks.provisional,
            estimated: marks.estimated,
            revised: !self.past(revised, Some(number)).is_empty(),
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

    /// What it was worked out from; where the author says that the figure is
    /// missing, that is missing too.
    fn base(&self, stood: &Stood) -> Option<Base> {
        let (numerator, denominator) = stood.parts.filter(|_| stood.missing.is_none())?;
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
        let past = self.past(revised, now.shown().map(|shown| shown.number)).into_iter();
        past.map(|revision| {
            let from = match (now, written(&revision.from)) {
                (Cell::Missing(Marker::Confidential), _) => Cell::Missing(Marker::Confidential),
                (_, (Some(number), _)) => {
                    let (provisional, estimated) = (revision.provisional, revision.estimated);
                    self.guarded(Shown { provisional, estimated, ..Shown::plain(number) })
                }
                (_, (None, marker)) => Cell::Missing(marker.unwrap_or(Marker::NotAvailable)),
            };
            let (from, why) = (Published::new(from), revision.why.clone());
            PublishedRevision { from, date: revision.date, why }
        })
        .collect()
    }
}

/// What a numerator and a denominator make in the outcome's unit, before it is
/// rounded.
pub(super) fn share(
    outcome: &Outcome,
    numerator: Decimal,
    denominator: Decimal,
) -> Option<Decimal> {
    numerator.checked_mul(outcome.unit.multiplier()?)?.checked_div(denominator)
}

/// The figure that its numerator and denominator make, rounded.
pub(super) fn worked_out(outcome: &Outcome, value: &Value) -> Option<Decimal> {
    let decimals = outcome.decimals.unwrap_or_else(|| outcome.unit.usual_decimals());
    let (numerator, denominator) =
        open(value.numerator.as_ref()).zip(open(value.denominator.as_ref()))?;
    share(outcome, numerator, denominator).map(|exact| rounded(exact, Some(decimals)))
}

/// A share of nobody is not applicable; any other is withheld.
fn withheld(denominator: Decimal) -> Marker {
    if denominator.is_zero() { Marker::NotApplicable } else { Marker::Confidential }
}
