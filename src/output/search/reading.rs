//! What can be found on a page, read from the page itself: whatever wrote it,
//! it is found by what it says.

use crate::output::tags::{Piece, Tag, main_of, pieces};
use std::collections::BTreeSet;

/// What can be found on a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::output) struct Found {
    /// Its heading of the first level.
    pub(super) title: String,
    /// What its author says it is about.
    pub(super) summary: Option<String>,
    /// Its headings of the second and third level.
    pub(super) headings: Vec<Heading>,
    /// Its words, in lower case, without numbers.
    pub(super) words: BTreeSet<String>,
}

/// A heading that can be led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    pub(super) words: String,
    pub(super) anchor: String,
}

/// Words shorter than this are not kept: nobody looks for `of`.
const SHORT: usize = 3;

/// Parts whose words belong to the page's machinery.
const APART: [&str; 4] = ["svg", "nav", "script", "style"];

impl Found {
    /// Reads a page; its headings only if they are its own.
    pub(in crate::output) fn read(html: &str, with_headings: bool) -> Self {
        let mut reader = Reader { with_headings, ..Reader::default() };
        for piece in pieces(main_of(html).unwrap_or_default()) {
            reader.take(piece);
        }
        let summary = html.find("<meta name=\"description\"").and_then(|at| {
            let Some(Piece::Open(tag)) = pieces(&html[at..]).next() else { return None };
            tag.value("content").map(plain)
        });
        Self { summary, ..reader.found }
    }
}

/// Reads one piece after another.
#[derive(Default)]
struct Reader {
    found: Found,
    with_headings: bool,
    /// The part of machinery that is passed over, and how deep it nests.
    apart: Option<(String, usize)>,
    /// The heading that is read: its level, its anchor, its words so far.
    heading: Option<(String, Option<String>, String)>,
    /// The last anchor since the last heading: often that of the record which
    /// the next heading names.
    anchor: Option<String>,
}

impl Reader {
    fn take(&mut self, piece: Piece<'_>) {
        if self.is_apart(piece) {
            return;
        }
        match piece {
            Piece::Open(tag) => self.open(tag),
            Piece::Close(name) => self.close(name),
            Piece::Other(text) => self.words(text),
        }
    }

    /// Passes over parts of machinery.
    fn is_apart(&mut self, piece: Piece<'_>) -> bool {
        if let Some((name, depth)) = &mut self.apart {
            match piece {
                Piece::Open(tag) if tag.name == name => *depth += 1,
                Piece::Close(end) if end == name => *depth -= 1,
                _ => {}
            }
            self.apart.take_if(|(_, depth)| *depth == 0);
            return true;
        }
        let Piece::Open(tag) = piece else { return false };
        if APART.contains(&tag.name) {
            self.apart = Some((tag.name.to_owned(), 1));
        }
        self.apart.is_some()
    }

    fn open(&mut self, tag: Tag<'_>) {
        let own = tag.value("id").map(str::to_owned);
        if matches!(tag.name, "h1" | "h2" | "h3") {
            let anchor = own.or_else(|| self.anchor.take());
            self.heading = Some((tag.name.to_owned(), anchor, String::new()));
        } else if own.is_some() {
            self.anchor = own;
        }
    }

    fn close(&mut self, name: &str) {
        let Some((level, anchor, words)) = self.heading.take_if(|(level, ..)| level == name) else {
            return;
        };
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if level == "h1" {
            self.found.title = words;
        } else if let Some(anchor) = anchor.filter(|_| self.with_headings) {
            self.found.headings.push(Heading { words, anchor });
        }
        self.anchor = None;
    }

    fn words(&mut self, text: &str) {
        if text.starts_with("<!--") {
            return;
        }
        let text = plain(text);
        if let Some((_, _, words)) = &mut self.heading {
            words.push_str(&text);
        }
        let words = text.split(|c: char| !c.is_alphanumeric());
        let words = words
            .filter(|word| word.chars().all(char::is_alphabetic) && word.chars().count() >= SHORT);
        self.found.words.extend(words.map(str::to_lowercase));
    }
}

/// Text as it is read, without entities.
fn plain(text: &str) -> String {
    let pairs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'")];
    let text = pairs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to));
    text.replace("&nbsp;", "\u{a0}").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::{Found, Heading};

    const PAGE: &str = "<head><meta name=\"description\" content=\"What we did &amp; saw\"></head>\
        <nav>Menu</nav><main id=\"main\"><h1>Health</h1><nav>On this page</nav>\
        <p>Of 41 children, 7 saw a dentist’s chair.</p><svg><g><svg></svg>label</g></svg>\
        <h2 id=\"teeth\"><span>2</span> Teeth &amp; gums</h2>\
        <article id=\"rec-3\"><div><h3>Recommendation 3</h3></div></article>\
        <h2>No anchor</h2></main>";

    #[test]
    fn a_page_is_found_by_what_its_main_part_says() {
        let found = Found::read(PAGE, true);
        assert_eq!(found.title, "Health");
        assert_eq!(found.summary.as_deref(), Some("What we did & saw"));
        let headings = [("2 Teeth & gums", "teeth"), ("Recommendation 3", "rec-3")];
        let heading =
            |(words, anchor): (&str, &str)| Heading { words: words.into(), anchor: anchor.into() };
        assert_eq!(found.headings, headings.map(heading));
        let words: Vec<&str> = found.words.iter().map(String::as_str).collect();
        let wanted = [
            "anchor",
            "chair",
            "children",
            "dentist",
            "gums",
            "health",
            "recommendation",
            "saw",
            "teeth",
        ];
        assert_eq!(words, wanted);
    }

    #[test]
    fn headings_that_are_everywhere_are_left_out() {
        let found = Found::read(PAGE, false);
        assert_eq!((found.headings.len(), found.title.as_str()), (0, "Health"));
    }
}
