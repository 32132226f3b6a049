//! True figures agree with each other. What is said here quotes them, so it
//! goes to the officer and never to an output.

use super::KEY;
use super::published::rounded;
use crate::at;
use crate::confidential::Confidential;
use crate::diagnostic::{Diagnostic, Findings, Span, codes};
use crate::model::figure::Figure;
use crate::model::outcome::{FigureOrMarker, Outcome, OutcomeFile, Value};
use crate::model::table::{Table, TableFile};
use crate::model::unit::{Unit, UnitWord};
use crate::site::Site;
use crate::yaml::Doc;
use rust_decimal::Decimal;

pub(super) fn check(site: &Site, findings: &mut Findings) {
    exceptions(site, findings);
    for doc in &site.outcomes {
        for (i, outcome) in doc.value.outcomes.iter().enumerate() {
            outcome_figures(doc, i, outcome, findings);
        }
    }
    for doc in &site.tables {
        for (i, table) in doc.value.tables.iter().enumerate() {
            whole_counts(doc, i, table, findings);
            stated_totals(doc, i, table, findings);
        }
    }
}

/// Warns that exceptions have no effect yet: what is small stays withheld.
fn exceptions(site: &Site, findings: &mut Findings) {
    let policy = site.config.value.disclosure.as_ref().map(|spec| &spec.0);
    for (i, exception) in policy.iter().flat_map(|policy| &policy.exceptions).enumerate() {
        let message =
            format!("`{}` stays withheld: exceptions are not honoured yet", exception.cell);
        let span = site.config.span(at!["disclosure", "exceptions", i, "cell"]);
        findings.push(
            Diagnostic::warning(codes::EXCEPTION, message)
                .at(span)
                .help("take the exception out, or publish the figure in words of your own"),
        );
    }
}

fn open(figure: Option<&Confidential<Figure>>) -> Option<Decimal> {
    figure.map(|figure| figure.open(&KEY).0)
}

fn outcome_figures(doc: &Doc<OutcomeFile>, i: usize, outcome: &Outcome, findings: &mut Findings) {
    for (j, value) in outcome.values.iter().enumerate() {
        let span = |key: &str| doc.span(at!["outcomes", i, "values", j, key]);
        if let Some(message) =
            open(value.value.as_ref()).and_then(|figure| out_of_range(&outcome.unit, figure))
        {
            findings.push(wrong_unit(message, span("value")));
        }
        if let Some(message) = disagreement(outcome, value) {
            findings.push(Diagnostic::error(codes::DISAGREES, message).at(span("value")).help(
                "correct the one that is wrong, or leave `value` out and let it be worked out",
            ));
        }
        for (key, count) in [("numerator", &value.numerator), ("denominator", &value.denominator)] {
            if open(count.as_ref()).is_some_and(|count| count.is_sign_negative()) {
                findings.push(wrong_unit(format!("the {key} is below zero"), span(key)));
            }
        }
    }
    for (name, series) in &outcome.comparators {
        for (period, value) in series {
            if let Some(message) =
                open(value.value.as_ref()).and_then(|figure| out_of_range(&outcome.unit, figure))
            {
                let span =
                    doc.span(at!["outcomes", i, "comparators", name.as_str(), &period.to_string()]);
                findings.push(wrong_unit(message, span));
            }
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

/// A percentage that does not follow from its numerator and denominator, to
/// the decimals it is written with.
fn disagreement(outcome: &Outcome, value: &Value) -> Option<String> {
    let (numerator, denominator) =
        open(value.numerator.as_ref()).zip(open(value.denominator.as_ref()))?;
    if outcome.unit.is_percent() && numerator > denominator {
        return Some(format!("{numerator} out of {denominator} is more than all of them"));
    }
    let figure = open(value.value.as_ref())
        .filter(|_| outcome.unit.is_percent() && value.qualifier.is_none())?;
    let share = (numerator * Decimal::ONE_HUNDRED).checked_div(denominator)?;
    let share_rounded = rounded(share, Some(figure.scale()));
    let given = rounded(figure, Some(figure.scale()));
    (share_rounded != given).then(|| {
        format!(
            "the value says {figure}%, but {numerator} out of {denominator} is {}%",
            rounded(share, Some(figure.scale().max(1)))
        )
    })
}

fn whole_counts(doc: &Doc<TableFile>, i: usize, table: &Table, findings: &mut Findings) {
    for (j, row) in table.counts.iter().enumerate() {
        for (k, cell) in row.iter().enumerate() {
            let FigureOrMarker::Figure(figure) = cell else { continue };
            let count = figure.open(&KEY).0;
            if let Some(message) = out_of_range(&Unit::Known(UnitWord::Count), count) {
                findings.push(wrong_unit(message, doc.span(at!["tables", i, "counts", j, k])));
            }
        }
    }
}

/// Whether every cell is there and a whole count: if not, that is the mistake,
/// and not the total.
fn adds_up(table: &Table) -> bool {
    let whole = |cell: &FigureOrMarker| match cell {
        FigureOrMarker::Figure(figure) => figure.open(&KEY).0.fract().is_zero(),
        FigureOrMarker::Marker(_) => true,
    };
    let fits =
        |row: &Vec<FigureOrMarker>| row.len() == table.columns.len() && row.iter().all(whole);
    table.counts.len() == table.rows.len() && table.counts.iter().all(fits)
}

fn stated_totals(doc: &Doc<TableFile>, i: usize, table: &Table, findings: &mut Findings) {
    let Some(stated) = table.stated_totals.as_ref().filter(|_| adds_up(table)) else { return };
    let rows: Vec<Option<Decimal>> = table.counts.iter().map(|row| sum(row.iter())).collect();
    let columns: Vec<Option<Decimal>> = (0..table.columns.len())
        .map(|at| sum(table.counts.iter().filter_map(|row| row.get(at))))
        .collect();
    let all = rows.iter().copied().sum::<Option<Decimal>>();
    let mut compare =
        |key: &str, at: usize, stated: &Confidential<Figure>, sum: Option<Decimal>| {
            let stated = stated.open(&KEY).0;
            if let Some(sum) = sum.filter(|sum| *sum != stated) {
                let message =
                    format!("the total is stated as {stated}, but the parts add up to {sum}");
                let span = doc.span(at!["tables", i, "stated_totals", key, at]);
                findings.push(
                    Diagnostic::error(codes::TABLE_SHAPE, message)
                        .at(span)
                        .help("correct the total, or the part that is wrong"),
                );
            }
        };
    let mut series = |key: &str, stated: &[Confidential<Figure>], sums: &[Option<Decimal>]| {
        // One that is too long or too short is reported with the table's shape.
        if stated.len() == sums.len() {
            let pairs = stated.iter().zip(sums).enumerate();
            pairs.for_each(|(at, (stated, sum))| compare(key, at, stated, *sum));
        }
    };
    series("row", &stated.row, &columns);
    series("column", &stated.column, &rows);
    stated.all.iter().for_each(|stated| compare("all", 0, stated, all));
}

/// The sum of cells, if every one is a figure.
fn sum<'a>(cells: impl Iterator<Item = &'a FigureOrMarker>) -> Option<Decimal> {
    cells
        .map(|cell| match cell {
            FigureOrMarker::Figure(figure) => Some(figure.open(&KEY).0),
            FigureOrMarker::Marker(_) => None,
        })
        .sum()
}
