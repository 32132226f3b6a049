//! `accessibility` in `data/site.yaml`: what the council knows of how
//! accessible its site is, from which the statement is made.
//!
//! The statement is asked for by regulation 8 of the Public Sector Bodies
//! (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018
//! (S.I. 2018/952), to the model of Commission Implementing Decision (EU)
//! 2018/1523.

use super::date::Day;
use super::text::Text;
use super::wcag::Criterion;
use serde::Deserialize;
use std::str::FromStr;

/// What the accessibility statement says.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accessibility {
    /// How far the site meets the standard.
    pub status: Compliance,
    /// What the statement is about, if not the whole of the site at its address.
    pub scope: Option<Text>,
    /// When the statement was prepared.
    pub prepared: Option<Day>,
    /// When it was last reviewed.
    pub reviewed: Option<Day>,
    /// How it was tested.
    pub tested: Option<Tested>,
    /// The audit by which full compliance may be claimed.
    pub audit: Option<Audit>,
    /// What is not accessible.
    #[serde(default)]
    pub exceptions: Vec<Exception>,
    /// What is being done to make the site more accessible.
    pub improving: Option<Text>,
    /// A form by which failures are reported (regulation 8(4)(c)).
    pub form: Option<WebAddress>,
    /// Within how many working days the council answers.
    #[serde(default, deserialize_with = "crate::yaml::whole")]
    pub feedback_days: Option<u32>,
}

impl Accessibility {
    /// When the statement was last prepared or reviewed.
    pub fn last_looked_at(&self) -> Option<Day> {
        self.prepared.max(self.reviewed)
    }

    /// Whether something fails the regulations, burden or not.
    pub fn has_failures(&self) -> bool {
        let outside = ExceptionReason::NotWithinScope;
        self.exceptions.iter().any(|one| one.reason() != outside)
    }

    /// Whether full compliance may be claimed: it is stated, an audit to the
    /// standard is recorded, and nothing is listed that fails it.
    pub fn may_claim_full(&self) -> bool {
        let audited = self.audit.as_ref().is_some_and(|audit| audit.standard.is_enough());
        self.status == Compliance::Full && audited && !self.has_failures()
    }
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
    /// Whether by the council or by somebody else.
    pub method: Option<Method>,
    /// How.
    pub how: Option<Text>,
    /// Which pages.
    pub sample: Option<Text>,
}

/// Who assessed a site: the two methods of the model statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// The council itself.
    SelfAssessment,
    /// Somebody else.
    ThirdParty,
}

impl Method {
    /// The word as written.
    pub fn slug(self) -> &'static str {
        match self {
            Self::SelfAssessment => "self-assessment",
            Self::ThirdParty => "third-party",
        }
    }
}

/// An audit of the whole site, or of a sample that stands for it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Audit {
    /// When.
    pub date: Day,
    /// By whom.
    pub by: Text,
    /// Against which standard.
    #[serde(default)]
    pub standard: Standard,
    /// Of which pages.
    pub scope: Option<Text>,
    /// Where its report can be read.
    pub report: Option<WebAddress>,
}

/// The address of a page on the web.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebAddress(String);

impl WebAddress {
    /// The address as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for WebAddress {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let is_web = word.starts_with("https://") || word.starts_with("http://");
        let fault = || format!("`{word}` is not an address | write it whole, from `https://`");
        (is_web && !word.contains(char::is_whitespace))
            .then(|| Self(word.to_owned()))
            .ok_or_else(fault)
    }
}

/// A version and level of the Web Content Accessibility Guidelines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standard {
    /// WCAG 2.1 AA: until October 2024 that by which sites were monitored.
    Wcag21,
    /// WCAG 2.2 AA.
    #[default]
    Wcag22,
    /// WCAG 2.2 AAA, which holds all of AA.
    Wcag22Aaa,
}

impl Standard {
    const ALL: [Self; 3] = [Self::Wcag21, Self::Wcag22, Self::Wcag22Aaa];

    /// The standard as written.
    pub fn name(self) -> &'static str {
        match self {
            Self::Wcag21 => "WCAG 2.1 AA",
            Self::Wcag22 => "WCAG 2.2 AA",
            Self::Wcag22Aaa => "WCAG 2.2 AAA",
        }
    }

    /// Whether what meets it meets WCAG 2.2 AA, which statements name.
    pub fn is_enough(self) -> bool {
        self != Self::Wcag21
    }
}

impl FromStr for Standard {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|one| one.name() == word);
        let names = Self::ALL.map(|one| format!("`{}`", one.name())).join(", ");
        found.ok_or_else(|| format!("`{word}` is not a standard known here | write one of {names}"))
    }
}

super::read_from_word!(Standard, WebAddress);

/// Something that is not accessible.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exception {
    /// What, and whom it stops.
    pub what: Text,
    /// Why, in the words of the law.
    pub why: Option<ExceptionReason>,
    /// Why, in plain words.
    pub because: Option<Text>,
    /// The success criterion it fails.
    pub criterion: Option<Criterion>,
    /// What can be had in its place.
    pub alternative: Option<Text>,
    /// When it will be put right.
    pub fix_by: Option<Day>,
    /// The assessment by which putting it right is a disproportionate burden.
    pub assessment: Option<Assessment>,
}

impl Exception {
    /// Why, in the words of the law; what nobody sorted is a failure.
    pub fn reason(&self) -> ExceptionReason {
        self.why.unwrap_or(ExceptionReason::NonCompliance)
    }
}

/// An assessment of the burden (regulation 7(2) and (3)).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    /// When it was made.
    pub date: Day,
    /// What it found: cost, benefit, and how much the part is used.
    pub summary: Text,
}

/// Why something does not meet the standard, as the regulations sort it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ExceptionReason {
    /// It fails the regulations.
    NonCompliance,
    /// Putting it right would be a disproportionate burden (regulation 7).
    DisproportionateBurden,
    /// The regulations do not reach it (regulation 4(2)).
    NotWithinScope,
}

impl ExceptionReason {
    /// All of them, in the order of the model statement.
    pub const ALL: [Self; 3] =
        [Self::NonCompliance, Self::DisproportionateBurden, Self::NotWithinScope];

    /// The word as written.
    pub fn slug(self) -> &'static str {
        match self {
            Self::NonCompliance => "non-compliance",
            Self::DisproportionateBurden => "disproportionate-burden",
            Self::NotWithinScope => "not-within-scope",
        }
    }
}
