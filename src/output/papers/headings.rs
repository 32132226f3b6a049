//! Whether a paper has the headings its template asks for, each with something
//! beneath it.

use super::super::cx::Cx;
use super::asked::{Asked, template};
use crate::diagnostic::{Diagnostic, Span, codes};
use crate::disclosure::Page;
use crate::model::paper::PaperHeading;
use crate::narrative::{Block, Heading, plain_text};

/// Reports headings that are not there, stand in another order or have nothing
/// beneath them.
pub(in crate::output) fn check(cx: &Cx<'_>, page: &Page, at: usize) {
    let Some(template) = template(cx.renderer.publication, page) else { return };
    let prepared = &cx.renderer.documents.pages[at];
    let blocks = &prepared.document.blocks;
    let mut from = 0;
    for wanted in template.headings() {
        let words = cx.say(&wanted.text);
        match find(blocks, &words) {
            Some((place, heading)) if place < from => out_of_order(cx, heading, &words),
            Some((place, heading)) => {
                from = place;
                if wanted.required && is_empty(blocks, place) {
                    nothing_beneath(cx, heading, wanted);
                }
            }
            None if wanted.required && !is_asked(prepared.asked.as_ref(), &words) => {
                missing(cx, page, wanted);
            }
            None => {}
        }
    }
}

fn find<'b>(blocks: &'b [Block], wanted: &str) -> Option<(usize, &'b Heading)> {
    blocks.iter().enumerate().find_map(|(at, block)| match block {
        Block::Heading(heading) => {
            let words = plain_text(&heading.words);
            (words.trim().to_lowercase() == wanted.to_lowercase()).then_some((at, heading))
        }
        _ => None,
    })
}

/// Whether nothing stands beneath the heading at `at`, but for other headings.
pub(super) fn is_empty(blocks: &[Block], at: usize) -> bool {
    let Some(Block::Heading(own)) = blocks.get(at) else { return false };
    let below = blocks[at + 1..]
        .iter()
        .take_while(|block| !matches!(block, Block::Heading(next) if next.level <= own.level));
    below.into_iter().all(|block| matches!(block, Block::Heading(_)))
}

/// Whether the heading is that of recommendations in the front matter.
fn is_asked(asked: Option<&Asked>, words: &str) -> bool {
    asked.is_some_and(|asked| asked.heading.to_lowercase() == words.to_lowercase())
}

fn out_of_order(cx: &Cx<'_>, heading: &Heading, words: &str) {
    let message = format!("the heading \"{words}\" is out of order");
    let found = Diagnostic::error(codes::PAPER_PART, message).at(heading.span.clone());
    cx.renderer.find(found.help("put the headings in the order of the template"));
}

fn nothing_beneath(cx: &Cx<'_>, heading: &Heading, wanted: &PaperHeading) {
    let words = cx.say(&wanted.text);
    let message = format!("nothing stands under \"{words}\", which the template requires");
    let found = Diagnostic::error(codes::EMPTY_HEADING, message).at(heading.span.clone());
    cx.renderer.find(found.help(to_write(cx, wanted)));
}

fn missing(cx: &Cx<'_>, page: &Page, wanted: &PaperHeading) {
    let words = cx.say(&wanted.text);
    let message = format!("the paper has no heading \"{words}\", which its template requires");
    let span = Span::words(page.file.clone(), "template:");
    let found = Diagnostic::error(codes::PAPER_PART, message).at(span);
    cx.renderer.find(found.help(format!("add it; {}", to_write(cx, wanted))));
}

/// What to write where nothing arises.
fn to_write(cx: &Cx<'_>, wanted: &PaperHeading) -> String {
    match &wanted.none {
        Some(none) => format!("where there is nothing to say, write \"{}\"", cx.say(none)),
        None => "where there is nothing to say, write that none arises".to_owned(),
    }
}
