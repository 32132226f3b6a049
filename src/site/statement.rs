//! The accessibility statement says nothing that it may not, and all that the
//! law asks for (regulations 7 and 8 of S.I. 2018/952, with the model of
//! Decision (EU) 2018/1523).

mod dates;

pub(super) use dates::check_on;

use super::Site;
use crate::at;
use crate::diagnostic::{Diagnostic, Findings, Span, codes, list_of};
use crate::model::SiteConfig;
use crate::model::accessibility::{Accessibility, Compliance, Exception, ExceptionReason};
use crate::model::config::{Contact, Generated};
use crate::yaml::{Doc, Step};

pub(super) fn check(site: &Site, findings: &mut Findings) {
    let doc = &site.config;
    let is_made = doc.value.generate.contains(&Generated::About);
    let Some(statement) = &doc.value.accessibility else {
        if is_made && !doc.has(at!["accessibility"]) {
            findings.push(no_statement());
        }
        return;
    };
    let case = Case { doc, statement };
    let contact = doc.value.contact.as_ref();
    let found = [case.audited(), case.at_odds(), case.explained(), case.prepared()];
    found.into_iter().flatten().for_each(|one| findings.push(one));
    let reached = statement.form.is_some() || contact.is_some_and(can_be_reached);
    if is_made && !reached {
        findings.push(case.no_contact());
    }
    for (n, exception) in statement.exceptions.iter().enumerate() {
        let found = [case.criterion(n, exception), case.assessed(n, exception)];
        found.into_iter().flatten().for_each(|one| findings.push(one));
    }
}

fn no_statement() -> Diagnostic {
    let message =
        "nothing says how accessible the site is: its statement will say that nobody has tested it";
    Diagnostic::warning(codes::NO_STATEMENT, message)
        .at(Span::file("data/site.yaml"))
        .note("public bodies must publish an accessibility statement (S.I. 2018/952, regulation 8)")
        .help(
            "write `accessibility:` with `status`, `prepared` and, for what is not accessible, `exceptions`",
        )
}

fn can_be_reached(contact: &Contact) -> bool {
    contact.email.is_some() || contact.telephone.is_some() || contact.address.is_some()
}

/// The statement, where it is written.
struct Case<'a> {
    doc: &'a Doc<SiteConfig>,
    statement: &'a Accessibility,
}

impl Case<'_> {
    fn span(&self, path: &[Step<'_>]) -> Span {
        self.doc.span(path)
    }

    fn status_span(&self) -> Span {
        self.span(at!["accessibility", "status"])
    }

    /// Full compliance is claimed after an audit to the standard alone.
    fn audited(&self) -> Option<Diagnostic> {
        if self.statement.status != Compliance::Full {
            return None;
        }
        let help = "record the audit, `audit: {date: …, by: …, standard: WCAG 2.2 AA}`, or write `status: partial` and what is not accessible";
        match &self.statement.audit {
            Some(audit) if audit.standard.is_enough() => None,
            Some(audit) => {
                let message = format!(
                    "an audit to {} does not bear out that the site meets WCAG 2.2 AA in full",
                    audit.standard.name()
                );
                let span = self.span(at!["accessibility", "audit", "standard"]);
                Some(Diagnostic::error(codes::UNAUDITED, message).at(span).help(help))
            }
            None => {
                let message = "full compliance is claimed, and no audit is recorded";
                Some(Diagnostic::error(codes::UNAUDITED, message).at(self.status_span()).help(help))
            }
        }
    }

    /// What complies in full has no failures.
    fn at_odds(&self) -> Option<Diagnostic> {
        let mut exceptions = self.statement.exceptions.iter();
        let at = exceptions.position(|one| one.reason() != ExceptionReason::NotWithinScope)?;
        (self.statement.status == Compliance::Full).then(|| {
            let message = "full compliance is claimed, and something is listed that fails it";
            Diagnostic::error(codes::COMPLIANCE, message)
                .at(self.span(at!["accessibility", "exceptions", at]))
                .help("write `status: partial`; with full compliance only what is `not-within-scope` can be listed")
        })
    }

    /// What complies in part or not at all says why (regulation 8(4)(a)).
    fn explained(&self) -> Option<Diagnostic> {
        let status = self.statement.status;
        let silent = status != Compliance::Full && self.statement.exceptions.is_empty();
        silent.then(|| {
            let message = format!("the status is `{}`, and nothing is listed that is not accessible", status.slug());
            Diagnostic::warning(codes::COMPLIANCE, message)
                .at(self.status_span())
                .help("list what is not accessible under `exceptions`, each with `what` and `why`; the law asks for it")
        })
    }

    /// A statement says when it was prepared (section 5 of the model).
    fn prepared(&self) -> Option<Diagnostic> {
        self.statement.prepared.is_none().then(|| {
            let message = "nothing says when the accessibility statement was prepared";
            Diagnostic::warning(codes::STATEMENT_DATES, message)
                .at(self.doc.key_span(at!["accessibility"]))
                .help("write `prepared: YYYY-MM-DD`, and `reviewed: YYYY-MM-DD` whenever it is looked at again")
        })
    }

    fn no_contact(&self) -> Diagnostic {
        let message = "the accessibility statement names nobody to write to";
        Diagnostic::warning(codes::NO_CONTACT, message)
            .at(self.doc.key_span(at!["accessibility"]))
            .note("readers must be able to report failures and to ask for what is left out (S.I. 2018/952, regulation 8)")
            .help("write `contact: {name: …, email: …, telephone: …}`, or `form:` with the address of a contact form")
    }

    fn criterion(&self, n: usize, exception: &Exception) -> Option<Diagnostic> {
        let criterion = exception.criterion.as_ref().filter(|one| one.name().is_none())?;
        let message =
            format!("WCAG 2.2 has no success criterion `{}` at level A or AA", criterion.number());
        let nearest = criterion.nearest();
        let nearest: Vec<&str> = nearest.iter().map(String::as_str).collect();
        let help = match nearest[..] {
            [] => "write its number alone, such as \"1.4.3\"".to_owned(),
            _ => format!("it can be {}", list_of(&nearest)),
        };
        let span = self.span(at!["accessibility", "exceptions", n, "criterion"]);
        Some(Diagnostic::error(codes::CRITERION, message).at(span).help(help))
    }

    /// A burden can be called disproportionate after an assessment alone
    /// (regulation 7(2) and (4)).
    fn assessed(&self, n: usize, exception: &Exception) -> Option<Diagnostic> {
        let burden = exception.reason() == ExceptionReason::DisproportionateBurden;
        (burden && exception.assessment.is_none()).then(|| {
            let message =
                "a disproportionate burden is claimed, and no assessment of it is recorded";
            Diagnostic::error(codes::NOT_ASSESSED, message)
                .at(self.span(at!["accessibility", "exceptions", n, "why"]))
                .note("it can be claimed after an assessment alone (S.I. 2018/952, regulation 7)")
                .help("write `assessment: {date: …, summary: …}`, or `why: non-compliance`")
        })
    }
}
