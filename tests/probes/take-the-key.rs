//! A renderer takes the key of the wall.
//!
//! error: E0603
//! twin: `std::mem::size_of_val(&crate::disclosure::STATISTICAL_NEIGHBOURS)`

pub(super) fn probe() -> usize {
    std::mem::size_of_val(&crate::disclosure::KEY) // decisive
}
