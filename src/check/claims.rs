//! What typed figures claim of an outcome and a time that no published figure
//! is of: two that differ cannot both be right.

use super::date::When;
use super::number::{How, Number};
use super::tell::Teller;
use crate::diagnostic::{Diagnostic, Findings, Span};
use crate::disclosure::View;
use crate::model::Id;
use crate::strings::Strings;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// A typed figure of an outcome, a time and an area.
#[derive(Clone, Debug)]
pub struct Claim {
    pub(super) outcome: Id,
    pub(super) year: i16,
    pub(super) area: Option<Id>,
    pub(super) value: Decimal,
    pub(super) said: String,
    pub(super) span: Span,
}

impl Claim {
    /// A claim of `number`, if it is an exact one.
    pub(super) fn of(
        outcome: &Id,
        year: i16,
        area: Option<&Id>,
        number: &Number,
        said: String,
        span: Span,
    ) -> Option<Self> {
        let (outcome, area) = (outcome.clone(), area.cloned());
        let exact = number.how == How::Exact && !number.in_words;
        exact.then_some(Self { outcome, year, area, value: number.value, said, span })
    }

    fn disagrees(&self, other: &Self) -> bool {
        let (fine, coarse) =
            if self.value.scale() >= other.value.scale() { (self, other) } else { (other, self) };
        !super::facts::rounds_to(fine.value, coarse.value)
    }
}

/// Warns of claims of one page or edition that contradict each other.
pub fn conflicts(claims: &[Claim], view: &View, strings: &Strings, findings: &mut Findings) {
    let mut first: BTreeMap<(&Id, i16, Option<&Id>), &Claim> = BTreeMap::new();
    for claim in claims {
        let key = (&claim.outcome, claim.year, claim.area.as_ref());
        let earlier = *first.entry(key).or_insert(claim);
        if let Some(found) =
            tell(claim, earlier, view, strings).filter(|_| claim.disagrees(earlier))
        {
            findings.push(found.at(claim.span.clone()));
        }
    }
}

fn tell(claim: &Claim, earlier: &Claim, view: &View, strings: &Strings) -> Option<Diagnostic> {
    let outcome = view.outcomes.get(&claim.outcome)?;
    let teller = Teller { strings, outcome };
    let when = When::Years(claim.year);
    Some(teller.conflict(&claim.said, &earlier.said, &earlier.span.file, when))
}
