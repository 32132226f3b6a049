//! What authors do, without meaning to, that shuts readers out: found without a
//! browser. See `tests/author-mistakes.yaml` and `tests/author-sentences.txt`.

use crate::support::{SITES, repository};
use pledgebook::diagnostic::{Diagnostic, Findings, Part, render_json};
use pledgebook::disclosure::Asked;
use pledgebook::sources::Sources;
use pledgebook::write::Memory;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A mistake, and what is said of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Mistake {
    name: String,
    wcag: String,
    file: String,
    append: Option<String>,
    find: Option<String>,
    replace: Option<String>,
    code: String,
    /// What stands on the line that the finding points at; of the last such
    /// line after `last: `.
    at: String,
}

/// A finding: its code, file and line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Told {
    code: String,
    file: String,
    line: u64,
}

fn mistakes() -> Vec<Mistake> {
    let text = std::fs::read_to_string(repository().join("tests/author-mistakes.yaml")).unwrap();
    serde_yaml::from_str(&text).unwrap()
}

/// The small project that mistakes are made in.
fn base() -> Sources {
    let mut sources = Sources::read(&repository().join("tests/errors/base")).value;
    let picture = sources.text("content/pictures/listen.svg").unwrap().to_owned();
    sources.add_text("content/pictures/home.svg", picture);
    sources
}

impl Mistake {
    /// Makes the mistake.
    fn make(&self, sources: &mut Sources) {
        let before = sources.text(&self.file).unwrap_or_else(|| panic!("no {}", self.file));
        let after = match (&self.append, &self.find, &self.replace) {
            (Some(text), None, None) => format!("{before}\n{text}\n"),
            (None, Some(find), Some(replace)) => {
                assert_eq!(before.matches(find).count(), 1, "{}: {find:?}", self.name);
                before.replacen(find, replace, 1)
            }
            _ => panic!("{}: either `append`, or `find` and `replace`", self.name),
        };
        sources.add_text(self.file.clone(), after);
    }

    /// What must be told, once it is made.
    fn expected(&self, sources: &Sources) -> Told {
        let text = sources.text(&self.file).unwrap();
        let mut lines = text.lines();
        let line = match self.at.strip_prefix("last: ") {
            Some(at) => {
                let after = lines.rev().position(|line| line.contains(at));
                after.map(|after| text.lines().count() - after)
            }
            None => lines.position(|line| line.contains(&self.at)).map(|at| at + 1),
        };
        let line = line.unwrap_or_else(|| panic!("{}: no line holds {:?}", self.name, self.at));
        let (code, file) = (self.code.clone(), self.file.clone());
        Told { code, file, line: u64::try_from(line).unwrap() }
    }
}

/// Everything that is found in a project.
fn findings(sources: &Sources) -> Findings {
    let mut findings = Findings::new();
    pledgebook::make(sources, &Asked::default(), &Memory::new(), &mut findings);
    findings.settle();
    findings
}

/// What is told, apart from signs that a PDF cannot hold, which is told too.
fn told(sources: &Sources) -> Vec<Told> {
    let findings = findings(sources);
    let all = findings.iter().filter(|found| found.code.as_str() != "P021");
    all.map(|found| told_of(found, sources)).collect()
}

fn told_of(found: &Diagnostic, sources: &Sources) -> Told {
    assert!(found.help.is_some(), "{found} says nothing of what to do");
    let json = render_json(found, |path| sources.text(path));
    let found: serde_json::Value = serde_json::from_str(&json).unwrap();
    let text = |key: &str| found[key].as_str().unwrap_or_default().to_owned();
    Told { code: text("code"), file: text("file"), line: found["line"].as_u64().unwrap_or(0) }
}

/// Does `work` with each of `all`, on every thread there is; what went wrong.
fn each<T: Sync>(all: &[T], work: impl Fn(&T) -> Option<String> + Sync) -> Vec<String> {
    let (next, wrong) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let work = || {
        while let Some(one) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
            wrong.lock().unwrap().extend(work(one));
        }
    };
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| (0..threads).for_each(|_| drop(scope.spawn(work))));
    wrong.into_inner().unwrap()
}

#[test]
fn forty_mistakes_are_each_told_once_and_nothing_else_is() {
    let mistakes = mistakes();
    let names: BTreeSet<&str> = mistakes.iter().map(|mistake| mistake.name.as_str()).collect();
    assert_eq!(names.len(), mistakes.len(), "two mistakes have one name");
    assert!(mistakes.len() >= 40, "there are only {} mistakes", mistakes.len());
    assert!(mistakes.iter().all(|mistake| mistake.wcag.contains('.')));
    let base = base();
    assert_eq!(told(&base), [], "the project itself is not clean");
    let wrong = each(&mistakes, |mistake| {
        let mut sources = base.clone();
        mistake.make(&mut sources);
        let (expected, told) = (mistake.expected(&sources), told(&sources));
        (told != [expected.clone()])
            .then(|| format!("== {}\n{expected:?} is told as {told:#?}", mistake.name))
    });
    assert!(wrong.is_empty(), "{} are told otherwise:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn all_the_mistakes_together_are_each_told_once() {
    let (mistakes, mut sources) = (mistakes(), base());
    mistakes.iter().for_each(|mistake| mistake.make(&mut sources));
    let mut expected: Vec<Told> =
        mistakes.iter().map(|mistake| mistake.expected(&sources)).collect();
    let mut told = told(&sources);
    expected.sort();
    told.sort();
    assert_eq!(told, expected);
}

/// The codes of this kind: those of the family A that authors' words raise.
fn shuts_readers_out(found: &Diagnostic) -> bool {
    ("A050".."A080").contains(&found.code.as_str())
}

#[test]
fn the_example_and_the_papers_retold_raise_no_false_alarm() {
    let projects = SITES.map(|name| match name {
        "example" => repository().to_owned(),
        name => repository().join("tests/sites").join(name),
    });
    let wrong = each(&projects, |project: &PathBuf| {
        let found = findings(&Sources::read(project).value);
        let found = found.iter().filter(|found| shuts_readers_out(found));
        let found: Vec<String> = found.map(|found| format!("{found} {:?}", found.span)).collect();
        (!found.is_empty()).then(|| format!("{}: {found:#?}", project.display()))
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A paragraph of `tests/author-sentences.txt`: its code, and its words.
fn sentences() -> Vec<(String, String)> {
    let text = std::fs::read_to_string(repository().join("tests/author-sentences.txt")).unwrap();
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let pair = |line: &str| {
        let (code, words) = line.split_once(" | ").unwrap();
        let words = words.replace("<br>", "\n").replace("\\|", "|");
        (code.trim().to_owned(), words)
    };
    lines.map(pair).collect()
}

#[test]
fn words_are_read_as_they_are_meant() {
    let sentences = sentences();
    let front = "---\ntitle: Words of authors\n---\n\n## Alike\n\nThey are words.\n\n## Words\n";
    let mut page = front.to_owned();
    let places: Vec<_> = sentences
        .iter()
        .map(|(_, words)| {
            let start = page.len();
            // Kept apart by a line, so that no paragraph stands beside another.
            page.push_str(&format!("\n---\n\n{words}\n"));
            start..page.len()
        })
        .collect();
    let mut sources = Sources::read(repository()).value;
    sources.add_text("content/words.md", page);
    let findings = findings(&sources);
    let mut wrong = Vec::new();
    for ((code, words), place) in sentences.iter().zip(&places) {
        let here = findings.iter().filter(|found| {
            let span = found.span.as_ref().filter(|span| &*span.file == "content/words.md");
            span.is_some_and(
                |span| matches!(span.part, Part::Bytes { start, .. } if place.contains(&start)),
            )
        });
        let told: Vec<&Diagnostic> = here.filter(|found| shuts_readers_out(found)).collect();
        let right = match code.as_str() {
            "-" => told.is_empty(),
            code => matches!(told.as_slice(), [one] if one.code.as_str() == code),
        };
        if !right {
            let told: Vec<String> = told.into_iter().map(ToString::to_string).collect();
            wrong.push(format!("{code:4} | {words}\n       {told:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), sentences.len(), wrong.join("\n"));
}
