//! How a figure stands against its target, by the site's own rules.

use super::change::{Basis, Judgement};
use super::gap::{Distance, NoStanding, target_for};
use super::outcomes::PublishedOutcome;
use crate::model::rules::{Against, Condition, Movement, Rule, RuleSet};
use crate::model::target::Tolerance;
use crate::model::{Id, Period};
use rust_decimal::Decimal;

/// The rule that rates the figure of `period`; `None` when there is no target,
/// no figure, or no rule that matches.
pub fn rate<'a>(
    outcome: &PublishedOutcome,
    period: &Period,
    rules: &'a RuleSet,
) -> Option<&'a Rule> {
    rating(outcome, period, rules).ok()
}

/// The rule that rates the figure of `period`: the first whose conditions all
/// hold.
///
/// # Errors
/// The reason, when it is not rated.
pub fn rating<'a>(
    outcome: &PublishedOutcome,
    period: &Period,
    rules: &'a RuleSet,
) -> Result<&'a Rule, NoStanding> {
    let standing = Standing {
        outcome,
        period,
        distance: outcome.distance(period)?,
        tolerance: target_for(outcome, period)
            .and_then(|target| target.tolerance)
            .or(rules.tolerance),
    };
    let holds = |rule: &&Rule| rule.when.iter().all(|condition| standing.holds(condition));
    rules.rules.iter().find(holds).ok_or(NoStanding::NoRule)
}

struct Standing<'a> {
    outcome: &'a PublishedOutcome,
    period: &'a Period,
    distance: Distance,
    tolerance: Option<Tolerance>,
}

impl Standing<'_> {
    fn tolerance(&self) -> Decimal {
        match self.tolerance {
            Some(Tolerance::Absolute(size)) => size,
            Some(Tolerance::Percent(share)) => {
                (self.distance.whole.saturating_mul(share) / Decimal::ONE_HUNDRED).abs()
            }
            None => Decimal::ZERO,
        }
    }

    fn holds(&self, condition: &Condition) -> bool {
        let (better_by, is_met) = (self.distance.better_by, self.distance.is_met());
        match condition {
            Condition::MeetsTarget => is_met,
            Condition::WithinTolerance => !is_met && -better_by <= self.tolerance(),
            Condition::BetterBeyondTolerance => better_by > self.tolerance(),
            Condition::WorseBeyondTolerance => -better_by > self.tolerance(),
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

    fn better_than(&self, name: &Id) -> bool {
        let gap = self.outcome.gap_to(self.period, name);
        gap.is_ok_and(|gap| gap.judgement == Judgement::Improved)
    }
}
