//! What is told to the author: one kind of message for every mistake.
//!
//! A [`Diagnostic`] says what is wrong, where, and what to do. Functions that
//! can find several put them all in [`Findings`], so that one run reports
//! everything. Rendering needs the source texts and is done by the command line.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

mod code;
mod render;
mod suggest;

pub use code::{Code, Effect, codes};
pub use render::{render_human, render_json};
pub use suggest::{closest, list_of};

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is published until it is put right.
    Error,
    /// Published, but an officer should look; an error under `--strict`.
    Warning,
}

/// Where in the author's files a finding is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The file, relative to the project, with `/` between folders.
    pub file: Arc<str>,
    /// What part of it.
    pub part: Part,
}

/// The part of a file that a [`Span`] names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The file as a whole.
    Whole,
    /// These bytes.
    Bytes {
        /// The first byte.
        start: usize,
        /// One past the last byte.
        end: usize,
    },
    /// The first place where these words stand; used for prose inside YAML,
    /// whose offsets the YAML reader does not keep.
    Words(String),
}

impl Span {
    /// The whole of `file`.
    pub fn file(file: impl Into<Arc<str>>) -> Self {
        Self { file: file.into(), part: Part::Whole }
    }

    /// The bytes `range` of `file`.
    pub fn bytes(file: impl Into<Arc<str>>, range: Range<usize>) -> Self {
        Self { file: file.into(), part: Part::Bytes { start: range.start, end: range.end } }
    }

    /// Where `words` first stand in `file`.
    pub fn words(file: impl Into<Arc<str>>, words: impl Into<String>) -> Self {
        Self { file: file.into(), part: Part::Words(words.into()) }
    }
}

/// One thing an author should know: what, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The kind of finding.
    pub code: Code,
    /// How much it weighs.
    pub severity: Severity,
    /// What is wrong, in one line without a full stop.
    pub message: String,
    /// Where.
    pub span: Option<Span>,
    /// What else there is to know, a line each.
    pub notes: Vec<String>,
    /// What to do.
    pub help: Option<String>,
}

impl Diagnostic {
    /// An error of kind `code`.
    pub fn error(code: Code, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Error, message.into())
    }

    /// A warning of kind `code`.
    pub fn warning(code: Code, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Warning, message.into())
    }

    fn new(code: Code, severity: Severity, message: String) -> Self {
        Self { code, severity, message, span: None, notes: Vec::new(), help: None }
    }

    /// The same, at `span`.
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }

    /// The same, with advice.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same, with a note.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// The same, with the nearest of `known` to `found` as advice, or the
    /// list of them when nothing is near.
    #[must_use]
    pub fn suggest<'a>(self, found: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        match suggest::advice(found, known) {
            Some(advice) => self.help(advice),
            None => self,
        }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.message)
    }
}

/// Every diagnostic found so far.
#[derive(Clone, Debug, Default)]
pub struct Findings(Vec<Diagnostic>);

impl Findings {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Adds all of `other`.
    pub fn extend(&mut self, other: Findings) {
        self.0.extend(other.0);
    }

    /// Whether any of them stops publication.
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|d| d.severity == Severity::Error)
    }

    /// All of them, in the order found.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.0.iter()
    }

    /// How many are of this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.0.iter().filter(|d| d.severity == severity).count()
    }

    /// Keeps those for which `keep` holds.
    pub fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.0.retain(keep);
    }

    /// Gives each the weight that `weigh` says; those it says nothing of go.
    pub fn weigh(&mut self, weigh: impl Fn(&Diagnostic) -> Option<Severity>) {
        let weighed = self.0.drain(..).filter_map(|found| {
            let severity = weigh(&found)?;
            Some(Diagnostic { severity, ..found })
        });
        self.0 = weighed.collect();
    }

    /// Sorts by file and place, and drops what was found twice.
    pub fn settle(&mut self) {
        let order = |a: &Diagnostic, b: &Diagnostic| {
            (&a.span, a.code, &a.message, &a.notes).cmp(&(&b.span, b.code, &b.message, &b.notes))
        };
        self.0.sort_by(order);
        self.0.dedup();
    }

    /// Turns errors of the kind `code` into warnings.
    pub fn soften(&mut self, code: Code) {
        for diagnostic in self.0.iter_mut().filter(|d| d.code == code) {
            diagnostic.severity = Severity::Warning;
        }
    }

    /// Turns every warning into an error.
    pub fn deny_warnings(&mut self) {
        for diagnostic in &mut self.0 {
            diagnostic.severity = Severity::Error;
        }
    }
}

impl FromIterator<Diagnostic> for Findings {
    fn from_iter<T: IntoIterator<Item = Diagnostic>>(found: T) -> Self {
        Self(found.into_iter().collect())
    }
}

/// A value, with everything found while making it.
#[derive(Clone, Debug)]
pub struct Checked<T> {
    /// The value: whole if there are no errors, else as much as could be made.
    pub value: T,
    /// What was found.
    pub findings: Findings,
}

#[cfg(test)]
mod tests {
    use super::{Diagnostic, Findings, codes};

    #[test]
    fn what_was_found_is_told_in_one_order_whoever_found_it_first() {
        let fault = |document: &str| Diagnostic::error(codes::TYPESETTING, "broken").note(document);
        let settled = |notes: [&str; 3]| {
            let mut findings: Findings = notes.into_iter().map(fault).collect();
            findings.settle();
            findings.iter().map(|found| found.notes.concat()).collect::<Vec<_>>()
        };
        assert_eq!(settled(["b", "a", "b"]), ["a", "b"]);
        assert_eq!(settled(["a", "b", "b"]), ["a", "b"]);
    }
}
