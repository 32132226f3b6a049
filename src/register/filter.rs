//! Which promises are meant: one set of conditions for lists, status bars and
//! counts alike, so that none of them can mean something else.

use super::{Item, Kind, Register};
use std::collections::BTreeSet;

/// Promises of one kind that meet every condition that is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// Their kind.
    pub kind: Kind,
    /// The reviews, sets or meetings they belong to; any, if none is given.
    pub groups: Vec<String>,
    /// The slug of how they stand.
    pub status: Option<String>,
    /// The post, name or successor of somebody who leads them.
    pub lead: Option<String>,
    /// The slug of a statutory principle they serve.
    pub principle: Option<String>,
    /// Whether they are overdue.
    pub overdue: Option<bool>,
    /// Whether they still ask for work.
    pub open: Option<bool>,
}

/// Something that a filter names and that is nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// What kind of thing.
    pub what: &'static str,
    /// What it was called.
    pub name: String,
    /// What it can be.
    pub known: Vec<String>,
}

impl Filter {
    /// Every promise of `kind`.
    pub fn of(kind: Kind) -> Self {
        let groups = Vec::new();
        Self { kind, groups, status: None, lead: None, principle: None, overdue: None, open: None }
    }

    /// Whether `item` meets every condition.
    pub fn holds(&self, item: &Item) -> bool {
        let is = |wanted: Option<bool>, found: bool| wanted.is_none_or(|wanted| wanted == found);
        item.key.kind == self.kind
            && (self.groups.is_empty() || self.groups.contains(&item.group))
            && self.status.as_ref().is_none_or(|status| item.standing.slug() == status)
            && self.lead.as_ref().is_none_or(|lead| is_led_by(item, lead))
            && self.principle.as_ref().is_none_or(|slug| item.principles.contains(slug))
            && is(self.overdue, item.overdue)
            && is(self.open, item.is_open())
    }

    /// The promises of `register` that meet every condition, in the order
    /// written.
    pub fn chosen<'r>(&self, register: &'r Register) -> Vec<&'r Item> {
        let mut chosen: Vec<&Item> = match self.groups.as_slice() {
            [] => register.items().map(AsRef::as_ref).collect(),
            groups => groups
                .iter()
                .flat_map(|group| register.group(self.kind, group))
                .map(AsRef::as_ref)
                .collect(),
        };
        chosen.retain(|item| self.holds(item));
        chosen.sort_by_key(|item| item.place);
        chosen
    }

    /// The status, lead and principle it names that are nowhere: not in any of
    /// `registers`, nor among the `principles` of the nation.
    pub fn unknown<'r>(
        &self,
        registers: impl Iterator<Item = &'r Register>,
        principles: &[&str],
    ) -> Vec<Unknown> {
        let status = self.status.as_ref().and_then(|name| {
            let known =
                self.kind.standings().into_iter().map(|standing| standing.slug().to_owned());
            unknown("status", name, known.collect())
        });
        let lead = self.lead.as_ref().and_then(|name| {
            let known = leads(registers.flat_map(Register::items).map(AsRef::as_ref));
            let is = known.iter().any(|known| known.to_lowercase() == name.to_lowercase());
            (!is).then(|| Unknown { what: "lead", name: name.clone(), known })
        });
        let principle = self.principle.as_ref().and_then(|name| {
            unknown("principle", name, principles.iter().map(ToString::to_string).collect())
        });
        [status, lead, principle].into_iter().flatten().collect()
    }
}

fn unknown(what: &'static str, name: &str, known: Vec<String>) -> Option<Unknown> {
    (!known.iter().any(|known| known == name)).then(|| Unknown {
        what,
        name: name.to_owned(),
        known,
    })
}

fn is_led_by(item: &Item, lead: &str) -> bool {
    item.leads.iter().any(|found| {
        let successor = found.successor.as_ref();
        found.role.says(lead)
            || found.name.as_ref().is_some_and(|name| name.to_lowercase() == lead.to_lowercase())
            || successor.is_some_and(|next| next.says(lead))
    })
}

/// Every post, name and successor that leads something.
fn leads<'i>(items: impl Iterator<Item = &'i Item>) -> Vec<String> {
    let mut known = BTreeSet::new();
    for lead in items.flat_map(|item| &item.leads) {
        known.extend(lead.role.all().map(str::to_owned));
        known.extend(lead.name.clone());
        known.extend(lead.successor.iter().flat_map(|next| next.all()).map(str::to_owned));
    }
    known.into_iter().collect()
}
