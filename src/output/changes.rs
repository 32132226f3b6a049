//! What happened to promises since the edition before.

use super::cx::Cx;
use super::{meetings, pledges, recommendations};
use crate::disclosure::Since;
use crate::model::Text;
use crate::model::recommendation::Status;
use crate::narrative::{self, Block, Document, Source, plain_text};
use crate::register::{Change, Happened, Item, Key, Kind, Standing};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The most characters of a promise that stand in a table: about two lines.
const TWO_LINES: usize = 180;

/// What the page of what changed shows.
pub(super) fn page(cx: &Cx<'_>) -> Value {
    let since = cx.view().since.as_ref();
    let parts = Happened::ALL.map(|happened| part(cx, happened));
    let parts: Vec<Value> = parts.into_iter().flatten().collect();
    json!({
        "since": since.map(|since| words(cx, since)),
        "first": cx.view().register.items().count(),
        "parts": if since.is_some() { parts } else { Vec::new() },
    })
}

/// The edition before, in words and as a link.
fn words(cx: &Cx<'_>, since: &Since) -> Value {
    json!({
        "edition": edition(cx, since),
        "as_at": cx.strings().day(since.as_at),
        "path": cx.renderer.map.page_in(&since.edition),
    })
}

/// How the edition before is called: by its period, else by its day.
fn edition(cx: &Cx<'_>, since: &Since) -> String {
    let period = since.period.as_ref();
    let name = period.map(|period| cx.strings().period(period, Default::default()));
    let name = name.unwrap_or_else(|| cx.strings().day(since.as_at));
    cx.strings().say("changes.edition", &[("period", &name)])
}

/// Everything to which one thing happened, by review, set or meeting.
fn part(cx: &Cx<'_>, happened: Happened) -> Option<Value> {
    let mut groups: BTreeMap<(Kind, &str), Vec<&Change>> = BTreeMap::new();
    for change in cx.view().changes().filter(|change| change.happened == happened) {
        let Some(item) = change.last() else { continue };
        groups.entry((change.key.kind, &item.group)).or_default().push(change);
    }
    groups.values_mut().for_each(|changes| changes.sort_by_key(|change| place(change)));
    let count: usize = groups.values().map(Vec::len).sum();
    let slug = happened.slug();
    (count > 0).then(|| {
        json!({
            "slug": slug,
            "title": cx.t(&format!("happened.{slug}")),
            "help": cx.t(&format!("happened.{slug}.help")),
            "count": count,
            "groups": groups.iter().map(|(key, changes)| group(cx, *key, changes)).collect::<Vec<_>>(),
        })
    })
}

fn place(change: &Change) -> Option<usize> {
    change.last().map(|item| item.place)
}

fn group(cx: &Cx<'_>, (kind, name): (Kind, &str), changes: &[&Change]) -> Value {
    json!({
        "has_before": changes.iter().any(|change| is_otherwise(change)),
        // A pledge stands for as long as its set: it is never due.
        "has_due": kind != Kind::Commitment,
        "kind": cx.t(&format!("kind.{}", kind.slug())),
        "title": group_title(cx, kind, name),
        "rows": changes.iter().map(|change| row(cx, change)).collect::<Vec<_>>(),
    })
}

/// Whether a promise stood otherwise in the edition before. Where none of a
/// group did, a column of how they stood would say everything twice.
fn is_otherwise(change: &Change) -> bool {
    let stood = |item: &Arc<Item>| item.standing;
    change.before.is_some() && change.before.as_ref().map(stood) != change.after.as_ref().map(stood)
}

/// The title of a review or set, or which meeting; its id if it is not there
/// any more.
pub(super) fn group_title(cx: &Cx<'_>, kind: Kind, name: &str) -> String {
    let view = cx.view();
    let title = match kind {
        Kind::Recommendation => view.review(name).map(|filed| cx.say(&filed.value.review.title)),
        Kind::Commitment | Kind::Action => {
            view.set(name).map(|filed| cx.say(&filed.value.set.title))
        }
        Kind::Decision => view.meeting(name).map(|meeting| {
            format!("{}, {}", cx.say(&meeting.body), cx.strings().day(meeting.date))
        }),
    };
    title.unwrap_or_else(|| name.to_owned())
}

fn row(cx: &Cx<'_>, change: &Change) -> Value {
    let (before, after) = (change.before.as_deref(), change.after.as_deref());
    let was = before.and_then(|item| item.due.as_ref());
    let is = after.and_then(|item| item.due.as_ref());
    let moved = before.is_some() && after.is_some() && was != is;
    json!({
        "name": name(cx, &change.key),
        "path": path(cx, &change.key),
        "words": change.last().filter(|_| change.key.kind != Kind::Commitment).map(|item| short(cx, item, TWO_LINES)),
        "before": before.map(|item| standing(cx, item.standing)),
        "after": after.map(|item| standing(cx, item.standing)),
        "ended": after.and_then(Item::ended_otherwise).map(|why| cx.t(&format!("ended.{}", why.slug()))),
        "due_before": cx.when_some(was.filter(|_| moved)),
        "due": cx.when_some(is.or(was)),
        "why": cx.say_some(after.and_then(|item| item.why_put_off.as_ref())),
        "overdue": after.is_some_and(|item| item.overdue),
        "last_news": change.last().and_then(|item| item.last_news).map(|day| cx.strings().day(day)),
    })
}

/// A standing, or nothing where nobody has said.
pub(super) fn standing(cx: &Cx<'_>, standing: Standing) -> Value {
    match standing {
        Standing::Work(Status::NotStated) => Value::Null,
        Standing::Work(status) => cx.status(status),
        Standing::Promise(_) if !standing.is_stated() => Value::Null,
        Standing::Promise(status) => cx.pledge_status(status),
    }
}

/// What a promise is called beside the others of its review, set or meeting.
pub(super) fn name(cx: &Cx<'_>, key: &Key) -> String {
    let parts: Vec<&str> = key.name.split('/').collect();
    match (key.kind, parts[..].as_ref()) {
        (Kind::Recommendation, [_, name]) => {
            recommendations::label_of(cx, &key.name).unwrap_or_else(|| (*name).to_owned())
        }
        (Kind::Commitment, [set, id]) => pledges::label(cx, set, id),
        (Kind::Action, [set, id, _]) => {
            cx.strings().say("changes.action_of", &[("title", &pledges::label(cx, set, id))])
        }
        (Kind::Decision, [_, item, _]) => cx.strings().say("changes.item", &[("item", item)]),
        _ => key.name.clone(),
    }
}

/// Where a promise stands, if its record has a page.
pub(super) fn path(cx: &Cx<'_>, key: &Key) -> Option<String> {
    let parts: Vec<&str> = key.name.split('/').collect();
    let found = match (key.kind, parts[..].as_ref()) {
        (Kind::Recommendation, [_, _]) => recommendations::member(cx, &key.name),
        (Kind::Commitment | Kind::Action, [set, id, ..]) => {
            pledges::member(cx, &format!("{set}/{id}"))
        }
        (Kind::Decision, [meeting, item, _]) => return meetings::minutes_path(cx, meeting, item),
        _ => None,
    };
    found.and_then(|found| found["path"].as_str().map(str::to_owned))
}

/// The first words of a promise in plain text, at most `longest` characters.
pub(super) fn short(cx: &Cx<'_>, item: &Item, longest: usize) -> String {
    let words = plain(cx, &file_of(cx, item), &item.words);
    let Some((end, _)) = words.char_indices().nth(longest) else { return words };
    let cut = words[..end].rsplit_once(' ').map_or(&words[..end], |(whole, _)| whole);
    format!("{}…", cut.trim_end_matches([',', ';', ':', '.']))
}

/// The file a promise is written in.
fn file_of(cx: &Cx<'_>, item: &Item) -> Arc<str> {
    let view = cx.view();
    let file = match item.key.kind {
        Kind::Recommendation => view.review(&item.group).map(|filed| filed.file.clone()),
        Kind::Commitment | Kind::Action => view.set(&item.group).map(|filed| filed.file.clone()),
        Kind::Decision => None,
    };
    file.unwrap_or_else(|| Arc::from("data/meetings.yaml"))
}

/// The first paragraph of a text, without marks. What is wrong in it is told
/// where the whole text is shown.
fn plain(cx: &Cx<'_>, file: &Arc<str>, text: &Text) -> String {
    let words = text.in_language(cx.language());
    let source = Source::in_yaml(file, words);
    let parsed = narrative::parse(&source, Default::default(), cx.evaluator());
    first_words(&parsed.value).unwrap_or_else(|| words.to_owned())
}

fn first_words(document: &Document) -> Option<String> {
    document.blocks.iter().find_map(|block| match block {
        Block::Paragraph(paragraph) => Some(plain_text(&paragraph.words)),
        _ => None,
    })
}

impl Cx<'_> {
    /// How a promise stands, whether it is late, and what happened to it since
    /// the edition before, put into the row that shows its record.
    pub(super) fn add_standing(&self, kind: Kind, name: &str, row: &mut Value) {
        let item = self.view().register.get(kind, name);
        row["status"] = json!(item.map(|item| standing(self, item.standing)));
        row["overdue"] = json!(item.is_some_and(|item| item.overdue));
        row["change"] = json!(self.change(kind, name));
    }

    fn change(&self, kind: Kind, name: &str) -> Option<Value> {
        let key = Key { kind, name: name.to_owned() };
        let (since, change) = self.renderer.publication.told(self.view(), &key)?;
        let since = edition(self, since);
        let slug = change.happened.slug();
        let says = self.strings().say(&format!("happened.{slug}.since"), &[("edition", &since)]);
        Some(json!({"slug": slug, "words": says}))
    }
}
