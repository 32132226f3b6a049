//! Pages of outcomes, and tables of counts.

use super::charts::{self, chart_of_outcome, source};
use super::csv_files;
use super::cx::Cx;
use super::figures::{Symbols, base, direction, figure, period};
use super::scorecard::{rule, scorecard, target_words, unrated};
use super::standing::standing;
use super::trace::Node;
use crate::diagnostic::Span;
use crate::disclosure::{Cell, Published, PublishedOutcome, PublishedTable};
use crate::model::{Id, Period};
use crate::narrative::{ChartKind, ChartSpec};
use crate::wording::{self, Wording};
use serde_json::{Value, json};

/// The path of an outcome's page, if it has one.
pub(super) fn path_of(cx: &Cx<'_>, outcome: &PublishedOutcome) -> Option<String> {
    cx.renderer.map.page_in(&format!("outcomes/{}", outcome.id))
}

/// The themes of the index, each with its scorecard.
pub(super) fn themes(cx: &Cx<'_>) -> Vec<Value> {
    let view = cx.view();
    let themes = view.known_themes().map(|theme| {
        let title = cx.say(&theme.title);
        let outcomes: Vec<&PublishedOutcome> = theme.outcomes.iter().filter_map(|id| view.outcomes.get(id)).collect();
        json!({"id": theme.id.as_str(), "title": title, "scorecard": scorecard(cx, &title, &outcomes, &[])})
    });
    themes.collect()
}

/// The page of one outcome.
pub(super) fn outcome(cx: &Cx<'_>, outcome: &PublishedOutcome) -> Value {
    let view = cx.view();
    let theme = view.themes.iter().find(|theme| theme.outcomes.contains(&outcome.id));
    let mut drawn = chart(cx, outcome);
    let table = drawn.as_mut().map(|chart| chart["table"].take());
    json!({
        "id": outcome.id.as_str(),
        "title": cx.say(&outcome.title),
        "exempt": cx.exempt_record(&format!("outcome/{}", outcome.id)),
        "definition_prose": cx.prose_some(&outcome.file, outcome.definition.as_ref()),
        "polarity_words": wording::polarity_words(cx.strings(), outcome.polarity),
        "unit_words": wording::unit_words(cx.strings(), outcome),
        "headline": headline(cx, outcome),
        "chart": drawn,
        "table": table.unwrap_or_else(|| table_without_chart(cx, outcome)),
        "targets": targets(cx, outcome),
        "source": outcome.source.as_ref().map(|source| json!({
            "name": cx.say(&source.name),
            "table": cx.say_some(source.table.as_ref()),
            "url": source.url,
            "published": source.published.as_ref().and_then(|released| released.last(None)).map(|day| cx.strings().day(day)),
        })),
        "revisions": revisions(cx, outcome),
        "breaks": outcome.breaks.iter().map(|gap| json!({
            "before": period(cx, outcome, &gap.before), "why": cx.say(&gap.why),
        })).collect::<Vec<_>>(),
        "commentary": outcome.commentary.as_ref().map(|commentary| json!({
            "what_prose": cx.prose_some(&outcome.file, commentary.what.as_ref()),
            "why_prose": cx.prose_some(&outcome.file, commentary.why.as_ref()),
            "next_prose": cx.prose_some(&outcome.file, commentary.next.as_ref()),
            "corrective_action_prose": cx.prose_some(&outcome.file, commentary.corrective_action.as_ref()),
        })),
        "neighbours": neighbours(outcome),
        "measures": measures(cx, outcome),
        "principles": cx.principles(&outcome.principles),
        "theme": theme.map(|theme| json!({"id": theme.id.as_str(), "title": cx.say(&theme.title)})),
    })
}

/// The figures over time: lines, or bars when there is one period alone.
fn chart(cx: &Cx<'_>, outcome: &PublishedOutcome) -> Option<Value> {
    let has_figure = outcome.own.points.iter().any(|point| point.cell.get().shown().is_some());
    let one = outcome.own.points.len() == 1;
    let spec = ChartSpec {
        compare: charts::comparators_shown(outcome),
        kind: one.then_some(ChartKind::Bar),
        ..ChartSpec::default()
    };
    let drawn = chart_of_outcome(cx, &spec, outcome);
    has_figure.then(|| charts::draw(cx, &drawn, &Span::file(outcome.file.clone()))).flatten()
}

/// The figures of an outcome that has none to draw.
fn table_without_chart(cx: &Cx<'_>, outcome: &PublishedOutcome) -> Value {
    let mut symbols = Symbols::default();
    let wording = Wording::of(cx.strings(), outcome);
    let rows = outcome.own.points.iter().map(|point| {
        json!({"head": {"text": period(cx, outcome, &point.period), "path": null}, "cells": [figure(cx, &wording, point.cell.get(), &mut symbols)]})
    });
    let rows: Vec<Value> = rows.collect();
    json!({
        "id": "figures-table",
        "caption": cx.say(&outcome.title),
        "note": null,
        "head": [{"text": cx.t("table.period"), "numeric": false}, {"text": cx.council(), "numeric": true}],
        "rows": rows,
        "total_row": false,
        "key": symbols.key(cx),
        "csv": csv_files::outcomes(cx, outcome.id.as_str(), &[outcome], &|_, _| true),
    })
}

fn headline(cx: &Cx<'_>, outcome: &PublishedOutcome) -> Option<Value> {
    let last = outcome.own.last()?;
    let refused = outcome.change(&last.period, outcome.usual_basis()).err();
    let rule = rule(cx, outcome, &last.period);
    Some(json!({
        "figure": figure(cx, &Wording::of(cx.strings(), outcome), last.cell.get(), &mut Symbols::default()),
        "base": base(cx, last),
        "period": period(cx, outcome, &last.period),
        "change_words": refused.map(|refusal| cx.strings().say("change.none", &[("why", &wording::refusal_words(cx.strings(), refusal))])),
        "direction": direction(cx, outcome, &last.period),
        "rating": rule.as_ref().ok().map(|rule| cx.rating(rule)),
        "unrated": rule.as_ref().err().and_then(|why| unrated(cx, *why)),
        "rules": rule.ok().map(|_| super::rules::rules(cx)),
        "standing": standing(cx, outcome, last),
    }))
}

fn targets(cx: &Cx<'_>, outcome: &PublishedOutcome) -> Vec<Value> {
    let shown = |at: &Period| period(cx, outcome, at);
    let target = |target: &crate::model::target::Target| {
        json!({
            "for": target.period.as_ref().map(shown), "words": target_words(cx, outcome, target),
        })
    };
    outcome.targets.iter().map(target).collect()
}

fn revisions(cx: &Cx<'_>, outcome: &PublishedOutcome) -> Vec<Value> {
    let wording = Wording::of(cx.strings(), outcome);
    let points = outcome
        .own
        .points
        .iter()
        .flat_map(|point| point.revisions.iter().map(move |revision| (point, revision)));
    let one =
        |(point, revision): (&crate::disclosure::Point, &crate::disclosure::PublishedRevision)| {
            json!({
                "period": period(cx, outcome, &point.period),
                "from": wording.cell(revision.from.get()),
                "to": wording.cell(point.cell.get()),
                "date": cx.strings().day(revision.date),
                "why": cx.say_some(revision.why.as_ref()),
            })
        };
    points.map(one).collect()
}

/// The statistical neighbours, with the model that chose them.
fn neighbours(outcome: &PublishedOutcome) -> Option<Value> {
    let names: Vec<&str> = outcome.neighbours.iter().map(|other| other.name.as_str()).collect();
    (!names.is_empty()).then(|| json!({"names": names, "model": outcome.neighbour_model}))
}

/// What an outcome measures: commitments, and what recommendations were to
/// change.
fn measures(cx: &Cx<'_>, outcome: &PublishedOutcome) -> Vec<Value> {
    let from = cx.trace().pointing_to(Node::Outcome(&outcome.id));
    cx.nodes(from.iter().copied())
}

/// A table of counts, as a narrative asks for it.
pub(super) fn table_block(cx: &Cx<'_>, id: &Id, span: &Span) -> Option<Value> {
    let Some(table) = cx.view().tables.get(id) else {
        cx.unknown("table", id.as_str(), cx.view().tables.keys().map(Id::as_str), span);
        return None;
    };
    let name = format!("table-{}", table.id);
    let csv = csv_files::table(cx, &name, table);
    Some(data_table(cx, table, &name, &csv))
}

/// A table of counts, as the theme's component takes it.
pub(super) fn data_table(cx: &Cx<'_>, table: &PublishedTable, id: &str, csv: &str) -> Value {
    let mut symbols = Symbols::default();
    let wording = Wording::new(cx.strings(), None);
    let mut row = |head: String, cells: &[Published<Cell>]| {
        let cells: Vec<Value> =
            cells.iter().map(|cell| figure(cx, &wording, cell.get(), &mut symbols)).collect();
        json!({"head": {"text": head, "path": null}, "cells": cells})
    };
    let mut rows: Vec<Value> = table.rows.iter().map(|r| row(cx.say(&r.head), &r.cells)).collect();
    rows.extend(table.totals.iter().map(|cells| row(cx.t("table.total"), cells)));
    let columns = table.columns.iter().map(|column| cx.say(column));
    let total = table.has_total_column.then(|| cx.t("table.total"));
    let heads = columns.chain(total).map(|text| json!({"text": text, "numeric": true}));
    json!({
        "id": id,
        "exempt": cx.exempt_record(&format!("table/{}", table.id)),
        "caption": table_caption(cx, table),
        "note": table_note(cx, table),
        "head": std::iter::once(json!({"text": cx.t("table.group"), "numeric": false})).chain(heads).collect::<Vec<_>>(),
        "rows": rows,
        "total_row": table.totals.is_some(),
        "key": symbols.key(cx),
        "csv": csv,
    })
}

fn table_caption(cx: &Cx<'_>, table: &PublishedTable) -> String {
    let title = cx.say(&table.title);
    match &table.period {
        Some(at) => cx.strings().say(
            "table.caption",
            &[("title", &title), ("subtitle", &cx.strings().period(at, Default::default()))],
        ),
        None => title,
    }
}

fn table_note(cx: &Cx<'_>, table: &PublishedTable) -> Option<String> {
    let source = table
        .source
        .as_ref()
        .map(|source| cx.strings().say("table.source", &[("source", &cx.say(&source.name))]));
    let notes = table.notes.iter().map(|note| cx.say(&note.text));
    let withheld = table.is_withheld().then(|| cx.t("table.withheld"));
    let own = notes.chain(withheld).chain(rounded(cx, table));
    let all: Vec<String> = own.chain(source).collect();
    (!all.is_empty()).then(|| all.join(" "))
}

/// What is said where rounded parts stand beside a rounded total.
fn rounded(cx: &Cx<'_>, table: &PublishedTable) -> Option<String> {
    let has_total = table.totals.is_some() || table.has_total_column;
    let base = cx.renderer.publication.policy.round_to.filter(|base| *base > 1 && has_total)?;
    Some(cx.strings().say("table.rounded", &[("n", &base.to_string())]))
}

/// Where the figures of the site come from, each source with its outcomes.
pub(super) fn sources(cx: &Cx<'_>) -> Vec<Value> {
    let mut sources: Vec<(Value, Vec<Value>)> = Vec::new();
    for outcome in cx.view().outcomes.values().filter(|outcome| outcome.is_known()) {
        let Some(from) = source(cx, outcome) else { continue };
        let used = json!({"title": cx.say(&outcome.title), "path": path_of(cx, outcome)});
        match sources.iter_mut().find(|(known, _)| *known == from) {
            Some((_, all)) => all.push(used),
            None => sources.push((from, vec![used])),
        }
    }
    let shape = |(from, used): (Value, Vec<Value>)| json!({"name": from["name"], "table": null, "url": from["url"], "published": null, "used_for": used});
    sources.into_iter().map(shape).collect()
}
