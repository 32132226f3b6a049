//! A renderer asks whether two figures are the same, and so whether one is 3.
//!
//! error: E0369
//! twin: `std::ptr::eq(one, other)`

use crate::confidential::Confidential;
use crate::model::Figure;

pub(super) fn probe(one: &Confidential<Figure>, other: &Confidential<Figure>) -> bool {
    one == other // decisive
}
