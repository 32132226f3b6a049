//! The functions of inline values.
//!
//! Each answers with JSON, so that a typed value comes through tera's text.

use super::evaluate::{Fault, FaultKind, World};
use crate::diagnostic::{closest, list_of};
use crate::disclosure::{Basis, Change, PublishedOutcome, rate, target_for};
use crate::model::recommendation::Status;
use crate::model::{Id, Period};
use crate::wording::{self, Wording};
use std::collections::BTreeMap;
use std::sync::Arc;
use tera::{Kwargs, State, Tera};

/// The names of inline values.
pub(super) const NAMES: [&str; 8] =
    ["value", "change", "direction", "target", "rating", "count", "para", "term"];

/// What a function answers.
#[derive(serde::Serialize, serde::Deserialize)]
pub(super) enum Answer {
    /// Words.
    Text(String),
    /// The number of the paragraph with this label.
    Para(String),
    /// A mistake.
    Fault(Fault),
}

type Answered = Result<Answer, Fault>;
type Words = BTreeMap<String, String>;
/// A function's name, keywords and work.
type Function = (&'static str, &'static [&'static str], fn(&World, &Words) -> Answered);

pub(super) fn register(tera: &mut Tera, world: &Arc<World>) {
    let functions: [Function; 8] = [
        ("value", &["id", "period", "of"], value),
        ("change", &["id", "period", "basis"], change),
        ("direction", &["id", "period", "basis"], direction),
        ("target", &["id", "period"], target),
        ("rating", &["id", "period"], rating),
        ("count", &["kind", "status", "review", "set"], count),
        ("para", &["label"], para),
        ("term", &["name"], term),
    ];
    for (name, keywords, function) in functions {
        let world = world.clone();
        tera.register_function(name, move |kwargs: Kwargs, _: &State<'_>| -> String {
            let answer = words(&kwargs, name, keywords).and_then(|words| function(&world, &words));
            let answer = answer.unwrap_or_else(Answer::Fault);
            serde_json::to_string(&answer).unwrap_or_default()
        });
    }
}

fn fault(kind: FaultKind, message: String, help: Option<String>) -> Fault {
    Fault { kind, message, help }
}

/// The keywords of a call, each known and a text.
fn words(kwargs: &Kwargs, name: &str, keywords: &[&str]) -> Result<Words, Fault> {
    let mut words = Words::new();
    for (key, value) in kwargs.iter() {
        let key = key.to_string();
        if !keywords.contains(&key.as_str()) {
            let help = match closest(&key, keywords.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("its keywords are {}", list_of(keywords)),
            };
            return Err(fault(
                FaultKind::Unknown,
                format!("`{name}` has no keyword `{key}`"),
                Some(help),
            ));
        }
        words.insert(key, value.to_string());
    }
    Ok(words)
}

fn required<'a>(words: &'a Words, key: &str) -> Result<&'a str, Fault> {
    words.get(key).map(String::as_str).ok_or_else(|| {
        fault(
            FaultKind::Unknown,
            format!("the keyword `{key}` is missing"),
            Some(format!("add `{key}=\"…\"`")),
        )
    })
}

/// The advice for `found`: the nearest of `known`, or the list of them.
fn nearest<'a>(found: &str, known: impl Iterator<Item = &'a str> + Clone) -> Option<String> {
    match closest(found, known.clone()) {
        Some(near) => Some(format!("did you mean `{near}`?")),
        None => Some(list_of(&known.collect::<Vec<_>>()))
            .filter(|list| !list.is_empty())
            .map(|list| format!("it can be {list}")),
    }
}

fn outcome<'w>(world: &'w World, words: &Words) -> Result<&'w PublishedOutcome, Fault> {
    let id = required(words, "id")?;
    let known = &world.view().outcomes;
    known.values().find(|outcome| outcome.id.as_str() == id).ok_or_else(|| {
        fault(
            FaultKind::Unknown,
            format!("there is no outcome `{id}`"),
            nearest(id, known.keys().map(Id::as_str)),
        )
    })
}

/// The period asked for; left out, the last one known.
fn period(world: &World, outcome: &PublishedOutcome, words: &Words) -> Result<Period, Fault> {
    match words.get("period") {
        Some(word) => word.parse().map_err(|error: String| {
            let (message, help) = error.split_once(" | ").unwrap_or((&error, ""));
            fault(
                FaultKind::Unknown,
                message.to_owned(),
                Some(help.to_owned()).filter(|help| !help.is_empty()),
            )
        }),
        None => outcome
            .own
            .last()
            .map(|point| point.period.clone())
            .ok_or_else(|| no_figure(world, outcome, None)),
    }
}

/// Says why a figure is not there: nobody gave it, or it was not known yet.
fn no_figure(world: &World, outcome: &PublishedOutcome, period: Option<&Period>) -> Fault {
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

fn value(world: &World, words: &Words) -> Answered {
    let outcome = outcome(world, words)?;
    let series = match words.get("of") {
        None => &outcome.own,
        Some(name) => outcome
            .comparators
            .iter()
            .find(|(id, _)| id.as_str() == name)
            .map(|(_, series)| series)
            .ok_or_else(|| {
                let known = outcome.comparators.keys().map(Id::as_str);
                fault(
                    FaultKind::Unknown,
                    format!("`{}` is not compared with `{name}`", outcome.id),
                    nearest(name, known),
                )
            })?,
    };
    let period = match (words.get("of"), words.get("period")) {
        (Some(_), None) => series
            .last()
            .map(|point| point.period.clone())
            .ok_or_else(|| no_figure(world, outcome, None))?,
        _ => period(world, outcome, words)?,
    };
    let point = series.at(&period).ok_or_else(|| no_figure(world, outcome, Some(&period)))?;
    Ok(Answer::Text(Wording::of(&world.strings, outcome).in_sentence(point.cell.get())))
}

fn basis(outcome: &PublishedOutcome, words: &Words) -> Result<Basis, Fault> {
    match words.get("basis").map(String::as_str) {
        None => Ok(wording::usual_basis(outcome)),
        Some("year-before") => Ok(Basis::YearBefore),
        Some("period-before") => Ok(Basis::PeriodBefore),
        Some(other) => Err(fault(
            FaultKind::Unknown,
            format!("there is no basis `{other}`"),
            Some("it can be `year-before` or `period-before`".to_owned()),
        )),
    }
}

fn changed(world: &World, words: &Words) -> Result<Change, Fault> {
    let outcome = outcome(world, words)?;
    let period = period(world, outcome, words)?;
    outcome.own.at(&period).ok_or_else(|| no_figure(world, outcome, Some(&period)))?;
    outcome.change(&period, basis(outcome, words)?).map_err(|refusal| {
        let why = wording::refusal_words(&world.strings, refusal);
        let message = format!("the change of `{}` cannot be given: {why}", outcome.id);
        let help = "say it in another way, with `value` alone";
        fault(FaultKind::NoFigure, message, Some(help.to_owned()))
    })
}

/// "up 3 percentage points".
fn change(world: &World, words: &Words) -> Answered {
    let change = changed(world, words)?;
    let outcome = outcome(world, words)?;
    Ok(Answer::Text(Wording::of(&world.strings, outcome).change(&change)))
}

fn direction(world: &World, words: &Words) -> Answered {
    let change = changed(world, words)?;
    Ok(Answer::Text(wording::judgement_words(&world.strings, change.judgement)))
}

fn target(world: &World, words: &Words) -> Answered {
    let outcome = outcome(world, words)?;
    let period = period(world, outcome, words)?;
    let next = || {
        outcome
            .targets
            .iter()
            .filter(|t| t.period.as_ref().is_none_or(|p| *p >= period))
            .min_by_key(|t| t.period.clone())
    };
    let target = target_for(outcome, &period).or_else(next).ok_or_else(|| {
        let message = format!("`{}` has no target for {period}", outcome.id);
        fault(
            FaultKind::NoFigure,
            message,
            Some("add one under `targets`, or name a period that has one".to_owned()),
        )
    })?;
    let title = |name: &Id| comparator_title(world, name);
    Ok(Answer::Text(Wording::of(&world.strings, outcome).target(target, title)))
}

fn comparator_title(world: &World, name: &Id) -> String {
    let named = world.publication.config.comparators.get(name);
    named.map_or_else(
        || world.strings.say(&format!("comparator.{name}"), &[]),
        |title| title.in_language(world.strings.language()).to_owned(),
    )
}

fn rating(world: &World, words: &Words) -> Answered {
    let outcome = outcome(world, words)?;
    let period = period(world, outcome, words)?;
    let rules = world.publication.rules.as_ref();
    let rule = rules.and_then(|rules| rate(outcome, &period, rules));
    let language = world.strings.language();
    Ok(Answer::Text(rule.map_or_else(
        || world.strings.say("rating.none", &[]),
        |rule| rule.shows.in_language(language).to_owned(),
    )))
}

fn count(world: &World, words: &Words) -> Answered {
    match required(words, "kind")? {
        "recommendations" => count_recommendations(world, words),
        "pledges" => count_pledges(world, words),
        other => Err(fault(
            FaultKind::Unknown,
            format!("`{other}` cannot be counted"),
            Some("`kind` can be `recommendations` or `pledges`".to_owned()),
        )),
    }
}

fn count_recommendations(world: &World, words: &Words) -> Answered {
    let reviews = &world.view().reviews;
    if let Some(review) = words.get("review").filter(|id| world.view().review(id).is_none()) {
        let known = reviews.iter().map(|filed| filed.value.review.id.as_str());
        return Err(fault(
            FaultKind::Unknown,
            format!("there is no review `{review}`"),
            nearest(review, known),
        ));
    }
    let known: Vec<&str> = Status::ALL.iter().map(|status| status.slug()).collect();
    if let Some(status) = words.get("status").filter(|status| !known.contains(&status.as_str())) {
        return Err(fault(
            FaultKind::Unknown,
            format!("there is no status `{status}`"),
            nearest(status, known.into_iter()),
        ));
    }
    let chosen = reviews
        .iter()
        .filter(|filed| words.get("review").is_none_or(|id| filed.value.review.id.as_str() == id));
    let statuses = chosen.flat_map(|filed| filed.value.statuses());
    let counted = statuses
        .filter(|status| words.get("status").is_none_or(|wanted| status.slug() == wanted))
        .count();
    Ok(Answer::Text(world.strings.number(counted.into())))
}

fn count_pledges(world: &World, words: &Words) -> Answered {
    let set = match words.get("set") {
        Some(id) => world.view().set(id),
        None => world.view().current_pledge(),
    };
    let set = set.ok_or_else(|| {
        fault(FaultKind::Unknown, "there is no such set of pledges".to_owned(), None)
    })?;
    let statuses = set.value.pledges.iter().map(|pledge| pledge.status().slug());
    let counted =
        statuses.filter(|status| words.get("status").is_none_or(|wanted| status == wanted)).count();
    Ok(Answer::Text(world.strings.number(counted.into())))
}

fn para(_: &World, words: &Words) -> Answered {
    required(words, "label").map(|label| Answer::Para(label.to_owned()))
}

fn term(world: &World, words: &Words) -> Answered {
    let name = required(words, "name")?;
    let terms = &world.publication.config.terms;
    match terms.get(name) {
        Some(words) => Ok(Answer::Text(words.in_language(world.strings.language()).to_owned())),
        None => Err(fault(
            FaultKind::Unknown,
            format!("there is no term `{name}`"),
            nearest(name, terms.keys().map(String::as_str)),
        )),
    }
}
