//! Whether a file for the public holds anything that it may not see.
//!
//! A file is read in every way a reader could: its words without its tags, its
//! attributes, comments, names and addresses, however they are encoded.

mod fields;
mod search;

use crate::disclosure::{Secret, SecretKind, Secrets, folded};
pub(super) use search::search;

use fields::{Field, Place};
use std::collections::HashMap;

/// A secret that stands where the public looks.
#[derive(Clone, Copy)]
pub(super) struct Leak<'a> {
    /// What it is.
    pub(super) secret: &'a Secret,
    /// Whether it is the name of the file that holds it.
    pub(super) in_name: bool,
}

/// The secrets, ready to be looked for in many files.
pub(super) struct Scanner<'a> {
    /// Titles and sentences by their first word.
    spoken: HashMap<&'a str, Vec<&'a Secret>>,
    /// Addresses and names of files.
    named: Vec<&'a Secret>,
}

/// What of `secrets` stands in the file at `path`.
#[cfg(test)]
fn scan<'a>(secrets: &'a Secrets, path: &str, bytes: &[u8]) -> Vec<Leak<'a>> {
    Scanner::new(secrets).scan(path, bytes)
}

impl<'a> Scanner<'a> {
    /// For these secrets.
    pub(super) fn new(secrets: &'a Secrets) -> Self {
        let (mut spoken, mut named): (HashMap<_, Vec<_>>, Vec<_>) = Default::default();
        for one in secrets.iter() {
            match one.kind {
                SecretKind::Title | SecretKind::Sentence => {
                    if let Some(first) = one.words.first() {
                        spoken.entry(first.as_str()).or_default().push(one);
                    }
                }
                SecretKind::Address | SecretKind::FileName => named.push(one),
            }
        }
        Self { spoken, named }
    }

    /// What stands in the file at `path`, each secret once.
    pub(super) fn scan(&self, path: &str, bytes: &[u8]) -> Vec<Leak<'a>> {
        let mut leaks: Vec<Leak<'a>> = Vec::new();
        let mut add = |leak: Leak<'a>| {
            let known = |other: &Leak<'_>| std::ptr::eq(other.secret, leak.secret);
            if !leaks.iter().any(known) {
                leaks.push(leak);
            }
        };
        let name = Field { place: Place::Address, text: path.to_owned() };
        self.in_field(&name).into_iter().for_each(|secret| add(Leak { secret, in_name: true }));
        for field in fields::of(path, bytes) {
            let found = self.in_field(&field).into_iter();
            found.for_each(|secret| add(Leak { secret, in_name: false }));
        }
        leaks
    }

    fn in_field(&self, field: &Field) -> Vec<&'a Secret> {
        let words = folded(&field.text);
        let mut found = Vec::new();
        for (at, word) in words.iter().enumerate() {
            let all = self.spoken.get(word.as_str()).into_iter().flatten();
            found.extend(all.filter(|secret| is_said(secret, field.place, &words, at)));
        }
        let text = field.text.to_lowercase();
        found.extend(self.named.iter().filter(|secret| is_named(secret, field.place, &text)));
        found
    }
}

/// Whether the secret stands at `at`; a common one must stand alone.
fn is_said(secret: &Secret, place: Place, words: &[String], at: usize) -> bool {
    let says = words.get(at..at + secret.words.len()).is_some_and(|said| *said == secret.words);
    let alone = || words.len() == secret.words.len() && place == Place::Words;
    says && (!secret.is_common() || alone())
}

/// Whether a name stands in `text`, which is in lower case. A name of one word
/// is a name only in an address.
fn is_named(secret: &Secret, place: Place, text: &str) -> bool {
    let Some(name) = secret.words.first() else { return false };
    let is_year = name.chars().all(|c| c.is_ascii_digit() || c == '-');
    let telling = secret.kind == SecretKind::FileName || (name.contains(['-', '.']) && !is_year);
    if !telling {
        return place == Place::Address && is_part(name, text);
    }
    let ends = |at: usize| {
        let joins = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric());
        let before = text[..at].chars().next_back();
        let after = text[at + name.len()..].chars().next();
        !joins(before) && !joins(after)
    };
    text.match_indices(name.as_str()).any(|(at, _)| ends(at))
}

/// Whether a name is a part of an address, or what an anchor or a file is of.
fn is_part(name: &str, address: &str) -> bool {
    let mut parts = address.split(['/', '#', '?', '.', ' ']);
    let of = ["outcome-", "table-", "pledge-"];
    parts.any(|part| part == name || of.iter().any(|kind| part.strip_prefix(kind) == Some(name)))
}

#[cfg(test)]
mod tests;
