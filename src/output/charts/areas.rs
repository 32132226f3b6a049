//! Whose figures a chart shows: the council's, and those it is compared with.

use super::super::cx::Cx;
use super::{absent, point_of};
use crate::chart::{MOST_PARTS, Point, Series};
use crate::disclosure::{Publication, Published, PublishedOutcome, STATISTICAL_NEIGHBOURS};
use crate::model::{Id, Period};
use crate::wording::Wording;
use std::collections::{BTreeMap, BTreeSet};

/// Whose figures a series shows.
pub(super) struct Area {
    whose: Whose,
    /// Its title.
    pub(super) name: String,
    /// Its colour, dash and marker.
    pub(super) slot: usize,
}

/// Whose figures they are.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Whose {
    Council,
    Comparator(Id),
    /// A statistical neighbour, by name.
    Neighbour(String),
}

/// The word in `compare` that stands for the statistical neighbours one by one.
pub(super) const NEIGHBOURS: &str = "neighbours";

/// The council and those of `compare`.
pub(super) fn areas(cx: &Cx<'_>, compare: &[Id]) -> Vec<Area> {
    let mut taken = BTreeSet::from([0]);
    let mut areas = vec![Area { whose: Whose::Council, name: cx.council(), slot: 0 }];
    for name in compare.iter().filter(|name| name.as_str() != NEIGHBOURS) {
        let slot = slot(cx, name, &taken);
        taken.insert(slot);
        let whose = Whose::Comparator(name.clone());
        areas.push(Area { whose, name: cx.comparator(name), slot });
    }
    areas
}

/// The same, with the neighbours of `outcome` one by one if they are asked for.
/// They look alike: each has a panel of its own.
pub(super) fn areas_of(cx: &Cx<'_>, compare: &[Id], outcome: &PublishedOutcome) -> Vec<Area> {
    let mut areas = areas(cx, compare);
    if compare.iter().any(|name| name.as_str() == NEIGHBOURS) {
        areas.extend(outcome.neighbours.iter().map(|other| Area {
            whose: Whose::Neighbour(other.name.clone()),
            name: other.name.clone(),
            slot: 2,
        }));
    }
    areas
}

/// Whether a row of data, of the council or a comparator, is of one of `areas`.
pub(super) fn is_shown(areas: &[Area], comparator: Option<&str>) -> bool {
    areas.iter().any(|area| area.whose.key() == comparator)
}

/// The look of a comparator; another, if that is taken in this chart.
fn slot(cx: &Cx<'_>, name: &Id, taken: &BTreeSet<usize>) -> usize {
    let own = cx.renderer.looks.get(name).copied().unwrap_or(MOST_PARTS - 1);
    if !taken.contains(&own) {
        return own;
    }
    (1..MOST_PARTS).rev().find(|slot| !taken.contains(slot)).unwrap_or(own)
}

/// The colour, dash and marker of each comparator, the same through the whole
/// site and in every edition: nations, neighbours and region have theirs, and
/// the others share the rest in the order of `data/site.yaml`, so that a new one
/// does not change the look of those before it. The first is the council's own.
pub(in crate::output) fn looks(publication: &Publication) -> BTreeMap<Id, usize> {
    let known = KNOWN.iter().map(|(name, slot)| (*name, *slot));
    let titled = publication.config.comparators.keys();
    let named = titled.filter(|name| !KNOWN.iter().any(|(known, _)| known == name));
    let others = named.enumerate().map(|(at, name)| (name, 4 + at % (MOST_PARTS - 4)));
    known.chain(others).filter_map(|(name, slot)| Some((name.parse().ok()?, slot))).collect()
}

/// The areas that need no title of their own, with their looks.
const KNOWN: [(&str, usize); 6] = [
    ("england", 1),
    ("scotland", 1),
    ("wales", 1),
    ("northern-ireland", 1),
    (STATISTICAL_NEIGHBOURS, 2),
    ("region", 3),
];

impl Whose {
    /// The name in the data; none for the council itself.
    fn key(&self) -> Option<&str> {
        match self {
            Self::Council => None,
            Self::Comparator(id) => Some(id.as_str()),
            Self::Neighbour(name) => Some(name),
        }
    }
}

impl Area {
    pub(super) fn is_council(&self) -> bool {
        self.whose == Whose::Council
    }

    /// The area's figures of `outcome`.
    pub(super) fn of<'o>(
        &self,
        outcome: &'o PublishedOutcome,
    ) -> Option<&'o crate::disclosure::Series> {
        match &self.whose {
            Whose::Council => Some(&outcome.own),
            Whose::Comparator(id) => outcome.comparators.get(id),
            Whose::Neighbour(name) => {
                let found = outcome.neighbours.iter().find(|other| other.name == *name);
                found.map(|other| &other.series)
            }
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
        Series { name: self.name.clone(), slot: self.slot, points, breaks: Vec::new() }
    }
}
