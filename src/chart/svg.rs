//! The SVG text under construction: elements, groups and escaping.
//!
//! Nothing here knows about charts. Coordinates come in tenths of a pixel and
//! are written as decimals; colours are classes, never attributes.

use super::text::TENTHS;

/// A point in tenths of a pixel from the top left corner.
pub(super) type Spot = (i32, i32);

/// Which end of a text its x is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// An SVG body being written.
#[derive(Debug, Default)]
pub(super) struct Svg {
    body: String,
}

impl Svg {
    /// Opens a group; the caller closes it.
    pub(super) fn open(&mut self, class: &str) {
        self.start("g");
        self.attribute("class", class);
        self.body.push('>');
    }

    pub(super) fn close(&mut self) {
        self.body.push_str("</g>\n");
    }

    /// One path through several open lines.
    pub(super) fn path(&mut self, class: &str, lines: &[Vec<Spot>]) {
        self.shape(class, lines, "");
    }

    /// A closed outline.
    pub(super) fn outline(&mut self, class: &str, corners: Vec<Spot>) {
        self.shape(class, &[corners], "Z");
    }

    pub(super) fn circle(&mut self, class: &str, (x, y): Spot, radius: i32) {
        self.start("circle");
        self.attribute("class", class);
        self.lengths(&[("cx", x), ("cy", y), ("r", radius)]);
        self.body.push_str("/>");
    }

    /// The rectangle between two opposite corners, given in any order.
    pub(super) fn rectangle(&mut self, class: &str, a: Spot, b: Spot) {
        self.start("rect");
        self.attribute("class", class);
        self.lengths(&[
            ("x", a.0.min(b.0)),
            ("y", a.1.min(b.1)),
            ("width", (b.0 - a.0).abs()),
            ("height", (b.1 - a.1).abs()),
        ]);
        self.body.push_str("/>");
    }

    /// One line of text whose baseline is at `y`; an empty class is plain ink.
    pub(super) fn text(&mut self, class: &str, anchor: Anchor, (x, y): Spot, text: &str) {
        self.start("text");
        self.attribute("class", class);
        self.lengths(&[("x", x), ("y", y)]);
        self.attribute("text-anchor", anchor.value());
        self.body.push('>');
        escape(&mut self.body, text);
        self.body.push_str("</text>");
    }

    /// Takes what was written so far.
    pub(super) fn take(&mut self) -> String {
        std::mem::take(&mut self.body)
    }

    fn shape(&mut self, class: &str, lines: &[Vec<Spot>], end: &str) {
        self.start("path");
        self.attribute("class", class);
        self.body.push_str(" d=\"");
        for line in lines {
            self.draw(line);
        }
        self.body.push_str(end);
        self.body.push_str("\"/>");
    }

    fn draw(&mut self, line: &[Spot]) {
        let mut last: Option<Spot> = None;
        for &(x, y) in line {
            match last {
                None => self.step("M", &[x, y]),
                Some((_, at)) if at == y => self.step("H", &[x]),
                Some((at, _)) if at == x => self.step("V", &[y]),
                Some(_) => self.step("L", &[x, y]),
            }
            last = Some((x, y));
        }
    }

    fn step(&mut self, command: &str, values: &[i32]) {
        self.body.push_str(command);
        for (n, value) in values.iter().enumerate() {
            if n > 0 {
                self.body.push(' ');
            }
            self.body.push_str(&decimal(*value));
        }
    }

    fn start(&mut self, name: &str) {
        self.body.push('<');
        self.body.push_str(name);
    }

    fn attribute(&mut self, name: &str, value: &str) {
        push_attribute(&mut self.body, name, value);
    }

    fn lengths(&mut self, lengths: &[(&str, i32)]) {
        for (name, value) in lengths {
            self.attribute(name, &decimal(*value));
        }
    }
}

impl Anchor {
    /// The attribute's value; empty for SVG's default.
    fn value(self) -> &'static str {
        match self {
            Self::Start => "",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// Writes ` name="value"`, or nothing for an empty value.
pub(super) fn push_attribute(out: &mut String, name: &str, value: &str) {
    if value.is_empty() {
        return;
    }
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(out, value);
    out.push('"');
}

/// Writes `text` so that XML reads it back; what XML cannot hold is left out.
pub(super) fn escape(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(letter),
        }
    }
}

/// What [`escape`] was given, but for what it left out.
pub(super) fn unescape(text: &str) -> String {
    let plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    plain.replace("&amp;", "&")
}

/// Tenths as a decimal: `1234` is `123.4`.
pub(super) fn decimal(tenths: i32) -> String {
    let (sign, size) = (if tenths < 0 { "-" } else { "" }, tenths.unsigned_abs());
    let base = TENTHS.unsigned_abs();
    match size % base {
        0 => format!("{sign}{}", size / base),
        rest => format!("{sign}{}.{rest}", size / base),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tenths_are_written_exactly() {
        for (tenths, text) in [(0, "0"), (7, "0.7"), (-7, "-0.7"), (120, "12"), (-1234, "-123.4")] {
            assert_eq!(decimal(tenths), text);
        }
    }

    #[test]
    fn what_xml_cannot_hold_is_escaped_or_dropped() {
        let mut out = String::new();
        escape(&mut out, "A & <B>\u{7}\n\"c\"");
        assert_eq!(out, "A &amp; &lt;B&gt; &quot;c&quot;");
        assert_eq!(unescape(&out), "A & <B> \"c\"");
    }

    #[test]
    fn a_path_is_short_and_may_have_several_parts() {
        let mut svg = Svg::default();
        svg.path("l", &[vec![(0, 0), (100, 0), (100, 50), (200, 75)], vec![(300, 10)]]);
        assert_eq!(svg.take(), "<path class=\"l\" d=\"M0 0H10V5L20 7.5M30 1\"/>");
    }
}
