//! What is not accessible, in the three groups of the model statement: what
//! fails, what would be a disproportionate burden, what the law leaves out.

use crate::model::accessibility::{Accessibility, Exception, ExceptionReason};
use crate::output::cx::Cx;
use serde_json::{Value, json};

/// The groups that have something in them, in order.
pub(super) fn groups(cx: &Cx<'_>, statement: &Accessibility) -> Vec<Value> {
    let group = |reason: ExceptionReason| {
        let within = statement.exceptions.iter().filter(|one| one.reason() == reason);
        let items: Vec<Value> = within.map(|one| item(cx, one)).collect();
        let title = cx.t(&format!("access.why.{}", reason.slug()));
        (!items.is_empty()).then(|| json!({"id": reason.slug(), "title": title, "items": items}))
    };
    ExceptionReason::ALL.into_iter().filter_map(group).collect()
}

/// What the status is due to: `failures`, `exemptions` or `both`; nothing if
/// nothing is listed. The model knows what is a burden and what is outside its
/// scope as exemptions.
pub(super) fn due(statement: &Accessibility) -> Option<&'static str> {
    let is_failure = |one: &Exception| one.reason() == ExceptionReason::NonCompliance;
    let failures = statement.exceptions.iter().any(is_failure);
    let exemptions = statement.exceptions.iter().any(|one| !is_failure(one));
    match (failures, exemptions) {
        (true, true) => Some("both"),
        (true, false) => Some("failures"),
        (false, true) => Some("exemptions"),
        (false, false) => None,
    }
}

/// One of them: what, and all that is known of it, sentence by sentence.
fn item(cx: &Cx<'_>, exception: &Exception) -> Value {
    let sentences = [
        cx.say_some(exception.because.as_ref()),
        criterion(cx, exception),
        alternative(cx, exception),
        assessment(cx, exception),
        mended(cx, exception),
    ];
    let more: Vec<String> = sentences.into_iter().flatten().collect();
    json!({"what": cx.say(&exception.what), "more": more})
}

fn criterion(cx: &Cx<'_>, exception: &Exception) -> Option<String> {
    let outside = exception.reason() == ExceptionReason::NotWithinScope;
    let key = if outside { "access.criterion_outside" } else { "access.criterion" };
    let criterion = exception.criterion.as_ref()?.to_string();
    Some(cx.strings().say(key, &[("criterion", &criterion)]))
}

fn alternative(cx: &Cx<'_>, exception: &Exception) -> Option<String> {
    let words = cx.say_some(exception.alternative.as_ref())?;
    Some(cx.strings().say("access.alternative", &[("alternative", &words)]))
}

fn assessment(cx: &Cx<'_>, exception: &Exception) -> Option<String> {
    let assessment = exception.assessment.as_ref()?;
    let (date, summary) = (cx.strings().day(assessment.date), cx.say(&assessment.summary));
    Some(cx.strings().say("access.assessed", &[("date", &date), ("summary", &summary)]))
}

/// When it will be put right; of what fails, also that nobody has said so.
fn mended(cx: &Cx<'_>, exception: &Exception) -> Option<String> {
    let by = exception.fix_by.map(|day| cx.strings().day(day));
    let fails = exception.reason() == ExceptionReason::NonCompliance;
    match by {
        Some(date) => Some(cx.strings().say("access.fix_by", &[("date", &date)])),
        None => fails.then(|| cx.t("access.fix_unknown")),
    }
}
