//! Figures as they stand: the council's, others', and what they were worked out
//! from.

use super::ask::{self, nearest, no_figure, unknown};
use super::{Answer, Answered, Words};
use crate::disclosure::{PublishedOutcome, Series};
use crate::model::Id;
use crate::narrative::evaluate::{Fault, FaultKind, World};
use crate::wording::Wording;

/// "63%", "about 390".
pub(super) fn value(world: &World, words: &Words) -> Answered {
    let outcome = ask::outcome(world, words)?;
    let series = match words.get("of") {
        None => &outcome.own,
        Some(name) => others(outcome, name)?,
    };
    let period = match (words.get("of"), words.get("period")) {
        (Some(_), None) => series
            .last()
            .map(|point| point.period.clone())
            .ok_or_else(|| no_figure(world, outcome, None))?,
        _ => ask::period(world, outcome, words)?,
    };
    let point = series.at(&period).ok_or_else(|| no_figure(world, outcome, Some(&period)))?;
    Ok(Answer::Text(Wording::of(&world.strings, outcome).in_sentence(point.cell.get())))
}

/// The figures of a comparator or of one neighbour.
fn others<'o>(outcome: &'o PublishedOutcome, name: &str) -> Result<&'o Series, Fault> {
    let comparator = outcome.comparators.iter().find(|(id, _)| id.as_str() == name);
    let neighbour = || outcome.neighbours.iter().find(|neighbour| neighbour.name == name);
    comparator
        .map(|(_, series)| series)
        .or_else(|| neighbour().map(|neighbour| &neighbour.series))
        .ok_or_else(|| {
            let comparators = outcome.comparators.keys().map(Id::as_str);
            let neighbours = outcome.neighbours.iter().map(|neighbour| neighbour.name.as_str());
            let message = format!("`{}` is not compared with `{name}`", outcome.id);
            unknown(message, nearest(name, comparators.chain(neighbours)))
        })
}

/// "122 of 193".
pub(super) fn base(world: &World, words: &Words) -> Answered {
    let (outcome, point) = ask::own(world, words)?;
    let base = point.base.as_ref().ok_or_else(|| {
        let message =
            format!("`{}` has no numerator and denominator for {}", outcome.id, point.period);
        let help = "add `numerator` and `denominator` to the value";
        ask::fault(FaultKind::NoFigure, message, Some(help.to_owned()))
    })?;
    Ok(Answer::Text(Wording::of(&world.strings, outcome).base(base)))
}
