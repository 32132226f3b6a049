//! Random projects: valid ones built from the model, spoilt ones made from
//! those, and noise. Everything is drawn from a [`Tape`](tape::Tape), which
//! proptest makes and shrinks.

mod config;
mod days;
mod fences;
mod figures;
mod front;
mod inlines;
mod kept;
mod markdown;
mod mutations;
mod noise;
mod outcomes;
mod pledges;
mod project;
pub(crate) mod promises;
mod registers;
mod reviews;
mod tables;
pub(crate) mod tape;
mod values;
mod words;
mod world;
mod yaml;

use proptest::collection::vec;
use proptest::prelude::{Strategy, any};
use std::fmt;
use tape::Tape;

/// A project in memory: each file's path and text.
#[derive(Clone)]
pub(crate) struct Project {
    pub(crate) files: Vec<(String, String)>,
}

impl fmt::Debug for Project {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.files.iter().try_for_each(|(path, text)| write!(f, "\n--- {path}\n{text:?}"))
    }
}

/// A project made by `make` from at most `choices` choices.
fn made(choices: usize, make: fn(&mut Tape) -> Project) -> impl Strategy<Value = Project> {
    vec(any::<u32>(), choices / 2..choices).prop_map(move |choices| make(&mut Tape::new(choices)))
}

/// Valid projects with records and pages of every kind.
pub(crate) fn projects() -> impl Strategy<Value = Project> {
    made(2400, |tape| project::make(tape, project::Plan::WHOLE))
}

/// Valid projects whose weight is in one file of records.
pub(crate) fn records() -> impl Strategy<Value = Project> {
    made(1000, |tape| {
        let plan = tape.pick(&project::Plan::RECORDS);
        project::make(tape, plan)
    })
}

/// Valid projects whose weight is in one page.
pub(crate) fn pages() -> impl Strategy<Value = Project> {
    made(1200, |tape| project::make(tape, project::Plan::PAGE))
}

/// Valid projects, spoilt in one to four places.
pub(crate) fn spoilt() -> impl Strategy<Value = Project> {
    made(1200, |tape| {
        let plan = tape.pick(&project::Plan::SMALL);
        let project = project::make(tape, plan);
        mutations::spoil(tape, project)
    })
}

/// Small projects with one file, page or inline value of noise.
pub(crate) fn noise() -> impl Strategy<Value = Project> {
    made(400, noise::project)
}
