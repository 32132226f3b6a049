//! The pages of reviews: one for each, or several where one would be too long
//! to read; and every recommendation in one table, to be searched with the
//! browser's own search.

use super::changes::standing;
use super::cx::Cx;
use super::recommendations::{self, anchor, path_of};
use crate::disclosure::{Filed, View};
use crate::model::recommendation::{Recommendation, ReviewFile};
use crate::model::{Id, Text};
use crate::narrative::{self, Block, Source, plain_text};
use crate::register::Kind;
use serde_json::{Value, json};
use std::ops::Range;
use std::sync::Arc;

/// The folder of the table of all recommendations.
pub(super) const ALL: &str = "recommendations/all";

/// The most recommendations that stand on one page in full: some 150 KB, and
/// fewer than anyone reads at once.
const MOST: usize = 50;

/// How many pages the recommendations of a review need beside its own: none if
/// they stand on that.
pub(super) fn parts(file: &ReviewFile) -> usize {
    match file.recommendations.len() {
        count if count > MOST => count.div_ceil(MOST),
        _ => 0,
    }
}

/// Whether there is a table of all recommendations: one review is its own.
pub(super) fn has_table(view: &View) -> bool {
    view.reviews.len() > 1
}

/// The folder of the page of a review.
pub(super) fn folder(review: &Id) -> String {
    format!("recommendations/{review}")
}

/// The folder of one of the pages of a long review, named by the place of its
/// first recommendation.
pub(super) fn part_folder(review: &Id, part: usize) -> String {
    format!("{}/from-{}", folder(review), part * MOST + 1)
}

/// The folder of the page where a recommendation stands in full.
pub(super) fn folder_of(file: &ReviewFile, one: &Recommendation) -> String {
    let same = |other: &Recommendation| other.name() == one.name();
    match file.recommendations.iter().position(same).filter(|_| parts(file) > 0) {
        Some(at) => part_folder(&file.review.id, at / MOST),
        None => folder(&file.review.id),
    }
}

/// The recommendations of one of the pages of a long review.
pub(super) fn of_part(file: &ReviewFile, part: usize) -> &[Recommendation] {
    file.recommendations.get(range(file, part)).unwrap_or_default()
}

fn range(file: &ReviewFile, part: usize) -> Range<usize> {
    let last = file.recommendations.len();
    (part * MOST).min(last)..((part + 1) * MOST).min(last)
}

/// Which recommendations stand on one of the pages: `1 to 50`.
fn span_of(cx: &Cx<'_>, file: &ReviewFile, part: usize) -> String {
    let shown = of_part(file, part);
    let first = shown.first().map_or("", Recommendation::name);
    let last = shown.last().map_or("", Recommendation::name);
    cx.strings().say("review.part", &[("first", first), ("last", last)])
}

/// The title of one of the pages of a long review.
pub(super) fn part_title(cx: &Cx<'_>, file: &ReviewFile, part: usize) -> String {
    let args = [("review", cx.say(&file.review.title)), ("part", span_of(cx, file, part))];
    let args = args.each_ref().map(|(key, value)| (*key, value.as_str()));
    cx.strings().say("review.part.title", &args)
}

/// The pages of a long review, to go from one to another.
pub(super) fn ways(cx: &Cx<'_>, file: &ReviewFile) -> Vec<Value> {
    let way = |part: usize| {
        let path = cx.renderer.map.page_in(&part_folder(&file.review.id, part))?;
        let current = path == cx.path;
        Some(json!({"title": span_of(cx, file, part), "path": path, "current": current}))
    };
    (0..parts(file)).filter_map(way).collect()
}

/// One of the pages of a long review: the review, and its recommendations.
pub(super) fn part(cx: &Cx<'_>, filed: &Filed<ReviewFile>, part: usize) -> (Value, Vec<Value>) {
    let mut review = recommendations::review(cx, filed);
    review["tally"] = Value::Null;
    review["intro_prose"] = Value::Null;
    let shown = of_part(&filed.value, part).iter();
    (review, shown.map(|one| recommendations::recommendation(cx, filed, one)).collect())
}

/// Every recommendation of the view in one table, review by review.
pub(super) fn all(cx: &Cx<'_>) -> Value {
    let groups = cx.view().reviews.iter().map(|filed| group(cx, filed, false));
    json!({"groups": groups.collect::<Vec<_>>()})
}

/// The recommendations of a long review in one table, each at its anchor.
pub(super) fn table(cx: &Cx<'_>, filed: &Filed<ReviewFile>) -> Value {
    let mut group = group(cx, filed, true);
    group["title"] = Value::Null;
    json!({"groups": [group]})
}

fn group(cx: &Cx<'_>, filed: &Filed<ReviewFile>, anchored: bool) -> Value {
    let review = &filed.value.review;
    let rows = filed.value.recommendations.iter().map(|one| row(cx, filed, one, anchored));
    json!({
        "title": cx.say(&review.title),
        "path": cx.renderer.map.page_in(&folder(&review.id)),
        "body": cx.say(&review.body),
        "date": cx.when_some(review.date.as_ref()),
        "rows": rows.collect::<Vec<_>>(),
    })
}

fn row(cx: &Cx<'_>, filed: &Filed<ReviewFile>, one: &Recommendation, anchored: bool) -> Value {
    let name = filed.value.name_of(one);
    let item = cx.view().register.get(Kind::Recommendation, &name);
    let shown = item.map(|item| standing(cx, item.standing));
    json!({
        "anchor": anchored.then(|| cx.claim(anchor(&filed.value, one))),
        "path": path_of(cx, &filed.value, one),
        "name": one.name(),
        "words": words(cx, &filed.file, &one.text),
        "leads": cx.leads(&one.leads),
        "due": cx.when_some(item.and_then(|item| item.due.as_ref())),
        "overdue": item.is_some_and(|item| item.overdue),
        "status": shown.map(|shown| shown["label"].clone()),
    })
}

/// All the words of a text, without marks. What is wrong in it is told where it
/// stands in full.
fn words(cx: &Cx<'_>, file: &Arc<str>, text: &Text) -> String {
    let source = Source::in_yaml(file, text.in_language(cx.language()));
    let parsed = narrative::parse(&source, Default::default(), cx.evaluator());
    let mut parts = Vec::new();
    add_words(&parsed.value.blocks, &mut parts);
    parts.join(" ")
}

fn add_words(blocks: &[Block], parts: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Heading(heading) => parts.push(plain_text(&heading.words)),
            Block::Paragraph(paragraph) => parts.push(plain_text(&paragraph.words)),
            Block::List { items, .. } => {
                items.iter().for_each(|item| add_words(&item.blocks, parts));
            }
            Block::Quotation(blocks) | Block::Callout(_, blocks) => add_words(blocks, parts),
            Block::Table(table) => {
                let cells = table.head.iter().chain(table.rows.iter().flatten());
                parts.extend(cells.map(|cell| plain_text(cell)));
            }
            Block::Code(words) => parts.push(words.clone()),
            Block::Rule | Block::Component(..) => {}
        }
    }
}
