//! What was decided, told to those who attack it, and what could not be
//! protected, told to the officer.

use super::super::defence::{Defence, GuardedPlace, NamedProof, Told};
use super::super::primary::rule_of_share;
use super::super::stood::open;
use super::book::Book;
use super::log::Reason;
use super::names::plain;
use super::told::Frozen;
use crate::at;
use crate::diagnostic::{Diagnostic, Findings, Span, codes};
use crate::model::place::{Line, Place, Places};
use crate::model::policy::{Act, Policy};
use crate::protect::{CountId, Fate, Filling, Proof};
use crate::site::Site;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// What the wall knows, by name.
pub(super) fn defence(book: &Book<'_>) -> Defence {
    Defence {
        places: places(book),
        links: book.links.to_vec(),
        proofs: book.proofs.iter().flat_map(|proof| named(book, proof)).collect(),
        told: book.site.map(told).unwrap_or_default(),
    }
}

fn places(book: &Book<'_>) -> Vec<GuardedPlace> {
    let is_guarded =
        |id: usize| matches!(book.system.counts[id].fate, Fate::Withheld | Fate::Guarded);
    let counts = book.entries.iter().enumerate().filter(|(id, _)| is_guarded(*id));
    let counts = counts.flat_map(|(id, entry)| {
        let truth = Decimal::from(book.system.counts[id].truth);
        entry.names.iter().map(move |names| GuardedPlace::new(names.clone(), truth))
    });
    let decisions = book.decisions();
    let shares = book.shares.iter().filter(|(name, _)| decisions.hides(name, false));
    let shares = shares.map(|(_, share)| GuardedPlace::new(share.names.clone(), share.truth));
    counts.chain(shares).collect()
}

/// A proof for each of the names of its count.
fn named(book: &Book<'_>, proof: &Proof) -> Vec<NamedProof> {
    let names = |id: &CountId| book.entries[id.0].names.iter().map(|names| names.name.clone());
    let filling = |filling: &Filling| -> BTreeMap<String, i64> {
        let all = filling.iter();
        all.flat_map(|(id, count)| names(id).map(|name| (name, *count))).collect()
    };
    let (low, high) = (filling(&proof.low), filling(&proof.high));
    let of = |place| NamedProof { place, low: low.clone(), high: high.clone() };
    names(&proof.count).map(of).collect()
}

fn told(site: &Site) -> Vec<Told> {
    let ledgers = site.ledgers.iter().map(|doc| &doc.value);
    let told = ledgers.flat_map(|ledger| {
        ledger.figures.iter().filter_map(|(place, words)| {
            let number = match Frozen::of(words)? {
                Frozen::Figure(number) => Some(number),
                Frozen::Withheld => None,
            };
            Some(Told { edition: ledger.edition.clone(), place: place.clone(), number })
        })
    });
    told.collect()
}

/// Reports counts that nothing protects.
pub(super) fn unprotected(book: &Book<'_>, findings: &mut Findings) {
    for id in &book.unprotected {
        let name = plain(&book.entries[id.0].names[0].name);
        let message = format!("`{name}` must not become known, and readers could work it out");
        let found = Diagnostic::error(codes::UNPROTECTED, message)
            .note("nothing that may still be withheld hides it: what is left was published before, or is published by others")
            .help("merge rows, columns or periods until the count is large; or, where it is known already or its publication is agreed, add it to `exceptions` of the policy with who approved it");
        let span = book.site.and_then(|site| span(site, name));
        findings.push(match span {
            Some(span) => found.at(span),
            None => found,
        });
    }
}

/// Reports exceptions for places that no rule withholds: whoever approved them
/// should know that they do nothing.
pub(super) fn idle_exceptions(book: &Book<'_>, site: &Site, findings: &mut Findings) {
    let places = site.places();
    let is_count =
        |cell: &str| matches!(places.find(cell), Ok(Place::Table { .. } | Place::Outcome { .. }));
    for (i, exception) in book.policy.exceptions.iter().enumerate() {
        let cell = &exception.cell;
        if !is_count(cell) || is_used(book, cell) || leaves_few(book, &places, cell) {
            continue;
        }
        let message =
            format!("no rule withholds `{}`: the exception has no effect", exception.cell);
        findings.push(
            Diagnostic::warning(codes::EXCEPTION, message)
                .at(site.config.span(at!["disclosure", "exceptions", i, "cell"]))
                .help("take the exception out, or correct the place it names"),
        );
    }
}

/// Whether a share leaves out few, or is of all or none, which policies may only
/// warn of: an exception says that somebody has thought about it.
fn leaves_few(book: &Book<'_>, places: &Places<'_>, cell: &str) -> bool {
    let Ok(Place::Outcome { id, period, .. }) = places.find(cell) else { return false };
    let values = places.outcome(&id).into_iter().flat_map(|outcome| &outcome.values);
    let of_period = values.filter(|value| value.period == period);
    let mut parts = of_period
        .filter_map(|value| open(value.numerator.as_ref()).zip(open(value.denominator.as_ref())));
    let careful =
        Policy { complement: Act::Withhold, all_or_none: Act::Withhold, ..book.policy.clone() };
    parts.any(|(n, d)| rule_of_share(&careful, n, d, true).is_some())
}

fn is_used(book: &Book<'_>, cell: &str) -> bool {
    let stem = cell.strip_suffix("/value").map(|stem| format!("{stem}/numerator"));
    let names = [Some(cell.to_owned()), stem];
    let mut ids = names.iter().flatten().filter_map(|name| {
        let mut versions = book.by_name.iter().filter(move |(version, _)| plain(version) == name);
        versions.find(|(_, id)| book.entries[id.0].reason == Some(Reason::Exception))
    });
    ids.next().is_some()
}

/// Where a place is written.
fn span(site: &Site, name: &str) -> Option<Span> {
    match site.places().find(&printed(name)).ok()? {
        Place::Table { id, row, column } => {
            let mut files = site.tables.iter();
            files.find_map(|doc| {
                let i = doc.value.tables.iter().position(|table| table.id == id)?;
                Some(match (row, column) {
                    (Line::At(row), Line::At(column)) => {
                        doc.span(at!["tables", i, "counts", row, column])
                    }
                    _ => doc.span(at!["tables", i, "counts"]),
                })
            })
        }
        Place::Outcome { id, period, .. } => site.outcomes.iter().find_map(|doc| {
            let i = doc.value.outcomes.iter().position(|outcome| outcome.id == id)?;
            let values = &doc.value.outcomes.get(i)?.values;
            let j = values.iter().position(|value| value.period == period)?;
            Some(doc.span(at!["outcomes", i, "values", j]))
        }),
        _ => None,
    }
}

/// The place on whose figures one that is never printed rests.
fn printed(name: &str) -> String {
    let name = name.split_once("/added-to/").map_or(name, |(name, _)| name);
    let stem = name.strip_suffix("/rest");
    plain(&stem.map_or_else(|| name.to_owned(), |stem| format!("{stem}/value"))).to_owned()
}
