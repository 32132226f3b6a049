//! What is tied to nothing, said plainly.

use super::{by_review, is_replaced};
use crate::output::cx::Cx;
use crate::output::trace::Node;
use serde_json::{Value, json};

/// The gaps: for each kind a sentence, and the records it is about.
pub(super) fn all(cx: &Cx<'_>) -> Vec<Value> {
    [unmeasured(cx), measuring_nothing(cx), untied(cx)].into_iter().flatten().collect()
}

/// One kind of gap, of `of` records; nothing where there are none at all.
fn gap(cx: &Cx<'_>, kind: &str, missing: usize, of: usize, items: &[Value]) -> Option<Value> {
    let total = cx.strings().number(of.into());
    let words = match missing {
        0 => cx.strings().count(&format!("gap.{kind}.none"), of, &[]),
        _ => cx.strings().count(&format!("gap.{kind}.some"), missing, &[("of", &total)]),
    };
    let title = cx.t(&format!("gap.{kind}"));
    (of > 0).then(|| json!({"title": title, "words": words, "items": items}))
}

/// Commitments that nothing measures.
fn unmeasured(cx: &Cx<'_>) -> Option<Value> {
    let all = cx.trace().commitments.iter().enumerate();
    let current = all.filter(|(at, _)| !is_replaced(cx, Node::Commitment(*at)));
    let (count, missing) = part(current, |(_, one)| one.pledge.measured_by.is_empty());
    let items = cx.nodes(missing.iter().map(|(at, _)| Node::Commitment(*at)));
    gap(cx, "commitments", missing.len(), count, &items)
}

/// Outcomes that measure no commitment.
fn measuring_nothing(cx: &Cx<'_>) -> Option<Value> {
    let shown = cx.view().outcomes.values().filter(|outcome| !outcome.own.points.is_empty());
    let (count, missing) = part(shown, |outcome| {
        let mut from = cx.trace().pointing_to(Node::Outcome(&outcome.id)).iter();
        !from.any(|node| matches!(node, Node::Commitment(_)) && !is_replaced(cx, *node))
    });
    let items = cx.nodes(missing.iter().map(|outcome| Node::Outcome(&outcome.id)));
    gap(cx, "outcomes", missing.len(), count, &items)
}

/// Recommendations tied to no commitment and no outcome.
fn untied(cx: &Cx<'_>) -> Option<Value> {
    let all = cx.trace().recommendations.iter().copied();
    let (count, missing) =
        part(all, |given| given.one.about.is_empty() && given.one.measured_by.is_empty());
    gap(cx, "recommendations", missing.len(), count, &by_review(cx, &missing))
}

/// How many there are, and those of which `is` holds.
fn part<T>(all: impl Iterator<Item = T>, is: impl Fn(&T) -> bool) -> (usize, Vec<T>) {
    let mut count = 0;
    let missing = all.inspect(|_| count += 1).filter(|one| is(one)).collect();
    (count, missing)
}
