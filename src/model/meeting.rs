//! Meetings: what was resolved, who was asked to act, what was corrected.

use super::date::{Day, When};
use super::exemption::{Exemption, Visibility};
use super::id::Id;
use super::recommendation::NewDue;
use super::text::{Lead, Text};
use serde::Deserialize;

/// The file `data/meetings.yaml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingFile {
    /// Every meeting, in the order written.
    pub meetings: Vec<Meeting>,
}

/// One meeting.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// Its id.
    pub id: Id,
    /// The body that met.
    pub body: Text,
    /// When.
    pub date: Day,
    /// What was on the agenda.
    #[serde(default)]
    pub items: Vec<Item>,
}

/// One item of an agenda.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Its number, as printed.
    pub number: Option<String>,
    /// Its title.
    pub title: Text,
    /// Whether the public may see it.
    #[serde(default)]
    pub visibility: Visibility,
    /// Why the public may not.
    pub exemption: Option<Exemption>,
    /// What was resolved.
    #[serde(default)]
    pub resolved: Vec<Resolution>,
    /// What somebody was asked to do.
    #[serde(default)]
    pub actions: Vec<MeetingAction>,
    /// What a later meeting corrected.
    #[serde(default)]
    pub corrected: Vec<Correction>,
}

/// A resolution.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resolution {
    /// Its letter, as printed.
    pub letter: Option<String>,
    /// Its words (md).
    pub text: Text,
    /// What it is about, as `set/member` or `review/number`.
    #[serde(default)]
    pub about: Vec<String>,
    /// Why nothing needs to be done about it, such as that it notes a report.
    pub no_action: Option<Text>,
}

/// Something a meeting asked for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingAction {
    /// Its id, unique in its item.
    pub id: Option<Id>,
    /// What (md).
    pub text: Text,
    /// Of whom.
    #[serde(default)]
    pub leads: Vec<Lead>,
    /// By when.
    pub due: Option<When>,
    /// New due dates.
    #[serde(default)]
    pub new_dues: Vec<NewDue>,
    /// When it was done.
    pub done: Option<When>,
    /// The edition whose list of what is due it goes on.
    pub into: Option<String>,
    /// What it is about, as `set/member` or `review/number`.
    #[serde(default)]
    pub about: Vec<String>,
}

/// A correction of minutes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// The meeting that made it.
    pub meeting: Option<Id>,
    /// When.
    pub date: Option<Day>,
    /// What it says (md).
    pub text: Text,
}
