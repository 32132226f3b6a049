//! Projects in temporary folders, and the real binary to run on them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering};

/// The built program.
pub(crate) fn binary() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_pledgebook"))
}

/// The repository.
pub(crate) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The day of every build, 1 December 2026: statements and embargoes are
/// judged by the day on which a site is built.
pub(crate) const TODAY: &str = "1796083200";

/// A project in a temporary folder, deleted in the end.
pub(crate) struct TempSite {
    root: PathBuf,
}

/// The repository's own site, and the five papers retold in `tests/sites`.
pub(crate) const SITES: [&str; 6] = [
    "example",
    "plymouth-2012",
    "oxfordshire-2008",
    "bath-2012",
    "herefordshire-2018",
    "north-lincolnshire-2012",
];

/// A copy of `tests/sites/NAME`, of the repository's own site for `example`, or
/// of the three editions for `promises`.
pub(crate) fn site(name: &str) -> TempSite {
    let site = empty();
    let from = match name {
        "example" => repository().to_owned(),
        "promises" => repository().join("tests/promises"),
        name => repository().join("tests/sites").join(name),
    };
    for room in ["content", "data"] {
        copy(&from.join(room), &site.root.join(room));
    }
    site
}

/// A project with nothing in it.
pub(crate) fn empty() -> TempSite {
    static SERIAL: AtomicUsize = AtomicUsize::new(0);
    let serial = SERIAL.fetch_add(1, Ordering::Relaxed);
    let root = std::env::temp_dir().join(format!("pledgebook-{}-{serial}", std::process::id()));
    fs::create_dir_all(&root).unwrap();
    TempSite { root }
}

impl TempSite {
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Writes the file `path`, with the folders it needs.
    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let file = self.root.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    /// Puts `new` in the place of `old`, which must stand in the file `path`.
    pub(crate) fn replace(&self, path: &str, old: &str, new: &str) {
        let text = fs::read_to_string(self.root.join(path)).unwrap();
        assert!(text.contains(old), "{path} does not hold {old:?}");
        self.write(path, text.replacen(old, new, 1));
    }

    /// Removes the file or folder `path`.
    pub(crate) fn remove(&self, path: &str) {
        let path = self.root.join(path);
        if path.is_dir() {
            fs::remove_dir_all(path).unwrap();
        } else {
            fs::remove_file(path).unwrap();
        }
    }

    /// Runs the program here; a build makes no PDFs, which take longer than all
    /// else.
    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        let plain = (arguments.first() == Some(&"build")).then_some("--no-pdf");
        self.run_whole(&[arguments, plain.as_slice()].concat())
    }

    /// Runs the program here, with no argument added.
    pub(crate) fn run_whole(&self, arguments: &[&str]) -> Output {
        Command::new(binary())
            .args(arguments)
            .arg("-q")
            .current_dir(&self.root)
            .env("NO_COLOR", "1")
            .env("SOURCE_DATE_EPOCH", TODAY)
            .output()
            .unwrap()
    }

    /// Builds, without PDFs; the build must succeed.
    pub(crate) fn build(&self, arguments: &[&str]) -> BTreeMap<String, Vec<u8>> {
        self.built(&self.run(&[&["build"], arguments].concat()))
    }

    /// Builds with every PDF; the build must succeed.
    pub(crate) fn print(&self) -> BTreeMap<String, Vec<u8>> {
        self.built(&self.run_whole(&["build"]))
    }

    fn built(&self, output: &Output) -> BTreeMap<String, Vec<u8>> {
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "the build failed:\n{said}");
        tree(&self.root.join("public"))
    }
}

impl Drop for TempSite {
    fn drop(&mut self) {
        // Left behind only if the machine will not let it go.
        let _ = fs::remove_dir_all(&self.root);
    }
}

/// Every file below `folder`, by its path with `/` between names.
pub(crate) fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inside) = folders.pop() {
        let Ok(entries) = fs::read_dir(&inside) else { continue };
        for entry in entries.map(Result::unwrap) {
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
            } else {
                let path = entry.path();
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
                files.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    files
}

pub(crate) fn copy(from: &Path, to: &Path) {
    for (path, bytes) in tree(from) {
        let file = to.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
}
