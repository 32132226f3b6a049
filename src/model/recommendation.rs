//! Reviews and their recommendations, with what became of each.

use super::date::{Day, When};
use super::exemption::{Exemption, Visibility};
use super::id::Id;
use super::text::{Evidence, Lead, Text};
use serde::Deserialize;

/// A file of `data/recommendations/`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewFile {
    /// The review.
    pub review: Review,
    /// What it recommended, in order.
    pub recommendations: Vec<Recommendation>,
}

/// A review by a scrutiny body, an inspector or a panel.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: Text,
    /// The body that made it, as it was then called.
    pub body: Text,
    /// What that body is called now.
    pub now: Option<Text>,
    /// When it reported.
    pub date: Option<When>,
    /// What introduces it (md).
    pub intro: Option<Text>,
    /// When the executive's response is due.
    pub response_due: Option<When>,
}

/// One recommendation.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recommendation {
    /// Its number, as printed; letters too.
    pub number: Option<String>,
    /// Its name, if it has no number.
    pub id: Option<Id>,
    /// What is recommended (md).
    pub text: Text,
    /// Whether the public may see it.
    #[serde(default)]
    pub visibility: Visibility,
    /// Why the public may not.
    pub exemption: Option<Exemption>,
    /// The reason (md).
    pub why: Option<Text>,
    /// What the executive said.
    pub response: Option<Response>,
    /// Who leads it.
    #[serde(default)]
    pub leads: Vec<Lead>,
    /// When it is due.
    pub due: Option<When>,
    /// What was done, by date.
    #[serde(default)]
    pub progress: Vec<Progress>,
    /// New due dates.
    #[serde(default)]
    pub new_dues: Vec<NewDue>,
    /// Who agreed that it is done.
    pub signed_off: Option<SignOff>,
    /// The recommendation that takes it further, as `review/number`.
    pub carried_to: Option<String>,
    /// The recommendation that stands in its place, as `review/number`.
    pub superseded_by: Option<String>,
    /// The commitments it is about, as `set/member`.
    #[serde(default)]
    pub about: Vec<String>,
    /// The outcomes by which anyone can tell whether it helped.
    #[serde(default)]
    pub measured_by: Vec<Id>,
    /// The statutory principles it serves, by slug.
    #[serde(default)]
    pub principles: Vec<String>,
}

impl ReviewFile {
    /// The name of a recommendation everywhere: `REVIEW/NUMBER`.
    pub fn name_of(&self, one: &Recommendation) -> String {
        format!("{}/{}", self.review.id, one.name())
    }
}

impl Recommendation {
    /// What it is called within its review.
    pub fn name(&self) -> &str {
        let id = self.id.as_ref().map_or("", Id::as_str);
        self.number.as_deref().unwrap_or(id)
    }
}

/// What the executive said to a recommendation.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Response {
    /// What it decided.
    pub decision: Decision,
    /// When.
    pub date: Option<When>,
    /// Who.
    pub by: Option<Text>,
    /// The reason (md).
    pub why: Option<Text>,
}

/// What the executive decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// Accepted.
    Accepted,
    /// Accepted in principle.
    AcceptedInPrinciple,
    /// Accepted in part.
    PartiallyAccepted,
    /// Rejected, for a reason.
    Rejected,
    /// Noted.
    Noted,
    /// Put off.
    Deferred,
}

impl Decision {
    /// The word as written, which is also its key among the theme's strings.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::AcceptedInPrinciple => "accepted-in-principle",
            Self::PartiallyAccepted => "partially-accepted",
            Self::Rejected => "rejected",
            Self::Noted => "noted",
            Self::Deferred => "deferred",
        }
    }
}

/// How a recommendation or an action stands. Never inferred from prose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Nobody has said.
    #[default]
    NotStated,
    /// Not started.
    NotStarted,
    /// Under way and in time.
    OnTrack,
    /// Late, with a new due date and a reason.
    Slipped,
    /// Done, with evidence.
    Complete,
    /// Not done, for a reason.
    NotAchieved,
    /// Replaced by another.
    Superseded,
}

impl Status {
    /// Every status, in the order of a register.
    pub const ALL: [Self; 7] = [
        Self::Complete,
        Self::OnTrack,
        Self::Slipped,
        Self::NotStarted,
        Self::NotAchieved,
        Self::Superseded,
        Self::NotStated,
    ];

    /// The word as written, which is also its key among the theme's strings.
    pub fn slug(self) -> &'static str {
        match self {
            Self::NotStated => "not-stated",
            Self::NotStarted => "not-started",
            Self::OnTrack => "on-track",
            Self::Slipped => "slipped",
            Self::Complete => "complete",
            Self::NotAchieved => "not-achieved",
            Self::Superseded => "superseded",
        }
    }
}

/// What was done by a date.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Progress {
    /// When it was reported.
    pub date: When,
    /// How it stood; not stated if nobody said.
    #[serde(default)]
    pub status: Status,
    /// What was done (md).
    pub text: Text,
    /// What shows it.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
    /// Who reported it.
    pub by: Option<Text>,
    /// The body it was reported to.
    pub presented_to: Option<Text>,
    /// The minute that records it.
    pub minute: Option<String>,
    /// Other recommendations of the review that it answers too, by number.
    #[serde(default)]
    pub covers: Vec<String>,
    /// What the panel made of it.
    pub view: Option<Text>,
}

/// A new due date.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewDue {
    /// The new date.
    pub due: When,
    /// When it was agreed.
    pub agreed: Option<Day>,
    /// Its reason.
    pub why: Option<Text>,
}

/// Who agreed that a recommendation is done.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignOff {
    /// The body.
    pub by: Text,
    /// When.
    pub date: Option<When>,
    /// The minute that records it.
    pub minute: Option<String>,
}

impl ReviewFile {
    /// How each recommendation stands, in order: by its own last progress that
    /// says so, or that of another which covers it, whichever is later.
    pub fn statuses(&self) -> impl Iterator<Item = Status> {
        self.recommendations.iter().map(|recommendation| self.status_of(recommendation))
    }

    /// How `recommendation` stands; not stated if no progress says so.
    pub fn status_of(&self, recommendation: &Recommendation) -> Status {
        let stated = |progress: &&Progress| progress.status != Status::NotStated;
        let own = recommendation.progress.iter();
        let covering = self.recommendations.iter().flat_map(|other| &other.progress);
        let covering = covering
            .filter(|progress| progress.covers.iter().any(|name| name == recommendation.name()));
        let last = covering.chain(own).filter(stated).max_by_key(|progress| progress.date.falls());
        last.map_or(Status::NotStated, |progress| progress.status)
    }
}
