//! `diff` and `freeze`: what happened between editions, and what one published.

use crate::support::{TempSite, binary, site, tree};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

/// What a run says on the standard output; it must end well.
fn said(project: &TempSite, arguments: &[&str]) -> String {
    let output =
        Command::new(binary()).args(arguments).current_dir(project.root()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The standard error stream of a run that must end with exit code 1.
fn refused(project: &TempSite, arguments: &[&str]) -> String {
    let output = project.run(arguments);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{arguments:?}: {said}");
    said
}

fn objects(project: &TempSite, arguments: &[&str]) -> Vec<Value> {
    let said = said(project, &[arguments, &["--format", "json"]].concat());
    said.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The change of the promise with this name.
fn one<'a>(objects: &'a [Value], name: &str) -> &'a Value {
    let found: Vec<&Value> = objects.iter().filter(|one| one["name"] == name).collect();
    assert_eq!(found.len(), 1, "{name}: {found:?}");
    found[0]
}

/// The example before anybody kept what it published.
fn unfrozen() -> TempSite {
    let project = site("example");
    project.remove("data/published");
    project
}

#[test]
fn a_difference_names_every_promise_and_what_moved() {
    let project = unfrozen();
    let objects = objects(&project, &["diff", "2023-24", "2024-25"]);
    let home = one(&objects, "scrutiny-2023/5");
    assert_eq!(home["happened"], "slipped");
    assert_eq!(home["kind"], "recommendation");
    assert_eq!((&home["from"], &home["to"]), (&"2023-24".into(), &"2024-25".into()));
    assert_eq!(home["before"]["status"], "on-track");
    assert_eq!(home["after"]["status"], "slipped");
    assert_eq!(home["before"]["due"], "2026-03-31");
    assert_eq!(home["after"]["due"], "2027-06-30");
    assert_eq!(home["after"]["first_due"], "2026-03-31");
    assert_eq!(home["after"]["last_news"], "2025-07-10");
    assert_eq!(home["after"]["open"], true);
    let done = one(&objects, "scrutiny-2023/8");
    assert_eq!(
        (&done["happened"], &done["after"]["ended"]),
        (&"completed".into(), &"signed-off".into())
    );
    let new = one(&objects, "cabinet-2024-10-10/6/1");
    assert_eq!((&new["happened"], &new["before"]), (&"new".into(), &Value::Null));
    for name in ["not-there-at-all", "pledge-2019/healthy"] {
        assert!(objects.iter().all(|one| one["name"] != name), "{name}");
    }
}

#[test]
fn a_difference_for_people_says_the_same_as_for_programs() {
    let project = unfrozen();
    let text = said(&project, &["diff", "2023-24", "2024-25"]);
    assert_eq!(text, said(&project, &["diff", "2023-24", "2024-25"]), "it differs from run to run");
    let objects = objects(&project, &["diff", "2023-24", "2024-25"]);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for one in &objects {
        *counts.entry(one["happened"].as_str().unwrap()).or_default() += 1;
        let line =
            format!("\n  {} {}: ", one["kind"].as_str().unwrap(), one["name"].as_str().unwrap());
        assert_eq!(text.matches(&line).count(), 1, "{line} is not told once");
    }
    for (slug, count) in counts {
        let title = slug.replace('-', " ");
        let title = title[..1].to_uppercase() + &title[1..];
        assert!(text.contains(&format!("\n{title} ({count}): ")), "{title} ({count}):\n{text}");
    }
    assert!(text.contains(&format!("Of {} promises to tell of, ", objects.len())));
    assert!(
        text.contains(
            "slipped, was on-track; due 2027-06-30, was 2026-03-31; last entry 2025-07-10"
        )
    );
}

#[test]
fn editions_that_cannot_be_compared_are_refused() {
    let project = unfrozen();
    for (arguments, says) in [
        (["diff", "2024-25", "2023-24"], "help: name the earlier edition first"),
        (["diff", "2024-25", "2024-25"], "the first is not earlier"),
        (["diff", "2023-24", "2025-26"], "there is no edition `2025-26`"),
    ] {
        let said = refused(&project, &arguments);
        assert!(said.contains(says), "{arguments:?}: {said}");
    }
    let said = refused(&project, &["freeze", "2022-23"]);
    assert!(said.contains("help: it can be `2023-24` or `2024-25`"), "{said}");
}

/// Takes the recommendation `number` out of a file that has it in two spaces.
fn take_out(project: &TempSite, path: &str, number: &str) {
    let text = fs::read_to_string(project.root().join(path)).unwrap();
    let start = text.find(&format!("  - number: {number}\n")).unwrap();
    let rest = &text[start + 4..];
    let end = rest.find("\n  - ").map_or(text.len(), |at| start + 4 + at + 1);
    project.write(path, format!("{}{}", &text[..start], &text[end..]));
}

const REVIEW: &str = "data/recommendations/scrutiny-2024.yaml";

#[test]
fn what_was_published_is_kept_once() {
    let project = unfrozen();
    let before = tree(project.root());
    let told = said(&project, &["freeze", "2024-25"]);
    assert!(told.starts_with("Wrote data/published/2024-25.yaml\n"), "{told}");
    let ledger = project.root().join("data/published/2024-25.yaml");
    let text = fs::read_to_string(&ledger).unwrap();
    for line in [
        "edition: 2024-25",
        "as_at: 2025-09-30",
        "- kind: recommendation",
        "  name: scrutiny-2023/5",
    ] {
        assert!(text.lines().any(|own| own == line), "{line} is not in\n{text}");
    }
    assert_eq!(tree(project.root()).len(), before.len() + 1, "something else was written");
    let written = fs::metadata(&ledger).unwrap().modified().unwrap();
    let told = said(&project, &["freeze", "2024-25"]);
    assert!(told.starts_with("Nothing to write"), "{told}");
    assert_eq!(fs::metadata(&ledger).unwrap().modified().unwrap(), written);
    project.build(&["--strict"]);
}

#[test]
fn what_comes_later_does_not_change_what_was_published() {
    let project = unfrozen();
    said(&project, &["freeze", "2023-24"]);
    said(&project, &["freeze", "2024-25"]);
    let later = "      - {date: 2025-12-01, status: not-started, text: It was begun again.}\n";
    project.replace(
        REVIEW,
        "    about: [pledge-2023/listen]\n",
        &format!("{later}    about: [pledge-2023/listen]\n"),
    );
    for edition in ["2023-24", "2024-25"] {
        let told = said(&project, &["freeze", edition]);
        assert!(told.starts_with("Nothing to write"), "{told}");
    }
}

#[test]
fn a_ledger_is_never_written_over() {
    let project = unfrozen();
    said(&project, &["freeze", "2024-25"]);
    let ledger = "data/published/2024-25.yaml";
    let kept = fs::read(project.root().join(ledger)).unwrap();
    project.replace(REVIEW, "status: on-track", "status: not-started");
    take_out(&project, REVIEW, "3");
    let said = refused(&project, &["freeze", "2024-25"]);
    for words in [
        "error[E011]: 2024-25 was published otherwise than it is shown now",
        "note: recommendation scrutiny-2024/1: status was published as on-track, and is not-started now",
        "note: recommendation scrutiny-2024/3 was published, and no record holds it any more",
    ] {
        assert!(said.contains(words), "{words} is not in\n{said}");
    }
    assert_eq!(fs::read(project.root().join(ledger)).unwrap(), kept);
}

#[test]
fn a_record_taken_out_is_remembered() {
    let project = unfrozen();
    said(&project, &["freeze", "2023-24"]);
    take_out(&project, "data/recommendations/scrutiny-2023.yaml", "5");
    let objects = objects(&project, &["diff", "2023-24", "2024-25"]);
    let gone = one(&objects, "scrutiny-2023/5");
    assert_eq!((&gone["happened"], &gone["after"]), (&"dropped".into(), &Value::Null));
    assert_eq!(gone["before"]["due"], "2026-03-31");
}

#[test]
fn an_edition_that_is_not_written_is_not_frozen() {
    let project = unfrozen();
    assert!(project.run(&["new", "edition", "2025-26"]).status.success());
    let said = refused(&project, &["freeze", "2025-26"]);
    assert!(said.contains("error[E010]: this has still to be written"), "{said}");
    assert!(!project.root().join("data/published").exists());
    assert!(project.run(&["freeze", "2024-25"]).status.success(), "another edition is in the way");
}
