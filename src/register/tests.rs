//! Promises as they stand, and what happens to them.

use super::*;
use crate::diagnostic::Findings;
use crate::model::recommendation::Status;
use crate::yaml;
use std::collections::BTreeMap;

fn day(word: &str) -> Option<Day> {
    Some(word.parse().unwrap())
}

fn read<T: serde::de::DeserializeOwned>(words: &str) -> T {
    let mut findings = Findings::new();
    let doc = yaml::read(&yaml::Text::file("test.yaml", words), &mut findings);
    assert!(findings.iter().next().is_none(), "{findings:?}");
    doc.unwrap().value
}

fn review(words: &str) -> ReviewFile {
    read(&format!("review: {{id: r, title: A review, body: Panel}}\nrecommendations:\n{words}"))
}

fn register(file: &ReviewFile, on: &str) -> Register {
    let known = known::review(file, day(on)).unwrap();
    Register::of([].iter(), [known].iter(), [].iter(), day(on))
}

fn item(words: &str, on: &str) -> Item {
    let register = register(&review(words), on);
    Item::clone(register.items().next().unwrap())
}

#[test]
fn a_status_is_that_of_the_last_entry_that_states_one() {
    let words = "  - {number: 1, text: Do it., progress: [
        {date: 2024-01-10, status: on-track, text: Begun.},
        {date: 2024-06-10, text: More words.}]}";
    assert_eq!(item(words, "2024-12-31").standing, Standing::Work(Status::OnTrack));
    assert_eq!(item(words, "2023-12-31").standing, Standing::Work(Status::NotStated));
}

#[test]
fn what_is_due_in_a_month_is_late_after_its_last_day() {
    let words = "  - {number: 1, text: Do it., due: 2024-06}";
    assert!(!item(words, "2024-06-30").overdue);
    assert!(item(words, "2024-07-01").overdue);
    let moved = "  - {number: 1, text: Do it., due: 2024-06, new_dues: [{due: 2024-12, agreed: 2024-06-20, why: Late.}]}";
    assert!(!item(moved, "2024-07-01").overdue);
    assert!(item(moved, "2025-01-01").overdue);
}

#[test]
fn nothing_due_is_never_late() {
    assert!(!item("  - {number: 1, text: Do it.}", "2090-01-01").overdue);
    let words = "  - {number: 1, text: Do it., due: {text: When the Act is in force}}";
    assert!(!item(words, "2090-01-01").overdue);
}

#[test]
fn complete_is_not_closed_until_it_is_signed_off() {
    let words = "  - {number: 1, text: Do it., due: 2024-06,
        progress: [{date: 2024-05-01, status: complete, text: Done., evidence: [A report]}],
        signed_off: {by: Panel, date: 2024-09-01}}";
    let before = item(words, "2024-08-01");
    assert!(before.is_complete() && !before.is_closed() && !before.is_open() && !before.overdue);
    assert_eq!(item(words, "2024-09-01").ended, Some(Ended::SignedOff));
}

#[test]
fn one_entry_answers_several() {
    let file = review(
        "  - {number: 1, text: One., progress: [{date: 2024-05-01, status: slipped, text: Both., covers: [2]}]}
  - {number: 2, text: Two.}",
    );
    let register = register(&file, "2024-06-01");
    assert!(register.items().all(|item| item.standing == Standing::Work(Status::Slipped)));
}

/// What happened to the one recommendation between two days.
fn happened(words: &str, from: &str, to: &str) -> Option<Happened> {
    let file = review(words);
    let (before, after) = (register(&file, from), register(&file, to));
    history::between(&before, &after).first().map(|change| change.happened)
}

#[test]
fn what_happened_is_told_once() {
    let words = "  - {number: 1, text: Do it., due: 2024-06, progress: [
        {date: 2024-02-01, status: on-track, text: Begun.},
        {date: 2024-03-01, status: on-track, text: More.},
        {date: 2024-05-01, status: slipped, text: Late.},
        {date: 2024-11-01, status: complete, text: Done., evidence: [A report]}],
      new_dues: [{due: 2024-12, agreed: 2024-05-01, why: Staff left.}],
      signed_off: {by: Panel, date: 2025-01-10}}";
    use Happened::{Closed, Completed, Moved, NoUpdate, Slipped, Updated};
    let told = |from, to| happened(words, from, to);
    assert_eq!(told("2024-01-01", "2024-02-15"), Some(Moved));
    assert_eq!(told("2024-02-15", "2024-03-15"), Some(Updated));
    assert_eq!(told("2024-03-15", "2024-04-15"), Some(NoUpdate));
    assert_eq!(told("2024-03-15", "2024-06-15"), Some(Slipped));
    assert_eq!(told("2024-06-15", "2024-12-15"), Some(Completed));
    assert_eq!(told("2024-12-15", "2025-02-15"), Some(Closed));
    assert_eq!(told("2025-02-15", "2026-02-15"), None);
}

#[test]
fn what_is_gone_is_dropped_and_what_was_not_there_is_new() {
    let one = register(&review("  - {number: 1, text: One.}"), "2024-01-01");
    let two = register(&review("  - {number: 2, text: Two.}"), "2025-01-01");
    let told = history::between(&one, &two);
    let told: Vec<_> =
        told.iter().map(|change| (change.key.name.as_str(), change.happened)).collect();
    assert_eq!(told, [("r/1", Happened::Dropped), ("r/2", Happened::New)]);
}

#[test]
fn a_member_nobody_goes_on_with_is_dropped() {
    let old: PledgeFile = read(
        "set: {id: old, kind: pledge, title: Old}\npledges:\n  - {id: a, number: 1, title: A, wording: {adult: A.}}\n  - {id: b, title: B, wording: {adult: B.}}\n",
    );
    let new: PledgeFile = read(
        "set: {id: new, kind: pledge, title: New, replaces: old, approvals: [{by: Council, date: 2024-05-01}]}\npledges:\n  - {id: c, title: C, from: [old/1], wording: {adult: C.}}\n",
    );
    let on = |date: &str| {
        let known = [&old, &new].map(|file| known::set(file, day(date)));
        let known: Vec<PledgeFile> = known.into_iter().flatten().collect();
        Register::of(known.iter(), [].iter(), [].iter(), day(date))
    };
    let told = history::between(&on("2024-01-01"), &on("2025-01-01"));
    let told: Vec<_> = told.iter().map(|one| (one.key.name.as_str(), one.happened)).collect();
    assert_eq!(
        told,
        [("new/c", Happened::New), ("old/a", Happened::Closed), ("old/b", Happened::Dropped)]
    );
}

#[test]
fn a_ledger_remembers_what_was_taken_out() {
    let words =
        "  - {number: 1, text: \"Say \\\"yes\\\": now # or never.\", due: {text: To be agreed}}
  - {number: 2, text: Two., due: 2025-03}";
    let then = register(&review(words), "2024-01-01");
    let written =
        ledger::write(("2023-24", "2024-01-01".parse().unwrap()), &then, &BTreeMap::new(), "en")
            .unwrap();
    let ledger: Ledger = read(&written);
    let nothing = Register { day: then.day, ..Register::default() };
    let remembered = nothing.published("2023-24", [ledger].iter());
    assert_eq!(remembered, then);
    let now = register(&review("  - {number: 2, text: Two., due: 2025-03}"), "2025-01-01");
    let gone = history::between(&remembered, &now);
    let gone: Vec<_> = gone.iter().map(|one| (one.key.name.as_str(), one.happened)).collect();
    assert_eq!(gone, [("r/1", Happened::Dropped), ("r/2", Happened::NoUpdate)]);
}

#[test]
fn every_standing_is_counted_once() {
    let file = review(
        "  - {number: 1, text: One., due: 2023-01}
  - {number: 2, text: Two., progress: [{date: 2024-01-01, status: complete, text: Done., evidence: [X]}]}
  - {number: 3, text: Three., response: {decision: rejected, why: No money.}}",
    );
    let register = register(&file, "2024-06-01");
    let tally = Tally::of(register.group(Kind::Recommendation, "r").map(Arc::as_ref));
    assert_eq!((tally.total, tally.complete, tally.open, tally.overdue), (3, 1, 1, 1));
    assert_eq!(tally.standings.iter().map(|(_, count)| count).sum::<usize>(), 3);
}
