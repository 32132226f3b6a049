//! What was known when: with the data and pages of later years there, a build
//! as at the day of an edition is that edition's site to the byte, and in a
//! current build its own words, data and charts are the same bytes.

use crate::html::main_part;
use crate::support::{TempSite, repository, site};
use proptest::prelude::*;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;

type Tree = BTreeMap<String, Vec<u8>>;

/// The editions of `tests/editions`: folder of the project, address, date.
const EDITIONS: [(&str, &str, &str); 3] = [
    ("first", "2022-23/", "2023-09-30"),
    ("second", "2023-24/", "2024-09-30"),
    ("third", "2024-25/", "2025-09-30"),
];

/// What a year changed in a file that was there.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Edit {
    file: String,
    find: String,
    with: String,
}

/// The project as it was when the edition at `last` was finished.
fn project(last: usize) -> TempSite {
    let project = crate::support::empty();
    for (folder, ..) in &EDITIONS[..=last] {
        let from = repository().join("tests/editions").join(folder);
        for (path, bytes) in crate::support::tree(&from) {
            if path == "edits.yaml" {
                edit(&project, std::str::from_utf8(&bytes).unwrap());
            } else {
                project.write(&path, bytes);
            }
        }
    }
    project
}

fn edit(project: &TempSite, edits: &str) {
    for edit in edits_of(edits) {
        assert!(apply(project, &edit), "{} holds {:?} not once", edit.file, edit.find);
    }
}

fn edits_of(text: &str) -> Vec<Edit> {
    serde_yaml::from_str(text).unwrap()
}

/// Makes an edit, if what it changes stands once in its file.
fn apply(project: &TempSite, Edit { file, find, with }: &Edit) -> bool {
    let text = fs::read_to_string(project.root().join(file)).unwrap();
    let with = if find.ends_with('\n') { with } else { with.trim_end_matches('\n') };
    let once = text.matches(find).count() == 1;
    if once {
        project.write(file, text.replacen(find, with, 1));
    }
    once
}

/// Fails unless both trees hold the same files, with the same bytes.
fn assert_same(original: &Tree, later: &Tree, what: &str) {
    let (was, is): (Vec<_>, Vec<_>) = (original.keys().collect(), later.keys().collect());
    let gone: Vec<_> = was.iter().filter(|path| !later.contains_key(**path)).collect();
    let new: Vec<_> = is.iter().filter(|path| !original.contains_key(**path)).collect();
    let changed: Vec<String> = original
        .iter()
        .filter_map(|(path, bytes)| Some((path, bytes, later.get(path)?)))
        .filter(|(_, was, is)| was != is)
        .map(|(path, was, is)| format!("{path}\n{}", first_difference(was, is)))
        .collect();
    assert!(
        gone.is_empty() && new.is_empty() && changed.is_empty(),
        "{what}: gone {gone:?}, new {new:?}, changed:\n{}",
        changed.join("\n")
    );
}

fn first_difference(was: &[u8], is: &[u8]) -> String {
    let (was, is) = (String::from_utf8_lossy(was), String::from_utf8_lossy(is));
    let pair = was.lines().zip(is.lines()).find(|(was, is)| was != is);
    let (was, is) = pair.unwrap_or(("(shorter)", "(longer)"));
    format!("  was {was}\n  is  {is}")
}

/// What an edition itself says: the main part of its pages, its data and
/// pictures.
fn own_words(built: &Tree, folder: &str) -> Tree {
    let own = built.iter().filter(|(path, _)| path.starts_with(folder));
    own.map(|(path, bytes)| {
        let words = match path.ends_with(".html") {
            true => main_part(std::str::from_utf8(bytes).unwrap()).as_bytes().to_vec(),
            false => bytes.clone(),
        };
        (path.clone(), words)
    })
    .collect()
}

#[test]
fn a_build_as_at_an_edition_gives_its_original_site_to_the_byte() {
    for (at, (_, folder, day)) in EDITIONS.iter().enumerate() {
        let original = project(at).build(&[]);
        assert!(original.keys().any(|path| path.starts_with(folder)));
        for (later, (name, ..)) in EDITIONS.iter().enumerate().skip(at + 1) {
            let again = project(later).build(&["--as-at", day]);
            assert_same(&original, &again, &format!("{folder} from {name}"));
        }
    }
}

#[test]
fn an_edition_keeps_its_words_data_and_charts_in_later_builds() {
    let built: Vec<Tree> = (0..EDITIONS.len()).map(|at| project(at).build(&[])).collect();
    for (at, (_, folder, _)) in EDITIONS.iter().enumerate() {
        let original = own_words(&built[at], folder);
        for kind in [".html", ".csv", ".svg"] {
            assert!(at > 1 || original.keys().any(|path| path.ends_with(kind)), "no {kind}");
        }
        for later in &built[at + 1..] {
            assert_same(&original, &own_words(later, folder), folder);
        }
    }
}

#[test]
fn an_edition_names_the_later_ones_outside_its_own_words() {
    let built = project(2).build(&[]);
    let page = std::str::from_utf8(&built["2022-23/leaving-care/index.html"]).unwrap();
    assert!(page.contains("Annual report 2024-25"), "the later edition is not named");
    assert!(!main_part(page).contains("2024-25"), "the edition names a later one as its own");
}

/// The first project with all the records of later years that are files of their
/// own, some of their pages, and some of the changes to what was there.
fn with_part_of_later_years(chosen: &[bool]) -> TempSite {
    let (project, mut chosen) = (project(0), chosen.iter().copied().cycle());
    let pages = ["content/papers/report", "content/minutes/panel", "content/news"];
    for (folder, ..) in &EDITIONS[1..] {
        let from = repository().join("tests/editions").join(folder);
        for (path, bytes) in crate::support::tree(&from) {
            let any = path.starts_with("data/") || path.starts_with("content/pictures/");
            let page = pages.iter().any(|page| path.starts_with(page));
            if any || page && chosen.next() == Some(true) {
                project.write(&path, bytes);
            }
        }
        let edits = edits_of(&fs::read_to_string(from.join("edits.yaml")).unwrap());
        for edit in edits.iter().filter(|edit| NEEDED.contains(&edit.file.as_str())) {
            apply(&project, edit);
        }
        for edit in edits.iter().filter(|edit| !NEEDED.contains(&edit.file.as_str())) {
            let _ = chosen.next() == Some(true) && apply(&project, edit);
        }
    }
    project
}

/// Files whose changes the others ask for.
const NEEDED: [&str; 2] = ["data/site.yaml", "data/outcomes/leaving-care.yaml"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn no_part_of_later_years_changes_the_first_edition(
        chosen in prop::collection::vec(any::<bool>(), 61),
    ) {
        let (_, _, day) = EDITIONS[0];
        let later = with_part_of_later_years(&chosen).build(&["--as-at", day]);
        assert_same(&project(0).build(&[]), &later, "with a part of later years");
    }
}

fn page<'a>(built: &'a Tree, path: &str) -> &'a str {
    std::str::from_utf8(&built[path]).unwrap()
}

#[test]
fn a_pledge_keeps_its_address_when_another_takes_its_place() {
    let (before, after) = (project(1).build(&[]), project(2).build(&[]));
    let chapter = "2022-23/our-pledge/index.html";
    for built in [&before, &after] {
        let link = "href=\"../../pledge/pledge-2020/#pledge-listen\"";
        let link = link.replace("/#", "/index.html#");
        assert!(page(built, chapter).contains(&link), "the link to the pledge leads elsewhere");
        assert!(page(built, "pledge/pledge-2020/index.html").contains("id=\"pledge-listen\""));
    }
    assert!(page(&before, "pledge/index.html").contains("id=\"pledge-listen\""));
    assert!(page(&after, "pledge/index.html").contains("id=\"pledge-hear\""));
    let canonical = |path: &str| {
        format!("rel=\"canonical\" href=\"https://woldvale.example/corporate-parenting/{path}\"")
    };
    assert!(page(&before, "pledge/index.html").contains(&canonical("pledge/pledge-2020/")));
    assert!(page(&after, "pledge/index.html").contains(&canonical("pledge/promise-2025/")));
    let says =
        |built| page(built, "pledge/pledge-2020/index.html").contains("It has been replaced by");
    assert!(!says(&before) && says(&after), "the old pledge does not say what replaced it");
}

#[test]
fn an_action_names_the_edition_it_goes_into_before_that_is_there() {
    let (first, second) = (project(0).build(&[]), project(1).build(&[]));
    let chapter = "2022-23/our-pledge/index.html";
    for built in [&first, &second] {
        assert!(page(built, chapter).contains("the 2023-24 report"));
        assert!(!main_part(page(built, chapter)).contains("href=\"../../2023-24/"));
    }
    let project = project(0);
    project.replace("data/meetings.yaml", "into: 2023-24", "into: 2021-22");
    let said = project.run(&["check"]);
    let said = String::from_utf8_lossy(&said.stderr).into_owned();
    assert!(said.contains("there is no edition `2021-22`"), "{said}");
}

/// The day of the first edition of the repository's own site.
const FIRST: &str = "2024-09-30";

/// The repository's own site without the pages and records of later years. The
/// figures are cut back by the program in both builds.
fn example_of_2024() -> TempSite {
    let project = site("example");
    project.remove("data/published/2024-25.yaml");
    for later in ["content/2024-25", "content/papers", "content/minutes"] {
        project.remove(later);
    }
    project.remove("data/recommendations/scrutiny-2024.yaml");
    project.replace("content/outcomes/_index.md", "[Speak Out](../2024-25/voice.md)", "Speak Out");
    let files = crate::support::tree(&project.root().join("data")).into_iter();
    let registers = ["pledges/", "recommendations/", "meetings", "ratings"];
    for (path, bytes) in files.filter(|(path, _)| registers.iter().any(|it| path.starts_with(it))) {
        let mut records: serde_yaml::Value = serde_yaml::from_slice(&bytes).unwrap();
        cut(&mut records);
        project.write(&format!("data/{path}"), serde_yaml::to_string(&records).unwrap());
    }
    project
}

/// Takes out every entry that bears a later date, and what leads to a review
/// that was not there.
fn cut(record: &mut serde_yaml::Value) {
    match record {
        serde_yaml::Value::Sequence(entries) => {
            entries.retain(|entry| !is_later(entry));
            entries.iter_mut().for_each(cut);
        }
        serde_yaml::Value::Mapping(entries) => {
            entries.retain(|key, value| {
                let done = key.as_str() == Some("done") && value.as_str() > Some(FIRST);
                !done && !is_later(value) && value.as_str() != Some("scrutiny-2024/2")
            });
            entries.iter_mut().for_each(|(_, value)| cut(value));
        }
        _ => {}
    }
}

fn is_later(entry: &serde_yaml::Value) -> bool {
    let dates = ["date", "published", "agreed"].map(|key| entry.get(key)?.as_str());
    dates.into_iter().flatten().any(|date| date > FIRST)
}

#[test]
fn the_example_as_at_its_first_edition_is_its_first_edition() {
    let original = example_of_2024().build(&["--as-at", FIRST]);
    assert_same(&original, &site("example").build(&["--as-at", FIRST]), "the example");
    let current = site("example").build(&[]);
    assert_same(&own_words(&original, "2023-24/"), &own_words(&current, "2023-24/"), "the example");
}
