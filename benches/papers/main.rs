//! How long papers take to print, and how much memory that takes.
//!
//! `cargo bench --bench papers` writes projects of one and of a hundred papers,
//! each of some eleven pages with four charts, and builds each with the program
//! itself, with PDFs and without: what lies between is typesetting. Every paper
//! gives two PDFs, in usual and in large print. `--small` has ten papers.

#![allow(clippy::print_stdout, reason = "a benchmark tells what it measured")]
#![allow(clippy::expect_used, reason = "a benchmark that cannot build has nothing to say")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Ticks of the clock that `/proc` counts processor time in, for each second.
const TICKS: f64 = 100.0;

const OUTCOMES: [&str; 4] = ["homes", "health", "schools", "friends"];

/// What a build took.
struct Took {
    wall: Duration,
    /// Seconds of all processors together.
    cpu: f64,
    /// The most memory held, in MB.
    memory: u64,
}

fn main() {
    let small = std::env::args().any(|argument| argument == "--small");
    for papers in [1, if small { 10 } else { 100 }] {
        measure(papers);
    }
}

fn measure(papers: usize) {
    let root = std::env::temp_dir().join(format!("pledgebook-papers-{}", std::process::id()));
    write_project(&root, papers);
    let plain = build(&root, &["build", "-q", "--no-pdf"]);
    let whole = build(&root, &["build", "-q"]);
    let pdfs = papers * 2;
    println!("{papers} papers, {pdfs} PDFs");
    tell("without PDFs", &plain);
    tell("with PDFs", &whole);
    let each = (whole.cpu - plain.cpu) * 1000.0 / pdfs as f64;
    println!("  {each:.0} ms of CPU for each PDF, {:.0} for each paper", each * 2.0);
    // What is left behind is in the folder for temporary files.
    let _ = fs::remove_dir_all(&root);
}

fn tell(what: &str, took: &Took) {
    let Took { wall, cpu, memory } = took;
    println!("  {what}: {wall:.2?}, {cpu:.2} s of CPU, at most {memory} MB");
}

fn build(root: &Path, arguments: &[&str]) -> Took {
    let (begun, before) = (Instant::now(), cpu_of_children());
    let mut build = Command::new(env!("CARGO_BIN_EXE_pledgebook"))
        .args(arguments)
        .current_dir(root)
        .stderr(Stdio::inherit())
        .spawn()
        .expect("the program can be run");
    let mut most = 0;
    let status = loop {
        most = most.max(memory(&build).unwrap_or(0));
        match build.try_wait().expect("the program can be waited for") {
            Some(status) => break status,
            None => std::thread::sleep(Duration::from_millis(5)),
        }
    };
    assert!(status.success(), "the build failed");
    Took { wall: begun.elapsed(), cpu: cpu_of_children() - before, memory: most / 1024 }
}

/// The seconds that finished children have run, where the system tells.
fn cpu_of_children() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit(") ").next().unwrap_or_default();
    let ticks = after_name.split(' ').skip(13).take(2).filter_map(|part| part.parse::<f64>().ok());
    ticks.sum::<f64>() / TICKS
}

/// The most memory a running program has held, in KB, where the system tells.
fn memory(child: &Child) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

fn write_project(root: &Path, papers: usize) {
    let write = |path: &str, text: String| {
        let file = root.join(path);
        let folder = file.parent().expect("a file has a folder");
        fs::create_dir_all(folder).expect("a folder can be made");
        fs::write(file, text).expect("a file can be written");
    };
    write("data/site.yaml", SITE.to_owned());
    write("data/outcomes/all.yaml", outcomes());
    write("content/_index.md", "---\ntitle: Papers\n---\nPapers.\n".to_owned());
    for n in 1..=papers {
        write(&format!("content/papers/paper-{n:03}.md"), paper(n));
    }
}

const SITE: &str = "title: Papers\ncouncil: {name: Wold Vale Council, nation: england, gss_code: E06009999}\n\
    base_url: https://www.woldvale.example/papers/\nlanguages: [en]\ntheme: civic\n";

fn outcomes() -> String {
    let mut text = String::from("theme: {id: all, title: All}\noutcomes:\n");
    for (at, id) in OUTCOMES.iter().enumerate() {
        let _ = write!(
            text,
            "  - id: {id}\n    title: Children with good {id}\n    unit: percent\n    polarity: higher-is-better\n    \
             period_type: year-ending-31-march\n    source: {{name: Invented, published: 2025-06-30}}\n    values:\n"
        );
        for year in 19..25 {
            let value = 50 + at * 7 + year % 5;
            let _ = writeln!(
                text,
                "      - {{period: 20{year}-{}, value: {value}, numerator: {}, denominator: 200}}",
                year + 1,
                value * 2
            );
        }
    }
    text
}

/// A paper that no other is like: some eleven pages and four charts.
fn paper(n: usize) -> String {
    let mut text = format!(
        "---\ntitle: Paper {n} on what became of it\nkind: paper\nnumbering: section\nbody: Cabinet\n\
         meeting_date: 2025-10-09\nitem: {n}\n---\n"
    );
    for (at, id) in OUTCOMES.iter().enumerate() {
        let _ = write!(text, "\n## Part {at} of {n}\n\n```chart\noutcome: {id}\n```\n");
        for line in 0..14 {
            let _ = write!(
                text,
                "\nIn the view of the service, which met families, carers and schools, matter {n} of part {at} asks \
                 for care over line {line}. What was written down is kept, and what is kept is read again before \
                 anybody decides; nobody who was there is named, and nothing is said here that was not said to \
                 them first. The next report says what came of it.\n"
            );
        }
    }
    text
}
