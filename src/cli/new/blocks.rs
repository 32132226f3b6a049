//! Blocks for the next edition: kept where they show the newest figures, with
//! what an author said about last year's taken out.

use super::unwritten;
use super::years::Years;
use crate::at;
use crate::diagnostic::{Findings, Part as Place, Span};
use crate::narrative::ChartSpec;
use crate::yaml::{self, Doc, Text};
use std::ops::Range;

/// Blocks that hold what was said or decided in one year.
const OF_ONE_YEAR: [&str; 2] = ["quote", "resolutions"];

/// How a block goes on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Form {
    /// With its period moved on, if it names one.
    #[default]
    MovedOn,
    /// With its period as it was: there is nothing to show of the next.
    AsItWas,
    /// Not at all, for this reason: it is kept in a note.
    Aside(String),
}

impl Form {
    /// What to try when this one is refused, for `why`.
    pub(super) fn next(&self, why: &str) -> Self {
        match self {
            Self::MovedOn => Self::AsItWas,
            Self::AsItWas | Self::Aside(_) => Self::Aside(why.to_owned()),
        }
    }
}

/// Whether a block of this name belongs to its year alone.
pub(super) fn is_of_one_year(name: &str) -> bool {
    OF_ONE_YEAR.contains(&name)
}

/// A block for the next edition: a note above it, if there is one, and itself,
/// unless the note holds it.
pub(super) struct Moved {
    pub(super) note: Option<String>,
    pub(super) block: Option<String>,
}

/// The block `name`, written `whole` in `edition`, in the form `form`.
pub(super) fn moved_on(
    name: &str,
    whole: &str,
    edition: &str,
    years: &Years,
    form: &Form,
) -> Moved {
    if let Form::Aside(why) = form {
        return Moved { note: Some(aside(name, whole, edition, why)), block: None };
    }
    match name {
        "chart" => chart(whole, edition, years, form),
        "table" => {
            let line = "The table below is last year's. Name this year's, then delete this note.";
            Moved { note: Some(unwritten::note(&[line.to_owned()])), block: Some(whole.to_owned()) }
        }
        _ => Moved { note: None, block: Some(whole.to_owned()) },
    }
}

/// A note that keeps a block which cannot be shown.
fn aside(name: &str, whole: &str, edition: &str, why: &str) -> String {
    let line = format!(
        "The block `{name}` of {edition} cannot be shown yet: {why}. Put it back when it can:"
    );
    let mut lines = vec![line, String::new(), "````text".to_owned()];
    lines.extend(whole.lines().map(str::to_owned));
    lines.push("````".to_owned());
    unwritten::note(&lines)
}

/// A chart: its headline said what last year's figures showed.
fn chart(whole: &str, edition: &str, years: &Years, form: &Form) -> Moved {
    let body = body_of(whole);
    let text = Text { file: "chart".into(), text: &whole[body.clone()], start: body.start };
    let Some(doc) = yaml::read::<ChartSpec>(&text, &mut Findings::new()) else {
        return Moved { note: None, block: Some(whole.to_owned()) };
    };
    let mut lines = said(&doc, whole, edition);
    lines.extend(timed(&doc, years, form));
    if doc.value.table.is_some() {
        lines.push("It shows a table of last year: name this year's.".to_owned());
    }
    if !lines.is_empty() {
        lines.push("Then delete this note.".to_owned());
    }
    let note = (!lines.is_empty()).then(|| unwritten::note(&lines));
    Moved { note, block: Some(edited(&doc, whole, years, form)) }
}

/// What a note says of the words around a chart.
fn said(doc: &Doc<ChartSpec>, whole: &str, edition: &str) -> Vec<String> {
    let keys: Vec<&str> = ["title", "text"].into_iter().filter(|key| doc.has(at![*key])).collect();
    let Some(key) = keys.first() else { return Vec::new() };
    let words = whole.get(range(&doc.span(at![*key]))).unwrap_or_default();
    let words = words.trim_start_matches(['|', '>', '-']);
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ").replace('`', "");
    vec![
        format!("In {edition}, the {key} of the chart below was: `{words}`."),
        format!("Look at the new figures, and write its `{}` anew.", keys.join("` and its `")),
    ]
}

/// What a note says of the period of a chart.
fn timed(doc: &Doc<ChartSpec>, years: &Years, form: &Form) -> Option<String> {
    let period = doc.value.period.as_ref()?;
    match years.period(period).filter(|_| *form == Form::MovedOn) {
        Some(next) => Some(format!("It shows {next}, where it showed {period}.")),
        None => Some(format!(
            "It still shows {period}, as there are no figures of a later time to show."
        )),
    }
}

/// The chart with its period moved on and its words commented out.
fn edited(doc: &Doc<ChartSpec>, whole: &str, years: &Years, form: &Form) -> String {
    let mut changes: Vec<(Range<usize>, String)> = Vec::new();
    let next = doc.value.period.as_ref().and_then(|period| years.period(period));
    if let Some(next) = next.filter(|_| *form == Form::MovedOn) {
        changes.push((range(&doc.span(at!["period"])), next.to_string()));
    }
    for key in ["title", "text"].into_iter().filter(|key| doc.has(at![*key])) {
        changes.extend(commented(doc, whole, key));
    }
    changes.sort_by_key(|(place, _)| place.start);
    let mut text = whole.to_owned();
    for (place, words) in changes.into_iter().rev() {
        text.replace_range(place, &words);
    }
    text
}

/// The lines of `key` as comments; `None` where other keys stand beside it.
fn commented(doc: &Doc<ChartSpec>, whole: &str, key: &str) -> Option<(Range<usize>, String)> {
    let (name, value) = (range(&doc.key_span(at![key])), range(&doc.span(at![key])));
    let start = whole[..name.start].rfind('\n').map_or(0, |at| at + 1);
    let alone = whole[start..name.start].trim().is_empty();
    let last = value.start + whole.get(value.clone())?.trim_end().len();
    let end = whole[last..].find('\n').map_or(whole.len(), |at| last + at);
    let lines: Vec<String> = whole[start..end].lines().map(|line| format!("# {line}")).collect();
    alone.then(|| (start..end, lines.join("\n")))
}

/// Where the body of a fence stands: between its first line and its last.
fn body_of(whole: &str) -> Range<usize> {
    let start = whole.find('\n').map_or(whole.len(), |at| at + 1);
    let end = whole.trim_end().rfind('\n').map_or(start, |at| at + 1);
    let closed = whole[end.max(start)..].trim_start().starts_with(['`', '~']);
    start..if closed { end.max(start) } else { whole.len() }
}

fn range(span: &Span) -> Range<usize> {
    match span.part {
        Place::Bytes { start, end } => start..end,
        _ => 0..0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Day;

    fn chart_of(text: &str, form: &Form) -> (String, String) {
        let period = |word: &str| word.parse().unwrap();
        let as_at = Day::new(2025, 9, 30);
        let years = Years::between(&period("2024-25"), &period("2025-26"), as_at).unwrap();
        let moved = moved_on("chart", text, "2024-25", &years, form);
        (moved.note.unwrap_or_default(), moved.block.unwrap_or_default())
    }

    #[test]
    fn what_last_year_said_becomes_a_comment() {
        let text = "```chart\noutcome: a\ntitle: |\n  Fewer\n  moves\nkind: line\n```\n";
        let (note, block) = chart_of(text, &Form::MovedOn);
        assert_eq!(
            block,
            "```chart\noutcome: a\n# title: |\n#   Fewer\n#   moves\nkind: line\n```\n"
        );
        assert!(note.contains("the title of the chart below was: `Fewer moves`"), "{note}");
    }

    #[test]
    fn a_period_moves_on_if_it_can() {
        let text = "```chart\noutcome: a\nperiod: 2023-24\n```";
        assert!(chart_of(text, &Form::MovedOn).1.contains("period: 2024-25"));
        let (note, block) = chart_of(text, &Form::AsItWas);
        assert!(block.contains("period: 2023-24") && note.contains("still shows 2023-24"));
        let (note, block) = chart_of(text, &Form::Aside("it has no figures".to_owned()));
        assert!(block.is_empty() && note.contains("> period: 2023-24\n"), "{note}");
    }

    #[test]
    fn keys_beside_each_other_stay() {
        let (note, block) = chart_of("```chart\n{outcome: a, title: Fewer}\n```", &Form::MovedOn);
        assert!(block.contains("title: Fewer") && note.contains("was: `Fewer`"));
    }
}
