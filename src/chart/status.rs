//! Status bars: one bar in parts, beside the counts that it sums up.
//!
//! It has no words and no scale, and is hidden from screen readers: the list of
//! counts under it says all it shows.

use super::element::series_class;
use super::svg::{Svg, decimal, push_attribute};
use super::text::px;

const WIDTH: i32 = px(480);
const HEIGHT: i32 = px(16);
/// The side of a swatch in the list of counts.
const SWATCH: i32 = px(12);
/// The class of a part of which nobody has said how it stands: an outline.
const UNSTATED: &str = "b un";

/// A bar of 480 by 16 pixels with a part for each count, as long as its share
/// of all, as SVG without ids. A part is painted as the series in its slot, or
/// as an outline if it has none. `None` where there is nothing to count.
pub fn status_bar(parts: &[(Option<usize>, usize)]) -> Option<String> {
    let total: usize = parts.iter().map(|(_, count)| count).sum();
    let edge = |counted: usize| i32::try_from(WIDTH as usize * counted / total).unwrap_or(WIDTH);
    let mut svg = Svg::default();
    let mut counted = 0;
    for (slot, count) in parts.iter().filter(|_| total > 0) {
        let from = edge(counted);
        counted += count;
        part(&mut svg, *slot, [from, edge(counted), HEIGHT]);
    }
    (total > 0).then(|| root("ch status-bar", WIDTH, HEIGHT, &svg.take()))
}

/// A small square painted as the part of a bar in `slot`, to stand before its
/// count.
pub fn status_swatch(slot: Option<usize>) -> String {
    let mut svg = Svg::default();
    part(&mut svg, slot, [0, SWATCH, SWATCH]);
    root("ch swatch", SWATCH, SWATCH, &svg.take())
}

fn part(svg: &mut Svg, slot: Option<usize>, [from, to, height]: [i32; 3]) {
    svg.open(slot.map_or("s", series_class));
    svg.rectangle(if slot.is_some() { "b" } else { UNSTATED }, (from, 0), (to, height));
    svg.close();
}

fn root(class: &str, width: i32, height: i32, body: &str) -> String {
    let mut out = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    let view_box = format!("0 0 {} {}", decimal(width), decimal(height));
    let shown = [("class", class), ("viewBox", &view_box), ("preserveAspectRatio", "none")];
    for (name, value) in shown.into_iter().chain([("aria-hidden", "true"), ("focusable", "false")])
    {
        push_attribute(&mut out, name, value);
    }
    out + ">" + body.trim_end() + "</svg>"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_fill_the_bar_and_touch() {
        let svg = status_bar(&[(Some(0), 7), (Some(1), 3), (None, 2)]).unwrap();
        assert_eq!(svg.matches("<path").count(), 3, "{svg}");
        assert!(svg.contains("aria-hidden=\"true\"") && svg.contains("class=\"b un\""), "{svg}");
        assert!(svg.contains("M0 0h280v16") && svg.contains("M280 0h120v16"), "{svg}");
        assert!(svg.contains("M400 0h80v16"), "{svg}");
    }

    #[test]
    fn nothing_has_no_bar() {
        assert_eq!(status_bar(&[]), None);
        assert_eq!(status_bar(&[(None, 0)]), None);
    }
}
