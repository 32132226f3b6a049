//! The place of a figure among others' published figures.

use super::change::exact;
use super::gap::NoStanding;
use super::outcomes::{Point, PublishedOutcome, Series};
use crate::model::{Period, Polarity};
use rust_decimal::Decimal;

/// Among whom a figure is ranked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Among {
    /// The statistical neighbours, one by one.
    Neighbours,
    /// The comparators.
    Comparators,
}

/// A place among those that have a figure for the period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// The place, from 1; ties take the least.
    pub place: usize,
    /// Whether others share it.
    pub is_joint: bool,
    /// How many are ranked, this one counted.
    pub of: usize,
    /// Whether the first is the best; else, where neither way is better, the
    /// first is the highest.
    pub is_by_merit: bool,
}

impl PublishedOutcome {
    /// Whom it is ranked among if nobody says otherwise.
    pub fn usual_among(&self) -> Among {
        if self.neighbours.is_empty() { Among::Comparators } else { Among::Neighbours }
    }

    /// The place of the figure of `period`.
    ///
    /// # Errors
    /// The reason, when it has no place: the figure is not there or is only
    /// rough, or nobody else has one.
    pub fn rank(&self, period: &Period, among: Among) -> Result<Rank, NoStanding> {
        let own = self.figure(period)?;
        let others = self.others(period, among);
        if others.is_empty() {
            return Err(NoStanding::Alone);
        }
        Ok(place(own, &others, self.polarity))
    }

    fn others(&self, period: &Period, among: Among) -> Vec<Decimal> {
        let number = |point: &Point| exact(point.cell.get()).ok();
        let figure = |series: &Series| series.at(period).and_then(number);
        match among {
            Among::Neighbours => {
                self.neighbours.iter().filter_map(|neighbour| figure(&neighbour.series)).collect()
            }
            Among::Comparators => self.comparators.values().filter_map(figure).collect(),
        }
    }
}

fn place(own: Decimal, others: &[Decimal], polarity: Polarity) -> Rank {
    let is_before = |other: &&Decimal| match polarity {
        Polarity::LowerIsBetter => **other < own,
        _ => **other > own,
    };
    Rank {
        place: 1 + others.iter().filter(is_before).count(),
        is_joint: others.contains(&own),
        of: 1 + others.len(),
        is_by_merit: polarity != Polarity::Context,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn numbers(words: &[i64]) -> Vec<Decimal> {
        words.iter().copied().map(Decimal::from).collect()
    }

    #[test]
    fn the_best_comes_first_and_ties_take_the_least_place() {
        let others = numbers(&[70, 63, 58, 63]);
        let own = Decimal::from(63);
        // 70 is above; two others have 63 too.
        let rank = place(own, &others, Polarity::HigherIsBetter);
        assert_eq!((rank.place, rank.is_joint, rank.of, rank.is_by_merit), (2, true, 5, true));
        // 58 is below.
        let rank = place(own, &others, Polarity::LowerIsBetter);
        assert_eq!((rank.place, rank.is_joint, rank.of), (2, true, 5));
        let rank = place(Decimal::from(75), &others, Polarity::Context);
        assert_eq!((rank.place, rank.is_joint, rank.is_by_merit), (1, false, false));
    }

    proptest! {
        #[test]
        fn a_place_is_between_the_first_and_the_last(
            own in 0_i64..20,
            others in prop::collection::vec(0_i64..20, 1..15),
        ) {
            let (own, others) = (Decimal::from(own), numbers(&others));
            let high = place(own, &others, Polarity::HigherIsBetter);
            let low = place(own, &others, Polarity::LowerIsBetter);
            prop_assert!((1..=high.of).contains(&high.place));
            // Counted from both ends, everybody is counted once, and those who
            // share the place twice.
            let shared = others.iter().filter(|other| **other == own).count();
            prop_assert_eq!(high.place + low.place + shared, high.of + 1);
        }
    }
}
