//! How a figure stands against its target, by the site's own rules.

use super::change::{Basis, Judgement};
use super::outcomes::PublishedOutcome;
use crate::model::rules::{Against, Condition, Movement, Rule, RuleSet};
use crate::model::target::{Aim, Target, Tolerance};
use crate::model::{Period, Polarity};
use rust_decimal::Decimal;

/// The target of `outcome` for `period`: its own, else one for every period.
pub fn target_for<'a>(outcome: &'a PublishedOutcome, period: &Period) -> Option<&'a Target> {
    let own = outcome.targets.iter().find(|target| target.period.as_ref() == Some(period));
    own.or_else(|| outcome.targets.iter().find(|target| target.period.is_none()))
}

/// The rule that rates the figure of `period`; `None` when there is no target,
/// no figure, or no rule that matches.
pub fn rate<'a>(
    outcome: &PublishedOutcome,
    period: &Period,
    rules: &'a RuleSet,
) -> Option<&'a Rule> {
    let target = target_for(outcome, period)?;
    let figure = outcome.own.at(period)?.cell.get().shown()?.number;
    let gap = Gap::of(outcome, period, target, figure)?;
    let tolerance = target.tolerance.or(rules.tolerance);
    let standing = Standing { outcome, period, figure, gap, tolerance };
    rules.rules.iter().find(|rule| rule.when.iter().all(|condition| standing.holds(condition)))
}

/// How far a figure is from its target: above zero is better.
struct Gap {
    better_by: Decimal,
    /// Meeting the number itself is not enough.
    strict: bool,
    target: Decimal,
}

impl Gap {
    fn of(
        outcome: &PublishedOutcome,
        period: &Period,
        target: &Target,
        figure: Decimal,
    ) -> Option<Self> {
        let to = |target: Decimal, better_by: Decimal, strict: bool| {
            Some(Self { better_by, strict, target })
        };
        match &target.aim {
            Aim::AtMost(most) => to(*most, most - figure, false),
            Aim::Below(most) => to(*most, most - figure, true),
            Aim::AtLeast(least) => to(*least, figure - least, false),
            Aim::Above(least) => to(*least, figure - least, true),
            Aim::Between(low, high) if figure < *low => to(*low, figure - low, false),
            Aim::Between(_, high) => to(*high, high - figure, false),
            Aim::BetterThan(name) => {
                let other = outcome.comparators.get(name)?.at(period)?.cell.get().shown()?.number;
                let lower = outcome.polarity == Polarity::LowerIsBetter;
                to(other, if lower { other - figure } else { figure - other }, true)
            }
            Aim::IncreaseBy(by) => {
                let change = outcome.change(period, Basis::YearBefore).ok()?;
                to(*by, change.by.get() - by, false)
            }
            Aim::None(_) => None,
        }
    }

    fn is_met(&self) -> bool {
        self.better_by > Decimal::ZERO || (self.better_by.is_zero() && !self.strict)
    }
}

struct Standing<'a> {
    outcome: &'a PublishedOutcome,
    period: &'a Period,
    figure: Decimal,
    gap: Gap,
    tolerance: Option<Tolerance>,
}

impl Standing<'_> {
    fn tolerance(&self) -> Decimal {
        match self.tolerance {
            Some(Tolerance::Absolute(size)) => size,
            Some(Tolerance::Percent(share)) => {
                (self.gap.target.saturating_mul(share) / Decimal::ONE_HUNDRED).abs()
            }
            None => Decimal::ZERO,
        }
    }

    fn holds(&self, condition: &Condition) -> bool {
        match condition {
            Condition::MeetsTarget => self.gap.is_met(),
            Condition::WithinTolerance => {
                !self.gap.is_met() && -self.gap.better_by <= self.tolerance()
            }
            Condition::BetterBeyondTolerance => self.gap.better_by > self.tolerance(),
            Condition::WorseBeyondTolerance => -self.gap.better_by > self.tolerance(),
            Condition::Moved(movement, against) => self.moved(*movement, *against),
            Condition::BetterThan(name) => self.better_than(name),
        }
    }

    fn moved(&self, movement: Movement, against: Against) -> bool {
        let basis = match against {
            Against::YearBefore => Basis::YearBefore,
            Against::PeriodBefore => Basis::PeriodBefore,
        };
        let Ok(change) = self.outcome.change(self.period, basis) else { return false };
        matches!(
            (movement, change.judgement),
            (Movement::Improved, Judgement::Improved)
                | (Movement::Same, Judgement::Same)
                | (Movement::Worsened, Judgement::Worsened)
        )
    }

    fn better_than(&self, name: &crate::model::Id) -> bool {
        let other = self.outcome.comparators.get(name).and_then(|series| series.at(self.period));
        let Some(other) = other.and_then(|point| point.cell.get().shown()) else { return false };
        match self.outcome.polarity {
            Polarity::HigherIsBetter => self.figure > other.number,
            Polarity::LowerIsBetter => self.figure < other.number,
            Polarity::Context => false,
        }
    }
}
