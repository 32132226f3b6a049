//! Every PDF of the example and of the seed sites.

use super::rules::faults;
use super::{Document, hostile};
use crate::support::{SITES, binary, repository, site, tree};
use std::collections::BTreeMap;
use std::process::Command;
use std::sync::OnceLock;

/// The files of a site, which is built once for all tests: to set its PDFs takes
/// longer than all else.
pub(super) fn built(name: &str) -> &'static BTreeMap<String, Vec<u8>> {
    static BUILT: [OnceLock<BTreeMap<String, Vec<u8>>>; SITES.len()] =
        [const { OnceLock::new() }; SITES.len()];
    let at = SITES.iter().position(|site| *site == name).expect("no such site");
    BUILT[at].get_or_init(|| site(name).print())
}

/// The PDFs among `files`.
pub(super) fn pdfs(files: &BTreeMap<String, Vec<u8>>) -> impl Iterator<Item = (&str, &[u8])> {
    let pdfs = files.iter().filter(|(path, _)| path.ends_with(".pdf"));
    pdfs.map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
}

#[test]
fn the_same_site_gives_the_same_pdfs_on_one_thread() {
    let project = site("north-lincolnshire-2012");
    let output = Command::new(binary())
        .args(["build", "-q", "-o", "alone"])
        .current_dir(project.root())
        .env("RAYON_NUM_THREADS", "1")
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let alone = tree(&project.root().join("alone"));
    let both: Vec<_> = pdfs(built("north-lincolnshire-2012")).collect();
    assert!(both.len() >= 4);
    for (path, bytes) in both {
        assert!(alone[path] == bytes, "{path} differs");
    }
}

#[test]
fn every_pdf_keeps_the_rules() {
    let mut said = Vec::new();
    let mut looked_at = 0;
    for name in SITES {
        for (path, bytes) in pdfs(built(name)) {
            looked_at += 1;
            said.extend(faults(bytes).into_iter().map(|fault| format!("{name}: {path}: {fault}")));
        }
    }
    assert!(said.is_empty(), "{}", said.join("\n"));
    assert!(looked_at >= 20, "only {looked_at} PDFs");
}

/// The day an edition shows, the day a committee met, the day a letter bears.
#[test]
fn documents_bear_the_date_of_their_edition_or_meeting() {
    let files = built("example");
    for (path, date) in [
        ("2023-24/2023-24.pdf", (2024, 9, 30)),
        ("2024-25/2024-25.pdf", (2025, 9, 30)),
        ("2024-25/2024-25-large-print.pdf", (2025, 9, 30)),
        ("papers/cabinet-2025-10-09/cabinet-2025-10-09.pdf", (2025, 10, 9)),
    ] {
        assert_eq!(Document::read(&files[path]).date(), Some(date), "{path}");
    }
}

/// A title of three hundred letters would reach beyond the edge of the sheet.
#[test]
fn the_head_of_a_sheet_has_room_for_its_words() {
    let project = hostile::project();
    let title = "A title that goes on ".repeat(15);
    let text =
        format!("---\ntitle: {title}\nkind: strategy\ndate: 2025-06-01\n---\n## One\n\nWords.\n");
    project.write("content/papers/long.md", text + &"\nMore words.\n".repeat(60));
    let built = project.print();
    for (name, most) in [("long.pdf", 200), ("long-large-print.pdf", 105)] {
        let document = Document::read(&built[&format!("papers/long/{name}")]);
        let last = document.pages.last().unwrap();
        let heads = last.artifacts.iter().filter(|(kind, _)| kind == "Header");
        let words: String = heads.map(|(_, words)| words.as_str()).collect();
        assert!(words.contains('…') && words.chars().count() <= most + 3, "{name}: {words:?}");
    }
}

/// A paper with something of every kind.
const WHOLE: &str = "---\ntitle: Whole\nkind: strategy\ndate: 2025-06-01\n---\n\
    ## One\n\nWords and [a link](https://council.example/).\n\n![A tree](tree.svg)\n\n\
    | a | b |\n|---|---|\n| 1 | 2 |\n";
const TREE: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">\
    <rect width=\"9\" height=\"9\"/></svg>";

/// What is put in the place of what in a good file, and what is then told.
const BREAKS: [(&str, &str, &str); 13] = [
    ("/Marked true", "/Marked null", "it is not marked as tagged"),
    ("/StructTreeRoot ", "/XtructTreeRoot ", "it has no tags"),
    ("/Lang(", "/Xang(", "it has no language"),
    ("/DisplayDocTitle true", "/DisplayDocTitle null", "its title is not shown"),
    ("/Alt(", "/Xlt(", "a Figure is not as it must be"),
    ("/Scope/", "/Xcope/", "a TH is not as it must be"),
    ("/S/H1", "/S/H3", "is of level 3 below 0"),
    ("/Tabs/S", "/Tabs/R", "has links in no order"),
    ("/StructParent ", "/XtructParent ", "no tag knows"),
    ("/Contents(", "/Xontents(", "a link does not say where it leads"),
    ("/Outlines ", "/Xutlines ", "it has headings and no bookmarks"),
    ("/ToUnicode ", "/XoUnicode ", "does not say its letters"),
    ("/FontFile", "/XontFile", "is not in the file"),
];

#[test]
fn a_broken_file_is_told() {
    let project = hostile::project();
    project.write("content/papers/whole.md", WHOLE);
    project.write("content/papers/tree.svg", TREE);
    let built = project.print();
    let whole = &built["papers/whole/whole.pdf"];
    assert_eq!(faults(whole), Vec::<String>::new());
    for (from, to, fault) in BREAKS {
        let broken = replaced(whole, from, to);
        assert_ne!(broken, *whole, "there is no {from:?} in the file");
        let told = faults(&broken);
        assert!(told.iter().any(|told| told.contains(fault)), "{from:?} → {to:?} tells {told:?}");
    }
    let printed = std::fs::read(repository().join("src/attack/read/pdf/printed.pdf")).unwrap();
    let told = faults(&printed);
    assert!(told.iter().any(|told| told == "it does not claim PDF/UA-1"), "{told:?}");
}

/// `bytes` with `from` replaced by `to`, which is as long: places in a PDF are
/// counted.
fn replaced(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let mut bytes = bytes.to_vec();
    let mut at = 0;
    while at + from.len() <= bytes.len() {
        if bytes[at..].starts_with(from.as_bytes()) {
            bytes[at..at + to.len()].copy_from_slice(to.as_bytes());
        }
        at += 1;
    }
    bytes
}
