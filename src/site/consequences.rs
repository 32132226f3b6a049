//! What is found only because a record could not be read.
//!
//! An outcome with a misspelt key is not there for the pledge that names it.
//! The misspelt key is the mistake; that the outcome is not there is none.

use super::load::says_anything;
use crate::diagnostic::{Code, Diagnostic, Findings, Severity, codes};
use crate::sources::Sources;
use std::collections::BTreeSet;

/// Codes that say a file or a part of it could not be read.
const UNREAD: [Code; 14] = [
    codes::YAML_SYNTAX,
    codes::UNKNOWN_KEY,
    codes::MISSING_KEY,
    codes::BAD_VALUE,
    codes::DUPLICATE_KEY,
    codes::TAB,
    codes::ALIAS,
    codes::CUT_TEXT,
    codes::ODD_SPACE,
    codes::NOT_TEXT,
    codes::FRONT_MATTER,
    codes::UNREADABLE,
    codes::TOO_LARGE,
    codes::SYMLINK,
];

/// Codes that say something is not there.
const ABSENT: [Code; 6] = [
    codes::UNKNOWN_ID,
    codes::UNKNOWN_VALUE,
    codes::NO_FIGURE,
    codes::NOT_YET_KNOWN,
    codes::BROKEN_LINK,
    codes::MISSING_FILE,
];

/// Codes that say a promise is nowhere to be found, or nothing is wrong with it.
const NOWHERE: [Code; 3] = [codes::VANISHED, codes::DROPPED, codes::WAIVER_UNUSED];

/// Takes out of `findings` what says that something is not there, where it
/// stands in a file that could not be read whole.
pub fn drop_consequences(sources: &Sources, findings: &mut Findings) {
    let unread = Unread::of(sources, findings);
    let too_early = findings.iter().any(|found| found.code == codes::DATE_AFTER);
    findings.retain(|found| {
        let follows = too_early && found.code == codes::NOT_YET_KNOWN;
        let is_echo = ABSENT.contains(&found.code) && unread.holds(found);
        !(follows || is_echo || unread.misjudged(found))
    });
}

/// What could not be read.
struct Unread<'a> {
    /// The texts of files that have mistakes.
    texts: Vec<&'a str>,
    /// The paths of all such files.
    paths: BTreeSet<String>,
    /// Whether a file of data could not be read at all, so that nobody knows
    /// what stands in it.
    blind: bool,
}

impl<'a> Unread<'a> {
    fn of(sources: &'a Sources, findings: &Findings) -> Self {
        let errors = findings.iter().filter(|found| found.severity == Severity::Error);
        let files = errors.filter(|found| UNREAD.contains(&found.code));
        let paths: BTreeSet<String> =
            files.filter_map(|found| Some(found.span.as_ref()?.file.to_string())).collect();
        let data = || paths.iter().filter(|path| path.starts_with("data/"));
        let texts = data().filter_map(|path| sources.text(path)).collect();
        let blind = data().any(|path| sources.text(path).is_none_or(|text| !says_anything(text)));
        Self { texts, paths, blind }
    }

    /// Whether the registers were judged by records that were not read whole: a
    /// status that could not be read is not the same as none.
    fn misjudged(&self, found: &Diagnostic) -> bool {
        let judged = (codes::OVERDUE..=codes::WAIVER_ENDED).contains(&found.code);
        let in_unread = || {
            let file = found.span.as_ref().map(|span| &*span.file);
            file.is_some_and(|file| self.paths.contains(file))
        };
        let no_weights = self.paths.contains("data/site.yaml");
        let data_unread = || self.paths.iter().any(|path| path.starts_with("data/"));
        judged && (no_weights || in_unread() || (NOWHERE.contains(&found.code) && data_unread()))
    }

    /// Whether what is said not to be there stands in what was not read.
    fn holds(&self, found: &Diagnostic) -> bool {
        let Some(name) = found.message.rsplit('`').nth(1) else { return false };
        let last = name.trim_end_matches('/').rsplit(['/', '#']).next().unwrap_or_default();
        let in_text = || self.texts.iter().any(|text| names(text, last));
        let is_file = || self.paths.iter().any(|path| path.ends_with(&format!("/{last}")));
        if found.code == codes::BROKEN_LINK || found.code == codes::MISSING_FILE {
            return is_file() || in_text();
        }
        self.blind || in_text()
    }
}

/// Whether `text` makes a record called `name`: `id: name`, `number: name` or,
/// as a key, `name:`.
fn names(text: &str, name: &str) -> bool {
    let bare = text.replace(['"', '\''], "");
    let ends = |at: usize| !bare[at..].starts_with(|c: char| c.is_alphanumeric() || c == '-');
    let made = |by: &str| {
        let words = format!("{by}: {name}");
        bare.match_indices(&words).any(|(at, words)| ends(at + words.len()))
    };
    made("id") || made("number") || bare.contains(&format!("{name}:"))
}
