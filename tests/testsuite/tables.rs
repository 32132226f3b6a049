//! Tables that authors write in their words: rows of words are cards on a
//! narrow screen, columns of figures stay columns.

use crate::html::{main_part, tables};
use crate::support::{copy, empty, repository};

const WORDS: &str = "| Risk | How likely | What we do |\n|---|---|---|\n| Homes open late | High | Monthly [board](#risks) |\n";
const FIGURES: &str =
    "| Measure | 2024 | 2025 |\n|---|--:|--:|\n| Dentist | 77% | 83% |\n| Moved | [c] | 14 |\n";
const PAIR: &str = "| Part | What is new |\n|---|---|\n| Health | Free prescriptions |\n";

/// The page of one table, between the heads of a page.
fn page(table: &str) -> String {
    let site = empty();
    copy(&repository().join("tests/errors/base"), site.root());
    site.write("content/risks.md", format!("---\ntitle: Risks\n---\n\n## Risks\n\n{table}"));
    let built = site.build(&[]);
    main_part(std::str::from_utf8(&built["risks/index.html"]).unwrap()).to_owned()
}

#[test]
fn each_cell_of_words_says_the_head_of_its_column() {
    let html = page(WORDS);
    assert!(html.contains("<table class=\"stack\">"), "{html}");
    let label = "<td><span class=\"cell-label\" aria-hidden=\"true\">";
    assert!(html.contains(&format!("{label}How likely</span> <div>High</div></td>")), "{html}");
    assert_eq!(html.matches(label).count(), 2, "the head of a row needs no label");
    assert_eq!(
        tables(&html, "Risk, How likely, What we do")[0],
        [["Homes open late", "High", "Monthly board"]]
    );
}

#[test]
fn figures_and_pairs_stay_in_columns() {
    for table in [FIGURES, PAIR] {
        let html = page(table);
        assert!(html.contains("<table>") && !html.contains("cell-label"), "{html}");
    }
}
