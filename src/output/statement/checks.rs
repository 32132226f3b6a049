//! What this build itself checked, and what it found.
//!
//! Nothing is published while there is an error, so that a published statement
//! can say that there is none; warnings are counted. No day is given: the
//! words are true of whichever build made the page.

use crate::diagnostic::{Code, Diagnostic, Severity, codes};
use crate::output::cx::Cx;
use serde_json::{Value, json};

/// Codes that are of no help to a reader who asks what was checked.
const LEFT_OUT: [Code; 3] = [codes::UNKNOWN_ALERT, codes::SAME_ADDRESS, codes::UNSAFE_LINK];

/// What was looked for, on how many pages, and how many warnings are left.
pub(super) fn checks(cx: &Cx<'_>) -> Value {
    let looked_for = of_pages().filter(|code| !LEFT_OUT.contains(code));
    let looked_for: Vec<String> =
        looked_for.map(|code| cx.t(&format!("access.check.{code}"))).collect();
    json!({
        "pages": cx.renderer.pages,
        "looked_for": looked_for,
        "warnings": warnings(cx),
    })
}

/// The codes of what pages are checked for: families A, without what is about
/// the statement itself, and L.
fn of_pages() -> impl Iterator<Item = Code> {
    codes::ALL.iter().map(|(code, _)| *code).filter(|code| is_of_pages(*code))
}

fn is_of_pages(code: Code) -> bool {
    let word = code.as_str();
    word.starts_with('L') || (word.starts_with('A') && !word.starts_with("A03"))
}

/// The warnings about pages that are left, each counted once. What a page
/// accepts is a false alarm.
fn warnings(cx: &Cx<'_>) -> usize {
    let mut found = cx.renderer.findings.lock().map(|found| found.clone()).unwrap_or_default();
    found.settle();
    let is_left = |one: &&Diagnostic| {
        one.severity == Severity::Warning && is_of_pages(one.code) && !is_accepted(cx, one)
    };
    found.iter().filter(is_left).count()
}

fn is_accepted(cx: &Cx<'_>, found: &Diagnostic) -> bool {
    let file = found.span.as_ref().map(|span| &span.file);
    let page = cx.renderer.publication.pages.iter().find(|page| Some(&page.file) == file);
    page.is_some_and(|page| page.front.accept.contains_key(found.code.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_check_of_pages_has_words_for_readers() {
        let strings = include_str!("../../../themes/civic/strings/en.yaml");
        for code in of_pages() {
            let told = strings.contains(&format!("\naccess.check.{code}: "));
            assert_eq!(told, !LEFT_OUT.contains(&code), "{code}");
        }
    }
}
