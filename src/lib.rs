//! Pledgebook: one command turns words and facts into a report site.

pub mod chart;
pub mod confidential;
pub mod diagnostic;
pub mod disclosure;
pub mod model;
pub mod site;
pub mod narrative;
pub mod sources;
pub mod strings;
pub mod theme;
pub mod wording;
pub mod yaml;
