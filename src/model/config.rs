//! `data/site.yaml`: what is true of the whole site.

use super::accessibility::Accessibility;
use super::id::Id;
use super::policy::PolicySpec;
use super::stage::Levels;
use super::text::{Language, Text};
use super::within::Within;
use crate::yaml::Ordered;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The site's settings.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SiteConfig {
    /// Its title.
    pub title: Text,
    /// The council.
    pub council: Council,
    /// Where it will be published.
    pub base_url: Option<String>,
    /// Its languages; the first is the default.
    #[serde(default = "english")]
    pub languages: Vec<Language>,
    /// The theme.
    pub theme: Option<Id>,
    /// The sections made from data.
    #[serde(default = "every_section")]
    pub generate: Vec<Generated>,
    /// Colours and type.
    #[serde(default)]
    pub brand: Brand,
    /// What the council calls people, by name of the term.
    #[serde(default)]
    pub terms: BTreeMap<String, Text>,
    /// Titles of comparators with a name of their own, in an order that gives
    /// each its look in charts: a new one goes at the end.
    #[serde(default)]
    pub comparators: Ordered<Text, Id>,
    /// Who to ask.
    pub contact: Option<Contact>,
    /// Which small numbers are withheld.
    pub disclosure: Option<PolicySpec>,
    /// Which rule set gives ratings.
    pub rating_rules: Option<Id>,
    /// When records count as old.
    pub review: Option<Review>,
    /// What the accessibility statement says.
    pub accessibility: Option<Accessibility>,
}

fn english() -> Vec<Language> {
    "en".parse().into_iter().collect()
}

fn every_section() -> Vec<Generated> {
    vec![
        Generated::Outcomes,
        Generated::Pledges,
        Generated::Recommendations,
        Generated::Ratings,
        Generated::About,
        Generated::Search,
    ]
}

/// The council whose site it is.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Council {
    /// Its name.
    pub name: Text,
    /// Its nation, whose law it follows.
    #[serde(default)]
    pub nation: Nation,
    /// Its code of the Government Statistical Service.
    pub gss_code: Option<String>,
}

/// A nation of the United Kingdom.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Nation {
    /// England.
    #[default]
    England,
    /// Scotland.
    Scotland,
    /// Wales.
    Wales,
    /// Northern Ireland.
    NorthernIreland,
}

impl Nation {
    /// The word as written.
    pub fn slug(self) -> &'static str {
        match self {
            Self::England => "england",
            Self::Scotland => "scotland",
            Self::Wales => "wales",
            Self::NorthernIreland => "northern-ireland",
        }
    }
}

/// A section made from data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Generated {
    /// Every outcome.
    Outcomes,
    /// The pledge and other sets.
    Pledges,
    /// The reviews.
    Recommendations,
    /// The inspections.
    Ratings,
    /// What the site says of itself.
    About,
    /// Where pages are found by their words.
    Search,
    /// Every component of the theme, for those who change it. Made only when
    /// it is asked for.
    Style,
}

/// Colours and type.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Brand {
    /// The main colour, as `#12436D`.
    pub primary: Option<String>,
    /// The typeface.
    pub font: Option<String>,
}

/// Who to ask.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// The team or person.
    pub name: Option<Text>,
    /// An address for e-mail.
    pub email: Option<String>,
    /// A telephone number.
    pub telephone: Option<String>,
    /// A postal address.
    pub address: Option<Text>,
}

/// When records count as old.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// Months after which a recommendation without news is stale.
    #[serde(default, deserialize_with = "crate::yaml::whole")]
    pub recommendations_stale_after_months: Option<u32>,
    /// Months after which a pledge without news is stale.
    #[serde(default, deserialize_with = "crate::yaml::whole")]
    pub pledges_stale_after_months: Option<u32>,
    /// How long the executive has to respond, such as `2 months`.
    pub response_within: Option<Within>,
    /// How much each check of the registers weighs, by its name.
    #[serde(default)]
    pub checks: BTreeMap<String, Levels>,
}
