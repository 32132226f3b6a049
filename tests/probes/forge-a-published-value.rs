//! A renderer passes a number off as one that may be seen.
//!
//! error: E0624
//! twin: `crate::disclosure::absent(Marker::Low)`

use crate::disclosure::{Cell, Published};
use crate::model::Marker;

pub(super) fn probe() -> Published<Cell> {
    Published::new(Cell::Missing(Marker::Low)) // decisive
}
