//! Labels at the end of headings and paragraphs, and the levels of headings.

use super::tree::{Block, Document, Inline};
use crate::diagnostic::{Diagnostic, Findings, codes};

/// What an author put at the end of a block.
#[derive(Default)]
pub(super) struct Marks {
    /// `{#name}`.
    pub(super) label: Option<String>,
    /// `{-}`.
    pub(super) unnumbered: bool,
}

/// Takes `{#name}` and `{-}` off the end of `words`.
pub(super) fn take(words: &mut Vec<Inline>) -> Marks {
    let mut marks = Marks::default();
    while let Some(Inline::Text(run)) = words.last_mut() {
        let trimmed = run.as_str().trim_end();
        let Some(at) = trimmed.rfind('{').filter(|_| trimmed.ends_with('}')) else { break };
        match &trimmed[at + 1..trimmed.len() - 1] {
            "-" => marks.unnumbered = true,
            name if name.starts_with('#') && is_name(&name[1..]) => {
                marks.label = Some(name[1..].to_owned());
            }
            _ => break,
        }
        let keep = trimmed[..at].trim_end().len();
        run.truncate(keep);
        if run.as_str().is_empty() {
            words.pop();
        }
    }
    marks
}

fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// Headings begin at level two, skip none, and those that hold a value have a
/// name of their own.
pub(super) fn check_headings(document: &Document, findings: &mut Findings) {
    let mut above = 1;
    for block in &document.blocks {
        let Block::Heading(heading) = block else { continue };
        if heading.level == 1 || heading.level > above + 1 {
            let found =
                Diagnostic::error(codes::HEADING_LEVEL, level_message(heading.level, above));
            findings.push(found.at(heading.span.clone()).help(level_help(heading.level, above)));
        }
        above = heading.level.max(2);
        if !heading.words.iter().any(has_words) {
            let found = Diagnostic::error(codes::NO_WORDS, "the heading has no words");
            let help = "say what stands below it; a picture or a footnote alone does not";
            findings.push(found.at(heading.span.clone()).help(help));
        }
        let has_value = heading.words.iter().any(|word| matches!(word, Inline::Value(_)));
        if has_value && heading.label.is_none() {
            findings.push(
                Diagnostic::error(
                    codes::LABEL,
                    "a heading that holds a value needs a name of its own",
                )
                .at(heading.span.clone())
                .help("add `{#name}` at its end, so that its address stays when the value changes"),
            );
        }
    }
}

/// Whether a reader hears something of a word.
fn has_words(word: &Inline) -> bool {
    match word {
        Inline::Text(run) => !run.as_str().trim().is_empty(),
        Inline::Emphasis(words) | Inline::Strong(words) | Inline::Link { words, .. } => {
            words.iter().any(has_words)
        }
        Inline::Code(code) => !code.trim().is_empty(),
        Inline::Value(_) | Inline::Marked(_) | Inline::Reference { .. } => true,
        Inline::Image { .. } | Inline::Footnote(_) | Inline::SoftBreak | Inline::HardBreak => false,
    }
}

fn level_message(level: u8, above: u8) -> String {
    match level {
        1 => "the page's title is its only heading of the first level".to_owned(),
        _ => format!(
            "the heading skips a level: it is of level {level} and the one above of level {above}"
        ),
    }
}

fn level_help(level: u8, above: u8) -> String {
    let most = if level == 1 { 2 } else { above.max(1) + 1 };
    format!("begin it with `{}`", "#".repeat(usize::from(most)))
}
