//! Members of sets, and their actions, as promises.

use super::{Ended, Item, Key, Kind, Standing, due, later, own_name};
use crate::model::Day;
use crate::model::pledge::{Action, Pledge, PledgeFile};
use crate::model::recommendation::Status;

/// The members of a set and their actions as they stood on `day`; `sets` are
/// all the sets that were there.
pub(super) fn items(file: &PledgeFile, sets: &[&PledgeFile], day: Option<Day>) -> Vec<Item> {
    let is_replaced = sets.iter().any(|other| other.set.replaces.as_ref() == Some(&file.set.id));
    let of = |pledge: &Pledge| {
        let ended = is_replaced.then(|| replaced(file, pledge, sets));
        let actions = pledge.actions.iter().enumerate();
        let actions: Vec<Item> =
            actions.map(|(at, one)| action(file, pledge, (at, one), ended, day)).collect();
        std::iter::once(member(file, pledge, ended)).chain(actions).collect::<Vec<_>>()
    };
    file.pledges.iter().flat_map(of).collect()
}

/// What became of a member when another set replaced its own: a member of any
/// of `sets` may go on with it.
fn replaced(file: &PledgeFile, pledge: &Pledge, sets: &[&PledgeFile]) -> Ended {
    let is_it = |from: &String| file.member(from).is_some_and(|old| old.id == pledge.id);
    let goes_on = sets.iter().flat_map(|set| &set.pledges).any(|new| new.from.iter().any(is_it));
    if goes_on { Ended::Carried } else { Ended::Dropped }
}

fn member(file: &PledgeFile, pledge: &Pledge, ended: Option<Ended>) -> Item {
    Item {
        key: Key { kind: Kind::Commitment, name: file.name_of(pledge) },
        group: file.set.id.to_string(),
        place: 0,
        words: pledge.title.clone(),
        standing: Standing::Promise(pledge.status()),
        first_due: None,
        due: None,
        why_put_off: None,
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

/// The name of an action of a member, with its place from nought:
/// `SET/ID/ACTION`.
pub fn action_name(file: &PledgeFile, pledge: &Pledge, (at, action): (usize, &Action)) -> String {
    format!("{}/{}", file.name_of(pledge), own_name(at, action.id.as_ref()))
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
    let reported = action.progress.iter().filter_map(|entry| entry.date.falls()).max();
    let agreed = action.new_dues.iter().filter_map(|new| new.agreed).max();
    let mut item = Item {
        key: Key { kind: Kind::Action, name: action_name(file, pledge, (at, action)) },
        group: file.set.id.to_string(),
        place: 0,
        words: action.text.clone(),
        standing: Standing::Work(status),
        first_due: action.due.clone(),
        due: due.now,
        why_put_off: due.why,
        overdue: false,
        ended: ended(status).or(set_ended),
        last_news: later(reported, agreed),
        leads: action.leads.clone(),
        principles: pledge.principles.clone(),
    };
    item.overdue = item.is_open() && due::passed(item.due.as_ref(), day);
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
