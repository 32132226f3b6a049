//! What the next edition takes over: what was open in the last, and what
//! meetings sent to it.

use crate::cli::report;
use crate::disclosure::{Asked, Publication, disclose};
use crate::register::{Item, Kind};
use crate::site::Site;
use std::sync::Arc;

/// The most of an item's words that one line shows, in characters.
const LONGEST: usize = 72;

/// What the edition `to` takes over from `from`, a line each.
pub(super) fn lines(site: &Site, from: &str, to: &str) -> Vec<String> {
    let publication = disclose(site, &Asked::default()).value;
    let language = publication.language();
    let mut lines = Vec::new();
    for kind in Kind::ALL {
        let open = open(&publication, from, kind);
        add(&mut lines, &still_open(kind, open.len()), &open, language);
    }
    let sent = sent(&publication, to);
    add(&mut lines, &format!("Sent to {to} by meetings: {}.", sent.len()), &sent, language);
    if lines.is_empty() {
        lines.push("Nothing was open, and no meeting sent anything to it.".to_owned());
    }
    lines
}

fn add(lines: &mut Vec<String>, title: &str, items: &[Arc<Item>], language: &str) {
    if !items.is_empty() {
        lines.extend([String::new(), title.to_owned()]);
        lines.extend(items.iter().map(|item| line(item, language)));
    }
}

/// What was open in the edition `from`, in the order of its records.
fn open(publication: &Publication, from: &str, kind: Kind) -> Vec<Arc<Item>> {
    let view = publication.view_of_edition(from);
    let items = view.into_iter().flat_map(|view| view.register.items());
    let open = items.filter(|item| item.key.kind == kind && item.is_open());
    in_order(open.cloned().collect())
}

/// What meetings sent to the edition `to`.
fn sent(publication: &Publication, to: &str) -> Vec<Arc<Item>> {
    let view = publication.latest();
    let listed = view.actions_into(to).into_iter();
    let items = listed.filter_map(|one| view.register.get(Kind::Decision, &one.name).cloned());
    in_order(items.collect())
}

fn in_order(mut items: Vec<Arc<Item>>) -> Vec<Arc<Item>> {
    items.sort_by_key(|item| item.place);
    items
}

/// `Recommendations that were still open: 5.`
fn still_open(kind: Kind, count: usize) -> String {
    let name = match kind {
        Kind::Commitment => "Commitments",
        Kind::Action => "Actions",
        Kind::Recommendation => "Recommendations",
        Kind::Decision => "Actions asked for by meetings",
    };
    format!("{name} that were still open: {count}.")
}

/// An item's name, when it is due and the first of its words.
fn line(item: &Item, language: &str) -> String {
    let due = item.due.as_ref().map(|due| format!(", due {due}")).unwrap_or_default();
    format!(
        "  {}{due}: {}",
        item.key.name,
        report::short(item.words.in_language(language), LONGEST)
    )
}
