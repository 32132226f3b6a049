//! Figures under a row of marks, each with a sample of its mark before it.
//!
//! Each stands as near to under its mark as the others let it. Where one line
//! does not hold them all, they take several: a figure is never left out.

use std::ops::Range;

use super::spread::{Wish, spread};
use super::svg::{Anchor, Svg};
use super::swatch::Swatch;
use super::text::{DROP, LINE, height, px, width};

/// A figure, or the marker of what is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tag {
    pub(super) swatch: Swatch,
    pub(super) text: String,
    /// Plain ink if empty.
    pub(super) class: &'static str,
    /// Where its middle wants to be, from the drawing's left edge.
    pub(super) wish: i32,
}

/// The tags of a row, in their places.
#[derive(Clone, Debug, Default)]
pub(super) struct Tags {
    placed: Vec<Placed>,
    lines: usize,
}

#[derive(Clone, Debug)]
struct Placed {
    tag: Tag,
    left: i32,
    line: usize,
}

/// Between a sample and its words.
const GAP: i32 = px(4);
/// Between two tags.
pub(super) const APART: i32 = px(13);

impl Tag {
    /// How wide it is.
    pub(super) fn width(&self) -> i32 {
        self.swatch.width() + GAP + width(&self.text)
    }
}

impl Tags {
    /// Places `tags` within `room`, in the order of their wishes.
    pub(super) fn under(mut tags: Vec<Tag>, room: &Range<i32>) -> Self {
        tags.sort_by_key(|tag| tag.wish);
        let mut placed = Vec::new();
        let lines = lines(tags, room.end - room.start);
        let count = lines.len();
        for (line, tags) in lines.into_iter().enumerate() {
            placed.extend(on_line(tags, line, room));
        }
        Self { placed, lines: count }
    }

    /// Where the last line ends.
    pub(super) fn end(&self) -> Option<i32> {
        let last = self.placed.iter().filter(|placed| placed.line + 1 == self.lines);
        last.map(|placed| placed.left + placed.tag.width()).max()
    }

    pub(super) fn height(&self) -> i32 {
        height(self.lines)
    }
}

/// How much room `tags` need side by side.
pub(super) fn breadth(tags: &[Tag]) -> i32 {
    tags.iter().map(|tag| tag.width() + APART).sum::<i32>() - APART
}

/// Fills line after line.
fn lines(tags: Vec<Tag>, room: i32) -> Vec<Vec<Tag>> {
    let mut lines: Vec<Vec<Tag>> = Vec::new();
    let mut left = 0;
    for tag in tags {
        let wide = tag.width() + APART;
        match lines.last_mut() {
            Some(line) if wide <= left => line.push(tag),
            _ => {
                left = room + APART;
                lines.push(vec![tag]);
            }
        }
        left -= wide;
    }
    lines
}

/// The tags of one line, side by side.
fn on_line(tags: Vec<Tag>, line: usize, room: &Range<i32>) -> Vec<Placed> {
    let wish = |tag: &Tag| Wish { top: tag.wish - tag.width() / 2, height: tag.width() + APART };
    let wishes: Vec<Wish> = tags.iter().map(wish).collect();
    let lefts = spread(&wishes, room.start..room.end + APART);
    tags.into_iter().zip(lefts).map(|(tag, left)| Placed { tag, left, line }).collect()
}

/// Draws the tags of several rows, each from its own top down: first all
/// samples, slot by slot, then all words.
pub(super) fn draw(svg: &mut Svg, rows: &[(i32, &Tags)]) {
    let all = rows.iter().flat_map(|(top, tags)| tags.placed.iter().map(|placed| (*top, placed)));
    let mut all: Vec<(i32, &Placed)> = all.collect();
    let middle = |top: i32, placed: &Placed| top + height(placed.line) + LINE / 2;
    for (top, placed) in &all {
        let at = (placed.left + placed.tag.swatch.width() + GAP, middle(*top, placed) + DROP);
        svg.text(placed.tag.class, Anchor::Start, at, &placed.tag.text);
    }
    all.sort_by_key(|(_, placed)| placed.tag.swatch);
    for (top, placed) in &all {
        placed.tag.swatch.draw(svg, (placed.left, middle(*top, placed)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lefts(tags: &[(&str, i32)], room: i32) -> Vec<(usize, i32)> {
        let tag = |(text, wish): &(&str, i32)| Tag {
            swatch: Swatch::Marker(0),
            text: (*text).into(),
            class: "",
            wish: *wish,
        };
        let tags = Tags::under(tags.iter().map(tag).collect(), &(0..room));
        tags.placed.iter().map(|placed| (placed.line, placed.left)).collect()
    }

    #[test]
    fn tags_stand_under_their_marks_or_move_aside() {
        let wide = px(11) + GAP + width("63%");
        assert_eq!(lefts(&[("63%", 1000)], 3000), [(0, 1000 - wide / 2)]);
        let two = lefts(&[("63%", 1000), ("63%", 1001)], 3000);
        assert!(two[0].0 == two[1].0 && two[1].1 - two[0].1 >= wide + APART, "{two:?}");
    }

    #[test]
    fn what_does_not_fit_takes_a_line_more() {
        let lines: Vec<_> =
            lefts(&[("63%", 0), ("64%", 0), ("65%", 0)], px(105)).iter().map(|at| at.0).collect();
        assert_eq!(lines, [0, 0, 1]);
    }
}
