//! The figures that may be seen, so that a number in a sentence can be told
//! from a withheld one that happens to be the same.

use super::{Key, Name};
use crate::disclosure::{Cell, Point, Published, PublishedOutcome, PublishedTable};
use crate::model::target::{Aim, Target};
use rust_decimal::Decimal;
use std::collections::HashMap;

/// Any time, or the council itself.
pub(super) const ANY: usize = usize::MAX;
/// The totals of a table.
pub(super) const TOTAL_LINE: usize = usize::MAX - 1;

/// Where a figure stands: in a row and column, or at a period and of an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct At {
    pub(super) row: usize,
    pub(super) column: usize,
}

/// The figures of one outcome or table.
#[derive(Debug, Default)]
pub(super) struct Shown(HashMap<Decimal, Vec<At>>);

impl Shown {
    /// Where `number` stands.
    pub(super) fn of(&self, number: Decimal) -> impl Iterator<Item = &At> {
        self.0.get(&number.normalize()).into_iter().flatten()
    }

    fn add(&mut self, number: Decimal, row: usize, column: usize) {
        let at = At { row, column };
        let places = self.0.entry(number.normalize()).or_default();
        if !places.contains(&at) {
            places.push(at);
        }
    }

    fn cell(&mut self, cell: &Published<Cell>, row: usize, column: usize) -> Option<Decimal> {
        let number = cell.get().shown().map(|shown| shown.number);
        number.into_iter().for_each(|number| self.add(number, row, column));
        number
    }
}

/// Adds an outcome as one view shows it.
pub(super) fn outcome<'a>(key: &mut Key<'a>, outcome: &'a PublishedOutcome) {
    let at = key.subject(&format!("outcome/{}", outcome.id));
    let mut shown = std::mem::take(&mut key.subjects[at].shown);
    series(key, &mut shown, &outcome.own.points, ANY);
    if outcome.cumulative {
        since_a_year_before(key, &mut shown, &outcome.own.points);
    }
    for (id, other) in &outcome.comparators {
        let area = key.area(id.as_str());
        series(key, &mut shown, &other.points, area);
    }
    for other in &outcome.neighbours {
        let area = key.area(&other.name);
        series(key, &mut shown, &other.series.points, area);
    }
    outcome.targets.iter().flat_map(numbers).for_each(|number| shown.add(number, ANY, ANY));
    let subject = &mut key.subjects[at];
    subject.shown = shown;
    subject.title = outcome.title.in_language("").to_owned();
    subject.file = outcome.file.to_string();
    subject.unit = Some(&outcome.unit);
    subject.is_cumulative = outcome.cumulative;
    for title in std::iter::once(&outcome.title).chain(&outcome.short) {
        key.call(title, Name::Subject(at));
    }
}

fn numbers(target: &Target) -> Vec<Decimal> {
    match &target.aim {
        Aim::AtMost(one) | Aim::AtLeast(one) | Aim::Below(one) | Aim::Above(one) => vec![*one],
        Aim::Between(low, high) => vec![*low, *high],
        Aim::IncreaseBy(one) => vec![*one],
        Aim::BetterThan(_) | Aim::None(_) => Vec::new(),
    }
}

fn series(key: &mut Key<'_>, shown: &mut Shown, points: &[Point], area: usize) {
    let mut last = None;
    for point in points {
        let period = key.period(&point.period);
        let number = shown.cell(&point.cell, period, area);
        if let Some(base) = &point.base {
            shown.cell(&base.numerator, period, area);
            shown.cell(&base.denominator, period, area);
        }
        for revision in &point.revisions {
            shown.cell(&revision.from, period, area);
        }
        if let Some((before, now)) = last.zip(number) {
            shown.add(Decimal::abs(&(now - before)), ANY, area);
        }
        last = number.or(last);
    }
}

/// Adds what pages say of a year-to-date figure: how it differs from the same
/// part of the year before.
fn since_a_year_before(key: &mut Key<'_>, shown: &mut Shown, points: &[Point]) {
    let number = |point: &Point| point.cell.get().shown().map(|shown| shown.number);
    for point in points {
        let before = point.period.year_before();
        let before = points.iter().find(|other| Some(&other.period) == before.as_ref());
        if let Some((before, now)) = before.and_then(number).zip(number(point)) {
            let period = key.period(&point.period);
            shown.add(Decimal::abs(&(now - before)), period, ANY);
        }
    }
}

/// Adds a table as one view shows it.
pub(super) fn table(key: &mut Key<'_>, table: &PublishedTable) {
    let at = key.subject(&format!("table/{}", table.id));
    let columns: Vec<usize> = table.columns.iter().map(|head| key.line(at, false, head)).collect();
    let column = |n: usize| columns.get(n).copied().unwrap_or(TOTAL_LINE);
    for row in &table.rows {
        let line = key.line(at, true, &row.head);
        for (n, cell) in row.cells.iter().enumerate() {
            key.subjects[at].shown.cell(cell, line, column(n));
        }
    }
    for (n, cell) in table.totals.iter().flatten().enumerate() {
        key.subjects[at].shown.cell(cell, TOTAL_LINE, column(n));
    }
    key.subjects[at].title = table.title.in_language("").to_owned();
    key.subjects[at].file = table.file.to_string();
    key.call(&table.title, Name::Subject(at));
    if let Some(period) = &table.period {
        key.period(period);
    }
}
