//! What the public may not see, in words: titles, sentences, addresses and the
//! names of files, so that what was made for the public can be searched for them.

mod gather;
mod sentences;
mod words;

pub(super) use gather::gather;
pub use words::{Word, fold, folded};

use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// What a secret is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SecretKind {
    /// A title of a page or record.
    Title,
    /// A sentence.
    Sentence,
    /// The last part of a page's address, or a record's id.
    Address,
    /// The name of a picture or an attached file.
    FileName,
}

/// Something that may stand nowhere in what is for the public.
pub struct Secret {
    /// What it is.
    pub kind: SecretKind,
    /// It, as it was written.
    pub text: String,
    /// Its words, folded; of an address or a file's name the name itself.
    pub words: Vec<String>,
    /// The file it is written in.
    pub file: Arc<str>,
    /// Where in that file.
    pub range: Range<usize>,
    /// Why it is kept from the public.
    pub why: Kept,
}

/// Why something is kept from the public.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// The law lets it be withheld.
    Exempt,
    /// Its day has not come. What public pages say already is no secret of it.
    Embargoed,
}

impl Secret {
    /// Whether it tells something only where it stands alone, as in a heading
    /// or a menu: a title of one word, or a short one that will be public soon.
    pub fn is_common(&self) -> bool {
        let short = match self.why {
            Kept::Exempt => 1,
            Kept::Embargoed => 3,
        };
        self.kind == SecretKind::Title && self.words.len() <= short
    }
}

/// Everything that may stand nowhere in what is for the public.
///
/// It tells nothing when it is printed for a programmer.
#[derive(Default)]
pub struct Secrets {
    all: Vec<Secret>,
    /// The files that are kept from the public as a whole.
    closed: BTreeSet<Arc<str>>,
}

impl Secrets {
    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &Secret> {
        self.all.iter()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Whether these bytes of `file` are themselves kept from the public.
    pub fn cover(&self, file: &str, range: &Range<usize>) -> bool {
        let meets = |one: &Range<usize>| one.start < range.end && range.start < one.end;
        let own = |one: &Secret| &*one.file == file && meets(&one.range);
        self.closed.contains(file) || self.all.iter().any(own)
    }
}

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Secrets({})", self.all.len())
    }
}

#[cfg(test)]
impl FromIterator<Secret> for Secrets {
    fn from_iter<T: IntoIterator<Item = Secret>>(all: T) -> Self {
        Self { all: all.into_iter().collect(), ..Self::default() }
    }
}
