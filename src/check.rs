//! The checker of typed numbers.
//!
//! A figure should come from the records through an inline value. Officers type
//! figures too, and a typed one can disagree with the records, with the sentence
//! it stands in, or with another page. What is said here is a warning with both
//! figures; the page is published as it is.
//!
//! Precise before complete: a figure is compared only where the sentence leaves
//! no doubt what it is of. The checker sees published figures alone, and where
//! one is withheld it says nothing, so that a guess is neither confirmed nor
//! refused.

mod access;
mod claims;
mod date;
mod direction;
mod facts;
mod lexicon;
mod link;
mod moves;
mod named;
mod names;
mod number;
mod parts;
mod passage;
mod people;
mod role;
mod sentence;
mod share;
mod table;
mod tell;
#[cfg(test)]
mod tests;
mod ties;
mod token;
mod value;
mod walk;

pub use access::Access;
pub use claims::{Claim, conflicts};
pub use people::{People, Small};

use crate::diagnostic::Findings;
use crate::disclosure::{Publication, View};
use crate::model::Id;
use crate::narrative::{Document, Source};
use crate::strings::Strings;
use lexicon::{Lexicon, Phrases};
use names::Names;
use sentence::Areas;
use std::sync::Arc;

/// Checks the words of pages that show one view.
pub struct Checker {
    publication: Arc<Publication>,
    view: usize,
    strings: Arc<Strings>,
    lexicon: Lexicon,
    names: Names,
    areas: Areas,
}

/// What was read in a document.
#[derive(Debug, Default)]
pub struct Reading {
    /// What is wrong.
    pub findings: Findings,
    /// What is claimed of times that no published figure is of.
    pub claims: Vec<Claim>,
    /// How many typed numbers were read, apart from dates, ages and the like.
    pub numbers: usize,
}

impl Checker {
    /// For the view at `view` among the publication's.
    pub fn new(publication: &Arc<Publication>, view: usize, strings: &Arc<Strings>) -> Self {
        let lexicon = Lexicon::new(strings);
        let names = Names::of(&publication.views[view], strings.language(), &lexicon);
        let areas = areas(publication, &publication.views[view], strings);
        let (publication, strings) = (publication.clone(), strings.clone());
        Self { publication, view, strings, lexicon, names, areas }
    }

    /// Reads `document`, which was parsed from `source`.
    pub fn read(&self, source: &Source<'_>, document: &Document) -> Reading {
        let mut walk = walk::Walk::new(self, source);
        walk.document(document);
        walk.finish()
    }

    fn view(&self) -> &View {
        &self.publication.views[self.view]
    }
}

/// What the areas that figures of `view` are compared with are called.
fn areas(publication: &Publication, view: &View, strings: &Strings) -> Areas {
    let ids = view.outcomes.values().flat_map(|outcome| outcome.comparators.keys());
    let mut ids: Vec<&Id> = ids.collect();
    ids.sort();
    ids.dedup();
    ids.into_iter().map(|id| (id.clone(), names_of_area(publication, id, strings))).collect()
}

fn names_of_area(publication: &Publication, id: &Id, strings: &Strings) -> Phrases {
    let title = publication.config.comparators.get(id.as_str());
    let own = title.map(|title| title.in_language(strings.language()).to_owned());
    let key = format!("check.area.{id}");
    let theme = strings.has(&key).then(|| strings.say(&key, &[]));
    let all = [own, theme].into_iter().flatten().collect::<Vec<_>>().join(" | ");
    lexicon::phrases(&all)
}
