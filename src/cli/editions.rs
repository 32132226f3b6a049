//! Editions by name, with the promises each of them published.

use crate::diagnostic::{Diagnostic, Findings, codes};
use crate::disclosure::{Asked, Publication, View, disclose};
use crate::model::Day;
use crate::register::Register;
use crate::site::Site;
use crate::sources::Sources;

/// A project without errors, as it may be seen.
pub(super) struct Project {
    pub(super) site: Site,
    publication: Publication,
}

/// An edition and its promises.
pub(super) struct Edition<'a> {
    /// Its folder.
    pub(super) name: &'a str,
    /// The day whose knowledge it shows.
    pub(super) as_at: Day,
    /// The promises as its records show them on that day.
    pub(super) register: &'a Register,
    /// What it shows.
    pub(super) view: &'a View,
}

impl Project {
    /// Reads the project; `None` when its records have errors, which are then
    /// in `findings`.
    pub(super) fn read(sources: &Sources, findings: &mut Findings) -> Option<Self> {
        let loaded = Site::load(sources);
        let site = loaded.value.filter(|_| !loaded.findings.has_errors());
        if site.is_none() {
            findings.extend(loaded.findings);
        }
        // What is under embargo is the officer's own.
        let publication = disclose(site.as_ref()?, &Asked::default()).value;
        Some(Self { site: site?, publication })
    }

    /// The language of its records.
    pub(super) fn language(&self) -> &str {
        self.publication.language()
    }

    /// The edition called `name`; a finding if there is none.
    pub(super) fn edition<'a>(
        &'a self,
        name: &'a str,
        findings: &mut Findings,
    ) -> Option<Edition<'a>> {
        let found = self.shown(name);
        if found.is_none() {
            findings.push(self.unknown(name));
        }
        found
    }

    fn shown<'a>(&'a self, name: &'a str) -> Option<Edition<'a>> {
        let edition = self.publication.editions.iter().find(|edition| edition.folder == name)?;
        let as_at = edition.as_at?;
        let view = self.publication.view_of_edition(name)?;
        Some(Edition { name, as_at, register: &view.register, view })
    }

    fn unknown(&self, name: &str) -> Diagnostic {
        let message = format!("there is no edition `{name}` that the public may see");
        let known = self.publication.editions.iter().map(|edition| edition.folder.as_str());
        Diagnostic::error(codes::UNKNOWN_ID, message).suggest(name, known)
    }

    /// The promises an edition published: those of its records, and those that
    /// its ledger remembers and no record holds any more.
    pub(super) fn published(&self, edition: &Edition<'_>) -> Register {
        let ledgers = self.site.ledgers.iter().map(|doc| &doc.value);
        edition.register.published(edition.name, ledgers)
    }
}
