//! Markdown and YAML, cut into sentences and blocks without being evaluated.

use std::ops::Range;

/// The bytes of the fenced blocks of a narrative.
pub(super) fn fences(text: &str) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut open: Option<(String, usize)> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim_start_matches([' ', '>', '\t']);
        let marks: String = words.chars().take_while(|c| matches!(c, '`' | '~')).collect();
        at += line.len();
        let closes = |fence: &str| marks.starts_with(fence) && words.trim() == marks;
        match &open {
            Some((fence, from)) if closes(fence) => {
                all.push(*from..at);
                open = None;
            }
            None if marks.len() >= 3 => open = Some((marks, at)),
            _ => {}
        }
    }
    all.extend(open.map(|(_, from)| from..text.len()));
    all
}

/// The bytes of the sentences of Markdown or YAML: what stands between ends of
/// sentences, cells, items, values and links.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut from = lead(text);
    let mut at = from;
    let mut end = |from: &mut usize, to: usize, next: usize| {
        if *from < to {
            all.push(*from..to);
        }
        *from = next;
    };
    while at < text.len() {
        let rest = &text[at..];
        let length = rest.chars().next().map_or(1, char::len_utf8);
        let skip = skipped(rest).or_else(|| boundary(text, at));
        if let Some(skip) = skip {
            end(&mut from, at, at + skip);
        }
        at += skip.unwrap_or(length).max(length);
    }
    end(&mut from, text.len(), text.len());
    all
}

/// How many bytes are no words of the author's: a value, where a link leads, the
/// call of a footnote.
fn skipped(rest: &str) -> Option<usize> {
    let to = |close: &str| rest.find(close).map(|at| at + close.len());
    match () {
        () if rest.starts_with("{{") => to("}}"),
        () if rest.starts_with("[^") => to("]"),
        () if rest.starts_with("](") => to(")"),
        () => None,
    }
}

/// Whether a sentence ends here, and how many bytes the end takes.
fn boundary(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let after = rest
        .chars()
        .nth(1)
        .is_none_or(|c| c.is_whitespace() || matches!(c, '"' | '\'' | '*' | '_' | '”' | '’' | ')'));
    let first = rest.chars().next()?;
    let is_end = matches!(first, '.' | '?' | '!') && after;
    let is_mark = matches!(first, '|' | '{' | '}' | '`' | '#');
    if is_end || is_mark {
        return Some(1);
    }
    if first != '\n' {
        return None;
    }
    let line = rest[1..].lines().next().unwrap_or_default();
    let words = line.trim_start_matches([' ', '>', '\t']);
    let item = words.is_empty() || words.starts_with(['-', '*', '+', '|', '#', '>']);
    let lead = lead(line);
    (item || lead > 0).then_some(1 + lead)
}

/// How many bytes at the beginning of a line are a key of YAML or the number of
/// an item.
fn lead(line: &str) -> usize {
    let words = line.trim_start_matches([' ', '>', '\t']);
    let indent = line.len() - words.len();
    let key = words.find(|c: char| !c.is_ascii_lowercase() && c != '_').unwrap_or(words.len());
    if key > 0 && words[key..].starts_with(':') {
        return indent + key + 1;
    }
    let number = words.find(|c: char| !c.is_ascii_digit()).unwrap_or(words.len());
    let is_number = number > 0 && words[number..].starts_with(['.', ')']);
    if is_number { indent + number + 1 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<&str> {
        let parts = sentences(text).into_iter().map(|range| text[range].trim());
        parts.filter(|part| !part.is_empty()).collect()
    }

    #[test]
    fn a_text_is_cut_where_a_reader_would_stop() {
        assert_eq!(
            said(
                "One two\nthree. Four [five](six.md) seven {{ value(id=\"a\") }} eight.\n\n- nine\n- ten"
            ),
            ["One two\nthree", "Four [five", "seven", "eight", "- nine", "- ten"]
        );
        assert_eq!(said("who: A\ntext: |\n  B c\n  d 5.2 e"), ["A", "B c\n  d 5.2 e"]);
    }

    #[test]
    fn fences_are_found_within_lists() {
        let text = "a\n\n- b\n\n  ```passage\n  text: c\n  ```\n\n~~~quote\nwords: d\n~~~\n";
        let found: Vec<&str> = fences(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["  text: c\n  ```\n", "words: d\n~~~\n"]);
    }
}
