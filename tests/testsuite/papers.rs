//! Papers: templates that every site has, recommendations and appendices that
//! can be cited, and lists that go deep.

use crate::html::{between, main_part, text};
use crate::support::{TempSite, empty};

const SITE: &str = "title: Papers\ncouncil: {name: Test Council, nation: england}\nlanguages: [en]\ngenerate: []\n";

fn site_with(papers: &[(&str, &str)]) -> TempSite {
    let site = empty();
    site.write("data/site.yaml", SITE);
    site.write("content/_index.md", "---\ntitle: Papers\n---\n\nHome.\n");
    papers.iter().for_each(|(name, text)| site.write(&format!("content/{name}.md"), text));
    site
}

/// The main part of the only paper of a site.
fn paper(site: &TempSite) -> String {
    let built = site.build(&[]);
    main_part(std::str::from_utf8(&built["paper/index.html"]).unwrap()).to_owned()
}

const ASKING: &str = "---\ntitle: A paper\nkind: paper\ntemplate: TEMPLATE\nnumbering: NUMBERING\nbody: Cabinet\n\
    recommendations:\n  - |\n    agree the plan; and {#agree}\n  - note what it costs.\n---\n\n## Introduction\n\n\
    One.\n\nSee {{ para(label=\"agree\") }}.\n";

fn asking(template: &str, numbering: &str) -> TempSite {
    let text = ASKING.replace("TEMPLATE", template).replace("NUMBERING", numbering);
    let site = site_with(&[("paper", &text)]);
    site.write(
        "data/papers.yaml",
        "top: {recommendations: {lead: \"{body} is asked to:\"}}\n\
         foot: {like: top, recommendations: {place: foot, heading: RECOMMENDATIONS}}\n",
    );
    site
}

#[test]
fn recommendations_below_the_words_are_the_next_paragraph() {
    for (numbering, number) in [("continuous", "3"), ("section", "2.1")] {
        let main = paper(&asking("foot", numbering));
        let shown = text(&main);
        let end = format!(
            "{number} Cabinet is asked to: (a) agree the plan; and (b) note what it costs."
        );
        assert!(shown.contains(&end), "{shown}");
        assert!(shown.contains("RECOMMENDATIONS"), "{shown}");
        assert!(shown.contains(&format!("See paragraph {number}(a).")), "{shown}");
        assert!(main.contains(&format!("href=\"#para-{number}-a\"")), "{main}");
        assert_eq!(main.matches(&format!("id=\"para-{number}-a\"")).count(), 1);
    }
}

#[test]
fn recommendations_above_the_words_are_lettered_and_can_be_cited() {
    let main = paper(&asking("top", "continuous"));
    let shown = text(&main);
    assert!(shown.contains("Cabinet is asked to: (a) agree the plan; and (b) note"), "{shown}");
    assert!(shown.contains("2 See recommendation (a)."), "they take no number: {shown}");
    assert!(main.contains("href=\"#recommended-a\"") && main.contains("id=\"recommended-a\""));
}

#[test]
fn recommendations_stand_below_the_authors_own_heading_for_them() {
    let site = asking("foot", "continuous");
    site.replace("content/paper.md", "## Introduction", "## RECOMMENDATIONS\n\n## Introduction");
    let shown = text(&paper(&site));
    assert!(shown.contains("1 Cabinet is asked to: (a) agree"), "{shown}");
    assert_eq!(shown.matches("RECOMMENDATIONS").count(), 1, "{shown}");
}

#[test]
fn lists_eight_deep_are_marked_in_turn_and_named_once() {
    let items: String = (0..8).map(|depth| format!("{}1. deep\n", "   ".repeat(depth))).collect();
    let text = format!(
        "---\ntitle: A paper\nkind: paper\nnumbering: continuous\n---\n\nOne.\n\n{items}\nTwo.\n\n{items}\n3. third\n"
    );
    let main = paper(&site_with(&[("paper", &text)]));
    let marks = between(&main, "<span class=\"letter\">(", ")");
    assert_eq!(marks[..8], ["a", "i", "A", "1", "a", "i", "A", "1"]);
    let mut ids = between(&main, " id=\"", "\"");
    assert!(ids.contains(&"para-1-a-i-a-1-a-i-a-1"), "{ids:?}");
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "two parts of the page have one name");
}

#[test]
fn a_list_goes_on_from_the_number_its_author_gives_it() {
    let text = "---\ntitle: A paper\nkind: paper\nnumbering: continuous\n---\n\nOne:\n\n1. first\n2. second\n\nThen. {-}\n\n3. third {#third}\n\nSee {{ para(label=\"third\") }}.\n";
    let main = paper(&site_with(&[("paper", text)]));
    assert_eq!(between(&main, "<span class=\"letter\">(", ")"), ["a", "b", "c"]);
    assert!(main.contains("<a href=\"#para-1-c\">paragraph 1(c)</a>"), "{main}");
}

#[test]
fn appendices_are_called_as_the_template_says_and_linked_to() {
    let words = "---\ntitle: A paper\nkind: paper\ntemplate: own\nappendices:\n  - {title: Plan, id: plan, page: plan.md}\n  \
        - {title: Map, label: Map 1}\n  - {title: Costs, id: costs, file: costs.txt}\n---\n\n\
        See {{ appendix(label=\"plan\") }} and {{ appendix(label=\"costs\") }}.\n";
    let site = site_with(&[("paper", words), ("plan", "---\ntitle: The plan\n---\n\nWords.\n")]);
    site.write("content/costs.txt", "Costs");
    for (style, labels) in [
        ("{word: Annex, by: numbers}", ["Annex 1", "Annex 2"]),
        ("{by: letters}", ["Appendix A", "Appendix B"]),
    ] {
        site.write("data/papers.yaml", format!("own: {{appendices: {style}}}\n"));
        let main = paper(&site);
        let [plan, costs] = labels;
        assert!(main.contains(&format!("<a href=\"../plan/index.html\">{plan}</a>")), "{main}");
        assert!(main.contains(&format!("<a href=\"../costs.txt\">{costs}</a>")), "{main}");
        let list = format!("{plan}: Plan Map 1: Map {costs}: Costs");
        assert!(text(&main).contains(&list), "{}", text(&main));
    }
}

#[test]
fn a_template_that_every_site_has_needs_no_file() {
    let text = "---\ntitle: A letter\nkind: paper\ntemplate: letter\ndate: 2025-10-01\nhead: {to: [Cllr A. N. Example, Civic Centre]}\n\
        contact: [Policy team, 01632 960001]\nsigned: {name: B. Example, role: [Chair, Panel]}\n---\n\n## One\n\nA.\n\n## Two\n\nB.\n\n## Three\n\nC.\n";
    let main = paper(&site_with(&[("paper", text)]));
    let shown = text_of_head(&main);
    assert!(shown.starts_with("Date 1 October 2025 To Cllr A. N. Example Civic Centre"), "{shown}");
    assert!(text_of_back(&main).contains("B. Example Chair Panel"), "{}", text_of_back(&main));
    assert!(!main.contains("class=\"toc\""), "a letter has no contents");
}

fn text_of_head(main: &str) -> String {
    text(main.split("<dl class=\"paper-head\">").nth(1).unwrap_or_default())
}

fn text_of_back(main: &str) -> String {
    text(&main.split("<p class=\"signed\">").nth(1).unwrap_or_default().replace("</span>", " "))
}
