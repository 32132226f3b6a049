//! `diff`: what happened to every promise between two editions.

use super::args::{Diff, Format, Shared};
use super::editions::{Edition, Project};
use super::report::{self, Outcome};
use crate::diagnostic::{Diagnostic, Findings, codes};
use crate::register::history::between;
use crate::register::{Change, Happened, Item};
use crate::sources::Sources;
use serde_json::{Value, json};

/// The most of a promise's words that one line shows, in characters.
const LONGEST: usize = 90;

/// Tells what happened between the two editions.
pub(super) fn run(diff: &Diff, shared: &Shared) -> Outcome {
    let read = Sources::read(&shared.project);
    let (sources, mut findings) = (read.value, read.findings);
    let lines = told(diff, shared, &sources, &mut findings);
    findings.settle();
    report::findings(&findings, &sources, shared);
    match lines.filter(|_| !findings.has_errors()) {
        Some(lines) => {
            lines.iter().for_each(|line| report::say(line));
            Outcome::Done
        }
        None => Outcome::of(&findings).max(Outcome::Content),
    }
}

fn told(
    diff: &Diff,
    shared: &Shared,
    sources: &Sources,
    findings: &mut Findings,
) -> Option<Vec<String>> {
    let project = Project::read(sources, findings)?;
    let before = project.edition(&diff.before, findings);
    let after = project.edition(&diff.after, findings);
    let (before, after) = (before?, after?);
    if before.as_at >= after.as_at {
        findings.push(not_later(&before, &after));
        return None;
    }
    let changes = between(&project.published(&before), &project.published(&after));
    let language = project.language();
    Some(match shared.format {
        Format::Json => changes
            .iter()
            .map(|change| object(change, [before.name, after.name], language).to_string())
            .collect(),
        Format::Human => text(&changes, &before, &after, language),
    })
}

fn not_later(before: &Edition<'_>, after: &Edition<'_>) -> Diagnostic {
    let message = format!(
        "{} shows what was known on {}, and {} what was known on {}: the first is not earlier",
        before.name, before.as_at, after.name, after.as_at
    );
    Diagnostic::error(codes::ORDER, message).help("name the earlier edition first")
}

/// The changes for people, by what happened.
fn text(
    changes: &[Change],
    before: &Edition<'_>,
    after: &Edition<'_>,
    language: &str,
) -> Vec<String> {
    let mut lines = vec![
        format!(
            "From {} (known on {}) to {} (known on {})",
            before.name, before.as_at, after.name, after.as_at
        ),
        counted(changes),
    ];
    for happened in Happened::ALL {
        let mut of: Vec<&Change> =
            changes.iter().filter(|change| change.happened == happened).collect();
        of.sort_by_key(|change| (change.key.kind, change.last().map(|item| item.place)));
        if !of.is_empty() {
            lines.extend([String::new(), title(happened, of.len())]);
            of.iter().for_each(|change| lines.extend(entry(change, language)));
        }
    }
    lines
}

/// How many there are of each, in a sentence.
fn counted(changes: &[Change]) -> String {
    let parts: Vec<String> = Happened::ALL
        .iter()
        .map(|happened| (changes.iter().filter(|one| one.happened == *happened).count(), happened))
        .filter(|(count, _)| *count > 0)
        .map(|(count, happened)| format!("{count} {}", verb(*happened, count)))
        .collect();
    let list = match parts.split_last() {
        None => return "There was nothing to tell of.".to_owned(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
    };
    let promises = if changes.len() == 1 { "promise" } else { "promises" };
    format!("Of {} {promises} to tell of, {list}.", changes.len())
}

/// The heading of a group.
fn title(happened: Happened, count: usize) -> String {
    let (name, means) = match happened {
        Happened::New => ("New", "not there before"),
        Happened::Completed => ("Completed", "called complete"),
        Happened::Closed => {
            ("Closed", "signed off, taken further, replaced, rejected or not achieved")
        }
        Happened::Slipped => ("Slipped", "due later than before, or reported as slipped"),
        Happened::Moved => ("Moved", "to another status"),
        Happened::Updated => ("Updated", "reported on, with the same status"),
        Happened::NoUpdate => ("No update", "open, and nothing was recorded"),
        Happened::Dropped => ("Dropped", "open before, and not among the promises any more"),
    };
    format!("{name} ({count}): {means}")
}

/// What `count` promises did, in a sentence.
fn verb(happened: Happened, count: usize) -> &'static str {
    let one = count == 1;
    match happened {
        Happened::New if one => "is new",
        Happened::New => "are new",
        Happened::Completed if one => "was completed",
        Happened::Completed => "were completed",
        Happened::Closed if one => "was closed",
        Happened::Closed => "were closed",
        Happened::Slipped => "slipped",
        Happened::Moved => "moved",
        Happened::Updated if one => "was updated",
        Happened::Updated => "were updated",
        Happened::NoUpdate => "had no update",
        Happened::Dropped if one => "was dropped",
        Happened::Dropped => "were dropped",
    }
}

/// A promise: its name and words, and what became of its status and date.
fn entry(change: &Change, language: &str) -> [String; 2] {
    let words = change.last().map_or("", |item| item.words.in_language(language));
    let (before, after) = (change.before.as_deref(), change.after.as_deref());
    let status = |item: &Item| match item.ended_otherwise() {
        Some(ended) => format!("{} ({})", item.standing.slug(), ended.slug()),
        None => item.standing.slug().to_owned(),
    };
    let due = |item: &Item| item.due.as_ref().map_or("no date".to_owned(), ToString::to_string);
    let mut facts = vec![moved("", before.map(status), after.map(status))];
    if [before, after].into_iter().flatten().any(|item| item.due.is_some()) {
        facts.push(moved("due ", before.map(due), after.map(due)));
    }
    facts.extend(after.filter(|item| item.overdue).map(|_| "overdue".to_owned()));
    let news = change.last().and_then(|item| item.last_news);
    facts.extend(news.map(|day| format!("last entry {day}")));
    [
        format!("  {}: {}", change.key, report::short(words, LONGEST)),
        format!("      {}", facts.join("; ")),
    ]
}

/// `on-track, was slipped`; once where nothing moved.
fn moved(label: &str, before: Option<String>, after: Option<String>) -> String {
    match (before, after) {
        (Some(before), Some(after)) if before != after => format!("{label}{after}, was {before}"),
        (before, after) => format!("{label}{}", after.or(before).unwrap_or_default()),
    }
}

/// A change for programs. Its keys are described in docs/promises.md.
fn object(change: &Change, [from, to]: [&str; 2], language: &str) -> Value {
    let side = |item: &Item| {
        json!({
            "status": item.standing.slug(),
            "due": item.due.as_ref().map(ToString::to_string),
            "first_due": item.first_due.as_ref().map(ToString::to_string),
            "open": item.is_open(),
            "overdue": item.overdue,
            "ended": item.ended.map(|ended| ended.slug()),
            "last_news": item.last_news.map(|day| day.to_string()),
        })
    };
    json!({
        "from": from,
        "to": to,
        "kind": change.key.kind.slug(),
        "name": change.key.name,
        "happened": change.happened.slug(),
        "words": change.last().map(|item| item.words.in_language(language)),
        "before": change.before.as_deref().map(side),
        "after": change.after.as_deref().map(side),
    })
}
