//! Front matter fits its kind of page.

use super::{Site, SourcePage, papers};
use crate::at;
use crate::diagnostic::{Diagnostic, Findings, codes};
use crate::model::PageKind;
use crate::model::page::FrontMatter;

pub(super) fn check(site: &Site, findings: &mut Findings) {
    for page in &site.pages {
        kinds(page, findings);
        required(page, findings);
        papers::check(page, site, findings);
        accepted(page, findings);
    }
}

/// The keys a kind of page has for itself, with whether they are given.
fn own_keys(front: &FrontMatter) -> [(&'static str, bool, &'static [PageKind]); 13] {
    use PageKind::{Minutes, Paper, Report, Strategy};
    let papers: &[PageKind] = &[Paper, Strategy];
    [
        ("period", front.period.is_some(), &[Report]),
        ("carried_from", front.carried_from.is_some(), &[Report]),
        ("meeting", front.meeting.is_some(), &[Minutes]),
        ("item", front.item.is_some(), &[Minutes, Paper]),
        ("template", front.template.is_some(), &[Paper, Minutes]),
        ("body", front.body.is_some(), &[Paper, Minutes]),
        ("meeting_date", front.meeting_date.is_some(), &[Paper, Minutes]),
        ("report_author", front.report_author.is_some(), papers),
        ("wards", front.wards.is_some(), papers),
        ("key_decision", front.key_decision.is_some(), &[Paper]),
        ("recommendations", !front.recommendations.is_empty(), papers),
        ("background_papers", !front.background_papers.is_empty(), &[Paper, Strategy, Minutes]),
        ("signed", front.signed.is_some(), &[Paper, Strategy, Report, PageKind::Page, Minutes]),
    ]
}

fn kinds(page: &SourcePage, findings: &mut Findings) {
    let front = &page.front.value;
    for (key, given, kinds) in own_keys(front) {
        if given && !kinds.contains(&front.kind) {
            let names: Vec<&str> = kinds.iter().map(|kind| kind.slug()).collect();
            let message =
                format!("`{key}` does not belong to a page of kind `{}`", front.kind.slug());
            findings.push(
                Diagnostic::error(codes::WRONG_KIND, message)
                    .at(page.front.key_span(at![key]))
                    .help(format!("it belongs to kind {}", crate::diagnostic::list_of(&names))),
            );
        }
    }
}

fn required(page: &SourcePage, findings: &mut Findings) {
    let front = &page.front.value;
    let mut missing = |key: &str, why: &str| {
        if page.front.has(at![key]) {
            return;
        }
        let message = format!("the key `{key}` is missing: {why}");
        let found = Diagnostic::error(codes::MISSING_KEY, message).at(page.front.span(at!["kind"]));
        findings.push(found.help(format!("add `{key}:` to the front matter")));
    };
    match front.kind {
        PageKind::Report if front.period.is_none() => {
            missing("period", "an edition says what it is about");
        }
        PageKind::Report if front.as_at.is_none() => {
            missing("as_at", "an edition shows what was known on a day");
        }
        PageKind::Minutes if front.meeting.is_none() && front.body.is_none() => {
            missing("meeting", "minutes are of a meeting");
        }
        _ => {}
    }
    if front.kind == PageKind::Report && !page.address.is_section() {
        let message = "an edition is a folder: its page is `_index.md`";
        findings.push(
            Diagnostic::error(codes::WRONG_KIND, message)
                .at(page.front.span(at!["kind"]))
                .help("move it to a folder of its own and call it `_index.md`"),
        );
    }
}

fn accepted(page: &SourcePage, findings: &mut Findings) {
    for code in page.front.value.accept.keys() {
        if !codes::ALL.iter().any(|(known, _)| known.as_str() == code) {
            let found = Diagnostic::error(
                codes::UNKNOWN_ID,
                format!("there is no warning `{code}` to accept"),
            );
            findings.push(
                found
                    .at(page.front.key_span(at!["accept", code]))
                    .help("write the code that is printed with the warning, such as `P014`"),
            );
        }
    }
}
