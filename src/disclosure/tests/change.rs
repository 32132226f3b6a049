//! How figures move, with differences worked out by hand.

use super::super::fixture::{period, published, series};
use super::super::{Basis, Judgement, PublishedOutcome, Refusal};
use proptest::prelude::*;

const YEARS: &str = "unit: percent\npolarity: lower-is-better";
const QUARTERS: &str = "unit: count\npolarity: context\nperiod_type: quarter";

/// The change to the last figure, on the usual basis.
fn last(outcome: &PublishedOutcome) -> Result<(String, Judgement, String), Refusal> {
    let last = &outcome.own.last().unwrap().period;
    let change = outcome.change(last, outcome.usual_basis())?;
    Ok((change.by.get().to_string(), change.judgement, change.from.to_string()))
}

fn check(head: &str, values: &str, by: &str, judgement: Judgement, from: &str) {
    let found = last(&series(head, values));
    assert_eq!(found, Ok((by.to_owned(), judgement, from.to_owned())), "{values}");
}

fn check_refused(head: &str, values: &str, why: Refusal) {
    assert_eq!(last(&series(head, values)), Err(why), "{values}");
}

#[test]
fn a_change_is_judged_by_polarity() {
    let values = "2023-24: 12, 2024-25: 9";
    check(YEARS, values, "-3", Judgement::Improved, "2023-24");
    let (higher, context) =
        (YEARS.replace("lower", "higher"), YEARS.replace("lower-is-better", "context"));
    check(&higher, values, "-3", Judgement::Worsened, "2023-24");
    check(&context, values, "-3", Judgement::Neither, "2023-24");
    check(YEARS, "2023-24: 12.5, 2024-25: 12.5", "0.0", Judgement::Same, "2023-24");
}

#[test]
fn each_kind_of_period_is_compared_with_the_one_before_it() {
    let year = |kind: &str| format!("{YEARS}\nperiod_type: {kind}");
    let worse = Judgement::Worsened;
    check(&year("financial-year"), "2023-24: 4, 2024-25: 5", "1", worse, "2023-24");
    check(&year("academic-year"), "2023-24: 4, 2024-25: 5", "1", worse, "2023-24");
    check(&year("calendar-year"), "2023: 4, 2024: 5", "1", worse, "2023");
    check(&year("month"), "2024-dec: 4, 2025-jan: 5", "1", worse, "2024-dec");
    check(&year("snapshot"), "2024-03-31: 4, 2025-03-31: 5", "1", worse, "2024-03-31");
    let quarterly = "2024-09-30: 3, 2024-12-31: 4, 2025-03-31: 5";
    check(&year("snapshot"), quarterly, "1", worse, "2024-12-31");
    let spans = "2022-12-01/2023-11-30: 4, 2023-12-01/2024-11-30: 5";
    check(&year("span"), spans, "1", worse, "2022-12-01/2023-11-30");
    let halves = "2024-04-01/2024-09-30: 4, 2024-10-01/2025-03-31: 5";
    check(&year("span"), halves, "1", worse, "2024-04-01/2024-09-30");
}

#[test]
fn quarters_are_compared_with_the_one_before_or_a_year_before() {
    let values = "2023-24-q2: 40, 2023-24-q3: 60, 2023-24-q4: 81, 2024-25-q1: 20, 2024-25-q2: 47";
    check(QUARTERS, values, "27", Judgement::Neither, "2024-25-q1");
    let cumulative = format!("{QUARTERS}\ncumulative: true");
    check(&cumulative, values, "7", Judgement::Neither, "2023-24-q2");
    check_refused(&cumulative, "2024-25-q1: 20, 2024-25-q2: 47", Refusal::NoYearBefore);
    let outcome = series(&cumulative, values);
    let refused = outcome.change(&period("2024-25-q2"), Basis::PeriodBefore);
    assert_eq!(refused.unwrap_err(), Refusal::ToDate);
}

#[test]
fn what_cannot_be_compared_is_refused_with_its_own_reason() {
    check_refused(YEARS, "2024-25: 9", Refusal::NoEarlier);
    check_refused(YEARS, "2022-23: 9, 2024-25: 9", Refusal::NotConsecutive);
    check_refused(YEARS, "2023-24: x, 2024-25: 9", Refusal::Missing);
    check_refused(YEARS, "2023-24: 9, 2024-25: z", Refusal::Missing);
    check_refused(YEARS, "2023-24: c, 2024-25: 9", Refusal::Withheld);
    check_refused(YEARS, "2023-24: about 9, 2024-25: 9", Refusal::Inexact);
    check_refused(YEARS, "not-stated: 9", Refusal::NotStated);
    let broken = format!("{YEARS}\nbreaks: [{{before: 2024-25, why: counted anew}}]");
    check_refused(&broken, "2023-24: 9, 2024-25: 9", Refusal::Break);
    let broken_before = broken.replace("2024-25", "2023-24");
    check(&broken_before, "2023-24: 8, 2024-25: 9", "1", Judgement::Worsened, "2023-24");
    check_refused(QUARTERS, "2024-25-q1: 20, 2024-25-q3: 47", Refusal::NotConsecutive);
    check_refused(QUARTERS, "2024-25: 80, 2025-26-q1: 20", Refusal::Unlike);
    let span = format!("{YEARS}\nperiod_type: span");
    let longer = "2024-04-01/2024-06-30: 4, 2024-07-01/2024-12-31: 5";
    check_refused(&span, longer, Refusal::Unlike);
    let snapshot = format!("{YEARS}\nperiod_type: snapshot");
    let left_out = "2024-06-30: 1, 2024-09-30: 2, 2025-03-31: 5";
    check_refused(&snapshot, left_out, Refusal::NotConsecutive);
}

#[test]
fn a_base_below_the_least_is_withheld_and_so_not_compared() {
    let values = "values:\n  - {period: 2023-24, numerator: 7, denominator: 9}\n  - {period: 2024-25, value: 9}";
    assert_eq!(last(&published(&format!("{YEARS}\n{values}"))), Err(Refusal::Withheld));
}

#[test]
fn the_longer_view_begins_with_the_first_figure_that_can_be_compared() {
    let by = |head: &str, values: &str, to: &str| {
        let change = series(head, values).change_in_all(&period(to));
        change.map(|change| (change.by.get().to_string(), change.from.to_string()))
    };
    let values = "2019-20: 20, 2020-21: x, 2021-22: about 16, 2022-23: 15, 2024-25: 11";
    assert_eq!(by(YEARS, values, "2024-25"), Ok(("-9".to_owned(), "2019-20".to_owned())));
    let broken = format!("{YEARS}\nbreaks: [{{before: 2021-22, why: counted anew}}]");
    assert_eq!(by(&broken, values, "2024-25"), Ok(("-4".to_owned(), "2022-23".to_owned())));
    assert_eq!(by(&broken, values, "2022-23"), Err(Refusal::Inexact));
    assert_eq!(by(YEARS, values, "2019-20"), Err(Refusal::NoEarlier));
    let outcome = series(YEARS, values);
    let since = |since: &str| outcome.change_since(&period("2024-25"), &period(since));
    assert_eq!(since("2022-23").unwrap().by.get().to_string(), "-4");
    assert_eq!(since("2020-21").unwrap_err(), Refusal::Missing);
    assert_eq!(since("2018-19").unwrap_err(), Refusal::NoEarlier);
    assert_eq!(since("2024-25").unwrap_err(), Refusal::NoEarlier);
}

proptest! {
    #[test]
    fn a_change_and_its_reverse_cancel(a in 0_u32..1000, b in 0_u32..1000) {
        let outcome = |a: u32, b: u32| {
            let figure = |n: u32| format!("{}.{}", n / 10, n % 10);
            series(YEARS, &format!("2023-24: {}, 2024-25: {}", figure(a), figure(b)))
        };
        let change = |outcome: &PublishedOutcome| {
            outcome.change(&period("2024-25"), Basis::YearBefore).unwrap()
        };
        let (there, back) = (change(&outcome(a, b)), change(&outcome(b, a)));
        prop_assert_eq!(*there.by.get(), -back.by.get());
        let mirrored = match there.judgement {
            Judgement::Improved => Judgement::Worsened,
            Judgement::Worsened => Judgement::Improved,
            other => other,
        };
        prop_assert_eq!(back.judgement, mirrored);
    }
}
