//! Which paths may be published, and which of them are one address.
//!
//! A site is built on one system and read on many: a disk or a server may
//! ignore case, or treat composed and decomposed accents alike. What is safe
//! is decided here once, for all of them, so that a site that builds in one
//! place builds in every place.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;

use super::error::{Kind, Problem};

/// The longest name that every common file system can hold, in bytes.
const LONGEST_NAME: usize = 255;

/// Names that Windows keeps for devices, whatever follows the first point.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Which differences between names a file system does not see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Blind {
    /// `A` and `a` are one name.
    pub(super) to_case: bool,
    /// `é` is one name, whether it is encoded as one character or two.
    pub(super) to_encoding: bool,
}

impl Blind {
    const TO_ALL: Self = Self { to_case: true, to_encoding: true };

    /// What all paths have in common that such a file system takes for one.
    ///
    /// Upper case first, so that `ß` meets `SS` and both forms of sigma meet.
    pub(super) fn sees(self, path: &str) -> String {
        let mut seen = path.to_owned();
        if self.to_encoding {
            seen = seen.nfd().collect();
        }
        if self.to_case {
            seen = seen.chars().flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect();
        }
        if self.to_encoding { seen.nfc().collect() } else { seen }
    }
}

/// What two paths have in common if any file system may take them for one.
pub(super) fn key(path: &str) -> String {
    Blind::TO_ALL.sees(path)
}

/// The directories above `path`, the outermost first.
pub(super) fn parents(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(slash, _)| &path[..slash])
}

/// Refuses a path that is unsafe, or that some system cannot hold.
pub(super) fn check(path: &str) -> Result<(), Problem> {
    match path.split('/').find_map(fault) {
        None => Ok(()),
        Some(what) => Err(unusable(path, what)),
    }
}

/// What is wrong with one part of a path.
fn fault(name: &str) -> Option<&'static str> {
    match name {
        "" => Some("is empty, or begins, ends or doubles a `/`"),
        "." | ".." => Some("has a part that points at another directory"),
        _ if name.chars().any(char::is_control) => Some("holds a control character"),
        _ if name.contains(['\\', '<', '>', ':', '"', '|', '?', '*']) => {
            Some(r#"holds one of \ < > : " | ? *, which Windows refuses"#)
        }
        _ if name.ends_with(['.', ' ']) => Some("has a part that ends in a point or a space"),
        _ if is_device(name) => Some("has a part that is the name of a Windows device"),
        _ if LONGEST_NAME < name.len() => Some("has a part longer than 255 bytes"),
        _ => None,
    }
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_lowercase();
    let port = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    let numbered = |rest: &str| rest.chars().count() == 1 && rest.contains(PORTS);
    DEVICES.contains(&stem.as_str()) || port.is_some_and(numbered)
}

/// Digits that number a Windows port; the raised ones count too.
const PORTS: [char; 12] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '¹', '²', '³'];

fn unusable(path: &str, what: &str) -> Problem {
    Problem::new(Kind::Paths, path, what, "rename the page or file that is published there")
}

/// The addresses that a set of paths takes: each file, each directory above one.
#[derive(Default)]
pub(super) struct Ground<'a> {
    files: BTreeMap<String, &'a str>,
    directories: BTreeMap<String, &'a str>,
}

impl<'a> Ground<'a> {
    /// The ground that `paths` take together, and every clash among them.
    pub(super) fn take(paths: impl IntoIterator<Item = &'a str>) -> (Self, BTreeSet<Problem>) {
        let mut paths: Vec<_> = paths.into_iter().collect();
        paths.sort_unstable();
        let mut ground = Self::default();
        let clashes = paths.iter().flat_map(|path| ground.add(path)).collect();
        (ground, clashes)
    }

    fn add(&mut self, path: &'a str) -> Vec<Problem> {
        let mut clashes = Vec::new();
        for directory in parents(path) {
            let key = key(directory);
            if let Some(file) = self.files.get(&key) {
                clashes.push(both(directory, file));
            }
            match *self.directories.entry(key).or_insert(directory) {
                first if first == directory => {}
                first => clashes.push(alike(directory, first)),
            }
        }
        let key = key(path);
        if let Some(directory) = self.directories.get(&key) {
            clashes.push(both(directory, path));
        }
        if let Some(first) = self.files.insert(key, path) {
            clashes.push(alike(path, first));
        }
        clashes
    }

    /// Every directory, parents first.
    pub(super) fn directories(&self) -> BTreeSet<&'a str> {
        self.directories.values().copied().collect()
    }

    /// Whether a file at `path`, which is not of this ground, would be in its
    /// way: one name in other letters, or a file where a directory must be, or
    /// the other way about.
    pub(super) fn clashes(&self, path: &str) -> bool {
        let key = key(path);
        let respelt = |at| self.directories.get(&self::key(at)).is_some_and(|&spelt| spelt != at);
        self.files.contains_key(&key)
            || self.directories.contains_key(&key)
            || parents(&key).any(|above| self.files.contains_key(above))
            || parents(path).any(respelt)
    }
}

fn alike(path: &str, first: &str) -> Problem {
    let what = if path == first {
        "is made twice".to_owned()
    } else {
        format!("and `{first}` differ only in case or in how accents are encoded")
    };
    Problem::new(Kind::Paths, path, what, "give each its own name, so that both can be opened")
}

fn both(directory: &str, file: &str) -> Problem {
    let what = if directory == file {
        "is made both as a file and as a directory".to_owned()
    } else {
        format!("is made as a directory, and `{file}` as a file")
    };
    Problem::new(Kind::Paths, directory, what, "rename one of them")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sound_paths_pass() {
        for path in [
            "index.html",
            "2024-25/health/index.html",
            ".nojekyll",
            "é/ü.csv",
            "console.js",
            "com/10.css",
            "com.html",
        ] {
            assert_eq!(check(path), Ok(()), "{path}");
        }
    }

    #[test]
    fn unsafe_paths_are_refused() {
        let long = "x".repeat(256);
        for path in [
            "",
            "/",
            "/etc/passwd",
            "a//b",
            "a/",
            "..",
            "a/../b",
            "./a",
            "a\\b",
            "C:/a",
            "a\0b",
            "a\nb",
            "a\u{85}b",
            "nul",
            "NUL.html",
            "a/Com1.txt",
            "lpt\u{b9}",
            "con .txt",
            "a./b",
            "a ",
            "a?b",
            long.as_str(),
        ] {
            assert!(check(path).is_err(), "{path:?}");
        }
    }

    #[test]
    fn keys_ignore_case_and_encoding() {
        for (a, b) in [
            ("A.html", "a.HTML"),
            ("caf\u{e9}", "CAFE\u{301}"),
            ("straße", "STRASSE"),
            ("ΟΔΟΣ", "οδος"),
        ] {
            assert_eq!(key(a), key(b), "{a} {b}");
        }
        assert_ne!(key("a"), key("b"));
    }

    fn check_clashes(paths: &[&str], expected: &[&str]) {
        let (_, problems) = Ground::take(paths.iter().copied());
        let told: Vec<_> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(told, expected, "{paths:?}");
    }

    #[test]
    fn every_clash_is_told_whatever_the_order() {
        check_clashes(&["a/b", "a/c", "b", "d/a/b"], &[]);
        check_clashes(&["a", "a"], &["`a` is made twice"]);
        check_clashes(&["a/b", "a"], &["`a` is made both as a file and as a directory"]);
        check_clashes(
            &["x", "A/b", "a", "X"],
            &[
                "`A` is made as a directory, and `a` as a file",
                "`x` and `X` differ only in case or in how accents are encoded",
            ],
        );
        check_clashes(
            &["H/a", "h/b"],
            &["`h` and `H` differ only in case or in how accents are encoded"],
        );
    }

    #[test]
    fn an_old_file_clashes_with_what_must_take_its_place() {
        let (ground, _) = Ground::take(["a/b", "c"]);
        for old in ["a", "A", "C", "c/d", "C/d/e", "A/b", "A/other"] {
            assert!(ground.clashes(old), "{old}");
        }
        for old in ["a/c", "b", "a/d/e"] {
            assert!(!ground.clashes(old), "{old}");
        }
    }
}
