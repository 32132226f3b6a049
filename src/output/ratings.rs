//! Inspections and their judgements.

use super::cx::Cx;
use crate::diagnostic::Span;
use crate::model::Id;
use crate::model::rating::{Judgement, Rating};
use serde_json::{Value, json};

/// Inspections as a narrative asks for them.
pub(super) fn block(cx: &Cx<'_>, ids: &[Id], span: &Span) -> Option<Value> {
    let all = &cx.view().ratings;
    let known = || all.iter().filter_map(|rating| rating.id.as_ref());
    for id in ids.iter().filter(|id| !known().any(|known| known == *id)) {
        cx.unknown("rating", id.as_str(), known().map(Id::as_str), span);
    }
    let chosen = all
        .iter()
        .filter(|rating| ids.is_empty() || rating.id.as_ref().is_some_and(|id| ids.contains(id)));
    let items: Vec<Value> = chosen.map(|one| rating(cx, one)).collect();
    (!items.is_empty()).then(|| json!({"items": items}))
}

/// Every inspection.
pub(super) fn all(cx: &Cx<'_>) -> Vec<Value> {
    cx.view().ratings.iter().map(|one| rating(cx, one)).collect()
}

fn rating(cx: &Cx<'_>, rating: &Rating) -> Value {
    let serial = cx.next_serial().to_string();
    let visited = rating.visited.map(|(first, last)| {
        cx.strings().say(
            "period.between",
            &[("from", &cx.strings().day(first)), ("to", &cx.strings().day(last))],
        )
    });
    json!({
        "id": rating.id.as_ref().map_or(serial, Id::to_string),
        "body": cx.say_some(rating.body.as_ref()),
        "framework": cx.say(&rating.framework),
        "version": rating.version,
        "kind": cx.say_some(rating.kind.as_ref()),
        "published": cx.when_some(rating.published.as_ref()),
        "visited": visited,
        "judgements": rating.judgements.iter().map(|one| judgement(cx, rating, one)).collect::<Vec<_>>(),
    })
}

fn judgement(cx: &Cx<'_>, rating: &Rating, one: &Judgement) -> Value {
    let previous = cx.say_some(one.previous.as_ref());
    json!({
        "area": cx.say(&one.area),
        "within": cx.say_some(one.within.as_ref()),
        "number": one.number,
        "grade": cx.say_some(one.grade.as_ref()).unwrap_or_else(|| cx.t("rating.no_grade")),
        "previous_note": previous.as_ref().and_then(|_| not_comparable(cx, rating)),
        "previous": previous,
        "text": cx.say_some(one.text.as_ref()),
        "text_prose": null,
    })
}

/// A grade of the inspection before is not comparable when that was by another
/// framework, or another version of this one.
fn not_comparable(cx: &Cx<'_>, rating: &Rating) -> Option<String> {
    let published = |rating: &Rating| rating.published.as_ref().and_then(|date| date.falls());
    let graded =
        |other: &&Rating| other.judgements.iter().any(|judgement| judgement.grade.is_some());
    let earlier = cx
        .view()
        .ratings
        .iter()
        .filter(graded)
        .filter(|other| published(other) < published(rating));
    let before = earlier.max_by_key(|other| published(other))?;
    let same = before.framework == rating.framework && before.version == rating.version;
    (!same).then(|| cx.t("ratings.not_comparable"))
}
