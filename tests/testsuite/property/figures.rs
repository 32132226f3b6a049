//! Every figure of a publication in words, with its changes and ratings.

use pledgebook::disclosure::{
    Among, Basis, NoStanding, Point, Publication, PublishedOutcome, PublishedTable, rate,
};
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
        for basis in [Basis::YearBefore, Basis::PeriodBefore, outcome.usual_basis()] {
            match outcome.change(&point.period, basis) {
                Ok(change) => drop((
                    Wording::of(strings, outcome).change(&change),
                    wording::basis_words(strings, outcome, &change),
                )),
                Err(refusal) => drop(wording::refusal_words(strings, refusal)),
            }
        }
        say_standing(outcome, point, strings);
        let rules = publication.rules.as_ref();
        black_box(rules.and_then(|rules| rate(outcome, &point.period, rules)));
    }
}

/// Says records, longer changes, gaps and ranks.
fn say_standing(outcome: &PublishedOutcome, point: &Point, strings: &Strings) {
    let (wording, at) = (Wording::of(strings, outcome), &point.period);
    match outcome.record(at) {
        Ok(record) => drop(wording.record(&record, outcome, at)),
        Err(why) => drop(wording::no_record_words(strings, why)),
    }
    if let Ok(change) = outcome.change_in_all(at) {
        drop((wording.change_on(outcome, &change), wording.change_to(&change, point.cell.get())));
    }
    let refused = |why: NoStanding| drop(wording::no_standing_words(strings, why));
    let gaps = outcome.comparators.keys().map(|name| outcome.gap_to(at, name));
    for gap in gaps.chain([outcome.gap_to_target(at)]) {
        gap.map_or_else(refused, |gap| drop(wording.gap(&gap, "the other")));
    }
    for among in [Among::Neighbours, Among::Comparators, outcome.usual_among()] {
        outcome.rank(at, among).map_or_else(refused, |rank| {
            assert!((1..=rank.of).contains(&rank.place), "{rank:?}");
            drop(wording.rank(&rank));
        });
    }
    point.base.iter().for_each(|base| drop(wording.base(base)));
    point.mean_of.iter().for_each(|mean| drop(wording::mean_words(strings, *mean)));
}

fn say_table(table: &PublishedTable, strings: &Strings) {
    let cells = table.rows.iter().flat_map(|row| &row.cells).chain(table.totals.iter().flatten());
    cells.for_each(|cell| drop(Wording::new(strings, None).cell(cell.get())));
}
