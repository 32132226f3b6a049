//! A part of one page, moved to another page.

use crate::output::tags::{Piece, Tag, anchors, pieces};
use std::collections::{BTreeMap, BTreeSet};

/// Where each page stands that the other page holds, by its path.
pub(super) type Places<'a> = BTreeMap<String, &'a str>;

/// What belongs to a page of its own alone: ways to other pages.
const ALONE: [&str; 2] = ["page-only", "other-editions"];
/// What the cover says for all chapters.
const SAID: [&str; 2] = ["page-facts", "kicker-edition"];

/// The attribute that names a part by words of the page.
const NAMED: &str = "aria-labelledby";

/// Attributes that name anchors of the same page.
const NAMING: [&str; 8] = [
    NAMED,
    "aria-describedby",
    "aria-controls",
    "aria-details",
    "aria-owns",
    "for",
    "headers",
    "list",
];

/// How a part of a page is moved.
pub(super) struct Copy<'a> {
    /// The path of its page.
    pub(super) from: &'a str,
    /// The way from the other page to the home page.
    pub(super) root: &'a str,
    /// What its anchors begin with, if it is a chapter; its headings are then a
    /// level lower, and its menus are left out.
    pub(super) chapter: Option<&'a str>,
    /// What the other page holds.
    pub(super) places: &'a Places<'a>,
}

impl Copy<'_> {
    /// `html` as the other page has it.
    pub(super) fn of(&self, html: &str) -> String {
        let anchors: BTreeSet<&str> = anchors(html).collect();
        let mut out = String::with_capacity(html.len() + html.len() / 8);
        // The element that is left out, and how deep within it this is.
        let mut left: Option<(&str, usize)> = None;
        for piece in pieces(html) {
            left = match (left, piece) {
                (None, Piece::Open(tag)) if self.is_left_out(tag) => Some((tag.name, 1)),
                (None, piece) => {
                    self.piece(piece, &anchors, &mut out);
                    None
                }
                (Some((name, depth)), Piece::Open(tag)) if tag.name == name => {
                    Some((name, depth + 1))
                }
                (Some((name, depth)), Piece::Close(close)) if close == name => {
                    Some((name, depth - 1)).filter(|(_, depth)| *depth > 0)
                }
                (left, _) => left,
            };
        }
        out
    }

    fn is_left_out(&self, tag: Tag<'_>) -> bool {
        let in_chapter = || tag.name == "nav" || tag.has_class(&SAID);
        !tag.is_empty() && (tag.has_class(&ALONE) || (self.chapter.is_some() && in_chapter()))
    }

    fn piece(&self, piece: Piece<'_>, anchors: &BTreeSet<&str>, out: &mut String) {
        match piece {
            Piece::Open(tag) => self.tag(tag, anchors, out),
            Piece::Close(name) => {
                out.push_str("</");
                out.push_str(self.level(name));
                out.push('>');
            }
            Piece::Other(text) => out.push_str(text),
        }
    }

    /// A heading's name a level lower, any other name as it is.
    fn level<'n>(&self, name: &'n str) -> &'n str {
        match name {
            _ if self.chapter.is_none() => name,
            "h1" => "h2",
            "h2" => "h3",
            "h3" => "h4",
            "h4" => "h5",
            "h5" => "h6",
            name => name,
        }
    }

    fn tag(&self, tag: Tag<'_>, anchors: &BTreeSet<&str>, out: &mut String) {
        out.push('<');
        out.push_str(self.level(tag.name));
        let title = self.chapter.map(title_of);
        if let (Some(title), "h1", None) = (&title, tag.name, tag.value("id")) {
            out.push_str(&format!(" id=\"{title}\""));
        }
        let mut done = 1 + tag.name.len();
        for (name, at) in tag.values() {
            out.push_str(&tag.text[done..at.start]);
            out.push_str(&self.value(name, &tag.text[at.clone()], anchors));
            // The notes of each chapter are a part of their own.
            if let Some(title) = title.as_ref().filter(|_| name == NAMED && tag.is_landmark()) {
                out.push_str(&format!(" {title}"));
            }
            done = at.end;
        }
        out.push_str(&tag.text[done..]);
    }

    fn value(&self, name: &str, value: &str, anchors: &BTreeSet<&str>) -> String {
        match name {
            "id" => self.anchor(value),
            "href" | "src" | "xlink:href" | "poster" | "data" => self.address(value, anchors),
            _ if NAMING.contains(&name) => {
                let names = value.split_ascii_whitespace();
                let own =
                    |one| if anchors.contains(one) { self.anchor(one) } else { one.to_owned() };
                names.map(own).collect::<Vec<_>>().join(" ")
            }
            _ if value.contains("url(#") => self.painted(value, anchors),
            _ => value.to_owned(),
        }
    }

    /// No name of a page holds a full stop, so that an anchor of one chapter is
    /// never that of another.
    fn anchor(&self, anchor: &str) -> String {
        self.chapter.map_or_else(|| anchor.to_owned(), |slug| format!("{slug}.{anchor}"))
    }

    /// A paint that the part itself holds.
    fn painted(&self, value: &str, anchors: &BTreeSet<&str>) -> String {
        let mut parts = value.split("url(#");
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (anchor, rest) = part.split_once(')').unwrap_or((part, ""));
            let anchor =
                if anchors.contains(anchor) { self.anchor(anchor) } else { anchor.to_owned() };
            out.push_str(&format!("url(#{anchor}){rest}"));
        }
        out
    }

    /// Where an address of the page leads from the other page.
    fn address(&self, to: &str, anchors: &BTreeSet<&str>) -> String {
        if let Some(anchor) = to.strip_prefix('#') {
            return match self.chapter {
                Some(slug) if anchor == "main" => format!("#{slug}"),
                _ if anchors.contains(anchor) => format!("#{}", self.anchor(anchor)),
                _ => to.to_owned(),
            };
        }
        if to.is_empty() || to.starts_with('/') || to.split(['/', '#']).any(|s| s.contains(':')) {
            return to.to_owned();
        }
        let (path, anchor) = to.split_once('#').unwrap_or((to, ""));
        let path = resolved(self.from, path);
        match (self.places.get(&path), anchor) {
            (Some(place), "" | "main") => format!("#{place}"),
            // What stands on the cover keeps its name.
            (Some(&"main"), anchor) => format!("#{anchor}"),
            (Some(place), anchor) => format!("#{place}.{anchor}"),
            (None, "") => format!("{}{path}", self.root),
            (None, anchor) => format!("{}{path}#{anchor}", self.root),
        }
    }
}

/// The anchor of a chapter's title, which no anchor of its own page has.
fn title_of(slug: &str) -> String {
    format!("{slug}:title")
}

/// The path from the home page that `to` means on the page at `from`.
fn resolved(from: &str, to: &str) -> String {
    let mut names: Vec<&str> = from.split('/').collect();
    names.pop();
    for name in to.split('/') {
        match name {
            ".." => drop(names.pop()),
            "." => {}
            name => names.push(name),
        }
    }
    names.join("/")
}

#[cfg(test)]
mod tests {
    use super::{Copy, Places};

    fn copied(chapter: Option<&str>, html: &str) -> String {
        let places: Places<'_> = [("y/index.html", "main"), ("y/a/index.html", "a")]
            .map(|(path, place)| (path.to_owned(), place))
            .into();
        Copy { from: "y/b/index.html", root: "../../", chapter, places: &places }.of(html)
    }

    #[test]
    fn a_chapter_is_a_level_lower_and_its_anchors_are_its_own() {
        let html = "<h1 id=\"t\">T</h1><a href=\"#t\">x</a><p aria-labelledby=\"t foot\">y</p>";
        let moved =
            "<h2 id=\"b.t\">T</h2><a href=\"#b.t\">x</a><p aria-labelledby=\"b.t foot\">y</p>";
        let part = "<h1>T</h1><section aria-labelledby=\"n\"><h2 id=\"n\">N</h2></section>";
        let named = "<h2 id=\"b:title\">T</h2><section aria-labelledby=\"b.n b:title\"><h3 id=\"b.n\">N</h3></section>";
        assert_eq!(copied(Some("b"), part), named);
        assert_eq!(copied(Some("b"), html), moved);
        assert_eq!(copied(None, html), html);
    }

    #[test]
    fn links_between_chapters_stay_on_the_page_and_others_lead_on() {
        for (to, moved) in [
            ("../a/index.html", "#a"),
            ("../../y/a/index.html#para-1.2", "#a.para-1.2"),
            ("../index.html", "#main"),
            ("../index.html#notes", "#notes"),
            ("chart-1.csv", "../../y/b/chart-1.csv"),
            ("../../outcomes/x/index.html#o", "../../outcomes/x/index.html#o"),
            ("https://example.org/a#b", "https://example.org/a#b"),
            ("mailto:a@example.org", "mailto:a@example.org"),
            ("#main", "#b"),
        ] {
            let link = |to: &str| format!("<a href=\"{to}\">x</a>");
            assert_eq!(copied(Some("b"), &link(to)), link(moved), "{to}");
        }
    }

    #[test]
    fn menus_and_what_belongs_to_one_page_are_left_out() {
        let html = "<p>1</p><nav><nav>2</nav>3</nav><div class=\"x page-only\"><div></div>4</div>5";
        assert_eq!(copied(Some("b"), html), "<p>1</p>5");
        assert_eq!(copied(None, html), "<p>1</p><nav><nav>2</nav>3</nav>5");
    }

    #[test]
    fn paints_of_the_part_go_with_it() {
        let html = "<svg><g id=\"p\"/><path fill=\"url(#p)\"/><path fill=\"url(#hx2) red\"/></svg>";
        let moved = html.replace("id=\"p\"", "id=\"b.p\"").replace("url(#p)", "url(#b.p)");
        assert_eq!(copied(Some("b"), html), moved);
    }
}
