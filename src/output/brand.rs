//! The council's own colour and type, behind the theme's sheet.

mod uses;

use super::Renderer;
use crate::chart::palette::{Colour, Palette, TEXT};
use crate::diagnostic::{Diagnostic, Span, codes};
use uses::Pair;

/// The end of the style sheet.
pub(super) fn css(renderer: &Renderer<'_>) -> String {
    let brand = &renderer.publication.config.brand;
    let mut css = String::from(":root {");
    if let Some(colour) = &brand.primary {
        match checked(colour, renderer.theme.palette()) {
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
    css
}

/// The council's colour, if it has one that can be read.
#[cfg(feature = "pdf")]
pub(super) fn colour<'r>(renderer: &'r Renderer<'_>) -> Option<&'r str> {
    let colour = renderer.publication.config.brand.primary.as_deref();
    colour.filter(|colour| checked(colour, renderer.theme.palette()).is_ok())
}

/// Refuses a colour that cannot be read somewhere that the theme shows it.
fn checked(colour: &str, palette: &Palette) -> Result<(), Box<Diagnostic>> {
    let refused = |found: Diagnostic| Box::new(found.at(Span::words("data/site.yaml", colour)));
    let parsed = colour.parse::<Colour>().map_err(|said| {
        let (message, help) = said.split_once(" | ").unwrap_or((&said, ""));
        refused(Diagnostic::error(codes::CONTRAST, message).help(help))
    })?;
    faint(parsed, palette).map_or(Ok(()), |found| Err(refused(found)))
}

/// What is said of a colour that is too faint: of its worst pair first.
fn faint(colour: Colour, palette: &Palette) -> Option<Diagnostic> {
    let mut faint: Vec<Pair> = uses::pairs(colour, palette);
    faint.retain(|pair| pair.ratio() < TEXT);
    faint.sort_by(|a, b| a.ratio().total_cmp(&b.ratio()));
    let (worst, others) = faint.split_first()?;
    let message =
        format!("with the brand colour {colour}, {}; text needs {TEXT}", worst.in_words());
    let found = Diagnostic::error(codes::CONTRAST, message);
    let found = others.iter().fold(found, |found, pair| found.note(pair.in_words()));
    Some(
        found.help(match uses::nearest(colour, palette) {
            Some(nearest) => format!(
                "choose a darker shade: `{nearest}` is the nearest that can be read everywhere"
            ),
            None => "no shade of it can be read on the grounds of this palette: see `palette.yaml`"
                .to_owned(),
        }),
    )
}

/// Whether a font's name can stand in a stylesheet.
fn is_font(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == ' ' || c == '-')
}
