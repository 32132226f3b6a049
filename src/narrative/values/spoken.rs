//! Words in another language.

use super::ask::{required, unknown};
use super::{Answer, Answered, Words};
use crate::narrative::evaluate::World;
use crate::narrative::language;

/// Words, and the language they are in.
pub(super) fn words(_: &World, words: &Words) -> Answered {
    let text = required(words, "text")?.split_whitespace().collect::<Vec<_>>().join(" ");
    let code = required(words, "lang")?;
    if text.is_empty() {
        return Err(unknown("`text` holds no words".to_owned(), None));
    }
    if language::is_code(code) {
        return Ok(Answer::Marked(text, code.to_owned()));
    }
    let message = format!("`{code}` is not the code of a language");
    let help = "write the two letters of its code, such as `cy` for Welsh or `pl` for Polish";
    Err(unknown(message, Some(help.to_owned())))
}
