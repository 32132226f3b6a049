//! Random projects never panic, never hang, and are not refused if they are
//! valid. `PLEDGEBOOK_CASES=100000 cargo test --release` makes the full run.

#![allow(clippy::print_stdout, reason = "the tallies are evidence")]

mod check;
mod figures;

use crate::generators::{self, Project};
use proptest::prelude::{BoxedStrategy, Strategy};
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::env;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

/// How many cases a plain `cargo test` makes.
const FEW: u32 = 2_000;
/// A case that takes longer fails, even on a busy machine: it is one that does not scale.
const LONGEST: Duration = Duration::from_secs(20);
/// A case that has not ended by now never will.
const NEVER: Duration = Duration::from_secs(60);

/// A kind of case.
#[derive(Clone, Copy)]
struct Kind {
    name: &'static str,
    /// Its share of all cases, per hundred.
    share: u32,
    /// Whether an error in such a project is a failure.
    valid: bool,
    projects: fn() -> BoxedStrategy<Project>,
}

const KINDS: [Kind; 5] = [
    Kind {
        name: "whole projects",
        share: 15,
        valid: true,
        projects: || generators::projects().boxed(),
    },
    Kind {
        name: "files of records",
        share: 25,
        valid: true,
        projects: || generators::records().boxed(),
    },
    Kind { name: "pages", share: 20, valid: true, projects: || generators::pages().boxed() },
    Kind {
        name: "spoilt projects",
        share: 20,
        valid: false,
        projects: || generators::spoilt().boxed(),
    },
    Kind { name: "noise", share: 20, valid: false, projects: || generators::noise().boxed() },
];

/// What came of the cases of one kind.
#[derive(Clone, Debug, Default)]
struct Tally {
    cases: u32,
    valid: u32,
    took: Duration,
    slowest: Duration,
    failure: Option<String>,
}

/// What a worker tells of its kind, named by its place.
enum News {
    Begun(usize, Project),
    Ended(usize, Tally),
}

#[test]
fn what_is_nested_without_end_is_refused() {
    for open in ["> ", "- ", "1. ", "*a **b ", "[a", "![", "{{ value(id=(", "```\n> "] {
        let page = format!("---\ntitle: Deep\n---\n{}", open.repeat(5_000));
        let site = "title: Deep\ncouncil: {name: Wold Vale}\n".to_owned();
        let files = vec![("data/site.yaml".to_owned(), site), ("content/a.md".to_owned(), page)];
        check::errors(&Project { files });
    }
}

#[test]
fn random_projects_never_panic() {
    let all = env::var("PLEDGEBOOK_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(FEW);
    let (sender, receiver) = mpsc::channel();
    for (at, kind) in KINDS.into_iter().enumerate() {
        let sender = sender.clone();
        thread::spawn(move || sender.send(News::Ended(at, run(kind, at, all, &sender))));
    }
    drop(sender);
    let tallies = wait(&receiver);
    print(&tallies);
    let failures: Vec<&String> =
        tallies.values().filter_map(|tally| tally.failure.as_ref()).collect();
    assert!(
        failures.is_empty(),
        "{}",
        failures.iter().map(|failure| failure.as_str()).collect::<Vec<_>>().join("\n\n")
    );
    assert_eq!(tallies.len(), KINDS.len(), "a worker ended without a word");
    let (valid, cases) =
        tallies.values().fold((0, 0), |sum, tally| (sum.0 + tally.valid, sum.1 + tally.cases));
    assert!(valid * 2 >= cases, "only {valid} of {cases} cases are valid");
}

/// Runs the cases of one kind.
fn run(kind: Kind, at: usize, all: u32, news: &Sender<News>) -> Tally {
    let cases = all * kind.share / 100;
    let config =
        Config { cases, failure_persistence: None, max_shrink_iters: 3_000, ..Config::default() };
    let seed = [u8::try_from(at).unwrap_or_default(); 32];
    let mut runner =
        TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &seed));
    let tally = Cell::new(Counts::default());
    let began = Instant::now();
    let result = runner.run(&(kind.projects)(), |project| {
        let _ = news.send(News::Begun(at, project.clone()));
        case(kind, &project, &tally)
    });
    let failure = result.err().map(|error| describe(kind, &error));
    let Counts { cases, valid, slowest } = tally.get();
    Tally { cases, valid, took: began.elapsed(), slowest, failure }
}

#[derive(Clone, Copy, Default)]
struct Counts {
    cases: u32,
    valid: u32,
    slowest: Duration,
}

/// Checks one project, and counts it.
fn case(kind: Kind, project: &Project, tally: &Cell<Counts>) -> Result<(), TestCaseError> {
    let began = Instant::now();
    let errors = check::errors(project);
    let took = began.elapsed();
    let mut counts = tally.get();
    counts.cases += 1;
    counts.valid += u32::from(errors.is_empty());
    counts.slowest = counts.slowest.max(took);
    tally.set(counts);
    if took > LONGEST {
        return Err(TestCaseError::fail(format!("it took {took:?}")));
    }
    match errors.first() {
        Some(error) if kind.valid => {
            Err(TestCaseError::fail(format!("it is valid and was refused:\n{error}")))
        }
        _ => Ok(()),
    }
}

fn describe(kind: Kind, error: &TestError<Project>) -> String {
    match error {
        TestError::Fail(why, project) => format!("{}: {why}\n{project:?}", kind.name),
        TestError::Abort(why) => format!("{}: {why}", kind.name),
    }
}

/// Waits for every worker; gives up on a case that does not end.
fn wait(news: &Receiver<News>) -> BTreeMap<usize, Tally> {
    let mut under_way: BTreeMap<usize, (Instant, Project)> = BTreeMap::new();
    let mut tallies = BTreeMap::new();
    loop {
        match news.recv_timeout(Duration::from_secs(1)) {
            Ok(News::Begun(at, project)) => drop(under_way.insert(at, (Instant::now(), project))),
            Ok(News::Ended(at, tally)) => {
                under_way.remove(&at);
                tallies.insert(at, tally);
            }
            Err(RecvTimeoutError::Disconnected) => return tallies,
            Err(RecvTimeoutError::Timeout) => {}
        }
        for (began, project) in under_way.values() {
            assert!(began.elapsed() < NEVER, "this case does not end:{project:?}");
        }
    }
}

fn print(tallies: &BTreeMap<usize, Tally>) {
    for (at, tally) in tallies {
        let Tally { cases, valid, took, slowest, .. } = tally;
        let name = KINDS[*at].name;
        println!(
            "{name:<17}{cases:>7} cases, {valid:>7} valid, {took:>9.1?}, slowest {slowest:.1?}"
        );
    }
}
