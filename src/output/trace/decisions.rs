//! What meetings decided, one by one.

use crate::model::id::slugify;
use crate::model::meeting::{Item, Meeting};
use crate::register::own_name;

/// A resolution, or something a meeting asked for.
#[derive(Clone, Copy)]
pub(in crate::output) struct Decided<'a> {
    pub(in crate::output) meeting: &'a Meeting,
    pub(in crate::output) item: &'a Item,
    pub(in crate::output) what: What,
    /// What it is about, by name.
    pub(in crate::output) about: &'a [String],
}

/// Which part of an item, by its place from nought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::output) enum What {
    /// A resolution.
    Resolved(usize),
    /// An action.
    Asked(usize),
}

/// The decisions of a meeting, in order.
pub(super) fn of_meeting(meeting: &Meeting) -> impl Iterator<Item = Decided<'_>> {
    meeting.items.iter().flat_map(move |item| {
        let resolved = item.resolved.iter().enumerate().map(move |(at, one)| Decided {
            meeting,
            item,
            what: What::Resolved(at),
            about: &one.about,
        });
        let asked = item.actions.iter().enumerate().map(move |(at, one)| Decided {
            meeting,
            item,
            what: What::Asked(at),
            about: &one.about,
        });
        resolved.chain(asked)
    })
}

impl Decided<'_> {
    /// What it is called in its item: its letter or id, else its place from 1.
    pub(in crate::output) fn mark(&self) -> String {
        match self.what {
            What::Resolved(at) => {
                let letter = self.item.resolved.get(at).and_then(|one| one.letter.clone());
                letter.unwrap_or_else(|| (at + 1).to_string())
            }
            What::Asked(at) => {
                own_name(at, self.item.actions.get(at).and_then(|action| action.id.as_ref()))
            }
        }
    }

    /// Its anchor, where its item is shown.
    pub(in crate::output) fn anchor(&self) -> String {
        let kind = match self.what {
            What::Resolved(_) => "resolved",
            What::Asked(_) => "asked",
        };
        let number = slugify(self.item.number.as_deref().unwrap_or_default());
        format!("{kind}-{}-{number}-{}", self.meeting.id, self.mark())
    }
}
