//! `data/site.yaml`: what is true of the whole site.

use super::date::Day;
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

/// What the accessibility statement says.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accessibility {
    /// How far the site meets the standard.
    pub status: Compliance,
    /// When the statement was prepared.
    pub prepared: Option<Day>,
    /// When it was last reviewed.
    pub reviewed: Option<Day>,
    /// How it was tested.
    pub tested: Option<Tested>,
    /// What does not meet the standard.
    #[serde(default)]
    pub exceptions: Vec<Exception>,
}

/// How far a site meets the standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Compliance {
    /// Fully.
    Full,
    /// Partly.
    Partial,
    /// Not.
    None,
}

impl Compliance {
    /// The word as written.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Partial => "partial",
            Self::None => "none",
        }
    }
}

/// How a site was tested.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tested {
    /// When.
    pub date: Option<Day>,
    /// By whom.
    pub by: Option<Text>,
    /// How.
    pub how: Option<Text>,
}

/// Something that does not meet the standard.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exception {
    /// What.
    pub what: Text,
    /// Why, in the words of the law.
    pub why: Option<ExceptionReason>,
    /// The success criterion it fails, such as `1.1.1`.
    pub criterion: Option<String>,
    /// When it will be put right.
    pub fix_by: Option<Day>,
}

/// Why something does not meet the standard, as the regulations sort it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ExceptionReason {
    /// It fails the regulations.
    NonCompliance,
    /// Putting it right would be a disproportionate burden.
    DisproportionateBurden,
    /// The regulations do not reach it.
    NotWithinScope,
}

impl ExceptionReason {
    /// The word as written.
    pub fn slug(self) -> &'static str {
        match self {
            Self::NonCompliance => "non-compliance",
            Self::DisproportionateBurden => "disproportionate-burden",
            Self::NotWithinScope => "not-within-scope",
        }
    }
}
