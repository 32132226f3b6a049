//! Arithmetic slips, each made alone in a copy of the example site, and how
//! many typed numbers there are to slip with. See `tests/slips.yaml`.

use crate::support::{TempSite, repository, site};
use pledgebook::diagnostic::{Findings, Part, Severity};
use pledgebook::disclosure::Asked;
use pledgebook::sources::Sources;
use pledgebook::write::Memory;
use serde::Deserialize;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A slip, and what is said of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Slip {
    name: String,
    file: String,
    find: String,
    replace: String,
    code: String,
    /// What stands on the line that the finding points at.
    at: String,
}

/// A finding: its code, file and line.
#[derive(Debug, PartialEq)]
struct Told {
    code: String,
    file: String,
    line: u64,
    message: String,
}

fn slips() -> Vec<Slip> {
    let text = std::fs::read_to_string(repository().join("tests/slips.yaml")).unwrap();
    serde_yaml::from_str(&text).unwrap()
}

#[test]
fn every_slip_is_caught_and_nothing_else_is_said() {
    let slips = slips();
    assert!(slips.len() >= 20, "there are only {} slips", slips.len());
    assert_eq!(check(&site("example")), [], "the example itself is not clean");
    let (next, wrong) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let work = || {
        let project = site("example");
        // A ledger would tell of each slip too.
        project.remove("data/published");
        while let Some(slip) = slips.get(next.fetch_add(1, Ordering::Relaxed)) {
            if let Err(why) = make(slip, &project) {
                wrong.lock().unwrap().push(format!("== {}\n{why}", slip.name));
            }
        }
    };
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| (0..threads).for_each(|_| drop(scope.spawn(work))));
    let wrong = wrong.into_inner().unwrap();
    assert!(wrong.is_empty(), "{} slips are told otherwise:\n{}", wrong.len(), wrong.join("\n"));
}

/// Makes the slip, checks, and takes it back.
fn make(slip: &Slip, project: &TempSite) -> Result<(), String> {
    let before = std::fs::read_to_string(project.root().join(&slip.file)).unwrap();
    assert_eq!(before.matches(&slip.find).count(), 1, "{}: {:?}", slip.name, slip.find);
    let after = before.replacen(&slip.find, &slip.replace, 1);
    let line = after.lines().position(|line| line.contains(&slip.at));
    let line = line.unwrap_or_else(|| panic!("{}: no line holds {:?}", slip.name, slip.at)) + 1;
    project.write(&slip.file, &after);
    let told = check(project);
    project.write(&slip.file, &before);
    let caught = |told: &Told| {
        (&told.code, &told.file, told.line)
            == (&slip.code, &slip.file, u64::try_from(line).unwrap())
    };
    match told.as_slice() {
        [told] if caught(told) => Ok(()),
        _ => Err(format!("{} at line {line} is told as {told:#?}", slip.code)),
    }
}

/// What `check` says, through the real program.
fn check(project: &TempSite) -> Vec<Told> {
    let output = project.run(&["check", "--format", "json"]);
    let said = String::from_utf8(output.stdout).unwrap();
    let found =
        said.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let text =
        |found: &serde_json::Value, key: &str| found[key].as_str().unwrap_or_default().to_owned();
    found
        .filter(|found| found["code"].is_string())
        .map(|found| Told {
            code: text(&found, "code"),
            file: text(&found, "file"),
            line: found["line"].as_u64().unwrap_or_default(),
            message: text(&found, "message"),
        })
        .collect()
}

/// How many numbers are typed in a project, and what the checker says of them.
fn typed_numbers(project: &Path) -> (usize, Vec<String>) {
    let read = Sources::read(project);
    let mut findings = Findings::new();
    let made = pledgebook::make(&read.value, &Asked::default(), &Memory::new(), &mut findings);
    findings.settle();
    let alarms = findings.iter().filter(|found| found.code.as_str().starts_with("V02"));
    assert!(findings.iter().all(|found| found.severity == Severity::Warning), "{findings:?}");
    (made.unwrap().made.typed_numbers, alarms.map(ToString::to_string).collect())
}

#[test]
#[allow(clippy::print_stdout, reason = "the count is the point")]
fn two_hundred_typed_numbers_raise_one_false_alarm_at_most() {
    let seeds = std::fs::read_dir(repository().join("tests/sites")).unwrap();
    let seeds = seeds.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
    let mut projects: Vec<_> = seeds.chain([repository().to_owned()]).collect();
    projects.sort();
    assert_eq!(projects.len(), 6);
    let (mut numbers, mut alarms) = (0, Vec::new());
    for project in &projects {
        let (count, told) = typed_numbers(project);
        let is_example = project.as_path() == repository();
        let name = project.file_name().unwrap().to_string_lossy();
        let name = if is_example { "the example" } else { name.as_ref() };
        println!("{count:4} typed numbers in {name}");
        numbers += count;
        alarms.extend(told);
    }
    println!("{numbers:4} typed numbers in all, {} alarms", alarms.len());
    assert!(numbers >= 200, "only {numbers} typed numbers were read");
    assert!(alarms.len() <= 1, "{alarms:#?}");
}

/// A sentence of `tests/sentences.txt`: its code, and its words.
fn sentences() -> Vec<(String, String)> {
    let text = std::fs::read_to_string(repository().join("tests/sentences.txt")).unwrap();
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let pair = |line: &str| {
        let (code, words) = line.split_once('|').unwrap();
        (code.trim().to_owned(), words.trim().to_owned())
    };
    lines.map(pair).collect()
}

#[test]
fn sentences_are_read_as_they_are_meant() {
    let sentences = sentences();
    let page: String = sentences.iter().map(|(_, words)| format!("\n{words}\n")).collect();
    let mut sources = Sources::read(repository()).value;
    let front = "---\ntitle: Sentences\n---\n";
    sources.add_text("content/sentences.md", format!("{front}{page}"));
    let mut findings = Findings::new();
    pledgebook::make(&sources, &Asked::default(), &Memory::new(), &mut findings);
    let told = |at: usize| -> Vec<String> {
        let start =
            front.len() + sentences[..at].iter().map(|(_, words)| words.len() + 2).sum::<usize>();
        let within = start..start + sentences[at].1.len() + 2;
        let here = findings.iter().filter(|found| {
            found.span.as_ref().is_some_and(|span| match span.part {
                Part::Bytes { start, .. } => {
                    &*span.file == "content/sentences.md" && within.contains(&start)
                }
                _ => false,
            })
        });
        here.map(ToString::to_string).collect()
    };
    let mut wrong = Vec::new();
    for (at, (code, words)) in sentences.iter().enumerate() {
        let told = told(at);
        let right = match code.as_str() {
            "-" => told.is_empty(),
            code => !told.is_empty() && told.iter().all(|told| told.starts_with(code)),
        };
        if !right {
            wrong.push(format!("{code:4} | {words}\n       {told:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), sentences.len(), wrong.join("\n"));
}

#[test]
fn any_words_are_read_without_a_panic() {
    let words: Vec<&str> = "63% 482 £6,835 £10k 1.4 million 2023-24 2024 31 March the year before in of \
        and , . : ; ( ) to from against than up down rose fell by percentage points per cent half of a \
        third one in four of whom target suspensions dental checks children in our care who had three \
        or more homes in the year England councils like ours it the share was were nearly over 9-4 22(3A) \
        – / % - — ’ “ ” é 0345 123 {{value(id=\"eet-19-21\")}} total more fewer since each year [c] |"
        .split_whitespace()
        .collect();
    let mut state: u64 = 20;
    let mut next = |most: usize| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % most
    };
    let mut page = String::from("---\ntitle: Words\n---\n");
    for _ in 0..3000 {
        let sentence: Vec<&str> = (0..next(24)).map(|_| words[next(words.len())]).collect();
        page.push_str(&format!("\nSo {}\n", sentence.join(" ")));
    }
    let mut sources = Sources::read(repository()).value;
    sources.add_text("content/words.md", page);
    let mut findings = Findings::new();
    let made = pledgebook::make(&sources, &Asked::default(), &Memory::new(), &mut findings);
    assert!(made.unwrap().made.typed_numbers > 3000);
}
