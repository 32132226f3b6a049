//! `new`: what next year starts from.

use crate::support::{TempSite, empty, site, tree};
use std::collections::BTreeMap;
use std::fs;

/// A fresh copy of a project, by name; `starter` is what `init` writes.
fn project(name: &str) -> TempSite {
    if name != "starter" {
        return site(name);
    }
    let project = empty();
    assert!(project.run(&["init"]).status.success());
    project
}

/// What a run says of the project: the exit code, and each finding as JSON.
fn findings(project: &TempSite, arguments: &[&str]) -> (Option<i32>, Vec<serde_json::Value>) {
    let output = project.run(&[arguments, &["--format", "json"]].concat());
    let said = String::from_utf8(output.stdout).unwrap();
    (output.status.code(), said.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

/// The standard error stream of a run that must end with this exit code.
fn refused(project: &TempSite, arguments: &[&str], code: i32) -> String {
    let output = project.run(arguments);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {said}");
    said
}

fn started(project: &TempSite, arguments: &[&str]) {
    let output = project.run(&[&["new"], arguments].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Every finding is a note of this severity, or warns of a promise that is
/// judged on the new edition's day.
fn only_notes(found: &[serde_json::Value], severity: &str) {
    let of_a_day = |one: &&serde_json::Value| {
        one["severity"] == "warning" && one["code"].as_str().unwrap().starts_with('R')
    };
    let notes: Vec<_> = found.iter().filter(|one| !of_a_day(one)).collect();
    assert!(!notes.is_empty());
    for one in notes {
        assert_eq!(one["code"], "E010", "{one}");
        assert_eq!(one["severity"], severity, "{one}");
        assert!(one["file"].is_string() && one["line"].is_u64(), "{one}");
    }
}

/// Puts words in the place of every note of what is to be written, as an
/// officer would.
fn write_what_was_asked_for(project: &TempSite, room: &str) {
    for (path, bytes) in tree(&project.root().join(room)) {
        let Ok(text) = String::from_utf8(bytes) else { continue };
        if text.contains("[!WRITE]") {
            project.write(&format!("{room}/{path}"), written(&text));
        }
    }
}

fn written(text: &str) -> String {
    let mut lines = Vec::new();
    let mut in_note = false;
    for line in text.lines() {
        in_note = line.trim_start().starts_with('>') && (in_note || line.contains("[!WRITE]"));
        match (in_note, line.contains("[!WRITE]")) {
            (true, true) => lines.push(line.replace("> [!WRITE]", "Words.")),
            (true, false) => {}
            (false, _) => lines.push(line.to_owned()),
        }
    }
    lines.join("\n") + "\n"
}

/// The fences and headings of a page, in order.
fn frame_of(text: &str) -> Vec<String> {
    let (mut frame, mut fence) = (Vec::new(), None::<String>);
    for line in text.lines() {
        match (&mut fence, line.starts_with("```")) {
            (None, true) => fence = Some(line.to_owned()),
            (None, false) if line.starts_with('#') => frame.push(line.to_owned()),
            (None, false) => {}
            (Some(open), true) => {
                frame.push(std::mem::take(open));
                fence = None;
            }
            (Some(open), false) => {
                // A headline goes on as a comment.
                let line = line.strip_prefix("# ").unwrap_or(line);
                open.push_str(&format!("\n{line}"));
            }
        }
    }
    frame
}

#[test]
fn the_next_edition_asks_only_to_be_written() {
    for (name, next) in
        [("example", "2025-26"), ("starter", "2025-26"), ("herefordshire-2018", "2019-20")]
    {
        let project = project(name);
        started(&project, &["edition", next]);
        let (code, found) = findings(&project, &["check"]);
        assert_eq!(code, Some(1), "{name}");
        only_notes(&found, "error");
        let folder = format!("content/{next}/");
        let mut notes = found.iter().filter(|one| one["code"] == "E010");
        assert!(notes.all(|one| one["file"].as_str().unwrap().starts_with(&folder)));
        let (code, found) = findings(&project, &["build", "--drafts"]);
        assert_eq!(code, Some(0), "{name}: a draft cannot be seen");
        only_notes(&found, "warning");
        let draft = tree(&project.root().join("public-draft"));
        let cover = String::from_utf8(draft[&format!("{next}/index.html")].clone()).unwrap();
        assert!(cover.contains("To be written"), "{name}: the draft shows no note");
        write_what_was_asked_for(&project, "content");
        project.build(&[]);
    }
}

#[test]
fn nothing_of_the_last_edition_is_lost() {
    let project = site("example");
    let before = tree(project.root());
    started(&project, &["edition", "2025-26", "--from", "2024-25"]);
    let after = tree(project.root());
    for (path, bytes) in &before {
        assert!(after[path] == *bytes, "{path} was changed");
    }
    let chapters = before.iter().filter_map(|(path, bytes)| {
        Some((path.strip_prefix("content/2024-25/")?, std::str::from_utf8(bytes).unwrap()))
    });
    let mut count = 0;
    for (path, old) in chapters {
        let new = std::str::from_utf8(&after[&format!("content/2025-26/{path}")]).unwrap();
        same_frame(path, old, new);
        let values = crate::html::between(old, "{{ ", " }}");
        for value in values.iter().filter(|value| !value.contains("period=")) {
            let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(new.contains(&format!("- `{{{{ {value} }}}}`")), "{path} lost {value}");
        }
        count += 1;
    }
    assert_eq!(count, 13);
    let added = after.keys().filter(|path| !before.contains_key(*path)).count();
    assert_eq!(added, count);
}

fn same_frame(path: &str, old: &str, new: &str) {
    let stays =
        |part: &String| !part.starts_with("```quote") && !part.starts_with("```resolutions");
    let old: Vec<String> = frame_of(old).into_iter().filter(stays).collect();
    assert_eq!(old, frame_of(new), "{path}");
}

#[test]
fn the_front_page_is_of_the_next_year() {
    let project = site("example");
    project.replace(
        "content/2024-25/health.md",
        "order: 5\n",
        "order: 5\npublish_from: 2025-10-01\nsigned: {name: A. Person}\n",
    );
    project.replace(
        "content/2024-25/health.md",
        "kind: page\n",
        "kind: page\naccept: {P014: A gap.}\n",
    );
    started(&project, &["edition", "2025-26"]);
    let read = |path: &str| fs::read_to_string(project.root().join(path)).unwrap();
    let front = read("content/2025-26/_index.md");
    for line in [
        "title: Annual corporate parenting report 2025-26",
        "kind: report",
        "period: 2025-26",
        "as_at: 2026-09-30",
        "carried_from: 2024-25",
        "numbering: section",
    ] {
        assert!(front.lines().any(|own| own == line), "{line} is not in\n{front}");
    }
    assert!(front.contains("summary: The year to 31 March 2026, in which"));
    let health = read("content/2025-26/health.md");
    assert!(health.contains("\npublish_from: 2026-10-01\n"), "{health}");
    assert!(!health.contains("A. Person") && !health.contains("\naccept:"), "{health}");
    assert!(health.contains("last year's: `accept`, `signed`"), "{health}");
}

#[test]
fn pictures_are_shown_from_where_they_lie() {
    let project = site("example");
    project.write(
        "content/2024-25/map.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>",
    );
    project.replace(
        "content/2024-25/foreword.md",
        "\nIn March",
        "\n![A map of the homes](map.svg)\n\nIn March",
    );
    started(&project, &["edition", "2025-26"]);
    let path = "content/2025-26/foreword.md";
    let text = fs::read_to_string(project.root().join(path)).unwrap();
    let picture = "![A map of the homes](/2024-25/map.svg)";
    assert!(text.contains(&format!("> - `{picture}`")), "{text}");
    project.write(path, format!("---\ntitle: Foreword\n---\n\n{picture}\n"));
    write_what_was_asked_for(&project, "content");
    project.build(&[]);
}

#[test]
fn a_block_that_cannot_be_shown_yet_is_kept() {
    let project = site("example");
    let chart =
        "```chart\noutcome: attainment-8\nperiod: 2024-25\nkind: bar\ncompare: [england]\n```\n";
    project.replace("content/2024-25/education.md", "\n## Plans", &format!("\n{chart}\n## Plans"));
    project.replace(
        "content/2024-25/education.md",
        "\n## Suspensions",
        "\n```table\nid: care-leavers-accommodation\n```\n\n## Suspensions",
    );
    started(&project, &["edition", "2025-26"]);
    let text = fs::read_to_string(project.root().join("content/2025-26/education.md")).unwrap();
    assert!(text.contains(chart), "{text}");
    assert!(text.contains("> It still shows 2024-25"), "{text}");
    assert!(text.contains("> The table below is last year's."), "{text}");
    only_notes(&findings(&project, &["check"]).1, "error");
}

#[test]
fn what_is_carried_is_listed() {
    let project = site("herefordshire-2018");
    let meetings = fs::read_to_string(project.root().join("data/meetings.yaml")).unwrap();
    assert!(meetings.contains("into: 2018-19"), "{meetings}");
    project.write("data/meetings.yaml", meetings.replace("into: 2018-19", "into: 2019-20"));
    let output = std::process::Command::new(crate::support::binary())
        .args(["new", "edition", "2019-20"])
        .current_dir(project.root())
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.contains("Sent to 2019-20 by meetings: "), "{said}");
    assert!(said.contains("Commitments that were still open: "), "{said}");
    assert!(said.contains("Wrote content/2019-20/_index.md"), "{said}");
}

#[test]
fn nothing_is_written_over_or_by_halves() {
    let project = site("example");
    project.write("content/2025-26/health.md/notes.txt", "mine");
    let before = tree(project.root());
    let said = refused(&project, &["new", "edition", "2025-26"], 4);
    assert!(said.contains("error[W006]: `content/2025-26/health.md` is there already"), "{said}");
    assert_eq!(before, tree(project.root()));
    project.remove("content/2025-26/health.md");
    started(&project, &["edition", "2025-26"]);
    let said = refused(&project, &["new", "edition", "2025-26"], 1);
    assert!(said.contains("the edition 2025-26 is there already"), "{said}");
}

#[test]
#[cfg(unix)]
fn links_in_the_file_system_are_not_followed() {
    let project = site("example");
    let elsewhere = empty();
    std::os::unix::fs::symlink(elsewhere.root(), project.root().join("content/2025-26")).unwrap();
    refused(&project, &["new", "edition", "2025-26"], 4);
    assert!(tree(elsewhere.root()).is_empty());
}

#[test]
fn an_edition_that_cannot_be_is_refused() {
    let project = site("example");
    for (name, code, says) in [
        ("2025/26", 2, "write `2025-26`"),
        ("next-year", 2, "is not a period"),
        ("not-stated", 2, "is the name of no edition"),
        ("2025-04-01/2026-03-31", 2, "cannot be the name of a folder"),
        ("2021-22", 1, "2021-22 is not later than 2024-25"),
        ("2023-24", 1, "the edition 2023-24 is there already"),
    ] {
        let said = refused(&project, &["new", "edition", name], code);
        assert!(said.contains(says), "{name}: {said}");
    }
    let said = refused(&project, &["new", "edition", "2025-26", "--from", "2024-52"], 1);
    assert!(said.contains("help: it can be `2023-24` or `2024-25`"), "{said}");
    let said = refused(&site("plymouth-2012"), &["new", "edition", "2025-26"], 1);
    assert!(said.contains("there is no edition to go on from"), "{said}");
}

/// Where each kind of template is written.
const TEMPLATES: [(&str, &str); 4] = [
    ("pledge", "data/pledges/a-new-one.yaml"),
    ("outcome", "data/outcomes/a-new-one.yaml"),
    ("recommendation", "data/recommendations/a-new-one.yaml"),
    ("paper", "content/papers/a-new-one.md"),
];

#[test]
fn a_template_is_valid_and_asks_only_to_be_written() {
    for name in ["example", "starter"] {
        for (kind, file) in TEMPLATES {
            let project = project(name);
            started(&project, &[kind, "a-new-one"]);
            assert!(project.root().join(file).is_file(), "{file} is not there");
            let (code, found) = findings(&project, &["build", "--drafts"]);
            assert_eq!(code, Some(0), "{name}, {kind}: {found:?}");
            let (code, found) = findings(&project, &["check"]);
            assert_eq!(code, Some(1), "{name}, {kind}");
            let own = found.into_iter().filter(|one| one["severity"] == "error");
            let own: Vec<serde_json::Value> = own.collect();
            only_notes(&own, "error");
            assert!(own.iter().all(|one| one["file"] == file), "{own:?}");
            write_what_was_asked_for(&project, file.split('/').next().unwrap());
            project.build(&[]);
        }
    }
}

#[test]
fn a_paper_starts_from_any_template_there_is() {
    let project = project("starter");
    let shipped = [
        "cabinet",
        "scrutiny",
        "full-council",
        "panel-update",
        "minutes",
        "decision-record",
        "letter",
        "leaflet",
    ];
    for template in shipped {
        started(&project, &["paper", &format!("a-{template}"), "--template", template]);
    }
    let draft = |template: &str| {
        let file = format!("content/papers/a-{template}.md");
        fs::read_to_string(project.root().join(file)).unwrap()
    };
    let record = draft("decision-record");
    assert!(record.contains("## Conflicts of interest\n\n> [!WRITE]"), "{record}");
    assert!(record.contains("\n\nNone declared.\n"), "words for where nothing arises: {record}");
    assert!(record.contains("  call_in_ends: {text: To be confirmed}"), "{record}");
    assert!(draft("minutes").contains("kind: minutes\n"));
    let (code, found) = findings(&project, &["check"]);
    assert_eq!(code, Some(1));
    let errors: Vec<serde_json::Value> =
        found.into_iter().filter(|one| one["severity"] == "error").collect();
    only_notes(&errors, "error");
    let said = refused(&project, &["new", "paper", "one", "--template", "scrutany"], 1);
    assert!(said.contains("did you mean `scrutiny`?") && said.contains("`panel-update`"), "{said}");
}

/// A template with every key that it leaves out put in.
fn with_every_key(text: &str) -> String {
    let offers = |line: &str| {
        let key = line.trim_start_matches("- ").split(':').next().unwrap_or_default();
        let is_key = key.chars().all(|c| c.is_ascii_lowercase() || c == '_') && line.contains(':');
        line.starts_with("  ") || is_key && !key.is_empty()
    };
    let lines = text.lines().map(|line| match line.split_once("# ") {
        Some((indent, key)) if indent.trim().is_empty() && offers(key) => format!("{indent}{key}"),
        _ => line.to_owned(),
    });
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

#[test]
fn every_key_a_template_offers_can_be_read() {
    for (kind, file) in &TEMPLATES {
        let project = site("example");
        started(&project, &[kind, "a-new-one"]);
        let text = fs::read_to_string(project.root().join(file)).unwrap();
        let full = with_every_key(&text);
        assert!(
            full.lines().filter(|line| !line.contains("# ")).count()
                > text.lines().filter(|line| !line.contains("# ")).count() + 3
        );
        project.write(file, &full);
        let (_, found) = findings(&project, &["check"]);
        let read = |one: &&serde_json::Value| {
            one["file"] == *file && one["code"].as_str().unwrap() < "C010"
        };
        let unread: Vec<_> = found.iter().filter(read).collect();
        assert!(unread.is_empty(), "{kind}: {unread:?}\n{full}");
    }
}

#[test]
fn a_template_keeps_every_line_it_offers() {
    let project = site("example");
    for (kind, file) in TEMPLATES {
        started(&project, &[kind, "a-new-one"]);
        let text = fs::read_to_string(project.root().join(file)).unwrap();
        assert!(!text.contains("{name}") && !text.contains("{title}"), "{text}");
        let keys: BTreeMap<&str, &[&str]> = BTreeMap::from([
            ("pledge", ["replaces: pledge-2023", "dropped:", "young_people_say:"].as_slice()),
            ("outcome", ["targets:", "comparators:", "breaks:", "commentary:"].as_slice()),
            ("recommendation", ["response:", "signed_off:", "carried_to:"].as_slice()),
            ("paper", ["template: cabinet", "## Financial implications", "appendices:"].as_slice()),
        ]);
        keys[kind].iter().for_each(|key| assert!(text.contains(key), "{kind} lacks {key}"));
    }
}

#[test]
fn a_name_that_cannot_be_is_refused() {
    let project = site("example");
    for (arguments, code, says) in [
        (["pledge", "Our Promise"], 2, "write `our-promise`"),
        (["pledge", "pledge-2023"], 1, "there is a set of pledges called `pledge-2023` already"),
        (["outcome", "dental-checks"], 1, "there is an outcome called `dental-checks` already"),
        (["outcome", "stability"], 1, "there is a theme of outcomes called `stability` already"),
        (["recommendation", "scrutiny-2023"], 1, "there is a review called `scrutiny-2023`"),
        (["paper", "cabinet-2025-10-09"], 1, "there is a paper called `cabinet-2025-10-09`"),
    ] {
        let before = tree(project.root());
        let said = refused(&project, &["new", arguments[0], arguments[1]], code);
        assert!(said.contains(says), "{arguments:?}: {said}");
        assert_eq!(before, tree(project.root()));
    }
    project.write(
        "data/pledges/mine.yaml",
        fs::read(project.root().join("data/pledges/pledge-2023.yaml")).unwrap(),
    );
    project.remove("data/pledges/pledge-2023.yaml");
    refused(&project, &["new", "pledge", "mine"], 4);
}
