//! What meetings resolved, and whether anybody was asked to act on it.

use super::case::{Case, Minuted};
use super::check::Check;
use super::fault::Fault;
use crate::at;
use crate::model::meeting::Resolution;

pub(super) fn check(case: &Case<'_>, faults: &mut Vec<Fault>) {
    faults.extend(case.minuted.iter().filter_map(no_action));
}

/// An item that resolves something and asks nobody to do anything. One
/// resolution that says why is enough.
fn no_action(minuted: &Minuted<'_>) -> Option<Fault> {
    let item = minuted.item;
    let explained = |one: &Resolution| one.no_action.is_some();
    if item.resolved.is_empty() || !item.actions.is_empty() || item.resolved.iter().any(explained) {
        return None;
    }
    let (day, name) = (minuted.meeting.date, &minuted.name);
    let message =
        format!("`{name}` resolved something on {day}, and nobody was asked to do anything");
    let help = "add `actions:` to the item, or `no_action:` to the resolution with the reason";
    let span = minuted.place.at(at!["resolved", 0, "text"]);
    Some(Fault::new(Check::NoAction, name, message, span, help))
}
