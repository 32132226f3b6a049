//! Exempt material is nowhere in what is for the public, and all of it in what
//! is for those who may see it.

use crate::support::{TempSite, repository, site, tree};
use std::collections::BTreeMap;

/// The example with exempt material of every kind.
fn with_exempt() -> TempSite {
    let project = site("example");
    let material = repository().join("tests/exempt");
    for (path, bytes) in tree(&material.join("added")) {
        project.write(&path, bytes);
    }
    for (path, bytes) in tree(&material.join("appended")) {
        let mut text = std::fs::read(project.root().join(&path)).unwrap();
        text.extend(bytes);
        project.write(&path, text);
    }
    project
}

/// The planted words, each with its form.
fn planted() -> Vec<(String, String)> {
    let list = std::fs::read_to_string(repository().join("tests/exempt/planted.txt")).unwrap();
    let pair = |line: &str| line.split_once(": ").map(|(word, form)| (word.into(), form.into()));
    list.lines().map(|line| pair(line).unwrap()).collect()
}

/// A file in every form that a reader or a program could read it: as it is,
/// without its tags, without entities, with percent signs read, without marks.
fn forms(path: &str, bytes: &[u8]) -> Vec<String> {
    let raw = format!("{path}\n{}", String::from_utf8_lossy(bytes)).to_lowercase();
    let mut untagged = String::new();
    let mut within = false;
    for c in raw.chars() {
        within = (within || c == '<') && c != '>';
        untagged.extend((!within && c != '>').then_some(c));
    }
    let mut entities = raw.clone();
    for code in 32..127_u32 {
        let c = char::from_u32(code).unwrap().to_string();
        entities = entities.replace(&format!("&#{code};"), &c);
        entities = entities.replace(&format!("&#x{code:x};"), &c);
        entities = entities.replace(&format!("%{code:x}"), &c);
    }
    let bare: String = untagged.chars().filter(|c| c.is_alphanumeric()).collect();
    let digits = raw.replace(',', "");
    vec![raw, untagged, entities, bare, digits]
}

/// Which planted words stand in a build, in any form of any file or name.
fn found(built: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let words = planted();
    let mut found = vec![None; words.len()];
    for (path, bytes) in built {
        let forms = forms(path, bytes);
        for ((word, form), place) in words.iter().zip(&mut found) {
            if place.is_none() && forms.iter().any(|form| form.contains(word)) {
                *place = Some(format!("{word} ({form}) in {path}"));
            }
        }
    }
    found.into_iter().flatten().collect()
}

/// Builds what members see, into `members`.
fn for_members(project: &TempSite) -> BTreeMap<String, Vec<u8>> {
    let output = project.run(&["build", "--with-exempt", "-o", "members"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    tree(&project.root().join("members"))
}

#[test]
fn none_of_forty_planted_words_is_in_a_public_build_and_all_are_in_one_for_members() {
    let project = with_exempt();
    assert!(planted().len() >= 40);
    let public = project.build(&[]);
    assert_eq!(found(&public), [""; 0]);
    let members = for_members(&project);
    let seen = found(&members);
    let missing: Vec<_> = planted()
        .into_iter()
        .filter(|(word, _)| !seen.iter().any(|place| place.starts_with(word)))
        .collect();
    assert!(missing.is_empty(), "the search cannot see {missing:?}");
}

#[test]
fn a_public_build_is_the_build_of_the_site_without_exempt_material() {
    let (project, plain) = (with_exempt(), site("example"));
    let (built, without) = (project.build(&[]), plain.build(&[]));
    let differ: Vec<_> = without
        .keys()
        .chain(built.keys())
        .filter(|path| built.get(*path) != without.get(*path))
        .collect();
    assert!(differ.is_empty(), "{differ:?}");
    for arguments in [&["check"][..], &["freeze", "2024-25"], &["diff", "2023-24", "2024-25"]] {
        let output = project.run(arguments);
        let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).to_lowercase();
        let told: Vec<_> = planted().into_iter().filter(|(word, _)| said.contains(word)).collect();
        assert!(output.status.success() && told.is_empty(), "{arguments:?}: {told:?}\n{said}");
    }
}

/// A page under embargo until 2026, with pictures and links of its own.
const LATER: &str = "---
title: Smithsonite award
order: 6
summary: A stichtite prize is to be given.
publish_from: 2026-03-01
---

## The tephroite evening

The wulfenite prize goes to somebody whom nobody would guess before the day.

![A villiaumite cup](zincite-cup.svg)
";

#[test]
fn a_page_under_embargo_is_nowhere_until_its_day() {
    let words =
        ["smithsonite", "adamite", "stichtite", "tephroite", "wulfenite", "villiaumite", "zincite"];
    let (project, plain) = (site("example"), site("example"));
    project.write("content/adamite-award.md", LATER);
    project.write("content/zincite-cup.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    let on = |project: &TempSite, day: &str, arguments: &[&str]| {
        let seconds = if day == "before" { "1767225600" } else { "1788220800" };
        let output = std::process::Command::new(crate::support::binary())
            .args([&["build", "-q"], arguments].concat())
            .current_dir(project.root())
            .env("SOURCE_DATE_EPOCH", seconds)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        (output.status.code(), said, tree(&project.root().join("public")))
    };
    let holds = |built: &BTreeMap<String, Vec<u8>>, word: &str| {
        built.iter().any(|(path, bytes)| forms(path, bytes).iter().any(|form| form.contains(word)))
    };
    let (code, said, early) = on(&project, "before", &[]);
    assert_eq!(code, Some(0), "{said}");
    assert!(words.iter().all(|word| !holds(&early, word)));
    assert!(early == on(&plain, "before", &[]).2, "something is otherwise where it is there");
    let (_, _, late) = on(&project, "after", &[]);
    assert!(words.iter().all(|word| holds(&late, word)));

    let page = "content/2024-25/health.md";
    let text = std::fs::read_to_string(project.root().join(page)).unwrap();
    project.write(page, format!("{text}\n## Smithsonite award\n\nIt comes in spring.\n"));
    let (code, said, _) = on(&project, "before", &[]);
    assert!(code == Some(3) && said.contains("error[D022]") && said.contains(page), "{said}");
    assert_eq!(on(&project, "after", &[]).0, Some(0));
    let accepted = "publish_from: 2026-03-01\naccept: {D022: the award is announced}";
    project.replace("content/adamite-award.md", "publish_from: 2026-03-01", accepted);
    assert_eq!(on(&project, "before", &[]).0, Some(0));
}

#[test]
fn every_page_for_members_says_what_it_is() {
    let project = with_exempt();
    let members = for_members(&project);
    assert!(members.contains_key("EXEMPT-NOT-FOR-PUBLICATION.txt"));
    for (path, bytes) in members.iter().filter(|(path, _)| path.ends_with(".html")) {
        let text = String::from_utf8_lossy(bytes);
        let says = ["<meta name=\"robots\" content=\"noindex", "exempt-watermark", "@top-center"];
        for mark in says.iter().chain(&["Exempt: not for publication"]) {
            assert!(text.contains(mark), "{path} lacks {mark}");
        }
    }
    let page = |path: &str| String::from_utf8_lossy(&members[path]).into_owned();
    let paper = page("papers/axinite-fees/index.html");
    assert!(
        paper.contains("Paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972")
    );
    assert!(paper.contains("This page is exempt") && paper.contains("eudialyte"));
    assert!(page("kainosite/first/index.html").contains("They show who somebody is."));
    assert!(page("2024-25/stability/index.html").contains("No reader is served"));
    for (path, reason) in [
        ("outcomes/rhodizite-nights/index.html", "It is a price in confidence."),
        ("papers/axinite-fees/index.html", "It shows who offers what."),
        ("minutes-8/index.html", "It is about a tender."),
        ("recommendations/scrutiny-2024/index.html", "It is about one provider."),
        ("pledge/pledge-2023/index.html", "It is about talks with staff."),
    ] {
        assert!(page(path).contains(reason), "{path} does not say: {reason}");
    }
}

#[test]
fn a_public_part_that_gives_exempt_material_away_stops_the_build() {
    let project = with_exempt();
    let before = project.build(&[]);
    let page = "content/2024-25/health.md";
    let text = std::fs::read_to_string(project.root().join(page)).unwrap();
    for (leak, code) in [
        ("We agreed the heliodor *terms* in May.", "D022"),
        ("The HELIODOR\nterms are agreed.", "D022"),
        ("As they said, the price was offered by axinite-fees.", "D022"),
        ("It said that the “ferberite home” would take six children, from the spring.", "D022"),
        ("One of our children lives in the grandidierite house beyond the county border.", "D022"),
        ("[Terms](../papers/axinite-fees.md)", "D002"),
        ("It was {{ value(id=\"rhodizite-nights\") }}.", "D021"),
        ("```table\nid: okenite-beds\n```", "D021"),
        ("```chart\noutcome: rhodizite-nights\ntitle: A price\n```", "D021"),
    ] {
        project.write(page, format!("{text}\n{leak}\n"));
        for command in if code == "D002" { &["build", "check"][..] } else { &["build"] } {
            let output = project.run(&[command]);
            let said = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(3), "{leak}: {said}");
            assert!(said.contains(&format!("error[{code}]")), "{leak}: {said}");
            assert!(said.contains(&format!("--> {page}:")), "{leak}: {said}");
        }
        assert!(tree(&project.root().join("public")) == before, "{leak}");
    }
}

#[test]
fn an_edition_under_embargo_may_share_words_with_those_before_it() {
    let project = site("example");
    for (path, text) in tree(&project.root().join("content/2024-25")) {
        let text = String::from_utf8(text).unwrap();
        let text = text.replace("as_at: 2025-", "publish_from: 2999-01-01\nas_at: 2026-");
        project.write(&format!("content/2025-26/{path}"), text.replace("{#", "{#next-"));
    }
    let output = project.run(&["build"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!said.contains("D022"), "{said}");
}

#[test]
fn a_public_paper_has_no_exempt_appendix() {
    let project = with_exempt();
    let paper = "content/papers/cabinet-2025-10-09.md";
    project.replace(
        paper,
        "appendices:\n",
        "appendices:\n  - {title: Prices, page: axinite-fees.md}\n",
    );
    let output = project.run(&["check"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.code() == Some(3) && said.contains("error[D002]"), "{said}");
}

#[test]
fn words_may_be_public_if_their_exemption_says_so() {
    let project = with_exempt();
    let page = "content/2024-25/health.md";
    let text = std::fs::read_to_string(project.root().join(page)).unwrap();
    project.write(page, format!("{text}\nThe Heliodor terms were heard in private.\n"));
    project.replace(
        "content/papers/axinite-fees.md",
        "exemption:\n",
        "exemption:\n  also_public: [Heliodor terms]\n",
    );
    project.build(&[]);
}

#[test]
fn mistakes_within_exempt_material_are_found() {
    for (path, old, new, said_at) in [
        ("content/papers/axinite-fees.md", "https://jadarite.example/report", "nowhere.md", ":30:"),
        ("content/2024-25/stability.md", "pezzottaite school", "{{ value(id=\"nothing\") }}", ":"),
        ("data/tables/care-leavers.yaml", "okenite-beds\n", "care-leavers-accommodation\n", ":20:"),
    ] {
        let project = with_exempt();
        let text = std::fs::read_to_string(project.root().join(path)).unwrap();
        assert!(text.contains(old), "{path}");
        project.write(path, text.replace(old, new));
        let output = project.run(&["check"]);
        let said = String::from_utf8_lossy(&output.stderr);
        let place = format!("--> {path}{said_at}");
        assert!(!output.status.success() && said.contains(&place), "{place}: {said}");
    }
}

#[test]
fn a_directory_holds_one_kind_of_build() {
    let project = site("herefordshire-2018");
    let build = |arguments: &[&str]| {
        let output = project.run(&[&["build"], arguments].concat());
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let kinds: [&[&str]; 3] = [&[], &["--drafts"], &["--with-exempt"]];
    for (at, kind) in kinds.iter().enumerate() {
        let folder = format!("out-{at}");
        let into = [*kind, &["-o", &folder]].concat();
        assert_eq!(build(&into).0, Some(0));
        let before = tree(&project.root().join(&folder));
        for other in kinds.iter().filter(|other| *other != kind) {
            let (code, said) = build(&[*other, &["-o", &folder]].concat());
            assert!(code == Some(3) && said.contains("error[D023]"), "{said}");
            assert!(tree(&project.root().join(&folder)) == before);
        }
        assert_eq!(build(&into).0, Some(0));
    }
    assert_eq!(build(&["--with-exempt"]).0, Some(2), "a directory must be named");
    assert_eq!(build(&["--with-exempt", "--drafts", "-o", "both"]).0, Some(2));
}

#[test]
fn a_directory_of_an_earlier_version_is_for_the_public_or_a_draft() {
    let project = site("herefordshire-2018");
    for (kind, other) in
        [(&[][..], "--drafts"), (&["--drafts"][..], "--base-url=https://a.example/")]
    {
        let into = [&["build"], kind, &["-o", "old"]].concat();
        assert!(project.run(&into).status.success());
        let record = ".old.pledgebook/manifest.json";
        let text = std::fs::read_to_string(project.root().join(record)).unwrap();
        let older: Vec<_> = text.lines().filter(|line| !line.contains("\"wrote\"")).collect();
        assert!(older.len() + 1 == text.lines().count());
        project.write(record, older.join("\n"));
        let refused = project.run(&["build", other, "-o", "old"]);
        assert_eq!(refused.status.code(), Some(3), "{kind:?}");
        assert!(project.run(&into).status.success());
        project.remove("old");
        project.remove(".old.pledgebook");
    }
}
