//! Percentages, rates and means: what a rounded share and one of its parts say
//! of the other, and what cumulative quarters say of each.

use super::super::grids::Where;
use super::super::ranges::Relation;
use super::{Rebuilt, Seen};
use crate::model::Period;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

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
            let part =
                |part: &str| rebuilt.seen.get(&format!("{address}/{part}"))?.get(view).cloned();
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
    let path = figures.value.as_ref().map_or("", |seen| seen.path.as_str());
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

/// Cumulative quarters never fall, and what each adds is a count of its own.
fn quarters(rebuilt: &mut Rebuilt<'_, '_>) {
    let mut steps = Vec::new();
    for (place, views) in &rebuilt.seen {
        for (view, seen) in views {
            let subject = &rebuilt.key.subjects[seen.subject];
            let counts = place.ends_with("/numerator")
                || (place.ends_with("/value") && subject.unit.is_some_and(|unit| unit.is_count()));
            let before =
                before(place, &subject.address).filter(|_| subject.is_cumulative && counts);
            if let Some(earlier) =
                before.and_then(|name| Some((rebuilt.seen.get(&name)?.get(view)?.clone(), name)))
            {
                steps.push((place.clone(), *view, seen.clone(), earlier));
            }
        }
    }
    for (place, view, seen, (earlier, before)) in steps {
        let mut count = |seen: &Seen, place: &str| {
            let name =
                rebuilt.name(&Where { subject: seen.subject, place: place.to_owned() }, view);
            match seen.numbers.first() {
                Some(number) => rebuilt.known(&name, *number),
                None => Some(rebuilt.count(&name)),
            }
        };
        let (Some(now), Some(then)) = (count(&seen, &place), count(&earlier, &before)) else {
            continue;
        };
        let added = rebuilt.count(&format!("{place}{ADDED}"));
        let words = format!(
            "two quarters of “{}” in `{}`",
            rebuilt.key.subjects[seen.subject].title, seen.path
        );
        let terms = vec![(then, 1), (added, 1), (now, -1)];
        rebuilt.system.relations.push(Relation {
            terms,
            low: Some(0),
            high: Some(0),
            is_sum: false,
            place: words,
        });
    }
}

/// What is put behind the address of a cumulative figure for what its last
/// quarter added.
pub(in super::super) const ADDED: &str = "/added";

/// The address of the same figure one quarter before, in the same year.
fn before(place: &str, subject: &str) -> Option<String> {
    let rest = place.strip_prefix(subject)?.strip_prefix('/')?;
    let (period, part) = rest.rsplit_once('/')?;
    match period.parse::<Period>().ok()? {
        Period::Quarter(year, quarter @ 2..) => {
            Some(format!("{subject}/{}/{part}", Period::Quarter(year, quarter - 1)))
        }
        _ => None,
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
    fn the_quarter_before_is_of_the_same_year() {
        let before = |period: &str| before(&format!("outcome/a/{period}/value"), "outcome/a");
        assert_eq!(before("2024-25-q2").as_deref(), Some("outcome/a/2024-25-q1/value"));
        assert_eq!(before("2024-25-q1"), None);
    }
}
