//! Members of sets, and their actions, as promises.

use super::{Ended, Item, Key, Kind, Standing, due, later};
use crate::model::Day;
use crate::model::pledge::{Action, Pledge, PledgeFile};
use crate::model::recommendation::Status;

/// The members of a set and their actions as they stood on `day`; `sets` are
/// all the sets that were there.
pub(super) fn items(file: &PledgeFile, sets: &[&PledgeFile], day: Option<Day>) -> Vec<Item> {
    let next = sets.iter().find(|other| other.set.replaces.as_ref() == Some(&file.set.id));
    let of = |pledge: &Pledge| {
        let ended = next.map(|next| replaced(file, pledge, next));
        let actions = pledge.actions.iter().enumerate();
        let actions: Vec<Item> =
            actions.map(|(at, one)| action(file, pledge, (at, one), ended, day)).collect();
        std::iter::once(member(file, pledge, ended)).chain(actions).collect::<Vec<_>>()
    };
    file.pledges.iter().flat_map(of).collect()
}

/// What became of a member when `next` replaced its set.
fn replaced(file: &PledgeFile, pledge: &Pledge, next: &PledgeFile) -> Ended {
    let names = names(file, pledge);
    let goes_on = next.pledges.iter().any(|new| new.from.iter().any(|from| names.contains(from)));
    if goes_on { Ended::Carried } else { Ended::Dropped }
}

/// What a member may be called: by its id, and by its number if it has one.
fn names(file: &PledgeFile, pledge: &Pledge) -> Vec<String> {
    let number = pledge.number.iter().map(|number| format!("{}/{number}", file.set.id));
    number.chain([format!("{}/{}", file.set.id, pledge.id)]).collect()
}

fn member(file: &PledgeFile, pledge: &Pledge, ended: Option<Ended>) -> Item {
    Item {
        key: Key { kind: Kind::Commitment, name: format!("{}/{}", file.set.id, pledge.id) },
        group: file.set.id.to_string(),
        place: 0,
        words: pledge.title.clone(),
        standing: Standing::Promise(pledge.status()),
        first_due: None,
        due: None,
        overdue: false,
        ended,
        last_news: heard_of(pledge),
        leads: pledge.leads.clone(),
        principles: pledge.principles.clone(),
    }
}

/// When anything was last recorded of a member by the council or by young
/// people.
fn heard_of(pledge: &Pledge) -> Option<Day> {
    let reported = pledge.progress.iter().filter_map(|entry| entry.date.falls()).max();
    let said = pledge.young_people_say.iter().filter_map(|said| said.date.falls()).max();
    let answers = pledge.young_people_say.iter().filter_map(|said| said.answer.as_ref());
    later(reported, later(said, answers.filter_map(|answer| answer.date.falls()).max()))
}

/// The name of the action at place `at` (from 0) within its pledge: its id,
/// else its place from 1.
pub fn action_name(at: usize, action: &Action) -> String {
    action.id.as_ref().map_or_else(|| (at + 1).to_string(), ToString::to_string)
}

/// How an action stands: by its last progress that says so, else as stated
/// without a date.
fn status_of(action: &Action) -> Status {
    super::standing::last_stated(action.progress.iter()).unwrap_or(action.status)
}

fn action(
    file: &PledgeFile,
    pledge: &Pledge,
    (at, action): (usize, &Action),
    set_ended: Option<Ended>,
    day: Option<Day>,
) -> Item {
    let status = status_of(action);
    let due = due::effective(action.due.as_ref(), &action.new_dues);
    let name = format!("{}/{}/{}", file.set.id, pledge.id, action_name(at, action));
    let reported = action.progress.iter().filter_map(|entry| entry.date.falls()).max();
    let agreed = action.new_dues.iter().filter_map(|new| new.agreed).max();
    let mut item = Item {
        key: Key { kind: Kind::Action, name },
        group: file.set.id.to_string(),
        place: 0,
        words: action.text.clone(),
        standing: Standing::Work(status),
        first_due: action.due.clone(),
        due: due.cloned(),
        overdue: false,
        ended: ended(status).or(set_ended),
        last_news: later(reported, agreed),
        leads: action.leads.clone(),
        principles: pledge.principles.clone(),
    };
    item.overdue = item.is_open() && due::passed(due, day);
    item
}

fn ended(status: Status) -> Option<Ended> {
    match status {
        Status::Complete => Some(Ended::Done),
        Status::Superseded => Some(Ended::Superseded),
        Status::NotAchieved => Some(Ended::NotAchieved),
        _ => None,
    }
}
