//! Fences: blocks with a body of YAML, and plain code.

use super::block::{self, BlockSpec, Read};
use super::build::{Builder, Place};
use super::tree::Block;
use crate::diagnostic::{Diagnostic, Span, codes};
use crate::yaml;
use pulldown_cmark::{CodeBlockKind, Event, TagEnd};

impl Builder<'_, '_> {
    pub(super) fn fence(&mut self, kind: &CodeBlockKind<'_>, place: Place) -> Option<Block> {
        let mut parts = Vec::new();
        while let Some((event, part)) = self.next() {
            match event {
                Event::End(TagEnd::CodeBlock) => break,
                _ => parts.push(part),
            }
        }
        let info = match kind {
            CodeBlockKind::Fenced(info) => info.to_string(),
            CodeBlockKind::Indented => String::new(),
        };
        if block::is_code(&info) {
            let lines = parts.into_iter().filter_map(|part| self.source.text.get(part));
            return Some(Block::Code(lines.collect()));
        }
        let span = self.source.span(place.clone());
        let (start, text) = self.fence_body(&parts, place.end);
        let Some(offset) = self.source.start else {
            self.findings.push(block_in_record(span));
            return None;
        };
        let start = offset + start;
        let body = yaml::Text { file: self.source.file.clone(), text: &text, start };
        let nation = self.evaluator.nation();
        let read = block::read(self.source, &info, place, &body, nation, self.findings)?;
        let shown = self.shown(read)?;
        Some(Block::Component(Box::new(shown), span))
    }

    /// A block as its readers may see it: for the public, an exempt one was
    /// never there.
    fn shown(&self, Read { spec, exemption }: Read) -> Option<BlockSpec> {
        match exemption {
            Some(_) if !self.evaluator.shows_exempt() => None,
            Some(why) => Some(BlockSpec::Exempt(Box::new(why), Box::new(spec))),
            None => Some(spec),
        }
    }

    /// Where the body of a fence begins, and its text. What stands before its
    /// lines, in a list or a quotation, is blanked out: every byte keeps its
    /// place, and every line its depth beside the others.
    fn fence_body(&self, parts: &[Place], end: usize) -> (usize, String) {
        let text = self.source.text;
        let Some(first) = parts.first() else { return (end, String::new()) };
        let start = text[..first.start].rfind('\n').map_or(0, |at| at + 1);
        let mut body = String::new();
        for part in parts {
            let before = text.get(start + body.len()..part.start).unwrap_or_default();
            body.extend(before.chars().map(|c| if c == '\r' { c } else { ' ' }));
            body.push_str(text.get(part.clone()).unwrap_or_default());
        }
        (start, body)
    }
}

fn block_in_record(span: Span) -> Diagnostic {
    Diagnostic::error(codes::UNKNOWN_BLOCK, "blocks stand in pages, not in the text of a record")
        .at(span)
        .help("put the block in a page of `content/`, and keep the text here to words and values")
}
