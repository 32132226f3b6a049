//! What is appended to a paper: labels decided once, and where each leads.

use super::super::cx::Cx;
use super::asked::template;
use crate::diagnostic::{Diagnostic, Findings, Span, codes};
use crate::disclosure::{Page, Publication};
use crate::model::address::linked_path;
use crate::model::page::Appendix;
use crate::model::paper::{AppendixStyle, CountedBy};
use crate::strings::Strings;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The label of each appendix of `page`: its own, or `Annex 1`, `Appendix B`.
/// Those with a label of their own are not counted.
pub(in crate::output) fn labels(
    publication: &Publication,
    page: &Page,
    strings: &Strings,
) -> Vec<String> {
    let style = template(publication, page).map(|template| &template.appendices);
    let mut count = 0;
    let label = |appendix: &Appendix| match &appendix.label {
        Some(label) => label.in_language(strings.language()).to_owned(),
        None => {
            count += 1;
            counted(style, count, strings)
        }
    };
    page.front.appendices.iter().map(label).collect()
}

fn counted(style: Option<&AppendixStyle>, number: usize, strings: &Strings) -> String {
    let by = style.and_then(|style| style.by).unwrap_or_default();
    let mark = match by {
        CountedBy::Letters => crate::narrative::letter(number - 1).to_uppercase(),
        CountedBy::Numbers => number.to_string(),
    };
    match style.and_then(|style| style.word.as_ref()) {
        Some(word) => format!("{} {mark}", word.in_language(strings.language())),
        None => strings.say("paper.appendix", &[("mark", &mark)]),
    }
}

/// The label of each appendix that has a name, and where it leads from the
/// home page; labels that stand twice are told.
pub(in crate::output) fn named(
    publication: &Publication,
    page: &Page,
    strings: &Strings,
    findings: &mut Findings,
) -> BTreeMap<String, (String, String)> {
    let labels = labels(publication, page, strings);
    let mut seen = BTreeSet::new();
    for label in labels.iter().filter(|label| !seen.insert(label.to_lowercase())) {
        let found =
            Diagnostic::error(codes::LABEL, format!("two appendices are called \"{label}\""));
        let span = Span::words(page.file.clone(), "appendices:");
        findings.push(found.at(span).help("give each a `label` of its own, or give none"));
    }
    let all = page.front.appendices.iter().zip(labels).enumerate();
    let named = all.filter_map(|(at, (one, label))| {
        let target = leads_to(publication, page, one).unwrap_or_else(|| format!("#{}", anchor(at)));
        Some((one.id.as_ref()?.as_str().to_owned(), (label, target)))
    });
    named.collect()
}

/// The address of the page or file, if there is one that is published.
fn leads_to(publication: &Publication, page: &Page, appendix: &Appendix) -> Option<String> {
    let linked = |to: &Option<String>| to.as_ref().and_then(|to| linked_path(&page.file, to));
    let of_page = |file: String| {
        let mut pages = publication.pages.iter();
        let other = pages.find(|page| page.file.strip_prefix("content/") == Some(&file))?;
        Some(other.address.html())
    };
    linked(&appendix.page).and_then(of_page).or_else(|| linked(&appendix.file))
}

fn anchor(at: usize) -> String {
    format!("appendix-{}", at + 1)
}

/// The appendices of `page` as its templates take them.
pub(super) fn view(cx: &Cx<'_>, page: &Page) -> Value {
    let labels = labels(cx.renderer.publication, page, cx.strings());
    let all = page.front.appendices.iter().zip(labels).enumerate();
    let items: Vec<Value> =
        all.map(|(at, (one, label))| appendix(cx, page, one, (&label, &anchor(at)))).collect();
    match items.len() {
        0 => Value::Null,
        count => json!({"title": title(cx, page, count), "items": items}),
    }
}

fn title(cx: &Cx<'_>, page: &Page, count: usize) -> String {
    let style = template(cx.renderer.publication, page).map(|template| &template.appendices);
    match style.and_then(|style| style.title.as_ref()) {
        Some(title) => cx.say(title),
        None => cx.strings().count("paper.appendices", count, &[]),
    }
}

fn appendix(cx: &Cx<'_>, page: &Page, one: &Appendix, (label, anchor): (&str, &str)) -> Value {
    let linked = |to: &Option<String>| to.as_ref().and_then(|to| linked_path(&page.file, to));
    let file = linked(&one.file).inspect(|path| cx.renderer.map.use_file(path));
    let path =
        linked(&one.page).and_then(|file| cx.renderer.map.page_of_file(&file).map(str::to_owned));
    if let Some(to) = one.page.as_ref().filter(|_| path.is_none()) {
        cx.refuse_page(to, &Span::words(page.file.clone(), to.as_str()));
    }
    json!({
        "label": label,
        "title": cx.say(&one.title),
        "is_file": path.is_none() && file.is_some(),
        "path": path.or(file),
        "anchor": anchor,
    })
}
