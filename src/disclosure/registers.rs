//! Pledges, recommendations, ratings and meetings as known on a day.

use crate::model::Day;
use crate::model::meeting::{Meeting, MeetingAction};
use crate::model::pledge::PledgeFile;
use crate::model::rating::Rating;
use crate::model::recommendation::ReviewFile;
use crate::register::known;
use crate::site::Site;
use std::sync::Arc;

/// A record, with the file it was written in.
#[derive(Clone, Debug)]
pub struct Filed<T> {
    /// The file.
    pub file: Arc<str>,
    /// The record, which days that knew it alike share.
    pub value: Arc<T>,
}

/// Records as they were known on the days looked at so far. Most did not change
/// from one edition to the next, and need not be kept twice.
#[derive(Default)]
pub(super) struct Shared {
    sets: Vec<Arc<PledgeFile>>,
    reviews: Vec<Arc<ReviewFile>>,
}

impl Shared {
    fn set(&mut self, set: PledgeFile) -> Arc<PledgeFile> {
        shared(&mut self.sets, set)
    }

    fn review(&mut self, review: ReviewFile) -> Arc<ReviewFile> {
        shared(&mut self.reviews, review)
    }
}

/// The record that is like `value`, the latest first.
fn shared<T: PartialEq>(known: &mut Vec<Arc<T>>, value: T) -> Arc<T> {
    if let Some(same) = known.iter().rev().find(|known| ***known == value) {
        return same.clone();
    }
    let value = Arc::new(value);
    known.push(value.clone());
    value
}

/// An action of a meeting, with where it was asked for.
#[derive(Clone, Debug)]
pub struct ListedAction {
    /// Its name: `meeting/item/action`.
    pub name: String,
    /// The meeting.
    pub meeting: Arc<Meeting>,
    /// The action.
    pub action: MeetingAction,
}

pub(super) fn sets(site: &Site, as_at: Option<Day>, shared: &mut Shared) -> Vec<Filed<PledgeFile>> {
    let known =
        |(file, set): (&Arc<str>, &PledgeFile)| Some((file.clone(), known::set(set, as_at)?));
    let all = site.sets.iter().map(|doc| (&doc.file, &doc.value));
    let known = all.filter_map(known);
    known.map(|(file, set)| Filed { file, value: shared.set(set) }).collect()
}

pub(super) fn reviews(
    site: &Site,
    as_at: Option<Day>,
    shared: &mut Shared,
) -> Vec<Filed<ReviewFile>> {
    let docs = site.reviews.iter();
    let known = docs.filter_map(|doc| Some((doc.file.clone(), known::review(&doc.value, as_at)?)));
    let (files, mut reviews): (Vec<Arc<str>>, Vec<ReviewFile>) = known.unzip();
    known::forget_later(&mut reviews);
    let known = files.into_iter().zip(reviews);
    known.map(|(file, review)| Filed { file, value: shared.review(review) }).collect()
}

pub(super) fn ratings(site: &Site, as_at: Option<Day>) -> Vec<Rating> {
    let all = site.ratings.iter().flat_map(|doc| &doc.value.ratings);
    all.filter(|rating| rating.published.as_ref().is_none_or(|date| date.known_by(as_at)))
        .cloned()
        .collect()
}

pub(super) fn meetings(site: &Site, as_at: Option<Day>) -> Vec<Arc<Meeting>> {
    let all = site.meetings.iter().flat_map(|doc| &doc.value.meetings);
    let mut known: Vec<Meeting> = all.filter_map(|one| known::meeting(one, as_at)).collect();
    known::forget_corrections(&mut known);
    known.into_iter().map(Arc::new).collect()
}
