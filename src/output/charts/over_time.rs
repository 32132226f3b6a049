//! Charts over time: one outcome beside its comparators, or several outcomes
//! on one scale.

use super::super::csv_files;
use super::super::cx::Cx;
use super::super::figures::{base, period, short};
use super::super::standing::message;
use super::areas::{Area, areas_of, is_shown};
use super::words::{
    base_note, council_subtitle, missing_note, shared_polarity, source, target_line, unit_of,
};
use super::{Drawn, Row, absent, blank, point_of, table};
use crate::chart::{Chart, Kind, MOST_SERIES, Point, Series};
use crate::disclosure::{self, PublishedOutcome};
use crate::model::outcome::Break;
use crate::model::{Id, Period};
use crate::narrative::{ChartKind, ChartSpec};
use crate::wording::{self, Wording};
use serde_json::json;
use std::cmp::Ordering;

/// An outcome over time, beside its comparators.
pub(in crate::output) fn chart_of_outcome(
    cx: &Cx<'_>,
    spec: &ChartSpec,
    outcome: &PublishedOutcome,
) -> Drawn {
    let areas = areas_of(cx, &spec.compare, outcome);
    let periods = periods(spec, &[outcome]);
    let points =
        |area: &Area| periods.iter().map(|at| area.point(cx, outcome, at)).collect::<Vec<_>>();
    let mut series: Vec<Series> = areas.iter().map(|area| area.series(points(area))).collect();
    let kind = kind_over_time(spec);
    let reference = (kind == Kind::SmallMultiples && series.len() > 1).then(|| series.remove(0));
    let chart = Chart {
        kind,
        series,
        reference,
        target: periods.last().and_then(|last| target_line(cx, outcome, last)),
        breaks: breaks(outcome, &periods),
        ..over_time(cx, spec, &[outcome], &periods)
    };
    let rows = rows(cx, &chart, &[outcome], &periods);
    let name = format!("{}-{}", chart.id, outcome.id);
    let csv = csv_files::outcomes(cx, &name, &[outcome], &|area, point| {
        is_shown(&areas, area) && periods.contains(&&point.period)
    });
    let mut table = table(cx, &chart, &cx.t("table.period"), &rows, &csv);
    // The subtitle says what is measured; the headline is about the drawing.
    table["caption"] = json!(chart.subtitle);
    table["note"] = json!(notes(cx, outcome, &areas, &periods));
    Drawn { table, csv, source: source(cx, outcome), notes: remarks(cx, outcome, &periods), chart }
}

/// Several outcomes of the council over time: a panel for each, or a part.
pub(super) fn chart_of_series(
    cx: &Cx<'_>,
    spec: &ChartSpec,
    outcomes: &[&PublishedOutcome],
) -> Drawn {
    let periods = periods(spec, outcomes);
    let series = outcomes.iter().enumerate().map(|(slot, outcome)| Series {
        name: cx.say(&outcome.title),
        slot: if spec.kind == Some(ChartKind::Stacked) { slot } else { 0 },
        points: own_points(cx, outcome, &periods),
        breaks: breaks(outcome, &periods),
    });
    let chart = Chart {
        kind: kind_over_time(spec),
        series: series.collect(),
        ..over_time(cx, spec, outcomes, &periods)
    };
    let rows = rows(cx, &chart, outcomes, &periods);
    let csv = csv_files::outcomes(cx, &chart.id, outcomes, &|area, point| {
        area.is_none() && periods.contains(&&point.period)
    });
    let table = table(cx, &chart, &cx.t("table.period"), &rows, &csv);
    let source = outcomes.first().and_then(|outcome| source(cx, outcome));
    let notes = outcomes.iter().flat_map(|outcome| break_notes(cx, outcome, &periods, true));
    Drawn { table, csv, source, notes: notes.collect(), chart }
}

fn own_points(cx: &Cx<'_>, outcome: &PublishedOutcome, periods: &[&Period]) -> Vec<Point> {
    let wording = Wording::of(cx.strings(), outcome);
    let point = |at: &&Period| match outcome.own.at(at) {
        Some(point) => point_of(cx, &wording, &point.cell),
        None => absent(cx, &wording),
    };
    periods.iter().map(point).collect()
}

/// What all charts over time share; the caller adds the series.
fn over_time(
    cx: &Cx<'_>,
    spec: &ChartSpec,
    outcomes: &[&PublishedOutcome],
    periods: &[&Period],
) -> Chart {
    let first = outcomes.first();
    let named = |at: &&Period| first.map(|outcome| short(cx, outcome, at));
    let categories: Vec<String> = periods.iter().filter_map(named).collect();
    let span = categories.first().zip(categories.last());
    let headline = match outcomes {
        [only] => message(cx, only).unwrap_or_else(|| cx.say(&only.title)),
        _ => cx.t("scorecard.caption"),
    };
    Chart {
        headline: cx.say_some(spec.title.as_ref()).unwrap_or(headline),
        subtitle: council_subtitle(cx, outcomes, span),
        unit: first.map(|outcome| unit_of(outcome)).unwrap_or_default(),
        polarity: shared_polarity(outcomes),
        author_text: cx.say_some(spec.text.as_ref()),
        categories,
        ..blank(cx)
    }
}

fn kind_over_time(spec: &ChartSpec) -> Kind {
    match spec.kind {
        Some(ChartKind::Bar) => Kind::Bar,
        Some(ChartKind::Dot) => Kind::Dot,
        Some(ChartKind::Stacked) => Kind::Stacked,
        Some(ChartKind::SmallMultiples) => Kind::SmallMultiples,
        Some(ChartKind::Line) | None => Kind::Line,
    }
}

/// The periods of any of `outcomes`, in order, from the first asked for.
fn periods<'o>(spec: &ChartSpec, outcomes: &[&'o PublishedOutcome]) -> Vec<&'o Period> {
    let kind = outcomes.first().map(|outcome| outcome.period_type).unwrap_or_default();
    let all = outcomes.iter().flat_map(|outcome| outcome.own.points.iter());
    let mut periods: Vec<&Period> = all.map(|point| &point.period).collect();
    periods.sort_by(|a, b| a.order(b, kind));
    periods.dedup();
    if let Some(since) = &spec.since {
        periods.retain(|period| period.order(since, kind) != Ordering::Less);
    }
    periods
}

/// The places of the periods before which the series of `outcome` breaks.
fn breaks(outcome: &PublishedOutcome, periods: &[&Period]) -> Vec<usize> {
    let is_break = |at: &usize| outcome.breaks.iter().any(|gap| gap.before == *periods[*at]);
    (0..periods.len()).filter(is_break).collect()
}

/// A row of the table for each period, with what the council's figure is
/// based on where one outcome is shown.
fn rows(
    cx: &Cx<'_>,
    chart: &Chart,
    outcomes: &[&PublishedOutcome],
    periods: &[&Period],
) -> Vec<Row> {
    let base_at = |at: &Period| match outcomes {
        [only] => only.own.at(at).and_then(|point| base(cx, point)),
        _ => None,
    };
    let row =
        |(head, at): (&String, &&Period)| Row { head: head.clone(), path: None, base: base_at(at) };
    chart.categories.iter().zip(periods).map(row).collect()
}

/// What officers say of single figures, each with its period.
fn notes(
    cx: &Cx<'_>,
    outcome: &PublishedOutcome,
    areas: &[Area],
    periods: &[&Period],
) -> Option<String> {
    let points = outcome.own.points.iter().filter(|point| periods.contains(&&point.period));
    let noted = points.flat_map(|point| point.notes.iter().map(move |note| (point, note)));
    let words = noted.map(|(point, note)| {
        let at = short(cx, outcome, &point.period);
        let note = cx.say(&note.text);
        let note = note.trim_end_matches('.');
        cx.strings().say("table.note", &[("period", &at), ("note", note)])
    });
    let words: Vec<String> = words.chain(means(cx, outcome, areas, periods)).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Of how many figures the means of neighbours are, where areas show them.
fn means(
    cx: &Cx<'_>,
    outcome: &PublishedOutcome,
    areas: &[Area],
    periods: &[&Period],
) -> Vec<String> {
    let series = areas.iter().filter_map(|area| Some((&area.name, area.of(outcome)?)));
    let note = |(name, series): (&String, &disclosure::Series)| {
        let words = means_of(cx, outcome, series, periods);
        let args = [("name", name.as_str()), ("list", &words.join("; "))];
        (!words.is_empty()).then(|| cx.strings().say("table.means", &args))
    };
    series.filter_map(note).collect()
}

/// Each number of figures that some mean is of, with the periods it is so in.
fn means_of(
    cx: &Cx<'_>,
    outcome: &PublishedOutcome,
    series: &disclosure::Series,
    periods: &[&Period],
) -> Vec<String> {
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    let shown = series.points.iter().filter(|point| periods.contains(&&point.period));
    for (point, mean) in shown.filter_map(|point| Some((point, point.mean_of?))) {
        let mean = wording::mean_words(cx.strings(), mean);
        let at = short(cx, outcome, &point.period);
        match groups.iter_mut().find(|(known, _)| *known == mean) {
            Some((_, periods)) => periods.push(at),
            None => groups.push((mean, vec![at])),
        }
    }
    let words = |(mean, periods): &(String, Vec<String>)| {
        let args = [("periods", cx.strings().list(periods)), ("mean", mean.clone())];
        cx.strings().say("table.mean", &args.each_ref().map(|(key, value)| (*key, value.as_str())))
    };
    groups.iter().map(words).collect()
}

/// What a reader must know beside the drawing: how many the last figure is
/// based on, where the series breaks, and what is withheld.
fn remarks(cx: &Cx<'_>, outcome: &PublishedOutcome, periods: &[&Period]) -> Vec<String> {
    let last = periods.last().and_then(|last| outcome.own.at(last));
    let based = last.and_then(|last| base_note(cx, &short(cx, outcome, &last.period), last));
    let breaks = break_notes(cx, outcome, periods, false);
    based.into_iter().chain(breaks).chain(missing_note(cx, outcome, periods)).collect()
}

/// Where the series of `outcome` breaks and why; with its title, beside others.
fn break_notes(
    cx: &Cx<'_>,
    outcome: &PublishedOutcome,
    periods: &[&Period],
    titled: bool,
) -> Vec<String> {
    let shown = outcome.breaks.iter().filter(|gap| periods.contains(&&gap.before));
    let note = |gap: &Break| {
        let before = period(cx, outcome, &gap.before);
        let note = cx.strings().say("outcome.break", &[("before", &before)]);
        let note = format!("{note} {}", cx.say(&gap.why));
        let args = [("name", cx.say(&outcome.title)), ("note", note.clone())];
        let args = args.each_ref().map(|(key, value)| (*key, value.as_str()));
        if titled { cx.strings().say("chart.note.of", &args) } else { note }
    };
    shown.map(note).collect()
}

/// The comparators of `outcome` that a chart over time has room for: those with
/// a figure for some period of the council's.
pub(in crate::output) fn comparators_shown(outcome: &PublishedOutcome) -> Vec<Id> {
    let shown = |name: &&Id| {
        outcome.comparators.get(*name).is_some_and(|series| {
            series.points.iter().any(|point| outcome.own.at(&point.period).is_some())
        })
    };
    outcome.comparators.keys().filter(shown).take(MOST_SERIES - 1).cloned().collect()
}
