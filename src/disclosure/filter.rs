//! What a filter means among the records that were known.

use super::{Filed, Publication, View};
use crate::model::pledge::PledgeFile;
use crate::model::principle;
use crate::register::{Filter, Kind, Unknown};

impl View {
    /// `filter` with the sets that are meant where it names none: for
    /// commitments the current pledge, for actions every set that nothing
    /// replaces.
    pub fn meant(&self, mut filter: Filter) -> Filter {
        if filter.groups.is_empty() {
            filter.groups = match filter.kind {
                Kind::Commitment => self.current_pledge().map(id).into_iter().collect(),
                Kind::Action => self.sets_in_force().map(id).collect(),
                Kind::Recommendation | Kind::Decision => Vec::new(),
            };
        }
        filter
    }

    /// The sets that nothing replaces.
    pub fn sets_in_force(&self) -> impl Iterator<Item = &Filed<PledgeFile>> {
        self.sets.iter().filter(|filed| self.replacing(&filed.value.set.id).is_none())
    }
}

fn id(filed: &Filed<PledgeFile>) -> String {
    filed.value.set.id.to_string()
}

impl Publication {
    /// What `filter` names that is in no record of any day, and in no law.
    pub fn unknown_in(&self, filter: &Filter) -> Vec<Unknown> {
        let registers = self.views.iter().map(|view| view.register.as_ref());
        filter.unknown(registers, principle::slugs(self.config.council.nation))
    }
}
