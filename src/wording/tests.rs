//! Figures in whole sentences, as a reader meets them.

use super::*;
use crate::diagnostic::Findings;
use crate::disclosure::fixture::{period, published, series};
use crate::disclosure::{Among, Basis};

fn english() -> Strings {
    let mut strings = Strings::new("en");
    let text = include_str!("../../themes/civic/strings/en.yaml");
    strings.read("en.yaml", text, &mut Findings::new());
    strings
}

const LOWER: &str = "unit: percent\npolarity: lower-is-better";
const HIGHER: &str = "unit: percent\npolarity: higher-is-better";

#[test]
fn changes_read_as_parts_of_a_sentence() {
    let strings = english();
    let check = |head: &str, values: &str, expected: [&str; 3]| {
        let outcome = series(head, values);
        let wording = Wording::of(&strings, &outcome);
        let last = outcome.own.last().unwrap();
        let change = outcome.change(&last.period, outcome.usual_basis()).unwrap();
        let said = [
            format!("The share is {}.", wording.change(&change)),
            format!("The share is {}.", wording.change_to(&change, last.cell.get())),
            format!("The share is {}.", wording.change_on(&outcome, &change)),
        ];
        assert_eq!(said, expected);
    };
    check(
        HIGHER,
        "2022-23: 60, 2023-24: 63",
        [
            "The share is up 3 percentage points.",
            "The share is up 3 percentage points to 63%.",
            "The share is up 3 percentage points compared with 2022 to 2023.",
        ],
    );
    check(
        LOWER,
        "2022-23: 13.8, 2023-24: 12.8",
        [
            "The share is down 1 percentage point.",
            "The share is down 1 percentage point to 12.8%.",
            "The share is down 1 percentage point compared with 2022 to 2023.",
        ],
    );
    check(
        HIGHER,
        "2022-23: 63, 2023-24: 63",
        [
            "The share is no change.",
            "The share is unchanged at 63%.",
            "The share is no change compared with 2022 to 2023.",
        ],
    );
}

#[test]
fn money_and_the_longer_view_read_well() {
    let strings = english();
    let outcome = series("unit: pounds\nper: week\npolarity: context", "2019: 788, 2024: 802");
    let wording = Wording::of(&strings, &outcome);
    let change = outcome.change_in_all(&period("2024")).unwrap();
    let cell = outcome.own.last().unwrap().cell.get();
    let said = format!("The cost is {}.", wording.change_to(&change, cell));
    assert_eq!(said, "The cost is up £14 to £802 a week.");
    let said = format!("The cost is {}.", wording.change_on(&outcome, &change));
    assert_eq!(said, "The cost is up £14 since 2019.");
}

#[test]
fn changes_of_each_kind_of_period_say_what_they_are_compared_with() {
    let strings = english();
    let check = |kind: &str, values: &str, basis: &str| {
        let outcome = series(&format!("{LOWER}\nperiod_type: {kind}"), values);
        let last = &outcome.own.last().unwrap().period;
        let change = outcome.change(last, outcome.usual_basis()).unwrap();
        assert_eq!(basis_words(&strings, &outcome, &change), format!("compared with {basis}"));
    };
    check("academic-year", "2023-24: 4, 2024-25: 5", "2023 to 2024");
    check("calendar-year", "2023: 4, 2024: 5", "2023");
    check("quarter", "2024-25-q3: 4, 2024-25-q4: 5", "October to December 2024");
    check("month", "2024-dec: 4, 2025-jan: 5", "December 2024");
    check("snapshot", "2024-03-31: 4, 2025-03-31: 5", "31 March 2024");
    let spans = "2022-12-01/2023-11-30: 4, 2023-12-01/2024-11-30: 5";
    check("span", spans, "1 December 2022 to 30 November 2023");
}

#[test]
fn records_read_as_parts_of_a_sentence() {
    let strings = english();
    let check = |values: &str, at: &str, expected: &str| {
        let outcome = series(LOWER, values);
        let record = outcome.record(&period(at)).unwrap();
        let wording = Wording::of(&strings, &outcome);
        let said = format!("It was {}.", wording.record(&record, &outcome, &period(at)));
        assert_eq!(said, expected);
    };
    let six = "2019-20: 14, 2020-21: 15, 2021-22: 13, 2022-23: 12, 2023-24: 11, 2024-25: 9";
    check(six, "2024-25", "It was the lowest of the last six years.");
    check(six, "2023-24", "It was the lowest of the five years that end with 2023 to 2024.");
    let since = "2018-19: 17, 2019-20: 12, 2020-21: 9, 2021-22: 10, 2022-23: 8, 2023-24: 12";
    check(since, "2023-24", "It was the highest since 2019 to 2020.");
    let gap = "2019-20: 14, 2020-21: c, 2021-22: 13, 2022-23: 12, 2023-24: 11, 2024-25: 11";
    check(gap, "2024-25", "It was the joint lowest of the five figures published.");
    let rough = gap.replace("2020-21: c", "2020-21: about 10");
    check(&rough, "2024-25", "It was the joint lowest of the five figures that can be compared.");
    let until = "It was the lowest of the four figures up to 2023 to 2024 that can be compared.";
    check(gap, "2023-24", until);
}

#[test]
fn gaps_ranks_and_bases_read_as_parts_of_a_sentence() {
    let strings = english();
    let head = format!(
        "{HIGHER}\ntargets: [{{for: 2023-24, at_least: 60}}, {{for: 2024-25, between: [55, 65]}}]\n\
         comparators: {{england: {{2023-24: 56, 2024-25: 63}}}}\n\
         neighbours: {{members: {{Amberford: {{2024-25: 70}}, Brindle: {{2024-25: 68}}, Corfe: {{2024-25: 51}}}}}}\n\
         values:\n  - {{period: 2023-24, value: 56}}\n  - {{period: 2024-25, value: 63, numerator: 122, denominator: 193}}"
    );
    let outcome = published(&head);
    let wording = Wording::of(&strings, &outcome);
    let (before, now) = (period("2023-24"), period("2024-25"));
    let england = "england".parse::<Id>().unwrap();
    let said = [
        wording.gap(&outcome.gap_to_target(&before).unwrap(), "the target"),
        wording.gap(&outcome.gap_to_target(&now).unwrap(), "the target"),
        wording.gap(&outcome.gap_to(&before, &england).unwrap(), "England"),
        wording.rank(&outcome.rank(&now, Among::Neighbours).unwrap()),
        wording.rank(&outcome.rank(&now, Among::Comparators).unwrap()),
        wording.base(outcome.own.at(&now).unwrap().base.as_ref().unwrap()),
    ];
    assert_eq!(
        said.map(|words| format!("The figure is {words}.")),
        [
            "The figure is 4 percentage points below the target.",
            "The figure is within the target range.",
            "The figure is the same as England.",
            "The figure is third best of four.",
            "The figure is joint best of three.",
            "The figure is 122 of 193.",
        ]
    );
    assert_eq!(outcome.change(&now, Basis::YearBefore).unwrap().by.get().to_string(), "7");
}

#[test]
fn context_is_ranked_from_the_highest() {
    let strings = english();
    let neighbours: String = (1..=11).map(|n| format!("N{n}: {{2024-25: {}}}, ", 60 + n)).collect();
    let rank = |value: u32| {
        let outcome = published(&format!(
            "unit: rate-per-10000\npolarity: context\nneighbours: {{members: {{{neighbours}}}}}\n\
             values: [{{period: 2024-25, value: {value}}}]"
        ));
        let rank = outcome.rank(&period("2024-25"), Among::Neighbours).unwrap();
        Wording::of(&strings, &outcome).rank(&rank)
    };
    assert_eq!(rank(80), "highest of 12");
    assert_eq!(rank(70), "joint second highest of 12");
    assert_eq!(rank(61), "joint 11th highest of 12");
    assert_eq!(rank(60), "lowest of 12");
}

#[test]
fn numbers_below_ten_are_words() {
    let strings = english();
    let ordinals = [1, 3, 9, 10, 11, 12, 13, 21, 22, 23, 101, 111].map(|n| ordinal(&strings, n));
    assert_eq!(
        ordinals,
        [
            "first", "third", "ninth", "10th", "11th", "12th", "13th", "21st", "22nd", "23rd",
            "101st", "111th"
        ]
    );
    assert_eq!([6, 9, 10, 1200].map(|n| small_number(&strings, n)), ["six", "nine", "10", "1,200"]);
}

#[test]
fn targets_to_go_down_say_so() {
    let strings = english();
    let outcome = published(&format!(
        "{LOWER}\ntargets: [{{increase_by: -2}}, {{for: 2024-25, increase_by: 1}}]\nvalues: []"
    ));
    let wording = Wording::of(&strings, &outcome);
    let said: Vec<String> =
        outcome.targets.iter().map(|target| wording.target(target, Id::to_string)).collect();
    assert_eq!(said, ["down by 2 percentage points", "up by 1 percentage point"]);
}
