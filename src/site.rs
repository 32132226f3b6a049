//! The site as written: every record read, typed and resolved against every
//! other. It holds the true figures, sealed.

mod adds_up;
mod consequences;
mod exempt;
mod ledgers;
mod load;
mod order;
mod outcomes;
mod pages;
mod papers;
mod policy;
mod references;
mod rules;
mod statement;
mod tables;
pub mod templates;
mod unique;

pub use consequences::drop_consequences;
pub use exempt::{Marked, joined};

use crate::diagnostic::{Checked, Diagnostic, Findings, Severity};
use crate::model::config::SiteConfig;
use crate::model::glossary::Glossary;
use crate::model::meeting::MeetingFile;
use crate::model::outcome::OutcomeFile;
use crate::model::page::Visibility;
use crate::model::paper::PaperFile;
use crate::model::place::Places;
use crate::model::pledge::PledgeFile;
use crate::model::rating::RatingFile;
use crate::model::recommendation::ReviewFile;
use crate::model::rules::RuleFile;
use crate::model::table::TableFile;
use crate::model::waiver::WaiverFile;
use crate::model::{Address, Day, FrontMatter, Id, PageKind};
use crate::register::{self, Ledger};
use crate::sources::Sources;
use crate::yaml::Doc;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Everything an officer wrote.
#[derive(Debug)]
pub struct Site {
    /// `data/site.yaml`.
    pub config: Doc<SiteConfig>,
    /// `data/outcomes/`.
    pub outcomes: Vec<Doc<OutcomeFile>>,
    /// `data/tables/`.
    pub tables: Vec<Doc<TableFile>>,
    /// `data/pledges/`.
    pub sets: Vec<Doc<PledgeFile>>,
    /// `data/recommendations/`.
    pub reviews: Vec<Doc<ReviewFile>>,
    /// `data/published/`: what editions published.
    pub ledgers: Vec<Doc<Ledger>>,
    /// `data/ratings.yaml`.
    pub ratings: Option<Doc<RatingFile>>,
    /// `data/meetings.yaml`.
    pub meetings: Option<Doc<MeetingFile>>,
    /// `data/waivers.yaml`.
    pub waivers: Option<Doc<WaiverFile>>,
    /// `data/rules.yaml`.
    pub rules: Option<Doc<RuleFile>>,
    /// `data/glossary.yaml`.
    pub glossary: Option<Doc<Glossary>>,
    /// `data/papers.yaml`.
    pub papers: Option<Doc<PaperFile>>,
    /// Every template of papers by name: those that every site has and those of
    /// `data/papers.yaml`, with what each takes from the one it is like.
    pub templates: PaperFile,
    /// `content/`.
    pub pages: Vec<SourcePage>,
    /// Pictures and attachments, by path below `content/`.
    pub assets: BTreeMap<String, Arc<[u8]>>,
}

/// A page as written.
#[derive(Clone, Debug)]
pub struct SourcePage {
    /// The file it stands in.
    pub file: Arc<str>,
    /// Where it will be published.
    pub address: Address,
    /// What its author says of it.
    pub front: Arc<Doc<FrontMatter>>,
    /// The whole text of the file.
    pub text: Arc<str>,
    /// The byte of the text where the words begin, after the front matter.
    pub body: usize,
}

impl SourcePage {
    /// The narrative, without the front matter.
    pub fn words(&self) -> &str {
        self.text.get(self.body..).unwrap_or_default()
    }
}

/// A site as its officers know it, and as the public may.
#[derive(Debug)]
pub struct Versions {
    /// With what is exempt.
    pub whole: Site,
    /// Without exempt records, as if they had never been written; `None` if
    /// there are none. Exempt pages are left out by `disclosure`.
    pub public: Option<Site>,
}

impl Site {
    /// Reads the site as the public may see it: exempt records are not there.
    pub fn load(sources: &Sources) -> Checked<Option<Self>> {
        let Checked { value, findings } = Self::versions(sources);
        let site = value.map(|versions| versions.public.unwrap_or(versions.whole));
        Checked { value: site, findings }
    }

    /// Reads both versions of the site, with what is wrong with either.
    pub fn versions(sources: &Sources) -> Checked<Option<Versions>> {
        let Checked { value, mut findings } = Self::load_whole(sources);
        let Some(whole) = value else { return Checked { value: None, findings } };
        let cut = whole.without_exempt(sources).map(|sources| Self::load_whole(&sources));
        let public = cut.and_then(|cut| {
            findings = exempt::joined(&whole, &findings, &cut.findings);
            let public = cut.value?;
            exempt::check_cut(&public, &mut findings);
            Some(public)
        });
        Checked { value: Some(Versions { whole, public }), findings }
    }

    /// Reads, types and resolves everything in `sources`, with what is exempt;
    /// `None` when there is not enough to make a site of.
    pub fn load_whole(sources: &Sources) -> Checked<Option<Self>> {
        let mut findings = Findings::new();
        let site = load::load(sources, &mut findings);
        if let Some(site) = &site {
            unique::check(site, &mut findings);
            references::check(site, &mut findings);
            ledgers::check(site, &mut findings);
            outcomes::check(site, &mut findings);
            order::check(site, &mut findings);
            rules::check(site, &mut findings);
            tables::check(site, &mut findings);
            adds_up::check(site, &mut findings);
            policy::check(site, &mut findings);
            pages::check(site, &mut findings);
            exempt::check(site, &mut findings);
            statement::check(site, &mut findings);
        }
        Checked { value: site, findings }
    }

    /// Every cell that an address can name.
    pub fn places(&self) -> Places<'_> {
        let tables = self.tables.iter().flat_map(|doc| &doc.value.tables);
        Places::of(tables, self.outcomes.iter().flat_map(|doc| &doc.value.outcomes))
    }

    /// The name of the edition's folder for every edition, with its page.
    pub fn editions(&self) -> impl Iterator<Item = (&str, &SourcePage)> {
        self.pages
            .iter()
            .filter(|page| page.front.value.kind == PageKind::Report && page.address.is_section())
            .map(|page| (page.address.folder(), page))
    }

    /// The day the registers are judged on: `as_at` if it is given, else the
    /// last day that a public edition or an entry of the registers bears.
    /// Never the clock: the same files are judged the same on any day.
    pub fn day(&self, as_at: Option<Day>) -> Option<Day> {
        let editions = self.editions().map(|(_, page)| page).filter(|page| !self.is_exempt(page));
        let shown = editions.filter_map(|page| page.front.value.as_at).max();
        as_at.or_else(|| shown.max(self.last_entry()))
    }

    /// What is late in the accessibility statement on `today`, the day of the
    /// build, since a statement grows old on a site that nobody changes.
    /// Without one, as in drafts, nothing is late.
    pub fn check_statement(&self, today: Option<Day>, findings: &mut Findings) {
        let Some(statement) = &self.config.value.accessibility else { return };
        if let Some(day) = today {
            statement::check_on(&self.config, statement, day, findings);
        }
    }

    /// Whether the public may not see `page`: it or a section it stands in is
    /// exempt.
    pub fn is_exempt(&self, page: &SourcePage) -> bool {
        let folder = page.address.folder();
        let holds = |section: &SourcePage| {
            let above = section.address.folder();
            let below = || folder.strip_prefix(above).is_some_and(|rest| rest.starts_with('/'));
            section.address.is_section() && (above.is_empty() || below())
        };
        let marked = |page: &&SourcePage| page.front.value.visibility == Visibility::Exempt;
        let mut exempt = self.pages.iter().filter(marked);
        exempt.any(|other| other.address == page.address || holds(other))
    }

    /// Whether anything in it is kept from the public, or may be: a passage is
    /// read later, by its words.
    pub fn has_exempt(&self) -> bool {
        self.exempt_records().next().is_some()
            || self.pages.iter().any(|page| {
                page.front.value.visibility == Visibility::Exempt || page.words().contains("exempt")
            })
    }

    fn last_entry(&self) -> Option<Day> {
        let sets = self.sets.iter().map(|doc| &doc.value);
        let reviews = self.reviews.iter().map(|doc| &doc.value);
        let meetings = self.meetings.iter().flat_map(|doc| &doc.value.meetings);
        register::last_entry(sets, reviews, meetings)
    }

    /// Whether a warning is accepted by the page it stands on.
    pub fn accepts(&self, found: &Diagnostic) -> bool {
        let file = found.span.as_ref().map(|span| &span.file);
        let page = self.pages.iter().find(|page| Some(&page.file) == file);
        let accepted =
            page.is_some_and(|page| page.front.value.accept.contains_key(found.code.as_str()));
        accepted && found.severity == Severity::Warning
    }

    /// The theme's name.
    pub fn theme(&self) -> &str {
        self.config.value.theme.as_ref().map_or("civic", Id::as_str)
    }
}
