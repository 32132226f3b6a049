//! Hatchings, which tell fills apart where colour does not.
//!
//! Dark and mid colours take turns in the palette, so the first two series
//! differ on a grey copy by lightness alone, and the others would repeat them.
//! So from the third on each has a hatching, drawn in the colour that can be
//! read on it. Where the system's colours are forced, the second has one too.

use super::palette::SLOTS;
use super::svg::push_attribute;

/// A pattern of lines on a square tile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hatch {
    /// The side of the tile, in pixels.
    size: &'static str,
    /// The lines, as the `d` of a path; none for a plain fill.
    lines: &'static str,
    /// How wide they are, in pixels.
    width: &'static str,
    /// Whether it is drawn where colours are seen, too.
    pub(super) on_screen: bool,
}

const fn hatch(size: &'static str, lines: &'static str) -> Hatch {
    Hatch { size, lines, width: "1.2", on_screen: true }
}

/// The hatching of each slot. The lines are thin and far apart, so that the
/// colour is still the first thing seen.
pub(super) const HATCHES: [Hatch; SLOTS] = [
    Hatch { on_screen: false, ..hatch("8", "") },
    Hatch { on_screen: false, ..hatch("9", "M0 0l9 9M-2 7l4 4M7-2l4 4") },
    hatch("9", "M0 9l9-9M-2 2l4-4M7 11l4-4"),
    Hatch { width: "2.2", ..hatch("7", "M2.4 3.5h2.2") },
    hatch("6", "M0 3h6"),
    hatch("11", "M0 0l11 11M0 11L11 0"),
];

/// The hatchings as the drawings of a page use them, once a page: patterns
/// `hx2` to `hx6`, coloured by the stylesheet.
pub fn hatchings() -> String {
    let mut svg =
        String::from("<svg class=\"hx\" aria-hidden=\"true\" focusable=\"false\"><defs>\n");
    for (slot, hatch) in HATCHES.iter().enumerate().filter(|(_, hatch)| !hatch.lines.is_empty()) {
        let (n, paints) = (slot + 1, ["", ""]);
        hatch.pattern(&mut svg, &format!("hx{n}"), &format!("s{n}"), paints);
        svg.push('\n');
    }
    svg + "</defs></svg>"
}

impl Hatch {
    /// Writes the `<pattern>`, with a class, or with the two colours of fill
    /// and lines; what is empty is left out.
    pub(super) fn pattern(&self, out: &mut String, id: &str, class: &str, paints: [&str; 2]) {
        let element = |out: &mut String, name: &str, attributes: &[(&str, &str)], end: &str| {
            out.push('<');
            out.push_str(name);
            attributes.iter().for_each(|(name, value)| push_attribute(out, name, value));
            out.push_str(end);
        };
        let (side, units) = (self.size, "userSpaceOnUse");
        let box_of = [("width", side), ("height", side)];
        let pattern = [("id", id), ("class", class), box_of[0], box_of[1], ("patternUnits", units)];
        element(out, "pattern", &pattern, ">");
        element(out, "rect", &[box_of[0], box_of[1], ("fill", paints[0])], "/>");
        let none = if paints[1].is_empty() { "" } else { "none" };
        let lines = [
            ("d", self.lines),
            ("fill", none),
            ("stroke", paints[1]),
            ("stroke-width", self.width),
        ];
        element(out, "path", &lines, "/></pattern>");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_slot_has_a_hatching_of_its_own() {
        for slot in 0..SLOTS {
            let same = |other: &&Hatch| other.lines == HATCHES[slot].lines;
            assert_eq!(HATCHES.iter().filter(same).count(), 1, "{slot}");
        }
    }

    /// What the palette cannot promise: series that do not follow one another
    /// may be equally light, so at most one of two is without a hatching.
    #[test]
    fn only_the_first_two_are_told_apart_by_lightness_alone() {
        let plain: Vec<usize> = (0..SLOTS).filter(|slot| !HATCHES[*slot].on_screen).collect();
        assert_eq!(plain, [0, 1]);
    }

    #[test]
    fn a_page_holds_each_hatching_once() {
        let svg = hatchings();
        assert!(roxmltree::Document::parse(&svg).is_ok());
        assert_eq!(svg.matches("<pattern id=\"hx").count(), SLOTS - 1);
        assert!(!svg.contains("fill="));
    }
}
