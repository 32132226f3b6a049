//! What a YAML reader says of a broken text, in plain words.

/// What `why` means, and what to do.
pub(super) fn in_plain_words(why: &str) -> (String, &'static str) {
    let known = KNOWN.iter().find(|(said, ..)| why.contains(said));
    match known {
        Some((_, message, help)) => ((*message).to_owned(), help),
        None => (
            format!("this is not YAML: {why}"),
            "check the indentation, quotes and brackets here and on the line before",
        ),
    }
}

const INDENT: &str = "begin keys of one record, and the dashes of one list, in the same column";

/// What the reader says, what that means, and what to do.
const KNOWN: [(&str, &str, &str); 8] = [
    (
        "a second document begins",
        "a second document begins here",
        "delete this line, or move what follows to a file of its own",
    ),
    (
        "mapping values are not allowed",
        "a `:` followed by a space stands within a text",
        "put the whole text in quotes",
    ),
    (
        "expected '-' indicator",
        "this line is not in the same column as those it belongs to",
        INDENT,
    ),
    (
        "did not find expected key",
        "this line is not in the same column as those it belongs to",
        INDENT,
    ),
    (
        "quoted scalar",
        "the quotation mark that opens here is not closed",
        "close it at the end of the text",
    ),
    (
        "expected ',' or",
        "a bracket is not closed, or a comma between two values is missing",
        "check the brackets and commas here and on the line before",
    ),
    (
        "only valid inside a block",
        "a bracket is not closed, or a comma between two values is missing",
        "check the brackets and commas here and on the line before",
    ),
    (
        "unexpected character",
        "a text cannot begin with this character",
        "put the whole text in quotes",
    ),
];
