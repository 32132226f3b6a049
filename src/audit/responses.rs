//! Whether the executive responded in time.

use super::case::{Case, Recommended};
use super::check::Check;
use super::fault::Fault;
use super::work::days;
use crate::at;
use crate::model::When;

pub(super) fn check(case: &Case<'_>, faults: &mut Vec<Fault>) {
    let open = case.recommended.iter().filter(|known| known.item.is_open());
    for known in open {
        let Some((due, from)) = deadline(case, known) else { continue };
        let said = known.one.response.as_ref();
        match said.filter(|said| case.knows_some(said.date.as_ref())) {
            None => faults.extend(missing(case, known, &due, &from)),
            Some(said) => faults.extend(late(known, &due, &from, said.date.as_ref())),
        }
    }
}

/// When the response was due, and who says so: the review itself, else the time
/// the site gives after a whole date.
fn deadline(case: &Case<'_>, known: &Recommended<'_>) -> Option<(When, String)> {
    let review = &known.doc.value.review;
    if let Some(due) = &review.response_due {
        return Some((due.clone(), "the review says when".to_owned()));
    }
    let within = case.site.config.value.review.as_ref()?.response_within?;
    let Some(When::Day(made)) = review.date else { return None };
    let due = within.after(made)?;
    Some((When::Day(due), format!("the site gives {within} from the date of the review")))
}

fn missing(case: &Case<'_>, known: &Recommended<'_>, due: &When, from: &str) -> Option<Fault> {
    let late = days(case.days_since(due)?);
    let name = &known.item.key.name;
    let message = format!("`{name}` has no response, which was due {due}: it is {late} late");
    let help = "add `response: {decision: …, date: …, by: …}`";
    let key = if known.one.number.is_some() { "number" } else { "id" };
    let fault = Fault::new(Check::NoResponse, name, message, known.place.at(at![key]), help);
    Some(fault.note(from))
}

fn late(known: &Recommended<'_>, due: &When, from: &str, date: Option<&When>) -> Option<Fault> {
    let date = date.filter(|date| due.is_before(date))?;
    let name = &known.item.key.name;
    let message = format!("the response to `{name}` of {date} came after {due}, when it was due");
    let span = known.place.at(at!["response", "date"]);
    let help = "check the dates; if it was late, accept this in data/waivers.yaml with the reason";
    Some(Fault::new(Check::LateResponse, name, message, span, help).note(from))
}
