//! Which figures are too small to show, one at a time.

use crate::model::policy::{Act, Policy, Zero};
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
/// is unsafe, or those it leaves out are so few that they could be known
/// (always withheld where the figure is `sensitive`), or it is true of all or
/// none and the policy withholds that.
pub(super) fn is_unsafe_share(
    policy: &Policy,
    numerator: Decimal,
    denominator: Decimal,
    sensitive: bool,
) -> bool {
    let remainder = denominator - numerator;
    let counts_rest = sensitive || policy.complement == Act::Withhold;
    let is_class = numerator.is_zero() || remainder.is_zero();
    is_unsafe(policy, numerator)
        || is_unsafe(policy, denominator)
        || denominator < Decimal::from(policy.min_denominator)
        || (counts_rest && is_unsafe(policy, remainder))
        || (is_class && policy.all_or_none == Act::Withhold)
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
    fn shares_are_unsafe_by_numerator_base_remainder_and_class() {
        let (usual, strict) = (Preset::DfeLa.policy(), Preset::Strict.policy());
        let is_unsafe = |policy: &Policy, n: i64, d: i64, sensitive: bool| {
            is_unsafe_share(policy, Decimal::from(n), Decimal::from(d), sensitive)
        };
        assert!(is_unsafe(&usual, 3, 100, false), "a small numerator");
        assert!(is_unsafe(&usual, 6, 9, false), "a base below the least");
        assert!(!is_unsafe(&usual, 97, 100, false), "a small remainder is only warned of");
        assert!(is_unsafe(&usual, 97, 100, true), "but not where it is sensitive");
        assert!(is_unsafe(&strict, 97, 100, false), "nor under a strict policy");
        assert!(!is_unsafe(&usual, 100, 100, false) && is_unsafe(&strict, 100, 100, false));
    }

    #[test]
    fn counts_round_to_the_policy_base() {
        let policy = Preset::Nhs.policy();
        let rounded = |count: i64| rounded_count(&policy, Decimal::from(count)).to_string();
        assert_eq!([rounded(12), rounded(13), rounded(0)], ["10", "15", "0"]);
    }
}
