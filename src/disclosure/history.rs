//! What happened to promises since the edition before.

use super::Publication;
use super::pages::Edition;
use super::view::View;
use crate::model::{Day, Period};
use crate::register::history::between;
use crate::register::{Change, Happened, Key, Register};
use crate::site::Site;
use std::collections::BTreeMap;

/// An edition, and what happened to every promise since.
#[derive(Clone, Debug)]
pub struct Since {
    /// The edition's folder.
    pub edition: String,
    /// The period it was about.
    pub period: Option<Period>,
    /// The day whose knowledge it showed.
    pub as_at: Day,
    /// What happened, by the promise's name. A promise that was closed before,
    /// and to which nothing happened, is not there.
    pub changes: BTreeMap<Key, Change>,
}

/// Finds for each view the last edition before it, and what happened since.
pub(super) fn fill(views: &mut [View], editions: &[Edition], site: &Site) {
    let before = registers(views, editions, site);
    for view in views {
        let earlier = before.iter().filter(|(edition, ..)| edition.as_at < view.day);
        let last = earlier.max_by_key(|(edition, ..)| edition.as_at);
        let own = before.iter().find(|(_, as_at, _)| Some(*as_at) == view.as_at);
        let after = own.map_or(view.register.as_ref(), |(_, _, register)| register);
        view.since = last.map(|(edition, as_at, before)| since(edition, *as_at, before, after));
    }
}

/// What each edition published: what it shows, and what its ledger remembers.
fn registers<'a>(
    views: &[View],
    editions: &'a [Edition],
    site: &Site,
) -> Vec<(&'a Edition, Day, Register)> {
    let of = |edition: &'a Edition| {
        let as_at = edition.as_at?;
        let view = views.iter().find(|view| view.as_at == Some(as_at))?;
        let ledgers = site.ledgers.iter().map(|doc| &doc.value);
        Some((edition, as_at, view.register.published(&edition.folder, ledgers)))
    };
    editions.iter().filter_map(of).collect()
}

fn since(edition: &Edition, as_at: Day, before: &Register, after: &Register) -> Since {
    let changes = between(before, after).into_iter();
    Since {
        edition: edition.folder.clone(),
        period: edition.period.clone(),
        as_at,
        changes: changes.map(|change| (change.key.clone(), change)).collect(),
    }
}

impl View {
    /// What happened since the edition before, in order of name.
    pub fn changes(&self) -> impl Iterator<Item = &Change> {
        self.since.iter().flat_map(|since| since.changes.values())
    }

    /// What happened to a promise since the edition before.
    fn told(&self, key: &Key) -> Option<(&Since, &Change)> {
        let since = self.since.as_ref()?;
        Some((since, since.changes.get(key)?))
    }
}

impl Publication {
    /// What happened to a promise, as `view` shows it, and since which edition.
    ///
    /// A page that belongs to no edition may show a day soon after one. Where
    /// nothing happened in that short time, what the edition itself told is
    /// told again: it is still the news.
    pub fn told<'a>(&'a self, view: &'a View, key: &Key) -> Option<(&'a Since, &'a Change)> {
        let is_news = |told: &(&Since, &Change)| told.1.happened != Happened::NoUpdate;
        let own = view.told(key);
        let of_edition = self.editions.iter().any(|edition| edition.as_at == view.day);
        if of_edition || own.is_some_and(|told| is_news(&told)) {
            return own;
        }
        let since = view.since.as_ref()?;
        self.views.iter().find(|view| view.as_at == Some(since.as_at))?.told(key)
    }
}
