//! `check`: everything that is wrong, and nothing written.

use super::args::{Check, Format, Shared};
use super::build;
use super::report::{self, Outcome};
use crate::diagnostic::{Diagnostic, codes};
use crate::sources::Sources;
use crate::write::Memory;

/// Checks the project.
pub(super) fn run(check: &Check, shared: &Shared) -> Outcome {
    let read = Sources::read(&shared.project);
    let (sources, mut findings) = (read.value, read.findings);
    let memory = Memory::new();
    let stage = check.gates.stage(check.stage);
    let asked = build::asked(&check.gates, stage);
    let built = crate::make(&sources, &asked, &memory, &mut findings);
    if let Err(error) = memory.into_files() {
        findings.push(Diagnostic::error(codes::SAME_ADDRESS, error.to_string()));
    }
    check.gates.settle(stage, &mut findings);
    findings.settle();
    report::findings(&findings, &sources, shared);
    let outcome = Outcome::of(&findings);
    if let Some(built) = built
        .filter(|_| outcome == Outcome::Done && !shared.quiet && shared.format == Format::Human)
    {
        report::say(&format!(
            "Nothing is wrong that would stop publication: {} pages checked.",
            built.made.pages
        ));
    }
    outcome
}
