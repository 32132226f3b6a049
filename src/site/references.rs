//! Every id that is mentioned exists.

mod registers;

use super::Site;
use crate::at;
use crate::diagnostic::{Diagnostic, Findings, Span, codes};
use crate::model::config::Nation;
use crate::model::outcome::Outcome;
use crate::model::rules::Condition;
use crate::model::target::Aim;
use crate::model::{Id, Period, PeriodType, principle};
use crate::yaml::Doc;
use std::collections::BTreeSet;

/// Areas that need no title of their own in `data/site.yaml`.
const COMPARATORS: [&str; 6] =
    ["england", "scotland", "wales", "northern-ireland", "region", "statistical-neighbours"];

pub(super) fn check(site: &Site, findings: &mut Findings) {
    let mut check = Check { names: Names::of(site), findings };
    check.config(site);
    site.outcomes.iter().for_each(|doc| check.outcomes(doc, site.config.value.council.nation));
    site.sets.iter().for_each(|doc| check.set(doc, site));
    site.reviews.iter().for_each(|doc| check.review(doc, site.config.value.council.nation));
    site.meetings.iter().for_each(|doc| check.meetings(doc));
    site.pages.iter().for_each(|page| check.page(page, site));
}

/// Every name that can be mentioned.
struct Names {
    comparators: BTreeSet<String>,
    outcomes: BTreeSet<String>,
    sets: BTreeSet<String>,
    members: BTreeSet<String>,
    recommendations: BTreeSet<String>,
    meetings: BTreeSet<String>,
    editions: BTreeSet<String>,
    /// The period of the latest edition.
    last_period: Option<Period>,
    rule_sets: BTreeSet<String>,
}

impl Names {
    fn of(site: &Site) -> Self {
        let named = site.config.value.comparators.keys().map(str::to_owned);
        let reviews = || site.reviews.iter().map(|doc| &doc.value);
        Self {
            comparators: COMPARATORS.iter().map(ToString::to_string).chain(named).collect(),
            outcomes: site
                .outcomes
                .iter()
                .flat_map(|doc| &doc.value.outcomes)
                .map(|o| o.id.to_string())
                .collect(),
            sets: site.sets.iter().map(|doc| doc.value.set.id.to_string()).collect(),
            members: members(site),
            recommendations: reviews()
                .flat_map(|file| file.recommendations.iter().map(|one| file.name_of(one)))
                .collect(),
            meetings: site
                .meetings
                .iter()
                .flat_map(|doc| &doc.value.meetings)
                .map(|m| m.id.to_string())
                .collect(),
            editions: site.editions().map(|(folder, _)| folder.to_owned()).collect(),
            last_period: last_period(site),
            rule_sets: site
                .rules
                .iter()
                .flat_map(|doc| doc.value.rule_sets.keys())
                .map(Id::to_string)
                .collect(),
        }
    }
}

impl Names {
    /// Whether `edition` is one that nobody has begun to write: a later period
    /// than that of the latest edition.
    fn is_to_come(&self, edition: &str) -> bool {
        let period = edition.parse::<Period>().ok();
        period.zip(self.last_period.as_ref()).is_some_and(|(period, last)| is_after(&period, last))
    }
}

fn is_after(a: &Period, b: &Period) -> bool {
    a.order(b, PeriodType::default()).is_gt()
}

fn last_period(site: &Site) -> Option<Period> {
    let periods = site.editions().filter_map(|(_, page)| page.front.value.period.clone());
    periods.reduce(|last, period| if is_after(&period, &last) { period } else { last })
}

/// Members of sets, by id and by number.
fn members(site: &Site) -> BTreeSet<String> {
    let files = site.sets.iter().map(|doc| &doc.value);
    files.flat_map(|file| file.pledges.iter().flat_map(|pledge| file.names_of(pledge))).collect()
}

struct Check<'f> {
    names: Names,
    findings: &'f mut Findings,
}

fn unknown(kind: &str, name: &str, known: &BTreeSet<String>, span: Span) -> Diagnostic {
    Diagnostic::error(codes::UNKNOWN_ID, format!("there is no {kind} `{name}`"))
        .at(span)
        .suggest(name, known.iter().map(String::as_str))
}

impl Check<'_> {
    fn config(&mut self, site: &Site) {
        let config = &site.config;
        if let Some(set) = &config.value.rating_rules
            && !self.names.rule_sets.contains(set.as_str())
        {
            self.findings.push(unknown(
                "rule set",
                set.as_str(),
                &self.names.rule_sets,
                config.span(at!["rating_rules"]),
            ));
        }
        if let Some(doc) = &site.rules {
            for (name, set) in &doc.value.rule_sets {
                for (i, condition) in set
                    .rules
                    .iter()
                    .enumerate()
                    .flat_map(|(i, rule)| rule.when.iter().map(move |c| (i, c)))
                {
                    if let Condition::BetterThan(comparator) = condition {
                        self.comparator(comparator, || {
                            doc.span(at!["rule_sets", name.as_str(), "rules", i, "when"])
                        });
                    }
                }
            }
        }
    }

    fn comparator(&mut self, name: &Id, span: impl Fn() -> Span) {
        if !self.names.comparators.contains(name.as_str()) {
            let found = unknown("comparator", name.as_str(), &self.names.comparators, span());
            self.findings.push(found.note("a comparator with a name of its own gets a title under `comparators` in data/site.yaml"));
        }
    }

    fn principles(&mut self, slugs: &[String], nation: Nation, span: impl Fn(usize) -> Span) {
        let known = principle::slugs(nation);
        for (i, slug) in slugs.iter().enumerate() {
            if !known.is_empty() && !known.contains(&slug.as_str()) {
                let message =
                    format!("`{slug}` is not a corporate parenting principle of this nation");
                self.findings.push(
                    Diagnostic::error(codes::UNKNOWN_ID, message)
                        .at(span(i))
                        .suggest(slug, known.iter().copied()),
                );
            }
        }
    }

    fn outcomes(&mut self, doc: &Doc<crate::model::outcome::OutcomeFile>, nation: Nation) {
        for (i, outcome) in doc.value.outcomes.iter().enumerate() {
            self.outcome(doc, i, outcome);
            self.principles(&outcome.principles, nation, |j| {
                doc.span(at!["outcomes", i, "principles", j])
            });
        }
    }

    fn outcome(
        &mut self,
        doc: &Doc<crate::model::outcome::OutcomeFile>,
        i: usize,
        outcome: &Outcome,
    ) {
        for name in outcome.comparators.keys() {
            self.comparator(name, || {
                doc.key_span(at!["outcomes", i, "comparators", name.as_str()])
            });
        }
        for (j, target) in outcome.targets.iter().enumerate() {
            if let Aim::BetterThan(name) = &target.aim {
                self.comparator(name, || doc.span(at!["outcomes", i, "targets", j, "better_than"]));
            }
        }
    }

    fn set(&mut self, doc: &Doc<crate::model::pledge::PledgeFile>, site: &Site) {
        if let Some(old) = &doc.value.set.replaces
            && !self.names.sets.contains(old.as_str())
        {
            self.findings.push(unknown(
                "set",
                old.as_str(),
                &self.names.sets,
                doc.span(at!["set", "replaces"]),
            ));
        }
        for (i, pledge) in doc.value.pledges.iter().enumerate() {
            self.principles(&pledge.principles, site.config.value.council.nation, |j| {
                doc.span(at!["pledges", i, "principles", j])
            });
            self.known_outcomes(&pledge.measured_by, |j| {
                doc.span(at!["pledges", i, "measured_by", j])
            });
            for (j, from) in pledge.from.iter().enumerate() {
                self.known_member(from, || doc.span(at!["pledges", i, "from", j]));
            }
            self.pictures(doc, i, pledge, site);
        }
        self.dropped(doc, site);
    }

    fn known_member(&mut self, name: &str, span: impl Fn() -> Span) {
        if !self.names.members.contains(name) {
            self.findings.push(unknown("pledge", name, &self.names.members, span()));
        }
    }

    fn pictures(
        &mut self,
        doc: &Doc<crate::model::pledge::PledgeFile>,
        i: usize,
        pledge: &crate::model::pledge::Pledge,
        site: &Site,
    ) {
        for (j, row) in pledge.wording.easy_read.iter().enumerate() {
            let Some(name) = &row.picture else { continue };
            if crate::model::text::picture_file(name, |path| site.assets.contains_key(path))
                .is_none()
            {
                let span = doc.span(at!["pledges", i, "wording", "easy_read", j, "picture"]);
                let known: Vec<&str> = site
                    .assets
                    .keys()
                    .filter_map(|path| path.strip_prefix("pictures/")?.rsplit_once('.'))
                    .map(|(name, _)| name)
                    .collect();
                let message = format!("there is no picture `{name}` in content/pictures");
                self.findings.push(
                    Diagnostic::error(codes::MISSING_FILE, message).at(span).suggest(name, known),
                );
            }
        }
    }

    fn page(&mut self, page: &super::SourcePage, site: &Site) {
        let front = &page.front.value;
        if let Some(edition) =
            front.carried_from.as_ref().filter(|edition| !self.names.editions.contains(*edition))
        {
            self.findings.push(unknown(
                "edition",
                edition,
                &self.names.editions,
                page.front.span(at!["carried_from"]),
            ));
        }
        if let Some(template) =
            front.template.as_ref().filter(|template| !site.templates.contains_key(*template))
        {
            let known: Vec<&str> = site.templates.keys().map(String::as_str).collect();
            let found = super::templates::unknown(template, &known);
            self.findings.push(found.at(page.front.span(at!["template"])));
        }
        let Some(meeting) = &front.meeting else { return };
        if !self.names.meetings.contains(meeting.as_str()) {
            self.findings.push(unknown(
                "meeting",
                meeting.as_str(),
                &self.names.meetings,
                page.front.span(at!["meeting"]),
            ));
        } else if let Some(item) = &front.item {
            self.item(page, site, meeting, item);
        }
    }

    fn item(&mut self, page: &super::SourcePage, site: &Site, meeting: &Id, item: &str) {
        let meetings = site.meetings.iter().flat_map(|doc| &doc.value.meetings);
        let items =
            meetings.filter(|known| known.id == *meeting).flat_map(|meeting| &meeting.items);
        let numbers: BTreeSet<String> = items.filter_map(|item| item.number.clone()).collect();
        if !numbers.contains(item) {
            let span = page.front.span(at!["item"]);
            let found = unknown("item", item, &numbers, span);
            self.findings.push(found.note(format!("the meeting is `{meeting}`")));
        }
    }
}
