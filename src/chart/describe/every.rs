//! Every figure of a chart, category by category, and against the target.

use std::cmp::Ordering;

use crate::chart::{Chart, Point};
use crate::strings::Strings;

/// A sentence or more for each category.
pub(super) fn every_figure(chart: &Chart, strings: &Strings) -> Vec<String> {
    let categories = chart.categories.iter().enumerate();
    categories.map(|(n, name)| category(chart, n, name, strings)).collect()
}

/// One category's figures, with the series' names if there are several. Each
/// has a full stop, since names such as "5 to 9" run into figures.
fn category(chart: &Chart, n: usize, name: &str, strings: &Strings) -> String {
    if let [only] = chart.series.as_slice() {
        let value = only.points.get(n).map_or(String::new(), |point| figure(point, strings));
        return strings.say("chart.bar.figure", &[("name", name), ("value", &value)]);
    }
    let figures = chart.series.iter().filter_map(|series| {
        let value = figure(series.points.get(n)?, strings);
        let args = [("name", series.name.as_str()), ("value", &value)];
        Some(strings.say("chart.bar.figure", &args))
    });
    let figures = figures.collect::<Vec<_>>().join(" ");
    strings.say("chart.bar.category", &[("category", name), ("figures", &figures)])
}

fn figure(point: &Point, strings: &Strings) -> String {
    match point.number() {
        Some(_) => point.text.clone(),
        None => point.reason(Some(strings)),
    }
}

/// Which figures of the first series are above, at and below the target; those
/// whose order is not known are left out.
pub(super) fn against_target(chart: &Chart, strings: &Strings) -> Vec<String> {
    let (Some(target), Some(main)) = (&chart.target, chart.series.first()) else {
        return Vec::new();
    };
    let named = chart.series.len() > 1;
    let sentence = |order| {
        let is_so = |n: usize, point: &Point| {
            let shown = point.shown().filter(|shown| shown.qualifier.is_none())?;
            (shown.number.cmp(&target.number) == order).then(|| chart.categories.get(n).cloned())?
        };
        let at = main.points.iter().enumerate().filter_map(|(n, point)| is_so(n, point));
        let at: Vec<String> = at.collect();
        let args = [("name", main.name.as_str()), ("categories", &strings.list(&at))];
        (!at.is_empty()).then(|| strings.say(key(order, named), &args))
    };
    [Ordering::Greater, Ordering::Equal, Ordering::Less].into_iter().filter_map(sentence).collect()
}

fn key(order: Ordering, named: bool) -> &'static str {
    match (order, named) {
        (Ordering::Greater, false) => "chart.bar.target.above",
        (Ordering::Equal, false) => "chart.bar.target.same",
        (Ordering::Less, false) => "chart.bar.target.below",
        (Ordering::Greater, true) => "chart.bar.target.named.above",
        (Ordering::Equal, true) => "chart.bar.target.named.same",
        (Ordering::Less, true) => "chart.bar.target.named.below",
    }
}
