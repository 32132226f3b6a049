//! Open recommendations of which nothing has been heard.

use super::case::{Case, Recommended};
use super::check::Check;
use super::fault::Fault;
use super::work::days;
use crate::at;
use crate::model::Day;

pub(super) fn check(case: &Case<'_>, faults: &mut Vec<Fault>) {
    let review = case.site.config.value.review.as_ref();
    let Some(months) = review.and_then(|review| review.recommendations_stale_after_months) else {
        return;
    };
    faults.extend(case.recommended.iter().filter_map(|known| silent(case, known, months)));
}

fn silent(case: &Case<'_>, known: &Recommended<'_>, months: u32) -> Option<Fault> {
    let made = known.doc.value.review.date.as_ref().and_then(|date| date.falls());
    let since = known.item.last_news.or(made).filter(|_| known.item.is_open())?;
    let passed = days(stale(since, case.day?, months)?);
    let name = &known.item.key.name;
    let message = format!("nothing has been recorded of `{name}` since {since}: {passed}");
    let last = known.one.progress.iter().rposition(|entry| case.knows(&entry.date));
    let span = match last {
        Some(last) => known.place.at(at!["progress", last, "date"]),
        None => known.place.span(),
    };
    let help = "say under `progress:` how it stands, even if nothing has changed";
    let fault = Fault::new(Check::NoNews, name, message, span, help);
    Some(fault.note(format!("the site asks for news every {months} months")))
}

/// How many days have passed since `since`, if it is more than `months` ago.
pub(super) fn stale(since: Day, day: Day, months: u32) -> Option<i32> {
    let until = since.plus_months(i32::try_from(months).ok()?)?;
    (until < day).then(|| since.days_to(day))
}
