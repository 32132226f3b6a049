//! The functions of inline values.
//!
//! Each answers with JSON, so that a typed value comes through tera's text.
//! What is asked for is read in [`ask`]; the other files answer, one for each
//! kind of question.

mod ask;
mod figures;
mod movement;
mod records;
mod spoken;
mod standing;

use super::evaluate::{Fault, World};
use std::collections::BTreeMap;
use std::sync::Arc;
use tera::{Kwargs, State, Tera};

/// The names of inline values.
pub(super) const NAMES: [&str; 14] = [
    "value",
    "base",
    "change",
    "direction",
    "record",
    "target",
    "gap",
    "rank",
    "rating",
    "count",
    "para",
    "appendix",
    "term",
    "words",
];

/// What a function answers.
#[derive(serde::Serialize, serde::Deserialize)]
pub(super) enum Answer {
    /// Words.
    Text(String),
    /// The number of the paragraph with this label.
    Para(String),
    /// The label of the appendix with this name.
    Appendix(String),
    /// Words in another language, and its code.
    Marked(String, String),
    /// A mistake.
    Fault(Fault),
}

type Answered = Result<Answer, Fault>;
type Words = BTreeMap<String, String>;
/// A function's name, keywords and work.
type Function = (&'static str, &'static [&'static str], fn(&World, &Words) -> Answered);

const FUNCTIONS: [Function; 14] = [
    ("value", &["id", "period", "of"], figures::value),
    ("base", &["id", "period"], figures::base),
    ("change", &["id", "period", "basis", "since", "with"], movement::change),
    ("direction", &["id", "period", "basis", "since"], movement::direction),
    ("record", &["id", "period"], movement::record),
    ("target", &["id", "period"], standing::target),
    ("gap", &["id", "period", "to"], standing::gap),
    ("rank", &["id", "period", "among"], standing::rank),
    ("rating", &["id", "period"], standing::rating),
    (
        "count",
        &["kind", "status", "review", "set", "meeting", "lead", "principle", "overdue", "open"],
        records::count,
    ),
    ("para", &["label"], records::para),
    ("appendix", &["label"], records::appendix),
    ("term", &["name"], records::term),
    ("words", &["text", "lang"], spoken::words),
];

pub(super) fn register(tera: &mut Tera, world: &Arc<World>) {
    for (name, keywords, function) in FUNCTIONS {
        let world = world.clone();
        tera.register_function(name, move |kwargs: Kwargs, _: &State<'_>| -> String {
            let answer =
                ask::words(&kwargs, name, keywords).and_then(|words| function(&world, &words));
            let answer = answer.unwrap_or_else(Answer::Fault);
            serde_json::to_string(&answer).unwrap_or_default()
        });
    }
}
