//! A project of random series, and what its readers should find.

use super::outcome::{AREAS, COUNCIL, Dice, Figure, Outcome, period};
use crate::support::{TempSite, empty};
use std::fmt::Write as _;

/// A council's outcomes at random, and the charts that show them.
pub(super) struct Sample {
    outcomes: Vec<Outcome>,
    pages: Vec<(String, String)>,
    pub(super) charts: Vec<Chart>,
}

/// What a chart should show.
pub(super) struct Chart {
    pub(super) name: String,
    page: String,
    /// Which figure of its page it is.
    pub(super) place: usize,
    pub(super) kind: &'static str,
    /// The figures, series by series.
    pub(super) series: Vec<Vec<Figure>>,
    /// The look of each series.
    pub(super) slots: Vec<usize>,
    /// Of which outcome each series is.
    pub(super) outcomes: Vec<String>,
    /// Of which area.
    pub(super) areas: Vec<&'static str>,
    /// The periods as shown and as data.
    pub(super) periods: Vec<String>,
    pub(super) breaks: Vec<usize>,
    /// Whether the table has a column of what figures are based on.
    pub(super) with_base: bool,
}

impl Sample {
    /// A project whose charts show at least `series` series.
    pub(super) fn of(series: usize) -> Self {
        let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
        let mut sample = Self { outcomes: Vec::new(), pages: Vec::new(), charts: Vec::new() };
        while sample.charts.iter().map(|chart| chart.series.len()).sum::<usize>() < series {
            let outcome = Outcome::any(&mut dice, sample.outcomes.len());
            sample.charts.push(line(&outcome));
            sample.outcomes.push(outcome);
        }
        for kind in ["bar", "dot", "small-multiples"] {
            sample.blocks(kind);
        }
        sample
    }

    /// A page of charts of `kind`, one for every fifth outcome.
    fn blocks(&mut self, kind: &'static str) {
        let page = format!("kinds/{kind}");
        let mut words = format!("---\ntitle: Charts of kind {kind}\n---\n\nThey follow.\n");
        for (place, outcome) in self.outcomes.iter().step_by(5).enumerate() {
            let mut compare: Vec<&str> = outcome.others.iter().map(|(id, _)| *id).collect();
            if kind == "bar" {
                compare.clear();
            }
            let list = compare.join(", ");
            let (id, since) = (&outcome.id, outcome.years[0]);
            let since = period(since);
            writeln!(
                words,
                "\n```chart\noutcome: {id}\nkind: {kind}\ncompare: [{list}]\nsince: {since}\n```"
            )
            .unwrap();
            let mut chart = line(outcome);
            chart.name = format!("{kind} of {id}");
            chart.page = format!("{page}/index.html");
            (chart.place, chart.kind) = (place, kind);
            chart.truncate(if kind == "bar" { 1 } else { 4 });
            self.charts.push(chart);
        }
        self.pages.push((format!("content/{page}.md"), words));
    }

    /// The project, written.
    pub(super) fn site(&self) -> TempSite {
        let site = empty();
        site.write("data/site.yaml", SITE);
        site.write("content/_index.md", "---\ntitle: Sample\n---\n\nFigures at random.\n");
        site.write("content/kinds/_index.md", "---\ntitle: Kinds of charts\n---\n\nThey follow.\n");
        let mut yaml = String::from("theme: {id: sample, title: Sample}\noutcomes:\n");
        self.outcomes.iter().for_each(|outcome| yaml += &outcome.written);
        site.write("data/outcomes/sample.yaml", yaml);
        self.pages.iter().for_each(|(path, words)| site.write(path, words));
        site
    }
}

const SITE: &str = "title: Sample
council: {name: Sample Council, nation: england}
languages: [en]
theme: civic
generate: [outcomes]
";

/// The chart on an outcome's own page.
fn line(outcome: &Outcome) -> Chart {
    let others = outcome.others.iter().map(|(_, figures)| figures.clone());
    let look = |id: &&str| AREAS.iter().find(|area| area.0 == *id).unwrap();
    let looks: Vec<_> = outcome.others.iter().map(|(id, _)| look(id)).collect();
    let count = 1 + looks.len();
    Chart {
        name: format!("line of {}", outcome.id),
        page: format!("outcomes/{}/index.html", outcome.id),
        place: 0,
        kind: if outcome.years.len() == 1 { "bar" } else { "line" },
        series: std::iter::once(outcome.own.clone()).chain(others).collect(),
        slots: std::iter::once(0).chain(looks.iter().map(|look| look.2)).collect(),
        outcomes: vec![outcome.id.clone(); count],
        areas: std::iter::once(COUNCIL).chain(looks.iter().map(|look| look.1)).collect(),
        periods: outcome.years.iter().map(|year| period(*year)).collect(),
        breaks: outcome.breaks.clone(),
        with_base: outcome.based,
    }
}

impl Chart {
    pub(super) fn page(&self) -> String {
        self.page.clone()
    }

    fn truncate(&mut self, series: usize) {
        self.series.truncate(series);
        self.slots.truncate(series);
        self.outcomes.truncate(series);
        self.areas.truncate(series);
    }

    pub(super) fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.series.iter().flatten()
    }

    /// The CSV beside it.
    pub(super) fn csv<'f>(&self, files: impl Iterator<Item = &'f String>) -> Option<String> {
        let folder = self.page.trim_end_matches("index.html");
        let name = format!("-{}.csv", self.outcomes[0]);
        let start = format!("{folder}chart-{}-", self.place + 1);
        let mut found = files.filter(|path| path.starts_with(&start) && path.ends_with(&name));
        found.next().cloned()
    }

    /// The figures that the description has to tell: all that bars and dots
    /// show, and of lines the first, the last, the highest and the lowest of
    /// the council's, or of the first panel's; no highest and lowest across a break, nor of two alone.
    pub(super) fn told(&self) -> Vec<&Figure> {
        if ["bar", "dot"].contains(&self.kind) {
            return self.figures().collect();
        }
        let told = usize::from(self.kind == "small-multiples" && self.series.len() > 1);
        let drawn: Vec<&Figure> =
            self.series[told].iter().filter(|figure| figure.number.is_some()).collect();
        let by = |a: &&&Figure, b: &&&Figure| a.number.unwrap().total_cmp(&b.number.unwrap());
        let ends = [drawn.first(), drawn.last()];
        let extremes = [drawn.iter().max_by(by), drawn.iter().min_by(by)];
        let extremes = if self.breaks.is_empty() && drawn.len() > 2 { extremes } else { [None; 2] };
        ends.into_iter().chain(extremes).flatten().copied().collect()
    }
}
