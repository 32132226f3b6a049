//! Words of young people that they have not agreed to see in print. A `quote`
//! on a page is looked at where pages are read.

use super::case::{Case, Member};
use super::check::Check;
use super::fault::Fault;
use crate::at;
use crate::model::pledge::YoungPeopleSay;

pub(super) fn check(case: &Case<'_>, faults: &mut Vec<Fault>) {
    for member in &case.members {
        let said = member.pledge.young_people_say.iter().enumerate();
        faults.extend(said.filter_map(|(i, said)| without_consent(case, member, i, said)));
    }
}

fn without_consent(
    case: &Case<'_>,
    member: &Member<'_>,
    i: usize,
    said: &YoungPeopleSay,
) -> Option<Fault> {
    if said.consent == Some(true) || said.text.is_none() || !case.knows(&said.date) {
        return None;
    }
    let name = &member.item.key.name;
    let message =
        format!("young people are quoted on `{name}`, {}, without recorded consent", said.date);
    let span = member.place.at(at!["young_people_say", i, "text"]);
    let help = "record `consent: true` once they have agreed, or leave the words out";
    Some(Fault::new(Check::NoConsent, name, message, span, help))
}
