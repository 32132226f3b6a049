//! The disclosure log: what was withheld and why, for officers, beside the
//! output and never in it.

use super::report;
use crate::disclosure::{Defence, LogEntry, NamedProof};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The columns of the list.
const COLUMNS: [&str; 9] = [
    "place",
    "shown",
    "reason",
    "rule",
    "could be from",
    "could be to",
    "approved by",
    "approved on",
    "why",
];

/// The folder of the log of an output: `public-disclosure-log` for `public`.
pub(super) fn folder(output: &Path) -> PathBuf {
    let name = output.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    output.with_file_name(format!("{name}-disclosure-log"))
}

/// Writes the log beside `output`, or takes away that of an earlier build when
/// there is nothing to tell; says so on the terminal unless it is to be quiet.
pub(super) fn write(output: &Path, log: &[LogEntry], defence: &Defence, is_quiet: bool) {
    let folder = folder(output);
    let done = match log.is_empty() {
        true => clear(&folder),
        false => keep(&folder, log, defence),
    };
    match done {
        Ok(()) if log.is_empty() || is_quiet => {}
        Ok(()) => {
            report::say(&format!("{} The log for officers is in {}", tell(log), folder.display()));
        }
        Err(error) => report::warn(&format!(
            "The disclosure log could not be written to `{}`: {error}",
            folder.display()
        )),
    }
}

/// How many places are withheld, in a sentence.
fn tell(log: &[LogEntry]) -> String {
    let withheld = log.iter().filter(|entry| entry.is_withheld).count();
    let by_rule = log.iter().filter(|entry| entry.is_withheld && entry.reason.rule().is_some());
    let by_rule = by_rule.count();
    let places = if withheld == 1 { "1 place is" } else { &format!("{withheld} places are") };
    format!(
        "{places} withheld to protect privacy: {by_rule} by rule, {} so that they cannot be worked out.",
        withheld - by_rule
    )
}

fn clear(folder: &Path) -> io::Result<()> {
    for name in ["cells.csv", "proofs.json"] {
        match fs::remove_file(folder.join(name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    // A folder that holds something of somebody else's stays.
    drop(fs::remove_dir(folder));
    Ok(())
}

fn keep(folder: &Path, log: &[LogEntry], defence: &Defence) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    whole(&folder.join("cells.csv"), &list(log))?;
    whole(&folder.join("proofs.json"), &proofs(&defence.proofs)?)
}

/// Writes a file whole, by way of a new one beside it.
fn whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let new = path.with_extension("new");
    let mut file = fs::File::create(&new)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(new, path)
}

/// A line for each place.
fn list(log: &[LogEntry]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let rows = std::iter::once(COLUMNS.map(str::to_owned)).chain(log.iter().map(row));
    for row in rows {
        // Writing to memory fails only when memory does.
        drop(writer.write_record(&row));
    }
    writer.into_inner().unwrap_or_default()
}

fn row(entry: &LogEntry) -> [String; 9] {
    let end = |pick: fn((i64, i64)) -> i64| {
        entry.between.map(|range| pick(range).to_string()).unwrap_or_default()
    };
    let exception = entry.exception.as_ref();
    let words = |pick: fn(&crate::model::policy::Exception) -> String| {
        exception.map(pick).unwrap_or_default()
    };
    [
        entry.place.clone(),
        if entry.is_withheld { "withheld" } else { "shown" }.to_owned(),
        entry.reason.slug().to_owned(),
        entry.reason.rule().map(|rule| rule.slug().to_owned()).unwrap_or_default(),
        end(|(low, _)| low),
        end(|(_, high)| high),
        words(|one| one.approved_by.in_language("").to_owned()),
        words(|one| one.date.to_string()),
        words(|one| one.why.in_language("").to_owned()),
    ]
}

/// The proofs: for each withheld count two ways in which everything published
/// could have come about.
fn proofs(proofs: &[NamedProof]) -> io::Result<Vec<u8>> {
    let all: Vec<serde_json::Value> = proofs
        .iter()
        .map(|proof| serde_json::json!({"place": proof.place, "one": proof.low, "other": proof.high}))
        .collect();
    Ok(serde_json::to_vec_pretty(&all)?)
}
