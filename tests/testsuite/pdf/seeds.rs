//! What is printed says what the page says: numbers, letters and headings, in
//! the example, and point by point as the seed papers have them.

use super::sites::built;
use super::{Document, squashed};
use crate::html::{elements, main_part, text};
use crate::seeds::{Expected, Page, expected};
use crate::support::SITES;
use std::collections::BTreeMap;

type Files = BTreeMap<String, Vec<u8>>;

/// Every page that has a PDF beside it: its folder, itself, and the PDF.
fn printed(files: &Files) -> Vec<(&str, &str, Document)> {
    let pages = files.iter().filter_map(|(path, bytes)| {
        let folder = path.strip_suffix("/index.html")?;
        let name = folder.rsplit('/').next()?;
        let pdf = files.get(&format!("{folder}/{name}.pdf"))?;
        Some((folder, main_part(std::str::from_utf8(bytes).ok()?), Document::read(pdf)))
    });
    pages.collect()
}

/// Whether each of `parts` stands in `text` after the one before; the first
/// that does not.
fn out_of_order<'p>(text: &str, parts: &'p [String]) -> Option<&'p String> {
    let mut from = 0;
    parts.iter().find(|part| match text[from..].find(part.as_str()) {
        Some(at) => {
            from += at + part.len();
            false
        }
        None => true,
    })
}

/// Each numbered paragraph of a page: its number and how it begins.
fn paragraphs(main: &str) -> Vec<String> {
    let mut paragraphs = Vec::new();
    for part in main.split("<a class=\"para-number\"").skip(1) {
        let (_, rest) = part.split_once('>').unwrap();
        let end = ["</p>", "</li>", "<ol", "<ul", "<sup", "<table"];
        let end = end.iter().filter_map(|end| rest.find(end)).min().unwrap_or(rest.len());
        let words: String = squashed(&text(&rest[..end])).chars().take(60).collect();
        paragraphs.push(words);
    }
    paragraphs
}

/// The letters of a page, such as `(a)`.
fn letters(main: &str) -> Vec<String> {
    elements(main, "<span class=\"letter\"", "</span>").into_iter().map(squashed).collect()
}

fn headings(main: &str) -> Vec<String> {
    let body = main.split("<div class=\"body\">").nth(1).unwrap_or(main);
    let mut found = Vec::new();
    for part in body.split("<h").skip(1) {
        let level = part.chars().next().filter(|c| ('2'..='6').contains(c));
        if let Some(level) = level {
            let end = format!("</h{level}>");
            let inside = part.split(&end).next().unwrap().split_once('>').unwrap().1;
            found.push(squashed(&text(inside)));
        }
    }
    found
}

#[test]
fn numbers_letters_and_headings_of_print_are_those_of_the_page() {
    let mut faults = Vec::new();
    let mut compared = 0;
    for name in SITES {
        let files = built(name);
        for (folder, main, document) in printed(files) {
            let words = squashed(&document.text());
            let numbered = paragraphs(main);
            compared += numbered.len();
            if let Some(part) = out_of_order(&words, &numbered) {
                faults.push(format!("{name}: {folder}: no {part:?}"));
            }
            let marks: Vec<String> = labels(&document);
            let of_page = letters(main);
            if !of_page.is_empty() && out_of_order(&marks.concat(), &of_page).is_some() {
                faults.push(format!("{name}: {folder}: {marks:?}, not {of_page:?}"));
            }
            let heads: String = heads(&document).concat();
            if !is_edition(main)
                && let Some(part) = out_of_order(&heads, &headings(main))
            {
                faults.push(format!("{name}: {folder}: no heading {part:?} in {heads:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(compared >= 100, "only {compared} numbered paragraphs");
}

/// Whether a page is the first of an edition: what it leads to is on other
/// pages, and in print in its contents.
fn is_edition(main: &str) -> bool {
    main.contains("class=\"cover\"")
}

fn labels(document: &Document) -> Vec<String> {
    document.root.tagged(&["Lbl"]).into_iter().map(|label| squashed(&label.text())).collect()
}

fn heads(document: &Document) -> Vec<String> {
    let all = document.root.all().into_iter().filter(|element| element.level().is_some());
    all.map(|head| squashed(&head.text())).collect()
}

/// The points of `expected.yaml`, which were written from the papers, hold in
/// the PDF too.
#[test]
fn the_seed_papers_are_printed_point_by_point() {
    let mut faults = Vec::new();
    let mut looked_at = 0;
    for name in SITES.iter().filter(|name| **name != "example") {
        let files = built(name);
        let Expected { pages, .. } = expected(name);
        let printed = printed(files);
        for page in &pages {
            let folder = page.file.trim_end_matches("/index.html");
            let Some((_, _, document)) = printed.iter().find(|(of, ..)| *of == folder) else {
                continue;
            };
            looked_at += 1;
            let words = squashed(&document.text());
            let lists = [page.numbers.as_ref(), page.headings.as_ref(), Some(&page.text)];
            for list in lists.into_iter().flatten() {
                let list: Vec<String> = list.iter().map(|part| squashed(part)).collect();
                if let Some(part) = out_of_order(&words, &list) {
                    faults.push(format!("{name}: {folder}: no {part:?}"));
                }
            }
            let around = around(page, document).into_iter();
            faults.extend(around.map(|fault| format!("{name}: {folder}: {fault}")));
            let labels = labels(document).concat();
            for (below, letters) in &page.letters {
                let letters: Vec<String> = letters.iter().map(|l| format!("({l})")).collect();
                if let Some(part) = out_of_order(&labels, &letters) {
                    faults.push(format!("{name}: {folder}: below {below} no {part:?}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(looked_at >= 5, "only {looked_at} papers");
}

/// What of a paper's head, foot, signature, appendices and background papers is
/// not in print as expected.
fn around(page: &Page, document: &Document) -> Vec<String> {
    let mut faults = Vec::new();
    let tables = pairs(document);
    for (what, rows) in [("head", &page.head), ("foot", &page.foot)] {
        let rows = rows.iter().flatten().map(|row| row.each_ref().map(|cell| squashed(cell)));
        let rows: Vec<[String; 2]> = rows.collect();
        if !rows.is_empty() && !tables.contains(&rows) {
            faults.push(format!("the {what} is none of {tables:?}"));
        }
    }
    let words = squashed(&document.text());
    let signed = squashed(&page.signed.iter().flatten().cloned().collect::<String>());
    if !words.contains(&signed) {
        faults.push(format!("not signed {signed:?}"));
    }
    let items: Vec<String> =
        document.root.tagged(&["LBody"]).into_iter().map(|item| squashed(&item.text())).collect();
    let appendices = page.appendices.iter().flatten().map(|parts| parts.join(":"));
    for listed in [appendices.collect(), page.background.clone().unwrap_or_default()] {
        let mut rest = items.iter();
        let missing = listed.iter().find(|one| !rest.any(|item| item.starts_with(&squashed(one))));
        faults.extend(missing.map(|one| format!("{one:?} is not listed in {items:?}")));
    }
    faults
}

/// The tables of two columns, row by row.
fn pairs(document: &Document) -> Vec<Vec<[String; 2]>> {
    let tables = document.root.tagged(&["Table"]).into_iter();
    let pairs = tables.map(|table| {
        let rows = table.tagged(&["TR"]).into_iter().filter_map(|row| {
            let cells = row.tagged(&["TH", "TD"]).into_iter().map(|cell| squashed(&cell.text()));
            cells.collect::<Vec<_>>().try_into().ok()
        });
        rows.collect()
    });
    pairs.collect()
}

/// The cover stands first, with its numbers; then what is appended, with its
/// own headings and numbers.
#[test]
fn north_lincolnshires_pack_holds_the_panels_report() {
    let printed = printed(built("north-lincolnshire-2012"));
    let of = |folder: &str| printed.iter().find(|(of, ..)| *of == folder).expect("no such paper");
    let (_, cover, pack) = of("cabinet/corporate-parenting");
    let (_, report, _) = of("scrutiny/corporate-parenting-and-services");
    let numbered: Vec<String> = [paragraphs(cover), paragraphs(report)].concat();
    assert!(numbered.iter().any(|part| part.starts_with("7.2")), "{numbered:?}");
    assert_eq!(out_of_order(&squashed(&pack.text()), &numbered), None);
    let heads = heads(pack).concat();
    let all = [headings(cover), headings(report)].concat();
    assert!(all.len() > 20, "{all:?}");
    assert_eq!(out_of_order(&heads, &all), None, "{heads}");
}
