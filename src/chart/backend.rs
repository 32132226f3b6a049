//! Our own drawing surface for plotters.
//!
//! plotters is told a canvas ten times the real size, so that its whole pixels
//! are our tenths; its colours are read back as classes (see [`super::token`]);
//! and its text is measured by our table. Groups and our own elements are
//! written through [`Backend::svg`] between its calls.

use std::convert::Infallible;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use super::svg::{Anchor, Spot, Svg};
use super::text::{self, DROP, FONT, TENTHS};
use super::token;

/// A surface of a fixed size in tenths of a pixel.
#[derive(Debug)]
pub(super) struct Backend {
    size: (i32, i32),
    /// What is drawn so far.
    pub(super) svg: Svg,
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl Backend {
    pub(super) fn new(size: (i32, i32)) -> Self {
        Self { size, svg: Svg::default() }
    }
}

impl DrawingBackend for Backend {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.size.0.unsigned_abs(), self.size.1.unsigned_abs())
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, colour: BackendColor) -> Drawn {
        self.draw_rect(at, (at.0 + TENTHS, at.1 + TENTHS), &colour, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: Spot, to: Spot, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        if let Some(class) = class_of(style.color()) {
            self.svg.path(class, &[path.into_iter().collect()]);
        }
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, a: Spot, b: Spot, style: &S, _fill: bool) -> Drawn {
        if let Some(class) = class_of(style.color()) {
            self.svg.rectangle(class, a, b);
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        radius: u32,
        style: &S,
        _fill: bool,
    ) -> Drawn {
        if let (Some(class), Ok(radius)) = (class_of(style.color()), i32::try_from(radius)) {
            self.svg.circle(class, centre, radius);
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        if let Some(class) = class_of(style.color()) {
            let mut corners: Vec<Spot> = corners.into_iter().collect();
            corners.extend(corners.first().copied());
            self.svg.path(class, &[corners]);
        }
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, words: &str, style: &S, (x, y): Spot) -> Drawn {
        if let Some(class) = class_of(style.color()) {
            let at = style.anchor();
            self.svg.text(class, anchor(at.h_pos), (x, y + baseline(at.v_pos)), words);
        }
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        words: &str,
        _style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        Ok((text::width(words).unsigned_abs(), FONT.unsigned_abs()))
    }
}

/// The class for a colour; nothing is drawn in a transparent one. A colour
/// outside the palette would not follow the theme, so it is a bug of ours.
fn class_of(colour: BackendColor) -> Option<&'static str> {
    if colour.alpha == 0.0 {
        return None;
    }
    let class = token::class_of(colour.rgb);
    debug_assert!(class.is_some(), "{:?} is not a colour of the palette", colour.rgb);
    class
}

fn anchor(position: HPos) -> Anchor {
    match position {
        HPos::Left => Anchor::Start,
        HPos::Center => Anchor::Middle,
        HPos::Right => Anchor::End,
    }
}

/// How far the baseline is below the point that plotters gives. Written out,
/// since `dominant-baseline` is not drawn alike everywhere.
fn baseline(position: VPos) -> i32 {
    match position {
        VPos::Top => FONT * 3 / 4,
        VPos::Center => DROP,
        VPos::Bottom => -FONT / 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use plotters::style::text_anchor::Pos;
    use plotters::style::{Color, IntoFont, RGBColor, TextStyle};

    fn style() -> TextStyle<'static> {
        TextStyle::from(("sans-serif", FONT).into_font())
            .color(&token::MUTED)
            .pos(Pos::new(HPos::Right, VPos::Center))
    }

    #[test]
    fn text_is_classed_anchored_and_measured_by_our_table() {
        let mut backend = Backend::new((1000, 1000));
        backend.draw_text("5%", &style(), (100, 200)).unwrap();
        let svg = backend.svg.take();
        assert_eq!(
            svg,
            "<g class=\"mut\" text-anchor=\"end\"><text x=\"10\" y=\"25.2\">5%</text></g>"
        );
        let (width, _) = backend.estimate_text_size("5%", &style()).unwrap();
        assert_eq!(width, text::width("5%").unsigned_abs());
    }

    #[test]
    fn colours_become_classes_and_transparent_is_not_drawn() {
        let mut backend = Backend::new((1000, 1000));
        backend.draw_line((0, 0), (50, 0), &token::GRID).unwrap();
        backend.draw_line((0, 0), (50, 0), &RGBColor(9, 9, 9).mix(0.0)).unwrap();
        assert_eq!(backend.svg.take(), "<path class=\"grid\" d=\"M0 0h5\"/>");
    }
}
