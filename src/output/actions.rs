//! Actions of commitments and of meetings, in one list.

use super::cx::Cx;
use super::trace::{Decided, What};
use super::{meetings, pledges};
use crate::diagnostic::{Diagnostic, Span, codes};
use crate::narrative::ActionsSpec;
use crate::register::{Filter, Kind, action_name, decision_name};
use serde_json::{Value, json};

/// Actions as a narrative asks for them.
pub(super) fn block(cx: &Cx<'_>, spec: &ActionsSpec, span: &Span) -> Option<Value> {
    let filters = spec.filters();
    if filters.is_empty() {
        let message = "no action is of a set and of a meeting at once";
        let found = Diagnostic::error(codes::IDLE_CONDITION, message).at(span.clone());
        cx.renderer.find(found.help("keep `set` or `meeting`, or leave both out for all actions"));
        return None;
    }
    let known: Vec<Option<()>> =
        filters.iter().map(|filter| cx.check_filter(filter, span)).collect();
    known.into_iter().collect::<Option<Vec<()>>>()?;
    let filters = filters.into_iter().map(|filter| cx.view().meant(filter));
    let items: Vec<Value> = filters.flat_map(|filter| rows(cx, &filter)).collect();
    let title = cx.say_some(spec.title.as_ref()).unwrap_or_else(|| cx.t("actions.title"));
    Some(json!({"items": items, "title": title, "named": true}))
}

fn rows(cx: &Cx<'_>, filter: &Filter) -> Vec<Value> {
    match filter.kind {
        Kind::Decision => of_meetings(cx, filter),
        _ => of_sets(cx, filter),
    }
}

/// The actions of members of sets that `filter` holds of.
fn of_sets(cx: &Cx<'_>, filter: &Filter) -> Vec<Value> {
    let mut rows = Vec::new();
    for filed in &cx.view().sets {
        for pledge in &filed.value.pledges {
            for (at, action) in pledge.actions.iter().enumerate() {
                let name = action_name(&filed.value, pledge, (at, action));
                if holds(cx, filter, &name) {
                    let mut row = pledges::action(cx, filed, pledge, at);
                    row["of"] = json!(pledges::member(cx, &filed.value.name_of(pledge)));
                    rows.push(row);
                }
            }
        }
    }
    rows
}

/// What meetings asked for that `filter` holds of.
fn of_meetings(cx: &Cx<'_>, filter: &Filter) -> Vec<Value> {
    let mut rows = Vec::new();
    for meeting in &cx.view().meetings {
        for (place, item) in meeting.items.iter().enumerate() {
            for (at, action) in item.actions.iter().enumerate() {
                let name = decision_name(meeting, (place, item), (at, action));
                if holds(cx, filter, &name) {
                    let mut row = meetings::action(cx, action);
                    let decided =
                        Decided { meeting, item, what: What::Asked(at), about: &action.about };
                    row["of"] = cx.decision(&decided);
                    cx.add_standing(Kind::Decision, &name, &mut row);
                    rows.push(row);
                }
            }
        }
    }
    rows
}

fn holds(cx: &Cx<'_>, filter: &Filter, name: &str) -> bool {
    cx.view().register.get(filter.kind, name).is_some_and(|item| filter.holds(item))
}
