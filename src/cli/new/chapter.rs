//! One page of the next edition, started from that of the last.

use super::blocks::{self, Form};
use super::front::{self, Fresh};
use super::unwritten::{self, Stood};
use super::years::Years;
use crate::narrative::{Part, PartKind, Source, parts};
use crate::site::SourcePage;
use std::collections::BTreeMap;
use std::ops::Range;

/// A page to start from, cut into its parts.
pub(super) struct Old<'a> {
    pub(super) page: &'a SourcePage,
    parts: Vec<Part>,
}

/// A page of the next edition.
#[derive(Debug)]
pub(super) struct Chapter {
    /// The whole file.
    pub(super) text: String,
    /// Where the blocks that go on stand, by their place among the old parts.
    pub(super) blocks: Vec<(usize, Range<usize>)>,
}

/// What every page of the next edition has in common.
pub(super) struct Next<'a> {
    /// The name of the old edition.
    pub(super) from: &'a str,
    /// The name of the new one.
    pub(super) to: &'a str,
    pub(super) years: &'a Years,
}

impl<'a> Old<'a> {
    /// `page` and its parts.
    pub(super) fn new(page: &'a SourcePage) -> Self {
        let source = Source { file: page.file.clone(), text: page.words(), start: Some(page.body) };
        Self { page, parts: parts(&source) }
    }

    /// The next edition's page: headings and blocks go on, in the `forms`
    /// given for some blocks, and prose becomes notes.
    pub(super) fn go_on(
        &self,
        next: &Next<'_>,
        fresh: Option<&Fresh>,
        forms: &BTreeMap<usize, Form>,
    ) -> Chapter {
        let front = front::moved_on(self.page, next.years, fresh);
        let text = format!("---\n{}---\n", front.text);
        let mut chapter = Chapter { text, blocks: Vec::new() };
        chapter.add(&self.welcome(next, &front.left_out));
        let mut stood = Stood::new(self.page, next.from, next.years);
        for (at, part) in self.parts.iter().enumerate() {
            match &part.kind {
                PartKind::Heading => {
                    chapter.add_some(stood.take());
                    chapter.add(&self.heading(part, next.years));
                    if !part.values.is_empty() {
                        stood.add_heading(part);
                    }
                }
                PartKind::Component(name) if !blocks::is_of_one_year(name) => {
                    chapter.add_some(stood.take());
                    let form = forms.get(&at).cloned().unwrap_or_default();
                    let whole = self.text_of(part);
                    let moved = blocks::moved_on(name, whole, next.from, next.years, &form);
                    chapter.add_some(moved.note);
                    chapter.add_block(at, moved.block);
                }
                _ => stood.add(part),
            }
        }
        chapter.add_some(stood.take());
        chapter
    }

    fn text_of(&self, part: &Part) -> &'a str {
        self.page.words().get(part.range.clone()).unwrap_or_default().trim_end()
    }

    /// The note at the head of a page.
    fn welcome(&self, next: &Next<'_>, left_out: &[String]) -> String {
        let line = format!(
            "This page was started from `{}`. Read its title and summary, write them for {}, then \
             delete this note.",
            self.page.file, next.to
        );
        let keys: Vec<String> = left_out.iter().map(|key| format!("`{key}`")).collect();
        let left = format!("Left out above, because it was last year's: {}.", keys.join(", "));
        let lines = [Some(line), (!keys.is_empty()).then_some(left)];
        unwritten::note(&lines.into_iter().flatten().collect::<Vec<_>>())
    }

    /// A heading with its years moved on; a value becomes three points, as
    /// there may be no figure for it yet.
    fn heading(&self, part: &Part, years: &Years) -> String {
        let mut text = self.text_of(part).to_owned();
        for value in part.values.iter().rev() {
            let place = value.start - part.range.start..value.end - part.range.start;
            text.replace_range(place, "…");
        }
        years.text(&text)
    }
}

impl Chapter {
    fn add(&mut self, text: &str) {
        self.text.push('\n');
        self.text.push_str(text);
        if !text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    fn add_some(&mut self, text: Option<String>) {
        if let Some(text) = text {
            self.add(&text);
        }
    }

    fn add_block(&mut self, at: usize, block: Option<String>) {
        let Some(block) = block else { return };
        let start = self.text.len();
        self.add(&block);
        self.blocks.push((at, start..self.text.len()));
    }
}
