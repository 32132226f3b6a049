//! What the wall withheld, for those who attack it: names and proofs, and a
//! way to ask whether a number is the true one. It never tells one.

use super::KEY;
use crate::confidential::Confidential;
use crate::model::{Period, Text, Unit};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::ops::Deref;

/// What the wall withheld, and why nobody can work it out.
#[derive(Debug, Default)]
pub struct Defence {
    /// The places that are withheld, or may not become known.
    pub places: Vec<GuardedPlace>,
    /// The sums between places that authors declare.
    pub links: Vec<Link>,
    /// For each withheld count, two ways in which the published figures could
    /// have come about.
    pub proofs: Vec<NamedProof>,
    /// What earlier editions told, by their ledgers.
    pub told: Vec<Told>,
}

/// A count or figure that is withheld, or that may not become known. It can be
/// read as its [`Names`], and asked whether a number is the true one.
#[derive(Debug)]
pub struct GuardedPlace {
    names: Names,
    truth: Confidential<Decimal>,
}

impl Deref for GuardedPlace {
    type Target = Names;

    fn deref(&self) -> &Names {
        &self.names
    }
}

/// A sum between places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The place of the total.
    pub total: String,
    /// The places that make it; one alone is the same count.
    pub parts: Vec<String>,
}

/// Two ways in which the published figures could have come about, which differ
/// at `place` by as much as the policy asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedProof {
    /// The withheld place.
    pub place: String,
    /// Every unknown count around it, one way.
    pub low: BTreeMap<String, i64>,
    /// And another.
    pub high: BTreeMap<String, i64>,
}

/// A figure that an earlier edition published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The edition.
    pub edition: String,
    /// The place.
    pub place: String,
    /// The figure; `None` if it was withheld.
    pub number: Option<Decimal>,
}

impl GuardedPlace {
    /// Guards `truth`, which no page may tell.
    pub(super) fn new(names: Names, truth: Decimal) -> Self {
        Self { names, truth: Confidential::seal(truth) }
    }

    /// Whether `number` is the true one.
    pub fn is(&self, number: Decimal) -> bool {
        *self.truth.open(&KEY) == number
    }
}

/// How a guarded place is called, and where it stands.
#[derive(Clone, Debug)]
pub struct Names {
    /// Its address, such as `table/ID/ROW/COLUMN` or
    /// `outcome/ID/PERIOD/numerator`; with `@DAY` behind it for a version that
    /// was revised on that day.
    pub name: String,
    /// What pages call the table or outcome: its title, and its short title.
    pub titles: Vec<Text>,
    /// The head of its row, for a cell of a table; `None` for a total.
    pub row: Option<Text>,
    /// The head of its column, for a cell of a table; `None` for a total.
    pub column: Option<Text>,
    /// Of which period.
    pub period: Option<Period>,
    /// What it is measured in.
    pub unit: Unit,
    /// Whether a page would print it, were it not withheld; else it must only
    /// not become known.
    pub is_printed: bool,
    /// The views that hold it, as places among those of the publication.
    pub views: Vec<usize>,
}
