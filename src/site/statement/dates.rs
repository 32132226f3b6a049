//! What is late in the accessibility statement, or in no order.

use crate::at;
use crate::diagnostic::{Diagnostic, Findings, codes};
use crate::model::accessibility::Accessibility;
use crate::model::{Day, SiteConfig};
use crate::yaml::{Doc, Step};

/// Months after which a statement is old: bodies are to review theirs at least
/// once a year (Decision (EU) 2018/1523, recital 3).
const OLD: i32 = 12;

/// What is late in the statement on `day`.
pub(in crate::site) fn check_on(
    doc: &Doc<SiteConfig>,
    statement: &Accessibility,
    day: Day,
    findings: &mut Findings,
) {
    let dates = Dates { doc, statement, day };
    dates.old(findings);
    dates.overdue(findings);
    dates.order(findings);
}

struct Dates<'a> {
    doc: &'a Doc<SiteConfig>,
    statement: &'a Accessibility,
    day: Day,
}

impl Dates<'_> {
    /// The key under which the statement was last looked at.
    fn last_key(&self) -> &'static str {
        if self.statement.reviewed > self.statement.prepared { "reviewed" } else { "prepared" }
    }

    fn old(&self, findings: &mut Findings) {
        let Some(last) = self.statement.last_looked_at() else { return };
        if last.plus_months(OLD).is_none_or(|limit| self.day <= limit) {
            return;
        }
        let message = format!(
            "the accessibility statement was last looked at on {last}, more than a year before {}",
            self.day
        );
        findings.push(
            Diagnostic::warning(codes::STATEMENT_OLD, message)
                .at(self.doc.span(at!["accessibility", self.last_key()]))
                .help(
                    "read it again, put right what has changed, and write `reviewed:` with the day",
                ),
        );
    }

    fn overdue(&self, findings: &mut Findings) {
        for (n, exception) in self.statement.exceptions.iter().enumerate() {
            let Some(by) = exception.fix_by.filter(|by| *by < self.day) else { continue };
            let message =
                format!("this was to be put right by {by}, and is still listed on {}", self.day);
            findings.push(
                Diagnostic::warning(codes::FIX_OVERDUE, message)
                    .at(self.doc.span(at!["accessibility", "exceptions", n, "fix_by"]))
                    .help("take it out if it has been put right; else write when it will be"),
            );
        }
    }

    fn order(&self, findings: &mut Findings) {
        let prepared = self.statement.prepared;
        let (tested, audited) = (
            self.statement.tested.as_ref().and_then(|tested| tested.date),
            self.statement.audit.as_ref().map(|audit| audit.date),
        );
        if let Some((reviewed, prepared)) = self.statement.reviewed.zip(prepared)
            && reviewed < prepared
        {
            let message = format!(
                "the statement was reviewed on {reviewed}, before it was prepared on {prepared}"
            );
            self.push(
                at!["accessibility", "reviewed"],
                message,
                "correct one of the two days",
                findings,
            );
        }
        for (key, done, day) in [("tested", "tested", tested), ("audit", "audited", audited)] {
            let Some((day, last)) = day.zip(self.statement.last_looked_at()) else { continue };
            if day > last && day <= self.day {
                let message = format!(
                    "the site was {done} on {day}, after its statement was last looked at on {last}"
                );
                let help = "put into the statement what the test found, and write `reviewed:` with the day";
                self.push(at!["accessibility", key, "date"], message, help, findings);
            }
        }
        self.future(findings);
    }

    /// A statement does not tell of days to come.
    fn future(&self, findings: &mut Findings) {
        let statement = self.statement;
        let tested = statement.tested.as_ref().and_then(|tested| tested.date);
        let audited = statement.audit.as_ref().map(|audit| audit.date);
        let days: [(&[Step<'_>], _, _); 4] = [
            (at!["accessibility", "prepared"], "prepared", statement.prepared),
            (at!["accessibility", "reviewed"], "reviewed", statement.reviewed),
            (at!["accessibility", "tested", "date"], "tested", tested),
            (at!["accessibility", "audit", "date"], "audit", audited),
        ];
        for (path, key, day) in days {
            let Some(day) = day.filter(|day| *day > self.day) else { continue };
            let message = format!("`{key}` is {day}, which is after {}", self.day);
            self.push(path, message, "write the day on which it was done", findings);
        }
    }

    fn push(&self, path: &[Step<'_>], message: String, help: &str, findings: &mut Findings) {
        let found = Diagnostic::warning(codes::STATEMENT_DATES, message);
        findings.push(found.at(self.doc.span(path)).help(help));
    }
}
