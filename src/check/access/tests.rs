//! Whatever is written, it is read without a panic, and in a time that grows
//! with its length alone.

use super::Access;
use crate::diagnostic::{Findings, Span};
use crate::narrative::{Block, Document, Inline, Run, Source, TableBlock};
use crate::strings::Strings;
use proptest::prelude::*;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

/// Words and signs on which the rules turn, apart from any that come by chance.
const PIECES: [&str; 48] = [
    "image of",
    "photo",
    ".png",
    "click here",
    "here",
    "read more",
    "https://a.uk/b",
    "www.",
    "a.pdf",
    "shown in",
    "bold",
    "red",
    "the",
    "green",
    "bars",
    "on the left",
    "see",
    "left-hand side",
    "•",
    "–",
    "(a)",
    "1)",
    "\u{a0}",
    "    ",
    "\t",
    "&amp;",
    "&",
    "#160;",
    "____",
    "....",
    "====",
    "🙂",
    "👩‍👧",
    "\u{200d}",
    "\u{fe0f}",
    "→",
    "𝐛",
    "WE",
    "WILL",
    "LISTEN",
    "mae",
    "yn",
    "ein",
    "l'",
    "слово",
    "عرب",
    "e\u{301}",
    "\u{fffc}",
];

static ACCESS: LazyLock<Access> = LazyLock::new(access);

fn access() -> Access {
    let mut strings = Strings::new("en");
    let words = include_str!("../../../themes/civic/strings/en.yaml");
    strings.read("en.yaml", words, &mut Findings::new());
    Access::new(&strings)
}

fn text(words: &str) -> Inline {
    Inline::Text(Run::new(words, 0..words.len()))
}

/// The words as everything that holds words.
fn document(words: &str) -> Document {
    let span = Span::file("a.md");
    let link = |to: &str| {
        let (to, words) = (to.to_owned(), vec![text(words)]);
        vec![Inline::Link { to, words, span: span.clone() }, text(" (PDF)")]
    };
    let picture =
        Inline::Image { file: words.to_owned(), alt: words.to_owned(), span: span.clone() };
    let Block::Paragraph(plain) = Block::paragraph(words, span.clone()) else {
        return Document::default();
    };
    let paragraph = |words: Vec<Inline>| {
        let mut own = plain.clone();
        own.words = words;
        Block::Paragraph(own)
    };
    let row = || vec![vec![text(words)], link("a.pdf"), vec![]];
    let table =
        TableBlock { span: span.clone(), right: vec![], head: row(), rows: vec![row(), row()] };
    let blocks = vec![
        Block::heading(2, words, span.clone()),
        Block::heading(2, words, span.clone()),
        paragraph(vec![Inline::Strong(vec![text(words)]), Inline::HardBreak, text(words)]),
        paragraph(vec![text(words), Inline::SoftBreak, text(words), picture]),
        paragraph(link(words)),
        paragraph(link("https://a.uk/b.docx#c")),
        Block::Table(table),
        Block::Code(words.to_owned()),
    ];
    Document { blocks, footnotes: Vec::new() }
}

fn read(access: &Access, words: &str) -> Findings {
    let source = Source { file: "a.md".into(), text: words, start: Some(0) };
    access.read(&source, &document(words))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn anything_is_read_without_a_panic(
        pieces in prop::collection::vec(
            prop_oneof![prop::sample::select(&PIECES[..]).prop_map(str::to_owned), any::<String>()], 0..24,
        ),
        gap in prop_oneof![Just(" "), Just(""), Just("\n")],
    ) {
        read(&ACCESS, &pieces.join(gap));
    }
}

#[test]
fn long_words_are_read_in_good_time() {
    // A reader who went back to the start for each of these words would take
    // minutes, not a second.
    for piece in PIECES {
        let began = Instant::now();
        read(&ACCESS, &format!("{piece} ").repeat(3_000));
        let took = began.elapsed();
        assert!(took < Duration::from_secs(8), "{piece:?} took {took:?}");
    }
}
