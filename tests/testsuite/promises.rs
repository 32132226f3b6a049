//! What was promised, and what became of it: two published papers, and the
//! example council's two years.

use crate::html::{between, elements, main_part, text};
use crate::support::site;
use std::collections::BTreeMap;

/// Every word for a status; none may stand where nobody gave one.
const STATUSES: [&str; 6] =
    ["On track", "Complete", "Slipped", "Not started", "Not achieved", "Replaced"];

fn page(built: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    let bytes = built.get(path).unwrap_or_else(|| panic!("there is no {path}"));
    main_part(std::str::from_utf8(bytes).unwrap()).to_owned()
}

/// The records of a page, each from its anchor to the end of its article.
fn records<'a>(page: &'a str, anchor: &str) -> Vec<&'a str> {
    let articles = between(page, "<article class=\"rec\" id=\"", "</article>").into_iter();
    articles.filter(|article| article.starts_with(anchor)).collect()
}

#[test]
fn two_generations_of_recommendations_stand_together_and_no_status_is_inferred() {
    let built = site("north-lincolnshire-2012").build(&[]);
    let report = page(&built, "scrutiny/corporate-parenting-and-services/index.html");
    let (old, new) =
        (records(&report, "rec-scrutiny-2010-"), records(&report, "rec-scrutiny-2012-"));
    assert_eq!((old.len(), new.len()), (12, 4));
    assert!(old.iter().all(|record| record.contains("class=\"timeline\"")), "each has progress");
    for record in old.iter().chain(&new) {
        assert!(!record.contains("class=\"rec-status\""), "{}", text(record));
        let said = text(record);
        assert!(STATUSES.iter().all(|status| !said.contains(status)), "{said}");
    }
}

#[test]
fn a_request_to_amend_is_an_action_with_an_owner() {
    let built = site("herefordshire-2018").build(&[]);
    let minutes = page(&built, "cabinet/corporate-parenting-annual-update/index.html");
    let actions = elements(&minutes, "<ul class=\"meeting-actions\"", "</ul>").concat();
    let about = actions.split("<li").find(|action| action.contains("priority 8 be worded"));
    let said = text(&format!("<li{}", about.unwrap()));
    for words in [
        "physical and mental health",
        "Cabinet member children and families",
        "Head of looked after children",
    ] {
        assert!(said.contains(words), "no {words:?} in {said:?}");
    }
}

#[test]
fn what_was_carried_forward_is_due_in_the_next_edition() {
    let built = site("herefordshire-2018").build(&[]);
    let cover = page(&built, "2018-19/index.html");
    let carried = elements(&cover, "<ul class=\"meeting-actions\"", "</ul>").concat();
    let said = text(&carried);
    assert!(said.contains("exemption of care leavers from council tax"), "{said}");
    assert!(said.contains("Cabinet, 27 September 2018"), "{said}");
    assert!(!said.contains("SHYPP"), "only what was sent there is there");
}

/// The names in each part of a page of what changed, by the part's anchor.
fn changed(page: &str) -> BTreeMap<String, Vec<String>> {
    let parts = between(page, "<section aria-labelledby=\"", "</section>").into_iter();
    let named = parts.map(|part| {
        let anchor = part.split('"').next().unwrap().to_owned();
        let names = elements(part, "<span class=\"name\"", "</span>").into_iter().map(text);
        (anchor, names.collect())
    });
    named.collect()
}

/// Taken from the data by hand: what the year to 30 September 2025 brought.
#[test]
fn a_year_of_the_example_is_told_as_its_records_say() {
    let built = site("example").build(&[]);
    let told = changed(&page(&built, "2024-25/what-changed/index.html"));
    let of = |part: &str, what: &str| {
        let names = told.get(part).map(Vec::as_slice).unwrap_or_default();
        names.iter().filter(|name| name.starts_with(what)).cloned().collect::<Vec<_>>()
    };
    let numbers = |part| of(part, "Recommendation ");
    let named = |all: &[u32]| all.iter().map(|n| format!("Recommendation {n}")).collect::<Vec<_>>();
    assert_eq!(numbers("slipped"), named(&[1, 5]));
    assert_eq!(numbers("completed"), named(&[4, 6, 8, 9, 10]));
    assert_eq!(numbers("closed"), named(&[12]), "taken further by the review of 2024");
    assert_eq!(numbers("new"), named(&[1, 2, 3, 4]), "the review of November 2024");
    assert_eq!(of("slipped", "Action for 2. A home").len(), 1, "the homes were put back");
    assert_eq!(of("completed", "Action for 1. Listen").len(), 1, "every request was answered");
    assert_eq!(of("moved", "2. A home that feels like home"), ["2. A home that feels like home"]);
}

#[test]
fn the_counts_of_what_changed_are_those_of_their_rows() {
    let built = site("example").build(&[]);
    let page = page(&built, "2024-25/what-changed/index.html");
    let told = changed(&page);
    let tiles = between(&page, "<li><a href=\"#", "</a>").into_iter().map(|tile| {
        let anchor = tile.split('"').next().unwrap().to_owned();
        let count = between(tile, "<span class=\"count\">", "</span>")[0].parse().unwrap();
        (anchor, count)
    });
    let tiles: BTreeMap<String, usize> = tiles.collect();
    assert!(tiles.len() > 5, "{tiles:?}");
    for (anchor, count) in &tiles {
        assert_eq!(told[anchor].len(), *count, "{anchor}");
    }
}

#[test]
fn the_first_edition_has_nothing_to_be_compared_with() {
    let built = site("example").build(&[]);
    let first = page(&built, "2023-24/what-changed/index.html");
    assert!(text(&first).contains("first report in this record"));
    assert!(changed(&first).is_empty());
}

#[test]
fn the_guide_lists_every_check_with_what_it_weighs() {
    let read = |path: &str| std::fs::read_to_string(crate::support::repository().join(path));
    let guide = read("docs/promises.md").unwrap();
    let levels: serde_json::Value =
        serde_yaml::from_str(&read("src/audit/levels.yaml").unwrap()).unwrap();
    for (check, level) in levels.as_object().unwrap() {
        let row = guide.lines().find(|line| line.starts_with(&format!("| `{check}` |")));
        let at = |stage: &str| level.get(stage).unwrap_or(level).as_str().unwrap().to_owned();
        let weighs = format!("| {} | {} |", at("draft"), at("publish"));
        assert!(row.is_some_and(|row| row.ends_with(&weighs)), "{check} {weighs}: {row:?}");
    }
}
