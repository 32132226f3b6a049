//! Drawings: their words, and where their marks and labels are.

use super::super::seen::{About, Drawing, LABEL, Label, Mark, Passage, Spot};
use super::html::{StartTag, attribute};
use super::path;

/// Attributes that say how a drawing looks, not what it means.
const GEOMETRY: [&str; 34] = [
    "d",
    "x",
    "y",
    "cx",
    "cy",
    "r",
    "rx",
    "ry",
    "x1",
    "x2",
    "y1",
    "y2",
    "dx",
    "dy",
    "points",
    "transform",
    "viewbox",
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "font-size",
    "font-family",
    "font-weight",
    "text-anchor",
    "opacity",
    "patternunits",
    "patterntransform",
    "fill-opacity",
    "stroke-opacity",
    "preserveaspectratio",
    "clip-path",
];

/// Whether an attribute only says how something looks.
pub(super) fn is_geometry(name: &str) -> bool {
    GEOMETRY.contains(&name)
}

/// A drawing on the way.
#[derive(Default)]
pub(super) struct Drawer {
    depth: usize,
    drawing: Drawing,
    passages: Vec<(&'static str, String)>,
    /// The element whose words are being read, and its words.
    speaking: Option<(String, String)>,
    at: Option<Spot>,
    /// What is inside does not appear: patterns, markers, clips.
    defined: usize,
}

impl Drawer {
    pub(super) fn is_open(&self) -> bool {
        self.depth > 0
    }

    pub(super) fn open(&mut self, name: &str, tag: &StartTag) {
        match name {
            "svg" => self.depth += 1,
            "title" | "desc" | "text" | "metadata" | "style" | "script" => {
                self.speaking = Some((name.to_owned(), String::new()));
                self.at = spot(tag, "x", "y");
            }
            "tspan" => self.at = spot(tag, "x", "y").or(self.at),
            "defs" | "pattern" | "marker" | "clippath" | "mask" | "symbol" if !tag.self_closing => {
                self.defined += 1;
            }
            _ if self.defined == 0 => self.drawing.marks.extend(marks(name, tag)),
            _ => {}
        }
    }

    pub(super) fn words(&mut self, text: &str) {
        if let Some((_, words)) = &mut self.speaking {
            words.push_str(text);
        }
    }

    /// What the end of `name` completes.
    pub(super) fn close(&mut self, name: &str, about: &About) -> (Vec<Passage>, Option<Drawing>) {
        match name {
            "svg" => self.depth = self.depth.saturating_sub(1),
            "defs" | "pattern" | "marker" | "clippath" | "mask" | "symbol" => {
                self.defined = self.defined.saturating_sub(1);
            }
            _ => self.end_words(name),
        }
        if self.is_open() {
            return (Vec::new(), None);
        }
        let done = std::mem::take(self);
        let passage = |(kind, text): (&'static str, String)| Passage {
            kind: kind.into(),
            text,
            about: about.clone(),
        };
        let drawing = Drawing { about: about.clone(), ..done.drawing };
        (done.passages.into_iter().map(passage).collect(), Some(drawing))
    }

    fn end_words(&mut self, name: &str) {
        let Some((_, words)) = self.speaking.take_if(|(speaking, _)| speaking == name) else {
            return;
        };
        let text = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            return;
        }
        let kind = match name {
            "title" | "desc" => {
                self.drawing.words.push_str(&text);
                self.drawing.words.push('\n');
                if name == "title" {
                    "the title of a drawing"
                } else {
                    "the description of a drawing"
                }
            }
            "text" => {
                let label = self.at.map(|at| Label { at, text: text.clone() });
                self.drawing.labels.extend(label);
                LABEL
            }
            _ => "what a drawing says of itself",
        };
        self.passages.push((kind, text));
    }
}

fn length(tag: &StartTag, name: &str) -> Option<f64> {
    attribute(tag, name)?.trim().trim_end_matches("px").parse().ok()
}

fn spot(tag: &StartTag, x: &str, y: &str) -> Option<Spot> {
    Some(Spot { x: length(tag, x)?, y: length(tag, y)? })
}

/// The marks of one element.
fn marks(name: &str, tag: &StartTag) -> Vec<Mark> {
    let zero = |name: &str| length(tag, name).unwrap_or(0.0);
    match name {
        "path" => attribute(tag, "d").map(|d| path::marks(&d)).unwrap_or_default(),
        "polyline" | "polygon" => {
            let corners =
                attribute(tag, "points").map(|all| path::points(&all)).unwrap_or_default();
            vec![Mark { corners, is_closed: name == "polygon" }]
        }
        "rect" => {
            let (x, y, wide, high) = (zero("x"), zero("y"), zero("width"), zero("height"));
            let corners = [(x, y), (x + wide, y), (x + wide, y + high), (x, y + high)];
            vec![closed(&corners)]
        }
        "circle" | "ellipse" => {
            let (x, y) = (zero("cx"), zero("cy"));
            let (rx, ry) =
                if name == "circle" { (zero("r"), zero("r")) } else { (zero("rx"), zero("ry")) };
            vec![closed(&[(x - rx, y - ry), (x + rx, y - ry), (x + rx, y + ry), (x - rx, y + ry)])]
        }
        "line" => {
            let ends = spot(tag, "x1", "y1").zip(spot(tag, "x2", "y2"));
            ends.map(|(a, b)| Mark { corners: vec![a, b], is_closed: false }).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

fn closed(corners: &[(f64, f64)]) -> Mark {
    let corners = corners.iter().map(|(x, y)| Spot { x: *x, y: *y }).collect();
    Mark { corners, is_closed: true }
}

#[cfg(test)]
mod tests {
    use super::super::html::read;
    use super::*;

    #[test]
    fn a_drawing_tells_its_words_labels_and_marks() {
        let sight = read(
            "<figure><svg viewBox='0 0 9 9'><title>Homes</title><desc>One bar.</desc>\
             <text x='1' y='2'>Ten</text><path d='M0 0h5v2h-5Z'/><circle cx='4' cy='4' r='1'/>\
             <defs><pattern><path d='M9 9h9'/></pattern></defs></svg></figure>",
            false,
        );
        let drawing = &sight.drawings[0];
        assert_eq!(drawing.words, "Homes\nOne bar.\n");
        assert_eq!(drawing.labels, [Label { at: Spot { x: 1.0, y: 2.0 }, text: "Ten".into() }]);
        let bounds: Vec<_> = drawing.marks.iter().filter_map(Mark::bounds).collect();
        let spot = |x, y| Spot { x, y };
        assert_eq!(bounds, [(spot(0.0, 0.0), spot(5.0, 2.0)), (spot(3.0, 3.0), spot(5.0, 5.0))]);
        assert!(sight.passages.iter().any(|passage| passage.text == "One bar."));
    }
}
