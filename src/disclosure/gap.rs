//! How far a figure is from its target, and from the figures of others.

use super::change::{Basis, Judgement, Refusal, exact};
use super::outcomes::PublishedOutcome;
use super::published::Published;
use crate::model::target::{Aim, Target};
use crate::model::{Id, Period, Polarity};
use rust_decimal::Decimal;

/// How far a figure is from a target or from another's figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// How much higher it is, in the outcome's unit (percentage points for
    /// percentages); below zero if it is lower, zero inside a band.
    pub by: Published<Decimal>,
    /// Whether that is better or worse.
    pub judgement: Judgement,
    /// Whether the target is a band that the figure lies in.
    pub is_within: bool,
}

/// Why a figure is not set beside its target or the figures of others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoStanding {
    /// It has no target for the period.
    NoTarget,
    /// Neither way is better, so it cannot be better than another.
    NoBetter,
    /// The other has no figure for the period.
    NoOther,
    /// Nobody else has a figure for the period.
    Alone,
    /// No rule says how it is rated.
    NoRule,
    /// Its figures cannot be compared.
    Refused(Refusal),
}

impl From<Refusal> for NoStanding {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// The target of `outcome` for `period`: its own, else one for every period.
pub fn target_for<'a>(outcome: &'a PublishedOutcome, period: &Period) -> Option<&'a Target> {
    let own = outcome.targets.iter().find(|target| target.period.as_ref() == Some(period));
    own.or_else(|| outcome.targets.iter().find(|target| target.period.is_none()))
}

/// Where a figure stands against the nearest end of what meets its target.
pub(super) struct Distance {
    /// By how much it is better than that end; below zero is worse.
    pub(super) better_by: Decimal,
    /// The same, as how much higher it is.
    higher_by: Decimal,
    /// Whether meeting the end itself is not enough.
    strict: bool,
    /// Whether the target has an end on either side.
    is_band: bool,
    /// What a tolerance in per cent is a share of.
    pub(super) whole: Decimal,
}

impl Distance {
    /// From `least`, which is to be reached.
    fn up_to(least: Decimal, figure: Decimal) -> Self {
        let by = figure - least;
        Self { better_by: by, higher_by: by, strict: false, is_band: false, whole: least }
    }

    /// From `most`, which is not to be passed.
    fn down_to(most: Decimal, figure: Decimal) -> Self {
        let by = figure - most;
        Self { better_by: -by, higher_by: by, strict: false, is_band: false, whole: most }
    }

    /// From the nearer end of a band.
    fn into(low: Decimal, high: Decimal, figure: Decimal) -> Self {
        let (low, high) = (Self::up_to(low, figure), Self::down_to(high, figure));
        let nearer = if low.better_by < high.better_by { low } else { high };
        Self { is_band: true, ..nearer }
    }

    fn strictly(self) -> Self {
        Self { strict: true, ..self }
    }

    pub(super) fn is_met(&self) -> bool {
        self.better_by > Decimal::ZERO || (self.better_by.is_zero() && !self.strict)
    }

    fn gap(&self) -> Gap {
        let is_within = self.is_band && self.is_met();
        let by = if is_within { Decimal::ZERO } else { self.higher_by };
        let judgement = match (is_within || self.better_by.is_zero(), self.is_met()) {
            (true, _) => Judgement::Same,
            (false, true) => Judgement::Improved,
            (false, false) => Judgement::Worsened,
        };
        Gap { by: Published::new(by), judgement, is_within }
    }
}

impl PublishedOutcome {
    /// How far the figure of `period` is from its target.
    ///
    /// # Errors
    /// The reason, when there is no such target or figure.
    pub fn gap_to_target(&self, period: &Period) -> Result<Gap, NoStanding> {
        self.distance(period).map(|distance| distance.gap())
    }

    /// How far the figure of `period` is from that of the comparator `name`.
    ///
    /// # Errors
    /// The reason, when one of the two is not there.
    pub fn gap_to(&self, period: &Period, name: &Id) -> Result<Gap, NoStanding> {
        let by = self.figure(period)? - self.figure_of(name, period)?;
        Ok(Gap { by: Published::new(by), judgement: self.judge(by), is_within: false })
    }

    /// The figure of `period`, if it is exact enough to compare.
    pub(super) fn figure(&self, period: &Period) -> Result<Decimal, Refusal> {
        exact(self.own.at(period).ok_or(Refusal::Missing)?.cell.get())
    }

    /// The figure of a comparator.
    pub(super) fn figure_of(&self, name: &Id, period: &Period) -> Result<Decimal, NoStanding> {
        let point = self.comparators.get(name).and_then(|series| series.at(period));
        point.and_then(|point| exact(point.cell.get()).ok()).ok_or(NoStanding::NoOther)
    }

    /// Where the figure of `period` stands against its target.
    pub(super) fn distance(&self, period: &Period) -> Result<Distance, NoStanding> {
        let target = target_for(self, period).ok_or(NoStanding::NoTarget)?;
        if matches!(target.aim, Aim::None(_)) {
            return Err(NoStanding::NoTarget);
        }
        let figure = self.figure(period)?;
        Ok(match &target.aim {
            Aim::AtMost(most) => Distance::down_to(*most, figure),
            Aim::Below(most) => Distance::down_to(*most, figure).strictly(),
            Aim::AtLeast(least) => Distance::up_to(*least, figure),
            Aim::Above(least) => Distance::up_to(*least, figure).strictly(),
            Aim::Between(low, high) => Distance::into(*low, *high, figure),
            Aim::BetterThan(name) => self.beyond(figure, self.figure_of(name, period)?)?,
            Aim::IncreaseBy(by) => self.moved_by(*by, figure, period)?,
            Aim::None(_) => return Err(NoStanding::NoTarget),
        })
    }

    /// From another's figure, which is to be bettered.
    fn beyond(&self, figure: Decimal, other: Decimal) -> Result<Distance, NoStanding> {
        match self.polarity {
            Polarity::HigherIsBetter => Ok(Distance::up_to(other, figure).strictly()),
            Polarity::LowerIsBetter => Ok(Distance::down_to(other, figure).strictly()),
            Polarity::Context => Err(NoStanding::NoBetter),
        }
    }

    /// From the figure of the year before and `by` more; or less, if `by` is
    /// below zero. A tolerance in per cent is a share of `by`.
    fn moved_by(
        &self,
        by: Decimal,
        figure: Decimal,
        period: &Period,
    ) -> Result<Distance, NoStanding> {
        let change = self.change(period, Basis::YearBefore)?;
        let aimed = figure - change.by.get() + by;
        let distance = match by.is_sign_negative() {
            true => Distance::down_to(aimed, figure),
            false => Distance::up_to(aimed, figure),
        };
        Ok(Distance { whole: by, ..distance })
    }
}
