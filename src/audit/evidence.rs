//! What is called done: by what evidence, and who agreed.

use super::case::{Case, Member};
use super::check::Check;
use super::fault::Fault;
use super::reasons::last_said;
use super::work::{Entry, Work};
use crate::at;
use crate::model::Day;
use crate::model::pledge::PledgeStatus;
use crate::model::recommendation::Status;
use crate::register::Kind;

pub(super) fn check(case: &Case<'_>, faults: &mut Vec<Fault>) {
    faults.extend(case.works.iter().filter_map(complete));
    faults.extend(case.members.iter().filter_map(|member| kept(case, member)));
    faults.extend(case.works.iter().filter_map(|work| not_signed_off(case, work)));
    faults.extend(case.works.iter().filter_map(|work| signed_early(case, work)));
}

/// Work called complete without evidence. What a meeting asked for has its
/// `done` alone.
fn complete(work: &Work<'_>) -> Option<Fault> {
    if !work.is(Status::Complete) || work.item.key.kind == Kind::Decision {
        return None;
    }
    let help = match work.stated() {
        Some(entry) if entry.progress.evidence.is_empty() => "add `evidence:` that shows it",
        Some(_) => return None,
        None => "put the status under `progress:`, with its date and `evidence:` that shows it",
    };
    let message = format!("`{}` is called complete without evidence", work.name());
    Some(Fault::new(Check::NoEvidence, work.name(), message, work.status_span(), help))
}

fn kept(case: &Case<'_>, member: &Member<'_>) -> Option<Fault> {
    let (j, entry) = last_said(case, member)?;
    let claimed = entry.status == PledgeStatus::Kept && entry.evidence.is_empty();
    if !claimed || member.item.is_closed() {
        return None;
    }
    let name = &member.item.key.name;
    let message = format!("`{name}` is called kept on {} without evidence", entry.date);
    let span = member.place.at(at!["progress", j, "status"]);
    let help = "add `evidence:` that shows it";
    Some(Fault::new(Check::NoEvidence, name, message, span, help))
}

/// An edition before the day published it as complete, and it is still not
/// signed off: the body that recommended it has had that long to agree. Where
/// there is no evidence, nobody can: that is told alone.
fn not_signed_off(case: &Case<'_>, work: &Work<'_>) -> Option<Fault> {
    let open = work.item.is_complete() && !work.item.is_closed();
    work.recommendation.filter(|_| open)?;
    let stated = work.stated().filter(|entry| !entry.progress.evidence.is_empty())?;
    let since = stated.progress.date.falls()?;
    let (edition, _) = editions_before(case).into_iter().rfind(|(_, as_at)| since <= *as_at)?;
    let message =
        format!("`{}` has been called complete since {since} and is not signed off", work.name());
    let help = "add `signed_off: {by: …, date: …}` once the body that recommended it agrees";
    let fault = Fault::new(Check::NotSignedOff, work.name(), message, work.status_span(), help);
    Some(fault.note(format!("it was complete in the edition {edition}")))
}

/// The editions before the day, the earliest first.
fn editions_before<'a>(case: &Case<'a>) -> Vec<(&'a str, Day)> {
    let dated = |(folder, page): (&'a str, &crate::site::SourcePage)| {
        page.front.value.as_at.map(|as_at| (folder, as_at))
    };
    let mut editions: Vec<_> = case.site.editions().filter_map(dated).collect();
    editions.retain(|(_, as_at)| Some(*as_at) < case.day);
    editions.sort_by_key(|(_, as_at)| *as_at);
    editions
}

/// It was signed off while it was said to be under way.
fn signed_early(case: &Case<'_>, work: &Work<'_>) -> Option<Fault> {
    let signed = work.recommendation?.signed_off.as_ref();
    let signed = signed.filter(|signed| case.knows_some(signed.date.as_ref()))?;
    work.stated()?;
    let in_time = |entry: &&Entry<'_>| {
        signed.date.as_ref().is_none_or(|date| !date.is_before(&entry.progress.date))
    };
    let ends = |entry: &Entry<'_>| {
        !matches!(
            entry.progress.status,
            Status::NotStated | Status::NotStarted | Status::OnTrack | Status::Slipped
        )
    };
    if work.entries.iter().filter(in_time).any(ends) {
        return None;
    }
    let name = work.name();
    let on = signed.date.as_ref().map_or(String::new(), |date| format!(" on {date}"));
    let message = format!("`{name}` was signed off{on}, before it was called complete");
    let span = match signed.date {
        Some(_) => work.place.at(at!["signed_off", "date"]),
        None => work.place.at(at!["signed_off"]),
    };
    let help = "record under `progress:` when it was complete, or check the date";
    Some(Fault::new(Check::SignedEarly, name, message, span, help))
}
