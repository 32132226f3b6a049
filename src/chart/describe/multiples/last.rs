//! The panels side by side, in the last period.

use std::cmp::Ordering;

use crate::chart::{Chart, Point, Series};
use crate::disclosure::Shown;
use crate::strings::Strings;
use rust_decimal::Decimal;

/// A panel's figure in the last period.
type Last<'a> = (&'a Series, &'a Point, Decimal);

/// The exact figures of the last period, and whether they are all that there
/// are.
fn last(chart: &Chart) -> (Vec<Last<'_>>, bool) {
    let shown: Vec<(&Series, &Point, &Shown)> = chart
        .series
        .iter()
        .filter_map(|series| {
            let point = series.points.last()?;
            Some((series, point, point.shown()?))
        })
        .collect();
    let exact = shown.iter().filter(|(.., shown)| shown.qualifier.is_none());
    let exact: Vec<Last<'_>> =
        exact.map(|(series, point, s)| (*series, *point, s.number)).collect();
    let all = exact.len() == shown.len();
    (exact, all)
}

/// Which panels are highest and lowest at the end; nothing where the order of
/// any is not known, or where all are equal.
pub(super) fn compared(chart: &Chart, strings: &Strings) -> Option<String> {
    let (last, true) = last(chart) else { return None };
    let number = |(.., number): &Last<'_>| *number;
    let (high, low) = (last.iter().map(number).max()?, last.iter().map(number).min()?);
    if high == low {
        return None;
    }
    let side = |wanted| {
        let mut at = last.iter().filter(|last| number(last) == wanted);
        let text = at.clone().next().map_or("", |(_, point, _)| point.text.as_str());
        let names: Vec<String> = at.by_ref().map(|(series, ..)| series.name.clone()).collect();
        (strings.list(&names), text)
    };
    let ((high, high_text), (low, low_text)) = (side(high), side(low));
    let args = [
        ("period", chart.categories.last()?.as_str()),
        ("high", &high),
        ("high_value", high_text),
        ("low", &low),
        ("low_value", low_text),
    ];
    Some(strings.say("chart.multiples.extremes", &args))
}

/// Which panels are above, at and below the target at the end.
pub(super) fn against_target(chart: &Chart, strings: &Strings) -> Vec<String> {
    let (Some(target), Some(period)) = (&chart.target, chart.categories.last()) else {
        return Vec::new();
    };
    let (last, _) = last(chart);
    let sentence = |(order, key): (Ordering, &str)| {
        let so = last.iter().filter(|(.., number)| number.cmp(&target.number) == order);
        let names: Vec<String> = so.map(|(series, ..)| series.name.clone()).collect();
        let args = [("period", period.as_str()), ("names", &strings.list(&names))];
        (!names.is_empty()).then(|| strings.say(key, &args))
    };
    [
        (Ordering::Greater, "chart.multiples.target.above"),
        (Ordering::Equal, "chart.multiples.target.same"),
        (Ordering::Less, "chart.multiples.target.below"),
    ]
    .into_iter()
    .filter_map(sentence)
    .collect()
}
