//! What happened to promises between two days.

use super::{Ended, Item, Key, Register};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What happened to a promise. The first that holds is the one told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Happened {
    /// It was not there before.
    New,
    /// It was called complete.
    Completed,
    /// It was signed off, taken further, replaced, rejected or not achieved.
    Closed,
    /// Its due date was put back, or it was called slipped.
    Slipped,
    /// Its status changed in another way.
    Moved,
    /// Something was recorded, and its status is what it was.
    Updated,
    /// It was open, and nothing was recorded.
    NoUpdate,
    /// It was open, and it is not there any more.
    Dropped,
}

impl Happened {
    /// Everything that can happen, in the order of a report: what a reader
    /// should not miss comes first.
    pub const ALL: [Self; 8] = [
        Self::Dropped,
        Self::Slipped,
        Self::NoUpdate,
        Self::New,
        Self::Completed,
        Self::Closed,
        Self::Moved,
        Self::Updated,
    ];

    /// The word for it, which is also its key among the theme's strings.
    pub fn slug(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Completed => "completed",
            Self::Closed => "closed",
            Self::Slipped => "slipped",
            Self::Moved => "moved",
            Self::Updated => "updated",
            Self::NoUpdate => "no-update",
            Self::Dropped => "dropped",
        }
    }
}

/// What happened to one promise, with how it stood before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The promise.
    pub key: Key,
    /// What happened.
    pub happened: Happened,
    /// How it stood before; `None` if it was not there.
    pub before: Option<Arc<Item>>,
    /// How it stands after; `None` if it is not there any more.
    pub after: Option<Arc<Item>>,
}

impl Change {
    /// How it stands last: after, else before.
    pub fn last(&self) -> Option<&Arc<Item>> {
        self.after.as_ref().or(self.before.as_ref())
    }
}

/// What happened to every promise between two registers, in order of key. A
/// promise that was closed before, and to which nothing happened, is left out.
pub fn between(before: &Register, after: &Register) -> Vec<Change> {
    let keys: BTreeSet<&Key> = before.items.keys().chain(after.items.keys()).collect();
    let change = |key: &Key| {
        let (before, after) = (before.items.get(key), after.items.get(key));
        let happened = happened(before.map(Arc::as_ref), after.map(Arc::as_ref))?;
        let (before, after) = (before.cloned(), after.cloned());
        Some(Change { key: key.clone(), happened, before, after })
    };
    keys.into_iter().filter_map(change).collect()
}

fn happened(before: Option<&Item>, after: Option<&Item>) -> Option<Happened> {
    match (before, after) {
        (None, after) => after.map(|_| Happened::New),
        (Some(before), None) => (!before.is_closed()).then_some(Happened::Dropped),
        (Some(before), Some(after)) => went_on(before, after),
    }
}

/// What happened to a promise that was there before and is there after.
fn went_on(before: &Item, after: &Item) -> Option<Happened> {
    let ended = after.ended.filter(|_| before.ended.is_none());
    let cases = [
        (ended == Some(Ended::Dropped), Happened::Dropped),
        (after.is_complete() && !before.is_complete(), Happened::Completed),
        (ended.is_some(), Happened::Closed),
        (slipped(before, after), Happened::Slipped),
        (after.standing != before.standing, Happened::Moved),
        (after.last_news > before.last_news, Happened::Updated),
        (after.is_open(), Happened::NoUpdate),
    ];
    cases.into_iter().find(|(holds, _)| *holds).map(|(_, happened)| happened)
}

fn slipped(before: &Item, after: &Item) -> bool {
    let falls = |item: &Item| item.due.as_ref().and_then(|due| due.falls());
    let put_back = matches!((falls(before), falls(after)), (Some(a), Some(b)) if b > a);
    let called = |item: &Item| item.standing.slug() == "slipped";
    put_back || (called(after) && !called(before))
}
