//! Small groups of people in the words of pages and records.

use super::documents::{Documents, source_of};
use crate::check::{People, Small};
use crate::diagnostic::{Diagnostic, Findings, Span, codes};
use crate::disclosure::Publication;
use crate::model::place::{Place, Places};
use crate::strings::Strings;
use rayon::prelude::*;

/// Reports every small group that words name, and every exception of the
/// policy for words that need none.
pub(super) fn check(
    publication: &Publication,
    documents: &Documents,
    strings: &Strings,
    findings: &mut Findings,
) {
    let people = People::new(publication, strings);
    let language = strings.language();
    let pages: Vec<_> = publication.pages.iter().zip(&documents.pages).collect();
    let read = pages.par_iter().map(|(page, prepared)| {
        let (source, folder) = (source_of(page), page.address.folder());
        people.on_page(&source, (&prepared.document, &prepared.numbered), folder, language)
    });
    let mut small = people.in_records(publication.latest(), language);
    read.collect::<Vec<Small>>().into_iter().for_each(|found| small.add(found));
    small.findings.drain(..).for_each(|found| findings.push(found));
    let nowhere = Places::default();
    for (at, exception) in publication.policy.exceptions.iter().enumerate() {
        let place = nowhere.find(&exception.cell).ok();
        let read = place.is_some_and(|place| is_read(publication, &place));
        if read && !small.needed.contains(&at) {
            findings.push(unneeded(&exception.cell));
        }
    }
}

/// Whether the words at `place` are published in this build.
fn is_read(publication: &Publication, place: &Place) -> bool {
    match place {
        Place::Prose { page, .. } => {
            publication.pages.iter().any(|one| one.address.folder() == page)
        }
        Place::Record { .. } => true,
        _ => false,
    }
}

fn unneeded(cell: &str) -> Diagnostic {
    let message = format!("no small group is named at `{cell}`: the exception lets nothing stand");
    Diagnostic::warning(codes::EXCEPTION, message)
        .at(Span::words("data/site.yaml", cell))
        .help("correct the address, or take the exception out")
}
