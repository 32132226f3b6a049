//! The disclosure policy: which small numbers are withheld.

use super::date::Day;
use super::text::Text;
use crate::yaml::StrOr;
use rust_decimal::Decimal;
use serde::Deserialize;
use std::str::FromStr;

/// What is withheld and how figures are rounded. `None` and `false` leave a
/// rule out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// The smallest count withheld.
    pub withhold_from: u32,
    /// The largest count withheld.
    pub withhold_to: u32,
    /// Whether a nought is shown.
    pub zero: Zero,
    /// What counts are rounded to.
    pub round_to: Option<u32>,
    /// The smallest base a percentage is shown on.
    pub min_denominator: u32,
    /// What happens when the remainder is small.
    pub complement: Act,
    /// What happens when all or none of a small group are meant.
    pub all_or_none: Act,
    /// How wide a withheld count must stay to a reader.
    pub protect: u32,
    /// What happens to a percentage or rate that comes without the counts
    /// behind it, and so cannot be protected.
    pub without_base: WithoutBase,
    /// Cells that may be shown all the same, each with its reason.
    pub exceptions: Vec<Exception>,
}

impl Policy {
    /// Whether `people` are so few that what is true of all of them, or of
    /// none, is true of each: fewer than twice the smallest base, or than 20.
    pub fn is_small_group(&self, people: Decimal) -> bool {
        people < Decimal::from(self.min_denominator.saturating_mul(2).max(20))
    }
}

/// A cell that may be shown although it is small.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exception {
    /// The cell, as `table/ID/ROW/COLUMN` or `outcome/ID/PERIOD/numerator`, or
    /// words that name a small group, as `prose/PAGE#para`.
    pub cell: String,
    /// The reason.
    pub why: Text,
    /// Who approved it.
    pub approved_by: Text,
    /// When.
    pub date: Day,
}

/// Whether a nought is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Zero {
    /// It is shown.
    Show,
    /// It is withheld.
    Withhold,
}

/// What is done about a risk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Act {
    /// The officer is warned.
    Warn,
    /// The figure is withheld.
    Withhold,
}

/// What happens to a percentage or rate without the counts behind it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "StrOr<WithoutBaseWord, Allowed>")]
pub enum WithoutBase {
    /// The officer is warned.
    Warn,
    /// Nothing is published.
    Refuse,
    /// It is shown, since it is public already; the reason.
    Allow(Text),
}

/// The short form: what happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WithoutBaseWord {
    /// The officer is warned.
    Warn,
    /// Nothing is published.
    Refuse,
}

impl FromStr for WithoutBaseWord {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        match word {
            "warn" => Ok(Self::Warn),
            "refuse" => Ok(Self::Refuse),
            "allow" => Err("`allow` needs a reason | write `without_base: {allow: why these figures are public already}`".to_owned()),
            _ => Err(format!("`{word}` is not in the list | it can be `warn`, `refuse`, or `{{allow: why}}`")),
        }
    }
}

super::read_from_word!(WithoutBaseWord);

/// The long form: allowed, and why.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Allowed {
    allow: Text,
}

impl From<StrOr<WithoutBaseWord, Allowed>> for WithoutBase {
    fn from(written: StrOr<WithoutBaseWord, Allowed>) -> Self {
        match written {
            StrOr::Word(WithoutBaseWord::Warn) => Self::Warn,
            StrOr::Word(WithoutBaseWord::Refuse) => Self::Refuse,
            StrOr::Map(map) => Self::Allow(map.allow),
        }
    }
}

/// The presets: which counts official sources withhold (see `docs` of each).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// The Department for Education's practice for local authorities: 1 to 5.
    DfeLa,
    /// NHS practice since 2018: 1 to 7, the rest to the nearest 5.
    Nhs,
    /// The Office for National Statistics' rule: under 10, the rest to the nearest 5.
    Ons10And5,
    /// The most careful.
    Strict,
}

impl FromStr for Preset {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        match word {
            "dfe-la" => Ok(Self::DfeLa),
            "nhs" => Ok(Self::Nhs),
            "ons-10-5" => Ok(Self::Ons10And5),
            "strict" => Ok(Self::Strict),
            _ => Err(format!(
                "unknown policy `{word}` | policies are `dfe-la`, `nhs`, `ons-10-5` and `strict`"
            )),
        }
    }
}

super::read_from_word!(Preset);

impl Preset {
    /// The preset's rules in full.
    pub fn policy(self) -> Policy {
        let base = Policy {
            withhold_from: 1,
            withhold_to: 5,
            zero: Zero::Show,
            round_to: None,
            min_denominator: 10,
            complement: Act::Warn,
            all_or_none: Act::Warn,
            protect: 3,
            without_base: WithoutBase::Warn,
            exceptions: Vec::new(),
        };
        match self {
            Self::DfeLa => base,
            Self::Nhs => Policy { withhold_to: 7, round_to: Some(5), ..base },
            Self::Ons10And5 => Policy { withhold_to: 9, round_to: Some(5), ..base },
            Self::Strict => Policy {
                withhold_to: 9,
                zero: Zero::Withhold,
                complement: Act::Withhold,
                all_or_none: Act::Withhold,
                min_denominator: 20,
                protect: 5,
                without_base: WithoutBase::Refuse,
                ..base
            },
        }
    }
}

/// A policy as written: a preset, or a preset with changes.
#[derive(Clone, Debug, Deserialize)]
#[serde(from = "StrOr<Preset, PolicyMap>")]
pub struct PolicySpec(pub Policy);

/// A policy in its long form.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyMap {
    like: Option<Preset>,
    #[serde(default, deserialize_with = "crate::yaml::whole")]
    withhold_from: Option<u32>,
    #[serde(default, deserialize_with = "crate::yaml::whole")]
    withhold_to: Option<u32>,
    zero: Option<Zero>,
    #[serde(default, deserialize_with = "crate::yaml::whole")]
    round_to: Option<u32>,
    #[serde(default, deserialize_with = "crate::yaml::whole")]
    min_denominator: Option<u32>,
    complement: Option<Act>,
    all_or_none: Option<Act>,
    #[serde(default, deserialize_with = "crate::yaml::whole")]
    protect: Option<u32>,
    without_base: Option<WithoutBase>,
    #[serde(default)]
    exceptions: Vec<Exception>,
}

impl From<StrOr<Preset, PolicyMap>> for PolicySpec {
    fn from(written: StrOr<Preset, PolicyMap>) -> Self {
        let map = match written {
            StrOr::Word(preset) => return Self(preset.policy()),
            StrOr::Map(map) => map,
        };
        let like = map.like.unwrap_or(Preset::DfeLa).policy();
        Self(Policy {
            withhold_from: map.withhold_from.unwrap_or(like.withhold_from),
            withhold_to: map.withhold_to.unwrap_or(like.withhold_to),
            zero: map.zero.unwrap_or(like.zero),
            round_to: map.round_to.or(like.round_to),
            min_denominator: map.min_denominator.unwrap_or(like.min_denominator),
            complement: map.complement.unwrap_or(like.complement),
            all_or_none: map.all_or_none.unwrap_or(like.all_or_none),
            protect: map.protect.unwrap_or(like.protect),
            without_base: map.without_base.unwrap_or(like.without_base),
            exceptions: map.exceptions,
        })
    }
}
