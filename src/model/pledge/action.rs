//! What is done for a pledge.

use crate::model::date::{Day, When};
use crate::model::id::Id;
use crate::model::recommendation::{NewDue, Progress, Status};
use crate::model::text::{Lead, Text};
use serde::Deserialize;

/// Something done for a pledge.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Action {
    /// Its id, unique in its pledge.
    pub id: Option<Id>,
    /// What is to be done (md).
    pub text: Text,
    /// When it was added, if that was later than the commitment: editions
    /// before do not show it.
    pub added: Option<Day>,
    /// How anyone will know that it is done.
    pub measure: Option<Text>,
    /// Who leads it.
    #[serde(default)]
    pub leads: Vec<Lead>,
    /// When it is due.
    pub due: Option<When>,
    /// New due dates.
    #[serde(default)]
    pub new_dues: Vec<NewDue>,
    /// How it stands, if no dated progress says so. It has no date, so every
    /// edition shows it as it is now.
    #[serde(default)]
    pub status: Status,
    /// What was done, by date.
    #[serde(default)]
    pub progress: Vec<Progress>,
    /// What it changed (md).
    pub impact: Option<Text>,
    /// The steps on the way.
    #[serde(default)]
    pub milestones: Vec<Milestone>,
}

/// A step on the way.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// What.
    pub text: Text,
    /// When it is due.
    pub due: Option<When>,
    /// When it was reached.
    pub done: Option<When>,
}
