//! Every count that a reader may learn something of, with what was decided of
//! it, from the first day to the last.

use super::super::defence::{Link, Names};
use super::super::primary::{Rule, told_by};
use super::counts::{Entry, Wanted};
use super::decisions::Decisions;
use super::log::Reason;
use super::{links, outcomes, tables, told};
use crate::model::Day;
use crate::model::policy::{Exception, Policy, Zero};
use crate::protect::{Count, CountId, Fate, Params, Proof, Relation, System, protect};
use crate::site::Site;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Every count, and what was decided of it.
pub(super) struct Book<'a> {
    pub(super) site: Option<&'a Site>,
    pub(super) policy: &'a Policy,
    /// The counts and relations, as the engine reads them.
    pub(super) system: System,
    /// What is known of each count, in the same order.
    pub(super) entries: Vec<Entry>,
    pub(super) by_name: BTreeMap<String, CountId>,
    /// Percentages, rates and means, with the counts they are made of.
    pub(super) shares: BTreeMap<String, Share>,
    /// Figures that are withheld by rule and are no counts of the system.
    pub(super) others: BTreeMap<String, Rule>,
    /// What ledgers of the day told, by address.
    pub(super) told: BTreeMap<String, told::Frozen>,
    /// What authors say of counts in different places.
    pub(super) links: Arc<[Link]>,
    /// The addresses that links name.
    pub(super) linked: BTreeSet<String>,
    /// The relations that stand in the system already.
    related: BTreeSet<String>,
    /// The names that the day that is open has shown.
    today: BTreeSet<String>,
    /// The same by their plain addresses: the versions of the day.
    current: BTreeMap<String, CountId>,
    pub(super) proofs: Vec<Proof>,
    pub(super) unprotected: BTreeSet<CountId>,
    has_news: bool,
}

/// A percentage, rate or mean.
pub(super) struct Share {
    /// Its numerator and denominator.
    pub(super) parts: [CountId; 2],
    /// How pages call it.
    pub(super) names: Names,
    /// The figure.
    pub(super) truth: Decimal,
    /// Whether an edition's ledger shows it, so that it is known for ever.
    pub(super) is_told: bool,
}

impl<'a> Book<'a> {
    pub(super) fn new(site: &'a Site, policy: &'a Policy) -> Self {
        let links = links::declared(site);
        let linked = links::names(&links);
        Self { site: Some(site), links: links.into(), linked, ..Self::alone(policy) }
    }

    /// A book of counts that stand by themselves.
    pub(super) fn alone(policy: &'a Policy) -> Self {
        Self {
            site: None,
            policy,
            system: System::default(),
            entries: Vec::new(),
            by_name: BTreeMap::new(),
            shares: BTreeMap::new(),
            others: BTreeMap::new(),
            told: BTreeMap::new(),
            links: [].into(),
            linked: BTreeSet::new(),
            related: BTreeSet::new(),
            today: BTreeSet::new(),
            current: BTreeMap::new(),
            proofs: Vec::new(),
            unprotected: BTreeSet::new(),
            has_news: false,
        }
    }

    /// Goes on to a day: adds what is known on it and decides what is new.
    pub(super) fn open(&mut self, day: Option<Day>) {
        let Some(site) = self.site else { return };
        self.today.clear();
        self.current.clear();
        self.told = told::of_day(site, day);
        outcomes::add(self, site, day);
        tables::add(self, site, day);
        links::add(self, site, day);
        self.settle();
    }

    /// Notes that the day that is open is shown by a view.
    pub(super) fn seen_in(&mut self, view: usize) {
        for name in &self.today {
            if let Some(id) = self.by_name.get(name) {
                let names = self.entries[id.0].names.iter_mut();
                names.filter(|names| names.name == *name).for_each(|names| names.views.push(view));
            }
            if let Some(share) = self.shares.get_mut(name) {
                share.names.views.push(view);
            }
        }
    }

    /// Decides what is new since the last time. From now on it stands.
    pub(super) fn settle(&mut self) {
        if !std::mem::take(&mut self.has_news) {
            return;
        }
        let protected = protect(&self.system, &self.params());
        for id in protected.withheld {
            self.system.counts[id.0].fate = Fate::Withheld;
            self.entries[id.0].reason = Some(Reason::Others);
        }
        for count in &mut self.system.counts {
            if let Fate::Shown { cost, .. } = &mut count.fate {
                *cost = None;
            }
        }
        self.proofs = protected.proofs;
        self.unprotected.extend(protected.unprotected);
    }

    fn params(&self) -> Params {
        Params {
            protect: i64::from(self.policy.protect),
            unsafe_from: match self.policy.zero {
                Zero::Withhold => 0,
                Zero::Show => i64::from(self.policy.withhold_from),
            },
            unsafe_to: i64::from(self.policy.withhold_to),
            secondary: true,
        }
    }

    /// The count at a plain address on the day that is open.
    pub(super) fn current(&self, plain: &str) -> Option<CountId> {
        self.current.get(plain).copied()
    }

    /// Notes that the day that is open holds a count.
    fn note(&mut self, name: &str, id: CountId) {
        self.today.insert(name.to_owned());
        self.current.insert(super::names::plain(name).to_owned(), id);
    }

    /// The count of this name, if it is there.
    pub(super) fn find(&self, name: &str) -> Option<CountId> {
        self.by_name.get(name).copied()
    }

    /// Adds a count, or finds the one of that name.
    pub(super) fn count(&mut self, names: Names, truth: i64, wanted: Wanted) -> CountId {
        if let Some(id) = self.find(&names.name) {
            self.note(&names.name, id);
            return id;
        }
        let (fate, reason) = self.fate(&names.name, truth, wanted);
        let id = CountId(self.entries.len());
        self.note(&names.name, id);
        self.by_name.insert(names.name.clone(), id);
        self.system.counts.push(Count { truth, fate, floor: 0, ceiling: None });
        self.entries.push(Entry { names: vec![names], reason });
        self.has_news = true;
        id
    }

    /// Gives a count that is there another name: it is the same one. A rule
    /// that withholds it by that name withholds it by all, if nothing is
    /// decided; else withholding it costs both places.
    pub(super) fn call(&mut self, id: CountId, names: Names, rule: Option<Rule>, more: u32) {
        self.note(&names.name, id);
        let fate = &mut self.system.counts[id.0].fate;
        match (rule, fate) {
            (Some(rule), fate @ Fate::Shown { cost: Some(_), .. }) => {
                *fate = Fate::Withheld;
                self.entries[id.0].reason = Some(Reason::Rule(rule));
            }
            (None, Fate::Shown { cost: Some(cost), .. }) => *cost = cost.saturating_add(more),
            _ => {}
        }
        if !self.by_name.contains_key(&names.name) {
            self.by_name.insert(names.name.clone(), id);
            self.entries[id.0].names.push(names);
        }
    }

    fn fate(&self, name: &str, truth: i64, wanted: Wanted) -> (Fate, Option<Reason>) {
        let (low, high) = told_by(self.policy, truth);
        let exactly = Fate::Shown { low: truth, high: truth, cost: None };
        match wanted {
            Wanted::Guarded => (Fate::Guarded, None),
            Wanted::Free => (Fate::Free, None),
            Wanted::Others => (exactly, None),
            Wanted::Print { rule, cost } => {
                match (self.told.get(super::names::plain(name)), rule) {
                    (Some(told::Frozen::Figure(_)), _) => {
                        (Fate::Shown { low, high, cost: None }, rule.map(|_| Reason::Ledger))
                    }
                    (Some(told::Frozen::Withheld), rule) => {
                        (Fate::Withheld, Some(rule.map_or(Reason::Ledger, Reason::Rule)))
                    }
                    (None, Some(_)) if self.exception(name).is_some() => {
                        (exactly, Some(Reason::Exception))
                    }
                    (None, Some(rule)) => (Fate::Withheld, Some(Reason::Rule(rule))),
                    (None, None) => (Fate::Shown { low, high, cost: Some(cost) }, None),
                }
            }
        }
    }

    /// The exception that lets a place be shown, if there is one.
    pub(super) fn exception(&self, name: &str) -> Option<&'a Exception> {
        let plain = super::names::plain(name);
        let value = plain.strip_suffix("/numerator").map(|stem| format!("{stem}/value"));
        let is_meant = |cell: &str| cell == plain || Some(cell) == value.as_deref();
        self.policy.exceptions.iter().find(|exception| is_meant(&exception.cell))
    }

    /// Adds a relation, once.
    pub(super) fn relate(&mut self, name: String, relation: Relation) {
        if self.related.insert(name) {
            self.system.relations.push(relation);
            self.has_news = true;
        }
    }

    /// Lowers what a count can be at most.
    pub(super) fn cap(&mut self, id: CountId, most: i64) {
        let count = &mut self.system.counts[id.0];
        let most = count.ceiling.map_or(most, |old| old.min(most)).max(count.truth);
        if count.ceiling != Some(most) {
            count.ceiling = Some(most);
            self.has_news = true;
        }
    }

    /// Notes a share of two counts.
    pub(super) fn share(&mut self, share: Share) {
        self.today.insert(share.names.name.clone());
        self.shares.entry(share.names.name.clone()).or_insert(share);
    }

    /// Whether a count is withheld.
    pub(super) fn hides(&self, id: CountId) -> bool {
        matches!(self.system.counts[id.0].fate, Fate::Withheld)
    }

    /// What is withheld, and what is shown all the same.
    pub(super) fn decisions(&self) -> Decisions {
        let is_released = |id: &CountId| !self.hides(*id) && self.entries[id.0].reason.is_some();
        let (mut withheld, mut released) = (BTreeSet::new(), BTreeSet::new());
        withheld.extend(self.others.keys().cloned());
        for (name, id) in &self.by_name {
            if self.hides(*id) {
                withheld.insert(name.clone());
            } else if is_released(id) {
                released.insert(name.clone());
            }
        }
        for (name, share) in &self.shares {
            let hidden = share.parts.iter().any(|part| self.hides(*part)) && !share.is_told;
            if hidden { &mut withheld } else { &mut released }.insert(name.clone());
        }
        Decisions { withheld, released }
    }
}
