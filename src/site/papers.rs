//! Papers have what their templates ask for, and what they append is there.

use super::{Site, SourcePage};
use crate::at;
use crate::diagnostic::{Diagnostic, Findings, Span, codes};
use crate::model::address::linked_path;
use crate::model::date::When;
use crate::model::page::YesNo;
use crate::model::paper::{FieldType, PaperTemplate};
use crate::model::{Id, Lines};
use std::collections::BTreeSet;

pub(super) fn check(page: &SourcePage, site: &Site, findings: &mut Findings) {
    let name = page.front.value.template.as_ref();
    if let Some(template) = name.and_then(|name| site.templates.get(name)) {
        required(page, template, findings);
        head(page, template, findings);
    }
    appendices(page, site, findings);
}

/// The fields that the template asks for, and its recommendations, are given.
fn required(page: &SourcePage, template: &PaperTemplate, findings: &mut Findings) {
    let front = &page.front.value;
    let asked = template.fields().filter(|(_, field)| field.required == Some(true));
    for (key, _) in asked {
        let own = crate::model::FrontMatter::HEAD_KEYS.contains(&key);
        let path: &[_] = if own { at![key] } else { at!["head", key] };
        if front.has_head_field(key) || page.front.has(path) {
            continue;
        }
        let message = format!("the paper has no `{key}`, which its template asks for");
        let help = match own {
            true => format!("add `{key}:` to the front matter"),
            false => format!("add `{key}:` below `head:` in the front matter"),
        };
        findings.push(absent(page, message).help(help));
    }
    let recommended = !front.recommendations.is_empty() || page.front.has(at!["recommendations"]);
    if template.recommendations.required == Some(true) && !recommended {
        let message = "the paper has no `recommendations`, which its template asks for";
        let help = "add `recommendations:` to the front matter, with a line for each";
        findings.push(absent(page, message.to_owned()).help(help));
    }
}

fn absent(page: &SourcePage, message: String) -> Diagnostic {
    Diagnostic::error(codes::PAPER_PART, message).at(page.front.span(at!["template"]))
}

/// What stands under `head` is known to the template, and is what it says.
fn head(page: &SourcePage, template: &PaperTemplate, findings: &mut Findings) {
    for (key, value) in &page.front.value.head {
        let Some(field) = template.field(key) else {
            let message = format!("the template has no head field `{key}`");
            findings.push(
                Diagnostic::error(codes::UNKNOWN_KEY, message)
                    .at(page.front.key_span(at!["head", key]))
                    .suggest(key, template.fields().map(|(key, _)| key)),
            );
            continue;
        };
        if let Some(fault) = misfit(value, field.holds()) {
            let span = page.front.span(at!["head", key]);
            findings.push(fault_of(key, &fault, span));
        }
    }
}

/// Why a value is not what its field holds, if it is not.
fn misfit(value: &Lines, holds: FieldType) -> Option<String> {
    let words = || value.texts().iter().flat_map(|text| text.all());
    match holds {
        _ if value.as_written => None,
        FieldType::Date => words().find_map(|word| When::read(word).err()),
        FieldType::YesNo => words().find_map(|word| word.parse::<YesNo>().err()),
        FieldType::Text if value.texts().len() > 1 => Some(
            "it is a list, and one text is asked for | write one text, or give the field `type: list`"
                .to_owned(),
        ),
        FieldType::Text | FieldType::List => None,
    }
}

fn fault_of(key: &str, fault: &str, span: Span) -> Diagnostic {
    let (what, help) = fault.split_once(" | ").unwrap_or((fault, ""));
    let found = Diagnostic::error(codes::HEAD_FIELD, format!("`{key}`: {what}")).at(span);
    if help.is_empty() { found } else { found.help(help) }
}

/// What is appended is there, and has a name of its own.
fn appendices(page: &SourcePage, site: &Site, findings: &mut Findings) {
    let mut ids: BTreeSet<&Id> = BTreeSet::new();
    for (i, appendix) in page.front.value.appendices.iter().enumerate() {
        let span = |key: &str| page.front.span(at!["appendices", i, key]);
        if let Some(id) = appendix.id.as_ref().filter(|id| !ids.insert(*id)) {
            let message = format!("two appendices have the id `{id}`");
            let found = Diagnostic::error(codes::DUPLICATE_ID, message).at(span("id"));
            findings.push(found.help("give each its own"));
        }
        if let Some(path) = &appendix.page {
            let found = no_page(page, site, path).map(|found| found.at(span("page")));
            found.into_iter().for_each(|found| findings.push(found));
        }
        if let Some(name) = &appendix.file {
            let found = no_file(page, site, name).map(|found| found.at(span("file")));
            found.into_iter().for_each(|found| findings.push(found));
        }
    }
}

fn no_page(page: &SourcePage, site: &Site, path: &str) -> Option<Diagnostic> {
    let linked = linked_path(&page.file, path);
    let mut files = site.pages.iter().filter_map(|page| page.file.strip_prefix("content/"));
    if files.any(|file| Some(file) == linked.as_deref()) {
        return None;
    }
    let known = site.pages.iter().filter_map(|page| page.file.strip_prefix("content/"));
    let found = Diagnostic::error(codes::UNKNOWN_ID, format!("there is no page `{path}`"));
    Some(found.suggest(path, known))
}

fn no_file(page: &SourcePage, site: &Site, name: &str) -> Option<Diagnostic> {
    let path = linked_path(&page.file, name);
    if path.is_some_and(|path| site.assets.contains_key(&path)) {
        return None;
    }
    let message = format!("there is no file `{name}` beside this page");
    let found = Diagnostic::error(codes::MISSING_FILE, message);
    Some(found.help("put the file there, or correct the name"))
}
