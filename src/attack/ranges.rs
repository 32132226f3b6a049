//! What a reader can work out: ranges of unknown counts, narrowed by one
//! relation after the other until nothing changes.
//!
//! This knows nothing of sites or tables. Counts are whole numbers from 0.

use std::collections::VecDeque;

/// More than any count of people.
pub(super) const MOST: i64 = 1_000_000_000_000;
/// How often one count may be narrowed: a guard against creeping.
const PATIENCE: usize = 400;

/// A count, or what a reader knows of it.
#[derive(Debug, Clone)]
pub(super) struct Count {
    /// What it is called, for the author.
    pub(super) name: String,
    /// The least it can be.
    pub(super) low: i64,
    /// The most it can be.
    pub(super) high: i64,
    /// The relations that last raised the least and lowered the most.
    by: [Option<usize>; 2],
    /// How often it was narrowed.
    times: usize,
}

/// `low <= sum(coefficient * count) <= high`.
#[derive(Debug, Clone)]
pub(super) struct Relation {
    /// The counts, by place, each with what it is multiplied by.
    pub(super) terms: Vec<(usize, i64)>,
    /// The least of the sum.
    pub(super) low: Option<i64>,
    /// The most of the sum.
    pub(super) high: Option<i64>,
    /// Whether it is an addition: parts, and their total.
    pub(super) is_sum: bool,
    /// Where it was seen, for the author.
    pub(super) place: String,
}

/// Counts and relations between them.
#[derive(Debug, Default)]
pub(super) struct System {
    /// The counts.
    pub(super) counts: Vec<Count>,
    /// The relations.
    pub(super) relations: Vec<Relation>,
}

impl System {
    /// Adds a count that lies from `low` to `high`.
    pub(super) fn count(&mut self, name: impl Into<String>, low: i64, high: i64) -> usize {
        self.counts.push(Count { name: name.into(), low, high, by: [None, None], times: 0 });
        self.counts.len() - 1
    }

    /// Adds the relation that `parts` add up to `total`.
    pub(super) fn sum(&mut self, total: usize, parts: &[usize], place: impl Into<String>) {
        let mut terms: Vec<(usize, i64)> = parts.iter().map(|part| (*part, 1)).collect();
        terms.push((total, -1));
        self.relations.push(Relation {
            terms,
            low: Some(0),
            high: Some(0),
            is_sum: true,
            place: place.into(),
        });
    }

    /// Narrows every range until nothing changes; gives back the relations
    /// that cannot hold, with what was then known of their counts.
    pub(super) fn narrow(&mut self) -> Vec<usize> {
        let of = self.relations_of();
        let mut waiting: VecDeque<usize> = (0..self.relations.len()).collect();
        let mut is_waiting = vec![true; self.relations.len()];
        let mut impossible = Vec::new();
        while let Some(at) = waiting.pop_front() {
            is_waiting[at] = false;
            let Some(changed) = self.apply(at) else {
                impossible.push(at);
                continue;
            };
            for next in changed.into_iter().flat_map(|count| &of[count]) {
                if !std::mem::replace(&mut is_waiting[*next], true) {
                    waiting.push_back(*next);
                }
            }
        }
        impossible.sort_unstable();
        impossible.dedup();
        impossible
    }

    fn relations_of(&self) -> Vec<Vec<usize>> {
        let mut of = vec![Vec::new(); self.counts.len()];
        for (at, relation) in self.relations.iter().enumerate() {
            relation.terms.iter().for_each(|(count, _)| of[*count].push(at));
        }
        of
    }

    /// The least and the most of `terms`.
    fn span(&self, terms: &[(usize, i64)]) -> (i64, i64) {
        terms.iter().fold((0i64, 0i64), |(low, high), (count, by)| {
            let Count { low: a, high: b, .. } = self.counts[*count];
            let (x, y) = (a.saturating_mul(*by), b.saturating_mul(*by));
            (low.saturating_add(x.min(y)), high.saturating_add(x.max(y)))
        })
    }

    /// Narrows the counts of one relation; `None` if it cannot hold.
    fn apply(&mut self, at: usize) -> Option<Vec<usize>> {
        let relation = self.relations[at].clone();
        let (least, most) = self.span(&relation.terms);
        if relation.low.is_some_and(|low| most < low)
            || relation.high.is_some_and(|high| least > high)
        {
            return None;
        }
        let mut changed = Vec::new();
        for (count, by) in &relation.terms {
            let own = self.span(&[(*count, *by)]);
            let floor = relation.low.map(|low| low.saturating_sub(most.saturating_sub(own.1)));
            let ceiling =
                relation.high.map(|high| high.saturating_sub(least.saturating_sub(own.0)));
            if self.limit(*count, divided(floor, ceiling, *by), at) {
                changed.push(*count);
            }
        }
        Some(changed)
    }

    /// Narrows one count; tells whether it did.
    fn limit(&mut self, count: usize, (low, high): (Option<i64>, Option<i64>), by: usize) -> bool {
        let count = &mut self.counts[count];
        let low = low.filter(|low| *low > count.low && *low <= count.high);
        let high = high.filter(|high| *high < count.high && *high >= count.low);
        if (low.is_none() && high.is_none()) || count.times >= PATIENCE {
            return false;
        }
        let moved = [low.is_some(), high.is_some()];
        for (side, _) in moved.iter().enumerate().filter(|(_, moved)| **moved) {
            count.by[side] = Some(by);
        }
        count.low = low.unwrap_or(count.low);
        count.high = high.unwrap_or(count.high);
        count.times += 1;
        true
    }

    /// The relations by which `count` was narrowed, those it rests on first,
    /// at most `most` of them.
    pub(super) fn chain(&self, count: usize, most: usize) -> Vec<usize> {
        let mut chain = Vec::new();
        let mut waiting = VecDeque::from([(count, LOW), (count, HIGH)]);
        let mut asked: Vec<(usize, usize)> = waiting.iter().copied().collect();
        while let Some((count, side)) = waiting.pop_front() {
            let Some(at) = self.counts[count].by[side] else { continue };
            if !chain.contains(&at) {
                chain.push(at);
            }
            for next in self.rests_on(at, count, side) {
                if !asked.contains(&next) {
                    asked.push(next);
                    waiting.push_back(next);
                }
            }
        }
        chain.truncate(most);
        chain.reverse();
        chain
    }

    /// The limits of other counts that a limit of `count` follows from in the
    /// relation `at`.
    fn rests_on(&self, at: usize, count: usize, side: usize) -> Vec<(usize, usize)> {
        let terms = &self.relations[at].terms;
        let own = terms.iter().find(|(other, _)| *other == count).map_or(1, |(_, by)| *by);
        // A least follows from the most of what is added to it, and the other way round.
        let of = |by: i64| if (by > 0) == (own > 0) { 1 - side } else { side };
        terms
            .iter()
            .filter(|(other, _)| *other != count)
            .map(|(other, by)| (*other, of(*by)))
            .collect()
    }
}

/// The sides of a range.
const LOW: usize = 0;
const HIGH: usize = 1;

/// The range of a count of which `by` times lies from `floor` to `ceiling`.
fn divided(floor: Option<i64>, ceiling: Option<i64>, by: i64) -> (Option<i64>, Option<i64>) {
    let up = |limit: i64| limit.div_euclid(by) + i64::from(limit.rem_euclid(by) != 0);
    match by {
        1.. => (floor.map(up), ceiling.map(|limit| limit.div_euclid(by))),
        0 => (None, None),
        _ => {
            let (floor, ceiling) =
                (floor.map(i64::saturating_neg), ceiling.map(i64::saturating_neg));
            divided(ceiling, floor, by.saturating_neg())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranges(system: &System) -> Vec<(i64, i64)> {
        system.counts.iter().map(|count| (count.low, count.high)).collect()
    }

    #[test]
    fn one_unknown_part_is_known_and_two_lie_below_what_they_share() {
        let mut system = System::default();
        let [total, a, b, c] = [(20, 20), (15, 15), (0, MOST), (0, MOST)]
            .map(|(low, high)| system.count("", low, high));
        system.sum(total, &[a, b, c], "row");
        assert_eq!(system.narrow(), Vec::<usize>::new());
        assert_eq!(ranges(&system)[2..], [(0, 5), (0, 5)]);
        system.counts[c].low = 2;
        system.counts[c].high = 2;
        system.narrow();
        assert_eq!(ranges(&system)[b], (3, 3));
        assert_eq!(system.chain(b, 5), [0]);
    }

    #[test]
    fn a_percentage_and_its_base_give_a_range() {
        let mut system = System::default();
        let (n, d) = (system.count("n", 0, MOST), system.count("d", 40, 40));
        // 8% of 40, rounded: 7.5% to 8.5%.
        let share = |low, high, by| Relation {
            terms: vec![(n, 200), (d, by)],
            low,
            high,
            is_sum: false,
            place: String::new(),
        };
        system.relations.push(share(Some(0), None, -15));
        system.relations.push(share(None, Some(-1), -17));
        system.narrow();
        assert_eq!((system.counts[n].low, system.counts[n].high), (3, 3));
    }

    #[test]
    fn what_cannot_hold_is_told_and_narrows_nothing() {
        let mut system = System::default();
        let (total, part) = (system.count("", 3, 3), system.count("", 5, 9));
        system.sum(total, &[part], "");
        assert_eq!((system.narrow(), ranges(&system)[1]), (vec![0], (5, 9)));
    }
}
