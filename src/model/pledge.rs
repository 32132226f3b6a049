//! Sets of commitments: the pledge, a strategy's priorities, an action plan.

mod action;
mod wording;

pub use action::{Action, Milestone};
pub use wording::{EasyRead, Voice, Worded, Wording};

use super::date::{Day, When};
use super::exemption::{Exemption, Visibility};
use super::id::Id;
use super::text::{Approval, Evidence, Lead, Text};
use serde::Deserialize;

/// A file of `data/pledges/`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PledgeFile {
    /// The set.
    pub set: Set,
    /// Its members, in order.
    pub pledges: Vec<Pledge>,
}

/// A set of commitments.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Set {
    /// Its id.
    pub id: Id,
    /// What kind of set.
    pub kind: SetKind,
    /// Its title.
    pub title: Text,
    /// What introduces it (md).
    pub intro: Option<Text>,
    /// The set it takes the place of.
    pub replaces: Option<Id>,
    /// Who approved it.
    #[serde(default)]
    pub approvals: Vec<Approval>,
    /// Who was asked.
    #[serde(default)]
    pub consulted: Vec<Evidence>,
    /// When it is to be looked at again.
    pub review_due: Option<When>,
    /// Members of the set it replaces that nobody goes on with, and why.
    #[serde(default)]
    pub dropped: Vec<Dropped>,
}

/// A commitment that was given up, openly.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dropped {
    /// The member, as `set/number` or `set/id`.
    pub pledge: String,
    /// The reason, which is published.
    pub why: Text,
}

impl PledgeFile {
    /// The member `SET/NUMBER` or `SET/ID`, if it is of this set.
    pub fn member(&self, name: &str) -> Option<&Pledge> {
        let (set, member) = name.split_once('/')?;
        let own = self.pledges.iter().filter(|_| set == self.set.id.as_str());
        own.into_iter().find(|pledge| pledge.is_called(member))
    }

    /// The name of a member everywhere: `SET/ID`.
    pub fn name_of(&self, pledge: &Pledge) -> String {
        format!("{}/{}", self.set.id, pledge.id)
    }

    /// Every name a member may be called by: its own, and `SET/NUMBER`.
    pub fn names_of(&self, pledge: &Pledge) -> impl Iterator<Item = String> {
        let number = pledge.number.as_ref().map(|number| format!("{}/{number}", self.set.id));
        std::iter::once(self.name_of(pledge)).chain(number)
    }

    /// The names of its members, each as `SET/ID`.
    pub fn names(&self) -> impl Iterator<Item = String> {
        self.pledges.iter().map(|pledge| self.name_of(pledge))
    }
}

impl Set {
    /// The day it was first approved, if a day is given: before it, the set
    /// was not there.
    pub fn begins(&self) -> Option<Day> {
        self.approvals.iter().filter_map(|approval| approval.date.as_ref()?.begins()).min()
    }
}

/// What kind of set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SetKind {
    /// The pledge to children.
    Pledge,
    /// A strategy's priorities.
    Strategy,
    /// An action plan.
    ActionPlan,
}

impl SetKind {
    /// The word as written, which is also its key among the theme's strings.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Pledge => "pledge",
            Self::Strategy => "strategy",
            Self::ActionPlan => "action-plan",
        }
    }
}

/// One commitment.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pledge {
    /// Its id, unique in its set.
    pub id: Id,
    /// Its number, as printed.
    pub number: Option<String>,
    /// A short title.
    pub title: Text,
    /// Whether the public may see it.
    #[serde(default)]
    pub visibility: Visibility,
    /// Why the public may not.
    pub exemption: Option<Exemption>,
    /// When it joined the set, if that was later than the set: editions before
    /// do not show it.
    pub added: Option<Day>,
    /// The group it is shown in.
    pub group: Option<Text>,
    /// The members of earlier sets it comes from, as `set/number` or `set/id`.
    #[serde(default)]
    pub from: Vec<String>,
    /// Whose words it is in.
    pub voice: Option<Voice>,
    /// Its wording for each audience.
    pub wording: Wording,
    /// When each wording was agreed.
    #[serde(default)]
    pub worded: Worded,
    /// Who leads it.
    #[serde(default)]
    pub leads: Vec<Lead>,
    /// The councillor who champions it.
    pub champion: Option<Text>,
    /// The statutory principles it serves, by slug.
    #[serde(default)]
    pub principles: Vec<String>,
    /// The outcomes that measure it.
    #[serde(default)]
    pub measured_by: Vec<Id>,
    /// What is done for it.
    #[serde(default)]
    pub actions: Vec<Action>,
    /// How it went, by date.
    #[serde(default)]
    pub progress: Vec<PledgeProgress>,
    /// What young people say of it.
    #[serde(default)]
    pub young_people_say: Vec<YoungPeopleSay>,
}

/// How well a pledge is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PledgeStatus {
    /// Nobody has said.
    #[default]
    NotStated,
    /// Kept.
    Kept,
    /// Mostly kept.
    MostlyKept,
    /// Not yet kept.
    NotYet,
    /// Not kept.
    NotKept,
    /// Too early to say.
    TooEarly,
    /// Something to aspire to.
    Aspirational,
}

impl PledgeStatus {
    /// Every status, in the order of a register.
    pub const ALL: [Self; 7] = [
        Self::Kept,
        Self::MostlyKept,
        Self::NotYet,
        Self::NotKept,
        Self::TooEarly,
        Self::Aspirational,
        Self::NotStated,
    ];

    /// The word as written, which is also its key among the theme's strings.
    pub fn slug(self) -> &'static str {
        match self {
            Self::NotStated => "not-stated",
            Self::Kept => "kept",
            Self::MostlyKept => "mostly-kept",
            Self::NotYet => "not-yet",
            Self::NotKept => "not-kept",
            Self::TooEarly => "too-early",
            Self::Aspirational => "aspirational",
        }
    }
}

/// How a pledge stood on a day.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PledgeProgress {
    /// When it was said.
    pub date: When,
    /// How well it was kept.
    #[serde(default)]
    pub status: PledgeStatus,
    /// What was done (md).
    pub text: Option<Text>,
    /// What shows it.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
    /// Who said so.
    pub by: Option<Text>,
}

/// What young people said of a pledge.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YoungPeopleSay {
    /// When.
    pub date: When,
    /// Their rating.
    pub rating: Option<PledgeStatus>,
    /// In their words, or a summary of them (md).
    pub text: Option<Text>,
    /// How it was gathered.
    pub gathered: Option<Text>,
    /// Whether they agreed to its use.
    pub consent: Option<bool>,
    /// What was done about it: the other half of "you said, we did".
    pub answer: Option<Answer>,
}

/// What young people were told was done about what they said.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// When.
    pub date: When,
    /// What (md).
    pub text: Text,
    /// Who answered.
    pub by: Option<Text>,
}

impl Pledge {
    /// Whether it goes by `name` in its set: its number or its id.
    pub fn is_called(&self, name: &str) -> bool {
        self.number.as_deref() == Some(name) || self.id.as_str() == name
    }

    /// How well it is kept, by its last progress that says so.
    pub fn status(&self) -> PledgeStatus {
        let stated = self.progress.iter().filter(|entry| entry.status != PledgeStatus::NotStated);
        stated
            .max_by_key(|entry| entry.date.falls())
            .map_or(PledgeStatus::NotStated, |entry| entry.status)
    }
}
