//! How a rating is reached from a figure and its target.

use super::id::Id;
use super::target::Tolerance;
use super::text::Text;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::str::FromStr;

/// The file `data/rules.yaml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleFile {
    /// The rule sets by name.
    pub rule_sets: BTreeMap<Id, RuleSet>,
}

/// Rules in order; the first that matches gives the rating.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleSet {
    /// How far off counts as close, where the target does not say.
    pub tolerance: Option<Tolerance>,
    /// The rules.
    pub rules: Vec<Rule>,
}

/// One rule.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "RuleMap")]
pub struct Rule {
    /// What must hold, all of it; empty is always.
    pub when: Vec<Condition>,
    /// The words of the rating.
    pub shows: Text,
    /// The shape beside them.
    pub shape: Shape,
    /// What a figure so rated must have.
    pub needs: Option<Need>,
}

/// A rule as written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleMap {
    when: Option<Conditions>,
    otherwise: Option<bool>,
    shows: Text,
    shape: Shape,
    needs: Option<Need>,
}

impl TryFrom<RuleMap> for Rule {
    type Error = String;

    fn try_from(map: RuleMap) -> Result<Self, String> {
        let when = match (map.when, map.otherwise) {
            (Some(conditions), None) if !conditions.0.is_empty() => conditions.0,
            (None, Some(true)) => Vec::new(),
            _ => {
                return Err(
                    "a rule has either `when` or `otherwise: true` | give it one of the two"
                        .to_owned(),
                );
            }
        };
        Ok(Self { when, shows: map.shows, shape: map.shape, needs: map.needs })
    }
}

/// One phrase, or a list of them that must all hold.
#[derive(Debug)]
pub struct Conditions(Vec<Condition>);

impl<'de> Deserialize<'de> for Conditions {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Conditions;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a phrase or a list of phrases")
            }
            fn visit_str<E: serde::de::Error>(self, phrase: &str) -> Result<Conditions, E> {
                phrase.parse().map(|condition| Conditions(vec![condition])).map_err(E::custom)
            }
            fn visit_seq<A: serde::de::SeqAccess<'de>>(
                self,
                mut list: A,
            ) -> Result<Conditions, A::Error> {
                let mut all = Vec::new();
                while let Some(condition) = list.next_element()? {
                    all.push(condition);
                }
                Ok(Conditions(all))
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

/// What a rule can ask of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// It meets its target.
    MeetsTarget,
    /// It is off its target by no more than the tolerance.
    WithinTolerance,
    /// It is better than its target by more than the tolerance.
    BetterBeyondTolerance,
    /// It is worse than its target by more than the tolerance.
    WorseBeyondTolerance,
    /// How it moved, against an earlier figure.
    Moved(Movement, Against),
    /// It is better than a comparator of the same period.
    BetterThan(Id),
}

/// How a figure moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Movement {
    /// For the better.
    Improved,
    /// Not at all.
    Same,
    /// For the worse.
    Worsened,
}

/// The earlier figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// One year before.
    YearBefore,
    /// The period before.
    PeriodBefore,
}

impl FromStr for Condition {
    type Err = String;

    fn from_str(phrase: &str) -> Result<Self, String> {
        let moved = || {
            let (movement, against) = phrase.split_once(" on the ")?;
            let movement = match movement {
                "improved" => Movement::Improved,
                "same" => Movement::Same,
                "worsened" => Movement::Worsened,
                _ => return None,
            };
            let against = match against {
                "year before" => Against::YearBefore,
                "period before" => Against::PeriodBefore,
                _ => return None,
            };
            Some(Self::Moved(movement, against))
        };
        match phrase {
            "meets target" => Ok(Self::MeetsTarget),
            "within tolerance" => Ok(Self::WithinTolerance),
            "better beyond tolerance" => Ok(Self::BetterBeyondTolerance),
            "worse beyond tolerance" => Ok(Self::WorseBeyondTolerance),
            _ => moved()
                .or_else(|| {
                    Some(Self::BetterThan(phrase.strip_prefix("better than ")?.parse().ok()?))
                })
                .ok_or_else(|| unknown_phrase(phrase)),
        }
    }
}

super::read_from_word!(Condition);

fn unknown_phrase(phrase: &str) -> String {
    format!(
        "`{phrase}` is not a condition | conditions are `meets target`, `within tolerance`, `better beyond \
         tolerance`, `worse beyond tolerance`, `improved on the year before` (or `same`, `worsened`; or \
         `the period before`) and `better than COMPARATOR`"
    )
}

/// The shape beside a rating, so that it is never told by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shape {
    /// A circle.
    Circle,
    /// A triangle.
    Triangle,
    /// A square.
    Square,
    /// A diamond.
    Diamond,
}

impl Shape {
    /// The word as written.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Circle => "circle",
            Self::Triangle => "triangle",
            Self::Square => "square",
            Self::Diamond => "diamond",
        }
    }
}

/// What a rating asks the officer to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// A commentary.
    Commentary,
    /// What is done about it.
    CorrectiveAction,
}
