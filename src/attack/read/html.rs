//! HTML, SVG and XML, read token by token as a browser would: words by block,
//! attributes that speak, comments, tables and drawings.

use super::super::seen::{About, Passage, Sight};
use super::{svg, table};
use html5gum::emitters::default::DefaultEmitter;
use html5gum::emitters::{Emitter, ForwardingEmitter};
use html5gum::{HtmlString, Spanned, Token, Tokenizer};
use std::borrow::Cow;

/// An opening tag.
pub(super) type StartTag = html5gum::StartTag<()>;

/// Elements that stand within a line of words.
const INLINE: [&str; 22] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "mark",
    "q", "s", "small", "span", "strong", "sub", "sup", "time",
];

/// Attributes that never speak to a reader; every other is read.
const SILENT: [&str; 28] = [
    "class",
    "id",
    "style",
    "rel",
    "type",
    "lang",
    "dir",
    "charset",
    "tabindex",
    "role",
    "scope",
    "colspan",
    "rowspan",
    "name",
    "for",
    "headers",
    "http-equiv",
    "property",
    "width",
    "height",
    "loading",
    "start",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-hidden",
    "xmlns",
    "itemprop",
];

/// What the page, drawing or feed `text` tells; `is_xml` for those that are
/// not pages.
pub(super) fn read(text: &str, is_xml: bool) -> Sight {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(!is_xml);
    let mut reader = Reader::default();
    for token in Tokenizer::new_with_emitter(text, Lenient(emitter)) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => reader.open(&tag),
            Token::EndTag(tag) => reader.close(&word(&tag.name)),
            Token::String(text) => reader.words(&word(&text)),
            Token::Comment(text) => reader.say("a comment", &word(&text)),
            Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    reader.finish()
}

/// Reads as browsers do, who do not tell what is wrong with a page: to look for
/// that takes a good part of the time.
struct Lenient(DefaultEmitter);

impl ForwardingEmitter for Lenient {
    type Token = Token<()>;

    fn inner(&mut self) -> &mut impl Emitter<Token = Self::Token> {
        &mut self.0
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }
}

/// The text of a token.
pub(super) fn word(bytes: &HtmlString) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}

/// An attribute of a tag.
pub(super) fn attribute<'t>(tag: &'t StartTag, name: &str) -> Option<Cow<'t, str>> {
    tag.attributes.get(name.as_bytes()).map(|value| word(&value.value))
}

/// The attributes of a tag that speak: their names, and what they say.
pub(super) fn speaking(tag: &StartTag) -> impl Iterator<Item = (Cow<'_, str>, Cow<'_, str>)> {
    let all = tag.attributes.iter();
    let named =
        all.map(|(name, value): (_, &Spanned<HtmlString, ()>)| (word(name), word(&value.value)));
    named.filter(|(name, value)| !SILENT.contains(&&**name) && !value.trim().is_empty())
}

/// A page on the way.
#[derive(Default)]
struct Reader {
    sight: Sight,
    /// The words of the block so far.
    block: String,
    /// The headings that stand above, by level; the page's title is level 0.
    heads: Vec<(u8, String)>,
    about: Option<About>,
    tables: table::Tables,
    drawing: svg::Drawer,
}

impl Reader {
    fn open(&mut self, tag: &StartTag) {
        let name = word(&tag.name).into_owned();
        if name == "svg" || self.drawing.is_open() {
            if !self.drawing.is_open() {
                self.end_block("");
            }
            self.drawing.open(&name, tag);
        } else if !INLINE.contains(&name.as_str()) {
            self.end_block("");
        }
        let about = self.about();
        self.tables.open(&name, tag, &about);
        for (attribute, value) in speaking(tag) {
            if !svg::is_geometry(&attribute) {
                self.say(attribute_kind(&attribute), &value);
            }
        }
    }

    fn close(&mut self, name: &str) {
        if self.drawing.is_open() {
            let about = self.about();
            let (passages, drawing) = self.drawing.close(name, &about);
            self.sight.passages.extend(passages);
            self.sight.drawings.extend(drawing);
            return;
        }
        if let Some(grid) = self.tables.close(name) {
            self.sight.grids.push(grid);
        }
        if !INLINE.contains(&name) {
            self.end_block(name);
        }
    }

    fn words(&mut self, text: &str) {
        if self.drawing.is_open() {
            self.drawing.words(text);
            return;
        }
        self.tables.words(text);
        self.block.push_str(text);
    }

    /// Ends the block of words, which `name` closes.
    fn end_block(&mut self, name: &str) {
        let block = std::mem::take(&mut self.block);
        let text = block.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() || self.tables.is_in_cell() {
            return;
        }
        if let Some(level) = level(name) {
            self.heads.retain(|(other, _)| *other < level);
            self.heads.push((level, text.clone()));
            self.about = None;
        }
        self.say("the text", &text);
    }

    fn say(&mut self, kind: impl Into<Cow<'static, str>>, text: &str) {
        let text = text.trim();
        if !text.is_empty() {
            let passage = Passage { kind: kind.into(), text: text.to_owned(), about: self.about() };
            self.sight.passages.push(passage);
        }
    }

    fn about(&mut self) -> About {
        let heads = &self.heads;
        self.about
            .get_or_insert_with(|| heads.iter().map(|(_, text)| text.clone()).collect())
            .clone()
    }

    fn finish(mut self) -> Sight {
        self.end_block("");
        self.sight
    }
}

/// The level of a heading; a caption of a figure is one for what follows it.
fn level(name: &str) -> Option<u8> {
    match name {
        "title" => Some(0),
        "h1" => Some(1),
        "h2" => Some(2),
        "h3" => Some(3),
        "h4" => Some(4),
        "h5" | "h6" => Some(5),
        "dt" => Some(6),
        "figcaption" | "summary" => Some(7),
        _ => None,
    }
}

fn attribute_kind(name: &str) -> Cow<'static, str> {
    match name {
        "alt" => "an alternative text".into(),
        "content" => "what the page says of itself (meta)".into(),
        "href" | "src" => "an address".into(),
        other => format!("the attribute {other}").into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(html: &str) -> Vec<(String, String)> {
        let passages = read(html, false).passages.into_iter();
        passages.map(|passage| (passage.kind.into_owned(), passage.text)).collect()
    }

    #[test]
    fn words_are_read_by_block_and_attributes_that_speak_are_read_too() {
        let found = said(
            "<h1 class=a>Homes</h1><p>Ten <b>of</b> our\nchildren<!-- was 4 --> moved.</p>\
             <img src=\"a.svg\" alt=\"A bar of 4\"><meta content=\"4 moved\"><span data-n=4>x</span>",
        );
        let is = |kind: &str, text: &str| found.contains(&(kind.to_owned(), text.to_owned()));
        assert!(is("the text", "Homes") && is("the text", "Ten of our children moved."));
        assert!(is("a comment", "was 4") && is("an alternative text", "A bar of 4"));
        assert!(is("what the page says of itself (meta)", "4 moved"));
        assert!(is("the attribute data-n", "4") && !found.iter().any(|(_, text)| text == "a"));
    }

    #[test]
    fn a_block_knows_the_headings_above_it() {
        let sight = read("<h1>A</h1><h2>B</h2><p>x</p><h2>C</h2><p>y</p>", false);
        let y = sight.passages.iter().find(|passage| passage.text == "y").unwrap();
        assert_eq!(&*y.about, ["A".to_owned(), "C".to_owned()]);
    }

    #[test]
    fn a_feed_is_read_by_element() {
        let sight = read(
            "<feed><title>News</title><entry><summary>Six moved</summary></entry></feed>",
            true,
        );
        assert!(sight.passages.iter().any(|passage| passage.text == "Six moved"));
    }
}
