//! The attack on the wall.

mod read;
mod seen;
