//! What was withheld and why, for officers. It never goes to an output that
//! readers see: what is withheld, and how closely it can be guessed, is theirs
//! to know who hold the figures.

use super::super::primary::Rule;
use super::book::Book;
use crate::model::policy::Exception;
use crate::protect::{CountId, Filling, Proof};
use std::collections::BTreeMap;

/// Why a count is withheld, or shown although it is small.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A rule withholds it.
    Rule(Rule),
    /// It protects others that would follow from it.
    Others,
    /// A ledger says that its edition withheld it, or printed it.
    Ledger,
    /// Somebody approved that it is shown.
    Exception,
}

impl Reason {
    /// The word for it in the log.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Rule(_) => "by rule",
            Self::Others => "to protect others",
            Self::Ledger => "as published before",
            Self::Exception => "exception",
        }
    }

    /// The rule, if it is one.
    pub fn rule(self) -> Option<Rule> {
        match self {
            Self::Rule(rule) => Some(rule),
            _ => None,
        }
    }
}

/// A line of the log.
#[derive(Clone, Debug)]
pub struct LogEntry {
    /// The address of the place, with its version.
    pub place: String,
    /// Why it is withheld or shown.
    pub reason: Reason,
    /// Whether it is withheld.
    pub is_withheld: bool,
    /// Two values that it can have for all that readers know, from its proof.
    pub between: Option<(i64, i64)>,
    /// Who approved that it is shown, and why.
    pub exception: Option<Exception>,
}

/// Every place that is withheld, or shown by way of exception.
pub(super) fn of(book: &Book<'_>) -> Vec<LogEntry> {
    let proofs: BTreeMap<CountId, &Proof> =
        book.proofs.iter().map(|proof| (proof.count, proof)).collect();
    let counts = book.by_name.iter().filter_map(|(name, id)| {
        let between = proofs.get(id).and_then(|proof| between(proof));
        Some(LogEntry { between, ..count(book, name, *id)? })
    });
    let others = book.others.iter().map(|(name, rule)| LogEntry {
        place: name.clone(),
        reason: Reason::Rule(*rule),
        is_withheld: true,
        between: None,
        exception: None,
    });
    counts.chain(others).collect()
}

fn count(book: &Book<'_>, name: &str, id: CountId) -> Option<LogEntry> {
    let entry = &book.entries[id.0];
    let reason = entry.reason?;
    let exception = book.exception(name).filter(|_| reason == Reason::Exception);
    Some(LogEntry {
        place: name.to_owned(),
        reason,
        is_withheld: book.hides(id),
        between: None,
        exception: exception.cloned(),
    })
}

fn between(proof: &Proof) -> Option<(i64, i64)> {
    let at = |filling: &Filling| filling.get(&proof.count).copied();
    let (low, high) = at(&proof.low).zip(at(&proof.high))?;
    Some((low.min(high), low.max(high)))
}
