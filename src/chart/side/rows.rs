//! Rows under one another, each with its name beside or above it.

use super::Side;
use crate::chart::canvas::Canvas;
use crate::chart::notes::{EDGE, block};
use crate::chart::root::Variant;
use crate::chart::svg::{Anchor, Spot};
use crate::chart::text::{LINE, fits, height, px, wrap};

/// A row; lengths in tenths of a pixel from the top of the plot.
#[derive(Clone, Debug, Default)]
pub(in crate::chart) struct Row {
    /// Whether it is one of several under a heading.
    pub(in crate::chart) grouped: bool,
    /// The group's name, over its first row.
    pub(in crate::chart) heading: Vec<String>,
    /// The row's name, over its marks.
    pub(in crate::chart) above: Vec<String>,
    /// The row's name, to the left of its marks.
    pub(in crate::chart) beside: Vec<String>,
    /// The least height of the part with the marks.
    pub(in crate::chart) marks: i32,
    /// The height of the words under the marks.
    pub(in crate::chart) under: i32,
    pub(in crate::chart) top: i32,
}

/// Around a name, and between it and its row.
const MARGIN: i32 = px(8);

impl Row {
    /// Where the name over the marks is.
    fn above_top(&self) -> i32 {
        self.top + height(self.heading.len())
    }

    /// The part that the marks are in.
    pub(in crate::chart) fn marks(&self) -> (i32, i32) {
        let top = self.above_top() + height(self.above.len());
        (top, top + self.marks.max(height(self.beside.len()) + LINE / 3))
    }

    /// The part beside which the axis stands: the marks and what is under them.
    pub(in crate::chart) fn body(&self) -> (i32, i32) {
        let (top, bottom) = self.marks();
        (top, bottom + self.under)
    }

    /// The middle of the marks.
    pub(in crate::chart) fn middle(&self) -> i32 {
        i32::midpoint(self.marks().0, self.marks().1)
    }
}

/// Puts `row` under `above`, this far apart, if it is not the first.
pub(in crate::chart) fn stack(above: Option<&Row>, apart: i32, row: &mut Row) {
    row.top = above.map_or(0, |above| above.body().1 + apart);
}

/// Where the names of all rows stand. They stand beside the marks if all can;
/// else all stand above, since a column of names that is mostly wrapped leaves
/// little for the marks.
#[derive(Clone, Copy, Debug)]
pub(in crate::chart) struct Naming {
    beside: bool,
    room: i32,
    across: i32,
}

impl Naming {
    /// `below` is the room that figures need between the names and the marks.
    pub(in crate::chart) fn of<'a>(
        mut names: impl Iterator<Item = &'a String>,
        below: i32,
        variant: Variant,
    ) -> Self {
        let room = variant.most_side() - below - 2 * MARGIN;
        let room = room.min(variant.pick(px(220), px(112))).max(0);
        let beside = names.all(|name| fits(name, room, variant.pick(3, 2)));
        Self { beside, room, across: variant.width() - 2 * MARGIN }
    }

    /// A row named `name`.
    pub(in crate::chart) fn row(self, name: &str) -> Row {
        if self.beside {
            Row { beside: wrap(name, self.room), ..Row::default() }
        } else {
            Row { above: self.heading(name), ..Row::default() }
        }
    }

    /// `name` over the whole width.
    pub(in crate::chart) fn heading(self, name: &str) -> Vec<String> {
        wrap(name, self.across)
    }
}

/// The axis, from row to row except where words stand between two: those are
/// not to be crossed.
pub(in crate::chart) fn draw_axis<'a>(
    canvas: &Canvas,
    side: &Side,
    rows: impl Iterator<Item = &'a Row>,
) {
    let x = side.at(side.scale.foot());
    let mut pieces: Vec<Vec<Spot>> = Vec::new();
    for row in rows {
        let (top, bottom) = row.body();
        let (top, bottom) = ((x, side.frame.top + top), (x, side.frame.top + bottom));
        let goes_on = row.heading.is_empty() && row.above.is_empty();
        match pieces.last_mut().and_then(|piece| piece.last_mut()) {
            Some(end) if goes_on => *end = bottom,
            _ => pieces.push(vec![top, bottom]),
        }
    }
    canvas.group("axes", || canvas.svg(|svg| svg.path("axis", &pieces)));
}

/// The heading over a group of rows, and the name of each.
pub(in crate::chart) fn draw_names<'a>(
    canvas: &Canvas,
    side: &Side,
    rows: impl Iterator<Item = &'a Row> + Clone,
) {
    let top = side.frame.top;
    let class = |row: &Row| if row.grouped { "mut" } else { "" };
    canvas.svg(|svg| {
        for row in rows.clone() {
            block(svg, "", Anchor::Start, (EDGE, top + row.top), &row.heading);
        }
        for row in rows.clone() {
            let at = (EDGE, top + row.above_top());
            block(svg, class(row), Anchor::Start, at, &row.above);
        }
        for row in rows {
            let beside = top + row.middle() - height(row.beside.len()) / 2;
            block(svg, class(row), Anchor::End, (side.names_edge, beside), &row.beside);
        }
    });
}
