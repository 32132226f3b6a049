//! What is about what, both ways, and what is tied to nothing.

use crate::html::{elements, main_part, text};
use crate::support::{TempSite, empty};
use std::collections::BTreeMap;

const SITE: &str = "title: Test\ncouncil: {name: Wold Vale Council, nation: NATION}\n";

const OUTCOMES: &str = "\
theme: {id: voice, title: Voice}
outcomes:
  - {id: took-part, title: Took part, unit: percent, polarity: higher-is-better, principles: [FIRST], values: [{period: 2023-24, value: 80}]}
  - {id: dental, title: Dental checks, unit: percent, polarity: higher-is-better, values: [{period: 2023-24, value: 70}]}
";

const PLEDGES: &str = "\
set: {id: promise, kind: pledge, title: Our promise, replaces: first, dropped: [{pledge: first/1, why: Nobody came.}]}
pledges:
  - id: listen
    number: 1
    title: Listen
    wording: {adult: We will listen.}
    principles: [FIRST]
    measured_by: [took-part]
    leads: [{role: Head of Care, name: Ann Lee, in_post: false, successor: Bo Ray}]
    actions:
      - id: a1
        text: Ask every child.
        measure: All were asked.
        due: 2024-06-30
        new_dues: [{due: 2024-12-31, agreed: 2024-07-01, why: Staff were ill.}]
        progress:
          - {date: 2024-03-31, status: on-track, text: Half were asked.}
          - {date: 2025-01-31, status: complete, text: All were asked., evidence: [Count]}
        milestones: [{text: Questions written, due: 2024-02-28, done: 2024-02-10}]
    young_people_say:
      - {date: 2024-05-01, text: Come back and tell us., consent: true, answer: {date: 2024-08-01, text: We write to you., by: The panel}}
      - {date: 2024-06-01, text: Ask us sooner., consent: true}
  - {id: teeth, number: 2, title: Teeth, wording: {child: We will help you see a dentist.}}
";

const FIRST: &str = "\
set: {id: first, kind: pledge, title: Our first promise}
pledges:
  - {id: trips, number: 1, title: Trips, wording: {adult: We will go out.}, principles: [FIRST]}
";

const REVIEW: &str = "\
review: {id: review, title: Homes, body: Panel, date: 2024-01-10}
recommendations:
  - {number: 1, text: Find homes., about: [promise/1], measured_by: [took-part], principles: [SECOND]}
  - {number: 2, text: Find more homes., superseded_by: review/1}
";

const MEETINGS: &str = "\
meetings:
  - id: cabinet
    body: Cabinet
    date: 2024-09-01
    items:
      - number: 6
        title: The report
        resolved:
          - {letter: a, text: That homes be found., about: [review/1, promise/listen, promise/1]}
          - {letter: b, text: That the report be noted., no_action: It is only noted.}
        actions: [{text: Write to all., about: [promise/1]}]
";

/// A site of `nation`, whose first two principles are `slugs`.
fn project(nation: &str, [first, second]: [&str; 2]) -> TempSite {
    let site = empty();
    let write = |path: &str, text: &str| {
        let text = text.replace("NATION", nation).replace("FIRST", first);
        site.write(path, text.replace("SECOND", second));
    };
    write("data/site.yaml", SITE);
    write("data/outcomes/voice.yaml", OUTCOMES);
    write("data/pledges/promise.yaml", PLEDGES);
    write("data/pledges/first.yaml", FIRST);
    write("data/recommendations/review.yaml", REVIEW);
    write("data/meetings.yaml", MEETINGS);
    write("content/_index.md", "---\ntitle: Home\n---\n");
    write(
        "content/minutes.md",
        "---\ntitle: Minutes\nkind: minutes\nmeeting: cabinet\nitem: 6\n---\n",
    );
    write(
        "content/2023-24/_index.md",
        "---\ntitle: The report\nkind: report\nperiod: 2023-24\nas_at: 2024-07-31\n---\n\n```pledges\n```\n\n```you-said-we-did\n```\n\n```recommendations\nreview: review\n```\n",
    );
    site
}

fn england() -> BTreeMap<String, Vec<u8>> {
    project("england", ["views", "heard"]).build(&[])
}

fn page(built: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    main_part(std::str::from_utf8(&built[path]).unwrap()).to_owned()
}

/// The term of `part` called `name`, as words, and its addresses.
fn fact(part: &str, name: &str) -> Option<(String, Vec<String>)> {
    let terms = part.split("<dt>").skip(1);
    let term = terms.filter(|term| term.starts_with(name)).last()?;
    let said = term.split("<dd>").nth(1)?.split("</dd>").next()?;
    let to = said.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    Some((text(said), to.map(str::to_owned).collect()))
}

#[test]
fn every_tie_is_shown_at_both_ends() {
    let built = england();
    let pledge = page(&built, "pledge/index.html");
    let listen = pledge.split("id=\"pledge-listen\"").nth(1).unwrap();
    let listen = listen.split("</article>").next().unwrap();
    let (words, to) = fact(listen, "Recommendations about it").unwrap();
    assert_eq!(words, "Homes: Recommendation 1");
    assert!(to[0].ends_with("recommendations/review/index.html#rec-review-1"), "{to:?}");
    let (words, to) = fact(listen, "Decisions about it").unwrap();
    assert!(
        words.contains("item 6, resolution a") && words.contains("item 6, action 1"),
        "{words}"
    );
    assert_eq!(to.len(), 2, "a decision that names it twice is told once: {words}");
    assert!(to[0].ends_with("minutes/index.html#resolved-cabinet-6-a"), "{to:?}");
    assert!(
        fact(listen, "In law").unwrap().1[0]
            .ends_with("about/principles/index.html#principle-views")
    );

    let review = page(&built, "recommendations/review/index.html");
    let (first, second) = review.split_once("id=\"rec-review-2\"").unwrap();
    assert_eq!(
        fact(first, "About").unwrap().0,
        "Our promise to you: Listen".replace(" to you", "")
    );
    assert!(fact(first, "Measured by").unwrap().0.starts_with("Took part"));
    assert!(fact(first, "Decisions about it").unwrap().0.contains("resolution a"));
    assert!(fact(first, "In law").is_some());
    assert_eq!(fact(second, "Replaced by").unwrap().0, "Homes: Recommendation 1");

    let outcome = page(&built, "outcomes/took-part/index.html");
    let (words, to) = fact(&outcome, "What it measures").unwrap();
    assert!(words.contains("Listen") && words.contains("Recommendation 1"), "{words}");
    assert_eq!(to.len(), 2);

    let minutes = page(&built, "minutes/index.html");
    assert!(minutes.contains("id=\"asked-cabinet-6-1\""));
    assert!(fact(&minutes, "Nothing to be done").unwrap().0.contains("only noted"));
    assert!(minutes.contains("#rec-review-1") && minutes.contains("#pledge-listen"));
}

#[test]
fn an_edition_shows_the_ties_that_were_known_then() {
    let edition = page(&england(), "2023-24/index.html");
    assert!(edition.contains("Recommendations about it"));
    assert!(!edition.contains("Decisions about it"), "a later decision is there");
    assert!(!edition.contains("We write to you."), "a later answer is there");
    assert!(
        edition.contains("Young people told us 2 things. We have not answered any of them yet.")
    );
}

#[test]
fn what_serves_a_principle_is_counted_and_what_serves_nothing_is_said() {
    let built = england();
    let principles = page(&built, "about/principles/index.html");
    let rows: Vec<String> =
        elements(&principles, "<tr", "</tr>").iter().map(|row| text(row)).collect();
    let row = |start: &str| rows.iter().find(|row| row.starts_with(start)).unwrap().clone();
    let counts = |row: String| {
        let numbers: Vec<String> =
            row.split_whitespace().rev().take(4).map(str::to_owned).collect();
        numbers.into_iter().rev().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(rows.len(), 9, "{rows:?}");
    assert_eq!(counts(row("(b)")), "1 1 0 2", "the promise that was replaced does not count");
    assert_eq!(counts(row("(c)")), "0 0 1 1");
    assert_eq!(counts(row("(a)")), "0 0 0 0");
    assert_eq!(counts(row("Any of them")), "1 1 1 2");
    let words = text(&principles);
    assert!(words.contains("Children and Social Work Act 2017, section 1(1)(g)"));
    assert_eq!(words.matches("Nothing in this record serves it.").count(), 5);
    assert!(words.contains("No outcome measures 1 of 2 commitments."), "{words}");
    assert!(words.contains("1 of 2 outcomes measures no commitment."), "{words}");
    assert!(words.contains("1 of 2 recommendations names no commitment"), "{words}");
}

#[test]
fn each_nation_has_the_list_of_its_own_law() {
    for (nation, slugs, place, paragraphs) in [
        ("scotland", ["alert", "assess"], "(Scotland) Act 2014, section 58(1)(f)", 6),
        ("wales", ["health", "rights"], "(Wales) Act 2014, section 2(2)(h)", 8),
        ("northern-ireland", ["play", "rights"], "(Northern Ireland) 2015, section 1(2)(h)", 8),
    ] {
        let built = project(nation, slugs).build(&[]);
        let words = text(&page(&built, "about/principles/index.html"));
        assert!(words.contains(place), "{nation}: {words}");
        assert!(words.matches("Act").count() >= paragraphs, "{nation}");
        let claims = !words.contains("no list of corporate parenting principles");
        assert_eq!(claims, nation == "scotland", "{nation}");
    }
    let wales = project("wales", ["views", "heard"]);
    assert_eq!(wales.run(&["build"]).status.code(), Some(1), "the law of another nation is taken");
}

#[test]
fn what_young_people_said_stands_beside_the_answer_or_says_that_there_is_none() {
    let built = england();
    let said = text(&page(&built, "pledge/you-said-we-did/index.html"));
    assert!(
        said.contains("We have answered 1 of the 2 things that young people told us."),
        "{said}"
    );
    assert!(said.contains("We write to you.") && said.contains("Answered by The panel"), "{said}");
    assert_eq!(said.matches("We have not answered this yet.").count(), 1);
    for path in ["pledge/index.html", "pledge/young-people/index.html"] {
        assert!(page(&built, path).contains("you-said-we-did/index.html"), "{path}");
    }
}

#[test]
fn a_register_is_shown_in_full() {
    let built = england();
    let pledge = text(&page(&built, "pledge/index.html"));
    for words in [
        "Ann Lee, Head of Care has left; Bo Ray has taken over",
        "How we will know: All were asked.",
        "New date: 31 December 2024",
        "(reached 10 February 2024)",
        "Trips: Nobody came.",
        "Complete",
    ] {
        assert!(pledge.contains(words), "{words}: {pledge}");
    }
    let edition = page(&england(), "2023-24/index.html");
    let then = edition.split("<table class=\"stack actions\">").nth(1).unwrap();
    let then = text(then.split("</table>").next().unwrap());
    assert!(then.contains("On track") && !then.contains("Complete"), "{then}");
}

#[test]
fn lists_take_from_every_review_and_meeting_and_name_it() {
    let project = project("england", ["views", "heard"]);
    let block = |name: &str, keys: &str| format!("\n```{name}\n{keys}\n```\n");
    let lists = [
        block("recommendations", "principle: heard"),
        block("recommendations", "review: review"),
        block("actions", "lead: Head of Care"),
        block("actions", "open: false"),
        block("actions", "meeting: cabinet"),
        block("pledges", "lead: bo ray"),
    ];
    project.write("content/lists.md", format!("---\ntitle: Lists\n---\n{}", lists.concat()));
    let actions = "due: 2024-06-30\n        new_dues";
    project.replace(
        "data/pledges/promise.yaml",
        actions,
        &format!("leads: [Head of Care]\n        {actions}"),
    );
    let lists = page(&project.build(&[]), "lists/index.html");
    let ids: Vec<&str> =
        lists.split(" id=\"").skip(1).filter_map(|id| id.split('"').next()).collect();
    let distinct: std::collections::BTreeSet<&&str> = ids.iter().collect();
    assert_eq!(ids.len(), distinct.len(), "{ids:?}");
    assert_eq!(lists.matches("class=\"rec\"").count(), 1 + 2);
    assert_eq!(
        lists.matches("class=\"rec-of\"").count(),
        1,
        "the review is named where none is asked for"
    );
    let tables = elements(&lists, "<table", "</table>");
    let rows = |table: &str| text(table).matches("For:").count();
    assert_eq!(tables[..3].iter().map(|table| rows(table)).collect::<Vec<_>>(), [1, 1, 1]);
    assert!(text(tables[0]).contains("For: Our promise: Listen"));
    assert!(text(tables[2]).contains("For: Cabinet, 1 September 2024: item 6, action 1"));
    assert_eq!(lists.matches("class=\"pledge\"").count(), 1, "a lead is found by who took over");
}
