//! The record of what earlier builds wrote: the only proof that a file is ours.
//!
//! It stands beside the output, never in it. Between two builds it names one
//! version of each file. While a build publishes it names two, the old and the
//! new, so that after a kill whichever is there is known to be ours.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::address;
use super::error::{Kind, Problem};
use super::wrote::Wrote;

/// The form of the record; another number is not ours to read.
const VERSION: u32 = 1;

/// What we wrote, and which directories we made for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    version: u32,
    /// The kind of build; older records do not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    wrote: Option<Wrote>,
    /// The fingerprints of what we may have written at each path.
    pub(super) files: BTreeMap<String, BTreeSet<String>>,
    pub(super) directories: BTreeSet<String>,
}

/// Where a manifest is kept.
pub(super) struct Record {
    path: PathBuf,
    draft: PathBuf,
}

impl Manifest {
    pub(super) fn new() -> Self {
        Self { version: VERSION, wrote: None, files: BTreeMap::new(), directories: BTreeSet::new() }
    }

    /// The kind of build that wrote it; `None` if there was none yet. An older
    /// record is of a draft if it names a draft's mark.
    pub(super) fn wrote_by(&self) -> Option<Wrote> {
        let is_draft = Wrote::Draft.mark().is_some_and(|(name, _)| self.files.contains_key(name));
        let older = if is_draft { Wrote::Draft } else { Wrote::Public };
        self.wrote.or((!self.files.is_empty()).then_some(older))
    }

    /// The same record, of a build of the kind `wrote`.
    pub(super) fn of(self, wrote: Wrote) -> Self {
        Self { wrote: Some(wrote), ..self }
    }

    /// Whether we wrote a file with this fingerprint at `path`.
    pub(super) fn wrote(&self, path: &str, fingerprint: &str) -> bool {
        self.files.get(path).is_some_and(|ours| ours.contains(fingerprint))
    }

    /// Counts a file with this fingerprint at `path` as ours.
    pub(super) fn add(&mut self, path: &str, fingerprint: &str) {
        self.files.entry(path.to_owned()).or_default().insert(fingerprint.to_owned());
    }

    /// This and `other` together.
    pub(super) fn with(mut self, other: &Self) -> Self {
        for (path, prints) in &other.files {
            self.files.entry(path.clone()).or_default().extend(prints.iter().cloned());
        }
        self.directories.extend(other.directories.iter().cloned());
        self
    }

    /// A record that names a path outside the output would have us delete
    /// there, so it is not believed.
    fn is_sound(&self) -> bool {
        let mut paths = self.files.keys().chain(&self.directories);
        self.version == VERSION && paths.all(|path| address::check(path).is_ok())
    }
}

impl Record {
    /// The record in the directory `work`, drafted in `stage`.
    pub(super) fn new(work: &Path, stage: &Path) -> Self {
        Self { path: work.join("manifest.json"), draft: stage.join("manifest.json") }
    }

    /// What it says; an absent record says that nothing is ours.
    pub(super) fn read(&self) -> Result<Manifest, Problem> {
        let bytes = match fs::read(&self.path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Manifest::new()),
            Err(error) => return Err(Problem::io(&self.path, "read", &error)),
        };
        let read = serde_json::from_slice(&bytes).ok().filter(Manifest::is_sound);
        read.ok_or_else(|| self.damaged())
    }

    /// Writes `manifest`, unless the record already says so.
    ///
    /// This is the one file that reaches the disk itself (`fsync`) before the
    /// build goes on. A page lost in a power cut is made again by the next
    /// build; a lost record would leave every page without an owner.
    pub(super) fn write(&self, manifest: &Manifest) -> Result<(), Problem> {
        let save = || -> io::Result<()> {
            let bytes = serde_json::to_vec_pretty(manifest)?;
            if fs::read(&self.path).is_ok_and(|found| found == bytes) {
                return Ok(());
            }
            let mut draft = File::create(&self.draft)?;
            draft.write_all(&bytes)?;
            draft.sync_all()?;
            fs::rename(&self.draft, &self.path)
        };
        save().map_err(|error| Problem::io(&self.path, "written", &error))
    }

    fn damaged(&self) -> Problem {
        Problem::new(
            Kind::Io,
            &self.path,
            "is damaged, or is of another version of Pledgebook",
            "delete it and the output directory, then build again",
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::tests::Place;

    #[test]
    fn reads_back_what_was_written() {
        let place = Place::new();
        let record = Record::new(place.path(), place.path());
        assert_eq!(record.read(), Ok(Manifest::new()));
        let mut manifest = Manifest::new();
        manifest.add("a/b", "1");
        manifest.directories.insert("a".into());
        let record = Record { draft: place.path().join("draft"), ..record };
        record.write(&manifest).unwrap();
        assert_eq!(record.read(), Ok(manifest));
    }

    #[test]
    fn a_record_that_points_outside_or_makes_no_sense_is_refused() {
        let place = Place::new();
        let record = Record::new(place.path(), place.path());
        for text in [
            "",
            "{",
            r#"{"version":2,"files":{},"directories":[]}"#,
            r#"{"version":1,"files":{"../a":[]},"directories":[]}"#,
            r#"{"version":1,"files":{},"directories":["/"]}"#,
        ] {
            place.write("manifest.json", text);
            assert_eq!(record.read(), Err(record.damaged()), "{text}");
        }
    }

    #[test]
    fn an_older_record_is_of_a_draft_if_it_holds_its_mark() {
        assert_eq!(Manifest::new().wrote_by(), None);
        assert_eq!(Manifest::new().of(Wrote::Exempt).wrote_by(), Some(Wrote::Exempt));
        let mut older = Manifest::new();
        older.add("index.html", "1");
        assert_eq!(older.wrote_by(), Some(Wrote::Public));
        older.add("DRAFT-NOT-FOR-PUBLICATION.txt", "2");
        assert_eq!(older.wrote_by(), Some(Wrote::Draft));
    }

    #[test]
    fn the_union_names_both_versions() {
        let (mut old, mut new) = (Manifest::new(), Manifest::new());
        old.add("a", "1");
        new.add("a", "2");
        new.add("b", "3");
        let both = old.with(&new);
        assert!(both.wrote("a", "1") && both.wrote("a", "2") && both.wrote("b", "3"));
        assert!(!both.wrote("b", "1"));
    }
}
