//! What was handed on: to another recommendation, or to an edition.

use super::case::{Case, Minuted, Recommended};
use super::check::Check;
use super::fault::Fault;
use super::work::Work;
use crate::at;
use crate::model::meeting::MeetingAction;
use crate::model::recommendation::Status;
use crate::model::{Day, When};
use crate::register::Kind;

pub(super) fn check(case: &Case<'_>, faults: &mut Vec<Fault>) {
    faults.extend(case.recommended.iter().flat_map(|known| backwards(case, known)));
    faults.extend(case.works.iter().filter_map(by_nothing));
    faults.extend(asked_of_editions(case));
}

/// Carried to, or superseded by, a review older than its own.
fn backwards(case: &Case<'_>, known: &Recommended<'_>) -> Vec<Fault> {
    let to = [("carried_to", &known.one.carried_to), ("superseded_by", &known.one.superseded_by)];
    let wrong = to.into_iter().filter_map(|(key, to)| {
        let to = to.as_ref()?;
        let name = &known.item.key.name;
        let why = why_back(case, known, to)?;
        let message = format!("`{name}` goes on as `{to}`, {why}");
        let help = "name a recommendation of a later review, or take the key out";
        Some(Fault::new(Check::CarriedBack, name, message, known.place.at(at![key]), help))
    });
    wrong.collect()
}

fn why_back(case: &Case<'_>, known: &Recommended<'_>, to: &str) -> Option<String> {
    let (id, _) = to.split_once('/')?;
    let next = case.reviews().find(|doc| doc.value.review.id.as_str() == id)?;
    let (own, next) = (known.doc.value.review.date.as_ref()?, next.value.review.date.as_ref()?);
    next.is_before(own).then(|| format!("whose review of {next} is older than its own of {own}"))
}

/// Called superseded, and nothing is named in its place.
fn by_nothing(work: &Work<'_>) -> Option<Fault> {
    let one = work.recommendation;
    let named = one.is_some_and(|one| one.superseded_by.is_some() || one.carried_to.is_some());
    if named || !work.is(Status::Superseded) {
        return None;
    }
    let message = format!("`{}` is superseded, and nothing is named in its place", work.name());
    let help = match work.item.key.kind {
        Kind::Recommendation => "add `superseded_by: REVIEW/NUMBER`, or another status",
        _ => "say under `progress:` with another status what became of it",
    };
    Some(Fault::new(Check::SupersededByNothing, work.name(), message, work.status_span(), help))
}

/// Actions that meetings asked to be in an edition, which has come and gone.
fn asked_of_editions(case: &Case<'_>) -> Vec<Fault> {
    let of = |minuted: &Minuted<'_>| {
        let actions = minuted.item.actions.iter().enumerate();
        let lost = actions.filter_map(|(k, action)| {
            let name = minuted.asked(k, action);
            let (edition, as_at) = lost_in(case, &name, action)?;
            let message = format!("`{name}` was to be in {edition}, as at {as_at}: it is neither done nor carried further");
            let help = "add `done:` with its date, or `new_dues: [{due: …, agreed: …, why: …}]`";
            let span = minuted.place.at(at!["actions", k, "into"]);
            Some(Fault::new(Check::CarriedLost, name, message, span, help))
        });
        lost.collect::<Vec<_>>()
    };
    case.minuted.iter().flat_map(of).collect()
}

/// The edition in which an open action was lost: its day has passed, and the
/// action has no date of its own by which it could be late.
fn lost_in<'t>(case: &Case<'_>, name: &str, action: &'t MeetingAction) -> Option<(&'t str, Day)> {
    let into = action.into.as_deref()?;
    let item = case.register.get(Kind::Decision, name)?;
    let dated = item.due.as_ref().and_then(When::falls).is_some();
    let mut editions = case.site.editions();
    let as_at = editions.find(|(folder, _)| *folder == into)?.1.front.value.as_at?;
    (item.is_open() && !dated && Some(as_at) < case.day).then_some((into, as_at))
}
