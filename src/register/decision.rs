//! What meetings asked for, as promises.

use super::{Ended, Item, Key, Kind, Standing, due, later};
use crate::model::meeting::{Item as AgendaItem, Meeting, MeetingAction};
use crate::model::recommendation::Status;
use crate::model::{Day, When};

/// The actions of a meeting as they stood on `day`.
pub(super) fn items(meeting: &Meeting, day: Option<Day>) -> Vec<Item> {
    let of = |(place, item): (usize, &AgendaItem)| {
        let actions = item.actions.iter().enumerate();
        let named = actions.map(|(at, action)| {
            decision(meeting, decision_name(meeting, (place, item), at), action, day)
        });
        named.collect::<Vec<_>>()
    };
    meeting.items.iter().enumerate().flat_map(of).collect()
}

/// The name of the action at place `at` of an item, itself at a place of its
/// meeting: `MEETING/ITEM/ACTION`, each by number or id, else its place from 1.
pub fn decision_name(meeting: &Meeting, (place, item): (usize, &AgendaItem), at: usize) -> String {
    let number = item.number.clone().unwrap_or_else(|| (place + 1).to_string());
    let own = item.actions.get(at).map(|action| name(at, action)).unwrap_or_default();
    format!("{}/{number}/{own}", meeting.id)
}

/// The name of an action within its item: its id, else its place from 1.
fn name(at: usize, action: &MeetingAction) -> String {
    action.id.as_ref().map_or_else(|| (at + 1).to_string(), ToString::to_string)
}

fn decision(meeting: &Meeting, name: String, action: &MeetingAction, day: Option<Day>) -> Item {
    let due = due::effective(action.due.as_ref(), &action.new_dues);
    let done = action.done.is_some();
    let agreed = action.new_dues.iter().filter_map(|new| new.agreed).max();
    let mut item = Item {
        key: Key { kind: Kind::Decision, name },
        group: meeting.id.to_string(),
        place: 0,
        words: action.text.clone(),
        standing: Standing::Work(if done { Status::Complete } else { Status::NotStated }),
        first_due: action.due.clone(),
        due: due.cloned(),
        overdue: false,
        ended: done.then_some(Ended::Done),
        last_news: later(
            Some(meeting.date),
            later(agreed, action.done.as_ref().and_then(When::falls)),
        ),
        leads: action.leads.clone(),
        principles: Vec::new(),
    };
    item.overdue = item.is_open() && due::passed(due, day);
    item
}
