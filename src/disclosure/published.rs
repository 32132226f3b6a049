//! What may be seen.

use crate::model::{Marker, Qualifier};
use rust_decimal::{Decimal, RoundingStrategy};

/// Something that may be seen: made in `disclosure` alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Published<T>(T);

impl<T> Published<T> {
    pub(super) fn new(value: T) -> Self {
        Self(value)
    }

    /// For tests of what draws and prints published values.
    #[cfg(test)]
    pub(crate) fn for_tests(value: T) -> Self {
        Self(value)
    }

    /// The value.
    pub fn get(&self) -> &T {
        &self.0
    }
}

/// A figure as it is shown, or the reason why it is not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell {
    /// A figure.
    Value(Shown),
    /// A marker in its place.
    Missing(Marker),
}

/// A figure as it is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shown {
    /// The number, rounded as displayed.
    pub number: Decimal,
    /// How exact it is.
    pub qualifier: Option<Qualifier>,
    /// Whether it may still change.
    pub provisional: bool,
    /// Whether it was changed after it was first known.
    pub revised: bool,
    /// Whether it was estimated.
    pub estimated: bool,
}

impl Shown {
    /// A plain number.
    pub(super) fn plain(number: Decimal) -> Self {
        Self { number, qualifier: None, provisional: false, revised: false, estimated: false }
    }
}

impl Cell {
    /// The figure, if there is one.
    pub fn shown(&self) -> Option<&Shown> {
        match self {
            Self::Value(shown) => Some(shown),
            Self::Missing(_) => None,
        }
    }

    /// Why there is no figure, if there is none.
    pub fn marker(&self) -> Option<Marker> {
        match self {
            Self::Value(_) => None,
            Self::Missing(marker) => Some(*marker),
        }
    }
}

/// `number` to `decimals` places, halves away from zero; as written if `None`.
pub(super) fn rounded(number: Decimal, decimals: Option<u32>) -> Decimal {
    let Some(decimals) = decimals else { return number };
    let mut number =
        number.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    if number.scale() < decimals {
        number.rescale(decimals);
    }
    number
}

/// How many records there are of a kind; records are not people, and need no
/// protection.
pub fn tally(records: usize) -> Published<Cell> {
    Published::new(Cell::Value(Shown::plain(Decimal::from(records))))
}

/// A figure that nobody gave, for the reason `marker`.
pub fn absent(marker: Marker) -> Published<Cell> {
    Published::new(Cell::Missing(marker))
}
