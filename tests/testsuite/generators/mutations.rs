//! Valid projects, spoilt: what slips of the hand, other programs and copying
//! do to texts, and what nobody would ever write.

use super::Project;
use super::tape::Tape;

/// Texts that are odd anywhere.
const ODD: [&str; 34] = [
    "\u{feff}",
    "\0",
    "\u{1a}",
    "\u{1a}\u{1a}",
    "\u{1f}",
    "\u{200f}",
    "\u{202e}",
    "🙂",
    "e\u{301}\u{301}",
    "\u{a0}",
    ":\u{a0}",
    "\t",
    "\r",
    "\n\t",
    "\u{85}",
    "\u{2028}",
    "\u{fffd}",
    "{{",
    "}}",
    "{{ value(",
    "{%",
    "[^1]",
    "```",
    "~~~chart\n",
    "---\n",
    "...\n",
    "&a ",
    "*a ",
    "!!int ",
    "!x ",
    "<<: *a\n",
    "? ",
    "%YAML 1.2\n",
    "'\"",
];

/// Values that are odd where a figure, a date or a word stands.
const VALUES: [&str; 42] = [
    "9999-99",
    "0000-00-00",
    "9999-00",
    "9999-00-q4",
    "0000-01",
    "0000-01-q1",
    "9999",
    "0000",
    "9999-dec",
    "0000-jan",
    "0001-01-01/9999-12-31",
    "9999-12-31",
    "0000-01-01",
    "2024-13",
    "2023-02-29",
    "-0",
    "-0.0",
    "-1",
    "+1",
    ".5",
    "1.",
    "NaN",
    ".nan",
    ".inf",
    "-.inf",
    "1e999",
    "0x7fffffffffffffff",
    "0o17",
    "1_000",
    "12:30:45",
    "30%",
    "£1",
    "~",
    "null",
    "true",
    "999999999999999999999999",
    "-99999999999999999999999",
    "0.0000000000000000000001",
    "99999999999999999999999999999999999",
    "99999999999999999999.99",
    "999999999999999999999999%",
    "65535",
];

/// `project`, spoilt in one to four places.
pub(crate) fn spoil(tape: &mut Tape, mut project: Project) -> Project {
    for _ in 0..1 + tape.below(4) {
        let at = tape.below(project.files.len());
        let other = tape.pick(&project.files).1;
        let text = &mut project.files[at].1;
        *text = spoilt(tape, text, &other);
    }
    project
}

fn spoilt(tape: &mut Tape, text: &str, other: &str) -> String {
    match tape.below(16) {
        0 | 1 => cut(tape, text, 1),
        2 => cut(tape, text, 40),
        3..=5 => insert(tape, text),
        6..=9 => revalue(tape, text),
        10 => shift(tape, text),
        11 => lines(tape, text),
        12 => swap(tape, text),
        13 => place(tape, text, nested),
        14 => end_early(tape, text, other),
        _ => ends(tape, text),
    }
}

/// A place between two characters.
pub(crate) fn boundary(tape: &mut Tape, text: &str) -> usize {
    let mut at = tape.below(text.len() + 1);
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Takes out at most `most` bytes.
fn cut(tape: &mut Tape, text: &str, most: usize) -> String {
    let from = boundary(tape, text);
    let mut to = (from + 1 + tape.below(most)).min(text.len());
    while !text.is_char_boundary(to) {
        to += 1;
    }
    format!("{}{}", &text[..from], &text[to..])
}

fn place(tape: &mut Tape, text: &str, make: impl FnOnce(&mut Tape) -> String) -> String {
    let at = boundary(tape, text);
    format!("{}{}{}", &text[..at], make(tape), &text[at..])
}

fn insert(tape: &mut Tape, text: &str) -> String {
    place(tape, text, |tape| {
        let odd = tape.pick(&ODD);
        if tape.once_in(6) { odd.repeat(tape.below(50)) } else { odd.to_owned() }
    })
}

/// Puts an odd value after a colon, a dash or a bracket.
fn revalue(tape: &mut Tape, text: &str) -> String {
    let starts: Vec<usize> = [": ", "- ", "[", "=\"", ", "]
        .iter()
        .flat_map(|mark| text.match_indices(mark).map(|(at, mark)| at + mark.len()))
        .collect();
    let Some(at) = tape.pick_any(&starts) else { return text.to_owned() };
    let end = text[at..].find([',', '}', ']', '\n', '"']).map_or(text.len(), |end| at + end);
    format!("{}{}{}", &text[..at], tape.pick(&VALUES), &text[end..])
}

/// Changes how deep a line stands.
fn shift(tape: &mut Tape, text: &str) -> String {
    edited(tape, text, |tape, lines, at| {
        let bare = lines[at].trim_start().to_owned();
        let indent = tape.pick(&["", " ", "   ", "\t", "  \t", "\u{a0}", "        "]);
        lines[at] = format!("{indent}{bare}");
    })
}

/// Takes a line out, gives it twice, or moves it.
fn lines(tape: &mut Tape, text: &str) -> String {
    edited(tape, text, |tape, lines, at| match tape.below(3) {
        0 => drop(lines.remove(at)),
        1 => lines.insert(at, lines[at].clone()),
        _ => {
            let other = tape.below(lines.len());
            lines.swap(at, other);
        }
    })
}

/// Swaps what stands after the colons of two lines.
fn swap(tape: &mut Tape, text: &str) -> String {
    edited(tape, text, |tape, lines, at| {
        let other = tape.below(lines.len());
        let (one, two) = (lines[at].clone(), lines[other].clone());
        let (Some((key, value)), Some((other_key, other_value))) =
            (one.split_once(": "), two.split_once(": "))
        else {
            return;
        };
        lines[at] = format!("{key}: {other_value}");
        lines[other] = format!("{other_key}: {value}");
    })
}

fn edited(
    tape: &mut Tape,
    text: &str,
    edit: impl FnOnce(&mut Tape, &mut Vec<String>, usize),
) -> String {
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    let at = tape.below(lines.len());
    edit(tape, &mut lines, at);
    lines.join("\n")
}

/// Something within itself, far too often.
pub(crate) fn nested(tape: &mut Tape) -> String {
    const OPEN: [&str; 20] = [
        "[",
        "{a: ",
        "- ",
        "\n> ",
        "> ",
        "- a\n  ",
        "*",
        "**a ",
        "_",
        "[a",
        "![",
        "(",
        "{{",
        "`",
        "{{ value(id=(",
        "{{ value(id=[",
        "{{ -",
        "[[",
        "1. ",
        "|",
    ];
    let open = tape.pick(&OPEN);
    let times = tape.pick(&[3, 40, 400]);
    format!("\n\n{}", open.repeat(times))
}

/// Stops in the middle, or goes on with another file.
fn end_early(tape: &mut Tape, text: &str, other: &str) -> String {
    let at = boundary(tape, text);
    match tape.below(3) {
        0 => text[..at].to_owned(),
        1 => format!("{}{}", &text[..at], &other[boundary(tape, other)..]),
        _ => other.to_owned(),
    }
}

/// Line ends of other systems, and none at the end.
fn ends(tape: &mut Tape, text: &str) -> String {
    match tape.below(4) {
        0 => text.replace('\n', "\r\n"),
        1 => text.replace('\n', "\r"),
        2 => text.trim_end().to_owned(),
        _ => text.replace('\n', "\n\n"),
    }
}
