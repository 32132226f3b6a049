//! Which figures of a series follow each other closely enough to be compared.

use super::outcomes::Point;
use crate::model::{Period, PeriodType};

/// The fewest days between two snapshots that follow each other.
pub(super) fn shortest_step(points: &[Point]) -> Option<i32> {
    points.windows(2).filter_map(|pair| days(&pair[0].period, &pair[1].period)).min()
}

/// Whether `after` is the period that comes just after `before`. Snapshots have
/// no length: they follow each other if they are not much further apart than
/// the nearest two of their series (months and quarters differ by a day or
/// three, a year that is left out does not).
pub(super) fn is_next(points: &[Point], before: &Period, after: &Period, kind: PeriodType) -> bool {
    match days(before, after) {
        Some(days) => shortest_step(points).is_some_and(|shortest| days * 2 < shortest * 3),
        None => after.follows(before, kind),
    }
}

/// Whether two parts of a year are the same part: both third quarters.
pub(super) fn is_same_part(a: &Period, b: &Period) -> bool {
    match (a, b) {
        (Period::Quarter(_, a), Period::Quarter(_, b))
        | (Period::Month(_, a), Period::Month(_, b)) => a == b,
        _ => true,
    }
}

/// The days between two snapshots.
fn days(before: &Period, after: &Period) -> Option<i32> {
    match (before, after) {
        (Period::Day(before), Period::Day(after)) => Some(before.days_to(*after)),
        _ => None,
    }
}
