//! The palette as a stylesheet: custom properties for each way of looking, and
//! how the marks of charts are painted with them.

use crate::chart::palette::{Colours, Palette, Token};
use crate::chart::stylesheet_of_marks;
use std::fmt::Display;

/// Writes `static/palette.css`.
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
