//! Which pages are published, and the day whose knowledge each shows.

use super::Asked;
use crate::model::page::{Audience, Exemption, FrontMatter, Numbering, Visibility};
use crate::model::paper::PaperFile;
use crate::model::{Address, Day, PageKind, Period, Text};
use crate::site::{Site, SourcePage};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A page that is published.
#[derive(Clone, Debug)]
pub struct Page {
    /// The file it is written in.
    pub file: Arc<str>,
    /// The whole text of the file.
    pub text: Arc<str>,
    /// The byte of the text where the words begin.
    pub body: usize,
    /// What its author says of it.
    pub front: FrontMatter,
    /// Where it is published.
    pub address: Address,
    /// Its edition, as a place among the editions.
    pub edition: Option<usize>,
    /// The view it shows, as a place among the views.
    pub view: usize,
    /// How its paragraphs are numbered.
    pub numbering: Numbering,
    /// Whom it is for.
    pub audience: Audience,
    /// Why the public may not see it, if it may not.
    pub exemption: Option<Exemption>,
}

impl Page {
    /// The narrative, without the front matter.
    pub fn words(&self) -> &str {
        self.text.get(self.body..).unwrap_or_default()
    }
}

/// An edition of the report.
#[derive(Clone, Debug)]
pub struct Edition {
    /// Its folder.
    pub folder: String,
    /// Its title.
    pub title: Text,
    /// What it is about, in a sentence.
    pub summary: Option<Text>,
    /// The period it is about.
    pub period: Option<Period>,
    /// The day whose knowledge it shows.
    pub as_at: Option<Day>,
    /// The folder of the edition it carries on from.
    pub carried_from: Option<String>,
}

/// Why a page is written and not published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hidden {
    /// The public may not see it.
    Exempt,
    /// The public may not see it yet.
    Embargoed,
    /// It is later than the day the build is asked to show.
    Later,
}

/// What was chosen.
pub(super) struct Chosen {
    pub(super) pages: Vec<Page>,
    pub(super) editions: Vec<Edition>,
    pub(super) dates: Vec<Option<Day>>,
    pub(super) latest: usize,
    pub(super) hidden: BTreeMap<String, Hidden>,
}

/// Chooses the pages that may be seen, by exemption, embargo and date.
pub(super) fn choose(site: &Site, asked: &Asked) -> Chosen {
    let mut sections = Sections::of(site, asked);
    let mut dates: Vec<Option<Day>> = vec![asked.as_at];
    let hidden = hidden(&sections, site, asked);
    sections.editions.retain(|edition| !hidden.contains_key(&edition.folder));
    let mut pages = Vec::new();
    let shown = |page: &&SourcePage| !hidden.contains_key(page.address.folder());
    for page in site.pages.iter().filter(shown) {
        let as_at = earliest(sections.own_date(page), asked.as_at);
        let view = dates.iter().position(|date| *date == as_at).unwrap_or_else(|| {
            dates.push(as_at);
            dates.len() - 1
        });
        pages.push(sections.page(page, view));
    }
    let editions = std::mem::take(&mut sections.editions);
    Chosen { pages, editions, dates, latest: 0, hidden }
}

/// Folders of the pages that are not published, and why. A section goes with
/// its pages when all of them are later than the day: nobody had begun it.
fn hidden(sections: &Sections<'_>, site: &Site, asked: &Asked) -> BTreeMap<String, Hidden> {
    let reasons = site.pages.iter().filter_map(|page| {
        Some((page.address.folder().to_owned(), sections.hides(page, site, asked)?))
    });
    let mut hidden: BTreeMap<String, Hidden> = reasons.collect();
    let plain = |page: &&SourcePage| {
        let folder = page.address.folder();
        page.address.is_section() && !folder.is_empty() && !hidden.contains_key(folder)
    };
    let not_begun = |page: &&SourcePage| {
        let prefix = format!("{}/", page.address.folder());
        let below = site.pages.iter().filter(|other| other.address.folder().starts_with(&prefix));
        let mut pages = below.filter(|other| !other.address.is_section()).peekable();
        let later = |other: &SourcePage| hidden.get(other.address.folder()) == Some(&Hidden::Later);
        pages.peek().is_some() && pages.all(later)
    };
    let empty = site.pages.iter().filter(plain).filter(not_begun);
    let empty: Vec<String> = empty.map(|page| page.address.folder().to_owned()).collect();
    hidden.extend(empty.into_iter().map(|folder| (folder, Hidden::Later)));
    hidden
}

fn earliest(a: Option<Day>, b: Option<Day>) -> Option<Day> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}

/// What pages inherit from the sections they stand in.
struct Sections<'a> {
    templates: &'a PaperFile,
    fronts: BTreeMap<&'a str, &'a FrontMatter>,
    editions: Vec<Edition>,
}

impl<'a> Sections<'a> {
    fn of(site: &'a Site, asked: &Asked) -> Self {
        let sections = site.pages.iter().filter(|page| page.address.is_section());
        let fronts: BTreeMap<&str, &FrontMatter> =
            sections.map(|page| (page.address.folder(), &page.front.value)).collect();
        let mut editions: Vec<Edition> = site
            .editions()
            .filter(|(_, page)| !is_later(page.front.value.as_at, asked.as_at))
            .map(|(folder, page)| edition(folder, &page.front.value))
            .collect();
        editions.sort_by(|a, b| b.as_at.cmp(&a.as_at).then_with(|| b.folder.cmp(&a.folder)));
        Self { templates: &site.templates, fronts, editions }
    }

    /// The front matter of the page and of every section it stands in, from
    /// the page outwards.
    fn inherited(&self, page: &'a SourcePage) -> impl Iterator<Item = &'a FrontMatter> {
        let mut folders = Vec::new();
        let mut folder = page.address.folder();
        while let Some((parent, _)) = folder.rsplit_once('/') {
            folders.push(parent);
            folder = parent;
        }
        if !page.address.folder().is_empty() {
            folders.push("");
        }
        let sections: Vec<&FrontMatter> =
            folders.iter().filter_map(|folder| self.fronts.get(folder).copied()).collect();
        std::iter::once(&page.front.value).chain(sections)
    }

    /// Why a page is not published, if it is not.
    fn hides(&self, page: &'a SourcePage, site: &Site, asked: &Asked) -> Option<Hidden> {
        let exempt = !asked.exempt
            && self.inherited(page).any(|front| front.visibility == Visibility::Exempt);
        let embargoed = asked.today.is_some_and(|today| {
            self.inherited(page).any(|front| is_later(front.publish_from, Some(today)))
        });
        let day = self.own_date(page).or_else(|| bears(page, site));
        match () {
            () if exempt => Some(Hidden::Exempt),
            () if embargoed => Some(Hidden::Embargoed),
            () if is_later(day, asked.as_at) => Some(Hidden::Later),
            () => None,
        }
    }

    /// Why the public may not see a page: its own reason, else its section's.
    fn exemption(&self, page: &'a SourcePage) -> Option<Exemption> {
        let exempt = self.inherited(page).any(|front| front.visibility == Visibility::Exempt);
        let stated = || self.inherited(page).find_map(|front| front.exemption.clone());
        exempt.then(|| stated().unwrap_or_default())
    }

    /// The day whose knowledge a page shows, if it is tied to one.
    fn own_date(&self, page: &'a SourcePage) -> Option<Day> {
        let front = &page.front.value;
        let meeting = || match front.kind {
            PageKind::Paper => front.meeting_date.as_ref().and_then(|date| date.falls()),
            _ => None,
        };
        let inherited = || self.inherited(page).skip(1).find_map(|front| front.as_at);
        front.as_at.or_else(meeting).or_else(inherited)
    }

    /// How a page's paragraphs are numbered: as it says, else its template,
    /// else a section above it.
    fn numbering(&self, page: &'a SourcePage) -> Numbering {
        let front = &page.front.value;
        let template = front.template.as_ref().and_then(|name| self.templates.get(name));
        let templates = || template.and_then(|template| template.numbering);
        let inherited = || self.inherited(page).find_map(|front| front.numbering);
        front.numbering.or_else(templates).or_else(inherited).unwrap_or_default()
    }

    fn page(&self, page: &'a SourcePage, view: usize) -> Page {
        let folder = page.address.folder();
        let within = |edition: &Edition| {
            folder == edition.folder || folder.starts_with(&format!("{}/", edition.folder))
        };
        Page {
            file: page.file.clone(),
            text: page.text.clone(),
            body: page.body,
            front: page.front.value.clone(),
            address: page.address.clone(),
            edition: self.editions.iter().position(within),
            view,
            exemption: self.exemption(page),
            numbering: self.numbering(page),
            audience: self.inherited(page).find_map(|front| front.audience).unwrap_or_default(),
        }
    }
}

/// The day that a page bears, which does not say what it shows: of the meeting
/// whose minutes it holds, of its own date, or of the end of its embargo.
fn bears(page: &SourcePage, site: &Site) -> Option<Day> {
    let front = &page.front.value;
    let written = front.meeting_date.as_ref().or(front.date.as_ref());
    let written = || written.and_then(|date| date.falls());
    meeting_day(front, site).or_else(written).or(front.publish_from)
}

fn meeting_day(front: &FrontMatter, site: &Site) -> Option<Day> {
    let id = front.meeting.as_ref()?;
    let meetings = &site.meetings.as_ref()?.value.meetings;
    meetings.iter().find(|meeting| meeting.id == *id).map(|meeting| meeting.date)
}

fn is_later(date: Option<Day>, than: Option<Day>) -> bool {
    matches!((date, than), (Some(date), Some(than)) if date > than)
}

fn edition(folder: &str, front: &FrontMatter) -> Edition {
    Edition {
        folder: folder.to_owned(),
        title: front.title.clone(),
        summary: front.summary.clone(),
        period: front.period.clone(),
        as_at: front.as_at,
        carried_from: front.carried_from.clone(),
    }
}
