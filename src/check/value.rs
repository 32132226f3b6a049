//! Typed figures against the published ones: values, targets, sizes of change.

use super::date::{self, When};
use super::facts::{self, Against};
use super::lexicon::Lexicon;
use super::link::{As, Link};
use super::moves::{self, Move};
use super::number::{Number, Unit};
use super::sentence::Sentence;
use super::tell::Teller;
use super::ties::{Tie, tie};
use crate::diagnostic::{Diagnostic, codes};
use crate::disclosure::PublishedOutcome;

/// What is wrong with the figure of `link`, which was typed as `said`.
pub(super) fn judge(
    sentence: &Sentence<'_>,
    link: &Link,
    teller: &Teller<'_>,
    lexicon: &Lexicon,
    said: &str,
) -> Option<Diagnostic> {
    let number = &sentence.figures.get(link.figure)?.number;
    let tie = tie(sentence, link.figure, lexicon);
    let tied = tie.when.is_some() || tie.area.is_some();
    match link.role {
        As::Value => match facts::values(teller.outcome, &tie) {
            Against::Facts(facts) if !facts.iter().any(|fact| fact.agrees(number)) => {
                Some(teller.value(said, &facts, tied))
            }
            _ => None,
        },
        As::Target => match facts::targets(teller.outcome, &tie) {
            Against::Facts(facts) if !facts.iter().any(|fact| fact.agrees(number)) => {
                Some(teller.target(said))
            }
            _ => None,
        },
        As::Change => change(sentence, number, &tie, teller, lexicon, said),
    }
}

fn change(
    sentence: &Sentence<'_>,
    number: &Number,
    tie: &Tie,
    teller: &Teller<'_>,
    lexicon: &Lexicon,
    said: &str,
) -> Option<Diagnostic> {
    let outcome = teller.outcome;
    let usual = usual(outcome, tie)?;
    let on_last_year = (0..sentence.tokens.len())
        .any(|at| lexicon.on_last_year.begins(sentence.words(at)).is_some());
    let moves = if on_last_year { vec![usual.clone()] } else { moves::all(outcome) };
    let percent = outcome.unit.is_percent();
    match number.unit {
        Unit::Percent if moves.iter().any(|it| it.is_per_hundred(number)) => None,
        Unit::Percent if percent && usual.is_by(number) => {
            let why = ": percentage points, not per cent";
            Some(teller.change(codes::POINTS_OR_PER_CENT, said, &usual, why))
        }
        Unit::Percent => Some(teller.change(codes::TYPED_FIGURE, said, &usual, "")),
        _ if moves.iter().any(|it| it.is_by(number)) => None,
        _ if names_another(sentence, lexicon) && is_distance(outcome, number) => None,
        Unit::Points if percent && usual.is_per_hundred(number) => {
            let why = ": per cent, not percentage points";
            Some(teller.change(codes::POINTS_OR_PER_CENT, said, &usual, why))
        }
        _ => Some(teller.change(codes::TYPED_FIGURE, said, &usual, "")),
    }
}

/// The move that a change is likely of: to the time named, or to the last.
fn usual(outcome: &PublishedOutcome, tie: &Tie) -> Option<Move> {
    let when = tie.when.filter(|when| *when != When::Last);
    let named = when.map(|when| date::periods(when, outcome)).unwrap_or_default();
    let to = named.iter().find(|period| outcome.own.at(period).is_some());
    moves::usual(outcome, to).or_else(|| moves::usual(outcome, None))
}

/// Whether the sentence names an area or a target that a figure can be away from.
fn names_another(sentence: &Sentence<'_>, lexicon: &Lexicon) -> bool {
    let target = (0..sentence.tokens.len()).any(|at| lexicon.target.has(sentence.word(at)));
    target || !sentence.areas.is_empty()
}

/// Whether `number` is how far a figure is from another's, or from a target.
fn is_distance(outcome: &PublishedOutcome, number: &Number) -> bool {
    let all = |tie: &Tie| match facts::values(outcome, tie) {
        Against::Facts(facts) => facts,
        Against::Nothing => Vec::new(),
    };
    let facts = all(&Tie { near_area: true, ..Tie::default() });
    let own = facts.iter().filter(|fact| fact.area.is_none() && fact.period.is_some());
    own.clone().any(|own| {
        let others =
            facts.iter().filter(|other| other.period.is_none() || other.period == own.period);
        others
            .clone()
            .any(|other| facts::rounds_to((own.number() - other.number()).abs(), number.value))
    })
}
