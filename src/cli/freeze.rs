//! `freeze`: what an edition published, kept in its ledger.

use super::args::{Format, Freeze, Shared};
use super::editions::{Edition, Project};
use super::files::NewFiles;
use super::report::{self, Outcome};
use crate::diagnostic::{Diagnostic, Findings, Severity, Span, codes};
use crate::disclosure::Asked;
use crate::model::When;
use crate::register::ledger::{self, Published};
use crate::register::{Key, Ledger};
use crate::sources::Sources;
use crate::write::Memory;
use crate::yaml::{self, Doc, Text};
use std::collections::{BTreeMap, BTreeSet};

/// How an edition stands beside its ledger.
enum Frozen {
    /// There was no ledger: this file is to be written.
    New(String, String),
    /// The ledger says the same already.
    Same(String),
}

/// Freezes the edition.
pub(super) fn run(freeze: &Freeze, shared: &Shared) -> Outcome {
    let read = Sources::read(&shared.project);
    let (sources, mut findings) = (read.value, read.findings);
    let frozen = freeze_in(&freeze.edition, &sources, &mut findings);
    let done = frozen.filter(|_| !findings.has_errors()).and_then(|frozen| {
        let done = write(&frozen, shared);
        done.map_err(|found| findings.extend(found)).ok().map(|()| frozen)
    });
    findings.settle();
    report::findings(&findings, &sources, shared);
    match done {
        Some(frozen) => {
            tell(&frozen, shared);
            Outcome::Done
        }
        None => Outcome::of(&findings).max(Outcome::Content),
    }
}

fn write(frozen: &Frozen, shared: &Shared) -> Result<(), Findings> {
    match frozen {
        Frozen::New(path, text) => {
            let files: NewFiles = [(path.clone(), text.clone())].into_iter().collect();
            files.write(&shared.project)
        }
        Frozen::Same(_) => Ok(()),
    }
}

fn tell(frozen: &Frozen, shared: &Shared) {
    let (path, wrote) = match frozen {
        Frozen::New(path, _) => (path, true),
        Frozen::Same(path) => (path, false),
    };
    match (shared.format, wrote) {
        (Format::Json, true) => report::say(&serde_json::json!({"wrote": path}).to_string()),
        (Format::Human, true) if !shared.quiet => {
            report::say(&format!("Wrote {path}"));
            report::say(
                "Keep it with the project: it remembers what was promised, whatever becomes of the records.",
            );
        }
        (Format::Human, false) if !shared.quiet => {
            report::say(&format!("Nothing to write: {path} says the same already."));
        }
        _ => {}
    }
}

fn freeze_in(name: &str, sources: &Sources, findings: &mut Findings) -> Option<Frozen> {
    let project = Project::read(sources, findings)?;
    let edition = project.edition(name, findings)?;
    if !can_be_published(name, sources, findings) {
        return None;
    }
    let text = ledger_of(&edition, project.language(), findings)?;
    let Some(kept) = project.site.ledgers.iter().find(|doc| doc.value.edition == name) else {
        return Some(Frozen::New(format!("data/published/{name}.yaml"), text));
    };
    let now: Doc<Ledger> = yaml::read(&Text::file("ledger", &text), findings)?;
    let differences = differences(&kept.value, &now.value);
    if differences.is_empty() {
        return Some(Frozen::Same(kept.file.to_string()));
    }
    findings.push(differs(kept, differences));
    None
}

/// Whether nothing is wrong with the edition's own pages. What is wrong with
/// others does not keep it from having been published.
fn can_be_published(name: &str, sources: &Sources, findings: &mut Findings) -> bool {
    let folder = format!("content/{name}/");
    let is_own = |found: &Diagnostic| {
        let file = found.span.as_ref().map(|span| &*span.file);
        found.severity == Severity::Error && file.is_some_and(|file| file.starts_with(&folder))
    };
    let mut found = Findings::new();
    // Only what is wrong is wanted.
    let _ = crate::make(sources, &Asked::default(), &Memory::new(), &mut found);
    found.retain(is_own);
    let sound = !found.has_errors();
    findings.extend(found);
    sound
}

/// The ledger of what the edition shows, as YAML.
fn ledger_of(edition: &Edition<'_>, language: &str, findings: &mut Findings) -> Option<String> {
    let text = ledger::write(
        (edition.name, edition.as_at),
        edition.register,
        &edition.view.figures(),
        language,
    );
    if text.is_none() {
        let message = format!("the promises of {} cannot be written as YAML", edition.name);
        findings.push(Diagnostic::error(codes::WRITE, message));
    }
    text
}

fn differs(kept: &Doc<Ledger>, differences: Vec<String>) -> Diagnostic {
    let Ledger { edition, .. } = &kept.value;
    let message = format!("{edition} was published otherwise than it is shown now");
    let found = Diagnostic::error(codes::LEDGER_DIFFERS, message).at(Span::file(kept.file.clone()));
    let found = differences.into_iter().fold(found, Diagnostic::note);
    found.help(
        "put the records right, with later entries dated after the edition; only a ledger of \
         something that was never published may be deleted and frozen anew",
    )
}

/// What a ledger says otherwise than the edition now, in order of name.
fn differences(kept: &Ledger, now: &Ledger) -> Vec<String> {
    let by_key = |ledger: &Ledger| -> BTreeMap<Key, Published> {
        ledger.promises.iter().map(|one| (one.key(), one.clone())).collect()
    };
    let (was, is) = (by_key(kept), by_key(now));
    let keys: BTreeSet<&Key> = was.keys().chain(is.keys()).collect();
    let as_at = (kept.as_at != now.as_at)
        .then(|| format!("it showed what was known on {}, and now {}", kept.as_at, now.as_at));
    let promises = keys.into_iter().flat_map(|key| match (was.get(key), is.get(key)) {
        (Some(was), Some(is)) => changed(key, was, is),
        (Some(_), None) => vec![format!("{key} was published, and no record holds it any more")],
        (None, _) => vec![format!("{key} was not published, and is shown now")],
    });
    as_at.into_iter().chain(promises).collect()
}

fn changed(key: &Key, was: &Published, is: &Published) -> Vec<String> {
    let due = |one: &Published| one.due.as_ref().map_or("no date".to_owned(), When::to_string);
    let ended = |one: &Published| one.ended.map_or("open", |ended| ended.slug()).to_owned();
    let facts = [
        ("status", was.status.clone(), is.status.clone()),
        ("due", due(was), due(is)),
        ("ended", ended(was), ended(is)),
    ];
    let facts = facts.into_iter().filter(|(_, was, is)| was != is);
    let mut lines: Vec<String> = facts
        .map(|(what, was, is)| format!("{key}: {what} was published as {was}, and is {is} now"))
        .collect();
    if was.words != is.words {
        lines.push(format!("{key} was published in other words"));
    }
    lines
}
