//! What is done with every random project: everything a build does, short of
//! writing files. Nothing of it may panic, and no finding may point outside
//! its text.

use super::figures;
use crate::generators::Project;
use pledgebook::attack::attack;
use pledgebook::diagnostic::{
    Code, Diagnostic, Findings, Part, Severity, codes, render_human, render_json,
};
use pledgebook::disclosure::{Asked, Page, Printing, Publication, disclose};
use pledgebook::model::page::Numbering;
use pledgebook::model::{Day, Text};
use pledgebook::narrative::{self, Counter, Evaluator, Source};
use pledgebook::output;
use pledgebook::site::Site;
use pledgebook::sources::Sources;
use pledgebook::theme::{OwnFiles, Theme};
use pledgebook::write::Memory;
use std::sync::{Arc, LazyLock};

static CIVIC: LazyLock<Theme> =
    LazyLock::new(|| Theme::load("civic", "en", &OwnFiles::new()).value.unwrap());

/// What a valid project may be told: charts of figures that are all withheld or
/// not known yet, counts that nothing can protect, random words that happen to
/// tell one, and letters and drawings that cannot be printed.
const MAY_BE: [Code; 6] = [
    codes::NO_FIGURE,
    codes::UNPROTECTED,
    codes::TOLD,
    codes::BESIDE_MARKER,
    codes::LETTER,
    codes::PICTURE,
];

/// Builds `project`, as of today and as of an earlier day, attacks what was
/// built, and answers with every error of today.
pub(crate) fn errors(project: &Project) -> Vec<String> {
    let sources = sources(project);
    let loaded = Site::load(&sources);
    let mut findings = loaded.findings;
    if let Some(site) = &loaded.value {
        let day = Day::new(2021, 6, 30);
        let earlier = Asked { as_at: day, today: day, ..Asked::default() };
        check_findings(&published(site, &earlier).1, &sources);
        let (publication, found) = published(site, &Asked::default());
        findings.extend(found);
        let files = Memory::new();
        let mut rendered = output::render(&publication, &CIVIC, Printing::Checked, &files).findings;
        rendered.extend(std::mem::take(&mut findings));
        attack(&publication, &sources, &files, &mut rendered);
        check_findings(&rendered, &sources);
        rendered.retain(|found| !MAY_BE.contains(&found.code));
        findings.extend(rendered);
    }
    findings.settle();
    check_findings(&findings, &sources);
    // Figures without a base are valid where the policy does not refuse them.
    findings.retain(|found| found.code != codes::WITHOUT_BASE);
    let errors = findings.iter().filter(|found| found.severity == Severity::Error);
    errors.map(|found| render_human(found, |path| sources.text(path), false)).collect()
}

fn sources(project: &Project) -> Sources {
    let mut sources = Sources::default();
    project.files.iter().for_each(|(path, text)| sources.add_text(path, text.as_str()));
    sources
}

/// Decides what may be seen, says every figure of it, and reads every
/// narrative and piece of prose.
fn published(site: &Site, asked: &Asked) -> (Arc<Publication>, Findings) {
    let disclosed = disclose(site, asked);
    let mut findings = disclosed.findings;
    let publication = Arc::new(disclosed.value);
    figures::say_all(&publication, CIVIC.strings());
    for at in 0..publication.views.len() {
        let evaluator = Evaluator::new(&publication, at, CIVIC.strings());
        let pages = publication.pages.iter().filter(|page| page.view == at);
        pages.for_each(|page| read_page(page, &evaluator, &mut findings));
        read_prose(&publication, at, &evaluator, &mut findings);
    }
    (publication, findings)
}

fn read_page(page: &Page, evaluator: &Evaluator, findings: &mut Findings) {
    let source = Source { file: page.file.clone(), text: page.words(), start: Some(page.body) };
    read(&source, page.numbering, evaluator, findings);
}

fn read(source: &Source<'_>, numbering: Numbering, evaluator: &Evaluator, findings: &mut Findings) {
    let parsed = narrative::parse(source, numbering, evaluator);
    findings.extend(parsed.findings);
    let mut document = parsed.value;
    narrative::number(&mut document, numbering, &mut Counter::default(), findings);
}

/// Reads the Markdown that stands in records.
fn read_prose(
    publication: &Publication,
    at: usize,
    evaluator: &Evaluator,
    findings: &mut Findings,
) {
    let view = &publication.views[at];
    let mut say = |file: &Arc<str>, text: Option<&Text>| {
        let Some(text) = text else { return };
        let source = Source::in_yaml(file, text.in_language("en"));
        read(&source, Numbering::None, evaluator, findings);
    };
    for outcome in view.outcomes.values() {
        say(&outcome.file, outcome.definition.as_ref());
        say(&outcome.file, outcome.commentary.as_ref().and_then(|words| words.what.as_ref()));
    }
    for filed in &view.sets {
        let wordings = filed.value.pledges.iter().map(|pledge| pledge.wording.child.as_ref());
        wordings.for_each(|wording| say(&filed.file, wording));
    }
    for filed in &view.reviews {
        filed.value.recommendations.iter().for_each(|one| say(&filed.file, Some(&one.text)));
    }
}

/// Renders every finding in every way, and sees that it points into its text.
fn check_findings(findings: &Findings, sources: &Sources) {
    for found in findings.iter() {
        let text_of = |path: &str| sources.text(path);
        assert!(!render_human(found, text_of, false).is_empty());
        render_human(found, text_of, true);
        render_json(found, text_of);
        let span = &found.span;
        assert!(points_inside(found, sources), "{found} points outside its text: {span:?}");
    }
}

fn points_inside(found: &Diagnostic, sources: &Sources) -> bool {
    let Some(span) = &found.span else { return true };
    let (Part::Bytes { start, end }, Some(text)) = (&span.part, sources.text(&span.file)) else {
        return true;
    };
    start <= end && text.is_char_boundary(*start) && text.is_char_boundary(*end)
}
