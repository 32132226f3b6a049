//! A dot chart in words: every figure, row by row.

use super::every::{against_target, every_figure};
use super::{subtitle, target};
use crate::chart::{Chart, dot, notes};
use crate::strings::Strings;

/// What the dots show.
pub(super) fn sentences(chart: &Chart, strings: &Strings) -> Vec<String> {
    let names: Vec<String> = chart.series.iter().map(|series| series.name.clone()).collect();
    let args = [("subtitle", subtitle(chart)), ("names", &strings.list(&names))];
    let mut sentences = vec![strings.say("chart.dot.opening", &args)];
    sentences.extend(every_figure(chart, strings));
    sentences.extend(target(chart, strings));
    sentences.extend(against_target(chart, strings));
    sentences.extend(notes::axis(&dot::scale_of(chart), strings));
    sentences
}

#[cfg(test)]
mod tests {
    use crate::chart::Kind;
    use crate::chart::fixture;

    #[test]
    fn every_row_is_told() {
        let series: [(&str, &[&str]); 2] = [("Us", &["93", "95"]), ("England", &["92", "[x]"])];
        let mut chart = fixture::chart(Kind::Dot, &series);
        chart.target = Some(fixture::target("95"));
        assert_eq!(
            fixture::drawn(&chart).description,
            [
                "Dot chart. Dental checks, per cent, Exampleshire. Each row shows Us and England.",
                "2018. Us: 93%. England: 92%.",
                "2019. Us: 95%. England: [x] not available.",
                "The target is 95%.",
                "Us, at the target: 2019.",
                "Us, below the target: 2018.",
                "The scale runs from 91% to 95%: it does not start at zero.",
                "Higher is better.",
            ]
        );
    }
}
