//! How a figure stands beside its target and others.

use super::ask::{self, fault, nearest, unknown};
use super::{Answer, Answered, Words};
use crate::disclosure::{Among, NoStanding, PublishedOutcome, target_for};
use crate::model::Id;
use crate::narrative::evaluate::{Fault, FaultKind, World};
use crate::wording::{self, Wording};

/// "at most 10%".
pub(super) fn target(world: &World, words: &Words) -> Answered {
    let outcome = ask::outcome(world, words)?;
    let period = ask::period(world, outcome, words)?;
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
    let config = &world.publication.config;
    let title = |name: &Id| wording::comparator_title(&world.strings, config, name);
    Ok(Answer::Text(Wording::of(&world.strings, outcome).target(target, title)))
}

/// "4 percentage points below the target", "the same as England".
pub(super) fn gap(world: &World, words: &Words) -> Answered {
    let to = ask::required(words, "to")?;
    let (outcome, point) = ask::own(world, words)?;
    let config = &world.publication.config;
    let in_sentence = |id: &Id| wording::comparator_in_sentence(&world.strings, config, id);
    let (gap, name) = match comparator(outcome, to)? {
        None => (outcome.gap_to_target(&point.period), world.strings.say("gap.target", &[])),
        Some(id) => (outcome.gap_to(&point.period, id), in_sentence(id)),
    };
    let gap = gap.map_err(|why| {
        let asked = format!("the gap of `{}` to `{to}` for {}", outcome.id, point.period);
        let elsewhere = |other: &PublishedOutcome| match comparator(outcome, to) {
            Ok(Some(id)) => other.gap_to(&point.period, id).is_ok(),
            _ => other.gap_to_target(&point.period).is_ok(),
        };
        not_given(world, outcome, &asked, why, elsewhere)
    })?;
    Ok(Answer::Text(Wording::of(&world.strings, outcome).gap(&gap, &name)))
}

/// The comparator of that name; `None` is the target.
fn comparator<'o>(outcome: &'o PublishedOutcome, name: &str) -> Result<Option<&'o Id>, Fault> {
    let known = || outcome.comparators.keys();
    if name == "target" {
        return Ok(None);
    }
    known().find(|id| id.as_str() == name).map(Some).ok_or_else(|| {
        let message = format!("`{}` is not compared with `{name}`", outcome.id);
        let all: Vec<&str> = std::iter::once("target").chain(known().map(Id::as_str)).collect();
        unknown(message, nearest(name, all.into_iter()))
    })
}

/// "third best of 11".
pub(super) fn rank(world: &World, words: &Words) -> Answered {
    let among = ask::one_of(words, "among", &["neighbours", "comparators"])?;
    let (outcome, point) = ask::own(world, words)?;
    let among = match among {
        Some("neighbours") => Among::Neighbours,
        Some(_) => Among::Comparators,
        None => outcome.usual_among(),
    };
    let rank = outcome.rank(&point.period, among).map_err(|why| {
        let asked = format!("the rank of `{}` for {}", outcome.id, point.period);
        not_given(world, outcome, &asked, why, |other| other.rank(&point.period, among).is_ok())
    })?;
    Ok(Answer::Text(Wording::of(&world.strings, outcome).rank(&rank)))
}

/// Says why something cannot be given: it cannot be said at all, or it was not
/// known yet on the day of the page, while `elsewhere` a later page has it.
fn not_given(
    world: &World,
    outcome: &PublishedOutcome,
    asked: &str,
    why: NoStanding,
    elsewhere: impl Fn(&PublishedOutcome) -> bool,
) -> Fault {
    let mut views =
        world.publication.views.iter().filter_map(|view| view.outcomes.get(&outcome.id));
    if let Some(day) = world.view().as_at.filter(|_| views.any(elsewhere)) {
        let message = format!("{asked} was not known on {day}, the date of this page");
        let help = "name an earlier `period`, or correct the `known` dates of the figures";
        return fault(FaultKind::NotYetKnown, message, Some(help.to_owned()));
    }
    let why = wording::no_standing_words(&world.strings, why);
    let help = "say it in another way, with `value` alone";
    fault(FaultKind::NoFigure, format!("{asked} cannot be given: {why}"), Some(help.to_owned()))
}

/// "on target", or why it is not rated.
pub(super) fn rating(world: &World, words: &Words) -> Answered {
    let outcome = ask::outcome(world, words)?;
    let period = ask::period(world, outcome, words)?;
    let rules = world.publication.rules.as_ref().ok_or(NoStanding::NoRule);
    let rule = rules.and_then(|rules| crate::disclosure::rating(outcome, &period, rules));
    Ok(Answer::Text(match rule {
        Ok(rule) => rule.shows.in_language(world.strings.language()).to_owned(),
        Err(NoStanding::NoTarget) => world.strings.say("rating.none", &[]),
        Err(why) => {
            let why = wording::no_standing_words(&world.strings, why);
            world.strings.say("rating.unrated", &[("why", &why)])
        }
    }))
}
