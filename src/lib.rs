//! Pledgebook: one command turns words and facts into a report site.

pub mod confidential;
pub mod diagnostic;
pub mod model;
pub mod sources;
pub mod yaml;
