//! What is asked and what is answered.

use std::collections::{BTreeMap, BTreeSet};

/// A count, by its place in [`System::counts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountId(pub usize);

/// What a reader knows of a count before anything is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Shown: a reader then knows that it lies in `low..=high`.
    Shown {
        /// The least it can be, given what is shown.
        low: i64,
        /// The most it can be: `low` when it is shown exactly, more when it is rounded.
        high: i64,
        /// What is lost by withholding it to protect others; `None` when it
        /// may not be, as for what was published before.
        cost: Option<u32>,
    },
    /// Withheld by rule, or in an earlier edition: must be protected.
    Withheld,
    /// Never printed, and must not become known, as a small remainder or what
    /// one quarter added: must be protected.
    Guarded,
    /// Never printed, and nobody's secret.
    Free,
}

impl Fate {
    /// Whether a count of this fate must be protected.
    pub fn is_secret(self) -> bool {
        matches!(self, Self::Withheld | Self::Guarded)
    }
}

/// A whole number of people that some place shows or withholds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// The true number.
    pub truth: i64,
    /// What a reader knows of it.
    pub fate: Fate,
    /// The least that a reader takes it to be when it is not shown: usually 0.
    pub floor: i64,
    /// The most, where there is a most.
    pub ceiling: Option<i64>,
}

/// What a reader knows to hold between counts:
/// `low <= sum of coefficient * count <= high`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// The counts and their coefficients. A count that is named twice counts twice.
    pub terms: Vec<(CountId, i64)>,
    /// The least, where there is a least.
    pub low: Option<i64>,
    /// The most, where there is a most.
    pub high: Option<i64>,
    /// An addition of parts to their total (parts 1, total -1): what its
    /// withheld parts add up to is judged too.
    pub is_sum: bool,
}

/// Counts and all that a reader knows to hold between them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct System {
    /// The counts.
    pub counts: Vec<Count>,
    /// What holds between them.
    pub relations: Vec<Relation>,
}

/// The rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Params {
    /// How far apart the least and the most that a secret count can be must be.
    pub protect: i64,
    /// The least unsafe count: usually 1.
    pub unsafe_from: i64,
    /// The largest unsafe count: the threshold.
    pub unsafe_to: i64,
    /// Whether further counts may be withheld. Without it the answer tells
    /// what a reader could recover.
    pub secondary: bool,
}

/// A whole number for every count of one component that is not known exactly.
pub type Filling = BTreeMap<CountId, i64>;

/// Two fillings that agree with everything shown and differ at `count` by
/// [`Params::protect`] or more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// The count that is protected.
    pub count: CountId,
    /// The filling in which it is less.
    pub low: Filling,
    /// The filling in which it is more.
    pub high: Filling,
}

/// What was decided.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Protected {
    /// The counts to withhold to protect others.
    pub withheld: BTreeSet<CountId>,
    /// For every count that must be protected and is, in order of the counts.
    pub proofs: Vec<Proof>,
    /// The counts that a reader can recover, or whose sum tells that each of
    /// them is small, whatever may be withheld.
    pub unprotected: Vec<CountId>,
}
