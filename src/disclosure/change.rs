//! How a figure moved, worked out from published figures alone.

use super::outcomes::PublishedOutcome;
use super::published::{Cell, Published};
use crate::model::{Period, Polarity};
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

/// Why two figures are not compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no earlier figure.
    NoEarlier,
    /// One of the two is missing or withheld.
    Missing,
    /// The series breaks between them.
    Break,
    /// The figures are only rough.
    Inexact,
}

impl PublishedOutcome {
    /// How the figure of `period` moved.
    ///
    /// # Errors
    /// The reason, when the two figures cannot be compared.
    pub fn change(&self, period: &Period, basis: Basis) -> Result<Change, Refusal> {
        let at = self
            .own
            .points
            .iter()
            .position(|point| point.period == *period)
            .ok_or(Refusal::Missing)?;
        let now = &self.own.points[at];
        let before = match basis {
            Basis::YearBefore => period.year_before().and_then(|period| self.own.at(&period)),
            Basis::PeriodBefore => at.checked_sub(1).map(|at| &self.own.points[at]),
        };
        let before = before.ok_or(Refusal::NoEarlier)?;
        if self.breaks_between(&before.period, period) {
            return Err(Refusal::Break);
        }
        let (Cell::Value(earlier), Cell::Value(later)) = (before.cell.get(), now.cell.get()) else {
            return Err(Refusal::Missing);
        };
        if earlier.qualifier.is_some() || later.qualifier.is_some() {
            return Err(Refusal::Inexact);
        }
        let by = later.number - earlier.number;
        Ok(Change {
            from: before.period.clone(),
            to: period.clone(),
            by: Published::new(by),
            judgement: self.judge(by),
        })
    }

    fn breaks_between(&self, before: &Period, after: &Period) -> bool {
        let order = |a: &Period, b: &Period| a.order(b, self.period_type);
        self.breaks.iter().any(|gap| {
            order(&gap.before, before) == Ordering::Greater
                && order(&gap.before, after) != Ordering::Greater
        })
    }

    fn judge(&self, by: Decimal) -> Judgement {
        match (by.cmp(&Decimal::ZERO), self.polarity) {
            (Ordering::Equal, _) => Judgement::Same,
            (_, Polarity::Context) => Judgement::Neither,
            (Ordering::Greater, Polarity::HigherIsBetter)
            | (Ordering::Less, Polarity::LowerIsBetter) => Judgement::Improved,
            _ => Judgement::Worsened,
        }
    }
}
