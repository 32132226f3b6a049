//! The field's nouns, as officers write them.
//!
//! Every type here reads itself from YAML and is valid in itself: a period is
//! a period, a date a date. What must agree with other records is checked by
//! [`crate::site`]. True figures are [`Confidential`](crate::confidential::Confidential).

pub mod accessibility;
pub mod address;
pub mod comparator;
pub mod config;
pub mod date;
pub mod exemption;
pub mod figure;
pub mod glossary;
pub mod id;
pub mod lines;
pub mod meeting;
pub mod outcome;
pub mod page;
pub mod paper;
pub mod period;
pub mod place;
pub mod pledge;
pub mod policy;
pub mod principle;
pub mod rating;
pub mod recommendation;
pub mod released;
pub mod rules;
pub mod stage;
pub mod table;
pub mod target;
pub mod text;
pub mod unit;
pub mod waiver;
pub mod wcag;
pub mod within;

pub use address::Address;
pub use config::SiteConfig;
pub use date::{Day, When};
pub use exemption::{Exemption, Visibility};
pub use figure::{Figure, Marker, Qualifier};
pub use id::Id;
pub use lines::Lines;
pub use outcome::{Outcome, Polarity};
pub use page::{FrontMatter, PageKind};
pub use period::{Period, PeriodType};
pub use stage::Stage;
pub use text::{Evidence, Lead, Text};
pub use unit::Unit;

/// Reads a type from a word by its `FromStr`.
macro_rules! read_from_word {
    ($($type:ty),+) => {$(
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::yaml::parse_with(deserializer)
            }
        }
    )+};
}
pub(crate) use read_from_word;
