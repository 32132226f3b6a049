//! What an inline value asks for: its keywords, outcome and period, each with
//! advice when it is not known.

use super::Words;
use crate::diagnostic::{closest, list_of};
use crate::disclosure::{Point, PublishedOutcome};
use crate::model::{Id, Period};
use crate::narrative::evaluate::{Fault, FaultKind, World};
use tera::Kwargs;

pub(super) fn fault(kind: FaultKind, message: String, help: Option<String>) -> Fault {
    Fault { kind, message, help }
}

/// Something that is not known, with advice.
pub(super) fn unknown(message: String, help: Option<String>) -> Fault {
    fault(FaultKind::Unknown, message, help)
}

/// The keywords of a call, each known and a text.
pub(super) fn words(kwargs: &Kwargs, name: &str, keywords: &[&str]) -> Result<Words, Fault> {
    let mut words = Words::new();
    for (key, value) in kwargs.iter() {
        let key = key.to_string();
        if !keywords.contains(&key.as_str()) {
            let help = match closest(&key, keywords.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("its keywords are {}", list_of(keywords)),
            };
            return Err(unknown(format!("`{name}` has no keyword `{key}`"), Some(help)));
        }
        words.insert(key, value.to_string());
    }
    Ok(words)
}

pub(super) fn required<'a>(words: &'a Words, key: &str) -> Result<&'a str, Fault> {
    words.get(key).map(String::as_str).ok_or_else(|| {
        unknown(format!("the keyword `{key}` is missing"), Some(format!("add `{key}=\"…\"`")))
    })
}

/// The advice for `found`: the nearest of `known`, or the list of them.
pub(super) fn nearest<'a>(
    found: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Option<String> {
    match closest(found, known.clone()) {
        Some(near) => Some(format!("did you mean `{near}`?")),
        None => Some(list_of(&known.collect::<Vec<_>>()))
            .filter(|list| !list.is_empty())
            .map(|list| format!("it can be {list}")),
    }
}

/// What the keyword `key` says, which must be one of `known`.
pub(super) fn one_of<'w>(
    words: &'w Words,
    key: &str,
    known: &[&str],
) -> Result<Option<&'w str>, Fault> {
    match words.get(key).map(String::as_str) {
        Some(word) if !known.contains(&word) => Err(unknown(
            format!("`{key}` cannot be `{word}`"),
            nearest(word, known.iter().copied()),
        )),
        found => Ok(found),
    }
}

/// The outcome asked for.
pub(super) fn outcome<'w>(world: &'w World, words: &Words) -> Result<&'w PublishedOutcome, Fault> {
    let id = required(words, "id")?;
    let known = &world.view().outcomes;
    known.values().find(|outcome| outcome.id.as_str() == id).ok_or_else(|| {
        unknown(format!("there is no outcome `{id}`"), nearest(id, known.keys().map(Id::as_str)))
    })
}

/// The period asked for; left out, the last one known.
pub(super) fn period(
    world: &World,
    outcome: &PublishedOutcome,
    words: &Words,
) -> Result<Period, Fault> {
    match words.get("period") {
        Some(word) => named_period(word),
        None => outcome
            .own
            .last()
            .map(|point| point.period.clone())
            .ok_or_else(|| no_figure(world, outcome, None)),
    }
}

/// The period that `word` names.
pub(super) fn named_period(word: &str) -> Result<Period, Fault> {
    word.parse().map_err(|error: String| {
        let (message, help) = error.split_once(" | ").unwrap_or((&error, ""));
        let help = Some(help.to_owned()).filter(|help| !help.is_empty());
        unknown(message.to_owned(), help)
    })
}

/// The council's own point of the period asked for.
pub(super) fn own<'w>(
    world: &'w World,
    words: &Words,
) -> Result<(&'w PublishedOutcome, &'w Point), Fault> {
    let outcome = outcome(world, words)?;
    let period = period(world, outcome, words)?;
    let point = outcome.own.at(&period);
    point.map(|point| (outcome, point)).ok_or_else(|| no_figure(world, outcome, Some(&period)))
}

/// Says why a figure is not there: nobody gave it, or it was not known yet.
pub(super) fn no_figure(
    world: &World,
    outcome: &PublishedOutcome,
    period: Option<&Period>,
) -> Fault {
    let id = &outcome.id;
    let which = period.map_or(String::new(), |period| format!(" for {period}"));
    let later = world.publication.views.iter().filter_map(|view| view.outcomes.get(id));
    let given = later.clone().any(|other| {
        period.map_or(!other.own.points.is_empty(), |period| other.own.at(period).is_some())
    });
    match (given, world.view().as_at) {
        (true, Some(day)) => fault(
            FaultKind::NotYetKnown,
            format!("the figure of `{id}`{which} was not known on {day}, the date of this page"),
            Some("name an earlier `period`, or correct the figure's `known` date".to_owned()),
        ),
        _ => fault(
            FaultKind::NoFigure,
            format!("`{id}` has no figure{which}"),
            Some("add it to the outcome's values, or name a period that has one".to_owned()),
        ),
    }
}
