//! Small parts that many pages share: statuses, leads, evidence, dates.

use super::cx::Cx;
use crate::model::pledge::PledgeStatus;
use crate::model::recommendation::Status;
use crate::model::rules::Rule;
use crate::model::text::{Evidence, Lead};
use crate::model::{When, id};
use serde_json::{Value, json};

impl Cx<'_> {
    /// How a recommendation or action stands.
    pub(super) fn status(&self, status: Status) -> Value {
        let shape = match status {
            Status::Complete => "tick",
            Status::OnTrack => "circle",
            Status::Slipped => "triangle",
            Status::NotStarted => "ring",
            Status::NotAchieved => "cross",
            Status::Superseded => "diamond",
            Status::NotStated => "dash",
        };
        self.status_of(status.slug(), shape)
    }

    /// How well a pledge is kept.
    pub(super) fn pledge_status(&self, status: PledgeStatus) -> Value {
        let shape = match status {
            PledgeStatus::Kept => "tick",
            PledgeStatus::MostlyKept => "circle",
            PledgeStatus::NotYet => "triangle",
            PledgeStatus::NotKept => "cross",
            PledgeStatus::TooEarly => "ring",
            PledgeStatus::Aspirational => "diamond",
            PledgeStatus::NotStated => "dash",
        };
        self.status_of(status.slug(), shape)
    }

    fn status_of(&self, slug: &str, shape: &str) -> Value {
        json!({"slug": slug, "label": self.t(&format!("status.{slug}")), "shape": shape})
    }

    /// The rating a rule gives.
    pub(super) fn rating(&self, rule: &Rule) -> Value {
        let label = self.say(&rule.shows);
        json!({"slug": id::slugify(&label), "label": label, "shape": rule.shape.slug()})
    }

    /// Who leads something, one text for each.
    pub(super) fn leads(&self, leads: &[Lead]) -> Vec<String> {
        leads.iter().map(|lead| self.lead(lead)).collect()
    }

    fn lead(&self, lead: &Lead) -> String {
        let role = self.say(&lead.role);
        let named = match &lead.name {
            Some(name) => format!("{name}, {role}"),
            None => role,
        };
        match (lead.in_post, &lead.successor) {
            (Some(true) | None, None) => named,
            (_, Some(next)) => {
                let words = [("lead", named.as_str()), ("successor", &self.say(next))];
                self.strings().say("lead.succeeded", &words)
            }
            (Some(false), None) => self.strings().say("lead.left", &[("lead", &named)]),
        }
    }

    /// Evidence, notes or bodies consulted.
    pub(super) fn evidence(&self, items: &[Evidence]) -> Vec<Value> {
        let one = |item: &Evidence| json!({"text": self.say(&item.text), "url": item.url, "path": null, "outcome": self.say_some(item.outcome.as_ref())});
        items.iter().map(one).collect()
    }

    /// A date in words.
    pub(super) fn when(&self, when: &When) -> String {
        self.strings().when(when)
    }

    /// A date in words, or nothing.
    pub(super) fn when_some(&self, when: Option<&When>) -> Option<String> {
        when.map(|when| self.when(when))
    }

    /// Statutory principles, with their titles and where each is traced.
    pub(super) fn principles(&self, slugs: &[String]) -> Vec<Value> {
        let one = |slug: &String| json!({"slug": slug, "title": self.principle(slug), "path": self.principle_path(slug)});
        slugs.iter().map(one).collect()
    }

    /// The title of a statutory principle.
    pub(super) fn principle(&self, slug: &str) -> String {
        let nation = self.renderer.publication.config.council.nation.slug();
        let key = format!("principle.{nation}.{slug}");
        if self.strings().has(&key) { self.t(&key) } else { slug.to_owned() }
    }

    /// Where a statutory principle is traced, if there is such a page.
    pub(super) fn principle_path(&self, slug: &str) -> Option<String> {
        let page = self.renderer.map.page_in(super::principles::FOLDER)?;
        Some(format!("{page}#{}", super::principles::anchor(slug)))
    }
}
