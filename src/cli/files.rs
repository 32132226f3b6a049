//! Files that must not be there yet: all of them are written, or none.

use crate::diagnostic::{Diagnostic, Findings, codes};
use std::collections::BTreeMap;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// New files, by their path from the project's folder with `/` between names.
#[derive(Debug, Default)]
pub(super) struct NewFiles(BTreeMap<String, String>);

impl FromIterator<(String, String)> for NewFiles {
    fn from_iter<T: IntoIterator<Item = (String, String)>>(files: T) -> Self {
        Self(files.into_iter().collect())
    }
}

impl NewFiles {
    /// Their paths, in order.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Their paths and texts.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// Writes them all into `project`.
    ///
    /// # Errors
    /// What is in the way, each a finding, or what could not be written; then
    /// no file of ours is left behind.
    pub(super) fn write(&self, project: &Path) -> Result<(), Findings> {
        let in_the_way: Findings =
            self.paths().filter_map(|path| obstacle(project, path)).collect();
        if in_the_way.has_errors() {
            return Err(in_the_way);
        }
        let mut written = Written::default();
        for (path, text) in self.iter() {
            if let Err(error) = written.add(project, path, text) {
                written.undo();
                return Err(Findings::from_iter([cannot(path, &error)]));
            }
        }
        Ok(())
    }
}

/// What stands where `path` should go: the file itself, or a link or file
/// where a folder should be.
fn obstacle(project: &Path, path: &str) -> Option<Diagnostic> {
    let mut place = project.to_owned();
    let mut names = path.split('/').peekable();
    while let Some(name) = names.next() {
        place.push(name);
        let kind = fs::symlink_metadata(&place).ok()?.file_type();
        if kind.is_symlink() || !kind.is_dir() || names.peek().is_none() {
            let shown = place.strip_prefix(project).unwrap_or(&place).display().to_string();
            let message = format!("`{}` is there already", shown.replace('\\', "/"));
            let help = "move it away or choose another name; nothing has been written";
            return Some(Diagnostic::error(codes::CONFLICT, message).help(help));
        }
    }
    None
}

/// What has been written so far.
#[derive(Default)]
struct Written {
    files: Vec<PathBuf>,
    folders: Vec<PathBuf>,
}

impl Written {
    fn add(&mut self, project: &Path, path: &str, text: &str) -> std::io::Result<()> {
        let file = project.join(path);
        let above: Vec<&Path> = file.ancestors().skip(1).take_while(|a| !a.exists()).collect();
        for folder in above.into_iter().rev() {
            fs::create_dir(folder)?;
            self.folders.push(folder.to_owned());
        }
        whole(&file, text)?;
        self.files.push(file);
        Ok(())
    }

    /// Takes everything away again, and leaves what others put there since.
    fn undo(&self) {
        self.files.iter().for_each(|file| drop(fs::remove_file(file)));
        self.folders.iter().rev().for_each(|folder| drop(fs::remove_dir(folder)));
    }
}

/// Writes a file whole or not at all: under a hidden name first, which nothing
/// reads.
fn whole(file: &Path, text: &str) -> std::io::Result<()> {
    let name = file.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let hidden = file.with_file_name(format!(".{name}.new"));
    let done = fs::File::create(&hidden)
        .and_then(|mut opened| opened.write_all(text.as_bytes()).and_then(|()| opened.sync_all()))
        .and_then(|()| fs::rename(&hidden, file));
    if done.is_err() {
        let _ = fs::remove_file(&hidden);
    }
    done
}

fn cannot(path: &str, error: &std::io::Error) -> Diagnostic {
    let why = match error.kind() {
        ErrorKind::PermissionDenied => "permission denied".to_owned(),
        _ => error.to_string(),
    };
    Diagnostic::error(codes::WRITE, format!("`{path}` cannot be written: {why}"))
        .help("check that you may write there; nothing has been written")
}
