//! When a source was published.

use super::date::Day;
use super::period::Period;
use crate::yaml::StrOr;
use serde::Deserialize;
use std::collections::BTreeMap;

/// When a source was published: once, or anew with the figures of each period.
/// A source that comes out every year is given by period, so that a new year
/// does not change when the figures of earlier years were known.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "StrOr<Day, BTreeMap<Period, Day>>")]
pub enum Released {
    /// On one day.
    Once(Day),
    /// Each period's figures on their own day.
    ByPeriod(BTreeMap<Period, Day>),
}

impl From<StrOr<Day, BTreeMap<Period, Day>>> for Released {
    fn from(written: StrOr<Day, BTreeMap<Period, Day>>) -> Self {
        match written {
            StrOr::Word(day) => Self::Once(day),
            StrOr::Map(days) => Self::ByPeriod(days),
        }
    }
}

impl Released {
    /// The day on which the figures of `period` came out.
    pub fn of(&self, period: &Period) -> Option<Day> {
        match self {
            Self::Once(day) => Some(*day),
            Self::ByPeriod(days) => days.get(period).copied(),
        }
    }

    /// The last day on which it came out by `as_at`; `None` is now.
    pub fn last(&self, as_at: Option<Day>) -> Option<Day> {
        let by = |day: &Day| as_at.is_none_or(|as_at| *day <= as_at);
        match self {
            Self::Once(day) => Some(*day).filter(by),
            Self::ByPeriod(days) => days.values().copied().filter(by).max(),
        }
    }
}
