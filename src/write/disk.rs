//! The output directory as it stands: looked at without following any link.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::address::{Blind, parents};
use super::error::{Kind, Problem};

/// What stands at a path of the output.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found<'a> {
    /// Nothing; there may be directories above it.
    Nothing,
    /// A regular file.
    File,
    /// A directory.
    Directory,
    /// A regular file at this path above it.
    Below(&'a str),
    /// At this path, itself or above it, a link or a device.
    Odd(&'a str),
}

/// The output directory.
pub(super) struct Disk {
    root: PathBuf,
    blind: Blind,
}

/// The SHA-256 of `bytes`, in hexadecimal.
pub(super) fn fingerprint(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

/// What stands at `path`, wherever that is; a link is not followed.
pub(super) fn stands(path: &Path) -> Result<Option<fs::FileType>, Problem> {
    match fs::symlink_metadata(path) {
        Ok(metadata) => Ok(Some(metadata.file_type())),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Problem::io(path, "looked at", &error)),
    }
}

/// Refuses a `path` at which something stands that is not a directory.
pub(super) fn check_directory(path: &Path) -> Result<(), Problem> {
    const HELP: &str = "move it away, or build into another directory with `--output`";
    match stands(path)? {
        None => Ok(()),
        Some(kind) if kind.is_dir() => Ok(()),
        Some(kind) if kind.is_symlink() => Err(Problem::new(
            Kind::Conflict,
            path,
            "is a symbolic link, which is never followed",
            "replace the link by a directory, or name the directory it points at with `--output`",
        )),
        Some(_) => Err(Problem::new(Kind::Conflict, path, "is not a directory", HELP)),
    }
}

/// Tried out, since only the disk knows; a name it cannot hold tells nothing.
fn blind(stage: &Path) -> Blind {
    let answers = |written: &str, asked: &str| {
        let written = stage.join(written);
        let answers = fs::write(&written, []).is_ok() && stage.join(asked).exists();
        drop(fs::remove_file(written));
        answers
    };
    Blind { to_case: answers("try", "TRY"), to_encoding: answers("\u{e9}", "e\u{301}") }
}

impl Disk {
    /// The output directory `root`, on the same disk as the writable `stage`.
    pub(super) fn new(root: &Path, stage: &Path) -> Self {
        Self { root: root.to_owned(), blind: blind(stage) }
    }

    /// What `path` has in common with the paths that this disk takes for the
    /// same. Where case does not count, asking for `a` also finds `A`.
    pub(super) fn name(&self, path: &str) -> String {
        self.blind.sees(path)
    }

    /// Where `path` is on the file system.
    pub(super) fn at(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// What stands at `path`. Every directory above it is looked at first, so
    /// that no link among them is followed.
    pub(super) fn look<'a>(&self, path: &'a str) -> Result<Found<'a>, Problem> {
        for above in parents(path) {
            match stands(&self.at(above))? {
                None => return Ok(Found::Nothing),
                Some(kind) if kind.is_dir() => {}
                Some(kind) if kind.is_file() => return Ok(Found::Below(above)),
                Some(_) => return Ok(Found::Odd(above)),
            }
        }
        Ok(match stands(&self.at(path))? {
            None => Found::Nothing,
            Some(kind) if kind.is_dir() => Found::Directory,
            Some(kind) if kind.is_file() => Found::File,
            Some(_) => Found::Odd(path),
        })
    }

    /// Whether the file at `path` has exactly these bytes. A file that cannot
    /// be read does not: what is wrong with it is told when it is surveyed.
    pub(super) fn holds(&self, path: &str, bytes: &[u8]) -> bool {
        let at = self.at(path);
        let long = |at: &Path| fs::symlink_metadata(at).map(|found| found.len()).ok();
        self.look(path) == Ok(Found::File)
            && long(&at) == u64::try_from(bytes.len()).ok()
            && fs::read(&at).is_ok_and(|found| found == bytes)
    }

    /// The fingerprint of the file at `path`.
    pub(super) fn fingerprint(&self, path: &str) -> Result<String, Problem> {
        let at = self.at(path);
        let bytes = fs::read(&at).map_err(|error| Problem::io(at, "read", &error))?;
        Ok(fingerprint(&bytes))
    }

    /// Everything below the directory at `path`, and whether it is a directory.
    pub(super) fn below(&self, path: &str) -> Result<Vec<(String, bool)>, Problem> {
        let mut found = Vec::new();
        for entry in self.list(path)? {
            let deeper = if entry.1 { self.below(&entry.0)? } else { Vec::new() };
            found.push(entry);
            found.extend(deeper);
        }
        Ok(found)
    }

    fn list(&self, path: &str) -> Result<Vec<(String, bool)>, Problem> {
        let read = || -> std::io::Result<Vec<_>> {
            fs::read_dir(self.at(path))?
                .map(|entry| {
                    let entry = entry?;
                    let name = format!("{path}/{}", entry.file_name().to_string_lossy());
                    Ok((name, entry.file_type()?.is_dir()))
                })
                .collect()
        };
        read().map_err(|error| Problem::io(self.at(path), "listed", &error))
    }
}
