//! Why an address names no place, and what is near it.

use crate::diagnostic::{Diagnostic, closest};

/// Why an address names no place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoPlace {
    /// What is wrong, in one line without a full stop.
    pub message: String,
    /// The word that is not known, and those that are.
    pub near: Option<(String, Vec<String>)>,
}

impl NoPlace {
    /// For the reason `message`.
    pub fn new(message: String) -> Self {
        Self { message, near: None }
    }

    /// The same finding with advice: what is near, else `how` to write it.
    pub fn advise(&self, found: Diagnostic, how: &str) -> Diagnostic {
        let near = self
            .near
            .as_ref()
            .and_then(|(word, known)| closest(word, known.iter().map(String::as_str)));
        match near {
            Some(near) => found.help(format!("did you mean `{near}`?")),
            None => found.help(how),
        }
    }

    /// For the reason `message`: `found` is not among what is `known`.
    pub fn unknown(message: String, found: &str, known: impl Iterator<Item = String>) -> Self {
        Self { message, near: Some((found.to_owned(), known.collect())) }
    }
}
