//! Titles found by their words in any order: “three young people were convicted
//! or cautioned” names “Young people convicted or cautioned”.

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

/// Titles by the rarest of their words; a word is a number here.
#[derive(Debug, Default)]
pub(super) struct Loose {
    /// The words of each title, and the outcome or table it is of.
    titles: Vec<(Vec<usize>, usize)>,
    /// The titles of which each word is the rarest.
    by_rarest: Vec<Vec<usize>>,
}

/// Whether a word tells something of what a title is about.
pub(super) fn is_telling(word: &str) -> bool {
    !EMPTY.contains(&word) && word.parse::<u32>().is_err()
}

impl Loose {
    /// Adds the telling words of a title of the outcome or table `at`.
    pub(super) fn add(&mut self, mut words: Vec<usize>, at: usize) {
        words.sort_unstable();
        words.dedup();
        if words.len() >= FEWEST {
            self.titles.push((words, at));
        }
    }

    /// Makes ready to find the titles of what is guarded.
    pub(super) fn index(&mut self, is_guarded: impl Fn(usize) -> bool) {
        self.titles.retain(|(_, at)| is_guarded(*at));
        self.titles.sort_unstable();
        self.titles.dedup();
        let most = self.titles.iter().flat_map(|(words, _)| words).max();
        let mut times = vec![0usize; most.map_or(0, |most| most + 1)];
        self.titles.iter().flat_map(|(words, _)| words).for_each(|word| times[*word] += 1);
        self.by_rarest = vec![Vec::new(); times.len()];
        for (title, (words, _)) in self.titles.iter().enumerate() {
            let rarest = words.iter().min_by_key(|word| times[**word]);
            rarest.into_iter().for_each(|word| self.by_rarest[*word].push(title));
        }
    }

    /// What has all its words among `words`.
    pub(super) fn find(&self, words: &[Option<usize>]) -> Vec<usize> {
        let known = words.iter().flatten().filter_map(|word| self.by_rarest.get(*word));
        let titles = known.flatten().filter_map(|title| self.titles.get(*title));
        let stands = |word: &usize| words.contains(&Some(*word));
        let mut found: Vec<usize> =
            titles.filter(|(words, _)| words.iter().all(stands)).map(|(_, at)| *at).collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_known_by_its_words_in_any_order_if_it_is_guarded() {
        let mut loose = Loose::default();
        loose.add(vec![3, 1, 2, 1], 7);
        loose.add(vec![1], 8);
        loose.add(vec![1, 2], 9);
        loose.index(|at| at != 9);
        let find =
            |words: &[usize]| loose.find(&words.iter().copied().map(Some).collect::<Vec<_>>());
        assert_eq!(find(&[2, 5, 3, 9, 1]), [7]);
        assert!(find(&[2, 3]).is_empty() && find(&[1, 2]).is_empty());
        assert!(is_telling("convicted") && !is_telling("of") && !is_telling("18"));
    }
}
