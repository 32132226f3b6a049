//! The promises of every chart.
//!
//! `table` draws every kind in every hard case, and looks at the words and the
//! marks; `geometry` reads random charts back; `limits` is about size and what
//! is refused; `checklist` says which test keeps which point of our checklist
//! of twenty, and holds those that are kept nowhere else.

mod checklist;
mod geometry;
mod limits;
mod table;

pub(super) use table::charts;
