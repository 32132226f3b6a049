//! How a figure moved, worked out from published figures alone.

use super::comparable;
use super::outcomes::{Point, PublishedOutcome};
use super::published::{Cell, Published};
use crate::model::{Marker, Period, PeriodType, Polarity};
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// What a figure is compared with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Basis {
    /// The same period a year before.
    #[default]
    YearBefore,
    /// The period before.
    PeriodBefore,
}

/// How a figure moved.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// From which period.
    pub from: Period,
    /// To which.
    pub to: Period,
    /// By how much, in the outcome's unit; percentage points for percentages.
    pub by: Published<Decimal>,
    /// Whether that is better or worse.
    pub judgement: Judgement,
    /// Whether it is the longer view: over more than a year, or since a period
    /// that was asked for.
    pub is_long: bool,
}

/// Whether a change is better or worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judgement {
    /// For the better.
    Improved,
    /// For the worse.
    Worsened,
    /// No change.
    Same,
    /// Neither way is better.
    Neither,
}

/// Why figures are not compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no earlier figure.
    NoEarlier,
    /// There are earlier figures, and none for the same period a year before.
    NoYearBefore,
    /// The earlier figure is not of the period just before.
    NotConsecutive,
    /// One of the figures is not there.
    Missing,
    /// One of the figures is withheld to protect privacy.
    Withheld,
    /// The series breaks between them.
    Break,
    /// The figures are only rough.
    Inexact,
    /// The periods are not of one kind or length.
    Unlike,
    /// The period is not stated.
    NotStated,
    /// Year-to-date figures of different quarters or months.
    ToDate,
}

impl PublishedOutcome {
    /// How the figure of `period` moved.
    ///
    /// # Errors
    /// The reason, when the two figures cannot be compared.
    pub fn change(&self, period: &Period, basis: Basis) -> Result<Change, Refusal> {
        let now = self.own.at(period).ok_or(Refusal::Missing)?;
        let before = match basis {
            Basis::YearBefore => self.year_before(period)?,
            Basis::PeriodBefore => self.period_before(period)?,
        };
        self.change_between(before, now, false)
    }

    /// How the figure of `period` moved since that of `since`.
    ///
    /// # Errors
    /// The reason, when the two figures cannot be compared.
    pub fn change_since(&self, period: &Period, since: &Period) -> Result<Change, Refusal> {
        let now = self.own.at(period).ok_or(Refusal::Missing)?;
        let before = self.own.at(since).ok_or(Refusal::NoEarlier)?;
        if since.order(period, self.period_type) != Ordering::Less {
            return Err(Refusal::NoEarlier);
        }
        self.change_between(before, now, true)
    }

    /// How the figure of `period` moved since the first that can be compared
    /// with it.
    ///
    /// # Errors
    /// The reason, when there is none.
    pub fn change_in_all(&self, period: &Period) -> Result<Change, Refusal> {
        let now = self.own.at(period).ok_or(Refusal::Missing)?;
        let earlier = self
            .own
            .points
            .iter()
            .take_while(|point| point.period.order(period, self.period_type) == Ordering::Less);
        let changes = earlier.map(|before| self.change_between(before, now, true));
        let mut last = Refusal::NoEarlier;
        for change in changes {
            match change {
                Ok(change) => return Ok(change),
                Err(refusal) => last = refusal,
            }
        }
        Err(last)
    }

    /// The basis on which the outcome is compared if nobody says otherwise.
    /// Parts of a year are compared with the part before, unless they are
    /// year-to-date figures: those only with the same part a year before.
    pub fn usual_basis(&self) -> Basis {
        let parts = self.own.points.iter().any(|point| point.period.is_part_of_year());
        let parts = parts || self.period_type == PeriodType::Snapshot && self.counts_within_year();
        if parts && !self.cumulative { Basis::PeriodBefore } else { Basis::YearBefore }
    }

    /// Whether its snapshots are taken more than once a year.
    fn counts_within_year(&self) -> bool {
        comparable::shortest_step(&self.own.points).is_some_and(|days| days < 300)
    }

    fn year_before(&self, period: &Period) -> Result<&Point, Refusal> {
        let before = period.year_before().and_then(|period| self.own.at(&period));
        before.ok_or_else(|| match (self.has_earlier(period), period) {
            (_, Period::NotStated) => Refusal::NotStated,
            (false, _) => Refusal::NoEarlier,
            (true, _) if period.is_year() => Refusal::NotConsecutive,
            (true, _) => Refusal::NoYearBefore,
        })
    }

    fn has_earlier(&self, period: &Period) -> bool {
        let order = |point: &Point| point.period.order(period, self.period_type);
        self.own.points.iter().any(|point| order(point) == Ordering::Less)
    }

    /// The point before in the list, if it is of the period just before.
    fn period_before(&self, period: &Period) -> Result<&Point, Refusal> {
        let at = self.own.points.iter().position(|point| point.period == *period);
        let before = at.and_then(|at| self.own.points.get(at.checked_sub(1)?));
        let before = before.ok_or(match period {
            Period::NotStated => Refusal::NotStated,
            _ => Refusal::NoEarlier,
        })?;
        if before.period.is_comparable_in_length(period)
            && !comparable::is_next(&self.own.points, &before.period, period, self.period_type)
        {
            return Err(Refusal::NotConsecutive);
        }
        Ok(before)
    }

    fn change_between(
        &self,
        before: &Point,
        now: &Point,
        is_long: bool,
    ) -> Result<Change, Refusal> {
        self.check_periods(&before.period, &now.period)?;
        let by = exact(now.cell.get())? - exact(before.cell.get())?;
        Ok(Change {
            from: before.period.clone(),
            to: now.period.clone(),
            by: Published::new(by),
            judgement: self.judge(by),
            is_long,
        })
    }

    /// Whether figures of the two periods can be compared at all.
    pub(super) fn check_periods(&self, before: &Period, after: &Period) -> Result<(), Refusal> {
        if [before, after].contains(&&Period::NotStated) {
            return Err(Refusal::NotStated);
        }
        if !before.is_comparable_in_length(after) {
            return Err(Refusal::Unlike);
        }
        if self.cumulative && !comparable::is_same_part(before, after) {
            return Err(Refusal::ToDate);
        }
        if self.breaks_between(before, after) {
            return Err(Refusal::Break);
        }
        Ok(())
    }

    fn breaks_between(&self, before: &Period, after: &Period) -> bool {
        let order = |a: &Period, b: &Period| a.order(b, self.period_type);
        self.breaks.iter().any(|gap| {
            order(&gap.before, before) == Ordering::Greater
                && order(&gap.before, after) != Ordering::Greater
        })
    }

    /// Whether going up by `by` is better or worse.
    pub(super) fn judge(&self, by: Decimal) -> Judgement {
        match (by.cmp(&Decimal::ZERO), self.polarity) {
            (Ordering::Equal, _) => Judgement::Same,
            (_, Polarity::Context) => Judgement::Neither,
            (Ordering::Greater, Polarity::HigherIsBetter)
            | (Ordering::Less, Polarity::LowerIsBetter) => Judgement::Improved,
            _ => Judgement::Worsened,
        }
    }
}

/// The number of a cell, if it is there and exact enough to compare.
pub(super) fn exact(cell: &Cell) -> Result<Decimal, Refusal> {
    match cell {
        Cell::Value(shown) if shown.qualifier.is_some() => Err(Refusal::Inexact),
        Cell::Value(shown) => Ok(shown.number),
        Cell::Missing(Marker::Confidential) => Err(Refusal::Withheld),
        Cell::Missing(_) => Err(Refusal::Missing),
    }
}
