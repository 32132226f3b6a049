//! From one edition to the next: nothing vanishes, and the chain holds.

use super::case::Case;
use super::check::Check;
use super::fault::Fault;
use crate::at;
use crate::model::Day;
use crate::register::{Item, Ledger};
use crate::site::SourcePage;
use crate::yaml::Doc;
use std::collections::BTreeMap;

pub(super) fn check(case: &Case<'_>, faults: &mut Vec<Fault>) {
    faults.extend(vanished(case));
    let editions = known_editions(case);
    let chained = editions.iter().any(|edition| edition.from.is_some());
    for (at, edition) in editions.iter().enumerate().filter(|_| chained) {
        faults.extend(broken(&editions[..at], edition));
    }
}

/// What was open when it was last published, and is in no record now.
fn vanished(case: &Case<'_>) -> Vec<Fault> {
    let known = case.site.ledgers.iter().filter(|doc| case.knows_day(Some(doc.value.as_at)));
    let mut ledgers: Vec<&Doc<Ledger>> = known.collect();
    ledgers.sort_by_key(|doc| doc.value.as_at);
    let mut last: BTreeMap<_, (&Doc<Ledger>, usize, Item)> = BTreeMap::new();
    for doc in ledgers {
        for (i, item) in doc.value.items().enumerate() {
            last.insert(item.key.clone(), (doc, i, item));
        }
    }
    let gone = last.into_values().filter(|(_, _, item)| {
        !item.is_closed() && case.register.get(item.key.kind, &item.key.name).is_none()
    });
    gone.map(|(doc, i, item)| fault(doc, i, &item)).collect()
}

fn fault(doc: &Doc<Ledger>, i: usize, item: &Item) -> Fault {
    let name = &item.key.name;
    let (edition, as_at) = (&doc.value.edition, doc.value.as_at);
    let message = format!("`{name}` was open in {edition}, as at {as_at}, and is in no record now");
    let help = "put the record back and say in it what became of it";
    let span = doc.span(at!["promises", i, "name"]);
    Fault::new(Check::Vanished, name, message, span, help)
}

/// An edition that had come out.
struct Edition<'a> {
    folder: &'a str,
    as_at: Day,
    from: Option<&'a str>,
    page: &'a SourcePage,
}

/// The editions that had come out, the earliest first.
fn known_editions<'a>(case: &Case<'a>) -> Vec<Edition<'a>> {
    let of = |(folder, page): (&'a str, &'a SourcePage)| {
        let from = page.front.value.carried_from.as_deref();
        Some(Edition { folder, as_at: page.front.value.as_at?, from, page })
    };
    let mut editions: Vec<_> = case.site.editions().filter_map(of).collect();
    editions.retain(|edition| case.knows_day(Some(edition.as_at)));
    editions.sort_by_key(|edition| edition.as_at);
    editions
}

/// How an edition fails to go on from one of those before it.
fn broken(earlier: &[Edition<'_>], edition: &Edition<'_>) -> Option<Fault> {
    let last = earlier.last();
    let folder = edition.folder;
    let (message, key) = match edition.from {
        None => {
            let last = last?.folder;
            (format!("`{folder}` does not say that it goes on from `{last}`"), "as_at")
        }
        Some(from) => match earlier.iter().find(|other| other.folder == from) {
            None => (
                format!("`{folder}` goes on from `{from}`, which is no earlier edition"),
                "carried_from",
            ),
            Some(from) => {
                let between = passed_over(earlier, from)?;
                let (from, between) = (from.folder, between.folder);
                (
                    format!("`{folder}` goes on from `{from}` and passes over `{between}`"),
                    "carried_from",
                )
            }
        },
    };
    let help = match last {
        Some(last) => format!("write `carried_from: {}`", last.folder),
        None => "take `carried_from:` out, or check the dates of the editions".to_owned(),
    };
    let span = edition.page.front.span(at![key]);
    Some(Fault::new(Check::Chain, folder, message, span, help))
}

/// An edition that went on from `from` too: what it took over would be lost.
fn passed_over<'e>(earlier: &'e [Edition<'_>], from: &Edition<'_>) -> Option<&'e Edition<'e>> {
    earlier.iter().find(|other| other.from == Some(from.folder))
}
