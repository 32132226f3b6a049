//! Ledgers are of editions that are there, and use words that are known.

use super::Site;
use crate::at;
use crate::diagnostic::{Diagnostic, Findings, codes};
use crate::register::{Ledger, Standing};
use crate::yaml::Doc;

pub(super) fn check(site: &Site, findings: &mut Findings) {
    let editions: Vec<&str> = site.editions().map(|(folder, _)| folder).collect();
    for doc in &site.ledgers {
        edition(doc, &editions, findings);
        statuses(doc, findings);
    }
}

fn edition(doc: &Doc<Ledger>, editions: &[&str], findings: &mut Findings) {
    let name = doc.value.edition.as_str();
    if editions.contains(&name) {
        return;
    }
    let message = format!("there is no edition `{name}`");
    let found = Diagnostic::error(codes::UNKNOWN_ID, message).at(doc.span(at!["edition"]));
    findings.push(
        found.suggest(name, editions.iter().copied()).note(
            "`pledgebook freeze EDITION` writes a ledger; it is of no use without its edition",
        ),
    );
}

fn statuses(doc: &Doc<Ledger>, findings: &mut Findings) {
    for (i, promise) in doc.value.promises.iter().enumerate() {
        let known = promise.kind.standings();
        if known.iter().any(|standing| standing.slug() == promise.status) {
            continue;
        }
        let message = format!("`{}` is not a status of a {}", promise.status, promise.kind.slug());
        let found = Diagnostic::error(codes::BAD_VALUE, message);
        let found = found.at(doc.span(at!["promises", i, "status"]));
        findings.push(found.suggest(&promise.status, known.into_iter().map(Standing::slug)));
    }
}
