//! What a drawing that stands alone must keep.

use roxmltree::{Document, Node};

use super::super::fixture;
use super::super::palette::{Colour, Colours, SLOTS, Token};
use super::super::svg::{Anchor, Svg};
use super::super::tests::charts;
use super::super::{Drawing, Kind};

/// A colour for each token, none like another.
fn colours() -> Colours {
    let colour = |n: usize| format!("#{:06X}", n * 9 + 1).parse::<Colour>().unwrap();
    Token::all().enumerate().map(|(n, token)| (token, colour(n))).collect()
}

/// Every hard case: its name, the drawing and its literal form.
fn cases() -> Vec<(String, Drawing, String)> {
    let literal = |(name, chart)| {
        let drawing = fixture::drawn(&chart);
        let literal = drawing.literal(&colours());
        (name, drawing, literal)
    };
    charts().into_iter().map(literal).collect()
}

fn elements<'a, 'i>(document: &'a Document<'i>) -> impl Iterator<Item = Node<'a, 'i>> {
    document.descendants().filter(Node::is_element)
}

/// The marks and words, by name, place and text, without how they are painted,
/// nor the rectangles that a literal drawing puts behind them.
fn shown(svg: &str) -> Vec<String> {
    let document = Document::parse(svg).unwrap();
    let places = ["d", "x", "y", "cx", "cy", "r", "width", "height", "text-anchor"];
    let of = |node: Node<'_, '_>| {
        let at = places.map(|name| node.attribute(name).unwrap_or_default());
        let (name, text) = (node.tag_name().name(), node.text().unwrap_or_default());
        format!("{name} {} {text}", at.join(" "))
    };
    let marks = elements(&document).filter(|node| {
        ["title", "desc", "text", "path", "circle"].contains(&node.tag_name().name())
            && node.ancestors().all(|node| !node.has_tag_name("defs"))
    });
    marks.map(of).collect()
}

#[test]
fn marks_and_words_are_those_of_the_page() {
    for (name, drawing, literal) in cases() {
        assert_eq!(shown(&literal), shown(&drawing.wide), "{name}");
    }
}

#[test]
fn all_that_is_painted_is_a_colour_of_the_palette() {
    let known: Vec<String> = Token::all().map(|token| colours().of(token).to_string()).collect();
    for (name, _, literal) in cases() {
        let document = Document::parse(&literal).unwrap();
        let ids: Vec<&str> = elements(&document).filter_map(|node| node.attribute("id")).collect();
        for node in elements(&document) {
            for paint in ["fill", "stroke"].into_iter().filter_map(|name| node.attribute(name)) {
                let pattern = paint.strip_prefix("url(#").and_then(|id| id.strip_suffix(')'));
                let is_known = paint == "none" || known.iter().any(|colour| colour == paint);
                let is_own = pattern.is_some_and(|id| ids.contains(&id));
                assert!(is_known || is_own, "{name}: {paint}");
            }
            let painted = node.attribute("fill").is_some();
            let is_shape = ["path", "circle", "rect", "text"].contains(&node.tag_name().name());
            assert_eq!(painted, is_shape, "{name}: {}", node.tag_name().name());
        }
    }
}

#[test]
fn nothing_is_taken_from_outside() {
    for (name, _, literal) in cases() {
        for word in ["class=", "style", "var(", "currentColor", "href", "<script"] {
            assert!(!literal.contains(word), "{name}: {word}");
        }
        let addresses = literal.matches("http").count();
        assert_eq!(addresses, 1, "{name}: the namespace alone");
    }
}

#[test]
fn it_says_its_size_and_face_and_has_a_ground() {
    let drawing = fixture::drawn(&fixture::line(&[("Us", &["10", "20"])]));
    let literal = drawing.literal(&colours());
    let document = Document::parse(&literal).unwrap();
    let root = document.root_element();
    let size = |node: Node<'_, '_>| {
        (node.attribute("width").map(str::to_owned), node.attribute("height").map(str::to_owned))
    };
    assert_eq!(root.attribute("width"), Some("720"));
    assert!(root.attribute("font-family").unwrap().starts_with("Arial"));
    let ground = root.children().find(|node| node.has_tag_name("rect")).unwrap();
    assert_eq!(size(ground), size(root));
    assert_eq!(ground.attribute("fill"), Some(colours().of(Token::Ground).to_string().as_str()));
}

#[test]
fn the_same_bytes_every_time() {
    let one: Vec<String> = cases().into_iter().map(|(_, _, literal)| literal).collect();
    let two: Vec<String> = cases().into_iter().map(|(_, _, literal)| literal).collect();
    assert_eq!(one, two);
}

/// A drawing of one bar in each slot with words on it.
fn stacked() -> Drawing {
    let mut svg = Svg::default();
    for slot in 0..SLOTS {
        let x = 1000 * i32::try_from(slot).unwrap();
        svg.open(&format!("s s{}", slot + 1));
        svg.rectangle("b", (x, 0), (x + 1000, 300));
        svg.text("onfill", Anchor::Middle, (x + 500, 200), "1 & 2");
        svg.close();
    }
    let root = "<svg viewBox=\"0 0 600 30\" aria-labelledby=\"c-wide-t\">\n<desc>Bars</desc>";
    let wide = format!("{root}{}</svg>\n", svg.take());
    Drawing { wide, narrow: String::new(), description: Vec::new() }
}

#[test]
fn hatchings_are_defined_once_and_words_on_them_stand_on_a_plate() {
    let literal = stacked().literal(&colours());
    let document = Document::parse(&literal).unwrap();
    let of = |name: &'static str| elements(&document).filter(move |node| node.has_tag_name(name));
    let ids: Vec<_> = of("pattern").filter_map(|node| node.attribute("id")).collect();
    assert_eq!(ids, ["c-wide-hx3", "c-wide-hx4", "c-wide-hx5", "c-wide-hx6"]);
    let worded = of("g").filter(|group| group.children().any(|node| node.has_tag_name("text")));
    let plates: Vec<usize> = worded
        .map(|group| group.children().filter(|node| node.has_tag_name("rect")).count())
        .collect();
    assert_eq!(plates, [0, 0, 1, 1, 1, 1]);
    for (slot, words) in of("text").enumerate() {
        let on = colours().of(Token::OnSeries(slot)).to_string();
        assert_eq!(words.attribute("fill"), Some(on.as_str()));
    }
}

#[test]
fn each_series_has_its_own_dash_and_colour() {
    let series: [(&str, &[&str]); 4] =
        [("A", &["1", "2"]), ("B", &["3", "4"]), ("C", &["5", "6"]), ("D", &["7", "8"])];
    let drawing = fixture::drawn(&fixture::chart(Kind::Line, &series));
    let literal = drawing.literal(&colours());
    for slot in 0..4 {
        let colour = colours().of(Token::Series(slot)).to_string();
        assert!(literal.contains(&format!("stroke=\"{colour}\" stroke-width=\"3\"")), "{slot}");
    }
    for dash in ["9 5", "1 6", "12 4 2 4"] {
        assert_eq!(literal.matches(&format!("stroke-dasharray=\"{dash}\"")).count(), 1, "{dash}");
    }
}
