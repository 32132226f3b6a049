//! What an edition takes over from the one before it.

use super::changes::{group_title, name, path, short, standing};
use super::cx::Cx;
use super::meetings;
use crate::disclosure::Edition;
use crate::model::address::html_in;
use crate::register::{Change, Happened, Item, Key, Kind};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The most promises of one review or set that are named one by one; of more,
/// the page of what changed shows each.
const NAMED: usize = 16;

/// The most characters of a promise in a list: about two lines.
const TWO_LINES: usize = 150;

/// What was carried to an edition: actions that meetings sent to it, and what
/// was open in the edition before.
pub(super) fn carried(cx: &Cx<'_>, edition: &Edition) -> Option<Value> {
    let actions = sent(cx, edition);
    let open = edition.carried_from.as_ref().map(|from| open(cx, edition, from));
    let open = open.unwrap_or_default();
    (!actions.is_empty() || !open.is_empty()).then(|| json!({"actions": actions, "open": open}))
}

/// The actions that meetings sent to the edition's list of what is due.
fn sent(cx: &Cx<'_>, edition: &Edition) -> Vec<Value> {
    let listed = cx.view().actions_into(&edition.folder).into_iter();
    let shown = listed.map(|listed| {
        let meeting = &listed.meeting;
        let mut shown = meetings::action(cx, &listed.action);
        cx.add_standing(Kind::Decision, &listed.name, &mut shown);
        shown["into"] = Value::Null;
        shown["meeting"] =
            json!(format!("{}, {}", cx.say(&meeting.body), cx.strings().day(meeting.date)));
        shown
    });
    shown.collect()
}

/// What was open in the edition `from`, by review or set, with how each stands
/// now. Commitments are left out: a promise to children is open as long as it
/// stands.
fn open(cx: &Cx<'_>, edition: &Edition, from: &str) -> Vec<Value> {
    let mut groups: BTreeMap<(Kind, &str), BTreeSet<(usize, &Key)>> = BTreeMap::new();
    let dropped = cx.view().changes().filter(|change| change.happened == Happened::Dropped);
    let dropped = dropped.filter_map(Change::last).map(AsRef::as_ref);
    for item in still_open(cx, from).chain(dropped) {
        if item.key.kind != Kind::Commitment {
            let group = groups.entry((item.key.kind, &item.group)).or_default();
            group.insert((item.place, &item.key));
        }
    }
    groups.into_iter().map(|(group, keys)| part(cx, edition, group, &keys)).collect()
}

fn still_open<'a>(cx: &Cx<'a>, from: &str) -> impl Iterator<Item = &'a Item> {
    let view = cx.renderer.publication.view_of_edition(from);
    let items = view.into_iter().flat_map(|view| view.register.items());
    items.map(AsRef::as_ref).filter(|item| item.is_open())
}

fn part(
    cx: &Cx<'_>,
    edition: &Edition,
    (kind, group): (Kind, &str),
    keys: &BTreeSet<(usize, &Key)>,
) -> Value {
    let changes = html_in(&format!("{}/what-changed", edition.folder));
    let named = keys.iter().filter(|_| keys.len() <= NAMED);
    json!({
        "kind": cx.t(&format!("kind.{}", kind.slug())),
        "title": group_title(cx, kind, group),
        "count": keys.len(),
        "items": named.map(|(_, key)| one(cx, key)).collect::<Vec<_>>(),
        "path": changes,
    })
}

/// A promise, with how it stands now.
fn one(cx: &Cx<'_>, key: &Key) -> Value {
    let now = cx.view().register.get(key.kind, &key.name);
    let ended = now.and_then(|item| item.ended_otherwise());
    json!({
        "text": name(cx, key),
        "words": now.map(|item| short(cx, item, TWO_LINES)),
        "path": path(cx, key),
        "status": now.map(|item| standing(cx, item.standing)),
        "overdue": now.is_some_and(|item| item.overdue),
        "gone": now.is_none(),
        "ended": ended.map(|why| cx.t(&format!("ended.{}", why.slug()))),
    })
}
