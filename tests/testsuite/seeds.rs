//! Golden sites: five published papers, retold, compared with what the papers
//! themselves say. See `tests/sites/README.md`.

use crate::html::{between, elements, main_part, tables, text};
use crate::support::{repository, site};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Expected {
    #[serde(rename = "seed")]
    _seed: String,
    #[serde(default)]
    warnings: Vec<String>,
    pub(crate) pages: Vec<Page>,
    #[serde(default)]
    files: Vec<File>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Page {
    pub(crate) file: String,
    #[serde(default)]
    pub(crate) text: Vec<String>,
    pub(crate) numbers: Option<Vec<String>>,
    #[serde(default)]
    pub(crate) letters: BTreeMap<String, Vec<String>>,
    pub(crate) headings: Option<Vec<String>>,
    pub(crate) head: Option<Vec<[String; 2]>>,
    pub(crate) foot: Option<Vec<[String; 2]>>,
    pub(crate) signed: Option<Vec<String>>,
    pub(crate) appendices: Option<Vec<[String; 2]>>,
    pub(crate) background: Option<Vec<String>>,
    #[serde(default)]
    tables: Vec<Table>,
    #[serde(default)]
    absent: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    caption: String,
    rows: Option<Vec<Vec<String>>>,
    #[serde(default)]
    cells: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    file: String,
    contains: Vec<String>,
}

/// What `tests/sites/NAME` says of its paper.
pub(crate) fn expected(name: &str) -> Expected {
    let path = repository().join("tests/sites").join(name).join("expected.yaml");
    serde_yaml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Builds `tests/sites/NAME` and says everything that is not as expected.
fn check(name: &str) {
    let expected = expected(name);
    let site = site(name);
    let built = site.build(&[]);
    let mut faults = Vec::new();
    warnings(&site, &expected, &mut faults);
    for page in &expected.pages {
        match built.get(&page.file) {
            Some(bytes) => judge(page, std::str::from_utf8(bytes).unwrap(), &mut faults),
            None => faults.push(format!("{}: there is no such page", page.file)),
        }
    }
    for file in &expected.files {
        let text = built
            .get(&file.file)
            .map(|bytes| String::from_utf8_lossy(bytes).into_owned())
            .unwrap_or_default();
        let missing = file.contains.iter().filter(|part| !text.contains(part.as_str()));
        faults.extend(missing.map(|part| format!("{}: no {part:?}", file.file)));
    }
    assert!(faults.is_empty(), "{name}:\n{}", faults.join("\n"));
}

fn warnings(site: &crate::support::TempSite, expected: &Expected, faults: &mut Vec<String>) {
    let output = site.run(&["check", "--format", "json"]);
    let said = String::from_utf8(output.stdout).unwrap();
    let mut codes = between(&said, "\"code\":\"", "\"");
    codes.sort_unstable();
    if codes != expected.warnings {
        faults.push(format!("check says {codes:?}, not {:?}", expected.warnings));
    }
}

fn judge(page: &Page, html: &str, faults: &mut Vec<String>) {
    let main = main_part(html);
    let mut said = Vec::new();
    in_order(page, &text(main), &mut said);
    said.extend(page.numbers.as_ref().and_then(|numbers| other_numbers(main, numbers)));
    said.extend(
        page.letters.iter().filter_map(|(below, letters)| other_letters(main, below, letters)),
    );
    said.extend(page.headings.as_ref().and_then(|headings| other_headings(main, headings)));
    page.tables.iter().for_each(|table| other_table(main, table, &mut said));
    around(page, main, &mut said);
    let lower = text(main).to_lowercase();
    said.extend(
        page.absent
            .iter()
            .filter(|word| lower.contains(&word.to_lowercase()))
            .map(|word| format!("{word:?} is on the page")),
    );
    faults.extend(said.into_iter().map(|fault| format!("{}: {fault}", page.file)));
}

fn in_order(page: &Page, shown: &str, said: &mut Vec<String>) {
    let mut from = 0;
    for part in &page.text {
        match shown[from..].find(part.as_str()) {
            Some(at) => from += at + part.len(),
            None if shown.contains(part.as_str()) => said.push(format!("{part:?} is out of order")),
            None => said.push(format!("no {part:?}")),
        }
    }
}

fn other_numbers(main: &str, expected: &[String]) -> Option<String> {
    let found: Vec<String> =
        elements(main, "<a class=\"para-number\"", "</a>").into_iter().map(text).collect();
    (found != expected).then(|| format!("the paragraphs are numbered {found:?}, not {expected:?}"))
}

fn other_letters(main: &str, below: &str, expected: &[String]) -> Option<String> {
    let letters = |html: &str| {
        between(html, "<span class=\"letter\">(", ")")
            .into_iter()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let found = match below {
        "resolved" => letters(main.split("class=\"resolutions\"").nth(1).unwrap_or_default()),
        number => {
            let from = main.split(&format!("id=\"para-{number}\"")).nth(1).unwrap_or_default();
            letters(from.split("class=\"para-number\"").nth(1).unwrap_or_default())
        }
    };
    (found != expected)
        .then(|| format!("below {below} stand the letters {found:?}, not {expected:?}"))
}

/// What stands around a paper: its head, signature, appendices, background
/// papers and foot.
fn around(page: &Page, main: &str, said: &mut Vec<String>) {
    let mut compare = |what: &str, found: Vec<Vec<String>>, expected: Vec<Vec<String>>| {
        if found != expected {
            said.push(format!("{what}: {found:?}, not {expected:?}"));
        }
    };
    let pairs = |pairs: &[[String; 2]]| pairs.iter().map(|pair| pair.to_vec()).collect();
    if let Some(head) = &page.head {
        compare("the head", rows(main, "<dl class=\"paper-head\">"), pairs(head));
    }
    if let Some(foot) = &page.foot {
        compare("the foot", rows(main, "<dl class=\"paper-head paper-foot\">"), pairs(foot));
    }
    if let Some(signed) = &page.signed {
        let block = between(main, "<p class=\"signed\">", "</p>").join("");
        let found = elements(&block, "<span", "</span>").into_iter().map(text).collect();
        compare("signed", vec![found], vec![signed.clone()]);
    }
    if let Some(appendices) = &page.appendices {
        let found = listed(main, "appendices").into_iter();
        let split = |line: String| line.split(": ").map(str::to_owned).collect();
        compare("the appendices", found.map(split).collect(), pairs(appendices));
    }
    if let Some(background) = &page.background {
        let found = listed(main, "background-papers");
        let begins = found.len() == background.len()
            && found.iter().zip(background).all(|(line, begins)| line.starts_with(begins));
        if !begins {
            said.push(format!("the background papers are {found:?}, not {background:?}"));
        }
    }
}

/// The labels and words of a list of fields.
fn rows(main: &str, open: &str) -> Vec<Vec<String>> {
    let list = main.split(open).nth(1).and_then(|rest| rest.split("</dl>").next());
    let terms = elements(list.unwrap_or_default(), "<div", "</div>");
    let row = |row: &str| {
        let cells = [elements(row, "<dt", "</dt>"), elements(row, "<dd", "</dd>")].concat();
        cells.into_iter().map(text).collect()
    };
    terms.into_iter().map(row).collect()
}

/// The items of a list at the back of a paper.
fn listed(main: &str, id: &str) -> Vec<String> {
    let list = main.split(&format!("<h2 id=\"{id}\">")).nth(1).unwrap_or_default();
    let list = list.split("</section>").next().unwrap_or_default();
    elements(list, "<li", "</li>").into_iter().map(text).collect()
}

fn other_headings(main: &str, expected: &[String]) -> Option<String> {
    let body = main.split("<div class=\"body\">").nth(1).unwrap_or(main);
    let found: Vec<String> = elements(body, "<h2", "</h2>").into_iter().map(text).collect();
    let mut rest = found.iter();
    let all = expected.iter().all(|heading| rest.any(|other| other == heading));
    (!all).then(|| format!("the headings are {found:?}, not {expected:?}"))
}

fn other_table(main: &str, expected: &Table, said: &mut Vec<String>) {
    let found = tables(main, &expected.caption);
    if found.is_empty() {
        said.push(format!("there is no table {:?}", expected.caption));
    }
    if let Some(rows) = &expected.rows
        && !found.contains(rows)
    {
        said.push(format!("the table {:?} has the rows {found:?}", expected.caption));
    }
    for (label, cells) in &expected.cells {
        let row = found.iter().flatten().find(|row| row[0].starts_with(label.as_str()));
        let mut rest = row.into_iter().flatten();
        if !cells.iter().all(|cell| rest.any(|other| other == cell)) {
            said.push(format!("the row {label:?} has the cells {row:?}, not {cells:?}"));
        }
    }
}

#[test]
fn plymouth_2012() {
    check("plymouth-2012");
}

#[test]
fn oxfordshire_2008() {
    check("oxfordshire-2008");
}

#[test]
fn bath_2012() {
    check("bath-2012");
}

#[test]
fn herefordshire_2018() {
    check("herefordshire-2018");
}

#[test]
fn north_lincolnshire_2012() {
    check("north-lincolnshire-2012");
}

/// The eighteen figures of the panel's table of indicators, as printed.
const INDICATORS: [[&str; 3]; 6] = [
    ["30", "13", "12.8"],
    ["93.3", "87.4", "90"],
    ["80", "63.3", "61"],
    ["49.9", "60.3", "59"],
    ["82.8", "81.3", "82.1"],
    ["94.4", "86.3", "86.5"],
];

#[test]
fn north_lincolnshires_indicators_are_the_same_everywhere() {
    let built = site("north-lincolnshire-2012").build(&[]);
    let page = &built["scrutiny/corporate-parenting-and-services/index.html"];
    let page = std::str::from_utf8(page).unwrap();
    let table: Vec<Vec<String>> = tables(page, "Key indicators").remove(0);
    let described = between(page, "<desc", "</desc>").join(" ") + " ";
    let csv = String::from_utf8(built["data/outcomes.csv"].clone()).unwrap();
    for (row, figures) in table.iter().zip(INDICATORS) {
        let unit = if figures[0] == "49.9" { "" } else { "%" };
        for (cell, figure) in row[1..4].iter().zip(figures) {
            assert_eq!(*cell, format!("{figure}{unit}"), "the table says otherwise: {row:?}");
            let ends = [",", ";", ".", " "].map(|end| format!(" {figure}{unit}{end}"));
            assert!(
                ends.iter().any(|words| described.contains(words)),
                "no description says {figure}{unit}"
            );
            assert!(csv.contains(&format!(",not-stated,{figure},")), "the CSV has no {figure}");
        }
    }
}
