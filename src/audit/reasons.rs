//! Decisions and statuses that ask for a reason.

use super::case::{Case, Member, Recommended};
use super::check::Check;
use super::fault::Fault;
use super::work::Work;
use crate::at;
use crate::model::pledge::{PledgeProgress, PledgeStatus};
use crate::model::recommendation::{Decision, Status};

pub(super) fn check(case: &Case<'_>, faults: &mut Vec<Fault>) {
    faults.extend(case.recommended.iter().filter_map(|known| decision(case, known)));
    faults.extend(case.works.iter().filter_map(not_achieved));
    faults.extend(case.members.iter().filter_map(|member| not_kept(case, member)));
}

fn decision(case: &Case<'_>, known: &Recommended<'_>) -> Option<Fault> {
    let said = known.one.response.as_ref().filter(|said| case.knows_some(said.date.as_ref()))?;
    let words = match said.decision {
        Decision::Rejected => "rejected",
        Decision::PartiallyAccepted => "accepted only in part",
        Decision::Deferred => "put off",
        Decision::Accepted | Decision::AcceptedInPrinciple | Decision::Noted => return None,
    };
    if said.why.is_some() {
        return None;
    }
    let name = &known.item.key.name;
    let message = format!("`{name}` is {words} without a reason");
    let span = known.place.at(at!["response", "decision"]);
    Some(Fault::new(Check::NoReason, name, message, span, "add `why:` to the response"))
}

/// Work not achieved, said without a date and so without a word of why. A dated
/// entry always has its text.
fn not_achieved(work: &Work<'_>) -> Option<Fault> {
    if work.undated != Status::NotAchieved || work.stated().is_some() {
        return None;
    }
    let message = format!("`{}` is not achieved, without a reason", work.name());
    let help = "put the status under `progress:`, with its date and a text that says why";
    Some(Fault::new(Check::NoReason, work.name(), message, work.status_span(), help))
}

/// The last thing said of a pledge is that it is not wholly kept, without a
/// word of why.
fn not_kept(case: &Case<'_>, member: &Member<'_>) -> Option<Fault> {
    let (j, entry) = last_said(case, member)?;
    if entry.status == PledgeStatus::Kept || entry.text.is_some() || member.item.is_closed() {
        return None;
    }
    let name = &member.item.key.name;
    let status = entry.status.slug();
    let message = format!("`{name}` is called {status} on {} without a reason", entry.date);
    let span = member.place.at(at!["progress", j, "status"]);
    Some(Fault::new(Check::NoReason, name, message, span, "add `text:` that says why"))
}

/// The entry that says how a pledge is kept, with its place.
pub(super) fn last_said<'a>(
    case: &Case<'_>,
    member: &Member<'a>,
) -> Option<(usize, &'a PledgeProgress)> {
    let entries = member.pledge.progress.iter().enumerate();
    let known = entries.filter(|(_, entry)| case.knows(&entry.date));
    known
        .filter(|(_, entry)| entry.status != PledgeStatus::NotStated)
        .max_by_key(|(_, entry)| entry.date.falls())
}
