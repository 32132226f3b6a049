//! Recommendations as promises.

use super::{Ended, Item, Key, Kind, Standing, due, later};
use crate::model::recommendation::{Decision, Progress, Recommendation, ReviewFile, Status};
use crate::model::{Day, When};
use std::collections::BTreeMap;

/// The entries of a review that answer another recommendation too, by the name
/// of that other.
type Answers<'a> = BTreeMap<&'a str, Vec<&'a Progress>>;

/// The recommendations of a review as they stood on `day`.
pub(super) fn items(file: &ReviewFile, day: Option<Day>) -> Vec<Item> {
    let answers = answers(file);
    file.recommendations.iter().map(|one| item(file, one, &answers, day)).collect()
}

fn answers(file: &ReviewFile) -> Answers<'_> {
    let mut answers = Answers::new();
    for one in &file.recommendations {
        for entry in &one.progress {
            for name in entry.covers.iter().map(String::as_str) {
                answers.entry(name).or_default().push(entry);
            }
        }
    }
    answers
}

fn item(file: &ReviewFile, one: &Recommendation, answers: &Answers<'_>, day: Option<Day>) -> Item {
    // Its own come last: of two on one day, its own says how it stands.
    let others = answers.get(one.name()).into_iter().flatten().copied();
    let entries: Vec<&Progress> = others.chain(&one.progress).collect();
    let status = super::standing::last_stated(entries.iter().copied()).unwrap_or_default();
    let due = due::effective(one.due.as_ref(), &one.new_dues);
    let mut item = Item {
        key: Key { kind: Kind::Recommendation, name: file.name_of(one) },
        group: file.review.id.to_string(),
        place: 0,
        words: one.text.clone(),
        standing: Standing::Work(status),
        first_due: one.due.clone(),
        due: due.now,
        why_put_off: due.why,
        overdue: false,
        ended: ended(one, status),
        last_news: last_news(one, &entries),
        leads: one.leads.clone(),
        principles: one.principles.clone(),
    };
    item.overdue = item.is_open() && due::passed(item.due.as_ref(), day);
    item
}

/// Why a recommendation asks for nothing more, if it does not.
fn ended(one: &Recommendation, status: Status) -> Option<Ended> {
    let rejected = one.response.as_ref().is_some_and(|said| said.decision == Decision::Rejected);
    let cases = [
        (one.signed_off.is_some(), Ended::SignedOff),
        (rejected, Ended::Rejected),
        (one.superseded_by.is_some() || status == Status::Superseded, Ended::Superseded),
        (one.carried_to.is_some(), Ended::Carried),
        (status == Status::NotAchieved, Ended::NotAchieved),
    ];
    cases.into_iter().find(|(holds, _)| *holds).map(|(_, why)| why)
}

fn last_news(one: &Recommendation, entries: &[&Progress]) -> Option<Day> {
    let reported = entries.iter().filter_map(|entry| entry.date.falls()).max();
    let answered = one.response.as_ref().and_then(|said| said.date.as_ref());
    let signed = one.signed_off.as_ref().and_then(|signed| signed.date.as_ref());
    let agreed = one.new_dues.iter().filter_map(|new| new.agreed).max();
    let said = later(answered.and_then(When::falls), signed.and_then(When::falls));
    later(reported, later(agreed, said))
}
