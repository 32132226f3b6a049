//! The accessibility statement: the model's headings and words, the bodies of
//! each nation, what the build checked, and nothing claimed that is not
//! recorded.

use crate::html::{between, elements, main_part, text};
use crate::support::{TempSite, copy, empty, repository, site};

const PAGE: &str = "about/accessibility/index.html";

/// What fails, what would be a burden, and what the law leaves out.
const EXCEPTIONS: [&str; 3] = [
    "{what: One film has no captions., why: non-compliance, criterion: \"1.2.2\", because: It was made long ago., \
     alternative: Ask us for a script., fix_by: 2027-03-31}",
    "{what: Old plans are pictures., why: disproportionate-burden, criterion: \"1.4.5\", \
     assessment: {date: 2026-05-02, summary: It would cost a post for a year.}}",
    "{what: Papers from before 2018 are scans., why: not-within-scope}",
];

fn small(nation: &str, more: &str) -> TempSite {
    let site = empty();
    let head = format!(
        "title: Our report\ncouncil: {{name: Test Council, nation: {nation}}}\ngenerate: [about]\n\
         contact: {{name: Care Team, email: care@test.example}}\n"
    );
    site.write("data/site.yaml", head + more);
    site.write("content/_index.md", "---\ntitle: Our report\n---\nWelcome.\n");
    site
}

fn page(site: &TempSite) -> String {
    let built = site.build(&[]);
    main_part(std::str::from_utf8(&built[PAGE]).unwrap()).to_owned()
}

fn block(status: &str, audit: &str, exceptions: &[&str]) -> String {
    let exceptions = exceptions.join(",\n    ");
    format!(
        "accessibility:\n  status: {status}\n  prepared: 2026-06-01\n{audit}  exceptions: [{exceptions}]\n"
    )
}

fn headings(page: &str) -> Vec<String> {
    let mut found: Vec<(usize, String)> = Vec::new();
    for level in ["h2", "h3"] {
        for heading in elements(page, &format!("<{level}"), &format!("</{level}>")) {
            let at = heading.as_ptr() as usize - page.as_ptr() as usize;
            found.push((at, text(heading)));
        }
    }
    found.sort();
    found.into_iter().map(|(_, words)| words).collect()
}

#[test]
fn the_headings_are_those_of_the_model_in_its_order() {
    for nation in ["england", "wales", "scotland", "northern-ireland"] {
        let site = small(nation, &block("partial", "", &EXCEPTIONS));
        assert_eq!(
            headings(&page(&site)),
            [
                "How accessible this website is",
                "Feedback and contact information",
                "Reporting accessibility problems with this website",
                "Enforcement procedure",
                "Technical information about this website’s accessibility",
                "Compliance status",
                "Non-accessible content",
                "Non-compliance with the accessibility regulations",
                "Disproportionate burden",
                "Content that is not within the scope of the accessibility regulations",
                "Preparation of this accessibility statement",
                "Checks made each time this site is built",
            ],
            "{nation}"
        );
    }
}

#[test]
fn each_nation_names_who_enforces_the_law_there() {
    let great_britain =
        ["Equality and Human Rights Commission (EHRC)", "equalityadvisoryservice.com"];
    let northern_ireland =
        ["Equality Commission for Northern Ireland (ECNI)", "https://www.equalityni.org/"];
    let all = [
        ("england", great_britain, northern_ireland),
        ("wales", great_britain, northern_ireland),
        ("scotland", great_britain, northern_ireland),
        ("northern-ireland", northern_ireland, great_britain),
    ];
    for (nation, named, others) in all {
        let page = page(&small(nation, &block("partial", "", &EXCEPTIONS[..1])));
        for body in named {
            assert!(page.contains(body), "{nation} does not name {body}");
        }
        for body in others {
            assert!(!page.contains(body), "{nation} names {body}");
        }
        assert!(page.contains("https://www.legislation.gov.uk/uksi/2018/952/part/5"), "{nation}");
        assert_eq!(page.contains("contactscotland-bsl.org"), nation == "scotland", "{nation}");
        assert!(!page.contains("fully compliant"), "{nation}");
    }
}

#[test]
fn welsh_is_spoken_of_in_wales_where_the_site_has_it() {
    let statement = block("partial", "", &EXCEPTIONS[..1]);
    let says = |nation: &str, languages: &str| {
        page(&small(nation, &format!("languages: {languages}\n{statement}"))).contains("Welsh")
    };
    assert!(says("wales", "[en, cy]"));
    assert!(!says("wales", "[en]"));
    assert!(!says("england", "[en, cy]"));
}

#[test]
fn all_that_is_known_of_an_exception_is_told() {
    let page = text(&page(&small("england", &block("partial", "", &EXCEPTIONS))));
    for words in [
        "One film has no captions. It was made long ago. This fails WCAG 2.2 success criterion 1.2.2 \
         Captions (Prerecorded). In its place: Ask us for a script. We plan to put it right by 31 March 2027.",
        "success criterion 1.4.5 Images of Text. We assessed on 2 May 2026 whether putting it right would be a \
         disproportionate burden: It would cost a post for a year.",
        "due to the non-compliances and exemptions listed below",
        "This accessibility statement applies to Our report.",
        "This statement was prepared on 1 June 2026.",
        "No test of this website by people has been recorded yet.",
    ] {
        assert!(page.contains(words), "{words}\n{page}");
    }
}

#[test]
fn what_the_status_is_due_to_is_what_is_listed() {
    let due = |exceptions: &[&str]| {
        let page = text(&page(&small("england", &block("none", "", exceptions))));
        between(&page, "AA standard. ", " listed below.")[0].to_owned()
    };
    assert_eq!(due(&EXCEPTIONS[..1]), "The non-compliances are");
    assert_eq!(due(&EXCEPTIONS[2..]), "The exemptions are");
}

#[test]
fn tests_and_audits_are_told_apart() {
    let more = "  feedback_days: 5\n  form: https://test.example/ask\n  improving: We write captions.\n  scope: The report alone\n\
                \x20 tested: {date: 2026-05-01, by: the web team, method: self-assessment, sample: The ten most read.}\n\
                \x20 audit: {date: 2026-05-20, by: Auditors Ltd, scope: Every page., report: https://test.example/audit}\n";
    let page = page(&small("england", &block("partial", more, &EXCEPTIONS[..1])));
    let words = text(&page);
    for told in [
        "applies to The report alone.",
        "last tested on 1 May 2026. The test was carried out by the web team. It was a self-assessment by the council. \
         Pages that were tested: The ten most read.",
        "audited on 20 May 2026 against WCAG 2.2 AA. The audit was carried out by Auditors Ltd.",
        "We will answer within 5 working days.",
        "We write captions.",
    ] {
        assert!(words.contains(told), "{told}\n{words}");
    }
    assert!(page.contains("href=\"https://test.example/audit\"") && page.contains("/ask\""));
    assert!(!words.contains("No test of this website"));
}

#[test]
fn a_site_of_which_nothing_is_said_says_that_it_was_not_tested() {
    let site = small("england", "");
    let page = text(&page(&site));
    assert!(page.contains("This website has not been tested"), "{page}");
    assert!(!page.contains("You should be able to"), "{page}");
    let strict = site.run(&["build", "--strict"]);
    assert!(String::from_utf8_lossy(&strict.stderr).contains("A030"));
}

#[test]
fn full_compliance_is_said_after_an_audit_alone() {
    let audits = [("", false), ("WCAG 2.1 AA", false), ("WCAG 2.2 AA", true)];
    let lists: [&[usize]; 6] = [&[], &[0], &[1], &[2], &[0, 2], &[1, 2]];
    let mut said = 0;
    for status in ["full", "partial", "none"] {
        for (standard, is_enough) in audits {
            for list in lists {
                let audit =
                    format!("  audit: {{date: 2026-05-01, by: Us, standard: {standard}}}\n");
                let audit = if standard.is_empty() { "" } else { &audit };
                let listed: Vec<&str> = list.iter().map(|at| EXCEPTIONS[*at]).collect();
                let site = small("wales", &block(status, audit, &listed));
                let built = site.run(&["build"]).status.success();
                let may = status == "full" && is_enough && list.iter().all(|at| *at == 2);
                assert_eq!(built, status != "full" || may, "{status} {standard} {list:?}");
                let claims = built && page(&site).contains("fully compliant");
                assert_eq!(claims, may, "{status} {standard} {list:?}");
                said += usize::from(claims);
            }
        }
    }
    assert_eq!(said, 2);
}

#[test]
fn the_checks_of_the_build_are_counted() {
    let built = site("example").build(&[]);
    let page = text(main_part(std::str::from_utf8(&built[PAGE]).unwrap()));
    let pages = built.keys().filter(|path| path.ends_with(".html")).count();
    assert!(page.contains(&format!("{pages} in all this time")), "{pages}: {page}");
    assert!(page.contains("pictures without a description"), "{page}");
    assert!(page.contains("found nothing else of this kind"), "{page}");
}

#[test]
fn warnings_that_are_left_are_counted() {
    let site = empty();
    copy(&repository().join("tests/errors/base"), site.root());
    let title = "This is a title which says so much that nobody who is in a hurry will read it all";
    let chart = format!("```chart\noutcome: setting-up-home\ntitle: {title}\n```\n");
    site.write("content/2024-25/more.md", format!("---\ntitle: More\n---\nWords.\n\n{chart}"));
    assert!(text(&page(&site)).contains("1 warning of this kind that has not been put right"));
}

#[test]
fn every_page_leads_to_the_statement() {
    let built = site("example").build(&[]);
    let is_page = |path: &str| path.ends_with(".html");
    for (path, bytes) in built.iter().filter(|(path, _)| is_page(path)) {
        let page = String::from_utf8_lossy(bytes);
        let footer = elements(&page, "<footer", "</footer>").concat();
        assert!(footer.contains("about/accessibility/index.html"), "{path}");
    }
}
