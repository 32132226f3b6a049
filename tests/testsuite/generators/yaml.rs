//! YAML values, and texts of them in the styles that authors use: block and
//! flow, bare, quoted and folded, with comments, blank lines and Windows ends.

mod scalar;
mod writer;

use super::tape::Tape;
use std::fmt::Display;

/// A value to be written.
#[derive(Clone, Debug)]
pub(crate) enum Node {
    /// A single word or number; quotes do not change what it means.
    Word(String),
    /// A word that means something else in quotes: true and false.
    Bare(&'static str),
    /// Prose.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A map.
    Map(Vec<(String, Node)>),
}

impl Node {
    pub(crate) fn word(word: impl Display) -> Self {
        Self::Word(word.to_string())
    }

    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub(crate) fn bool(value: bool) -> Self {
        Self::Bare(if value { "true" } else { "false" })
    }

    pub(crate) fn words<T: Display>(words: &[T]) -> Self {
        Self::List(words.iter().map(Self::word).collect())
    }

    pub(crate) fn map<K: Into<String>, const N: usize>(entries: [(K, Node); N]) -> Self {
        Self::Map(entries.into_iter().map(|(key, value)| (key.into(), value)).collect())
    }

    /// How many single values it holds.
    fn weight(&self) -> usize {
        match self {
            Self::List(items) => items.iter().map(Self::weight).sum::<usize>() + 1,
            Self::Map(entries) => {
                entries.iter().map(|(_, value)| value.weight()).sum::<usize>() + 1
            }
            Self::Text(text) if text.contains('\n') => 8,
            _ => 1,
        }
    }
}

/// A map under construction: keys may be left out, or given by chance.
#[derive(Default)]
pub(crate) struct Record(Vec<(String, Node)>);

impl Record {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Adds `key`.
    pub(crate) fn with(mut self, key: &str, value: Node) -> Self {
        self.0.push((key.to_owned(), value));
        self
    }

    /// Adds `key`, if there is a value.
    pub(crate) fn with_any(self, key: &str, value: Option<Node>) -> Self {
        match value {
            Some(value) => self.with(key, value),
            None => self,
        }
    }

    /// Adds `key` with what `make` makes, once in `times`.
    pub(crate) fn maybe(
        self,
        tape: &mut Tape,
        times: usize,
        key: &str,
        make: impl FnOnce(&mut Tape) -> Node,
    ) -> Self {
        let value = tape.maybe(times, make);
        self.with_any(key, value)
    }

    /// Adds `key` with a list, unless it is empty and left out by chance.
    pub(crate) fn list(self, tape: &mut Tape, key: &str, items: Vec<Node>) -> Self {
        let left_out = items.is_empty() && !tape.once_in(10);
        self.with_any(key, (!left_out).then_some(Node::List(items)))
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.0.iter().any(|(known, _)| known == key)
    }

    /// The word that `key` has, if it has one.
    pub(crate) fn word(&self, key: &str) -> Option<&str> {
        self.0.iter().find_map(|(known, value)| match value {
            Node::Word(word) if known == key => Some(word.as_str()),
            _ => None,
        })
    }

    /// The map, its keys sometimes turned round.
    pub(crate) fn node(mut self, tape: &mut Tape) -> Node {
        if tape.once_in(6) && !self.0.is_empty() {
            let at = tape.below(self.0.len());
            self.0.rotate_left(at);
        }
        Node::Map(self.0)
    }
}

/// A whole file that holds `node`.
pub(crate) fn file(tape: &mut Tape, node: &Node) -> String {
    let mut text = front(tape, node);
    if tape.once_in(12) {
        text.insert_str(0, "---\n");
    }
    if tape.once_in(30) {
        text.push_str("...\n");
    }
    line_ends(tape, text)
}

/// A map as it stands between the lines of front matter, or in a block.
pub(crate) fn front(tape: &mut Tape, node: &Node) -> String {
    writer::Writer::new(tape).document(node)
}

/// The same text, with Windows line ends now and then.
pub(crate) fn line_ends(tape: &mut Tape, text: String) -> String {
    if tape.once_in(8) { text.replace('\n', "\r\n") } else { text }
}
