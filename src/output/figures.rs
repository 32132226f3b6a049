//! Published figures as the theme's components take them.

use super::cx::Cx;
use crate::disclosure::{Cell, Judgement, Point, Published, PublishedOutcome};
use crate::model::{Marker, Period};
use crate::wording::{self, Wording};
use rust_decimal::Decimal;
use serde_json::{Value, json};
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// The symbols a table used, for its key.
#[derive(Default)]
pub(super) struct Symbols(BTreeSet<&'static str>);

impl Symbols {
    /// The key: each symbol with its meaning.
    pub(super) fn key(&self, cx: &Cx<'_>) -> Vec<Value> {
        let entry = |symbol: &&str| json!({"symbol": symbol, "meaning": meaning(cx, symbol)});
        self.0.iter().map(entry).collect()
    }
}

/// Every symbol there is, with its meaning.
pub(super) fn all_symbols(cx: &Cx<'_>) -> Vec<Value> {
    let markers = Marker::ALL.iter().map(|marker| marker.symbol());
    markers
        .chain(["[p]", "[r]", "[e]"])
        .map(|symbol| json!({"symbol": symbol, "meaning": meaning(cx, symbol)}))
        .collect()
}

fn meaning(cx: &Cx<'_>, symbol: &str) -> String {
    match Marker::ALL.iter().find(|marker| marker.symbol() == symbol) {
        Some(marker) => wording::marker_words(cx.strings(), *marker),
        None => cx.t(&format!("flag.{}", symbol.trim_matches(['[', ']']))),
    }
}

/// The flags that stand beside a figure.
pub(super) fn flags(cell: &Cell) -> Vec<&'static str> {
    let Some(shown) = cell.shown() else { return Vec::new() };
    let flags = [(shown.provisional, "[p]"), (shown.revised, "[r]"), (shown.estimated, "[e]")];
    flags.into_iter().filter(|(set, _)| *set).map(|(_, symbol)| symbol).collect()
}

/// A figure as a component takes it.
pub(super) fn figure(
    cx: &Cx<'_>,
    wording: &Wording<'_>,
    cell: &Cell,
    symbols: &mut Symbols,
) -> Value {
    figure_of(cx, &wording.cell(cell), cell, symbols)
}

/// The same, already in words.
pub(super) fn figure_of(cx: &Cx<'_>, text: &str, cell: &Cell, symbols: &mut Symbols) -> Value {
    let flags = flags(cell);
    symbols.0.extend(&flags);
    let marker = cell.marker();
    symbols.0.extend(marker.map(Marker::symbol));
    let flag = |symbol: &&str| json!({"symbol": symbol, "word": meaning(cx, symbol)});
    json!({
        "text": text,
        "flags": flags.iter().map(flag).collect::<Vec<_>>(),
        "missing": marker.is_some(),
        "symbol": marker.map_or("", Marker::symbol),
        "words": marker.map(|marker| wording::marker_words(cx.strings(), marker)),
        "period": null,
    })
}

/// What a percentage, rate or mean is based on, `122 of 193`, where both counts
/// may be seen.
pub(super) fn base(cx: &Cx<'_>, point: &Point) -> Option<String> {
    let base = point.base.as_ref()?;
    let is_shown = |cell: &Published<Cell>| cell.get().shown().is_some();
    let both = is_shown(&base.numerator) && is_shown(&base.denominator);
    both.then(|| Wording::new(cx.strings(), None).base(base))
}

/// How an outcome moved up to `period`, if that can be said.
pub(super) fn direction(cx: &Cx<'_>, outcome: &PublishedOutcome, period: &Period) -> Option<Value> {
    let change = outcome.change(period, outcome.usual_basis()).ok()?;
    let by = *change.by.get();
    let arrow = match by.cmp(&Decimal::ZERO) {
        Ordering::Equal => "same",
        Ordering::Less => "down",
        Ordering::Greater => "up",
    };
    let judged = matches!(change.judgement, Judgement::Improved | Judgement::Worsened);
    Some(json!({
        "arrow": arrow,
        "word": Wording::of(cx.strings(), outcome).change(&change),
        "judgement": judgement_class(change.judgement),
        "judgement_word": judged.then(|| wording::judgement_words(cx.strings(), change.judgement)),
        "basis": wording::basis_words(cx.strings(), outcome, &change),
    }))
}

fn judgement_class(judgement: Judgement) -> &'static str {
    match judgement {
        Judgement::Improved => "improved",
        Judgement::Worsened => "worsened",
        Judgement::Same => "same",
        Judgement::Neither => "none",
    }
}

/// The same, or the reason why no direction is given.
pub(super) fn direction_or_reason(
    cx: &Cx<'_>,
    outcome: &PublishedOutcome,
    period: &Period,
) -> Value {
    direction(cx, outcome, period).unwrap_or_else(|| {
        let refused = outcome.change(period, outcome.usual_basis()).err();
        let why = refused.map(|refusal| wording::refusal_words(cx.strings(), refusal));
        json!({"arrow": "none", "word": why, "judgement": "none", "judgement_word": null, "basis": null})
    })
}

/// A period of `outcome`, as short as it can be told.
pub(super) fn short(cx: &Cx<'_>, outcome: &PublishedOutcome, period: &Period) -> String {
    wording::period_words_short(cx.strings(), outcome, period)
}

/// A period of `outcome` in words.
pub(super) fn period(cx: &Cx<'_>, outcome: &PublishedOutcome, period: &Period) -> String {
    wording::period_words(cx.strings(), outcome, period)
}
