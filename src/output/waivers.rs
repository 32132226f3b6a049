//! What was found about a record and accepted, in whose name and why.

use super::changes::{group_title, name, path};
use super::cx::Cx;
use super::{frame, meetings, pledges};
use crate::model::waiver::Waiver;
use crate::register::{Key, Kind};
use serde_json::{Value, json};

impl Cx<'_> {
    /// What is accepted about the record `name`, to stand beside it on a page
    /// of a register. An edition repeats records as they were, without what
    /// was accepted since.
    pub(super) fn accepted(&self, name: &str) -> Vec<Value> {
        let all = self.renderer.publication.accepted.iter().filter(|_| self.is_register);
        all.filter(|waiver| waiver.about == name).map(|waiver| item(self, waiver)).collect()
    }
}

/// Everything that is accepted, with the record it is about.
pub(super) fn all(cx: &Cx<'_>) -> Vec<Value> {
    let shown = |waiver: &Waiver| {
        let mut shown = item(cx, waiver);
        shown["record"] = record(cx, &waiver.about);
        shown
    };
    cx.renderer.publication.accepted.iter().map(shown).collect()
}

fn item(cx: &Cx<'_>, waiver: &Waiver) -> Value {
    let (by, date) = (cx.say(&waiver.by), cx.strings().day(waiver.date));
    let until = waiver.until.map(|until| cx.strings().day(until));
    let signed = match &until {
        Some(until) => {
            let args = [("by", by.as_str()), ("date", &date), ("until", until)];
            cx.strings().say("waiver.signed_until", &args)
        }
        None => cx.strings().say("waiver.signed", &[("by", &by), ("date", &date)]),
    };
    json!({
        "what": cx.t(&format!("waiver.what.{}", waiver.check)),
        "why": cx.say(&waiver.why),
        "signed": signed,
    })
}

/// What a record is called, and where it stands if it has a page.
fn record(cx: &Cx<'_>, about: &str) -> Value {
    let promise = Kind::ALL.into_iter().find(|kind| cx.view().register.get(*kind, about).is_some());
    let key = promise.map(|kind| Key { kind, name: about.to_owned() });
    let (label, path) = match &key {
        Some(key) => (promised(cx, key), path(cx, key)),
        None => other(cx, about),
    };
    json!({"label": label, "path": path})
}

fn promised(cx: &Cx<'_>, key: &Key) -> String {
    let group = key.name.split('/').next().unwrap_or_default();
    format!("{}: {}", group_title(cx, key.kind, group), name(cx, key))
}

/// A set, an item of a meeting, an edition or an inspection.
fn other(cx: &Cx<'_>, about: &str) -> (String, Option<String>) {
    let view = cx.view();
    if let Some(filed) = view.set(about) {
        let page = cx.renderer.map.page_in(&pledges::set_folder(&filed.value));
        return (cx.say(&filed.value.set.title), page);
    }
    if let Some((meeting, item)) =
        about.split_once('/').filter(|(id, _)| view.meeting(id).is_some())
    {
        let title = group_title(cx, Kind::Decision, meeting);
        let item_words = cx.strings().say("changes.item", &[("item", item)]);
        return (format!("{title}: {item_words}"), meetings::minutes_path(cx, meeting, item));
    }
    let inspected =
        view.ratings.iter().find(|one| one.id.as_ref().is_some_and(|id| id.as_str() == about));
    if let Some(rating) = inspected {
        let date = cx.when_some(rating.published.as_ref());
        let parts = [Some(cx.say(&rating.framework)), date].into_iter().flatten();
        return (parts.collect::<Vec<_>>().join(", "), cx.renderer.map.page_in("ratings"));
    }
    let title = frame::title_of(cx, about);
    (title.unwrap_or_else(|| about.to_owned()), cx.renderer.map.page_in(about))
}
