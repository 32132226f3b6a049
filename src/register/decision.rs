//! What meetings asked for, as promises.

use super::{Ended, Item, Key, Kind, Standing, due, later, own_name};
use crate::model::meeting::{Item as AgendaItem, Meeting, MeetingAction};
use crate::model::recommendation::Status;
use crate::model::{Day, When};

/// The actions of a meeting as they stood on `day`.
pub(super) fn items(meeting: &Meeting, day: Option<Day>) -> Vec<Item> {
    let of = |(place, item): (usize, &AgendaItem)| {
        let actions = item.actions.iter().enumerate();
        let named = actions.map(|(at, action)| {
            let name = decision_name(meeting, (place, item), (at, action));
            decision(meeting, name, action, day)
        });
        named.collect::<Vec<_>>()
    };
    meeting.items.iter().enumerate().flat_map(of).collect()
}

/// The name of an item of a meeting: `MEETING/ITEM`, by its number, else by its
/// place from 1 among the public items.
pub fn item_name(meeting: &Meeting, (place, item): (usize, &AgendaItem)) -> String {
    match &item.number {
        Some(number) => format!("{}/{number}", meeting.id),
        None => format!("{}/{}", meeting.id, place + 1),
    }
}

/// The name of an action of an item, each with its place from nought:
/// `MEETING/ITEM/ACTION`.
pub fn decision_name(
    meeting: &Meeting,
    item: (usize, &AgendaItem),
    (at, action): (usize, &MeetingAction),
) -> String {
    format!("{}/{}", item_name(meeting, item), own_name(at, action.id.as_ref()))
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
        due: due.now,
        why_put_off: due.why,
        overdue: false,
        ended: done.then_some(Ended::Done),
        last_news: later(
            Some(meeting.date),
            later(agreed, action.done.as_ref().and_then(When::falls)),
        ),
        leads: action.leads.clone(),
        principles: Vec::new(),
    };
    item.overdue = item.is_open() && due::passed(item.due.as_ref(), day);
    item
}
