//! The words that the search looks among. A script is read as text; this one
//! holds a list of each page's words, and an alphabet puts nothing beside
//! anything.

/// Where the words of the search stand.
pub(super) const WORDS: &str = "search/words.js";

/// The script `text` without its lists: what is assigned on a line of its own,
/// with each word once and in order. `one` and `three` stand there between
/// whatever else a page says, and tell of neither. What is no such list is
/// read, and so is every other script: two words may be in order by chance.
pub(super) fn without_lists(text: &str) -> String {
    let lines = text.lines().map(|line| match line.split_once(" = \"") {
        Some((name, rest)) if rest.strip_suffix("\";").is_some_and(is_list) => name,
        _ => line,
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Whether `words` are in order, each once, and none holds a number.
fn is_list(words: &str) -> bool {
    let is_word = |word: &str| word.chars().all(char::is_alphabetic);
    let all: Vec<&str> = words.split(' ').collect();
    all.iter().all(|word| is_word(word)) && all.is_sorted_by(|one, other| one < other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_in_order_tells_nothing_and_all_else_is_read() {
        let list = "words[\"moves/index.html\"] = \"children moves one three\";";
        assert_eq!(without_lists(list), "words[\"moves/index.html\"]");
        for said in [
            "words[\"a\"] = \"three moves one child\";",
            "words[\"a\"] = \"3 moves\";",
            "var moves = 3;",
            "/* Three moves. */",
        ] {
            assert_eq!(without_lists(said), said);
        }
    }
}
