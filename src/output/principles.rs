//! What the law asks, and what in this record serves it: each principle with
//! its commitments, outcomes, recommendations and decisions, and the gaps.

mod gaps;

use super::cx::Cx;
use super::trace::{Node, Recommended};
use super::{recommendations, reviews};
use crate::model::principle::{Principle, law};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The folder of the page.
pub(super) const FOLDER: &str = "about/principles";

/// The kinds of record that serve a principle, in the order of the page.
const KINDS: [&str; 4] = ["commitments", "outcomes", "recommendations", "decisions"];

/// The anchor of a principle.
pub(super) fn anchor(slug: &str) -> String {
    format!("principle-{slug}")
}

/// The whole page.
pub(super) fn page(cx: &Cx<'_>) -> Value {
    let nation = cx.renderer.publication.config.council.nation;
    let law = law(nation);
    let served: Vec<Served<'_>> =
        law.principles().map(|principle| Served::of(cx, principle)).collect();
    json!({
        "intro": cx.t(&format!("principle.intro.{}", nation.slug())),
        "kinds": KINDS.map(|kind| cx.t(&format!("principle.kind.{kind}"))),
        "act": {"text": law.act, "url": law.url},
        "items": served.iter().map(|served| served.shown(cx, law.act, law.section)).collect::<Vec<_>>(),
        "totals": totals(&served),
        "gaps": gaps::all(cx),
    })
}

/// Whether it is a commitment of a set that another takes the place of: what
/// that promised is no longer asked for, and so no gap and no service of the
/// law.
fn is_replaced(cx: &Cx<'_>, node: Node<'_>) -> bool {
    let Node::Commitment(at) = node else { return false };
    cx.view().replacing(&cx.trace().commitments[at].set.set.id).is_some()
}

/// What serves a principle, kind by kind.
struct Served<'a> {
    principle: Principle,
    commitments: Vec<Node<'a>>,
    outcomes: Vec<Node<'a>>,
    recommendations: Vec<Node<'a>>,
    decisions: Vec<Node<'a>>,
}

impl<'a> Served<'a> {
    fn of(cx: &Cx<'a>, principle: Principle) -> Self {
        let mut served = Self {
            principle,
            commitments: Vec::new(),
            outcomes: Vec::new(),
            recommendations: Vec::new(),
            decisions: Vec::new(),
        };
        let from = cx.trace().pointing_to(Node::Principle(principle.slug));
        for node in from.iter().copied().filter(|node| !is_replaced(cx, *node)) {
            match node {
                Node::Commitment(_) => served.commitments.push(node),
                Node::Outcome(_) => served.outcomes.push(node),
                Node::Recommendation(_) => served.recommendations.push(node),
                Node::Decision(_) => served.decisions.push(node),
                Node::Principle(_) => {}
            }
        }
        served
    }

    fn kinds(&self) -> [(&'static str, &[Node<'a>]); 4] {
        let [commitments, outcomes, recommendations, decisions] = KINDS;
        [
            (commitments, &self.commitments),
            (outcomes, &self.outcomes),
            (recommendations, &self.recommendations),
            (decisions, &self.decisions),
        ]
    }

    fn is_empty(&self) -> bool {
        self.kinds().iter().all(|(_, nodes)| nodes.is_empty())
    }

    fn shown(&self, cx: &Cx<'_>, act: &str, section: &str) -> Value {
        let letter = self.principle.letter.to_string();
        let place = [("act", act), ("section", section), ("letter", &letter)];
        let kinds = self.kinds().into_iter().filter(|(_, nodes)| !nodes.is_empty());
        json!({
            "anchor": anchor(self.principle.slug),
            "title": cx.principle(self.principle.slug),
            "place": cx.strings().say("principle.place", &place),
            "letter": letter,
            "counts": self.kinds().map(|(_, nodes)| nodes.len()),
            "kinds": kinds.map(|(kind, nodes)| json!({
                "title": cx.t(&format!("principle.kind.{kind}")),
                "items": links(cx, nodes),
            })).collect::<Vec<_>>(),
            "is_empty": self.is_empty(),
        })
    }
}

/// Records of one kind as links.
fn links(cx: &Cx<'_>, nodes: &[Node<'_>]) -> Vec<Value> {
    let given: Vec<Recommended<'_>> = nodes
        .iter()
        .filter_map(|node| match node {
            Node::Recommendation(at) => Some(cx.trace().recommendations[*at]),
            _ => None,
        })
        .collect();
    if given.is_empty() { cx.nodes(nodes.iter().copied()) } else { by_review(cx, &given) }
}

/// Recommendations review by review, since a register can hold thousands: each
/// review with its recommendations by number.
fn by_review(cx: &Cx<'_>, given: &[Recommended<'_>]) -> Vec<Value> {
    let reviews = given.chunk_by(|a, b| a.review.review.id == b.review.review.id);
    let shown = reviews.filter_map(|given| {
        let review = &given.first()?.review.review;
        let parts = given.iter().map(|given| {
            let path = recommendations::path_of(cx, given.review, given.one);
            json!({"label": given.one.name(), "path": path})
        });
        let parts: Vec<Value> = parts.collect();
        let path = cx.renderer.map.page_in(&reviews::folder(&review.id));
        Some(json!({"label": cx.say(&review.title), "path": path, "parts": parts}))
    });
    shown.collect()
}

/// How many records of each kind serve any principle: one that serves two is
/// counted once.
fn totals(served: &[Served<'_>]) -> [usize; 4] {
    let mut all: [BTreeSet<Node<'_>>; 4] = Default::default();
    for served in served {
        for (seen, (_, nodes)) in all.iter_mut().zip(served.kinds()) {
            seen.extend(nodes);
        }
    }
    all.map(|seen| seen.len())
}
