//! What every PDF of ours must keep: the part of PDF/UA-1 and PDF/A-2a that a
//! structure can show, and what we promise beyond them.

use super::Document;
use super::element::{Element, Inside};
use super::{name, string};
use hayro_syntax::object::{Array, Dict, Name, ObjectIdentifier};
use std::collections::{BTreeMap, BTreeSet};

/// Everything that is wrong with the PDF `bytes`.
pub(crate) fn faults(bytes: &[u8]) -> Vec<String> {
    let document = Document::read(bytes);
    let mut faults = Vec::new();
    catalogue(&document, &mut faults);
    metadata(&document, &mut faults);
    headings(&document, &mut faults);
    elements(&document.root, &mut faults);
    parts(&document, &mut faults);
    annotations(&document, &mut faults);
    fonts(&document, &mut faults);
    running(&document, &mut faults);
    faults.sort();
    faults.dedup();
    faults
}

fn must(faults: &mut Vec<String>, holds: bool, otherwise: impl Into<String>) {
    if !holds {
        faults.push(otherwise.into());
    }
}

fn catalogue(document: &Document, faults: &mut Vec<String>) {
    let all = document.catalogue();
    let within = |key: &str| all.get::<Dict<'_>>(key).unwrap_or_default();
    must(faults, within("MarkInfo").get("Marked") == Some(true), "it is not marked as tagged");
    must(faults, all.contains_key("StructTreeRoot"), "it has no tags");
    must(faults, string(&all, "Lang").is_some_and(|lang| lang.len() >= 2), "it has no language");
    let shows = within("ViewerPreferences").get("DisplayDocTitle") == Some(true);
    must(faults, shows, "its title is not shown in the window");
    for key in ["OpenAction", "AA", "AcroForm"] {
        must(faults, !all.contains_key(key), format!("it has an entry {key}"));
    }
    let names = within("Names");
    for key in ["JavaScript", "EmbeddedFiles"] {
        must(faults, !names.contains_key(key), format!("it holds {key}"));
    }
    let has_headings = document.root.all().iter().any(|element| element.level().is_some());
    let has_bookmarks = within("Outlines").contains_key("First");
    must(faults, has_bookmarks || !has_headings, "it has headings and no bookmarks");
}

fn metadata(document: &Document, faults: &mut Vec<String>) {
    let xml = document.metadata();
    let says = |key: &str| value(&xml, key).filter(|value| !value.is_empty());
    must(faults, says("dc:title").is_some(), "its metadata have no title");
    must(faults, says("pdfuaid:part").as_deref() == Some("1"), "it does not claim PDF/UA-1");
    let archive = (says("pdfaid:part"), says("pdfaid:conformance"));
    let claims = archive == (Some("2".to_owned()), Some("A".to_owned()));
    must(faults, claims, format!("it claims PDF/A {archive:?}, not PDF/A-2a"));
    let Some((year, month, day)) = document.date() else {
        faults.push("it bears no date".to_owned());
        return;
    };
    let date = format!("{year:04}-{month:02}-{day:02}");
    for key in ["xmp:CreateDate", "xmp:ModifyDate"] {
        let said = says(key).unwrap_or_default();
        must(faults, said.starts_with(&date), format!("{key} is {said:?}, not {date}"));
    }
}

/// What the metadata say of `key`, as an element or an attribute.
fn value(xml: &str, key: &str) -> Option<String> {
    let element = xml.split_once(&format!("<{key}>")).map(|(_, after)| after);
    if let Some(after) = element {
        let inside = after.split(&format!("</{key}>")).next()?;
        let words = inside.split('<').map(|part| part.rsplit('>').next().unwrap_or(part));
        return Some(words.collect::<String>().trim().to_owned());
    }
    let (_, after) = xml.split_once(&format!("{key}=\""))?;
    after.split('"').next().map(str::to_owned)
}

/// They begin at the first level and go down one by one.
fn headings(document: &Document, faults: &mut Vec<String>) {
    let mut last = 0;
    for element in document.root.all() {
        let Some(level) = element.level() else { continue };
        let words = element.text();
        must(faults, level <= last + 1, format!("{words:?} is of level {level} below {last}"));
        must(faults, !words.trim().is_empty(), "a heading has no words");
        last = level;
    }
}

fn elements(element: &Element, faults: &mut Vec<String>) {
    let has = |inside: fn(&Inside) -> bool| element.inside.iter().any(inside);
    let only = |tags: &[&str]| {
        element.inside.iter().all(|inside| match inside {
            Inside::Element(element) => tags.contains(&element.tag.as_str()),
            _ => false,
        })
    };
    let holds = match element.tag.as_str() {
        "Figure" | "Formula" => element.alt.as_deref().is_some_and(|alt| !alt.trim().is_empty()),
        "TH" => element.scope.is_some(),
        "Link" => has(|inside| matches!(inside, Inside::Annotation(_))),
        "L" => only(&["LI", "L", "Caption"]),
        "LI" => only(&["Lbl", "LBody"]),
        "Table" => only(&["TR", "THead", "TBody", "TFoot", "Caption"]),
        "THead" | "TBody" | "TFoot" => only(&["TR"]),
        "TR" => only(&["TH", "TD"]),
        _ => true,
    };
    let words: String = element.text().chars().take(60).collect();
    must(faults, holds, format!("a {} is not as it must be: {words:?}", element.tag));
    let is_there = !has(|inside| matches!(inside, Inside::Nothing));
    must(faults, is_there, format!("a {} holds what no page draws", element.tag));
    if element.tag == "Table" {
        table(element, faults);
    }
    for inside in &element.inside {
        if let Inside::Element(inside) = inside {
            elements(inside, faults);
        }
    }
}

/// A table of more than one cell has a head.
fn table(table: &Element, faults: &mut Vec<String>) {
    let heads = table.tagged(&["TH"]).len();
    let cells = table.tagged(&["TD"]).len();
    let words: String = table.text().chars().take(60).collect();
    must(faults, heads > 0 || cells == 0, format!("a table has no head: {words:?}"));
}

/// Everything that is drawn is a part of the text or an artifact, and the tags
/// know each part.
fn parts(document: &Document, faults: &mut Vec<String>) {
    for (n, page) in document.pages.iter().enumerate() {
        let page_of = format!("page {}", n + 1);
        let drawn = page.unmarked;
        must(faults, drawn == 0, format!("{page_of} draws {drawn} things that no tag knows"));
    }
    let shown: usize = document.pages.iter().map(|page| page.marked.len()).sum();
    let words = |element: &&Element| {
        element.inside.iter().filter(|inside| matches!(inside, Inside::Words(_))).count()
    };
    let known: usize = document.root.all().iter().map(words).sum();
    must(faults, known == shown, format!("of {shown} parts the tags know {known}"));
    must(faults, shown > 0, "it says nothing");
}

/// Links: their order is that of the tags, they say where they lead, the tags
/// know them, and they lead to addresses of a kind that is safe.
fn annotations(document: &Document, faults: &mut Vec<String>) {
    let mut tagged = BTreeSet::new();
    for element in document.root.all() {
        for inside in &element.inside {
            if let Inside::Annotation(id) = inside {
                tagged.insert(*id);
            }
        }
    }
    for (n, page) in document.pdf.pages().iter().enumerate() {
        let Some(all) = page.raw().get::<Array<'_>>("Annots") else { continue };
        let tabs = page.raw().get::<Name<'_>>("Tabs");
        let ordered = tabs.is_some_and(|tabs| tabs.as_str() == "S");
        must(faults, ordered, format!("page {} has links in no order", n + 1));
        for link in all.iter::<Dict<'_>>() {
            annotation(&link, &tagged, faults);
        }
    }
}

fn annotation(link: &Dict<'_>, tagged: &BTreeSet<ObjectIdentifier>, faults: &mut Vec<String>) {
    let contents = string(link, "Contents").unwrap_or_default();
    must(faults, !contents.trim().is_empty(), "a link does not say where it leads");
    must(faults, name(link, "Subtype").as_deref() == Some("Link"), "a note is no link");
    must(faults, link.contains_key("StructParent"), format!("no tag knows {contents:?}"));
    let is_tagged = link.obj_id().is_some_and(|id| tagged.contains(&id));
    must(faults, is_tagged, format!("no tag holds the link {contents:?}"));
    let Some(action) = link.get::<Dict<'_>>("A") else { return };
    let kind = name(&action, "S").unwrap_or_default();
    let leads = string(&action, "URI").unwrap_or_default();
    let is_safe = match kind.as_str() {
        "GoTo" => true,
        "URI" => ["https://", "http://", "mailto:", "tel:"].iter().any(|s| leads.starts_with(s)),
        _ => false,
    };
    must(faults, is_safe, format!("a link does {kind} to {leads:?}"));
}

fn fonts(document: &Document, faults: &mut Vec<String>) {
    for font in document.pages.iter().flat_map(|page| page.fonts.values()) {
        must(faults, font.is_embedded, format!("the font {} is not in the file", font.name));
        let Some(letters) = &font.letters else {
            faults.push(format!("the font {} does not say its letters", font.name));
            continue;
        };
        let bad = |c: char| {
            matches!(c, '\0' | '\u{feff}' | '\u{fffe}' | '\u{e000}'..='\u{f8ff}' | '\u{fffd}')
        };
        let wrong = letters.values().find(|letters| letters.contains(bad));
        must(faults, wrong.is_none(), format!("the font {} has {wrong:?}", font.name));
    }
}

/// What runs along the foot of each page says which page it is, and no reader
/// hears it.
fn running(document: &Document, faults: &mut Vec<String>) {
    let pages = document.pages.len();
    for (n, page) in document.pages.iter().enumerate() {
        let mut said: BTreeMap<&str, String> = BTreeMap::new();
        for (kind, words) in &page.artifacts {
            said.entry(kind).or_default().push_str(words);
        }
        let foot = said.get("Footer").map(String::as_str).unwrap_or_default();
        let says = foot.contains(&(n + 1).to_string()) && foot.contains(&pages.to_string());
        must(faults, says, format!("the foot of page {} of {pages} says {foot:?}", n + 1));
    }
}
