//! Every figure of a publication in words, with its changes and ratings.

use pledgebook::disclosure::{Basis, Publication, PublishedOutcome, PublishedTable, rate};
use pledgebook::model::Id;
use pledgebook::strings::Strings;
use pledgebook::wording::{self, Wording};
use std::hint::black_box;

/// Says everything that can be said of the figures.
pub(crate) fn say_all(publication: &Publication, strings: &Strings) {
    for view in &publication.views {
        view.outcomes.values().for_each(|outcome| say_outcome(publication, outcome, strings));
        view.tables.values().for_each(|table| say_table(table, strings));
        let statuses = view.reviews.iter().flat_map(|filed| filed.value.statuses());
        black_box((statuses.count(), view.current_pledge()));
    }
}

fn say_outcome(publication: &Publication, outcome: &PublishedOutcome, strings: &Strings) {
    let wording = Wording::of(strings, outcome);
    for point in
        outcome.comparators.values().chain([&outcome.own]).flat_map(|series| &series.points)
    {
        wording.cell(point.cell.get());
        wording.in_sentence(point.cell.get());
        strings.period(&point.period, outcome.period_type);
        point.base.iter().for_each(|base| drop(wording.cell(base.numerator.get())));
        point.revisions.iter().for_each(|revision| drop(wording.cell(revision.from.get())));
    }
    outcome.targets.iter().for_each(|target| drop(wording.target(target, Id::to_string)));
    wording::unit_words(strings, outcome);
    say_changes(publication, outcome, strings);
}

fn say_changes(publication: &Publication, outcome: &PublishedOutcome, strings: &Strings) {
    for point in &outcome.own.points {
        for basis in [Basis::YearBefore, Basis::PeriodBefore, wording::usual_basis(outcome)] {
            match outcome.change(&point.period, basis) {
                Ok(change) => drop((
                    Wording::of(strings, outcome).change(&change),
                    wording::basis_words(strings, outcome, &change),
                )),
                Err(refusal) => drop(wording::refusal_words(strings, refusal)),
            }
        }
        let rules = publication.rules.as_ref();
        black_box(rules.and_then(|rules| rate(outcome, &point.period, rules)));
    }
}

fn say_table(table: &PublishedTable, strings: &Strings) {
    let cells = table.rows.iter().flat_map(|row| &row.cells).chain(table.totals.iter().flatten());
    cells.for_each(|cell| drop(Wording::new(strings, None).cell(cell.get())));
}
