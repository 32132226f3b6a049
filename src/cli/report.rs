//! Findings and results in words, on the terminal.

use super::args::{Format, Shared};
use crate::diagnostic::{Effect, Findings, Severity, render_human, render_json};
use crate::sources::Sources;
use std::io::{IsTerminal, Write};

/// How a command ended; each has its exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Outcome {
    /// 0: it did what was asked.
    Done,
    /// 1: the content has errors.
    Content,
    /// 3: something that must not be published was about to be.
    Stopped,
    /// 4: files, folders or the machine.
    Environment,
}

impl Outcome {
    /// The outcome of a run that found these.
    pub(super) fn of(findings: &Findings) -> Self {
        let errors = findings.iter().filter(|found| found.severity == Severity::Error);
        let effects = errors.map(|found| match found.code.effect() {
            Effect::Content => Self::Content,
            Effect::Stop => Self::Stopped,
            Effect::Environment => Self::Environment,
        });
        effects.max().unwrap_or(Self::Done)
    }
}

/// Prints every finding, and a line that counts them.
pub(super) fn findings(findings: &Findings, sources: &Sources, shared: &Shared) {
    let text_of = |path: &str| sources.text(path);
    match shared.format {
        Format::Json => findings.iter().for_each(|found| say(&render_json(found, text_of))),
        Format::Human => {
            let colour = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
            findings
                .iter()
                .for_each(|found| warn(&format!("{}\n", render_human(found, text_of, colour))));
            if let Some(line) = counted(findings) {
                warn(&line);
            }
        }
    }
}

/// `3 errors and 1 warning`.
fn counted(findings: &Findings) -> Option<String> {
    let count = |severity, one: &str| match findings.count(severity) {
        0 => None,
        1 => Some(format!("1 {one}")),
        n => Some(format!("{n} {one}s")),
    };
    let parts = [count(Severity::Error, "error"), count(Severity::Warning, "warning")];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| format!("{}.", parts.join(" and ")))
}

/// The first words of a text in one line of at most `longest` characters.
pub(super) fn short(text: &str, longest: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= longest {
        return line;
    }
    let cut: String = line.chars().take(longest - 1).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{whole}…")
}

/// Prints a line for the reader, or for the program, that asked.
pub(super) fn say(line: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}

/// Prints a line beside the output.
pub(super) fn warn(line: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}
