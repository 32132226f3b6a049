//! A stacked bar chart in words: every part of every bar. No total is told:
//! where a part is withheld it would give the part away.

use super::every::every_figure;
use super::subtitle;
use crate::chart::Chart;
use crate::strings::Strings;

/// What the bars and their parts show.
pub(super) fn sentences(chart: &Chart, strings: &Strings) -> Vec<String> {
    let names: Vec<String> = chart.series.iter().map(|series| series.name.clone()).collect();
    let args = [("subtitle", subtitle(chart)), ("parts", &strings.list(&names))];
    let mut sentences = vec![strings.say("chart.stacked.opening", &args)];
    sentences.extend(every_figure(chart, strings));
    sentences
}

#[cfg(test)]
mod tests {
    use crate::chart::Kind;
    use crate::chart::fixture;

    #[test]
    fn every_part_is_told_and_no_total() {
        let series: [(&str, &[&str]); 3] =
            [("Done", &["4", "3"]), ("Late", &["0", "[c]"]), ("New", &["12", "1p"])];
        assert_eq!(
            fixture::drawn(&fixture::chart(Kind::Stacked, &series)).description,
            [
                "Stacked bar chart. Dental checks, per cent, Exampleshire. \
                 The parts of each bar, in order, are Done, Late and New.",
                "2018. Done: 4%. Late: 0%. New: 12%.",
                "2019. Done: 3%. Late: [c] withheld to protect privacy. New: 1%.",
                "New: the figure for 2019 is provisional.",
                "Higher is better.",
            ]
        );
    }
}
