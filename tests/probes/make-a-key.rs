//! A renderer makes itself a key.
//!
//! error: E0603
//! twin: `std::mem::size_of::<crate::confidential::Confidential<u8>>()`

pub(super) fn probe() -> usize {
    std::mem::size_of::<crate::confidential::Key>() // decisive
}
