//! Ten leaks made by hand, one at a time, in a site that has none.

mod rates;

use super::attack;
use crate::diagnostic::Findings;
use crate::disclosure::{Asked, Printing, Publication};
use crate::output;
use crate::site::Site;
use crate::sources::Sources;
use crate::theme::Theme;
use crate::write::{Memory, Sink};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

type Files = BTreeMap<String, Vec<u8>>;

const SITE: &str = "title: T\ncouncil: {name: Wold Vale Council, nation: england}\nlanguages: [en]\n\
                    theme: civic\ngenerate: [outcomes]\ndisclosure: dfe-la\n";
const TABLE: &str = "\
tables:
  - id: homes
    title: Children in our care by home and age
    period: 2024-25
    unit: count
    rows: [Under 10, 10 to 15, 16 and 17]
    columns: [Foster homes, Children's homes, Other homes]
    totals: {row: true, column: true}
    counts:
      - [40, 3, 2]
      - [30, 12, 4]
      - [25, 9, 31]
";
const OUTCOMES: &str = "\
theme: {id: health, title: Health}
outcomes:
  - id: convicted
    title: Young people convicted or cautioned
    unit: percent
    decimals: 0
    polarity: lower-is-better
    values:
      - {period: 2020-21, value: 6, numerator: 13, denominator: 210}
      - {period: 2021-22, value: 1, numerator: 3, denominator: 214}
      - {period: 2022-23, value: 6, numerator: 12, denominator: 215}
      - {period: 2023-24, value: 7, numerator: 15, denominator: 220}
    comparators:
      england: {2020-21: 4, 2021-22: 2, 2022-23: 4, 2023-24: 4}
  - id: arrivals
    title: Unaccompanied children who came
    unit: count
    polarity: context
    period_type: quarter
    cumulative: true
    values:
      - {period: 2024-25-q1, value: 7}
      - {period: 2024-25-q2, value: 8}
      - {period: 2024-25-q3, value: 29}
";
const PAGE: &str = "\
---
title: Annual report 2024-25
kind: report
period: 2024-25
as_at: 2025-09-30
---

In 2022-23, {{ value(id=\"convicted\", period=\"2022-23\") }} of young people were convicted or cautioned. Three of
our homes are new. In 2021-22 we opened 3 homes.

```chart
outcome: convicted
title: Convictions
```

```chart
table: homes
kind: bar
title: Homes
```

```table
id: homes
```
";

/// A built site, and what may be seen of it.
struct Built {
    publication: Arc<Publication>,
    files: Files,
}

fn sources() -> Sources {
    let mut sources = Sources::default();
    sources.add_text("data/site.yaml", SITE);
    sources.add_text("data/tables/homes.yaml", TABLE);
    sources.add_text("data/outcomes/health.yaml", OUTCOMES);
    sources.add_text("content/_index.md", "---\ntitle: Home\n---\n\nWelcome.\n");
    sources.add_text("content/2024-25/_index.md", PAGE);
    let earlier = PAGE.replace("2024-25", "2023-24").replace("2025-09-30", "2024-09-30");
    let words = earlier.split("```chart").next().unwrap_or_default().to_owned();
    sources.add_text("content/2023-24/_index.md", words);
    sources
}

fn site() -> Site {
    let site = Site::load(&sources());
    assert!(!site.findings.has_errors(), "{:#?}", site.findings);
    site.value.unwrap()
}

fn built() -> &'static Built {
    static BUILT: OnceLock<Built> = OnceLock::new();
    BUILT.get_or_init(|| {
        let made = crate::disclosure::disclose(&site(), &Asked::default());
        let publication = Arc::new(made.value);
        let theme = Theme::load(&publication.theme, "en", &BTreeMap::new()).value.unwrap();
        let memory = Memory::new();
        let rendered = output::render(&publication, &theme, Printing::Checked, &memory);
        assert!(!rendered.findings.has_errors(), "{:#?}", rendered.findings);
        Built { publication, files: memory.into_files().unwrap() }
    })
}

/// What the attack finds in `files`: codes and messages.
fn found(publication: &Publication, files: &Files) -> Vec<String> {
    let memory = Memory::new();
    files.iter().for_each(|(path, bytes)| memory.put(path, bytes).unwrap());
    let mut findings = Findings::new();
    attack(publication, &Sources::default(), &memory, &mut findings);
    findings.iter().map(|found| format!("{found} {}", found.notes.join(" | "))).collect()
}

/// What is found when `new` stands in the place of `old` in the file `path`.
fn planted(path: &str, old: &str, new: &str) -> Vec<String> {
    let built = built();
    let mut files = built.files.clone();
    let text = String::from_utf8(files[path].clone()).unwrap();
    assert!(text.contains(old), "{path} has no {old:?}:\n{text}");
    files.insert(path.to_owned(), text.replacen(old, new, 1).into_bytes());
    found(&built.publication, &files)
}

/// Asserts that something was found, and that all of it tells what it should.
fn assert_found(found: &[String], codes: &[&str], about: &[&str]) {
    for code in codes {
        assert!(found.iter().any(|found| found.starts_with(code)), "no {code}: {found:#?}");
    }
    let is_meant = |found: &&String| about.iter().any(|about| found.contains(about));
    assert!(found.iter().all(|found| is_meant(&found)), "more than that: {found:#?}");
}

const REPORT: &str = "2024-25/index.html";
const CONVICTED: &str = "outcomes/convicted/index.html";

#[test]
fn a_site_without_a_leak_is_let_pass() {
    let built = built();
    assert_eq!(found(&built.publication, &built.files), Vec::<String>::new());
}

#[test]
fn a_number_beside_a_marker_is_found_whatever_it_is() {
    let cell = "<table><tr><th>A</th><th>B</th></tr><tr><th>C</th><td data-sort=\"17\">[c]</td></tr></table></main>";
    assert_found(&planted("index.html", "</main>", cell), &["D034"], &["the attribute data-sort"]);
}

#[test]
fn a_file_that_cannot_be_read_is_told_of() {
    let built = built();
    let mut files = built.files.clone();
    files.insert("scan.pdf".into(), b"%PDF-1.4 torn".to_vec());
    assert_found(&found(&built.publication, &files), &["D033"], &["`scan.pdf`"]);
}

#[test]
fn a_proof_that_contradicts_a_page_or_is_not_there_is_refused() {
    let built = built();
    let mut publication = crate::disclosure::disclose(&site(), &Asked::default()).value;
    let proofs = &mut publication.defence.proofs;
    proofs.retain(|proof| proof.place != "outcome/convicted/2021-22/numerator");
    let cell = "table/homes/10 to 15/Children's homes";
    for proof in proofs.iter_mut().filter(|proof| proof.place == cell) {
        proof.high.insert(cell.to_owned(), 99);
    }
    let found = found(&publication, &built.files);
    assert_found(&found, &["D032"], &["10 to 15, Children's homes", "2021-22, numerator"]);
    assert_eq!(found.len(), 2, "{found:#?}");
}

#[test]
fn leak_1_the_sum_of_two_withheld_cells() {
    let csv = "2024-25/table-homes.csv";
    let found = planted(csv, "Under 10,c,c,c,45", "Under 10,40,c,c,45");
    assert_found(&found, &["D030", "D031", "D032"], &["Children in our care by home and age"]);
    assert!(found.iter().any(|found| found.contains("known to be 5 together")), "{found:#?}");
}

#[test]
fn leak_2_a_percentage_and_its_base() {
    let path = built().files.keys().find(|path| path.ends_with("convicted.csv")).unwrap();
    let found = planted(path, "2021-22,c,,percent,,c,214", "2021-22,1,,percent,,c,214");
    assert_found(&found, &["D030", "D031"], &["“Young people convicted or cautioned”, 2021-22"]);
}

#[test]
fn leak_3_what_one_quarter_added() {
    let path = built().files.keys().find(|path| path.ends_with("arrivals.csv")).unwrap();
    let found = planted(path, "2024-25-q1,c", "2024-25-q1,7");
    assert_found(&found, &["D030", "D031"], &["“Unaccompanied children who came”"]);
}

#[test]
fn leak_4_an_alternative_text() {
    let found = planted(
        CONVICTED,
        "</h1>",
        "</h1><img src=\"x.svg\" alt=\"Three young people in 2021-22\">",
    );
    assert_found(&found, &["D030"], &["2021-22, numerator is 3"]);
    assert!(found[0].contains("an alternative text"), "{found:#?}");
}

#[test]
fn leak_5_the_length_of_a_bar() {
    let path = "2024-25/chart-2.svg";
    let sight = super::read::read(path, &built().files[path]);
    let (from, to) = super::marks::bar(&sight.drawings[0], 3.0).unwrap();
    let bar = format!("<path d=\"M{from:.1} 90h{:.1}v12h-{:.1}Z\"/></svg>", to - from, to - from);
    let found = planted(path, "</svg>", &bar);
    assert_found(&found, &["D030"], &["Under 10, Children's homes is 3"]);
    assert!(found[0].contains("a mark of a chart"), "{found:#?}");
}

#[test]
fn leak_6_another_table() {
    let table = "<table><caption>Ages, Homes</caption><tr><th>Age</th><th>Children's homes</th></tr>\
                 <tr><th>Under 10</th><td>3</td></tr></table></main>";
    let found = planted("index.html", "</main>", table);
    assert_found(&found, &["D030"], &["Under 10, Children's homes is 3"]);
}

#[test]
fn leak_6_another_table_of_what_one_quarter_added() {
    let told = |head: &str| {
        let table = format!(
            "<table><tr><th>Outcome</th><th>{head}</th></tr>\
             <tr><th>Unaccompanied children who came</th><td>1</td></tr></table></main>"
        );
        planted("index.html", "</main>", &table)
    };
    let arrivals = ["“Unaccompanied children who came”"];
    assert_found(&told("July to September 2024"), &["D031", "D032"], &arrivals);
    // Nothing says that this is one quarter's.
    assert_eq!(told("Reviews held"), Vec::<String>::new());
}

#[test]
fn leak_7_an_earlier_edition() {
    let text = String::from_utf8(built().files[REPORT].clone()).unwrap();
    let (from, to) = (text.rfind("<table>").unwrap(), text.rfind("</table>").unwrap());
    let table = text[from..to].replacen("<span aria-hidden=\"true\">[c]</span>", "40", 1);
    let found = planted("2023-24/index.html", "</main>", &format!("{table}</table></main>"));
    assert_found(&found, &["D030"], &["Children in our care by home and age"]);
    assert!(found[0].contains("`2023-24/index.html`"), "{found:#?}");
}

#[test]
fn leak_8_a_sentence() {
    let words = "<p>In 2021-22, three young people were cautioned or convicted.</p></main>";
    assert_found(&planted("index.html", "</main>", words), &["D030"], &["2021-22, numerator is 3"]);
}

#[test]
fn leak_9_a_data_file() {
    let found = planted("2024-25/table-homes.csv", "Under 10,c,c,", "Under 10,c,3,");
    assert_found(&found, &["D030", "D031"], &["Children in our care by home and age"]);
}

#[test]
fn leak_10_a_pdf() {
    let built = built();
    let mut files = built.files.clone();
    files.insert("2024-25/report.pdf".into(), include_bytes!("read/pdf/report.pdf").to_vec());
    let found = found(&built.publication, &files);
    assert_found(&found, &["D030"], &["2021-22, numerator is 3"]);
}
