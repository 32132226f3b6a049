//! The command `pledgebook`.

use std::process::ExitCode;

fn main() -> ExitCode {
    pledgebook::cli::run(std::env::args_os())
}
