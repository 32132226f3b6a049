//! Targets: what an outcome aims at, and how near counts as close.

use super::date::Day;
use super::figure::Figure;
use super::id::Id;
use super::period::Period;
use super::text::Text;
use rust_decimal::Decimal;
use serde::Deserialize;
use std::str::FromStr;

/// A target, as written.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "TargetMap")]
pub struct Target {
    /// The period it is for; every one if left out.
    pub period: Option<Period>,
    /// What is aimed at.
    pub aim: Aim,
    /// How far off still counts as close.
    pub tolerance: Option<Tolerance>,
    /// The day it was agreed: earlier editions do not show it.
    pub agreed: Option<Day>,
}

/// What a target asks for, in the outcome's unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aim {
    /// This or less.
    AtMost(Decimal),
    /// This or more.
    AtLeast(Decimal),
    /// Less than this.
    Below(Decimal),
    /// More than this.
    Above(Decimal),
    /// Within these, ends included.
    Between(Decimal, Decimal),
    /// Better than a comparator.
    BetterThan(Id),
    /// This much more than the year before.
    IncreaseBy(Decimal),
    /// No target, for this reason.
    None(Text),
}

/// How far from a target still counts as close.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tolerance {
    /// In the outcome's unit.
    Absolute(Decimal),
    /// Per hundred of the target.
    Percent(Decimal),
}

impl FromStr for Tolerance {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let figure = |word: &str| word.parse::<Figure>().map(|figure| figure.0);
        match word.strip_suffix('%') {
            Some(word) => figure(word.trim()).map(Self::Percent),
            None => figure(word).map(Self::Absolute),
        }
    }
}

super::read_from_word!(Tolerance);

/// A target with every key it can have.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TargetMap {
    r#for: Option<Period>,
    at_most: Option<Figure>,
    at_least: Option<Figure>,
    below: Option<Figure>,
    above: Option<Figure>,
    between: Option<(Figure, Figure)>,
    better_than: Option<Id>,
    increase_by: Option<Figure>,
    none: Option<Text>,
    tolerance: Option<Tolerance>,
    agreed: Option<Day>,
}

impl TryFrom<TargetMap> for Target {
    type Error = String;

    fn try_from(map: TargetMap) -> Result<Self, String> {
        let aims = [
            map.at_most.map(|figure| Aim::AtMost(figure.0)),
            map.at_least.map(|figure| Aim::AtLeast(figure.0)),
            map.below.map(|figure| Aim::Below(figure.0)),
            map.above.map(|figure| Aim::Above(figure.0)),
            map.between.map(|(low, high)| Aim::Between(low.0, high.0)),
            map.better_than.map(Aim::BetterThan),
            map.increase_by.map(|figure| Aim::IncreaseBy(figure.0)),
            map.none.map(Aim::None),
        ];
        let mut aims = aims.into_iter().flatten();
        let kinds = "`at_most`, `at_least`, `below`, `above`, `between`, `better_than`, `increase_by` or `none`";
        match (aims.next(), aims.next()) {
            (Some(Aim::Between(low, high)), None) if low > high => Err(format!(
                "the target lies between {low} and {high}, which is upside down | write `[{high}, {low}]`"
            )),
            (Some(aim), None) => {
                Ok(Self { period: map.r#for, aim, tolerance: map.tolerance, agreed: map.agreed })
            }
            (None, _) => Err(format!("the target says nothing to aim at | give it one of {kinds}")),
            (Some(_), Some(_)) => {
                Err(format!("the target aims at two things | give it one of {kinds}"))
            }
        }
    }
}
