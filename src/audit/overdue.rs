//! What is open and should be done by now.

use super::case::Case;
use super::check::Check;
use super::fault::Fault;
use super::work::{Work, days};
use crate::at;
use crate::model::pledge::Milestone;
use crate::register::Kind;

pub(super) fn check(case: &Case<'_>, faults: &mut Vec<Fault>) {
    for work in &case.works {
        faults.extend(overdue(case, work));
        let open = work.item.is_open();
        let stones = work.milestones.iter().enumerate().filter(|_| open);
        faults.extend(stones.filter_map(|(i, stone)| milestone(case, work, i, stone)));
    }
}

fn overdue(case: &Case<'_>, work: &Work<'_>) -> Option<Fault> {
    let due = work.item.due.as_ref().filter(|_| work.item.overdue)?;
    let late = days(case.days_since(due)?);
    let message = format!("`{}` was due {due} and is not done: it is {late} late", work.name());
    let fault = Fault::new(Check::Overdue, work.name(), message, work.due_span(), help(work));
    Some(judged(case, fault))
}

fn help(work: &Work<'_>) -> &'static str {
    match work.item.key.kind {
        Kind::Decision => "add `done:` with its date, or `new_dues: [{due: …, agreed: …, why: …}]`",
        _ => {
            "record under `progress:` that it is done, or add `new_dues: [{due: …, agreed: …, why: …}]`"
        }
    }
}

fn milestone(case: &Case<'_>, work: &Work<'_>, i: usize, stone: &Milestone) -> Option<Fault> {
    let reached = stone.done.as_ref().is_some_and(|done| case.knows(done));
    let due = stone.due.as_ref().filter(|_| !reached)?;
    let late = days(case.days_since(due)?);
    let step = i + 1;
    let message = format!(
        "step {step} of `{}` was due {due} and is not done: it is {late} late",
        work.name()
    );
    let span = work.place.at(at!["milestones", i, "due"]);
    let help = "add `done:` with its date, or correct `due:`";
    Some(judged(case, Fault::new(Check::Overdue, work.name(), message, span, help)))
}

/// The fault, with the day it was judged on.
fn judged(case: &Case<'_>, fault: Fault) -> Fault {
    match case.day {
        Some(day) => fault.note(format!("judged on {day}")),
        None => fault,
    }
}
