//! Hatchings, which tell fills apart where colour does not.
//!
//! Dark and mid colours take turns in the palette, so the first two series
//! differ on a grey copy by lightness alone, and the others would repeat them.
//! So from the third on each has a hatching, drawn in the colour that can be
//! read on it. Where the system's colours are forced, the second has one too.

use super::palette::{Colour, SLOTS};

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
    let lined = HATCHES.iter().enumerate().filter(|(_, hatch)| !hatch.lines.is_empty());
    let pattern = |(slot, hatch): (usize, &Hatch)| {
        let n = slot + 1;
        hatch.pattern(&format!("hx{n}"), [&format!(" class=\"s{n}\""), "", ""])
    };
    let patterns: String = lined.map(pattern).collect();
    format!(
        "<svg class=\"hx\" aria-hidden=\"true\" focusable=\"false\"><defs>\n{patterns}</defs></svg>"
    )
}

impl Hatch {
    /// The hatching in two colours, for a drawing that stands alone.
    pub(super) fn coloured(&self, id: &str, fill: Colour, lines: Colour) -> String {
        let painted = [format!(" fill=\"{fill}\""), format!(" fill=\"none\" stroke=\"{lines}\"")];
        self.pattern(id, ["", &painted[0], &painted[1]])
    }

    /// The `<pattern>`, with more attributes for itself, its ground and its lines.
    fn pattern(&self, id: &str, [own, ground, path]: [&str; 3]) -> String {
        let Self { size, lines, width, .. } = self;
        format!(
            "<pattern id=\"{id}\"{own} width=\"{size}\" height=\"{size}\" \
             patternUnits=\"userSpaceOnUse\"><rect width=\"{size}\" height=\"{size}\"{ground}/>\
             <path d=\"{lines}\"{path} stroke-width=\"{width}\"/></pattern>\n"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_slot_has_a_hatching_of_its_own() {
        for hatch in &HATCHES {
            let same = |other: &&Hatch| other.lines == hatch.lines;
            assert_eq!(HATCHES.iter().filter(same).count(), 1, "{hatch:?}");
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
