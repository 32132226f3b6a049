//! Where the main series stands among three or four.

use crate::chart::{Chart, Series};
use crate::strings::Strings;
use rust_decimal::Decimal;

/// The place of `main` in the last period in which all series have a figure.
/// Nothing is said of two series, of figures whose order is not known, or where
/// another has the same figure.
pub(super) fn rank(
    chart: &Chart,
    main: &Series,
    others: &[Series],
    strings: &Strings,
) -> Option<String> {
    let count = match others.len() {
        2 => strings.say("chart.rank.three", &[]),
        3 => strings.say("chart.rank.four", &[]),
        _ => return None,
    };
    let all = |n| Some((n, exact(main, n)?, others.iter().map(|o| exact(o, n)).collect()));
    let (n, own, others): (usize, Decimal, Option<Vec<Decimal>>) =
        (0..chart.categories.len()).rev().filter(|n| have_figures(chart, *n)).find_map(all)?;
    let others = others?;
    if others.contains(&own) {
        return None;
    }
    let above = others.iter().filter(|other| **other > own).count();
    let key = match (above, others.len() - above) {
        (0, _) => "chart.rank.highest",
        (_, 0) => "chart.rank.lowest",
        (1, _) => "chart.rank.second",
        _ => "chart.rank.second_lowest",
    };
    let args =
        [("name", main.name.as_str()), ("count", &count), ("period", chart.categories.get(n)?)];
    Some(strings.say(key, &args))
}

/// Whether every series has a figure for period `n`.
fn have_figures(chart: &Chart, n: usize) -> bool {
    let has = |series: &Series| series.points.get(n).is_some_and(|point| point.number().is_some());
    chart.series.iter().all(has)
}

/// The number for period `n`, unless it is only about right.
fn exact(series: &Series, n: usize) -> Option<Decimal> {
    let shown = series.points.get(n)?.shown()?;
    shown.qualifier.is_none().then_some(shown.number)
}

#[cfg(test)]
mod tests {
    use crate::chart::fixture;

    fn ranked(series: &[(&str, &[&str])]) -> String {
        fixture::drawn(&fixture::line(series)).description.join(" ")
    }

    #[test]
    fn the_rank_is_that_of_the_last_period_that_all_have() {
        let words = ranked(&[("Us", &["70", "10"]), ("A", &["60", "20"]), ("B", &["50", "[c]"])]);
        assert!(words.contains("Us was the highest of the three (2018)."), "{words}");
    }

    #[test]
    fn each_place_has_its_words() {
        for (own, place) in
            [("9", "highest"), ("7", "second highest"), ("5", "second lowest"), ("1", "lowest")]
        {
            let words = ranked(&[("Us", &[own]), ("A", &["8"]), ("B", &["6"]), ("C", &["4"])]);
            assert!(words.contains(&format!("Us was the {place} of the four (2018).")), "{words}");
        }
    }

    #[test]
    fn no_rank_is_told_of_ties_or_of_what_is_about_right() {
        for own in ["8", "~9"] {
            let words = ranked(&[("Us", &[own]), ("A", &["8"]), ("B", &["6"])]);
            assert!(!words.contains("of the three"), "{words}");
        }
    }
}
