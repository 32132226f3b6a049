//! A locked build, staged beside the output directory.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::disk::{self, Disk};
use super::error::{Kind, Problem, WriteError};
use super::manifest::{Manifest, Record};
use super::plan::{Made, Plan};
use super::wrote::Wrote;
use super::{Look, Sink, Staged, Summary, address, steps};
use rayon::prelude::*;

/// A build on its way to the output directory.
///
/// It holds the lock until it is published or dropped. Dropped without
/// [`Stage::publish`], it takes its staged files away and leaves the output as
/// it was; if the process is killed the system frees the lock, and the next
/// build clears the stage.
pub struct Stage {
    disk: Disk,
    stage: PathBuf,
    record: Record,
    old: Manifest,
    wrote: Wrote,
    /// The spellings that the record has of each address.
    spellings: BTreeMap<String, BTreeSet<String>>,
    made: Mutex<Vec<Made>>,
    failed: Mutex<BTreeSet<Problem>>,
    count: AtomicUsize,
    /// Dropped last, so that the lock is held until the stage is gone.
    _lock: File,
}

impl Stage {
    /// Locks the output directory `output`, which need not exist yet, and
    /// prepares an empty stage in `.NAME.pledgebook` beside it, for a build of
    /// the kind `wrote`.
    ///
    /// # Errors
    /// If the directory cannot be used, or a build of another kind wrote it.
    pub fn open(output: &Path, wrote: Wrote) -> Result<Self, WriteError> {
        // Without a `/` at its end, behind which the system would follow a link.
        let output: PathBuf = output.components().collect();
        let work = beside(&output)?;
        disk::check_directory(&output)?;
        disk::check_directory(&work)?;
        make(&work)?;
        let lock = lock(&work, &output)?;
        same_disk(&output, &work)?;
        let stage = work.join("stage");
        let record = Record::new(&work, &stage);
        let old = record.read()?;
        same_kind(&old, wrote, &output)?;
        clear(&stage)?;
        make(&stage)?;
        Ok(Self {
            disk: Disk::new(&output, &stage),
            stage,
            record,
            spellings: spellings(&old),
            old,
            wrote,
            made: Mutex::default(),
            failed: Mutex::default(),
            count: AtomicUsize::new(0),
            _lock: lock,
        })
    }

    /// Makes the output directory hold what was put, and nothing of an earlier
    /// build that was not.
    ///
    /// If anything is in the way, everything that is gets told and nothing is
    /// changed. If the system refuses in the middle, every file is whole, old
    /// or new, and the next build completes the change.
    pub fn publish(self) -> Result<Summary, WriteError> {
        let plan = self.plan()?;
        steps::take(plan.phases, &self.disk, &self.record).map_err(half_done)?;
        Ok(plan.summary)
    }

    /// A file that could not be staged must stop the publication: its old
    /// version would be deleted as no longer made.
    pub(super) fn plan(&self) -> Result<Plan, WriteError> {
        WriteError::if_any(std::mem::take(&mut *held(&self.failed)))?;
        let mut made = std::mem::take(&mut *held(&self.made));
        made.sort_by(|a, b| a.path.cmp(&b.path));
        Plan::draw(&made, &self.old, self.wrote, &self.disk)
    }

    fn keep(&self, path: &str, bytes: &[u8]) -> Result<(), Problem> {
        address::check(path)?;
        let in_place = !self.is_respelt(path) && self.disk.holds(path, bytes);
        let made = Made {
            path: path.to_owned(),
            fingerprint: disk::fingerprint(bytes),
            length: bytes.len() as u64,
            staged: if in_place { None } else { Some(self.stage(path, bytes)?) },
        };
        held(&self.made).push(made);
        Ok(())
    }

    /// Whether the record has this address in other letters. Then the file that
    /// is in place may be the one that is about to be deleted.
    fn is_respelt(&self, path: &str) -> bool {
        let known = self.spellings.get(&address::key(path));
        known.is_some_and(|spellings| spellings.iter().any(|spelling| spelling != path))
    }

    /// Staged files are numbered, since two paths that cannot stand side by
    /// side in the output are to be told about, not to fail here.
    fn stage(&self, path: &str, bytes: &[u8]) -> Result<PathBuf, Problem> {
        let staged = self.stage.join(self.count.fetch_add(1, Ordering::Relaxed).to_string());
        fs::write(&staged, bytes)
            .map_err(|error| Problem::io(self.disk.at(path), "staged", &error))?;
        Ok(staged)
    }
}

impl Sink for Stage {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        self.keep(path, bytes).map_err(|problem| {
            held(&self.failed).insert(problem.clone());
            problem.into()
        })
    }
}

impl Staged for Stage {
    /// Each is read where it waits, or in the output if the same bytes are there.
    fn each(&self, look: &Look<'_>) {
        let place = |file: &Made| {
            let waits = file.staged.clone().unwrap_or_else(|| self.disk.at(&file.path));
            (file.path.clone(), waits)
        };
        let files: Vec<(String, PathBuf)> = held(&self.made).iter().map(place).collect();
        files.par_iter().for_each(|(path, waits)| match fs::read(waits) {
            Ok(bytes) => look(path, Ok(&bytes)),
            Err(error) => look(path, Err(error)),
        });
    }
}

impl Drop for Stage {
    /// What cannot be removed now is removed by the next build.
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.stage));
    }
}

#[cfg(test)]
impl Stage {
    /// Publishes like a build that is killed after so many steps. Tells
    /// whether it came to the end.
    pub(super) fn publish_in_part(self, steps: usize) -> Result<bool, WriteError> {
        let all: Vec<_> = self.plan()?.phases.into_iter().flatten().collect();
        let complete = all.len() <= steps;
        let taken = all.into_iter().take(steps).map(|step| vec![step]).collect();
        steps::take(taken, &self.disk, &self.record).map_err(half_done)?;
        Ok(complete)
    }
}

/// The directory for the lock, the record and the stage: beside the output, so
/// that it is on the same disk and never published.
fn beside(output: &Path) -> Result<PathBuf, Problem> {
    let Some(name) = output.file_name() else {
        let help = "name a directory to build into, such as `--output public`";
        return Err(Problem::new(Kind::Io, output, "is not the name of a directory", help));
    };
    let mut work = OsString::from(".");
    work.push(name);
    work.push(".pledgebook");
    Ok(output.with_file_name(work))
}

/// The lock goes with the process, however it ends. The file stays: deleting
/// it would let a third build lock a new one while a second holds the old.
fn lock(work: &Path, output: &Path) -> Result<File, Problem> {
    let path = work.join("lock");
    let opened = OpenOptions::new().create(true).write(true).truncate(false).open(&path);
    let file = opened.map_err(|error| Problem::io(&path, "opened", &error))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Problem::new(
            Kind::Busy,
            output,
            "is being written by another build",
            "wait until it has ended, then build again",
        )),
        Err(TryLockError::Error(error)) => Err(Problem::io(&path, "locked", &error)),
    }
}

/// Refuses a directory that a build of another kind wrote.
fn same_kind(old: &Manifest, wrote: Wrote, output: &Path) -> Result<(), Problem> {
    let Some(other) = old.wrote_by().filter(|other| *other != wrote) else { return Ok(()) };
    Err(Problem::new(
        Kind::OtherBuild,
        output,
        format!("was written by {}, and this is {}", other.name(), wrote.name()),
        format!(
            "build into another directory with `-o DIR`; to use this one, delete it and `{}` first",
            beside(output)?.display()
        ),
    ))
}

fn make(directory: &Path) -> Result<(), Problem> {
    fs::create_dir_all(directory).map_err(|error| Problem::io(directory, "made", &error))
}

/// Removes what a killed build left; a link is removed, not followed.
fn clear(stage: &Path) -> Result<(), Problem> {
    match fs::remove_dir_all(stage) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(Problem::io(stage, "removed", &error))
        }
        _ => Ok(()),
    }
}

/// A rename is whole only within one disk, so an output directory that is
/// itself a mounted disk is refused before anything is built.
#[cfg(unix)]
fn same_disk(output: &Path, work: &Path) -> Result<(), Problem> {
    use std::os::unix::fs::MetadataExt;
    let device = |path: &Path| fs::metadata(path).map(|found| found.dev()).ok();
    if device(output).is_none_or(|disk| Some(disk) == device(work)) {
        return Ok(());
    }
    Err(Problem::new(
        Kind::Io,
        output,
        "is a mounted disk, and files cannot be moved onto it whole",
        "build into a directory inside it, with `--output`",
    ))
}

/// Elsewhere the first rename tells.
#[cfg(not(unix))]
fn same_disk(_: &Path, _: &Path) -> Result<(), Problem> {
    Ok(())
}

fn spellings(manifest: &Manifest) -> BTreeMap<String, BTreeSet<String>> {
    let mut spellings: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for path in manifest.files.keys() {
        spellings.entry(address::key(path)).or_default().insert(path.clone());
    }
    spellings
}

/// Says, for a refusal in the middle, what state the output is in.
fn half_done(problems: BTreeSet<Problem>) -> WriteError {
    let kind = problems.first().map_or(Kind::Io, |first| first.kind);
    let help = |problem: Problem| {
        let state = "every file in the output is whole, old or new";
        Problem { help: format!("{} ({state})", problem.help), ..problem }
    };
    WriteError { kind, problems: problems.into_iter().map(help).collect() }
}

/// A thread that panicked while holding the lock left nothing half said: each
/// holds it for one push.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
