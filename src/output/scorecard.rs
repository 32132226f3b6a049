//! Scorecards and key figures: several outcomes side by side.

use super::charts;
use super::csv_files;
use super::cx::Cx;
use super::figures::{Symbols, base, direction, direction_or_reason, figure, period, short};
use crate::chart::{self, Point};
use crate::diagnostic::Span;
use crate::disclosure::{
    NoStanding, Point as Figure, PublishedOutcome, Series, ThemeGroup, rating, target_for,
};
use crate::model::rules::Rule;
use crate::model::target::Target;
use crate::model::{Id, Period};
use crate::narrative::{Column, OutcomesSpec};
use crate::wording::{self, Wording};
use serde_json::{Value, json};

/// A scorecard as a narrative asks for it.
pub(super) fn block(cx: &Cx<'_>, spec: &OutcomesSpec, span: &Span) -> Option<Value> {
    let (ids, title) = match &spec.theme {
        Some(theme) => {
            let views = &cx.renderer.publication.views;
            let later = || views.iter().any(|view| view.has_record(theme.as_str()));
            let shown = |group: &&ThemeGroup| {
                group.id == *theme && (!group.outcomes.is_empty() || !later())
            };
            let Some(group) = cx.view().themes.iter().find(shown) else {
                cx.unknown(
                    "theme of outcomes",
                    theme.as_str(),
                    cx.view().themes.iter().map(|group| group.id.as_str()),
                    span,
                );
                return None;
            };
            (group.outcomes.clone(), cx.say(&group.title))
        }
        None => (spec.ids.clone(), cx.t("scorecard.caption")),
    };
    let title = cx.say_some(spec.title.as_ref()).unwrap_or(title);
    let outcomes = known(cx, &ids, span);
    (!outcomes.is_empty()).then(|| scorecard(cx, &title, &outcomes, &spec.columns))
}

/// The outcomes with these ids; the unknown ones are reported.
pub(super) fn known<'a>(cx: &Cx<'a>, ids: &[Id], span: &Span) -> Vec<&'a PublishedOutcome> {
    let all = &cx.view().outcomes;
    for id in ids.iter().filter(|id| !all.contains_key(id)) {
        cx.unknown("outcome", id.as_str(), all.keys().map(Id::as_str), span);
    }
    ids.iter().filter_map(|id| all.get(id)).collect()
}

/// A scorecard of `outcomes` under `caption`.
pub(super) fn scorecard(
    cx: &Cx<'_>,
    caption: &str,
    outcomes: &[&PublishedOutcome],
    columns: &[Column],
) -> Value {
    let shows = |column: Column| columns.is_empty() || columns.contains(&column);
    let comparators =
        if shows(Column::Comparators) { comparators_of(outcomes) } else { Vec::new() };
    let id = format!("scorecard-{}", cx.next_serial());
    let mut symbols = Symbols::default();
    let mut rows = Vec::new();
    for outcome in outcomes.iter().filter(|outcome| !outcome.own.points.is_empty()) {
        rows.push(row(cx, outcome, &comparators, &shows, &mut symbols));
    }
    let rated = rows.iter().any(|row| !row["rating"].is_null());
    json!({
        "id": id,
        "caption": caption,
        "comparators": comparators.iter().map(|name| cx.comparator(name)).collect::<Vec<_>>(),
        "rows": rows,
        "csv": csv_files::outcomes(cx, &id, outcomes, &|_, _| true),
        "key": symbols.key(cx),
        "rules": if rated { super::rules::rules(cx) } else { Vec::new() },
    })
}

/// The comparators of any of `outcomes`: neighbours, region and nation first.
pub(super) fn comparators_of(outcomes: &[&PublishedOutcome]) -> Vec<Id> {
    let mut names: Vec<Id> =
        outcomes.iter().flat_map(|outcome| outcome.comparators.keys().cloned()).collect();
    let rank = |name: &Id| {
        ["statistical-neighbours", "region", "england", "scotland", "wales", "northern-ireland"]
            .iter()
            .position(|known| *known == name.as_str())
            .unwrap_or(9)
    };
    names.sort_by(|a, b| (rank(a), a).cmp(&(rank(b), b)));
    names.dedup();
    names
}

fn row(
    cx: &Cx<'_>,
    outcome: &PublishedOutcome,
    comparators: &[Id],
    shows: &dyn Fn(Column) -> bool,
    symbols: &mut Symbols,
) -> Value {
    let Some(last) = outcome.own.last() else { return Value::Null };
    let own = figure(cx, &Wording::of(cx.strings(), outcome), last.cell.get(), symbols);
    let others: Vec<Value> = comparators
        .iter()
        .map(|name| beside(cx, outcome, outcome.comparators.get(name), &last.period, symbols))
        .collect();
    let rule = rule(cx, outcome, &last.period);
    let target = target_for(outcome, &last.period).filter(|_| shows(Column::Target));
    json!({
        "title": cx.say(&outcome.title),
        "path": super::outcomes::path_of(cx, outcome),
        "period": period(cx, outcome, &last.period),
        "own": own,
        "base": base(cx, last).filter(|_| shows(Column::Base)),
        "comparators": others,
        "target": target.map(|target| json!({"text": target_words(cx, outcome, target)})),
        "rating": rule.as_ref().ok().filter(|_| shows(Column::Rating)).map(|rule| cx.rating(rule)),
        "unrated": rule.as_ref().err().filter(|_| shows(Column::Rating)).and_then(|why| unrated(cx, *why)),
        "direction": shows(Column::Direction).then(|| direction_or_reason(cx, outcome, &last.period)),
        "trend": shows(Column::Trend).then(|| trend(cx, outcome)),
    })
}

/// The rule that rates the figure of a period, or why none does.
pub(super) fn rule<'a>(
    cx: &Cx<'a>,
    outcome: &PublishedOutcome,
    period: &Period,
) -> Result<&'a Rule, NoStanding> {
    let rules = cx.renderer.publication.rules.as_ref().ok_or(NoStanding::NoRule)?;
    rating(outcome, period, rules)
}

/// Why a figure that has a target is not rated, in words.
pub(super) fn unrated(cx: &Cx<'_>, why: NoStanding) -> Option<String> {
    if matches!(why, NoStanding::NoTarget | NoStanding::NoRule) {
        return None;
    }
    let why = wording::no_standing_words(cx.strings(), why);
    Some(cx.strings().say("rating.unrated", &[("why", &why)]))
}

/// The most periods that a small line shows.
const LONGEST_TREND: usize = 8;

/// The course of an outcome as a small line, where there are enough figures.
fn trend(cx: &Cx<'_>, outcome: &PublishedOutcome) -> Option<String> {
    let all = &outcome.own.points;
    let shown = &all[all.len().saturating_sub(LONGEST_TREND)..];
    let points: Vec<Point> = shown.iter().map(|point| charts::point(cx, outcome, point)).collect();
    let is_break = |at: &usize| outcome.breaks.iter().any(|gap| gap.before == shown[*at].period);
    let breaks: Vec<usize> = (1..shown.len()).filter(is_break).collect();
    chart::spark(&points, &breaks, &trend_words(cx, outcome, shown)?)
}

/// From the first figure of a small line to its last, in words.
fn trend_words(cx: &Cx<'_>, outcome: &PublishedOutcome, shown: &[Figure]) -> Option<String> {
    let mut figures = shown.iter().filter(|point| point.cell.get().shown().is_some());
    let (first, last) = (figures.next()?, figures.next_back()?);
    let wording = Wording::of(cx.strings(), outcome);
    let at = |point: &Figure| short(cx, outcome, &point.period);
    let args = [
        ("first", wording.cell(first.cell.get())),
        ("first_at", at(first)),
        ("last", wording.cell(last.cell.get())),
        ("last_at", at(last)),
    ];
    let args = args.each_ref().map(|(key, value)| (*key, value.as_str()));
    Some(cx.strings().say("scorecard.trend", &args))
}

/// A comparator's figure of the same period, or its latest with its period.
fn beside(
    cx: &Cx<'_>,
    outcome: &PublishedOutcome,
    series: Option<&Series>,
    own: &Period,
    symbols: &mut Symbols,
) -> Value {
    let Some(series) = series else { return no_comparator(cx) };
    let wording = Wording::of(cx.strings(), outcome);
    if let Some(point) = series.at(own) {
        return figure(cx, &wording, point.cell.get(), symbols);
    }
    let Some(point) = series.last() else { return no_comparator(cx) };
    let mut shown = figure(cx, &wording, point.cell.get(), symbols);
    shown["period"] = json!(short(cx, outcome, &point.period));
    shown
}

/// The place of a comparator that an outcome does not have.
fn no_comparator(cx: &Cx<'_>) -> Value {
    let words = cx.t("scorecard.no_comparator");
    json!({"text": "–", "flags": [], "missing": true, "symbol": "–", "words": words, "period": null})
}

/// What a target asks for, in words.
pub(super) fn target_words(cx: &Cx<'_>, outcome: &PublishedOutcome, target: &Target) -> String {
    Wording::of(cx.strings(), outcome).target(target, |name| cx.comparator(name))
}

/// Headline figures in large type.
pub(super) fn key_figures(cx: &Cx<'_>, ids: &[Id], span: &Span) -> Option<Value> {
    let outcomes = known(cx, ids, span);
    let items: Vec<Value> = outcomes.iter().filter_map(|outcome| tile(cx, outcome)).collect();
    (!items.is_empty()).then(|| json!({"items": items}))
}

fn tile(cx: &Cx<'_>, outcome: &PublishedOutcome) -> Option<Value> {
    let mut tile = latest(cx, outcome)?;
    tile["base"] = json!(base(cx, outcome.own.last()?));
    tile["direction"] = json!(direction(cx, outcome, &outcome.own.last()?.period));
    Some(tile)
}

/// An outcome with its latest figure.
pub(super) fn latest(cx: &Cx<'_>, outcome: &PublishedOutcome) -> Option<Value> {
    let last = outcome.own.last()?;
    let wording = Wording::of(cx.strings(), outcome);
    Some(json!({
        "title": cx.say(&outcome.title),
        "path": super::outcomes::path_of(cx, outcome),
        "figure": figure(cx, &wording, last.cell.get(), &mut Symbols::default()),
        "period": period(cx, outcome, &last.period),
    }))
}
