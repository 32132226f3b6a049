//! One thing that is wrong with one record.

use super::check::Check;
use super::levels::Weights;
use crate::diagnostic::{Diagnostic, Span};

/// One thing that is wrong with one record.
#[derive(Debug)]
pub(super) struct Fault {
    /// The check that found it.
    pub(super) check: Check,
    /// The record's name.
    pub(super) about: String,
    told: Diagnostic,
}

impl Fault {
    /// `check` found `message` about the record `about`, at `span`; `help` says
    /// what to do.
    pub(super) fn new(
        check: Check,
        about: impl Into<String>,
        message: String,
        span: Span,
        help: impl Into<String>,
    ) -> Self {
        let told = Diagnostic::warning(check.code(), message).at(span).help(help);
        Self { check, about: about.into(), told }
    }

    /// The same, with a note.
    #[must_use]
    pub(super) fn note(mut self, note: impl Into<String>) -> Self {
        self.told = self.told.note(note);
        self
    }

    /// Adds a note.
    pub(super) fn add_note(&mut self, note: &str) {
        self.told.notes.push(note.to_owned());
    }

    /// What is told, as it weighs; `None` if it is not to be told.
    pub(super) fn weighed(self, weights: &Weights) -> Option<Diagnostic> {
        let severity = weights.severity(self.check)?;
        Some(Diagnostic { severity, ..self.told })
    }
}
