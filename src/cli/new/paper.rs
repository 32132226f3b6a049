//! `new paper`: a draft with what its template asks for.

use super::super::args::NewPaper;
use super::record::{double, filled, started};
use super::{Project, Started, unwritten};
use crate::diagnostic::Findings;
use crate::model::FrontMatter;
use crate::model::paper::{FieldType, PaperHeading, PaperTemplate};
use crate::site::{Site, templates};

/// Starts a paper by the template that is asked for, else by the first of the
/// site's own, else by that of papers to Cabinet.
pub(super) fn start(
    asked: &NewPaper,
    project: &Project<'_>,
    findings: &mut Findings,
) -> Option<Started> {
    let (site, name) = (&project.site, &asked.name);
    let folder = format!("papers/{name}");
    if let Some(page) = site.pages.iter().find(|page| page.address.folder() == folder) {
        findings.push(double("a paper", name, &page.file));
        return None;
    }
    let own = || site.papers.as_ref().and_then(|doc| doc.value.keys().next().cloned());
    let wanted = asked.template.clone().or_else(own).unwrap_or_else(|| "cabinet".to_owned());
    let Some(template) = site.templates.get(&wanted) else {
        let known: Vec<&str> = site.templates.keys().map(String::as_str).collect();
        findings.push(templates::unknown(&wanted, &known));
        return None;
    };
    let text = draft(asked, (&wanted, template), site);
    Some(started(format!("content/papers/{name}.md"), text))
}

fn draft(asked: &NewPaper, (name, template): (&str, &PaperTemplate), site: &Site) -> String {
    let language = site.config.value.languages.first().map_or("en", |l| l.as_str());
    let (kind, about) = match is_minutes(site, name) {
        true => ("minutes", "Minutes of a meeting."),
        false => ("paper", "A paper."),
    };
    let numbering = template.numbering.unwrap_or_default().slug();
    let text = filled(include_str!("paper.md"), &asked.name, site)
        .replace("{about}", about)
        .replace("{kind}", kind)
        .replace("{template}", name)
        .replace("{numbering}", numbering)
        .replace("{head}", &head(template))
        .replace("{recommendations}", recommendations(template))
        .replace("{headings}", &headings(template, language));
    text.trim_end().to_owned() + "\n"
}

/// Whether what is made from the template `name` is minutes, which are a kind
/// of page of their own.
fn is_minutes(site: &Site, name: &str) -> bool {
    let own = site.papers.as_ref().and_then(|doc| doc.value.get(name)?.like.as_deref());
    name == "minutes" || own == Some("minutes")
}

/// The lines of front matter that a template asks for.
fn head(template: &PaperTemplate) -> String {
    let (top, under): (Vec<_>, Vec<_>) =
        template.fields().partition(|(key, _)| FrontMatter::HEAD_KEYS.contains(key));
    let line = |indent: &str, key: &str, holds: FieldType| {
        format!("{indent}{key}: {}\n", placeholder(key, holds))
    };
    let mut lines = String::new();
    lines.extend(top.iter().map(|(key, field)| line("", key, field.holds())));
    if !under.is_empty() {
        lines.push_str("head:\n");
        lines.extend(under.iter().map(|(key, field)| line("  ", key, field.holds())));
    }
    lines
}

/// What stands for a field until it is known.
fn placeholder(key: &str, holds: FieldType) -> &'static str {
    match holds {
        FieldType::YesNo => "no",
        FieldType::Date => "{text: To be confirmed}",
        FieldType::List if key != "wards" => "[To be confirmed]",
        FieldType::List | FieldType::Text => "To be confirmed",
    }
}

/// What the meeting is asked to do, where a template has a place for it.
fn recommendations(template: &PaperTemplate) -> &'static str {
    let style = &template.recommendations;
    match style.place.is_some() || style.required == Some(true) {
        true => {
            "# What is asked or decided, a line for each. They are lettered for you.\n\
             recommendations:\n  - note this paper.\n"
        }
        false => "",
    }
}

/// The headings of a template, each with a note of what to write.
fn headings(template: &PaperTemplate, language: &str) -> String {
    let parts: Vec<String> =
        template.headings().iter().map(|heading| below(heading, language)).collect();
    match parts.is_empty() {
        true => unwritten::note(&["What it says.".to_owned()]),
        false => parts.join("\n"),
    }
}

/// A heading with its note, and what is said where nothing arises.
fn below(heading: &PaperHeading, language: &str) -> String {
    let words = heading.text.in_language(language);
    let (line, none) = match &heading.none {
        Some(none) => (
            "What belongs under this heading. If nothing does, keep the words below.",
            format!("\n{}\n", none.in_language(language)),
        ),
        None => {
            ("What belongs under this heading. If there is nothing to say, say so.", String::new())
        }
    };
    format!("## {words}\n\n{}{none}", unwritten::note(&[line.to_owned()]))
}
