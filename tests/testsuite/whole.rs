//! The whole of an edition on one page, to print, by the real program.

use crate::html::{between, main_part, text};
use crate::support::{TempSite, empty, site};
use std::collections::{BTreeMap, BTreeSet};

type Built = BTreeMap<String, Vec<u8>>;

fn page<'b>(built: &'b Built, path: &str) -> &'b str {
    std::str::from_utf8(&built[path]).unwrap()
}

/// The path that `to` means on the page at `from`.
fn resolved(from: &str, to: &str) -> String {
    let mut names: Vec<&str> = from.split('/').collect();
    names.pop();
    for name in to.split('/') {
        if name == ".." {
            names.pop();
        } else {
            names.push(name);
        }
    }
    names.join("/")
}

/// Asserts that no anchor is there twice, and that every address leads somewhere.
fn assert_whole(built: &Built, path: &str) {
    let html = page(built, path);
    let ids = between(html, " id=\"", "\"");
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len(), "an anchor of {path} is there twice");
    for to in between(html, "href=\"", "\"").into_iter().chain(between(html, "src=\"", "\"")) {
        match to.split_once('#') {
            _ if to.contains(':') => {}
            Some(("", anchor)) => assert!(unique.contains(anchor), "{path} has no #{anchor}"),
            other => {
                let to = resolved(path, other.map_or(to, |(file, _)| file));
                assert!(built.contains_key(&to), "{path} leads to {to}");
            }
        }
    }
    for name in between(html, "aria-labelledby=\"", "\"").iter().flat_map(|it| it.split(' ')) {
        assert!(unique.contains(name), "{path} is named by {name}");
    }
}

/// A cover that leads nowhere.
fn plain_cover() -> String {
    COVER.split("## Health").next().unwrap().to_owned()
}

/// What a page tells in its numbered paragraphs.
fn numbers(html: &str) -> Vec<&str> {
    between(html, "class=\"para-number\"", "</a>")
        .into_iter()
        .map(|part| part.split_once('>').unwrap().1)
        .collect()
}

#[test]
fn the_whole_report_is_its_chapters_in_order() {
    let built = site("example").build(&[]);
    let path = "2024-25/print/index.html";
    let html = page(&built, path);
    assert_whole(&built, path);
    assert_eq!(between(html, "<h1", "</h1>").len(), 1);
    let cover = main_part(page(&built, "2024-25/index.html"));
    let links = between(cover.split("</nav>").next().unwrap(), "href=\"../", "\"");
    let mut written = Vec::new();
    let mut rest = html;
    for chapter in links {
        let slug = chapter.trim_start_matches("2024-25/").trim_end_matches("/index.html");
        let found = rest.split_once(&format!("class=\"whole-chapter\" id=\"{slug}\""));
        rest = found.unwrap_or_else(|| panic!("{slug} is not in its place")).1;
        let own = main_part(page(&built, chapter));
        written.extend(numbers(own));
        let here = rest.split("</section>\n<section class=\"whole-chapter\"").next().unwrap();
        let figures = |html: &str| html.matches("<figure class=\"chart\"").count();
        assert_eq!(figures(here), figures(own), "{slug}");
        let title = text(between(own, "<h1", "</h1>")[0].split_once('>').unwrap().1);
        assert!(text(between(here, "<h2", "</h2>")[0]).ends_with(&title), "{title}");
    }
    assert!(written.len() > 50, "{written:?}");
    assert_eq!(numbers(html), written);
}

#[test]
fn the_files_of_a_chapter_are_its_own() {
    let built = site("example").build(&[]);
    let beside: Vec<&String> =
        built.keys().filter(|path| path.starts_with("2024-25/print/")).collect();
    assert_eq!(beside, ["2024-25/print/index.html"]);
    let html = page(&built, "2024-25/print/index.html");
    assert!(
        html.contains("href=\"../../2024-25/health/chart-1-dental-checks.csv\""),
        "no file of a chart"
    );
}

#[test]
fn the_whole_report_leads_to_the_edition_and_is_not_listed() {
    let built = site("example").build(&[]);
    let html = page(&built, "2024-25/print/index.html");
    assert!(html.contains("<meta name=\"robots\" content=\"noindex\">"));
    let base = "https://www.woldvale.example/corporate-parenting/2024-25/";
    assert!(html.contains(&format!("<link rel=\"canonical\" href=\"{base}\">")));
    for own in ["2024-25/index.html", "2024-25/health/index.html"] {
        let words = "2024-25/print/index.html\">Print the whole report</a>";
        assert!(page(&built, own).contains(words), "{own}");
    }
}

fn edition(pages: &[(&str, &str)]) -> TempSite {
    let site = empty();
    let config = "title: A report\ncouncil: {name: Wold Vale, nation: england}\nlanguages: [en]\n";
    site.write("data/site.yaml", config);
    site.write("content/_index.md", "---\ntitle: A report\n---\nWords.\n");
    for (path, words) in pages {
        site.write(&format!("content/2024-25/{path}.md"), words);
    }
    site
}

const COVER: &str = "---\ntitle: The year\nkind: report\nperiod: 2024-25\nas_at: 2025-09-30\n---\n\n\
                     ## Health\n\nTo [what we do](main.md) and [notes](health.md#health).\n";

#[test]
fn anchors_of_chapters_and_the_cover_never_meet() {
    let main = "---\ntitle: Main\n---\n\n## Health\n\nA note.[^1] [Up](#health) and [on](health.md).\n\n[^1]: One.\n";
    let health = main.replace("Main", "Health").replace("health.md", "main.md#health");
    let built = edition(&[("_index", COVER), ("main", main), ("health", &health)]).build(&[]);
    assert_whole(&built, "2024-25/print/index.html");
    let html = page(&built, "2024-25/print/index.html");
    assert_eq!(html.matches(">One.").count(), 2, "{html}");
}

#[test]
fn words_of_authors_do_not_end_the_style_of_the_sheets() {
    let evil = "---\ntitle: \"</style><b>\\\"}x\"\n---\n\nWords.\n";
    let built = edition(&[("_index", &plain_cover()), ("one", evil)]).build(&[]);
    for path in ["2024-25/one/index.html", "2024-25/print/index.html"] {
        let html = page(&built, path);
        let style = between(html, "<style media=\"print\">", "</style>")[0];
        assert!(!style.contains(['<', '>']), "{style}");
        assert!(style.contains("\\3c /style\\3e \\3c b\\3e \\22 \\7d x"), "{style}");
        assert!(style.contains("\"Page \" counter(page) \" of \" counter(pages)"), "{style}");
    }
}

#[test]
fn a_page_of_the_council_s_own_stands_in_the_place_of_the_whole() {
    let own = "---\ntitle: Printing\n---\n\nOurs.\n";
    let built = edition(&[("_index", &plain_cover()), ("print", own)]).build(&[]);
    assert!(page(&built, "2024-25/print/index.html").contains("<p>Ours.</p>"));
    assert!(!page(&built, "2024-25/index.html").contains("Print the whole report"));
}

#[test]
fn what_is_exempt_is_marked_in_the_whole_report_too() {
    let site = site("example");
    let output = site.run(&["build", "--with-exempt", "-o", "members"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let html = std::fs::read_to_string(site.root().join("members/2024-25/print/index.html"));
    let html = html.unwrap();
    assert!(html.contains("class=\"exempt-strip\"") && html.contains("@top-center"));
    assert!(html.contains("noindex, nofollow, noarchive"));
}
