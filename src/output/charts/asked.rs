//! From what a narrative asks for to a chart that can be drawn.

use super::super::cx::Cx;
use super::super::scorecard::known;
use super::Drawn;
use super::counts::{chart_of_statuses, chart_of_table};
use super::outcomes::{chart_of_outcome, chart_of_outcomes};
use crate::chart::{self, ChartError};
use crate::diagnostic::{Diagnostic, Span, codes};
use crate::disclosure::PublishedOutcome;
use crate::model::Id;
use crate::narrative::{ChartKind, ChartSpec};
use serde_json::{Value, json};

/// The most words of a headline.
const HEADLINE_WORDS: usize = 15;

/// A chart as a narrative asks for it.
pub(in crate::output) fn block(cx: &Cx<'_>, spec: &ChartSpec, span: &Span) -> Option<Value> {
    refuse_kind(cx, spec.kind, span)?;
    check_headline(cx, spec, span);
    let drawn = what(cx, spec, span)?;
    draw(cx, &drawn, span)
}

fn refuse_kind(cx: &Cx<'_>, kind: Option<ChartKind>, span: &Span) -> Option<()> {
    if matches!(kind, None | Some(ChartKind::Line | ChartKind::Bar)) {
        return Some(());
    }
    let found = Diagnostic::error(
        codes::UNKNOWN_BLOCK,
        "charts of this kind cannot be drawn by this version",
    );
    cx.renderer.find(found.at(span.clone()).help("use `kind: line` or `kind: bar`"));
    None
}

fn check_headline(cx: &Cx<'_>, spec: &ChartSpec, span: &Span) {
    let words =
        cx.say_some(spec.title.as_ref()).map_or(0, |title| title.split_whitespace().count());
    if words > HEADLINE_WORDS {
        let message =
            format!("the chart's title has {words} words; a headline has at most {HEADLINE_WORDS}");
        let found = Diagnostic::warning(codes::LONG_HEADLINE, message).at(span.clone());
        cx.renderer
            .find(found.help("say the message alone; what is measured stands below it already"));
    }
}

fn what(cx: &Cx<'_>, spec: &ChartSpec, span: &Span) -> Option<Drawn> {
    let outcomes: Vec<Id> = spec.outcome.iter().chain(&spec.outcomes).cloned().collect();
    let given = [!outcomes.is_empty(), spec.recommendations.is_some(), spec.table.is_some()];
    if given.iter().filter(|given| **given).count() != 1 {
        let found = Diagnostic::error(
            codes::MISSING_KEY,
            "a chart shows one thing: outcomes, recommendations or a table",
        );
        cx.renderer.find(
            found
                .at(span.clone())
                .help("give one of `outcome`, `outcomes`, `recommendations` and `table`"),
        );
        return None;
    }
    if let Some(review) = &spec.recommendations {
        return statuses(cx, spec, review, span);
    }
    if let Some(table) = &spec.table {
        let Some(found) = cx.view().tables.get(table) else {
            cx.unknown("table", table.as_str(), cx.view().tables.keys().map(Id::as_str), span);
            return None;
        };
        return Some(chart_of_table(cx, spec, found));
    }
    outcome_chart(cx, spec, &outcomes, span)
}

fn statuses(cx: &Cx<'_>, spec: &ChartSpec, review: &Id, span: &Span) -> Option<Drawn> {
    match cx.view().review(review.as_str()) {
        Some(filed) => Some(chart_of_statuses(cx, spec, &filed.value)),
        None => {
            cx.unknown(
                "review",
                review.as_str(),
                cx.view().reviews.iter().map(|filed| filed.value.review.id.as_str()),
                span,
            );
            None
        }
    }
}

fn outcome_chart(cx: &Cx<'_>, spec: &ChartSpec, ids: &[Id], span: &Span) -> Option<Drawn> {
    let outcomes = known(cx, ids, span);
    if outcomes.len() != ids.len() || !compares(cx, spec, &outcomes, span) {
        return None;
    }
    match outcomes[..] {
        [only] if spec.kind != Some(ChartKind::Bar) || over_time(spec) => {
            Some(chart_of_outcome(cx, spec, only))
        }
        _ if spec.kind == Some(ChartKind::Line) => {
            let found = Diagnostic::error(codes::BAD_VALUE, "a line chart shows one outcome");
            cx.renderer.find(
                found
                    .at(span.clone())
                    .help("use `kind: bar` for several outcomes, or a chart for each"),
            );
            None
        }
        _ if outcomes.iter().any(|outcome| outcome.unit != outcomes[0].unit) => {
            let found = Diagnostic::error(codes::UNIT, "the outcomes of a chart share one unit");
            cx.renderer.find(found.at(span.clone()).help("make a chart for each unit"));
            None
        }
        _ => Some(chart_of_outcomes(cx, spec, &outcomes)),
    }
}

/// Whether bars of one outcome stand for its periods, since nothing else is
/// asked for.
fn over_time(spec: &ChartSpec) -> bool {
    spec.compare.is_empty() && spec.period.is_none()
}

/// Whether every comparator asked for is one of some outcome shown.
fn compares(cx: &Cx<'_>, spec: &ChartSpec, outcomes: &[&PublishedOutcome], span: &Span) -> bool {
    let has = |name: &Id| outcomes.iter().any(|outcome| outcome.comparators.contains_key(name));
    let mut all = true;
    for name in spec.compare.iter().filter(|name| !has(name)) {
        let known = outcomes.iter().flat_map(|outcome| outcome.comparators.keys()).map(Id::as_str);
        cx.unknown("comparator of these outcomes", name.as_str(), known, span);
        all = false;
    }
    all
}

/// Draws a chart and gives it as the theme's component takes it.
pub(in crate::output) fn draw(cx: &Cx<'_>, drawn: &Drawn, span: &Span) -> Option<Value> {
    match chart::draw(&drawn.chart, cx.strings()) {
        Ok(drawing) => {
            cx.renderer.count(|made| made.charts += 1);
            Some(json!({
                "id": drawn.chart.id,
                "headline": drawn.chart.headline,
                "subtitle": drawn.chart.subtitle,
                "wide_svg": drawing.wide,
                "narrow_svg": drawing.narrow,
                "description": drawing.description,
                "author_text": drawn.chart.author_text,
                "table": drawn.table,
                "csv": drawn.csv,
                "source": drawn.source,
                "notes": drawn.notes,
            }))
        }
        Err(error) => {
            let said = error.to_string();
            let (message, help) = said.split_once("; ").unwrap_or((&said, ""));
            let code = match error {
                ChartError::NothingToDraw => codes::NO_FIGURE,
                _ => codes::BAD_VALUE,
            };
            let found = Diagnostic::error(code, message).at(span.clone());
            cx.renderer.find(if help.is_empty() { found } else { found.help(help) });
            None
        }
    }
}
