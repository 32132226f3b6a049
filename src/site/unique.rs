//! No two records of a kind have one id; no period stands twice in a series.

use super::Site;
use crate::at;
use crate::diagnostic::{Diagnostic, Findings, Span, codes};
use crate::register::own_name;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(site: &Site, findings: &mut Findings) {
    records(site, findings);
    taken(site, findings);
    members(site, findings);
    asked(site, findings);
    addresses(site, findings);
}

/// Remembers ids of one kind and reports those that come again.
struct Seen<'f> {
    kind: &'static str,
    first: BTreeMap<String, Span>,
    findings: &'f mut Findings,
}

impl<'f> Seen<'f> {
    fn new(kind: &'static str, findings: &'f mut Findings) -> Self {
        Self { kind, first: BTreeMap::new(), findings }
    }

    fn add(&mut self, id: &str, span: Span) {
        match self.first.get(id) {
            Some(first) => {
                let message = format!("there are two {} called `{id}`", self.kind);
                let same = first.file == span.file;
                let place = if same { "the same file".into() } else { format!("`{}`", first.file) };
                let note = format!("the first is in {place}");
                self.findings.push(
                    Diagnostic::error(codes::DUPLICATE_ID, message)
                        .at(span)
                        .note(note)
                        .help("give one of them another name"),
                );
            }
            None => {
                self.first.insert(id.to_owned(), span);
            }
        }
    }
}

fn records(site: &Site, findings: &mut Findings) {
    let mut themes = Seen::new("themes of outcomes", findings);
    site.outcomes
        .iter()
        .for_each(|doc| themes.add(doc.value.theme.id.as_str(), doc.span(at!["theme", "id"])));
    let mut outcomes = Seen::new("outcomes", findings);
    for doc in &site.outcomes {
        for (i, outcome) in doc.value.outcomes.iter().enumerate() {
            outcomes.add(outcome.id.as_str(), doc.span(at!["outcomes", i, "id"]));
        }
    }
    let mut tables = Seen::new("tables", findings);
    for doc in &site.tables {
        for (i, table) in doc.value.tables.iter().enumerate() {
            tables.add(table.id.as_str(), doc.span(at!["tables", i, "id"]));
        }
    }
    let mut sets = Seen::new("sets of pledges", findings);
    site.sets
        .iter()
        .for_each(|doc| sets.add(doc.value.set.id.as_str(), doc.span(at!["set", "id"])));
    let mut reviews = Seen::new("reviews", findings);
    site.reviews
        .iter()
        .for_each(|doc| reviews.add(doc.value.review.id.as_str(), doc.span(at!["review", "id"])));
    ratings_and_meetings(site, findings);
}

/// Pages below `pledge/` that are not of one set, whose names no set can take.
const TAKEN: [&str; 3] = ["young-people", "easy-read", "you-said-we-did"];

/// The page below `recommendations/` that is not of one review.
const EVERY_REVIEW: &str = "all";

fn taken(site: &Site, findings: &mut Findings) {
    for doc in site.sets.iter().filter(|doc| TAKEN.contains(&doc.value.set.id.as_str())) {
        let message = format!("`{}` is the name of a page of every pledge", doc.value.set.id);
        let found = Diagnostic::error(codes::TAKEN_NAME, message).at(doc.span(at!["set", "id"]));
        findings.push(found.help("give the set another id, such as `pledge-2025`"));
    }
    for doc in site.reviews.iter().filter(|doc| doc.value.review.id.as_str() == EVERY_REVIEW) {
        let message = format!("`{EVERY_REVIEW}` is the name of the page of every recommendation");
        let span = doc.span(at!["review", "id"]);
        let found = Diagnostic::error(codes::TAKEN_NAME, message).at(span);
        findings.push(found.help("give the review another id, such as `scrutiny-2025`"));
    }
}

fn ratings_and_meetings(site: &Site, findings: &mut Findings) {
    let mut ratings = Seen::new("ratings", findings);
    if let Some(doc) = &site.ratings {
        for (i, rating) in doc.value.ratings.iter().enumerate() {
            if let Some(id) = &rating.id {
                ratings.add(id.as_str(), doc.span(at!["ratings", i, "id"]));
            }
        }
    }
    let mut meetings = Seen::new("meetings", findings);
    if let Some(doc) = &site.meetings {
        for (i, meeting) in doc.value.meetings.iter().enumerate() {
            meetings.add(meeting.id.as_str(), doc.span(at!["meetings", i, "id"]));
        }
    }
}

fn members(site: &Site, findings: &mut Findings) {
    for doc in &site.sets {
        let mut ids = Seen::new("pledges of the set", findings);
        for (i, pledge) in doc.value.pledges.iter().enumerate() {
            ids.add(pledge.id.as_str(), doc.span(at!["pledges", i, "id"]));
        }
    }
    for doc in &site.reviews {
        let mut names = Seen::new("recommendations of the review", findings);
        for (i, recommendation) in doc.value.recommendations.iter().enumerate() {
            let key = if recommendation.number.is_some() { "number" } else { "id" };
            names.add(recommendation.name(), doc.span(at!["recommendations", i, key]));
        }
    }
    for doc in &site.outcomes {
        for (i, outcome) in doc.value.outcomes.iter().enumerate() {
            let mut seen = BTreeSet::new();
            for (j, value) in outcome.values.iter().enumerate() {
                if !seen.insert(&value.period) {
                    let message = format!("the period `{}` stands twice", value.period);
                    findings.push(
                        Diagnostic::error(codes::DUPLICATE_PERIOD, message)
                            .at(doc.span(at!["outcomes", i, "values", j, "period"]))
                            .help("correct the period, or keep one of the two values"),
                    );
                }
            }
        }
    }
}

/// Actions and items of meetings, each by its id or number, else by its place:
/// two of one name would be one promise.
fn asked(site: &Site, findings: &mut Findings) {
    for doc in &site.sets {
        for (i, pledge) in doc.value.pledges.iter().enumerate() {
            let mut names = Seen::new("actions of the pledge", findings);
            for (j, action) in pledge.actions.iter().enumerate() {
                let span = doc.span(at!["pledges", i, "actions", j, "id"]);
                names.add(&own_name(j, action.id.as_ref()), span);
            }
        }
    }
    let Some(doc) = &site.meetings else { return };
    for (i, meeting) in doc.value.meetings.iter().enumerate() {
        let mut names = Seen::new("items of the meeting", findings);
        let items = meeting.items.iter().enumerate();
        for (j, item) in items {
            let place = (j + 1).to_string();
            let span = doc.span(at!["meetings", i, "items", j, "number"]);
            names.add(item.number.as_ref().unwrap_or(&place), span);
        }
        for (j, item) in meeting.items.iter().enumerate() {
            let mut names = Seen::new("actions of the item", findings);
            for (k, action) in item.actions.iter().enumerate() {
                let span = doc.span(at!["meetings", i, "items", j, "actions", k, "id"]);
                names.add(&own_name(k, action.id.as_ref()), span);
            }
        }
    }
}

fn addresses(site: &Site, findings: &mut Findings) {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for page in &site.pages {
        if let Some(first) = seen.insert(page.address.folder(), &page.file) {
            let message = format!("two pages have the address {}", page.address);
            findings.push(
                Diagnostic::error(codes::SAME_ADDRESS, message)
                    .at(Span::file(page.file.clone()))
                    .note(format!("the other is `{first}`"))
                    .help("rename one of them"),
            );
        }
    }
}
