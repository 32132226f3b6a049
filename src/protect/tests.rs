//! Worked examples that can be checked by hand.

use super::*;

/// Protect 3, and counts from 1 to 5 are unsafe.
const RULES: Params = Params { protect: 3, unsafe_from: 1, unsafe_to: 5, secondary: true };
const WITHOUT: Params = Params { secondary: false, ..RULES };

/// A count that is shown and may be withheld.
fn shown(truth: i64) -> Count {
    let cost = Some(if truth == 0 { 1_000 } else { 100 + truth as u32 });
    Count { truth, fate: Fate::Shown { low: truth, high: truth, cost }, floor: 0, ceiling: None }
}

/// A count that was published before.
fn fixed(truth: i64) -> Count {
    Count { fate: Fate::Shown { low: truth, high: truth, cost: None }, ..shown(truth) }
}

fn withheld(truth: i64) -> Count {
    Count { fate: Fate::Withheld, ..shown(truth) }
}

fn guarded(truth: i64) -> Count {
    Count { fate: Fate::Guarded, ..shown(truth) }
}

/// An addition: parts, then their total.
fn sum(parts: &[usize], total: usize) -> Relation {
    let mut terms: Vec<_> = parts.iter().map(|part| (CountId(*part), 1)).collect();
    terms.push((CountId(total), -1));
    Relation { terms, low: Some(0), high: Some(0), is_sum: true }
}

fn withheld_with(counts: Vec<Count>, relations: Vec<Relation>) -> Vec<usize> {
    let protected = protect(&System { counts, relations }, &RULES);
    assert_eq!(protected.unprotected, []);
    protected.withheld.iter().map(|count| count.0).collect()
}

#[test]
fn a_count_alone_needs_nothing() {
    let system = System { counts: vec![withheld(3)], relations: vec![] };
    let protected = protect(&system, &RULES);
    assert!(protected.withheld.is_empty());
    let proof = &protected.proofs[0];
    assert!(proof.high[&CountId(0)] - proof.low[&CountId(0)] >= 3);
}

#[test]
fn one_count_of_a_row_is_found_by_subtraction() {
    // 3 + 9 = 12: a reader who sees 9 and 12 has 3.
    let system =
        System { counts: vec![withheld(3), shown(9), fixed(12)], relations: vec![sum(&[0, 1], 2)] };
    assert_eq!(protect(&system, &WITHOUT).unprotected, [CountId(0)]);
    assert_eq!(withheld_with(system.counts, system.relations), [1]);
}

#[test]
fn a_sum_that_is_small_itself_needs_another_count() {
    // 3 and 2 are withheld of 3 + 2 + 9 = 14: a reader has 5 for both together.
    let counts = vec![withheld(3), withheld(2), shown(9), fixed(14)];
    assert_eq!(withheld_with(counts, vec![sum(&[0, 1, 2], 3)]), [2]);
}

#[test]
fn what_a_quarter_added_is_guarded() {
    // Quarter 1: 7, year to date: 8. What quarter 2 added is 1.
    let counts = vec![shown(7), guarded(1), shown(8)];
    assert_eq!(withheld_with(counts, vec![sum(&[0, 1], 2)]), [0]);
}

#[test]
fn what_was_published_before_cannot_be_taken_back() {
    let system =
        System { counts: vec![withheld(3), fixed(9), fixed(12)], relations: vec![sum(&[0, 1], 2)] };
    let protected = protect(&system, &RULES);
    assert_eq!(protected.unprotected, [CountId(0)]);
    assert!(protected.withheld.is_empty() && protected.proofs.is_empty());
}
