//! `new`: what next year's work starts from.

mod blocks;
mod carried;
mod chapter;
mod edition;
mod front;
mod paper;
mod record;
mod unwritten;
mod years;

use super::args::{New, NewKind, Shared};
use super::files::NewFiles;
use super::report::{self, Outcome};
use crate::diagnostic::Findings;
use crate::site::Site;
use crate::sources::Sources;

/// Starts what was asked for.
pub(super) fn run(new: &New, shared: &Shared) -> Outcome {
    let read = Sources::read(&shared.project);
    let (sources, mut findings) = (read.value, read.findings);
    let started = match Site::load(&sources).value {
        Some(site) => start(new, &Project { site, sources: &sources }, &mut findings),
        None => {
            findings = Site::load(&sources).findings;
            None
        }
    };
    let wrote = started.filter(|_| !findings.has_errors()).and_then(|started| {
        let wrote = started.files.write(&shared.project);
        wrote.map_err(|found| findings.extend(found)).ok().map(|()| started)
    });
    findings.settle();
    report::findings(&findings, &sources, shared);
    match wrote {
        Some(started) => {
            started.tell(shared);
            Outcome::Done
        }
        None => Outcome::of(&findings).max(Outcome::Content),
    }
}

/// What there is already.
struct Project<'a> {
    site: Site,
    sources: &'a Sources,
}

/// What is to be written, and what the officer is told of it.
struct Started {
    files: NewFiles,
    next: Vec<String>,
}

impl Started {
    /// Says what was written and what to do next.
    fn tell(&self, shared: &Shared) {
        use super::args::Format;
        match shared.format {
            Format::Json => self.files.paths().for_each(|path| {
                report::say(&serde_json::json!({"wrote": path}).to_string());
            }),
            Format::Human if !shared.quiet => {
                self.files.paths().for_each(|path| report::say(&format!("Wrote {path}")));
                self.next.iter().for_each(|line| report::say(line));
            }
            Format::Human => {}
        }
    }
}

fn start(new: &New, project: &Project<'_>, findings: &mut Findings) -> Option<Started> {
    match &new.kind {
        NewKind::Edition(asked) => edition::start(asked, project, findings),
        NewKind::Pledge(named) => record::pledge(&named.name, project, findings),
        NewKind::Outcome(named) => record::outcome(&named.name, project, findings),
        NewKind::Recommendation(named) => record::recommendation(&named.name, project, findings),
        NewKind::Paper(asked) => paper::start(asked, project, findings),
    }
}
