//! How long a site of many promises takes, and how large its pages are.
//!
//! `cargo bench --bench registers` writes two projects of 2,000 recommendations
//! over ten editions to a temporary folder: a hundred reviews of twenty, and
//! four of five hundred. It builds each with the program itself, and tells the
//! time, the most memory it held, and the largest pages. `--small` builds a
//! project of sixty recommendations instead.

#![allow(clippy::print_stdout, reason = "a benchmark tells what it measured")]
#![allow(clippy::expect_used, reason = "a benchmark that cannot build has nothing to say")]

mod project;

use project::Size;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const LARGE: [Size; 2] =
    [Size { reviews: 100, each: 20, editions: 10 }, Size { reviews: 4, each: 500, editions: 10 }];

const SMALL: [Size; 1] = [Size { reviews: 6, each: 10, editions: 3 }];

fn main() {
    let small = std::env::args().any(|argument| argument == "--small");
    let sizes: &[Size] = if small { &SMALL } else { &LARGE };
    for size in sizes {
        measure(*size);
    }
}

fn measure(size: Size) {
    let root = std::env::temp_dir().join(format!("pledgebook-registers-{}", std::process::id()));
    for (path, text) in project::files(size) {
        let file = root.join(path);
        fs::create_dir_all(file.parent().expect("a file has a folder"))
            .expect("a folder can be made");
        fs::write(file, text).expect("a file can be written");
    }
    let (took, memory) = build(&root);
    let mut pages = pages(&root.join("public"));
    pages.sort_by_key(|(bytes, _)| std::cmp::Reverse(*bytes));
    println!("{} reviews of {} over {} editions", size.reviews, size.each, size.editions);
    println!(
        "  {took:.2?}, at most {} MB of memory",
        memory.map_or("?".to_owned(), |kb| (kb / 1024).to_string())
    );
    let total: u64 = pages.iter().map(|(bytes, _)| bytes).sum();
    println!("  {} pages, {:.1} MB; the largest:", pages.len(), total as f64 / 1e6);
    for (bytes, page) in pages.iter().take(8) {
        println!("  {:>8.1} KB  {}", *bytes as f64 / 1e3, page.display());
    }
    // What is left behind is in the folder for temporary files.
    let _ = fs::remove_dir_all(&root);
}

/// Builds the project, and gives the time it took and the most memory it held.
fn build(root: &Path) -> (Duration, Option<u64>) {
    let begun = Instant::now();
    let mut build = Command::new(env!("CARGO_BIN_EXE_pledgebook"))
        .args(["build", "-q"])
        .current_dir(root)
        .stderr(Stdio::null())
        .spawn()
        .expect("the program can be run");
    let mut most = None;
    let status = loop {
        most = most.max(memory(&build));
        match build.try_wait().expect("the program can be waited for") {
            Some(status) => break status,
            None => std::thread::sleep(Duration::from_millis(5)),
        }
    };
    assert!(status.success(), "the build failed");
    (begun.elapsed(), most)
}

/// The most memory a running program has held, in KB, where the system tells.
fn memory(child: &Child) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// The pages below a folder, with their sizes.
fn pages(folder: &Path) -> Vec<(u64, PathBuf)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inside) = folders.pop() {
        for entry in fs::read_dir(&inside).expect("a folder can be read").flatten() {
            let path = entry.path();
            match entry.metadata() {
                Ok(data) if data.is_dir() => folders.push(path),
                Ok(data) if path.extension().is_some_and(|end| end == "html") => {
                    let page = path.strip_prefix(folder).unwrap_or(&path).to_owned();
                    found.push((data.len(), page));
                }
                _ => {}
            }
        }
    }
    found
}
