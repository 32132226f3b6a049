//! Which figures are too small to show, one at a time.

use crate::model::policy::{Policy, Zero};
use rust_decimal::Decimal;

/// Whether a count may not be shown under `policy`.
pub(super) fn is_unsafe(policy: &Policy, count: Decimal) -> bool {
    if count.is_zero() {
        return policy.zero == Zero::Withhold;
    }
    let (from, to) = (Decimal::from(policy.withhold_from), Decimal::from(policy.withhold_to));
    from <= count && count <= to
}

/// Whether a percentage, rate or mean may not be shown: its numerator or base
/// is unsafe, or its small remainder is of a sensitive kind.
pub(super) fn is_unsafe_share(
    policy: &Policy,
    numerator: Decimal,
    denominator: Decimal,
    sensitive: bool,
) -> bool {
    let remainder = denominator - numerator;
    is_unsafe(policy, numerator)
        || is_unsafe(policy, denominator)
        || denominator < Decimal::from(policy.min_denominator)
        || (sensitive && is_unsafe(policy, remainder))
}

/// A count rounded as the policy asks, halves away from zero.
pub(super) fn rounded_count(policy: &Policy, count: Decimal) -> Decimal {
    match policy.round_to.filter(|base| *base > 1) {
        Some(base) => {
            let base = Decimal::from(base);
            super::published::rounded(count / base, Some(0)) * base
        }
        None => count,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::policy::Preset;

    #[test]
    fn small_counts_are_unsafe_and_noughts_are_shown() {
        let policy = Preset::DfeLa.policy();
        let is_unsafe = |count: i64| is_unsafe(&policy, Decimal::from(count));
        assert!(!is_unsafe(0) && is_unsafe(1) && is_unsafe(5) && !is_unsafe(6));
    }

    #[test]
    fn counts_round_to_the_policy_base() {
        let policy = Preset::Nhs.policy();
        let rounded = |count: i64| rounded_count(&policy, Decimal::from(count)).to_string();
        assert_eq!([rounded(12), rounded(13), rounded(0)], ["10", "15", "0"]);
    }
}
