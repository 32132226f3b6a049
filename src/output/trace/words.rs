//! Records as links, named in full.

use super::decisions::What;
use super::{Commitment, Decided, Node, Recommended, Trace};
use crate::disclosure::Page;
use crate::narrative::{Block, BlockSpec};
use crate::output::cx::Cx;
use crate::output::{meetings, outcomes, pledges, recommendations};
use serde_json::{Value, json};

impl<'a> Cx<'a> {
    /// What is about what, as known on the day of the page.
    pub(in crate::output) fn trace(&self) -> &'a Trace<'a> {
        &self.renderer.traces[self.view_at]
    }

    /// A record by its name, with where it stands: `{label, path}`.
    pub(in crate::output) fn node(&self, node: Node<'_>) -> Option<Value> {
        let trace = self.trace();
        let (label, path) = match node {
            Node::Commitment(at) => self.commitment(trace.commitments[at]),
            Node::Recommendation(at) => self.recommended(trace.recommendations[at]),
            Node::Decision(at) => self.decided(&trace.decisions[at]),
            Node::Outcome(id) => {
                let outcome = self.view().outcomes.get(id)?;
                (self.say(&outcome.title), outcomes::path_of(self, outcome))
            }
            Node::Principle(slug) => (self.principle(slug), self.principle_path(slug)),
        };
        Some(json!({"label": label, "path": path}))
    }

    /// Records as links, those alone that were known.
    pub(in crate::output) fn nodes<'n>(
        &self,
        nodes: impl IntoIterator<Item = Node<'n>>,
    ) -> Vec<Value> {
        nodes.into_iter().filter_map(|node| self.node(node)).collect()
    }

    fn commitment(&self, Commitment { set, pledge }: Commitment<'_>) -> (String, Option<String>) {
        let label = format!("{}: {}", self.say(&set.set.title), self.say(&pledge.title));
        (label, pledges::path_of(self, set, pledge))
    }

    fn recommended(
        &self,
        Recommended { review, one }: Recommended<'_>,
    ) -> (String, Option<String>) {
        let label =
            format!("{}: {}", self.say(&review.review.title), recommendations::label(self, one));
        (label, recommendations::path_of(self, review, one))
    }

    /// A decision by its name, with where it stands.
    pub(in crate::output) fn decision(&self, decided: &Decided<'_>) -> Value {
        let (label, path) = self.decided(decided);
        json!({"label": label, "path": path})
    }

    fn decided(&self, decided: &Decided<'_>) -> (String, Option<String>) {
        let key = match (decided.what, &decided.item.number) {
            (What::Resolved(_), Some(_)) => "decision.resolved.item",
            (What::Resolved(_), None) => "decision.resolved",
            (What::Asked(_), Some(_)) => "decision.asked.item",
            (What::Asked(_), None) => "decision.asked",
        };
        let label = self.strings().say(
            key,
            &[
                ("body", &self.say(&decided.meeting.body)),
                ("date", &self.strings().day(decided.meeting.date)),
                ("number", decided.item.number.as_deref().unwrap_or_default()),
                ("mark", &decided.mark()),
                ("title", &self.say(&decided.item.title)),
            ],
        );
        (label, self.minutes(decided))
    }

    /// Where the minutes of a decision stand, if they are published.
    fn minutes(&self, decided: &Decided<'_>) -> Option<String> {
        let (meeting, item) = (decided.meeting.id.as_str(), decided.item.number.as_deref());
        let (at, page) = meetings::minutes(self, meeting, item)?;
        let path = page.address.html();
        let anchor = decided.anchor();
        Some(if self.shows(at, page, decided) { format!("{path}#{anchor}") } else { path })
    }

    /// Whether the decision's item is printed on the page: its narrative asks
    /// for it, or asks for none and so gets what it is the minutes of.
    fn shows(&self, at: usize, page: &Page, decided: &Decided<'_>) -> bool {
        let blocks = &self.renderer.documents.pages[at].document.blocks;
        let mut asked = blocks.iter().filter_map(|block| match block {
            Block::Component(spec, _) => match spec.bare() {
                BlockSpec::Resolutions(spec) => Some(spec),
                _ => None,
            },
            _ => None,
        });
        match asked.next() {
            None => page.front.kind == crate::model::PageKind::Minutes,
            Some(first) => std::iter::once(first).chain(asked).any(|spec| {
                spec.meeting == decided.meeting.id
                    && (spec.item.is_none() || spec.item == decided.item.number)
            }),
        }
    }
}
