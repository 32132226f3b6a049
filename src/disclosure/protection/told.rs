//! What ledgers say that editions published: known for ever.

use super::super::View;
use super::book::Book;
use crate::at;
use crate::diagnostic::{Diagnostic, Findings, codes};
use crate::model::{Day, Unit};
use crate::protect::{CountId, Relation};
use crate::register::Ledger;
use crate::site::Site;
use crate::yaml::Doc;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeMap;

/// What a ledger says of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Frozen {
    /// It was printed.
    Figure(Decimal),
    /// It was withheld.
    Withheld,
}

impl Frozen {
    /// From its words in a ledger; other markers say nothing.
    pub(super) fn of(words: &str) -> Option<Self> {
        match words {
            "c" => Some(Self::Withheld),
            number => number.parse().ok().map(Self::Figure),
        }
    }
}

/// What the ledgers of `day` say, by address.
pub(super) fn of_day(site: &Site, day: Option<Day>) -> BTreeMap<String, Frozen> {
    let ledgers = site.ledgers.iter().map(|doc| &doc.value);
    let of_day = ledgers.filter(|ledger| Some(ledger.as_at) == day);
    let figures = of_day.flat_map(|ledger| &ledger.figures);
    figures.filter_map(|(name, words)| Some((name.clone(), Frozen::of(words)?))).collect()
}

/// A share that was printed bounds its counts for ever: it was rounded, so its
/// numerator lies within half of the last place of it, times its denominator.
pub(super) fn bound(
    book: &mut Book<'_>,
    name: &str,
    [top, base]: [CountId; 2],
    shown: Decimal,
    unit: &Unit,
) {
    let Some((times, [low, high])) = ends(shown, unit) else { return };
    let relation = |end: i64, low, high| Relation {
        terms: vec![(top, times), (base, -end)],
        low,
        high,
        is_sum: false,
    };
    book.relate(format!("{name} at least"), relation(low, Some(0), None));
    book.relate(format!("{name} at most"), relation(high, None, Some(-1)));
}

/// With everything multiplied until it is whole: what stands before the
/// numerator, and before the denominator at the least and the greatest share.
fn ends(shown: Decimal, unit: &Unit) -> Option<(i64, [i64; 2])> {
    let places = Decimal::from(10_i64.checked_pow(shown.scale())?.checked_mul(2)?);
    let times = unit.multiplier()?.checked_mul(places)?.to_i64()?;
    let middle = shown.checked_mul(places)?.to_i64()?;
    Some((times, [middle.checked_sub(1)?, middle.checked_add(1)?]))
}

/// Reports figures that an edition shows otherwise than its ledger says it
/// did: what was published stays so, and a correction has a date.
pub(in crate::disclosure) fn check(site: &Site, views: &[View], findings: &mut Findings) {
    for doc in &site.ledgers {
        let view = views.iter().find(|view| view.as_at == Some(doc.value.as_at));
        if let Some(view) = view.filter(|_| !doc.value.figures.is_empty()) {
            let now = view.figures();
            compare(doc, &now, findings);
        }
    }
}

fn compare(doc: &Doc<Ledger>, now: &BTreeMap<String, String>, findings: &mut Findings) {
    let edition = &doc.value.edition;
    for (name, was) in &doc.value.figures {
        let message = match now.get(name).map(|is| (is, is == was)) {
            Some((_, true)) => continue,
            Some((is, _)) => {
                format!("{edition} published `{name}` as {was}, and would show {is} now")
            }
            None => {
                format!("{edition} published `{name}` as {was}, and no record gives it any more")
            }
        };
        findings.push(
            Diagnostic::error(codes::LEDGER_FIGURE, message)
                .at(doc.span(at!["figures", name.as_str()]))
                .help("put the record back as it was; a correction is written with its day, as `revised: [{from: …, date: …, why: …}]`, dated after the edition"),
        );
    }
}
