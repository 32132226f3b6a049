//! What recommendations, sets and meetings mention.

use super::{Check, unknown};
use crate::at;
use crate::diagnostic::{Diagnostic, Span, codes};
use crate::model::Id;
use crate::model::config::Nation;
use crate::model::meeting::{Item, MeetingAction, MeetingFile};
use crate::model::pledge::{Dropped, Pledge, PledgeFile};
use crate::model::recommendation::{Recommendation, ReviewFile};
use crate::site::Site;
use crate::yaml::Doc;

impl Check<'_> {
    pub(super) fn review(&mut self, doc: &Doc<ReviewFile>, nation: Nation) {
        for (i, one) in doc.value.recommendations.iter().enumerate() {
            self.principles(&one.principles, nation, |j| {
                doc.span(at!["recommendations", i, "principles", j])
            });
            self.successors(doc, i, one);
            for (j, name) in one.about.iter().enumerate() {
                self.known_member(name, || doc.span(at!["recommendations", i, "about", j]));
            }
            self.known_outcomes(&one.measured_by, |j| {
                doc.span(at!["recommendations", i, "measured_by", j])
            });
            self.covers(doc, i, one);
        }
    }

    /// What takes a recommendation further, or stands in its place.
    fn successors(&mut self, doc: &Doc<ReviewFile>, i: usize, one: &Recommendation) {
        let own = doc.value.name_of(one);
        for (key, name) in [("carried_to", &one.carried_to), ("superseded_by", &one.superseded_by)]
        {
            let Some(name) = name else { continue };
            let span = || doc.span(at!["recommendations", i, key]);
            self.known_recommendation(name, span);
            if *name == own {
                let message = format!("`{key}` names the recommendation itself");
                let found = Diagnostic::error(codes::UNKNOWN_ID, message).at(span());
                self.findings.push(found.help("name the recommendation that came after it"));
            }
        }
    }

    fn covers(&mut self, doc: &Doc<ReviewFile>, i: usize, one: &Recommendation) {
        for (j, progress) in one.progress.iter().enumerate() {
            for (k, number) in progress.covers.iter().enumerate() {
                let name = format!("{}/{number}", doc.value.review.id);
                self.known_recommendation(&name, || {
                    doc.span(at!["recommendations", i, "progress", j, "covers", k])
                });
            }
        }
    }

    fn known_recommendation(&mut self, name: &str, span: impl Fn() -> Span) {
        if !self.names.recommendations.contains(name) {
            let known = &self.names.recommendations;
            self.findings.push(unknown("recommendation", name, known, span()));
        }
    }

    pub(super) fn known_outcomes(&mut self, ids: &[Id], span: impl Fn(usize) -> Span) {
        for (at, id) in ids.iter().enumerate() {
            if !self.names.outcomes.contains(id.as_str()) {
                let known = &self.names.outcomes;
                self.findings.push(unknown("outcome", id.as_str(), known, span(at)));
            }
        }
    }

    /// What a set says it gave up is a member of the set it replaces, and none
    /// of its own members goes on with it.
    pub(super) fn dropped(&mut self, doc: &Doc<PledgeFile>, site: &Site) {
        let old = doc.value.set.replaces.as_ref();
        let old = old.and_then(|id| site.sets.iter().find(|other| other.value.set.id == *id));
        for (at, entry) in doc.value.set.dropped.iter().enumerate() {
            let span = || doc.span(at!["set", "dropped", at, "pledge"]);
            let found = old.and_then(|old| old.value.member(&entry.pledge));
            match found {
                None => self.not_of_the_old_set(entry, old, span()),
                Some(pledge) => self.gone_on_with(doc, pledge, entry, span()),
            }
        }
    }

    fn not_of_the_old_set(&mut self, entry: &Dropped, old: Option<&Doc<PledgeFile>>, span: Span) {
        let message =
            format!("`{}` is not a member of the set that this one replaces", entry.pledge);
        let found = Diagnostic::error(codes::UNKNOWN_ID, message).at(span);
        self.findings.push(match old {
            Some(old) => {
                let known: Vec<String> = old.value.names().collect();
                found.suggest(&entry.pledge, known.iter().map(String::as_str))
            }
            None => found.help("name the earlier set under `replaces`"),
        });
    }

    fn gone_on_with(&mut self, doc: &Doc<PledgeFile>, old: &Pledge, entry: &Dropped, span: Span) {
        let Some((set, _)) = entry.pledge.split_once('/') else { return };
        let goes_on = |from: &String| {
            from.split_once('/').is_some_and(|(other, name)| other == set && old.is_called(name))
        };
        let next = doc.value.pledges.iter().find(|pledge| pledge.from.iter().any(goes_on));
        if let Some(next) = next {
            let message =
                format!("`{}` is dropped, but `{}` goes on from it", entry.pledge, next.id);
            let found = Diagnostic::error(codes::DROPPED_AND_KEPT, message).at(span);
            self.findings.push(found.help("take it out of `dropped` or out of `from`"));
        }
    }

    pub(super) fn meetings(&mut self, doc: &Doc<MeetingFile>) {
        for (i, meeting) in doc.value.meetings.iter().enumerate() {
            for (j, item) in meeting.items.iter().enumerate() {
                self.decisions(doc, [i, j], item);
            }
        }
    }

    fn decisions(&mut self, doc: &Doc<MeetingFile>, [i, j]: [usize; 2], item: &Item) {
        for (k, one) in item.resolved.iter().enumerate() {
            self.about(&one.about, |l| {
                doc.span(at!["meetings", i, "items", j, "resolved", k, "about", l])
            });
        }
        for (k, action) in item.actions.iter().enumerate() {
            self.edition(action, || doc.span(at!["meetings", i, "items", j, "actions", k, "into"]));
            self.about(&action.about, |l| {
                doc.span(at!["meetings", i, "items", j, "actions", k, "about", l])
            });
        }
    }

    fn edition(&mut self, action: &MeetingAction, span: impl Fn() -> Span) {
        if let Some(edition) = &action.into
            && !self.names.editions.contains(edition)
            && !self.names.is_to_come(edition)
        {
            self.findings.push(unknown("edition", edition, &self.names.editions, span()));
        }
    }

    /// What a decision is about is a commitment or a recommendation. An outcome
    /// is reached through what it measures, so that there is one way to say it.
    fn about(&mut self, names: &[String], span: impl Fn(usize) -> Span) {
        for (at, name) in names.iter().enumerate() {
            if self.names.members.contains(name) || self.names.recommendations.contains(name) {
                continue;
            }
            let known = self.names.members.union(&self.names.recommendations).cloned().collect();
            let found = unknown("pledge or recommendation", name, &known, span(at));
            let is_outcome = self.names.outcomes.contains(name);
            self.findings.push(match is_outcome {
                true => found.note("a decision is about a pledge or a recommendation, which say by what outcomes they are measured"),
                false => found,
            });
        }
    }
}
