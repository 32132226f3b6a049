//! `pack`: a folder to upload for a meeting.

use super::args::{Format, Pack, Shared};
use super::report::{self, Outcome};
use crate::diagnostic::{Diagnostic, Findings, codes};
use crate::disclosure::{Asked, Page, Printing, Publication};
use crate::model::PageKind;
use crate::output::pack_folder;
use crate::sources::Sources;
use crate::write::{Memory, Sink, Stage, WriteError, Wrote};
use std::collections::BTreeMap;

/// The files of a folder, by their names.
type Files = BTreeMap<String, Vec<u8>>;

/// Makes the folder, or changes nothing.
pub(super) fn run(pack: &Pack, shared: &Shared) -> Outcome {
    let read = Sources::read(&shared.project);
    let (sources, mut findings) = (read.value, read.findings);
    let files = files(pack, &sources, &mut findings);
    let files = files.filter(|_| !findings.has_errors());
    let done = files.and_then(|files| {
        let written = write(pack, &files);
        written.map_err(|error| findings.push(fault(&error))).ok().map(|()| files)
    });
    findings.settle();
    report::findings(&findings, &sources, shared);
    match done {
        Some(files) => {
            tell(pack, &files, shared);
            Outcome::Done
        }
        None => Outcome::of(&findings).max(Outcome::Content),
    }
}

fn tell(pack: &Pack, files: &Files, shared: &Shared) {
    if shared.format == Format::Human && !shared.quiet {
        report::say(&format!("{} files in `{}`:", files.len(), pack.output.display()));
        files.keys().for_each(|name| report::say(&format!("  {name}")));
    }
}

/// Makes the whole site, with all its gates, and takes the files of the papers
/// out of it. What is under embargo is the officer's own.
fn files(pack: &Pack, sources: &Sources, findings: &mut Findings) -> Option<Files> {
    if !cfg!(feature = "pdf") {
        let message = "this program was built without PDFs, so it cannot make a pack";
        findings.push(Diagnostic::error(codes::TYPESETTING, message));
        return None;
    }
    let asked = Asked {
        gates: true,
        exempt: pack.with_exempt,
        printing: Printing::Apart,
        ..Asked::default()
    };
    let memory = Memory::new();
    let built = crate::make(sources, &asked, &memory, findings)?;
    let made = memory.into_files().map_err(|error| findings.push(fault(&error))).ok()?;
    let papers = chosen(pack, &built.publication, findings)?;
    Some(of_papers(&papers, made))
}

/// The files of the papers: of one, side by side; of several, in a folder each.
fn of_papers(papers: &[&Page], made: Files) -> Files {
    let folders: Vec<&str> = papers.iter().map(|page| page.address.folder()).collect();
    let named = made.into_iter().filter_map(|(path, bytes)| {
        folders.iter().find_map(|folder| {
            let name = path.strip_prefix(&pack_folder(folder))?;
            let own = folder.rsplit('/').next().filter(|_| folders.len() > 1);
            let name = own.map_or(name.to_owned(), |own| format!("{own}/{name}"));
            Some((name, bytes.clone()))
        })
    });
    named.collect()
}

/// The papers that are asked for; all of them if none is named.
fn chosen<'p>(
    pack: &Pack,
    publication: &'p Publication,
    findings: &mut Findings,
) -> Option<Vec<&'p Page>> {
    let papers = || {
        let is_paper =
            |page: &&Page| matches!(page.front.kind, PageKind::Paper | PageKind::Minutes);
        publication.pages.iter().filter(is_paper)
    };
    if pack.papers.is_empty() {
        return Some(papers().collect());
    }
    let mut chosen = Vec::new();
    for name in &pack.papers {
        let folder = name.trim_start_matches("content/").trim_end_matches(".md");
        match papers().find(|page| page.address.folder() == folder.trim_end_matches('/')) {
            Some(page) => chosen.push(page),
            None => {
                let known = papers().map(|page| page.address.folder());
                let message = format!("there is no paper `{name}`");
                findings.push(Diagnostic::error(codes::UNKNOWN_ID, message).suggest(name, known));
            }
        }
    }
    (chosen.len() == pack.papers.len()).then_some(chosen)
}

fn write(pack: &Pack, files: &Files) -> Result<(), WriteError> {
    let wrote = if pack.with_exempt { Wrote::Exempt } else { Wrote::Draft };
    let stage = Stage::open(&pack.output, wrote)?;
    if let Some((name, words)) = wrote.mark().filter(|_| pack.with_exempt) {
        stage.put(name, words.as_bytes())?;
    }
    for (name, bytes) in files {
        stage.put(name, bytes)?;
    }
    stage.publish().map(|_| ())
}

fn fault(error: &WriteError) -> Diagnostic {
    Diagnostic::error(codes::WRITE, error.to_string())
}
