//! What authors say of counts in different places: that two are the same, or
//! that some add up to another.

use super::super::defence::{Link, Names};
use super::super::stood::Stood;
use super::book::Book;
use super::counts::Wanted;
use super::names::part_name;
use super::outcomes::{sum, whole};
use crate::model::Day;
use crate::model::place::{Part, Place};
use crate::model::unit::{Unit, UnitWord};
use crate::protect::CountId;
use crate::site::Site;
use std::collections::BTreeSet;

/// Every link that is declared; one part alone is the same count.
pub(super) fn declared(site: &Site) -> Vec<Link> {
    let files = site.tables.iter().map(|doc| &doc.value);
    let shared = files.clone().flat_map(|file| &file.tables).flat_map(|table| {
        let cell = |pair: &str| format!("table/{}/{pair}", table.id);
        let pairs = table.shares_cells_with.iter();
        pairs.map(move |pair| Link { total: pair.same_as.clone(), parts: vec![cell(&pair.cell)] })
    });
    let sums = files.flat_map(|file| &file.adds_up);
    let sums = sums.map(|sum| Link { total: sum.total.clone(), parts: sum.parts.clone() });
    shared.chain(sums).collect()
}

/// The addresses that any of `links` names.
pub(super) fn names(links: &[Link]) -> BTreeSet<String> {
    links.iter().flat_map(|link| link.parts.iter().chain([&link.total])).cloned().collect()
}

/// The other addresses of the count at `name`.
pub(super) fn same<'l>(links: &'l [Link], name: &str) -> Vec<&'l str> {
    let other = |link: &'l Link| match &link.parts[..] {
        [part] if part == name => Some(link.total.as_str()),
        [part] if link.total == name => Some(part.as_str()),
        _ => None,
    };
    links.iter().filter_map(other).collect()
}

/// Adds the links of which every place is known on `day`.
pub(super) fn add(book: &mut Book<'_>, site: &Site, day: Option<Day>) {
    let links = book.links.clone();
    for link in links.iter() {
        let total = find(book, site, &link.total, day);
        let parts: Option<Vec<CountId>> =
            link.parts.iter().map(|part| find(book, site, part, day)).collect();
        let Some((total, parts)) = total.zip(parts) else { continue };
        relate(book, link, total, &parts);
    }
}

/// Relates the counts, if they do add up: before a revision they need not.
fn relate(book: &mut Book<'_>, link: &Link, total: CountId, parts: &[CountId]) {
    let truth = |id: CountId| book.system.counts[id.0].truth;
    let adds_up = parts.iter().map(|part| truth(*part)).sum::<i64>() == truth(total);
    if parts == [total] || !adds_up {
        return;
    }
    let versions: Vec<&str> =
        parts.iter().map(|id| book.entries[id.0].names[0].name.as_str()).collect();
    let of = &book.entries[total.0].names[0].name;
    let name = format!("{} = {} ({of})", versions.join(" + "), link.total);
    book.relate(name, sum(parts, total, parts.len() > 1));
}

/// The count at a plain address on the day, added if it is another's figure.
fn find(book: &mut Book<'_>, site: &Site, place: &str, day: Option<Day>) -> Option<CountId> {
    book.current(place).or_else(|| of_others(book, site, place, day))
}

/// The figure of a comparator, which everybody knows.
fn of_others(book: &mut Book<'_>, site: &Site, place: &str, day: Option<Day>) -> Option<CountId> {
    let places = site.places();
    let Ok(Place::Outcome { id, period, part: Part::Comparator(area) }) = places.find(place) else {
        return None;
    };
    let outcome = places.outcome(&id)?;
    let entry = outcome.comparators.get(&area)?.get_key_value(&period)?;
    let stood = Stood::others(outcome, entry, None, day)?;
    let count = whole(stood.number?)?;
    let names = Names {
        name: part_name(&id, &period, area.as_str(), stood.until),
        titles: vec![outcome.title.clone()],
        row: None,
        column: None,
        period: Some(period),
        unit: Unit::Known(UnitWord::Count),
        is_printed: true,
        views: Vec::new(),
    };
    Some(book.count(names, count, Wanted::Others))
}
