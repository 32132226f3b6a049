//! A bar chart in words: every figure of it, since bars have no course that a
//! few figures could sum up.

use super::{extremes, reason, subtitle, target};
use crate::chart::{Chart, Point};
use crate::strings::Strings;

/// What the bars show.
pub(super) fn sentences(chart: &Chart, strings: &Strings) -> Vec<String> {
    let mut sentences = vec![strings.say("chart.bar.opening", &[("subtitle", subtitle(chart))])];
    let categories = chart.categories.iter().enumerate();
    sentences.extend(categories.map(|(n, name)| category(chart, n, name, strings)));
    if let [only] = chart.series.as_slice() {
        sentences.extend(extremes(chart, only, strings));
    }
    sentences.extend(target(chart, strings));
    sentences
}

/// One category's figures, with the series' names if there are several.
fn category(chart: &Chart, n: usize, name: &str, strings: &Strings) -> String {
    let named = chart.series.len() > 1;
    let figures = chart.series.iter().filter_map(|series| {
        let value = figure(series.points.get(n)?, strings);
        let args = [("name", series.name.as_str()), ("value", value.as_str())];
        Some(if named { strings.say("chart.bar.figure", &args) } else { value })
    });
    let figures = strings.list(&figures.collect::<Vec<_>>());
    strings.say("chart.bar.category", &[("category", name), ("figures", &figures)])
}

fn figure(point: &Point, strings: &Strings) -> String {
    match point.number() {
        Some(_) => point.text.clone(),
        None => reason(&point.text, &point.words, strings),
    }
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
                "2018: Us 63% and England 70%.",
                "2019: Us [c] withheld to protect privacy and England about 55%.",
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
        assert!(words.contains("The highest figure of Us is 70% (2019 and 2020)"), "{words}");
    }
}
