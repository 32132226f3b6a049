//! Names found in words: a tree of phrases, walked word by word.

use super::super::words::Token;
use std::collections::HashMap;

/// What a phrase names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Name {
    /// An outcome or a table.
    Subject(usize),
    /// A row of a table: the table, and which.
    Row(usize, usize),
    /// A column of a table.
    Column(usize, usize),
    /// A period.
    Period(usize),
    /// Another area than the council's.
    Area(usize),
    /// A total.
    Total,
    /// The council itself.
    Council,
}

/// A name in a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) struct Found {
    /// What is named.
    pub(in super::super) name: Name,
    /// The first token that names it.
    pub(in super::super) from: usize,
    /// One past the last.
    pub(in super::super) to: usize,
}

impl Found {
    /// Whether it is the whole of `length` tokens.
    pub(super) fn is_all(&self, length: usize) -> bool {
        self.from == 0 && self.to == length
    }
}

/// Phrases and what they name.
#[derive(Debug, Default)]
pub(in super::super) struct Names {
    words: HashMap<String, usize>,
    steps: HashMap<(usize, usize), usize>,
    /// What the phrase that ends at each node names; node 0 is the root.
    ends: Vec<Vec<Name>>,
}

impl Names {
    /// Lets `phrase` name `name`.
    pub(super) fn add(&mut self, phrase: &[String], name: Name) {
        if self.ends.is_empty() {
            self.ends.push(Vec::new());
        }
        let mut node = 0;
        for word in phrase {
            let next = self.words.len();
            let word = *self.words.entry(word.clone()).or_insert(next);
            let fresh = self.ends.len();
            node = *self.steps.entry((node, word)).or_insert(fresh);
            if node == fresh {
                self.ends.push(Vec::new());
            }
        }
        if node > 0 && !self.ends[node].contains(&name) {
            self.ends[node].push(name);
        }
    }

    /// The longest name that begins at each word, not counting words that
    /// belong to a longer one.
    pub(super) fn find(&self, words: &[Option<usize>]) -> Vec<Found> {
        let mut found = Vec::new();
        let mut from = 0;
        while from < words.len() {
            let Some((node, to)) = self.longest(words, from) else {
                from += 1;
                continue;
            };
            found.extend(self.ends[node].iter().map(|name| Found { name: *name, from, to }));
            from = to;
        }
        found
    }

    /// The number of each word that any phrase has.
    pub(super) fn numbered(&self, tokens: &[Token<'_>]) -> Vec<Option<usize>> {
        tokens.iter().map(|token| self.number(&token.word)).collect()
    }

    /// The number of a word that some phrase has.
    pub(super) fn number(&self, word: &str) -> Option<usize> {
        self.words.get(word).copied()
    }

    fn longest(&self, words: &[Option<usize>], from: usize) -> Option<(usize, usize)> {
        let (mut node, mut longest) = (0, None);
        for (at, word) in words.iter().enumerate().skip(from) {
            let Some(next) = word.and_then(|word| self.steps.get(&(node, word))) else { break };
            node = *next;
            if !self.ends[node].is_empty() {
                longest = Some((node, at + 1));
            }
        }
        longest
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::words::{folded, tokens};
    use super::*;

    #[test]
    fn the_longest_name_counts() {
        let mut names = Names::default();
        names.add(&folded("Children in care"), Name::Subject(0));
        names.add(&folded("Child in care rate"), Name::Subject(1));
        names.add(&folded("care"), Name::Area(0));
        let text = "Care of the children in care; rates of children in care: rate";
        let found = names.find(&names.numbered(&tokens(text)));
        let named: Vec<_> = found.iter().map(|found| (found.name, found.from)).collect();
        assert_eq!(named, [(Name::Area(0), 0), (Name::Subject(1), 3), (Name::Subject(1), 8)]);
    }
}
