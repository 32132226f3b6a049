//! HTML as its tags and what stands between them: just enough to move a part
//! of a page to another, and to read what a page says. What is not understood stays as it is.

use std::ops::Range;

/// A tag, or what stands between two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece<'h> {
    /// `<p class="lede">`.
    Open(Tag<'h>),
    /// The name of `</p>`.
    Close(&'h str),
    /// Words, comments and the like.
    Other(&'h str),
}

/// The beginning of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tag<'h> {
    /// The whole of it, with its brackets.
    pub(super) text: &'h str,
    /// `p`.
    pub(super) name: &'h str,
}

/// What stands between the beginning and the end of `<main>`.
pub(super) fn main_of(html: &str) -> Option<&str> {
    let from = html.find("<main")?;
    let inside = from + html[from..].find('>')? + 1;
    let to = html.rfind("</main>")?;
    html.get(inside..to)
}

/// The pieces of `html`, which together are all of it.
pub(super) fn pieces(html: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = html;
    std::iter::from_fn(move || {
        let (piece, left) = next(rest)?;
        rest = left;
        Some(piece)
    })
}

/// The anchors of `html`.
pub(super) fn anchors(html: &str) -> impl Iterator<Item = &str> {
    pieces(html).filter_map(|piece| match piece {
        Piece::Open(tag) => tag.value("id"),
        _ => None,
    })
}

fn next(html: &str) -> Option<(Piece<'_>, &str)> {
    if html.is_empty() {
        return None;
    }
    if html.starts_with("<!--") {
        let end = html.find("-->").map_or(html.len(), |at| at + 3);
        return Some((Piece::Other(&html[..end]), &html[end..]));
    }
    if let Some(end) = tag_end(html) {
        let (text, rest) = html.split_at(end);
        let name = name_of(text.trim_start_matches(['<', '/']));
        let piece = if text.starts_with("</") {
            Piece::Close(name)
        } else {
            Piece::Open(Tag { text, name })
        };
        return Some((piece, rest));
    }
    let end = html.char_indices().skip(1).find(|(_, c)| *c == '<');
    let end = end.map_or(html.len(), |(at, _)| at);
    Some((Piece::Other(&html[..end]), &html[end..]))
}

/// Where the tag with which `html` begins has ended; `None` if it begins with none.
fn tag_end(html: &str) -> Option<usize> {
    let named = html.strip_prefix("</").or(html.strip_prefix('<'))?;
    named.starts_with(|c: char| c.is_ascii_alphabetic()).then_some(())?;
    let mut quote = None;
    for (at, byte) in html.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), byte) => quote = Some(open).filter(|open| *open != byte),
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'>') => return Some(at + 1),
            _ => {}
        }
    }
    None
}

fn name_of(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || "-:".contains(c)));
    &text[..end.unwrap_or(text.len())]
}

impl<'h> Tag<'h> {
    /// The names of its quoted attributes, and where in its text the value of
    /// each stands.
    pub(super) fn values(self) -> Vec<(&'h str, Range<usize>)> {
        let mut values = Vec::new();
        let mut at = 1 + self.name.len();
        while let Some(equals) = self.text[at..].find('=').map(|found| at + found) {
            let name = self.text[at..equals].split_ascii_whitespace().next_back().unwrap_or("");
            let quoted = self.text[equals + 1..].chars().next().filter(|c| "\"'".contains(*c));
            let from = equals + 1 + usize::from(quoted.is_some());
            let length = quoted.and_then(|quote| self.text[from..].find(quote));
            at = match length {
                Some(length) => {
                    values.push((name, from..from + length));
                    from + length + 1
                }
                None => from,
            };
        }
        values
    }

    /// The value of the attribute `name`.
    pub(super) fn value(self, name: &str) -> Option<&'h str> {
        let found = self.values().into_iter().find(|(one, _)| *one == name)?;
        Some(&self.text[found.1])
    }

    /// Whether it has one of `classes`.
    pub(super) fn has_class(self, classes: &[&str]) -> bool {
        let own = self.value("class").unwrap_or_default();
        own.split_ascii_whitespace().any(|one| classes.contains(&one))
    }

    /// Whether it is a part that readers can jump to by its name.
    pub(super) fn is_landmark(self) -> bool {
        matches!(self.name, "section" | "aside" | "form") || self.value("role") == Some("region")
    }

    /// Whether nothing can stand within it.
    pub(super) fn is_empty(self) -> bool {
        let empty = ["img", "br", "hr", "input", "meta", "link", "wbr", "col", "source"];
        empty.contains(&self.name) || self.text.ends_with("/>")
    }
}

#[cfg(test)]
mod tests {
    use super::{Piece, main_of, pieces};

    #[test]
    fn pieces_are_all_of_the_text() {
        let html = "a < b<p class=\"x > y\" id='q'>1</p><!-- <p> --><br>é</div> <";
        let whole: String = pieces(html)
            .map(|piece| match piece {
                Piece::Open(tag) => tag.text.to_owned(),
                Piece::Close(name) => format!("</{name}>"),
                Piece::Other(text) => text.to_owned(),
            })
            .collect();
        assert_eq!(whole, html);
        let tag = pieces(html).find_map(|piece| match piece {
            Piece::Open(tag) => Some(tag),
            _ => None,
        });
        let tag = tag.unwrap();
        assert_eq!((tag.value("class"), tag.value("id")), (Some("x > y"), Some("q")));
    }

    #[test]
    fn the_main_part_is_found() {
        assert_eq!(main_of("<body><main id=\"main\">x</main></body>"), Some("x"));
        assert_eq!(main_of("<body></body>"), None);
    }
}
