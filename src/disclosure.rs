//! The wall: from the site as written to what may be seen.
//!
//! True figures go in sealed and come out as [`Published`], which nothing else
//! can make. Everything that is worked out from figures (percentages, totals,
//! change, ratings) is worked out here, so that an output can only repeat it.
//!
//! Today the wall withholds small counts by the site's policy and every total
//! that would give one away by subtraction. Protection across tables, outcomes
//! and editions belongs here too, and nowhere else.

mod change;
mod comparable;
mod consistency;
mod defence;
mod figures;
mod filter;
#[cfg(test)]
pub(crate) mod fixture;
mod gap;
mod history;
mod neighbours;
mod outcomes;
mod pages;
mod points;
mod primary;
mod protection;
mod published;
mod rank;
mod rating;
mod record;
mod registers;
mod risks;
pub mod sealed;
mod secrets;
mod shared;
mod stood;
mod tables;
mod view;

pub use change::{Basis, Change, Judgement, Refusal};
pub use defence::{Defence, GuardedPlace, Link, NamedProof, Names, Told};
pub use gap::{Gap, NoStanding, target_for};
pub use history::Since;
pub use neighbours::{MeanOf, Neighbour, STATISTICAL_NEIGHBOURS};
pub use outcomes::{Base, Point, PublishedOutcome, PublishedRevision, Series};
pub use pages::{Edition, Hidden, Page};
pub use primary::Rule;
pub use protection::{LogEntry, Reason};
pub use published::{Cell, Published, Shown, absent, tally};
pub use rank::{Among, Rank};
pub use rating::{rate, rating};
pub use record::{Extreme, NoRecord, Reach, Record};
pub use registers::{Filed, ListedAction};
pub use secrets::{Kept, Secret, SecretKind, Secrets, Word, fold, folded};
pub use tables::{PublishedTable, TableRow};
pub use view::{ThemeGroup, View};

use crate::confidential::Key;
use crate::diagnostic::{Checked, Findings};
use crate::model::config::SiteConfig;
use crate::model::glossary::Glossary;
use crate::model::paper::PaperFile;
use crate::model::policy::{Policy, Preset};
use crate::model::rules::RuleSet;
use crate::model::waiver::Waiver;
use crate::model::{Day, Exemption, Id, Stage};
use crate::site::Site;
use crate::sources::Sources;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What opens sealed figures; it does not leave this module.
const KEY: Key = Key::of_the_disclosure_module();

/// What a build is asked for.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Show only what was known on this day.
    pub as_at: Option<Day>,
    /// The day of the build, by which embargoes are judged; `None` shows what
    /// is under embargo.
    pub today: Option<Day>,
    /// The address the site will have, in place of the one it names.
    pub base_url: Option<String>,
    /// How far the report has come: how much the checks weigh.
    pub stage: Stage,
    /// Whether what was made is attacked before it may be published.
    pub gates: bool,
    /// Show what is exempt too, to those who may see it.
    pub exempt: bool,
    /// Whether PDFs are made.
    pub printing: Printing,
}

/// What becomes of documents to print.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Printing {
    /// They are looked through for what cannot be printed, and not set.
    #[default]
    Checked,
    /// They are set, and published as PDF: a paper with what is appended to it.
    Set,
    /// The same, each by itself, with the text of the decision that a paper
    /// asks for: for systems that keep a file for each document.
    Apart,
}

/// What may be seen of a site.
#[derive(Debug)]
pub struct Publication {
    /// The settings.
    pub config: SiteConfig,
    /// The theme's name.
    pub theme: String,
    /// Which small numbers are withheld.
    pub policy: Policy,
    /// How ratings are reached.
    pub rules: Option<RuleSet>,
    /// What terms mean.
    pub glossary: Glossary,
    /// Templates of papers.
    pub papers: PaperFile,
    /// What was known, on each day that a page shows.
    pub views: Vec<View>,
    /// The view of pages that belong to no edition.
    pub latest: usize,
    /// The editions, the latest first.
    pub editions: Vec<Edition>,
    /// The pages, in order of address.
    pub pages: Vec<Page>,
    /// Folders of pages that are written and not published, and why.
    pub hidden: BTreeMap<String, Hidden>,
    /// Pictures and attachments, by path below `content/`.
    pub assets: BTreeMap<String, Arc<[u8]>>,
    /// Warnings about the registers that somebody has accepted.
    pub accepted: Vec<Waiver>,
    /// What was withheld, and why nobody can work it out.
    pub defence: Defence,
    /// What was withheld and why, for officers alone.
    pub log: Vec<LogEntry>,
    /// What may stand nowhere in it, in words.
    pub secrets: Secrets,
    /// Whether it shows what is exempt: then it is not for the public.
    pub exempt: bool,
    /// Why each exempt record is, by its name, such as `outcome/ID`; nothing
    /// in what is for the public.
    pub exemptions: BTreeMap<String, Exemption>,
}

impl Publication {
    /// The view a page shows.
    pub fn view(&self, page: &Page) -> &View {
        &self.views[page.view]
    }

    /// The view of pages that belong to no edition.
    pub fn latest(&self) -> &View {
        &self.views[self.latest]
    }

    /// The edition of a page, if it belongs to one.
    pub fn edition(&self, page: &Page) -> Option<&Edition> {
        page.edition.and_then(|at| self.editions.get(at))
    }

    /// What the edition in `folder` shows, if it is published.
    pub fn view_of_edition(&self, folder: &str) -> Option<&View> {
        let page = self.pages.iter().find(|page| page.address.folder() == folder)?;
        Some(self.view(page))
    }

    /// The default language.
    pub fn language(&self) -> &str {
        self.config.languages.first().map_or("en", |language| language.as_str())
    }
}

/// What may stand nowhere in `publication`, which is for the public, of the
/// `whole` site: all there is in the pages, passages and records that it leaves
/// out since they are exempt or under embargo.
pub fn secrets(whole: &Site, sources: &Sources, publication: &Publication) -> Secrets {
    if publication.exempt {
        return Secrets::default();
    }
    secrets::gather(whole, sources, &publication.hidden)
}

/// Decides what may be seen of `site`.
pub fn disclose(site: &Site, asked: &Asked) -> Checked<Publication> {
    let mut findings = Findings::new();
    shared::check(site, &mut findings);
    let mut config = site.config.value.clone();
    config.base_url = asked.base_url.clone().or(config.base_url);
    let policy =
        config.disclosure.as_ref().map_or_else(|| Preset::DfeLa.policy(), |spec| spec.0.clone());
    let rules = rule_set(site, config.rating_rules.as_ref());
    let chosen = pages::choose(site, asked);
    let protection = protection::protect(site, &policy, &chosen.dates, asked.as_at, &mut findings);
    let decisions = &protection.decisions;
    consistency::check(site, (&policy, decisions), rules.as_ref(), &mut findings);
    let mut shared = registers::Shared::default();
    let view = |as_at: &Option<Day>| View::of(site, &policy, decisions, *as_at, &mut shared);
    let mut views: Vec<View> = chosen.dates.iter().map(view).collect();
    history::fill(&mut views, &chosen.editions, site);
    protection::check_ledgers(site, &views, &mut findings);
    let publication = Publication {
        theme: site.theme().to_owned(),
        rules,
        config,
        policy,
        glossary: site.glossary.as_ref().map(|doc| doc.value.clone()).unwrap_or_default(),
        papers: site.templates.clone(),
        views,
        latest: chosen.latest,
        editions: chosen.editions,
        pages: chosen.pages,
        hidden: chosen.hidden,
        assets: site.assets.clone(),
        accepted: Vec::new(),
        defence: protection.defence,
        log: protection.log,
        secrets: Secrets::default(),
        exempt: asked.exempt,
        exemptions: exemptions(site, asked),
    };
    risks::check(site, &publication, &mut findings);
    Checked { value: publication, findings }
}

/// Why each exempt record is, for those who may see it.
fn exemptions(site: &Site, asked: &Asked) -> BTreeMap<String, Exemption> {
    let shown = site.exempt_records().filter(|_| asked.exempt);
    shown.map(|one| (one.name, one.exemption.cloned().unwrap_or_default())).collect()
}

fn rule_set(site: &Site, name: Option<&Id>) -> Option<RuleSet> {
    let sets = &site.rules.as_ref()?.value.rule_sets;
    name.and_then(|name| sets.get(name)).or_else(|| sets.values().next()).cloned()
}

#[cfg(test)]
mod tests;
