//! Everything that was known on one day.

use super::history::Since;
use super::outcomes::PublishedOutcome;
use super::protection::Decisions;
use super::registers::{self, Filed, ListedAction, Shared};
use super::tables::PublishedTable;
use crate::model::meeting::Meeting;
use crate::model::outcome::OutcomeFile;
use crate::model::pledge::{PledgeFile, SetKind};
use crate::model::policy::Policy;
use crate::model::rating::Rating;
use crate::model::recommendation::ReviewFile;
use crate::model::table::Table;
use crate::model::{Day, Id, Text};
use crate::register::{Register, decision_name};
use crate::site::Site;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Everything that was known on one day.
#[derive(Debug)]
pub struct View {
    /// The day; `None` is now.
    pub as_at: Option<Day>,
    /// The day on which its promises are judged: `as_at`, else the last day
    /// that anything in the registers bears.
    pub day: Option<Day>,
    /// Every promise, as it stood on that day.
    pub register: Arc<Register>,
    /// The edition before that day, and what happened since.
    pub since: Option<Since>,
    /// The outcomes by id.
    pub outcomes: BTreeMap<Id, PublishedOutcome>,
    /// The outcomes' themes, in order, each with the outcomes that were known.
    pub themes: Vec<ThemeGroup>,
    /// The tables by id.
    pub tables: BTreeMap<Id, PublishedTable>,
    /// The sets of pledges.
    pub sets: Vec<Filed<PledgeFile>>,
    /// The reviews, the latest first.
    pub reviews: Vec<Filed<ReviewFile>>,
    /// The inspections, the latest first.
    pub ratings: Vec<Rating>,
    /// The meetings, by date.
    pub meetings: Vec<Arc<Meeting>>,
}

/// A theme and its outcomes.
#[derive(Clone, Debug)]
pub struct ThemeGroup {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: Text,
    /// Its outcomes, in order.
    pub outcomes: Vec<Id>,
}

impl View {
    pub(super) fn of(
        site: &Site,
        policy: &Policy,
        decisions: &Decisions,
        as_at: Option<Day>,
        shared: &mut Shared,
    ) -> Self {
        let mut reviews = registers::reviews(site, as_at, shared);
        reviews.sort_by_key(|filed| {
            std::cmp::Reverse(filed.value.review.date.as_ref().and_then(|date| date.falls()))
        });
        let mut ratings = registers::ratings(site, as_at);
        ratings.sort_by_key(|rating| {
            std::cmp::Reverse(rating.published.as_ref().and_then(|date| date.falls()))
        });
        let mut meetings = registers::meetings(site, as_at);
        meetings.sort_by_key(|meeting| meeting.date);
        let sets = registers::sets(site, as_at, shared);
        let outcomes = outcomes(site, policy, decisions, as_at);
        let day = site.day(as_at);
        let register = Register::of(
            sets.iter().map(|filed| filed.value.as_ref()),
            reviews.iter().map(|filed| filed.value.as_ref()),
            meetings.iter().map(Arc::as_ref),
            day,
        );
        Self {
            as_at,
            day,
            register: Arc::new(register),
            since: None,
            themes: themes(site, &outcomes),
            outcomes,
            tables: tables(site, policy, decisions, as_at),
            sets,
            reviews,
            ratings,
            meetings,
        }
    }

    /// The set with this id.
    pub fn set(&self, id: &str) -> Option<&Filed<PledgeFile>> {
        self.sets.iter().find(|filed| filed.value.set.id.as_str() == id)
    }

    /// The current pledge: the set of that kind which nothing replaces.
    pub fn current_pledge(&self) -> Option<&Filed<PledgeFile>> {
        self.sets_in_force().find(|filed| filed.value.set.kind == SetKind::Pledge)
    }

    /// The set that takes the place of `id`.
    pub fn replacing(&self, id: &Id) -> Option<&Filed<PledgeFile>> {
        self.sets.iter().find(|other| other.value.set.replaces.as_ref() == Some(id))
    }

    /// The themes that any figure was known of; a list shows no other.
    pub fn known_themes(&self) -> impl Iterator<Item = &ThemeGroup> {
        self.themes.iter().filter(|group| !group.outcomes.is_empty())
    }

    /// Whether any figure of any outcome was known.
    pub fn has_figures(&self) -> bool {
        self.known_themes().next().is_some()
    }

    /// The review with this id.
    pub fn review(&self, id: &str) -> Option<&Filed<ReviewFile>> {
        self.reviews.iter().find(|filed| filed.value.review.id.as_str() == id)
    }

    /// The meeting with this id.
    pub fn meeting(&self, id: &str) -> Option<&Arc<Meeting>> {
        self.meetings.iter().find(|meeting| meeting.id.as_str() == id)
    }

    /// Whether any record was known by this name.
    pub fn has_record(&self, name: &str) -> bool {
        let ratings = || self.ratings.iter().filter_map(|rating| rating.id.as_ref());
        self.outcomes
            .keys()
            .chain(self.tables.keys())
            .chain(self.known_themes().map(|group| &group.id))
            .chain(ratings())
            .any(|id| id.as_str() == name)
            || self.set(name).is_some()
            || self.review(name).is_some()
            || self.meeting(name).is_some()
    }

    /// The actions that meetings sent to the list of `edition`.
    pub fn actions_into(&self, edition: &str) -> Vec<ListedAction> {
        let mut listed = Vec::new();
        for meeting in &self.meetings {
            for item in meeting.items.iter().enumerate() {
                let actions = item.1.actions.iter().enumerate();
                listed.extend(
                    actions.filter(|(_, action)| action.into.as_deref() == Some(edition)).map(
                        |action| ListedAction {
                            name: decision_name(meeting, item, action),
                            meeting: meeting.clone(),
                            action: action.1.clone(),
                        },
                    ),
                );
            }
        }
        listed
    }
}

fn outcomes(
    site: &Site,
    policy: &Policy,
    decisions: &Decisions,
    as_at: Option<Day>,
) -> BTreeMap<Id, PublishedOutcome> {
    let all = site
        .outcomes
        .iter()
        .flat_map(|doc| doc.value.outcomes.iter().map(move |outcome| (&doc.file, outcome)));
    all.map(|(file, outcome)| {
        (outcome.id.clone(), PublishedOutcome::of(file, outcome, policy, decisions, as_at))
    })
    .collect()
}

/// The themes with the outcomes of which any figure was known.
fn themes(site: &Site, outcomes: &BTreeMap<Id, PublishedOutcome>) -> Vec<ThemeGroup> {
    let files = site.outcomes.iter().map(|doc| &doc.value);
    let known = |id: &&Id| outcomes.get(*id).is_some_and(PublishedOutcome::is_known);
    let ids = |file: &OutcomeFile| {
        file.outcomes.iter().map(|outcome| &outcome.id).filter(known).cloned().collect()
    };
    let group = |file: &OutcomeFile| ThemeGroup {
        id: file.theme.id.clone(),
        title: file.theme.title.clone(),
        outcomes: ids(file),
    };
    files.map(group).collect()
}

/// The day on which the source of a table came out.
fn released(table: &Table) -> Option<Day> {
    let released = table.source.as_ref()?.published.as_ref()?;
    table.period.as_ref().map_or_else(|| released.last(None), |period| released.of(period))
}

/// Whether a table was known on a day: from its own `known`, else its source's
/// `published`, else the end of its period.
pub(super) fn is_known(table: &Table, as_at: Option<Day>) -> bool {
    let ended = table.period.as_ref().and_then(|period| period.end(Default::default()));
    let from = table.known.or_else(|| released(table)).or(ended);
    !matches!((from, as_at), (Some(from), Some(as_at)) if from > as_at)
}

/// The tables that were known.
fn tables(
    site: &Site,
    policy: &Policy,
    decisions: &Decisions,
    as_at: Option<Day>,
) -> BTreeMap<Id, PublishedTable> {
    let all = site
        .tables
        .iter()
        .flat_map(|doc| doc.value.tables.iter().map(move |table| (&doc.file, table)));
    let known = all.filter(|(_, table)| is_known(table, as_at));
    known
        .map(|(file, table)| (table.id.clone(), PublishedTable::of(file, table, policy, decisions)))
        .collect()
}
