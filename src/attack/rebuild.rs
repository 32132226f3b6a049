//! The relations of the whole site, rebuilt from what its files show.
//!
//! Sums come from tables with totals, shares from percentages and their parts,
//! and everything that bears one address is one count. Authors' declared sums
//! and what earlier editions told are added: a reader knows both.

mod shares;

use super::grids::{What, Where};
use super::key::{Key, base};
use super::look::{Term, Told};
use super::ranges::{MOST, System};
use crate::disclosure::{GuardedPlace, Publication};
use crate::model::policy::Policy;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The system of counts that the site shows.
pub(super) struct Rebuilt<'k, 'a> {
    pub(super) key: &'k Key<'a>,
    publication: &'a Publication,
    /// The counts and relations.
    pub(super) system: System,
    /// The counts by name: an address, or a name of its own.
    pub(super) counts: BTreeMap<String, usize>,
    /// Counts that some file shows as withheld, and that file.
    pub(super) withheld: BTreeMap<usize, String>,
    /// Every figure that is shown: by address, then by view.
    seen: BTreeMap<String, BTreeMap<usize, Seen>>,
    /// The view of the page in each folder but the uppermost.
    views: HashMap<&'a str, usize>,
}

/// How an address is shown in one view.
#[derive(Debug, Clone, Default)]
pub(super) struct Seen {
    pub(super) subject: usize,
    pub(super) numbers: BTreeSet<Decimal>,
    pub(super) is_withheld: bool,
    pub(super) is_low: bool,
    /// A file that shows it, as withheld if any does.
    pub(super) path: String,
    /// A file that shows a number.
    pub(super) number_path: String,
}

impl<'k, 'a> Rebuilt<'k, 'a> {
    /// The relations between what all of `told` shows.
    pub(super) fn of(publication: &'a Publication, key: &'k Key<'a>, told: &[Told<'_>]) -> Self {
        let mut views = HashMap::new();
        for page in publication.pages.iter().filter(|page| !page.address.folder().is_empty()) {
            views.entry(page.address.folder()).or_insert(page.view);
        }
        let mut rebuilt = Self {
            key,
            publication,
            system: System::default(),
            counts: BTreeMap::new(),
            withheld: BTreeMap::new(),
            seen: BTreeMap::new(),
            views,
        };
        told.iter().for_each(|told| rebuilt.see(told));
        told.iter().for_each(|told| rebuilt.add_sums(told));
        rebuilt.add_guarded();
        shares::add(&mut rebuilt);
        rebuilt.add_links();
        rebuilt.add_silent();
        rebuilt.add_told();
        rebuilt
    }

    /// The view that the file at `path` shows: that of the nearest page above it.
    fn view(&self, path: &str) -> usize {
        let folders = std::iter::successors(Some(path), |folder| Some(folder.rsplit_once('/')?.0));
        let view = folders.skip(1).find_map(|folder| self.views.get(folder));
        view.copied().unwrap_or(self.publication.latest)
    }

    fn see(&mut self, told: &Told<'_>) {
        let view = self.view(&told.path);
        for (at, what) in &told.seen {
            let seen = self.seen.entry(at.place.clone()).or_default().entry(view).or_default();
            seen.subject = at.subject;
            match what {
                What::Number(number) => {
                    if seen.numbers.insert(number.normalize()) {
                        seen.number_path.clone_from(&told.path);
                    }
                }
                What::Withheld => seen.is_withheld = true,
                What::Low => seen.is_low = true,
                What::NotApplicable | What::Other => continue,
            }
            if seen.path.is_empty() || *what == What::Withheld {
                seen.path.clone_from(&told.path);
            }
        }
    }

    fn add_sums(&mut self, told: &Told<'_>) {
        let view = self.view(&told.path);
        for sum in &told.sums {
            let terms: Vec<usize> =
                sum.terms.iter().filter_map(|term| self.term(term, view, &told.path)).collect();
            if let [total, parts @ ..] = terms.as_slice()
                && terms.len() == sum.terms.len()
            {
                let place =
                    format!("{} in `{}`: {}", sum.line, told.path, self.written(parts, *total));
                self.system.sum(*total, parts, place);
            }
        }
    }

    /// The count that a member of a sum is.
    fn term(&mut self, term: &Term, view: usize, path: &str) -> Option<usize> {
        let name = match &term.name {
            Ok(at) => self.name(at, view),
            Err(own) => own.clone(),
        };
        match term.what {
            What::Withheld => {
                let count = self.count(&name);
                self.withheld.entry(count).or_insert_with(|| path.to_owned());
                Some(count)
            }
            What::Number(number) => self.known(&name, number),
            What::NotApplicable => Some(self.system.count(name, 0, 0)),
            What::Low => Some(self.system.count(name, 1, low(&self.publication.policy))),
            What::Other => None,
        }
    }

    /// The name of the count that a view shows at an address: versions that
    /// were revised have names of their own.
    pub(super) fn name(&self, at: &Where, view: usize) -> String {
        let mut places = self.key.places_at(at.subject, &at.place);
        let place = places.find(|place| place.views.is_empty() || place.views.contains(&view));
        place.map_or_else(|| at.place.clone(), |place| place.name.clone())
    }

    /// The count called `name`, of which nothing is known.
    pub(super) fn count(&mut self, name: &str) -> usize {
        if let Some(at) = self.counts.get(name) {
            return *at;
        }
        let at = self.system.count(name, 0, MOST);
        self.counts.insert(name.to_owned(), at);
        at
    }

    /// A count that is shown as `number`.
    pub(super) fn known(&mut self, name: &str, number: Decimal) -> Option<usize> {
        let (low, high) = range(&self.publication.policy, number)?;
        let own = format!("{name} = {}", number.normalize());
        if let Some(at) = self.counts.get(&own) {
            return Some(*at);
        }
        let at = self.system.count(name, low, high);
        self.counts.insert(own, at);
        Some(at)
    }

    /// Every guarded count that a file shows as withheld, though in no sum.
    fn add_guarded(&mut self) {
        let seen: Vec<(Where, usize, String)> = self
            .seen
            .iter()
            .flat_map(|(place, views)| views.iter().map(move |(view, seen)| (place, view, seen)))
            .filter(|(_, _, seen)| seen.is_withheld)
            .map(|(place, view, seen)| {
                (Where { subject: seen.subject, place: place.clone() }, *view, seen.path.clone())
            })
            .collect();
        for (at, view, path) in seen {
            if !self.is_count(&at) {
                continue;
            }
            let name = self.name(&at, view);
            let count = self.count(&name);
            self.withheld.entry(count).or_insert(path);
        }
    }

    /// Counts that no page prints and that may not become known all the same,
    /// such as what one quarter added.
    fn add_silent(&mut self) {
        for place in self.key.defence.places.iter().filter(|place| !place.is_printed) {
            if let Some(count) = self.counts.get(&place.name) {
                self.withheld.entry(*count).or_default();
            }
        }
    }

    /// What earlier editions told, by their ledgers, is known for ever.
    fn add_told(&mut self) {
        for told in &self.publication.defence.told {
            let Some((number, subject)) = told.number.zip(self.key.subject_at(&told.place)) else {
                continue;
            };
            let same = self.key.places_at(subject, &told.place).filter(|place| place.is(number));
            for place in same.collect::<Vec<_>>() {
                let known =
                    self.counts.get(&place.name).zip(range(&self.publication.policy, number));
                if let Some((count, (low, high))) = known {
                    let count = &mut self.system.counts[*count];
                    (count.low, count.high) = (low, high);
                }
            }
        }
    }

    /// Whether an address holds a count of people.
    fn is_count(&self, at: &Where) -> bool {
        let subject = &self.key.subjects[at.subject];
        subject.is_table()
            || at.place.ends_with("/numerator")
            || at.place.ends_with("/denominator")
            || (at.place.ends_with("/value") && subject.unit.is_some_and(|unit| unit.is_count()))
    }

    /// The sums that authors declare.
    fn add_links(&mut self) {
        for link in &self.publication.defence.links {
            let terms: Vec<usize> = link
                .parts
                .iter()
                .chain([&link.total])
                .filter_map(|name| self.named(name))
                .collect();
            if let [parts @ .., total] = terms.as_slice()
                && parts.len() == link.parts.len()
            {
                let place = format!(
                    "what was declared of `{}`: {}",
                    link.total,
                    self.written(parts, *total)
                );
                self.system.sum(*total, parts, place);
            }
        }
    }

    /// The count of the address `name`, as far as it is known.
    fn named(&mut self, name: &str) -> Option<usize> {
        if let Some(at) = self.counts.get(name) {
            return Some(*at);
        }
        let shown = self
            .seen
            .get(base(name))
            .and_then(|views| views.values().rev().find_map(|seen| seen.numbers.first().copied()));
        match shown {
            Some(number) => self.known(name, number),
            None => Some(self.count(name)),
        }
    }

    /// Counts that may not become known, and the file that says so.
    pub(super) fn secrets(&self) -> impl Iterator<Item = (usize, &str)> {
        self.withheld.iter().map(|(count, path)| (*count, path.as_str()))
    }

    /// Sums whose unknown parts are known to be few together.
    pub(super) fn pools(&self, policy: &Policy) -> Vec<Pool> {
        let sums = self.system.relations.iter().enumerate().filter(|(_, relation)| relation.is_sum);
        let unsafe_to = i64::from(policy.withhold_to);
        let pools = sums.filter_map(|(at, _)| self.pool(at));
        pools
            .filter(|pool| {
                let (low, high) = pool.range;
                high - low < i64::from(policy.protect) && low >= 1 && high <= unsafe_to
            })
            .collect()
    }

    /// The withheld parts of one sum, if there are several.
    fn pool(&self, at: usize) -> Option<Pool> {
        let terms = &self.system.relations[at].terms;
        let is_part = |(count, by): &&(usize, i64)| *by == 1 && self.withheld.contains_key(count);
        let counts: Vec<usize> = terms.iter().filter(is_part).map(|(count, _)| *count).collect();
        let rest = terms.iter().filter(|(count, _)| !counts.contains(count));
        let (least, most) = rest.fold((0i64, 0i64), |(least, most), (count, by)| {
            let known = &self.system.counts[*count];
            let (a, b) = (known.low.saturating_mul(-by), known.high.saturating_mul(-by));
            (least.saturating_add(a.min(b)), most.saturating_add(a.max(b)))
        });
        (counts.len() > 1).then_some(Pool { counts, relation: at, range: (least.max(0), most) })
    }

    /// What a count is called, for the author.
    pub(super) fn called(&self, count: usize) -> String {
        let name = &self.system.counts[count].name;
        let place = self.key.place(name);
        place.map_or_else(
            || {
                name.split_once('#').map_or_else(
                    || format!("`{name}`"),
                    |(path, _)| format!("a cell of a table in `{path}`"),
                )
            },
            |(subject, place)| super::tell::called(self.key, subject, place),
        )
    }

    /// The file in which a count was written.
    pub(super) fn source(&self, count: usize) -> Option<String> {
        let name = &self.system.counts[count].name;
        let subject = self.key.subject_at(name).map(|at| self.key.subjects[at].file.clone());
        let page = || {
            let (path, _) = name.split_once('#')?;
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            let page =
                self.publication.pages.iter().find(|page| page.address.folder() == folder)?;
            Some(page.file.to_string())
        };
        subject.filter(|file| !file.is_empty()).or_else(page)
    }

    /// What is shown of a sum: `172 + [c] + 10 = 193`.
    fn written(&self, parts: &[usize], total: usize) -> String {
        let one = |at: &usize| {
            let count = &self.system.counts[*at];
            match (count.low, count.high) {
                (low, high) if low == high => low.to_string(),
                (_, MOST) => "[c]".to_owned(),
                (low, high) => format!("{low} to {high}"),
            }
        };
        let parts: Vec<String> = parts.iter().map(one).collect();
        format!("{} = {}", parts.join(" + "), one(&total))
    }
}

/// Unknown parts of a sum, and what is known of them together.
#[derive(Debug)]
pub(super) struct Pool {
    pub(super) counts: Vec<usize>,
    pub(super) relation: usize,
    pub(super) range: (i64, i64),
}

/// Whether a guarded place holds a count of people, which needs a proof.
pub(super) fn is_count(place: &GuardedPlace) -> bool {
    let name = base(&place.name);
    name.starts_with("table/")
        || name.ends_with("/numerator")
        || name.ends_with("/denominator")
        || place.unit.is_count()
}

/// What a reader knows of a count that is shown as `number` under `policy`.
pub(super) fn range(policy: &Policy, number: Decimal) -> Option<(i64, i64)> {
    let shown =
        number.is_integer().then(|| number.to_i64()).flatten().filter(|shown| *shown >= 0)?;
    let step = policy.round_to.map(i64::from).filter(|step| *step > 1);
    Some(match step.filter(|step| shown > 0 && shown % step == 0) {
        Some(step) => (shown - step / 2, shown + (step - 1) / 2),
        None => (shown, shown),
    })
}

/// The most that a count which rounds to zero can be.
fn low(policy: &Policy) -> i64 {
    policy.round_to.map_or(1, |step| i64::from(step - 1) / 2).max(1)
}
