//! Who leads what is still to be done.

use super::case::{Case, Member, Recommended};
use super::check::Check;
use super::fault::Fault;
use super::place::Place;
use crate::at;
use crate::model::recommendation::Decision;
use crate::model::text::Lead;

pub(super) fn check(case: &Case<'_>, faults: &mut Vec<Fault>) {
    for work in case.works.iter().filter(|work| work.item.is_open()) {
        faults.extend(left(case, work.name(), work.leads, &work.place));
    }
    let current = |member: &&Member<'_>| !member.item.is_closed();
    for member in case.members.iter().filter(current) {
        let name = &member.item.key.name;
        faults.extend(left(case, name, &member.pledge.leads, &member.place));
    }
    faults.extend(case.recommended.iter().filter_map(|known| nobody(case, known)));
}

/// Leads who are no longer in post, and whom nobody follows.
fn left(case: &Case<'_>, name: &str, leads: &[Lead], place: &Place<'_>) -> Vec<Fault> {
    let gone = |lead: &Lead| lead.in_post == Some(false) && lead.successor.is_none();
    let gone = leads.iter().enumerate().filter(|(_, lead)| gone(lead));
    let fault = |(i, lead): (usize, &Lead)| {
        let who = lead.name.as_deref().unwrap_or_else(|| case.say(&lead.role));
        let message = format!("{who}, who leads `{name}`, is no longer in post");
        let help = "add `successor:` with who has taken it on, or name the new lead";
        Fault::new(Check::LeadLeft, name, message, place.at(at!["leads", i, "in_post"]), help)
    };
    gone.map(fault).collect()
}

/// Accepted, still to be done, and nobody leads it.
fn nobody(case: &Case<'_>, known: &Recommended<'_>) -> Option<Fault> {
    let said = known.one.response.as_ref().filter(|said| case.knows_some(said.date.as_ref()))?;
    let accepted = matches!(
        said.decision,
        Decision::Accepted | Decision::AcceptedInPrinciple | Decision::PartiallyAccepted
    );
    if !accepted || !known.one.leads.is_empty() || !known.item.is_open() {
        return None;
    }
    let name = &known.item.key.name;
    let message = format!("`{name}` is accepted, and nobody is named who leads it");
    let span = known.place.at(at!["response", "decision"]);
    Some(Fault::new(Check::NoLead, name, message, span, "add `leads: [{role: …}]`"))
}
