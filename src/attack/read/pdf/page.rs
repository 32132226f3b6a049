//! The words of a page, in the order in which they are drawn.

use super::super::super::seen::{Passage, Sight};
use super::decoded;
use super::font::{Font, Fonts};
use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro_syntax::page::{Page, Resources};
use std::sync::Arc;

/// How deep drawings may stand inside each other.
const DEEPEST: usize = 8;
/// A step back between letters, in thousandths of their size, that is a space.
const SPACE: f64 = -180.0;
/// A step down, in sizes of the letters, that begins a new block.
const BLOCK: f64 = 1.9;

/// The least step, in sizes of the letters, from the number of a paragraph to
/// its words, beyond what the number itself is wide.
const GUTTER: f64 = 0.4;

/// What `page` tells; `is_ours` says that Pledgebook wrote it, and so where the
/// numbers of its paragraphs stand.
pub(super) fn read(page: &Page<'_>, fonts: &mut Fonts, is_ours: bool) -> Sight {
    let mut scribe = Scribe { is_ours, ..Scribe::default() };
    scribe.draw(page.page_stream().unwrap_or_default(), page.resources(), fonts, 0);
    scribe.finish()
}

/// How what is drawn is turned and moved: `[a, b, c, d, e, f]` of PDF.
#[derive(Clone, Copy)]
struct Matrix([f64; 6]);

impl Default for Matrix {
    fn default() -> Self {
        Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0])
    }
}

impl Matrix {
    fn moved(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// First this, then `b`.
    fn then(self, Self(b): Self) -> Self {
        let a = self.0;
        let across = |x: f64, y: f64| x * b[0] + y * b[2];
        let down = |x: f64, y: f64| x * b[1] + y * b[3];
        Self([
            across(a[0], a[1]),
            down(a[0], a[1]),
            across(a[2], a[3]),
            down(a[2], a[3]),
            across(a[4], a[5]) + b[4],
            down(a[4], a[5]) + b[5],
        ])
    }

    /// How much taller things get.
    fn scale(&self) -> f64 {
        self.0[2].hypot(self.0[3])
    }
}

#[derive(Default)]
struct Scribe {
    font: Option<Arc<Font>>,
    size: f64,
    leading: f64,
    page: Matrix,
    kept: Vec<Matrix>,
    line: Matrix,
    /// Where the last letters stood, and how tall they were.
    last: Option<(f64, f64)>,
    block: String,
    sight: Sight,
    has_picture: bool,
    is_ours: bool,
}

impl Scribe {
    fn draw(&mut self, stream: &[u8], resources: &Resources<'_>, fonts: &mut Fonts, depth: usize) {
        let mut steps = UntypedIter::new(stream);
        while let Some(step) = steps.next() {
            let operands: Vec<&Object<'_>> = step.operands().collect();
            let operator = String::from_utf8_lossy(step.operator);
            match (&*operator, operands.as_slice()) {
                ("Tf", [Object::Name(name), Object::Number(size)]) => {
                    self.font = resources.get_font(name).map(|font| fonts.get(&font));
                    self.size = size.as_f64().abs();
                }
                ("Do", [Object::Name(name)]) if depth < DEEPEST => {
                    if let Some(object) = resources.get_x_object(name) {
                        self.object(&object, resources, fonts, depth);
                    }
                }
                ("BDC", [_, Object::Dict(dict)]) => self.behind(dict),
                (operator, operands) => self.step(operator, operands),
            }
        }
    }

    /// A drawing inside the drawing.
    fn object(
        &mut self,
        object: &Stream<'_>,
        outer: &Resources<'_>,
        fonts: &mut Fonts,
        depth: usize,
    ) {
        let kind = object.dict().get::<Name<'_>>("Subtype");
        if kind.is_some_and(|kind| kind.as_str() == "Image") {
            self.has_picture = true;
            return;
        }
        let own = object.dict().get::<Dict<'_>>("Resources").map(Resources::new);
        if let Ok(bytes) = object.decoded() {
            let page = self.page;
            self.draw(&bytes, own.as_ref().unwrap_or(outer), fonts, depth + 1);
            self.page = page;
        }
    }

    /// What is said to stand behind the letters that follow.
    fn behind(&mut self, dict: &Dict<'_>) {
        for key in ["ActualText", "Alt", "E"] {
            if let Some(text) = dict.get::<hayro_syntax::object::String<'_>>(key) {
                super::say(&mut self.sight, super::kind(key), &decoded(text.as_bytes()));
            }
        }
    }

    fn step(&mut self, operator: &str, operands: &[&Object<'_>]) {
        let numbers: Vec<f64> = operands.iter().filter_map(|operand| number(operand)).collect();
        let matrix = <[f64; 6]>::try_from(numbers.as_slice()).map(Matrix);
        match (operator, numbers.as_slice()) {
            ("q", _) => self.kept.push(self.page),
            ("Q", _) => self.page = self.kept.pop().unwrap_or_default(),
            ("cm", _) => self.page = matrix.unwrap_or_default().then(self.page),
            ("BT", _) => self.line = Matrix::default(),
            ("Tm", _) => self.line = matrix.unwrap_or_default(),
            ("Td", [x, y]) => self.next(*x, *y),
            ("TD", [x, y]) => {
                self.leading = -y;
                self.next(*x, *y);
            }
            ("TL", [leading]) => self.leading = *leading,
            ("T*", _) => self.next(0.0, -self.leading),
            ("Tj", _) => self.show(operands),
            ("'" | "\"", _) => {
                self.next(0.0, -self.leading);
                self.show(operands);
            }
            ("TJ", _) => {
                if let [Object::Array(array)] = operands {
                    self.show_spread(array);
                }
            }
            _ => {}
        }
    }

    fn next(&mut self, x: f64, y: f64) {
        self.line = Matrix::moved(x, y).then(self.line);
    }

    fn show(&mut self, operands: &[&Object<'_>]) {
        self.come();
        if let Some(Object::String(codes)) = operands.last() {
            self.letters(codes.as_bytes());
        }
    }

    fn show_spread(&mut self, array: &Array<'_>) {
        self.come();
        for item in array.iter::<Object<'_>>() {
            match item {
                Object::String(codes) => self.letters(codes.as_bytes()),
                Object::Number(step) if step.as_f64() < SPACE => self.block.push(' '),
                _ => {}
            }
        }
    }

    fn letters(&mut self, codes: &[u8]) {
        match self.font.as_ref().and_then(|font| font.read(codes)) {
            Some(letters) => self.block.push_str(&letters),
            None => {
                let why = "its letters are only numbers of shapes, which cannot be read";
                self.sight.unread.get_or_insert(why.to_owned());
            }
        }
    }

    /// Goes to where the next letters stand: on, to a new line or a new block.
    fn come(&mut self) {
        let place = self.line.then(self.page);
        let (x, y, tall) = (place.0[4], place.0[5], (self.size * place.scale()).max(0.1));
        let (last_x, last_y) = self.last.unwrap_or((x, y));
        let down = (y - last_y).abs();
        if down > BLOCK * tall {
            self.end_block();
        } else if self.is_ours
            && down <= 0.1 * tall
            && is_numbering(&self.block, (x - last_x) / tall)
        {
            // As in pages, where it has a class of its own.
            self.block.clear();
        } else if (down > 0.1 * tall || (x - last_x).abs() > 0.05) && !self.block.ends_with(' ') {
            self.block.push(' ');
        }
        self.last = Some((x, y));
    }

    fn end_block(&mut self) {
        let text = self.block.split_whitespace().collect::<Vec<_>>().join(" ");
        self.block.clear();
        if !text.is_empty() {
            let kind = super::LETTERS.into();
            self.sight.passages.push(Passage { kind, text, about: [].into() });
        }
    }

    fn finish(mut self) -> Sight {
        self.end_block();
        if self.has_picture && self.sight.passages.is_empty() {
            self.sight.unread.get_or_insert("it is a picture without words".to_owned());
        }
        self.sight
    }
}

/// Whether `block` is the number of a paragraph, and a step of `across` sizes of
/// its letters leads from it to the words: 3, 3.1.2, (a).
fn is_numbering(block: &str, across: f64) -> bool {
    let mark = block.trim();
    let bare = mark.trim_start_matches('(').trim_end_matches([')', '.']);
    let is_part = |part: &str| {
        let digits =
            !part.is_empty() && part.len() <= 3 && part.chars().all(|c| c.is_ascii_digit());
        digits || (mark.starts_with('(') && part.chars().all(|c| c.is_ascii_lowercase()))
    };
    let width: f64 = mark.chars().map(|c| if c == '.' { 0.3 } else { 0.5 }).sum();
    bare.split('.').all(is_part) && across > width + GUTTER
}

fn number(object: &Object<'_>) -> Option<f64> {
    match object {
        Object::Number(number) => Some(number.as_f64()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::is_numbering;

    #[test]
    fn a_number_in_the_margin_is_no_figure() {
        assert!(is_numbering("3", 2.6));
        assert!(is_numbering("3.1.2 ", 3.2));
        assert!(is_numbering("(a)", 2.4));
        // A figure that stands before its words, and words in a row of a table.
        assert!(!is_numbering("3", 0.8));
        assert!(!is_numbering("61%", 3.0));
        assert!(!is_numbering("care", 4.0));
    }
}
