//! The addresses of counts, by which ledgers, links, exceptions and proofs know
//! them.

use crate::model::place::TOTAL;
use crate::model::{Day, Id, Period, Text};

/// The address of a cell of a table; without a head it is a total.
pub(in crate::disclosure) fn cell_name(
    table: &Id,
    row: Option<&Text>,
    column: Option<&Text>,
) -> String {
    let head = |head: Option<&Text>| head.map_or(TOTAL, |text| text.in_language("")).to_owned();
    format!("table/{table}/{}/{}", head(row), head(column))
}

/// The address of a part of a value: `value`, `numerator`, `denominator`, or
/// another's name. A version that was revised on a day has that day behind it.
pub(in crate::disclosure) fn part_name(
    outcome: &Id,
    period: &Period,
    part: &str,
    until: Option<Day>,
) -> String {
    let version = until.map_or(String::new(), |day| format!("@{day}"));
    format!("outcome/{outcome}/{period}/{part}{version}")
}

/// An address without its version.
pub(in crate::disclosure) fn plain(name: &str) -> &str {
    match name.rsplit_once('@') {
        Some((plain, day)) if name.starts_with("outcome/") && day.parse::<Day>().is_ok() => plain,
        _ => name,
    }
}
