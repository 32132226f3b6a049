//! Noise: random YAML, front matter, Markdown and inline values, made of the
//! signs that mean something there and of any characters at all.

use super::Project;
use super::mutations;
use super::tape::Tape;

const SITE: &str =
    "title: Noise\ncouncil: {name: Wold Vale}\nterms: {child: child}\ncomparators: {x: X}\n";

const OUTCOMES: &str = "theme: {id: t, title: T}\noutcomes:\n  - id: a\n    title: A\n    unit: percent\n    polarity: context\n    \
    targets: [{at_most: 5, tolerance: 10%}]\n    values: [{period: 2022-23, value: 10}, {period: 2023-24, value: 12}]\n    \
    comparators: {x: {2022-23: 9}}\n";

const YAML: [&str; 40] = [
    ":",
    ": ",
    "- ",
    "? ",
    "\n",
    "\n  ",
    "\n    ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "#",
    " #",
    "&a",
    "*a",
    "!",
    "!!str ",
    "|",
    "|-\n",
    ">+2\n",
    "'",
    "\"",
    "\\",
    "%",
    "@",
    "`",
    "---\n",
    "...\n",
    "~",
    "\t",
    "\r\n",
    "id: ",
    "title: ",
    "value: ",
    "period: ",
    "outcomes:\n",
    "rules",
    "<<: ",
    "en: ",
];

const MARKDOWN: [&str; 46] = [
    "#",
    "## ",
    "\n",
    "\n\n",
    "\r\n",
    "- ",
    "1. ",
    "7) ",
    "> ",
    "    ",
    "| ",
    "|---|\n",
    "\\|",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "```\n",
    "```chart\n",
    "~~~ quote\n",
    "[",
    "](",
    ")",
    "![",
    "[^1]",
    "[^1]: ",
    "[!NOTE]\n",
    "<b>",
    "<!--",
    "-->",
    "<https://a.b>",
    "{{ ",
    " }}",
    "{#a}",
    "{-}",
    "{%",
    "\\",
    "&amp;",
    "&#0;",
    "***\n",
    "===\n",
    "---\n",
    "1.1 ",
    "9999.9999 ",
    "{{ value(id=\"a\") }}",
];

const CALL: [&str; 56] = [
    "value",
    "base",
    "record",
    "gap",
    "rank",
    "since=",
    "with=",
    "to=",
    "among=",
    "change",
    "direction",
    "target",
    "rating",
    "count",
    "para",
    "term",
    "(",
    ")",
    "id=",
    "period=",
    "of=",
    "basis=",
    "kind=",
    "label=",
    "name=",
    "\"a\"",
    "\"2023-24\"",
    "'x'",
    "`",
    "\"",
    ", ",
    " ",
    "+",
    "-",
    "*",
    "/",
    "//",
    "%",
    "**",
    "~",
    "|",
    "| upper",
    "| default(value=1)",
    "and ",
    "not ",
    "in ",
    "is defined",
    "==",
    "[",
    "]",
    "{",
    "}",
    "..",
    "1",
    "9223372036854775807",
    "0.1e308",
];

const FILES: [&str; 10] = [
    "site",
    "rules",
    "glossary",
    "papers",
    "ratings",
    "meetings",
    "outcomes/a",
    "tables/a",
    "pledges/a",
    "recommendations/a",
];

/// A small project with noise in one place.
pub(crate) fn project(tape: &mut Tape) -> Project {
    let mut files = vec![
        ("data/site.yaml".to_owned(), SITE.to_owned()),
        ("data/outcomes/b.yaml".to_owned(), OUTCOMES.to_owned()),
    ];
    let noisy = match tape.below(5) {
        0 => (format!("data/{}.yaml", tape.pick(&FILES)), noise(tape, &YAML)),
        1 => ("content/a.md".to_owned(), format!("---\n{}\n---\nWords.\n", noise(tape, &YAML))),
        2 => ("content/a.md".to_owned(), page(tape, |tape| noise(tape, &MARKDOWN))),
        3 => ("content/a.md".to_owned(), page(tape, calls)),
        _ => ("content/a.md".to_owned(), noise(tape, &MARKDOWN)),
    };
    files.retain(|(path, _)| *path != noisy.0);
    files.push(noisy);
    Project { files }
}

fn page(tape: &mut Tape, words: fn(&mut Tape) -> String) -> String {
    let numbering = tape.pick(&super::front::NUMBERINGS);
    format!("---\ntitle: Noise\nnumbering: {numbering}\n---\n{}", words(tape))
}

/// Paragraphs with one noisy inline value each.
fn calls(tape: &mut Tape) -> String {
    let calls = tape.list(1, 8, |tape| match tape.below(3) {
        0 => format!("{{{{ value({}) }}}}", noise(tape, &CALL)),
        1 => format!("{{{{ {} }}}}", noise(tape, &CALL)),
        _ => {
            let call = "{{ value(id=\"a\", period=\"2023-24\", of=\"x\") }}";
            let at = mutations::boundary(tape, call);
            format!("{}{}{}", &call[..at], noise(tape, &CALL), &call[at..])
        }
    });
    calls.join("\n\n")
}

/// Signs that mean something, words, and any characters at all.
fn noise(tape: &mut Tape, signs: &[&str]) -> String {
    let parts = tape.list(0, 40, |tape| match tape.below(12) {
        0 => any(tape),
        1 => tape.pick(&["a", "x1", "12.8", "2024-25", "child"]).to_owned(),
        2 if tape.once_in(10) => mutations::nested(tape),
        _ => tape.pick(signs).to_owned(),
    });
    parts.concat()
}

/// Any characters: most of them rare.
fn any(tape: &mut Tape) -> String {
    let characters = tape.list(1, 6, |tape| {
        let limit = tape.pick(&[0x80, 0x80, 0x800, 0x3000, 0x11_0000]);
        char::from_u32(tape.next() % limit).unwrap_or('\u{fffd}')
    });
    characters.into_iter().collect()
}
