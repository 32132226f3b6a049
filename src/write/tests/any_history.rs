//! Any sequence of builds, kills and other people's edits.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::select;

use super::{Place, Tree};
use crate::write::address::{self, Ground};
use crate::write::{Kind, Problem};

#[derive(Clone, Debug)]
enum Event {
    /// A build of a site, to its end.
    Build(Tree),
    /// A build of a site, killed after so many steps.
    Killed(Tree, usize),
    /// Somebody writes a file of theirs.
    Written(String),
}

fn a_path() -> impl Strategy<Value = String> {
    let name = select(vec!["a", "b", "A", "index.html"]);
    prop::collection::vec(name, 1..4).prop_map(|names| names.join("/"))
}

/// Files without a clash: those that clash with an earlier one are left out.
fn a_site() -> impl Strategy<Value = Tree> {
    let file = (a_path(), select(vec!["1", "2"]));
    prop::collection::vec(file, 0..8).prop_map(|files| {
        let mut site = Tree::new();
        for (path, text) in files {
            let paths = site.keys().chain([&path]).map(String::as_str);
            if !site.contains_key(&path) && Ground::take(paths).1.is_empty() {
                site.insert(path, text.to_owned());
            }
        }
        site
    })
}

fn an_event() -> impl Strategy<Value = Event> {
    prop_oneof![
        3 => a_site().prop_map(Event::Build),
        2 => (a_site(), 0..16_usize).prop_map(|(site, steps)| Event::Killed(site, steps)),
        2 => a_path().prop_map(Event::Written),
    ]
}

/// Whether two paths cannot both be files.
fn exclude(a: &str, b: &str) -> bool {
    let above = |a: &str, b: &str| b.strip_prefix(a).is_some_and(|rest| rest.starts_with('/'));
    a == b || above(a, b) || above(b, a)
}

/// The output. Every file of somebody else in it holds the word `theirs`.
/// Paths are as the disk tells them apart: it may ignore case.
struct History {
    place: Place,
    ignores_case: bool,
}

impl History {
    fn new() -> Self {
        let place = Place::new();
        let shouted = place.path().with_file_name(place.name().to_uppercase());
        Self { ignores_case: shouted.exists(), place }
    }

    fn name(&self, path: &str) -> String {
        if self.ignores_case { address::key(path) } else { path.to_owned() }
    }

    fn named(&self, tree: &Tree) -> Tree {
        tree.iter().map(|(path, text)| (self.name(path), text.clone())).collect()
    }

    fn files(&self) -> Tree {
        self.named(&self.place.files())
    }

    fn theirs(&self) -> Tree {
        self.files().into_iter().filter(|(_, text)| text == "theirs").collect()
    }

    fn happens(&self, event: &Event) {
        match event {
            Event::Build(site) => self.build(site),
            Event::Killed(site, steps) => self.killed(site, *steps),
            Event::Written(path) => self.written(path),
        }
    }

    fn in_the_way(&self, site: &Tree) -> BTreeSet<String> {
        let blocks = |theirs: &String| site.keys().any(|path| exclude(&self.name(path), theirs));
        self.theirs().into_keys().filter(blocks).collect()
    }

    fn build(&self, site: &Tree) {
        let (before, theirs, in_the_way) = (self.files(), self.theirs(), self.in_the_way(site));
        match self.place.build(site) {
            Ok(_) => {
                assert_eq!(in_the_way, BTreeSet::new());
                let expected = theirs.into_iter().chain(self.named(site)).collect();
                assert_eq!(self.files(), expected);
                self.check_no_empty_directory();
            }
            Err(error) => {
                assert_eq!(error.kind, Kind::Conflict, "{error}");
                self.check_told(&error.problems, &in_the_way);
                assert_eq!(self.files(), before);
            }
        }
    }

    /// All of their files that are in the way are told, and nothing else but
    /// directories.
    fn check_told(&self, problems: &[Problem], in_the_way: &BTreeSet<String>) {
        let output = self.place.output();
        let files = problems.iter().filter(|problem| !problem.path.is_dir());
        let told = files.map(|problem| self.name(&super::relative(&problem.path, &output)));
        assert_eq!(in_the_way, &told.collect());
        assert!(!in_the_way.is_empty());
    }

    fn check_no_empty_directory(&self) {
        let files = self.place.files();
        for directory in self.place.directories() {
            assert!(files.keys().any(|path| exclude(path, &directory)), "`{directory}` is empty");
        }
    }

    fn killed(&self, site: &Tree, steps: usize) {
        let (before, theirs) = (self.files(), self.theirs());
        let went = self.place.stage(site).publish_in_part(steps);
        let (after, site) = (self.files(), self.named(site));
        if went.is_err() {
            assert_eq!(after, before);
        }
        for (path, text) in &after {
            assert!(before.get(path) == Some(text) || site.get(path) == Some(text), "`{path}`");
        }
        assert_eq!(self.theirs(), theirs);
    }

    /// Unless something else stands there.
    fn written(&self, path: &str) {
        let named = self.name(path);
        let stands = |at: &&String| **at != named && exclude(at, &named);
        let is_directory = self.place.output().join(path).is_dir();
        if !is_directory && !self.files().keys().any(|at| stands(&at)) {
            self.place.write(&format!("public/{path}"), "theirs");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(150) })]

    #[test]
    fn the_output_is_what_was_built_and_theirs_is_never_lost(
        events in prop::collection::vec(an_event(), 1..8),
    ) {
        let history = History::new();
        events.iter().for_each(|event| history.happens(event));
    }
}
