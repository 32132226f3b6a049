//! The changes to the disk, each one small enough to be whole if it is the last.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::PathBuf;

use super::disk::{Disk, Found};
use super::error::Problem;
use super::manifest::{Manifest, Record};

/// One change.
#[derive(Debug)]
pub(super) enum Step {
    /// Records what is ours while old and new stand side by side.
    Record(Manifest),
    /// Deletes a file of ours.
    Delete(String),
    /// Removes a directory of ours if nothing is left in it.
    Close(String),
    /// Makes a directory, and those above it.
    Open(String),
    /// Moves a staged file into place, over the one that is there.
    Move(PathBuf, String),
    /// Records what is ours from now on: this, and those of the directories
    /// that could not be removed because somebody else uses them.
    Settle(Manifest, Vec<String>),
}

/// Takes the steps, phase by phase. Within a phase every step is tried, so that
/// all that is wrong is told; after a phase that failed no other is begun.
pub(super) fn take(
    phases: Vec<Vec<Step>>,
    disk: &Disk,
    record: &Record,
) -> Result<(), BTreeSet<Problem>> {
    for phase in phases {
        let failed = phase.into_iter().filter_map(|step| step.take(disk, record).err());
        let problems: BTreeSet<_> = failed.collect();
        if !problems.is_empty() {
            return Err(problems);
        }
    }
    Ok(())
}

impl Step {
    pub(super) fn take(self, disk: &Disk, record: &Record) -> Result<(), Problem> {
        match self {
            Self::Record(manifest) => record.write(&manifest),
            Self::Delete(path) => {
                told(disk, &path, "deleted", absent(fs::remove_file(disk.at(&path))))
            }
            Self::Close(path) => {
                close(disk, &path);
                Ok(())
            }
            Self::Open(path) => told(disk, &path, "made", fs::create_dir_all(disk.at(&path))),
            Self::Move(from, path) => {
                told(disk, &path, "put in place", fs::rename(from, disk.at(&path)))
            }
            Self::Settle(manifest, spare) => record.write(&settled(manifest, spare, disk)),
        }
    }
}

/// Removes a directory, if it is one and not a link that took its place. A
/// directory that stays, since it is not empty or the system refuses, does no
/// harm: it stays in the record, and the next build tries again.
fn close(disk: &Disk, path: &str) {
    if disk.look(path) == Ok(Found::Directory) {
        drop(fs::remove_dir(disk.at(path)));
    }
}

fn settled(mut manifest: Manifest, spare: Vec<String>, disk: &Disk) -> Manifest {
    let stays = |path: &String| disk.look(path) == Ok(Found::Directory);
    manifest.directories.extend(spare.into_iter().filter(stays));
    manifest
}

/// What is already gone need not be removed.
fn absent(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

fn told(disk: &Disk, path: &str, act: &str, result: io::Result<()>) -> Result<(), Problem> {
    result.map_err(|error| Problem::io(disk.at(path), act, &error))
}
