//! Papers to the council's bodies, and their minutes: what stands around their
//! words, as one value that pages and print are both made from.

use super::cx::Cx;
use crate::diagnostic::{Diagnostic, Span, codes};
use crate::disclosure::Page;
use crate::model::address::linked_path;
use crate::model::page::{Appendix, PageKind, Signed, YesNo};
use crate::model::paper::{PaperTemplate, Place};
use crate::model::{Text, When};
use crate::narrative::{Block, plain_text};
use serde_json::{Value, json};

/// What stands around the words of the paper, minutes or strategy at `at`:
///
/// - `kicker`: what sort of paper it is, above its title, or null;
/// - `head`, `foot`: `[{key, label, lines}]`;
/// - `recommendations`: `{title, lead, items: [{letter, text_prose, anchor}]}` to
///   stand above the words, or null; those below are part of the document;
/// - `signed`: `{name, role: [line], date}` or null;
/// - `appendices`: `{title, items: [{label, title, path, file, anchor}]}` or null,
///   where `path` is the address of a page or file and `file` whether it is one;
/// - `background_papers`: as components take evidence;
/// - `contents`: whether it has a list of its headings;
/// - `sheet`: `{size, orientation, layout}` on paper.
pub(super) fn view(cx: &Cx<'_>, page: &Page, _at: usize) -> Value {
    let template = template(cx, page);
    json!({
        "kicker": null,
        "head": fields(cx, page, template, Place::Head),
        "foot": fields(cx, page, template, Place::Foot),
        "recommendations": recommendations(cx, page),
        "signed": page.front.signed.as_ref().map(|one| signed(cx, one)),
        "appendices": appendices(cx, page),
        "background_papers": cx.evidence(&page.front.background_papers),
        "contents": true,
        "sheet": {"size": "a4", "orientation": "portrait", "layout": "report"},
    })
}

fn template<'a>(cx: &Cx<'a>, page: &Page) -> Option<&'a PaperTemplate> {
    page.front.template.as_ref().and_then(|name| cx.renderer.publication.papers.get(name))
}

/// What the body is asked to do, lettered.
fn recommendations(cx: &Cx<'_>, page: &Page) -> Value {
    let asked = &page.front.recommendations;
    let body = cx.say_some(page.front.body.as_ref()).unwrap_or_default();
    let items = asked.iter().zip('a'..='z').map(|(text, letter)| {
        let anchor = format!("recommended-{letter}");
        json!({"letter": letter, "text_prose": cx.prose(&page.file, text), "anchor": anchor})
    });
    match asked.len() {
        0 => Value::Null,
        count => json!({
            "title": cx.strings().count("paper.recommendations", count, &[]),
            "lead": cx.strings().say("paper.recommended", &[("body", &body)]),
            "items": items.collect::<Vec<_>>(),
        }),
    }
}

fn signed(cx: &Cx<'_>, signed: &Signed) -> Value {
    json!({
        "name": signed.name,
        "role": cx.say_some(signed.role.as_ref()).into_iter().collect::<Vec<_>>(),
        "date": cx.when_some(signed.date.as_ref()),
    })
}

/// The fields of the paper's head or foot, as its template orders them.
fn fields(cx: &Cx<'_>, page: &Page, template: Option<&PaperTemplate>, place: Place) -> Vec<Value> {
    let row = |label: String, key: &str| {
        let lines = field(cx, page, key);
        (!lines.is_empty()).then(|| json!({"key": key, "label": label, "lines": lines}))
    };
    if let Some(template) = template {
        let here = template.head.iter().filter(|(_, field)| field.place == place);
        return here.filter_map(|(key, field)| row(cx.say(&field.label), key)).collect();
    }
    let keys: &[&str] = match (page.front.kind, place) {
        (PageKind::Minutes, Place::Head) => &["body", "meeting_date", "item"],
        (_, Place::Head) => {
            &["body", "meeting_date", "item", "report_author", "wards", "key_decision"]
        }
        (_, Place::Foot) => &["contact", "date", "reference"],
    };
    keys.iter().filter_map(|key| row(cx.t(&format!("paper.{key}")), key)).collect()
}

/// What a paper says in the head field `key`, in lines.
fn field(cx: &Cx<'_>, page: &Page, key: &str) -> Vec<String> {
    let front = &page.front;
    let text = |text: Option<&Text>| cx.say_some(text);
    let said = match key {
        "body" => meeting_body(cx, page),
        "meeting_date" => meeting_date(cx, page),
        "item" => front.item.clone(),
        "report_author" => text(front.report_author.as_ref()),
        "contact" => text(front.contact.as_ref()),
        "wards" => text(front.wards.as_ref()),
        "key_decision" => front
            .key_decision
            .map(|decision| cx.t(if decision == YesNo::Yes { "yes" } else { "no" })),
        "date" => cx.when_some(front.date.as_ref()),
        "reference" => front.reference.clone(),
        _ => front.head.get(key).map(|words| cx.say(words)),
    };
    said.into_iter().collect()
}

/// The body a paper goes to; of minutes, the body of their meeting.
fn meeting_body(cx: &Cx<'_>, page: &Page) -> Option<String> {
    let meeting = page.front.meeting.as_ref().and_then(|id| cx.view().meeting(id.as_str()));
    meeting.map(|meeting| cx.say(&meeting.body)).or_else(|| cx.say_some(page.front.body.as_ref()))
}

fn meeting_date(cx: &Cx<'_>, page: &Page) -> Option<String> {
    let meeting = page.front.meeting.as_ref().and_then(|id| cx.view().meeting(id.as_str()));
    let date: Option<&When> = page.front.meeting_date.as_ref();
    meeting.map(|meeting| cx.strings().day(meeting.date)).or_else(|| cx.when_some(date))
}

fn appendices(cx: &Cx<'_>, page: &Page) -> Value {
    let all = &page.front.appendices;
    let items = all.iter().enumerate().map(|(at, one)| appendix(cx, page, at, one));
    match all.len() {
        0 => Value::Null,
        count => json!({
            "title": cx.strings().count("paper.appendices", count, &[]),
            "items": items.collect::<Vec<_>>(),
        }),
    }
}

fn appendix(cx: &Cx<'_>, page: &Page, at: usize, appendix: &Appendix) -> Value {
    let linked = |to: &Option<String>| to.as_ref().and_then(|to| linked_path(&page.file, to));
    let file = linked(&appendix.file).inspect(|path| cx.renderer.map.use_file(path));
    let path = linked(&appendix.page)
        .and_then(|file| cx.renderer.map.page_of_file(&file).map(str::to_owned));
    if let Some(to) = appendix.page.as_ref().filter(|_| path.is_none()) {
        cx.refuse_page(to, &Span::words(page.file.clone(), to.as_str()));
    }
    json!({
        "label": null,
        "title": cx.say(&appendix.title),
        "file": path.is_none() && file.is_some(),
        "path": path.or(file),
        "anchor": format!("appendix-{}", at + 1),
    })
}

/// A paper has every heading its template requires, in order.
pub(super) fn check(cx: &Cx<'_>, page: &Page, at: usize) {
    let Some(template) = template(cx, page) else { return };
    let blocks = &cx.renderer.documents.pages[at].document.blocks;
    let found: Vec<String> = blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading(heading) => Some(plain_text(&heading.words).to_lowercase()),
            _ => None,
        })
        .collect();
    let mut from = 0;
    for heading in &template.headings {
        let wanted = cx.say(&heading.text);
        match found.iter().position(|words| *words == wanted.to_lowercase()) {
            Some(place) if place < from => report(
                cx,
                page,
                format!("the heading \"{wanted}\" is out of order"),
                "put the headings in the order of the template",
            ),
            Some(place) => from = place,
            None if heading.required => report(
                cx,
                page,
                format!("the paper has no heading \"{wanted}\", which its template requires"),
                "add it; where there is nothing to say, write that none arises",
            ),
            None => {}
        }
    }
}

fn report(cx: &Cx<'_>, page: &Page, message: String, help: &str) {
    let span = Span::words(page.file.clone(), "template:");
    cx.renderer.find(Diagnostic::error(codes::PAPER_PART, message).at(span).help(help));
}
