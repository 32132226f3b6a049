//! Charts of counts: tables, and how many recommendations stand where.

use super::super::csv_files;
use super::super::cx::Cx;
use super::super::figures::{Symbols, figure};
use super::{Drawn, absent, point_of, table_of};
use crate::chart::{Chart, Kind, Series, Unit};
use crate::disclosure::{self, PublishedTable};
use crate::model::recommendation::{ReviewFile, Status};
use crate::model::{Polarity, When};
use crate::narrative::ChartSpec;
use crate::wording::Wording;
use serde_json::{Value, json};

/// Bars for the rows of a table of counts, a series for each column.
pub(super) fn chart_of_table(cx: &Cx<'_>, spec: &ChartSpec, table: &PublishedTable) -> Drawn {
    let wording = Wording::new(cx.strings(), None);
    let column = |at: usize| {
        table
            .rows
            .iter()
            .map(|row| {
                row.cells
                    .get(at)
                    .map_or_else(|| absent(cx, &wording), |cell| point_of(cx, &wording, cell))
            })
            .collect()
    };
    let series = table
        .columns
        .iter()
        .enumerate()
        .map(|(at, name)| Series { name: cx.say(name), slot: at, points: column(at) })
        .collect();
    let title = cx.say(&table.title);
    let council = cx.say(&cx.renderer.publication.config.council.name);
    let of = cx.strings().say("chart.subtitle.of", &[("measure", &title), ("council", &council)]);
    let subtitle = match &table.period {
        Some(period) => cx.strings().say(
            "chart.subtitle.one",
            &[("of", &of), ("period", &cx.strings().period(period, Default::default()))],
        ),
        None => of,
    };
    let categories = table.rows.iter().map(|row| cx.say(&row.head)).collect();
    let chart = count_bars(cx, spec, title, subtitle, series, categories);
    let csv = csv_files::table(cx, &chart.id, table);
    let shown = super::super::outcomes::data_table(cx, table, &format!("{}-table", chart.id), &csv);
    Drawn {
        table: shown,
        csv,
        source: table
            .source
            .as_ref()
            .map(|source| json!({"name": cx.say(&source.name), "url": source.url})),
        notes: Vec::new(),
        chart,
    }
}

fn count_bars(
    cx: &Cx<'_>,
    spec: &ChartSpec,
    title: String,
    subtitle: String,
    series: Vec<Series>,
    categories: Vec<String>,
) -> Chart {
    Chart {
        id: format!("chart-{}", cx.next_serial()),
        kind: Kind::Bar,
        headline: cx.say_some(spec.title.as_ref()).unwrap_or(title),
        subtitle,
        series,
        categories,
        reference: None,
        target: None,
        unit: Unit::default(),
        polarity: Polarity::Context,
        breaks: Vec::new(),
        author_text: cx.say_some(spec.text.as_ref()),
    }
}

/// Bars for how many recommendations stand at each status.
pub(super) fn chart_of_statuses(cx: &Cx<'_>, spec: &ChartSpec, file: &ReviewFile) -> Drawn {
    let wording = Wording::new(cx.strings(), None);
    let statuses: Vec<Status> = file.statuses().collect();
    let counted = Status::ALL
        .map(|status| (status, statuses.iter().filter(|other| **other == status).count()));
    let counted: Vec<(Status, usize)> =
        counted.into_iter().filter(|(_, count)| *count > 0).collect();
    let label = |status: &Status| cx.t(&format!("status.{}", status.slug()));
    let points = counted
        .iter()
        .map(|(_, count)| point_of(cx, &wording, &disclosure::tally(*count)))
        .collect();
    let name = cx.t("chart.recommendations");
    let title = cx.say(&file.review.title);
    let date = file.review.date.as_ref().map(|date: &When| cx.when(date));
    let subtitle = cx.strings().say(
        "chart.subtitle.review",
        &[("title", &title), ("date", date.as_deref().unwrap_or_default())],
    );
    let series = vec![Series { name: name.clone(), slot: 0, points }];
    let categories: Vec<String> = counted.iter().map(|(status, _)| label(status)).collect();
    let chart = count_bars(cx, spec, title, subtitle, series, categories.clone());
    let rows = counted.iter().map(|(status, count)| vec![label(status), count.to_string()]);
    let csv = csv_files::rows(
        cx,
        &chart.id,
        std::iter::once(vec![cx.t("actions.status"), name]).chain(rows).collect(),
    );
    let mut symbols = Symbols::default();
    let cells = chart.series[0].points.iter().zip(&categories).map(|(point, category)| {
        json!({"head": {"text": category, "path": null}, "cells": [figure(cx, &wording, point.cell.get(), &mut symbols)]})
    });
    let cells: Vec<Value> = cells.collect();
    let table = table_of(cx, &chart, &cx.t("actions.status"), &cells, &Symbols::default(), &csv);
    Drawn { table, csv, source: None, notes: Vec::new(), chart }
}
