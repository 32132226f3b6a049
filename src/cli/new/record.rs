//! `new pledge`, `outcome`, `recommendation` and `paper`: commented templates.
//!
//! The templates stand beside this file. What they leave to be written is a
//! note, so that nothing of a template is ever published by mistake.

use super::{Project, Started, unwritten};
use crate::diagnostic::{Diagnostic, Findings, codes};
use crate::model::paper::{FieldType, PaperTemplate};
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

/// Starts a paper by the first template of the site, if it has one.
pub(super) fn paper(name: &Id, project: &Project<'_>, findings: &mut Findings) -> Option<Started> {
    let folder = format!("papers/{name}");
    if let Some(page) = project.site.pages.iter().find(|page| page.address.folder() == folder) {
        findings.push(double("a paper", name, &page.file));
        return None;
    }
    let templates = project.site.papers.as_ref();
    let template = templates.and_then(|doc| doc.value.first_key_value());
    let language = project.site.config.value.languages.first().map_or("en", |l| l.as_str());
    let text = filled(include_str!("paper.md"), name, &project.site)
        .replace("{head}", &template.map_or_else(String::new, |(name, t)| head(name, t)))
        .replace("{headings}", &headings(template.map(|(_, template)| template), language));
    Some(started(format!("content/papers/{name}.md"), text.trim_end().to_owned() + "\n"))
}

fn started(path: String, text: String) -> Started {
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

fn double(kind: &str, name: &Id, file: &str) -> Diagnostic {
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
fn filled(template: &str, name: &Id, site: &Site) -> String {
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

/// The lines of front matter that a template asks for.
fn head(name: &str, template: &PaperTemplate) -> String {
    let own = ["body", "meeting_date", "item", "report_author", "contact", "wards", "key_decision"];
    let own = [own.as_slice(), &["date", "reference"]].concat();
    let (top, under): (Vec<_>, Vec<_>) =
        template.head.iter().partition(|(key, _)| own.contains(key));
    let line = |indent: &str, key: &str, kind: FieldType| {
        format!("{indent}{key}: {}\n", placeholder(key, kind))
    };
    let mut lines = format!(
        "# Its template in data/papers.yaml says which of these keys and which headings\n\
         # it must have.\ntemplate: {name}\n"
    );
    lines.extend(top.iter().map(|(key, field)| line("", key, field.r#type)));
    if !under.is_empty() {
        lines.push_str("head:\n");
        lines.extend(under.iter().map(|(key, field)| line("  ", key, field.r#type)));
    }
    lines
}

/// What stands for a field until it is known.
fn placeholder(key: &str, kind: FieldType) -> &'static str {
    match kind {
        FieldType::YesNo => "no",
        FieldType::Date if ["meeting_date", "date"].contains(&key) => "{text: To be confirmed}",
        _ => "To be confirmed",
    }
}

/// The headings of a template, each with a note of what to write.
fn headings(template: Option<&PaperTemplate>, language: &str) -> String {
    let asked = template.map(|template| template.headings.as_slice()).unwrap_or_default();
    let mut words: Vec<&str> = asked.iter().map(|h| h.text.in_language(language)).collect();
    if words.is_empty() {
        words.push("Purpose of the report");
    }
    let line = "What belongs under this heading. If there is nothing to say, say so.";
    let note = unwritten::note(&[line.to_owned()]);
    let parts: Vec<String> = words.iter().map(|words| format!("## {words}\n\n{note}")).collect();
    parts.join("\n")
}
