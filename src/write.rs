//! Where a build puts what it makes, and how that reaches the disk safely.
//!
//! A renderer hands each finished file to a [`Sink`] and knows nothing more.
//! [`Memory`] keeps the files; [`Stage`] writes them beside the output
//! directory and swaps them in once every gate has been passed:
//!
//! 1. [`Stage::open`] takes a lock, so that two builds never mix, and refuses a
//!    directory that a build of another kind ([`Wrote`]) wrote.
//! 2. [`Sink::put`] stages a file only if the bytes on disk are not the same.
//! 3. [`Stage::publish`] surveys the output and refuses, before it changes
//!    anything, if a file that is not ours would be lost.
//! 4. It records what was ours and what is about to be, then makes
//!    directories, moves whole files into place (assets, pages, indexes, so
//!    that no page points at something that is not there yet) and last
//!    deletes what is no longer made.
//!
//! Every change to the output is one rename or one deletion of a file of ours,
//! so a build killed at any moment leaves each file whole, old or new. The
//! record then names both versions as ours, and the next build completes it.
//!
//! Nothing here follows a symbolic link. The survey and the moves are
//! separate, so this guards against accidents, not against another program
//! that plants links in the output while a build is publishing.

mod address;
mod disk;
mod error;
mod manifest;
mod memory;
mod plan;
mod stage;
mod steps;
mod survey;
#[cfg(test)]
mod tests;
mod wrote;

pub use error::{Kind, Problem, WriteError};
pub use memory::Memory;
pub use stage::Stage;
pub use wrote::Wrote;

use std::io;

/// Where a build puts what it makes, and where that can be looked at again.
pub trait Sink: Staged {
    /// Puts one whole file at `path`: relative to the output directory and
    /// `/`-separated, as in `2024-25/health/index.html`.
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError>;
}

/// What was put so far, looked at before any of it is published.
pub trait Staged: Sync {
    /// Looks at every file that was put: its path and its bytes, or why it
    /// cannot be read back. Files are looked at on several threads, in no order.
    fn each(&self, look: &Look<'_>);
}

/// What looks at a file.
pub type Look<'a> = dyn Fn(&str, io::Result<&[u8]>) + Sync + 'a;

/// What a publication did to the output directory.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Files that are new or have new bytes.
    pub written: usize,
    /// Files that were already as they should be, and were not touched.
    pub unchanged: usize,
    /// Files of earlier builds that were deleted.
    pub removed: usize,
    /// The bytes of the whole site.
    pub bytes: u64,
    /// The bytes of the files that were written.
    pub bytes_written: u64,
}
