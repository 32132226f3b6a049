//! Counts that are said to add up are there.

use super::Site;
use crate::at;
use crate::diagnostic::{Diagnostic, Findings, Span, codes};
use crate::model::place::{NoPlace, Part, Place, Places};
use crate::model::table::{AddsUp, TableFile};
use crate::yaml::Doc;

const HOW: &str = "write `table/ID/ROW/COLUMN`, `outcome/ID/PERIOD/value` (or `numerator`, \
                   `denominator`, or the name of a comparator)";

pub(super) fn check(site: &Site, findings: &mut Findings) {
    let places = site.places();
    for doc in &site.tables {
        for (i, sum) in doc.value.adds_up.iter().enumerate() {
            one(doc, i, sum, &places, findings);
        }
    }
}

fn one(doc: &Doc<TableFile>, i: usize, sum: &AddsUp, places: &Places<'_>, findings: &mut Findings) {
    if sum.parts.is_empty() {
        let message = "nothing is said to make the total";
        let found = Diagnostic::error(codes::UNKNOWN_ID, message).at(doc.span(at!["adds_up", i]));
        findings.push(found.help("list the places that add up to it, as `parts: […]`"));
    }
    let total = (&sum.total, doc.span(at!["adds_up", i, "total"]));
    let parts = sum.parts.iter().enumerate();
    let parts = parts.map(|(j, part)| (part, doc.span(at!["adds_up", i, "parts", j])));
    for (address, span) in std::iter::once(total).chain(parts) {
        unknown(places, address, span).into_iter().for_each(|found| findings.push(found));
    }
}

fn unknown(places: &Places<'_>, address: &str, span: Span) -> Option<Diagnostic> {
    let no = match places.find(address) {
        Ok(Place::Outcome { id, part: Part::Value | Part::Comparator(_), .. })
            if places.outcome(&id).is_some_and(|outcome| !outcome.unit.is_count()) =>
        {
            NoPlace::new(format!("`{address}` is no count: name the `numerator` or `denominator`"))
        }
        Ok(Place::Table { .. } | Place::Outcome { .. }) => return None,
        Ok(_) => NoPlace::new(format!("`{address}` is no count")),
        Err(no) => no,
    };
    let found = Diagnostic::error(codes::UNKNOWN_ID, no.message.clone()).at(span);
    Some(no.advise(found, HOW))
}
