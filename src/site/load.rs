//! From files to typed records.

use super::{Site, SourcePage, templates};
use crate::diagnostic::{Diagnostic, Findings, Span, closest, codes};
use crate::model::Address;
use crate::sources::Sources;
use crate::yaml::{self, Doc, Text};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The single files of `data/`.
const FILES: [&str; 7] = ["site", "rules", "glossary", "papers", "ratings", "meetings", "waivers"];
/// The folders of `data/`.
const FOLDERS: [&str; 5] = ["outcomes", "tables", "pledges", "recommendations", "published"];

pub(super) fn load(sources: &Sources, findings: &mut Findings) -> Option<Site> {
    report_unread(sources, findings);
    let pages = load_pages(sources, findings);
    let papers = load_file(sources, "papers", findings);
    let mut site = Site {
        config: load_config(sources, findings)?,
        outcomes: load_folder(sources, "outcomes", findings),
        tables: load_folder(sources, "tables", findings),
        sets: load_folder(sources, "pledges", findings),
        reviews: load_folder(sources, "recommendations", findings),
        ledgers: load_folder(sources, "published", findings),
        ratings: load_file(sources, "ratings", findings),
        meetings: load_file(sources, "meetings", findings),
        waivers: load_file(sources, "waivers", findings),
        rules: load_file(sources, "rules", findings),
        glossary: load_file(sources, "glossary", findings),
        templates: templates::all(papers.as_ref(), findings),
        papers,
        pages,
        assets: load_assets(sources),
    };
    site.pages.sort_by(|a, b| a.address.cmp(&b.address));
    Some(site)
}

fn load_config(
    sources: &Sources,
    findings: &mut Findings,
) -> Option<Doc<crate::model::SiteConfig>> {
    if sources.text("data/site.yaml").is_none() {
        findings.push(
            Diagnostic::error(codes::NO_SITE, "there is no `data/site.yaml`, so this is not a project")
                .help("go to the project's folder or name it with `-C DIR`; `pledgebook init DIR` starts a new one"),
        );
    }
    load_file(sources, "site", findings)
}

fn load_file<T: DeserializeOwned>(
    sources: &Sources,
    name: &str,
    findings: &mut Findings,
) -> Option<Doc<T>> {
    let path = format!("data/{name}.yaml");
    yaml::read(&Text::file(&path, sources.text(&path)?), findings)
}

fn load_folder<T: DeserializeOwned>(
    sources: &Sources,
    name: &str,
    findings: &mut Findings,
) -> Vec<Doc<T>> {
    let folder = format!("data/{name}");
    let files = sources.texts_in(&folder).filter(|(path, _)| path.ends_with(".yaml"));
    let files: Vec<_> = files.filter(|(path, text)| holds_records(path, text, findings)).collect();
    files
        .into_iter()
        .filter_map(|(path, text)| yaml::read(&Text::file(path, text), findings))
        .collect()
}

/// Whether a file says anything; it is an error if not.
fn holds_records(path: &str, text: &str, findings: &mut Findings) -> bool {
    let said = says_anything(text);
    if !said {
        let found = Diagnostic::error(codes::MISSING_KEY, format!("`{path}` is empty"));
        findings.push(found.at(Span::file(path)).help("write its records, or delete it"));
    }
    said
}

/// Whether there is more in a text than comments.
pub(super) fn says_anything(text: &str) -> bool {
    text.lines().any(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'))
}

/// Warns of files in `data/` that nothing reads: usually a misspelt name.
fn report_unread(sources: &Sources, findings: &mut Findings) {
    let texts = sources.texts_in("data").map(|(path, _)| path.to_owned());
    let others = sources.assets_in("data").into_keys();
    for path in texts.chain(others).filter(|path| !is_read(path)) {
        let name = path.trim_start_matches("data/");
        let stem = name.split(['/', '.']).next().unwrap_or_default();
        let near = closest(stem, FILES.into_iter().chain(FOLDERS));
        let help = match near {
            _ if name.ends_with(".yml") => "data files end in `.yaml`: rename it".to_owned(),
            Some(near) => format!("did you mean `{near}`?"),
            None => format!(
                "move it out of `data/`; folders read there are {}",
                crate::diagnostic::list_of(&FOLDERS)
            ),
        };
        findings.push(
            Diagnostic::warning(codes::UNREAD_FILE, format!("nothing reads `{path}`"))
                .at(Span::file(path))
                .help(help),
        );
    }
}

fn is_read(path: &str) -> bool {
    let Some(name) = path.strip_prefix("data/").and_then(|name| name.strip_suffix(".yaml")) else {
        return false;
    };
    match name.split_once('/') {
        Some((folder, rest)) => FOLDERS.contains(&folder) && !rest.contains('/'),
        None => FILES.contains(&name),
    }
}

fn load_assets(sources: &Sources) -> BTreeMap<String, Arc<[u8]>> {
    let assets = sources.assets_in("content").into_iter();
    assets.map(|(path, bytes)| (path.trim_start_matches("content/").to_owned(), bytes)).collect()
}

fn load_pages(sources: &Sources, findings: &mut Findings) -> Vec<SourcePage> {
    let files = sources.texts_in("content").filter(|(path, _)| path.ends_with(".md"));
    files.filter_map(|(path, text)| load_page(path, text, findings)).collect()
}

fn load_page(file: &str, text: &str, findings: &mut Findings) -> Option<SourcePage> {
    let address =
        Address::of(file).map_err(|(name, slug)| findings.push(bad_name(file, &name, &slug))).ok();
    let split = split_front_matter(file, text).map_err(|problem| findings.push(*problem)).ok()?;
    let yaml = Text { file: file.into(), text: &text[split.yaml.clone()], start: split.yaml.start };
    let front = yaml::read(&yaml, findings)?;
    Some(SourcePage {
        file: file.into(),
        address: address?,
        front: Arc::new(front),
        text: text.into(),
        body: split.body,
    })
}

fn bad_name(file: &str, name: &str, slug: &str) -> Diagnostic {
    let message = format!("`{name}` cannot stand in the address of a page");
    let help = if slug.is_empty() {
        "use lower-case letters, digits and hyphens".to_owned()
    } else {
        format!("rename it `{slug}`")
    };
    Diagnostic::error(codes::UNSAFE_LINK, message).at(Span::file(file)).help(help)
}

struct Split {
    yaml: std::ops::Range<usize>,
    body: usize,
}

/// Finds the front matter between two lines of `---`.
fn split_front_matter(file: &str, text: &str) -> Result<Split, Box<Diagnostic>> {
    let fault = |message: &str, help: &str| {
        let span = Span::bytes(file, 0..text.find('\n').unwrap_or(text.len()));
        Box::new(Diagnostic::error(codes::FRONT_MATTER, message).at(span).help(help))
    };
    let first = text.split_inclusive('\n').next().unwrap_or_default();
    if first.trim_end() != "---" {
        return Err(fault(
            "the page does not begin with front matter",
            "begin it with a line `---`, a line `title: …`, and a line `---`",
        ));
    }
    let mut at = first.len();
    for line in text[at..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Ok(Split { yaml: first.len()..at, body: at + line.len() });
        }
        at += line.len();
    }
    Err(fault(
        "the front matter never ends",
        "close it with a line `---` before the words of the page",
    ))
}
