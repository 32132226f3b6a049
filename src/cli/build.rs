//! `build`: the whole site, or nothing changed.

use super::args::{Build, Format, Gates, Shared};
use super::disclosure_log;
use super::report::{self, Outcome};
use crate::Built;
use crate::diagnostic::{Code, Diagnostic, Findings, codes};
use crate::disclosure::{Asked, Printing, Publication};
use crate::model::{self, Day};
use crate::output::Made;
use crate::sources::Sources;
use crate::write::{Kind, Sink, Stage, Summary, WriteError, Wrote};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// Builds the project.
pub(super) fn run(build: &Build, shared: &Shared) -> Outcome {
    let read = Sources::read(&shared.project);
    let (sources, mut findings) = (read.value, read.findings);
    let output = output_of(build, shared);
    let done = publish(build, &sources, [&output, &shared.project], &mut findings);
    findings.settle();
    report::findings(&findings, &sources, shared);
    let speaks = shared.format == Format::Human;
    match done {
        Done::Published(built, summary) => {
            let is_quiet = !speaks || shared.quiet;
            if !is_quiet {
                announce(built.made, summary, &output);
            }
            let Publication { log, defence, .. } = &*built.publication;
            disclosure_log::write(&output, log, defence, is_quiet);
            return Outcome::Done;
        }
        Done::Refused if speaks => {
            report::warn(&format!("Nothing was published; `{}` is as it was.", output.display()));
        }
        Done::Refused | Done::Interrupted => {}
    }
    Outcome::of(&findings).max(Outcome::Content)
}

/// How a build ended.
enum Done {
    /// The site is in place.
    Published(Built, Summary),
    /// Something is wrong, and the output is as it was.
    Refused,
    /// Something went wrong while files were moved: each is whole, old or new.
    Interrupted,
}

fn output_of(build: &Build, shared: &Shared) -> PathBuf {
    let usual = if build.gates.drafts { "public-draft" } else { "public" };
    build.output.clone().unwrap_or_else(|| shared.project.join(usual))
}

/// Stages the site and, if nothing is wrong, swaps it in.
fn publish(build: &Build, sources: &Sources, places: [&Path; 2], findings: &mut Findings) -> Done {
    let Some((built, stage)) = stage(build, sources, places, findings) else {
        return Done::Refused;
    };
    match stage.publish() {
        Ok(summary) => Done::Published(built, summary),
        Err(error) => {
            add(findings, &error);
            if error.kind == Kind::Io { Done::Interrupted } else { Done::Refused }
        }
    }
}

/// Stages the whole site for the output, the first of the two places, from the
/// project, the second; `None` if anything is wrong.
fn stage(
    build: &Build,
    sources: &Sources,
    [output, project]: [&Path; 2],
    findings: &mut Findings,
) -> Option<(Built, Stage)> {
    if let Some(found) = among_sources(project, output) {
        findings.push(found);
        return None;
    }
    let wrote = kind_of(build);
    let stage = Stage::open(output, wrote).map_err(|error| add(findings, &error)).ok()?;
    let asked = asked(&build.gates, build.gates.stage(None));
    let printing = if build.no_pdf { Printing::Checked } else { Printing::Set };
    let asked = Asked { exempt: build.with_exempt, printing, ..asked };
    let built = crate::make(sources, &asked, &stage, findings)?;
    if let Some((name, words)) = wrote.mark() {
        stage.put(name, words.as_bytes()).map_err(|error| add(findings, &error)).ok()?;
    }
    build.gates.settle(build.gates.stage(None), findings);
    (!findings.has_errors()).then_some((built, stage))
}

/// For whom the build writes.
fn kind_of(build: &Build) -> Wrote {
    match (build.with_exempt, build.gates.drafts) {
        (true, _) => Wrote::Exempt,
        (false, true) => Wrote::Draft,
        (false, false) => Wrote::Public,
    }
}

/// Refuses to write among what is read.
fn among_sources(project: &Path, output: &Path) -> Option<Diagnostic> {
    let project = std::fs::canonicalize(project).ok()?;
    let output_stands = whole(output)?;
    let rooms = ["content", "data", "themes"];
    rooms.iter().any(|room| output_stands.starts_with(project.join(room))).then(|| {
        let message = format!(
            "the site cannot be written to `{}`, which holds what it is made from",
            output.display()
        );
        Diagnostic::error(codes::WRITE, message).help("name another folder with `-o DIR`")
    })
}

/// The whole path of a folder that need not be there yet.
fn whole(folder: &Path) -> Option<PathBuf> {
    let folder = std::path::absolute(folder).ok()?;
    let above = folder.ancestors().find(|above| above.exists())?;
    let rest = folder.strip_prefix(above).ok()?;
    std::fs::canonicalize(above).ok().map(|above| above.join(rest))
}

/// What the arguments ask to be shown.
pub(super) fn asked(gates: &Gates, stage: model::Stage) -> Asked {
    let today = if gates.drafts { None } else { today() };
    let base_url = gates.base_url.clone();
    Asked { as_at: gates.as_at, today, base_url, stage, gates: !gates.drafts, ..Asked::default() }
}

/// The day of the build: that of `SOURCE_DATE_EPOCH` if it is set.
pub(super) fn today() -> Option<Day> {
    let fixed =
        std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.trim().parse().ok());
    let clock = || {
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .ok()
            .and_then(|now| i64::try_from(now.as_secs()).ok())
    };
    fixed.or_else(clock).and_then(Day::of_unix_time)
}

/// Adds a diagnostic for each thing that could not be written.
fn add(findings: &mut Findings, error: &WriteError) {
    for problem in &error.problems {
        let code: Code = match problem.kind {
            Kind::Paths => codes::SAME_ADDRESS,
            Kind::Busy => codes::BUSY,
            Kind::OtherBuild => codes::OTHER_BUILD,
            Kind::Conflict => codes::CONFLICT,
            Kind::Io => codes::WRITE,
        };
        findings.push(Diagnostic::error(code, problem.to_string()).help(problem.help.clone()));
    }
}

fn announce(made: Made, summary: Summary, output: &Path) {
    let place = std::fs::canonicalize(output).unwrap_or_else(|_| output.to_owned());
    let kilobytes = summary.bytes.div_ceil(1024);
    report::say(&format!(
        "Published {} pages, {} charts, {} data files and {} PDFs ({kilobytes} kB).",
        made.pages, made.charts, made.data_files, made.pdfs
    ));
    report::say(&format!(
        "{} files written, {} unchanged, {} removed.",
        summary.written, summary.unchanged, summary.removed
    ));
    report::say(&format!("Open {}", place.join("index.html").display()));
}
