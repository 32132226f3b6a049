//! Papers that mean harm, or look as if they did (`tests/hostile/`): each gives
//! a PDF that keeps the rules and says the same words as the page, or an error
//! with its file and line. None stops the program, and none is obeyed.
//!
//! A file says what it is about, what both the page and the PDF must say, or
//! which errors are told; then comes the paper. `\u{1F600}` is a letter, and
//! `[[3:| row @ ]]` a text three times, with 1, 2, 3 for `@`.

use super::rules::faults;
use super::{Document, squashed};
use crate::html::{main_part, text};
use crate::support::{TempSite, empty, repository, tree};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct About {
    #[serde(rename = "about")]
    _about: String,
    /// What the page and the PDF both say, in this order.
    #[serde(default)]
    says: Vec<String>,
    /// The errors, each as `CODE:line`.
    #[serde(default)]
    errors: Vec<String>,
    /// Files beside the paper: text, or bytes after `hex`.
    #[serde(default)]
    files: BTreeMap<String, String>,
}

struct Case {
    name: String,
    about: About,
    paper: String,
}

impl Case {
    fn write(&self, site: &TempSite) {
        let folder = format!("content/papers/{}", self.name);
        site.write(&format!("{folder}/_index.md"), &self.paper);
        for (name, text) in &self.about.files {
            site.write(&format!("{folder}/{name}"), bytes(text.trim_end()));
        }
    }
}

fn bytes(text: &str) -> Vec<u8> {
    let Some(digits) = text.strip_prefix("hex") else { return expanded(text).into_bytes() };
    let digits: Vec<u8> =
        digits.chars().filter_map(|c| c.to_digit(16)).map(|digit| digit as u8).collect();
    digits.chunks(2).map(|two| two.iter().fold(0, |all, digit| all << 4 | digit)).collect()
}

/// `text` with its letters and its repetitions written out.
fn expanded(text: &str) -> String {
    let mut letters = String::new();
    for (n, part) in text.split("\\u{").enumerate() {
        match part.split_once('}').filter(|_| n > 0) {
            Some((code, rest)) => {
                let code = u32::from_str_radix(code, 16).expect("a letter is a number");
                letters.push(char::from_u32(code).expect("that is no letter"));
                letters.push_str(rest);
            }
            None => letters.push_str(part),
        }
    }
    let mut all = String::new();
    for (n, part) in letters.split("[[").enumerate() {
        match part.split_once("]]").filter(|_| n > 0) {
            Some((inside, rest)) => {
                let (times, what) = inside.split_once(':').expect("how often?");
                let times: usize = times.parse().expect("a number of times");
                all.extend((1..=times).map(|n| what.replace('@', &n.to_string())));
                all.push_str(rest);
            }
            None => all.push_str(part),
        }
    }
    all
}

fn cases() -> Vec<Case> {
    let files = tree(&repository().join("tests/hostile")).into_iter();
    files
        .map(|(path, bytes)| {
            let text = String::from_utf8(bytes).unwrap();
            let (about, paper) = text.split_once("\n---\n").expect("no line `---`");
            let about = serde_yaml::from_str(about).unwrap_or_else(|e| panic!("{path}: {e}"));
            Case { name: path.replace(".txt", ""), about, paper: expanded(paper) }
        })
        .collect()
}

/// A project with two plain pages.
pub(super) fn project() -> TempSite {
    let site = empty();
    let config = "title: Papers\ncouncil: {name: \"Nowhere Council (test fixture)\", nation: england}\n\
                  base_url: https://nowhere.example/\nlanguages: [en]\ntheme: civic\ngenerate: []\n";
    site.write("data/site.yaml", config);
    site.write("content/_index.md", "---\ntitle: Home\n---\nHome.\n");
    site.write("content/papers/_index.md", "---\ntitle: Papers\n---\nPapers.\n");
    site
}

fn with(cases: &[&Case]) -> TempSite {
    let site = project();
    cases.iter().for_each(|case| case.write(&site));
    site
}

#[test]
fn there_are_enough_of_them() {
    let cases = cases();
    let refused = cases.iter().filter(|case| !case.about.errors.is_empty()).count();
    assert!(cases.len() >= 75 && refused >= 30, "{} cases, {refused} refused", cases.len());
}

#[test]
fn what_can_be_printed_keeps_the_rules_and_says_what_the_page_says() {
    let all = cases();
    let good: Vec<&Case> = all.iter().filter(|case| case.about.errors.is_empty()).collect();
    let built = with(&good).print();
    let mut said = Vec::new();
    for case in &good {
        let name = &case.name;
        let page = String::from_utf8(built[&format!("papers/{name}/index.html")].clone()).unwrap();
        said.extend(
            missing(case, &text(main_part(&page)))
                .map(|part| format!("{name}: the page has no {part:?}")),
        );
        for end in ["", "-large-print"] {
            let pdf = &built[&format!("papers/{name}/{name}{end}.pdf")];
            let of = format!("{name}{end}.pdf");
            said.extend(faults(pdf).into_iter().map(|fault| format!("{of}: {fault}")));
            let words = Document::read(pdf).text();
            said.extend(missing(case, &words).map(|part| format!("{of} has no {part:?}")));
        }
    }
    assert!(said.is_empty(), "{}", said.join("\n"));
}

/// What a text lacks of what it must say, in order.
fn missing<'c>(case: &'c Case, text: &str) -> impl Iterator<Item = &'c str> {
    let text = squashed(text);
    let mut from = 0;
    case.about.says.iter().map(String::as_str).filter(move |part| {
        let part = squashed(part);
        match text[from..].find(&part) {
            Some(at) => from += at + part.len(),
            None => return true,
        }
        false
    })
}

#[test]
fn what_cannot_be_printed_is_told_with_its_file_and_line() {
    let all = cases();
    let bad: Vec<&Case> = all.iter().filter(|case| !case.about.errors.is_empty()).collect();
    let site = with(&bad);
    let output = site.run(&["check", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    let told = errors(&String::from_utf8(output.stdout).unwrap());
    let mut faults = Vec::new();
    for case in &bad {
        let file = format!("content/papers/{}/_index.md", case.name);
        let told = told.get(&file).cloned().unwrap_or_default();
        if told != case.about.errors {
            faults.push(format!("{}: {told:?}, not {:?}", case.name, case.about.errors));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// No archive takes it, and its author is told; for readers it is whole.
#[test]
fn a_document_without_a_date_is_told() {
    let site = project();
    site.write("content/papers/plan.md", "---\ntitle: Plan\nkind: strategy\n---\n\nWords.\n");
    let said = String::from_utf8(site.run(&["check", "--format", "json"]).stdout).unwrap();
    assert!(said.contains("\"P023\"") && said.contains("content/papers/plan.md"), "{said}");
    let told = faults(&site.print()["papers/plan/plan.pdf"]);
    let of_date = |told: &String| told.contains("PDF/A") || told.contains("no date");
    assert!(told.len() == 2 && told.iter().all(of_date), "{told:?}");
}

/// The errors of each file, in order.
fn errors(said: &str) -> BTreeMap<String, Vec<String>> {
    let mut errors: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in said.lines() {
        let told: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = |key: &str| told[key].as_str().unwrap_or_default().to_owned();
        if text("level") == "error" || text("severity") == "error" {
            let what = format!("{}:{}", text("code"), told["line"]);
            errors.entry(text("file")).or_default().push(what);
        }
    }
    errors
}
