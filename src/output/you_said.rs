//! "You said, we did": what young people said of each promise, and what they
//! were told was done about it.

use super::cx::Cx;
use super::pledges;
use crate::diagnostic::Span;
use crate::disclosure::{Filed, View};
use crate::model::pledge::{Answer, PledgeFile, YoungPeopleSay};
use crate::model::{Id, Text};
use crate::narrative::YouSaidSpec;
use serde_json::{Value, json};
use std::sync::Arc;

/// The folder of the page.
pub(super) const FOLDER: &str = "pledge/you-said-we-did";

/// Whether young people said anything that is published.
pub(super) fn is_any(view: &View) -> bool {
    view.sets.iter().any(|filed| said_in(&filed.value))
}

/// Whether young people said anything of a set that is published.
pub(super) fn said_in(file: &PledgeFile) -> bool {
    let said = file.pledges.iter().flat_map(|pledge| &pledge.young_people_say);
    said.into_iter().any(|said| words(said).is_some())
}

/// The words that may be published: those whose speakers agreed to it.
fn words(said: &YoungPeopleSay) -> Option<&Text> {
    said.text.as_ref().filter(|_| said.consent == Some(true))
}

/// The answer, if it was given by the day of the page.
fn answer<'s>(cx: &Cx<'_>, said: &'s YoungPeopleSay) -> Option<&'s Answer> {
    said.answer.as_ref().filter(|answer| answer.date.known_by(cx.view().as_at))
}

/// What young people said on a day, with its answer.
pub(super) fn entry(cx: &Cx<'_>, file: &Arc<str>, said: &YoungPeopleSay) -> Value {
    let answer = answer(cx, said).map(|answer| {
        json!({
            "date": cx.when(&answer.date),
            "text_prose": cx.prose(file, &answer.text),
            "by": cx.say_some(answer.by.as_ref()),
        })
    });
    json!({
        "date": cx.when(&said.date),
        "status": said.rating.map(|rating| cx.pledge_status(rating)),
        "text_prose": cx.prose_some(file, words(said)).unwrap_or_default(),
        "gathered": cx.say_some(said.gathered.as_ref()),
        "answer": answer,
    })
}

/// The page: every set of which young people said anything, the current pledge
/// first.
pub(super) fn page(cx: &Cx<'_>) -> Value {
    let view = cx.view();
    let current = view.current_pledge().map(|filed| &filed.value.set.id);
    let mut sets: Vec<&Filed<PledgeFile>> =
        view.sets.iter().filter(|filed| said_in(&filed.value)).collect();
    sets.sort_by_key(|filed| Some(&filed.value.set.id) != current);
    shown(cx, &sets, &[])
}

/// What a narrative asks for.
pub(super) fn block(cx: &Cx<'_>, spec: &YouSaidSpec, span: &Span) -> Option<Value> {
    let filed = pledges::chosen_set(cx, spec.set.as_ref(), span)?;
    pledges::known_members(cx, &filed.value, &spec.ids, span);
    Some(shown(cx, &[filed], &spec.ids))
}

/// What was said of the sets: of `ids` alone, if there are any.
fn shown(cx: &Cx<'_>, sets: &[&Filed<PledgeFile>], ids: &[Id]) -> Value {
    let groups: Vec<Value> = sets.iter().map(|filed| group(cx, filed, ids)).collect();
    let promises = groups.iter().flat_map(|group| group["promises"].as_array()).flatten();
    let items: Vec<&Value> =
        promises.flat_map(|promise| promise["items"].as_array()).flatten().collect();
    let answered = items.iter().filter(|item| !item["answer"].is_null()).count();
    json!({"count": count(cx, answered, items.len()), "sets": groups})
}

/// How many were answered, in a sentence.
fn count(cx: &Cx<'_>, answered: usize, told: usize) -> String {
    let strings = cx.strings();
    let number = strings.number(answered.into());
    match answered {
        _ if told == 0 => cx.t("yousaid.nothing"),
        0 => strings.count("yousaid.count.none", told, &[]),
        _ if answered == told => strings.count("yousaid.count.all", told, &[]),
        _ => strings.count("yousaid.count.some", told, &[("answered", &number)]),
    }
}

/// What was said of a set, promise by promise, the latest first.
fn group(cx: &Cx<'_>, filed: &Filed<PledgeFile>, ids: &[Id]) -> Value {
    let file = &filed.value;
    let promises = file.pledges.iter().filter(|pledge| ids.is_empty() || ids.contains(&pledge.id));
    let promises = promises.filter_map(|pledge| {
        let said = pledge.young_people_say.iter().rev().filter(|said| words(said).is_some());
        let items: Vec<Value> = said.map(|said| entry(cx, &filed.file, said)).collect();
        (!items.is_empty()).then(|| {
            json!({
                "number": pledge.number,
                "title": cx.say(&pledge.title),
                "path": pledges::path_of(cx, file, pledge),
                "anchor": format!("said-{}-{}", file.set.id, pledge.id),
                "items": items,
            })
        })
    });
    json!({
        "id": file.set.id.as_str(),
        "title": cx.say(&file.set.title),
        "promises": promises.collect::<Vec<_>>(),
    })
}
