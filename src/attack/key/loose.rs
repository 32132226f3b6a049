//! Titles found by their words in any order: “three young people were convicted
//! or cautioned” names “Young people convicted or cautioned”.

use super::super::words::Token;
use std::collections::{BTreeSet, HashMap};

/// Words that tell nothing of what a title is about.
const EMPTY: [&str; 62] = [
    "a",
    "an",
    "and",
    "are",
    "as",
    "at",
    "be",
    "been",
    "by",
    "for",
    "from",
    "had",
    "ha",
    "has",
    "have",
    "in",
    "is",
    "it",
    "its",
    "of",
    "on",
    "or",
    "our",
    "out",
    "over",
    "per",
    "that",
    "the",
    "their",
    "them",
    "they",
    "this",
    "those",
    "to",
    "under",
    "up",
    "was",
    "wa",
    "we",
    "were",
    "when",
    "where",
    "which",
    "who",
    "whose",
    "with",
    "within",
    "more",
    "than",
    "one",
    "two",
    "three",
    "number",
    "percentage",
    "percent",
    "cent",
    "share",
    "rate",
    "average",
    "year",
    "month",
    "31",
];
/// Fewer words than this name nothing by themselves.
const FEWEST: usize = 2;

/// Titles by the longest of their words.
#[derive(Debug, Default)]
pub(super) struct Loose(HashMap<String, Vec<(usize, BTreeSet<String>)>>);

impl Loose {
    /// Adds the folded words of a title of the outcome or table `at`.
    pub(super) fn add(&mut self, words: &[String], at: usize) {
        let telling =
            |word: &&String| !EMPTY.contains(&word.as_str()) && word.parse::<u32>().is_err();
        let words: BTreeSet<String> = words.iter().filter(telling).cloned().collect();
        let longest = words.iter().max_by_key(|word| word.len()).cloned();
        if let Some(longest) = longest.filter(|_| words.len() >= FEWEST) {
            let known = self.0.entry(longest).or_default();
            if !known.iter().any(|(other, same)| *other == at && *same == words) {
                known.push((at, words));
            }
        }
    }

    /// What has all its words among `tokens`.
    pub(super) fn find(&self, tokens: &[Token]) -> Vec<usize> {
        let titles = tokens.iter().filter_map(|token| self.0.get(&token.word)).flatten();
        let stands = |word: &String| tokens.iter().any(|token| token.word == *word);
        let mut found: Vec<usize> =
            titles.filter(|(_, words)| words.iter().all(stands)).map(|(at, _)| *at).collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::words::{folded, tokens};
    use super::*;

    #[test]
    fn a_title_is_known_by_its_words_in_any_order() {
        let mut loose = Loose::default();
        loose.add(&folded("Young people convicted or cautioned"), 7);
        loose.add(&folded("Offending"), 8);
        let find = |text: &str| loose.find(&tokens(text));
        assert_eq!(find("Three young people were cautioned or even convicted"), [7]);
        assert!(
            find("Three young people were convicted").is_empty() && find("Offending").is_empty()
        );
    }
}
