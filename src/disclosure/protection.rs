//! Which counts are withheld on the days that pages show, and why nobody can
//! work them out.
//!
//! The days are gone through in order. What was shown on an earlier day is
//! known for ever, and what was withheld stays withheld; so an edition is
//! decided by what was known then, whatever comes later. A ledger is what its
//! edition told, whatever the policy says now.

mod book;
mod counts;
mod decisions;
mod links;
mod log;
mod names;
mod outcomes;
mod report;
mod tables;
mod told;

pub(super) use decisions::Decisions;
pub use log::{LogEntry, Reason};
pub(super) use names::{cell_name, part_name};
pub(super) use outcomes::is_same_year;
pub(super) use told::check as check_ledgers;

use super::defence::Defence;
use crate::diagnostic::Findings;
use crate::model::Day;
use crate::model::policy::Policy;
use crate::site::Site;
use book::Book;

/// What was decided.
pub(super) struct Protection {
    /// What is withheld.
    pub(super) decisions: Decisions,
    /// Why nobody can work it out.
    pub(super) defence: Defence,
    /// The same for officers.
    pub(super) log: Vec<LogEntry>,
}

/// Decides what is withheld on each of `days`, the views of the publication;
/// nothing later than `until` is known.
pub(super) fn protect(
    site: &Site,
    policy: &Policy,
    days: &[Option<Day>],
    until: Option<Day>,
    findings: &mut Findings,
) -> Protection {
    let mut book = Book::new(site, policy);
    for day in in_order(site, days, until) {
        book.open(day);
        for (view, _) in days.iter().enumerate().filter(|(_, other)| **other == day) {
            book.seen_in(view);
        }
    }
    report::unprotected(&book, findings);
    report::idle_exceptions(&book, site, findings);
    Protection { decisions: book.decisions(), defence: report::defence(&book), log: log::of(&book) }
}

/// The decisions for one outcome alone, by the rules.
#[cfg(test)]
pub(super) fn of_one(
    outcome: &crate::model::Outcome,
    policy: &Policy,
    as_at: Option<Day>,
) -> Decisions {
    let mut book = Book::alone(policy);
    outcomes::add_one(&mut book, outcome, as_at);
    book.settle();
    book.decisions()
}

/// The days of the views and of the ledgers, the earliest first; now is last.
fn in_order(site: &Site, days: &[Option<Day>], until: Option<Day>) -> Vec<Option<Day>> {
    let frozen = site.ledgers.iter().map(|doc| doc.value.as_at);
    let frozen = frozen.filter(|day| until.is_none_or(|until| *day <= until)).map(Some);
    let mut all: Vec<Option<Day>> = days.iter().copied().chain(frozen).collect();
    all.sort_by_key(|day| (day.is_none(), *day));
    all.dedup();
    all
}
