//! How the published figures of an outcome moved, in points and per cent.

use super::facts::{percentage, rounds_to};
use super::number::Number;
use crate::disclosure::{Basis, Cell, Point, PublishedOutcome};
use crate::model::Period;
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// A move from one published figure to a later one.
#[derive(Clone, Debug)]
pub(super) struct Move {
    pub(super) from: Period,
    pub(super) to: Period,
    earlier: Decimal,
    later: Decimal,
    /// The difference before rounding, where it is known.
    exact: Option<Decimal>,
}

impl Move {
    fn between(outcome: &PublishedOutcome, from: &Point, to: &Point) -> Option<Self> {
        let number = |point: &Point| match point.cell.get() {
            Cell::Value(shown) if shown.qualifier.is_none() => Some(shown.number),
            _ => None,
        };
        let (earlier, later) = (number(from)?, number(to)?);
        let comparable = !outcome.breaks.iter().any(|gap| {
            let order = |a: &Period, b: &Period| a.order(b, outcome.period_type);
            order(&gap.before, &from.period).is_gt() && order(&gap.before, &to.period).is_le()
        });
        let share = |point: &Point| point.base.as_ref().and_then(percentage);
        let exact = share(from).zip(share(to)).map(|(from, to)| to - from);
        let (from, to) = (from.period.clone(), to.period.clone());
        comparable.then_some(Self { from, to, earlier, later, exact })
    }

    /// What it was, and what it became.
    pub(super) fn ends(&self) -> (Decimal, Decimal) {
        (self.earlier, self.later)
    }

    /// By how much, in the outcome's unit.
    pub(super) fn by(&self) -> Decimal {
        self.later - self.earlier
    }

    /// By how much per hundred of what it was.
    pub(super) fn per_hundred(&self) -> Option<Decimal> {
        (self.by() * Decimal::ONE_HUNDRED).checked_div(self.earlier)
    }

    /// How many times what it was.
    pub(super) fn times(&self) -> Option<Decimal> {
        self.later.checked_div(self.earlier)
    }

    /// Whether it rose or fell; rounding can hide a small move, which the
    /// counts behind it may show.
    pub(super) fn way(&self) -> Ordering {
        let by = self.by();
        let certain = if by.is_zero() { self.exact.unwrap_or(by) } else { by };
        certain.cmp(&Decimal::ZERO)
    }

    /// Whether it moved so little that nobody would say that it moved.
    pub(super) fn is_small(&self) -> bool {
        let small = self.per_hundred().is_some_and(|part| part.abs() <= Decimal::TWO);
        self.by().is_zero() || small
    }

    /// Whether `typed` is its size in the outcome's unit.
    pub(super) fn is_by(&self, typed: &Number) -> bool {
        let exact = self.exact.is_some_and(|exact| rounds_to(exact.abs(), typed.value));
        exact || rounds_to(self.by().abs(), typed.value)
    }

    /// Whether `typed` is its size per hundred.
    pub(super) fn is_per_hundred(&self, typed: &Number) -> bool {
        self.per_hundred().is_some_and(|part| rounds_to(part.abs(), typed.value))
    }
}

/// The move of the usual basis to `to`; to the last figure if `None`.
pub(super) fn usual(outcome: &PublishedOutcome, to: Option<&Period>) -> Option<Move> {
    let point = to.map_or_else(|| outcome.own.last(), |period| outcome.own.at(period))?;
    let change = outcome.change(&point.period, outcome.usual_basis()).ok();
    let change = change.or_else(|| outcome.change(&point.period, Basis::PeriodBefore).ok())?;
    Move::between(outcome, outcome.own.at(&change.from)?, point)
}

/// The move from one period to another.
pub(super) fn from_to(outcome: &PublishedOutcome, from: &Period, to: &Period) -> Option<Move> {
    Move::between(outcome, outcome.own.at(from)?, outcome.own.at(to)?)
}

/// Every step from `from` to the last figure; `None` if a figure is missing.
pub(super) fn steps(outcome: &PublishedOutcome, from: &Period) -> Option<Vec<Move>> {
    let points = &outcome.own.points;
    let start = points.iter().position(|point| point.period == *from)?;
    points.get(start..)?.windows(2).map(|pair| Move::between(outcome, &pair[0], &pair[1])).collect()
}

/// Every move between two of the outcome's periods.
pub(super) fn all(outcome: &PublishedOutcome) -> Vec<Move> {
    let points = &outcome.own.points;
    let pairs = points
        .iter()
        .enumerate()
        .flat_map(|(at, from)| points.iter().skip(at + 1).map(move |to| (from, to)));
    pairs.filter_map(|(from, to)| Move::between(outcome, from, to)).collect()
}
