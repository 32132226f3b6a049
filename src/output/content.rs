//! Pages that officers write.

use super::cx::Cx;
use super::frame::{self, Facts};
use super::prose::Shown;
use super::{Renderer, carried, meetings};
use crate::diagnostic::{Diagnostic, Span, codes};
use crate::disclosure::{Edition, Page};
use crate::model::address::linked_path;
use crate::model::page::{Appendix, YesNo};
use crate::model::paper::{PaperTemplate, Place};
use crate::model::{PageKind, Text};
use crate::narrative::{Block, BlockSpec, ResolutionsSpec, plain_text};
use serde_json::{Value, json};
use tera::Context;

/// Renders the page at `at`.
pub(super) fn render(renderer: &Renderer<'_>, at: usize) {
    let page = &renderer.publication.pages[at];
    let cx = Cx::of_page(renderer, page);
    let facts = facts(&cx, page, at);
    let mut context = frame::context(&cx, &facts);
    let template = match page.front.kind {
        _ if page.address.folder().is_empty() => home(&cx, &mut context),
        PageKind::Report => "edition",
        PageKind::Paper => paper(&cx, page, at, &mut context),
        PageKind::Minutes => minutes(&cx, page, &mut context),
        PageKind::Strategy => "strategy",
        PageKind::Page | PageKind::Pledge => plain(&cx, page, &mut context),
    };
    renderer.page(&cx, template, &context);
}

fn facts<'a>(cx: &Cx<'a>, page: &Page, at: usize) -> Facts<'a> {
    let mut body = frame::body(cx, at);
    body.push_str(&cx.shown_in_page(&after(cx, page, at)));
    Facts {
        title: cx.say(&page.front.title),
        summary: cx.say_some(page.front.summary.as_ref()),
        kind: page.front.kind.slug(),
        body,
        toc: frame::toc(cx, at),
        as_at: tied_to(cx, page),
        page: Some(at),
        edition: cx.renderer.publication.edition(page),
    }
}

/// The day whose knowledge the page shows, if it is tied to one.
fn tied_to(cx: &Cx<'_>, page: &Page) -> Option<String> {
    let tied = page.front.as_at.is_some() || page.edition.is_some();
    cx.view().as_at.filter(|_| tied).map(|day| cx.strings().day(day))
}

/// What a page shows below its narrative.
pub(super) fn after(cx: &Cx<'_>, page: &Page, at: usize) -> Vec<Shown> {
    match page.front.kind {
        PageKind::Report => taken_over(cx, page),
        PageKind::Minutes => resolutions(cx, page, at),
        _ => Vec::new(),
    }
}

fn taken_over(cx: &Cx<'_>, page: &Page) -> Vec<Shown> {
    let edition: Option<&Edition> = cx.renderer.publication.edition(page);
    let Some(it) = edition.and_then(|edition| carried::carried(cx, edition)) else {
        return Vec::new();
    };
    let heading = Shown::Heading { title: cx.t("carried.title"), anchor: "carried", level: 2 };
    vec![heading, Shown::Component("carried", it, 3)]
}

/// The resolutions of the minutes' meeting, unless the narrative shows them.
fn resolutions(cx: &Cx<'_>, page: &Page, at: usize) -> Vec<Shown> {
    let shown = cx.renderer.documents.pages[at].document.blocks.iter().any(|block| {
        matches!(block, Block::Component(spec, _) if matches!(spec.bare(), BlockSpec::Resolutions(_)))
    });
    let Some(meeting) = page.front.meeting.clone().filter(|_| !shown) else { return Vec::new() };
    let spec = ResolutionsSpec { meeting, item: page.front.item.clone() };
    let parts = meetings::block(cx, &spec, &Span::file(page.file.clone()));
    parts.into_iter().map(|it| Shown::Component("resolutions", it, 3)).collect()
}

fn insert(context: &mut Context, key: &'static str, value: &Value) {
    context.insert_value(key, tera::Value::from_serializable(value));
}

fn home(cx: &Cx<'_>, context: &mut Context) -> &'static str {
    let editions = cx.renderer.publication.editions.iter().map(|edition| {
        json!({
            "title": cx.say(&edition.title),
            "period": frame::period_of(cx, edition),
            "summary": cx.say_some(edition.summary.as_ref()),
            "path": crate::model::address::html_in(&edition.folder),
        })
    });
    insert(context, "editions", &json!(editions.collect::<Vec<_>>()));
    insert(context, "sections", &json!(sections(cx)));
    "home"
}

/// The menu's entries with their summaries, without the latest report.
fn sections(cx: &Cx<'_>) -> Vec<Value> {
    let latest = cx
        .renderer
        .publication
        .editions
        .first()
        .map(|edition| crate::model::address::html_in(&edition.folder));
    let entries =
        frame::menu(cx).into_iter().filter(|entry| entry["path"].as_str() != latest.as_deref());
    entries
        .map(|mut entry| {
            let path = entry["path"].as_str().unwrap_or_default().to_owned();
            let page =
                cx.renderer.publication.pages.iter().find(|page| page.address.html() == path);
            entry["summary"] =
                json!(page.and_then(|page| cx.say_some(page.front.summary.as_ref())));
            entry
        })
        .collect()
}

fn plain(cx: &Cx<'_>, page: &Page, context: &mut Context) -> &'static str {
    if page.edition.is_some() {
        return "chapter";
    }
    let children =
        if page.address.is_section() { frame::children(cx, &page.address) } else { Vec::new() };
    if children.is_empty() {
        return "page";
    }
    insert(context, "children", &json!(children));
    "section"
}

fn minutes(cx: &Cx<'_>, page: &Page, context: &mut Context) -> &'static str {
    let meeting = page.front.meeting.as_ref().and_then(|id| cx.view().meeting(id.as_str()));
    let body = meeting
        .map(|meeting| cx.say(&meeting.body))
        .or_else(|| cx.say_some(page.front.body.as_ref()));
    let date = meeting
        .map(|meeting| cx.strings().day(meeting.date))
        .or_else(|| cx.when_some(page.front.meeting_date.as_ref()));
    let rows = [
        ("paper.body", body),
        ("paper.meeting_date", date),
        ("paper.item", page.front.item.clone()),
    ];
    let rows =
        rows.into_iter().filter_map(|(key, text)| Some(json!({"label": cx.t(key), "text": text?})));
    insert(context, "head", &json!(rows.collect::<Vec<_>>()));
    "minutes"
}

fn paper(cx: &Cx<'_>, page: &Page, at: usize, context: &mut Context) -> &'static str {
    let front = &page.front;
    let template =
        front.template.as_ref().and_then(|name| cx.renderer.publication.papers.get(name));
    if let Some(template) = template {
        check_headings(cx, page, at, template);
    }
    let body = cx.say_some(front.body.as_ref()).unwrap_or_default();
    insert(context, "head", &json!(fields(cx, page, template, Place::Head)));
    insert(context, "foot", &json!(fields(cx, page, template, Place::Foot)));
    insert(context, "recommendations", &json!(lettered(cx, page)));
    insert(
        context,
        "recommendations_intro",
        &json!(cx.strings().say("paper.recommended", &[("body", &body)])),
    );
    insert(
        context,
        "signed",
        &json!(front.signed.as_ref().map(|signed| json!({
            "name": signed.name,
            "role": cx.say_some(signed.role.as_ref()),
            "date": cx.when_some(signed.date.as_ref()),
        }))),
    );
    insert(context, "contact", &Value::Null);
    insert(context, "background_papers", &json!(cx.evidence(&front.background_papers)));
    insert(
        context,
        "appendices",
        &json!(front.appendices.iter().map(|one| appendix(cx, page, one)).collect::<Vec<_>>()),
    );
    "paper"
}

/// What the body is asked to do, lettered.
fn lettered(cx: &Cx<'_>, page: &Page) -> Vec<Value> {
    let items = page.front.recommendations.iter().zip('a'..='z');
    items.map(|(text, letter)| json!({"letter": letter, "text_prose": cx.prose(&page.file, text), "anchor": format!("recommended-{letter}")})).collect()
}

/// The fields of the paper's head or foot, as its template orders them.
fn fields(cx: &Cx<'_>, page: &Page, template: Option<&PaperTemplate>, place: Place) -> Vec<Value> {
    let row = |label: String, key: &str| {
        field(cx, page, key).map(|text| json!({"label": label, "text": text}))
    };
    match template {
        Some(template) => {
            let here = template.head.iter().filter(|(_, field)| field.place == place);
            here.filter_map(|(key, field)| row(cx.say(&field.label), key)).collect()
        }
        None if place == Place::Head => {
            let keys = ["body", "meeting_date", "item", "report_author", "wards", "key_decision"];
            keys.iter().filter_map(|key| row(cx.t(&format!("paper.{key}")), key)).collect()
        }
        None => {
            let keys = ["contact", "date", "reference"];
            keys.iter().filter_map(|key| row(cx.t(&format!("paper.{key}")), key)).collect()
        }
    }
}

/// What a paper says in the head field `key`.
fn field(cx: &Cx<'_>, page: &Page, key: &str) -> Option<String> {
    let front = &page.front;
    let text = |text: &Option<Text>| cx.say_some(text.as_ref());
    match key {
        "body" => text(&front.body),
        "meeting_date" => cx.when_some(front.meeting_date.as_ref()),
        "item" => front.item.clone(),
        "report_author" => text(&front.report_author),
        "contact" => text(&front.contact),
        "wards" => text(&front.wards),
        "key_decision" => front
            .key_decision
            .map(|decision| cx.t(if decision == YesNo::Yes { "yes" } else { "no" })),
        "date" => cx.when_some(front.date.as_ref()),
        "reference" => front.reference.clone(),
        _ => front.head.get(key).map(|words| cx.say(words)),
    }
}

fn appendix(cx: &Cx<'_>, page: &Page, appendix: &Appendix) -> Value {
    let linked = |to: &Option<String>| to.as_ref().and_then(|to| linked_path(&page.file, to));
    let file = linked(&appendix.file).inspect(|path| cx.renderer.map.use_file(path));
    let path = linked(&appendix.page)
        .and_then(|file| cx.renderer.map.page_of_file(&file).map(str::to_owned));
    if let Some(to) = appendix.page.as_ref().filter(|_| path.is_none()) {
        cx.refuse_page(to, &Span::words(page.file.clone(), to.as_str()));
    }
    json!({"label": null, "title": cx.say(&appendix.title), "path": path.or(file)})
}

/// A paper has every heading its template requires, in order.
fn check_headings(cx: &Cx<'_>, page: &Page, at: usize, template: &PaperTemplate) {
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
