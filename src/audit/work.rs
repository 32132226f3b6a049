//! Recommendations, actions and what meetings asked for, as work: who leads it,
//! when it is due, what was recorded of it.

use super::case::{Case, Member, Minuted, Recommended};
use super::place::Place;
use crate::at;
use crate::diagnostic::Span;
use crate::model::meeting::MeetingAction;
use crate::model::pledge::{Action, Milestone};
use crate::model::recommendation::{NewDue, Progress, Recommendation, ReviewFile, Status};
use crate::model::text::Lead;
use crate::register::{Item, Kind, action_name};
use crate::yaml::Doc;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Work that can be finished.
pub(super) struct Work<'a> {
    /// How it stood.
    pub(super) item: Arc<Item>,
    /// The recommendation it is, if it is one.
    pub(super) recommendation: Option<&'a Recommendation>,
    /// Where it stands.
    pub(super) place: Place<'a>,
    /// Who leads it.
    pub(super) leads: &'a [Lead],
    /// The new due dates that were known, by their place among all.
    pub(super) new_dues: Vec<(usize, &'a NewDue)>,
    /// What was recorded, in the order written; what others recorded of it
    /// too, first.
    pub(super) entries: Vec<Entry<'a>>,
    /// The steps on the way.
    pub(super) milestones: &'a [Milestone],
    /// How it stands, said without a date.
    pub(super) undated: Status,
}

/// What was recorded of a work on a day.
#[derive(Clone)]
pub(super) struct Entry<'a> {
    pub(super) progress: &'a Progress,
    pub(super) place: Place<'a>,
}

impl<'a> Work<'a> {
    /// Its name.
    pub(super) fn name(&self) -> &str {
        &self.item.key.name
    }

    /// The entry that says how it stands.
    pub(super) fn stated(&self) -> Option<&Entry<'a>> {
        let stated = self.entries.iter().filter(|entry| entry.progress.status != Status::NotStated);
        stated.max_by_key(|entry| entry.progress.date.falls())
    }

    /// Where it says how it stands.
    pub(super) fn status_span(&self) -> Span {
        match self.stated() {
            Some(entry) => entry.place.at(at!["status"]),
            None => self.place.at(at!["status"]),
        }
    }

    /// Where its due date stands, after every change.
    pub(super) fn due_span(&self) -> Span {
        match self.new_dues.iter().max_by_key(|(_, new)| new.agreed) {
            Some((i, _)) => self.place.at(at!["new_dues", *i, "due"]),
            None => self.place.at(at!["due"]),
        }
    }

    /// Whether it stands at `status`.
    pub(super) fn is(&self, status: Status) -> bool {
        self.item.standing == crate::register::Standing::Work(status)
    }
}

/// All the work there is.
pub(super) fn all<'a>(case: &Case<'a>) -> Vec<Work<'a>> {
    let mut all = recommended(case);
    all.extend(case.members.iter().flat_map(|member| actions(case, member)));
    all.extend(case.minuted.iter().flat_map(|minuted| decided(case, minuted)));
    all
}

fn recommended<'a>(case: &Case<'a>) -> Vec<Work<'a>> {
    let covering: BTreeMap<&str, _> =
        case.reviews().map(|doc| (doc.value.review.id.as_str(), covering(case, doc))).collect();
    let of = |known: &Recommended<'a>| {
        let review = known.doc.value.review.id.as_str();
        let others = covering.get(review).and_then(|all| all.get(known.one.name()));
        let own = entries(case, &known.one.progress, &known.place);
        Work {
            leads: &known.one.leads,
            new_dues: dues(case, &known.one.new_dues),
            entries: others.into_iter().flatten().cloned().chain(own).collect(),
            milestones: &[],
            undated: Status::NotStated,
            recommendation: Some(known.one),
            item: known.item.clone(),
            place: known.place.clone(),
        }
    };
    case.recommended.iter().map(of).collect()
}

/// What was recorded under one recommendation of a review and answers another
/// too, by the name of that other.
fn covering<'a>(case: &Case<'a>, doc: &'a Doc<ReviewFile>) -> BTreeMap<&'a str, Vec<Entry<'a>>> {
    let mut covering = BTreeMap::<&str, Vec<Entry<'a>>>::new();
    for (i, one) in doc.value.recommendations.iter().enumerate() {
        let place = Place::new(doc, at!["recommendations", i]);
        for entry in entries(case, &one.progress, &place) {
            for name in &entry.progress.covers {
                covering.entry(name).or_default().push(entry.clone());
            }
        }
    }
    covering
}

fn entries<'a>(case: &Case<'a>, progress: &'a [Progress], place: &Place<'a>) -> Vec<Entry<'a>> {
    let all = progress.iter().enumerate().filter(|(_, entry)| case.knows(&entry.date));
    all.map(|(j, progress)| Entry { progress, place: place.within(at!["progress", j]) }).collect()
}

fn dues<'a>(case: &Case<'a>, dues: &'a [NewDue]) -> Vec<(usize, &'a NewDue)> {
    dues.iter().enumerate().filter(|(_, new)| case.knows_day(new.agreed)).collect()
}

fn actions<'a>(case: &Case<'a>, member: &Member<'a>) -> Vec<Work<'a>> {
    let of = |(at, action): (usize, &'a Action)| {
        let name = action_name(&member.doc.value, member.pledge, (at, action));
        let item = case.register.get(Kind::Action, &name)?.clone();
        let place = member.place.within(at!["actions", at]);
        Some(Work {
            item,
            recommendation: None,
            leads: &action.leads,
            new_dues: dues(case, &action.new_dues),
            entries: entries(case, &action.progress, &place),
            milestones: &action.milestones,
            undated: action.status,
            place,
        })
    };
    member.pledge.actions.iter().enumerate().filter_map(of).collect()
}

fn decided<'a>(case: &Case<'a>, minuted: &Minuted<'a>) -> Vec<Work<'a>> {
    let of = |(k, action): (usize, &'a MeetingAction)| {
        let item = case.register.get(Kind::Decision, &minuted.asked(k, action))?.clone();
        Some(Work {
            item,
            recommendation: None,
            leads: &action.leads,
            new_dues: dues(case, &action.new_dues),
            entries: Vec::new(),
            milestones: &[],
            undated: Status::NotStated,
            place: minuted.place.within(at!["actions", k]),
        })
    };
    minuted.item.actions.iter().enumerate().filter_map(of).collect()
}

/// `n days` in words.
pub(super) fn days(n: i32) -> String {
    if n == 1 { "1 day".to_owned() } else { format!("{n} days") }
}
