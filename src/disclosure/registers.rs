//! Pledges, recommendations, ratings and meetings as known on a day.
//!
//! Records with a date later than the day are not there; what has no date is
//! as now.

use crate::model::Day;
use crate::model::meeting::{Meeting, MeetingAction};
use crate::model::page::Visibility;
use crate::model::pledge::PledgeFile;
use crate::model::rating::Rating;
use crate::model::recommendation::{Recommendation, ReviewFile};
use crate::site::Site;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A record, with the file it was written in.
#[derive(Clone, Debug)]
pub struct Filed<T> {
    /// The file.
    pub file: Arc<str>,
    /// The record.
    pub value: T,
}

/// An action of a meeting, with where it was asked for.
#[derive(Clone, Debug)]
pub struct ListedAction {
    /// The meeting.
    pub meeting: Arc<Meeting>,
    /// The action.
    pub action: MeetingAction,
}

fn known(day: Option<Day>, as_at: Option<Day>) -> bool {
    !matches!((day, as_at), (Some(day), Some(as_at)) if day > as_at)
}

pub(super) fn sets(site: &Site, as_at: Option<Day>) -> Vec<Filed<PledgeFile>> {
    let docs = site.sets.iter().filter(|doc| known(doc.value.set.begins(), as_at));
    docs.map(|doc| Filed { file: doc.file.clone(), value: set(&doc.value, as_at) }).collect()
}

fn set(file: &PledgeFile, as_at: Option<Day>) -> PledgeFile {
    let mut file = file.clone();
    file.set
        .approvals
        .retain(|approval| approval.date.as_ref().is_none_or(|date| date.known_by(as_at)));
    for pledge in &mut file.pledges {
        pledge.progress.retain(|entry| entry.date.known_by(as_at));
        pledge.young_people_say.retain(|said| said.date.known_by(as_at));
    }
    file
}

pub(super) fn reviews(site: &Site, as_at: Option<Day>) -> Vec<Filed<ReviewFile>> {
    let made =
        |file: &ReviewFile| file.review.date.as_ref().is_none_or(|date| date.known_by(as_at));
    let docs: Vec<_> = site.reviews.iter().filter(|doc| made(&doc.value)).collect();
    let ids: BTreeSet<String> = docs.iter().map(|doc| doc.value.review.id.to_string()).collect();
    docs.iter()
        .map(|doc| Filed { file: doc.file.clone(), value: review(&doc.value, as_at, &ids) })
        .collect()
}

fn review(file: &ReviewFile, as_at: Option<Day>, reviews: &BTreeSet<String>) -> ReviewFile {
    let mut file = file.clone();
    for recommendation in &mut file.recommendations {
        trim(recommendation, as_at);
        let carried = recommendation.carried_to.take();
        recommendation.carried_to = carried
            .filter(|to| to.split_once('/').is_some_and(|(review, _)| reviews.contains(review)));
    }
    file
}

fn trim(recommendation: &mut Recommendation, as_at: Option<Day>) {
    let response = recommendation.response.take();
    recommendation.response =
        response.filter(|r| r.date.as_ref().is_none_or(|date| date.known_by(as_at)));
    recommendation.progress.retain(|entry| entry.date.known_by(as_at));
    recommendation.new_dues.retain(|due| known(due.agreed, as_at));
    let signed = recommendation.signed_off.take();
    recommendation.signed_off =
        signed.filter(|s| s.date.as_ref().is_none_or(|date| date.known_by(as_at)));
}

pub(super) fn ratings(site: &Site, as_at: Option<Day>) -> Vec<Rating> {
    let all = site.ratings.iter().flat_map(|doc| &doc.value.ratings);
    all.filter(|rating| rating.published.as_ref().is_none_or(|date| date.known_by(as_at)))
        .cloned()
        .collect()
}

pub(super) fn meetings(site: &Site, as_at: Option<Day>) -> Vec<Arc<Meeting>> {
    let all = site.meetings.iter().flat_map(|doc| &doc.value.meetings);
    all.filter(|meeting| known(Some(meeting.date), as_at))
        .map(|m| Arc::new(meeting(m, as_at)))
        .collect()
}

fn meeting(meeting: &Meeting, as_at: Option<Day>) -> Meeting {
    let mut meeting = meeting.clone();
    meeting.items.retain(|item| item.visibility == Visibility::Public);
    for item in &mut meeting.items {
        item.corrected.retain(|correction| known(correction.date, as_at));
        for action in &mut item.actions {
            let done = action.done.take();
            action.done = done.filter(|done| done.known_by(as_at));
        }
    }
    meeting
}
