//! Some of the categories of a chart, in words.

use crate::chart::{Chart, Point, Series};
use crate::strings::Strings;

/// Some categories of a chart.
pub(super) struct Periods<'a> {
    chart: &'a Chart,
    at: Vec<usize>,
}

impl<'a> Periods<'a> {
    /// Those where the point of `series` is such that `has`.
    pub(super) fn having(chart: &'a Chart, series: &Series, has: impl Fn(&Point) -> bool) -> Self {
        let points = series.points.iter().enumerate();
        Self { chart, at: points.filter(|(_, point)| has(point)).map(|(n, _)| n).collect() }
    }

    /// Their names, as a list in words.
    pub(super) fn names(&self, strings: &Strings) -> String {
        let names = self.at.iter().filter_map(|n| self.chart.categories.get(*n)).cloned();
        strings.list(&names.collect::<Vec<_>>())
    }

    /// The figures of `series` there, each form of words once.
    pub(super) fn texts(&self, series: &Series) -> Vec<String> {
        let mut texts: Vec<String> = Vec::new();
        for point in self.at.iter().filter_map(|n| series.points.get(*n)) {
            if !texts.contains(&point.text) {
                texts.push(point.text.clone());
            }
        }
        texts
    }

    /// `key` about `name` and these categories; `None` if there are none.
    pub(super) fn sentence(&self, key: &str, name: &str, strings: &Strings) -> Option<String> {
        let periods = self.names(strings);
        let args = [("name", name), ("periods", periods.as_str())];
        (!self.at.is_empty()).then(|| strings.count(key, self.at.len(), &args))
    }
}
