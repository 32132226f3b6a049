//! Paths of SVG, as the corners of the lines and shapes they draw.

use super::super::seen::{Mark, Spot};

/// The marks that path data draws, one for each of its parts. Curves are taken
/// as lines to where they end.
pub(super) fn marks(data: &str) -> Vec<Mark> {
    let mut pen = Pen::default();
    let mut rest = data;
    while let Some(at) = rest.find(|c: char| c.is_ascii_alphabetic() && c != 'e') {
        let command = rest[at..].chars().next().unwrap_or('Z');
        let after = &rest[at + 1..];
        let end = after.find(|c: char| c.is_ascii_alphabetic() && c != 'e').unwrap_or(after.len());
        pen.take(command, &numbers(&after[..end]));
        rest = &after[end..];
    }
    pen.lift(false);
    pen.marks
}

/// The corners that `points` of a polygon lists.
pub(super) fn points(list: &str) -> Vec<Spot> {
    numbers(list).chunks_exact(2).map(|pair| Spot { x: pair[0], y: pair[1] }).collect()
}

/// Numbers, which may run into each other: `10-5.5.5`.
fn numbers(text: &str) -> Vec<f64> {
    let mut numbers = Vec::new();
    let mut number = String::new();
    for letter in text.chars() {
        let begins =
            letter == '-' && !number.ends_with('e') || letter == '.' && number.contains('.');
        if begins || !(letter.is_ascii_digit() || "-.e".contains(letter)) {
            numbers.extend(number.parse::<f64>());
            number.clear();
        }
        if letter.is_ascii_digit() || "-.e".contains(letter) {
            number.push(letter);
        }
    }
    numbers.extend(number.parse::<f64>());
    numbers
}

#[derive(Default)]
struct Pen {
    at: (f64, f64),
    start: (f64, f64),
    corners: Vec<Spot>,
    marks: Vec<Mark>,
}

impl Pen {
    fn take(&mut self, command: char, numbers: &[f64]) {
        let step = match command.to_ascii_lowercase() {
            'h' | 'v' => 1,
            'm' | 'l' | 't' => 2,
            'q' | 's' => 4,
            'c' => 6,
            'a' => 7,
            _ => return self.close(),
        };
        for (n, values) in numbers.chunks_exact(step).enumerate() {
            if command.eq_ignore_ascii_case(&'m') && n == 0 {
                self.lift(false);
            }
            self.at = self.end(command, values);
            if self.corners.is_empty() {
                self.start = self.at;
            }
            self.corners.push(Spot { x: self.at.0, y: self.at.1 });
        }
    }

    /// Where a step with these values ends.
    fn end(&self, command: char, values: &[f64]) -> (f64, f64) {
        let base = if command.is_ascii_lowercase() { self.at } else { (0.0, 0.0) };
        match (command.to_ascii_lowercase(), values) {
            ('h', [x]) => (base.0 + x, self.at.1),
            ('v', [y]) => (self.at.0, base.1 + y),
            (_, [.., x, y]) => (base.0 + x, base.1 + y),
            _ => self.at,
        }
    }

    fn close(&mut self) {
        self.at = self.start;
        self.lift(true);
    }

    fn lift(&mut self, is_closed: bool) {
        let corners = std::mem::take(&mut self.corners);
        if corners.len() > 1 {
            self.marks.push(Mark { corners, is_closed });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn corners(data: &str) -> Vec<Vec<(f64, f64)>> {
        let marks = marks(data).into_iter();
        marks.map(|mark| mark.corners.iter().map(|spot| (spot.x, spot.y)).collect()).collect()
    }

    #[test]
    fn each_part_of_a_path_is_a_mark() {
        assert_eq!(
            corners("M10 10h5v2h-5ZM0 1l2-1"),
            [
                vec![(10.0, 10.0), (15.0, 10.0), (15.0, 12.0), (10.0, 12.0)],
                vec![(0.0, 1.0), (2.0, 0.0)]
            ]
        );
        assert!(marks("M0 0h1v1Z")[0].is_closed && !marks("M0 0h1")[0].is_closed);
    }

    #[test]
    fn curves_are_lines_to_where_they_end_and_numbers_may_touch() {
        assert_eq!(
            corners("M0,0C1 1 2 2 3.5.5q1-1 2-2"),
            [vec![(0.0, 0.0), (3.5, 0.5), (5.5, -1.5)]]
        );
        assert_eq!(points("1,2 3,4"), [Spot { x: 1.0, y: 2.0 }, Spot { x: 3.0, y: 4.0 }]);
    }
}
