//! One drawing in progress: plotters on the one hand, our SVG on the other.
//!
//! plotters and we write to the same surface in turn. It is borrowed only for
//! the length of one call, so neither finds it taken.

use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

use plotters::chart::{ChartBuilder, ChartContext, LabelAreaPosition};
use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::style::{IntoFont, TRANSPARENT, TextStyle};

use super::ChartError;
use super::axis::Axis;
use super::backend::Backend;
use super::scale::Scale;
use super::svg::Svg;
use super::text::{FONT, px};
use super::token::{GRID, MUTED};
use crate::strings::Strings;

/// The part of a drawing where numbers have a place.
pub(super) type Plot<'a> = ChartContext<'a, Backend, Cartesian2d<Axis, Axis>>;

/// From the plot's edge to the words beside it, as plotters spaces them: twice
/// the length of a tick.
pub(super) const TICK: i32 = px(3);

/// Where the plot is within the drawing; all in tenths of a pixel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) top: i32,
    pub(super) right: i32,
    pub(super) bottom: i32,
    pub(super) left: i32,
}

impl Frame {
    pub(super) fn plot_width(&self) -> i32 {
        self.width - self.left - self.right
    }

    pub(super) fn plot_height(&self) -> i32 {
        self.height - self.top - self.bottom
    }
}

/// A surface shared by plotters and us.
pub(super) struct Canvas {
    backend: Rc<RefCell<Backend>>,
    area: DrawingArea<Backend, Shift>,
}

impl Canvas {
    pub(super) fn new(frame: &Frame) -> Self {
        let backend = Rc::new(RefCell::new(Backend::new((frame.width, frame.height))));
        Self { area: (&backend).into(), backend }
    }

    /// Writes to the SVG directly.
    pub(super) fn svg<T>(&self, write: impl FnOnce(&mut Svg) -> T) -> T {
        write(&mut self.backend.borrow_mut().svg)
    }

    /// Puts all that `draw` draws into one group.
    pub(super) fn group<T>(&self, class: &str, draw: impl FnOnce() -> T) -> T {
        self.svg(|svg| svg.open(class));
        let drawn = draw();
        self.svg(Svg::close);
        drawn
    }

    /// What was drawn.
    pub(super) fn body(&self) -> String {
        self.svg(Svg::take)
    }

    /// Lays two axes over the frame. plotters counts the last pixel of a range as
    /// part of it, so it is given one more, and both ends are where they should be.
    pub(super) fn plot(&self, frame: &Frame, x: Axis, y: Axis) -> Result<Plot<'_>, ChartError> {
        ChartBuilder::on(&self.area)
            .margin_top(frame.top)
            .margin_right(frame.right - 1)
            .set_label_area_size(LabelAreaPosition::Left, frame.left)
            .set_label_area_size(LabelAreaPosition::Bottom, frame.bottom - 1)
            .build_cartesian_2d(x, y)
            .map_err(|error| failed(&error))
    }
}

/// Draws the grid, and the words for the numbers of `scale` beside it.
pub(super) fn draw_grid(
    plot: &mut Plot<'_>,
    scale: &Scale,
    strings: &Strings,
) -> Result<(), ChartError> {
    let label = |number: &f64| scale.label(*number, strings);
    plot.configure_mesh()
        // Without axes plotters writes no labels either; ours are drawn apart.
        .axis_style(TRANSPARENT)
        .bold_line_style(GRID)
        .set_all_tick_mark_size(TICK)
        .x_label_formatter(&label)
        .y_label_formatter(&label)
        .label_style(TextStyle::from(("sans-serif", FONT).into_font()).color(&MUTED))
        .draw()
        .map_err(|error| failed(&error))
}

/// Our error for one of plotters'.
pub(super) fn failed(error: &DrawingAreaErrorKind<Infallible>) -> ChartError {
    ChartError::Drawing(error.to_string())
}
