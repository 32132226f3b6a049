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
///
/// Shapes and words that look alike and follow one another are joined to one
/// element, and groups to one group, since what is said of each takes more room
/// than where it is.
#[derive(Debug, Default)]
pub(super) struct Svg {
    body: String,
    /// What the last element holds, as long as more may be added to it.
    run: Option<Run>,
    /// The classes of the open groups, the innermost last.
    groups: Vec<String>,
    /// Whether the innermost is to be closed, unless its like comes next.
    closing: bool,
}

/// What may be joined: things of one kind and look.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Run {
    kind: Joined,
    class: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joined {
    Path,
    Circles,
    Words(Anchor),
}

impl Svg {
    /// Opens a group; the caller closes it.
    pub(super) fn open(&mut self, class: &str) {
        if self.closing && self.groups.last().is_some_and(|last| last == class) {
            self.closing = false;
            return;
        }
        self.end_group();
        self.end_run();
        self.start("g");
        self.attribute("class", class);
        self.body.push('>');
        self.groups.push(class.to_owned());
    }

    pub(super) fn close(&mut self) {
        self.end_group();
        self.closing = true;
    }

    /// Several open lines.
    pub(super) fn path(&mut self, class: &str, lines: &[Vec<Spot>]) {
        self.join(Joined::Path, class);
        lines.iter().for_each(|line| self.line(line));
    }

    /// A closed outline: its first corner, and the way from each to the next.
    pub(super) fn outline(&mut self, class: &str, (x, y): Spot, ways: &[Spot]) {
        self.join(Joined::Path, class);
        self.step("M", &[x, y]);
        ways.iter().for_each(|way| self.go(*way));
        self.body.push('Z');
    }

    pub(super) fn circle(&mut self, class: &str, (x, y): Spot, radius: i32) {
        self.join(Joined::Circles, class);
        self.start("circle");
        self.lengths(&[("cx", x), ("cy", y), ("r", radius)]);
        self.body.push_str("/>");
    }

    /// The rectangle between two opposite corners, given in any order.
    pub(super) fn rectangle(&mut self, class: &str, a: Spot, b: Spot) {
        let (wide, high) = ((b.0 - a.0).abs(), (b.1 - a.1).abs());
        let corner = (a.0.min(b.0), a.1.min(b.1));
        self.outline(class, corner, &[(wide, 0), (0, high), (-wide, 0)]);
    }

    /// One line of text whose baseline is at `y`; an empty class is plain ink.
    pub(super) fn text(&mut self, class: &str, anchor: Anchor, (x, y): Spot, text: &str) {
        self.join(Joined::Words(anchor), class);
        self.start("text");
        self.lengths(&[("x", x), ("y", y)]);
        self.body.push('>');
        escape(&mut self.body, text);
        self.body.push_str("</text>");
    }

    /// Takes what was written so far.
    pub(super) fn take(&mut self) -> String {
        self.end_group();
        self.end_run();
        std::mem::take(&mut self.body)
    }

    /// Goes on with the last element if it is of this kind and class, else
    /// starts one.
    fn join(&mut self, kind: Joined, class: &str) {
        self.end_group();
        if self.run.as_ref().is_some_and(|run| run.kind == kind && run.class == class) {
            return;
        }
        self.end_run();
        let run = Run { kind, class: class.to_owned() };
        match kind {
            Joined::Path => {
                self.start("path");
                self.attribute("class", class);
                self.body.push_str(" d=\"");
            }
            Joined::Circles | Joined::Words(_) if run.is_grouped() => {
                self.start("g");
                self.attribute("class", class);
                self.attribute("text-anchor", kind.anchor().value());
                self.body.push('>');
            }
            Joined::Circles | Joined::Words(_) => {}
        }
        self.run = Some(run);
    }

    /// Closes the group that was to be closed.
    fn end_group(&mut self) {
        if self.closing {
            self.end_run();
            self.groups.pop();
            self.body.push_str("</g>\n");
            self.closing = false;
        }
    }

    fn end_run(&mut self) {
        match self.run.take() {
            Some(Run { kind: Joined::Path, .. }) => self.body.push_str("\"/>"),
            Some(run) if run.is_grouped() => self.body.push_str("</g>"),
            _ => {}
        }
    }

    fn line(&mut self, line: &[Spot]) {
        let Some((x, y)) = line.first() else { return };
        self.step("M", &[*x, *y]);
        for pair in line.windows(2) {
            self.go((pair[1].0 - pair[0].0, pair[1].1 - pair[0].1));
        }
    }

    /// Goes on from where the path is. Ways are shorter to write than places.
    fn go(&mut self, way: Spot) {
        match way {
            (dx, 0) => self.step("h", &[dx]),
            (0, dy) => self.step("v", &[dy]),
            (dx, dy) => self.step("l", &[dx, dy]),
        }
    }

    fn step(&mut self, command: &str, values: &[i32]) {
        self.body.push_str(command);
        for (n, value) in values.iter().enumerate() {
            if n > 0 && *value >= 0 {
                self.body.push(' ');
            }
            push_decimal(&mut self.body, *value);
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
            self.body.push(' ');
            self.body.push_str(name);
            self.body.push_str("=\"");
            push_decimal(&mut self.body, *value);
            self.body.push('"');
        }
    }
}

impl Run {
    /// Whether its members stand in a group that says how they look.
    fn is_grouped(&self) -> bool {
        !self.class.is_empty() || self.kind.anchor() != Anchor::Start
    }
}

impl Joined {
    fn anchor(self) -> Anchor {
        match self {
            Self::Words(anchor) => anchor,
            Self::Path | Self::Circles => Anchor::Start,
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
    let mut rest = text;
    while let Some((at, letter)) = rest.char_indices().find(|(_, letter)| is_special(*letter)) {
        out.push_str(&rest[..at]);
        out.push_str(match letter {
            '<' => "&lt;",
            '>' => "&gt;",
            '&' => "&amp;",
            '"' => "&quot;",
            '\t' | '\n' | '\r' => " ",
            _ => "",
        });
        rest = &rest[at + letter.len_utf8()..];
    }
    out.push_str(rest);
}

/// Whether XML would not read `letter` back as itself.
fn is_special(letter: char) -> bool {
    matches!(letter, '<' | '>' | '&' | '"' | '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// What [`escape`] was given, but for what it left out.
pub(super) fn unescape(text: &str) -> String {
    let plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    plain.replace("&amp;", "&")
}

/// Tenths as a decimal: `1234` is `123.4`.
pub(super) fn decimal(tenths: i32) -> String {
    let mut out = String::new();
    push_decimal(&mut out, tenths);
    out
}

/// Writes tenths as a decimal. By hand: a chart holds hundreds of lengths, and
/// most of the time of drawing one went into formatting them.
fn push_decimal(out: &mut String, tenths: i32) {
    let (size, base) = (tenths.unsigned_abs(), TENTHS.unsigned_abs());
    if tenths < 0 {
        out.push('-');
    }
    push_whole(out, size / base);
    if size % base > 0 {
        out.push('.');
        push_whole(out, size % base);
    }
}

fn push_whole(out: &mut String, number: u32) {
    if number >= 10 {
        push_whole(out, number / 10);
    }
    out.push(char::from(b'0' + (number % 10) as u8));
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
        assert_eq!(svg.take(), "<path class=\"l\" d=\"M0 0h10v5l10 2.5M30 1\"/>");
    }

    #[test]
    fn what_looks_alike_is_joined() {
        let mut svg = Svg::default();
        svg.rectangle("b", (0, 0), (50, 20));
        svg.rectangle("b", (0, 40), (70, 20));
        svg.rectangle("b pr", (0, 40), (70, 60));
        svg.text("mut", Anchor::End, (10, 20), "a");
        svg.text("mut", Anchor::End, (10, 40), "b");
        svg.text("", Anchor::Start, (10, 60), "c");
        svg.circle("m", (10, 20), 5);
        assert_eq!(
            svg.take(),
            "<path class=\"b\" d=\"M0 0h5v2h-5ZM0 2h7v2h-7Z\"/><path class=\"b pr\" d=\"M0 4h7v2h-7Z\"/>\
             <g class=\"mut\" text-anchor=\"end\"><text x=\"1\" y=\"2\">a</text>\
             <text x=\"1\" y=\"4\">b</text></g><text x=\"1\" y=\"6\">c</text>\
             <g class=\"m\"><circle cx=\"1\" cy=\"2\" r=\"0.5\"/></g>"
        );
    }

    #[test]
    fn groups_that_follow_their_like_are_joined() {
        let mut svg = Svg::default();
        svg.open("labels");
        for (class, x) in [("s s1", 0), ("s s1", 10), ("s s2", 20)] {
            svg.open(class);
            svg.path("l", &[vec![(x, 0), (x, 50)]]);
            svg.close();
        }
        svg.close();
        assert_eq!(
            svg.take(),
            "<g class=\"labels\"><g class=\"s s1\"><path class=\"l\" d=\"M0 0v5M1 0v5\"/></g>\n\
             <g class=\"s s2\"><path class=\"l\" d=\"M2 0v5\"/></g>\n</g>\n"
        );
    }

    #[test]
    fn an_outline_says_the_way_from_corner_to_corner() {
        let mut svg = Svg::default();
        svg.outline("m", (100, 100), &[(50, 90), (-100, 0)]);
        assert_eq!(svg.take(), "<path class=\"m\" d=\"M10 10l5 9h-10Z\"/>");
    }
}
