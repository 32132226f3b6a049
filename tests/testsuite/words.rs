//! Every string that templates and code ask for is in the theme's words, and
//! no string is there for nothing.

use crate::html::between;
use crate::support::{repository, tree};
use std::collections::BTreeSet;

fn texts(folder: &str, ending: &str) -> Vec<String> {
    let files =
        tree(&repository().join(folder)).into_iter().filter(|(path, _)| path.ends_with(ending));
    files.map(|(_, bytes)| String::from_utf8(bytes).unwrap()).collect()
}

/// The keys of `strings/en.yaml`.
fn known() -> BTreeSet<String> {
    let file = std::fs::read_to_string(repository().join("themes/civic/strings/en.yaml")).unwrap();
    let doc: serde_yaml::Mapping = serde_yaml::from_str(&file).unwrap();
    doc.into_iter().map(|(key, _)| key.as_str().unwrap().to_owned()).collect()
}

#[test]
fn templates_ask_only_for_strings_that_are_there() {
    let known = known();
    for template in texts("themes/civic/templates", ".html") {
        for key in between(&template, "t(key=\"", "\"")
            .into_iter()
            .chain(between(&template, "t(key='", "'"))
        {
            assert!(known.contains(key), "a template asks for {key}");
        }
    }
}

#[test]
fn print_asks_only_for_strings_that_are_there() {
    let known = known();
    let templates = texts("themes/civic/print", ".typ").concat();
    let asked = between(&templates, "say(\"", "\"");
    assert!(!asked.is_empty());
    for key in asked {
        assert!(key.ends_with('.') || known.contains(key), "a sheet asks for {key}");
    }
}

#[test]
fn code_asks_only_for_strings_that_are_there() {
    let known = known();
    for code in texts("src", ".rs") {
        let code = code.split("#[cfg(test)]\nmod tests {").next().unwrap();
        let asked =
            [".say(\"", ".t(\"", ".count(\""].iter().flat_map(|call| between(code, call, "\""));
        for key in asked.filter(|key| key.contains('.') && !key.contains(['{', ' '])) {
            assert!(known.contains(key), "the code asks for {key}");
        }
    }
}

/// Beginnings of keys that the code puts together.
const FAMILIES: [&str; 27] = [
    "check.area.",
    "month.",
    "paper.",
    "status.",
    "decision.",
    "did.",
    "principle.",
    "comparator.",
    "marker.",
    "flag.",
    "qualifier.",
    "unit.",
    "polarity.",
    "callout.",
    "version.",
    "title.",
    "access.",
    "judgement.",
    "happened.",
    "kind.",
    "ended.",
    "gap.",
    "tally.",
    "waiver.what.",
    "exempt.schedule-",
    "exempt.paragraph-",
    "exempt.scotland-",
];

#[test]
fn no_string_is_there_for_nothing() {
    let places =
        [("themes/civic/templates", ".html"), ("themes/civic/print", ".typ"), ("src", ".rs")];
    let all = places.map(|(folder, ending)| texts(folder, ending).concat()).concat();
    for key in known() {
        let family = FAMILIES.iter().any(|family| key.starts_with(family));
        let asked = all.contains(&format!("\"{key}\"")) || all.contains(&format!("'{key}'"));
        assert!(family || asked || key.starts_with("chart."), "nothing asks for {key}");
    }
}
