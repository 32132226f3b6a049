//! The repository's own site, as its readers get it.

use crate::html::between;
use crate::support::{SITES, TempSite, binary, site, tree};
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// The files of a build with `threads` threads, into a fresh folder; of PDFs,
/// `pdf.rs` shows the same.
fn build_with(threads: &str, project: &TempSite, folder: &str) -> BTreeMap<String, Vec<u8>> {
    let output = Command::new(binary())
        .args(["build", "-q", "--strict", "--no-pdf", "-o", folder])
        .current_dir(project.root())
        .env("RAYON_NUM_THREADS", threads)
        .env("SOURCE_DATE_EPOCH", "1796083200")
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    tree(&project.root().join(folder))
}

#[test]
fn it_has_sixty_pages_or_more_and_no_warning() {
    let built = build_with("2", &site("example"), "public");
    let pages = built.keys().filter(|path| path.ends_with(".html")).count();
    assert!(pages >= 60, "{pages} pages");
}

#[test]
fn building_twice_gives_the_same_bytes_on_any_number_of_threads() {
    let project = site("example");
    let (one, two) = (build_with("1", &project, "one"), build_with("2", &project, "two"));
    assert_eq!(one.keys().collect::<Vec<_>>(), two.keys().collect::<Vec<_>>());
    for (path, bytes) in &one {
        assert!(two[path] == *bytes, "{path} differs");
    }
}

#[test]
fn every_link_leads_somewhere_from_disk() {
    for name in SITES {
        let built = site(name).build(&[]);
        let faults = broken_links(&built);
        assert!(faults.is_empty(), "{name}:\n{}", faults.join("\n"));
    }
}

pub(crate) fn broken_links(built: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let pages: BTreeMap<&str, &str> = built
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).unwrap()))
        .collect();
    let ids: BTreeMap<&str, BTreeSet<&str>> = pages
        .iter()
        .map(|(path, html)| (*path, between(html, " id=\"", "\"").into_iter().collect()))
        .collect();
    let mut faults = Vec::new();
    for (path, html) in &pages {
        for link in
            between(html, " href=\"", "\"").into_iter().chain(between(html, " src=\"", "\""))
        {
            if let Some(fault) = fault_of(path, link, built, &ids) {
                faults.push(format!("{path}: {link} {fault}"));
            }
        }
    }
    faults
}

fn fault_of(
    from: &str,
    link: &str,
    built: &BTreeMap<String, Vec<u8>>,
    ids: &BTreeMap<&str, BTreeSet<&str>>,
) -> Option<&'static str> {
    if ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| link.starts_with(scheme)) {
        return None;
    }
    let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
    let target = if path.is_empty() { from.to_owned() } else { resolve(from, path) };
    if !built.contains_key(&target) {
        return Some("is not there");
    }
    let found =
        anchor.is_empty() || ids.get(target.as_str()).is_some_and(|ids| ids.contains(anchor));
    (!found).then_some("names a place that is not there")
}

fn resolve(from: &str, link: &str) -> String {
    assert!(!link.starts_with('/'), "{from}: {link} does not open from disk");
    let mut names: Vec<&str> = from.split('/').collect();
    names.pop();
    for name in link.split('/') {
        match name {
            ".." => drop(names.pop()),
            name => names.push(name),
        }
    }
    names.join("/")
}

#[test]
fn ids_are_unique_on_every_page() {
    for (path, bytes) in
        site("example").build(&[]).iter().filter(|(path, _)| path.ends_with(".html"))
    {
        let html = std::str::from_utf8(bytes).unwrap();
        let mut seen = BTreeSet::new();
        for id in between(html, " id=\"", "\"") {
            assert!(seen.insert(id), "{path} has the id {id} twice");
        }
    }
}

#[test]
fn nothing_is_asked_of_another_server() {
    for (path, bytes) in site("example").build(&[]) {
        let Ok(text) = std::str::from_utf8(&bytes) else { continue };
        for sign in ["src=\"http", "@import", "url(http", "rel=\"stylesheet\" href=\"http"] {
            assert!(!text.contains(sign), "{path} holds {sign}");
        }
        for sign in ["fetch(", "XMLHttpRequest", "import(", "sendBeacon"] {
            assert!(!path.ends_with(".js") || !text.contains(sign), "{path} holds {sign}");
        }
    }
}

#[test]
fn no_page_but_the_search_has_a_script_and_that_one_only_from_files() {
    for (path, bytes) in site("example").build(&[]) {
        let Some(html) = std::str::from_utf8(&bytes).ok().filter(|_| path.ends_with(".html"))
        else {
            continue;
        };
        let wanted = if path == "search/index.html" { 2 } else { 0 };
        assert_eq!(html.matches("<script").count(), wanted, "{path}");
        assert_eq!(html.matches("<script defer src=\"../s").count(), wanted, "{path}");
    }
}

#[test]
fn an_edition_shows_what_was_known_at_its_date() {
    let built = site("example").build(&[]);
    let page = |path: &str| String::from_utf8(built[path].clone()).unwrap();
    let old = page("2023-24/leaving-care/index.html");
    assert!(
        old.contains("59%") && !old.contains("63%"),
        "the first edition knows of the year after it"
    );
    let new = page("outcomes/suitable-accommodation/index.html");
    assert!(old.contains("88%"), "the figure as it was is not in the first edition");
    assert!(new.contains("86%") && new.contains("88%"), "the revision is not told");
}

#[test]
fn a_build_as_at_an_earlier_day_leaves_out_what_came_later() {
    let project = site("example");
    let built = project.build(&["--as-at", "2024-09-30"]);
    assert!(built.contains_key("2023-24/index.html"));
    assert!(!built.keys().any(|path| path.starts_with("2024-25/")), "a later edition is there");
    assert!(
        !built.contains_key("recommendations/scrutiny-2024/index.html"),
        "a later review is there"
    );
}

#[test]
fn the_starter_builds_without_a_warning() {
    let project = crate::support::empty();
    assert!(project.run(&["init", "new"]).status.success());
    let output = project.run(&["build", "--strict", "-C", "new"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let again = project.run(&["init", "new"]);
    assert_eq!(again.status.code(), Some(4), "init wrote into a folder that is not empty");
}
