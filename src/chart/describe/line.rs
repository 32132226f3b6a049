//! A line chart in words.

use std::cmp::Ordering;

use super::trend::{breaks, compare, trend};
use super::{extremes, missing, subtitle, target};
use crate::chart::line::scale_of;
use crate::chart::{Chart, Point, Series, notes};
use crate::disclosure::Shown;
use crate::strings::Strings;

mod rank;

/// What the lines show.
pub(super) fn sentences(chart: &Chart, strings: &Strings) -> Vec<String> {
    let mut sentences = vec![opening(chart, strings)];
    if let Some((main, others)) = chart.series.split_first() {
        sentences.extend(trend(chart, main, strings));
        sentences.extend(extremes(chart, main, "chart.extremes", strings));
        sentences.extend(others.iter().filter_map(|other| trend(chart, other, strings)));
        sentences.extend(others.iter().filter_map(|other| beside(chart, main, other, strings)));
        sentences.extend(rank::rank(chart, main, others, strings));
        sentences.extend(target(chart, strings));
        sentences.extend(against_target(chart, main, strings));
    }
    sentences.extend(chart.series.iter().flat_map(|series| missing(chart, series, strings)));
    sentences.extend(breaks(chart, strings));
    sentences.extend(notes::axis(&scale_of(chart), strings));
    sentences
}

fn opening(chart: &Chart, strings: &Strings) -> String {
    let subtitle = subtitle(chart);
    match chart.categories.as_slice() {
        [first, .., last] => {
            let args = [("subtitle", subtitle), ("first", first), ("last", last)];
            strings.say("chart.line.opening", &args)
        }
        only => {
            let period = only.first().map_or("", String::as_str);
            strings.say("chart.line.opening.one", &[("subtitle", subtitle), ("period", period)])
        }
    }
}

/// The main series against another, in the last period that both have.
fn beside(chart: &Chart, main: &Series, other: &Series, strings: &Strings) -> Option<String> {
    let common = |(n, point, shown)| -> Option<(usize, &Point, &Shown, &Point, &Shown)> {
        let theirs = other.points.get(n)?;
        Some((n, point, shown, theirs, theirs.shown()?))
    };
    let (n, ours, our, theirs, their) = main.figures().rev().find_map(common)?;
    let key = match compare(our, their) {
        Some(Ordering::Greater) => "chart.beside.above",
        Some(Ordering::Less) => "chart.beside.below",
        Some(Ordering::Equal) => "chart.beside.same",
        None => "chart.beside.unknown",
    };
    let args = [
        ("name", main.name.as_str()),
        ("value", &ours.text),
        ("other", &other.name),
        ("other_value", &theirs.text),
        ("period", chart.categories.get(n)?),
    ];
    Some(strings.say(key, &args))
}

/// The last figure against the target; nothing is said where the order is not
/// known. Whether that is good is for the report's rules, not for the chart.
fn against_target(chart: &Chart, main: &Series, strings: &Strings) -> Option<String> {
    let target = chart.target.as_ref()?;
    let (n, point, shown) = main.figures().next_back()?;
    if shown.qualifier.is_some() {
        return None;
    }
    let key = match shown.number.cmp(&target.number) {
        Ordering::Greater => "chart.target.above",
        Ordering::Less => "chart.target.below",
        Ordering::Equal => "chart.target.same",
    };
    let args = [
        ("name", main.name.as_str()),
        ("value", &point.text),
        ("period", chart.categories.get(n)?),
    ];
    Some(strings.say(key, &args))
}

#[cfg(test)]
mod tests {
    use crate::chart::fixture;

    fn described(series: &[(&str, &[&str])]) -> String {
        fixture::drawn(&fixture::line(series)).description.join(" ")
    }

    #[test]
    fn the_whole_story_is_told_in_order() {
        let mut chart = fixture::line(&[
            ("Us", &["61", "[c]", "74", "73p"]),
            ("England", &["67", "68", "69", "70"]),
        ]);
        chart.target = Some(fixture::target("75"));
        chart.author_text = Some("The team grew in 2020.".into());
        assert_eq!(
            fixture::drawn(&chart).description,
            [
                "Line chart from 2018 to 2021. Dental checks, per cent, Exampleshire.",
                "Us rose from 61% (2018) to 73% (2021).",
                "The highest figure of Us is 74% (2020) and the lowest 61% (2018).",
                "England rose from 67% (2018) to 70% (2021).",
                "Us, 73%, was above England, 70% (2021).",
                "The target is 75%.",
                "Us, 73%, was below the target (2021).",
                "No figure of Us is given for 2019: [c] withheld to protect privacy.",
                "The scale runs from 60% to 75%: it does not start at zero.",
                "Us: the figure for 2021 is provisional.",
                "Higher is better.",
                "The team grew in 2020.",
            ]
        );
    }

    #[test]
    fn no_direction_is_told_across_a_break() {
        let mut chart = fixture::line(&[("Us", &["61", "62", "80"])]);
        chart.breaks = vec![2];
        let words = fixture::drawn(&chart).description.join(" ");
        assert!(words.contains("Us stood at 61% (2018) and 80% (2020)."), "{words}");
        assert!(words.contains("The series breaks at 2020"), "{words}");
        assert!(!words.contains("highest"), "{words}");
    }

    #[test]
    fn no_order_is_told_of_figures_that_are_only_about_right() {
        let words = described(&[("Us", &["~61", "70"]), ("England", &["50", "~40"])]);
        assert!(words.contains("Us stood at about 61% (2018) and 70% (2019)."), "{words}");
        assert!(words.contains("Us stood at 70% and England about 40% (2019)."), "{words}");
    }

    #[test]
    fn equal_and_single_figures_are_said_plainly() {
        let equal = described(&[("Us", &["50", "50"])]);
        assert!(
            equal.contains("Us stood at 50% at the start (2018) and 50% at the end (2019)."),
            "{equal}"
        );
        assert!(described(&[("Us", &["50"])]).contains("Us stood at 50% (2018)."));
    }

    #[test]
    fn an_axis_without_zero_is_confessed() {
        assert!(described(&[("Us", &["92", "96"])]).contains("does not start at zero"));
    }
}
