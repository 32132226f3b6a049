//! What the published figures of an outcome say, and whether a typed number
//! agrees with one.

use super::date;
use super::number::{How, Number, Unit};
use super::ties::Tie;
use crate::disclosure::{Base, Cell, Point, PublishedOutcome, Series};
use crate::model::target::{Aim, Target, Tolerance};
use crate::model::{Id, Period};
use rust_decimal::{Decimal, RoundingStrategy};

/// A published figure that a typed one can be compared with.
#[derive(Clone, Debug)]
pub(super) struct Fact {
    pub(super) period: Option<Period>,
    /// The comparator it is of; the council's own if `None`.
    pub(super) area: Option<Id>,
    pub(super) cell: Cell,
    number: Decimal,
    /// The same, before it was rounded for display.
    exact: Option<Decimal>,
    is_rough: bool,
}

impl Fact {
    fn of(point: &Point, area: Option<&Id>) -> Option<Self> {
        let shown = point.cell.get().shown()?;
        Some(Self {
            period: Some(point.period.clone()),
            area: area.cloned(),
            cell: *point.cell.get(),
            number: shown.number,
            exact: point.base.as_ref().and_then(|base| share(base, shown.number)),
            is_rough: shown.qualifier.is_some(),
        })
    }

    fn plain(number: Decimal) -> Self {
        let cell = Cell::Missing(crate::model::Marker::NotApplicable);
        Self { period: None, area: None, cell, number, exact: None, is_rough: false }
    }

    /// Whether `typed` says this.
    pub(super) fn agrees(&self, typed: &Number) -> bool {
        let part = typed.unit == Unit::Part;
        let how =
            if self.is_rough || part && typed.how == How::Exact { How::About } else { typed.how };
        let near = (typed.value - self.number).abs() <= slack(typed);
        match how {
            How::Exact => self.is_exactly(typed.value),
            How::About => near || self.is_exactly(typed.value),
            How::Over => {
                self.number >= typed.value || self.exact.is_some_and(|it| it >= typed.value)
            }
            How::Under => {
                self.number <= typed.value || self.exact.is_some_and(|it| it <= typed.value)
            }
        }
    }

    fn is_exactly(&self, typed: Decimal) -> bool {
        let number = self.number;
        let finer = typed.scale() > number.scale() && self.period.is_some();
        let rounds = |exact: Decimal| rounds_to(exact, typed);
        rounds(number)
            || self.exact.is_some_and(rounds)
            || finer && self.exact.is_none() && rounds_to(typed, number)
    }
}

/// The percentage that a published base makes.
pub(super) fn percentage(base: &Base) -> Option<Decimal> {
    let count = |cell: &Cell| cell.shown().map(|shown| shown.number);
    let (top, bottom) = (count(base.numerator.get())?, count(base.denominator.get())?);
    (top * Decimal::ONE_HUNDRED).checked_div(bottom)
}

/// The same, if that is where `figure` is from.
fn share(base: &Base, figure: Decimal) -> Option<Decimal> {
    percentage(base).filter(|share| (share - figure).abs() <= Decimal::ONE)
}

/// Whether `exact` is `short` when rounded to its decimals, halves either way.
pub(super) fn rounds_to(exact: Decimal, short: Decimal) -> bool {
    let ways = [RoundingStrategy::MidpointAwayFromZero, RoundingStrategy::MidpointTowardZero];
    ways.into_iter().any(|way| exact.round_dp_with_strategy(short.scale(), way) == short)
}

/// How far a figure said to be about so may be from the truth.
fn slack(typed: &Number) -> Decimal {
    let twentieth = typed.value.abs() / Decimal::from(20);
    match typed.unit {
        Unit::Percent | Unit::Part => twentieth.max(Decimal::from(5)),
        _ => {
            let round = typed.value.fract().is_zero() && (typed.value % Decimal::TEN).is_zero();
            if round { twentieth.max(Decimal::from(5)) } else { twentieth }
        }
    }
}

/// What a typed figure can be compared with.
pub(super) enum Against {
    /// These figures; it must agree with one.
    Facts(Vec<Fact>),
    /// Nothing that is published.
    Nothing,
}

/// The figures that a value tied by `tie` can be.
pub(super) fn values(outcome: &PublishedOutcome, tie: &Tie) -> Against {
    let periods = tie.when.map(|when| date::periods(when, outcome));
    let mut facts = Vec::new();
    let mut withheld = false;
    let areas = outcome.comparators.iter().map(|(id, series)| (Some(id), series));
    for (area, series) in std::iter::once((None, &outcome.own)).chain(areas) {
        let wanted = match (&tie.area, area) {
            (Some(wanted), area) => Some(wanted) == area,
            (None, Some(_)) => tie.near_area || periods.is_none(),
            (None, None) => true,
        };
        if wanted {
            withheld |= add_points(series, area, periods.as_deref(), &mut facts);
        }
    }
    // Where a figure is withheld, nothing is said of what was typed.
    if facts.is_empty() || withheld && periods.is_some() {
        return Against::Nothing;
    }
    if periods.is_none() && tie.area.is_none() {
        facts.extend(outcome.targets.iter().flat_map(aims).map(Fact::plain));
    }
    Against::Facts(facts)
}

/// Adds the published points of a series; whether any is missing.
fn add_points(
    series: &Series,
    area: Option<&Id>,
    periods: Option<&[Period]>,
    facts: &mut Vec<Fact>,
) -> bool {
    let mut missing = false;
    for point in &series.points {
        if periods.is_some_and(|periods| !periods.contains(&point.period)) {
            continue;
        }
        missing |= point.cell.get().shown().is_none();
        facts.extend(Fact::of(point, area));
        let earlier = point.revisions.iter().filter_map(|it| it.from.get().shown());
        facts.extend(earlier.map(|shown| Fact::plain(shown.number)));
    }
    missing
}

/// The targets that a typed one can be.
pub(super) fn targets(outcome: &PublishedOutcome, tie: &Tie) -> Against {
    let periods = tie.when.map(|when| date::periods(when, outcome)).unwrap_or_default();
    let of_period = |target: &&Target| {
        periods.is_empty() || target.period.as_ref().is_none_or(|period| periods.contains(period))
    };
    let facts: Vec<Fact> =
        outcome.targets.iter().filter(of_period).flat_map(aims).map(Fact::plain).collect();
    if facts.is_empty() { Against::Nothing } else { Against::Facts(facts) }
}

/// The numbers a target names, tolerance and all.
fn aims(target: &Target) -> Vec<Decimal> {
    let tolerance = target.tolerance.map(|tolerance| match tolerance {
        Tolerance::Absolute(number) | Tolerance::Percent(number) => number,
    });
    let aims = match &target.aim {
        Aim::AtMost(n) | Aim::AtLeast(n) | Aim::Below(n) | Aim::Above(n) | Aim::IncreaseBy(n) => {
            vec![*n]
        }
        Aim::Between(low, high) => vec![*low, *high],
        Aim::BetterThan(_) | Aim::None(_) => vec![],
    };
    aims.into_iter().chain(tolerance).collect()
}

impl Fact {
    /// A target as a number alone.
    pub(super) fn number(&self) -> Decimal {
        self.number
    }
}
