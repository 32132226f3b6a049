//! How a figure moved, and what it is the highest or the lowest of.

use super::ask::{self, fault, unknown};
use super::{Answer, Answered, Words};
use crate::disclosure::{Basis, Change, NoRecord, Point, PublishedOutcome, Refusal};
use crate::narrative::evaluate::{Fault, FaultKind, World};
use crate::wording::{self, Wording};

/// "up 3 percentage points", and with what it leads to or is measured from.
pub(super) fn change(world: &World, words: &Words) -> Answered {
    let with = ask::one_of(words, "with", &["figure", "basis"])?;
    let (outcome, point, change) = changed(world, words)?;
    let wording = Wording::of(&world.strings, outcome);
    Ok(Answer::Text(match with {
        Some("figure") => wording.change_to(&change, point.cell.get()),
        Some(_) => wording.change_on(outcome, &change),
        None => wording.change(&change),
    }))
}

/// "better", "worse".
pub(super) fn direction(world: &World, words: &Words) -> Answered {
    let (_, _, change) = changed(world, words)?;
    Ok(Answer::Text(wording::judgement_words(&world.strings, change.judgement)))
}

fn changed<'w>(
    world: &'w World,
    words: &Words,
) -> Result<(&'w PublishedOutcome, &'w Point, Change), Fault> {
    let basis = ask::one_of(words, "basis", &["year-before", "period-before"])?;
    if basis.is_some() && words.contains_key("since") {
        let message = "`basis` and `since` both say what is compared".to_owned();
        return Err(unknown(message, Some("keep one of the two".to_owned())));
    }
    let (outcome, point) = ask::own(world, words)?;
    let change = match (words.get("since").map(String::as_str), basis) {
        (Some("first"), _) => outcome.change_in_all(&point.period),
        (Some(since), _) => {
            let since = ask::named_period(since)?;
            let from = outcome.own.at(&since);
            from.ok_or_else(|| ask::no_figure(world, outcome, Some(&since)))?;
            outcome.change_since(&point.period, &since)
        }
        (None, Some("year-before")) => outcome.change(&point.period, Basis::YearBefore),
        (None, Some(_)) => outcome.change(&point.period, Basis::PeriodBefore),
        (None, None) => outcome.change(&point.period, outcome.usual_basis()),
    };
    let change = change.map_err(|refusal| refused(world, outcome, refusal))?;
    Ok((outcome, point, change))
}

fn refused(world: &World, outcome: &PublishedOutcome, refusal: Refusal) -> Fault {
    let why = wording::refusal_words(&world.strings, refusal);
    let message = format!("the change of `{}` cannot be given: {why}", outcome.id);
    let help = "say it in another way, with `value` alone";
    fault(FaultKind::NoFigure, message, Some(help.to_owned()))
}

/// "the lowest of the last six years".
pub(super) fn record(world: &World, words: &Words) -> Answered {
    let (outcome, point) = ask::own(world, words)?;
    let record =
        outcome.record(&point.period).map_err(|why| no_record(world, outcome, point, why))?;
    let wording = Wording::of(&world.strings, outcome);
    Ok(Answer::Text(wording.record(&record, outcome, &point.period)))
}

fn no_record(world: &World, outcome: &PublishedOutcome, point: &Point, why: NoRecord) -> Fault {
    let why = wording::no_record_words(&world.strings, why);
    let message =
        format!("the figure of `{}` for {} is no record: {why}", outcome.id, point.period);
    let help = "say it in another way, with `value` or `change`";
    fault(FaultKind::NotSo, message, Some(help.to_owned()))
}
