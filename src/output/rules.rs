//! How ratings are reached, in words.

use super::cx::Cx;
use crate::model::rules::{Against, Condition, Movement, RuleSet};
use crate::model::target::Tolerance;
use serde_json::{Value, json};

/// How ratings are reached, a line for each rule.
pub(super) fn rules(cx: &Cx<'_>) -> Vec<Value> {
    let Some(set) = &cx.renderer.publication.rules else { return Vec::new() };
    let tolerance = tolerance_words(cx, set);
    let words = |conditions: &[Condition]| match conditions {
        [] => cx.t("rule.otherwise"),
        conditions => cx.strings().list(
            &conditions
                .iter()
                .map(|condition| condition_words(cx, condition, &tolerance))
                .collect::<Vec<_>>(),
        ),
    };
    set.rules
        .iter()
        .map(|rule| json!({"words": words(&rule.when), "status": cx.rating(rule)}))
        .collect()
}

/// How far off counts as close, where the target does not say.
fn tolerance_words(cx: &Cx<'_>, set: &RuleSet) -> String {
    match set.tolerance {
        Some(Tolerance::Percent(share)) => {
            cx.strings().say("rule.tolerance.share", &[("n", &cx.strings().number(share))])
        }
        Some(Tolerance::Absolute(size)) => {
            cx.strings().say("rule.tolerance.size", &[("n", &cx.strings().number(size))])
        }
        None => cx.t("rule.tolerance.none"),
    }
}

fn condition_words(cx: &Cx<'_>, condition: &Condition, tolerance: &str) -> String {
    let key = match condition {
        Condition::MeetsTarget => "rule.meets-target",
        Condition::WithinTolerance => "rule.within-tolerance",
        Condition::BetterBeyondTolerance => "rule.better-beyond-tolerance",
        Condition::WorseBeyondTolerance => "rule.worse-beyond-tolerance",
        Condition::Moved(Movement::Improved, Against::YearBefore) => "rule.improved-year",
        Condition::Moved(Movement::Same, Against::YearBefore) => "rule.same-year",
        Condition::Moved(Movement::Worsened, Against::YearBefore) => "rule.worsened-year",
        Condition::Moved(Movement::Improved, Against::PeriodBefore) => "rule.improved-period",
        Condition::Moved(Movement::Same, Against::PeriodBefore) => "rule.same-period",
        Condition::Moved(Movement::Worsened, Against::PeriodBefore) => "rule.worsened-period",
        Condition::BetterThan(name) => {
            return cx.strings().say("rule.better-than", &[("name", &cx.comparator(name))]);
        }
    };
    cx.strings().say(key, &[("tolerance", tolerance)])
}
