//! Whose figures a chart shows: the council's, and those it is compared with.

use super::super::cx::Cx;
use super::{absent, point_of};
use crate::chart::{Point, Series};
use crate::disclosure::{Published, PublishedOutcome};
use crate::model::{Id, Period};
use crate::wording::Wording;
use std::collections::BTreeSet;

/// Whose figures a series shows.
pub(super) struct Area {
    /// The comparator; the council itself if `None`.
    pub(super) comparator: Option<Id>,
    /// Its title.
    pub(super) name: String,
    /// Its colour, dash and marker.
    pub(super) slot: usize,
}

/// The council and those of `compare`.
pub(super) fn areas(cx: &Cx<'_>, compare: &[Id]) -> Vec<Area> {
    let mut taken = BTreeSet::from([0]);
    let mut areas = vec![Area { comparator: None, name: cx.council(), slot: 0 }];
    for name in compare {
        let slot = slot(name, &taken);
        taken.insert(slot);
        areas.push(Area { comparator: Some(name.clone()), name: cx.comparator(name), slot });
    }
    areas
}

/// Whether a row of data, of the council or a comparator, is of one of `areas`.
pub(super) fn is_shown(areas: &[Area], comparator: Option<&str>) -> bool {
    areas.iter().any(|area| area.comparator.as_ref().map(Id::as_str) == comparator)
}

/// A comparator's colour, dash and marker through the whole site; another, if
/// that is taken in this chart.
fn slot(name: &Id, taken: &BTreeSet<usize>) -> usize {
    let own = match name.as_str() {
        "england" | "scotland" | "wales" | "northern-ireland" => 1,
        "statistical-neighbours" => 2,
        _ => 3,
    };
    if taken.contains(&own) {
        (1..4).find(|slot| !taken.contains(slot)).unwrap_or(own)
    } else {
        own
    }
}

impl Area {
    /// The area's figures of `outcome`.
    pub(super) fn of<'o>(
        &self,
        outcome: &'o PublishedOutcome,
    ) -> Option<&'o crate::disclosure::Series> {
        match &self.comparator {
            Some(name) => outcome.comparators.get(name),
            None => Some(&outcome.own),
        }
    }

    /// The area's figure for a period as a point of a chart.
    pub(super) fn point(&self, cx: &Cx<'_>, outcome: &PublishedOutcome, period: &Period) -> Point {
        let wording = Wording::of(cx.strings(), outcome);
        match self.of(outcome).and_then(|series| series.at(period)) {
            Some(point) => point_of(cx, &wording, &point.cell),
            None => absent(cx, &wording),
        }
    }

    /// Whether the area has a figure to show for a period.
    pub(super) fn has_figure(&self, outcome: &PublishedOutcome, period: &Period) -> bool {
        let point = self.of(outcome).and_then(|series| series.at(period));
        point.is_some_and(|point| Published::get(&point.cell).shown().is_some())
    }

    /// A series of the area's name and look.
    pub(super) fn series(&self, points: Vec<Point>) -> Series {
        Series { name: self.name.clone(), slot: self.slot, points }
    }
}
