//! Why a chart could not be drawn.

use std::fmt;

/// Why a chart could not be drawn, in words for the officer who asked for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChartError {
    /// Not one point has a value that may be shown.
    NothingToDraw,
    /// More lines, or more bars to a group, than a reader can tell apart.
    TooManySeries {
        /// How many there are.
        found: usize,
        /// The most that charts of this kind can show.
        most: usize,
    },
    /// A series has more or fewer points than the chart has categories.
    Uneven {
        /// The series.
        series: String,
        /// How many points it has.
        points: usize,
        /// How many the chart needs.
        categories: usize,
    },
    /// Two series have one colour and shape, or one has none.
    SameLook {
        /// The series that cannot be told from another.
        series: String,
    },
    /// A part of a stacked bar is less than zero, and has no length.
    BelowZero {
        /// The part.
        series: String,
        /// The bar.
        category: String,
    },
    /// A target on stacked bars: whether for the whole or a part is not clear.
    TargetOnParts,
    /// The drawing library gave up.
    Drawing(String),
}

impl fmt::Display for ChartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NothingToDraw => f.write_str(
                "this chart has no figure to draw: every one is missing or withheld; \
                 leave the chart out, or show the table alone",
            ),
            Self::TooManySeries { found, most } => write!(
                f,
                "this chart has {found} series, and {most} is the most that charts of this kind \
                 can show; make two charts, or leave some out",
            ),
            Self::Uneven { series, points, categories } => {
                write!(f, "`{series}` has {points} points where the chart needs {categories}")
            }
            Self::SameLook { series } => {
                write!(f, "`{series}` would look the same as another series of this chart")
            }
            Self::BelowZero { series, category } => write!(
                f,
                "`{series}` is less than zero for `{category}`, and a part of a stacked bar has a \
                 length; use `kind: bar`",
            ),
            Self::TargetOnParts => f.write_str(
                "stacked bars show no target, since it would be read as one for the whole bar; \
                 use `kind: bar`",
            ),
            Self::Drawing(reason) => write!(f, "the chart could not be drawn: {reason}"),
        }
    }
}

impl std::error::Error for ChartError {}
