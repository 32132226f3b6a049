//! The attack on the wall: what a stranger could learn from what is about to
//! be published.
//!
//! It knows what every reader knows: the files, the policy, and what earlier
//! editions told. It shares no code with what decides or with what renders;
//! of the wall it has only the proofs to test, and a way to ask whether a
//! number it found is a true one ([`GuardedPlace::is`]), which tells nothing.
//!
//! What is exempt or under embargo is looked for by its words (`exempt`); of
//! figures:
//!
//! 1. `read` reads every file back: pages, drawings, data, PDFs.
//! 2. `key` says what is called what, so that `grids` finds the address of
//!    each figure from captions and heads.
//! 3. `leaks` and `marks` look for true figures where they were withheld: in
//!    words, attributes, comments, cells and the marks of charts.
//! 4. `repeats` leaves out what print pages and PDFs only say again.
//! 5. `rebuild` makes relations of what was seen: sums, shares, what was
//!    declared and what was told before.
//! 6. `proofs` puts the wall's own proofs into these relations, and `ranges`
//!    works out what it can without them.
//!
//! [`GuardedPlace::is`]: crate::disclosure::GuardedPlace::is

mod exempt;
mod grids;
mod key;
mod leaks;
mod look;
mod marks;
mod numbers;
mod proofs;
mod ranges;
mod read;
mod rebuild;
mod repeats;
mod seen;
mod tell;
#[cfg(test)]
mod tests;
mod words;

use crate::diagnostic::{Findings, codes};
use crate::disclosure::{GuardedPlace, NamedProof, Publication};
use crate::sources::Sources;
use crate::theme;
use crate::write::{Look, Staged};
use key::Key;
use look::Told;
use proofs::Fault;
use rebuild::Rebuilt;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

/// Attacks `files`, made from `publication`, and adds what it could learn, with
/// where `sources` say it.
pub fn attack(
    publication: &Publication,
    sources: &Sources,
    files: &dyn Staged,
    findings: &mut Findings,
) {
    let files = OfThisSite(files);
    findings.extend(exempt::search(&publication.secrets, &files, sources));
    let key = Key::of(publication);
    let all = Mutex::new(Vec::new());
    files.each(&|path, bytes| {
        let told = match bytes {
            Ok(bytes) => look::look(&key, path, &read::read(path, bytes)),
            Err(error) => unread(path, &error.to_string()),
        };
        all.lock().unwrap_or_else(PoisonError::into_inner).push(told);
    });
    let mut all: Vec<Told<'_>> = all.into_inner().unwrap_or_else(PoisonError::into_inner);
    repeats::drop_repeats(publication, &mut all);
    all.iter().for_each(|told| tell_file(publication, &key, told, findings));
    if findings.iter().any(|found| found.code == codes::UNPROTECTED) {
        // The wall says itself what it could not protect.
        return;
    }
    let mut rebuilt = Rebuilt::of(publication, &key, &all);
    rebuilt.system.narrow();
    tell_worked_out(publication, &rebuilt, findings);
    tell_proofs(publication, &rebuilt, findings);
}

/// The files that know this site: without those that every copy of Pledgebook
/// brings with it, byte for byte. What these say is known already, and their
/// comments name no council's figures, whatever an outcome is called.
struct OfThisSite<'a>(&'a dyn Staged);

impl Staged for OfThisSite<'_> {
    fn each(&self, look: &Look<'_>) {
        self.0.each(&|path, bytes| {
            if !bytes.as_ref().is_ok_and(|bytes| theme::is_shipped(path, bytes)) {
                look(path, bytes);
            }
        });
    }
}

fn unread(path: &str, why: &str) -> Told<'static> {
    Told { path: path.to_owned(), unread: Some(why.to_owned()), ..Told::default() }
}

/// What one file gives away by itself: each place once for each way.
fn tell_file(publication: &Publication, key: &Key<'_>, told: &Told<'_>, findings: &mut Findings) {
    let mut known = BTreeSet::new();
    for (kind, leak) in &told.leaks {
        if known.insert((kind, &leak.place.name)) {
            findings.push(tell::leak(publication, key, &told.path, kind, leak));
        }
    }
    for (kind, words) in &told.beside {
        findings.push(tell::beside(publication, &told.path, kind, words));
    }
    if let Some(why) = &told.unread {
        findings.push(tell::unread(&told.path, why));
    }
}

/// Withheld counts that the relations give away, alone or together.
fn tell_worked_out(publication: &Publication, rebuilt: &Rebuilt<'_, '_>, findings: &mut Findings) {
    let protect = i64::from(publication.policy.protect);
    let mut known = BTreeSet::new();
    for (count, path) in rebuilt.secrets() {
        let range = &rebuilt.system.counts[count];
        if range.high - range.low < protect {
            known.insert(count);
            findings.push(tell::worked_out(rebuilt, count, path));
        }
    }
    for pool in rebuilt.pools(&publication.policy) {
        if !pool.counts.iter().any(|count| known.contains(count)) {
            findings.push(tell::pool(rebuilt, &pool.counts, pool.relation, pool.range));
        }
    }
}

/// Withheld counts whose proof is missing or does not hold: those that fail for
/// one reason are told together.
fn tell_proofs(publication: &Publication, rebuilt: &Rebuilt<'_, '_>, findings: &mut Findings) {
    let (key, defence) = (rebuilt.key, &publication.defence);
    let of = proofs::relations_of(&rebuilt.system);
    let protect = i64::from(publication.policy.protect);
    let proofs: BTreeMap<&str, &NamedProof> =
        defence.proofs.iter().map(|proof| (proof.place.as_str(), proof)).collect();
    let mut faults: BTreeMap<Option<Fault>, Vec<(usize, &GuardedPlace)>> = BTreeMap::new();
    for place in defence.places.iter().filter(|place| rebuild::is_count(place)) {
        let Some(subject) = key.subject_at(&place.name) else { continue };
        let proof = proofs.get(place.name.as_str());
        let fault = proof.map(|proof| proofs::fault(rebuilt, &of, proof, protect));
        if fault != Some(None) {
            faults.entry(fault.flatten()).or_default().push((subject, place));
        }
    }
    for (fault, places) in &faults {
        findings.push(tell::proof(key, places, fault.as_ref()));
    }
}
