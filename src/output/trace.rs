//! What each record is about, and what is about it.
//!
//! Records name what they serve: a commitment its outcomes and principles, a
//! recommendation its commitments, a decision what it is about. A reader asks
//! the other way round as well. The whole is turned round once for each view,
//! so that no record has to search all the others.

mod decisions;
mod words;

pub(super) use decisions::{Decided, What};

use crate::disclosure::{Filed, View};
use crate::model::Id;
use crate::model::pledge::{Pledge, PledgeFile};
use crate::model::recommendation::{Recommendation, ReviewFile};
use std::collections::BTreeMap;

/// A commitment, with its set.
#[derive(Clone, Copy)]
pub(super) struct Commitment<'a> {
    pub(super) set: &'a PledgeFile,
    pub(super) pledge: &'a Pledge,
}

/// A recommendation, with its review.
#[derive(Clone, Copy)]
pub(super) struct Recommended<'a> {
    pub(super) review: &'a ReviewFile,
    pub(super) one: &'a Recommendation,
}

/// One record, or one principle of the law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Node<'a> {
    /// A commitment, by its place among all.
    Commitment(usize),
    /// An outcome.
    Outcome(&'a Id),
    /// A recommendation, by its place among all.
    Recommendation(usize),
    /// A decision, by its place among all.
    Decision(usize),
    /// A principle, by its slug.
    Principle(&'a str),
}

/// Every record of a view, with what points to it.
#[derive(Default)]
pub(super) struct Trace<'a> {
    /// The commitments, in order of their sets.
    pub(super) commitments: Vec<Commitment<'a>>,
    /// The recommendations, in order of their reviews.
    pub(super) recommendations: Vec<Recommended<'a>>,
    /// The decisions, by date.
    pub(super) decisions: Vec<Decided<'a>>,
    /// Commitments by `set/id` and `set/number`.
    members: BTreeMap<String, usize>,
    /// Recommendations by `review/name`.
    advice: BTreeMap<String, usize>,
    /// What points to each record, in order.
    pointing: BTreeMap<Node<'a>, Vec<Node<'a>>>,
}

impl<'a> Trace<'a> {
    /// Turns the records of `view` round.
    pub(super) fn of(view: &'a View) -> Self {
        let mut trace = Self::default();
        view.sets.iter().for_each(|filed| trace.add_set(filed));
        view.reviews.iter().for_each(|filed| trace.add_review(filed));
        trace.decisions =
            view.meetings.iter().flat_map(|meeting| decisions::of_meeting(meeting)).collect();
        trace.point_from_commitments();
        trace.point_from_recommendations();
        trace.point_from_decisions();
        for outcome in view.outcomes.values().filter(|outcome| outcome.is_known()) {
            let to = outcome.principles.iter().map(|slug| Node::Principle(slug)).collect();
            trace.point(Node::Outcome(&outcome.id), to);
        }
        trace.pointing.values_mut().for_each(|from| {
            from.sort_unstable();
            from.dedup();
        });
        trace
    }

    fn add_set(&mut self, filed: &'a Filed<PledgeFile>) {
        let set = &filed.value;
        for pledge in &set.pledges {
            let at = self.commitments.len();
            self.commitments.push(Commitment { set, pledge });
            for name in set.names_of(pledge) {
                self.members.entry(name).or_insert(at);
            }
        }
    }

    fn add_review(&mut self, filed: &'a Filed<ReviewFile>) {
        let review = &filed.value;
        for one in &review.recommendations {
            self.advice.insert(review.name_of(one), self.recommendations.len());
            self.recommendations.push(Recommended { review, one });
        }
    }

    /// Notes that `from` is about each of `to`.
    fn point(&mut self, from: Node<'a>, to: Vec<Node<'a>>) {
        for to in to {
            self.pointing.entry(to).or_default().push(from);
        }
    }

    fn point_from_commitments(&mut self) {
        for (at, Commitment { pledge, .. }) in self.commitments.clone().into_iter().enumerate() {
            let outcomes = pledge.measured_by.iter().map(Node::Outcome);
            let principles = pledge.principles.iter().map(|slug| Node::Principle(slug));
            self.point(Node::Commitment(at), outcomes.chain(principles).collect());
        }
    }

    fn point_from_recommendations(&mut self) {
        for (at, Recommended { one, .. }) in self.recommendations.clone().into_iter().enumerate() {
            let about = one.about.iter().filter_map(|name| self.commitment(name));
            let outcomes = one.measured_by.iter().map(Node::Outcome);
            let principles = one.principles.iter().map(|slug| Node::Principle(slug));
            let to = about.chain(outcomes).chain(principles).collect();
            self.point(Node::Recommendation(at), to);
        }
    }

    /// A decision serves the principles of what it is about.
    fn point_from_decisions(&mut self) {
        for at in 0..self.decisions.len() {
            let about = self.about(self.decisions[at].about);
            let principles = about.iter().flat_map(|node| self.principles(*node));
            let to = about.iter().copied().chain(principles.map(|slug| Node::Principle(slug)));
            let to = to.collect();
            self.point(Node::Decision(at), to);
        }
    }

    /// The principles that a commitment or recommendation serves.
    fn principles(&self, node: Node<'a>) -> &'a [String] {
        match node {
            Node::Commitment(at) => &self.commitments[at].pledge.principles,
            Node::Recommendation(at) => &self.recommendations[at].one.principles,
            _ => &[],
        }
    }

    /// The commitment `SET/ID` or `SET/NUMBER`, if it was known.
    pub(super) fn commitment(&self, name: &str) -> Option<Node<'a>> {
        self.members.get(name).copied().map(Node::Commitment)
    }

    /// The recommendation `REVIEW/NAME`, if it was known.
    pub(super) fn recommendation(&self, name: &str) -> Option<Node<'a>> {
        self.advice.get(name).copied().map(Node::Recommendation)
    }

    /// What a decision is about: commitments and recommendations by name.
    pub(super) fn about(&self, names: &[String]) -> Vec<Node<'a>> {
        let find = |name: &String| self.commitment(name).or_else(|| self.recommendation(name));
        names.iter().filter_map(find).collect()
    }

    /// What points to a record, in order: commitments, outcomes,
    /// recommendations, decisions.
    pub(super) fn pointing_to(&self, node: Node<'a>) -> &[Node<'a>] {
        self.pointing.get(&node).map_or(&[], Vec::as_slice)
    }
}
