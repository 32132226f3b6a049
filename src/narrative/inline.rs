//! Runs of words: text, stress, links, and the values that stand in them.

use super::build::Builder;
use super::mask::{MASK, POINT};
use super::run::Run;
use super::tree::Inline;
use crate::diagnostic::{Diagnostic, codes};
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};
use std::ops::Range;

/// Collects the words of one paragraph, heading or cell.
pub(super) struct Inlines<'b, 'a, 'f> {
    builder: &'b mut Builder<'a, 'f>,
    words: Vec<Inline>,
}

impl<'b, 'a, 'f> Inlines<'b, 'a, 'f> {
    pub(super) fn new(builder: &'b mut Builder<'a, 'f>) -> Self {
        Self { builder, words: Vec::new() }
    }

    pub(super) fn finish(self) -> Vec<Inline> {
        self.words
    }

    /// Words until the end of a tag.
    pub(super) fn until(&mut self, end: TagEnd) {
        while let Some((event, place)) = self.builder.next() {
            if matches!(event, Event::End(tag) if tag == end) {
                break;
            }
            self.event(event, place);
        }
    }

    /// Words until a block begins or ends.
    pub(super) fn until_block(&mut self) {
        while self.builder.peek_is_inline() {
            if let Some((event, place)) = self.builder.next() {
                self.event(event, place);
            }
        }
    }

    fn event(&mut self, event: Event<'a>, place: Range<usize>) {
        match event {
            Event::Text(text) => self.text(&text, place),
            Event::Code(_) => {
                let code = self.builder.source.text.get(place).unwrap_or_default();
                self.words.push(Inline::Code(code.trim_matches('`').trim().to_owned()));
            }
            Event::SoftBreak => self.words.push(Inline::SoftBreak),
            Event::HardBreak => self.words.push(Inline::HardBreak),
            Event::FootnoteReference(label) => self.footnote(&label),
            Event::Html(_) | Event::InlineHtml(_) => self.builder.refuse_html(place),
            Event::Start(tag) => self.started(tag, place),
            _ => {}
        }
    }

    fn started(&mut self, tag: Tag<'a>, place: Range<usize>) {
        let end = tag.to_end();
        let mut inner = Inlines::new(self.builder);
        inner.until(end);
        let words = inner.finish();
        match tag {
            Tag::Emphasis => self.words.push(Inline::Emphasis(words)),
            Tag::Strong => self.words.push(Inline::Strong(words)),
            Tag::Link { link_type, dest_url, .. } => self.link(link_type, &dest_url, words, place),
            Tag::Image { dest_url, .. } => self.image(&dest_url, &words, place),
            Tag::Strikethrough => self.struck(words, place),
            _ => self.words.extend(words),
        }
    }

    fn link(&mut self, kind: LinkType, to: &str, words: Vec<Inline>, place: Range<usize>) {
        let to = if kind == LinkType::Email { format!("mailto:{to}") } else { to.to_owned() };
        if to.contains(MASK) {
            self.refuse_masked(place);
            return;
        }
        let span = self.builder.source.span(place);
        if super::tree::plain_text(&words).trim().is_empty() {
            let found = Diagnostic::error(codes::NO_WORDS, "the link has no words");
            let help = "say between the square brackets where it leads";
            self.builder.findings.push(found.at(span.clone()).help(help));
        }
        if to.trim().is_empty() {
            let found = Diagnostic::error(codes::BROKEN_LINK, "the link leads nowhere");
            let help = "write an address between the round brackets";
            self.builder.findings.push(found.at(span.clone()).help(help));
        }
        self.words.push(Inline::Link { to, words, span });
    }

    fn image(&mut self, file: &str, words: &[Inline], place: Range<usize>) {
        if file.contains(MASK) {
            self.refuse_masked(place);
            return;
        }
        if words.iter().any(|word| matches!(word, Inline::Reference { .. })) {
            self.refuse_reference(place);
            return;
        }
        let alt = super::tree::plain_text(words);
        let span = self.builder.source.span(place);
        if alt.trim().is_empty() {
            self.builder.findings.push(
                Diagnostic::error(codes::NO_ALT, "the picture has no alternative text")
                    .at(span.clone())
                    .help("say between the square brackets what the picture tells a reader who cannot see it"),
            );
        }
        self.words.push(Inline::Image { file: file.to_owned(), alt, span });
    }

    /// Words struck out, which no voice tells from others: they are published
    /// as they stand, and their author is told.
    fn struck(&mut self, words: Vec<Inline>, place: Range<usize>) {
        let message = "words that are struck out are read out like all others";
        let found = Diagnostic::warning(codes::STRUCK, message).at(self.builder.source.span(place));
        let help =
            "delete them, or say in words what was changed; they are published as they stand";
        self.builder.findings.push(found.help(help));
        self.words.extend(words);
    }

    fn refuse_reference(&mut self, place: Range<usize>) {
        let message = "the number of a paragraph cannot stand in alternative text";
        let found = Diagnostic::error(codes::EXPRESSION, message);
        let help = "say what the picture shows, and refer to the paragraph beside it";
        self.builder.findings.push(found.at(self.builder.source.span(place)).help(help));
    }

    fn refuse_masked(&mut self, place: Range<usize>) {
        let found =
            Diagnostic::error(codes::EXPRESSION, "an inline value cannot stand in an address");
        self.builder
            .findings
            .push(found.at(self.builder.source.span(place)).help("write the address out"));
    }

    fn footnote(&mut self, label: &str) {
        let calls = &mut self.builder.calls;
        let number = calls.iter().position(|known| known == label).unwrap_or_else(|| {
            calls.push(label.to_owned());
            calls.len() - 1
        });
        self.words.push(Inline::Footnote(number + 1));
    }

    /// Text, with the value of each expression in its place.
    fn text(&mut self, text: &str, place: Range<usize>) {
        if !text.contains(MASK) {
            self.push_text(&text.replace(POINT, "."), place);
            return;
        }
        let mut from = place.start;
        let inside: Vec<_> = self
            .builder
            .masked
            .expressions
            .iter()
            .filter(|e| place.contains(&e.range.start))
            .cloned()
            .collect();
        for expression in inside {
            let before =
                self.builder.masked.text.get(from..expression.range.start).unwrap_or_default();
            self.push_text(&before.replace(POINT, "."), from..expression.range.start);
            let span = self.builder.source.span(expression.range.clone());
            let value = self.builder.evaluator.evaluate(&expression.inside, &span);
            self.words.extend(value.map_err(|found| self.builder.findings.push(*found)).ok());
            from = expression.range.end;
        }
        let after = self.builder.masked.text.get(from..place.end).unwrap_or_default();
        self.push_text(&after.replace(POINT, "."), from..place.end);
    }

    /// Adds text to the text before it: Markdown cuts text at every sign that
    /// might have meant something.
    fn push_text(&mut self, text: &str, place: Range<usize>) {
        if text.is_empty() {
            return;
        }
        match self.words.last_mut() {
            Some(Inline::Text(before)) => before.push(text, place),
            _ => self.words.push(Inline::Text(Run::new(text, place))),
        }
    }
}
