//! The parts of a sheet: the chapters of an edition, or a paper with what is
//! appended to it.

use super::super::content;
use super::super::cx::Cx;
use super::super::frame;
use super::super::nodes;
use super::super::product::Product;
use super::super::{Renderer, changes, papers};
use crate::disclosure::{Edition, Page};
use crate::model::PageKind;
use serde_json::{Value, json};

/// A part of a sheet, with a title of its own.
pub(super) struct Part {
    /// The address of the page that shows the same.
    at: String,
    title: String,
    summary: Option<String>,
    /// Its number, where chapters are numbered.
    number: Option<u32>,
    role: Role,
    /// What stands around its words, if it is a paper.
    around: Option<Value>,
    /// Why all of it is exempt, or null.
    exempt: Value,
    nodes: Vec<Value>,
}

/// What a part is on its sheet.
#[derive(Clone, Debug)]
enum Role {
    /// The first page of an edition.
    Cover,
    /// A chapter of the edition before it.
    Chapter,
    /// What the sheet is about.
    Paper,
    /// Appended to it, and what as: `Appendix A`.
    Appended(Option<String>),
}

impl Role {
    fn slug(&self) -> &'static str {
        match self {
            Self::Cover => "cover",
            Self::Chapter => "chapter",
            Self::Paper => "paper",
            Self::Appended(_) => "appended",
        }
    }
}

impl Part {
    pub(super) fn into_value(self) -> Value {
        let label = match &self.role {
            Role::Appended(label) => label.clone(),
            _ => None,
        };
        json!({
            "at": self.at,
            "title": self.title,
            "summary": self.summary,
            "n": self.number.map(|number| number.to_string()),
            "role": self.role.slug(),
            "label": label,
            "around": self.around,
            "exempt": self.exempt,
            "nodes": self.nodes,
        })
    }
}

/// The parts of the sheet of the page at `at`; with what is appended to it, if
/// it is a pack.
pub(super) fn of_page(renderer: &Renderer<'_>, at: usize, page: &Page, pack: bool) -> Vec<Part> {
    if page.front.kind == PageKind::Report {
        return of_edition(renderer, at, page, Role::Cover);
    }
    let paper = written(renderer, at, page, Role::Paper);
    let appended = appended(renderer, &paper).into_iter().filter(|_| pack);
    let appended: Vec<Part> = appended
        .flat_map(|(at, label)| {
            of_appended(renderer, at, &renderer.publication.pages[at], Role::Appended(label))
        })
        .collect();
    std::iter::once(paper).chain(appended).collect()
}

/// The pages of the site that a paper appends, and what as.
fn appended(renderer: &Renderer<'_>, paper: &Part) -> Vec<(usize, Option<String>)> {
    let items = paper.around.as_ref().and_then(|around| around["appendices"]["items"].as_array());
    let pages = &renderer.publication.pages;
    let page = |item: &Value| {
        let path = item["path"].as_str().filter(|path| *path != paper.at)?;
        let at = pages.iter().position(|page| page.address.html() == path)?;
        Some((at, item["label"].as_str().map(str::to_owned)))
    };
    items.into_iter().flatten().filter_map(page).collect()
}

fn of_appended(renderer: &Renderer<'_>, at: usize, page: &Page, role: Role) -> Vec<Part> {
    match page.front.kind {
        PageKind::Report => of_edition(renderer, at, page, role),
        _ => vec![written(renderer, at, page, role)],
    }
}

/// The cover, the chapters in their order, and what changed.
fn of_edition(renderer: &Renderer<'_>, at: usize, page: &Page, role: Role) -> Vec<Part> {
    let cover = written(renderer, at, page, role);
    let Some(edition) = renderer.publication.edition(page) else { return vec![cover] };
    let cx = Cx::on_sheet(renderer, page);
    let chapters = frame::chapters(&cx, edition).into_iter();
    let chapters = chapters.map(|(at, page)| written(renderer, at, page, Role::Chapter));
    std::iter::once(cover).chain(chapters).chain(what_changed(&cx, edition)).collect()
}

/// A page of `content/`: its narrative, and what stands below it.
fn written(renderer: &Renderer<'_>, at: usize, page: &Page, role: Role) -> Part {
    let cx = Cx::on_sheet(renderer, page);
    let prepared = &renderer.documents.pages[at];
    let mut nodes = nodes::document(&cx, &prepared.document);
    nodes.extend(nodes::shown(&cx, content::after(&cx, page, at)));
    let has_frame = !matches!(page.front.kind, PageKind::Report) && page.edition.is_none();
    Part {
        at: cx.path.clone(),
        title: cx.say(&page.front.title),
        summary: cx.say_some(page.front.summary.as_ref()),
        number: prepared.chapter,
        role,
        around: has_frame.then(|| papers::view(&cx, page, at)),
        exempt: exempt(&cx, page),
        nodes,
    }
}

/// Why a whole page is exempt, as it says at its top; null if it is not.
fn exempt(cx: &Cx<'_>, page: &Page) -> Value {
    let mut note = json!(cx.exempt(page.exemption.as_ref()));
    if !note.is_null() {
        note["what"] = json!(cx.t("exempt.page"));
    }
    note
}

/// The chapter that is made from data: what changed since the edition before.
fn what_changed(cx: &Cx<'_>, edition: &Edition) -> Option<Part> {
    let product = Product::Changes(edition.folder.clone());
    cx.renderer.products.contains(&product).then(|| Part {
        at: product.path(),
        title: frame::title_of(cx, &product.folder()).unwrap_or_default(),
        summary: None,
        number: None,
        role: Role::Chapter,
        around: None,
        exempt: Value::Null,
        nodes: vec![
            json!({"t": "component", "name": "what_changed", "it": changes::page(cx), "level": 2}),
        ],
    })
}
