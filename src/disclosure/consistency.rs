//! True figures agree with each other. What is said here quotes them, so it
//! goes to the officer and never to an output.

mod figures;
mod history;
mod ratings;
mod tables;

use crate::diagnostic::{Diagnostic, Findings, Span, codes};
use crate::disclosure::protection::Decisions;
use crate::model::policy::Policy;
use crate::model::rules::RuleSet;
use crate::model::unit::{Unit, UnitWord};
use crate::site::Site;
use rust_decimal::Decimal;

pub(super) fn check(
    site: &Site,
    judged_by: (&Policy, &Decisions),
    rules: Option<&RuleSet>,
    findings: &mut Findings,
) {
    for doc in &site.outcomes {
        for (i, outcome) in doc.value.outcomes.iter().enumerate() {
            figures::check(doc, i, outcome, findings);
            history::check(doc, i, outcome, findings);
            ratings::Rated::new(doc, i, outcome, judged_by, rules).check(site, findings);
        }
    }
    for doc in &site.tables {
        for (i, table) in doc.value.tables.iter().enumerate() {
            tables::check(doc, i, table, findings);
        }
    }
}

fn wrong_unit(message: String, span: Span) -> Diagnostic {
    Diagnostic::error(codes::UNIT, message)
        .at(span)
        .help("check the figure and the outcome's `unit`")
}

/// Why a figure cannot be one of its unit.
fn out_of_range(unit: &Unit, figure: Decimal) -> Option<String> {
    let negative = figure.is_sign_negative() && !figure.is_zero();
    match unit {
        Unit::Known(UnitWord::Percent) if negative || figure > Decimal::ONE_HUNDRED => {
            Some(format!("{figure} is not a percentage of anything: it is outside 0 to 100"))
        }
        Unit::Known(UnitWord::Count) if negative || !figure.fract().is_zero() => {
            Some(format!("{figure} is not a count: counts are whole numbers from 0"))
        }
        Unit::Known(UnitWord::RatePer10000 | UnitWord::Days) if negative => {
            Some(format!("{figure} is below zero"))
        }
        _ => None,
    }
}
