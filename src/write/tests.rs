//! A stage as a whole: what stands in the output after each way it can go.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::SystemTime;

use rayon::prelude::*;

use super::*;

mod any_history;
mod every_kill;

/// A fresh directory that goes when the test ends.
pub(super) struct Place(PathBuf);

/// Files by path.
pub(super) type Tree = BTreeMap<String, String>;

impl Place {
    pub(super) fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("pledgebook-write-{}-{count}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }

    pub(super) fn name(&self) -> &str {
        self.0.file_name().and_then(|name| name.to_str()).unwrap()
    }

    pub(super) fn output(&self) -> PathBuf {
        self.0.join("public")
    }

    pub(super) fn write(&self, path: &str, text: &str) {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// A stage with these files put.
    pub(super) fn stage(&self, tree: &Tree) -> Stage {
        let stage = Stage::open(&self.output(), Wrote::Public).unwrap();
        tree.par_iter().for_each(|(path, text)| stage.put(path, text.as_bytes()).unwrap());
        stage
    }

    pub(super) fn build(&self, tree: &Tree) -> Result<Summary, WriteError> {
        self.stage(tree).publish()
    }

    /// The files in the output.
    pub(super) fn files(&self) -> Tree {
        let (mut files, output) = (Tree::new(), self.output());
        let read = |path: &Path| fs::read_to_string(path).unwrap();
        for path in walk(&output).into_iter().filter(|path| path.is_file()) {
            files.insert(relative(&path, &output), read(&path));
        }
        files
    }

    /// The directories in the output.
    pub(super) fn directories(&self) -> BTreeSet<String> {
        let output = self.output();
        let paths = walk(&output).into_iter().filter(|path| path.is_dir());
        paths.map(|path| relative(&path, &output)).collect()
    }

    fn modified(&self, path: &str) -> SystemTime {
        fs::metadata(self.output().join(path)).unwrap().modified().unwrap()
    }

    /// Everything that is in the way of `tree`, after a check that the attempt
    /// changed nothing.
    fn refused(&self, tree: &Tree) -> Vec<String> {
        let before = (self.files(), self.directories());
        let error = self.build(tree).unwrap_err();
        assert_eq!((self.files(), self.directories()), before);
        assert!(!self.path().join(".public.pledgebook/stage").exists());
        assert_eq!(error.kind, Kind::Conflict, "{error}");
        error.problems.iter().map(|problem| relative(&problem.path, &self.output())).collect()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

fn walk(directory: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(directory).into_iter().flatten() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_dir() {
            found.extend(walk(&entry.path()));
        }
        found.push(entry.path());
    }
    found
}

fn relative(path: &Path, output: &Path) -> String {
    path.strip_prefix(output).unwrap().to_str().unwrap().replace('\\', "/")
}

/// A tree of files, each with the text after its colon.
pub(super) fn tree(files: &[&str]) -> Tree {
    let split = |file: &&str| file.split_once(':').map(|(path, text)| (path.into(), text.into()));
    files.iter().map(|file| split(file).unwrap()).collect()
}

#[test]
fn a_site_is_published_and_what_is_the_same_is_not_touched() {
    let place = Place::new();
    let first = place.build(&tree(&["index.html:1", "a/b.css:22", "a/c/index.html:1"])).unwrap();
    assert_eq!(first, Summary { written: 3, bytes: 4, bytes_written: 4, ..Summary::default() });
    let before = place.modified("a/b.css");

    let next = tree(&["index.html:new", "a/b.css:22"]);
    let second = place.build(&next).unwrap();
    let expected = Summary { written: 1, unchanged: 1, removed: 1, bytes: 5, bytes_written: 3 };
    assert_eq!(second, expected);
    assert_eq!(place.files(), next);
    assert_eq!(place.directories(), ["a".to_owned()].into());
    assert_eq!(place.modified("a/b.css"), before);
}

#[test]
fn a_build_that_is_given_up_leaves_the_output_as_it_was() {
    let place = Place::new();
    drop(place.stage(&tree(&["a:1"])));
    assert!(!place.output().exists());
    place.build(&tree(&["a:1"])).unwrap();
    drop(place.stage(&tree(&["a:2", "b:2"])));
    assert_eq!(place.files(), tree(&["a:1"]));
    assert!(!place.path().join(".public.pledgebook/stage").exists());
}

#[test]
fn what_a_killed_build_staged_is_cleared_by_the_next() {
    let place = Place::new();
    place.write(".public.pledgebook/stage/7", "left");
    let stage = place.stage(&tree(&["a:1"]));
    assert!(!place.path().join(".public.pledgebook/stage/7").exists());
    stage.publish().unwrap();
}

#[test]
fn a_second_build_at_the_same_time_is_told_so() {
    let place = Place::new();
    let first = place.stage(&tree(&["a:1"]));
    let busy = Stage::open(&place.output(), Wrote::Public).err().unwrap();
    assert_eq!(busy.kind, Kind::Busy);
    first.publish().unwrap();
    place.build(&tree(&["a:2"])).unwrap();
}

#[test]
fn all_that_is_in_the_way_is_told_and_nothing_is_changed() {
    let place = Place::new();
    place.build(&tree(&["old:1", "edited:1"])).unwrap();
    for path in ["theirs", "file", "directory/theirs", "edited", "kept"] {
        place.write(&format!("public/{path}"), "theirs");
    }
    fs::create_dir(place.output().join("empty")).unwrap();
    let new = tree(&["theirs:2", "file/x:2", "directory:2", "edited:2", "fine:2", "empty:2"]);
    let expected = ["directory", "directory/theirs", "edited", "empty", "file", "theirs"];
    assert_eq!(place.refused(&new), expected);
}

#[test]
fn files_of_others_are_kept_and_the_same_bytes_are_adopted() {
    let place = Place::new();
    place.write("public/CNAME", "theirs");
    place.write("public/theirs/note", "theirs");
    place.write("public/same.html", "1");
    place.build(&tree(&["SAME.css:1"])).unwrap();
    fs::remove_file(place.output().join("SAME.css")).unwrap();
    place.write("public/same.css", "1");
    let summary =
        place.build(&tree(&["same.html:1", "same.css:1", "theirs/a:1", "ours/a:1"])).unwrap();
    assert_eq!((summary.written, summary.unchanged), (3, 1));
    place.write("public/ours/note", "theirs");
    place.build(&Tree::new()).unwrap();
    let left = ["CNAME:theirs", "theirs/note:theirs", "ours/note:theirs"];
    assert_eq!(place.files(), tree(&left));
    fs::remove_file(place.output().join("ours/note")).unwrap();
    fs::remove_file(place.output().join("theirs/note")).unwrap();
    place.build(&Tree::new()).unwrap();
    assert_eq!(place.directories(), ["theirs".to_owned()].into(), "only what we made is removed");
}

#[test]
fn a_file_of_ours_that_somebody_changed_is_theirs() {
    let place = Place::new();
    place.build(&tree(&["a:1", "b:1"])).unwrap();
    place.write("public/a", "changed");
    assert_eq!(place.build(&tree(&["b:1"])).unwrap().removed, 0);
    assert_eq!(place.files(), tree(&["a:changed", "b:1"]));
    assert_eq!(place.refused(&tree(&["a:2"])), ["a"]);
}

#[test]
fn one_name_can_become_another_kind_of_thing() {
    let place = Place::new();
    for files in [
        tree(&["a:1", "b/c/d:1", "Case/x:1", "Name:1"]),
        tree(&["a/index.html:2", "b:2", "case/x:1", "name:1"]),
        tree(&["a:1", "b/c:1", "CASE:1", "NAME/x:1"]),
    ] {
        place.build(&files).unwrap();
        assert_eq!(place.files(), files);
        let above = files.keys().flat_map(|path| address::parents(path));
        assert_eq!(place.directories(), above.map(str::to_owned).collect());
    }
}

#[test]
fn a_file_that_could_not_be_staged_stops_the_publication() {
    let place = Place::new();
    place.build(&tree(&["a:1"])).unwrap();
    let stage = place.stage(&tree(&["b:2"]));
    let refused = stage.put("../a", b"2").unwrap_err();
    assert_eq!(stage.publish().unwrap_err(), refused);
    assert_eq!(place.files(), tree(&["a:1"]));
}

#[test]
fn a_file_deleted_during_the_build_is_missed() {
    let place = Place::new();
    place.build(&tree(&["a:1"])).unwrap();
    let stage = place.stage(&tree(&["a:1"]));
    fs::remove_file(place.output().join("a")).unwrap();
    assert_eq!(stage.publish().unwrap_err().kind, Kind::Conflict);
    assert_eq!(place.build(&tree(&["a:1"])).unwrap().written, 1);
}

#[test]
fn two_outputs_at_one_address_stop_the_publication() {
    let place = Place::new();
    let error = place.build(&tree(&["a:1", "A:1", "b:1", "b/c:1"])).unwrap_err();
    assert_eq!((error.kind, error.problems.len()), (Kind::Paths, 2));
    assert!(!place.output().exists());
}

#[test]
fn an_output_without_a_name_is_refused() {
    for output in ["", ".", "..", "/", "public/.."] {
        assert!(Stage::open(Path::new(output), Wrote::Public).is_err(), "{output:?}");
    }
}

#[cfg(unix)]
#[test]
fn links_are_never_followed() {
    use std::os::unix::fs::symlink;
    let place = Place::new();
    place.write("elsewhere/page", "1");
    fs::create_dir(place.path().join("elsewhere/empty")).unwrap();
    place.build(&tree(&["a/page:1", "b:1", "a/empty/x:1"])).unwrap();
    fs::remove_dir_all(place.output()).unwrap();
    fs::create_dir(place.output()).unwrap();
    symlink(place.path().join("elsewhere"), place.output().join("a")).unwrap();
    symlink(place.path().join("elsewhere/page"), place.output().join("b")).unwrap();
    assert!(!disk::Disk::new(&place.output(), place.path()).holds("a/page", b"1"));
    assert_eq!(place.refused(&tree(&["a/page:1", "b:1"])), ["a", "b"]);
    place.build(&tree(&["c:1"])).unwrap();
    assert_eq!(fs::read_to_string(place.path().join("elsewhere/page")).unwrap(), "1");
    assert!(place.path().join("elsewhere/empty").exists());

    let link = place.path().join("link");
    symlink(place.output(), &link).unwrap();
    assert_eq!(Stage::open(&link, Wrote::Public).err().unwrap().kind, Kind::Conflict);
    assert_eq!(Stage::open(&link.join(""), Wrote::Public).err().unwrap().kind, Kind::Conflict);
    symlink(place.path().join("elsewhere"), place.path().join(".other.pledgebook")).unwrap();
    let other = Stage::open(&place.path().join("other"), Wrote::Public);
    assert_eq!(other.err().unwrap().kind, Kind::Conflict);
}
