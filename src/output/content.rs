//! Pages that officers write.

use super::cx::Cx;
use super::frame::{self, Facts};
use super::prose::Shown;
use super::{Renderer, carried, meetings, papers};
use crate::diagnostic::Span;
use crate::disclosure::{Edition, Page};
use crate::model::PageKind;
use crate::narrative::{Block, BlockSpec, ResolutionsSpec};
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
        PageKind::Paper | PageKind::Minutes | PageKind::Strategy => {
            papers::check(&cx, page, at);
            insert(&mut context, "paper", &papers::view(&cx, page, at));
            page.front.kind.slug()
        }
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
        toc: contents(cx, page, at),
        as_at: tied_to(cx, page),
        page: Some(at),
        edition: cx.renderer.publication.edition(page),
    }
}

/// The contents beside the narrative, unless that shows its own: readers go between
/// menus by name, and two would have one.
fn contents(cx: &Cx<'_>, page: &Page, at: usize) -> Vec<Value> {
    let is_shown = holds(cx, at, |spec| matches!(spec, BlockSpec::Contents));
    if is_shown || !papers::has_contents(cx, page) { Vec::new() } else { frame::toc(cx, at) }
}

/// Whether the narrative holds a block of a kind.
fn holds(cx: &Cx<'_>, at: usize, is_it: impl Fn(&BlockSpec) -> bool) -> bool {
    let mut blocks = cx.renderer.documents.pages[at].document.blocks.iter();
    blocks.any(|block| matches!(block, Block::Component(spec, _) if is_it(spec.bare())))
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
    let shown = holds(cx, at, |spec| matches!(spec, BlockSpec::Resolutions(_)));
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
            let path = entry["path"].as_str().unwrap_or_default();
            let folder = path.trim_end_matches("index.html").trim_end_matches('/');
            let page = cx.renderer.map.standing(folder).page;
            let front = page.map(|at| &cx.renderer.publication.pages[at].front);
            entry["summary"] = json!(front.and_then(|front| cx.say_some(front.summary.as_ref())));
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
