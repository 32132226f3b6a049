//! Distances from targets and from others, worked out by hand.

use super::super::fixture::{period, published};
use super::super::{Among, Gap, Judgement, NoStanding, Refusal};
use crate::model::Id;

fn gap(aim: &str, polarity: &str, figure: &str) -> Result<(String, Judgement, bool), NoStanding> {
    let outcome = published(&format!(
        "unit: percent\npolarity: {polarity}\ntargets: [{{for: 2024-25, {aim}}}]\n\
         values: [{{period: 2023-24, value: 10}}, {{period: 2024-25, {figure}}}]\n\
         comparators: {{england: {{2024-25: 12}}}}"
    ));
    outcome.gap_to_target(&period("2024-25")).map(|gap| told(&gap))
}

fn told(gap: &Gap) -> (String, Judgement, bool) {
    (gap.by.get().to_string(), gap.judgement, gap.is_within)
}

#[test]
fn every_kind_of_target_has_its_gap() {
    use Judgement::{Improved, Same, Worsened};
    for (aim, polarity, figure, by, judgement, is_within) in [
        ("at_most: 10", "lower-is-better", "9", "-1", Improved, false),
        ("at_most: 10", "lower-is-better", "10", "0", Same, false),
        ("at_most: 10", "lower-is-better", "14", "4", Worsened, false),
        ("at_least: 60", "higher-is-better", "63", "3", Improved, false),
        ("at_least: 60", "higher-is-better", "56", "-4", Worsened, false),
        ("below: 10", "lower-is-better", "10", "0", Same, false),
        ("below: 10", "lower-is-better", "9.5", "-0.5", Improved, false),
        ("above: 10", "higher-is-better", "9", "-1", Worsened, false),
        ("between: [14, 18]", "lower-is-better", "16", "0", Same, true),
        ("between: [14, 18]", "lower-is-better", "14", "0", Same, true),
        ("between: [14, 18]", "lower-is-better", "19", "1", Worsened, false),
        ("between: [14, 18]", "lower-is-better", "11", "-3", Worsened, false),
        ("better_than: england", "higher-is-better", "15", "3", Improved, false),
        ("better_than: england", "lower-is-better", "15", "3", Worsened, false),
        ("better_than: england", "lower-is-better", "12", "0", Same, false),
        // From 10 the year before: 15 was aimed at, or 7.
        ("increase_by: 5", "higher-is-better", "16", "1", Improved, false),
        ("increase_by: 5", "higher-is-better", "12", "-3", Worsened, false),
        ("increase_by: -3", "lower-is-better", "6", "-1", Improved, false),
        ("increase_by: -3", "lower-is-better", "9", "2", Worsened, false),
    ] {
        let found = gap(aim, polarity, &format!("value: {figure}"));
        assert_eq!(found, Ok((by.to_owned(), judgement, is_within)), "{aim} {figure}");
    }
}

#[test]
fn what_has_no_gap_says_why() {
    let lower = "lower-is-better";
    assert_eq!(gap("none: too soon", lower, "value: 9"), Err(NoStanding::NoTarget));
    let rough = gap("at_most: 10", lower, "value: 9, qualifier: about");
    assert_eq!(rough, Err(NoStanding::Refused(Refusal::Inexact)));
    let withheld = gap("at_most: 10", lower, "numerator: 3, denominator: 90");
    assert_eq!(withheld, Err(NoStanding::Refused(Refusal::Withheld)));
    assert_eq!(gap("better_than: wales", lower, "value: 9"), Err(NoStanding::NoOther));
    assert_eq!(gap("better_than: england", "context", "value: 9"), Err(NoStanding::NoBetter));
}

/// Six neighbours, one without a figure and one with a rough one.
const NEIGHBOURS: &str = "unit: percent\npolarity: lower-is-better\n\
    values: [{period: 2024-25, value: 11}]\n\
    comparators: {england: {2024-25: 10}}\n\
    neighbours: {members: {Amberford: {2024-25: 8}, Brindle: {2024-25: 11}, Corfe Hill: {2024-25: 13}, \
    Dunmere: {2024-25: c}, Elverton: {2024-25: 14}, Fenby: {2024-25: {value: 9, qualifier: about}}}}";

#[test]
fn those_with_a_figure_are_ranked_and_averaged() {
    let outcome = published(NEIGHBOURS);
    let now = period("2024-25");
    let rank = outcome.rank(&now, outcome.usual_among()).unwrap();
    // 8, then 11 twice, 13, 14: Dunmere and Fenby have no exact figure.
    assert_eq!((rank.place, rank.is_joint, rank.of, rank.is_by_merit), (2, true, 5, true));
    let name: Id = "statistical-neighbours".parse().unwrap();
    let mean = outcome.comparators[&name].at(&now).unwrap();
    // 8 + 11 + 13 + 14 = 46; 46 / 4 = 11.5, which rounds away from zero.
    assert_eq!(mean.cell.get().shown().unwrap().number.to_string(), "12");
    let of = mean.mean_of.unwrap();
    assert_eq!((of.used, of.of), (4, 6));
    let gap = outcome.gap_to(&now, &name).unwrap();
    assert_eq!(told(&gap), ("-1".to_owned(), Judgement::Improved, false));
}

#[test]
fn a_figure_that_is_withheld_is_not_ranked() {
    let keys = NEIGHBOURS.replace("value: 11}]", "numerator: 3, denominator: 40}]");
    let outcome = published(&keys);
    let refused = outcome.rank(&period("2024-25"), Among::Neighbours);
    assert_eq!(refused, Err(NoStanding::Refused(Refusal::Withheld)));
    let alone = published("unit: percent\npolarity: context\nvalues: [{period: 2025, value: 1}]");
    assert_eq!(alone.rank(&period("2025"), Among::Neighbours), Err(NoStanding::Alone));
}

#[test]
fn a_mean_that_is_given_stands_and_says_of_how_many() {
    let given = |mean: &str| {
        let with = format!("england: {{2024-25: 10}}, statistical-neighbours: {{2024-25: {mean}}}");
        let outcome = published(&NEIGHBOURS.replace("england: {2024-25: 10}", &with));
        let series = outcome.comparators.values().nth(1).unwrap().clone();
        let point = series.at(&period("2024-25")).unwrap().clone();
        (point.cell.get().shown().unwrap().number.to_string(), point.mean_of.map(|mean| mean.used))
    };
    assert_eq!(given("11.5"), ("11.5".to_owned(), Some(4)));
    assert_eq!(given("12"), ("12".to_owned(), Some(4)));
    assert_eq!(given("11.9"), ("11.9".to_owned(), None), "which is told as a mistake");
}
