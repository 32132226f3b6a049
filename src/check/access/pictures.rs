//! Alternative texts: what a reader hears in the place of a picture (WCAG 1.1.1,
//! and 1.4.5 for pictures of words).

use super::Reader;
use super::phrases::{begins, is};
use super::words::{bare, quoted, words};
use crate::diagnostic::{Code, Diagnostic, Span, codes};
use crate::narrative::{Inline, plain_text};

/// The longest alternative text that can be listened to, in characters.
const LONGEST: usize = 250;
/// The fewest words of which a repeat is no chance.
const A_FEW: usize = 4;
/// Endings of the names of picture files.
const ENDINGS: [&str; 8] = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp", ".tiff"];

impl Reader<'_> {
    /// The pictures of a paragraph that has the texts of `near` beside it.
    pub(super) fn pictures(&mut self, words: &[Inline], near: &[String]) {
        let own = bare(&said(words));
        let around: Vec<&str> = near.iter().map(String::as_str).chain([own.as_str()]).collect();
        self.pictures_in(words, &around);
    }

    fn pictures_in(&mut self, words: &[Inline], around: &[&str]) {
        for word in words {
            match word {
                Inline::Image { file, alt, span } if !alt.trim().is_empty() => {
                    self.picture(file, alt, span, around);
                }
                Inline::Emphasis(words) | Inline::Strong(words) | Inline::Link { words, .. } => {
                    self.pictures_in(words, around);
                }
                _ => {}
            }
        }
    }

    fn picture(&mut self, file: &str, alt: &str, span: &Span, around: &[&str]) {
        if self.says_nothing(file, alt, span) {
            return;
        }
        self.opens(alt, span);
        let long = alt.chars().count();
        if long > LONGEST {
            let message = format!("the alternative text is {long} characters long");
            let help = "say in a sentence or two what the picture tells, and the rest in the words beside it";
            self.find_alt(codes::ALT_LONG, &message, help, span);
        }
        self.repeats(file, alt, span, around);
    }

    /// Whether the text is a file's name, or a word such as `picture`.
    fn says_nothing(&mut self, file: &str, alt: &str, span: &Span) -> bool {
        let message = if is_file_name(file, alt) {
            format!("the alternative text is the name of a file: `{}`", quoted(alt))
        } else if self.is_nothing(alt) {
            format!("the alternative text tells nothing of the picture: `{}`", quoted(alt))
        } else {
            return false;
        };
        let help = "say what the picture tells a reader who cannot see it; leave out one that only decorates";
        let found = Diagnostic::error(codes::ALT_OF_NOTHING, message).help(help);
        self.find(found, span.clone());
        true
    }

    /// `picture`, `the chart`, `figure 2`.
    fn is_nothing(&self, alt: &str) -> bool {
        let text = bare(alt);
        let text = text.trim_end_matches(|c: char| c.is_numeric() || c.is_whitespace());
        let from = words(text).get(self.article(text)).map_or(0, |word| word.range.start);
        text.is_empty() || is(&self.access.lists.nothing, &text[from..])
    }

    /// How many words of `text` are an article: the first, or none.
    fn article(&self, text: &str) -> usize {
        begins(&self.access.lists.articles, &words(text), 0).unwrap_or(0)
    }

    /// A text that begins by saying that it is of a picture.
    fn opens(&mut self, alt: &str, span: &Span) {
        let (lists, words) = (&self.access.lists, words(alt));
        let at = self.article(alt);
        let Some(kind) = begins(&lists.pictures, &words, at) else { return };
        let Some(of) = begins(&lists.of, &words, at + kind) else { return };
        let end = words.get(at + kind + of - 1).map_or(0, |word| word.range.end);
        let message = format!("the alternative text begins `{}`", &alt[..end]);
        let help = "leave these words out: a reader is told that it is a picture; \
                    if it is one of words, write the words themselves in the page";
        self.find_alt(codes::ALT_OPENING, &message, help, span);
    }

    /// A text that a reader hears twice, or that is the same for two pictures.
    fn repeats(&mut self, file: &str, alt: &str, span: &Span, around: &[&str]) {
        let text = bare(alt);
        let many = text.split(' ').count() >= A_FEW;
        let same = |near: &&str| **near == text || many && near.contains(&text);
        if around.iter().any(same) {
            let message = "the alternative text repeats the words beside the picture";
            let help = "say what the picture adds to them; if it adds nothing, leave it out";
            self.find_alt(codes::ALT_REPEATED, message, help, span);
        }
        let other = self.pictures.insert(text, file.to_owned());
        if other.is_some_and(|other| other != file) {
            let message = "two pictures of the page have the same alternative text";
            let help = "say of each what it shows";
            self.find_alt(codes::ALT_REPEATED, message, help, span);
        }
    }

    fn find_alt(&mut self, code: Code, message: &str, help: &str, span: &Span) {
        self.find(Diagnostic::warning(code, message).help(help), span.clone());
    }
}

/// Whether `alt` is a name of a file: of any, or of this one where no title
/// would look like it.
fn is_file_name(file: &str, alt: &str) -> bool {
    let alt = alt.trim().to_lowercase();
    let ends = !alt.contains(' ') && ENDINGS.iter().any(|ending| alt.ends_with(ending));
    let name = file.rsplit('/').next().unwrap_or_default().to_lowercase();
    let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
    ends || alt == name
        || alt == stem && stem.contains(|c: char| c.is_numeric() || "-_".contains(c))
}

/// What `words` say apart from pictures.
pub(super) fn said(words: &[Inline]) -> String {
    let say = |word: &Inline| match word {
        Inline::Image { .. } => String::new(),
        Inline::Emphasis(words) | Inline::Strong(words) | Inline::Link { words, .. } => said(words),
        other => plain_text(std::slice::from_ref(other)),
    };
    words.iter().map(say).collect()
}
