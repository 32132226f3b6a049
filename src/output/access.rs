//! What authors' words do that shuts readers out, page by page.

use super::documents::{Documents, source_of};
use crate::diagnostic::{Diagnostic, Findings, Span, codes};
use crate::disclosure::{Page, Publication};
use crate::model::Text;
use crate::strings::Strings;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Reports what is found in the pages of `publication`, in their titles and
/// between them.
pub(super) fn check(
    publication: &Publication,
    documents: &Documents,
    strings: &Strings,
    findings: &mut Findings,
) {
    let pages: Vec<_> = publication.pages.iter().zip(&documents.pages).collect();
    let read = pages.par_iter().map(|(page, prepared)| {
        let mut found = documents.access.read(&source_of(page), &prepared.document);
        for text in std::iter::once(&page.front.title).chain(&page.front.summary) {
            let (words, span) = in_front(page, text, strings);
            found.extend(documents.access.title(words, &span));
        }
        found
    });
    read.collect::<Vec<_>>().into_iter().for_each(|found| findings.extend(found));
    titles(publication, strings, findings);
}

/// The words of a text of the front matter, and where they stand.
fn in_front<'p>(page: &'p Page, text: &'p Text, strings: &Strings) -> (&'p str, Span) {
    let words = text.in_language(strings.language());
    (words, Span::words(page.file.clone(), words.lines().next().unwrap_or_default()))
}

/// Pages that a list of open pages, or of what was found, cannot tell apart
/// (WCAG 2.4.2). An edition's name and a paper's meeting stand in the title.
fn titles(publication: &Publication, strings: &Strings, findings: &mut Findings) {
    let mut seen = BTreeMap::new();
    for page in &publication.pages {
        let language = strings.language();
        let (title, span) = in_front(page, &page.front.title, strings);
        let edition = page.edition.filter(|_| !page.address.is_section());
        let body = page.front.body.as_ref().map(|body| body.in_language(language));
        let meeting = page.front.meeting_date.as_ref().map(|date| format!("{date:?}"));
        let key = (title.to_lowercase(), edition, body, meeting);
        if let Some(other) = seen.insert(key, &page.file) {
            let message = format!("two pages have the same title: `{title}`");
            let found = Diagnostic::warning(codes::SAME_TITLE, message).at(span);
            let help = "say in one of the two what makes it another";
            findings.push(found.note(format!("the other is {other}")).help(help));
        }
    }
}
