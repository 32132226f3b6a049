//! The checklist of twenty points that our charts keep, and where each is
//! tested. Modules are below `chart` unless another is named.
//!
//! | point | kept by |
//! |---|---|
//! | 1 headline, 2 subtitle, 3 source and notes | tests of `output` |
//! | 4 title and description from the data | [`title_and_description_are_written_from_the_data`], `describe` |
//! | 5 the same data in a table and a file | tests of `output` |
//! | 6 no pie, no third dimension, no second axis | [`a_chart_is_of_one_of_five_kinds_on_one_scale`] |
//! | 7 bars start at zero, other scales say so | [`lengths_start_at_zero_and_other_scales_say_if_they_do_not`] |
//! | 8 four series, more as panels on one scale | [`no_more_is_drawn_than_can_be_told_apart`], `tests::limits` |
//! | 9 names at the marks, apart and inside | [`names_stand_at_the_marks_where_they_fit`], `tests::table` |
//! | 10 colour is never alone | [`series_differ_by_more_than_colour`], `swatch` |
//! | 11 contrast | `palette` |
//! | 12 missing, withheld, provisional | [`what_is_missing_is_never_drawn_nor_to_be_worked_out`], `tests::geometry`, `tests::table` |
//! | 13 one look through the site | [`a_comparator_keeps_its_class_and_shape_through_all_kinds`] |
//! | 14 to 16 size, reflow, forced colours | tests in the browser |
//! | 17 nothing on hover, nothing to focus | [`nothing_can_be_hovered_or_focused`] |
//! | 18 ids, XML, no script, same bytes | [`the_svg_keeps_to_classes_and_unique_ids`], [`the_same_chart_is_the_same_bytes`] |
//! | 19 which way is better, in words | [`which_way_is_better_is_said`] |
//! | 20 n with each percentage | tests of `output` |

use std::collections::BTreeSet;

use super::table::{Drawn, KINDS, TABLE};
use crate::chart::fixture::{self, Report, chart};
use crate::chart::swatch::Swatch;
use crate::chart::*;

#[test]
fn title_and_description_are_written_from_the_data() {
    for drawn in TABLE.iter() {
        for svg in [&drawn.drawing.wide, &drawn.drawing.narrow] {
            let document = roxmltree::Document::parse(svg).unwrap();
            let root = document.root_element();
            let text = |tag: &str, reference: &str| {
                let node = root.children().find(|node| node.has_tag_name(tag)).unwrap();
                assert_eq!(root.attribute(reference), node.attribute("id"), "{}", drawn.name);
                node.text().unwrap_or_default().to_owned()
            };
            assert_eq!(text("title", "aria-labelledby"), drawn.chart.headline);
            let words = drawn.drawing.description.join(" ");
            assert_eq!(text("desc", "aria-describedby"), words);
            // The author adds to it and takes nothing away.
            let own = drawn.chart.author_text.as_deref().unwrap_or_default();
            assert!(words.ends_with(own), "{}: {words}", drawn.name);
        }
    }
}

/// The match has no arm for others: a new kind has to be thought of here.
#[test]
fn a_chart_is_of_one_of_five_kinds_on_one_scale() {
    for drawn in TABLE.iter() {
        let along: fn(&fixture::Words) -> f64 = match drawn.chart.kind {
            Kind::Line => |words| words.right,
            Kind::Bar | Kind::Stacked | Kind::Dot => fixture::Words::level,
            Kind::SmallMultiples => |words| words.right,
        };
        for (name, report) in drawn.variants() {
            let unit = &drawn.chart.unit.suffix;
            let is_number = |words: &&fixture::Words| {
                words.is_of_axes()
                    && words.text.ends_with(unit.as_str())
                    && !words.text.contains('[')
            };
            let numbers = report.words.iter().filter(is_number).filter(|words| {
                words.text.trim_end_matches(unit.as_str()).chars().all(|c| !c.is_alphabetic())
            });
            let places: BTreeSet<i64> = numbers.map(|words| along(words).round() as i64).collect();
            assert_eq!(places.len(), 1, "{name}: two scales at {places:?}");
        }
    }
}

#[test]
fn lengths_start_at_zero_and_other_scales_say_if_they_do_not() {
    for kind in KINDS {
        let drawing = fixture::drawn(&chart(kind, &[("Us", &["92", "96"]), ("A", &["93", "95"])]));
        let says = Report::of(&drawing.wide).says("does not start at zero");
        let told = drawing.description.join(" ").contains("does not start at zero");
        let from_zero = matches!(kind, Kind::Bar | Kind::Stacked);
        assert_eq!((says, told), (!from_zero, !from_zero), "{kind:?}");
    }
    let bars = Report::of(&fixture::drawn(&chart(Kind::Bar, &[("Us", &["92", "96"])])).wide);
    let feet: BTreeSet<i64> = bars.places.iter().map(|bar| (bar.x.0 * 10.0) as i64).collect();
    assert_eq!(feet.len(), 1);
    assert!(bars.words.iter().any(|words| words.text == "0%"));
}

#[test]
fn no_more_is_drawn_than_can_be_told_apart() {
    for (kind, most) in [
        (Kind::Line, 4),
        (Kind::Bar, 4),
        (Kind::Stacked, 6),
        (Kind::Dot, 4),
        (Kind::SmallMultiples, 12),
    ] {
        let drawn =
            |count| draw(&chart(kind, &vec![("Us", &["1", "2"][..]); count]), &fixture::english());
        assert!(drawn(most).is_ok(), "{kind:?}");
        let found = most + 1;
        assert_eq!(drawn(found), Err(ChartError::TooManySeries { found, most }));
    }
}

#[test]
fn names_stand_at_the_marks_where_they_fit() {
    for kind in [Kind::Line, Kind::Bar, Kind::Stacked, Kind::SmallMultiples] {
        let drawing = fixture::drawn(&chart(kind, &[("Us", &["62", "96"]), ("A", &["73", "95"])]));
        for svg in [&drawing.wide, &drawing.narrow] {
            let report = Report::of(svg);
            assert_eq!(report.count("key"), 0, "{kind:?}");
            assert!(report.words.iter().any(|words| words.text.starts_with("Us")), "{kind:?}");
        }
    }
}

/// Lines differ by dash and marker, dots by marker, parts by hatching.
#[test]
fn series_differ_by_more_than_colour() {
    let shape = |slot| {
        let mut svg = svg::Svg::default();
        Swatch::Marker(slot).draw(&mut svg, (0, 0));
        let drawn = svg.take();
        drawn.split_once('>').unwrap().1.to_owned()
    };
    let shapes: BTreeSet<String> = (0..MOST_PARTS).map(shape).collect();
    assert_eq!(shapes.len(), MOST_PARTS);
    let dashes: BTreeSet<&str> = look::DASHES.iter().copied().collect();
    assert_eq!(dashes.len(), MOST_PARTS);
    let hatchings: BTreeSet<String> =
        hatch::HATCHES.iter().map(|hatch| format!("{hatch:?}")).collect();
    assert_eq!(hatchings.len(), MOST_PARTS);
}

#[test]
fn what_is_missing_is_never_drawn_nor_to_be_worked_out() {
    for kind in KINDS {
        let with = chart(kind, &[("Us", &["40", "[c]", "60"]), ("A", &["10", "20p", "5"])]);
        let without = chart(kind, &[("Us", &["40", "[x]", "60"]), ("A", &["10", "20p", "5"])]);
        let (with, without) = (fixture::drawn(&with), fixture::drawn(&without));
        // The drawing is the same whatever it is that is missing.
        let places = |drawing: &Drawing| Report::of(&drawing.narrow).places;
        assert_eq!(places(&with), places(&without), "{kind:?}");
        for svg in [&with.wide, &with.narrow] {
            let report = Report::of(svg);
            assert!(report.says("[c]"), "{kind:?}");
            let is_provisional = |shape: &fixture::Shape| shape.class.ends_with(" pr");
            assert_eq!(report.shapes.iter().filter(|s| is_provisional(s)).count(), 1, "{kind:?}");
            assert!(report.says("a provisional figure"), "{kind:?}");
        }
        let words = with.description.join(" ");
        assert!(words.contains("[c] withheld to protect privacy"), "{words}");
        assert!(words.contains("is provisional"), "{words}");
    }
}

#[test]
fn a_comparator_keeps_its_class_and_shape_through_all_kinds() {
    for kind in KINDS {
        for slot in 0..MOST_SERIES {
            let mut one = chart(kind, &[("England", &["40", "50"])]);
            one.series[0].slot = slot;
            let report = Report::of(&fixture::drawn(&one).wide);
            assert!(!report.places.is_empty());
            assert!(report.places.iter().all(|place| place.slot == slot), "{kind:?}");
            let class = format!("s s{}", slot + 1);
            let marks = report.shapes.iter().filter(|shape| shape.class == "m");
            for mark in marks {
                assert_eq!(mark.within.last(), Some(&class), "{kind:?}");
                assert_eq!(mark.corners.len(), [1, 4, 4, 3][slot], "{kind:?}");
            }
        }
    }
}

/// No tooltip, no link and no way in with the keyboard.
#[test]
fn nothing_can_be_hovered_or_focused() {
    let known = ["svg", "title", "desc", "g", "path", "circle", "text"];
    for svg in TABLE.iter().flat_map(|drawn| [&drawn.drawing.wide, &drawn.drawing.narrow]) {
        let document = roxmltree::Document::parse(svg).unwrap();
        for node in document.descendants().filter(roxmltree::Node::is_element) {
            let name = node.tag_name().name();
            assert!(known.contains(&name), "{name}");
            let in_root = node.parent() == Some(document.root_element());
            assert!(name != "title" || in_root, "a title inside is shown on hover");
        }
    }
}

/// What an element may say: no style, no script, no colour and no reference to
/// anything outside.
const ATTRIBUTES: [&str; 14] = [
    "aria-describedby",
    "aria-labelledby",
    "class",
    "cx",
    "cy",
    "d",
    "font-size",
    "id",
    "r",
    "role",
    "text-anchor",
    "viewBox",
    "x",
    "y",
];

#[test]
fn the_svg_keeps_to_classes_and_unique_ids() {
    for drawn in TABLE.iter() {
        let [(_, wide), (_, narrow)] = drawn.variants();
        for attribute in wide.attributes.iter().chain(&narrow.attributes) {
            assert!(ATTRIBUTES.contains(&attribute.as_str()), "{}: {attribute}", drawn.name);
        }
        let ids: BTreeSet<_> = wide.ids.iter().chain(&narrow.ids).collect();
        assert_eq!((ids.len(), wide.ids.len() + narrow.ids.len()), (4, 4), "{}", drawn.name);
    }
}

#[test]
fn the_same_chart_is_the_same_bytes() {
    for Drawn { name, chart, drawing } in TABLE.iter() {
        assert_eq!(fixture::drawn(chart), *drawing, "{name}");
    }
}

#[test]
fn which_way_is_better_is_said() {
    for kind in KINDS {
        let mut one = chart(kind, &[("Us", &["40", "50"])]);
        for (polarity, words) in [
            (Polarity::HigherIsBetter, Some("Higher is better.")),
            (Polarity::LowerIsBetter, Some("Lower is better.")),
            (Polarity::Context, None),
        ] {
            one.polarity = polarity;
            let drawing = fixture::drawn(&one);
            let said = drawing.description.iter().find(|sentence| sentence.contains("is better"));
            assert_eq!(said.map(String::as_str), words, "{kind:?}");
            let report = Report::of(&drawing.narrow);
            assert_eq!(report.says("is better"), words.is_some(), "{kind:?}");
        }
    }
}
