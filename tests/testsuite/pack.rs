//! `pack`: a folder to upload for a meeting, by the real program.

use crate::support::{site, tree};
use std::collections::BTreeMap;

/// The files of the pack of `paper`.
fn packed(name: &str, paper: &str) -> BTreeMap<String, Vec<u8>> {
    let project = site(name);
    let output = project.run_whole(&["pack", paper, "-o", "pack"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    tree(&project.root().join("pack"))
}

#[test]
fn each_document_is_a_file_that_is_named_for_people() {
    let files = packed("oxfordshire-2008", "cabinet/role-of-the-council");
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    let pdfs: Vec<_> = files.iter().filter(|(name, _)| name.ends_with(".pdf")).collect();
    assert_eq!(pdfs.len(), 2, "{names:?}");
    // Its title is longer than a name may be; in large print it is another file.
    assert!(pdfs.iter().all(|(name, _)| name.starts_with("CA12 Corporate Parenting")), "{names:?}");
    assert!(pdfs.iter().all(|(_, bytes)| bytes.starts_with(b"%PDF-")));
    for annex in ["Annex 1", "Annex 2", "Annex 3"] {
        assert!(names.iter().any(|name| name.contains(annex) && name.ends_with(".txt")), "{annex}");
    }
    let list = String::from_utf8(files["CA12 Documents.txt"].clone()).unwrap();
    assert_eq!(
        list.lines().count(),
        names.iter().filter(|name| !name.contains("Documents")).count()
    );
}

#[test]
fn what_was_resolved_is_text_to_paste() {
    let files = packed("herefordshire-2018", "cabinet/corporate-parenting-annual-update");
    let (_, text) = files.iter().find(|(name, _)| name.ends_with("Decision.txt")).unwrap();
    let text = String::from_utf8(text.clone()).unwrap();
    assert!(text.starts_with("Resolved\n(a) "), "{text}");
    assert!(text.contains("\n(b) "), "{text}");
}

#[test]
fn a_paper_that_is_not_there_is_told_and_nothing_is_written() {
    let project = site("oxfordshire-2008");
    let output = project.run_whole(&["pack", "cabinet/role-of-the-counsel", "-o", "pack"]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("there is no paper `cabinet/role-of-the-counsel`"), "{said}");
    assert!(said.contains("cabinet/role-of-the-council"), "{said}");
    assert!(!project.root().join("pack").exists());
}
