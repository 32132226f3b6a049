//! The disclosure policy in force, a sentence for each of its rules.

use super::cx::Cx;
use crate::model::policy::{Act, Policy, WithoutBase, Zero};
use crate::model::unit::{Unit, UnitWord};

/// Every rule of the policy, in words that a reader understands.
pub(super) fn words(cx: &Cx<'_>) -> Vec<String> {
    let policy = &cx.renderer.publication.policy;
    let mut words = vec![withheld(cx, policy), cx.t("policy.second"), zero(cx, policy)];
    words.push(rounding(cx, policy));
    let base = policy.min_denominator;
    words.extend((base > 1).then(|| say(cx, "policy.base", base)));
    words.push(cx.t(match policy.complement {
        Act::Withhold => "policy.complement-withhold",
        Act::Warn => "policy.complement-warn",
    }));
    words.push(cx.t(match policy.all_or_none {
        Act::Withhold => "policy.all-withhold",
        Act::Warn => "policy.all-warn",
    }));
    words.push(say(cx, "policy.protect", policy.protect));
    words.extend(without_base(cx, policy));
    let excepted = policy.exceptions.len();
    words.extend((excepted > 0).then(|| cx.strings().count("policy.exceptions", excepted, &[])));
    words
}

fn say(cx: &Cx<'_>, key: &str, n: u32) -> String {
    cx.strings().say(key, &[("n", &n.to_string())])
}

fn withheld(cx: &Cx<'_>, policy: &Policy) -> String {
    let (from, to) = (policy.withhold_from.to_string(), policy.withhold_to.to_string());
    let key = if from == to { "policy.withheld_one" } else { "policy.withheld" };
    cx.strings().say(key, &[("from", &from), ("to", &to)])
}

fn zero(cx: &Cx<'_>, policy: &Policy) -> String {
    cx.t(match policy.zero {
        Zero::Show => "policy.zero-shown",
        Zero::Withhold => "policy.zero-withheld",
    })
}

fn rounding(cx: &Cx<'_>, policy: &Policy) -> String {
    match policy.round_to.filter(|base| *base > 1) {
        Some(base) => say(cx, "policy.rounded", base),
        None => cx.t("policy.not-rounded"),
    }
}

/// What is said of percentages without the counts behind them, if any is shown.
fn without_base(cx: &Cx<'_>, policy: &Policy) -> Option<String> {
    let share =
        |unit: &Unit| matches!(unit, Unit::Known(UnitWord::Percent | UnitWord::RatePer10000));
    let outcomes = cx.view().outcomes.values().filter(|outcome| share(&outcome.unit));
    let mut points = outcomes.flat_map(|outcome| &outcome.own.points);
    let any = points.any(|point| point.base.is_none() && point.cell.get().shown().is_some());
    any.then(|| match &policy.without_base {
        WithoutBase::Allow(why) => {
            let why = cx.say(why);
            let why = why.trim_end_matches('.');
            cx.strings().say("policy.no-base-allowed", &[("why", why)])
        }
        _ => cx.t("policy.no-base"),
    })
}
