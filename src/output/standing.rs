//! How an outcome's latest figure stands: beside its target, beside others,
//! and beside its own past.

use super::cx::Cx;
use super::figures::short;
use super::scorecard::{comparators_of, target_words};
use crate::disclosure::{Point, PublishedOutcome, target_for};
use crate::model::Id;
use crate::wording::{self, Wording};

/// What can be said of the figure of `point`, a phrase each: its gap to the
/// target and to others, its rank, and whether it is the highest or lowest of
/// some years.
pub(super) fn standing(cx: &Cx<'_>, outcome: &PublishedOutcome, point: &Point) -> Vec<String> {
    let mut phrases: Vec<String> = beside_target(cx, outcome, point).into_iter().collect();
    let names = comparators_of(&[outcome]);
    phrases.extend(names.iter().filter_map(|name| beside(cx, outcome, point, name)));
    phrases.extend(ranked(cx, outcome, point));
    let wording = Wording::of(cx.strings(), outcome);
    let record = outcome.record(&point.period).ok();
    phrases.extend(record.map(|record| wording.record(&record, outcome, &point.period)));
    phrases
}

fn beside_target(cx: &Cx<'_>, outcome: &PublishedOutcome, point: &Point) -> Option<String> {
    let gap = outcome.gap_to_target(&point.period).ok()?;
    let gap = Wording::of(cx.strings(), outcome).gap(&gap, &cx.t("gap.target"));
    let target = target_words(cx, outcome, target_for(outcome, &point.period)?);
    Some(cx.strings().say("standing.beside", &[("gap", &gap), ("value", &target)]))
}

/// The gap to a comparator, with its figure and the number of areas in a mean.
fn beside(cx: &Cx<'_>, outcome: &PublishedOutcome, point: &Point, name: &Id) -> Option<String> {
    let gap = outcome.gap_to(&point.period, name).ok()?;
    let other = outcome.comparators.get(name)?.at(&point.period)?;
    let wording = Wording::of(cx.strings(), outcome);
    let gap = wording.gap(&gap, &cx.comparator_in_sentence(name));
    let value = match other.mean_of {
        Some(mean) => {
            let mean = wording::mean_words(cx.strings(), mean);
            let args = [("value", wording.cell(other.cell.get())), ("mean", mean)];
            cx.strings().say("standing.mean", &args.each_ref().map(|(k, v)| (*k, v.as_str())))
        }
        None => wording.cell(other.cell.get()),
    };
    Some(cx.strings().say("standing.beside", &[("gap", &gap), ("value", &value)]))
}

/// The rank among statistical neighbours, where they are given one by one.
fn ranked(cx: &Cx<'_>, outcome: &PublishedOutcome, point: &Point) -> Option<String> {
    if outcome.neighbours.is_empty() {
        return None;
    }
    let rank = outcome.rank(&point.period, outcome.usual_among()).ok()?;
    let rank = Wording::of(cx.strings(), outcome).rank(&rank);
    Some(cx.strings().say("standing.rank", &[("rank", &rank)]))
}

/// The message of an outcome's latest figure, as a headline: `Up 4 percentage
/// points to 63% in 2024-25`, or `63% in 2024-25` where no change can be given.
/// `None` where there is no figure.
pub(super) fn message(cx: &Cx<'_>, outcome: &PublishedOutcome) -> Option<String> {
    let last = outcome.own.last().filter(|last| last.cell.get().shown().is_some())?;
    let wording = Wording::of(cx.strings(), outcome);
    let change = outcome.change(&last.period, outcome.usual_basis());
    let said = match change {
        Ok(change) => wording.change_to(&change, last.cell.get()),
        Err(_) => wording.cell(last.cell.get()),
    };
    let period = short(cx, outcome, &last.period);
    let message = cx.strings().say("standing.message", &[("said", &said), ("period", &period)]);
    let mut letters = message.chars();
    let first = letters.next()?;
    Some(first.to_uppercase().chain(letters).collect())
}
