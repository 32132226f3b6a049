//! Lists and maps as text.

use super::super::tape::Tape;
use super::Node;
use super::scalar;

/// Writes values in one author's style.
pub(super) struct Writer<'t> {
    pub(super) tape: &'t mut Tape,
    out: String,
    /// How much deeper each level stands.
    pub(super) indent: usize,
    /// Whether lists stand deeper than their key.
    hang: bool,
    /// A comment or blank line once in so many places; none if nought.
    comments: usize,
    /// A value in flow style once in so many that could be.
    flow: usize,
}

const COMMENTS: [&str; 5] =
    ["from the return", "was: the old figure", "check this # twice", "TODO", "ŵ – “x”"];

/// Whether no comment can follow on the same line: it would cut the text short.
fn is_prose(written: &str) -> bool {
    written.contains('\n') || (written.contains(' ') && !written.starts_with(['"', '\'']))
}

impl<'t> Writer<'t> {
    pub(super) fn new(tape: &'t mut Tape) -> Self {
        let indent = tape.pick(&[2, 2, 2, 3, 4]);
        let hang = tape.once_in(2);
        let comments = tape.pick(&[0, 0, 0, 8, 30]);
        let flow = tape.pick(&[1, 2, 2, 3, 100]);
        Self { tape, out: String::new(), indent, hang, comments, flow }
    }

    pub(super) fn document(mut self, node: &Node) -> String {
        match node {
            Node::Map(entries) if !entries.is_empty() => self.map(entries, 0, false),
            other => {
                self.flow(other, 0);
                self.out.push('\n');
            }
        }
        self.out
    }

    fn pad(&mut self, depth: usize) {
        self.out.extend(std::iter::repeat_n(' ', depth));
    }

    /// A comment or a blank line between two others.
    fn pause(&mut self, depth: usize) {
        if self.comments == 0 || !self.tape.once_in(self.comments) {
            return;
        }
        if self.tape.once_in(2) {
            self.out.push('\n');
            return;
        }
        let at = self.tape.pick(&[depth, depth, 0]);
        self.pad(at);
        let words = self.tape.pick(&COMMENTS);
        self.out.push_str(&format!("# {words}\n"));
    }

    /// The end of a line, with a comment now and then.
    fn end_line(&mut self) {
        if self.comments > 0 && self.tape.once_in(self.comments) {
            let words = self.tape.pick(&COMMENTS);
            self.out.push_str(&format!("  # {words}"));
        }
        self.out.push('\n');
    }

    fn map(&mut self, entries: &[(String, Node)], depth: usize, mut begun: bool) {
        for (key, value) in entries {
            if !std::mem::take(&mut begun) {
                self.pause(depth);
                self.pad(depth);
            }
            let key = scalar::key(self.tape, key);
            self.out.push_str(&key);
            self.out.push(':');
            self.value(value, depth);
        }
    }

    /// What stands after a key and its colon.
    fn value(&mut self, node: &Node, depth: usize) {
        if self.on_one_line(node) {
            self.out.push(' ');
            return self.line(node, depth);
        }
        self.end_line();
        match node {
            Node::Map(entries) => self.map(entries, depth + self.indent, false),
            Node::List(items) => {
                self.list(items, if self.hang { depth + self.indent } else { depth }, false);
            }
            _ => {}
        }
    }

    fn list(&mut self, items: &[Node], depth: usize, mut begun: bool) {
        for item in items {
            if !std::mem::take(&mut begun) {
                self.pause(depth);
                self.pad(depth);
            }
            self.out.push_str("- ");
            self.item(item, depth);
        }
    }

    fn item(&mut self, node: &Node, depth: usize) {
        if self.on_one_line(node) {
            return self.line(node, depth);
        }
        match node {
            Node::Map(entries) => self.map(entries, depth + 2, true),
            Node::List(items) => self.list(items, depth + 2, true),
            _ => {}
        }
    }

    fn on_one_line(&mut self, node: &Node) -> bool {
        match node {
            Node::List(items) if items.is_empty() => true,
            Node::Map(entries) if entries.is_empty() => true,
            Node::List(_) | Node::Map(_) => node.weight() < 14 && self.tape.once_in(self.flow),
            _ => true,
        }
    }

    /// A single value, or one in flow style, to the end of its line.
    fn line(&mut self, node: &Node, depth: usize) {
        match node {
            Node::List(_) | Node::Map(_) => {
                self.flow(node, depth);
                self.end_line();
            }
            _ => {
                let written = scalar::in_block(self.tape, node, depth + self.indent);
                self.out.push_str(&written);
                if is_prose(&written) { self.out.push('\n') } else { self.end_line() }
            }
        }
    }

    fn flow(&mut self, node: &Node, depth: usize) {
        match node {
            Node::List(items) => {
                self.out.push('[');
                for (at, item) in items.iter().enumerate() {
                    self.comma(at, depth);
                    self.flow(item, depth);
                }
                self.out.push(']');
            }
            Node::Map(entries) => {
                self.out.push('{');
                for (at, (key, value)) in entries.iter().enumerate() {
                    self.comma(at, depth);
                    let key = scalar::key(self.tape, key);
                    self.out.push_str(&format!("{key}: "));
                    self.flow(value, depth);
                }
                self.out.push('}');
            }
            single => {
                let written = scalar::in_flow(self.tape, single);
                self.out.push_str(&written);
            }
        }
    }

    /// What stands before the item at place `at`.
    fn comma(&mut self, at: usize, depth: usize) {
        if at == 0 {
            return;
        }
        self.out.push(',');
        if self.tape.once_in(25) {
            self.out.push('\n');
            self.pad(depth + self.indent);
        } else {
            self.out.push(' ');
        }
    }
}
