//! Small multiples in words: the course of each panel, and how they compare at
//! the end.

use super::trend::{breaks, trend};
use super::{extremes, missing, subtitle, target};
use crate::chart::{Chart, Series, multiples, notes};
use crate::strings::Strings;

mod last;

/// What the panels show.
pub(super) fn sentences(chart: &Chart, strings: &Strings) -> Vec<String> {
    let mut sentences = vec![opening(chart, strings)];
    for series in &chart.series {
        sentences.extend(trend(chart, series, strings));
        sentences.extend(extremes(chart, series, "chart.multiples.course", strings));
        sentences.extend(missing(chart, series, strings));
    }
    sentences.extend(last::compared(chart, strings));
    if let Some(reference) = &chart.reference {
        sentences.extend(beside(chart, reference, strings));
    }
    sentences.extend(target(chart, strings));
    sentences.extend(last::against_target(chart, strings));
    sentences.extend(breaks(chart, strings));
    sentences.extend(notes::axis(&multiples::scale_of(chart), strings));
    sentences
}

fn opening(chart: &Chart, strings: &Strings) -> String {
    let names: Vec<String> = chart.series.iter().map(|series| series.name.clone()).collect();
    let (subtitle, names) = (subtitle(chart), strings.list(&names));
    match chart.categories.as_slice() {
        [first, .., last] => strings.say(
            "chart.multiples.opening",
            &[("subtitle", subtitle), ("names", &names), ("first", first), ("last", last)],
        ),
        only => {
            let period = only.first().map_or("", String::as_str);
            let args = [("subtitle", subtitle), ("names", &names), ("period", period)];
            strings.say("chart.multiples.opening.one", &args)
        }
    }
}

/// What is in every panel, told once.
fn beside(chart: &Chart, reference: &Series, strings: &Strings) -> Vec<String> {
    let mut sentences =
        vec![strings.say("chart.multiples.reference", &[("name", &reference.name)])];
    sentences.extend(trend(chart, reference, strings));
    sentences.extend(missing(chart, reference, strings));
    sentences
}

#[cfg(test)]
mod tests {
    use crate::chart::fixture;
    use crate::chart::{Kind, Series};

    #[test]
    fn each_panel_is_told_and_then_all_are_compared() {
        let mut chart = fixture::chart(
            Kind::SmallMultiples,
            &[("North", &["10", "30", "20"]), ("South", &["40", "[c]", "50p"])],
        );
        chart.reference = Some(Series {
            name: "The council".into(),
            slot: 0,
            points: ["25", "25", "30"].map(fixture::point).to_vec(),
            breaks: Vec::new(),
        });
        chart.target = Some(fixture::target("50"));
        assert_eq!(
            fixture::drawn(&chart).description,
            [
                "Line charts side by side on one scale, from 2018 to 2020. \
                 Dental checks, per cent, Exampleshire. There is one for each of North and South.",
                "North rose from 10% (2018) to 20% (2020).",
                "Its highest is 30% (2019) and its lowest 10% (2018).",
                "South rose from 40% (2018) to 50% (2020).",
                "No figure of South is given for 2019: [c] withheld to protect privacy.",
                "At the end (2020) the highest is South, 50%, and the lowest North, 20%.",
                "Every chart also shows The council.",
                "The council rose from 25% (2018) to 30% (2020).",
                "The target is 50%.",
                "At the target (2020): South.",
                "Below the target (2020): North.",
                "South: the figure for 2020 is provisional.",
                "Higher is better.",
            ]
        );
    }

    #[test]
    fn a_panel_that_breaks_alone_is_told_alone() {
        let mut chart = fixture::chart(
            Kind::SmallMultiples,
            &[("North", &["10", "30", "20"]), ("South", &["40", "45", "50"])],
        );
        chart.series[0].breaks = vec![2];
        let words = fixture::drawn(&chart).description.join(" ");
        assert!(words.contains("North stood at 10% (2018) and 20% (2020)."), "{words}");
        assert!(words.contains("South rose from 40% (2018) to 50% (2020)."), "{words}");
        assert!(words.contains("North breaks at 2020: its figures"), "{words}");
    }
}
