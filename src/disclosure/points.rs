//! The figures of one outcome as they were known on one day: worked out from
//! their parts where they are not given, withheld where they must be.

use super::neighbours::Neighbour;
use super::outcomes::{Base, Point, PublishedRevision, Series};
use super::primary::{Rule, is_unsafe, rounded_count, rule_of_count, rule_of_share};
use super::protection::{Decisions, part_name};
use super::published::{Cell, Published, Shown, rounded};
use super::stood::{Stood, is_later, open, written};
use crate::model::figure::Marker;
use crate::model::outcome::{ComparatorValue, Outcome, Revision, Value};
use crate::model::policy::Policy;
use crate::model::{Day, Period};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Makes the points of one outcome, as known on one day.
pub(super) struct Maker<'a> {
    pub(super) outcome: &'a Outcome,
    pub(super) policy: &'a Policy,
    pub(super) decisions: &'a Decisions,
    pub(super) as_at: Option<Day>,
}

impl Maker<'_> {
    pub(super) fn own(&self, value: &Value) -> Option<Point> {
        let stood = Stood::own(self.outcome, value, self.as_at)?;
        let cell = self.own_cell(value, &stood);
        Some(Point {
            period: value.period.clone(),
            base: self.base(value, &stood),
            mean_of: None,
            notes: value.notes.clone(),
            revisions: self.revisions(&value.revised, cell.get(), |from| {
                self.hides_share(value, from, "value")
            }),
            cell,
        })
    }

    fn own_cell(&self, value: &Value, stood: &Stood) -> Published<Cell> {
        let is_of_nobody = stood.parts.is_some_and(|(_, base)| base.is_zero());
        if is_of_nobody && !self.hides_base(value, stood, Decimal::ZERO) {
            return Published::new(Cell::Missing(Marker::NotApplicable));
        }
        if is_of_nobody || self.hides_share(value, stood, "value") {
            return Published::new(Cell::Missing(Marker::Confidential));
        }
        self.cell(stood, &value.revised)
    }

    fn hides_base(&self, value: &Value, stood: &Stood, base: Decimal) -> bool {
        self.hides(value, stood, "denominator", rule_of_count(self.policy, base))
    }

    fn hides_share(&self, value: &Value, stood: &Stood, part: &str) -> bool {
        let sensitive = self.outcome.sensitive;
        let rule = match stood.number.filter(|_| self.outcome.unit.is_count()) {
            Some(count) => rule_of_count(self.policy, count),
            None => stood
                .judged_by(self.outcome, value)
                .into_iter()
                .find_map(|(n, d)| rule_of_share(self.policy, n, d, sensitive)),
        };
        self.hides(value, stood, part, rule)
    }

    fn hides(&self, value: &Value, stood: &Stood, part: &str, rule: Option<Rule>) -> bool {
        let name = part_name(&self.outcome.id, &value.period, part, stood.until);
        self.decisions.hides(&name, rule.is_some())
    }

    /// Where counts are rounded, a share is worked out from the rounded ones:
    /// the exact one would tell more than they do.
    fn worked_out_of_rounded(&self, stood: &Stood) -> Option<Decimal> {
        self.policy.round_to.filter(|base| *base > 1)?;
        let (numerator, denominator) = stood.parts?;
        let round = |count| rounded_count(self.policy, count);
        let exact = share(self.outcome, round(numerator), round(denominator))?;
        let written = stood.number.map(|number| number.scale());
        let usual = || self.outcome.unit.usual_decimals();
        let decimals = self.outcome.decimals.or(written).unwrap_or_else(usual);
        let most = if self.outcome.unit.is_percent() { Decimal::ONE_HUNDRED } else { Decimal::MAX };
        Some(rounded(exact.min(most), Some(decimals)))
    }

    /// Whether its numerator is shown as low: a share of 0 would say that there
    /// is nobody.
    fn rounds_to_nought(&self, stood: &Stood) -> bool {
        stood.parts.is_some_and(|(numerator, _)| {
            count_cell(self.policy, numerator).marker() == Some(Marker::Low)
        })
    }

    pub(super) fn comparator(&self, series: &BTreeMap<Period, ComparatorValue>) -> Series {
        self.series(series, |_| None)
    }

    fn series(
        &self,
        series: &BTreeMap<Period, ComparatorValue>,
        out: impl Fn(&Period) -> Option<Day>,
    ) -> Series {
        let mut points: Vec<Point> =
            series.iter().filter_map(|entry| self.other(entry, out(entry.0))).collect();
        points.sort_by(|a, b| a.period.order(&b.period, self.outcome.period_type));
        Series { points }
    }

    fn other(&self, entry: (&Period, &ComparatorValue), out: Option<Day>) -> Option<Point> {
        let stood = Stood::others(self.outcome, entry, out, self.as_at)?;
        let (period, value) = entry;
        let cell = match stood.number {
            Some(number) if self.is_small(number) => {
                Published::new(Cell::Missing(Marker::Confidential))
            }
            _ => self.cell(&stood, &value.revised),
        };
        let is_small = |from: &Stood| from.number.is_some_and(|number| self.is_small(number));
        Some(Point {
            period: period.clone(),
            base: None,
            mean_of: None,
            notes: value.notes.clone(),
            revisions: self.revisions(&value.revised, cell.get(), is_small),
            cell,
        })
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

    /// The revisions that had been made by the day, without those which only
    /// confirmed the figure.
    fn past<'r>(&self, revised: &'r [Revision], now: Option<Decimal>) -> Vec<&'r Revision> {
        let past = revised.iter().filter(|revision| !is_later(revision.date, self.as_at));
        let confirms = |revision: &Revision| now.is_some() && written(&revision.from).0 == now;
        past.filter(|revision| !(confirms(revision) && revision.is_unsettled())).collect()
    }

    fn cell(&self, stood: &Stood, revised: &[Revision]) -> Published<Cell> {
        let Some(number) = stood.number else {
            return Published::new(Cell::Missing(stood.missing.unwrap_or(Marker::NotAvailable)));
        };
        if self.rounds_to_nought(stood) {
            return Published::new(Cell::Missing(Marker::Low));
        }
        Published::new(self.shown(Shown {
            qualifier: stood.marks.qualifier,
            provisional: stood.marks.provisional,
            estimated: stood.marks.estimated,
            revised: !self.past(revised, Some(number)).is_empty(),
            number: self.worked_out_of_rounded(stood).unwrap_or(number),
        }))
    }

    fn shown(&self, shown: Shown) -> Cell {
        if !self.outcome.unit.is_count() {
            return Cell::Value(Shown {
                number: rounded(shown.number, self.outcome.decimals),
                ..shown
            });
        }
        match count_cell(self.policy, shown.number) {
            Cell::Value(count) => {
                Cell::Value(Shown { number: rounded(count.number, self.outcome.decimals), ..shown })
            }
            missing => missing,
        }
    }

    /// What it was worked out from; where the author says that the figure is
    /// missing, that is missing too.
    fn base(&self, value: &Value, stood: &Stood) -> Option<Base> {
        let (numerator, denominator) = stood.parts.filter(|_| stood.missing.is_none())?;
        let hidden = [
            self.hides_share(value, stood, "numerator"),
            self.hides_base(value, stood, denominator),
        ];
        let [numerator, denominator] =
            [(numerator, hidden[0]), (denominator, hidden[1])].map(|(count, is_hidden)| {
                match is_hidden {
                    true => Cell::Missing(Marker::Confidential),
                    false => count_cell(self.policy, count),
                }
            });
        Some(Base {
            numerator: Published::new(numerator),
            denominator: Published::new(denominator),
        })
    }

    /// What it was before. Where the figure is withheld now, the earlier one
    /// would hint at it, and is withheld too.
    fn revisions(
        &self,
        revised: &[Revision],
        now: &Cell,
        is_hidden: impl Fn(&Stood) -> bool,
    ) -> Vec<PublishedRevision> {
        let past = self.past(revised, now.shown().map(|shown| shown.number)).into_iter();
        past.map(|revision| {
            let from = Stood::before(revision, None);
            let cell = match now {
                Cell::Missing(Marker::Confidential) => *now,
                _ if is_hidden(&from) => Cell::Missing(Marker::Confidential),
                _ => *self.cell(&from, &[]).get(),
            };
            let (from, why) = (Published::new(cell), revision.why.clone());
            PublishedRevision { from, date: revision.date, why }
        })
        .collect()
    }

    /// Whether another's figure is a small count.
    fn is_small(&self, number: Decimal) -> bool {
        self.outcome.unit.is_count() && is_unsafe(self.policy, number)
    }
}

/// A count as it is shown: rounded as the policy asks. One that rounds to
/// nought and is not says so.
pub(super) fn count_cell(policy: &Policy, count: Decimal) -> Cell {
    let shown = rounded_count(policy, count);
    match shown.is_zero() && !count.is_zero() {
        true => Cell::Missing(Marker::Low),
        false => Cell::Value(Shown::plain(shown)),
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
