//! How the panels share the width of a drawing.

use super::panel::GAP;
use crate::chart::notes::EDGE;
use crate::chart::root::Variant;
use crate::chart::text::{fits, px, widest, width};

/// Columns of one width; lengths in tenths of a pixel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Grid {
    pub(super) columns: usize,
    /// Where the first column starts.
    left: i32,
    /// The width of a column, with the room for the figures at its right.
    pub(super) column: i32,
    /// The room for those figures.
    pub(super) end: i32,
}

/// Between two columns.
const APART: i32 = px(18);
/// A plot narrower than this shows no course.
const LEAST: i32 = px(84);

/// What has to find room in each column.
pub(super) struct Contents<'a> {
    /// The width of the scale's numbers and what is around them.
    pub(super) numbers: i32,
    pub(super) titles: Vec<&'a String>,
    /// The figures at the ends of the lines.
    pub(super) ends: Vec<String>,
}

impl Grid {
    /// As many columns as hold the contents: up to three on a wide page and two
    /// on a narrow one.
    pub(super) fn of(contents: &Contents<'_>, variant: Variant) -> Self {
        let grid = |columns: &usize| Self::with(*columns, contents, variant);
        let least = variant.pick(2, 1);
        let most = match contents.titles.len() {
            0 | 1 => least,
            2 | 4 => 2,
            _ => variant.pick(3, 2),
        };
        (least..=most)
            .rev()
            .map(|n| grid(&n))
            .find(|grid| grid.holds(contents))
            .unwrap_or_else(|| grid(&least))
    }

    fn with(columns: usize, contents: &Contents<'_>, variant: Variant) -> Self {
        let count = i32::try_from(columns).unwrap_or(1).max(1);
        let left = EDGE + contents.numbers;
        let column = (variant.width() - left - EDGE - APART * (count - 1)) / count;
        let most = column * 2 / 5;
        let end = contents.ends.iter().map(|end| width(end)).max().unwrap_or(0).min(most);
        Self { columns, left, column, end: end + GAP }
    }

    /// Whether names and figures stand in their places without being broken.
    fn holds(&self, contents: &Contents<'_>) -> bool {
        self.column - self.end >= LEAST
            && contents.titles.iter().all(|title| fits(title, self.column, 2))
            && widest(&contents.ends) + GAP <= self.end
    }

    /// Where the column of panel `n` starts.
    pub(super) fn left(&self, n: usize) -> i32 {
        let column = i32::try_from(n % self.columns.max(1)).unwrap_or(0);
        self.left + column * (self.column + APART)
    }

    /// The width of a plot.
    pub(super) fn plot(&self) -> i32 {
        self.column - self.end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(count: usize, end: &str, variant: Variant) -> usize {
        let titles = vec!["Leeds and Wakefield".to_owned(); count];
        let ends = vec![end.to_owned(); count];
        let contents = Contents { numbers: px(40), titles: titles.iter().collect(), ends };
        Grid::of(&contents, variant).columns
    }

    #[test]
    fn panels_share_the_width_as_their_words_let_them() {
        for (count, end, wide, narrow) in [
            (1, "63%", 2, 1),
            (4, "63%", 2, 2),
            (6, "63%", 3, 2),
            (6, "about 63 points (2019)", 2, 1),
        ] {
            let found = (columns(count, end, Variant::Wide), columns(count, end, Variant::Narrow));
            assert_eq!(found, (wide, narrow), "{count} of {end}");
        }
    }
}
