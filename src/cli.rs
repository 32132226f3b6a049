//! The command line: arguments in, words and an exit code out.
//!
//! The only place that prints, reads the environment or knows the time.

mod args;
mod build;
mod check;
mod diff;
mod disclosure_log;
mod editions;
mod files;
mod freeze;
mod init;
mod new;
mod pack;
mod report;

use args::{Args, Command};
use clap::Parser;
use report::Outcome;
use std::ffi::OsString;
use std::process::ExitCode;

/// Runs the command with these arguments.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args = match Args::try_parse_from(arguments) {
        Ok(args) => args,
        Err(error) => return usage(&error),
    };
    let outcome = match &args.command {
        Command::Init(init) => init::run(init, &args.shared),
        Command::Build(build) => build::run(build, &args.shared),
        Command::Check(check) => check::run(check, &args.shared),
        Command::New(new) => new::run(new, &args.shared),
        Command::Diff(diff) => diff::run(diff, &args.shared),
        Command::Freeze(freeze) => freeze::run(freeze, &args.shared),
        Command::Pack(pack) => pack::run(pack, &args.shared),
    };
    match outcome {
        Outcome::Done => ExitCode::SUCCESS,
        Outcome::Content => ExitCode::from(1),
        Outcome::Stopped => ExitCode::from(3),
        Outcome::Environment => ExitCode::from(4),
    }
}

/// Prints help, the version, or what is wrong with the arguments.
fn usage(error: &clap::Error) -> ExitCode {
    // A closed pipe is no mistake of the author's.
    let _ = error.print();
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}
