//! What the checks read: the records as known on a day, and where they stand.

use super::place::Place;
use super::work::{self, Work};
use crate::at;
use crate::model::meeting::{Item as AgendaItem, Meeting, MeetingAction};
use crate::model::pledge::{Pledge, PledgeFile};
use crate::model::recommendation::{Recommendation, ReviewFile};
use crate::model::{Day, Id, Text, When};
use crate::register::{Item, Kind, Register, item_name, known, own_name};
use crate::site::Site;
use crate::yaml::Doc;
use std::sync::Arc;

/// The records as known on a day, and how each promise stood.
pub(super) struct Case<'a> {
    /// Everything as written.
    pub(super) site: &'a Site,
    /// The day whose knowledge counts; `None` is now.
    pub(super) as_at: Option<Day>,
    /// The day everything is judged on; `None` when nothing bears a date.
    pub(super) day: Option<Day>,
    /// Every promise as it stood.
    pub(super) register: Register,
    /// Every recommendation.
    pub(super) recommended: Vec<Recommended<'a>>,
    /// Every member of every set.
    pub(super) members: Vec<Member<'a>>,
    /// Every public item of every meeting that had met.
    pub(super) minuted: Vec<Minuted<'a>>,
    /// Everything that can be finished: recommendations, actions, and what
    /// meetings asked for.
    pub(super) works: Vec<Work<'a>>,
}

/// A recommendation, with where it stands.
pub(super) struct Recommended<'a> {
    pub(super) doc: &'a Doc<ReviewFile>,
    pub(super) one: &'a Recommendation,
    pub(super) place: Place<'a>,
    pub(super) item: Arc<Item>,
}

/// A member of a set, with where it stands.
pub(super) struct Member<'a> {
    pub(super) doc: &'a Doc<PledgeFile>,
    pub(super) pledge: &'a Pledge,
    pub(super) place: Place<'a>,
    pub(super) item: Arc<Item>,
}

/// A public item of an agenda, with where it stands.
pub(super) struct Minuted<'a> {
    pub(super) meeting: &'a Meeting,
    pub(super) item: &'a AgendaItem,
    pub(super) place: Place<'a>,
    /// `meeting/item`.
    pub(super) name: String,
}

impl Minuted<'_> {
    /// The name of its action at place `at`.
    pub(super) fn asked(&self, at: usize, action: &MeetingAction) -> String {
        format!("{}/{}", self.name, own_name(at, action.id.as_ref()))
    }
}

impl<'a> Case<'a> {
    pub(super) fn new(site: &'a Site, as_at: Option<Day>) -> Self {
        let day = site.day(as_at);
        let register = register(site, as_at, day);
        let (recommended, members, minuted, works) = Default::default();
        let mut case = Self { site, as_at, day, register, recommended, members, minuted, works };
        case.recommended = case.all_recommended();
        case.members = case.all_members();
        case.minuted = case.all_minuted();
        case.works = work::all(&case);
        case
    }

    /// Whether something of this date was known.
    pub(super) fn knows(&self, date: &When) -> bool {
        date.known_by(self.as_at)
    }

    /// Whether something of this date was known, or has none.
    pub(super) fn knows_some(&self, date: Option<&When>) -> bool {
        date.is_none_or(|date| self.knows(date))
    }

    /// Whether something of this day was known, or has none.
    pub(super) fn knows_day(&self, day: Option<Day>) -> bool {
        known::known(day, self.as_at)
    }

    /// How many days have passed since `date` was over, if it is.
    pub(super) fn days_since(&self, date: &When) -> Option<i32> {
        let (date, day) = (date.falls()?, self.day?);
        (date < day).then(|| date.days_to(day))
    }

    /// The first words of a text in the site's language.
    pub(super) fn say<'t>(&self, text: &'t Text) -> &'t str {
        let languages = &self.site.config.value.languages;
        text.in_language(languages.first().map_or("en", |language| language.as_str()))
    }

    /// The reviews that had reported.
    pub(super) fn reviews(&self) -> impl Iterator<Item = &'a Doc<ReviewFile>> {
        let site = self.site;
        site.reviews.iter().filter(|doc| self.knows_some(doc.value.review.date.as_ref()))
    }

    /// The sets that had been approved.
    pub(super) fn sets(&self) -> impl Iterator<Item = &'a Doc<PledgeFile>> {
        let site = self.site;
        site.sets.iter().filter(|doc| self.knows_day(doc.value.set.begins()))
    }

    /// The set that takes the place of `id`.
    pub(super) fn replacing(&self, id: &Id) -> Option<&'a Doc<PledgeFile>> {
        self.sets().find(|doc| doc.value.set.replaces.as_ref() == Some(id))
    }

    /// The sets that nothing replaces.
    pub(super) fn current_sets(&self) -> impl Iterator<Item = &'a Doc<PledgeFile>> {
        self.sets().filter(|doc| self.replacing(&doc.value.set.id).is_none())
    }

    fn all_recommended(&self) -> Vec<Recommended<'a>> {
        let of = |doc: &'a Doc<ReviewFile>| {
            let all = doc.value.recommendations.iter().enumerate();
            all.filter_map(move |(i, one)| {
                let name = doc.value.name_of(one);
                let item = self.register.get(Kind::Recommendation, &name)?.clone();
                let place = Place::new(doc, at!["recommendations", i]);
                Some(Recommended { doc, one, place, item })
            })
        };
        self.reviews().flat_map(of).collect()
    }

    fn all_members(&self) -> Vec<Member<'a>> {
        let of = |doc: &'a Doc<PledgeFile>| {
            let all = doc.value.pledges.iter().enumerate();
            all.filter_map(move |(i, pledge)| {
                let name = doc.value.name_of(pledge);
                let item = self.register.get(Kind::Commitment, &name)?.clone();
                let place = Place::new(doc, at!["pledges", i]);
                Some(Member { doc, pledge, place, item })
            })
        };
        self.sets().flat_map(of).collect()
    }

    fn all_minuted(&self) -> Vec<Minuted<'a>> {
        let Some(doc) = &self.site.meetings else { return Vec::new() };
        let met = doc.value.meetings.iter().enumerate();
        let met = met.filter(|(_, meeting)| self.knows_day(Some(meeting.date)));
        let of = |(i, meeting): (usize, &'a Meeting)| {
            let items = meeting.items.iter().enumerate();
            items.map(move |(j, item)| {
                let name = item_name(meeting, (j, item));
                let place = Place::new(doc, at!["meetings", i, "items", j]);
                Minuted { meeting, item, place, name }
            })
        };
        met.flat_map(of).collect()
    }
}

/// The register of what was known on `as_at`, judged on `day`.
fn register(site: &Site, as_at: Option<Day>, day: Option<Day>) -> Register {
    let sets: Vec<_> = site.sets.iter().filter_map(|doc| known::set(&doc.value, as_at)).collect();
    let reviews = site.reviews.iter().filter_map(|doc| known::review(&doc.value, as_at));
    let mut reviews: Vec<_> = reviews.collect();
    known::forget_later(&mut reviews);
    let meetings = site.meetings.iter().flat_map(|doc| &doc.value.meetings);
    let meetings: Vec<_> = meetings.filter_map(|one| known::meeting(one, as_at)).collect();
    Register::of(sets.iter(), reviews.iter(), meetings.iter(), day)
}
