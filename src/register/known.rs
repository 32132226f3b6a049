//! Records as they were known on a day.
//!
//! An entry with a date later than the day is not there; what has no date is
//! as now.

use crate::model::meeting::{Correction, Item, Meeting, MeetingAction};
use crate::model::pledge::{Action, Milestone, Pledge, PledgeFile};
use crate::model::recommendation::{NewDue, Recommendation, ReviewFile};
use crate::model::{Day, Id, When};
use std::collections::BTreeSet;

/// Whether something of `day` was known on `as_at`; `None` is now.
pub fn known(day: Option<Day>, as_at: Option<Day>) -> bool {
    !matches!((day, as_at), (Some(day), Some(as_at)) if day > as_at)
}

fn dated(date: Option<&When>, as_at: Option<Day>) -> bool {
    date.is_none_or(|date| date.known_by(as_at))
}

/// A set as known on `as_at`; `None` if it was not there yet.
pub fn set(file: &PledgeFile, as_at: Option<Day>) -> Option<PledgeFile> {
    let mut file = known(file.set.begins(), as_at).then(|| file.clone())?;
    file.set.approvals.retain(|approval| dated(approval.date.as_ref(), as_at));
    file.pledges.retain(|pledge| known(pledge.added, as_at));
    file.pledges.iter_mut().for_each(|pledge| member(pledge, as_at));
    Some(file)
}

fn member(pledge: &mut Pledge, as_at: Option<Day>) {
    pledge.progress.retain(|entry| entry.date.known_by(as_at));
    pledge.young_people_say.retain(|said| said.date.known_by(as_at));
    for said in &mut pledge.young_people_say {
        said.answer.take_if(|answer| !answer.date.known_by(as_at));
    }
    wording(pledge, as_at);
    pledge.actions.retain(|action| known(action.added, as_at));
    pledge.actions.iter_mut().for_each(|one| action(one, as_at));
}

/// Takes out the wordings for children that were agreed later. The one a pledge
/// was adopted in stays: without it, there would be no pledge.
fn wording(pledge: &mut Pledge, as_at: Option<Day>) {
    let words = &mut pledge.wording;
    let later = |day: Option<Day>| !known(day, as_at);
    if words.adult.is_some() || !words.easy_read.is_empty() {
        words.child.take_if(|_| later(pledge.worded.child));
    }
    if later(pledge.worded.easy_read) && (words.adult.is_some() || words.child.is_some()) {
        words.easy_read.clear();
    }
}

fn action(action: &mut Action, as_at: Option<Day>) {
    action.progress.retain(|entry| entry.date.known_by(as_at));
    agreed(&mut action.new_dues, as_at);
    action.milestones.iter_mut().for_each(|stone| milestone(stone, as_at));
}

fn milestone(stone: &mut Milestone, as_at: Option<Day>) {
    stone.done.take_if(|done| !done.known_by(as_at));
}

fn agreed(dues: &mut Vec<NewDue>, as_at: Option<Day>) {
    dues.retain(|due| known(due.agreed, as_at));
}

/// A review as known on `as_at`; `None` if it had not reported yet.
pub fn review(file: &ReviewFile, as_at: Option<Day>) -> Option<ReviewFile> {
    let mut file = dated(file.review.date.as_ref(), as_at).then(|| file.clone())?;
    file.recommendations.iter_mut().for_each(|one| recommendation(one, as_at));
    Some(file)
}

fn recommendation(one: &mut Recommendation, as_at: Option<Day>) {
    one.response.take_if(|said| !dated(said.date.as_ref(), as_at));
    one.progress.retain(|entry| entry.date.known_by(as_at));
    agreed(&mut one.new_dues, as_at);
    one.signed_off.take_if(|signed| !dated(signed.date.as_ref(), as_at));
}

/// Takes out of reviews what leads to a review that was not there yet: nobody
/// knew then that a recommendation would be taken further.
pub fn forget_later(reviews: &mut [ReviewFile]) {
    let there: BTreeSet<String> = reviews.iter().map(|file| file.review.id.to_string()).collect();
    let later = |to: &mut String| !to.split_once('/').is_some_and(|(id, _)| there.contains(id));
    for one in reviews.iter_mut().flat_map(|file| &mut file.recommendations) {
        one.carried_to.take_if(later);
        one.superseded_by.take_if(later);
    }
}

/// A meeting as known on `as_at`; `None` if it had not met
/// yet.
pub fn meeting(meeting: &Meeting, as_at: Option<Day>) -> Option<Meeting> {
    let mut meeting = known(Some(meeting.date), as_at).then(|| meeting.clone())?;
    meeting.items.iter_mut().for_each(|one| item(one, as_at));
    Some(meeting)
}

/// Takes out of minutes the corrections that a later meeting made and that have
/// no date of their own.
pub fn forget_corrections(meetings: &mut [Meeting]) {
    let there: BTreeSet<Id> = meetings.iter().map(|meeting| meeting.id.clone()).collect();
    let made = |one: &Correction| {
        one.date.is_some() || one.meeting.as_ref().is_none_or(|id| there.contains(id))
    };
    for item in meetings.iter_mut().flat_map(|meeting| &mut meeting.items) {
        item.corrected.retain(made);
    }
}

fn item(item: &mut Item, as_at: Option<Day>) {
    item.corrected.retain(|correction| known(correction.date, as_at));
    item.actions.iter_mut().for_each(|one| asked(one, as_at));
}

fn asked(action: &mut MeetingAction, as_at: Option<Day>) {
    action.done.take_if(|done| !done.known_by(as_at));
    agreed(&mut action.new_dues, as_at);
}
