//! Papers to the council's bodies, and their minutes: what stands around their
//! words, as one value that pages and print are both made from.

mod appendices;
mod asked;
mod headings;

pub(super) use appendices::named as named_appendices;
pub(super) use asked::{Asked, check_numbers as check_asked, template};
pub(super) use headings::check;

use super::cx::Cx;
use crate::disclosure::Page;
use crate::model::When;
use crate::model::page::{PageKind, Signed, YesNo};
use crate::model::paper::{BackPart, FieldType, HeadField, PaperTemplate, Place, SheetStyle};
use crate::model::{Lines, Text};
use serde_json::{Value, json};

/// What stands around the words of the paper, minutes or strategy at `at`:
///
/// - `kicker`: what sort of paper it is, above its title, or null;
/// - `head`, `foot`: `[{key, label, lines}]`;
/// - `asked`: its recommendations, `{title, lead, items: [{letter, text_prose,
///   anchor}]}`, or null;
/// - `recommendations`: the same where they are to stand above the words; those
///   below are part of the document;
/// - `signed`: `{name, role: [line], date}` or null;
/// - `appendices`: `{title, items: [{label, title, path, is_file, anchor}]}` or
///   null, where `path` is the address of a page or file and may be null;
/// - `background_papers`: as components take evidence;
/// - `back`: the names of what stands below the words, in order: `signed`, `appendices`,
///   `background_papers` and `foot`;
/// - `contents`: whether it has a list of its headings;
/// - `sheet`: `{size, orientation, layout}` on paper.
pub(super) fn view(cx: &Cx<'_>, page: &Page, at: usize) -> Value {
    let template = template(cx.renderer.publication, page);
    let is_above = cx.renderer.documents.pages[at].asked.as_ref().is_some_and(Asked::is_above);
    let asked = recommendations(cx, page, at);
    json!({
        "kicker": kicker(cx, page),
        "head": fields(cx, page, template, Place::Head),
        "foot": fields(cx, page, template, Place::Foot),
        "recommendations": if is_above { asked.clone() } else { Value::Null },
        "asked": asked,
        "signed": page.front.signed.as_ref().map(|one| signed(cx, one)),
        "appendices": appendices::view(cx, page),
        "background_papers": cx.evidence(&page.front.background_papers),
        "back": back(template),
        "contents": has_contents(cx, page),
        "sheet": sheet(template.map(|template| template.sheet).unwrap_or_default()),
    })
}

fn back(template: Option<&PaperTemplate>) -> Vec<&'static str> {
    let asked = template.and_then(|template| template.back.as_deref()).unwrap_or_default();
    BackPart::in_order(asked).into_iter().map(BackPart::slug).collect()
}

/// What sort of paper a page is, to stand above its title.
pub(super) fn kicker(cx: &Cx<'_>, page: &Page) -> Option<String> {
    let title = template(cx.renderer.publication, page).and_then(|one| one.title.as_ref());
    cx.say_some(title)
}

/// Whether the page has a list of its headings.
pub(super) fn has_contents(cx: &Cx<'_>, page: &Page) -> bool {
    template(cx.renderer.publication, page).and_then(|one| one.contents).unwrap_or(true)
}

fn sheet(style: SheetStyle) -> Value {
    json!({
        "size": style.size.unwrap_or_default().slug(),
        "orientation": style.orientation.unwrap_or_default().slug(),
        "layout": style.layout.unwrap_or_default().slug(),
    })
}

/// What the body is asked to do.
fn recommendations(cx: &Cx<'_>, page: &Page, at: usize) -> Value {
    let prepared = &cx.renderer.documents.pages[at];
    let Some(asked) = &prepared.asked else { return Value::Null };
    let items = asked.items(&prepared.document).iter().map(|item| {
        let text = cx.written(&page.file, &item.blocks);
        json!({"letter": item.mark, "text_prose": text, "anchor": item.anchor})
    });
    json!({"title": asked.heading, "lead": asked.lead, "items": items.collect::<Vec<_>>()})
}

fn signed(cx: &Cx<'_>, signed: &Signed) -> Value {
    json!({
        "name": signed.name,
        "role": signed.role.as_ref().map(|role| lines(cx, role)).unwrap_or_default(),
        "date": cx.when_some(signed.date.as_ref()),
    })
}

fn lines(cx: &Cx<'_>, lines: &Lines) -> Vec<String> {
    lines.in_language(cx.language()).map(str::to_owned).collect()
}

/// The fields of the paper's head or foot, as its template orders them.
fn fields(cx: &Cx<'_>, page: &Page, template: Option<&PaperTemplate>, place: Place) -> Vec<Value> {
    let row = |label: String, key: &str, holds: FieldType| {
        let lines = field(cx, page, key, holds);
        (!lines.is_empty()).then(|| json!({"key": key, "label": label, "lines": lines}))
    };
    if let Some(template) = template {
        let here = template.fields().filter(|(_, field)| field.place() == place);
        return here
            .filter_map(|(key, field)| row(label(cx, key, field), key, field.holds()))
            .collect();
    }
    let keys: &[&str] = match (page.front.kind, place) {
        (PageKind::Minutes, Place::Head) => &["body", "meeting_date", "item"],
        (_, Place::Head) => {
            &["body", "meeting_date", "item", "report_author", "wards", "key_decision"]
        }
        (_, Place::Foot) => &["contact", "date", "reference"],
    };
    let row = |key: &&str| row(cx.t(&format!("paper.{key}")), key, FieldType::Text);
    keys.iter().filter_map(row).collect()
}

/// What stands before a field.
fn label(cx: &Cx<'_>, key: &str, field: &HeadField) -> String {
    cx.say_some(field.label.as_ref()).unwrap_or_else(|| cx.t(&format!("paper.{key}")))
}

/// What a paper says in the head field `key`, in lines.
fn field(cx: &Cx<'_>, page: &Page, key: &str, holds: FieldType) -> Vec<String> {
    let front = &page.front;
    let several = |text: Option<&Lines>| text.map(|text| lines(cx, text)).unwrap_or_default();
    let text = |text: Option<&Text>| cx.say_some(text);
    let said = match key {
        "report_author" => return several(front.report_author.as_ref()),
        "contact" => return several(front.contact.as_ref()),
        "body" => meeting_body(cx, page),
        "meeting_date" => meeting_date(cx, page),
        "item" => front.item.clone(),
        "wards" => text(front.wards.as_ref()),
        "key_decision" => front.key_decision.map(|decision| yes_or_no(cx, decision)),
        "date" => cx.when_some(front.date.as_ref()),
        "reference" => front.reference.clone(),
        _ => {
            let written = several(front.head.get(key)).into_iter();
            return written.map(|line| formed(cx, line, holds)).collect();
        }
    };
    said.into_iter().collect()
}

/// A word of a further field as readers see it: a date in words, yes or no.
fn formed(cx: &Cx<'_>, line: String, holds: FieldType) -> String {
    let formed = match holds {
        FieldType::Date => When::read(&line).ok().map(|when| cx.when(&when)),
        FieldType::YesNo => line.parse().ok().map(|word| yes_or_no(cx, word)),
        FieldType::Text | FieldType::List => None,
    };
    formed.unwrap_or(line)
}

fn yes_or_no(cx: &Cx<'_>, word: YesNo) -> String {
    cx.t(if word == YesNo::Yes { "yes" } else { "no" })
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
