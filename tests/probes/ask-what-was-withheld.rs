//! A renderer reads the true value of a place that is withheld.
//!
//! error: E0616
//! twin: `format!("{:?}", place.name)`

use crate::disclosure::GuardedPlace;

pub(super) fn probe(place: &GuardedPlace) -> String {
    format!("{:?}", place.truth) // decisive
}
