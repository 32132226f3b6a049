//! Outcomes for tests, as an officer would write them.

use super::outcomes::PublishedOutcome;
use super::protection::of_one;
use crate::diagnostic::Findings;
use crate::model::outcome::OutcomeFile;
use crate::model::policy::Preset;
use crate::model::rules::{RuleFile, RuleSet};
use crate::model::{Day, Outcome, Period};
use crate::yaml::{Text, read};

/// The outcome that these keys describe; its id and title are given.
pub(crate) fn outcome(keys: &str) -> Outcome {
    let keys: String = keys.lines().map(|line| format!("    {line}\n")).collect();
    let text =
        format!("theme: {{id: t, title: T}}\noutcomes:\n  - id: homes\n    title: Homes\n{keys}");
    let mut findings = Findings::new();
    let doc = read::<OutcomeFile>(&Text::file("f.yaml", &text), &mut findings);
    assert!(!findings.has_errors(), "{text}{findings:?}");
    doc.unwrap().value.outcomes.remove(0)
}

/// The outcome as it may be seen with all that is known.
pub(crate) fn published(keys: &str) -> PublishedOutcome {
    on_day(&outcome(keys), None)
}

/// The outcome as it may be seen on a day.
pub(crate) fn on_day(outcome: &Outcome, as_at: Option<Day>) -> PublishedOutcome {
    let policy = Preset::DfeLa.policy();
    let decisions = of_one(outcome, &policy, as_at);
    PublishedOutcome::of(&"f.yaml".into(), outcome, &policy, &decisions, as_at)
}

/// The outcome with these values, written `2022-23: 12`, `2023-24: x`.
pub(crate) fn series(head: &str, values: &str) -> PublishedOutcome {
    let value = |entry: &str| {
        let (period, figure) = entry.trim().split_once(": ").unwrap();
        match figure.parse::<crate::model::Figure>() {
            Ok(_) => format!("  - {{period: {period}, value: {figure}}}\n"),
            Err(_) => match figure.split_once(' ') {
                Some((word, figure)) => {
                    format!("  - {{period: {period}, value: {figure}, qualifier: {word}}}\n")
                }
                None => format!("  - {{period: {period}, missing: {figure}}}\n"),
            },
        }
    };
    let values: String = values.split(',').map(value).collect();
    published(&format!("{head}\nvalues:\n{values}"))
}

pub(crate) fn period(word: &str) -> Period {
    word.parse().unwrap()
}

/// The rules of the example site.
pub(crate) fn rules(text: &str) -> RuleSet {
    let mut findings = Findings::new();
    let doc = read::<RuleFile>(&Text::file("rules.yaml", text), &mut findings);
    assert!(!findings.has_errors(), "{findings:?}");
    doc.unwrap().value.rule_sets.into_values().next().unwrap()
}
