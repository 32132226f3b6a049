//! The search page, as it is without a browser: a list of the site, and the
//! words of its pages. `tests/browser` searches with it.

use crate::html::{between, main_part, text};
use crate::support::site;
use std::collections::{BTreeMap, BTreeSet};

fn string(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// Pages that nobody looks for: they repeat others, or list them.
fn is_apart(path: &str) -> bool {
    ["404.html", "search/index.html"].contains(&path) || path.ends_with("/print/index.html")
}

fn pages(built: &BTreeMap<String, Vec<u8>>) -> BTreeSet<&str> {
    let pages = built.keys().map(String::as_str).filter(|path| path.ends_with(".html"));
    pages.filter(|path| !is_apart(path)).collect()
}

#[test]
fn every_page_is_listed_once_and_every_heading_leads_somewhere() {
    let built = site("example").build(&[]);
    let main = main_part(string(&built["search/index.html"]));
    let listed = between(main, "data-page=\"", "\"");
    let unique: BTreeSet<&str> = listed.iter().copied().collect();
    assert_eq!(listed.len(), unique.len(), "a page is listed twice");
    assert_eq!(unique, pages(&built));
    let links = between(main, "href=\"../", "\"");
    let mut anchors = 0;
    for (path, anchor) in links.iter().filter_map(|link| link.split_once('#')) {
        let id = format!(" id=\"{anchor}\"");
        assert!(string(&built[path]).contains(&id), "{path} has no #{anchor}");
        anchors += 1;
    }
    assert!(anchors > 100, "only {anchors} headings are listed");
    assert!(text(main).contains("How well we kept our promise"));
}

/// Whether the search looks for a word: not a number, and not a short one.
fn is_kept(word: &str) -> bool {
    word.chars().all(char::is_alphabetic) && word.chars().count() > 2
}

/// A page without the contents that stand on it.
fn without_menus(main: &str) -> String {
    let parts = main.split("<nav");
    parts.map(|part| part.split_once("</nav>").map_or(part, |(_, rest)| rest)).collect()
}

#[test]
fn words_are_those_of_the_page_without_numbers() {
    let built = site("example").build(&[]);
    let words = string(&built["search/words.js"]);
    let line = |path: &str| {
        let from = format!("pledgebookWords[\"{path}\"] = \"");
        between(words, &from, "\"")[0].to_owned()
    };
    for path in pages(&built) {
        let line = line(path);
        let kept: BTreeSet<&str> = line.split(' ').collect();
        // Spans that are set on lines of their own part words.
        let main = main_part(string(&built[path])).replace("<span", " <span");
        let said = text(&without_menus(&main)).to_lowercase();
        let said = said.split(|c: char| !c.is_alphanumeric());
        let said: BTreeSet<&str> = said.filter(|word| is_kept(word)).collect();
        let lost: Vec<_> = said.difference(&kept).collect();
        assert!(lost.is_empty(), "words of {path} are not looked among: {lost:?}");
        let heard = main.replace("class=\"vh\"", "").replace("class=\"cell-label\"", "");
        let heard = text(&heard).to_lowercase();
        let heard: BTreeSet<&str> = heard.split(|c: char| !c.is_alphanumeric()).collect();
        for word in kept {
            assert!(is_kept(word) && heard.contains(word), "{path} does not say {word}");
        }
    }
    assert!(line("2024-25/health/index.html").contains(" dental "));
    assert!(line("2024-25/health/index.html").contains(" children "), "a word of every page");
}

#[test]
fn a_site_that_asks_for_no_search_has_none() {
    let project = site("example");
    project.replace("data/site.yaml", ", search, style]", ", style]");
    let built = project.build(&[]);
    assert!(!built.keys().any(|path| path.starts_with("search/")));
    assert!(!string(&built["index.html"]).contains("search/index.html"));
}
