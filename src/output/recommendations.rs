//! Reviews and their recommendations.

use super::cx::Cx;
use super::reviews;
use super::scorecard::latest;
use super::tally;
use super::trace::Node;
use crate::diagnostic::Span;
use crate::disclosure::Filed;
use crate::model::recommendation::{
    NewDue, Progress, Recommendation, Response, ReviewFile, SignOff, Status,
};
use crate::narrative::{RecommendationsSpec, ShowRecommendations};
use crate::register::{Filter, Kind};
use serde_json::{Value, json};
use std::sync::Arc;

/// Recommendations as a narrative asks for them.
pub(super) fn block(cx: &Cx<'_>, spec: &RecommendationsSpec, span: &Span) -> Option<Value> {
    let filter = spec.filter();
    cx.check_filter(&filter, span)?;
    let asked =
        cx.view().reviews.iter().filter(|filed| {
            spec.review.as_ref().is_none_or(|review| *review == filed.value.review.id)
        });
    let mut items: Vec<Value> = asked.flat_map(|filed| chosen(cx, filed, &filter)).collect();
    if spec.review.is_some() {
        items.iter_mut().for_each(|item| item["of"] = Value::Null);
    }
    if spec.show == ShowRecommendations::New {
        items.iter_mut().for_each(|item| item["progress"] = json!([]));
    }
    Some(json!({"items": items}))
}

/// The recommendations of a review that a filter holds of.
fn chosen<'a>(
    cx: &'a Cx<'_>,
    filed: &'a Filed<ReviewFile>,
    filter: &'a Filter,
) -> impl Iterator<Item = Value> + 'a {
    let review = &filed.value.review;
    let all = filed.value.recommendations.iter().filter(|one| {
        let name = filed.value.name_of(one);
        cx.view().register.get(Kind::Recommendation, &name).is_some_and(|item| filter.holds(item))
    });
    all.map(|one| {
        let mut shown = recommendation(cx, filed, one);
        let path = cx.renderer.map.page_in(&reviews::folder(&review.id));
        shown["of"] = json!({"label": cx.say(&review.title), "path": path});
        shown
    })
}

/// All the recommendations of a review.
pub(super) fn items(cx: &Cx<'_>, filed: &Filed<ReviewFile>) -> Vec<Value> {
    filed.value.recommendations.iter().map(|one| recommendation(cx, filed, one)).collect()
}

/// A review, without its recommendations.
pub(super) fn review(cx: &Cx<'_>, filed: &Filed<ReviewFile>) -> Value {
    let review = &filed.value.review;
    json!({
        "id": review.id.as_str(),
        "title": cx.say(&review.title),
        "body": cx.say(&review.body),
        "now": cx.say_some(review.now.as_ref()),
        "date": cx.when_some(review.date.as_ref()),
        "intro_prose": cx.prose_some(&filed.file, review.intro.as_ref()),
        "path": cx.renderer.map.page_in(&reviews::folder(&review.id)),
        "total": filed.value.recommendations.len(),
        "tally": tally::of_group(cx, Kind::Recommendation, review.id.as_str(), None),
    })
}

/// The anchor of a recommendation.
pub(super) fn anchor(file: &ReviewFile, one: &Recommendation) -> String {
    format!("rec-{}-{}", file.review.id, crate::model::id::slugify(one.name()))
}

pub(super) fn recommendation(
    cx: &Cx<'_>,
    filed: &Filed<ReviewFile>,
    one: &Recommendation,
) -> Value {
    let file = &filed.file;
    let name = filed.value.name_of(one);
    let mut shown = json!({
        "anchor": cx.claim(anchor(&filed.value, one)),
        "of": null,
        "exempt": cx.exempt(one.exemption.as_ref()),
        "label": label(cx, one),
        "number": one.number,
        "text_prose": cx.prose(file, &one.text),
        "why_prose": cx.prose_some(file, one.why.as_ref()),
        "response": one.response.as_ref().map(|said| response(cx, filed, said)),
        "leads": cx.leads(&one.leads),
        "due": cx.when_some(one.due.as_ref()),
        "progress": entries(cx, filed, one),
        "new_dues": one.new_dues.iter().map(|due| new_due(cx, due)).collect::<Vec<_>>(),
        "signed_off": one.signed_off.as_ref().map(|signed| sign_off(cx, signed)),
        "carried_to": one.carried_to.as_ref().and_then(|name| member(cx, name)),
        "superseded_by": one.superseded_by.as_ref().and_then(|name| member(cx, name)),
        "trace": trace(cx, &filed.value, one),
        "accepted": cx.accepted(&name),
    });
    cx.add_standing(Kind::Recommendation, &name, &mut shown);
    shown
}

/// What a recommendation is about and measured by, and what is about it.
fn trace(cx: &Cx<'_>, review: &ReviewFile, one: &Recommendation) -> Value {
    let trace = cx.trace();
    let own = trace.recommendation(&review.name_of(one));
    let decisions = own.map(|own| trace.pointing_to(own)).unwrap_or_default();
    let about = one.about.iter().filter_map(|name| trace.commitment(name));
    let measured = one.measured_by.iter().filter_map(|id| cx.view().outcomes.get(id));
    json!({
        "about": cx.nodes(about),
        "measured_by": measured.filter_map(|outcome| latest(cx, outcome)).collect::<Vec<_>>(),
        "decisions": cx.nodes(decisions.iter().copied()),
        "principles": cx.principles(&one.principles),
    })
}

/// What a recommendation is called within its review.
pub(super) fn label(cx: &Cx<'_>, one: &Recommendation) -> String {
    match &one.number {
        Some(number) => cx.strings().say("rec.label", &[("number", number)]),
        None => one.name().to_owned(),
    }
}

/// What the recommendation `REVIEW/NUMBER` is called within its review, if it
/// was known.
pub(super) fn label_of(cx: &Cx<'_>, name: &str) -> Option<String> {
    let Some(Node::Recommendation(at)) = cx.trace().recommendation(name) else { return None };
    cx.trace().recommendations.get(at).map(|given| label(cx, given.one))
}

fn response(cx: &Cx<'_>, filed: &Filed<ReviewFile>, said: &Response) -> Value {
    json!({
        "label": cx.t(&format!("decision.{}", said.decision.slug())),
        "slug": said.decision.slug(),
        "date": cx.when_some(said.date.as_ref()),
        "by": cx.say_some(said.by.as_ref()),
        "why_prose": cx.prose_some(&filed.file, said.why.as_ref()),
    })
}

/// Its own progress and that of others which cover it, the latest first.
fn entries(cx: &Cx<'_>, filed: &Filed<ReviewFile>, one: &Recommendation) -> Vec<Value> {
    let own = one.progress.iter().map(|entry| (None, entry));
    let others = filed
        .value
        .recommendations
        .iter()
        .flat_map(|other| other.progress.iter().map(move |entry| (Some(other), entry)));
    let covering = others.filter(|(_, entry)| entry.covers.iter().any(|name| name == one.name()));
    let mut all: Vec<_> = own.chain(covering).collect();
    all.sort_by_key(|(_, entry)| std::cmp::Reverse(entry.date.falls()));
    all.into_iter().map(|(other, entry)| progress(cx, &filed.file, other, entry)).collect()
}

/// An entry of progress; `other` is the recommendation it was reported with, if
/// it is not this one's own.
pub(super) fn progress(
    cx: &Cx<'_>,
    file: &Arc<str>,
    other: Option<&Recommendation>,
    entry: &Progress,
) -> Value {
    let covers: Vec<String> = match other {
        Some(other) => vec![cx.strings().say("rec.reported_with", &[("label", &label(cx, other))])],
        None => entry
            .covers
            .iter()
            .map(|number| cx.strings().say("rec.label", &[("number", number)]))
            .collect(),
    };
    json!({
        "date": cx.when(&entry.date),
        "status": (entry.status != Status::NotStated).then(|| cx.status(entry.status)),
        "text_prose": cx.prose(file, &entry.text),
        "evidence": cx.evidence(&entry.evidence),
        "by": cx.say_some(entry.by.as_ref()),
        "presented_to": cx.say_some(entry.presented_to.as_ref()),
        "minute": entry.minute,
        "covers": covers,
        "view": cx.say_some(entry.view.as_ref()),
    })
}

/// A new due date, agreed since.
pub(super) fn new_due(cx: &Cx<'_>, due: &NewDue) -> Value {
    json!({
        "due": cx.when(&due.due),
        "agreed": due.agreed.map(|day| cx.strings().day(day)),
        "why": cx.say_some(due.why.as_ref()),
    })
}

fn sign_off(cx: &Cx<'_>, signed: &SignOff) -> Value {
    json!({
        "by": cx.say(&signed.by),
        "date": cx.when_some(signed.date.as_ref()).unwrap_or_else(|| cx.t("not_stated")),
        "minute": signed.minute,
    })
}

/// Where a recommendation stands, if its review has a page.
pub(super) fn path_of(cx: &Cx<'_>, file: &ReviewFile, one: &Recommendation) -> Option<String> {
    let page = cx.renderer.map.page_in(&reviews::folder_of(file, one))?;
    Some(format!("{page}#{}", anchor(file, one)))
}

/// The recommendation `REVIEW/NUMBER`, with where it stands.
pub(super) fn member(cx: &Cx<'_>, name: &str) -> Option<Value> {
    cx.node(cx.trace().recommendation(name)?)
}
