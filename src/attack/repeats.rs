//! What is made from pages and says again what they say: the print page of an
//! edition, and PDFs. A leak is told of the page where an author can mend it;
//! a file that repeats it is told of only for what it gives away besides.

use super::look::{Sum, Told};
use crate::disclosure::Publication;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// What was told before.
#[derive(Default)]
struct Known {
    leaks: BTreeSet<(String, Decimal)>,
    beside: BTreeSet<String>,
    sums: BTreeSet<String>,
}

/// Puts what `all` tell in the order of telling, pages first, and takes away
/// what a file made from pages only repeats.
pub(super) fn drop_repeats(publication: &Publication, all: &mut [Told<'_>]) {
    all.sort_by_cached_key(|told| (is_made_from_pages(publication, &told.path), told.path.clone()));
    let mut known = Known::default();
    for told in all {
        if is_made_from_pages(publication, &told.path) {
            known.drop_repeats_of(told);
        }
        known.add(told);
    }
}

/// Whether nobody wrote the file itself.
fn is_made_from_pages(publication: &Publication, path: &str) -> bool {
    if path.ends_with(".pdf") {
        return !publication.assets.contains_key(path);
    }
    let Some(folder) = path.strip_suffix("/index.html") else { return false };
    folder.ends_with("/print")
        && !publication.pages.iter().any(|page| page.address.folder() == folder)
}

impl Known {
    fn add(&mut self, told: &Told<'_>) {
        let leaks = told.leaks.iter();
        self.leaks.extend(leaks.map(|(_, leak)| (leak.place.name.clone(), leak.number)));
        self.beside.extend(told.beside.iter().map(|(_, words)| spaced(words)));
        self.sums.extend(told.sums.iter().map(identity));
    }

    fn drop_repeats_of(&self, told: &mut Told<'_>) {
        told.leaks
            .retain(|(_, leak)| !self.leaks.contains(&(leak.place.name.clone(), leak.number)));
        told.beside.retain(|(_, words)| !self.beside.contains(&spaced(words)));
        told.sums.retain(|sum| !self.sums.contains(&identity(sum)));
    }
}

/// Words, whatever lies between them.
fn spaced(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a sum says, in whichever file: cells that have no address are known by
/// what they show.
fn identity(sum: &Sum) -> String {
    let terms = sum.terms.iter().map(|term| match &term.name {
        Ok(at) => format!("{} {:?}", at.place, term.what),
        Err(_) => format!("{:?}", term.what),
    });
    format!("{}: {}", spaced(&sum.line), terms.collect::<Vec<_>>().join(", "))
}
