//! Blocks of promises: lists, status bars, what young people were told.

use crate::model::page::Audience;
use crate::model::pledge::PledgeStatus;
use crate::model::recommendation::Status;
use crate::model::{Id, Text};
use crate::register::{Filter, Kind};
use serde::Deserialize;

/// Pledges as written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PledgesSpec {
    /// The set; left out, the current pledge.
    pub set: Option<Id>,
    /// The members shown; left out, all.
    #[serde(default)]
    pub ids: Vec<Id>,
    /// Whose wording is shown.
    pub audience: Option<Audience>,
    /// Only those of this status.
    pub status: Option<PledgeStatus>,
    /// Only those led by this post or person.
    pub lead: Option<String>,
    /// Only those that serve this principle.
    pub principle: Option<String>,
}

/// Actions as written: of the members of sets, and of meetings.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionsSpec {
    /// The set; left out with `meeting`, every set and meeting.
    pub set: Option<Id>,
    /// The meeting.
    pub meeting: Option<Id>,
    /// Only those of this status.
    pub status: Option<Status>,
    /// Only those led by this post or person.
    pub lead: Option<String>,
    /// Only those that serve this principle.
    pub principle: Option<String>,
    /// Only those that are overdue, or that are not.
    pub overdue: Option<bool>,
    /// Only those that still ask for work, or that do not.
    pub open: Option<bool>,
    /// The caption.
    pub title: Option<Text>,
}

/// A status bar as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatusSpec {
    /// What it counts.
    pub of: Counted,
    /// The review of recommendations; left out, every review.
    pub review: Option<Id>,
    /// The set of commitments or actions; left out, the current pledge, or
    /// every set that nothing replaces.
    pub set: Option<Id>,
    /// The meeting of decisions; left out, every meeting.
    pub meeting: Option<Id>,
    /// Only those led by this post or person.
    pub lead: Option<String>,
    /// Only those that serve this principle.
    pub principle: Option<String>,
    /// Only those that are overdue, or that are not.
    pub overdue: Option<bool>,
    /// Only those that still ask for work, or that do not.
    pub open: Option<bool>,
    /// What stands above it.
    pub title: Option<Text>,
}

/// What a status bar counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Counted {
    /// Recommendations of reviews.
    Recommendations,
    /// Members of sets.
    Commitments,
    /// Actions of members.
    Actions,
    /// What meetings asked for.
    Decisions,
}

/// Recommendations as written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecommendationsSpec {
    /// The review; left out, every review.
    pub review: Option<Id>,
    /// Which are shown.
    #[serde(default)]
    pub show: ShowRecommendations,
    /// Only those of this status.
    pub status: Option<Status>,
    /// Only those led by this post or person.
    pub lead: Option<String>,
    /// Only those that serve this principle.
    pub principle: Option<String>,
    /// Only those that are overdue, or that are not.
    pub overdue: Option<bool>,
    /// Only those that still ask for work, or that do not.
    pub open: Option<bool>,
}

/// Which recommendations are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ShowRecommendations {
    /// What is recommended, without what was done.
    New,
    /// With what was done.
    #[default]
    Progress,
    /// Those that are not closed.
    Open,
}

/// Resolutions as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResolutionsSpec {
    /// The meeting.
    pub meeting: Id,
    /// The item; left out, all.
    pub item: Option<String>,
}

/// "You said, we did" as written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YouSaidSpec {
    /// The set; left out, the current pledge.
    pub set: Option<Id>,
    /// The members of which it is told; left out, all.
    #[serde(default)]
    pub ids: Vec<Id>,
}

/// What is named, as groups of a filter.
fn groups<'i>(named: impl IntoIterator<Item = &'i Id>) -> Vec<String> {
    named.into_iter().map(Id::to_string).collect()
}

impl RecommendationsSpec {
    /// Which recommendations it asks for.
    pub fn filter(&self) -> Filter {
        let open = (self.show == ShowRecommendations::Open).then_some(true);
        Filter {
            groups: groups(&self.review),
            status: self.status.map(|status| status.slug().to_owned()),
            lead: self.lead.clone(),
            principle: self.principle.clone(),
            overdue: self.overdue,
            open: self.open.or(open),
            ..Filter::of(Kind::Recommendation)
        }
    }
}

impl PledgesSpec {
    /// Which members of its set it asks for; `ids` is told apart.
    pub fn filter(&self) -> Filter {
        Filter {
            groups: groups(&self.set),
            status: self.status.map(|status| status.slug().to_owned()),
            lead: self.lead.clone(),
            principle: self.principle.clone(),
            ..Filter::of(Kind::Commitment)
        }
    }
}

impl ActionsSpec {
    /// Which actions it asks for: of sets, of meetings, or of both.
    pub fn filters(&self) -> Vec<Filter> {
        let of = |kind: Kind, group: &Option<Id>| Filter {
            groups: groups(group),
            status: self.status.map(|status| status.slug().to_owned()),
            lead: self.lead.clone(),
            principle: self.principle.clone(),
            overdue: self.overdue,
            open: self.open,
            ..Filter::of(kind)
        };
        let sets = (self.meeting.is_none()).then(|| of(Kind::Action, &self.set));
        let meetings = (self.set.is_none()).then(|| of(Kind::Decision, &self.meeting));
        sets.into_iter().chain(meetings).collect()
    }
}

impl StatusSpec {
    /// What it counts.
    pub fn filter(&self) -> Filter {
        let kind = self.of.kind();
        let group = match kind {
            Kind::Recommendation => &self.review,
            Kind::Commitment | Kind::Action => &self.set,
            Kind::Decision => &self.meeting,
        };
        Filter {
            groups: groups(group),
            lead: self.lead.clone(),
            principle: self.principle.clone(),
            overdue: self.overdue,
            open: self.open,
            ..Filter::of(kind)
        }
    }

    /// A key that says nothing of what is counted, if there is one: the review
    /// of commitments, the set of decisions.
    pub fn idle(&self) -> Option<&'static str> {
        let kind = self.of.kind();
        let of_sets = matches!(kind, Kind::Commitment | Kind::Action);
        let keys = [
            ("review", self.review.is_some(), kind == Kind::Recommendation),
            ("set", self.set.is_some(), of_sets),
            ("meeting", self.meeting.is_some(), kind == Kind::Decision),
        ];
        keys.into_iter().find(|(_, given, fits)| *given && !fits).map(|(key, ..)| key)
    }
}

impl Counted {
    /// Its kind among promises.
    pub fn kind(self) -> Kind {
        match self {
            Self::Recommendations => Kind::Recommendation,
            Self::Commitments => Kind::Commitment,
            Self::Actions => Kind::Action,
            Self::Decisions => Kind::Decision,
        }
    }
}
