//! How a promise stands, whichever words are used for its kind.

use crate::model::pledge::PledgeStatus;
use crate::model::recommendation::{Progress, Status};

/// How a promise stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Of work that can be finished: a recommendation or an action.
    Work(Status),
    /// Of a promise that is kept or not: a member of a set.
    Promise(PledgeStatus),
}

impl Standing {
    /// The word as written, which is also its key among the theme's strings.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Work(status) => status.slug(),
            Self::Promise(status) => status.slug(),
        }
    }

    /// Whether anybody has said.
    pub fn is_stated(self) -> bool {
        !matches!(self, Self::Work(Status::NotStated) | Self::Promise(PledgeStatus::NotStated))
    }

    /// Whether it is work called complete. A promise that is kept is not: it
    /// goes on.
    pub fn is_complete(self) -> bool {
        self == Self::Work(Status::Complete)
    }

    /// The best that one of its kind can have: complete, or kept.
    pub fn best(self) -> Self {
        match self {
            Self::Work(_) => Self::Work(Status::Complete),
            Self::Promise(_) => Self::Promise(PledgeStatus::Kept),
        }
    }

    /// Every standing of work, in the order of a register, or of a promise.
    pub fn all_like(self) -> Vec<Self> {
        match self {
            Self::Work(_) => Status::ALL.map(Self::Work).to_vec(),
            Self::Promise(_) => PledgeStatus::ALL.map(Self::Promise).to_vec(),
        }
    }
}

/// The status of the last entry that states one.
pub(super) fn last_stated<'a>(entries: impl Iterator<Item = &'a Progress>) -> Option<Status> {
    let stated = entries.filter(|entry| entry.status != Status::NotStated);
    stated.max_by_key(|entry| entry.date.falls()).map(|entry| entry.status)
}
