//! For whom a build writes: a directory holds what one kind of build wrote.

use serde::{Deserialize, Serialize};

/// For whom a build writes. A directory of one kind is refused by the others,
/// so that what is not for the public never stands where the public looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wrote {
    /// For everybody.
    #[default]
    Public,
    /// A draft, which shows what may not be published yet.
    Draft,
    /// For those who may see what is exempt.
    Exempt,
}

impl Wrote {
    /// The file that marks such a directory for whoever opens it, and what it
    /// says; none for the public.
    pub fn mark(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Public => None,
            Self::Draft => Some((
                "DRAFT-NOT-FOR-PUBLICATION.txt",
                "This folder holds a draft. It shows pages that may not be published yet.\n",
            )),
            Self::Exempt => Some((
                "EXEMPT-NOT-FOR-PUBLICATION.txt",
                "This folder holds exempt material. It is for those members and officers who may \
                 see it, and may not be published or passed on.\n",
            )),
        }
    }

    /// What such a build is called.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Public => "a build for the public",
            Self::Draft => "a build of a draft",
            Self::Exempt => "a build with exempt material",
        }
    }
}
