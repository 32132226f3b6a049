//! Which figures are withheld by rule, one at a time, and what a shown count
//! tells when counts are rounded.

use crate::model::policy::{Act, Policy, Zero};
use rust_decimal::Decimal;

/// The rule that withholds a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// It is a small count.
    Small,
    /// It is nought, and the policy withholds noughts.
    Zero,
    /// It is out of so few that a percentage would mean little and tell much.
    Base,
    /// It leaves out so few that they could be known.
    Rest,
    /// It is true of all, or of none.
    AllOrNone,
}

impl Rule {
    /// The word for it in the log.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Zero => "zero",
            Self::Base => "base",
            Self::Rest => "rest",
            Self::AllOrNone => "all-or-none",
        }
    }
}

/// The rule that withholds a count under `policy`, if one does.
pub(super) fn rule_of_count(policy: &Policy, count: Decimal) -> Option<Rule> {
    if count.is_zero() {
        return (policy.zero == Zero::Withhold).then_some(Rule::Zero);
    }
    let (from, to) = (Decimal::from(policy.withhold_from), Decimal::from(policy.withhold_to));
    (from <= count && count <= to).then_some(Rule::Small)
}

/// Whether a count may not be shown under `policy`.
pub(super) fn is_unsafe(policy: &Policy, count: Decimal) -> bool {
    rule_of_count(policy, count).is_some()
}

/// Whether those whom a share leaves out may not become known either: always
/// where the figure is `sensitive`, else if the policy says so.
pub(super) fn guards_rest(policy: &Policy, sensitive: bool) -> bool {
    sensitive || policy.complement == Act::Withhold
}

/// The rule that withholds a percentage, rate or mean and its numerator: the
/// numerator or base is unsafe, or those it leaves out are so few that they
/// could be known, or it is true of all or none and the policy withholds that.
/// A share of nobody tells of nobody, unless the policy withholds noughts.
pub(super) fn rule_of_share(
    policy: &Policy,
    numerator: Decimal,
    denominator: Decimal,
    sensitive: bool,
) -> Option<Rule> {
    if denominator.is_zero() {
        return rule_of_count(policy, denominator);
    }
    let remainder = denominator - numerator;
    let is_class = numerator.is_zero() || remainder.is_zero();
    let unsafe_rest = guards_rest(policy, sensitive) && is_unsafe(policy, remainder);
    let rules = [
        (denominator < Decimal::from(policy.min_denominator)).then_some(Rule::Base),
        unsafe_rest.then_some(Rule::Rest),
        (is_class && policy.all_or_none == Act::Withhold).then_some(Rule::AllOrNone),
    ];
    let parts = [numerator, denominator].into_iter().find_map(|count| rule_of_count(policy, count));
    parts.or_else(|| rules.into_iter().flatten().next())
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

/// What a reader who knows the policy learns from a count that is shown: the
/// least and the greatest that it can be.
pub(super) fn told_by(policy: &Policy, count: i64) -> (i64, i64) {
    let Some(base) = policy.round_to.map(i64::from).filter(|base| *base > 1 && count != 0) else {
        return (count, count);
    };
    // Halves go away from zero: 8 to 12 are shown as 10 to the nearest 5, and
    // 5 to 14 to the nearest 10.
    let shown = (count + base / 2).div_euclid(base) * base;
    let (low, high) = (shown - base / 2, shown + (base + 1) / 2 - 1);
    let (from, to) = (i64::from(policy.withhold_from), i64::from(policy.withhold_to));
    let low = if from <= low.max(1) && low <= to { to + 1 } else { low };
    (low.max(1).min(count), high.max(count))
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
        let rule = |policy: &Policy, n: i64, d: i64, sensitive: bool| {
            rule_of_share(policy, Decimal::from(n), Decimal::from(d), sensitive)
        };
        assert_eq!(rule(&usual, 3, 100, false), Some(Rule::Small), "a small numerator");
        assert_eq!(rule(&usual, 6, 9, false), Some(Rule::Base), "a base below the least");
        assert_eq!(rule(&usual, 97, 100, false), None, "a small remainder is only warned of");
        assert_eq!(rule(&usual, 97, 100, true), Some(Rule::Rest), "but not where it is sensitive");
        assert_eq!(rule(&strict, 97, 100, false), Some(Rule::Rest), "nor under a strict policy");
        assert_eq!(rule(&usual, 100, 100, false), None);
        assert_eq!(rule(&usual, 0, 0, true), None, "nobody is told of");
        assert_eq!(rule(&strict, 0, 0, true), Some(Rule::Zero));
        assert!(rule(&strict, 100, 100, false).is_some());
    }

    #[test]
    fn counts_round_to_the_policy_base() {
        let policy = Preset::Nhs.policy();
        let rounded = |count: i64| rounded_count(&policy, Decimal::from(count)).to_string();
        assert_eq!([rounded(12), rounded(13), rounded(0)], ["10", "15", "0"]);
    }

    #[test]
    fn a_rounded_count_tells_only_a_range() {
        let (nhs, plain) = (Preset::Nhs.policy(), Preset::DfeLa.policy());
        assert_eq!(told_by(&plain, 12), (12, 12));
        // 8 to 12 are shown as 10; 1 to 7 are withheld, so 10 is at least 8.
        assert_eq!(told_by(&nhs, 9), (8, 12));
        assert_eq!(told_by(&nhs, 13), (13, 17));
        assert_eq!(told_by(&nhs, 0), (0, 0));
        let tens = Policy { round_to: Some(10), withhold_to: 2, ..plain };
        assert_eq!(told_by(&tens, 14), (5, 14));
        assert_eq!(told_by(&tens, 3), (3, 4), "it rounds to nought and is not");
    }

    #[test]
    fn what_is_told_holds_the_count() {
        for preset in [Preset::DfeLa, Preset::Nhs, Preset::Ons10And5, Preset::Strict] {
            let policy = preset.policy();
            for count in 0..200 {
                let (low, high) = told_by(&policy, count);
                assert!(low <= count && count <= high, "{preset:?} {count}");
                for other in low..=high {
                    let same = |n: i64| rounded_count(&policy, Decimal::from(n));
                    assert_eq!(same(other), same(count), "{preset:?} {count} {other}");
                }
            }
        }
    }
}
