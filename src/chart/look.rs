//! How each kind of mark is painted, in tokens.
//!
//! One table for both ways of showing a drawing: a page gets it as a
//! stylesheet, where tokens are custom properties, and a drawing that is taken
//! away gets it as attributes, where they are colours (see `literal`).

use super::hatch::HATCHES;
use super::palette::{SLOTS, Token};

/// What a fill or a line is painted with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Paint {
    /// Not at all.
    None,
    /// One colour for every series.
    Plain(Token),
    /// The colour of the series.
    Series,
    /// The colour of the series with its hatching, by which fills are told
    /// apart without colour.
    Hatched,
    /// What can be read on the colour of the series.
    OnSeries,
}

/// How one class of marks is painted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    /// The class of the group around it that it is painted so in; any if empty.
    pub(super) within: &'static str,
    /// Its own class.
    pub(super) class: &'static str,
    pub(super) fill: Paint,
    pub(super) stroke: Paint,
    /// The width of its line, in pixels.
    pub(super) width: &'static str,
    pub(super) dash: Dash,
}

/// How a line is broken up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dash {
    /// Not at all.
    Whole,
    /// Alike for every series: lengths of dashes and gaps.
    Plain(&'static str),
    /// The series' own.
    Series,
}

/// The dash of each slot's line; the first is whole.
pub(super) const DASHES: [&str; SLOTS] = ["", "9 5", "1 6", "12 4 2 4", "5 5", "16 5"];

const AXIS: Look = line("axis", Paint::Plain(Token::Axis), "1");

/// A part of a status bar of which nobody has said how it stands.
const UNSTATED: Look =
    Look { fill: Paint::Plain(Token::Ground), ..dashed("", "b un", Token::Axis, "3 2") };

/// Every class of mark. Of two that fit, the later is taken.
const LOOKS: [Look; 14] = [
    line("grid", Paint::Plain(Token::Grid), "1"),
    AXIS,
    dashed("", "dash", Token::Ink, "6 4"),
    line("rim", Paint::Plain(Token::Ground), "5"),
    dashed("break", "dash", Token::Axis, "4 4"),
    Look { dash: Dash::Series, ..line("l", Paint::Series, "3") },
    Look { within: "ref", ..line("l", Paint::Plain(Token::Axis), "2") },
    line("range", Paint::Plain(Token::Axis), "3"),
    fill("m", Paint::Series),
    hollow("m pr", Dash::Whole),
    Look { within: "ref", stroke: Paint::Plain(Token::Axis), ..hollow("m pr", Dash::Whole) },
    fill("b", Paint::Hatched),
    hollow("b pr", Dash::Plain("5 3")),
    UNSTATED,
];

/// The classes of words, and their colours.
const WORDS: [(&str, Paint); 3] = [
    ("", Paint::Plain(Token::Ink)),
    ("mut", Paint::Plain(Token::Muted)),
    ("onfill", Paint::OnSeries),
];

const fn line(class: &'static str, stroke: Paint, width: &'static str) -> Look {
    Look { within: "", class, fill: Paint::None, stroke, width, dash: Dash::Whole }
}

const fn dashed(
    within: &'static str,
    class: &'static str,
    token: Token,
    dash: &'static str,
) -> Look {
    Look { within, dash: Dash::Plain(dash), ..line(class, Paint::Plain(token), "1.5") }
}

/// A shape with a line of the ground around it, which parts it from the next.
const fn fill(class: &'static str, fill: Paint) -> Look {
    Look { fill, ..line(class, Paint::Plain(Token::Ground), "1") }
}

/// The outline of a shape: its figure may still change.
const fn hollow(class: &'static str, dash: Dash) -> Look {
    Look { fill: Paint::Plain(Token::Ground), dash, ..line(class, Paint::Series, "2.5") }
}

/// The look of the marks of `class` in a group of class `within`. A class
/// without one is a bug of ours, and is drawn as an axis is.
pub(super) fn look_of(within: &str, class: &str) -> &'static Look {
    let fits = |look: &&Look| look.class == class && ["", within].contains(&look.within);
    let found = LOOKS.iter().rev().find(fits);
    debug_assert!(found.is_some(), "`{class}` has no look");
    found.unwrap_or(&AXIS)
}

/// What the words in a group of `class` are painted with: ink, unless the class
/// is one of words.
pub(super) fn paint_of_words(class: &str) -> Paint {
    let found = WORDS.into_iter().find(|(known, _)| *known == class);
    found.map_or(Paint::Plain(Token::Ink), |(_, paint)| paint)
}

impl Look {
    /// Whether its line has round ends and corners: dots are dashes without length.
    pub(super) fn is_round(&self) -> bool {
        self.dash == Dash::Series
    }
}

/// The slot whose marks are in a group of `class`: 0 for `s s1`.
pub(super) fn slot_of(class: &str) -> Option<usize> {
    let number: usize = class.strip_prefix("s s")?.parse().ok()?;
    number.checked_sub(1).filter(|slot| *slot < SLOTS)
}

/// The looks as rules of a stylesheet, for drawings on a page.
///
/// Series give their marks four properties: `--s` (colour), `--on` (what is
/// read on it), `--fill` (colour and hatching) and `--dash`.
pub fn stylesheet_of_marks() -> String {
    let mut css = String::new();
    for slot in 0..SLOTS {
        css.push_str(&rule_of_slot(slot));
    }
    css.push_str(".hx rect {fill: var(--s)} .hx path {fill: none; stroke: var(--on)}\n");
    for look in &LOOKS {
        css.push_str(&rule_of(look));
    }
    for (class, paint) in WORDS {
        let group = if class.is_empty() { String::new() } else { selector(class) + " " };
        css.push_str(&format!(".ch {group}text {{fill: {}}}\n", property(paint)));
    }
    // Where the system's two colours are all there is, the second series is
    // hatched too.
    css.push_str("@media screen and (forced-colors: active) {.ch {forced-color-adjust: none} ");
    css.push_str(".ch .s2 {--fill: url(#hx2) var(--s)}}\n");
    css
}

fn rule_of_slot(slot: usize) -> String {
    let (n, dash) = (slot + 1, DASHES[slot]);
    let fill = if HATCHES[slot].on_screen { format!("url(#hx{n}) ") } else { String::new() };
    let dash = if dash.is_empty() { "none" } else { dash };
    format!(
        ".ch .s{n}, .hx .s{n} {{--s: var(--c{n}); --on: var(--on{n}); \
         --fill: {fill}var(--c{n}); --dash: {dash}}}\n"
    )
}

fn rule_of(look: &Look) -> String {
    let mut css = format!(
        ".ch {}{} {{fill: {}; stroke: {}",
        if look.within.is_empty() { String::new() } else { format!(".{} ", look.within) },
        selector(look.class).trim_start(),
        property(look.fill),
        property(look.stroke),
    );
    if look.stroke != Paint::None {
        css.push_str(&format!("; stroke-width: {}", look.width));
    }
    match look.dash {
        Dash::Whole => {}
        Dash::Plain(dash) => css.push_str(&format!("; stroke-dasharray: {dash}")),
        Dash::Series => css.push_str("; stroke-dasharray: var(--dash)"),
    }
    if look.is_round() {
        css.push_str("; stroke-linecap: round; stroke-linejoin: round");
    }
    css + "}\n"
}

/// `m pr` as `.m.pr`.
fn selector(class: &str) -> String {
    class.split_whitespace().map(|name| format!(".{name}")).collect()
}

fn property(paint: Paint) -> String {
    match paint {
        Paint::None => "none".into(),
        Paint::Plain(token) => format!("var({})", token.property()),
        Paint::Series => "var(--s)".into(),
        Paint::Hatched => "var(--fill)".into(),
        Paint::OnSeries => "var(--on)".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_slot_has_a_dash_of_its_own() {
        for slot in 0..SLOTS {
            assert!(DASHES[..slot].iter().all(|other| *other != DASHES[slot]), "{slot}");
        }
    }

    #[test]
    fn a_group_may_change_the_look_of_a_class() {
        let stroke = |within| look_of(within, "dash").stroke;
        assert_eq!(stroke("target"), Paint::Plain(Token::Ink));
        assert_eq!(stroke("break"), Paint::Plain(Token::Axis));
    }

    #[test]
    fn slots_are_read_from_the_class_of_a_group() {
        assert_eq!(slot_of("s s1"), Some(0));
        assert_eq!(slot_of("s s6"), Some(5));
        assert_eq!((slot_of("s s0"), slot_of("s s7"), slot_of("axes")), (None, None, None));
    }

    #[test]
    fn the_stylesheet_names_no_colour() {
        let css = stylesheet_of_marks();
        assert!(!css.replace("#hx", "").contains('#'), "{css}");
        assert!(css.contains(".ch .break .dash {fill: none; stroke: var(--axis)"));
        assert!(css.contains(".ch .onfill text {fill: var(--on)}"));
    }
}
