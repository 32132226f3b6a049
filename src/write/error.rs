//! What can go wrong while writing, said so that the reader can act on it.

use std::collections::BTreeSet;
use std::fmt;
use std::io::{self, ErrorKind};
use std::path::PathBuf;

/// The kinds of problem, in the order in which they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A path cannot be published, or two outputs claim one address.
    Paths,
    /// Another build of the same output is running.
    Busy,
    /// A build of another kind wrote the output.
    OtherBuild,
    /// Something that is not ours is where a file must go.
    Conflict,
    /// The disk or the operating system refused.
    Io,
}

/// One thing that stopped a file from being written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// What kind it is.
    pub kind: Kind,
    /// The file or directory it is about.
    pub path: PathBuf,
    /// What is wrong with it: the rest of a sentence that begins with the path.
    pub what: String,
    /// What to do.
    pub help: String,
}

/// Every problem found in one attempt to write; never none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WriteError {
    /// The kind of the first problem.
    pub kind: Kind,
    /// All of them, sorted.
    pub problems: Vec<Problem>,
}

impl Problem {
    pub(super) fn new(
        kind: Kind,
        path: impl Into<PathBuf>,
        what: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self { kind, path: path.into(), what: what.into(), help: help.into() }
    }

    /// What the system answered when we tried to `act` on `path`.
    pub(super) fn io(path: impl Into<PathBuf>, act: &str, error: &io::Error) -> Self {
        Self::new(Kind::Io, path, format!("cannot be {act}: {error}"), remedy(error.kind()))
    }
}

/// Advice for a refusal of the system.
fn remedy(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            "make room on the disk, then build again"
        }
        ErrorKind::PermissionDenied => {
            "check that you may write there and that no other program has it open, then build again"
        }
        ErrorKind::ReadOnlyFilesystem => "build to a disk that can be written, with `--output`",
        ErrorKind::CrossesDevices => {
            "the output directory may not contain mounted disks: unmount it, or build elsewhere \
             with `--output`"
        }
        _ => "put this right, then build again: what is left half done is completed then",
    }
}

impl WriteError {
    /// An error if there are any `problems`.
    pub(super) fn if_any(problems: BTreeSet<Problem>) -> Result<(), Self> {
        match problems.first() {
            None => Ok(()),
            Some(first) => Err(Self { kind: first.kind, problems: problems.into_iter().collect() }),
        }
    }
}

impl From<Problem> for WriteError {
    fn from(problem: Problem) -> Self {
        Self { kind: problem.kind, problems: vec![problem] }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` {}", self.path.display(), self.what)
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.problems {
            writeln!(f, "{problem}")?;
        }
        let advice: BTreeSet<_> = self.problems.iter().map(|problem| &problem.help).collect();
        let advice: Vec<_> = advice.iter().map(|help| format!("help: {help}")).collect();
        f.write_str(&advice.join("\n"))
    }
}

impl std::error::Error for Problem {}
impl std::error::Error for WriteError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_problem_has_a_line_and_each_advice_is_given_once() {
        let full = io::Error::from(ErrorKind::StorageFull);
        let problems = ["b.html", "a.html"].map(|path| Problem::io(path, "written", &full));
        let error = WriteError::if_any(problems.into()).unwrap_err();
        assert_eq!(error.kind, Kind::Io);
        assert_eq!(
            error.to_string(),
            "`a.html` cannot be written: no storage space\n\
             `b.html` cannot be written: no storage space\n\
             help: make room on the disk, then build again"
        );
    }
}
