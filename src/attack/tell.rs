//! What the attack found, in words an officer can act on. They may quote true
//! figures: they go to the officer, never to a page.

use super::key::{ADDED_TO, Key, base};
use super::leaks::Leak;
use super::proofs::Fault;
use super::rebuild::Rebuilt;
use crate::diagnostic::{Diagnostic, Span, codes};
use crate::disclosure::{GuardedPlace, Publication};

/// How many counts are named in one finding.
const NAMES: usize = 4;
/// How many relations are told of one count.
const LINKS: usize = 6;

/// A withheld figure that `path` tells, in what is called `kind`.
pub(super) fn leak(
    publication: &Publication,
    key: &Key<'_>,
    path: &str,
    kind: &str,
    leak: &Leak<'_>,
) -> Diagnostic {
    let message = format!(
        "`{path}` would tell a withheld figure: {} is {}",
        called(key, leak.subject, leak.place),
        leak.number
    );
    let found = Diagnostic::error(codes::TOLD, message);
    let found = found.at(source(publication, key, path, leak));
    found
        .note(format!("it stands in {kind}: {}", leak.words))
        .help("leave the number out there, or say it of a larger group")
}

/// A number that stands where its cell says that it is withheld.
pub(super) fn beside(publication: &Publication, path: &str, kind: &str, words: &str) -> Diagnostic {
    let message = format!("`{path}` has a number in a cell that says its figure is withheld");
    let found =
        Diagnostic::error(codes::BESIDE_MARKER, message).note(format!("in {kind}: {words}"));
    let found = found.help("leave the number out, or show the figure if it may be seen");
    match page(publication, path) {
        Some(file) => found.at(Span::file(file)),
        None => found,
    }
}

/// A file that could not be checked.
pub(super) fn unread(path: &str, why: &str) -> Diagnostic {
    Diagnostic::warning(
        codes::UNCHECKED,
        format!("`{path}` could not be checked for withheld figures: {why}"),
    )
    .at(Span::file(format!("content/{path}")))
    .help("look through it yourself, or publish it in a form whose words can be read")
}

/// A count that can be worked out: from `low` to `high` by what was seen.
pub(super) fn worked_out(rebuilt: &Rebuilt<'_, '_>, count: usize, path: &str) -> Diagnostic {
    let known = &rebuilt.system.counts[count];
    let what = match known.high - known.low {
        0 => format!("it is {}", known.low),
        _ => format!("it is from {} to {}", known.low, known.high),
    };
    let message = format!("a withheld count can be worked out: {}: {what}", rebuilt.called(count));
    let mut found = Diagnostic::error(codes::WORKED_OUT, message);
    if let Some(file) = rebuilt.source(count) {
        found = found.at(Span::file(file));
    }
    for at in rebuilt.system.chain(count, LINKS) {
        let note = format!("by {}", rebuilt.system.relations[at].place);
        if !found.notes.contains(&note) {
            found = found.note(note);
        }
    }
    if !path.is_empty() {
        found = found.note(format!("`{path}` shows that it is withheld"));
    }
    found.help(
        "leave one of these figures out, or declare how they belong together (`shares_cells_with`, \
         `adds_up`), so that more is withheld",
    )
}

/// Withheld counts whose sum is small and known.
pub(super) fn pool(
    rebuilt: &Rebuilt<'_, '_>,
    counts: &[usize],
    at: usize,
    range: (i64, i64),
) -> Diagnostic {
    let names: Vec<String> = counts.iter().map(|count| rebuilt.called(*count)).collect();
    let what = if range.0 == range.1 {
        range.0.to_string()
    } else {
        format!("{} to {}", range.0, range.1)
    };
    let message = format!("withheld counts are known to be {what} together: {}", names.join("; "));
    let found = Diagnostic::error(codes::WORKED_OUT, message)
        .note(format!("by {}", rebuilt.system.relations[at].place));
    let found = match counts.first().and_then(|count| rebuilt.source(*count)) {
        Some(file) => found.at(Span::file(file)),
        None => found,
    };
    found.help("withhold their total, or one more of the figures beside them")
}

/// Withheld counts without a proof that holds, all for one reason.
pub(super) fn proof(
    key: &Key<'_>,
    places: &[(usize, &GuardedPlace)],
    fault: Option<&Fault>,
) -> Diagnostic {
    let why = match fault {
        None => {
            "no two ways are known in which the published figures could have come about".to_owned()
        }
        Some(Fault::Near(apart)) => format!("the two ways that are known differ by {apart} only"),
        Some(Fault::Contradicts(relation)) => {
            format!("a way that it relies on contradicts {relation}")
        }
        Some(Fault::BelowZero(name)) => {
            format!("a way that it relies on has fewer than none at `{name}`")
        }
    };
    let mut names: Vec<String> =
        places.iter().take(NAMES).map(|(subject, place)| called(key, *subject, place)).collect();
    if places.len() > NAMES {
        names.push(format!("and {} more", places.len() - NAMES));
    }
    let counts = if places.len() == 1 { "a withheld count" } else { "withheld counts" };
    let message =
        format!("nothing proves that {counts} cannot be worked out: {}", names.join("; "));
    let found = Diagnostic::error(codes::NO_PROOF, message).note(why);
    let file = places.first().map_or("", |(subject, _)| key.subjects[*subject].file.as_str());
    let found = if file.is_empty() { found } else { found.at(Span::file(file)) };
    found.help("say how the figures of these places belong together, or leave one of them out")
}

/// What a place is called: its title and what else names it.
pub(super) fn called(key: &Key<'_>, subject: usize, place: &GuardedPlace) -> String {
    let title = &key.subjects[subject].title;
    let heads = [&place.row, &place.column]
        .map(|head| head.as_ref().map_or("total", |text| text.in_language("")));
    let address = base(&place.name);
    if address.starts_with("table/") {
        return format!("“{title}”, {}, {}", heads[0], heads[1]);
    }
    let part = match address.rsplit('/').next().unwrap_or_default() {
        _ if address.contains(ADDED_TO) => ", what was added since the figure before".to_owned(),
        "value" => String::new(),
        "rest" => ", those it leaves out".to_owned(),
        part => format!(", {part}"),
    };
    match &place.period {
        Some(period) => format!("“{title}”, {period}{part}"),
        None => format!("“{title}”{part}"),
    }
}

/// Where an officer can change what a file says: its page, else the record.
fn source(publication: &Publication, key: &Key<'_>, path: &str, leak: &Leak<'_>) -> Span {
    match page_of(publication, path) {
        Some(page) if !leak.words.is_empty() && page.text.contains(&leak.words) => {
            Span::words(page.file.clone(), leak.words.clone())
        }
        Some(page) => Span::file(page.file.clone()),
        None if publication.assets.contains_key(path) => Span::file(format!("content/{path}")),
        None => Span::file(key.subjects[leak.subject].file.as_str()),
    }
}

fn page_of<'p>(publication: &'p Publication, path: &str) -> Option<&'p crate::disclosure::Page> {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    publication.pages.iter().find(|page| page.address.folder() == folder)
}

fn page(publication: &Publication, path: &str) -> Option<std::sync::Arc<str>> {
    page_of(publication, path).map(|page| page.file.clone())
}
