//! How much each check weighs: the table, and what a site changes of it.

use super::check::Check;
use crate::at;
use crate::diagnostic::{Diagnostic, Findings, Severity, codes};
use crate::model::SiteConfig;
use crate::model::stage::{Level, Levels, Stage};
use crate::yaml::{self, Doc, Text};
use std::collections::BTreeMap;

/// The table that holds where a site says nothing.
const TABLE: &str = include_str!("levels.yaml");

/// How much each check weighs at one stage.
#[derive(Clone, Debug, Default)]
pub struct Weights(BTreeMap<Check, Level>);

impl Weights {
    /// The weights at `stage` as the site of `config` sets them.
    pub(super) fn of(config: &Doc<SiteConfig>, stage: Stage, findings: &mut Findings) -> Self {
        let mut weights = Self::default();
        weights.set(&table(), stage);
        if let Some(review) = &config.value.review {
            review.checks.keys().for_each(|name| known(config, name, findings));
            weights.set(&review.checks, stage);
        }
        weights
    }

    fn set(&mut self, levels: &BTreeMap<String, Levels>, stage: Stage) {
        for check in Check::ALL {
            if let Some(level) = levels.get(check.slug()).and_then(|levels| levels.at(stage)) {
                self.0.insert(*check, level);
            }
        }
    }

    /// How much what `check` finds weighs; `None` if it is not to be told.
    pub(super) fn severity(&self, check: Check) -> Option<Severity> {
        match self.0.get(&check) {
            Some(Level::Off) => None,
            Some(Level::Error) => Some(Severity::Error),
            Some(Level::Warning) | None => Some(Severity::Warning),
        }
    }

    /// Weighs what other rooms found for a check, as this one weighs its own.
    pub fn weigh(&self, findings: &mut Findings) {
        findings.weigh(|found| match Check::ALL.iter().find(|check| check.code() == found.code) {
            Some(check) => self.severity(*check),
            None => Some(found.severity),
        });
    }
}

/// The table as read; a test reads it too, so that it holds every check.
fn table() -> BTreeMap<String, Levels> {
    let text = Text::file("levels.yaml", TABLE);
    yaml::read(&text, &mut Findings::new()).map(|doc| doc.value).unwrap_or_default()
}

fn known(config: &Doc<SiteConfig>, name: &str, findings: &mut Findings) {
    let names = || Check::ALL.iter().map(|check| check.slug());
    if !names().any(|known| known == name) {
        let message = format!("there is no check `{name}`");
        let span = config.key_span(at!["review", "checks", name]);
        findings
            .push(Diagnostic::error(codes::UNKNOWN_ID, message).at(span).suggest(name, names()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_holds_every_check_at_both_stages_and_no_other() {
        let table = table();
        let names: Vec<&str> = Check::ALL.iter().map(|check| check.slug()).collect();
        let both = |levels: &Levels| {
            levels.at(Stage::Draft).is_some() && levels.at(Stage::Publish).is_some()
        };
        assert!(names.iter().all(|name| table.get(*name).is_some_and(both)));
        assert_eq!(table.len(), names.len());
    }

    #[test]
    fn no_two_checks_share_a_name_or_a_code() {
        let mut names: Vec<_> = Check::ALL.iter().map(|check| check.slug()).collect();
        let mut codes: Vec<_> = Check::ALL.iter().map(|check| check.code().as_str()).collect();
        for list in [&mut names, &mut codes] {
            list.sort_unstable();
            list.dedup();
            assert_eq!(list.len(), Check::ALL.len());
        }
    }
}
