//! The tags of a document: a tree of elements, with the words that each holds.

use super::content::{Drawn, page_of};
use super::{catalogue, name, refers, string};
use hayro_syntax::Pdf;
use hayro_syntax::object::{Dict, Object, ObjectIdentifier};
use std::collections::BTreeMap;

/// A tag.
#[derive(Debug, Default)]
pub(crate) struct Element {
    /// What it is, in the words of the standard: `H2`, `TH`, `Figure`.
    pub(crate) tag: String,
    pub(crate) alt: Option<String>,
    /// What a cell of the head heads: `Row`, `Column` or `Both`.
    pub(crate) scope: Option<String>,
    pub(crate) inside: Vec<Inside>,
}

/// What stands in an element.
#[derive(Debug)]
pub(crate) enum Inside {
    Element(Element),
    Words(String),
    /// Something that can be pressed: a link.
    Annotation(ObjectIdentifier),
    /// A part that no page draws.
    Nothing,
}

impl Element {
    /// All its words.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        for inside in &self.inside {
            match inside {
                Inside::Words(words) => text.push_str(words),
                Inside::Element(element) => {
                    text.push_str(&element.text());
                    if !["Span", "Em", "Strong", "Link", "Code"].contains(&element.tag.as_str()) {
                        text.push(' ');
                    }
                }
                Inside::Annotation(_) | Inside::Nothing => {}
            }
        }
        text
    }

    /// This element and all within it, in their order.
    pub(crate) fn all(&self) -> Vec<&Self> {
        let inside = self.inside.iter().filter_map(|inside| match inside {
            Inside::Element(element) => Some(element),
            _ => None,
        });
        std::iter::once(self).chain(inside.flat_map(Self::all)).collect()
    }

    /// Everything with one of `tags` within this, in order.
    pub(crate) fn tagged(&self, tags: &[&str]) -> Vec<&Self> {
        self.all().into_iter().filter(|element| tags.contains(&element.tag.as_str())).collect()
    }

    /// The level of a heading.
    pub(crate) fn level(&self) -> Option<u32> {
        self.tag.strip_prefix('H')?.parse().ok()
    }
}

/// The tags of `pdf`, below an element that has none.
pub(super) fn tree(pdf: &Pdf, pages: &[Drawn]) -> Element {
    let Some(root) = catalogue(pdf).get::<Dict<'_>>("StructTreeRoot") else {
        return Element::default();
    };
    let roles = root.get::<Dict<'_>>("RoleMap").unwrap_or_default();
    let roles =
        roles.keys().filter_map(|key| Some((key.as_str().to_owned(), name(&roles, key.as_str())?)));
    let reader = Reader { pages, roles: roles.collect() };
    Element { inside: reader.inside(&root, None), ..Element::default() }
}

struct Reader<'d> {
    pages: &'d [Drawn],
    /// What the names of the document's own tags stand for.
    roles: BTreeMap<String, String>,
}

impl Reader<'_> {
    fn element(&self, dict: &Dict<'_>, page: Option<&Drawn>) -> Element {
        let mut tag = name(dict, "S").unwrap_or_default();
        while let Some(standard) = self.roles.get(&tag) {
            tag.clone_from(standard);
        }
        let page = page_of(self.pages, dict).or(page);
        Element {
            tag,
            alt: string(dict, "Alt"),
            scope: attributes(dict).iter().find_map(|attribute| name(attribute, "Scope")),
            inside: self.inside(dict, page),
        }
    }

    /// What the entry `K` holds: one thing or many.
    fn inside(&self, dict: &Dict<'_>, page: Option<&Drawn>) -> Vec<Inside> {
        match dict.get::<Object<'_>>("K") {
            Some(Object::Array(many)) => {
                many.iter::<Object<'_>>().map(|one| self.one(&one, page)).collect()
            }
            Some(one) => vec![self.one(&one, page)],
            None => Vec::new(),
        }
    }

    fn one(&self, one: &Object<'_>, page: Option<&Drawn>) -> Inside {
        match one {
            Object::Number(number) => words(page, number.as_i64() as i32),
            Object::Dict(dict) if dict.contains_key("S") => {
                Inside::Element(self.element(dict, page))
            }
            Object::Dict(dict) => {
                let page = page_of(self.pages, dict).or(page);
                match (dict.get::<i32>("MCID"), refers(dict, "Obj")) {
                    (Some(number), _) => words(page, number),
                    (None, Some(id)) => Inside::Annotation(id),
                    (None, None) => Inside::Nothing,
                }
            }
            _ => Inside::Nothing,
        }
    }
}

fn words(page: Option<&Drawn>, number: i32) -> Inside {
    match page.and_then(|page| page.marked.get(&number)) {
        Some(words) => Inside::Words(words.clone()),
        None => Inside::Nothing,
    }
}

fn attributes<'d>(dict: &Dict<'d>) -> Vec<Dict<'d>> {
    match dict.get::<Object<'_>>("A") {
        Some(Object::Dict(one)) => vec![one],
        Some(Object::Array(many)) => many.iter::<Dict<'_>>().collect(),
        _ => Vec::new(),
    }
}
