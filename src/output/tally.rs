//! Status bars: how many promises stand where, in words, as a bar and as a
//! list. Every number is one of [`Tally`].

use super::cx::Cx;
use crate::chart::{status_bar, status_swatch};
use crate::diagnostic::{Diagnostic, Span, codes};
use crate::model::pledge::PledgeStatus;
use crate::model::recommendation::Status;
use crate::narrative::StatusSpec;
use crate::register::{Ended, Filter, Item, Kind, Standing, Tally};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A status bar as a narrative asks for it.
pub(super) fn block(cx: &Cx<'_>, spec: &StatusSpec, span: &Span) -> Option<Value> {
    if let Some(key) = spec.idle() {
        let message = format!("`{key}` says nothing of what is counted here");
        let found = Diagnostic::error(codes::IDLE_CONDITION, message).at(span.clone());
        cx.renderer.find(found.help("take it out, or count something else with `of`"));
        return None;
    }
    let filter = spec.filter();
    cx.check_filter(&filter, span)?;
    let filter = cx.view().meant(filter);
    Some(of_items(
        cx,
        &filter.chosen(&cx.view().register),
        cx.say_some(spec.title.as_ref()).as_deref(),
    ))
}

/// How those of one review, set or meeting stand; nothing if there are none.
pub(super) fn of_group(cx: &Cx<'_>, kind: Kind, group: &str, title: Option<&str>) -> Option<Value> {
    let filter = Filter { groups: vec![group.to_owned()], ..Filter::of(kind) };
    let items = filter.chosen(&cx.view().register);
    (!items.is_empty()).then(|| of_items(cx, &items, title))
}

/// How `items`, which are of one kind, stand. Where nobody has said of any of
/// them, words alone.
pub(super) fn of_items(cx: &Cx<'_>, items: &[&Item], title: Option<&str>) -> Value {
    let tally = Tally::of(items.iter().copied());
    let parts: Vec<_> = tally.standings.iter().filter(|_| tally.is_stated()).collect();
    let segments: Vec<_> =
        parts.iter().map(|(standing, count)| (slot(*standing), *count)).collect();
    let part = |(standing, count): &&(Standing, usize)| {
        json!({
            "count": cx.strings().number((*count).into()),
            "status": shown(cx, *standing),
            "swatch": status_swatch(slot(*standing)),
        })
    };
    json!({
        "title": title,
        "words": words(cx, &tally, &closed(cx, items)),
        "svg": status_bar(&segments),
        "parts": parts.iter().map(part).collect::<Vec<_>>(),
    })
}

/// A standing with its words, also where nobody has said.
fn shown(cx: &Cx<'_>, standing: Standing) -> Value {
    match standing {
        Standing::Work(status) => cx.status(status),
        Standing::Promise(status) => cx.pledge_status(status),
    }
}

/// How many are closed though nobody said how they stand, by why: `1 rejected`.
fn closed(cx: &Cx<'_>, items: &[&Item]) -> Vec<String> {
    let silent = items.iter().filter(|item| !item.standing.is_stated());
    let mut counts: BTreeMap<Ended, usize> = BTreeMap::new();
    silent.filter_map(|item| item.ended).for_each(|why| *counts.entry(why).or_default() += 1);
    let words = counts
        .into_iter()
        .map(|(why, count)| cx.strings().count(&format!("tally.ended.{}", why.slug()), count, &[]));
    words.collect()
}

/// The counts in a sentence: the first is of all; what is overdue and what is
/// not stated stand apart, since they are counted among the others.
fn words(cx: &Cx<'_>, tally: &Tally, closed: &[String]) -> String {
    let overdue =
        (tally.overdue > 0).then(|| cx.strings().count("tally.overdue", tally.overdue, &[]));
    let silent = tally.unstated();
    let (first, last) = match (tally.total, tally.is_stated()) {
        (0, _) => (cx.t("tally.nothing"), None),
        (_, false) => (unstated(cx, "tally.none-stated", silent, closed), None),
        (_, true) => {
            let last = (silent > 0).then(|| unstated(cx, "tally.not-stated", silent, closed));
            (stated(cx, tally), last)
        }
    };
    let parts: Vec<String> = std::iter::once(first).chain(overdue).chain(last).collect();
    cx.strings().say("tally.sentence", &[("parts", &parts.join(&cx.t("tally.between")))])
}

/// That nobody said how some stand, and how many of them are closed, by why.
fn unstated(cx: &Cx<'_>, key: &str, count: usize, closed: &[String]) -> String {
    let words = cx.strings().count(key, count, &[]);
    match closed {
        [] => words,
        closed => {
            cx.strings().say("tally.closed", &[("words", &words), ("closed", &closed.join(", "))])
        }
    }
}

/// How many stand where, of those of whom somebody has said.
fn stated(cx: &Cx<'_>, tally: &Tally) -> String {
    let total = cx.strings().number(tally.total.into());
    let first = tally.standings.first().map(|(standing, _)| standing.best());
    let count = |wanted: Standing| {
        let found = tally.standings.iter().find(|(standing, _)| *standing == wanted);
        found.map_or(0, |(_, count)| *count)
    };
    let one = |standing: Standing, key: &str| {
        cx.strings().count(
            &format!("tally.{}{key}", standing.slug()),
            count(standing),
            &[("total", &total)],
        )
    };
    let others = tally.standings.iter().map(|(standing, _)| *standing);
    let others = others.filter(|standing| standing.is_stated() && Some(*standing) != first);
    let parts = first.map(|first| one(first, ".of")).into_iter();
    parts.chain(others.map(|standing| one(standing, ""))).collect::<Vec<_>>().join(", ")
}

/// The series of a chart whose paint a standing has in every bar.
pub(super) fn slot(standing: Standing) -> Option<usize> {
    match standing {
        Standing::Work(Status::Complete) | Standing::Promise(PledgeStatus::Kept) => Some(0),
        Standing::Work(Status::OnTrack) | Standing::Promise(PledgeStatus::MostlyKept) => Some(1),
        Standing::Work(Status::Slipped) | Standing::Promise(PledgeStatus::NotYet) => Some(2),
        Standing::Work(Status::NotStarted) | Standing::Promise(PledgeStatus::NotKept) => Some(3),
        Standing::Work(Status::NotAchieved) | Standing::Promise(PledgeStatus::TooEarly) => Some(4),
        Standing::Work(Status::Superseded) | Standing::Promise(PledgeStatus::Aspirational) => {
            Some(5)
        }
        Standing::Work(Status::NotStated) | Standing::Promise(PledgeStatus::NotStated) => None,
    }
}
