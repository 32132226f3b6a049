//! Through the words of every record that is published.

use super::{Found, People, Small, exception_for};
use crate::check::passage::{Passage, VALUE};
use crate::diagnostic::Span;
use crate::disclosure::{PublishedOutcome, View};
use crate::model::meeting::{Item, Meeting};
use crate::model::place::Place;
use crate::model::pledge::{Pledge, PledgeFile};
use crate::model::rating::Rating;
use crate::model::recommendation::{Progress, Recommendation, ReviewFile};
use crate::model::{Evidence, Text};
use crate::register::item_name;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The words of one record.
struct Words<'w> {
    file: Arc<str>,
    name: String,
    texts: Vec<&'w Text>,
}

impl People {
    /// The small groups in the records of `view`.
    pub fn in_records(&self, view: &View, language: &str) -> Small {
        let mut small = Small::default();
        for record in records(view) {
            let name = record.name.as_str();
            let named = |place: &Place| matches!(place, Place::Record { name: one } if one == name);
            let exception = self.exception(named);
            let mut seen = BTreeSet::new();
            for text in record.texts.iter().map(|text| text.in_language(language)) {
                if !seen.insert(text) {
                    continue;
                }
                let words = masked(text);
                for found in self.groups(&Passage::plain(&words)) {
                    if let Some(exception) = exception {
                        small.needed.insert(exception);
                        continue;
                    }
                    let told = found.tell(&exception_for(&format!("prose/{name}")));
                    small.findings.push(told.at(span(&record.file, &words, &found)));
                }
            }
        }
        small
    }
}

/// The text with each inline value as one sign: it is protected already.
fn masked(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        words.push_str(before);
        words.push(VALUE);
        rest = after.split_once("}}").map_or("", |(_, rest)| rest);
    }
    words.push_str(rest);
    words
}

/// Where the words stand: their first line, as it is written.
fn span(file: &Arc<str>, words: &str, found: &Found) -> Span {
    let said = words.get(found.bytes.clone()).unwrap_or_default();
    Span::words(file.clone(), said.lines().next().unwrap_or_default())
}

fn records(view: &View) -> Vec<Words<'_>> {
    let mut records: Vec<Words<'_>> = view.outcomes.values().map(outcome).collect();
    records.extend(view.tables.values().map(|table| {
        let texts = [Some(&table.title), table.definition.as_ref()].into_iter().flatten();
        let texts = texts.chain(evidence(&table.notes)).collect();
        Words { file: table.file.clone(), name: format!("table/{}", table.id), texts }
    }));
    for filed in &view.sets {
        let file = filed.value.as_ref();
        records.push(set(&filed.file, file));
        records.extend(file.pledges.iter().map(|one| Words {
            file: filed.file.clone(),
            name: file.name_of(one),
            texts: pledge(one),
        }));
    }
    for filed in &view.reviews {
        let file = filed.value.as_ref();
        records.push(review(&filed.file, file));
        records.extend(file.recommendations.iter().map(|one| Words {
            file: filed.file.clone(),
            name: file.name_of(one),
            texts: recommendation(one),
        }));
    }
    records.extend(view.meetings.iter().flat_map(|meeting| items(meeting)));
    records.extend(view.ratings.iter().map(rating));
    records
}

fn evidence(all: &[Evidence]) -> impl Iterator<Item = &Text> {
    all.iter().flat_map(|one| std::iter::once(&one.text).chain(&one.outcome))
}

fn outcome(outcome: &PublishedOutcome) -> Words<'_> {
    let mut texts = vec![&outcome.title];
    texts.extend(&outcome.definition);
    if let Some(words) = &outcome.commentary {
        texts.extend(
            [&words.what, &words.why, &words.next, &words.corrective_action].into_iter().flatten(),
        );
    }
    texts.extend(outcome.breaks.iter().map(|one| &one.why));
    for point in &outcome.own.points {
        texts.extend(evidence(&point.notes));
        texts.extend(point.revisions.iter().filter_map(|one| one.why.as_ref()));
    }
    Words { file: outcome.file.clone(), name: format!("outcome/{}", outcome.id), texts }
}

fn set<'w>(path: &Arc<str>, file: &'w PledgeFile) -> Words<'w> {
    let set = &file.set;
    let texts = std::iter::once(&set.title).chain(&set.intro).chain(evidence(&set.consulted));
    let texts = texts.chain(set.dropped.iter().map(|one| &one.why)).collect();
    Words { file: path.clone(), name: set.id.to_string(), texts }
}

fn pledge(pledge: &Pledge) -> Vec<&Text> {
    let mut texts = vec![&pledge.title];
    texts.extend(pledge.wording.adult.iter().chain(&pledge.wording.child));
    texts.extend(pledge.wording.easy_read.iter().map(|one| &one.words));
    for action in &pledge.actions {
        texts.extend(std::iter::once(&action.text).chain(&action.measure).chain(&action.impact));
        texts.extend(action.milestones.iter().map(|one| &one.text));
        texts.extend(progress(&action.progress));
    }
    for entry in &pledge.progress {
        texts.extend(entry.text.iter().chain(evidence(&entry.evidence)));
    }
    for said in &pledge.young_people_say {
        texts.extend(said.text.iter().chain(&said.gathered));
        texts.extend(said.answer.iter().map(|answer| &answer.text));
    }
    texts
}

fn progress(all: &[Progress]) -> impl Iterator<Item = &Text> {
    all.iter().flat_map(|one| std::iter::once(&one.text).chain(evidence(&one.evidence)))
}

fn review<'w>(path: &Arc<str>, file: &'w ReviewFile) -> Words<'w> {
    let texts = std::iter::once(&file.review.title).chain(&file.review.intro).collect();
    Words { file: path.clone(), name: file.review.id.to_string(), texts }
}

fn recommendation(one: &Recommendation) -> Vec<&Text> {
    let mut texts = vec![&one.text];
    texts.extend(&one.why);
    texts.extend(one.response.iter().filter_map(|response| response.why.as_ref()));
    texts.extend(progress(&one.progress));
    texts.extend(one.new_dues.iter().filter_map(|due| due.why.as_ref()));
    texts
}

fn items(meeting: &Meeting) -> impl Iterator<Item = Words<'_>> {
    let name = |item: (usize, &Item)| item_name(meeting, item);
    meeting.items.iter().enumerate().map(move |(at, item)| {
        let mut texts = vec![&item.title];
        texts.extend(item.resolved.iter().map(|one| &one.text));
        texts.extend(item.actions.iter().map(|one| &one.text));
        texts.extend(item.corrected.iter().map(|one| &one.text));
        Words { file: "data/meetings.yaml".into(), name: name((at, item)), texts }
    })
}

fn rating(rating: &Rating) -> Words<'_> {
    let texts = rating.judgements.iter().filter_map(|one| one.text.as_ref()).collect();
    let name = rating.id.as_ref().map_or_else(|| "rating".to_owned(), ToString::to_string);
    Words { file: "data/ratings.yaml".into(), name, texts }
}
