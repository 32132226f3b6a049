//! Numbers to places, for plotters.
//!
//! plotters' own ranges choose their round numbers themselves; ours come from
//! [`super::scale`], so that they can be measured before anything is drawn.

use std::ops::Range;

use plotters::coord::ranged1d::{DefaultFormatting, KeyPointHint, Ranged};

/// A straight axis between two different numbers.
#[derive(Clone, Debug)]
pub(super) struct Axis {
    from: f64,
    to: f64,
    /// Where a grid line crosses it.
    grid: Vec<f64>,
}

impl Axis {
    /// The ends may come in either order: plotters counts upwards on the page,
    /// and rows of bars are counted downwards.
    pub(super) fn new(from: f64, to: f64, grid: &[f64]) -> Self {
        Self { from, to, grid: grid.to_vec() }
    }
}

impl Ranged for Axis {
    type FormatOption = DefaultFormatting;
    type ValueType = f64;

    fn map(&self, number: &f64, (start, end): (i32, i32)) -> i32 {
        let share = (number - self.from) / (self.to - self.from);
        start + (share * f64::from(end - start)).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        if hint.weight().allow_light_points() { Vec::new() } else { self.grid.clone() }
    }

    fn range(&self) -> Range<f64> {
        self.from..self.to
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_placed_in_proportion() {
        let axis = Axis::new(0.0, 80.0, &[]);
        assert_eq!(axis.map(&20.0, (100, 500)), 200);
        assert_eq!(axis.map(&20.0, (500, 100)), 400);
        assert_eq!(Axis::new(80.0, 0.0, &[]).map(&20.0, (500, 100)), 200);
    }
}
