//! The whole of an edition on one page, to print: its cover and its chapters
//! as they were written, one after another.
//!
//! It is put together from the pages themselves, so that the two cannot
//! differ: what it shows was rendered, counted and checked once. What changes
//! is where things stand: headings are a level lower, anchors begin with the
//! name of their chapter, and what leads to a chapter leads within the page.

mod copy;

use super::cx::Cx;
use super::frame;
use super::{Renderer, tags};
use crate::disclosure::Edition;
use crate::model::address::html_in;
use copy::{Copy, Places};
use std::collections::BTreeSet;

/// The template of the page.
pub(super) const TEMPLATE: &str = "print";

/// The folder of the page below its edition.
const FOLDER: &str = "print";

/// Anchors of the page itself, outside its chapters.
const TAKEN: [&str; 8] =
    ["main", "large-print", "footer-contact", "hx2", "hx3", "hx4", "hx5", "hx6"];

/// The folder in which the whole of `edition` stands.
pub(super) fn folder(edition: &str) -> String {
    format!("{edition}/{FOLDER}")
}

/// Where the whole of `edition` stands, if it is made.
pub(super) fn path(cx: &Cx<'_>, edition: &Edition) -> Option<String> {
    let folder = folder(&edition.folder);
    cx.renderer.map.standing(&folder).product.map(|_| html_in(&folder))
}

/// A chapter as the whole report has it.
pub(super) struct Chapter {
    /// The path of its own page.
    pub(super) path: String,
    /// What its place on the page is called, and its anchors begin with.
    pub(super) slug: String,
    /// Its title.
    pub(super) title: String,
}

/// The chapters of `edition`, written and made, in order.
pub(super) fn chapters(cx: &Cx<'_>, edition: &Edition) -> Vec<Chapter> {
    let mut taken: BTreeSet<String> = TAKEN.map(str::to_owned).into();
    if let Some(cover) = cx.renderer.main_of(&html_in(&edition.folder)) {
        taken.extend(tags::anchors(&cover).map(str::to_owned));
    }
    let run = frame::run_of(cx, edition).into_iter().skip(1);
    run.map(|(path, title)| {
        let name = path.trim_start_matches(&edition.folder).trim_end_matches("index.html");
        let slug = free(&mut taken, &name.trim_matches('/').replace('/', "-"));
        Chapter { path, slug, title }
    })
    .collect()
}

/// `name`, or one like it that is not taken.
fn free(taken: &mut BTreeSet<String>, name: &str) -> String {
    let others = (2..).map(|n| format!("{name}-{n}"));
    let mut names = std::iter::once(name.to_owned()).chain(others);
    let name = names.find(|name| taken.insert(name.clone()));
    name.unwrap_or_default()
}

/// What the whole of `edition` shows: its cover, with the contents, and then
/// its chapters.
pub(super) fn body(cx: &Cx<'_>, edition: &Edition) -> String {
    let chapters = chapters(cx, edition);
    let cover = html_in(&edition.folder);
    let mut places: Places<'_> =
        chapters.iter().map(|one| (one.path.clone(), &*one.slug)).collect();
    places.insert(cover.clone(), "main");
    places.insert(cx.path.clone(), "main");
    let copied = |path: &str, chapter: Option<&str>| {
        let main = cx.renderer.main_of(path)?;
        Some(Copy { from: path, root: &cx.root, chapter, places: &places }.of(&main))
    };
    let mut body = copied(&cover, None).unwrap_or_default();
    for one in &chapters {
        let Some(copied) = copied(&one.path, Some(&one.slug)) else { continue };
        let slug = &one.slug;
        body.push_str(&format!(
            "<section class=\"whole-chapter\" id=\"{slug}\">\n{copied}\n</section>\n"
        ));
    }
    body
}

impl Renderer<'_> {
    /// Remembers what a page of an edition shows, for the whole of it.
    pub(super) fn keep_main(&self, path: &str, html: &str) {
        let is_part = self.publication.editions.iter().any(|edition| {
            path.strip_prefix(&*edition.folder).is_some_and(|rest| rest.starts_with('/'))
        });
        let is_part = is_part && !path.ends_with(&format!("/{FOLDER}/index.html"));
        let main = tags::main_of(html).filter(|_| is_part);
        if let (Some(main), Ok(mut mains)) = (main, self.mains.lock()) {
            mains.insert(path.to_owned(), main.to_owned());
        }
    }

    fn main_of(&self, path: &str) -> Option<String> {
        self.mains.lock().ok().and_then(|mains| mains.get(path).cloned())
    }
}
