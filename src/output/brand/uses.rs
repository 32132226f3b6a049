//! Where the theme shows the council's colour, and on what.
//!
//! The colours that the style sheet derives from it are worked out here as a
//! browser does. Rings of focus stand in two colours, of which one is seen
//! beside any third, so that the brand can do them no harm: a test shows it.

use crate::chart::palette::{Colour, Medium, Palette, TEXT, Token, ratio_in_words};

/// The yellow of focus and of the part that a link led to (`--focus`).
const FOCUS: [u8; 3] = [0xff, 0xc8, 0x3d];

/// Words of one colour on another.
pub(super) struct Pair {
    /// What is read.
    words: &'static str,
    /// On what.
    ground: &'static str,
    front: Colour,
    back: Colour,
}

impl Pair {
    /// Its contrast, from 1 to 21.
    pub(super) fn ratio(&self) -> f64 {
        self.front.contrast(self.back)
    }

    /// The two colours by name, with their contrast.
    pub(super) fn in_words(&self) -> String {
        let Self { words, ground, front, back } = self;
        let ratio = ratio_in_words(self.ratio());
        format!("{words} ({front}) on {ground} ({back}) have a contrast of {ratio}")
    }
}

/// Everywhere that words are of the brand's colour or stand on it.
pub(super) fn pairs(brand: Colour, palette: &Palette) -> Vec<Pair> {
    let white = Pair { words: "white words", ground: "it", front: Colour::WHITE, back: brand };
    let paper = Colour::WHITE;
    let print = [("paper", paper), ("boxes in print", brand.mixed(0.07, paper))];
    let print = print.map(|(ground, back)| Pair { words: "words", ground, front: brand, back });
    let light =
        links(Medium::Light, palette, [("links", brand), ("links under a pointer", hover(brand))]);
    let dark = [
        ("links in the dark", dark_link(brand)),
        ("links in the dark, in older browsers,", brand.mixed(0.2, Colour::WHITE)),
    ];
    let dark = links(Medium::Dark, palette, dark);
    std::iter::once(white).chain(print).chain(light).chain(dark).collect()
}

/// `--hover` in light.
fn hover(brand: Colour) -> Colour {
    brand.mixed(0.6, Colour::BLACK)
}

/// `--link` in the dark.
fn dark_link(brand: Colour) -> Colour {
    brand.relit(0.8, 1.1, 0.02)
}

/// Each of some links on each ground that it can stand on.
fn links(medium: Medium, palette: &Palette, links: [(&'static str, Colour); 2]) -> Vec<Pair> {
    let colours = palette.of(medium);
    let (ground, surface) = (colours.of(Token::Ground), colours.of(Token::Surface));
    let marked = Colour::of_channels(FOCUS).mixed_flat(0.22, ground);
    let grounds =
        [("the page", ground), ("panels", surface), ("the part that a link led to", marked)];
    let on_all = |(words, front): (&'static str, Colour)| {
        grounds.map(|(ground, back)| Pair { words, ground, front, back })
    };
    links.into_iter().flat_map(on_all).collect()
}

/// The nearest darker shade that can be read everywhere, if there is one.
pub(super) fn nearest(brand: Colour, palette: &Palette) -> Option<Colour> {
    let shades = (0..=100u8).map(|step| brand.mixed(1.0 - f64::from(step) / 100.0, Colour::BLACK));
    let is_read = |shade: &Colour| pairs(*shade, palette).iter().all(|pair| pair.ratio() >= TEXT);
    shades.into_iter().find(is_read)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::Theme;

    fn palette() -> Palette {
        let theme = Theme::load("civic", "en", &std::collections::BTreeMap::new()).value;
        theme.unwrap().palette().clone()
    }

    /// One colour in every 17 steps of each channel.
    fn colours() -> impl Iterator<Item = Colour> {
        let steps = || (0..=15u8).map(|step| step * 17);
        steps().flat_map(move |red| {
            steps().flat_map(move |green| {
                steps().map(move |blue| Colour::of_channels([red, green, blue]))
            })
        })
    }

    #[test]
    fn the_style_sheet_derives_colours_as_they_are_worked_out_here() {
        let sheet = concat!(
            include_str!("../../../themes/civic/styles/00-settings.css"),
            include_str!("../../../themes/civic/styles/10-ground.css"),
        );
        for rule in [
            "--hover: color-mix(in oklab, var(--brand) 60%, black)",
            "--link: color-mix(in oklab, var(--brand) 20%, white)",
            "--link: oklch(from var(--brand) 80% calc(c * 1.1 + .02) h)",
            "--focus: #ffc83d; --focus-ink: #0b0c0c",
            "--hit: color-mix(in srgb, var(--focus) 22%, var(--bg))",
        ] {
            assert!(sheet.contains(rule), "{rule}");
        }
        let print = include_str!("../../../themes/civic/print/common.typ");
        assert!(print.contains("#let tint = color.mix((brand, 7%), (white, 93%))"));
    }

    #[test]
    fn one_colour_of_the_ring_of_focus_is_seen_beside_any_brand() {
        let ink = Colour::of_channels([0x0b, 0x0c, 0x0c]);
        let focus = Colour::of_channels(FOCUS);
        assert!(ink.contrast(focus) >= 9.0);
        assert!(colours().all(|brand| brand.contrast(ink).max(brand.contrast(focus)) >= 3.0));
    }

    #[test]
    fn a_shade_that_can_be_read_is_found_for_every_colour() {
        let palette = palette();
        for brand in colours().step_by(7) {
            let shade = nearest(brand, &palette).unwrap();
            assert!(pairs(shade, &palette).iter().all(|pair| pair.ratio() >= TEXT), "{brand}");
        }
    }

    #[test]
    fn what_is_read_on_white_alone_is_not_enough() {
        let palette = palette();
        let grey: Colour = "#767676".parse().unwrap();
        assert!(grey.contrast(Colour::WHITE) >= TEXT);
        let faint = pairs(grey, &palette).into_iter().filter(|pair| pair.ratio() < TEXT);
        let grounds: Vec<&str> = faint.map(|pair| pair.ground).collect();
        assert_eq!(grounds, ["boxes in print", "panels", "the part that a link led to"]);
        assert_ne!(nearest(grey, &palette), Some(grey));
    }

    #[test]
    fn the_brand_of_the_theme_is_read_everywhere() {
        let brand = "#12436D".parse().unwrap();
        assert_eq!(nearest(brand, &palette()), Some(brand));
    }
}
