//! Sets that replace others, and sets that were to be looked at again.

use super::case::{Case, Member};
use super::check::Check;
use super::fault::Fault;
use super::news::stale;
use super::work::days;
use crate::at;
use crate::model::pledge::{Pledge, PledgeFile};
use crate::register::{Ended, Kind};
use crate::yaml::Doc;

pub(super) fn check(case: &Case<'_>, faults: &mut Vec<Fault>) {
    case.sets().for_each(|doc| faults.extend(dropped(case, doc)));
    faults.extend(case.current_sets().filter_map(|doc| not_reviewed(case, doc)));
    let review = case.site.config.value.review.as_ref();
    if let Some(months) = review.and_then(|review| review.pledges_stale_after_months) {
        faults.extend(case.members.iter().filter_map(|member| silent(case, member, months)));
    }
}

/// Members of the set that `doc` replaces which nothing goes on with, and which
/// it does not say it drops.
fn dropped(case: &Case<'_>, doc: &Doc<PledgeFile>) -> Vec<Fault> {
    let set = &doc.value.set;
    let old = set.replaces.as_ref();
    let Some(old) = old.and_then(|id| case.sets().find(|other| other.value.set.id == *id)) else {
        return Vec::new();
    };
    if names_no_member(doc, &old.value) {
        return Vec::new();
    }
    let is_said = |pledge: &Pledge| {
        let is_it = |name: &String| old.value.member(name).is_some_and(|one| one.id == pledge.id);
        set.dropped.iter().any(|entry| is_it(&entry.pledge))
    };
    let gone = |pledge: &&Pledge| {
        let item = case.register.get(Kind::Commitment, &old.value.name_of(pledge));
        item.is_some_and(|item| item.ended == Some(Ended::Dropped)) && !is_said(pledge)
    };
    let fault = |pledge: &Pledge| {
        let name = old.value.name_of(pledge);
        let message = format!("nothing in `{}` goes on with `{name}`, and nobody says why", set.id);
        let help = format!(
            "add `from: [{name}]` to what goes on with it, or `dropped: [{{pledge: {name}, why: …}}]` to the set"
        );
        Fault::new(Check::Dropped, name, message, doc.span(at!["set", "replaces"]), help)
    };
    old.value.pledges.iter().filter(gone).map(fault).collect()
}

/// Whether the set goes on with, or drops, something that is no member of
/// `old`: that is told, and may be what seems to be gone.
fn names_no_member(doc: &Doc<PledgeFile>, old: &PledgeFile) -> bool {
    let prefix = format!("{}/", old.set.id);
    let from = doc.value.pledges.iter().flat_map(|new| &new.from);
    let given_up = doc.value.set.dropped.iter().map(|dropped| &dropped.pledge);
    let mut named = from.chain(given_up).filter(|name| name.starts_with(&prefix));
    named.any(|name| old.member(name).is_none())
}

/// A set whose day to be looked at again has passed.
fn not_reviewed(case: &Case<'_>, doc: &Doc<PledgeFile>) -> Option<Fault> {
    let set = &doc.value.set;
    let due = set.review_due.as_ref()?;
    let late = days(case.days_since(due)?);
    let message = format!("`{}` was to be looked at again by {due}: it is {late} late", set.id);
    let span = doc.span(at!["set", "review_due"]);
    let help =
        "put the next date in `review_due:` once it has been, or write the set that replaces it";
    Some(Fault::new(Check::NotReviewed, set.id.as_str(), message, span, help))
}

/// A pledge of which nothing was recorded for the months the site sets: since
/// its last news, else since its set was approved.
fn silent(case: &Case<'_>, member: &Member<'_>, months: u32) -> Option<Fault> {
    let since = member.item.last_news.or(member.doc.value.set.begins());
    let since = since.filter(|_| !member.item.is_closed())?;
    let passed = days(stale(since, case.day?, months)?);
    let name = &member.item.key.name;
    let message = format!("nothing has been recorded of `{name}` since {since}: {passed}");
    let last = member.pledge.progress.iter().rposition(|entry| case.knows(&entry.date));
    let span = match last {
        Some(last) => member.place.at(at!["progress", last, "date"]),
        None => member.place.at(at!["id"]),
    };
    let help = "say under `progress:` how well it is kept";
    let fault = Fault::new(Check::NotReviewed, name, message, span, help);
    Some(fault.note(format!("the site asks for news every {months} months")))
}
