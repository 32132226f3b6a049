//! The `<svg>` element around a picture: its size, its title and its words.

use super::Chart;
use super::canvas::Frame;
use super::svg::{decimal, escape, push_attribute};
use super::text::px;

/// For which width of page a drawing is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Variant {
    Wide,
    Narrow,
}

impl Variant {
    pub(super) fn width(self) -> i32 {
        self.pick(px(720), px(340))
    }

    /// The most that either side of the plot may take, so that some is left.
    pub(super) fn most_side(self) -> i32 {
        self.width() * 9 / 20
    }

    /// The one value or the other.
    pub(super) fn pick<T>(self, wide: T, narrow: T) -> T {
        match self {
            Self::Wide => wide,
            Self::Narrow => narrow,
        }
    }

    fn name(self) -> &'static str {
        self.pick("wide", "narrow")
    }
}

/// A picture without its root.
#[derive(Clone, Debug)]
pub(super) struct Picture {
    pub(super) frame: Frame,
    pub(super) body: String,
}

/// Makes `picture` a whole SVG. The title names it and the description only
/// describes it: with both as its name, both would be read twice.
pub(super) fn wrap(
    chart: &Chart,
    variant: Variant,
    picture: &Picture,
    description: &[String],
) -> String {
    let name = variant.name();
    let (title, words) = (format!("{}-{name}-t", chart.id), format!("{}-{name}-d", chart.id));
    let mut out = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    // Large print has the narrow drawing, unless it is higher than a sheet.
    let tall = if picture.frame.height > 3 * picture.frame.width { " tall" } else { "" };
    for (attribute, value) in [
        ("class", format!("ch {name}{tall}").as_str()),
        ("viewBox", &view_box(&picture.frame)),
        ("font-size", "15"),
        ("role", "img"),
        ("aria-labelledby", &title),
        ("aria-describedby", &words),
    ] {
        push_attribute(&mut out, attribute, value);
    }
    out.push_str(">\n");
    element(&mut out, "title", &title, &chart.headline);
    element(&mut out, "desc", &words, &description.join(" "));
    out + &picture.body + "</svg>\n"
}

fn view_box(frame: &Frame) -> String {
    format!("0 0 {} {}", decimal(frame.width), decimal(frame.height))
}

fn element(out: &mut String, name: &str, id: &str, text: &str) {
    out.push('<');
    out.push_str(name);
    push_attribute(out, "id", id);
    out.push('>');
    escape(out, text);
    out.push_str(&format!("</{name}>\n"));
}
