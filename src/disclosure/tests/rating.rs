//! The first rule that matches rates.

use super::super::fixture::{period, published, rules};
use super::super::{NoStanding, Refusal, rating};
use proptest::prelude::*;

const STANDARD: &str = "rule_sets:
  standard:
    tolerance: 5%
    rules:
      - {when: meets target, shows: on target, shape: circle}
      - {when: within tolerance, shows: close to target, shape: triangle}
      - {when: [worse beyond tolerance, worsened on the year before], shows: off and falling, shape: square}
      - {otherwise: true, shows: off target, shape: square}
";

fn rated(target: &str, before: &str, now: &str) -> Result<String, NoStanding> {
    let outcome = published(&format!(
        "unit: percent\npolarity: higher-is-better\ntargets: [{{{target}}}]\n\
         values: [{{period: 2023-24, {before}}}, {{period: 2024-25, {now}}}]"
    ));
    let rules = rules(STANDARD);
    rating(&outcome, &period("2024-25"), &rules).map(|rule| rule.shows.in_language("en").to_owned())
}

#[test]
fn the_tolerance_is_the_targets_own_or_a_share_of_it() {
    let check = |target: &str, now: &str, shows: &str| {
        let found = rated(target, "value: 50", &format!("value: {now}"));
        assert_eq!(found.as_deref(), Ok(shows), "{target} {now}");
    };
    // 5% of 60 is 3: 57 is close, 56.9 is not.
    check("at_least: 60", "60", "on target");
    check("at_least: 60", "57", "close to target");
    check("at_least: 60", "56.9", "off target");
    check("at_least: 60, tolerance: 2", "58", "close to target");
    check("at_least: 60, tolerance: 2", "57", "off target");
    check("at_least: 60", "49", "off and falling");
    check("above: 60", "60", "close to target");
    check("between: [40, 45]", "47", "close to target");
    // 10 more than 50 is 60; 5% of the 10 is a half.
    check("increase_by: 10", "59.5", "close to target");
    check("increase_by: 10", "59.4", "off target");
}

#[test]
fn what_is_not_rated_says_why() {
    let now = "value: 60";
    assert_eq!(rated("for: 2023-24, at_least: 60", now, now), Err(NoStanding::NoTarget));
    let refused = |refusal| Err(NoStanding::Refused(refusal));
    let withheld = rated("at_least: 60", now, "numerator: 4, denominator: 80");
    assert_eq!(withheld, refused(Refusal::Withheld));
    assert_eq!(rated("at_least: 60", now, "missing: x"), refused(Refusal::Missing));
    assert_eq!(rated("increase_by: 5", "missing: x", now), refused(Refusal::Missing));
    let rough = rated("at_least: 60", now, "value: 60, qualifier: about");
    assert_eq!(rough, refused(Refusal::Inexact));
}

const PHRASES: [&str; 4] =
    ["meets target", "within tolerance", "better beyond tolerance", "worse beyond tolerance"];

/// Whether a figure is rated by a phrase, told without the code that is tested.
fn holds(phrase: &str, figure: i64, target: i64, tolerance: i64) -> bool {
    match phrase {
        "meets target" => figure >= target,
        "within tolerance" => figure < target && figure + tolerance >= target,
        "better beyond tolerance" => figure > target + tolerance,
        _ => figure + tolerance < target,
    }
}

proptest! {
    #[test]
    fn the_first_rule_that_matches_rates(
        order in prop::collection::vec(0_usize..4, 1..5),
        figure in 0_i64..100,
        target in 0_i64..100,
        tolerance in 0_i64..10,
    ) {
        let rule = |at: &usize| {
            format!("      - {{when: {0}, shows: {0}, shape: circle}}\n", PHRASES[*at])
        };
        let all: String = order.iter().map(rule).collect();
        let rules = rules(&format!("rule_sets:\n  s:\n    rules:\n{all}"));
        let outcome = published(&format!(
            "unit: percent\npolarity: higher-is-better\n\
             targets: [{{at_least: {target}, tolerance: {tolerance}}}]\n\
             values: [{{period: 2024-25, value: {figure}}}]"
        ));
        let expected = order.iter().map(|at| PHRASES[*at]);
        let expected = expected.into_iter().find(|phrase| holds(phrase, figure, target, tolerance));
        let found = rating(&outcome, &period("2024-25"), &rules);
        prop_assert_eq!(found.ok().map(|rule| rule.shows.in_language("en")), expected);
    }
}
