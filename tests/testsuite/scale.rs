//! Very many promises: pages stay short enough to read, and every
//! recommendation can be found with the browser's own search.

#[path = "../../benches/registers/project.rs"]
mod project;

use crate::example::broken_links;
use crate::html::{between, main_part, text};
use crate::support::{TempSite, empty};
use project::Size;
use std::collections::BTreeMap;

type Tree = BTreeMap<String, Vec<u8>>;

fn site(size: Size) -> TempSite {
    let site = empty();
    project::files(size).iter().for_each(|(path, text)| site.write(path, text));
    site
}

fn page<'a>(built: &'a Tree, folder: &str) -> &'a str {
    std::str::from_utf8(&built[&format!("{folder}/index.html")]).unwrap()
}

/// One review of sixty, which is more than a page holds.
const LONG: Size = Size { reviews: 1, each: 60, editions: 3 };

/// Six reviews of ten.
const MANY: Size = Size { reviews: 6, each: 10, editions: 3 };

const REVIEW: &str = "recommendations/scrutiny-2015-1";

#[test]
fn a_long_review_stands_on_several_pages() {
    let built = site(LONG).build(&[]);
    let full =
        |folder: &str| between(page(&built, folder), "<article class=\"rec\" id=\"", "\"").len();
    let pages = [REVIEW, &format!("{REVIEW}/from-1"), &format!("{REVIEW}/from-51")];
    assert_eq!(pages.map(full), [0, 50, 10]);
    assert!(!built.contains_key(&format!("{REVIEW}/from-101/index.html")));
    let faults = broken_links(&built);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_page_of_a_long_review_names_each_of_its_recommendations() {
    let built = site(LONG).build(&[]);
    let own = page(&built, REVIEW);
    for number in 1..=60 {
        let part = if number > 50 { "from-51" } else { "from-1" };
        let anchor = format!("rec-scrutiny-2015-1-{number}");
        assert!(own.contains(&format!("id=\"{anchor}\"")), "{anchor} has lost its address");
        assert!(own.contains(&format!("{part}/index.html#{anchor}\"")), "{anchor} is not linked");
    }
}

#[test]
fn links_to_a_recommendation_of_a_long_review_hold() {
    let site = site(LONG);
    let to = ["/recommendations/scrutiny-2015-1/", "/recommendations/scrutiny-2015-1/from-51/"];
    let links = to.map(|to| format!("[One]({to}#rec-scrutiny-2015-1-57)")).join(" ");
    site.write("content/links.md", format!("---\ntitle: Links\n---\n\n{links}\n"));
    let faults = broken_links(&site.build(&[]));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_recommendation_is_in_one_table_with_its_words() {
    let built = site(MANY).build(&[]);
    let table = main_part(page(&built, "recommendations/all"));
    assert!(!table.contains("<details"), "something is folded away");
    let words = text(table);
    for (path, bytes) in &built {
        let html = std::str::from_utf8(bytes).unwrap_or_default();
        for said in between(html, "<div class=\"rec-text\">", "</div>") {
            assert!(words.contains(&text(said)), "{path}: {said} cannot be found");
        }
    }
    assert_eq!(between(table, "<tr><th scope=\"row\">", "</tr>").len(), 60);
}

#[test]
fn many_promises_have_pages_of_a_readable_size() {
    for size in [LONG, MANY] {
        for (path, bytes) in site(size).build(&[]) {
            assert!(bytes.len() < 250_000, "{path} of {size:?} has {} bytes", bytes.len());
        }
    }
}
