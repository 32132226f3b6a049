//! The council's own colour and type, as a stylesheet over the theme's.

use super::Renderer;
use crate::diagnostic::{Diagnostic, Span, codes};

/// The least contrast of text on its ground (WCAG 2.2, 1.4.3).
const LEAST: f64 = 4.5;

/// Writes `static/brand.css`.
pub(super) fn write(renderer: &Renderer<'_>) {
    let brand = &renderer.publication.config.brand;
    let mut css = String::from(":root {");
    if let Some(colour) = &brand.primary {
        match contrast_with_white(colour) {
            Some(contrast) if contrast >= LEAST => {
                css.push_str(&format!("--brand: {colour}; --on-brand: #fff;"));
            }
            found => refuse(renderer, colour, found),
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

fn refuse(renderer: &Renderer<'_>, colour: &str, contrast: Option<f64>) {
    let message = match contrast {
        Some(contrast) => format!(
            "the brand colour {colour} on white has a contrast of {contrast:.1}; text needs {LEAST}"
        ),
        None => format!("`{colour}` is not a colour as written here"),
    };
    let help = if contrast.is_some() {
        "choose a darker shade"
    } else {
        "write six digits after a #, such as `#12436D`, in quotes"
    };
    let found =
        Diagnostic::error(codes::CONTRAST, message).at(Span::words("data/site.yaml", colour));
    renderer.find(found.help(help));
}

/// Whether a font's name can stand in a stylesheet.
fn is_font(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == ' ' || c == '-')
}

/// The contrast ratio of `#rrggbb` with white (WCAG 2.2, relative luminance).
fn contrast_with_white(colour: &str) -> Option<f64> {
    let digits =
        colour.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let channel = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok().map(linear);
    let luminance = 0.2126 * channel(0)? + 0.7152 * channel(2)? + 0.0722 * channel(4)?;
    Some(1.05 / (luminance + 0.05))
}

fn linear(channel: u8) -> f64 {
    let share = f64::from(channel) / 255.0;
    if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
}

#[cfg(test)]
mod tests {
    use super::contrast_with_white;

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        let contrast = |colour| contrast_with_white(colour).unwrap();
        assert!((contrast("#000000") - 21.0).abs() < 0.01);
        assert!((contrast("#767676") - 4.54).abs() < 0.01);
        assert_eq!(contrast_with_white("navy"), None);
    }
}
