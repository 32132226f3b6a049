//! What stands in the output, compared with what we wrote and what we want.
//!
//! The survey only reads. It sorts the files of earlier builds that are no
//! longer made, and refuses if anything that is not ours would be lost.

use std::collections::BTreeSet;

use super::address::Ground;
use super::disk::{Disk, Found};
use super::error::{Kind, Problem, WriteError};
use super::manifest::Manifest;
use super::plan::Made;

/// What a publication may change.
#[derive(Default)]
pub(super) struct Survey {
    /// Files of ours to delete first, since something new takes their place.
    pub(super) cleared: BTreeSet<String>,
    /// Files of ours to delete last.
    pub(super) retired: BTreeSet<String>,
    /// Directories of this build that are ours: we make them, or made them.
    pub(super) opened: BTreeSet<String>,
}

/// Looks at everything, and tells everything that is in the way.
pub(super) fn survey(
    made: &[Made],
    ground: &Ground<'_>,
    old: &Manifest,
    disk: &Disk,
) -> Result<Survey, WriteError> {
    let (mut survey, mut problems) = old_files(made, ground, old, disk);
    let judge = Judge {
        disk,
        old,
        ours: Names::new(disk, &old.directories),
        cleared: Names::new(disk, &survey.cleared),
    };
    for file in made {
        problems.extend(judge.in_the_way_of(file).unwrap_or_else(|problem| vec![problem]));
    }
    for path in ground.directories() {
        match judge.is_for_us(path) {
            Ok(ours) => survey.opened.extend(ours.then(|| path.to_owned())),
            Err(problem) => problems.extend([problem]),
        }
    }
    WriteError::if_any(problems)?;
    Ok(survey)
}

/// A file that is no longer made goes if its bytes are still ours.
fn old_files(
    made: &[Made],
    ground: &Ground<'_>,
    old: &Manifest,
    disk: &Disk,
) -> (Survey, BTreeSet<Problem>) {
    let (mut survey, mut problems) = (Survey::default(), BTreeSet::new());
    let still: BTreeSet<_> = made.iter().map(|file| file.path.as_str()).collect();
    for path in old.files.keys().filter(|path| !still.contains(path.as_str())) {
        let goes = if ground.clashes(path) { &mut survey.cleared } else { &mut survey.retired };
        match is_ours(path, old, disk) {
            Ok(ours) => goes.extend(ours.then(|| path.clone())),
            Err(problem) => problems.extend([problem]),
        }
    }
    (survey, problems)
}

fn is_ours(path: &str, old: &Manifest, disk: &Disk) -> Result<bool, Problem> {
    Ok(disk.look(path)? == Found::File && old.wrote(path, &disk.fingerprint(path)?))
}

/// Paths, as the disk tells them apart.
struct Names<'a> {
    disk: &'a Disk,
    names: BTreeSet<String>,
}

impl<'a> Names<'a> {
    fn new(disk: &'a Disk, paths: &BTreeSet<String>) -> Self {
        Self { disk, names: paths.iter().map(|path| disk.name(path)).collect() }
    }

    fn hold(&self, path: &str) -> bool {
        self.names.contains(&self.disk.name(path))
    }
}

/// What is needed to judge one path.
struct Judge<'a> {
    disk: &'a Disk,
    old: &'a Manifest,
    /// Directories of earlier builds.
    ours: Names<'a>,
    cleared: Names<'a>,
}

impl Judge<'_> {
    /// Everything that is not ours and stands where `file` must go.
    fn in_the_way_of(&self, file: &Made) -> Result<Vec<Problem>, Problem> {
        let path = file.path.as_str();
        let stands = match self.disk.look(path)? {
            Found::Nothing if file.staged.is_none() => return Ok(vec![self.vanished(path)]),
            Found::Nothing => return Ok(Vec::new()),
            Found::Directory => return self.what_stays_in(path),
            Found::File if file.staged.is_none() || self.is_replaceable(file)? => {
                return Ok(Vec::new());
            }
            Found::File => path,
            Found::Below(above) if self.cleared.hold(above) => return Ok(Vec::new()),
            Found::Below(above) | Found::Odd(above) => above,
        };
        Ok(vec![self.in_the_way(stands)])
    }

    fn is_replaceable(&self, file: &Made) -> Result<bool, Problem> {
        let stands = self.disk.fingerprint(&file.path)?;
        let ours = stands == file.fingerprint || self.old.wrote(&file.path, &stands);
        Ok(ours || self.cleared.hold(&file.path))
    }

    /// A directory gives way to a file only if we made it and clear all of it.
    fn what_stays_in(&self, path: &str) -> Result<Vec<Problem>, Problem> {
        let inner = self.disk.below(path)?.into_iter();
        let all = inner.chain([(path.to_owned(), true)]);
        let goes = |is_directory| if is_directory { &self.ours } else { &self.cleared };
        let stays = all.filter(|(path, is_directory)| !goes(*is_directory).hold(path));
        Ok(stays.map(|(path, _)| self.in_the_way(&path)).collect())
    }

    /// Whether the directory that this build needs at `path` is ours, or will be.
    fn is_for_us(&self, path: &str) -> Result<bool, Problem> {
        Ok(self.disk.look(path)? != Found::Directory || self.ours.hold(path))
    }

    fn in_the_way(&self, path: &str) -> Problem {
        let what = match self.disk.look(path) {
            Ok(Found::Odd(_)) => "is in the way: links and devices are never followed or replaced",
            Ok(Found::Directory) => "is in the way: a directory that Pledgebook did not make",
            _ if self.old.files.contains_key(path) => {
                "is in the way: it was changed after Pledgebook wrote it"
            }
            _ => "is in the way: Pledgebook did not write it",
        };
        let help =
            "move or delete what is in the way, or build into another directory with `--output`";
        Problem::new(Kind::Conflict, self.disk.at(path), what, help)
    }

    fn vanished(&self, path: &str) -> Problem {
        let what = "was deleted by another program during the build";
        Problem::new(Kind::Conflict, self.disk.at(path), what, "build again")
    }
}
