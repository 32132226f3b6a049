//! The blocks a narrative can hold: fenced, named, with a body of YAML.

mod exempt;
mod promises;
mod said;

pub use promises::{
    ActionsSpec, Counted, PledgesSpec, RecommendationsSpec, ResolutionsSpec, ShowRecommendations,
    StatusSpec, YouSaidSpec,
};

pub(super) use exempt::Read;

pub use said::{PassageSpec, QuoteSpec};

use super::Source;
use crate::diagnostic::{Diagnostic, Findings, codes};
use crate::model::config::Nation;
use crate::model::{Exemption, Id, Period, Text};
use crate::yaml;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::ops::Range;

/// A block as written.
#[derive(Clone, Debug)]
pub enum BlockSpec {
    /// A chart.
    Chart(ChartSpec),
    /// A scorecard of outcomes.
    Outcomes(OutcomesSpec),
    /// A few figures in large type.
    KeyFigures(KeyFiguresSpec),
    /// A table of counts.
    Table(TableSpec),
    /// Pledges.
    Pledges(PledgesSpec),
    /// Recommendations.
    Recommendations(RecommendationsSpec),
    /// Actions.
    Actions(ActionsSpec),
    /// How many promises stand where.
    Status(StatusSpec),
    /// Inspections.
    Ratings(RatingsSpec),
    /// What a meeting resolved.
    Resolutions(ResolutionsSpec),
    /// What young people said, and what was done.
    YouSaid(YouSaidSpec),
    /// A quotation, with consent.
    Quote(QuoteSpec),
    /// Words set apart.
    Passage(PassageSpec),
    /// Who to ask.
    Contact,
    /// What is on the page.
    Contents,
    /// A block that the public may not see, and why; in a build for the public
    /// there is none.
    Exempt(Box<Exemption>, Box<BlockSpec>),
}

impl BlockSpec {
    /// What it shows, whoever may see it.
    pub fn bare(&self) -> &Self {
        match self {
            Self::Exempt(_, spec) => spec.bare(),
            spec => spec,
        }
    }
}

/// The names of blocks.
const NAMES: [&str; 15] = [
    "chart",
    "outcomes",
    "key-figures",
    "table",
    "pledges",
    "recommendations",
    "actions",
    "status",
    "ratings",
    "resolutions",
    "you-said-we-did",
    "quote",
    "passage",
    "contact",
    "contents",
];

/// Info strings that are plain code and no slip of a block's name.
const CODE: [&str; 6] = ["text", "yaml", "markdown", "csv", "json", "html"];

/// What kind of chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChartKind {
    /// Lines over time.
    Line,
    /// Bars side by side.
    Bar,
    /// Bars in parts.
    Stacked,
    /// Dots on a range.
    Dot,
    /// Several small charts on one scale.
    SmallMultiples,
}

/// A chart as written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChartSpec {
    /// The outcome it shows.
    pub outcome: Option<Id>,
    /// Several outcomes it shows.
    #[serde(default)]
    pub outcomes: Vec<Id>,
    /// The review whose statuses it shows.
    pub recommendations: Option<Id>,
    /// The table it shows.
    pub table: Option<Id>,
    /// The kind; left out, a line over time and bars otherwise.
    pub kind: Option<ChartKind>,
    /// The comparators it shows, in order.
    #[serde(default)]
    pub compare: Vec<Id>,
    /// The message, in at most fifteen words.
    pub title: Option<Text>,
    /// What the author adds to the description.
    pub text: Option<Text>,
    /// The one period it shows, for bars and dots.
    pub period: Option<Period>,
    /// The first period it shows, for charts over time.
    pub since: Option<Period>,
}

/// A scorecard as written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutcomesSpec {
    /// The theme whose outcomes it shows.
    pub theme: Option<Id>,
    /// The outcomes it shows.
    #[serde(default)]
    pub ids: Vec<Id>,
    /// The columns it shows.
    #[serde(default)]
    pub columns: Vec<Column>,
    /// Its caption.
    pub title: Option<Text>,
}

/// A column of a scorecard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Column {
    /// Others' figures.
    Comparators,
    /// What is aimed at.
    Target,
    /// How the figure stands.
    Rating,
    /// How it moved.
    Direction,
    /// Its course over the years, as a small line.
    Trend,
    /// What it is based on: `122 of 193`.
    Base,
}

/// Key figures as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyFiguresSpec {
    /// The outcomes they are of.
    pub ids: Vec<Id>,
}

/// A table of counts as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableSpec {
    /// The table.
    pub id: Id,
}

/// Inspections as written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RatingsSpec {
    /// The inspections shown; left out, all.
    #[serde(default)]
    pub ids: Vec<Id>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Nothing {}

/// Reads the block named `info` with the body `body`; `None` if the fence is
/// plain code, or the block is wrong.
pub(super) fn read(
    source: &Source<'_>,
    info: &str,
    fence: Range<usize>,
    body: &yaml::Text<'_>,
    nation: Nation,
    findings: &mut Findings,
) -> Option<Read> {
    let (marks, rest) = exempt::split(body.text);
    let marks = yaml::Text { text: &marks, ..body.clone() };
    let rest = yaml::Text { text: &rest, ..body.clone() };
    let exemption = exempt::read(&marks, nation, &source.span(fence.clone()), findings);
    let spec = read_bare(source, info, fence, &rest, findings)?;
    Some(Read { spec, exemption: exemption? })
}

fn read_bare(
    source: &Source<'_>,
    info: &str,
    fence: Range<usize>,
    body: &yaml::Text<'_>,
    findings: &mut Findings,
) -> Option<BlockSpec> {
    let name = info.split_whitespace().next().unwrap_or_default();
    match name {
        "chart" => typed(body, findings).map(BlockSpec::Chart),
        "outcomes" => typed(body, findings).map(BlockSpec::Outcomes),
        "key-figures" => typed(body, findings).map(BlockSpec::KeyFigures),
        "table" => typed(body, findings).map(BlockSpec::Table),
        "pledges" => typed(body, findings).map(BlockSpec::Pledges),
        "recommendations" => typed(body, findings).map(BlockSpec::Recommendations),
        "actions" => typed(body, findings).map(BlockSpec::Actions),
        "status" => typed(body, findings).map(BlockSpec::Status),
        "ratings" => typed(body, findings).map(BlockSpec::Ratings),
        "resolutions" => typed(body, findings).map(BlockSpec::Resolutions),
        "you-said-we-did" => typed(body, findings).map(BlockSpec::YouSaid),
        "quote" => said::quote(source, fence, body, findings),
        "passage" => said::passage(source, fence, body, findings),
        "contact" => typed::<Nothing>(body, findings).map(|_| BlockSpec::Contact),
        "contents" => typed::<Nothing>(body, findings).map(|_| BlockSpec::Contents),
        _ => {
            refuse_unknown(source, name, fence, findings);
            None
        }
    }
}

/// Whether a fence with this info string is plain code.
pub(super) fn is_code(info: &str) -> bool {
    let name = info.split_whitespace().next().unwrap_or_default();
    name.is_empty() || CODE.contains(&name)
}

fn typed<T: DeserializeOwned>(body: &yaml::Text<'_>, findings: &mut Findings) -> Option<T> {
    yaml::read(body, findings).map(|doc| doc.value)
}

fn refuse_unknown(source: &Source<'_>, name: &str, fence: Range<usize>, findings: &mut Findings) {
    let line = source.text[fence.start..].find('\n').map_or(fence.end, |at| fence.start + at);
    findings.push(
        Diagnostic::error(codes::UNKNOWN_BLOCK, format!("there is no block `{name}`"))
            .at(source.span(fence.start..line))
            .suggest(name, NAMES)
            .note("a fence that is plain code names no language, or `text`"),
    );
}
