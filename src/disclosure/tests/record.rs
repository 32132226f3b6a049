//! Highest and lowest, and how far back that can be said.

use super::super::fixture::{period, series};
use super::super::{Extreme, NoRecord, Reach, Record, Refusal};

const YEARS: &str = "unit: percent\npolarity: lower-is-better";

fn record(head: &str, values: &str) -> Result<Record, NoRecord> {
    let outcome = series(head, values);
    outcome.record(&outcome.own.last().unwrap().period)
}

fn check(values: &str, extreme: Extreme, is_joint: bool, reach: Reach) {
    let expected = Record { extreme, is_joint, reach, is_latest: true };
    assert_eq!(record(YEARS, values), Ok(expected), "{values}");
}

#[test]
fn a_record_counts_years_without_a_gap() {
    use Extreme::{Highest, Lowest};
    let five = "2020-21: 14, 2021-22: 13, 2022-23: 12, 2023-24: 11";
    check(&format!("{five}, 2024-25: 9"), Lowest, false, Reach::Periods(5));
    check(&format!("{five}, 2024-25: 15"), Highest, false, Reach::Periods(5));
    check(&format!("{five}, 2024-25: 14"), Highest, true, Reach::Periods(5));
    check(&format!("{five}, 2024-25: 11"), Lowest, true, Reach::Periods(5));
    // The first year has no figure: five years stand behind it all the same.
    check(&format!("2019-20: x, {five}, 2024-25: 9"), Lowest, false, Reach::Periods(5));
}

#[test]
fn a_record_since_a_year_names_the_last_one_as_high() {
    let values = "2018-19: 17, 2019-20: 12, 2020-21: 9, 2021-22: 10, 2022-23: 8, 2023-24: 11";
    let since = |word: &str| Reach::Since(period(word));
    check(&format!("{values}, 2024-25: 12"), Extreme::Highest, false, since("2019-20"));
    let rising = "2019-20: 5, 2020-21: 7, 2021-22: 12, 2022-23: 11, 2023-24: 9, 2024-25: 6";
    check(rising, Extreme::Lowest, false, since("2019-20"));
}

#[test]
fn a_gap_makes_years_unsure() {
    use Extreme::Lowest;
    let figures = |count, is_all| Reach::Figures { count, is_all };
    let gap = "2019-20: 14, 2020-21: c, 2021-22: 13, 2022-23: 12, 2023-24: 11";
    check(&format!("{gap}, 2024-25: 9"), Lowest, false, figures(5, true));
    let left_out = "2019-20: 14, 2021-22: 13, 2022-23: 12, 2023-24: 11, 2024-25: 9";
    check(left_out, Lowest, false, figures(5, true));
    let rough = gap.replace("c,", "about 10,");
    check(&format!("{rough}, 2024-25: 9"), Lowest, false, figures(5, false));
    // It was lower before the gap, so that only the years since can be counted.
    let lower = gap.replace("2019-20: 14", "2019-20: 3");
    check(&format!("{lower}, 2024-25: 9"), Lowest, false, Reach::Periods(4));
    // 3 was lower, but the year it is lowest since may be the one withheld.
    let two = "2020-21: 3, 2021-22: c, 2022-23: 12, 2023-24: 11, 2024-25: 9";
    check(two, Lowest, false, Reach::Periods(3));
    let one = "2021-22: 3, 2022-23: 14, 2023-24: c, 2024-25: 9";
    assert_eq!(record(YEARS, one), Err(NoRecord::Neither));
}

#[test]
fn a_record_stops_at_a_break() {
    let broken = format!("{YEARS}\nbreaks: [{{before: 2022-23, why: counted anew}}]");
    let values = "2020-21: 3, 2021-22: 5, 2022-23: 12, 2023-24: 11, 2024-25: 9";
    let found = record(&broken, values).unwrap();
    assert_eq!((found.extreme, found.reach), (Extreme::Lowest, Reach::Periods(3)));
    let late = broken.replace("2022-23", "2023-24");
    assert_eq!(record(&late, values), Err(NoRecord::TooFew(2)));
}

#[test]
fn what_is_no_record_says_why() {
    let flat = "2022-23: 9, 2023-24: 9, 2024-25: 9";
    assert_eq!(record(YEARS, flat), Err(NoRecord::Level));
    let between = "2021-22: 9, 2022-23: 5, 2023-24: 8, 2024-25: 7";
    assert_eq!(record(YEARS, between), Err(NoRecord::Neither));
    let withheld = "2022-23: 9, 2023-24: 9, 2024-25: c";
    assert_eq!(record(YEARS, withheld), Err(NoRecord::Refused(Refusal::Withheld)));
    let quarters = "unit: count\npolarity: context\nperiod_type: quarter\ncumulative: true";
    let values = "2024-25-q1: 10, 2024-25-q2: 20, 2024-25-q3: 30";
    assert_eq!(record(quarters, values), Err(NoRecord::Refused(Refusal::ToDate)));
}

#[test]
fn periods_of_every_kind_have_records() {
    let reach = |kind: &str, values: &str| {
        record(&format!("{YEARS}\nperiod_type: {kind}"), values).map(|record| record.reach)
    };
    let three = Ok(Reach::Periods(3));
    assert_eq!(reach("academic-year", "2022-23: 1, 2023-24: 2, 2024-25: 3"), three);
    assert_eq!(reach("calendar-year", "2022: 1, 2023: 2, 2024: 3"), three);
    assert_eq!(reach("quarter", "2023-24-q3: 1, 2023-24-q4: 2, 2024-25-q1: 3"), three);
    assert_eq!(reach("month", "2024-nov: 1, 2024-dec: 2, 2025-jan: 3"), three);
    let figures = Ok(Reach::Figures { count: 3, is_all: true });
    assert_eq!(reach("snapshot", "2023-03-31: 1, 2024-03-31: 2, 2025-03-31: 3"), figures);
}
