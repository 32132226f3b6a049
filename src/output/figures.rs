//! Published figures as the theme's components take them.

use super::cx::Cx;
use crate::disclosure::{Cell, PublishedOutcome};
use crate::model::{Marker, Period, PeriodType};
use crate::wording::{self, Wording};
use serde_json::{Value, json};
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
    let flags = flags(cell);
    symbols.0.extend(&flags);
    let (symbol, words) = match cell {
        Cell::Missing(marker) => {
            symbols.0.insert(marker.symbol());
            (marker.symbol(), wording::marker_words(cx.strings(), *marker))
        }
        Cell::Value(_) => ("", String::new()),
    };
    json!({
        "text": wording.cell(cell),
        "flags": flags.iter().map(|symbol| json!({"symbol": symbol, "word": meaning(cx, symbol)})).collect::<Vec<_>>(),
        "missing": matches!(cell, Cell::Missing(_)),
        "symbol": symbol,
        "words": words,
        "period": null,
    })
}

/// A figure that was never given.
pub(super) fn no_figure(cx: &Cx<'_>, symbols: &mut Symbols) -> Value {
    figure(cx, &Wording::new(cx.strings(), None), &Cell::Missing(Marker::NotAvailable), symbols)
}

/// How an outcome moved up to `period`, if that can be said.
pub(super) fn direction(cx: &Cx<'_>, outcome: &PublishedOutcome, period: &Period) -> Option<Value> {
    use crate::disclosure::Judgement;
    let change = outcome.change(period, wording::usual_basis(outcome)).ok()?;
    let by = *change.by.get();
    let arrow = if by.is_zero() {
        "same"
    } else if by.is_sign_negative() {
        "down"
    } else {
        "up"
    };
    let judgement = match change.judgement {
        Judgement::Improved => "improved",
        Judgement::Worsened => "worsened",
        Judgement::Same => "same",
        Judgement::Neither => "none",
    };
    let judged = matches!(change.judgement, Judgement::Improved | Judgement::Worsened);
    Some(json!({
        "arrow": arrow,
        "word": Wording::of(cx.strings(), outcome).change(&change),
        "judgement": judgement,
        "judgement_word": judged.then(|| wording::judgement_words(cx.strings(), change.judgement)),
        "basis": wording::basis_words(cx.strings(), outcome, &change),
    }))
}

/// A period, as short as it can be told.
pub(super) fn short(cx: &Cx<'_>, period: &Period, kind: PeriodType) -> String {
    cx.strings().period_short(period, kind)
}

/// A period in words.
pub(super) fn period(cx: &Cx<'_>, period: &Period, kind: PeriodType) -> String {
    cx.strings().period(period, kind)
}
