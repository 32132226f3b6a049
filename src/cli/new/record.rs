//! `new pledge`, `outcome` and `recommendation`: commented templates.
//!
//! The templates stand beside this file. What they leave to be written is a
//! note, so that nothing of a template is ever published by mistake.

use super::{Project, Started};
use crate::diagnostic::{Diagnostic, Findings, codes};
use crate::model::pledge::SetKind;
use crate::model::{Id, principle};
use crate::site::Site;

/// Starts a set of commitments.
pub(super) fn pledge(name: &Id, project: &Project<'_>, findings: &mut Findings) -> Option<Started> {
    let sets = project.site.sets.iter().map(|doc| (&doc.value.set.id, &*doc.file));
    refuse_double("a set of pledges", name, sets, findings)?;
    let replaces = match current_pledge(&project.site) {
        Some(current) => current.as_str(),
        None => "promise-2019",
    };
    let text = filled(include_str!("pledge.yaml"), name, &project.site);
    Some(started(format!("data/pledges/{name}.yaml"), text.replace("{replaces}", replaces)))
}

/// Starts a theme with one outcome.
pub(super) fn outcome(
    name: &Id,
    project: &Project<'_>,
    findings: &mut Findings,
) -> Option<Started> {
    let docs = &project.site.outcomes;
    let themes = docs.iter().map(|doc| (&doc.value.theme.id, &*doc.file));
    refuse_double("a theme of outcomes", name, themes, findings)?;
    let outcomes = docs
        .iter()
        .flat_map(|doc| doc.value.outcomes.iter().map(|outcome| (&outcome.id, &*doc.file)));
    refuse_double("an outcome", name, outcomes, findings)?;
    let text = filled(include_str!("outcome.yaml"), name, &project.site);
    Some(started(format!("data/outcomes/{name}.yaml"), text))
}

/// Starts a review with one recommendation.
pub(super) fn recommendation(
    name: &Id,
    project: &Project<'_>,
    findings: &mut Findings,
) -> Option<Started> {
    let reviews = project.site.reviews.iter().map(|doc| (&doc.value.review.id, &*doc.file));
    refuse_double("a review", name, reviews, findings)?;
    let text = filled(include_str!("recommendation.yaml"), name, &project.site);
    Some(started(format!("data/recommendations/{name}.yaml"), text))
}

pub(super) fn started(path: String, text: String) -> Started {
    let next = vec![
        "Each note `[!WRITE]` says what to write there; the other comments explain the keys."
            .to_owned(),
        "To see the draft: pledgebook build --drafts. Nothing is published while a note is left."
            .to_owned(),
    ];
    Started { files: [(path, text)].into_iter().collect(), next }
}

fn refuse_double<'a>(
    kind: &str,
    name: &Id,
    mut known: impl Iterator<Item = (&'a Id, &'a str)>,
    findings: &mut Findings,
) -> Option<()> {
    match known.find(|(id, _)| *id == name) {
        Some((_, file)) => {
            findings.push(double(kind, name, file));
            None
        }
        None => Some(()),
    }
}

pub(super) fn double(kind: &str, name: &Id, file: &str) -> Diagnostic {
    let message = format!("there is {kind} called `{name}` already, in `{file}`");
    Diagnostic::error(codes::DUPLICATE_ID, message)
        .help("go on writing there, or choose another name; nothing has been written")
}

/// The pledge that nothing replaces.
fn current_pledge(site: &Site) -> Option<&Id> {
    let sets = || site.sets.iter().map(|doc| &doc.value.set);
    let replaced = |id: &Id| sets().any(|other| other.replaces.as_ref() == Some(id));
    sets().find(|set| set.kind == SetKind::Pledge && !replaced(&set.id)).map(|set| &set.id)
}

/// A template with what all of them ask for: the name, a title, the latest
/// edition's period and the nation's principles.
pub(super) fn filled(template: &str, name: &Id, site: &Site) -> String {
    let latest = site.editions().max_by_key(|(folder, page)| (page.front.value.as_at, *folder));
    let period = latest.and_then(|(_, page)| page.front.value.period.as_ref());
    let period = period.map_or_else(|| "2024-25".to_owned(), ToString::to_string);
    let principles = match principle::slugs(site.config.value.council.nation) {
        [] => String::new(),
        slugs => format!(", out of\n    # {}", slugs.join(", ")),
    };
    template
        .replace("{name}", name.as_str())
        .replace("{title}", &title(name))
        .replace("{period}", &period)
        .replace("{principles}", &principles)
}

/// `listen-to-us` as a title.
fn title(name: &Id) -> String {
    let words = name.as_str().replace('-', " ");
    let mut chars = words.chars();
    let title = match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => words,
    };
    // A title of digits alone would be read as a number.
    format!("\"{title}\"")
}
