//! Narratives: headings, paragraphs, lists, tables, notes and blocks.

use super::fences;
use super::inlines::{Author, Place};
use super::tape::Tape;

/// How a narrative is to be written.
pub(crate) struct Shape<'a> {
    /// Whether its author writes the numbers.
    pub(crate) manual: bool,
    /// Whether every paragraph has a number but those that want none.
    pub(crate) continuous: bool,
    /// The headings its template asks for.
    pub(crate) headings: &'a [String],
    /// How many blocks it has at most.
    pub(crate) most: usize,
}

/// A whole narrative.
pub(crate) fn narrative(tape: &mut Tape, author: &mut Author<'_>, shape: &Shape<'_>) -> String {
    let mut level = 1;
    let mut blocks = Vec::new();
    for at in 0..tape.below(shape.most + 1) {
        let written =
            if shape.manual { format!("{}.{} ", at / 5 + 1, at % 5 + 1) } else { String::new() };
        blocks.push(if tape.once_in(4) {
            heading(tape, author, &mut level, &written)
        } else {
            block(tape, author, shape, &written)
        });
    }
    blocks.extend(shape.headings.iter().map(|words| format!("## {words}\n\nNone arising.")));
    let notes = (1..=author.notes).map(|note| note_text(tape, author, note)).collect::<Vec<_>>();
    blocks.extend(notes);
    blocks.join("\n\n") + "\n"
}

fn block(tape: &mut Tape, author: &mut Author<'_>, shape: &Shape<'_>, written: &str) -> String {
    match tape.below(12) {
        0 | 1 => list(tape, author, 0, shape.manual),
        2 => quoted(tape, author, ""),
        3 => {
            let name = tape.pick(&["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"]);
            quoted(tape, author, &format!("[!{name}]\n"))
        }
        4 => table(tape, author),
        5 => fences::code(tape),
        6 | 7 => fences::block(tape, author.world, author.as_at),
        8 => tape.pick(&["***", "- - -", "___"]).to_owned(),
        _ => paragraph(tape, author, shape, written),
    }
}

fn paragraph(tape: &mut Tape, author: &mut Author<'_>, shape: &Shape<'_>, written: &str) -> String {
    let words = author.run(tape, 16, Place::Paragraph);
    let end = match tape.below(8) {
        0 => " {-}".to_owned(),
        1 => label(author, shape.continuous || shape.manual),
        2 => format!("{} {{-}}", label(author, false)),
        _ => String::new(),
    };
    format!("{written}{words}{end}")
}

/// A new name for what stands here, and whether it can be cited.
fn label(author: &mut Author<'_>, cited: bool) -> String {
    let label = format!("name-{}", author.named);
    author.named += 1;
    let end = format!(" {{#{label}}}");
    author.labels.extend(cited.then_some(label));
    end
}

/// A heading that skips no level, with a name of its own if it holds a value.
fn heading(tape: &mut Tape, author: &mut Author<'_>, level: &mut usize, written: &str) -> String {
    let words = author.run(tape, 5, Place::Line);
    let name =
        if words.contains("{{") || tape.once_in(4) { label(author, true) } else { String::new() };
    *level = 2 + tape.below((*level).min(5));
    match tape.below(10) {
        0 => format!("{} {written}{words}{name} {}", "#".repeat(*level), "#".repeat(*level)),
        1 if *level == 2 => format!("{written}{words}{name}\n---"),
        _ => format!("{} {written}{words}{name}", "#".repeat(*level)),
    }
}

fn list(tape: &mut Tape, author: &mut Author<'_>, depth: usize, manual: bool) -> String {
    let (mark, loose) = (list_mark(tape, depth, manual), tape.once_in(3));
    let items = tape.list(1, 4, |tape| {
        let inner = item(tape, author, depth, manual, loose);
        prefixed(&inner, &format!("{mark} "), &" ".repeat(mark.len() + 1))
    });
    items.join(if loose { "\n\n" } else { "\n" })
}

/// A list within a paragraph's list begins with one; where numbers are the
/// author's, `1.` at the start of a line is one of them.
fn list_mark(tape: &mut Tape, depth: usize, manual: bool) -> &'static str {
    let marks: &[&str] = match (manual, depth) {
        (true, _) => &["-", "*", "1)"],
        (false, 0) => &["-", "*", "+", "1.", "1)", "7."],
        (false, _) => &["-", "*", "+", "1.", "1)"],
    };
    tape.pick(marks)
}

fn item(
    tape: &mut Tape,
    author: &mut Author<'_>,
    depth: usize,
    manual: bool,
    loose: bool,
) -> String {
    let words = author.run(tape, 6, Place::Paragraph);
    match tape.below(8) {
        0 | 1 if depth < 4 => format!(
            "{words}\n{}{}",
            if loose { "\n" } else { "" },
            list(tape, author, depth + 1, manual)
        ),
        2 if loose => format!("{words}\n\n{}", author.run(tape, 4, Place::Paragraph)),
        3 if loose => format!("{words}\n\n{}", table(tape, author)),
        4 if loose => format!("{words}\n\n{}", fences::code(tape)),
        5 if loose => format!("{words}\n\n{}", fences::block(tape, author.world, author.as_at)),
        6 if loose => format!("{words}\n\n{}", quoted(tape, author, "")),
        _ => words,
    }
}

fn quoted(tape: &mut Tape, author: &mut Author<'_>, first: &str) -> String {
    let inner = match tape.below(4) {
        0 => list(tape, author, 3, true),
        1 => table(tape, author),
        2 => format!(
            "{}\n\n{}",
            author.run(tape, 5, Place::Paragraph),
            author.run(tape, 5, Place::Paragraph)
        ),
        _ => author.run(tape, 8, Place::Paragraph),
    };
    prefixed(&format!("{first}{inner}"), "> ", "> ")
}

/// `inner` with `first` before its first line and `other` before the rest.
fn prefixed(inner: &str, first: &str, other: &str) -> String {
    let mut written = String::new();
    for (at, line) in inner.split('\n').enumerate() {
        let prefix = if at == 0 { first } else { other };
        if at > 0 {
            written.push('\n');
        }
        written.push_str(if line.is_empty() { prefix.trim_end() } else { prefix });
        written.push_str(line);
    }
    written
}

fn table(tape: &mut Tape, author: &mut Author<'_>) -> String {
    let (columns, rows) = (1 + tape.below(4), tape.below(4));
    let bars = columns == 1 || !tape.once_in(4);
    let head = head(tape, author, columns, bars);
    let rule: Vec<&str> = (0..columns).map(|_| tape.pick(&["---", "--:", ":-:", ":--"])).collect();
    let mut lines = vec![head, joined(&rule, bars)];
    lines.extend((0..rows).map(|_| row(tape, author, columns, bars)));
    lines.join("\n")
}

/// The names of columns; one of them at least is no blank.
fn head(tape: &mut Tape, author: &mut Author<'_>, columns: usize, bars: bool) -> String {
    let mut cells = vec![author.run(tape, 3, Place::Line)];
    cells.extend((1..columns).map(|_| cell(tape, author, bars)));
    joined(&cells, bars)
}

fn row(tape: &mut Tape, author: &mut Author<'_>, columns: usize, bars: bool) -> String {
    let cells: Vec<String> = (0..columns).map(|_| cell(tape, author, bars)).collect();
    joined(&cells, bars)
}

fn joined<T: AsRef<str>>(cells: &[T], bars: bool) -> String {
    let cells: Vec<&str> = cells.iter().map(AsRef::as_ref).collect();
    if bars { format!("| {} |", cells.join(" | ")) } else { cells.join(" | ") }
}

fn cell(tape: &mut Tape, author: &mut Author<'_>, bars: bool) -> String {
    match tape.below(8) {
        0 if bars => String::new(),
        1 => "either \\| or".to_owned(),
        _ => author.run(tape, 3, Place::Line),
    }
}

fn note_text(tape: &mut Tape, author: &mut Author<'_>, note: usize) -> String {
    author.calls = false;
    let words = author.run(tape, 5, Place::Paragraph).replace('\n', "\n    ");
    if tape.once_in(5) {
        format!("[^n{note}]: {words}\n\n    And more.")
    } else {
        format!("[^n{note}]: {words}")
    }
}
