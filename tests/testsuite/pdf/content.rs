//! What a page draws: words and shapes, under which mark.
//!
//! A part of the text stands between marks with a number, by which the tags
//! know it; what is no part of the text, such as a running head or a line, is
//! marked as an artifact. Nothing may be drawn outside of both.

use super::font::Font;
use super::{name, refers, string};
use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::{Dict, Object, ObjectIdentifier, Stream};
use hayro_syntax::page::{Page, Resources};
use std::collections::BTreeMap;
use std::rc::Rc;

/// What a page draws.
#[derive(Default)]
pub(super) struct Drawn {
    pub(super) id: Option<ObjectIdentifier>,
    /// The words under each number.
    pub(super) marked: BTreeMap<i32, String>,
    /// The words of artifacts, by what they are, such as `Header`.
    pub(super) artifacts: Vec<(String, String)>,
    /// How many things are drawn outside of marks.
    pub(super) unmarked: usize,
    /// Every font that it draws with.
    pub(super) fonts: BTreeMap<String, Rc<Font>>,
}

/// A mark that is open.
enum Mark {
    Part(i32),
    Artifact(String),
    /// Words that stand in the place of the letters.
    Instead,
    Other,
}

pub(super) fn drawn(page: &Page<'_>) -> Drawn {
    let drawn = Drawn { id: page.raw().obj_id(), ..Drawn::default() };
    let mut pen = Pen { drawn, marks: Vec::new(), font: None, last: None };
    pen.draw(page.page_stream().unwrap_or_default(), page.resources(), 0);
    pen.drawn
}

struct Pen {
    drawn: Drawn,
    marks: Vec<Mark>,
    font: Option<Rc<Font>>,
    /// The height at which letters last stood.
    last: Option<f64>,
}

impl Pen {
    fn draw(&mut self, stream: &[u8], resources: &Resources<'_>, depth: usize) {
        let mut steps = UntypedIter::new(stream);
        while let Some(step) = steps.next() {
            let operands: Vec<&Object<'_>> = step.operands().collect();
            let operator = String::from_utf8_lossy(step.operator);
            match (&*operator, operands.as_slice()) {
                ("BDC", [kind, about]) => self.begin(kind, Some(about), resources),
                ("BMC", [kind]) => self.begin(kind, None, resources),
                ("EMC", _) => drop(self.marks.pop()),
                ("Tf", [Object::Name(called), _]) => {
                    self.font = resources.get_font(called).map(|font| self.font(&font));
                }
                ("Do", [Object::Name(called)]) if depth < 8 => {
                    if let Some(object) = resources.get_x_object(called) {
                        self.object(&object, resources, depth);
                    }
                }
                ("Tm", [.., Object::Number(height)]) => self.stand(height.as_f64()),
                ("Tj", [Object::String(codes)]) => self.letters(codes.as_bytes()),
                ("TJ", [Object::Array(codes)]) => {
                    for code in codes.iter::<Object<'_>>() {
                        if let Object::String(codes) = code {
                            self.letters(codes.as_bytes());
                        }
                    }
                }
                ("S" | "s" | "f" | "F" | "f*" | "B" | "B*" | "b" | "b*" | "sh", _) => self.mark(),
                _ => {}
            }
        }
    }

    fn begin(&mut self, kind: &Object<'_>, about: Option<&&Object<'_>>, resources: &Resources<'_>) {
        let about = match about {
            Some(Object::Dict(about)) => Some(about.clone()),
            Some(Object::Name(called)) => resources.properties.get::<Dict<'_>>(called.as_ref()),
            _ => None,
        };
        let about = about.unwrap_or_default();
        let is_artifact = matches!(kind, Object::Name(kind) if kind.as_str() == "Artifact");
        if let Some(instead) = string(&about, "ActualText") {
            self.say(&instead);
            self.marks.push(Mark::Instead);
        } else if is_artifact {
            let kind = name(&about, "Subtype").or_else(|| name(&about, "Type"));
            self.marks.push(Mark::Artifact(kind.unwrap_or_default()));
        } else {
            self.marks.push(about.get::<i32>("MCID").map_or(Mark::Other, Mark::Part));
        }
        self.mark_part();
    }

    /// Notes that a part is there, also if it turns out to have no words.
    fn mark_part(&mut self) {
        if let Some(Mark::Part(number)) = self.marks.last() {
            self.drawn.marked.entry(*number).or_default();
        }
    }

    fn font(&mut self, dict: &Dict<'_>) -> Rc<Font> {
        let key = dict.obj_id().map_or_else(String::new, |id| id.obj_number.to_string());
        let font = self.drawn.fonts.entry(key).or_insert_with(|| Rc::new(Font::of(dict)));
        font.clone()
    }

    fn object(&mut self, object: &Stream<'_>, outer: &Resources<'_>, depth: usize) {
        self.mark();
        if name(object.dict(), "Subtype").as_deref() == Some("Image") {
            return;
        }
        let own = object.dict().get::<Dict<'_>>("Resources").map(Resources::new);
        if let Ok(bytes) = object.decoded() {
            self.draw(&bytes, own.as_ref().unwrap_or(outer), depth + 1);
        }
    }

    /// Goes to another height: a new line, so a space.
    fn stand(&mut self, height: f64) {
        if self.last.is_some_and(|last| (last - height).abs() > 0.1) {
            self.say(" ");
        }
        self.last = Some(height);
    }

    fn letters(&mut self, codes: &[u8]) {
        self.mark();
        if !self.marks.iter().any(|mark| matches!(mark, Mark::Instead)) {
            let letters = self.font.as_ref().map(|font| font.read(codes)).unwrap_or_default();
            self.say(&letters);
        }
    }

    /// Counts what is drawn outside of marks.
    fn mark(&mut self) {
        let is_known = |mark: &Mark| matches!(mark, Mark::Part(_) | Mark::Artifact(_));
        self.drawn.unmarked += usize::from(!self.marks.iter().any(is_known));
    }

    fn say(&mut self, words: &str) {
        for mark in self.marks.iter().rev() {
            match mark {
                Mark::Part(number) => {
                    self.drawn.marked.entry(*number).or_default().push_str(words);
                    return;
                }
                Mark::Artifact(kind) => {
                    self.drawn.artifacts.push((kind.clone(), words.to_owned()));
                    return;
                }
                Mark::Instead | Mark::Other => {}
            }
        }
    }
}

/// The page that an element or mark stands on.
pub(super) fn page_of<'d>(pages: &'d [Drawn], dict: &Dict<'_>) -> Option<&'d Drawn> {
    let id = refers(dict, "Pg")?;
    pages.iter().find(|page| page.id == Some(id))
}
