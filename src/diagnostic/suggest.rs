//! "Did you mean": the nearest known word to one that is not known.

/// The word of `known` nearest to `found`, if one is near enough to be meant.
pub fn closest<'a>(found: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let found = found.to_lowercase();
    let limit = (found.chars().count() / 3).max(1);
    known
        .into_iter()
        .filter(|word| !differs_in_digits_alone(&found, &word.to_lowercase()))
        .map(|word| (distance(&found, &word.to_lowercase()), word))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| word)
}

/// Whether two words are alike but for their digits, as `2024-25` and
/// `2025-26` are: one is then another thing, not the same thing misspelt.
fn differs_in_digits_alone(a: &str, b: &str) -> bool {
    let bare = |word: &str| word.replace(|c: char| c.is_ascii_digit(), "0");
    a != b && bare(a) == bare(b)
}

/// Advice for `found`: the nearest of `known`, or a list of them all.
pub(super) fn advice<'a>(found: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let mut known: Vec<&str> = known.into_iter().collect();
    known.sort_unstable();
    known.dedup();
    match closest(found, known.iter().copied()) {
        Some(word) => Some(format!("did you mean `{word}`?")),
        None if known.is_empty() => None,
        None => Some(format!("it can be {}", list_of(&known))),
    }
}

/// `a`, `b` or `c`, at most twelve of them.
pub fn list_of(words: &[&str]) -> String {
    const MOST: usize = 12;
    let shown: Vec<String> = words.iter().take(MOST).map(|word| format!("`{word}`")).collect();
    match (shown.split_last(), words.len() > MOST) {
        (None, _) => String::new(),
        (Some(_), true) => format!("{} and {} more", shown.join(", "), words.len() - MOST),
        (Some((last, [])), false) => last.clone(),
        (Some((last, rest)), false) => format!("{} or {last}", rest.join(", ")),
    }
}

/// The edits (insert, drop, change, swap neighbours) between two words.
fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    if a.len().abs_diff(b.len()) > 8 {
        return usize::MAX;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let row = next_row(&a, &b, i, &before, &last);
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(0)
}

fn next_row(a: &[char], b: &[char], i: usize, before: &[usize], last: &[usize]) -> Vec<usize> {
    let mut row = vec![i];
    for j in 1..=b.len() {
        let change = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
        let mut best = change.min(last[j] + 1).min(row[j - 1] + 1);
        if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
            best = best.min(before[j - 2] + 1);
        }
        row.push(best);
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_are_found_and_far_ones_are_not() {
        let known = ["polarity", "period", "period_type"];
        assert_eq!(closest("perod", known), Some("period"));
        assert_eq!(closest("plorarity", known), Some("polarity"));
        assert_eq!(closest("colour", known), None);
        assert_eq!(closest("2025-26", ["2024-25"]), None);
    }

    #[test]
    fn lists_read_as_english() {
        assert_eq!(list_of(&["a", "b", "c"]), "`a`, `b` or `c`");
        assert_eq!(list_of(&["a"]), "`a`");
    }
}
