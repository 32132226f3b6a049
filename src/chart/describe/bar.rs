//! A bar chart in words: every figure of it, since bars have no course that a
//! few figures could sum up.

use super::every::{against_target, every_figure};
use super::{ends, subtitle, target};
use crate::chart::{Chart, Series};
use crate::strings::Strings;

/// What the bars show.
pub(super) fn sentences(chart: &Chart, strings: &Strings) -> Vec<String> {
    let mut sentences = vec![strings.say("chart.bar.opening", &[("subtitle", subtitle(chart))])];
    sentences.extend(every_figure(chart, strings));
    if let [only] = chart.series.as_slice() {
        sentences.extend(extremes(chart, only, strings));
    }
    sentences.extend(target(chart, strings));
    sentences.extend(against_target(chart, strings));
    sentences
}

/// The longest and the shortest bar, by name.
fn extremes(chart: &Chart, series: &Series, strings: &Strings) -> Option<String> {
    let ends = ends(chart, series, strings)?;
    Some(strings.say("chart.bar.extremes", &ends.args()))
}

#[cfg(test)]
mod tests {
    use crate::chart::fixture;

    #[test]
    fn every_figure_of_every_series_is_told() {
        let chart = fixture::bar(&[("Us", &["63", "[c]"]), ("England", &["70", "~55p"])]);
        assert_eq!(
            fixture::drawn(&chart).description,
            [
                "Bar chart. Dental checks, per cent, Exampleshire.",
                "2018. Us: 63%. England: 70%.",
                "2019. Us: [c] withheld to protect privacy. England: about 55%.",
                "England: the figure for 2019 is provisional.",
                "Higher is better.",
            ]
        );
    }

    #[test]
    fn one_series_needs_no_name_and_has_its_extremes() {
        let chart = fixture::bar(&[("Us", &["63", "70", "70"])]);
        let words = fixture::drawn(&chart).description.join(" ");
        assert!(words.contains("2018: 63%. 2019: 70%."), "{words}");
        assert!(words.contains("Highest: 2019 and 2020, 70%. Lowest: 2018, 63%."), "{words}");
    }

    #[test]
    fn each_bar_is_held_against_the_target_where_the_order_is_known() {
        let mut chart = fixture::bar(&[("Us", &["80", "75", "~90", "60", "[c]"])]);
        chart.target = Some(fixture::target("75"));
        let words = fixture::drawn(&chart).description.join(" ");
        let expected = "The target is 75%. Above the target: 2018. At the target: 2019. \
                        Below the target: 2021.";
        assert!(words.contains(expected), "{words}");
    }

    #[test]
    fn of_several_series_the_first_is_held_against_the_target() {
        let mut chart = fixture::bar(&[("Us", &["80", "60"]), ("England", &["70", "90"])]);
        chart.target = Some(fixture::target("75"));
        let words = fixture::drawn(&chart).description.join(" ");
        assert!(
            words.contains("Us, above the target: 2018. Us, below the target: 2019."),
            "{words}"
        );
    }
}
