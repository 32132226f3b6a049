//! What was promised, and how each promise stood on a day.
//!
//! Recommendations, commitments, their actions and what meetings asked for are
//! kept in different files, by different people. Here each becomes an [`Item`],
//! so that one question (is it open? is it late? when was it last heard of?)
//! has one answer, on every page, in every count and in every check.
//!
//! Nothing here reads prose: a status that nobody stated is "not stated".

mod decision;
mod due;
mod filter;
pub mod history;
pub mod known;
pub mod ledger;
mod member;
mod recommended;
mod standing;
mod tally;

pub use decision::{decision_name, item_name};
pub use filter::{Filter, Unknown};
pub use history::{Change, Happened};
pub use ledger::Ledger;
pub use member::action_name;
pub use standing::Standing;
pub use tally::Tally;

use crate::model::meeting::Meeting;
use crate::model::pledge::{PledgeFile, PledgeStatus};
use crate::model::recommendation::{ReviewFile, Status};
use crate::model::text::Lead;
use crate::model::{Day, Id, Text, When};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// What kind of promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A member of a set: a pledge, a priority, a line of an action plan.
    Commitment,
    /// An action of a member.
    Action,
    /// A recommendation of a review.
    Recommendation,
    /// Something a meeting asked for.
    Decision,
}

impl Kind {
    /// Every kind, in the order of a report.
    pub const ALL: [Self; 4] =
        [Self::Commitment, Self::Action, Self::Recommendation, Self::Decision];

    /// The word for it, which is also its key among the theme's strings.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Commitment => "commitment",
            Self::Action => "action",
            Self::Recommendation => "recommendation",
            Self::Decision => "decision",
        }
    }

    /// How one of this kind stands of which nobody has said.
    pub fn unstated(self) -> Standing {
        match self {
            Self::Commitment => Standing::Promise(PledgeStatus::NotStated),
            Self::Action | Self::Recommendation | Self::Decision => {
                Standing::Work(Status::NotStated)
            }
        }
    }

    /// Every way in which one of this kind can stand, in the order of a
    /// register.
    pub fn standings(self) -> Vec<Standing> {
        self.unstated().all_like()
    }
}

/// The name of a promise, the same in every edition.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// Its kind.
    pub kind: Kind,
    /// `review/number`, `set/id`, `set/id/action` or `meeting/item/action`.
    pub name: String,
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.kind.slug(), self.name)
    }
}

/// Why a promise asks for nothing more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ended {
    /// The action, or what a meeting asked for, is done.
    Done,
    /// The body that recommended it agreed that it is done.
    SignedOff,
    /// The executive rejected it.
    Rejected,
    /// Another stands in its place.
    Superseded,
    /// Another goes on with it.
    Carried,
    /// It was not achieved.
    NotAchieved,
    /// The set it belonged to was replaced, and no member of the new set goes
    /// on with it.
    Dropped,
}

impl Ended {
    /// The word for it, which is also its key among the theme's strings.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::SignedOff => "signed-off",
            Self::Rejected => "rejected",
            Self::Carried => "carried",
            Self::Superseded => "superseded",
            Self::NotAchieved => "not-achieved",
            Self::Dropped => "dropped",
        }
    }
}

/// A promise as it stood on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its name.
    pub key: Key,
    /// The review, set or meeting it belongs to.
    pub group: String,
    /// Its place in the records of its kind, as written.
    pub place: usize,
    /// Its words, or its title if it has one.
    pub words: Text,
    /// How it stood.
    pub standing: Standing,
    /// When it was first due.
    pub first_due: Option<When>,
    /// When it was due, after every change that was agreed.
    pub due: Option<When>,
    /// Why its due date was put off, if it was and anybody says.
    pub why_put_off: Option<Text>,
    /// Whether it was open and its due date had passed.
    pub overdue: bool,
    /// Why it asked for nothing more, if it did not.
    pub ended: Option<Ended>,
    /// The last day on which anything was recorded about it.
    pub last_news: Option<Day>,
    /// Who leads it.
    pub leads: Vec<Lead>,
    /// The statutory principles it serves, by slug.
    pub principles: Vec<String>,
}

impl Item {
    /// Whether it is called complete.
    pub fn is_complete(&self) -> bool {
        self.standing.is_complete()
    }

    /// Whether nobody has anything more to do or to agree about it.
    pub fn is_closed(&self) -> bool {
        self.ended.is_some()
    }

    /// Why it asks for nothing more, where its status alone does not say so.
    pub fn ended_otherwise(&self) -> Option<Ended> {
        let says = |why: &Ended| match why {
            Ended::Done => self.is_complete(),
            why => why.slug() == self.standing.slug(),
        };
        self.ended.filter(|why| !says(why))
    }

    /// Whether it still asks for work. A recommendation that is complete and
    /// not signed off is neither open nor closed.
    pub fn is_open(&self) -> bool {
        !self.is_closed() && !self.is_complete()
    }
}

/// Every promise as it stood on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// The day it is judged on; `None` when nothing in it bears a date.
    pub day: Option<Day>,
    items: BTreeMap<Key, Arc<Item>>,
}

impl Register {
    /// The register of records that hold what was known on `day`.
    pub fn of<'a>(
        sets: impl Iterator<Item = &'a PledgeFile>,
        reviews: impl Iterator<Item = &'a ReviewFile>,
        meetings: impl Iterator<Item = &'a Meeting>,
        day: Option<Day>,
    ) -> Self {
        let sets: Vec<&PledgeFile> = sets.collect();
        let members = sets.iter().flat_map(|file| member::items(file, &sets, day));
        let recommended = reviews.flat_map(|file| recommended::items(file, day));
        let decided = meetings.flat_map(|meeting| decision::items(meeting, day));
        let all = members.chain(recommended).chain(decided).enumerate();
        let placed = all.map(|(place, item)| Arc::new(Item { place, ..item }));
        Self { day, items: placed.map(|item| (item.key.clone(), item)).collect() }
    }

    /// Every promise, by kind and name.
    pub fn items(&self) -> impl Iterator<Item = &Arc<Item>> {
        self.items.values()
    }

    /// The promise with this name.
    pub fn get(&self, kind: Kind, name: &str) -> Option<&Arc<Item>> {
        self.items.get(&Key { kind, name: name.to_owned() })
    }

    /// Those of one kind that belong to one review, set or meeting.
    pub fn group(&self, kind: Kind, group: &str) -> impl Iterator<Item = &Arc<Item>> {
        let first = Key { kind, name: format!("{group}/") };
        let (kind, prefix) = (first.kind, first.name.clone());
        self.items
            .range(first..)
            .take_while(move |(key, _)| key.kind == kind && key.name.starts_with(&prefix))
            .map(|(_, item)| item)
    }

    /// What `edition`, which shows this register, published: what its ledger
    /// among `ledgers` remembers too, if no record holds it any more.
    #[must_use]
    pub fn published<'a>(&self, edition: &str, ledgers: impl Iterator<Item = &'a Ledger>) -> Self {
        let mut published = self.clone();
        let own = ledgers.filter(|ledger| ledger.edition == edition);
        for item in own.flat_map(Ledger::items) {
            published.items.entry(item.key.clone()).or_insert_with(|| Arc::new(item));
        }
        published
    }
}

/// The last day that any entry of the records bears; a day on which something
/// is still to happen is not an entry.
pub fn last_entry<'a>(
    sets: impl Iterator<Item = &'a PledgeFile>,
    reviews: impl Iterator<Item = &'a ReviewFile>,
    meetings: impl Iterator<Item = &'a Meeting>,
) -> Option<Day> {
    let sets: Vec<&PledgeFile> = sets.collect();
    let members = sets.iter().flat_map(|file| member::items(file, &sets, None));
    let items = members.chain(reviews.flat_map(|file| recommended::items(file, None)));
    let dated = items.filter_map(|item| item.last_news);
    dated.chain(meetings.map(|meeting| meeting.date)).max()
}

/// The name of an action within its member or item: its id, else its place from
/// 1. `at` is its place from nought.
pub fn own_name(at: usize, id: Option<&Id>) -> String {
    id.map_or_else(|| (at + 1).to_string(), ToString::to_string)
}

/// The later of two days that may not be there.
fn later(a: Option<Day>, b: Option<Day>) -> Option<Day> {
    a.max(b)
}

#[cfg(test)]
mod tests;
