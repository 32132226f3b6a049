//! What is exempt: found, checked for its reason, and cut out of the sources.
//!
//! The public site is read from sources in which exempt records are blanked
//! out, so nothing after the reading can know that they were ever written.
//! Every other byte keeps its place.

mod cut;

use super::Site;
use crate::at;
use crate::diagnostic::{Diagnostic, Findings, Part, Severity, Span, codes};
use crate::model::Text;
use crate::model::exemption::{self, Exemption, Visibility};
use crate::model::meeting::Item;
use crate::model::outcome::Outcome;
use crate::model::pledge::Pledge;
use crate::model::recommendation::Recommendation;
use crate::model::table::Table;
use crate::sources::Sources;
use crate::yaml::{Doc, Step};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// A record with what is said of who may see it.
#[derive(Debug)]
pub struct Marked<'a> {
    /// Its name: `outcome/ID`, `table/ID`, `pledge/SET/ID`,
    /// `recommendation/REVIEW/NUMBER` or `item/MEETING/NUMBER`.
    pub name: String,
    /// Whether the public may see it.
    pub visibility: Visibility,
    /// Why not.
    pub exemption: Option<&'a Exemption>,
    /// The file it is written in.
    pub file: Arc<str>,
    /// Its bytes.
    pub range: Range<usize>,
    /// Where it says who may see it, or where it stands.
    pub says: Span,
    /// Its title, if it has one.
    pub title: Option<&'a Text>,
    /// If it is exempt: its texts, each with its key and its bytes.
    pub texts: Vec<(String, Range<usize>)>,
    /// Whether it is the first of a list that is exempt as a whole.
    empties: bool,
}

impl Site {
    /// Every record that the public may not see.
    pub fn exempt_records(&self) -> impl Iterator<Item = Marked<'_>> {
        self.marked().into_iter().filter(|one| one.visibility == Visibility::Exempt)
    }

    /// Every record that the public may see, of those that could be exempt.
    pub fn public_records(&self) -> Vec<Marked<'_>> {
        let mut all = self.marked();
        all.retain(|one| one.visibility == Visibility::Public);
        all
    }

    /// The sources without the exempt records; `None` if there are none.
    pub(super) fn without_exempt(&self, sources: &Sources) -> Option<Sources> {
        let mut files: BTreeMap<Arc<str>, Vec<(Range<usize>, bool)>> = BTreeMap::new();
        for one in self.exempt_records() {
            files.entry(one.file).or_default().push((one.range, one.empties));
        }
        let mut cut = (!files.is_empty()).then(|| sources.clone())?;
        for (file, ranges) in files {
            if let Some(text) = sources.text(&file) {
                cut.add_text(&*file, cut::without(text, &ranges));
            }
        }
        Some(cut)
    }

    /// Every record that can be exempt.
    fn marked(&self) -> Vec<Marked<'_>> {
        let mut all = Vec::new();
        for doc in &self.outcomes {
            let named = |one: &Outcome, _| format!("outcome/{}", one.id);
            all.extend(marked(doc, at!["outcomes"], &doc.value.outcomes, named));
        }
        for doc in &self.tables {
            let named = |one: &Table, _| format!("table/{}", one.id);
            all.extend(marked(doc, at!["tables"], &doc.value.tables, named));
        }
        for doc in &self.sets {
            let named = |one: &Pledge, _| format!("pledge/{}/{}", doc.value.set.id, one.id);
            all.extend(marked(doc, at!["pledges"], &doc.value.pledges, named));
        }
        for doc in &self.reviews {
            let named = |one: &Recommendation, place: usize| {
                let own = one.number.clone().or(one.id.as_ref().map(ToString::to_string));
                let own = own.unwrap_or_else(|| place.to_string());
                format!("recommendation/{}/{own}", doc.value.review.id)
            };
            all.extend(marked(doc, at!["recommendations"], &doc.value.recommendations, named));
        }
        if let Some(doc) = &self.meetings {
            for (i, meeting) in doc.value.meetings.iter().enumerate() {
                let named = |one: &Item, place: usize| {
                    let number = one.number.clone().unwrap_or_else(|| place.to_string());
                    format!("item/{}/{number}", meeting.id)
                };
                all.extend(marked(doc, at!["meetings", i, "items"], &meeting.items, named));
            }
        }
        all
    }
}

/// A record that can be exempt.
trait CanBeExempt {
    fn title(&self) -> Option<&Text>;
    fn visibility(&self) -> Visibility;
    fn exemption(&self) -> Option<&Exemption>;
}

macro_rules! can_be_exempt {
    ($($record:ty: $title:ident),+) => {$(
        impl CanBeExempt for $record {
            fn title(&self) -> Option<&Text> {
                Some(&self.$title).filter(|_| stringify!($title) == "title")
            }

            fn visibility(&self) -> Visibility {
                self.visibility
            }

            fn exemption(&self) -> Option<&Exemption> {
                self.exemption.as_ref()
            }
        }
    )+};
}

can_be_exempt!(Outcome: title, Table: title, Pledge: title, Recommendation: text, Item: title);

/// The records of the list at `path`, named by `named` with their places from 1.
fn marked<'a, T, R: CanBeExempt>(
    doc: &Doc<T>,
    path: &[Step<'_>],
    records: &'a [R],
    named: impl Fn(&R, usize) -> String,
) -> Vec<Marked<'a>> {
    let empties = records.iter().all(|one| one.visibility() == Visibility::Exempt);
    let mark = |(i, one): (usize, &'a R)| {
        let path = [path, at![i]].concat();
        let is_exempt = one.visibility() == Visibility::Exempt;
        Marked {
            title: one.title(),
            texts: if is_exempt { doc.texts(&path) } else { Vec::new() },
            name: named(one, i + 1),
            visibility: one.visibility(),
            exemption: one.exemption(),
            file: doc.file.clone(),
            range: bytes_of(&doc.span(&path)),
            says: says(doc, &path),
            empties: empties && i == 0,
        }
    };
    records.iter().enumerate().map(mark).collect()
}

fn bytes_of(span: &Span) -> Range<usize> {
    match span.part {
        Part::Bytes { start, end } => start..end,
        Part::Whole | Part::Words(_) => 0..0,
    }
}

/// Where a record says who may see it.
fn says<T>(doc: &Doc<T>, path: &[Step<'_>]) -> Span {
    let within = |key| [path, &[Step::Key(key)]].concat();
    let keys = ["exemption", "visibility"].map(within);
    let said = keys.iter().find(|key| doc.has(key));
    doc.span(said.map_or(path, Vec::as_slice))
}

/// Every exempt page and record states its reason in law.
pub(super) fn check(site: &Site, findings: &mut Findings) {
    let nation = site.config.value.council.nation;
    for page in &site.pages {
        let front = &page.front.value;
        let inherits = site.is_exempt(page) && front.visibility == Visibility::Public;
        let visibility = if inherits { Visibility::Exempt } else { front.visibility };
        if inherits && front.exemption.is_none() {
            continue;
        }
        if let Some(fault) = exemption::fault(visibility, front.exemption.as_ref(), nation) {
            findings.push(unstated(fault).at(says(&page.front, at![])));
        }
    }
    for one in site.marked() {
        if let Some(fault) = exemption::fault(one.visibility, one.exemption, nation) {
            findings.push(unstated(fault).at(one.says));
        }
    }
}

/// What is wrong with the site as a whole, and with what the public may see of
/// it: a public part that is wrong only without what is exempt leads there. The
/// exempt pages of `site` are judged as a part of the whole alone.
pub fn joined(site: &Site, whole: &Findings, public: &Findings) -> Findings {
    let closed: Vec<&str> =
        site.pages.iter().filter(|page| site.is_exempt(page)).map(|page| &*page.file).collect();
    let open =
        |found: &&Diagnostic| found.span.as_ref().is_none_or(|span| !closed.contains(&&*span.file));
    let key = |found: &Diagnostic| (found.code, found.span.clone(), found.message.clone());
    let known: Vec<_> = whole.iter().map(key).collect();
    let said: Vec<_> = public.iter().map(key).collect();
    let mut all: Findings =
        whole.iter().filter(|found| !said.contains(&key(found))).cloned().collect();
    let led = |found: &Diagnostic| {
        let own = [codes::EXEMPT, codes::EXEMPT_LEAK].contains(&found.code);
        found.severity == Severity::Error && !own && !known.contains(&key(found))
    };
    let judged = |found: &Diagnostic| if led(found) { needs_exempt(found) } else { found.clone() };
    all.extend(public.iter().filter(open).map(judged).collect());
    all
}

fn needs_exempt(found: &Diagnostic) -> Diagnostic {
    let name = found.message.split('`').nth(1);
    let message = match name {
        Some(name) => format!("a public page or record names `{name}`, which is exempt"),
        None => "a public page or record needs what is exempt".to_owned(),
    };
    let needs = Diagnostic::error(codes::EXEMPT_NAMED, message)
        .note(format!("without what is exempt, {}", found.message))
        .help("take it out, with any words that give away what is exempt, or make this exempt too");
    match &found.span {
        Some(span) => needs.at(span.clone()),
        None => needs,
    }
}

/// Refuses what could not be cut out: it is written in a way that is not known.
pub(super) fn check_cut(public: &Site, findings: &mut Findings) {
    for one in public.exempt_records() {
        let found = Diagnostic::error(
            codes::EXEMPTION,
            "an exempt record cannot be left out as it is written",
        );
        findings.push(found.at(one.says).help("begin it on a line of its own with `- `"));
    }
}

fn unstated(fault: exemption::Fault) -> Diagnostic {
    Diagnostic::error(codes::EXEMPTION, fault.message).help(fault.help)
}
