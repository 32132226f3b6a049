//! Worked examples that can be checked by hand.

use super::*;

/// Protect 3, and counts from 1 to 5 are unsafe.
const RULES: Params = Params { protect: 3, unsafe_from: 1, unsafe_to: 5, secondary: true };
const WITHOUT: Params = Params { secondary: false, ..RULES };

/// A count that is shown and may be withheld.
fn shown(truth: i64) -> Count {
    let cost = Some(if truth == 0 { 1_000 } else { 100 + truth.clamp(0, 400) as u32 });
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

#[test]
fn a_count_and_its_total_in_doubt_need_nothing_more() {
    // 3 + 9 of an unknown total: nothing is subtracted.
    let counts = vec![withheld(3), shown(9), withheld(12)];
    assert_eq!(withheld_with(counts, vec![sum(&[0, 1], 2)]), [0; 0]);
}

#[test]
fn a_small_sum_is_safe_where_the_total_is_in_doubt() {
    // 1 + 2 = 3, all withheld, and the total of all rows shown with another row.
    let counts = vec![withheld(1), withheld(2), withheld(3), shown(9), withheld(4), fixed(16)];
    let relations = vec![sum(&[0, 1], 2), sum(&[2, 3, 4], 5)];
    // 3 + 4 = 7 is more than the threshold, and the 3 can be 0 to 7.
    assert_eq!(withheld_with(counts, relations), [0; 0]);
}

#[test]
fn four_corners_of_a_table_protect_one_another() {
    // 3 10 | 13
    // 9 20 | 29   The totals are printed: the four cells move together.
    let counts = vec![withheld(3), shown(10), shown(9), shown(20)];
    let totals = [13, 29, 12, 30].map(fixed);
    let relations = vec![sum(&[0, 1], 4), sum(&[2, 3], 5), sum(&[0, 2], 6), sum(&[1, 3], 7)];
    let all = counts.into_iter().chain(totals).collect();
    assert_eq!(withheld_with(all, relations), [1, 2, 3]);
}

#[test]
fn a_zero_is_withheld_only_where_nothing_else_is_left() {
    let relations = || vec![sum(&[0, 1, 2], 3)];
    let counts = vec![withheld(4), shown(0), shown(30), fixed(34)];
    assert_eq!(withheld_with(counts, relations()), [2]);
    let counts = vec![withheld(8), shown(0), fixed(30), fixed(38)];
    assert_eq!(withheld_with(counts, relations()), [1]);
}

#[test]
fn rounding_alone_may_leave_doubt_enough() {
    // 4 + 20 = 24, shown as 20 and 25: the 4 is 0 to 9.
    let rounded = |truth, low, high| Count {
        fate: Fate::Shown { low, high, cost: Some(120) },
        ..shown(truth)
    };
    let counts = vec![withheld(4), rounded(20, 18, 22), rounded(24, 23, 27)];
    assert_eq!(withheld_with(counts, vec![sum(&[0, 1], 2)]), [0; 0]);
}

#[test]
fn a_percentage_and_its_base_give_the_count() {
    // 7 of 20 is 35 %: with both printed before, 34.5 % to 35.5 % of 20 is 7 alone.
    let share = |end: i64, low, high| Relation {
        terms: vec![(CountId(0), 200), (CountId(1), -(70 + end))],
        low,
        high,
        is_sum: false,
    };
    let relations = vec![share(-1, Some(0), None), share(1, None, Some(-1))];
    let system = System { counts: vec![withheld(7), fixed(20)], relations: relations.clone() };
    assert_eq!(protect(&system, &RULES).unprotected, [CountId(0)]);
    assert_eq!(withheld_with(vec![withheld(7), shown(20)], relations), [1]);
}

#[test]
fn each_proof_names_all_that_is_in_doubt_around_it() {
    let system = System {
        counts: vec![withheld(3), shown(9), shown(12), withheld(2)],
        relations: vec![sum(&[0, 1], 2)],
    };
    let protected = protect(&system, &RULES);
    let named = |at: usize| protected.proofs[at].low.keys().map(|id| id.0).collect::<Vec<_>>();
    assert_eq!((named(0), named(1), named(2)), (vec![0, 1], vec![0, 1], vec![3]));
}

#[test]
fn huge_counts_and_coefficients_are_no_trouble() {
    let huge = Count { truth: i64::MAX, floor: i64::MIN, ..withheld(0) };
    let steep = Relation {
        terms: vec![(CountId(0), i64::MAX), (CountId(1), i64::MIN), (CountId(9), 1)],
        low: Some(i64::MIN),
        high: Some(i64::MAX),
        is_sum: true,
    };
    let system = System {
        counts: vec![huge, Count { truth: i64::MIN, ..huge }, shown(i64::MAX)],
        relations: vec![steep, sum(&[0, 1], 2)],
    };
    let protected = protect(&system, &RULES);
    assert_eq!(protected.proofs.len() + protected.unprotected.len(), 2);
}

#[test]
fn a_true_count_that_contradicts_what_is_shown_stops_nothing() {
    // 3 + 9 is printed as 13: the sum is taken to be off by one.
    let counts = vec![withheld(3), shown(9), fixed(13)];
    assert_eq!(withheld_with(counts, vec![sum(&[0, 1], 2)]), [1]);
}

#[test]
fn a_rule_that_asks_too_much_is_answered() {
    let system =
        System { counts: vec![withheld(3), shown(9), fixed(12)], relations: vec![sum(&[0, 1], 2)] };
    let protected = protect(&system, &Params { protect: i64::MAX, ..RULES });
    assert_eq!(protected.unprotected, [CountId(0)]);
    let nothing = protect(&system, &Params { protect: 0, ..RULES });
    assert!(nothing.withheld.is_empty() && nothing.unprotected.is_empty());
}

#[test]
fn a_count_that_only_moves_by_two_at_a_time_is_protected() {
    // 4 + 5 + 5, 5 + 5, 5 + 5 in a ring: if the 4 is 6, two fives are 4 and the third 6.
    let counts = vec![withheld(4), withheld(5), withheld(5), withheld(5)];
    let totals = [14, 10, 10].map(fixed);
    let relations = vec![sum(&[0, 1, 3], 4), sum(&[1, 2], 5), sum(&[2, 3], 6)];
    let all = counts.into_iter().chain(totals).collect();
    assert_eq!(withheld_with(all, relations), [0; 0]);
}
