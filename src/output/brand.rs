//! The council's own colour and type, as a stylesheet over the theme's.

use super::Renderer;
use crate::chart::palette::{Colour, TEXT, ratio_in_words};
use crate::diagnostic::{Diagnostic, Span, codes};

/// Writes `static/brand.css`.
pub(super) fn write(renderer: &Renderer<'_>) {
    let brand = &renderer.publication.config.brand;
    let mut css = String::from(":root {");
    if let Some(colour) = &brand.primary {
        match checked(colour) {
            Ok(()) => css.push_str(&format!("--brand: {colour}; --on-brand: #fff;")),
            Err(fault) => renderer.find(*fault),
        }
    }
    // `system` is the theme's own choice: a face that the reader's machine has.
    let font = brand.font.as_deref().filter(|font| *font != "system" && is_font(font));
    if let Some(font) = font {
        css.push_str(&format!("--sans: \"{font}\", sans-serif;"));
    }
    css.push_str("}\n");
    renderer.put("static/brand.css", css.as_bytes());
}

/// The council's colour, if it has one that can be read.
#[cfg(feature = "pdf")]
pub(super) fn colour<'r>(renderer: &'r Renderer<'_>) -> Option<&'r str> {
    let colour = renderer.publication.config.brand.primary.as_deref();
    colour.filter(|colour| checked(colour).is_ok())
}

/// White words are read on the brand's colour, and it in words on white.
fn checked(colour: &str) -> Result<(), Box<Diagnostic>> {
    let refused = |message: String, help: &str| {
        let found = Diagnostic::error(codes::CONTRAST, message);
        Err(Box::new(found.at(Span::words("data/site.yaml", colour)).help(help)))
    };
    match colour.parse::<Colour>().map(|colour| colour.contrast(Colour::WHITE)) {
        Ok(found) if found >= TEXT => Ok(()),
        Ok(found) => refused(
            format!(
                "the brand colour {colour} on white has a contrast of {}; text needs {TEXT}",
                ratio_in_words(found)
            ),
            "choose a darker shade",
        ),
        Err(said) => {
            let (message, help) = said.split_once(" | ").unwrap_or((&said, ""));
            refused(message.to_owned(), help)
        }
    }
}

/// Whether a font's name can stand in a stylesheet.
fn is_font(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == ' ' || c == '-')
}
