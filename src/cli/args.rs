//! What can be typed after `pledgebook`.

use crate::model::Day;
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
    #[command(flatten)]
    pub(super) gates: Gates,
}

/// Options of `check`.
#[derive(Debug, clap::Args)]
pub(super) struct Check {
    #[command(flatten)]
    pub(super) gates: Gates,
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

/// Reads a day; what is wrong with it in one line.
fn day(word: &str) -> Result<Day, String> {
    word.parse().map_err(|error: String| error.replacen(" | ", ": ", 1))
}
