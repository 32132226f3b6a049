//! A key: samples of marks, each with its name, side by side above the plot.

use super::canvas::Canvas;
use super::notes::{EDGE, block};
use super::root::Variant;
use super::svg::Anchor;
use super::swatch::Swatch;
use super::text::{LINE, height, px, widest, wrap};

/// The entries in their places.
#[derive(Clone, Debug, Default)]
pub(super) struct Key {
    entries: Vec<Entry>,
    lines: usize,
}

#[derive(Clone, Debug)]
struct Entry {
    swatch: Swatch,
    lines: Vec<String>,
    left: i32,
    /// How many lines are above it.
    line: usize,
}

/// Between a sample and its name.
const GAP: i32 = px(6);
/// Between two entries.
const APART: i32 = px(18);
/// Under the key.
const MARGIN: i32 = px(6);

impl Key {
    /// Places the entries from left to right, on as many lines as they need.
    pub(super) fn of(named: impl Iterator<Item = (Swatch, String)>, variant: Variant) -> Self {
        let mut key = Self::default();
        let mut left = EDGE;
        for (swatch, name) in named {
            let lines = wrap(&name, variant.width() - 2 * EDGE - swatch.width() - GAP);
            let wide = swatch.width() + GAP + widest(&lines);
            if left > EDGE && left + wide > variant.width() - EDGE {
                left = EDGE;
            }
            key.add(Entry { swatch, lines, left, line: 0 });
            left += wide + APART;
        }
        key
    }

    /// Puts `entry` on the last line, or on a new one if it starts one.
    fn add(&mut self, mut entry: Entry) {
        if entry.left == EDGE {
            entry.line = self.lines;
            self.lines += entry.lines.len();
        } else {
            entry.line = self.entries.last().map_or(0, |last| last.line);
        }
        self.entries.push(entry);
    }

    /// The height of the key and the margin under it.
    pub(super) fn height(&self) -> i32 {
        if self.entries.is_empty() { 0 } else { height(self.lines) + MARGIN }
    }

    /// Draws it from `top` down.
    pub(super) fn draw(&self, canvas: &Canvas, top: i32) {
        if self.entries.is_empty() {
            return;
        }
        canvas.group("key", || {
            for Entry { swatch, lines, left, line } in &self.entries {
                let top = top + height(*line);
                let words = (left + swatch.width() + GAP, top);
                canvas.svg(|svg| block(svg, "", Anchor::Start, words, lines));
                canvas.svg(|svg| swatch.draw(svg, (*left, top + LINE / 2)));
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_flow_from_line_to_line() {
        let names = ["Complete", "In progress", "Statistical neighbours of the council", "England"];
        let named = names.into_iter().enumerate();
        let named = named.map(|(slot, name)| (Swatch::Part(slot), name.to_owned()));
        let key = Key::of(named, Variant::Narrow);
        let lines: Vec<_> = key.entries.iter().map(|entry| entry.line).collect();
        assert_eq!((lines, key.lines), (vec![0, 0, 1, 2], 3));
    }
}
