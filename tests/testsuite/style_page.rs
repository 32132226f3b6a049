//! The style page of the example shows every component of the theme.

use crate::html::{between, main_part};
use crate::support::{repository, site};
use std::fs;

/// Components that a public site never shows.
const ELSEWHERE: [&str; 2] = ["exempt_note", "exempt_part"];

/// The class of the whole of what a template writes: the last one of its first
/// element, since those before it are shared.
fn class_of(template: &str) -> Option<&str> {
    let class = between(template, "class=\"", "\"").into_iter().next()?;
    let plain = class.split('{').next()?;
    plain.split_ascii_whitespace().rfind(|class| !class.ends_with('-'))
}

#[test]
fn every_component_stands_on_the_style_page() {
    let built = site("example").build(&[]);
    let page = std::str::from_utf8(&built["about/style/index.html"]).unwrap();
    let main = main_part(page);
    let named = between(main, "id=\"component-", "\"");
    let mut wrong = Vec::new();
    for file in fs::read_dir(repository().join("themes/civic/templates/components")).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        let template = fs::read_to_string(&path).unwrap();
        let shown = class_of(&template).is_some_and(|class| {
            between(main, "class=\"", "\"").iter().any(|own| own.split(' ').any(|one| one == class))
        });
        if (named.contains(&name) || shown) == ELSEWHERE.contains(&name) {
            wrong.push(name.to_owned());
        }
    }
    assert!(wrong.is_empty(), "not there, or there and not said to be: {wrong:?}");
}

#[test]
fn every_status_and_symbol_stands_on_the_style_page() {
    const SYMBOLS: [&str; 5] = ["[p]", "[r]", "[c]", "[x]", "[z]"];
    let built = site("example").build(&[]);
    let page = std::str::from_utf8(&built["about/style/index.html"]).unwrap();
    let strings = fs::read_to_string(repository().join("themes/civic/strings/en.yaml")).unwrap();
    let statuses =
        strings.lines().filter_map(|line| line.strip_prefix("status.")?.split_once(": "));
    let mut seen = 0;
    for (slug, label) in statuses {
        assert!(page.contains(&format!("status-{slug}\"")), "{slug} is not there");
        assert!(page.contains(&format!("class=\"label\">{label}<")), "{label} is not there");
        seen += 1;
    }
    for symbol in SYMBOLS {
        assert!(page.contains(symbol), "{symbol} is not there");
    }
    assert!(seen > 10, "only {seen} statuses are looked for");
}

#[test]
fn the_style_page_is_made_only_where_it_is_asked_for() {
    let project = site("example");
    project.replace("data/site.yaml", ", style]", "]");
    project.remove("content/about/style.md");
    let built = project.build(&[]);
    assert!(!built.contains_key("about/style/index.html"));
}
