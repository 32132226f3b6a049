use super::*;
use crate::disclosure::Kept;
use std::sync::Arc;

fn secrets() -> Secrets {
    let secret = |kind, text: &str, words: Vec<String>| Secret {
        kind,
        text: text.to_owned(),
        words,
        file: Arc::from("content/a.md"),
        range: 0..0,
        why: Kept::Exempt,
    };
    let sentence = "The home at Larch Row closes — “early” — in May";
    [
        secret(SecretKind::Sentence, sentence, folded(sentence)),
        secret(SecretKind::Title, "Larch Row", folded("Larch Row")),
        secret(SecretKind::Title, "Fees", folded("Fees")),
        secret(SecretKind::Address, "larch-row", vec!["larch-row".into()]),
        secret(SecretKind::Address, "fees", vec!["fees".into()]),
        secret(SecretKind::FileName, "plan.svg", vec!["plan.svg".into()]),
    ]
    .into_iter()
    .collect()
}

/// What is found in a file, in a few letters each.
fn found(path: &str, text: &str) -> Vec<String> {
    let secrets = secrets();
    let leaks = scan(&secrets, path, text.as_bytes());
    leaks.iter().map(|leak| leak.secret.text.chars().take(8).collect()).collect()
}

#[test]
fn a_sentence_is_found_however_it_is_written() {
    for (path, text) in [
        (
            "a.html",
            "<p>The <b>home</b> at Larch&nbsp;Row closes &mdash; &quot;early&quot; &#8212; in\nMAY.</p>",
        ),
        ("a.html", "<img alt='The home at Larch Row closes \"early\" in May'>"),
        ("a.html", "<!-- the home at larch row closes, early, in may -->"),
        ("a.html", "<p>The home at <a href=\"#\">Larch</a> Row closes</p>\n<p>early in May"),
        (
            "a.svg",
            "<svg><title>The home at Larch Row</title><desc>closes early in May</desc></svg>",
        ),
        (
            "a.svg",
            "<text><tspan>The home at </tspan><tspan>Larch Row closes</tspan> early in May</text>",
        ),
        ("a.csv", "a,\"The home at Larch Row closes \"\"early\"\" in May\",3"),
        ("a.json", "{\"a\": \"The home at\\nLarch Row closes \\u201cearly\\u201d in May\"}"),
        ("a.css", "p::after {content: \"The home at Larch Row closes early in May\"}"),
    ] {
        assert!(found(path, text).contains(&"The home".to_owned()), "{path}: {text}");
    }
}

#[test]
fn names_and_titles_are_found_where_they_tell_something() {
    assert_eq!(found("a.html", "<p>At Larch Row, soon.</p>"), ["Larch Ro"]);
    assert_eq!(found("a.html", "<p>Our fees rose.</p><h2>Reports</h2>"), [""; 0]);
    assert_eq!(found("a.html", "<li><a>Fees</a></li>"), ["Fees"]);
    assert_eq!(found("a.csv", "Name,Fees\n"), ["Fees"]);
    assert_eq!(found("a.html", "<a href=\"../fees/\">x</a>"), ["fees"]);
    assert_eq!(found("a.html", "<a href=\"larch%2drow.html\">x</a>"), ["Larch Ro", "larch-ro"]);
    assert_eq!(found("papers/fees/index.html", ""), ["fees"]);
    assert_eq!(found("a.html", "<p id=\"outcome-larch-row\">"), ["Larch Ro", "larch-ro"]);
    assert_eq!(found("a.html", "<img src=\"big-plan.svg\"><img src=\"x/PLAN.svg\">"), ["plan.svg"]);
    assert_eq!(found("plan.svg", "<svg/>"), ["plan.svg"]);
    assert_eq!(found("a.png", "Larch Row"), [""; 0]);
}
