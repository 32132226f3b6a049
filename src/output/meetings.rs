//! What meetings resolved and asked for.

use super::cx::Cx;
use super::recommendations;
use super::trace::{Decided, What};
use crate::diagnostic::Span;
use crate::disclosure::Page;
use crate::model::meeting::{Correction, Item, Meeting, MeetingAction};
use crate::narrative::ResolutionsSpec;
use crate::register::{Kind, decision_name, known};
use serde_json::{Value, json};
use std::sync::Arc;

/// The file meetings are written in.
const FILE: &str = "data/meetings.yaml";

/// The resolutions a narrative asks for, one part for each item.
pub(super) fn block(cx: &Cx<'_>, spec: &ResolutionsSpec, span: &Span) -> Vec<Value> {
    let view = cx.view();
    let Some(meeting) = view.meeting(spec.meeting.as_str()) else {
        cx.unknown(
            "meeting",
            spec.meeting.as_str(),
            view.meetings.iter().map(|meeting| meeting.id.as_str()),
            span,
        );
        return Vec::new();
    };
    let items = meeting.items.iter().enumerate();
    let chosen: Vec<(usize, &Item)> =
        items.filter(|(_, item)| spec.item.is_none() || item.number == spec.item).collect();
    if let Some(item) = spec.item.as_ref().filter(|_| chosen.is_empty()) {
        let known = meeting.items.iter().filter_map(|item| item.number.as_deref());
        cx.unknown("item of the meeting", item, known, span);
    }
    chosen.iter().map(|one| item(cx, meeting, *one)).collect()
}

/// An item of a meeting, by its place and what it is.
fn item(cx: &Cx<'_>, meeting: &Meeting, (place, item): (usize, &Item)) -> Value {
    let anchor = |what, about| cx.claim(Decided { meeting, item, what, about }.anchor());
    let resolved = item.resolved.iter().enumerate().map(|(at, one)| {
        json!({
            "letter": one.letter,
            "text_prose": cx.prose(&Arc::from(FILE), &one.text),
            "anchor": anchor(What::Resolved(at), &one.about),
            "about": cx.nodes(cx.trace().about(&one.about)),
            "no_action": cx.say_some(one.no_action.as_ref()),
        })
    });
    let actions = item.actions.iter().enumerate().map(|(at, one)| {
        let mut shown = action(cx, one);
        shown["anchor"] = json!(anchor(What::Asked(at), &one.about));
        let name = decision_name(meeting, (place, item), (at, one));
        cx.add_standing(Kind::Decision, &name, &mut shown);
        shown
    });
    json!({
        "meeting": {"body": cx.say(&meeting.body), "date": cx.strings().day(meeting.date)},
        "exempt": cx.exempt(item.exemption.as_ref()),
        "item": {"number": item.number, "title": cx.say(&item.title)},
        "resolved": resolved.collect::<Vec<_>>(),
        "actions": actions.collect::<Vec<_>>(),
        "corrected": item.corrected.iter().map(|one| correction(cx, one)).collect::<Vec<_>>(),
    })
}

/// An action of a meeting.
pub(super) fn action(cx: &Cx<'_>, action: &MeetingAction) -> Value {
    json!({
        "text_prose": cx.prose(&Arc::from(FILE), &action.text),
        "leads": cx.leads(&action.leads),
        "due": cx.when_some(action.due.as_ref()),
        "done": cx.when_some(action.done.as_ref()),
        "into": action.into.as_deref().map(|edition| into(cx, edition)),
        "new_dues": action.new_dues.iter().map(|due| recommendations::new_due(cx, due)).collect::<Vec<_>>(),
        "about": cx.nodes(cx.trace().about(&action.about)),
        "anchor": null,
    })
}

/// The edition that an action goes on to: a link once it is there, and not yet
/// on a page which shows an earlier day.
fn into(cx: &Cx<'_>, edition: &str) -> Value {
    let editions = &cx.renderer.publication.editions;
    let found = editions.iter().find(|found| found.folder == edition);
    let there = found.filter(|found| known::known(found.as_at, cx.view().as_at));
    match there {
        Some(there) => {
            json!({"title": cx.say(&there.title), "path": cx.renderer.map.page_in(edition)})
        }
        None => {
            let title = cx.strings().say("actions.into_later", &[("edition", edition)]);
            json!({"title": title, "path": null})
        }
    }
}

fn correction(cx: &Cx<'_>, correction: &Correction) -> Value {
    let meeting = correction.meeting.as_ref();
    let known = meeting.and_then(|id| cx.view().meeting(id.as_str()));
    let date = correction.date.or(known.map(|meeting| meeting.date));
    json!({
        "meeting": known.map_or_else(|| cx.t("not_stated"), |meeting| cx.say(&meeting.body)),
        "date": date.map_or_else(|| cx.t("not_stated"), |day| cx.strings().day(day)),
        "text_prose": cx.prose(&Arc::from(FILE), &correction.text),
    })
}

/// The page of the minutes that hold an item of a meeting, with its place among
/// the pages; none that is later than what this page shows.
pub(super) fn minutes<'a>(
    cx: &Cx<'a>,
    meeting: &str,
    item: Option<&str>,
) -> Option<(usize, &'a Page)> {
    let day = cx.view().as_at;
    let holds = |page: &Page| {
        let front = &page.front;
        front.meeting.as_ref().is_some_and(|id| id.as_str() == meeting)
            && (front.item.is_none() || front.item.as_deref() == item)
            && known::known(front.as_at, day)
    };
    cx.renderer.publication.pages.iter().enumerate().find(|(_, page)| holds(page))
}

/// The address of those minutes.
pub(super) fn minutes_path(cx: &Cx<'_>, meeting: &str, item: &str) -> Option<String> {
    minutes(cx, meeting, Some(item)).map(|(_, page)| page.address.html())
}
