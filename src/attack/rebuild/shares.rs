//! Percentages, rates and means: what a rounded share and one of its parts say
//! of the other, and what cumulative quarters say of each.

use super::super::grids::Where;
use super::super::key::ADDED_TO;
use super::super::ranges::Relation;
use super::{Rebuilt, Seen};
use crate::model::{Period, PeriodType};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeMap;

/// The most decimals of a percentage that are taken for exact.
const FINEST: u32 = 6;

/// The three figures of one period, as one view shows them.
struct Figures {
    subject: usize,
    view: usize,
    /// The address without its last part.
    address: String,
    value: Option<Seen>,
    numerator: Option<Seen>,
    denominator: Option<Seen>,
}

/// Adds every relation between a share and its parts.
pub(super) fn add(rebuilt: &mut Rebuilt<'_, '_>) {
    for figures in figures(rebuilt) {
        let known =
            |seen: &Option<Seen>| seen.as_ref().is_some_and(|seen| !seen.numbers.is_empty());
        let parts = (known(&figures.numerator), known(&figures.denominator));
        if let (Some(top), Some(bottom)) = (&figures.numerator, &figures.denominator) {
            let top = part(rebuilt, &figures, top, "numerator");
            let bottom = part(rebuilt, &figures, bottom, "denominator");
            if let Some(parts) = top.zip(bottom) {
                rest(rebuilt, &figures, parts.into());
            }
        }
        if parts != (true, true) && (known(&figures.value) || parts != (false, false)) {
            share(rebuilt, &figures);
        }
    }
    quarters(rebuilt);
}

fn figures(rebuilt: &Rebuilt<'_, '_>) -> Vec<Figures> {
    let mut all = Vec::new();
    for (place, views) in &rebuilt.seen {
        let Some(address) = place.strip_suffix("/value") else { continue };
        for (view, value) in views {
            // A reader puts together what stands on pages of several days.
            let part = |part: &str| {
                let views = rebuilt.seen.get(&format!("{address}/{part}"))?;
                views.get(view).or_else(|| views.values().next_back()).cloned()
            };
            all.push(Figures {
                subject: value.subject,
                view: *view,
                address: address.to_owned(),
                value: Some(value.clone()),
                numerator: part("numerator"),
                denominator: part("denominator"),
            });
        }
    }
    all
}

/// What a share says of its parts, and that the one is not above the other.
fn share(rebuilt: &mut Rebuilt<'_, '_>, figures: &Figures) {
    let key = rebuilt.key;
    let subject = &key.subjects[figures.subject];
    let Some(by) = subject.unit.and_then(|unit| unit.multiplier()).and_then(|by| by.to_i64())
    else {
        return;
    };
    let (Some(top), Some(bottom)) = (&figures.numerator, &figures.denominator) else { return };
    let (n, d) =
        (part(rebuilt, figures, top, "numerator"), part(rebuilt, figures, bottom, "denominator"));
    let (Some(n), Some(d)) = (n, d) else { return };
    let path = figures.value.as_ref().map_or("", |seen| seen.number_path.as_str());
    let about = |words: String| format!("{words} of “{}” in `{path}`", subject.title);
    let mut relate = |terms, low, high, words: String| {
        let relation = Relation { terms, low, high, is_sum: false, place: about(words) };
        rebuilt.system.relations.push(relation);
    };
    if subject.unit.is_some_and(|unit| unit.is_percent()) {
        relate(vec![(d, 1), (n, -1)], Some(0), None, "a part and the whole".to_owned());
    }
    let shown = figures.value.iter().flat_map(|seen| &seen.numbers);
    for (number, [twice, least, most]) in
        shown.filter_map(|number| Some((number, bounds(*number, by)?)))
    {
        let words = format!("{number} and its base");
        relate(vec![(n, twice), (d, least)], Some(0), None, words.clone());
        relate(vec![(n, twice), (d, most)], None, Some(0), words);
    }
}

/// A part of a share: the number that is shown, else the withheld count.
fn part(
    rebuilt: &mut Rebuilt<'_, '_>,
    figures: &Figures,
    seen: &Seen,
    part: &str,
) -> Option<usize> {
    let at = Where { subject: figures.subject, place: format!("{}/{part}", figures.address) };
    let name = rebuilt.name(&at, figures.view);
    match seen.numbers.first() {
        Some(number) => rebuilt.known(&name, *number),
        None => {
            let count = rebuilt.count(&name);
            rebuilt.withheld.entry(count).or_insert_with(|| seen.path.clone());
            Some(count)
        }
    }
}

/// `twice * n + least * d >= 0` and `twice * n + most * d <= 0`, if `by * n / d`
/// was rounded to `number`.
fn bounds(number: Decimal, by: i64) -> Option<[i64; 3]> {
    let scale = number.scale().min(FINEST);
    let ten = 10i64.checked_pow(scale)?;
    let whole = (number * Decimal::from(ten)).round().to_i64()?;
    let twice = by.checked_mul(ten)?.checked_mul(2)?;
    let double = whole.checked_mul(2)?;
    Some([twice, -(double - 1), -(double + 1)])
}

/// A cumulative figure as one view shows it.
type Step = (Period, String, Seen);

/// Cumulative figures of one year never fall, and what each adds to the one
/// before is a count of its own.
fn quarters(rebuilt: &mut Rebuilt<'_, '_>) {
    let mut series: BTreeMap<(usize, usize, &str), Vec<Step>> = BTreeMap::new();
    for (place, views) in &rebuilt.seen {
        for (view, seen) in views {
            let subject = &rebuilt.key.subjects[seen.subject];
            let part = if subject.unit.is_some_and(|unit| unit.is_count()) {
                "value"
            } else {
                "numerator"
            };
            if let Some(period) =
                period(place, &subject.address, part).filter(|_| subject.is_cumulative)
            {
                let steps = series.entry((seen.subject, *view, part)).or_default();
                steps.push((period, place.clone(), seen.clone()));
            }
        }
    }
    let views: Vec<(usize, Vec<Step>)> =
        series.into_iter().map(|((_, view, _), steps)| (view, steps)).collect();
    for (view, mut steps) in views {
        steps.sort_by(|a, b| a.0.order(&b.0, PeriodType::Quarter));
        for pair in steps
            .windows(2)
            .filter(|pair| year(&pair[0].0).is_some_and(|of| year(&pair[1].0) == Some(of)))
        {
            difference(rebuilt, view, &pair[0], &pair[1]);
        }
    }
}

/// What the figure `now` added to `then`.
fn difference(rebuilt: &mut Rebuilt<'_, '_>, view: usize, then: &Step, now: &Step) {
    let mut names = Vec::new();
    let mut counts = Vec::new();
    for (_, place, seen) in [then, now] {
        let name = rebuilt.name(&Where { subject: seen.subject, place: place.clone() }, view);
        let count = match seen.numbers.first() {
            Some(number) => rebuilt.known(&name, *number),
            None => Some(rebuilt.count(&name)),
        };
        counts.extend(count);
        names.push(name);
    }
    let ([then, now], [first, second]) = (counts.as_slice(), names.as_slice()) else { return };
    let (then, now) = (*then, *now);
    let added = rebuilt.count(&format!("{second}{ADDED_TO}{first}"));
    let words = format!("two figures of one year, `{first}` and `{second}`");
    let terms = vec![(then, 1), (added, 1), (now, -1)];
    rebuilt.system.relations.push(Relation {
        terms,
        low: Some(0),
        high: Some(0),
        is_sum: false,
        place: words,
    });
}

/// The period of an address, if it shows this part.
fn period(place: &str, subject: &str, part: &str) -> Option<Period> {
    let rest = place.strip_prefix(subject)?.strip_prefix('/')?;
    rest.strip_suffix(part)?.strip_suffix('/')?.parse().ok()
}

/// The financial year of a quarter or month, by the year it begins in.
fn year(period: &Period) -> Option<i16> {
    match *period {
        Period::Quarter(year, _) | Period::Month(year, 4..) => Some(year),
        Period::Month(year, _) => Some(year - 1),
        _ => None,
    }
}

/// Those whom a share leaves out, where that may not become known.
fn rest(rebuilt: &mut Rebuilt<'_, '_>, figures: &Figures, [top, bottom]: [usize; 2]) {
    let address = format!("{}/rest", figures.address);
    let at = Where { subject: figures.subject, place: address };
    let name = rebuilt.name(&at, figures.view);
    if rebuilt.key.place(&name).is_some() {
        let left = rebuilt.count(&name);
        let terms = vec![(top, 1), (left, 1), (bottom, -1)];
        let place = format!("those whom `{}` leaves out", figures.address);
        rebuilt.system.relations.push(Relation {
            terms,
            low: Some(0),
            high: Some(0),
            is_sum: false,
            place,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_bounded_by_what_rounds_to_it() {
        // 100 n / d rounds to 4.5: 44.5 to 45.5 tenths of d.
        assert_eq!(bounds("4.5".parse().unwrap(), 100), Some([2000, -89, -91]));
    }

    #[test]
    fn months_and_quarters_belong_to_financial_years() {
        let year = |period: &str| year(&period.parse().unwrap());
        assert_eq!(
            [year("2024-25-q4"), year("2025-mar"), year("2025-apr")],
            [Some(2024), Some(2024), Some(2025)]
        );
        assert_eq!(
            period("outcome/a/2024-25-q2/value", "outcome/a", "value").unwrap().to_string(),
            "2024-25-q2"
        );
    }
}
