//! What stands at the head and the foot of each sheet when a page is printed:
//! the council and the site, the report and the chapter, and the page numbers.

use super::cx::Cx;
use super::frame::Facts;
use super::whole::{self, Chapter};
use crate::disclosure::Edition;

/// Stand for the numbers of sheets in the theme's words.
const NUMBERS: [&str; 2] = ["\u{1}", "\u{2}"];

/// The style of the sheets of a page.
pub(super) fn style(cx: &Cx<'_>, facts: &Facts<'_>) -> String {
    let site = cx.say(&cx.renderer.publication.config.title);
    let left = quoted(&joined(&[&cx.council(), &site]));
    let edition = facts.edition.map(|edition| cx.say(&edition.title));
    let is_whole = facts.kind == whole::TEMPLATE;
    let right = match &edition {
        Some(edition) if is_whole => edition.clone(),
        Some(edition) => joined(&[edition, &facts.title]),
        None => facts.title.clone(),
    };
    let right = quoted(&right);
    let mut css = format!(
        "@page{{@top-left{{content:{left}}}@top-right{{content:{right}}}@bottom-right{{content:{}}}",
        numbers(cx)
    );
    if cx.renderer.publication.exempt {
        let mark = quoted(&cx.t("exempt.mark"));
        css.push_str(&format!("@top-center{{content:{mark};font:700 10pt Arial,sans-serif}}"));
    }
    // The first sheet says who and what in its own words.
    css.push_str("}@page :first{@top-left{content:none}@top-right{content:none}}");
    if let Some(edition) = facts.edition.filter(|_| is_whole) {
        css.push_str(&chapters(cx, edition));
    }
    css
}

/// Each chapter of a whole report has sheets of its own, whose heads name it.
fn chapters(cx: &Cx<'_>, edition: &Edition) -> String {
    let title = cx.say(&edition.title);
    let style = |(at, chapter): (usize, Chapter)| {
        let right = quoted(&joined(&[&title, &chapter.title]));
        let slug = chapter.slug;
        format!("@page c{at}{{@top-right{{content:{right}}}}}[id=\"{slug}\"]{{page:c{at}}}")
    };
    whole::chapters(cx, edition).into_iter().enumerate().map(style).collect()
}

/// `Page 3 of 12`, as CSS.
fn numbers(cx: &Cx<'_>) -> String {
    let [page, pages] = NUMBERS;
    let words = cx.strings().say("print.page", &[("page", page), ("pages", pages)]);
    let words = quoted(&words);
    let counted = words.replace("\\1 ", "\" counter(page) \"");
    counted.replace("\\2 ", "\" counter(pages) \"")
}

/// Words that stand together, each once.
fn joined(words: &[&str]) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for word in words {
        if !parts.contains(word) {
            parts.push(word);
        }
    }
    parts.join(" · ")
}

/// Words as a string of CSS within a page: what could end the string, or the
/// style, is written by its number.
fn quoted(words: &str) -> String {
    let mut css = String::from("\"");
    for c in words.chars() {
        match c {
            c if c.is_alphanumeric() || " ,.()-':;·–—’‘“”?!/".contains(c) => {
                css.push(c);
            }
            c => css.push_str(&format!("\\{:x} ", u32::from(c))),
        }
    }
    css.push('"');
    css
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn nothing_an_author_writes_ends_the_style() {
        let words = quoted("a\"}</style><script>\\x\ny £ é");
        assert_eq!(words, "\"a\\22 \\7d \\3c /style\\3e \\3c script\\3e \\5c x\\a y \\a3  é\"");
    }
}
