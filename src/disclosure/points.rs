//! The figures of one outcome as they were known on one day: worked out from
//! their parts where they are not given, withheld where they must be.

use super::KEY;
use super::neighbours::Neighbour;
use super::outcomes::{Base, Point, PublishedRevision, Series};
use super::primary::{is_unsafe, is_unsafe_share, rounded_count};
use super::published::{Cell, Published, Shown, rounded};
use crate::confidential::Confidential;
use crate::model::figure::{Figure, Marker, Qualifier};
use crate::model::outcome::{ComparatorValue, FigureOrMarker, Outcome, Revision, Value};
use crate::model::policy::Policy;
use crate::model::{Day, Period};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Makes the points of one outcome, as known on one day.
pub(super) struct Maker<'a> {
    pub(super) outcome: &'a Outcome,
    pub(super) policy: &'a Policy,
    pub(super) as_at: Option<Day>,
}

/// The marks that stand beside a figure.
#[derive(Clone, Copy)]
struct Marks {
    qualifier: Option<Qualifier>,
    provisional: bool,
    estimated: bool,
}

/// A value as it stood on the day.
struct Stood {
    number: Option<Decimal>,
    missing: Option<Marker>,
    /// Numerator and denominator.
    parts: Option<(Decimal, Decimal)>,
    marks: Marks,
}

fn marks_before(revision: &Revision, qualifier: Option<Qualifier>) -> Marks {
    let (provisional, estimated) = (revision.provisional, revision.estimated);
    Marks { qualifier, provisional, estimated }
}

/// A figure or a marker, as written.
pub(super) fn written(figure: &FigureOrMarker) -> (Option<Decimal>, Option<Marker>) {
    match figure {
        FigureOrMarker::Figure(figure) => (open(Some(figure)), None),
        FigureOrMarker::Marker(marker) => (None, Some(*marker)),
    }
}

impl Maker<'_> {
    fn is_known(&self, period: &Period, known: Option<Day>) -> bool {
        !self.outcome.known_from(period, known).is_some_and(|from| self.is_later(from))
    }

    pub(super) fn own(&self, value: &Value) -> Option<Point> {
        self.is_known(&value.period, value.known).then(|| {
            let stood = self.stood(value);
            let cell = self.own_cell(value, &stood);
            Point {
                period: value.period.clone(),
                base: self.base(&stood),
                mean_of: None,
                notes: value.notes.clone(),
                revisions: self.revisions(&value.revised, cell.get()),
                cell,
            }
        })
    }

    /// A value as it stood on the day: before the date of a revision, the
    /// earlier figure with its own parts and marks.
    fn stood(&self, value: &Value) -> Stood {
        if let Some(revision) = self.still(&value.revised) {
            let (number, missing) = written(&revision.from);
            let parts = open(revision.numerator.as_ref()).zip(open(revision.denominator.as_ref()));
            let marks = marks_before(revision, value.qualifier);
            return Stood { number, missing, parts, marks };
        }
        let worked_out = || worked_out(self.outcome, value).filter(|_| value.missing.is_none());
        Stood {
            number: open(value.value.as_ref()).or_else(worked_out),
            missing: value.missing,
            parts: open(value.numerator.as_ref()).zip(open(value.denominator.as_ref())),
            marks: Marks {
                qualifier: value.qualifier,
                provisional: value.provisional,
                estimated: value.estimated,
            },
        }
    }

    /// Where no parts of an earlier figure are given, those of the later one
    /// say whether it is safe.
    fn own_cell(&self, value: &Value, stood: &Stood) -> Published<Cell> {
        let now = || open(value.numerator.as_ref()).zip(open(value.denominator.as_ref()));
        if let Some((numerator, denominator)) = stood.parts.or_else(now)
            && is_unsafe_share(self.policy, numerator, denominator, self.outcome.sensitive)
        {
            return Published::new(Cell::Missing(withheld(denominator)));
        }
        self.cell((stood.number, stood.missing), &value.revised, stood.marks)
    }

    pub(super) fn comparator(&self, series: &BTreeMap<Period, ComparatorValue>) -> Series {
        self.series(series, |_| None)
    }

    fn series(
        &self,
        series: &BTreeMap<Period, ComparatorValue>,
        out: impl Fn(&Period) -> Option<Day>,
    ) -> Series {
        let known = series
            .iter()
            .filter(|(period, value)| self.is_known(period, value.known.or_else(|| out(period))));
        let mut points: Vec<Point> =
            known.map(|(period, value)| self.other(period, value)).collect();
        points.sort_by(|a, b| a.period.order(&b.period, self.outcome.period_type));
        Series { points }
    }

    fn other(&self, period: &Period, value: &ComparatorValue) -> Point {
        let (figure, marks) = match self.still(&value.revised) {
            Some(revision) => (written(&revision.from), marks_before(revision, value.qualifier)),
            None => {
                let (qualifier, provisional) = (value.qualifier, value.provisional);
                let marks = Marks { qualifier, provisional, estimated: value.estimated };
                ((open(value.value.as_ref()), value.missing), marks)
            }
        };
        let cell = self.cell(figure, &value.revised, marks);
        Point {
            period: period.clone(),
            base: None,
            mean_of: None,
            notes: value.notes.clone(),
            revisions: self.revisions(&value.revised, cell.get()),
            cell,
        }
    }

    /// The neighbours one by one. A neighbour's figure is known from its own
    /// `known`, else from the day on which the figures of its period came out.
    pub(super) fn neighbours(&self) -> Vec<Neighbour> {
        let Some(all) = &self.outcome.neighbours else { return Vec::new() };
        let out = |period: &Period| all.published.get(period).copied();
        all.members
            .iter()
            .map(|(name, series)| Neighbour {
                name: name.to_owned(),
                series: self.series(series, out),
            })
            .filter(|neighbour| !neighbour.series.points.is_empty())
            .collect()
    }

    /// The next revision that was still to come on the day.
    fn still<'r>(&self, revised: &'r [Revision]) -> Option<&'r Revision> {
        let later = revised.iter().filter(|revision| self.is_later(revision.date));
        later.min_by_key(|revision| revision.date)
    }

    /// The revisions that had been made by the day, without those which only
    /// confirmed the figure.
    fn past<'r>(&self, revised: &'r [Revision], now: Option<Decimal>) -> Vec<&'r Revision> {
        let past = revised.iter().filter(|revision| !self.is_later(revision.date));
        let confirms = |revision: &Revision| now.is_some() && written(&revision.from).0 == now;
        past.filter(|revision| !(confirms(revision) && revision.is_unsettled())).collect()
    }

    fn cell(
        &self,
        (number, missing): (Option<Decimal>, Option<Marker>),
        revised: &[Revision],
        marks: Marks,
    ) -> Published<Cell> {
        let Some(number) = number else {
            return Published::new(Cell::Missing(missing.unwrap_or(Marker::NotAvailable)));
        };
        let shown = Shown {
            qualifier: marks.qualifier,
            provisional: marks.provisional,
            estimated: marks.estimated,
            revised: !self.past(revised, Some(number)).is_empty(),
            ..Shown::plain(number)
        };
        Published::new(self.guarded(shown))
    }

    fn guarded(&self, shown: Shown) -> Cell {
        let counts = self.outcome.unit.is_count();
        if counts && is_unsafe(self.policy, shown.number) {
            return Cell::Missing(Marker::Confidential);
        }
        let number = if counts { rounded_count(self.policy, shown.number) } else { shown.number };
        Cell::Value(Shown { number: rounded(number, self.outcome.decimals), ..shown })
    }

    fn is_later(&self, date: Day) -> bool {
        self.as_at.is_some_and(|as_at| date > as_at)
    }

    /// What it was worked out from; where the author says that the figure is
    /// missing, that is missing too.
    fn base(&self, stood: &Stood) -> Option<Base> {
        let (numerator, denominator) = stood.parts.filter(|_| stood.missing.is_none())?;
        let hidden = is_unsafe_share(self.policy, numerator, denominator, self.outcome.sensitive);
        let cell = |count: Decimal| match hidden {
            true => Published::new(Cell::Missing(Marker::Confidential)),
            false => Published::new(Cell::Value(Shown::plain(rounded_count(self.policy, count)))),
        };
        Some(Base { numerator: cell(numerator), denominator: cell(denominator) })
    }

    /// What it was before. Where the figure is withheld now, the earlier one
    /// would hint at it, and is withheld too.
    fn revisions(&self, revised: &[Revision], now: &Cell) -> Vec<PublishedRevision> {
        let past = self.past(revised, now.shown().map(|shown| shown.number)).into_iter();
        past.map(|revision| {
            let from = match (now, written(&revision.from)) {
                (Cell::Missing(Marker::Confidential), _) => Cell::Missing(Marker::Confidential),
                (_, (Some(number), _)) => {
                    let (provisional, estimated) = (revision.provisional, revision.estimated);
                    self.guarded(Shown { provisional, estimated, ..Shown::plain(number) })
                }
                (_, (None, marker)) => Cell::Missing(marker.unwrap_or(Marker::NotAvailable)),
            };
            let (from, why) = (Published::new(from), revision.why.clone());
            PublishedRevision { from, date: revision.date, why }
        })
        .collect()
    }
}

/// What a numerator and a denominator make in the outcome's unit, before it is
/// rounded.
pub(super) fn share(
    outcome: &Outcome,
    numerator: Decimal,
    denominator: Decimal,
) -> Option<Decimal> {
    numerator.checked_mul(outcome.unit.multiplier()?)?.checked_div(denominator)
}

/// The figure that its numerator and denominator make, rounded.
pub(super) fn worked_out(outcome: &Outcome, value: &Value) -> Option<Decimal> {
    let decimals = outcome.decimals.unwrap_or_else(|| outcome.unit.usual_decimals());
    let (numerator, denominator) =
        open(value.numerator.as_ref()).zip(open(value.denominator.as_ref()))?;
    share(outcome, numerator, denominator).map(|exact| rounded(exact, Some(decimals)))
}

pub(super) fn open(figure: Option<&Confidential<Figure>>) -> Option<Decimal> {
    figure.map(|figure| figure.open(&KEY).0)
}

/// A share of nobody is not applicable; any other is withheld.
fn withheld(denominator: Decimal) -> Marker {
    if denominator.is_zero() { Marker::NotApplicable } else { Marker::Confidential }
}
