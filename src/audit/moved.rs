//! Due dates that were missed or moved.

use super::case::Case;
use super::check::Check;
use super::fault::Fault;
use super::work::Work;
use crate::at;
use crate::model::When;
use crate::model::recommendation::{NewDue, Status};

const ADD: &str = "add `new_dues: [{due: …, agreed: …, why: …}]`";

pub(super) fn check(case: &Case<'_>, faults: &mut Vec<Fault>) {
    for work in &case.works {
        faults.extend(slipped(work));
        faults.extend(work.new_dues.iter().filter_map(|(i, new)| unexplained(work, *i, new)));
        faults.extend(work.new_dues.iter().filter_map(|(i, new)| backwards(work, *i, new)));
    }
}

/// It is called slipped, and no date after that is given.
fn slipped(work: &Work<'_>) -> Option<Fault> {
    let open = work.is(Status::Slipped) && work.item.is_open();
    let since = work.stated().map(|entry| &entry.progress.date);
    let later = |new: &NewDue| since.is_none_or(|since| !new.due.is_before(since));
    if !open || work.new_dues.iter().any(|(_, new)| later(new)) {
        return None;
    }
    let since = since.map_or(String::new(), |date| format!(" on {date}"));
    let message = format!("`{}` was called slipped{since}, and has no new date", work.name());
    Some(Fault::new(Check::Slipped, work.name(), message, work.status_span(), ADD))
}

/// Its date was moved and nobody says why, while that still matters.
fn unexplained(work: &Work<'_>, i: usize, new: &NewDue) -> Option<Fault> {
    if new.why.is_some() || work.item.is_closed() {
        return None;
    }
    let message = format!("`{}` was put off to {} without a reason", work.name(), new.due);
    let span = work.place.at(at!["new_dues", i, "due"]);
    Some(Fault::new(Check::Moved, work.name(), message, span, "add `why:` beside the new date"))
}

/// Its new date had passed when it was agreed.
fn backwards(work: &Work<'_>, i: usize, new: &NewDue) -> Option<Fault> {
    let agreed = new.agreed.filter(|agreed| new.due.is_before(&When::Day(*agreed)))?;
    let due = &new.due;
    let message = format!(
        "`{}` was put off to {due}, which had passed when it was agreed on {agreed}",
        work.name()
    );
    let span = work.place.at(at!["new_dues", i, "due"]);
    Some(Fault::new(Check::MovedBack, work.name(), message, span, "check the two dates"))
}
