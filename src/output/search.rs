//! The search page: every page of the site with its headings, in groups, and
//! beside it a file of the words that each page holds.
//!
//! The page is a list of the site that needs no script. The theme's script
//! filters that list; it reads the words from a file that sets one variable,
//! since a page opened from a disk may not fetch anything. Words are kept
//! without their order and without numbers, so that the file tells nothing
//! that a page does not.

mod reading;

use super::cx::Cx;
use super::generated::insert;
use super::{Job, Renderer, frame, whole};
use crate::model::address::html_in;
pub(super) use reading::Found;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tera::Context;

/// The folder of the page.
pub(super) const FOLDER: &str = "search";

/// The template of the page.
pub(super) const TEMPLATE: &str = "search";

/// The file of the words.
const WORDS: &str = "search/words.js";

/// What can be found, by path.
type All = BTreeMap<String, Found>;

impl Renderer<'_> {
    /// Remembers what can be found on a page.
    pub(super) fn note_for_search(&self, path: &str, template: &str, html: &str) {
        if [TEMPLATE, whole::TEMPLATE, "404"].contains(&template) {
            return;
        }
        // The headings of outcomes are alike on all of them.
        let found = Found::read(html, template != "outcome");
        if let Ok(mut all) = self.found.lock() {
            all.insert(path.to_owned(), found);
        }
    }
}

/// What the search page reads; and the file of the words.
pub(super) fn fill(cx: &Cx<'_>, context: &mut Context) {
    let Ok(all) = cx.renderer.found.lock() else { return };
    insert(context, "groups", &json!(groups(cx, &all)));
    insert(context, "words", &json!(WORDS));
    cx.renderer.put(WORDS, words_file(&all).as_bytes());
}

/// The pages in groups: the first pages of the site, then each of its folders
/// in the order of the menu.
fn groups(cx: &Cx<'_>, all: &All) -> Vec<Value> {
    let mut folders: Vec<(String, Vec<&String>)> = Vec::new();
    for path in all.keys() {
        let folder = path.split_once('/').map_or("", |(first, _)| first);
        match folders.iter_mut().find(|(one, _)| one == folder) {
            Some((_, paths)) => paths.push(path),
            None => folders.push((folder.to_owned(), vec![path])),
        }
    }
    let (alone, mut many): (Vec<_>, Vec<_>) =
        folders.into_iter().partition(|(_, paths)| paths.len() == 1);
    let menu = frame::menu(cx);
    let place = |folder: &str| {
        let path = html_in(folder);
        menu.iter().position(|entry| entry["path"] == *path).unwrap_or(usize::MAX)
    };
    many.sort_by_key(|(folder, _)| (place(folder), is_edition(cx, folder), folder.clone()));
    let first: Vec<&String> = alone.into_iter().flat_map(|(_, paths)| paths).collect();
    let title = cx.renderer.publication.config.title.clone();
    let first = (!first.is_empty()).then(|| group(all, &cx.say(&title), first));
    let many = many.into_iter().map(|(folder, paths)| {
        let title = frame::title_of(cx, &folder).unwrap_or_else(|| folder.clone());
        group(all, &title, in_order(cx, &folder, paths))
    });
    first.into_iter().chain(many).collect()
}

fn is_edition(cx: &Cx<'_>, folder: &str) -> bool {
    cx.renderer.publication.editions.iter().any(|edition| edition.folder == folder)
}

/// The chapters of an edition as they follow one another; other pages by path.
fn in_order<'p>(cx: &Cx<'_>, folder: &str, mut paths: Vec<&'p String>) -> Vec<&'p String> {
    let edition = cx.renderer.publication.editions.iter().find(|one| one.folder == folder);
    let run: Vec<String> = edition
        .map(|edition| frame::run_of(cx, edition).into_iter().map(|(path, _)| path).collect())
        .unwrap_or_default();
    let place = |path: &str| run.iter().position(|one| one == path).unwrap_or(usize::MAX);
    let index = html_in(folder);
    paths.sort_by_key(|path| (place(path), **path != index, path.to_owned()));
    paths
}

fn group(all: &All, title: &str, paths: Vec<&String>) -> Value {
    let entries = paths.into_iter().filter_map(|path| Some((path, all.get(path)?)));
    let entry = |(path, found): (&String, &Found)| {
        let headings = found.headings.iter();
        let headings: Vec<Value> =
            headings.map(|one| json!({"words": one.words, "anchor": one.anchor})).collect();
        json!({"path": path, "title": found.title, "summary": found.summary, "headings": headings})
    };
    json!({"title": title, "entries": entries.map(entry).collect::<Vec<_>>()})
}

/// The words of each page.
fn words_file(all: &All) -> String {
    let mut file = String::from("var pledgebookWords = {};\n");
    for (path, found) in all {
        let words: Vec<&str> = found.words.iter().map(String::as_str).collect();
        // A blank line parts pages, so that nobody reads the words of two together.
        file.push_str(&format!(
            "\npledgebookWords[{}] = {};\n",
            json!(path),
            json!(words.join(" "))
        ));
    }
    file
}

impl Job {
    /// Whether it is made of other pages, and so after them.
    pub(super) fn is_made_of_pages(&self) -> bool {
        use super::product::Product;
        matches!(self, Self::Generated(Product::Whole(_) | Product::Search))
    }
}
