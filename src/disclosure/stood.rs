//! A value as it stood on a day: before the date of a revision, the earlier
//! figure with its own parts and marks.

use super::KEY;
use super::points::worked_out;
use super::published::rounded;
use crate::confidential::Confidential;
use crate::model::figure::{Figure, Marker, Qualifier};
use crate::model::outcome::{ComparatorValue, FigureOrMarker, Outcome, Revision, Value};
use crate::model::{Day, Period};
use rust_decimal::Decimal;

/// A value as it stood on a day.
pub(super) struct Stood {
    pub(super) number: Option<Decimal>,
    pub(super) missing: Option<Marker>,
    /// Numerator and denominator.
    pub(super) parts: Option<(Decimal, Decimal)>,
    pub(super) marks: Marks,
    /// The day of the revision that was still to come: which version it is.
    pub(super) until: Option<Day>,
}

/// The marks that stand beside a figure.
#[derive(Clone, Copy)]
pub(super) struct Marks {
    pub(super) qualifier: Option<Qualifier>,
    pub(super) provisional: bool,
    pub(super) estimated: bool,
}

impl Stood {
    /// The council's own value on `as_at`; `None` if it was not known yet.
    pub(super) fn own(outcome: &Outcome, value: &Value, as_at: Option<Day>) -> Option<Self> {
        is_known(outcome, &value.period, value.known, as_at).then(|| {
            match still(&value.revised, as_at) {
                Some(revision) => Self::before(revision, value.qualifier),
                None => Self::now(outcome, value),
            }
        })
    }

    /// Another's value on `as_at`; `out` is the day on which the figures of its
    /// period came out.
    pub(super) fn others(
        outcome: &Outcome,
        (period, value): (&Period, &ComparatorValue),
        out: Option<Day>,
        as_at: Option<Day>,
    ) -> Option<Self> {
        is_known(outcome, period, value.known.or(out), as_at).then(|| {
            match still(&value.revised, as_at) {
                Some(revision) => Self::before(revision, value.qualifier),
                None => Self {
                    number: open(value.value.as_ref()),
                    missing: value.missing,
                    parts: None,
                    marks: Marks {
                        qualifier: value.qualifier,
                        provisional: value.provisional,
                        estimated: value.estimated,
                    },
                    until: None,
                },
            }
        })
    }

    /// The value before a revision.
    pub(super) fn before(revision: &Revision, qualifier: Option<Qualifier>) -> Self {
        let (number, missing) = written(&revision.from);
        let (provisional, estimated) = (revision.provisional, revision.estimated);
        Self {
            number,
            missing,
            parts: open(revision.numerator.as_ref()).zip(open(revision.denominator.as_ref())),
            marks: Marks { qualifier, provisional, estimated },
            until: Some(revision.date),
        }
    }

    /// The numerators and denominators by which it is judged. Where nobody gave
    /// the parts of an earlier figure, they are those of the later one, and what
    /// a reader works out of the figure and the later base.
    pub(super) fn judged_by(&self, outcome: &Outcome, value: &Value) -> Vec<(Decimal, Decimal)> {
        let now = || open(value.numerator.as_ref()).zip(open(value.denominator.as_ref()));
        let Some((top, base)) = self.parts.or_else(now) else { return Vec::new() };
        let per = outcome.unit.multiplier().filter(|_| self.parts.is_none());
        let guess = self.number.zip(per).and_then(|(number, per)| {
            Some((rounded(number.checked_mul(base)?.checked_div(per)?, Some(0)), base))
        });
        std::iter::once((top, base)).chain(guess).collect()
    }

    fn now(outcome: &Outcome, value: &Value) -> Self {
        let worked_out = || worked_out(outcome, value).filter(|_| value.missing.is_none());
        Self {
            number: open(value.value.as_ref()).or_else(worked_out),
            missing: value.missing,
            parts: open(value.numerator.as_ref()).zip(open(value.denominator.as_ref())),
            marks: Marks {
                qualifier: value.qualifier,
                provisional: value.provisional,
                estimated: value.estimated,
            },
            until: None,
        }
    }
}

fn is_known(outcome: &Outcome, period: &Period, known: Option<Day>, as_at: Option<Day>) -> bool {
    !outcome.known_from(period, known).is_some_and(|from| is_later(from, as_at))
}

/// The next revision that was still to come on the day.
fn still(revised: &[Revision], as_at: Option<Day>) -> Option<&Revision> {
    let later = revised.iter().filter(|revision| is_later(revision.date, as_at));
    later.min_by_key(|revision| revision.date)
}

/// Whether a day is later than the one that is shown.
pub(super) fn is_later(date: Day, as_at: Option<Day>) -> bool {
    as_at.is_some_and(|as_at| date > as_at)
}

/// A figure or a marker, as written.
pub(super) fn written(figure: &FigureOrMarker) -> (Option<Decimal>, Option<Marker>) {
    match figure {
        FigureOrMarker::Figure(figure) => (open(Some(figure)), None),
        FigureOrMarker::Marker(marker) => (None, Some(*marker)),
    }
}

/// The figure in the box.
pub(super) fn open(figure: Option<&Confidential<Figure>>) -> Option<Decimal> {
    figure.map(|figure| figure.open(&KEY).0)
}
