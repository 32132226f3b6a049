//! Sets of commitments and their members.

use super::cx::Cx;
use super::scorecard::latest;
use super::trace::Node;
use super::{recommendations, tally, you_said};
use crate::diagnostic::Span;
use crate::disclosure::Filed;
use crate::model::Id;
use crate::model::page::Audience;
use crate::model::pledge::{Pledge, PledgeFile, PledgeProgress, PledgeStatus, SetKind};
use crate::model::text::picture_file;
use crate::narrative::PledgesSpec;
use crate::register::{Ended, Kind, action_name};
use serde_json::{Value, json};

/// Pledges as a narrative asks for them.
pub(super) fn block(cx: &Cx<'_>, spec: &PledgesSpec, span: &Span) -> Option<Value> {
    let filed = chosen_set(cx, spec.set.as_ref(), span)?;
    known_members(cx, &filed.value, &spec.ids, span);
    let filter = spec.filter();
    cx.check_filter(&filter, span)?;
    let holds = |pledge: &&Pledge| {
        let name = filed.value.name_of(pledge);
        let item = cx.view().register.get(Kind::Commitment, &name);
        let named = spec.ids.is_empty() || spec.ids.contains(&pledge.id);
        named && item.is_some_and(|item| filter.holds(item))
    };
    let chosen: Vec<&Pledge> = filed.value.pledges.iter().filter(holds).collect();
    Some(pledges(cx, filed, &chosen, spec.audience.unwrap_or_default()))
}

/// The set a narrative asks for; the current pledge, if it names none.
pub(super) fn chosen_set<'a>(
    cx: &Cx<'a>,
    set: Option<&Id>,
    span: &Span,
) -> Option<&'a Filed<PledgeFile>> {
    let view = cx.view();
    let filed = match set {
        Some(id) => view.set(id.as_str()),
        None => view.current_pledge(),
    };
    if filed.is_none() {
        let known = view.sets.iter().map(|filed| filed.value.set.id.as_str());
        cx.unknown("set", set.map_or("pledge", Id::as_str), known, span);
    }
    filed
}

/// Reports the ids that are of no member of the set.
pub(super) fn known_members(cx: &Cx<'_>, file: &PledgeFile, ids: &[Id], span: &Span) {
    let known = || file.pledges.iter().map(|pledge| pledge.id.as_str());
    for id in ids.iter().filter(|id| !known().any(|known| known == id.as_str())) {
        cx.unknown("pledge of the set", id.as_str(), known(), span);
    }
}

/// All the members of a set, for `audience`.
pub(super) fn all(cx: &Cx<'_>, filed: &Filed<PledgeFile>, audience: Audience) -> Value {
    pledges(cx, filed, &filed.value.pledges.iter().collect::<Vec<_>>(), audience)
}

fn pledges(
    cx: &Cx<'_>,
    filed: &Filed<PledgeFile>,
    chosen: &[&Pledge],
    audience: Audience,
) -> Value {
    json!({
        "set": set(cx, filed),
        "audience": audience.slug(),
        "items": chosen.iter().map(|one| pledge(cx, filed, one)).collect::<Vec<_>>(),
    })
}

/// The folder of the page of a set. It never changes: `/pledge/` shows another
/// set once a new pledge takes the place of the old.
pub(super) fn set_folder(file: &PledgeFile) -> String {
    format!("pledge/{}", file.set.id)
}

/// Where a pledge stands, if its set has a page.
pub(super) fn path_of(cx: &Cx<'_>, file: &PledgeFile, pledge: &Pledge) -> Option<String> {
    let page = cx.renderer.map.page_in(&set_folder(file))?;
    Some(format!("{page}#{}", anchor(file, pledge)))
}

/// The anchor of a pledge: of the pledge itself by its id, of another set's
/// member with the set's too.
pub(super) fn anchor(file: &PledgeFile, pledge: &Pledge) -> String {
    match file.set.kind {
        SetKind::Pledge => format!("pledge-{}", pledge.id),
        SetKind::Strategy | SetKind::ActionPlan => format!("pledge-{}-{}", file.set.id, pledge.id),
    }
}

/// A set, without its members.
pub(super) fn set(cx: &Cx<'_>, filed: &Filed<PledgeFile>) -> Value {
    let set = &filed.value.set;
    let replaced = set.replaces.as_ref().and_then(|id| cx.view().set(id.as_str()));
    json!({
        "title": cx.say(&set.title),
        "path": cx.renderer.map.page_in(&set_folder(&filed.value)),
        "intro_prose": cx.prose_some(&filed.file, set.intro.as_ref()),
        "approvals": set.approvals.iter().map(|approval| json!({
            "by": cx.say(&approval.by),
            "date": cx.when_some(approval.date.as_ref()).unwrap_or_else(|| cx.t("not_stated")),
            "did": approval.did.map_or_else(String::new, |did| cx.t(&format!("did.{}", did.slug()))),
        })).collect::<Vec<_>>(),
        "consulted": cx.evidence(&set.consulted),
        "review_due": cx.when_some(set.review_due.as_ref()),
        "replaces": replaced.map(|old| link(cx, old)),
        "replaced_by": cx.view().replacing(&set.id).map(|new| link(cx, new)),
        "dropped": replaced.map(|old| dropped(cx, &filed.value, &old.value)).unwrap_or_default(),
        "checked_by": null,
        "tallies": tallies(cx, set.id.as_str()),
        "accepted": cx.accepted(set.id.as_str()),
    })
}

/// A set, with where it stands.
fn link(cx: &Cx<'_>, filed: &Filed<PledgeFile>) -> Value {
    let path = cx.renderer.map.page_in(&set_folder(&filed.value));
    json!({"title": cx.say(&filed.value.set.title), "path": path})
}

/// How the members of a set stand, and their actions.
fn tallies(cx: &Cx<'_>, set: &str) -> Vec<Value> {
    let kinds = [Kind::Commitment, Kind::Action];
    let of = |kind: Kind| {
        let title = cx.t(&format!("tally.{}", kind.slug()));
        tally::of_group(cx, kind, set, Some(&title))
    };
    kinds.into_iter().filter_map(of).collect()
}

/// Members of the earlier set that nothing goes on with, each with the reason,
/// if the new set gives one.
fn dropped(cx: &Cx<'_>, new: &PledgeFile, old: &PledgeFile) -> Vec<Value> {
    let is = |name: &String, pledge: &Pledge| {
        old.member(name).is_some_and(|member| member.id == pledge.id)
    };
    let is_gone = |pledge: &&Pledge| {
        let item = cx.view().register.get(Kind::Commitment, &old.name_of(pledge));
        item.is_some_and(|item| item.ended == Some(Ended::Dropped))
    };
    let why = |pledge: &Pledge| {
        let said = new.set.dropped.iter().find(|entry| is(&entry.pledge, pledge));
        said.map_or_else(|| cx.t("set.dropped_no_reason"), |entry| cx.say(&entry.why))
    };
    let gone = old.pledges.iter().filter(is_gone);
    gone.map(|pledge| {
        json!({"label": cx.say(&pledge.title), "path": path_of(cx, old, pledge), "why": why(pledge)})
    })
    .collect()
}

fn pledge(cx: &Cx<'_>, filed: &Filed<PledgeFile>, pledge: &Pledge) -> Value {
    let (file, wording) = (&filed.file, &pledge.wording);
    let name = filed.value.name_of(pledge);
    let outcomes = &cx.view().outcomes;
    let measured = pledge.measured_by.iter().filter_map(|id| outcomes.get(id));
    let mut shown = json!({
        "id": pledge.id.as_str(),
        "exempt": cx.exempt(pledge.exemption.as_ref()),
        "anchor": cx.claim(anchor(&filed.value, pledge)),
        "number": pledge.number,
        "title": cx.say(&pledge.title),
        "group": cx.say_some(pledge.group.as_ref()),
        "wording_prose": cx.prose_some(file, wording.adult.as_ref()),
        "child_prose": cx.prose_some(file, wording.child.as_ref()),
        "easy_read": wording.easy_read.iter().map(|row| json!({
            "words": cx.say(&row.words),
            "words_prose": null,
            "picture": row.picture.as_ref().and_then(|name| picture(cx, name)),
            "alt": "",
        })).collect::<Vec<_>>(),
        "principles": cx.principles(&pledge.principles),
        "measured_by": measured.filter_map(|outcome| latest(cx, outcome)).collect::<Vec<_>>(),
        "leads": cx.leads(&pledge.leads),
        "champion": cx.say_some(pledge.champion.as_ref()),
        "actions": (0..pledge.actions.len()).map(|at| action(cx, filed, pledge, at)).collect::<Vec<_>>(),
        "progress": pledge.progress.iter().rev().map(|entry| progress(cx, filed, entry)).collect::<Vec<_>>(),
        "young_people_say": pledge.young_people_say.iter().rev().map(|said| you_said::entry(cx, &filed.file, said)).collect::<Vec<_>>(),
        "from": from(cx, pledge),
        "trace": trace(cx, &filed.value, pledge),
        "accepted": cx.accepted(&name),
    });
    cx.add_standing(Kind::Commitment, &name, &mut shown);
    shown
}

/// The recommendations and decisions about a pledge.
fn trace(cx: &Cx<'_>, file: &PledgeFile, pledge: &Pledge) -> Value {
    let trace = cx.trace();
    let own = trace.commitment(&file.name_of(pledge));
    let about = || own.map(|own| trace.pointing_to(own)).unwrap_or_default().iter().copied();
    json!({
        "recommendations": cx.nodes(about().filter(|node| matches!(node, Node::Recommendation(_)))),
        "decisions": cx.nodes(about().filter(|node| matches!(node, Node::Decision(_)))),
    })
}

fn picture(cx: &Cx<'_>, name: &str) -> Option<String> {
    let path = picture_file(name, |path| cx.renderer.publication.assets.contains_key(path))?;
    cx.renderer.map.use_file(&path);
    Some(path)
}

/// The action at place `at` of a pledge, with how the register says it stands.
pub(super) fn action(cx: &Cx<'_>, filed: &Filed<PledgeFile>, pledge: &Pledge, at: usize) -> Value {
    let action = &pledge.actions[at];
    let name = action_name(&filed.value, pledge, (at, action));
    let mut shown = json!({
        "text_prose": cx.prose(&filed.file, &action.text),
        "leads": cx.leads(&action.leads),
        "measure": cx.say_some(action.measure.as_ref()),
        "due": cx.when_some(action.due.as_ref()),
        "new_dues": action.new_dues.iter().map(|due| recommendations::new_due(cx, due)).collect::<Vec<_>>(),
        "accepted": cx.accepted(&name),
        "progress": action.progress.iter().rev().map(|entry| recommendations::progress(cx, &filed.file, None, entry)).collect::<Vec<_>>(),
        "impact_prose": cx.prose_some(&filed.file, action.impact.as_ref()),
        "milestones": action.milestones.iter().map(|stone| json!({
            "text": cx.say(&stone.text),
            "due": cx.when_some(stone.due.as_ref()),
            "done": cx.when_some(stone.done.as_ref()),
        })).collect::<Vec<_>>(),
    });
    cx.add_standing(Kind::Action, &name, &mut shown);
    shown
}

fn progress(cx: &Cx<'_>, filed: &Filed<PledgeFile>, entry: &PledgeProgress) -> Value {
    json!({
        "date": cx.when(&entry.date),
        "status": (entry.status != PledgeStatus::NotStated).then(|| cx.pledge_status(entry.status)),
        "text_prose": cx.prose_some(&filed.file, entry.text.as_ref()).unwrap_or_default(),
        "evidence": cx.evidence(&entry.evidence),
        "by": cx.say_some(entry.by.as_ref()),
        "presented_to": null, "minute": null, "covers": [], "view": null,
    })
}

/// The members of earlier sets a pledge comes from.
fn from(cx: &Cx<'_>, pledge: &Pledge) -> Vec<Value> {
    pledge.from.iter().filter_map(|name| member(cx, name)).collect()
}

/// The member `SET/NUMBER` or `SET/ID`, with where it stands.
pub(super) fn member(cx: &Cx<'_>, name: &str) -> Option<Value> {
    cx.node(cx.trace().commitment(name)?)
}

/// What a member is called: its number and title; its id if it is not there.
pub(super) fn label(cx: &Cx<'_>, set: &str, id: &str) -> String {
    let filed = cx.view().set(set);
    let found =
        filed.and_then(|filed| filed.value.pledges.iter().find(|one| one.id.as_str() == id));
    let Some(pledge) = found else { return id.to_owned() };
    let title = cx.say(&pledge.title);
    pledge.number.as_ref().map_or_else(|| title.clone(), |number| format!("{number}. {title}"))
}
