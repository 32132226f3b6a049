//! Whether a figure is the highest or the lowest of its series, as far back as
//! that can be said with certainty.

use super::change::{Refusal, exact};
use super::comparable;
use super::outcomes::{Point, PublishedOutcome};
use crate::model::Period;
use rust_decimal::Decimal;

/// The fewest figures that a record is worth: of two, it is only a change.
const FEWEST: usize = 3;

/// What a figure is the highest or the lowest of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Which of the two.
    pub extreme: Extreme,
    /// Whether another figure is the same.
    pub is_joint: bool,
    /// How far back it goes.
    pub reach: Reach,
    /// Whether no figure of the series is later.
    pub is_latest: bool,
}

/// Highest or lowest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extreme {
    /// No figure is higher.
    Highest,
    /// No figure is lower.
    Lowest,
}

/// How far back a record goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// So many periods without a gap, this one counted.
    Periods(usize),
    /// Since this period, when the figure was as high, or higher.
    Since(Period),
    /// So many figures, with gaps between them.
    Figures {
        /// How many, this one counted.
        count: usize,
        /// Whether they are all the figures there are so far.
        is_all: bool,
    },
}

/// Why there is no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoRecord {
    /// The figure cannot be compared.
    Refused(Refusal),
    /// There are so few figures to compare it with.
    TooFew(usize),
    /// All figures are the same.
    Level,
    /// There are higher and lower figures not long before.
    Neither,
}

/// An earlier figure, and whether it is known that none is missing since.
struct Earlier<'a> {
    period: &'a Period,
    number: Decimal,
    is_sure: bool,
}

impl PublishedOutcome {
    /// What the figure of `period` is the highest or the lowest of. Only
    /// figures that can be compared with it count: none from before a break.
    ///
    /// # Errors
    /// The reason, when it is neither.
    pub fn record(&self, period: &Period) -> Result<Record, NoRecord> {
        let own = self.figure(period).map_err(NoRecord::Refused)?;
        if self.cumulative && period.is_part_of_year() {
            return Err(NoRecord::Refused(Refusal::ToDate));
        }
        let earlier = self.earlier(period);
        let is_level = earlier.iter().all(|figure| figure.number == own);
        match earlier.len() + 1 {
            count if count < FEWEST => Err(NoRecord::TooFew(count)),
            _ if is_level => Err(NoRecord::Level),
            _ => self.farthest(own, period, &earlier).ok_or(NoRecord::Neither),
        }
    }

    /// The record that says most: over all figures, else since a period, else
    /// over the periods that are known without a gap.
    fn farthest(&self, own: Decimal, period: &Period, earlier: &[Earlier<'_>]) -> Option<Record> {
        let run = earlier.split(|figure| !figure.is_sure).next().unwrap_or_default();
        let run_counts = has_word(period) && run.len() + 1 >= FEWEST;
        let over_all = || {
            let (extreme, is_joint) = of_all(own, earlier)?;
            Some((extreme, is_joint, self.reach(period, run, earlier)))
        };
        let over_run = || {
            let (extreme, is_joint) = of_all(own, run).filter(|_| run_counts)?;
            Some((extreme, is_joint, Reach::Periods(run.len() + 1)))
        };
        let (extreme, is_joint, reach) =
            over_all().or_else(|| since(own, run)).or_else(over_run)?;
        let is_latest = self.own.last().is_some_and(|last| last.period == *period);
        Some(Record { extreme, is_joint, reach, is_latest })
    }

    /// How far back all of the figures go: so many periods, if none is missing.
    fn reach(&self, period: &Period, run: &[Earlier<'_>], earlier: &[Earlier<'_>]) -> Reach {
        let count = earlier.len() + 1;
        if has_word(period) && run.len() == earlier.len() {
            return Reach::Periods(count);
        }
        Reach::Figures { count, is_all: count == self.figures_up_to(period) }
    }

    fn figures_up_to(&self, period: &Period) -> usize {
        let until = self.own.points.iter().position(|point| point.period == *period);
        let points = self.own.points.iter().take(until.map_or(0, |at| at + 1));
        points.filter(|point| point.cell.get().shown().is_some()).count()
    }

    /// The figures before `period` that can be compared with it, from the
    /// latest to the earliest.
    fn earlier(&self, period: &Period) -> Vec<Earlier<'_>> {
        let points = &self.own.points;
        let end = points.iter().position(|point| point.period == *period).unwrap_or_default();
        let (mut is_sure, mut found) = (true, Vec::new());
        for pair in points.get(..=end).unwrap_or_default().windows(2).rev() {
            let [before, after] = pair else { break };
            if self.check_periods(&before.period, period).is_err() {
                break;
            }
            is_sure &= self.is_run(before, after);
            match exact(before.cell.get()) {
                Ok(number) => found.push(Earlier { period: &before.period, number, is_sure }),
                Err(_) => is_sure = false,
            }
        }
        found
    }

    fn is_run(&self, before: &Point, after: &Point) -> bool {
        comparable::is_next(&self.own.points, &before.period, &after.period, self.period_type)
    }
}

/// Whether periods are counted in a word of their own: years, quarters, months.
fn has_word(period: &Period) -> bool {
    period.is_year() || matches!(period, Period::Quarter(..) | Period::Month(..))
}

/// Which extreme of all of them and `own` it is, if it is one, and whether it
/// shares that.
fn of_all(own: Decimal, earlier: &[Earlier<'_>]) -> Option<(Extreme, bool)> {
    let all = |test: fn(&Decimal, &Decimal) -> bool| {
        earlier.iter().all(|figure| test(&own, &figure.number))
    };
    let is_joint = earlier.iter().any(|figure| figure.number == own);
    match (all(Decimal::ge), all(Decimal::le)) {
        (true, false) => Some((Extreme::Highest, is_joint)),
        (false, true) => Some((Extreme::Lowest, is_joint)),
        _ => None,
    }
}

/// The period since which no figure was as high, or as low, if it is far enough
/// back to be worth telling.
fn since(own: Decimal, run: &[Earlier<'_>]) -> Option<(Extreme, bool, Reach)> {
    let last = |extreme, test: fn(&Decimal, &Decimal) -> bool| {
        let at = run.iter().position(|figure| test(&figure.number, &own))?;
        let period = run.get(at)?.period.clone();
        (at + 1 >= FEWEST).then_some((extreme, false, Reach::Since(period)))
    };
    last(Extreme::Highest, Decimal::ge).or_else(|| last(Extreme::Lowest, Decimal::le))
}
