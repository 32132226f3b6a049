//! Charts to draw: published figures of a project that is made up here.
//!
//! Only `disclosure` can publish a figure, so the figures go the way of every
//! other: written as YAML, loaded, and disclosed under a policy.

use pledgebook::chart::{Chart, Kind, Point, Series, Target, Unit};
use pledgebook::disclosure::{self, Asked, Cell};
use pledgebook::model::Polarity;
use pledgebook::site::Site;
use pledgebook::sources::Sources;
use pledgebook::strings::Strings;
use pledgebook::wording::{self, Wording};
use std::fmt::Write;

/// How one chart of a kind is made.
type Make = fn(&Figures, &mut Random) -> Chart;

/// Every kind that is measured.
pub(crate) const KINDS: &[(&str, Make)] = &[
    ("line, 1 series, 6 periods", |figures, random| figures.line(random, 1, 6)),
    ("line, 3 series, 6 periods", |figures, random| figures.line(random, 3, 6)),
    ("line, 4 series, 15 periods", |figures, random| figures.line(random, 4, 15)),
    ("bar, 5 areas", |figures, random| figures.bar(random, 1, 5)),
    ("bar, 3 series, 4 measures", |figures, random| figures.bar(random, 3, 4)),
    ("stacked, 4 parts, 5 bars", |figures, random| figures.stacked(random, 4, 5)),
    ("dot, 3 areas, 5 measures", |figures, random| figures.dots(random, 3, 5)),
    ("small multiples, 5 by 8", |figures, random| figures.panels(random, 5, 8)),
];

/// Numbers that are the same every time (xorshift).
pub(crate) struct Random(pub(crate) u64);

impl Random {
    /// A number below `end`.
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }
}

const PERIODS: usize = 15;
const OUTCOMES: usize = 60;
const AREAS: [&str; 5] =
    ["Wold Vale", "England", "Statistical neighbours", "Yorkshire and the Humber", "Saltby"];
const MEASURES: [&str; 5] = [
    "Dental checks",
    "Annual health assessments in time",
    "Immunisations up to date",
    "Three or more homes",
    "Personal education plans",
];

/// Published figures to make charts of.
pub(crate) struct Figures {
    /// One run of [`PERIODS`] for each outcome.
    runs: Vec<Vec<Point>>,
}

impl Figures {
    pub(crate) fn new(strings: &Strings) -> Self {
        let mut sources = Sources::default();
        sources.add_text("data/site.yaml", SITE);
        sources.add_text("data/outcomes/made-up.yaml", outcomes());
        let loaded = Site::load(&sources);
        assert!(!loaded.findings.has_errors(), "{:?}", loaded.findings);
        let site = loaded.value.expect("the project can be read");
        let publication = disclosure::disclose(&site, &Asked::default()).value;
        let outcomes = publication.latest().outcomes.values();
        let runs = outcomes.map(|outcome| {
            let wording = Wording::of(strings, outcome);
            let point = |point: &disclosure::Point| Point {
                text: wording.cell(point.cell.get()),
                words: match point.cell.get() {
                    Cell::Missing(marker) => wording::marker_words(strings, *marker),
                    Cell::Value(_) => String::new(),
                },
                cell: point.cell.clone(),
            };
            outcome.own.points.iter().map(point).collect()
        });
        Self { runs: runs.collect() }
    }

    fn line(&self, random: &mut Random, series: usize, periods: usize) -> Chart {
        let from = random.below(PERIODS - periods + 1);
        let years = (2010 + from..).take(periods);
        let chart = self.chart(random, Kind::Line, series, from, periods);
        Chart {
            categories: years.map(|year| format!("{year}-{:02}", (year + 1) % 100)).collect(),
            target: Some(Target { number: 80.into(), text: "at least 80%".into() }),
            breaks: (random.below(3) == 0).then_some(periods / 2).into_iter().collect(),
            ..chart
        }
    }

    fn bar(&self, random: &mut Random, series: usize, categories: usize) -> Chart {
        let names = if series == 1 { AREAS } else { MEASURES };
        let chart = self.chart(random, Kind::Bar, series, 0, categories);
        Chart {
            categories: names.map(str::to_owned).into_iter().take(categories).collect(),
            ..chart
        }
    }

    fn stacked(&self, random: &mut Random, parts: usize, categories: usize) -> Chart {
        Chart { kind: Kind::Stacked, ..self.measures(random, parts, categories) }
    }

    fn dots(&self, random: &mut Random, areas: usize, categories: usize) -> Chart {
        Chart { kind: Kind::Dot, ..self.measures(random, areas, categories) }
    }

    fn panels(&self, random: &mut Random, panels: usize, periods: usize) -> Chart {
        let chart = self.line(random, panels, periods);
        Chart { kind: Kind::SmallMultiples, target: None, ..chart }
    }

    fn measures(&self, random: &mut Random, series: usize, categories: usize) -> Chart {
        let chart = self.chart(random, Kind::Bar, series, 0, categories);
        let names = MEASURES.map(str::to_owned).into_iter();
        Chart { categories: names.take(categories).collect(), ..chart }
    }

    fn chart(
        &self,
        random: &mut Random,
        kind: Kind,
        series: usize,
        from: usize,
        count: usize,
    ) -> Chart {
        let series = (0..series).map(|slot| Series {
            name: AREAS[slot].to_owned(),
            slot,
            points: self.runs[random.below(self.runs.len())][from..from + count].to_vec(),
            breaks: Vec::new(),
        });
        Chart {
            id: "chart-1".into(),
            kind,
            headline: "More children in our care saw a dentist this year".into(),
            subtitle: "Dental checks in the year, per cent of children, Wold Vale".into(),
            series: series.collect(),
            categories: Vec::new(),
            reference: None,
            target: None,
            unit: Unit::after("%"),
            polarity: Polarity::HigherIsBetter,
            breaks: Vec::new(),
            author_text: None,
        }
    }
}

const SITE: &str = "\
title: Charts
council: {name: Wold Vale Council, nation: england}
base_url: https://woldvale.example/
languages: [en]
theme: civic
contact: {name: Corporate Parenting Team, email: parenting@woldvale.example}
";

/// Outcomes with gaps, and with a last figure that may still change.
fn outcomes() -> String {
    let mut random = Random(0xca5e);
    let mut yaml = String::from("theme: {id: health, title: Health}\noutcomes:\n");
    for n in 0..OUTCOMES {
        let _ = writeln!(yaml, "  - id: outcome-{n}\n    title: Outcome {n}");
        yaml.push_str("    unit: percent\n    polarity: higher-is-better\n    values:\n");
        for year in 2010..2010 + PERIODS {
            let (whole, tenths) = (30 + random.below(65), random.below(10));
            let is_gap = random.below(12) == 0 && year % 5 != 0;
            let rest = match (is_gap, year + 1 == 2010 + PERIODS) {
                (true, _) => "missing: x".to_owned(),
                (false, true) => format!("value: {whole}.{tenths}, provisional: true"),
                (false, false) => format!("value: {whole}.{tenths}"),
            };
            let _ = writeln!(yaml, "      - {{period: {year}-{:02}, {rest}}}", (year + 1) % 100);
        }
    }
    yaml
}
