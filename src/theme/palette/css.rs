//! The palette as a stylesheet: custom properties for each way of looking, and
//! how the marks of charts are painted with them.

use crate::chart::palette::{Colours, Palette, Token};
use crate::chart::stylesheet_of_marks;
use std::fmt::Display;

/// Writes the first part of the theme's sheet.
pub(in crate::theme) fn stylesheet(palette: &Palette) -> String {
    let forced = palette.forced.iter().map(|(token, colour)| (*token, format!("{colour:?}")));
    [
        "/* Written from palette.yaml: change that. */\n".to_owned(),
        root(colours(&palette.light)),
        format!("@media (prefers-color-scheme: dark) {{\n{}}}\n", root(colours(&palette.dark))),
        format!("@media print {{\n{}}}\n", root(colours(&palette.print))),
        format!("@media screen and (forced-colors: active) {{\n{}}}\n", root(forced)),
        stylesheet_of_marks(),
    ]
    .concat()
}

fn colours(colours: &Colours) -> impl Iterator<Item = (Token, impl Display)> {
    Token::all().map(|token| (token, colours.of(token)))
}

fn root(values: impl Iterator<Item = (Token, impl Display)>) -> String {
    let properties: Vec<String> =
        values.map(|(token, value)| format!("{}: {value}", token.property())).collect();
    format!(":root {{{}}}\n", properties.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::{EMBEDDED, OwnFiles, Theme};

    /// The parts of the sheet that are written by hand.
    fn parts() -> Vec<(String, &'static str)> {
        let files = EMBEDDED.get_dir("civic/styles").unwrap().files();
        files
            .map(|file| (file.path().display().to_string(), file.contents_utf8().unwrap()))
            .collect()
    }

    #[test]
    fn a_site_changes_the_sheet_with_a_palette_of_its_own() {
        let text = "light: {series-1: \"#0A3161\"}\n".as_bytes();
        let own = OwnFiles::from([("civic/palette.yaml".into(), text.into())]);
        let theme = Theme::load("civic", "en", &own).value.unwrap();
        let css = String::from_utf8_lossy(&theme.files()["theme.css"]).into_owned();
        assert_eq!(css.matches("--c1:#0A3161").count(), 2, "on a screen and on paper");
        assert_eq!(css.matches("--c1:#8FC1EE").count(), 1, "on a dark screen as it was");
        assert!(css.contains("--c1:CanvasText") && css.contains("--grid:GrayText"));
    }

    #[test]
    fn no_other_sheet_says_what_the_palette_says() {
        for (name, css) in parts().iter().filter(|(name, _)| !name.contains("print")) {
            for token in Token::all() {
                let said = format!("{}:", token.property());
                assert!(!css.contains(&said), "{name} says {said}");
            }
            let is_of_charts = name.contains("charts");
            assert!(
                !is_of_charts || !css.contains(['#']) && !css.contains("rgb"),
                "{name} names a colour"
            );
        }
    }
}
