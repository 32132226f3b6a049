//! From what a narrative asks for to a chart that can be drawn.

use super::super::cx::{Cx, Medium};
use super::super::scorecard::known;
use super::Drawn;
use super::areas::NEIGHBOURS;
use super::counts::{chart_of_statuses, chart_of_table};
use super::over_time::{chart_of_outcome, chart_of_series};
use super::side_by_side::chart_of_outcomes;
use crate::chart::{self, ChartError, Drawing, Kind};
use crate::diagnostic::{Code, Diagnostic, Span, codes};
use crate::disclosure::PublishedOutcome;
use crate::model::{Id, Marker};
use crate::narrative::{ChartKind, ChartSpec};
use crate::wording;
use serde_json::{Value, json};

/// The most words of a headline.
const HEADLINE_WORDS: usize = 15;

/// A chart as a narrative asks for it.
pub(in crate::output) fn block(cx: &Cx<'_>, spec: &ChartSpec, span: &Span) -> Option<Value> {
    check_headline(cx, spec, span);
    let drawn = what(cx, spec, span)?;
    draw(cx, &drawn, span)
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
    if let Some((code, message, help)) = misfit(spec, &outcomes) {
        cx.renderer.find(Diagnostic::error(code, message).at(span.clone()).help(help));
        return None;
    }
    Some(match outcomes[..] {
        [only] if is_over_time(spec) => chart_of_outcome(cx, spec, only),
        _ if matches!(spec.kind, Some(ChartKind::SmallMultiples | ChartKind::Stacked)) => {
            chart_of_series(cx, spec, &outcomes)
        }
        _ => chart_of_outcomes(cx, spec, &outcomes),
    })
}

/// Whether a chart of one outcome shows its periods: lines and panels always
/// do, bars and dots unless one period is asked for or others to compare with.
fn is_over_time(spec: &ChartSpec) -> bool {
    match spec.kind {
        None | Some(ChartKind::Line | ChartKind::SmallMultiples) => true,
        Some(ChartKind::Bar) => spec.compare.is_empty() && spec.period.is_none(),
        Some(ChartKind::Dot) => spec.period.is_none(),
        Some(ChartKind::Stacked) => false,
    }
}

/// Why these outcomes cannot be shown in one chart of this kind.
fn misfit(
    spec: &ChartSpec,
    outcomes: &[&PublishedOutcome],
) -> Option<(Code, &'static str, &'static str)> {
    let differ = |what: fn(&PublishedOutcome, &PublishedOutcome) -> bool| {
        outcomes.iter().any(|outcome| what(outcome, outcomes[0]))
    };
    let together = matches!(spec.kind, Some(ChartKind::Stacked | ChartKind::SmallMultiples));
    if outcomes.len() > 1 && spec.kind == Some(ChartKind::Line) {
        return Some((
            codes::BAD_VALUE,
            "a line chart shows one outcome",
            "use `kind: small-multiples` for several outcomes, or a chart for each",
        ));
    }
    if outcomes.len() == 1 && spec.kind == Some(ChartKind::Stacked) {
        return Some((
            codes::BAD_VALUE,
            "the parts of a stacked chart are several outcomes",
            "give them as `outcomes`, or use `kind: bar`",
        ));
    }
    if differ(|a, b| a.unit != b.unit) {
        return Some((
            codes::UNIT,
            "the outcomes of a chart share one unit",
            "make a chart for each unit",
        ));
    }
    (outcomes.len() > 1 && together && differ(|a, b| a.period_type != b.period_type)).then_some((
        codes::UNIT,
        "the outcomes of a chart over time share one `period_type`",
        "make a chart for each kind of period",
    ))
}

/// Whether every comparator asked for is one of some outcome shown.
fn compares(cx: &Cx<'_>, spec: &ChartSpec, outcomes: &[&PublishedOutcome], span: &Span) -> bool {
    let has = |name: &Id| outcomes.iter().any(|outcome| has_area(spec, outcome, name));
    let mut all = true;
    for name in spec.compare.iter().filter(|name| !has(name)) {
        all = false;
        if name.as_str() == NEIGHBOURS {
            let message = "neighbours are shown one by one in small multiples of an outcome that gives their figures";
            let found = Diagnostic::error(codes::BAD_VALUE, message).at(span.clone());
            cx.renderer.find(found.help(
                "use `kind: small-multiples`, or compare with their mean, `statistical-neighbours`",
            ));
        } else {
            let known = outcomes.iter().flat_map(|outcome| outcome.comparators.keys());
            cx.unknown("comparator of these outcomes", name.as_str(), known.map(Id::as_str), span);
        }
    }
    all
}

/// Whether `outcome` has figures of the area `name` for a chart of this kind.
fn has_area(spec: &ChartSpec, outcome: &PublishedOutcome, name: &Id) -> bool {
    let one_by_one = name.as_str() == NEIGHBOURS && spec.kind == Some(ChartKind::SmallMultiples);
    outcome.comparators.contains_key(name) || (one_by_one && !outcome.neighbours.is_empty())
}

/// Draws a chart and gives it as the theme's component takes it.
pub(in crate::output) fn draw(cx: &Cx<'_>, drawn: &Drawn, span: &Span) -> Option<Value> {
    match chart::draw(&drawn.chart, cx.strings()) {
        Ok(drawing) => {
            cx.count(|made| made.charts += 1);
            let in_page = cx.medium == Medium::Page;
            let picture = picture(cx, drawn, &drawing);
            let notes = [drawn.notes.clone(), symbol_notes(cx, drawn)].concat();
            Some(json!({
                "id": drawn.chart.id,
                "headline": drawn.chart.headline,
                "subtitle": drawn.chart.subtitle,
                "wide_svg": in_page.then_some(&drawing.wide),
                "narrow_svg": in_page.then_some(&drawing.narrow),
                "drawing": (!in_page).then(|| literal(cx, &drawing)),
                "drawing_narrow": (!in_page).then(|| drawing.literal_narrow(&cx.renderer.theme.palette().print)),
                "description": drawing.description,
                "author_text": drawn.chart.author_text,
                "table": drawn.table,
                "csv": drawn.csv,
                "svg": picture,
                "source": drawn.source,
                "notes": notes,
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

/// What the symbols beside bars mean: on a small screen there is no room for
/// the words there.
fn symbol_notes(cx: &Cx<'_>, drawn: &Drawn) -> Vec<String> {
    if !matches!(drawn.chart.kind, Kind::Bar | Kind::Stacked | Kind::Dot) {
        return Vec::new();
    }
    let points = || drawn.chart.series.iter().flat_map(|series| &series.points);
    let is_there = |marker: &Marker| points().any(|one| one.cell.get().marker() == Some(*marker));
    let said = |marker: &Marker| drawn.notes.iter().any(|note| note.contains(marker.symbol()));
    let note = |marker: Marker| {
        let words = wording::marker_words(cx.strings(), marker);
        let args = [("symbol", marker.symbol()), ("words", words.as_str())];
        cx.strings().say("chart.note.symbol", &args)
    };
    let shown = Marker::ALL.into_iter().filter(|marker| is_there(marker) && !said(marker));
    shown.map(note).collect()
}

/// The drawing with every colour written on it.
fn literal(cx: &Cx<'_>, drawing: &Drawing) -> String {
    drawing.literal(&cx.renderer.theme.palette().print)
}

/// Writes the drawing as a picture that stands alone, beside its data, and
/// gives its path.
fn picture(cx: &Cx<'_>, drawn: &Drawn, drawing: &Drawing) -> String {
    let path = format!("{}.svg", drawn.csv.trim_end_matches(".csv"));
    cx.put(&path, literal(cx, drawing).as_bytes());
    path
}
