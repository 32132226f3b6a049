//! `new edition`: next year's report from last year's, with nothing lost.

use super::blocks::Form;
use super::carried;
use super::chapter::{Chapter, Next, Old};
use super::front::Fresh;
use super::years::Years;
use super::{Project, Started};
use crate::cli::args::NewEdition;
use crate::cli::files::NewFiles;
use crate::diagnostic::{Diagnostic, Findings, Part as Place, Severity, codes};
use crate::disclosure::Asked;
use crate::model::{PageKind, Period};
use crate::site::SourcePage;
use crate::write::Memory;
use std::collections::BTreeMap;

/// Blocks that are refused are put aside after this many builds at the latest:
/// moved on, as it was, aside.
const TRIES: usize = 3;

/// Starts the edition that was asked for.
pub(super) fn start(
    asked: &NewEdition,
    project: &Project<'_>,
    findings: &mut Findings,
) -> Option<Started> {
    let old = find(asked, project, findings)?;
    let name = asked.period.to_string();
    if let Some(found) = is_there(&name, &asked.period, project) {
        findings.push(found);
        return None;
    }
    let front = &old.front.value;
    let years =
        front.period.as_ref().and_then(|period| Years::between(period, &asked.period, front.as_at));
    let Some(years) = years else {
        findings.push(not_later(&asked.period, old));
        return None;
    };
    let edition = Edition::new(old, &name, &asked.period, &years, project);
    let files = edition.files(project);
    let from = old.address.folder();
    let carried = carried::lines(&project.site, from, &name);
    let next = next_steps(&name, from).into_iter().chain(carried).collect();
    Some(Started { files, next })
}

/// The edition to go on from.
fn find<'a>(
    asked: &NewEdition,
    project: &'a Project<'_>,
    findings: &mut Findings,
) -> Option<&'a SourcePage> {
    let editions: Vec<(&str, &SourcePage)> = project.site.editions().collect();
    let found = match &asked.from {
        Some(name) => editions.iter().find(|(folder, _)| folder == name),
        None => editions.iter().max_by_key(|(folder, page)| (page.front.value.as_at, *folder)),
    };
    if found.is_none() {
        let known = editions.iter().map(|(folder, _)| *folder);
        findings.push(match &asked.from {
            Some(name) => {
                let message = format!("there is no edition `{name}` to go on from");
                Diagnostic::error(codes::UNKNOWN_ID, message).suggest(name, known)
            }
            None => Diagnostic::error(codes::UNKNOWN_ID, "there is no edition to go on from")
                .help("write the first one: `content/PERIOD/_index.md` of kind `report`"),
        });
    }
    found.map(|(_, page)| *page)
}

/// An edition of this name or period, or a page in its place.
fn is_there(name: &str, period: &Period, project: &Project<'_>) -> Option<Diagnostic> {
    let in_place = |page: &&SourcePage| {
        let folder = page.address.folder();
        folder == name
            || folder.strip_prefix(name).is_some_and(|rest| rest.starts_with('/'))
            || page.front.value.kind == PageKind::Report
                && page.front.value.period.as_ref() == Some(period)
    };
    let page = project.site.pages.iter().find(in_place)?;
    let message = format!("the edition {name} is there already, in `{}`", page.file);
    let help = "go on writing there, or name another period; nothing has been written";
    Some(Diagnostic::error(codes::DUPLICATE_ID, message).help(help))
}

fn not_later(period: &Period, old: &SourcePage) -> Diagnostic {
    let (folder, front) = (old.address.folder(), &old.front.value);
    let Some(was) = &front.period else {
        let message = format!("the edition `{folder}` names no period to go on from");
        return Diagnostic::error(codes::ORDER, message).help("add `period:` to its front matter");
    };
    let message = format!("{period} is not later than {was}, the period of `{folder}`");
    Diagnostic::error(codes::ORDER, message)
        .help("name a later period, or an earlier edition with `--from EDITION`")
}

/// An edition that is being started.
struct Edition<'a> {
    next: Next<'a>,
    fresh: Fresh,
    pages: Vec<Old<'a>>,
}

impl<'a> Edition<'a> {
    fn new(
        front: &'a SourcePage,
        to: &'a str,
        period: &Period,
        years: &'a Years,
        project: &'a Project<'_>,
    ) -> Self {
        let from = front.address.folder();
        let prefix = format!("content/{from}/");
        // A paper or minutes beside the chapters bear the date of one meeting.
        let goes_on = |page: &&SourcePage| {
            page.file.starts_with(&prefix)
                && !matches!(page.front.value.kind, PageKind::Paper | PageKind::Minutes)
        };
        let pages = project.site.pages.iter().filter(goes_on).map(Old::new).collect();
        let fresh = Fresh { period: period.clone(), carried_from: from.to_owned() };
        Self { next: Next { from, to, years }, fresh, pages }
    }

    /// Its files. Blocks are tried: one that cannot be shown of the new year
    /// shows the old, and one that still cannot goes into a note.
    fn files(&self, project: &Project<'_>) -> NewFiles {
        let mut forms: BTreeMap<String, BTreeMap<usize, Form>> = BTreeMap::new();
        let mut chapters = self.chapters(&forms);
        for _ in 0..TRIES {
            let refused = refused(&chapters, project);
            if refused.is_empty() {
                break;
            }
            for (file, at, why) in refused {
                let form = forms.entry(file).or_default().entry(at).or_default();
                *form = form.next(&why);
            }
            chapters = self.chapters(&forms);
        }
        chapters.into_iter().map(|(file, chapter)| (file, chapter.text)).collect()
    }

    fn chapters(
        &self,
        forms: &BTreeMap<String, BTreeMap<usize, Form>>,
    ) -> BTreeMap<String, Chapter> {
        let none = BTreeMap::new();
        let made = self.pages.iter().map(|old| {
            let below = old.page.file.strip_prefix("content/").unwrap_or(&old.page.file);
            let below = below.strip_prefix(self.next.from).unwrap_or(below);
            let file = format!("content/{}{below}", self.next.to);
            let opens = old.page.address.folder() == self.next.from;
            let fresh = Some(&self.fresh).filter(|_| opens);
            let chapter = old.go_on(&self.next, fresh, forms.get(&file).unwrap_or(&none));
            (file, chapter)
        });
        made.collect()
    }
}

/// The blocks of `chapters` that the project cannot show: the file, the block
/// and what is wrong.
fn refused(
    chapters: &BTreeMap<String, Chapter>,
    project: &Project<'_>,
) -> Vec<(String, usize, String)> {
    let mut sources = project.sources.clone();
    chapters.iter().for_each(|(file, chapter)| sources.add_text(file, chapter.text.as_str()));
    let mut findings = Findings::new();
    let nothing_hidden = Asked::default();
    // What was made is looked at only for what is wrong with it.
    let _ = crate::make(&sources, &nothing_hidden, &Memory::new(), &mut findings);
    findings.settle();
    let errors = findings.iter().filter(|found| found.severity == Severity::Error);
    let mut refused: Vec<(String, usize, String)> = Vec::new();
    for (file, at, why) in errors.filter_map(|found| block_of(found, chapters)) {
        if !refused.iter().any(|(f, a, _)| *f == file && *a == at) {
            refused.push((file, at, why));
        }
    }
    refused
}

/// The block in which a finding stands.
fn block_of(
    found: &Diagnostic,
    chapters: &BTreeMap<String, Chapter>,
) -> Option<(String, usize, String)> {
    let span = found.span.as_ref()?;
    let Place::Bytes { start, .. } = span.part else { return None };
    let chapter = chapters.get(&*span.file)?;
    let (at, _) = chapter.blocks.iter().find(|(_, range)| range.contains(&start))?;
    Some((span.file.to_string(), *at, found.message.clone()))
}

fn next_steps(name: &str, from: &str) -> Vec<String> {
    vec![
        format!("The edition {name} goes on from {from}."),
        "Each note `> [!WRITE]` says what stood there. Write it anew and delete the note."
            .to_owned(),
        "To see the draft: pledgebook build --drafts. Nothing is published while a note is left."
            .to_owned(),
        "What is left to write, and what will be late by then: pledgebook check --stage draft."
            .to_owned(),
    ]
}
