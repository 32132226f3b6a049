//! The accessibility statement.
//!
//! Regulation 8(4) of S.I. 2018/952 says what must be in it: what is not
//! accessible and why, alternatives, how to report failures and ask for what
//! is left out, and the enforcement procedure. It is made to the model of Commission
//! Implementing Decision (EU) 2018/1523; the order, the headings and the words
//! that may not be changed are those of the sample that the Government Digital
//! Service publishes for the United Kingdom
//! (<https://www.gov.uk/government/publications/sample-accessibility-statement>).

mod checks;
mod exceptions;
mod nation;

use super::cx::Cx;
use super::product::Product;
use super::{Job, frame};
use crate::model::Day;
use crate::model::accessibility::{Accessibility, Audit, Compliance, Tested};
use serde_json::{Value, json};

impl Job {
    /// Whether it is the statement, which says what was found on the others.
    pub(super) fn is_statement(&self) -> bool {
        matches!(self, Self::Generated(Product::Accessibility))
    }
}

/// What the page reads; without a word of the council, that nobody has tested
/// the site.
pub(super) fn statement(cx: &Cx<'_>) -> Value {
    let config = &cx.renderer.publication.config;
    let statement = config.accessibility.as_ref();
    let known =
        |of: fn(&Accessibility) -> Option<&crate::model::Text>| cx.say_some(statement.and_then(of));
    let date = |of: fn(&Accessibility) -> Option<Day>| {
        statement.and_then(of).map(|day| cx.strings().day(day))
    };
    let contact = config.contact.as_ref().map(|_| frame::contact(cx));
    json!({
        "scope": known(|it| it.scope.as_ref()).unwrap_or_else(|| whole_site(cx)),
        "status": statement.map_or("unknown", |it| it.status.slug()),
        "status_words": status(cx, statement),
        "exceptions": statement.map(|it| exceptions::groups(cx, it)).unwrap_or_default(),
        "improving": known(|it| it.improving.as_ref()),
        "prepared": date(|it| it.prepared),
        "reviewed": date(|it| it.reviewed),
        "tested": statement.and_then(|it| it.tested.as_ref()).map(|it| tested(cx, it)),
        "audit": statement.and_then(|it| it.audit.as_ref()).map(|it| audit(cx, it)),
        "checks": checks::checks(cx),
        "contact": contact,
        "form": statement.and_then(|it| it.form.as_ref()).map(|form| form.as_str()),
        "feedback_days": statement.and_then(|it| it.feedback_days).filter(|days| *days > 0),
        "nation": nation::nation(cx),
    })
}

/// The site by its title, with its address if it has one.
fn whole_site(cx: &Cx<'_>) -> String {
    let config = &cx.renderer.publication.config;
    let title = cx.say(&config.title);
    match &config.base_url {
        Some(url) => cx.strings().say("access.scope_at", &[("title", &title), ("url", url)]),
        None => cx.strings().say("access.scope", &[("title", &title)]),
    }
}

/// How far the site complies, in the words of the model. Full compliance is
/// said only where it may be claimed, whatever was checked before.
fn status(cx: &Cx<'_>, statement: Option<&Accessibility>) -> String {
    let Some(statement) = statement else { return cx.t("access.status_unknown") };
    let due = exceptions::due(statement);
    let because = |key: &str, unlisted: &str| match due {
        Some(due) => {
            let (inside, start) = (format!("access.due.{due}"), format!("access.due_start.{due}"));
            let args = [("due", cx.t(&inside)), ("Due", cx.t(&start))];
            cx.strings().say(key, &args.each_ref().map(|(name, words)| (*name, words.as_str())))
        }
        None => cx.t(unlisted),
    };
    match statement.status {
        Compliance::Full if statement.may_claim_full() => cx.t("access.status_full"),
        Compliance::Full => cx.t("access.status_unknown"),
        Compliance::Partial => because("access.status_partial", "access.status_partial_unlisted"),
        Compliance::None => because("access.status_none", "access.status_none_unlisted"),
    }
}

/// How the site was tested, sentence by sentence.
fn tested(cx: &Cx<'_>, tested: &Tested) -> Vec<String> {
    let words = |key: &str, name: &str, said: Option<String>| {
        said.map(|said| cx.strings().say(key, &[(name, &said)]))
    };
    let date = tested.date.map(|day| cx.strings().day(day));
    let when = words("access.tested", "date", date);
    let rest = [
        words("access.tested_by", "by", cx.say_some(tested.by.as_ref())),
        tested.method.map(|method| cx.t(&format!("access.method.{}", method.slug()))),
        cx.say_some(tested.how.as_ref()),
        words("access.sample", "sample", cx.say_some(tested.sample.as_ref())),
    ];
    let when = when.unwrap_or_else(|| cx.t("access.tested_undated"));
    std::iter::once(when).chain(rest.into_iter().flatten()).collect()
}

/// The audit, apart from the council's own tests.
fn audit(cx: &Cx<'_>, audit: &Audit) -> Value {
    let (date, by) = (cx.strings().day(audit.date), cx.say(&audit.by));
    let args = [("date", date.as_str()), ("by", &by), ("standard", audit.standard.name())];
    let scope = cx.say_some(audit.scope.as_ref());
    json!({
        "words": cx.strings().say("access.audited", &args),
        "scope": scope.map(|scope| cx.strings().say("access.audit_scope", &[("scope", &scope)])),
        "report": audit.report.as_ref().map(|report| report.as_str()),
    })
}
