//! Rules of ratings: each can match, and together they rate every figure.
//!
//! Whether a condition holds depends on four things alone: where the figure
//! stands against its target, how it moved on the year and on the period
//! before, and which comparators it is better than. All their combinations are
//! tried, so that nothing is warned of that could be otherwise.

use super::Site;
use crate::at;
use crate::diagnostic::{Diagnostic, Findings, codes};
use crate::model::Id;
use crate::model::rules::{Against, Condition, Movement, Rule, RuleFile, RuleSet};
use crate::yaml::Doc;
use std::collections::BTreeSet;

/// Rule sets that name more comparators are not looked through.
const MOST_COMPARATORS: usize = 6;

pub(super) fn check(site: &Site, findings: &mut Findings) {
    let Some(doc) = &site.rules else { return };
    for (name, set) in &doc.value.rule_sets {
        check_set(doc, name, set, findings);
    }
}

fn check_set(doc: &Doc<RuleFile>, name: &Id, set: &RuleSet, findings: &mut Findings) {
    let Some(standings) = all_standings(&set.rules) else { return };
    let first = |standing: &Standing<'_>| set.rules.iter().position(|rule| standing.meets(rule));
    let matched: BTreeSet<Option<usize>> = standings.iter().map(first).collect();
    for i in (0..set.rules.len()).filter(|i| !matched.contains(&Some(*i))) {
        let span = doc.span(at!["rule_sets", name.as_str(), "rules", i]);
        findings.push(
            Diagnostic::warning(codes::RULE_ORDER, "the rule never matches")
                .at(span)
                .note("rules are tried in order, and each figure it could rate is rated before it")
                .help("move it up, or take it out"),
        );
    }
    if matched.contains(&None) {
        let span = doc.key_span(at!["rule_sets", name.as_str()]);
        findings.push(
            Diagnostic::warning(codes::RULE_ORDER, "some figures that have a target are not rated")
                .at(span)
                .help("end the rules with one that has `otherwise: true`"),
        );
    }
}

/// Where a figure can be against its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    BetterBeyond,
    Met,
    Close,
    WorseBeyond,
}

const PLACES: [Place; 4] = [Place::BetterBeyond, Place::Met, Place::Close, Place::WorseBeyond];
/// How a figure can have moved; `None` if that cannot be said.
const MOVEMENTS: [Option<Movement>; 4] =
    [Some(Movement::Improved), Some(Movement::Same), Some(Movement::Worsened), None];

/// One way in which a figure can stand.
struct Standing<'r> {
    place: Place,
    on_year: Option<Movement>,
    on_period: Option<Movement>,
    better_than: Vec<&'r Id>,
}

/// Every way in which a figure can stand that makes a difference to `rules`.
fn all_standings(rules: &[Rule]) -> Option<Vec<Standing<'_>>> {
    let named: BTreeSet<&Id> =
        rules.iter().flat_map(|rule| &rule.when).filter_map(comparator).collect();
    let named: Vec<&Id> = named.into_iter().collect();
    if named.len() > MOST_COMPARATORS {
        return None;
    }
    let mut all = Vec::new();
    for place in PLACES {
        for on_year in MOVEMENTS {
            for on_period in MOVEMENTS {
                for chosen in 0..1_usize << named.len() {
                    let is_chosen = |(at, _): &(usize, &Id)| chosen & (1 << at) != 0;
                    let better = named.iter().copied().enumerate().filter(is_chosen);
                    let better_than = better.map(|(_, id)| id).collect();
                    all.push(Standing { place, on_year, on_period, better_than });
                }
            }
        }
    }
    Some(all)
}

fn comparator(condition: &Condition) -> Option<&Id> {
    match condition {
        Condition::BetterThan(id) => Some(id),
        _ => None,
    }
}

impl Standing<'_> {
    fn meets(&self, rule: &Rule) -> bool {
        rule.when.iter().all(|condition| self.holds(condition))
    }

    fn holds(&self, condition: &Condition) -> bool {
        match condition {
            Condition::MeetsTarget => matches!(self.place, Place::BetterBeyond | Place::Met),
            Condition::WithinTolerance => self.place == Place::Close,
            Condition::BetterBeyondTolerance => self.place == Place::BetterBeyond,
            Condition::WorseBeyondTolerance => self.place == Place::WorseBeyond,
            Condition::Moved(movement, Against::YearBefore) => self.on_year == Some(*movement),
            Condition::Moved(movement, Against::PeriodBefore) => self.on_period == Some(*movement),
            Condition::BetterThan(id) => self.better_than.contains(&id),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::{Text, read};

    fn check(rules: &str) -> Vec<String> {
        let text = format!("rule_sets:\n  ours:\n    rules:\n{rules}");
        let mut findings = Findings::new();
        let doc: Doc<RuleFile> = read(&Text::file("rules.yaml", &text), &mut findings).unwrap();
        for (name, set) in &doc.value.rule_sets {
            check_set(&doc, name, set, &mut findings);
        }
        findings.iter().map(|found| found.message.clone()).collect()
    }

    fn rule(when: &str) -> String {
        format!("      - {{when: {when}, shows: {when:?}, shape: circle}}\n")
            .replace("\"[", "\"")
            .replace("]\"", "\"")
    }

    fn rules(conditions: &[&str], otherwise: bool) -> Vec<String> {
        let all: String = conditions.iter().map(|when| rule(when)).collect();
        let last =
            if otherwise { "      - {otherwise: true, shows: rest, shape: square}\n" } else { "" };
        check(&(all + last))
    }

    const NEVER: &str = "the rule never matches";
    const SOME: &str = "some figures that have a target are not rated";

    #[test]
    fn rules_that_say_everything_need_no_otherwise() {
        let all = ["meets target", "within tolerance", "worse beyond tolerance"];
        assert_eq!(rules(&all, false), Vec::<String>::new());
        assert_eq!(rules(&all, true), [NEVER], "the last is never reached");
        assert_eq!(rules(&all[..2], false), [SOME]);
        assert_eq!(rules(&all[..2], true), Vec::<String>::new());
    }

    #[test]
    fn a_rule_behind_a_wider_one_never_matches() {
        assert_eq!(rules(&["meets target", "better beyond tolerance"], true), [NEVER]);
        assert_eq!(rules(&["better beyond tolerance", "meets target"], true), Vec::<String>::new());
        let narrower = "[better than england, meets target]";
        assert_eq!(rules(&["better than england", narrower], true), [NEVER]);
        assert_eq!(rules(&[narrower, "better than england"], true), Vec::<String>::new());
        assert_eq!(rules(&["[within tolerance, meets target]"], true), [NEVER], "both at once");
    }

    #[test]
    fn a_movement_may_be_unknown() {
        let moves = [
            "improved on the year before",
            "same on the year before",
            "worsened on the year before",
        ];
        assert_eq!(rules(&moves, false), [SOME]);
    }
}
