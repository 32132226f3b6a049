//! Every input file, read once: the only reader of the disk.
//!
//! What cannot be read is a finding, never a panic, and never stops the
//! reading of the rest. Links are not followed, hidden files are not seen.

use crate::diagnostic::{Checked, Diagnostic, Findings, Span, codes};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use walkdir::{DirEntry, WalkDir};

/// The folders of a project that are read.
const ROOMS: [&str; 3] = ["content", "data", "themes"];
/// More than any report's YAML or Markdown file; a guard against mistakes.
const LARGEST_TEXT: u64 = 8 * 1024 * 1024;
/// The largest picture or attachment.
const LARGEST_ASSET: u64 = 64 * 1024 * 1024;
/// The endings of files that are read as text.
const TEXTS: [&str; 6] = ["yaml", "md", "html", "css", "svg", "txt"];

/// Every file of a project, by its path from the project's folder with `/`
/// between names.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    texts: BTreeMap<String, Arc<str>>,
    assets: BTreeMap<String, Arc<[u8]>>,
}

impl Sources {
    /// Reads the project in `root`.
    pub fn read(root: &Path) -> Checked<Self> {
        let mut sources = Self::default();
        let mut findings = Findings::new();
        for room in ROOMS {
            if root.join(room).exists() {
                sources.read_room(root, room, &mut findings);
            }
        }
        Checked { value: sources, findings }
    }

    /// The text of `path`, if it is a text that was read.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.texts.get(path).map(|text| &**text)
    }

    /// Every text under the folder `room`, in order of path.
    pub fn texts_in(&self, room: &str) -> impl Iterator<Item = (&str, &str)> {
        let prefix = format!("{room}/");
        self.texts
            .iter()
            .filter(move |(path, _)| path.starts_with(&prefix))
            .map(|(path, text)| (path.as_str(), &**text))
    }

    /// Every file under `room` that is neither a page nor data: pictures,
    /// attachments, and text files such as SVG.
    pub fn assets_in(&self, room: &str) -> BTreeMap<String, Arc<[u8]>> {
        let prefix = format!("{room}/");
        let texts = self.texts.iter().filter(|(path, _)| !is_page_or_data(path));
        let texts = texts.map(|(path, text)| (path.clone(), Arc::from(text.as_bytes())));
        let files = self.assets.iter().map(|(path, bytes)| (path.clone(), bytes.clone()));
        texts.chain(files).filter(|(path, _)| path.starts_with(&prefix)).collect()
    }

    /// Adds a text, as if it had been read. For tests and for what is embedded.
    pub fn add_text(&mut self, path: impl Into<String>, text: impl Into<Arc<str>>) {
        self.texts.insert(path.into(), text.into());
    }

    fn read_room(&mut self, root: &Path, room: &str, findings: &mut Findings) {
        let walk = WalkDir::new(root.join(room)).sort_by_file_name().follow_links(false);
        for entry in walk.into_iter().filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry))
        {
            match entry {
                Ok(entry) => self.read_entry(root, &entry, findings),
                Err(error) => findings.push(cannot_walk(root, &error)),
            }
        }
    }

    fn read_entry(&mut self, root: &Path, entry: &DirEntry, findings: &mut Findings) {
        let Some(path) = relative(root, entry.path()) else {
            findings.push(odd_name(entry.path()));
            return;
        };
        if entry.path_is_symlink() {
            findings.push(symlink(&path));
        } else if entry.file_type().is_file()
            && let Err(finding) = self.read_file(entry, &path)
        {
            findings.push(*finding);
        }
    }

    fn read_file(&mut self, entry: &DirEntry, path: &str) -> Result<(), Box<Diagnostic>> {
        let text = is_text(path);
        let limit = if text { LARGEST_TEXT } else { LARGEST_ASSET };
        let size = entry.metadata().map_or(0, |meta| meta.len());
        if size > limit {
            return Err(Box::new(too_large(path, size, limit)));
        }
        let bytes = fs::read(entry.path()).map_err(|error| unreadable(path, &error))?;
        if text {
            let text = String::from_utf8(bytes).map_err(|error| not_text(path, &error))?;
            let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
            self.texts.insert(path.to_owned(), text.into());
        } else {
            self.assets.insert(path.to_owned(), bytes.into());
        }
        Ok(())
    }
}

fn is_text(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| TEXTS.contains(&ending))
}

fn is_page_or_data(path: &str) -> bool {
    path.ends_with(".md") || path.starts_with("data/")
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().to_string_lossy().starts_with('.')
}

fn relative(root: &Path, path: &Path) -> Option<String> {
    let names = path.strip_prefix(root).ok()?.components();
    let names: Option<Vec<&str>> = names.map(|name| name.as_os_str().to_str()).collect();
    names.map(|names| names.join("/"))
}

fn cannot_walk(root: &Path, error: &walkdir::Error) -> Diagnostic {
    let path = error.path().and_then(|path| relative(root, path)).unwrap_or_default();
    let why = error.io_error().map_or_else(|| error.to_string(), describe);
    Diagnostic::error(codes::UNREADABLE, format!("the folder `{path}` cannot be read: {why}"))
        .help("check that you may open it, then build again")
}

fn unreadable(path: &str, error: &std::io::Error) -> Diagnostic {
    let why = describe(error);
    Diagnostic::error(codes::UNREADABLE, format!("`{path}` cannot be read: {why}"))
        .at(Span::file(path))
        .help("check that you may open it, then build again")
}

/// Says an I/O error in words that do not differ between machines.
fn describe(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        std::io::ErrorKind::NotFound => "it is no longer there".to_owned(),
        _ => error.to_string(),
    }
}

fn too_large(path: &str, size: u64, limit: u64) -> Diagnostic {
    const MEGA: u64 = 1024 * 1024;
    let (size, limit) = (size.div_ceil(MEGA), limit / MEGA);
    let message = format!("`{path}` is {size} MB; the most that is read is {limit} MB");
    Diagnostic::error(codes::TOO_LARGE, message)
        .at(Span::file(path))
        .help("split it, or take it out of the project")
}

fn not_text(path: &str, error: &std::string::FromUtf8Error) -> Diagnostic {
    let at = error.utf8_error().valid_up_to();
    let line = error.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
    Diagnostic::error(codes::NOT_TEXT, format!("`{path}` is not UTF-8 text (line {line})"))
        .at(Span::file(path))
        .help("save it again with the encoding UTF-8")
}

fn symlink(path: &str) -> Diagnostic {
    Diagnostic::error(codes::SYMLINK, format!("`{path}` is a link, and links are not followed"))
        .at(Span::file(path))
        .help("put a copy of the file itself here")
}

fn odd_name(path: &Path) -> Diagnostic {
    let name = path.to_string_lossy();
    Diagnostic::error(codes::UNREADABLE, format!("the name of `{name}` is not UTF-8"))
        .help("rename it with plain letters, digits and hyphens")
}
