//! A renderer puts another number in the place of a published one.
//!
//! error: E0594
//! twin: `*published = crate::disclosure::absent(Marker::Low);`

use crate::disclosure::{Cell, Published};
use crate::model::Marker;

pub(super) fn probe(published: &mut Published<Cell>) {
    *published.get() = Cell::Missing(Marker::Low); // decisive
}
