//! Colours as names.
//!
//! plotters knows only red, green and blue. Each name of the theme's palette is
//! given a triple of its own here, and the backend writes the name as a class,
//! so that one drawing serves light, dark, forced colours and print.

use plotters::style::RGBColor;

/// Lines behind the data.
pub(super) const GRID: RGBColor = RGBColor(0xd0, 0xd4, 0xd6);
/// Words beside the scale.
pub(super) const MUTED: RGBColor = RGBColor(0x50, 0x5a, 0x5f);

const CLASSES: [(RGBColor, &str); 2] = [(GRID, "grid"), (MUTED, "mut")];

/// The class that stands for `colour`; `None` for a colour outside the palette.
pub(super) fn class_of(colour: (u8, u8, u8)) -> Option<&'static str> {
    let colour = RGBColor(colour.0, colour.1, colour.2);
    CLASSES.iter().find(|(token, _)| *token == colour).map(|(_, class)| *class)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_token_has_its_own_class() {
        for (RGBColor(r, g, b), class) in CLASSES {
            assert_eq!(class_of((r, g, b)), Some(class));
        }
        assert_eq!(class_of((1, 2, 3)), None);
    }
}
