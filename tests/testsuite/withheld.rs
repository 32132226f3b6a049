//! What is withheld to protect others: over tables, outcomes, parts of a year
//! and editions, by the real program.

use crate::html::{main_part, tables};
use crate::support::{TempSite, empty};
use std::collections::BTreeMap;

type Built = BTreeMap<String, Vec<u8>>;

/// A site with this policy, these outcomes and tables, and a page that shows
/// the tables `homes` and `ages` where there are such.
fn project(policy: &str, outcomes: &str, tables: &str) -> TempSite {
    let site = empty();
    site.write(
        "data/site.yaml",
        format!(
            "title: A report\ncouncil: {{name: Wold Vale, nation: england}}\nlanguages: [en]\n\
             disclosure: {policy}\ngenerate: [outcomes, about, search]\n\
             contact: {{name: Care Team, email: care@wold.example}}\n\
             accessibility: {{status: partial, prepared: 2026-06-01, exceptions: [{{what: Nobody has tested it.}}]}}\n"
        ),
    );
    if !outcomes.is_empty() {
        let head = "theme: {id: all, title: All}\noutcomes:\n";
        site.write("data/outcomes/all.yaml", format!("{head}{outcomes}"));
    }
    if !tables.is_empty() {
        site.write("data/tables/all.yaml", format!("tables:\n{tables}"));
    }
    let block = |id: &str| format!("```table\nid: {id}\n```\n\n");
    let blocks: String = ["homes", "ages"]
        .into_iter()
        .filter(|id| tables.contains(&format!("id: {id}\n")))
        .map(block)
        .collect();
    site.write("content/_index.md", format!("---\ntitle: A report\n---\n{blocks}"));
    site
}

fn table(built: &Built, caption: &str) -> Vec<Vec<String>> {
    let page = std::str::from_utf8(&built["index.html"]).unwrap();
    tables(main_part(page), caption).remove(0)
}

/// The figures of an outcome as its data file gives them: value, numerator and
/// denominator by period.
fn figures(built: &Built, outcome: &str) -> BTreeMap<String, [String; 3]> {
    let csv = std::str::from_utf8(&built["data/outcomes.csv"]).unwrap();
    let rows = csv.lines().map(|line| line.split(',').collect::<Vec<_>>());
    rows.filter(|row| row[0] == outcome)
        .map(|row| (row[3].to_owned(), [4, 8, 9].map(|at| row[at].to_owned())))
        .collect()
}

const HOMES: &str = "  - id: homes
    title: Homes
    unit: count
    period: 2024-25
    rows: [Near, Far, Elsewhere]
    columns: [Suitable, Not suitable, Not known]
    totals: {row: true, column: true}
    counts: [[32, 3, 9], [41, 16, 8], [27, 12, 11]]
";

#[test]
fn a_table_of_which_nothing_may_be_seen_says_why() {
    let counts = "counts: [[1, 2, 1], [2, 1, 1], [1, 1, 2]]";
    let small = HOMES.replace("counts: [[32, 3, 9], [41, 16, 8], [27, 12, 11]]", counts);
    let policy = "{like: dfe-la, withhold_to: 20}";
    let built = project(policy, "", &small).build(&[]);
    let page = std::str::from_utf8(&built["index.html"]).unwrap();
    assert!(table(&built, "Homes").iter().all(|row| row[1..].iter().all(|cell| cell == "[c]")));
    assert!(page.contains("Every count of this table is withheld"), "{page}");
    let plain = project("dfe-la", "", HOMES).build(&[]);
    let page = std::str::from_utf8(&plain["index.html"]).unwrap();
    assert!(!page.contains("Every count of this table is withheld"));
}

#[test]
fn what_one_quarter_added_is_not_given_away_by_the_year_to_date() {
    let outcomes = "  - id: moves
    title: Moves
    unit: count
    polarity: context
    period_type: quarter
    cumulative: true
    values:
      - {period: 2024-25-q1, value: 7}
      - {period: 2024-25-q2, value: 8}
      - {period: 2024-25-q3, value: 20}
";
    let figures = figures(&project("dfe-la", outcomes, "").build(&[]), "moves");
    let value = |period: &str| figures[period][0].as_str();
    // 8 less 7 is 1: one of the two is withheld, and no more than one.
    let withheld = [value("2024-25-q1"), value("2024-25-q2")].iter().filter(|v| **v == "c").count();
    assert_eq!((withheld, value("2024-25-q3")), (1, "20"), "{figures:?}");
}

#[test]
fn the_words_of_the_search_put_no_number_beside_a_name() {
    let outcomes = "  - id: moves
    title: Moves
    unit: count
    polarity: context
    values:
      - {period: 2024-25, value: 3}
";
    let site = project("dfe-la", outcomes, "");
    site.write(
        "content/_index.md",
        "---\ntitle: A report\n---\n\nWe met three schools. We report all moves.\n",
    );
    let built = site.build(&[]);
    assert_eq!(figures(&built, "moves")["2024-25"][0], "c");
    let words = String::from_utf8(built["search/words.js"].clone()).unwrap();
    assert!(words.contains("moves") && words.contains("three"), "{words}");
}

#[test]
fn a_change_since_the_year_before_is_not_what_one_quarter_added() {
    // From July to September 4 came, which is guarded; and 42 are 4 more than
    // 38 a year before, which every reader may know.
    let outcomes = "  - id: moves
    title: Moves
    unit: count
    polarity: context
    period_type: quarter
    cumulative: true
    values:
      - {period: 2023-24-q1, value: 19}
      - {period: 2023-24-q2, value: 38}
      - {period: 2023-24-q3, value: 55}
      - {period: 2024-25-q1, value: 38}
      - {period: 2024-25-q2, value: 42}
";
    let site = project("dfe-la", outcomes, "");
    site.write(
        "content/_index.md",
        "---\ntitle: A report\n---\n\n```outcomes\nids: [moves]\n```\n",
    );
    let built = site.build(&[]);
    assert_eq!(figures(&built, "moves")["2024-25-q1"][0], "c");
    let row = table(&built, "Outcomes").remove(0).concat();
    assert!(row.contains("up 4"), "{row}");
}

#[test]
fn a_count_of_two_places_is_withheld_in_both() {
    let outcomes = "  - id: unsuitable
    title: Unsuitable homes nearby
    unit: percent
    polarity: lower-is-better
    values: [{period: 2024-25, numerator: 3, denominator: 44}]
";
    let shared = "    shares_cells_with:
      - {cell: Near/Not suitable, same_as: outcome/unsuitable/2024-25/numerator}
      - {cell: Near/total, same_as: outcome/unsuitable/2024-25/denominator}
";
    let built = project("dfe-la", outcomes, &format!("{HOMES}{shared}")).build(&[]);
    let rows = table(&built, "Homes");
    assert_eq!(rows[0][2], "[c]");
    assert!(rows.iter().filter(|row| row.contains(&"[c]".to_owned())).count() >= 2, "{rows:?}");
    let figures = figures(&built, "unsuitable");
    assert_eq!(figures["2024-25"][0], "c");
    assert_eq!(figures["2024-25"][1], "c");
    // The base is a total of the table: it is shown in both, or in neither.
    assert_eq!(figures["2024-25"][2].replace('c', "[c]"), rows[0][4]);
}

#[test]
fn rounded_counts_make_rounded_shares_and_small_ones_are_low() {
    let outcomes = "  - id: share
    title: A share
    unit: percent
    polarity: context
    values: [{period: 2024-25, value: 31, numerator: 31, denominator: 101}]
";
    let policy = "{like: nhs, withhold_to: 1, min_denominator: 10}";
    let counts = HOMES.replace("[32, 3, 9]", "[32, 2, 9]");
    let built = project(policy, outcomes, &counts).build(&[]);
    let rows = table(&built, "Homes");
    assert_eq!(rows[0][1..], ["30", "[low]", "10", "45"]);
    assert_eq!(rows[1][1..], ["40", "15", "10", "65"]);
    // 30 of 100, not 31 of 101.
    assert_eq!(figures(&built, "share")["2024-25"], ["30", "30", "100"]);
}

#[test]
fn an_exception_is_shown_and_the_log_says_who_approved_it() {
    let policy = "{like: dfe-la, exceptions: [{cell: table/homes/Near/Not suitable, \
                  why: The three asked for it., approved_by: The director, date: 2025-06-01}]}";
    let site = project(policy, "", HOMES);
    let rows = table(&site.build(&["--strict"]), "Homes");
    assert_eq!(rows[0][1..], ["32", "3", "9", "44"]);
    let log = std::fs::read_to_string(site.root().join("public-disclosure-log/cells.csv")).unwrap();
    let line = "table/homes/Near/Not suitable,shown,exception,,,,The director,2025-06-01,The three asked for it.";
    assert!(log.contains(line), "{log}");
}

#[test]
fn the_log_holds_a_proof_for_every_withheld_count_and_no_output_does() {
    let site = project("dfe-la", "", HOMES);
    assert!(site.run(&["build"]).status.success());
    let folder = site.root().join("public-disclosure-log");
    let log = std::fs::read_to_string(folder.join("cells.csv")).unwrap();
    let withheld: Vec<&str> = log.lines().filter(|line| line.contains(",withheld,")).collect();
    assert!(withheld.iter().any(|line| line.contains(",by rule,small,")), "{log}");
    assert!(withheld.iter().any(|line| line.contains(",to protect others,")), "{log}");
    let proofs = std::fs::read(folder.join("proofs.json")).unwrap();
    let proofs: Vec<serde_json::Value> = serde_json::from_slice(&proofs).unwrap();
    assert_eq!(proofs.len(), withheld.len());
    for proof in &proofs {
        let place = proof["place"].as_str().unwrap();
        let (one, other) = (&proof["one"][place], &proof["other"][place]);
        let apart = one.as_i64().unwrap().abs_diff(other.as_i64().unwrap());
        assert!(apart >= 3, "{place}: {one} and {other}");
    }
    assert!(!site.root().join("public/cells.csv").exists());
    // Nothing withheld any more: the log goes.
    site.replace("data/tables/all.yaml", "[32, 3, 9]", "[32, 13, 9]");
    assert!(site.run(&["build"]).status.success());
    assert!(!folder.exists());
}

/// Two editions: the first shows homes by whether they are suitable; the
/// second the same year's by age too, with the same totals.
fn two_editions() -> TempSite {
    let ages = "  - id: ages
    title: Ages
    unit: count
    period: 2023-24
    known: 2025-06-01
    rows: [Near, Far, Elsewhere]
    columns: [Under 18, 18 and over]
    totals: {row: true, column: true}
    counts: [[40, 4], [33, 32], [21, 29]]
    shares_cells_with:
      - {cell: Near/total, same_as: table/homes/Near/total}
      - {cell: Far/total, same_as: table/homes/Far/total}
      - {cell: Elsewhere/total, same_as: table/homes/Elsewhere/total}
";
    let homes = HOMES.replace("2024-25", "2023-24");
    let site = project("dfe-la", "", &format!("{homes}{ages}"));
    site.write("content/_index.md", "---\ntitle: A report\n---\n");
    let edition = |year: &str, as_at: &str, blocks: &str| {
        let front = format!("title: {year}\nkind: report\nperiod: {year}\nas_at: {as_at}");
        site.write(&format!("content/{year}/_index.md"), format!("---\n{front}\n---\n{blocks}"));
    };
    edition("2023-24", "2024-09-30", "```table\nid: homes\n```\n");
    edition("2024-25", "2025-09-30", "```table\nid: homes\n```\n\n```table\nid: ages\n```\n");
    site
}

#[test]
fn an_edition_withholds_the_same_whatever_comes_later() {
    let site = two_editions();
    let (now, then) = (site.build(&[]), site.build(&["--as-at", "2024-09-30"]));
    let table_of = |built: &Built, path: &str| built[path].clone();
    let path = "2023-24/table-homes.csv";
    assert!(String::from_utf8_lossy(&now[path]).contains(",c,"));
    assert_eq!(table_of(&now, path), table_of(&then, path));
    assert_eq!(now[path], now["2024-25/table-homes.csv"], "what is known for ever stays so");
}

#[test]
fn what_a_ledger_says_stays_whatever_the_policy_says_now() {
    let site = two_editions();
    let frozen = site.run(&["freeze", "2023-24"]);
    assert!(frozen.status.success(), "{}", String::from_utf8_lossy(&frozen.stderr));
    let before = site.build(&["--strict"]);
    let ledger = std::fs::read_to_string(site.root().join("data/published/2023-24.yaml")).unwrap();
    assert!(ledger.contains("table/homes/Near/Not suitable: c"), "{ledger}");
    // A policy that would withhold 8 and 9 too cannot take back what was said.
    site.replace(
        "data/site.yaml",
        "disclosure: dfe-la",
        "disclosure: {like: dfe-la, withhold_to: 9}",
    );
    let after = site.build(&["--strict"]);
    assert_eq!(before["2023-24/table-homes.csv"], after["2023-24/table-homes.csv"]);
    // A figure that is changed without a date is told.
    site.replace("data/tables/all.yaml", "[41, 16, 8]", "[41, 16, 18]");
    let refused = site.run(&["build"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("E012"));
}

/// The figures of an outcome with these values, and its page.
fn of(
    policy: &str,
    unit: &str,
    values: &[&str],
    more: &str,
) -> (BTreeMap<String, [String; 3]>, String) {
    let values: String = values.iter().map(|value| format!("      - {value}\n")).collect();
    let outcome = format!(
        "  - id: one\n    title: One\n    unit: {unit}\n    polarity: context\n{more}    values:\n{values}"
    );
    let built = project(policy, &outcome, "").build(&[]);
    let page = String::from_utf8(built["outcomes/one/index.html"].clone()).unwrap();
    (figures(&built, "one"), page)
}

#[test]
fn an_earlier_share_is_judged_by_what_a_reader_works_out_of_it() {
    // Revised from 3% of a base that is now 100: about three.
    let revised = |from: &str| {
        format!(
            "{{period: 2024-25, numerator: 50, denominator: 100, revised: [{{from: {from}, date: 2025-09-01, why: An error.}}]}}"
        )
    };
    let words = |from: &str| of("dfe-la", "percent", &[&revised(from)], "").1;
    assert!(words("44").contains("44%"));
    assert!(!words("3").contains("3%"));
    assert!(words("3").contains("[c]"));
}

#[test]
fn a_share_of_nobody_is_not_applicable_unless_noughts_are_withheld() {
    let values = ["{period: 2024-25, numerator: 0, denominator: 0}"];
    let shown = |policy| of(policy, "percent", &values, "").0["2024-25"].clone();
    assert_eq!(shown("dfe-la"), ["z", "0", "0"]);
    assert_eq!(shown("strict"), ["c", "c", "c"]);
}

#[test]
fn a_few_of_many_are_never_nought_per_cent() {
    let policy = "{like: nhs, withhold_to: 1, min_denominator: 10}";
    let values = ["{period: 2024-25, numerator: 2, denominator: 101}"];
    assert_eq!(of(policy, "percent", &values, "").0["2024-25"], ["low", "low", "100"]);
}

#[test]
fn what_one_quarter_added_to_a_base_is_not_given_away() {
    let quarters = "    period_type: quarter\n    cumulative: true\n";
    let values = [
        "{period: 2024-25-q1, numerator: 10, denominator: 20}",
        "{period: 2024-25-q2, numerator: 10, denominator: 22}",
        "{period: 2024-25-q3, numerator: 20, denominator: 40}",
    ];
    // 22 less 20 is 2, and none of the two are counted.
    let shown = of("dfe-la", "percent", &values, quarters).0;
    let bases = ["2024-25-q1", "2024-25-q2"].map(|period| shown[period][2].as_str());
    assert!(bases.contains(&"c"), "{shown:?}");
    assert_eq!(shown["2024-25-q3"], ["50", "20", "40"]);
}

#[test]
fn rounded_tables_say_that_parts_may_not_add_up() {
    let says = |policy: &str| {
        let built = project(policy, "", HOMES).build(&[]);
        String::from_utf8_lossy(&built["index.html"]).contains("may not add up")
    };
    assert!(says("nhs"));
    assert!(!says("dfe-la"));
}
