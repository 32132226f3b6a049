//! The course of a series over time, in words.

use std::cmp::Ordering;

use crate::chart::{Chart, Series};
use crate::disclosure::Shown;
use crate::strings::Strings;

/// From the first figure of a series to its last.
pub(super) fn trend(chart: &Chart, series: &Series, strings: &Strings) -> Option<String> {
    let first = series.figures().next()?;
    let last = series.figures().next_back()?;
    let category = |n: usize| chart.categories.get(n).map_or("", String::as_str);
    if first.0 == last.0 {
        let args =
            [("name", series.name.as_str()), ("value", &last.1.text), ("period", category(last.0))];
        return Some(strings.say("chart.line.one", &args));
    }
    let between = first.0 + 1..=last.0;
    let broken = chart.breaks_of(series).iter().any(|n| between.contains(n));
    let key = match (broken, compare(last.2, first.2)) {
        (true, _) | (_, None) => "chart.line.apart",
        (_, Some(Ordering::Greater)) => "chart.line.rose",
        (_, Some(Ordering::Less)) => "chart.line.fell",
        (_, Some(Ordering::Equal)) => "chart.line.level",
    };
    let args = [
        ("name", series.name.as_str()),
        ("first", &first.1.text),
        ("first_at", category(first.0)),
        ("last", &last.1.text),
        ("last_at", category(last.0)),
    ];
    Some(strings.say(key, &args))
}

/// Which of two figures is the greater; `None` if either is only "about",
/// "over" or "under" something, and their order is not known.
pub(super) fn compare(a: &Shown, b: &Shown) -> Option<Ordering> {
    let exact = a.qualifier.is_none() && b.qualifier.is_none();
    exact.then(|| a.number.cmp(&b.number))
}

/// Where all of the series break, and where one does alone.
pub(super) fn breaks(chart: &Chart, strings: &Strings) -> Vec<String> {
    let period = |n: &usize| chart.categories.get(*n).filter(|_| *n > 0);
    let all = chart.breaks.iter().filter_map(period);
    let all = all.map(|period| strings.say("chart.break", &[("period", period)]));
    let alone = chart.series.iter().flat_map(|series| {
        let periods = series.breaks.iter().filter(|n| !chart.breaks.contains(n));
        periods.filter_map(period).map(|period| {
            strings.say("chart.break.of", &[("name", &series.name), ("period", period)])
        })
    });
    all.chain(alone).collect()
}
