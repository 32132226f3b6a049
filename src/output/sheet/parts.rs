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
    /// What it is on the sheet: `cover`, `chapter` or `paper`.
    role: &'static str,
    /// What stands around its words, if it is a paper.
    around: Option<Value>,
    nodes: Vec<Value>,
}

impl Part {
    pub(super) fn into_value(self) -> Value {
        json!({
            "at": self.at,
            "title": self.title,
            "summary": self.summary,
            "n": self.number.map(|number| number.to_string()),
            "role": self.role,
            "around": self.around,
            "nodes": self.nodes,
        })
    }
}

/// The parts of the sheet of the page at `at`.
pub(super) fn of_page(renderer: &Renderer<'_>, at: usize, page: &Page) -> Vec<Part> {
    let edition = renderer.publication.edition(page);
    match edition.filter(|_| page.front.kind == PageKind::Report) {
        Some(edition) => of_edition(renderer, at, page, edition),
        None => vec![written(renderer, at, page, "paper")],
    }
}

/// The cover, the chapters in their order, and what changed.
fn of_edition(renderer: &Renderer<'_>, at: usize, page: &Page, edition: &Edition) -> Vec<Part> {
    let cx = Cx::on_sheet(renderer, page);
    let chapters = frame::chapters(&cx, edition).into_iter();
    let chapters = chapters.map(|(at, page)| written(renderer, at, page, "chapter"));
    std::iter::once(written(renderer, at, page, "cover"))
        .chain(chapters)
        .chain(what_changed(&cx, edition))
        .collect()
}

/// A page of `content/`: its narrative, and what stands below it.
fn written(renderer: &Renderer<'_>, at: usize, page: &Page, role: &'static str) -> Part {
    let cx = Cx::on_sheet(renderer, page);
    let prepared = &renderer.documents.pages[at];
    let mut nodes = nodes::document(&cx, &prepared.document);
    nodes.extend(nodes::shown(&cx, content::after(&cx, page, at)));
    Part {
        at: cx.path.clone(),
        title: cx.say(&page.front.title),
        summary: cx.say_some(page.front.summary.as_ref()),
        number: prepared.chapter,
        role,
        around: (role == "paper").then(|| papers::view(&cx, page, at)),
        nodes,
    }
}

/// The chapter that is made from data: what changed since the edition before.
fn what_changed(cx: &Cx<'_>, edition: &Edition) -> Option<Part> {
    let product = Product::Changes(edition.folder.clone());
    cx.renderer.products.contains(&product).then(|| Part {
        at: product.path(),
        title: frame::title_of(cx, &product.folder()).unwrap_or_default(),
        summary: None,
        number: None,
        role: "chapter",
        around: None,
        nodes: vec![
            json!({"t": "component", "name": "what_changed", "it": changes::page(cx), "level": 2}),
        ],
    })
}
