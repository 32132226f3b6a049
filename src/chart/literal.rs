//! A drawing that needs no stylesheet.
//!
//! For a paper in Word, or a PDF: the same drawing, with every colour, dash and
//! width written on the marks themselves. It is not drawn again. Classes in our
//! own SVG are the first attribute of an element, and `"` and `<` in words are
//! escaped, so each can be found and replaced by what it stands for while all
//! else is copied.

use super::Drawing;
use super::hatch::HATCHES;
use super::look::{DASHES, Dash, Look, Paint, look_of, paint_of_words, slot_of};
use super::palette::{Colours, Token};
use super::svg::{decimal, push_attribute, unescape};
use super::text::{DROP, LINE, TENTHS, px, width};

/// Faces that have the widths by which the drawing was laid out.
const FACES: &str = "Arial, Helvetica, Liberation Sans, sans-serif";

impl Drawing {
    /// The wide drawing in `colours`, as an SVG that stands alone: no class, no
    /// style sheet, nothing taken from outside, on a ground of its own.
    ///
    /// It shows the same marks and words as [`Drawing::wide`]. Hatchings are
    /// patterns whose ids begin with the id of the drawing.
    pub fn literal(&self, colours: &Colours) -> String {
        literal(&self.wide, colours)
    }

    /// The same of the narrow drawing, whose words are larger for its width.
    pub fn literal_narrow(&self, colours: &Colours) -> String {
        literal(&self.narrow, colours)
    }
}

fn literal(svg: &str, colours: &Colours) -> String {
    let mut writer = Writer::new(svg, colours);
    // What stands before the first `<` is nothing.
    svg.split('<').skip(1).for_each(|part| writer.part(part));
    writer.finish()
}

/// The literal drawing being written.
struct Writer<'a> {
    out: String,
    colours: &'a Colours,
    /// The classes of the groups that are open, and which end of their words
    /// their x is.
    groups: Vec<(&'a str, &'a str)>,
    /// What the ids of patterns begin with.
    id: &'a str,
    /// Width and height.
    size: (&'a str, &'a str),
    /// The patterns that some mark uses, and the slots they are of.
    defs: String,
    hatched: Vec<usize>,
    /// Where the patterns go: before all marks.
    defs_at: usize,
}

/// An element and the words after it, without the `<`: what is before its
/// class, the class, and what is after.
type Part<'a> = (&'a str, &'a str, &'a str);

fn taken_apart(part: &str) -> Part<'_> {
    let classed = part
        .split_once(" class=\"")
        .and_then(|(head, rest)| rest.split_once('"').map(|(class, tail)| (head, class, tail)));
    let plain = || {
        let end = part.find([' ', '>']).unwrap_or(part.len());
        (&part[..end], "", &part[end..])
    };
    classed.unwrap_or_else(plain)
}

/// The value of an attribute, as it is escaped.
fn attribute<'a>(part: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = part.split_once(&format!(" {name}=\""))?;
    rest.split('"').next()
}

fn tenths(part: &str, name: &str) -> i32 {
    let pixels: f64 = attribute(part, name).and_then(|text| text.parse().ok()).unwrap_or(0.0);
    (pixels * f64::from(TENTHS)).round() as i32
}

impl<'a> Writer<'a> {
    fn new(svg: &'a str, colours: &'a Colours) -> Self {
        let title = attribute(svg, "aria-labelledby").unwrap_or_default();
        let view = attribute(svg, "viewBox").unwrap_or_default();
        Self {
            out: String::with_capacity(2 * svg.len()),
            colours,
            groups: Vec::new(),
            id: title.trim_end_matches("-t"),
            size: view.trim_start_matches("0 0 ").split_once(' ').unwrap_or_default(),
            defs: String::new(),
            hatched: Vec::new(),
            defs_at: 0,
        }
    }

    fn finish(mut self) -> String {
        if !self.defs.is_empty() {
            self.out.insert_str(self.defs_at, &format!("<defs>\n{}</defs>\n", self.defs));
        }
        self.out
    }

    fn part(&mut self, part: &'a str) {
        let (head, class, tail) = taken_apart(part);
        match head.split(' ').next() {
            Some("svg") => self.root(part),
            Some("g") => {
                self.groups.push((class, attribute(tail, "text-anchor").unwrap_or_default()));
                self.copy(&[head, tail]);
            }
            Some("/g") => {
                self.groups.pop();
                self.copy(&[part]);
            }
            Some("/desc") => {
                self.copy(&[part]);
                self.ground();
            }
            Some("path" | "rect" | "circle") => self.mark((head, class, tail)),
            Some("text") => self.words((head, class, tail)),
            _ => self.copy(&[part]),
        }
    }

    fn copy(&mut self, pieces: &[&str]) {
        self.out.push('<');
        pieces.iter().for_each(|piece| self.out.push_str(piece));
    }

    /// The root with its size and faces.
    fn root(&mut self, part: &str) {
        let (head, _, tail) = taken_apart(part);
        self.copy(&[head]);
        self.attributes(&[("width", self.size.0), ("height", self.size.1)]);
        self.attributes(&[("font-family", FACES)]);
        self.out.push_str(tail);
    }

    /// The ground, and the place for patterns: after the words about the
    /// drawing, which come first so that they are about all of it.
    fn ground(&mut self) {
        self.defs_at = self.out.len();
        let ground = self.colours.of(Token::Ground).to_string();
        self.copy(&["rect"]);
        self.attributes(&[("width", self.size.0), ("height", self.size.1), ("fill", &ground)]);
        self.out.push_str("/>\n");
    }

    fn mark(&mut self, (head, class, tail): Part<'_>) {
        let look = self.look(class);
        let (fill, stroke) = (self.paint(look.fill), self.paint(look.stroke));
        self.copy(&[head]);
        self.attributes(&[("fill", &fill)]);
        if look.stroke != Paint::None {
            self.attributes(&[("stroke", &stroke), ("stroke-width", look.width)]);
            self.attributes(&[("stroke-dasharray", self.dash(look))]);
        }
        if look.is_round() {
            self.attributes(&[("stroke-linecap", "round"), ("stroke-linejoin", "round")]);
        }
        self.out.push_str(tail);
    }

    /// How a mark of `class` is painted where it stands. Marks that follow one
    /// another have their class from the group that holds them.
    fn look(&self, class: &str) -> &'static Look {
        let around = |nth: usize| self.groups.iter().rev().nth(nth).map_or("", |(class, _)| *class);
        if class.is_empty() { look_of(around(1), around(0)) } else { look_of(around(0), class) }
    }

    fn words(&mut self, (head, _, tail): Part<'_>) {
        let paint = paint_of_words(self.groups.last().map_or("", |(class, _)| class));
        if paint == Paint::OnSeries && self.slot().is_some_and(|slot| HATCHES[slot].on_screen) {
            self.plate(tail);
        }
        let fill = self.paint(paint);
        self.copy(&[head]);
        self.attributes(&[("fill", &fill)]);
        self.out.push_str(tail);
    }

    /// A piece of plain colour over the hatching, for words to stand on. A page
    /// gives the letters a rim, which not every program draws behind them.
    fn plate(&mut self, tail: &str) {
        let text = tail.split_once('>').map_or("", |(_, text)| text);
        let wide = width(&unescape(text)) + px(4);
        let x = tenths(tail, "x")
            - match self.groups.last().map_or("", |(_, anchor)| anchor) {
                "middle" => wide / 2,
                "end" => wide - px(2),
                _ => px(2),
            };
        let y = tenths(tail, "y") - DROP - LINE / 2;
        let fill = self.paint(Paint::Series);
        self.copy(&["rect"]);
        for (name, length) in [("x", x), ("y", y), ("width", wide), ("height", LINE)] {
            self.attributes(&[(name, &decimal(length))]);
        }
        self.attributes(&[("fill", &fill)]);
        self.out.push_str("/>");
    }

    fn attributes(&mut self, attributes: &[(&str, &str)]) {
        for (name, value) in attributes {
            push_attribute(&mut self.out, name, value);
        }
    }

    /// The slot of the series that is being drawn.
    fn slot(&self) -> Option<usize> {
        self.groups.iter().rev().find_map(|(class, _)| slot_of(class))
    }

    fn dash(&self, look: &Look) -> &'static str {
        match look.dash {
            Dash::Whole => "",
            Dash::Plain(dash) => dash,
            Dash::Series => self.slot().map_or("", |slot| DASHES[slot]),
        }
    }

    fn paint(&mut self, paint: Paint) -> String {
        let series = |token: fn(usize) -> Token| self.slot().map_or(Token::Ink, token);
        let token = match paint {
            Paint::None => return "none".into(),
            Paint::Plain(token) => token,
            Paint::OnSeries => series(Token::OnSeries),
            Paint::Series => series(Token::Series),
            Paint::Hatched => match self.slot().filter(|slot| HATCHES[*slot].on_screen) {
                Some(slot) => return self.hatching(slot),
                None => series(Token::Series),
            },
        };
        self.colours.of(token).to_string()
    }

    /// A reference to the hatching of `slot`, which is defined once.
    fn hatching(&mut self, slot: usize) -> String {
        let id = format!("{}-hx{}", self.id, slot + 1);
        if !self.hatched.contains(&slot) {
            self.hatched.push(slot);
            let [fill, lines] =
                [Token::Series(slot), Token::OnSeries(slot)].map(|token| self.colours.of(token));
            self.defs.push_str(&HATCHES[slot].coloured(&id, fill, lines));
        }
        format!("url(#{id})")
    }
}

#[cfg(test)]
mod tests;
