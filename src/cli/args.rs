//! What can be typed after `pledgebook`.

use crate::diagnostic::{Findings, codes};
use crate::model::{self, Day, Id, Period};
use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Turns a council's words and facts about corporate parenting into a report site.
///
/// Offline: nothing is fetched and nothing is sent.
#[derive(Debug, Parser)]
#[command(
    name = "pledgebook",
    version,
    about,
    arg_required_else_help = true,
    propagate_version = true
)]
pub(super) struct Args {
    #[command(flatten)]
    pub(super) shared: Shared,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// Options of every command.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Shared {
    /// The project's folder.
    #[arg(short = 'C', long, value_name = "DIR", default_value = ".", global = true)]
    pub(super) project: PathBuf,
    /// How findings are printed.
    #[arg(long, value_enum, default_value_t = Format::Human, global = true)]
    pub(super) format: Format,
    /// Print findings only.
    #[arg(short, long, global = true)]
    pub(super) quiet: bool,
}

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people, with the line and a caret.
    Human,
    /// For programs: one JSON object on each line of the standard output.
    Json,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Start a new project with a small example council.
    Init(Init),
    /// Build the site.
    Build(Build),
    /// Find everything that is wrong, and write nothing.
    Check(Check),
    /// Start a new edition, pledge, outcome, review or paper.
    New(New),
    /// Tell what happened to every promise between two editions.
    Diff(Diff),
    /// Keep what an edition published, in data/published/.
    Freeze(Freeze),
    /// Make a folder to upload for a meeting: a file for each document, and the decisions' text.
    Pack(Pack),
}

/// Options of `init`.
#[derive(Debug, clap::Args)]
pub(super) struct Init {
    /// The folder to start in; new or empty.
    #[arg(value_name = "DIR", default_value = ".")]
    pub(super) dir: PathBuf,
}

/// Options of `build`.
#[derive(Debug, clap::Args)]
pub(super) struct Build {
    /// Where the site is written; `public` in the project's folder if left out.
    #[arg(short, long, value_name = "DIR")]
    pub(super) output: Option<PathBuf>,
    /// Show what is exempt too, marked on every page, to those who may see it; never for the public.
    ///
    /// It needs a directory of its own: name it with `-o DIR`.
    #[arg(long, requires = "output", conflicts_with = "drafts")]
    pub(super) with_exempt: bool,
    /// Leave out the PDFs, for a quick look; what cannot be printed is found all the same.
    #[arg(long)]
    pub(super) no_pdf: bool,
    #[command(flatten)]
    pub(super) gates: Gates,
}

/// Options of `pack`.
#[derive(Debug, clap::Args)]
pub(super) struct Pack {
    /// The papers and minutes, such as papers/cabinet-2025-10-09; left out, all of them.
    #[arg(value_name = "PAPER")]
    pub(super) papers: Vec<String>,
    /// Where the files are written.
    #[arg(short, long, value_name = "DIR")]
    pub(super) output: PathBuf,
    /// Include what is exempt, for those who may see it.
    #[arg(long)]
    pub(super) with_exempt: bool,
}

/// Options of `check`.
#[derive(Debug, clap::Args)]
pub(super) struct Check {
    /// How far the report has come: a draft may still lack what only readers need.
    ///
    /// Left out, it is about to be published; with `--drafts`, it is a draft.
    #[arg(long, value_enum, value_name = "STAGE")]
    pub(super) stage: Option<Stage>,
    #[command(flatten)]
    pub(super) gates: Gates,
}

/// What `new` starts.
#[derive(Debug, clap::Args)]
pub(super) struct New {
    #[command(subcommand)]
    pub(super) kind: NewKind,
}

/// The kinds of things that `new` starts.
#[derive(Debug, Subcommand)]
pub(super) enum NewKind {
    /// Next year's report, started from last year's: chapters as notes of what to write.
    Edition(NewEdition),
    /// A set of commitments, in data/pledges/NAME.yaml.
    Pledge(Named),
    /// A theme with one outcome, in data/outcomes/NAME.yaml.
    Outcome(Named),
    /// A review with one recommendation, in data/recommendations/NAME.yaml.
    Recommendation(Named),
    /// A paper to a committee, minutes, a letter or a leaflet, in content/papers/NAME.md.
    Paper(NewPaper),
}

/// Options of `new edition`.
#[derive(Debug, clap::Args)]
pub(super) struct NewEdition {
    /// The period it is about, such as 2025-26 or 2026; its folder has the same name.
    #[arg(value_name = "PERIOD", value_parser = edition)]
    pub(super) period: Period,
    /// The edition it goes on from; left out, the latest.
    #[arg(long, value_name = "EDITION")]
    pub(super) from: Option<String>,
}

/// Options of `new paper`.
#[derive(Debug, clap::Args)]
pub(super) struct NewPaper {
    /// Lower-case letters, digits and hyphens; the file's name.
    #[arg(value_name = "NAME", value_parser = id)]
    pub(super) name: Id,
    /// What it is made from: a template of data/papers.yaml, or `cabinet`, `scrutiny`, `full-council`, `panel-update`,
    /// `minutes`, `decision-record`, `letter` or `leaflet`; left out, the first of data/papers.yaml, or `cabinet`.
    #[arg(long, value_name = "TEMPLATE")]
    pub(super) template: Option<String>,
}

/// Options of `diff`.
#[derive(Debug, clap::Args)]
pub(super) struct Diff {
    /// The earlier edition, such as 2023-24.
    #[arg(value_name = "EDITION")]
    pub(super) before: String,
    /// The later edition, such as 2024-25.
    #[arg(value_name = "EDITION")]
    pub(super) after: String,
}

/// Options of `freeze`.
#[derive(Debug, clap::Args)]
pub(super) struct Freeze {
    /// The edition, such as 2024-25.
    #[arg(value_name = "EDITION")]
    pub(super) edition: String,
}

/// The name of what `new` starts.
#[derive(Debug, clap::Args)]
pub(super) struct Named {
    /// Lower-case letters, digits and hyphens; the file's name and the record's id.
    #[arg(value_name = "NAME", value_parser = id)]
    pub(super) name: Id,
}

/// How far a report has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Stage {
    /// It is being written.
    Draft,
    /// It is about to be published.
    Publish,
}

impl From<Stage> for model::Stage {
    fn from(stage: Stage) -> Self {
        match stage {
            Stage::Draft => Self::Draft,
            Stage::Publish => Self::Publish,
        }
    }
}

/// What is shown, and what is let through.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Gates {
    /// Show only what was known on this day, such as 2025-03-31.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) as_at: Option<Day>,
    /// The address the site will have, in place of that of data/site.yaml.
    #[arg(long, value_name = "URL")]
    pub(super) base_url: Option<String>,
    /// Build pages under embargo too; into a folder of its own, `public-draft`.
    #[arg(long)]
    pub(super) drafts: bool,
    /// Treat warnings as errors.
    #[arg(long)]
    pub(super) strict: bool,
}

impl Gates {
    /// How far the report has come: as `given`, else by what is shown.
    pub(super) fn stage(&self, given: Option<Stage>) -> model::Stage {
        let shown = if self.drafts { Stage::Draft } else { Stage::Publish };
        given.unwrap_or(shown).into()
    }

    /// Weighs what was found: a draft may hold notes of what is to be written, and `--strict` lets
    /// nothing through.
    pub(super) fn settle(&self, stage: model::Stage, findings: &mut Findings) {
        if stage == model::Stage::Draft {
            findings.soften(codes::UNWRITTEN);
        }
        if self.strict {
            findings.deny_warnings();
        }
    }
}

/// Reads a day; what is wrong with it in one line.
fn day(word: &str) -> Result<Day, String> {
    one_line(word.parse())
}

/// Reads an id; what is wrong with it in one line.
fn id(word: &str) -> Result<Id, String> {
    one_line(word.parse())
}

/// Reads the period of an edition, which is the name of its folder.
fn edition(word: &str) -> Result<Period, String> {
    let refused = |why: &str| Err(format!("`{word}` {why}: name a year, such as 2025-26 or 2026"));
    match one_line(word.parse())? {
        Period::NotStated => refused("is the name of no edition"),
        Period::Span(..) => refused("cannot be the name of a folder"),
        period => Ok(period),
    }
}

/// A value, or what is wrong with the word and what to write, in one line.
fn one_line<T>(read: Result<T, String>) -> Result<T, String> {
    read.map_err(|error| error.replacen(" | ", ": ", 1))
}
