//! What stands around every page: menu, way back, contents, neighbours.

use super::cx::Cx;
use super::documents::chapter_order;
use super::html::Html;
use super::product::Product;
use super::{paged, search, whole};
use crate::disclosure::{Edition, Page};
use crate::model::address::html_in;
use crate::model::{Address, PageKind};
use crate::narrative::{Block, plain_text};
use serde_json::{Value, json};
use tera::Context;

/// What a page says of itself.
pub(super) struct Facts<'a> {
    pub(super) title: String,
    pub(super) summary: Option<String>,
    pub(super) kind: &'static str,
    pub(super) body: String,
    pub(super) toc: Vec<Value>,
    pub(super) as_at: Option<String>,
    /// Its page of `content/`, if it has one.
    pub(super) page: Option<usize>,
    /// The edition it belongs to, if it belongs to one.
    pub(super) edition: Option<&'a Edition>,
}

/// The context of a page's template.
pub(super) fn context(cx: &Cx<'_>, facts: &Facts<'_>) -> Context {
    let mut context = Context::new();
    let mut insert = |key: &'static str, value: Value| {
        context.insert_value(key, tera::Value::from_serializable(&value));
    };
    insert("root", json!(cx.root));
    insert("site", site(cx));
    insert("page", page(cx, facts));
    context
}

fn site(cx: &Cx<'_>) -> Value {
    let config = &cx.renderer.publication.config;
    json!({
        "title": cx.say(&config.title),
        "council": cx.say(&config.council.name),
        "nation": config.council.nation.slug(),
        "lang": cx.language(),
        "languages": config.languages.iter().map(|language| language.as_str()).collect::<Vec<_>>(),
        "nav": menu(cx),
        "search": entry(cx, &cx.t("title.search"), search::FOLDER),
        "footer": footer(cx),
        "contact": config.contact.as_ref().map(|_| contact(cx)),
        "theme_color": config.brand.primary,
        "exempt": cx.renderer.publication.exempt,
        "feed": null,
    })
}

fn page(cx: &Cx<'_>, facts: &Facts<'_>) -> Value {
    let content = facts.page.map(|at| &cx.renderer.publication.pages[at]);
    let (previous, next) = facts.edition.map(|edition| neighbours(cx, edition)).unwrap_or_default();
    let base = cx.renderer.publication.config.base_url.as_deref().unwrap_or_default();
    json!({
        "title": facts.title,
        "heading": facts.title,
        "kicker": content.and_then(|page| super::papers::kicker(cx, page)),
        "summary": facts.summary,
        "kind": facts.kind,
        "url": format!("{base}{}", cx.path.trim_end_matches("index.html")),
        "canonical": canonical(cx, facts).map(|folder| format!("{base}{folder}/")),
        "path": cx.path,
        "lang": cx.language(),
        "dir": "ltr",
        "updated": null,
        "as_at": facts.as_at,
        "breadcrumbs": breadcrumbs(cx),
        "toc": facts.toc,
        "previous": previous,
        "next": next,
        "edition": facts.edition.map(|edition| edition_of(cx, edition)),
        "part_of": part_of(cx, content, facts.edition),
        "body": facts.body,
        "downloads": downloads(cx, facts),
        "translations": [],
        "print_css": paged::style(cx, facts),
        "exempt": cx.exempt(content.and_then(|page| page.exemption.as_ref())),
    })
}

/// The PDFs of a page.
fn downloads(cx: &Cx<'_>, facts: &Facts<'_>) -> Vec<Value> {
    let files = facts.page.and_then(|at| cx.renderer.downloads.get(&at));
    let shown = files.into_iter().flatten();
    shown.map(|it| json!({"title": it.title, "path": it.path, "size": it.size})).collect()
}

/// The folder that holds what this page shows now for good: `/pledge/` will show
/// another set one day. Only a site that knows its own address can say so.
/// The whole of an edition shows what the edition does.
fn canonical(cx: &Cx<'_>, facts: &Facts<'_>) -> Option<String> {
    cx.renderer.publication.config.base_url.as_ref()?;
    if let Some(edition) = facts.edition.filter(|_| facts.kind == whole::TEMPLATE) {
        return Some(edition.folder.clone());
    }
    let shown = cx.view().current_pledge().filter(|_| cx.path == html_in("pledge"))?;
    Some(super::pledges::set_folder(&shown.value))
}

/// What a page belongs to, so that pages of one title can be told apart: its
/// edition, or the meeting it went to.
fn part_of(cx: &Cx<'_>, page: Option<&Page>, edition: Option<&Edition>) -> Option<String> {
    if let Some(edition) = edition {
        return (html_in(&edition.folder) != cx.path).then(|| cx.say(&edition.title));
    }
    let page = page?;
    let body = cx.say_some(page.front.body.as_ref());
    let date = cx.when_some(page.front.meeting_date.as_ref());
    let parts: Vec<String> = body.into_iter().chain(date).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// Who to ask.
pub(super) fn contact(cx: &Cx<'_>) -> Value {
    let contact = cx.renderer.publication.config.contact.as_ref();
    json!({
        "name": contact.and_then(|c| cx.say_some(c.name.as_ref())),
        "email": contact.and_then(|c| c.email.clone()),
        "telephone": contact.and_then(|c| c.telephone.clone()),
        "address": contact.and_then(|c| cx.say_some(c.address.as_ref())),
    })
}

/// The contents of the page of `cx`.
pub(super) fn toc_of(cx: &Cx<'_>) -> Vec<Value> {
    let at = cx.renderer.map.standing(cx.folder()).page;
    at.map(|at| toc(cx, at)).unwrap_or_default()
}

/// The contents of the page at `at`: its headings of two levels.
pub(super) fn toc(cx: &Cx<'_>, at: usize) -> Vec<Value> {
    let blocks = &cx.renderer.documents.pages[at].document.blocks;
    let headings = blocks.iter().filter_map(|block| match block {
        Block::Heading(heading) if heading.level <= 3 => Some(heading),
        _ => None,
    });
    headings
        .map(|heading| {
            let title = cx.words(&plain_text(&heading.words));
            json!({"level": heading.level, "number": heading.number, "title_prose": title, "anchor": heading.anchor})
        })
        .collect()
}

/// The title of the page in `folder`, if it is published.
pub(super) fn title_of(cx: &Cx<'_>, folder: &str) -> Option<String> {
    let renderer = cx.renderer;
    let standing = renderer.map.standing(folder);
    match standing.page {
        Some(at) => Some(cx.say(&renderer.publication.pages[at].front.title)),
        None => standing.product.map(|at| renderer.products[at].title(cx)),
    }
}

/// The pages above this one, from the home page down.
fn breadcrumbs(cx: &Cx<'_>) -> Vec<Value> {
    let Some((folder, _)) = cx.path.rsplit_once('/') else { return Vec::new() };
    let mut crumbs = vec![json!({"title": cx.t("page.home"), "path": "index.html"})];
    let above = folder.match_indices('/').map(|(at, _)| &folder[..at]);
    for folder in above {
        if let Some((title, path)) = title_of(cx, folder).zip(cx.renderer.map.page_in(folder)) {
            crumbs.push(json!({"title": title, "path": path}));
        }
    }
    crumbs
}

/// The menu: the latest report, the sections made from data, and the site's
/// other pages of the first level.
pub(super) fn menu(cx: &Cx<'_>) -> Vec<Value> {
    let publication = cx.renderer.publication;
    let latest =
        publication.editions.first().map(|edition| (cx.t("menu.latest"), edition.folder.clone()));
    let made = ["outcomes", "pledge", "recommendations", "ratings"]
        .iter()
        .map(|folder| folder.to_string());
    let mut own: Vec<&Page> =
        publication.pages.iter().filter(|page| is_first_level(page)).collect();
    own.sort_by_key(|page| (page.front.order.unwrap_or(u32::MAX), page.address.folder()));
    let own = own.into_iter().map(|page| page.address.folder().to_owned());
    let mut folders: Vec<String> = Vec::new();
    for folder in made.chain(own) {
        if !folders.contains(&folder) {
            folders.push(folder);
        }
    }
    let titled = folders.into_iter().filter_map(|folder| Some((title_of(cx, &folder)?, folder)));
    latest
        .into_iter()
        .chain(titled)
        .filter_map(|(title, folder)| entry(cx, &title, &folder))
        .collect()
}

fn is_first_level(page: &Page) -> bool {
    let folder = page.address.folder();
    !folder.is_empty() && !folder.contains('/') && page.edition.is_none() && folder != "about"
}

fn entry(cx: &Cx<'_>, title: &str, folder: &str) -> Option<Value> {
    let path = cx.renderer.map.page_in(folder)?;
    let current = cx.path == path || cx.path.starts_with(&format!("{folder}/"));
    Some(json!({"title": title, "path": path, "current": current}))
}

fn footer(cx: &Cx<'_>) -> Vec<Value> {
    let folders = ["about", "about/principles", "about/data", "about/accessibility", "about/style"];
    folders.iter().filter_map(|folder| entry(cx, &title_of(cx, folder)?, folder)).collect()
}

/// The chapters of an edition, in order.
pub(super) fn chapters<'a>(cx: &Cx<'a>, edition: &Edition) -> Vec<(usize, &'a Page)> {
    let pages = cx.renderer.publication.pages.iter().enumerate();
    let within = |page: &Page| {
        cx.renderer.publication.edition(page).is_some_and(|other| other.folder == edition.folder)
    };
    let made = html_in(&format!("{}/what-changed", edition.folder));
    let written = |page: &Page| !page.address.is_section() && page.address.html() != made;
    let mut chapters: Vec<_> = pages.filter(|(_, page)| within(page) && written(page)).collect();
    chapters.sort_by_key(|(_, page)| chapter_order(page));
    chapters
}

fn edition_of(cx: &Cx<'_>, edition: &Edition) -> Value {
    let mut chapters: Vec<Value> = chapters(cx, edition).into_iter().map(|(at, page)| {
        let path = page.address.html();
        let number = cx.renderer.documents.pages[at].chapter.map(|number| number.to_string());
        json!({"title": cx.say(&page.front.title), "number": number, "current": path == cx.path, "path": path})
    }).collect();
    chapters.extend(made_chapter(cx, edition));
    let current = chapters.iter().find(|chapter| chapter["current"] == json!(true));
    let number = current.map(|chapter| chapter["number"].clone());
    let others =
        cx.renderer.publication.editions.iter().filter(|other| other.folder != edition.folder);
    let (later, others): (Vec<&Edition>, Vec<&Edition>) =
        others.partition(|other| is_later(other, edition));
    let links = |editions: Vec<&Edition>| {
        let link = |other: &Edition| json!({"title": cx.say(&other.title), "path": html_in(&other.folder)});
        editions.into_iter().map(link).collect::<Vec<_>>()
    };
    json!({
        "title": cx.say(&edition.title),
        "period": period_of(cx, edition),
        "as_at": edition.as_at.map(|day| cx.strings().day(day)),
        "path": html_in(&edition.folder),
        "number": number,
        "chapters": chapters,
        "print": whole::path(cx, edition),
        "other_editions": links(others),
        "later_editions": links(later),
    })
}

fn is_later(a: &Edition, b: &Edition) -> bool {
    a.as_at > b.as_at
}

/// An edition's period in words.
pub(super) fn period_of(cx: &Cx<'_>, edition: &Edition) -> Option<String> {
    edition.period.as_ref().map(|period| cx.strings().period(period, Default::default()))
}

/// The last chapter of an edition, made from data: what changed.
fn made_chapter(cx: &Cx<'_>, edition: &Edition) -> Option<Value> {
    let folder = Product::Changes(edition.folder.clone()).folder();
    cx.renderer.map.standing(&folder).product?;
    let (path, title) = (html_in(&folder), title_of(cx, &folder)?);
    Some(json!({"title": title, "number": null, "current": path == cx.path, "path": path}))
}

/// The cover of an edition and its chapters, in order: paths and titles.
pub(super) fn run_of(cx: &Cx<'_>, edition: &Edition) -> Vec<(String, String)> {
    let written = chapters(cx, edition).into_iter();
    let written = written.map(|(_, page)| (page.address.html(), cx.say(&page.front.title)));
    let made = Product::Changes(edition.folder.clone()).folder();
    let made = cx
        .renderer
        .map
        .standing(&made)
        .product
        .and_then(|_| Some((html_in(&made), title_of(cx, &made)?)));
    let cover = (html_in(&edition.folder), cx.say(&edition.title));
    std::iter::once(cover).chain(written).chain(made).collect()
}

/// The chapters before and after a page of an edition; the cover is the first.
fn neighbours(cx: &Cx<'_>, edition: &Edition) -> (Option<Value>, Option<Value>) {
    let run = run_of(cx, edition).into_iter();
    let run: Vec<Value> = run.map(|(path, title)| json!({"title": title, "path": path})).collect();
    let Some(at) = run.iter().position(|page| page["path"] == cx.path) else {
        return (None, None);
    };
    (at.checked_sub(1).and_then(|at| run.get(at)).cloned(), run.get(at + 1).cloned())
}

/// The pages directly below a section.
pub(super) fn children(cx: &Cx<'_>, section: &Address) -> Vec<Value> {
    let below = |page: &&Page| {
        page.address.parent() == Some(section.folder()) && page.front.kind != PageKind::Report
    };
    let mut pages: Vec<&Page> = cx.renderer.publication.pages.iter().filter(below).collect();
    pages.sort_by_key(|page| (page.front.order.unwrap_or(u32::MAX), page.address.folder()));
    let own = pages.into_iter().map(|page| {
        json!({
            "title": cx.say(&page.front.title),
            "summary": cx.say_some(page.front.summary.as_ref()),
            "path": page.address.html(),
            "date": page.front.meeting_date.as_ref().map(|date| cx.when(date)),
        })
    });
    let made = cx.renderer.products.iter().filter(|product| {
        product.folder().rsplit_once('/').map(|(parent, _)| parent) == Some(section.folder())
    });
    let made = made.map(|product| json!({"title": product.title(cx), "summary": null, "path": product.path(), "date": null}));
    own.chain(made).collect()
}

/// The document of the page at `at` as HTML.
pub(super) fn body(cx: &Cx<'_>, at: usize) -> String {
    Html::document(cx, &cx.renderer.documents.pages[at].document)
}
