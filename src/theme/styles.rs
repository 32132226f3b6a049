//! The style sheet of a theme: the parts in `styles/`, one after another by
//! name, and behind them what a site's own brand asks for. A page waits for no
//! other file.
//!
//! A layer's part lies over one of the same name; a part of a new name is
//! added where its name puts it. Where a part lies says who has the last word:
//! `60-print.css` comes behind all others.

use std::collections::BTreeMap;
use std::sync::Arc;

/// The folder of the parts in a layer.
pub(super) const FOLDER: &str = "styles/";

/// What the parts are joined to, below `static/`.
pub const SHEET: &str = "theme.css";

/// The sheet of `parts`, by name, with the palette first.
pub(super) fn sheet(palette: &str, parts: &BTreeMap<String, Arc<[u8]>>) -> String {
    let css = parts.iter().filter(|(name, _)| name.ends_with(".css"));
    let texts = css.map(|(_, bytes)| String::from_utf8_lossy(bytes));
    let all = std::iter::once(tight(palette)).chain(texts.map(|text| tight(&text)));
    all.flat_map(|part| [part.trim(), "\n"].map(str::to_owned)).collect()
}

/// A sheet without what is there for those who write it: comments, the ends of
/// lines, and spaces around the signs that part its words.
fn tight(css: &str) -> String {
    let mut kept = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find(['"', '\'', '/']) {
        kept.push_str(&squeezed(&rest[..at]));
        rest = &rest[at..];
        let length = match rest.strip_prefix("/*") {
            Some(inside) => {
                rest = inside.split_once("*/").map_or("", |(_, after)| after);
                continue;
            }
            None if rest.starts_with('/') => 1,
            None => quoted(rest),
        };
        kept.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    kept + &squeezed(rest)
}

/// White space as one space, and none where a sign parts words as well.
fn squeezed(css: &str) -> String {
    let mut kept = String::with_capacity(css.len());
    for c in css.chars() {
        let after_sign = kept.ends_with([':', ';', ',', '{', '}']);
        match c {
            _ if c.is_whitespace() && (kept.ends_with(' ') || after_sign) => {}
            _ if c.is_whitespace() => kept.push(' '),
            '{' | '}' | ';' => {
                kept.truncate(kept.trim_end_matches(' ').len());
                kept.push(c);
            }
            _ => kept.push(c),
        }
    }
    kept
}

/// The length of the quoted text with which `css` begins.
fn quoted(css: &str) -> usize {
    let mut bytes = css.bytes().enumerate();
    let quote = bytes.next().map(|(_, quote)| quote);
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'\\' => _ = bytes.next(),
            _ if Some(byte) == quote => return at + 1,
            _ => {}
        }
    }
    css.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_spaces_go_and_what_only_looks_like_one_stays() {
        let css = "/* a */ p::before {\n  content: \"/* b \\\" */  c\"; }\n\n  /* d\n e */\nq r {x: 1 / 2}\n";
        assert_eq!(tight(css).trim(), "p::before{content:\"/* b \\\" */  c\";} q r{x:1 / 2}");
        assert_eq!(tight("a {content: '/*'} /* never ended"), "a{content:'/*'}");
        assert_eq!(tight("/* é */ c {d: \"never ended; "), " c{d:\"never ended; ");
        let media = "@media (min-width: 48em) and (color) {a :is(b, c) > d {e: f(1px + 2px)} }";
        assert_eq!(
            tight(media),
            "@media (min-width:48em) and (color){a :is(b,c) > d{e:f(1px + 2px)}}"
        );
    }

    #[test]
    fn parts_follow_one_another_by_name() {
        let part = |name: &str, css: &str| (name.to_owned(), Arc::from(css.as_bytes()));
        let parts =
            [part("60-print.css", "c {}"), part("10-a.css", "b {}"), part("notes.txt", "x")];
        assert_eq!(sheet("a {}", &parts.into()), "a{}\nb{}\nc{}\n");
    }
}
