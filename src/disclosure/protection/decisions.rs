//! What is withheld, by address.

use std::collections::BTreeSet;

/// What is withheld, and what is shown although a rule would withhold it.
#[derive(Clone, Debug, Default)]
pub(in crate::disclosure) struct Decisions {
    pub(super) withheld: BTreeSet<String>,
    pub(super) released: BTreeSet<String>,
}

impl Decisions {
    /// Whether the place is withheld. What a rule withholds stays so even if
    /// nobody decided on it: only what was released is shown.
    pub(in crate::disclosure) fn hides(&self, name: &str, by_rule: bool) -> bool {
        self.withheld.contains(name) || by_rule && !self.released.contains(name)
    }
}
