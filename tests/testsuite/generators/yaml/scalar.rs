//! Single values as text: bare, in quotes, or as a block of lines.

use super::super::tape::Tape;
use super::Node;

/// A key, in quotes if it must be or by chance.
pub(super) fn key(tape: &mut Tape, key: &str) -> String {
    if is_plain(key, true) && !tape.once_in(40) { key.to_owned() } else { double(tape, key) }
}

/// A single value between brackets or braces.
pub(super) fn in_flow(tape: &mut Tape, node: &Node) -> String {
    match node {
        Node::Bare(word) => (*word).to_owned(),
        Node::Word(text) | Node::Text(text) => match tape.below(4) {
            0 | 1 if is_plain(text, true) => text.clone(),
            2 if !text.contains('\n') => single(text),
            _ => double(tape, text),
        },
        Node::List(_) | Node::Map(_) => String::new(),
    }
}

/// A single value after a key or a dash; further lines stand at `depth`.
pub(super) fn in_block(tape: &mut Tape, node: &Node, depth: usize) -> String {
    match node {
        Node::Text(text) if text.contains('\n') => lines(tape, text, depth),
        Node::Text(text) => prose(tape, text, depth),
        Node::Word(word) if is_plain(word, false) && !tape.once_in(12) => word.clone(),
        other => in_flow(tape, other),
    }
}

/// Prose of one line.
fn prose(tape: &mut Tape, text: &str, depth: usize) -> String {
    match tape.below(9) {
        0..=2 if is_plain(text, false) => text.to_owned(),
        3 if is_plain(text, false) => wrapped(tape, text, depth),
        4 => single(text),
        5 => literal(tape, text, depth),
        6 => {
            let chomp = tape.pick(&["", "-", "+"]);
            format!(">{chomp}\n{}{}", " ".repeat(depth), wrapped(tape, text, depth))
        }
        7 => {
            let quoted = double(tape, text);
            wrapped(tape, &quoted, depth)
        }
        _ => double(tape, text),
    }
}

/// Prose of several lines.
fn lines(tape: &mut Tape, text: &str, depth: usize) -> String {
    let breaks_off = text.starts_with([' ', '\n', '\t']);
    if breaks_off || tape.once_in(10) { double(tape, text) } else { literal(tape, text, depth) }
}

fn literal(tape: &mut Tape, text: &str, depth: usize) -> String {
    let mut written = format!("|{}", tape.pick(&["", "", "-", "+"]));
    for line in text.split('\n') {
        written.push('\n');
        if !line.is_empty() {
            written.push_str(&" ".repeat(depth));
            written.push_str(line);
        }
    }
    written
}

/// `text` on several lines: a line end in place of a space here and there.
fn wrapped(tape: &mut Tape, text: &str, depth: usize) -> String {
    let mut words = text.split(' ');
    let mut written = words.next().unwrap_or_default().to_owned();
    for word in words {
        let breaks = !word.is_empty() && !written.ends_with([' ', '\\']) && tape.once_in(5);
        written.push_str(&if breaks { format!("\n{}", " ".repeat(depth)) } else { " ".to_owned() });
        written.push_str(word);
    }
    written
}

fn single(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

fn double(tape: &mut Tape, text: &str) -> String {
    let escapes = tape.once_in(6);
    let mut written = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => written.extend(['\\', c]),
            '\n' => written.push_str("\\n"),
            '\t' => written.push_str("\\t"),
            c if escapes && !c.is_ascii() => written.push_str(&format!("\\U{:08x}", u32::from(c))),
            c => written.push(c),
        }
    }
    written + "\""
}

/// Whether `text` means itself without quotes.
fn is_plain(text: &str, flow: bool) -> bool {
    let begins = text.starts_with(|c: char| c.is_alphanumeric() || c == '£');
    let begins = begins
        || text
            .strip_prefix('-')
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let cuts = text.contains(": ")
        || text.contains(" #")
        || text.ends_with([':', ' '])
        || text.contains('\n');
    let in_flow = flow && text.contains([',', '[', ']', '{', '}']);
    let means_else = ["true", "false", "null", "True", "False", "Null"].contains(&text);
    begins && !cuts && !in_flow && !means_else
}
