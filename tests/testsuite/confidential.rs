//! What the public may not see is in nothing that is built, told or kept.

use crate::support::{TempSite, site, tree};
use std::process::Command;

/// An item that councillors heard in private, with a word that stands nowhere
/// else, tied to everything that an item can be tied to.
const PRIVATE: &str = "      - number: 5
        title: Heliotrope Lodge
        visibility: exempt
        exemption: {paragraph: 3, why: Heliotrope is for sale., public_interest: A price for heliotrope must be got.}
        resolved:
          - {letter: a, text: That heliotrope be agreed., about: [pledge-2023/listen, scrutiny-2023/1]}
        actions:
          - id: heliotrope
            text: Sign for heliotrope.
            leads: [{role: Head of Heliotrope, in_post: true}]
            due: 2024-12-01
            new_dues: [{due: 2025-01-31, agreed: 2024-11-30, why: Heliotrope was late.}]
            into: 2024-25
            about: [pledge-2023/listen, scrutiny-2023/1]
";

const QUESTIONS: [&[&str]; 6] = [
    &["diff", "2023-24", "2024-25"],
    &["diff", "2023-24", "2024-25", "--format", "json"],
    &["freeze", "2024-25"],
    &["check"],
    &["check", "--format", "json"],
    &["new", "edition", "2025-26"],
];

fn with_a_private_item() -> TempSite {
    let project = site("example");
    if project.root().join("data/published").exists() {
        project.remove("data/published");
    }
    project.replace("data/meetings.yaml", "    items:\n", &format!("    items:\n{PRIVATE}"));
    project
}

fn has_word(bytes: &[u8]) -> bool {
    String::from_utf8_lossy(bytes).to_lowercase().contains("heliotrope")
}

#[test]
fn an_item_heard_in_private_leaves_no_trace() {
    let project = with_a_private_item();
    let built = project.build(&[]);
    for (path, bytes) in &built {
        assert!(!has_word(bytes), "{path} tells of it");
    }
    let plain = site("example");
    plain.remove("data/published");
    assert!(built == plain.build(&[]), "something is otherwise where it is there");
    for arguments in QUESTIONS {
        let mut command = Command::new(crate::support::binary());
        let output = command.args(arguments).current_dir(project.root()).output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let said = said + &String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && !has_word(said.as_bytes()), "{arguments:?}: {said}");
    }
    for (path, bytes) in tree(&project.root().join("data/published")) {
        assert!(!has_word(&bytes), "{path} keeps it");
    }
}

#[test]
fn words_without_consent_leave_no_trace() {
    let project = site("example");
    let path = "data/pledges/pledge-2023.yaml";
    let text = std::fs::read_to_string(project.root().join(path)).unwrap();
    project.write(path, text.replace("consent: true", "consent: false"));
    let levels = "review: {checks: {quote-without-consent: off}, ";
    project.replace("data/site.yaml", "review: {", levels);
    let built = project.build(&[]);
    for (path, bytes) in &built {
        let words = String::from_utf8_lossy(bytes).contains("The letters back are good now");
        assert!(!words, "{path} prints what young people did not agree to");
    }
}
